import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { age, loadGrowthTables, measureAtZ, zScore } from './index.ts';
import type { GrowthIndicator, GrowthTables, Sex } from './index.ts';

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
