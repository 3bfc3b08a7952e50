import { ConsentCenter, ConsentPrompt, EmergencyAccessElement } from './consent/index.ts';
import * as fields from './fields/index.ts';
import { RecordForm } from './record-form/index.ts';
import { Coverage, SchoolResults } from './results/index.ts';
import { Roster } from './roster/index.ts';
import { GrowthChart, ScreeningForm } from './screening/index.ts';
import { SessionElement } from './session/index.ts';
import { ConflictReview, SyncStatusElement, VaultPanel } from './sync/index.ts';

const isField = (part: { readonly prototype: object }): part is typeof fields.FieldElement =>
  part.prototype instanceof fields.FieldElement;

// The session first: what stands inside it asks for it when it is connected.
const elements = [
  ...[SessionElement, RecordForm, SyncStatusElement, ConflictReview, VaultPanel],
  ...[ConsentPrompt, ConsentCenter, EmergencyAccessElement, GrowthChart],
  ...[Coverage, Roster, SchoolResults, ScreeningForm],
];
for (const element of [...elements, ...Object.values(fields).filter(isField)]) element.define();

export * from './index.ts';
