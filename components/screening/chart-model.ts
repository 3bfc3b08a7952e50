import { daysPerMonth, measureAtZ } from '../../src/measures/index.ts';
import type { GrowthIndicator, GrowthTables, Sex } from '../../src/measures/index.ts';

/** A place in the units of the axes: months or cm, and the measure. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** One curve; where the tables change over there is a gap, hence several pieces. */
export interface Curve {
  readonly sd: number;
  readonly pieces: readonly (readonly Spot[])[];
}

/** What is drawn: the piece of the axes that holds all points, and the curves in it. */
export interface Frame {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
  readonly curves: readonly Curve[];
}

export const sds = [3, 2, 1, 0, -1, -2, -3] as const;

/** A child is this much shorter standing than lying: WHO's curves for length and for height are one, shifted by it. */
export const lyingMoreCm = 0.7;
/** First day of standing height, and of the months of the reference of 2007: the curves have a step there. */
export const standingFromDay = 731;
const monthsFromDay = 1857;
/** The least height of the tables in cm; the least length is 45. */
const leastHeight = 65;

// From the narrowest to the widest, in months: the first that holds every point is drawn.
const spans = [
  [0, 24],
  [0, 60],
  [60, 120],
  [60, 228],
  [0, 120],
  [0, 228],
] as const;
const lastMonth: { readonly [K in GrowthIndicator]: number } = {
  weightForAge: 120,
  heightForAge: 228,
  bmiForAge: 228,
  headForAge: 60,
  weightForHeight: 60,
};

/** The months that hold all ages; without an age the widest. */
function spanOf(indicator: GrowthIndicator, months: readonly number[]): readonly [number, number] {
  const possible = spans.filter(([, to]) => to <= lastMonth[indicator]);
  const holding = months.length
    ? possible.find(([from, to]) => months.every((month) => month >= from && month <= to))
    : undefined;
  return holding ?? possible.at(-1)!;
}

/** Round steps that give about as many ticks as fit. */
export function ticksOf([from, to]: readonly [number, number], about: number, steps: readonly number[]) {
  const step = steps.find((each) => (to - from) / each <= about) ?? steps.at(-1)!;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Whole pieces of an axis between its ends, both included. */
function* steps(from: number, to: number, count: number): Generator<number> {
  for (let at = 0; at <= count; at++) yield from + ((to - from) * at) / count;
}

function curvesByAge(
  indicator: GrowthIndicator,
  sex: Sex,
  [from, to]: readonly [number, number],
  tables: GrowthTables,
): readonly Curve[] {
  // Sixty months are a quarter of a day past the last day of the tables of the head.
  const end = to * daysPerMonth - (indicator === 'headForAge' ? 0.25 : 0);
  const [first, last] = [from * daysPerMonth, end];
  const breaks = [0, standingFromDay, monthsFromDay, Infinity];
  return sds.map((sd) => ({
    sd,
    pieces: breaks.slice(0, -1).flatMap((start, at) => {
      const [low, high] = [Math.max(first, start), Math.min(last, breaks[at + 1]! - 1)];
      if (high - low < 1) return [];
      const count = Math.max(24, Math.round((60 * (high - low)) / (last - first)));
      return [
        [...steps(low, high, count)].flatMap((ageDays) => {
          const y = measureAtZ(indicator, sd, { sex, ageDays }, tables);
          return y === undefined ? [] : [{ x: ageDays / daysPerMonth, y }];
        }),
      ];
    }),
  }));
}

function curvesByHeight(
  sex: Sex,
  [from, to]: readonly [number, number],
  lying: boolean,
  tables: GrowthTables,
): readonly Curve[] {
  const onTable = (x: number): { readonly ageDays: number; readonly heightCm: number } => {
    if (lying) return { ageDays: 0, heightCm: x };
    return x < leastHeight
      ? { ageDays: 0, heightCm: x + lyingMoreCm }
      : { ageDays: standingFromDay, heightCm: x };
  };
  return sds.map((sd) => ({
    sd,
    pieces: [
      [...steps(from, to, 60)].flatMap((x) => {
        const y = measureAtZ('weightForHeight', sd, { sex, ...onTable(x) }, tables);
        return y === undefined ? [] : [{ x, y }];
      }),
    ],
  }));
}

/** The axes and curves for the points of an indicator; `lying` tells weight for length from weight for height. */
export function frameOf(
  indicator: GrowthIndicator,
  sex: Sex,
  points: readonly Spot[],
  { lying, wide }: { readonly lying: boolean; readonly wide: boolean },
  tables: GrowthTables,
): Frame {
  const byHeight = indicator === 'weightForHeight';
  const x = byHeight
    ? lying
      ? ([45, 110] as const)
      : ([points.some((point) => point.x < leastHeight) ? 45 - lyingMoreCm : leastHeight, 120] as const)
    : spanOf(
        indicator,
        points.map((point) => point.x),
      );
  const curves = byHeight ? curvesByHeight(sex, x, lying, tables) : curvesByAge(indicator, sex, x, tables);
  const all = [...curves.flatMap(({ pieces }) => pieces.flat()), ...points].map((spot) => spot.y);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = (most - least) * 0.04;
  const y = [Math.max(0, least - room), most + room] as const;
  return {
    x,
    y,
    xTicks: byHeight
      ? ticksOf(x, wide ? 14 : 7, [5, 10, 20])
      : ticksOf(x, wide ? 14 : 7, [2, 3, 4, 6, 12, 24, 36, 48]),
    yTicks: ticksOf(y, 10, [1, 2, 5, 10, 20, 25, 50]),
    curves,
  };
}
