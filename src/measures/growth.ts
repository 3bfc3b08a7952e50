import type { GrowthTables, Lms, Sex } from './growth-tables.ts';
import { isPossible } from './limits.ts';

/** What is compared with children of the same sex and age, or of the same length or height. */
export type GrowthIndicator =
  'weightForAge' | 'heightForAge' | 'bmiForAge' | 'weightForHeight' | 'headForAge';

/** In the order in which they are shown. */
export const growthIndicators: readonly GrowthIndicator[] = [
  'weightForAge',
  'heightForAge',
  'bmiForAge',
  'weightForHeight',
  'headForAge',
];

/** Average length of a month in days, by which WHO's tables count. */
export const daysPerMonth = 30.4375;

/** A child on the day of measuring, as far as it was measured. */
export interface GrowthMeasured {
  readonly sex: Sex;
  /** Age in days since birth (`age(birthDate, measuredOn).days`); a month is 30.4375 days. */
  readonly ageDays: number;
  readonly weightKg?: number | undefined;
  /** Length (lying) or height (standing). */
  readonly heightCm?: number | undefined;
  /** How it was measured; not known means the way of the age: lying under 731 days, standing from then on. */
  readonly position?: 'lying' | 'standing' | undefined;
  /** Head circumference. */
  readonly headCm?: number | undefined;
  /** Swelling of both feet: weight says nothing about nutrition then. */
  readonly oedema?: boolean | undefined;
}

/** First day of standing height; until then length is measured lying. */
const standingFromDay = 731;
/** What a child is longer lying than standing. */
const lyingMoreCm = 0.7;

const isWeightBased = (indicator: GrowthIndicator): boolean =>
  indicator !== 'heightForAge' && indicator !== 'headForAge';

/**
 * Length or height in cm as the tables of the age expect it: under 731 days lying (a standing height + 0.7 cm), from
 * then on standing (a length − 0.7 cm). A "standing" child under 9 months is taken as a slip and is not corrected.
 */
export function heightAsInTables(
  measured: Pick<GrowthMeasured, 'ageDays' | 'heightCm' | 'position'>,
): number | undefined {
  const { heightCm, position } = measured;
  if (!isPossible('heightCm', heightCm)) return undefined;
  const day = Math.floor(measured.ageDays + 0.5);
  if (day < standingFromDay && position === 'standing' && measured.ageDays / daysPerMonth >= 9)
    return heightCm + lyingMoreCm;
  return day >= standingFromDay && position === 'lying' ? heightCm - lyingMoreCm : heightCm;
}

/** The measure of an indicator in its unit (kg, cm, kg/m²), with the correction for lying or standing. */
export function growthMeasure(indicator: GrowthIndicator, measured: GrowthMeasured): number | undefined {
  if (indicator === 'headForAge') return isPossible('headCm', measured.headCm) ? measured.headCm : undefined;
  const heightCm = heightAsInTables(measured);
  if (indicator === 'heightForAge') return heightCm;
  const { weightKg } = measured;
  if (!isPossible('weightKg', weightKg)) return undefined;
  if (indicator !== 'bmiForAge') return weightKg;
  return heightCm && weightKg / (heightCm / 100) ** 2;
}

/**
 * Which values a child is compared with: by the day (rounded half up) until 1856, from 61 months on by the month with
 * values between two months; weight for length under 731 days, for height until 60 months; head until 60 months.
 */
function lmsOf(
  indicator: GrowthIndicator,
  at: Pick<GrowthMeasured, 'sex' | 'ageDays' | 'heightCm' | 'position'>,
  tables: GrowthTables,
): Lms | undefined {
  const { sex, ageDays } = at;
  const day = Math.floor(ageDays + 0.5);
  const months = ageDays / daysPerMonth;
  if (indicator === 'weightForHeight') {
    const heightCm = heightAsInTables(at);
    if (!heightCm || !(day >= 0 && months < 60)) return undefined;
    const table = day < standingFromDay ? 'weightForLength' : 'weightForHeight';
    return tables.lms(table, sex, heightCm * 10);
  }
  if (indicator === 'headForAge') return months < 60 ? tables.lms('headForAge day', sex, day) : undefined;
  return tables.lms(`${indicator} day`, sex, day) ?? tables.lms(`${indicator} month`, sex, months);
}

