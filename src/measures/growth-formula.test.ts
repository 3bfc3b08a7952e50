import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { growthIndicators, loadGrowthTables, measureAtZ, zScore } from './index.ts';
import type { GrowthTable, GrowthTables, Sex } from './index.ts';
import { whoRows } from './who-rows.fixture.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
});

/** Two numbers that agree as far as WHO's own two programs have to: within 0.005. */
function near(found: number | undefined, expected: number | undefined, what: string): void {
  const ok =
    found === undefined || expected === undefined ? found === expected : Math.abs(found - expected) < 0.005;
  assert.ok(ok, `${what}: ${found}, expected ${expected}`);
}

// The whole range against the published formula, written here a second time from WHO's rows alone.

type Numbers = readonly [l: number, m: number, s: number];
const published = new Map(
  whoRows.split('\n').map((line) => {
    const [name = '', all = ''] = line.split(': ');
    const places = all.split('; ').map((text) => {
      const [place, ...lms] = text.split(' ').map(Number);
      return [place!, lms as unknown as Numbers] as const;
    });
    return [name, new Map(places)];
  }),
);

/** The numbers of a place of a table; between two places those between. */
function rowAt(table: string, place: number): Numbers | undefined {
  const known = published.get(table);
  const [low, high] = [known?.get(Math.floor(place)), known?.get(Math.ceil(place))];
  const part = place - Math.floor(place);
  return low && high && (low.map((value, at) => value + part * (high[at]! - value)) as unknown as Numbers);
}

function expectedZ(value: number, [l, m, s]: Numbers, restricted: boolean): number {
  const sd = (z: number): number => m * Math.pow(1 + l * s * z, 1 / l);
  let z = (Math.pow(value / m, l) - 1) / (l * s);
  if (restricted && z > 3) z = 3 + (value - sd(3)) / (sd(3) - sd(2));
  else if (restricted && z < -3) z = -3 + (value - sd(-3)) / (sd(-2) - sd(-3));
  return Math.round(z * 100) / 100;
}

const days = [0, 1, 30, 182, 365, 730, 731, 1460, 1826, 1827, 1856];
const months = [61, 61.5, 72.25, 96.75, 119.5, 120, 151, 151.9, 180.4, 227.3, 228];
const spread = [-4.8, -4.1, -3.5, -3.1, -2.9, -2, -1, 0, 0.4, 1, 2, 2.9, 3.1, 3.5, 5, 7];

test('z-scores from birth to 228 months are those of the published formula', () => {
  let compared = 0;
  const ages = [
    ...days.map((day) => ({ ageDays: day, place: day, table: 'day' })),
    ...months.map((month) => ({ ageDays: month * 30.4375, place: month, table: 'month' })),
  ];
  for (const sex of ['male', 'female'] as const)
    for (const indicator of ['weightForAge', 'heightForAge', 'bmiForAge', 'headForAge'] as const)
      for (const { ageDays, place, table } of ages) {
        const row = rowAt(`${indicator} ${table} ${sex}`, place);
        if (!row) {
          const measured = { sex, ageDays, weightKg: 20, heightCm: 110, headCm: 50 };
          assert.equal(zScore(indicator, measured, tables), undefined, `${indicator} at ${place}`);
          continue;
        }
        for (const by of spread) {
          const value = Math.round(row[1] * (1 + by * row[2]) * 100) / 100;
          const measured = {
            weightForAge: { weightKg: value },
            heightForAge: { heightCm: value },
            headForAge: { headCm: value },
            bmiForAge: { heightCm: 100, weightKg: value },
            weightForHeight: {},
          }[indicator];
          near(
            zScore(indicator, { sex, ageDays, ...measured }, tables),
            expectedZ(value, row, indicator === 'weightForAge' || indicator === 'bmiForAge'),
            `${sex} ${indicator} ${value} at ${table} ${place}`,
          );
          compared += 1;
        }
      }
  assert.equal(compared, 2 * 16 * (11 + 6 + 11 + 11 + 11 + 11 + 9));
});

test('z-scores of weight for length and height are those of the published formula', () => {
  const heights: readonly (readonly [table: string, ageDays: number, cm: readonly number[]])[] = [
    ['weightForLength', 400, [45, 45.05, 45.1, 60.3, 75.2, 75.225, 75.3, 109.95, 110]],
    ['weightForHeight', 1300, [65, 65.01, 65.1, 87.3, 87.37, 100, 119.95, 120]],
  ];
  for (const sex of ['male', 'female'] as const)
    for (const [table, ageDays, all] of heights)
      for (const heightCm of all)
        for (const by of spread) {
          const row = rowAt(`${table} ${sex}`, Math.round(heightCm * 1000) / 100)!;
          const weightKg = Math.round(row[1] * (1 + by * row[2]) * 100) / 100;
          near(
            zScore('weightForHeight', { sex, ageDays, weightKg, heightCm }, tables),
            expectedZ(weightKg, row, true),
            `${sex} ${table} ${weightKg} kg, ${heightCm} cm`,
          );
        }
});

