import { readDistrict } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { Blank } from './blank.ts';
import { asText } from './dom.ts';

// Resolution 202/2025/QH15: no district level from this day on.
const districtsEnd = '2025-07-01';

/** The district of an old address. The level was abolished on 2025-07-01. */
export class DistrictBlank extends Blank {
  protected format = asText;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const isCurrent = this.path.startsWith('administrative.currentAddress.');
    return readDistrict(text, { ...context, abolished: isCurrent && context.today >= districtsEnd });
  }
}