/** The measure at a number of standard deviations. */
const atSd = ({ l, m, s }: Lms, sd: number): number =>
  l ? m * (1 + l * s * sd) ** (1 / l) : m * Math.exp(s * sd);

/**
 * Box-Cox z-score; beyond ±3, distances are counted in the last standard deviation. Of the measures without weight l
 * is 1, and there all standard deviations are the same: for them it changes nothing, as WHO has it.
 */
function scoreOf(value: number, lms: Lms): number {
  const { l, m, s } = lms;
  const z = l ? ((value / m) ** l - 1) / (l * s) : Math.log(value / m) / s;
  if (Math.abs(z) <= 3) return z;
  const side = Math.sign(z);
  const third = atSd(lms, 3 * side);
  return side * (3 + (value - third) / (third - atSd(lms, 2 * side)));
}

/** Rounded half away from zero to 2 decimals; never -0. */
const rounded = (z: number): number => (Math.sign(z) * Math.floor(Math.abs(z) * 100 + 0.5 + 1e-9)) / 100 + 0;

/**
 * Z-score of an indicator, rounded to 2 decimals: how many standard deviations a child is from the median of WHO's
 * children of the same sex and age (or length). WHO Child Growth Standards 2006 until 1856 days, WHO Growth Reference
 * 2007 from 61 to 228 months (weight: 120); weight for height and head until 60 months. `undefined` where something
 * was not measured, is not possible for a living child, or has no table; with oedema for all indicators with weight.
 * Not a diagnosis; see `isImplausibleZ`.
 */
export function zScore(
  indicator: GrowthIndicator,
  measured: GrowthMeasured,
  tables: GrowthTables,
): number | undefined {
  if (measured.oedema && isWeightBased(indicator)) return undefined;
  const value = growthMeasure(indicator, measured);
  const lms = value === undefined ? undefined : lmsOf(indicator, measured, tables);
  return lms && rounded(scoreOf(value!, lms));
}

const implausibleBeyond: { readonly [K in GrowthIndicator]: readonly [below: number, above: number] } = {
  weightForAge: [-6, 5],
  heightForAge: [-6, 6],
  bmiForAge: [-5, 5],
  weightForHeight: [-5, 5],
  headForAge: [-5, 5],
};

/**
 * Whether WHO counts a z-score as so far out that a slip is likelier than the child: measure again. Strictly beyond
 * −6 and 6 for height, −6 and 5 for weight, −5 and 5 for the others.
 */
export function isImplausibleZ(indicator: GrowthIndicator, z: number): boolean {
  const [below, above] = implausibleBeyond[indicator];
  return z < below || z > above;
}

/**
 * The measure (kg, cm, kg/m²) that has a z-score: what curves are drawn with. For weight for height `heightCm` is the
 * length or height; `undefined` outside the tables. Beyond ±3 it undoes the same restriction that `zScore` applies.
 */
export function measureAtZ(
  indicator: GrowthIndicator,
  z: number,
  at: Pick<GrowthMeasured, 'sex' | 'ageDays' | 'heightCm' | 'position'>,
  tables: GrowthTables,
): number | undefined {
  const lms = lmsOf(indicator, at, tables);
  if (!lms) return undefined;
  if (Math.abs(z) <= 3) return atSd(lms, z);
  const side = Math.sign(z);
  const third = atSd(lms, 3 * side);
  return third + (Math.abs(z) - 3) * (third - atSd(lms, 2 * side));
}
