const obstetricWords = ['.lastPregnancy', '.gynecologicalDisease', 'history.otherIssues'];

/**
 * What a warning was judged by besides the value it stands at, and what is no unit with that: a place beside it (with a
 * point) or anywhere in the record. Whoever confirmed the warning had these before them.
 */
const judgedBy: { readonly [code: string]: readonly string[] } = {
  'bmi.mismatch': ['.weightKg', '.heightCm'],
  'number.implausible': ['administrative.birthDate'],
  'identifier.sexMismatch': ['administrative.sex'],
  'identifier.birthYearMismatch': ['administrative.birthDate'],
  'relation.sexMismatch': ['administrative.sex'],
  'name.sameAsPerson': ['administrative.fullName'],
  'part.notForMen': ['administrative.sex', 'history.reproductive', 'immunizations.tetanus'],
  'obstetric.pregnancies': ['.miscarriages', '.abortions', '.births', '.contraception', ...obstetricWords],
  'obstetric.births': [
    '.normalDeliveries',
    '.caesareans',
    '.difficultDeliveries',
    '.termBirths',
    '.pretermBirths',
  ],
  'obstetric.livingChildren': ['.births', ...obstetricWords],
};

/** The places whose values a person had in view when they let a warning stand at a path. */
export const confirmedFor = (path: string, code: string): readonly string[] =>
  (Object.hasOwn(judgedBy, code) ? judgedBy[code]! : []).map((place) =>
    place.startsWith('.') ? path.slice(0, path.lastIndexOf('.')) + place : place,
  );
