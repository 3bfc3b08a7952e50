import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { age, growthIndicators, isImplausibleZ, loadGrowthTables, measureAtZ, zScore } from './index.ts';
import type { GrowthIndicator, GrowthMeasured, GrowthTable, GrowthTables, Sex } from './index.ts';
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

type Row = readonly [
  rule: string,
  indicator: GrowthIndicator,
  measured: GrowthMeasured,
  z: number | undefined,
];

// WHO's own survey of 2007, ages in months of 30.4375 days: [sex, months, kg, cm, height, weight, BMI for age].
const survey: readonly (readonly [
  Sex,
  number,
  number,
  number,
  number,
  number | undefined,
  number | undefined,
])[] = [
  ['male', 166.59, 50.7, 153.7, -1.13, undefined, 0.94],
  ['male', 184.09, 84.6, 181.7, 1.43, undefined, 1.66],
  ['female', 99, 33.7, 141.5, 2.29, 1.52, 0.54],
  ['female', 97.94, 29.7, 126.3, -0.21, 0.9, 1.32],
  ['male', 188.57, 126.4, 171.4, -0.07, undefined, 4.21],
  ['male', 149.48, 77.2, 156.1, 0.55, undefined, 3.14],
];

test('z-scores are those that WHO published for its survey of 2007', () => {
  for (const [sex, months, weightKg, heightCm, ...expected] of survey) {
    const measured = { sex, ageDays: months * 30.4375, weightKg, heightCm };
    (['heightForAge', 'weightForAge', 'bmiForAge'] as const).forEach((indicator, at) =>
      near(zScore(indicator, measured, tables), expected[at], `${indicator} at ${months} months`),
    );
  }
});

test('z-scores of children on paper forms, from their dates', () => {
  const children: readonly (readonly [
    Sex,
    born: string,
    on: string,
    weightKg: number,
    heightCm: number,
    expected: { readonly [K in GrowthIndicator]?: number },
  ])[] = [
    ['male', '2026-04-02', '2026-11-09', 7.8, 67.5, { weightForAge: -0.66, heightForAge: -0.94 }],
    ['male', '2024-07-19', '2025-12-18', 8.6, 75, { weightForAge: -1.99, heightForAge: -2.36 }],
    ['male', '2024-07-19', '2026-04-21', 8.9, 77.5, { weightForAge: -2.32, heightForAge: -2.67 }],
    [
      'male',
      '2024-07-19',
      '2026-10-20',
      9.1,
      79,
      { weightForAge: -2.92, heightForAge: -3.29, weightForHeight: -1.64 },
    ],
    ['female', '2017-03-14', '2026-05-12', 29.6, 132, { bmiForAge: 0.4, heightForAge: -0.24 }],
    ['male', '2012-02-23', '2026-10-14', 39.5, 151, { bmiForAge: -1.05, heightForAge: -2.07 }],
  ];
  for (const [sex, born, on, weightKg, heightCm, expected] of children) {
    const ageDays = age(born, on)!.days[0];
    for (const [indicator, z] of Object.entries(expected))
      near(
        zScore(indicator as GrowthIndicator, { sex, ageDays, weightKg, heightCm }, tables),
        z,
        `${indicator}, born ${born}, on ${on}`,
      );
  }
});

test('the BMI of −3, −2, +1 and +2 is that of the published charts', () => {
  const charts: readonly (readonly [Sex, months: number, bmi: string])[] = [
    ['male', 61, '12.1 13.0 16.6 18.3'],
    ['male', 120, '12.8 13.7 18.5 21.4'],
    ['male', 180, '14.7 16.0 22.7 27.0'],
    ['male', 228, '15.9 17.6 25.4 29.7'],
    ['female', 61, '11.8 12.7 16.9 18.9'],
    ['female', 120, '12.4 13.5 19.0 22.6'],
    ['female', 180, '14.4 15.9 23.5 28.2'],
    ['female', 228, '14.7 16.5 25.0 29.7'],
  ];
  for (const [sex, months, expected] of charts) {
    const at = { sex, ageDays: months * 30.4375 };
    const found = [-3, -2, 1, 2].map((z) => measureAtZ('bmiForAge', z, at, tables)?.toFixed(1)).join(' ');
    assert.equal(found, expected, `${sex}, ${months} months`);
  }
});

