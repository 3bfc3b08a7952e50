/** Longest text of a one-line and of a many-line field, in UTF-16 units. */
export const maxLine = 500;
export const maxLines = 20_000;
/** A day, month or year as precise as it was written. */
export const partialDateForm = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** An instant with its offset, RFC 3339. */
export const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/** The id of a row. */
export const rowIdForm = /^[A-Za-z0-9_-]{1,64}$/;
export const identifierKinds = [
  'citizenId',
  'oldId',
  'passport',
  'insuranceCard',
  'socialInsurance',
  'temporary',
  'household',
  'pid',
  'other',
] as const;
export const absentReasons = [
  'unknown',
  'notMeasured',
  'notAvailableYet',
  'notApplicable',
  'refused',
] as const;
