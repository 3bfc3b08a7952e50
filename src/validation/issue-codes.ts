/**
 * Every issue code that `check` gives, with its level. Codes are stable for ever; `params`: `min`, `max` for limits
 * and lengths, `kind` = kind of the field for unread text. `sources` of a draft may bring codes of a host beside them.
 */
export const issueCodes = {
  'required.missing': 'error',
  'required.unread': 'error',
  'value.unread': 'warning',
  'value.invalid': 'error',
  'text.tooLong': 'error',
  'date.invalid': 'error',
  'date.beforeBirth': 'error',
  'date.future': 'error',
  'date.impossible': 'error',
  'date.tooLongAgo': 'warning',
  'date.twoDigitYear': 'warning',
  'number.impossible': 'error',
  'number.implausible': 'warning',
  'number.notWhole': 'warning',
  'number.unitConverted': 'warning',
  'boxes.exclusive': 'error',
  'household.length': 'warning',
  'relation.sexMismatch': 'warning',
  'name.sameAsPerson': 'warning',
  'identifier.length': 'error',
  'identifier.oldCard': 'warning',
  'identifier.sexMismatch': 'warning',
  'identifier.birthYearMismatch': 'warning',
  'address.communeOutsideProvince': 'error',
  'alcohol.amountWithNo': 'warning',
  'surgery.yearInFuture': 'warning',
  'obstetric.pregnancies': 'warning',
  'obstetric.births': 'warning',
  'obstetric.livingChildren': 'warning',
  'part.notForMen': 'warning',
  'dose.notGivenWithDate': 'error',
  'dose.appointmentBeforeDose': 'warning',
  'bloodPressure.order': 'error',
  'bloodPressure.noDiastolic': 'warning',
  'bmi.mismatch': 'warning',
  'vision.outOfRange': 'warning',
  'diagnosis.unknownCode': 'warning',
  'diagnosis.deliveryOfMan': 'error',
} as const;

/** A code of `issueCodes`. */
export type IssueCode = keyof typeof issueCodes;