// Worked out from the published formula and WHO's rows by another program; each row fails without its rule.
const rows: readonly Row[] = [
  ['newborn boy by the day', 'weightForAge', { sex: 'male', ageDays: 0, weightKg: 3.3 }, -0.1],
  ['newborn girl, length', 'heightForAge', { sex: 'female', ageDays: 0, heightCm: 46.2 }, -1.58],
  ['a day later is another row', 'weightForAge', { sex: 'male', ageDays: 1, weightKg: 3.3 }, -0.04],
  ['half a day is rounded up to day 1', 'weightForAge', { sex: 'male', ageDays: 0.5, weightKg: 3.3 }, -0.04],
  [
    'weight beyond +3 is counted in the last standard deviation',
    'weightForAge',
    { sex: 'female', ageDays: 365, weightKg: 14.9 },
    4.11,
  ],
  [
    'weight beyond -3 is counted in the last standard deviation',
    'weightForAge',
    { sex: 'male', ageDays: 365, weightKg: 5.9 },
    -4.26,
  ],
  ['height beyond +3 is not', 'heightForAge', { sex: 'male', ageDays: 365, heightCm: 86.5 }, 4.53],
  ['height beyond -3 is not', 'heightForAge', { sex: 'female', ageDays: 3653, heightCm: 108 }, -4.79],
  ['head beyond -3 is not', 'headForAge', { sex: 'female', ageDays: 400, headCm: 39.2 }, -4.41],
  ['head beyond +3 is not', 'headForAge', { sex: 'male', ageDays: 30, headCm: 42.9 }, 4.84],
  ['BMI beyond +3', 'bmiForAge', { sex: 'male', ageDays: 5739.5994, weightKg: 126.4, heightCm: 171.4 }, 4.21],
  ['BMI beyond -3', 'bmiForAge', { sex: 'female', ageDays: 4000, weightKg: 20, heightCm: 142 }, -5.42],
  [
    'weight for length beyond +3',
    'weightForHeight',
    { sex: 'male', ageDays: 300, weightKg: 13.5, heightCm: 70 },
    5.8,
  ],
  [
    'weight for height beyond -3',
    'weightForHeight',
    { sex: 'female', ageDays: 1200, weightKg: 9.3, heightCm: 95 },
    -4.57,
  ],
  [
    '730 days: still the table of lying',
    'heightForAge',
    { sex: 'male', ageDays: 730, heightCm: 87.1 },
    -0.23,
  ],
  ['731 days: the table of standing', 'heightForAge', { sex: 'male', ageDays: 731, heightCm: 87.1 }, -0.01],
  [
    '730 days: weight for length',
    'weightForHeight',
    { sex: 'female', ageDays: 730, weightKg: 12, heightCm: 86.4 },
    0.41,
  ],
  [
    '731 days: weight for height',
    'weightForHeight',
    { sex: 'female', ageDays: 731, weightKg: 12, heightCm: 86.4 },
    0.24,
  ],
  [
    '730.5 days are rounded up to standing',
    'heightForAge',
    { sex: 'male', ageDays: 730.5, heightCm: 87.1 },
    -0.01,
  ],
  [
    '730 days measured standing: + 0.7 cm',
    'heightForAge',
    { sex: 'male', ageDays: 730, heightCm: 87.1, position: 'standing' },
    0,
  ],
  [
    '731 days measured lying: - 0.7 cm',
    'heightForAge',
    { sex: 'male', ageDays: 731, heightCm: 87.1, position: 'lying' },
    -0.24,
  ],
  [
    '730 days measured lying: as it is',
    'heightForAge',
    { sex: 'male', ageDays: 730, heightCm: 87.1, position: 'lying' },
    -0.23,
  ],
  [
    '731 days measured standing: as it is',
    'heightForAge',
    { sex: 'male', ageDays: 731, heightCm: 87.1, position: 'standing' },
    -0.01,
  ],
  [
    'the correction is in the BMI too',
    'bmiForAge',
    { sex: 'female', ageDays: 900, weightKg: 13, heightCm: 88, position: 'lying' },
    1.08,
  ],
  [
    'the correction is in weight for length too',
    'weightForHeight',
    { sex: 'female', ageDays: 500, weightKg: 10, heightCm: 78, position: 'standing' },
    0.19,
  ],
  [
    'the corrected length reaches the table',
    'weightForHeight',
    { sex: 'male', ageDays: 300, weightKg: 2.6, heightCm: 44.3, position: 'standing' },
    0.68,
  ],
  [
    '8.9 months said to stand: taken as lying',
    'heightForAge',
    { sex: 'male', ageDays: 271, heightCm: 71, position: 'standing' },
    -0.37,
  ],
  [
    '9 months standing: + 0.7 cm',
    'heightForAge',
    { sex: 'male', ageDays: 274, heightCm: 71, position: 'standing' },
    -0.12,
  ],
  [
    'a lying pupil: - 0.7 cm',
    'heightForAge',
    { sex: 'female', ageDays: 3000, heightCm: 130, position: 'lying' },
    0.25,
  ],
  [
    'between two tenths of a centimetre',
    'weightForHeight',
    { sex: 'male', ageDays: 200, weightKg: 7, heightCm: 65.25 },
    -0.56,
  ],
  [
    'lower end of length',
    'weightForHeight',
    { sex: 'male', ageDays: 10, weightKg: 2.4, heightCm: 45 },
    -0.19,
  ],
  [
    'under the lower end of length',
    'weightForHeight',
    { sex: 'male', ageDays: 10, weightKg: 2.4, heightCm: 44.9 },
    undefined,
  ],
  [
    'upper end of length',
    'weightForHeight',
    { sex: 'female', ageDays: 700, weightKg: 18, heightCm: 110 },
    -0.2,
  ],
  [
    'over the upper end of length',
    'weightForHeight',
    { sex: 'female', ageDays: 700, weightKg: 18, heightCm: 110.1 },
    undefined,
  ],
  [
    'lower end of height',
    'weightForHeight',
    { sex: 'female', ageDays: 800, weightKg: 7, heightCm: 65 },
    -0.37,
  ],
  [
    'under the lower end of height',
    'weightForHeight',
    { sex: 'female', ageDays: 800, weightKg: 7, heightCm: 64.9 },
    undefined,
  ],
  [
    'upper end of height',
    'weightForHeight',
    { sex: 'male', ageDays: 1800, weightKg: 22, heightCm: 120 },
    -0.17,
  ],
  [
    'over the upper end of height',
    'weightForHeight',
    { sex: 'male', ageDays: 1800, weightKg: 22, heightCm: 120.1 },
    undefined,
  ],
  [
    'weight for height on the last day under 60 months',
    'weightForHeight',
    { sex: 'male', ageDays: 1826, weightKg: 18, heightCm: 109 },
    -0.1,
  ],
  [
    'no weight for height from 60 months',
    'weightForHeight',
    { sex: 'male', ageDays: 1827, weightKg: 18, heightCm: 109 },
    undefined,
  ],
  ['head on the last day under 60 months', 'headForAge', { sex: 'female', ageDays: 1826, headCm: 50 }, 0.05],
  ['no head from 60 months', 'headForAge', { sex: 'female', ageDays: 1827, headCm: 50 }, undefined],
  [
    '60 months: still by the day',
    'bmiForAge',
    { sex: 'male', ageDays: 1827, weightKg: 20, heightCm: 110 },
    0.94,
  ],
  [
    'the last day of the standards',
    'bmiForAge',
    { sex: 'male', ageDays: 1856, weightKg: 20, heightCm: 110 },
    0.94,
  ],
  [
    '61 months: the reference of 2007',
    'bmiForAge',
    { sex: 'male', ageDays: 1857, weightKg: 20, heightCm: 110 },
    0.92,
  ],
  ['61 months: height', 'heightForAge', { sex: 'female', ageDays: 1857, heightCm: 100 }, -2.01],
  ['61 months: weight', 'weightForAge', { sex: 'female', ageDays: 1857, weightKg: 14 }, -1.98],
  ['between two months', 'heightForAge', { sex: 'male', ageDays: 5103, heightCm: 150 }, -1.69],
  [
    'between two months, half way',
    'bmiForAge',
    { sex: 'female', ageDays: 4398.2188, weightKg: 52.3, heightCm: 150 },
    1.63,
  ],
  ['120 months: the last weight', 'weightForAge', { sex: 'male', ageDays: 3652, weightKg: 40 }, 1.41],
  ['exactly 120 months', 'weightForAge', { sex: 'female', ageDays: 3652.5, weightKg: 24 }, -1.79],
  ['no weight over 120 months', 'weightForAge', { sex: 'male', ageDays: 3653, weightKg: 40 }, undefined],
  [
    'the last day of 228 months: height',
    'heightForAge',
    { sex: 'male', ageDays: 6939, heightCm: 160 },
    -2.27,
  ],
  [
    'exactly 228 months: BMI',
    'bmiForAge',
    { sex: 'female', ageDays: 6939.75, weightKg: 50, heightCm: 155 },
    -0.2,
  ],
  [
    'nothing over 228 months: height',
    'heightForAge',
    { sex: 'male', ageDays: 6940, heightCm: 160 },
    undefined,
  ],
  [
    'nothing over 228 months: BMI',
    'bmiForAge',
    { sex: 'male', ageDays: 6940, weightKg: 50, heightCm: 160 },
    undefined,
  ],
  ['oedema: no weight', 'weightForAge', { sex: 'male', ageDays: 600, weightKg: 9, oedema: true }, undefined],
  [
    'oedema: no BMI',
    'bmiForAge',
    { sex: 'male', ageDays: 600, weightKg: 9, heightCm: 78, oedema: true },
    undefined,
  ],
  [
    'oedema: no weight for length',
    'weightForHeight',
    { sex: 'male', ageDays: 600, weightKg: 9, heightCm: 78, oedema: true },
    undefined,
  ],
  ['oedema: height stays', 'heightForAge', { sex: 'male', ageDays: 600, heightCm: 78, oedema: true }, -2.12],
  ['oedema: head stays', 'headForAge', { sex: 'male', ageDays: 600, headCm: 46, oedema: true }, -1.23],
];

