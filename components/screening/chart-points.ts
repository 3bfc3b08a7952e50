import { formatDate, fill } from '../../src/i18n/index.ts';
import type { GrowthWords } from '../../src/i18n/screening.ts';
import {
  age,
  assessNutrition,
  bmi,
  daysPerMonth,
  growthMeasure,
  heightAsInTables,
} from '../../src/measures/index.ts';
import type {
  Age,
  GrowthIndicator,
  GrowthTables,
  NutritionResult,
  Range,
  Sex,
} from '../../src/measures/index.ts';
import { lyingMoreCm, standingFromDay } from './chart-model.ts';
import type { Spot } from './chart-model.ts';

/** What was measured on a day. Everything but the day may be missing. */
export interface GrowthPoint {
  /** ISO date. */
  readonly measuredOn: string;
  readonly weightKg?: number | undefined;
  /** Length (lying) or height (standing) as measured: corrections are the chart's. */
  readonly heightCm?: number | undefined;
  readonly headCm?: number | undefined;
  readonly position?: 'lying' | 'standing' | undefined;
  /** Swelling of both feet. */
  readonly oedema?: boolean | undefined;
}

/** A measurement as it is shown: a row of the table, and a spot on the chart where there can be one. */
export interface PointView {
  readonly date: string;
  readonly age: string;
  /** Measures in the order of the columns. */
  readonly cells: readonly string[];
  readonly z: string;
  readonly remark: string;
  /** Read out at the point and shown under the chart. */
  readonly label: string;
  readonly spot: Spot | undefined;
  /** Whether the tables take it as lying. */
  readonly lying: boolean;
}

type Column = 'weight' | 'height' | 'bmi' | 'head';

/** Which measures an indicator shows. */
export const columnsOf: { readonly [K in GrowthIndicator]: readonly Column[] } = {
  weightForAge: ['weight'],
  heightForAge: ['height'],
  bmiForAge: ['weight', 'height', 'bmi'],
  weightForHeight: ['height', 'weight'],
  headForAge: ['head'],
};

const units: { readonly [K in Column]: string } = { weight: 'kg', height: 'cm', bmi: 'kg/m²', head: 'cm' };

/** A number as the language writes it, with a real minus. */
export function numberText({ locale }: GrowthWords, value: number, digits?: number): string {
  const text = (digits === undefined ? String(value) : value.toFixed(digits)).replace('-', '−');
  return locale === 'vi' ? text.replace('.', ',') : text;
}

function ageOfMonths({ ui }: GrowthWords, months: number, days: number): string {
  if (months < 1) return fill(ui.days, { n: days });
  if (months < 24) return fill(ui.months, { n: months });
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return rest ? fill(ui.yearsMonths, { years, months: rest }) : fill(ui.years, { n: years });
}

function ageText(words: GrowthWords, known: Age | undefined): string {
  if (!known) return '';
  const [least, most] = ([0, 1] as const).map((at) => ageOfMonths(words, known.months[at], known.days[at]));
  return least === most ? least! : `${least} ${words.ui.to} ${most}`;
}

const zText = (words: GrowthWords, [least, most]: Range): string =>
  least === most
    ? numberText(words, least, 2)
    : `${numberText(words, least, 2)} ${words.ui.to} ${numberText(words, most, 2)}`;

/** The measurements of a child by date, as table rows and spots of the indicator. */
export function pointViews(
  points: readonly GrowthPoint[],
  child: { readonly indicator: GrowthIndicator; readonly sex: Sex; readonly birthDate: string },
  tables: GrowthTables,
  words: GrowthWords,
): readonly PointView[] {
  const sorted = [...points].sort((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1));
  const views = sorted.map((point) => viewOf(point, child, tables, words));
  // Weight for length and for height are one curve shifted by 0.7 cm: with older points all stand on that of height.
  const shift = child.indicator === 'weightForHeight' && views.some(({ lying, spot }) => spot && !lying);
  return views.map((view) =>
    shift && view.lying && view.spot
      ? { ...view, spot: { ...view.spot, x: view.spot.x - lyingMoreCm } }
      : view,
  );
}

function viewOf(
  point: GrowthPoint,
  { indicator, sex, birthDate }: Parameters<typeof pointViews>[1],
  tables: GrowthTables,
  words: GrowthWords,
): PointView {
  const known = age(birthDate, point.measuredOn);
  const [from, to] = known?.days ?? [0, 0];
  const result =
    known &&
    assessNutrition({ ...point, sex, ageDays: [from, to] }, tables).results.find(
      (each) => each.indicator === indicator,
    );
  const ageDays = from;
  const measure = growthMeasure(indicator, { ...point, sex, ageDays });
  const x =
    indicator === 'weightForHeight' ? heightAsInTables({ ...point, ageDays }) : ageDays / daysPerMonth;
  const isExact = known !== undefined && from === to;
  const cells = columnsOf[indicator].map((column) => cellText(words, column, point));
  const date = formatDate(point.measuredOn);
  const remark = [
    known ? remarkOf(words, result, measure) : words.reasons.unreadable,
    known && !isExact && words.reasons.partial,
  ]
    .filter(Boolean)
    .join('; ');
  const z = result?.z ? zText(words, result.z) : '';
  const sizes = cells.map((cell, at) => (cell ? `${cell} ${units[columnsOf[indicator][at]!]}` : ''));
  const said = [date, ageText(words, known), ...sizes, z && `${words.ui.z} ${z}`, remark];
  return {
    date,
    age: ageText(words, known),
    cells,
    z,
    remark,
    label: said.filter(Boolean).join(', '),
    spot: isExact && result?.z && x !== undefined && measure !== undefined ? { x, y: measure } : undefined,
    lying: ageDays < standingFromDay,
  };
}

function cellText(words: GrowthWords, column: Column, point: GrowthPoint): string {
  const value = {
    weight: point.weightKg,
    height: point.heightCm,
    head: point.headCm,
    bmi: bmi(point),
  }[column];
  return value === undefined ? '' : numberText(words, value);
}

/** Class and what has to be known. */
function remarkOf(
  { classes, reasons }: GrowthWords,
  result: NutritionResult | undefined,
  measure: number | undefined,
): string {
  if (result?.because) return reasons.oedema;
  if (!result) return measure === undefined ? reasons.missing : reasons.outside;
  const said = [result.class && classes[result.class], result.implausible && reasons.implausible];
  return said.filter(Boolean).join('; ');
}
