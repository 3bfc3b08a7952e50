import { age, daysPerMonth, earliest, isPartialDate, isPossible, latest } from '../measures/index.ts';
import type { RecordDraft } from '../schema/index.ts';
import { measurementsOf } from './measured.ts';
import type { Measured } from './measured.ts';
import { bookPath } from './stations.ts';
import type { Round } from './stations.ts';

/** What a measurement is asked about against the last one that is known. */
export type JumpCode =
  'height.shrunk' | 'height.factor' | 'height.fast' | 'weight.factor' | 'weight.fast' | 'weight.lost';

/** Something to ask about at once; never an error, never a diagnosis. */
export interface Jump {
  readonly code: JumpCode;
  /** Place in the record. */
  readonly place: string;
  /** The last known value and its day; the limit that was passed, in the unit of the value (`factor`: times). */
  readonly previous: { readonly value: number; readonly measuredOn?: string | undefined };
  readonly limit: number;
}

/** One line of how fast children grow at most: from this age in years on, in a month. */
export interface GainLimit {
  readonly fromYear: number;
  readonly weightKg: number;
  readonly heightCm: number;
}

/** Beyond what one asks whether a measurement is right. */
export interface JumpLimits {
  /** How much smaller one may seem, in cm. */
  readonly shrinkCm: number;
  /** From how many times more or less a slip of the decimal point is likelier. */
  readonly weightFactor: number;
  readonly heightFactor: number;
  /** The most that may be lost from one measurement to the next, as a share of the weight. */
  readonly lossShare: number;
  /** What two measurements may differ by themselves (scales, clothes), added to the gain: share of the weight, cm. */
  readonly weightErrorShare: number;
  readonly heightErrorCm: number;
  readonly gains: readonly GainLimit[];
}

/**
 * The usual limits, a choice of ours: no text was found that has any. They are wide: a healthy child in its fastest months
 * is not asked about, a slip of the decimal point and two children exchanged mostly are. Two careful measurements of one
 * child differ by 0.7 cm at most (WHO Multicentre Growth Reference Study), so 1 cm less is asked about.
 */
export const jumpLimits: JumpLimits = {
  shrinkCm: 1,
  weightFactor: 3,
  heightFactor: 1.8,
  lossShare: 0.15,
  weightErrorShare: 0.05,
  heightErrorCm: 1,
  gains: [
    { fromYear: 0, weightKg: 2, heightCm: 6 },
    { fromYear: 0.5, weightKg: 1, heightCm: 3 },
    { fromYear: 2, weightKg: 0.8, heightCm: 1.8 },
    { fromYear: 9, weightKg: 2, heightCm: 1.8 },
  ],
};

/** The last measurement before a day that has the value; what has no day is not known to be before. */
function lastBefore(
  all: readonly Measured[],
  name: 'weightKg' | 'heightCm',
  measuredOn: string,
): Measured | undefined {
  return all
    .filter((each) => isPossible(name, each[name]))
    .filter((each) => isPartialDate(each.measuredOn) && latest(each.measuredOn) < earliest(measuredOn))
    .sort((a, b) => (latest(a.measuredOn!) < latest(b.measuredOn!) ? -1 : 1))
    .at(-1);
}

/** What a child is longer lying than standing (WHO). */
const lyingMoreCm = 0.7;
/** Everything as if it were measured lying, so that the change from lying to standing at two years is no shrinking. */
function lengthOf({ heightCm = 0, position, measuredOn }: Measured, birthDate: string | undefined): number {
  const days = age(birthDate, measuredOn)?.days[0];
  const isLying = position ? position === 'lying' : days !== undefined && days < 731;
  return isLying ? heightCm : heightCm + lyingMoreCm;
}

/** Months between two days that may be known in part: the most that may lie between them, one at the least. */
const monthsBetween = (from: string, to: string): number =>
  Math.max(1, (Date.parse(latest(to)) - Date.parse(earliest(from))) / 86_400_000 / daysPerMonth);

/**
 * What is implausible against the last known measurement of the record (rounds, periodic examinations, visits of part D)
 * and those of `previous`: to be asked at once, while the pupil still stands there. A round without a day counts as
 * measured on `capturedOn`.
 */
export function jumps(
  record: RecordDraft,
  year: string,
  round: Round,
  previous: readonly Measured[] = [],
  limits: JumpLimits = jumpLimits,
): readonly Jump[] {
  const values = record.screenings?.[year]?.rounds?.[round];
  const measuredOn = values?.measuredOn ?? record.capturedOn;
  if (!values || !isPartialDate(measuredOn)) return [];
  const known = [...measurementsOf(record, { year, round }), ...previous];
  const birthDate = record.administrative?.birthDate;
  const now = { ...values, measuredOn };
  return (['weightKg', 'heightCm'] as const).flatMap((name) => {
    const before = lastBefore(known, name, measuredOn);
    if (!before || !isPossible(name, now[name])) return [];
    const found = (name === 'weightKg' ? weightJump : heightJump)(before, now, birthDate, limits);
    return found
      ? {
          code: found[0],
          place: `${bookPath(year)}.rounds.${round}.${name}`,
          previous: { value: before[name]!, measuredOn: before.measuredOn },
          limit: found[1],
        }
      : [];
  });
}

type Rule = (
  before: Measured,
  now: Measured,
  birthDate: string | undefined,
  limits: JumpLimits,
) => readonly [JumpCode, number] | undefined;

/** The most a child can have gained between two measurements, by the fastest of the ages it has had; not known, of all. */
function gainOf(
  name: 'weightKg' | 'heightCm',
  before: Measured,
  now: Measured,
  birthDate: string | undefined,
  { gains }: JumpLimits,
): number {
  const youngest = age(birthDate, before.measuredOn)?.days[0] ?? 0;
  const oldest = age(birthDate, now.measuredOn)?.days[1] ?? Infinity;
  const lines = gains.filter(
    ({ fromYear }, at) =>
      fromYear * 365.25 <= oldest && (gains[at + 1]?.fromYear ?? Infinity) * 365.25 > youngest,
  );
  return Math.max(...lines.map((line) => line[name])) * monthsBetween(before.measuredOn!, now.measuredOn!);
}

const weightJump: Rule = (before, now, birthDate, limits) => {
  const [was, is] = [before.weightKg!, now.weightKg!];
  if (is * limits.weightFactor <= was) return ['weight.factor', limits.weightFactor];
  const loss = was * limits.lossShare;
  if (was - is > loss) return ['weight.lost', loss];
  const gain = gainOf('weightKg', before, now, birthDate, limits) + was * limits.weightErrorShare;
  // Over the years a child becomes three times as heavy by growing.
  if (is - was <= gain) return undefined;
  return is >= was * limits.weightFactor ? ['weight.factor', limits.weightFactor] : ['weight.fast', gain];
};

const heightJump: Rule = (before, now, birthDate, limits) => {
  const [was, is] = [lengthOf(before, birthDate), lengthOf(now, birthDate)];
  if (is * limits.heightFactor <= was) return ['height.factor', limits.heightFactor];
  if (was - is > limits.shrinkCm + 1e-9) return ['height.shrunk', limits.shrinkCm];
  const gain = gainOf('heightCm', before, now, birthDate, limits) + limits.heightErrorCm;
  if (is - was <= gain) return undefined;
  return is >= was * limits.heightFactor ? ['height.factor', limits.heightFactor] : ['height.fast', gain];
};
