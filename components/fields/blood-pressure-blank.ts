import { formatBloodPressure, readBloodPressure } from '../../src/i18n/index.ts';
import type { BloodPressure } from '../../src/schema/index.ts';
import { Blank } from './blank.ts';

/** Blood pressure in one blank, "120/80". */
export class BloodPressureBlank extends Blank {
  protected format = (value: unknown): string => (value ? formatBloodPressure(value as BloodPressure) : '');
  protected read = readBloodPressure;
  protected override unit(): string {
    return ` (${this.form.words.units.mmHg})`;
  }
}
