import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { growthIndicators, isImplausibleZ, loadGrowthTables, zScore } from './index.ts';
import type { GrowthIndicator, GrowthMeasured, GrowthTables } from './index.ts';

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