test('the tables hold every number of WHO', () => {
  // Sums over whole tables, each number (L and M in 1/10,000, S in 1/100,000) times 1 to 97 by its place.
  const sums: readonly (readonly [GrowthTable, Sex, first: number, last: number, readonly number[]])[] = [
    ['bmiForAge day', 'female', 0, 1856, [-421415538, 14151676366, 806399097]],
    ['bmiForAge day', 'male', 0, 1856, [-360619256, 14372174609, 734452598]],
    ['bmiForAge month', 'female', 61, 228, [-90510196, 1346418248, 95264866]],
    ['bmiForAge month', 'male', 61, 228, [-108914436, 1338276124, 83518316]],
    ['headForAge day', 'female', 0, 1856, [904120000, 42478513188, 266914861]],
    ['headForAge day', 'male', 0, 1856, [904120000, 43371756618, 259306102]],
    ['heightForAge day', 'female', 0, 1856, [904120000, 80365545065, 351042211]],
    ['heightForAge day', 'male', 0, 1856, [904120000, 81404480535, 332497320]],
    ['heightForAge month', 'female', 61, 228, [73090000, 10873172626, 32150381]],
    ['heightForAge month', 'male', 61, 228, [73090000, 11121637952, 33148534]],
    ['weightForAge day', 'female', 0, 1856, [-237777465, 11370999366, 1181324348]],
    ['weightForAge day', 'male', 0, 1856, [-23694685, 11808505572, 1085177414]],
    ['weightForAge month', 'female', 61, 120, [-10355060, 484305673, 29943653]],
    ['weightForAge month', 'male', 61, 120, [-10317277, 485201798, 27112701]],
    ['weightForHeight', 'female', 650, 1200, [-99566008, 3621656841, 237474548]],
    ['weightForHeight', 'male', 650, 1200, [-91461496, 3654818067, 218453433]],
    ['weightForLength', 'female', 450, 1100, [-118566189, 3079634153, 280062412]],
    ['weightForLength', 'male', 450, 1100, [-108915093, 3132142452, 258047684]],
  ];
  for (const [table, sex, first, last, expected] of sums) {
    const found = [0, 0, 0];
    for (let place = first; place <= last; place++) {
      const { l, m, s } = tables.lms(table, sex, place)!;
      [l * 1e4, m * 1e4, s * 1e5].forEach((value, at) => {
        found[at]! += Math.round(value) * (((place - first) % 97) + 1);
      });
    }
    assert.deepEqual(found, expected, `${table} ${sex}`);
    assert.equal(tables.lms(table, sex, first - 1), undefined);
    assert.equal(tables.lms(table, sex, last + 1), undefined);
  }
});

// What holds for every child.

const child = fc.record({
  sex: fc.constantFrom('male' as const, 'female' as const),
  ageDays: fc.integer({ min: 0, max: 6939 }),
  heightCm: fc.double({ min: 45, max: 200, noNaN: true }),
  position: fc.constantFrom('lying' as const, 'standing' as const, undefined),
});

test('a heavier child never has a smaller z-score of weight', () => {
  const kg = fc.double({ min: 1, max: 120, noNaN: true });
  fc.assert(
    fc.property(child, kg, kg, (measured, a, b) => {
      for (const indicator of ['weightForAge', 'bmiForAge', 'weightForHeight'] as const) {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((weightKg) =>
          zScore(indicator, { ...measured, weightKg }, tables),
        );
        if (less === undefined || more === undefined) assert.equal(less, more);
        else assert.ok(less <= more, `${indicator} ${less} ${more}`);
      }
    }),
  );
});

test('the measure at a z-score has that z-score, the median has 0', () => {
  const sds = fc.integer({ min: -600, max: 600 }).map((hundredths) => hundredths / 100);
  fc.assert(
    fc.property(child, sds, ({ position: _, ...at }, sd) => {
      for (const indicator of growthIndicators)
        for (const z of [sd, 0]) {
          const value = measureAtZ(indicator, z, at, tables);
          // Nobody weighs as much or as little as the farthest of them.
          const size = value !== undefined && value > 0.3 && value < 200;
          if (!size) continue;
          const measured = {
            weightForAge: { weightKg: value },
            heightForAge: { heightCm: value },
            headForAge: { headCm: value },
            bmiForAge: { heightCm: 100, weightKg: value },
            weightForHeight: { weightKg: value },
          }[indicator];
          const found = zScore(indicator, { ...at, ...measured }, tables);
          if (found !== undefined) assert.ok(Math.abs(found - z) < 0.0051, `${indicator} ${found} ${z}`);
          else assert.ok(indicator === 'headForAge' || indicator === 'heightForAge');
        }
    }),
  );
});
