import { age, isDay, zScore } from '../measures/index.ts';
import type { GrowthTables, Sex } from '../measures/index.ts';
import type { Measured } from './measured.ts';

/** When a falling weight for age is pointed out. */
export interface WeightFallLimits {
  /** By how many standard deviations it has fallen, the limit included. */
  readonly sd: number;
  /** Against what was measured so many days before at most. */
  readonly days: number;
}

/**
 * The usual limits, a choice of ours: 0.67 standard deviations is the distance between two lines of percentiles on common
 * growth charts (50th to 25th); no Vietnamese text was found that has one. WHO's velocity standards (increments over
 * months, until two years) are not in this package.
 */
export const weightFallLimits: WeightFallLimits = { sd: 0.67, days: 365 };

/** Against which day weight for age has fallen, and by how many standard deviations (2 decimals). */
export interface WeightFall {
  readonly since: string;
  readonly sd: number;
}

/**
 * Whether a child's weight for age has fallen against what was measured in the year before: the highest earlier z-score
 * counts. Until ten years of age; not with oedema. `undefined` where it has not, or an age is not known to the day.
 */
export function weightFall(
  child: { readonly sex: Sex; readonly birthDate: string },
  now: Measured & { readonly oedema?: boolean | undefined },
  earlier: readonly Measured[],
  tables: GrowthTables,
  limits: WeightFallLimits = weightFallLimits,
): WeightFall | undefined {
  const { sex, birthDate } = child;
  const scored = ({ measuredOn, weightKg, oedema }: typeof now) => {
    const days = isDay(birthDate) && isDay(measuredOn) ? age(birthDate, measuredOn)?.days[0] : undefined;
    const z =
      days === undefined
        ? undefined
        : zScore('weightForAge', { sex, ageDays: days, weightKg, oedema }, tables);
    return z === undefined ? undefined : { z, days: days!, since: measuredOn! };
  };
  const present = scored(now);
  if (!present) return undefined;
  const before = earlier
    .flatMap((each) => scored(each) ?? [])
    .filter(({ days }) => days < present.days && present.days - days <= limits.days)
    .reduce<ReturnType<typeof scored>>(
      (highest, each) => (highest && highest.z >= each.z ? highest : each),
      undefined,
    );
  const sd = before ? Math.round((before.z - present.z) * 100) / 100 : 0;
  return before && sd >= limits.sd ? { since: before.since, sd } : undefined;
}
