/** Pure numbers: ages from partial dates, BMI, WHO z-scores, screening limits, and what a living person can have. */
export { adviceFor, adviceSettings, decimalAcuity } from './advice.ts';
export type { Acuity, Advice, AdviceAction, AdviceCode, AdviceSettings, ScreeningValues } from './advice.ts';
export { bloodPressureLimit, bloodPressureLimits } from './blood-pressure.ts';
export type { BloodPressureLimit, BloodPressureLimitRow } from './blood-pressure.ts';
export { bmi } from './bmi.ts';
export { cutOffs } from './cut-offs.ts';
export type { CutOff, NutritionClass, NutritionIndicator } from './cut-offs.ts';
export { age, earliest, isBefore, isDay, isPartialDate, latest } from './dates.ts';
export type { Age, Range } from './dates.ts';
export {
  daysPerMonth,
  growthIndicators,
  growthMeasure,
  heightAsInTables,
  isImplausibleZ,
  measureAtZ,
  zScore,
} from './growth.ts';
export type { GrowthIndicator, GrowthMeasured } from './growth.ts';
export { loadGrowthTables } from './growth-tables.ts';
export type { GrowthTable, GrowthTables, Lms, Sex } from './growth-tables.ts';
export { isPossible, plausibleRange, possibleRange } from './limits.ts';
export { assessNutrition } from './nutrition.ts';
export type { NutritionAssessment, NutritionMeasured, NutritionResult } from './nutrition.ts';
