/** Words both ways: labels and messages out, what Vietnamese staff write in. */
export {
  absentWords,
  formatBloodPressure,
  formatDate,
  formatGrams,
  formatNumber,
  formatPhone,
} from './format.ts';
export { readBoxes, readChoice } from './read-choice.ts';
export { readEmail, readPhone } from './read-contact.ts';
export { readDate } from './read-date.ts';
export { readBloodPressure, readNumber } from './read-number.ts';
export { readCodedWords, readDistrict, readText, readTextOrAbsent } from './reading.ts';
export type { AbsentReason, ReadContext, Reading } from './reading.ts';
export { cleanText, compose } from './text.ts';
export { vi } from './vi.ts';
export type { SomeWords, Words } from './vi.ts';
export { viAdministrative } from './vi/administrative.ts';
export { viExaminations } from './vi/examinations.ts';
export { viHistory } from './vi/history.ts';
export { viImmunizations } from './vi/immunizations.ts';
export type { FailureWords } from './vi/failures.ts';
export { viCore } from './vi/ui.ts';
export { addWords, fill, helpOf, labelOf, loadWords, messageOf, optionOf } from './words.ts';
export type { Locale } from './words.ts';
