export { AddressField } from './address-field.ts';
export { BoxField, ChoiceField } from './choice-field.ts';
export { CodedField } from './coded-field.ts';
export { DiagnosesField } from './diagnoses-field.ts';
export { FieldElement } from './field-element.ts';
export {
  BloodPressureField,
  DateField,
  DistrictField,
  EmailField,
  IdentifierField,
  NumberField,
  PhoneField,
  TextField,
  VisionField,
} from './text-fields.ts';
