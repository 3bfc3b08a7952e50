/** WHAT a record is: the form of QĐ 831/QĐ-BYT as data, and the zod schemas and types made from it. */
export { administrativeForm, examinationForm, historyForm, immunizationsForm, recordForm } from './form.ts';
export type { Part } from './form.ts';
export { isLeaf, isRows } from './leaves.ts';
export type { Group, Leaf, ListName, Rows, Unit } from './leaves.ts';
export {
  absentReasons,
  identifierKinds,
  instantForm,
  maxLine,
  maxLines,
  partialDateForm,
  rowIdForm,
} from './limits.ts';
export { checkLetter, numberLetters } from './check-letter.ts';
export { confirmedFor } from './confirmations.ts';
export { formLeaves, getAt, leafAt, nodeAt, pathPattern, placeAt, setAt } from './path.ts';
export { periodicForm, schoolBookForm, screeningsForm, wholeForm } from './screening.ts';
export { newRowId, sortRows } from './rows.ts';
export { schemaVersion, upgrade } from './version.ts';
export {
  AbsentReason,
  BloodPressure,
  Coded,
  Diagnoses,
  Identifier,
  IdentifierKind,
  Instant,
  PartialDate,
  RowId,
  groupSchema,
  upTo,
} from './values.ts';
export type { GroupSchema } from './values.ts';
export {
  Administrative,
  Confirmation,
  Examination,
  HealthRecord,
  History,
  Immunizations,
  Issue,
  PeriodicExamination,
  RecordDraft,
  SchoolBook,
  Source,
  besideValues,
} from './record.ts';
export type { Dose } from './record.ts';
export {
  ConsentEvent,
  ConsentKind,
  Decider,
  DeciderRole,
  LegalBasis,
  Organisation,
  Override,
  ShownNotice,
  Signature,
  StoredConsent,
  SubjectRequest,
} from './consent.ts';
