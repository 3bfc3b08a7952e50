export { AddressField } from './address-field.ts';
export { Blank } from './blank.ts';
export type { BlankClass, BlankOptions } from './blank.ts';
export { Blanks } from './blanks.ts';
export type { BlankKinds } from './blanks.ts';
export { BloodPressureBlank } from './blood-pressure-blank.ts';
export { BoxBlank } from './box-blank.ts';
export { ChoiceBlank } from './choice-blank.ts';
export { CodedBlank } from './coded-blank.ts';
export { EmailBlank, PhoneBlank } from './contact-blanks.ts';
export { DateBlank } from './date-blank.ts';
export { DiagnosesBlank } from './diagnoses-blank.ts';
export { DistrictBlank } from './district-blank.ts';
export {
  BloodPressureField,
  BoxField,
  ChoiceField,
  CodedField,
  DateField,
  DiagnosesField,
  DistrictField,
  EmailField,
  IdentifierField,
  NumberField,
  PhoneField,
  TextField,
  VisionField,
} from './elements.ts';
export { FieldElement } from './field-element.ts';
export { IdentifierBlank } from './identifier-blank.ts';
export { NumberBlank } from './number-blank.ts';
export { TextBlank, VisionBlank } from './text-blank.ts';