for (const [rule, indicator, measured, expected] of rows) {
  test(`${indicator}, ${rule}`, () => near(zScore(indicator, measured, tables), expected, rule));
}

test('no z-score of what is not measured or cannot be', () => {
  const child = { sex: 'male', ageDays: 600, weightKg: 9, heightCm: 78, headCm: 46 } as const;
  const none: readonly (readonly [GrowthIndicator, Partial<Record<keyof GrowthMeasured, unknown>>])[] = [
    ['weightForAge', { weightKg: undefined }],
    ['weightForAge', { weightKg: 0 }],
    ['weightForAge', { weightKg: 9000 }],
    ['weightForAge', { weightKg: NaN }],
    ['weightForAge', { ageDays: -1 }],
    ['weightForAge', { ageDays: NaN }],
    ['weightForAge', { sex: 'other' }],
    ['heightForAge', { heightCm: undefined }],
    ['heightForAge', { heightCm: 0.78 }],
    ['bmiForAge', { heightCm: undefined }],
    ['bmiForAge', { weightKg: undefined }],
    ['weightForHeight', { heightCm: undefined }],
    ['weightForHeight', { weightKg: undefined }],
    ['weightForHeight', { ageDays: -1 }],
    ['headForAge', { headCm: undefined }],
    ['headForAge', { headCm: 4.6 }],
  ];
  for (const [indicator, change] of none)
    assert.equal(
      zScore(indicator, { ...child, ...change } as GrowthMeasured, tables),
      undefined,
      `${indicator} ${JSON.stringify(change)}`,
    );
});

test('z-scores beyond the published limits are implausible, the limits are not', () => {
  const limits: { readonly [K in GrowthIndicator]: readonly [number, number] } = {
    weightForAge: [-6, 5],
    heightForAge: [-6, 6],
    bmiForAge: [-5, 5],
    weightForHeight: [-5, 5],
    headForAge: [-5, 5],
  };
  for (const indicator of growthIndicators) {
    const [below, above] = limits[indicator];
    assert.deepEqual(
      [below - 0.01, below, 0, above, above + 0.01].map((z) => isImplausibleZ(indicator, z)),
      [true, false, false, false, true],
      indicator,
    );
  }
});

// ——— The whole range against the published formula, written here a second time from WHO's rows alone.

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

// ——— What holds for every child.

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
