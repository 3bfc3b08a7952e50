import type { Range } from './dates.ts';
import type { Sex } from './growth-tables.ts';

/** A line of screening limits: from this completed year of age on, boys and girls, in mmHg. */
export interface BloodPressureLimitRow {
  readonly fromYear: number;
  readonly male: BloodPressureLimit;
  readonly female: BloodPressureLimit;
}

/** Upper and lower number from which on a pressure is measured again. */
export interface BloodPressureLimit {
  readonly systolic: number;
  readonly diastolic: number;
}

const limit = (systolic: number, diastolic: number): BloodPressureLimit => ({ systolic, diastolic });
/**
 * Screening limits by age and sex: the 90th percentile of a child at the 5th height percentile (American Academy of
 * Pediatrics 2017, Flynn et al., doi 10.1542/peds.2017-1904), from 13 years on 120/80. A value at the limit is measured
 * again; who is tall may be healthy above it. No Vietnamese percentiles were found, and Vietnamese guidance follows
 * this one. Classes (elevated, stage 1, stage 2) need the percentile tables by height and are not worked out.
 */
export const bloodPressureLimits: readonly BloodPressureLimitRow[] = /* @__PURE__ */ [
  [3, 101, 58, 102, 60],
  [4, 102, 60, 103, 62],
  [5, 103, 63, 104, 64],
  [6, 105, 66, 105, 67],
  [7, 106, 68, 106, 68],
  [8, 107, 69, 107, 69],
  [9, 107, 70, 108, 71],
  [10, 108, 72, 109, 72],
  [11, 110, 74, 111, 74],
  [12, 113, 75, 114, 75],
  [13, 120, 80, 120, 80],
].map(([fromYear, ...limits]) => {
  const [boySystolic, boyDiastolic, girlSystolic, girlDiastolic] = limits as [number, number, number, number];
  return {
    fromYear: fromYear!,
    male: limit(boySystolic, boyDiastolic),
    female: limit(girlSystolic, girlDiastolic),
  };
});

/** Last completed year the limits are for: pupils may be somewhat older than 18. */
const lastYear = 19;

/**
 * The screening limit in mmHg for an age in completed years (`age(…).years`), 3 to 19. Where age or sex is not known
 * exactly, the lower of those that may be: rather measured once too often. `undefined` where one of the ages has none.
 */
export function bloodPressureLimit(
  years: number | Range,
  sex: Sex | undefined,
  limits: readonly BloodPressureLimitRow[] = bloodPressureLimits,
): BloodPressureLimit | undefined {
  const [youngest, oldest] = typeof years === 'number' ? [years, years] : years;
  // Limits rise with age, so the youngest age that may be has the lowest.
  const found = limits.filter(({ fromYear }) => fromYear <= youngest).at(-1);
  if (!found || oldest > lastYear) return undefined;
  const { male, female } = found;
  return sex
    ? found[sex]
    : limit(Math.min(male.systolic, female.systolic), Math.min(male.diastolic, female.diastolic));
}
