import { formatBloodPressure, readBloodPressure } from '../../src/i18n/index.ts';
import type { BloodPressure } from '../../src/schema/index.ts';
import { FieldElement } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-blood-pressure-field': BloodPressureField;
  }
}

/**
 * Blood pressure in one blank, "120/80".
 * @tag hssk-blood-pressure-field
 */
export class BloodPressureField extends FieldElement {
  static override tag = 'hssk-blood-pressure-field';
  protected format = (value: unknown): string => (value ? formatBloodPressure(value as BloodPressure) : '');
  protected read = readBloodPressure;
  protected override unit(): string {
    return ` (${this.form.words.units.mmHg})`;
  }
}
