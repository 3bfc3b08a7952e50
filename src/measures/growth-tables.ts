/** Sex as the growth tables have it; for other entries there is no table. */
export type Sex = 'male' | 'female';

/** What a growth table gives for one place: power of the Box-Cox transformation, median, coefficient of variation. */
export interface Lms {
  readonly l: number;
  /** In the unit of the measure: kg, cm or kg/m². */
  readonly m: number;
  readonly s: number;
}

/**
 * A table of WHO: `… day` by whole days 0 to 1856 (growth standards 2006), `… month` by months from 61 on (growth
 * reference 2007: 228, weight 120), weight for length or height by tenths of a centimetre (450 to 1100, 650 to 1200).
 */
export type GrowthTable =
  | `${'weightForAge' | 'heightForAge' | 'bmiForAge' | 'headForAge'} day`
  | `${'weightForAge' | 'heightForAge' | 'bmiForAge'} month`
  | 'weightForLength'
  | 'weightForHeight';

/** The L, M and S values of WHO's growth standards 2006 and growth reference 2007. */
export interface GrowthTables {
  /** The row of a whole place; between two places the values between theirs. `undefined` outside the table. */
  lms(table: GrowthTable, sex: Sex, place: number): Lms | undefined;
}

interface Columns {
  readonly first: number;
  readonly l: Float64Array;
  readonly m: Float64Array;
  readonly s: Float64Array;
}

/** Numbers from their third differences (the encoding stands in the data). */
function decoded(text: string, scale: number): Float64Array {
  let [value, slope, bend] = [0, 0, 0];
  const steps = text.match(/\(-?\d+\)|./g) ?? [];
  return Float64Array.from(steps, (step) => {
    bend += step[1] ? Number(step.slice(1, -1)) : stepOf(step.charCodeAt(0));
    slope += bend;
    value += slope;
    return value / scale;
  });
}

const stepOf = (code: number): number => (code === 48 ? 0 : code > 96 ? code - 96 : 64 - code);

/** Reads the rows of `data/growth.ts`; a table is decoded at its first use. */
export function growthTables(rows: string): GrowthTables {
  const lines = rows.split('\n');
  const places = new Map(
    lines.flatMap((line, at) => {
      if (at % 4) return [];
      const [, key = '', first] = /^(.*) (\d+)$/.exec(line) ?? [];
      return [[key, { at, first: Number(first) }] as const];
    }),
  );
  const read = new Map<string, Columns>();
  const columnsOf = (key: string): Columns | undefined => {
    const known = read.get(key);
    const place = places.get(key);
    if (known || !place) return known;
    const [l, m, s] = lines.slice(place.at + 1, place.at + 4) as [string, string, string];
    const columns = { first: place.first, l: decoded(l, 1e4), m: decoded(m, 1e4), s: decoded(s, 1e5) };
    read.set(key, columns);
    return columns;
  };
  return {
    lms(table, sex, place) {
      const columns = columnsOf(`${table} ${sex}`);
      if (!columns) return undefined;
      const from = place - columns.first;
      if (!(from >= 0 && from <= columns.m.length - 1)) return undefined;
      const low = Math.floor(from);
      const part = from - low;
      const between = (values: Float64Array): number => {
        const value = values[low]!;
        return part ? value + part * (values[low + 1]! - value) : value;
      };
      return { l: between(columns.l), m: between(columns.m), s: between(columns.s) };
    },
  };
}

let loading: Promise<GrowthTables> | undefined;

/**
 * The growth tables (6 kB, loaded on first use; a failed load is tried again at the next call). Values: WHO Child
 * Growth Standards 2006 and WHO Growth Reference 2007; say so wherever they are shown.
 */
export const loadGrowthTables = (): Promise<GrowthTables> =>
  (loading ??= import('./data/growth.ts').then(
    ({ growthRows }) => growthTables(growthRows),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  ));
