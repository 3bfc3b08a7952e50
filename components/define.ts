import { ConsentPrompt } from './consent/index.ts';
import {
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
} from './fields/index.ts';
import { RecordForm } from './record-form/index.ts';
import { SessionElement } from './session/index.ts';
import { ConflictReview, SyncStatusElement, VaultPanel } from './sync/index.ts';

for (const element of [
  // The session first: what stands inside it asks for it when it is connected.
  SessionElement,
  RecordForm,
  SyncStatusElement,
  ConflictReview,
  VaultPanel,
  ConsentPrompt,
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
])
  element.define();

export * from './index.ts';
