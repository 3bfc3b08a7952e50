import { bmi } from './bmi.ts';
import type { Range } from './dates.ts';
import { cutOffs as allCutOffs } from './cut-offs.ts';
import type { CutOff, NutritionClass, NutritionIndicator } from './cut-offs.ts';
import type { GrowthTables } from './growth-tables.ts';
import { daysPerMonth, growthIndicators, isImplausibleZ, zScore } from './growth.ts';
import type { GrowthIndicator, GrowthMeasured } from './growth.ts';
import { isPossible } from './limits.ts';

/** A child on the day of measuring; an age that is not known to the day is a range (`age(birthDate, on).days`). */
export interface NutritionMeasured extends Omit<GrowthMeasured, 'ageDays'> {
  readonly ageDays: number | Range;
  /** Mid-upper arm circumference in mm. */
  readonly armMm?: number | undefined;
}

/** What one indicator says. */
export interface NutritionResult {
  readonly indicator: NutritionIndicator;
  /** Least and most z-score of the days the child may be old; both the same where the age is known. */
  readonly z?: Range | undefined;
  /** What was measured, for `arm` (mm) and `bmi` (kg/m²), which have no z-score. */
  readonly value?: number | undefined;
  /** Missing with oedema, without a cut-off for the age, and where the ages that may be differ in it. */
  readonly class?: NutritionClass | undefined;
  /** The class to count in statistics: with oedema the severe one, none where the z-score is implausible. */
  readonly counted?: NutritionClass | undefined;
  /** So far out that a slip is likelier: measure again (`isImplausibleZ`). */
  readonly implausible?: true | undefined;
  /** Why there is no z-score. */
  readonly because?: 'oedema' | undefined;
  /** Shown beside but not part of findings and summary: BMI under five years where weight for height is known. */
  readonly beside?: true | undefined;
}

/** All indicators of a child, and what they say together. */
export interface NutritionAssessment {
  readonly results: readonly NutritionResult[];
  /** Every class but `normal` that the results say, in their order; not what stands `beside`. */
  readonly findings: readonly NutritionClass[];
  /**
   * The three words of the school book. `undefined` where height or thinness could not be judged, something is
   * implausible, or a child has both (stunted and overweight): a person decides.
   */
  readonly book: 'normal' | 'undernourished' | 'overweightObese' | undefined;
}

const over: readonly NutritionClass[] = ['riskOfOverweight', 'overweight', 'obesity'];

/** The class of a value at one age in months; `undefined` where no cut-off is for that age. */
function classOf(
  indicator: NutritionIndicator,
  value: number,
  months: number,
  cutOffs: readonly CutOff[],
): NutritionClass | undefined {
  const rows = cutOffs.filter((row) => row.indicator === indicator && isWithin(months, row.months));
  const row = rows.find(({ below, above, orEqual }) =>
    below === undefined
      ? above !== undefined && (value > above || (orEqual === true && value === above))
      : value < below || (orEqual === true && value === below),
  );
  return rows.length ? (row?.class ?? 'normal') : undefined;
}

const isWithin = (months: number, [from, to, last]: CutOff['months']): boolean =>
  months >= from && (last ? months <= to : months < to);

