/** Pure numbers: ages from partial dates, BMI, and what a living person can have. */
export { bmi } from './bmi.ts';
export { age, earliest, isBefore, isDay, isPartialDate, latest } from './dates.ts';
export type { Age, Range } from './dates.ts';
export { isPossible, plausibleRange, possibleRange } from './limits.ts';
