import { BloodPressureBlank } from './blood-pressure-blank.ts';
import { BoxBlank } from './box-blank.ts';
import { ChoiceBlank } from './choice-blank.ts';
import { CodedBlank } from './coded-blank.ts';
import { EmailBlank, PhoneBlank } from './contact-blanks.ts';
import { DateBlank } from './date-blank.ts';
import { DiagnosesBlank } from './diagnoses-blank.ts';
import { DistrictBlank } from './district-blank.ts';
import { IdentifierBlank } from './identifier-blank.ts';
import { NumberBlank } from './number-blank.ts';
import { TextBlank, VisionBlank } from './text-blank.ts';
import { FieldElement } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-blood-pressure-field': BloodPressureField;
    'hssk-box-field': BoxField;
    'hssk-choice-field': ChoiceField;
    'hssk-coded-field': CodedField;
    'hssk-date-field': DateField;
    'hssk-diagnoses-field': DiagnosesField;
    'hssk-district-field': DistrictField;
    'hssk-email-field': EmailField;
    'hssk-identifier-field': IdentifierField;
    'hssk-number-field': NumberField;
    'hssk-phone-field': PhoneField;
    'hssk-text-field': TextField;
    'hssk-vision-field': VisionField;
  }
}

/**
 * Free text, kept as it is written.
 * @tag hssk-text-field
 */
export class TextField extends FieldElement {
  static override tag = 'hssk-text-field';
  static override kind = TextBlank;
}

/**
 * Visual acuity as written ("9/10", "ĐNT 3m").
 * @tag hssk-vision-field
 */
export class VisionField extends FieldElement {
  static override tag = 'hssk-vision-field';
  static override kind = VisionBlank;
}

/**
 * A number with its unit: decimal comma or point, the unit may be written.
 * @tag hssk-number-field
 */
export class NumberField extends FieldElement {
  static override tag = 'hssk-number-field';
  static override kind = NumberBlank;
}

/**
 * A date as precise as it is known: `dd/mm/yyyy`, `mm/yyyy` or `yyyy`.
 * @tag hssk-date-field
 */
export class DateField extends FieldElement {
  static override tag = 'hssk-date-field';
  static override kind = DateBlank;
}

/**
 * A single box.
 * @tag hssk-box-field
 */
export class BoxField extends FieldElement {
  static override tag = 'hssk-box-field';
  static override kind = BoxBlank;
}

/**
 * Printed boxes with a dotted line behind them for whatever else was written: one of a few words (sex, blood group,
 * kind of toilet), or a row of boxes in which every tick is kept (whether two exclude each other is the judge's matter).
 * @tag hssk-choice-field
 */
export class ChoiceField extends FieldElement {
  static override tag = 'hssk-choice-field';
  static override kind = ChoiceBlank;
}

/**
 * Words with a code where the list has one. Typing offers the list; what the list does not know stays as words.
 * @tag hssk-coded-field
 */
export class CodedField extends FieldElement {
  static override tag = 'hssk-coded-field';
  static override kind = CodedBlank;
}

/**
 * An identity or insurance number; its kind is read from its shape.
 * @tag hssk-identifier-field
 */
export class IdentifierField extends FieldElement {
  static override tag = 'hssk-identifier-field';
  static override kind = IdentifierBlank;
}

/**
 * A phone number; words beside it become a note.
 * @tag hssk-phone-field
 */
export class PhoneField extends FieldElement {
  static override tag = 'hssk-phone-field';
  static override kind = PhoneBlank;
}

/**
 * A mail address.
 * @tag hssk-email-field
 */
export class EmailField extends FieldElement {
  static override tag = 'hssk-email-field';
  static override kind = EmailBlank;
}

/**
 * Blood pressure in one blank, "120/80".
 * @tag hssk-blood-pressure-field
 */
export class BloodPressureField extends FieldElement {
  static override tag = 'hssk-blood-pressure-field';
  static override kind = BloodPressureBlank;
}

/**
 * The district of an old address. The level was abolished on 2025-07-01.
 * @tag hssk-district-field
 */
export class DistrictField extends FieldElement {
  static override tag = 'hssk-district-field';
  static override kind = DistrictBlank;
}

/**
 * * Diagnoses as one writes them on paper; the ICD-10 codes in the line are found and shown below it, and the words of
 * the last diagnosis are looked up while they are typed.
 * @tag hssk-diagnoses-field
 */
export class DiagnosesField extends FieldElement {
  static override tag = 'hssk-diagnoses-field';
  static override kind = DiagnosesBlank;
}
