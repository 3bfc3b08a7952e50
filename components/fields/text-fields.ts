import {
  formatBloodPressure,
  formatDate,
  formatNumber,
  formatPhone,
  readBloodPressure,
  readCodedWords,
  readDate,
  readDistrict,
  readEmail,
  readNumber,
  readPhone,
  readText,
  readTextOrAbsent,
} from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { readInsuranceId, readPersonalId } from '../../src/identity/index.ts';
import { leafAt } from '../../src/schema/index.ts';
import type { BloodPressure } from '../../src/schema/index.ts';
import { FieldElement } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-text-field': TextField;
    'hssk-number-field': NumberField;
    'hssk-date-field': DateField;
    'hssk-phone-field': PhoneField;
    'hssk-email-field': EmailField;
    'hssk-vision-field': VisionField;
    'hssk-district-field': DistrictField;
    'hssk-identifier-field': IdentifierField;
    'hssk-blood-pressure-field': BloodPressureField;
  }
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
// Resolution 202/2025/QH15: no district level from this day on.
const districtsEnd = '2025-07-01';

/**
 * Free text, kept as it is written.
 * @tag hssk-text-field
 */
export class TextField extends FieldElement {
  static override tag = 'hssk-text-field';
  protected override format = words;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    // A dash in B7 of a man strikes the line out.
    return context.dashIsNotApplicable ? readTextOrAbsent(text, context) : readText(text, this.lines);
  }
  protected override get context(): ReadContext {
    return contextOf(this.path, super.context, this.form.value('administrative.sex'));
  }
  override willUpdate(changed: Parameters<FieldElement['willUpdate']>[0]): void {
    super.willUpdate(changed);
    const leaf = leafAt(this.path);
    this.lines = leaf?.kind === 'text' && leaf.lines === true;
  }
}

function contextOf(path: string, context: ReadContext, sex: unknown): ReadContext {
  return sex === 'male' && path.startsWith('history.reproductive.')
    ? { ...context, dashIsNotApplicable: true }
    : context;
}

/**
 * A number with its unit: decimal comma or point, the unit may be written.
 * @tag hssk-number-field
 */
export class NumberField extends FieldElement {
  static override tag = 'hssk-number-field';
  protected override keyboard = 'decimal';
  protected override format = (value: unknown): string =>
    typeof value === 'number' ? formatNumber(value) : '';
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const leaf = leafAt(this.path);
    if (leaf?.kind !== 'number') return readNumber(text, context);
    const count =
      leaf.unit === 'times' || leaf.unit === 'children' || leaf.unit === 'doses' || leaf.unit === 'glasses';
    const unit = leaf.unit === 'kg/m²' ? {} : { unit: leaf.unit };
    return readNumber(text, { ...context, ...unit, count });
  }
  protected override get context(): ReadContext {
    return contextOf(this.path, super.context, this.form.value('administrative.sex'));
  }
  protected override unit(): string {
    const leaf = leafAt(this.path);
    if (leaf?.kind !== 'number' || leaf.unit === 'times' || leaf.unit === 'children' || leaf.unit === 'month')
      return '';
    return this.form.words.units[leaf.unit];
  }
}

/**
 * A date as precise as it is known: `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
 * @tag hssk-date-field
 */
export class DateField extends FieldElement {
  static override tag = 'hssk-date-field';
  protected override keyboard = 'text';
  protected override format = (value: unknown): string => formatDate(words(value));
  protected read = readDate;
}

/**
 * A phone number; words beside it become a note.
 * @tag hssk-phone-field
 */
export class PhoneField extends FieldElement {
  static override tag = 'hssk-phone-field';
  protected override keyboard = 'tel';
  protected override format = (value: unknown): string => formatPhone(words(value));
  protected read = readPhone;
}

/**
 * A mail address.
 * @tag hssk-email-field
 */
export class EmailField extends FieldElement {
  static override tag = 'hssk-email-field';
  protected override keyboard = 'email';
  protected override format = words;
  protected read = readEmail;
}

/**
 * Visual acuity as written ("9/10", "ĐNT 3m").
 * @tag hssk-vision-field
 */
export class VisionField extends FieldElement {
  static override tag = 'hssk-vision-field';
  protected override format = words;
  protected read = readTextOrAbsent;
}

/**
 * The district of an old address. The level was abolished on 2025-07-01.
 * @tag hssk-district-field
 */
export class DistrictField extends FieldElement {
  static override tag = 'hssk-district-field';
  protected override format = words;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const isCurrent = this.path.startsWith('administrative.currentAddress.');
    return readDistrict(text, { ...context, abolished: isCurrent && context.today >= districtsEnd });
  }
}

/**
 * An identity or insurance number; its kind is read from its shape.
 * @tag hssk-identifier-field
 */
export class IdentifierField extends FieldElement {
  static override tag = 'hssk-identifier-field';
  protected override format = words;
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const first = readCodedWords(text, context);
    if (first.value === undefined) return first;
    const read = this.path.includes('.insurance.') ? readInsuranceId : readPersonalId;
    return read(first.value);
  }
}

/**
 * Blood pressure in one blank, "120/80".
 * @tag hssk-blood-pressure-field
 */
export class BloodPressureField extends FieldElement {
  static override tag = 'hssk-blood-pressure-field';
  protected override format = (value: unknown): string =>
    value ? formatBloodPressure(value as BloodPressure) : '';
  protected read = readBloodPressure;
  protected override unit(): string {
    return this.form.words.units.mmHg;
  }
}
