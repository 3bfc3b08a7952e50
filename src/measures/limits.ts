import type { Range } from './dates.ts';

// What a living person can have, by the name of the field or, for counts, its unit. Wide on purpose, outside it a value is refused. Sources:
// extremes of published case reports and records (lightest surviving newborn 212 g, heaviest 9.98 kg; heaviest
// adult 635 kg, tallest 272 cm, shortest 54.6 cm; 69 births of one woman), rounded outwards; vital signs that
// end life within minutes on either side (pulse, respiration: APLS; temperature 25 to 44 °C; pressure 30 to 320 mmHg).
const possible: { readonly [name: string]: Range } = {
  weightG: [200, 10_500],
  lengthCm: [20, 80],
  alcoholGlassesPerDay: [0, 100],
  times: [0, 70],
  children: [0, 70],
  doses: [0, 50],
  gestationMonth: [1, 10],
  pulsePerMinute: [20, 300],
  temperatureC: [25, 44],
  systolic: [30, 320],
  diastolic: [0, 220],
  respiratoryRatePerMinute: [3, 130],
  weightKg: [0.2, 640],
  heightCm: [20, 275],
  bmi: [5, 200],
  waistCm: [15, 300],
  headCm: [12, 90],
  armMm: [30, 700],
  m: [0, 50],
  degree: [0, 90],
  teeth: [0, 52],
};

// What is so rare that one asks, by age: [from this age in years, min, max], each row up to the next. A person who
// is ill is not implausible: the limits lie outside the alarm values of APLS (2016) and the American Heart
// Association (pulse, respiration, pressure), outside ±5 standard deviations of the WHO growth standards of
// 2006/2007 (weight, height, head) and leave room for newborns before term, crying children and trained hearts. Of the arm no
// limits were found: wide around its bands. Voice is tried from 5 m (`m`), a scoliometer is read to 30 degrees, 20 are all
// milk teeth.
const month = 1 / 12;
const plausible: { readonly [name: string]: readonly (readonly [from: number, min: number, max: number])[] } =
  {
    weightG: [[0, 500, 6000]],
    lengthCm: [[0, 28, 60]],
    alcoholGlassesPerDay: [[0, 0, 20]],
    times: [[0, 0, 20]],
    children: [[0, 0, 18]],
    doses: [[0, 0, 12]],
    pulsePerMinute: [
      [0, 70, 220],
      [1, 60, 200],
      [5, 45, 180],
      [12, 38, 160],
    ],
    temperatureC: [[0, 34.5, 41.5]],
    systolic: [
      [0, 40, 130],
      [1, 55, 150],
      [5, 65, 180],
      [12, 70, 250],
    ],
    diastolic: [
      [0, 15, 95],
      [1, 20, 105],
      [5, 25, 120],
      [12, 30, 150],
    ],
    respiratoryRatePerMinute: [
      [0, 16, 90],
      [1, 14, 70],
      [5, 10, 50],
      [12, 8, 45],
    ],
    weightKg: [
      [0, 0.5, 7],
      [month, 0.8, 12],
      [0.5, 3, 16],
      [1, 4, 24],
      [2, 5.5, 42],
      [5, 8, 75],
      [9, 12, 130],
      [13, 18, 200],
      [18, 25, 220],
    ],
    heightCm: [
      [0, 28, 62],
      [month, 30, 80],
      [0.5, 45, 92],
      [1, 52, 108],
      [2, 62, 130],
      [5, 78, 165],
      [9, 92, 195],
      [13, 105, 215],
      [18, 115, 215],
    ],
    waistCm: [
      [0, 18, 75],
      [5, 32, 130],
      [13, 40, 200],
    ],
    headCm: [
      [0, 22, 50],
      [0.5, 35, 56],
      [2, 40, 60],
      [13, 45, 68],
    ],
    armMm: [
      [0, 40, 220],
      [0.5, 70, 280],
      [5, 100, 420],
      [13, 130, 600],
    ],
    m: [[0, 0, 10]],
    degree: [[0, 0, 30]],
    teeth: [[0, 0, 20]],
  };

const bounds = <T>(table: { readonly [name: string]: T }, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/**
 * What a living person can have of a measure, by the name of its field (`weightKg`; `systolic`, `diastolic` in mmHg)
 * or the unit of a count (`times`, `children`, `doses`).
 */
export const possibleRange = (name: string): Range | undefined => bounds(possible, name);

/** Whether a value is a number that a living person can have; true for names without limits. */
export function isPossible(name: string, value: unknown): value is number {
  const [min, max] = possibleRange(name) ?? [-Infinity, Infinity];
  return typeof value === 'number' && value >= min && value <= max;
}

/**
 * What is not surprising at an age in years; for an age that is not known exactly (or not at all) everything that
 * one of the ages allows.
 */
export function plausibleRange(name: string, [from, to]: Range = [0, 150]): Range | undefined {
  const rows = bounds(plausible, name)?.filter(
    ([start], index, all) => start <= to && (all[index + 1]?.[0] ?? Infinity) > from,
  );
  return rows && [Math.min(...rows.map((row) => row[1])), Math.max(...rows.map((row) => row[2]))];
}