/** The one value that all have, else nothing. */
const same = <T>(values: readonly T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;

function byZ(
  indicator: GrowthIndicator,
  measured: NutritionMeasured,
  days: readonly number[],
  tables: GrowthTables,
  cutOffs: readonly CutOff[],
): NutritionResult | undefined {
  const scores = (oedema: boolean) =>
    days.map((ageDays) => zScore(indicator, { ...measured, ageDays, oedema }, tables));
  const found = scores(false);
  // An age at which there is no table would make the others look certain.
  if (!days.length || !found.every((z) => z !== undefined)) return undefined;
  if (measured.oedema && scores(true)[0] === undefined) {
    const worst = days.map((day) => classOf(indicator, -Infinity, day / daysPerMonth, cutOffs));
    return { indicator, because: 'oedema', counted: same(worst) };
  }
  const classes = found.map((z, at) => classOf(indicator, z, days[at]! / daysPerMonth, cutOffs));
  const implausible = found.every((z) => isImplausibleZ(indicator, z));
  const known = same(classes);
  return {
    indicator,
    z: [Math.min(...found), Math.max(...found)],
    class: known,
    ...(implausible ? { implausible } : { counted: known }),
  };
}

/** Bands of the arm, also for oedema alone, and BMI of who is past the tables. */
function byValue(
  indicator: 'arm' | 'bmi',
  value: number | undefined,
  measured: NutritionMeasured,
  days: readonly number[],
  cutOffs: readonly CutOff[],
): NutritionResult | undefined {
  const { oedema } = measured;
  const classes = days.map((day) =>
    oedema && indicator === 'arm'
      ? classOf(indicator, -Infinity, day / daysPerMonth, cutOffs)
      : value === undefined
        ? undefined
        : classOf(indicator, value, day / daysPerMonth, cutOffs),
  );
  if (classes.every((found) => found === undefined)) return undefined;
  if (oedema && indicator === 'bmi') return { indicator, value, because: 'oedema' };
  const known = same(classes);
  return {
    indicator,
    value,
    class: known,
    counted: known,
    ...(oedema && { because: 'oedema' as const }),
  };
}

// Two years of days: a birth year and a year of measuring. What is known less is not judged.
const mostDays = 732;

/**
 * Judges nutrition: one result for each indicator that could be worked out, and a summary. Never a diagnosis. The
 * cut-offs are data (`cutOffs`); give your own to change them. Pure: the tables come from `loadGrowthTables()`.
 */
export function assessNutrition(
  measured: NutritionMeasured,
  tables: GrowthTables,
  cutOffs: readonly CutOff[] = allCutOffs,
): NutritionAssessment {
  const { ageDays, weightKg, heightCm, armMm } = measured;
  const [from, to] = typeof ageDays === 'number' ? [ageDays, ageDays] : ageDays;
  const days = to - from <= mostDays ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [];
  const results = [
    ...growthIndicators.map((indicator) => byZ(indicator, measured, days, tables, cutOffs)),
    byValue('arm', isPossible('armMm', armMm) ? armMm : undefined, measured, days, cutOffs),
    byValue('bmi', bmi({ weightKg, heightCm }), measured, days, cutOffs),
  ].filter((result) => result !== undefined);
  const hasWeightForHeight = results.some(({ indicator }) => indicator === 'weightForHeight');
  const shown = results.map((result) =>
    result.indicator === 'bmiForAge' && hasWeightForHeight ? { ...result, beside: true as const } : result,
  );
  const counting = shown.filter(({ beside }) => !beside);
  const classes = counting.flatMap(({ class: found }) => found ?? []);
  const findings = [...new Set(classes)].filter((found) => found !== 'normal');
  return { results: shown, findings, book: bookOf(counting, findings) };
}

function bookOf(
  results: readonly NutritionResult[],
  findings: readonly NutritionClass[],
): NutritionAssessment['book'] {
  const isJudged = (...indicators: readonly NutritionIndicator[]): boolean =>
    results.some((result) => indicators.includes(result.indicator) && result.class !== undefined);
  const isAdult = isJudged('bmi');
  const enough = isAdult || (isJudged('heightForAge') && isJudged('weightForHeight', 'bmiForAge'));
  if (!enough || results.some(({ implausible }) => implausible)) return undefined;
  const isOver = findings.some((found) => over.includes(found) && found !== 'riskOfOverweight');
  const isUnder = findings.some((found) => !over.includes(found));
  if (isOver && isUnder) return undefined;
  return isOver ? 'overweightObese' : isUnder ? 'undernourished' : 'normal';
}
