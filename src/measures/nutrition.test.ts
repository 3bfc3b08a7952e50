import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { cutOffRows } from './cut-off-rows.fixture.ts';
import { age, assessNutrition, cutOffs, loadGrowthTables } from './index.ts';
import type { CutOff, GrowthTables, NutritionMeasured, NutritionResult } from './index.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
});

const of = (measured: NutritionMeasured, indicator: string, rows?: readonly CutOff[]) =>
  assessNutrition(measured, tables, rows).results.find((result) => result.indicator === indicator);

/** Of a boy or girl: [rule, indicator, measured, z or value, class]. A z-score stands for both its ends. */
const rows: readonly (readonly [
  rule: string,
  indicator: NutritionResult['indicator'],
  measured: NutritionMeasured,
  z: number | undefined,
  found: NutritionResult['class'],
])[] = [
  ['-2.00 is not below -2', 'heightForAge', { sex: 'male', ageDays: 1002, heightCm: 86.9 }, -2, 'normal'],
  ['just below -2', 'heightForAge', { sex: 'male', ageDays: 1002, heightCm: 86.8 }, -2.03, 'stunting'],
  ['-3.00 is not below -3', 'heightForAge', { sex: 'male', ageDays: 1000, heightCm: 83.3 }, -3, 'stunting'],
  ['below -3', 'heightForAge', { sex: 'male', ageDays: 823, heightCm: 79 }, -3.29, 'severeStunting'],
  ['tall is normal', 'heightForAge', { sex: 'female', ageDays: 4000, heightCm: 170 }, 3.82, 'normal'],
  ['below -2', 'weightForAge', { sex: 'male', ageDays: 823, weightKg: 9.1 }, -2.92, 'underweight'],
  ['below -3', 'weightForAge', { sex: 'male', ageDays: 823, weightKg: 8.9 }, -3.1, 'severeUnderweight'],
  [
    'the last days of 120 months',
    'weightForAge',
    { sex: 'male', ageDays: 3652, weightKg: 21 },
    -2.77,
    'underweight',
  ],
  ['the day of birth', 'heightForAge', { sex: 'male', ageDays: 0, heightCm: 44 }, -3.11, 'severeStunting'],
  ['the day of birth', 'weightForAge', { sex: 'male', ageDays: 0, weightKg: 2.2 }, -2.67, 'underweight'],
  [
    '+2.00 is not above +2',
    'weightForHeight',
    { sex: 'male', ageDays: 823, weightKg: 10.7, heightCm: 72 },
    2,
    'normal',
  ],
  [
    '+1.00 is not above +1',
    'bmiForAge',
    { sex: 'female', ageDays: 4000, weightKg: 33.5, heightCm: 130 },
    1,
    'normal',
  ],
  [
    'exactly 60 months has no band',
    'arm',
    { sex: 'male', ageDays: 1826.25, armMm: 110 },
    undefined,
    undefined,
  ],
  ['heavy is normal', 'weightForAge', { sex: 'male', ageDays: 823, weightKg: 18.5 }, 3.21, 'normal'],
  [
    'below -2',
    'weightForHeight',
    { sex: 'male', ageDays: 823, weightKg: 8.7, heightCm: 79 },
    -2.21,
    'wasting',
  ],
  [
    'below -3',
    'weightForHeight',
    { sex: 'male', ageDays: 823, weightKg: 8, heightCm: 79 },
    -3.28,
    'severeWasting',
  ],
  [
    '+1 to +2 under five is normal',
    'weightForHeight',
    { sex: 'male', ageDays: 823, weightKg: 12, heightCm: 79 },
    1.69,
    'normal',
  ],
  [
    'above +2 under five',
    'weightForHeight',
    { sex: 'male', ageDays: 823, weightKg: 12.6, heightCm: 79 },
    2.24,
    'overweight',
  ],
  [
    'above +3 under five',
    'weightForHeight',
    { sex: 'male', ageDays: 823, weightKg: 14, heightCm: 79 },
    3.44,
    'obesity',
  ],
  [
    'BMI on the last day under five: +1.46 is normal',
    'bmiForAge',
    { sex: 'male', ageDays: 1826, weightKg: 21, heightCm: 110 },
    1.46,
    'normal',
  ],
  [
    'BMI from five years on: above +1',
    'bmiForAge',
    { sex: 'male', ageDays: 1827, weightKg: 21, heightCm: 110 },
    1.46,
    'overweight',
  ],
  [
    'BMI from five years on: above +2',
    'bmiForAge',
    { sex: 'female', ageDays: 4000, weightKg: 56, heightCm: 145 },
    2.54,
    'obesity',
  ],
  [
    'BMI from five years on: below -2',
    'bmiForAge',
    { sex: 'female', ageDays: 4000, weightKg: 28, heightCm: 145 },
    -2.45,
    'thinness',
  ],
  [
    'BMI from five years on: below -3',
    'bmiForAge',
    { sex: 'female', ageDays: 4000, weightKg: 25, heightCm: 145 },
    -3.71,
    'severeThinness',
  ],
  ['114 mm', 'arm', { sex: 'male', ageDays: 823, armMm: 114 }, 114, 'severeAcuteMalnutrition'],
  ['115 mm', 'arm', { sex: 'male', ageDays: 823, armMm: 115 }, 115, 'moderateAcuteMalnutrition'],
  ['124 mm', 'arm', { sex: 'male', ageDays: 823, armMm: 124 }, 124, 'moderateAcuteMalnutrition'],
  ['125 mm', 'arm', { sex: 'male', ageDays: 823, armMm: 125 }, 125, 'normal'],
  ['first day of 6 months', 'arm', { sex: 'male', ageDays: 183, armMm: 110 }, 110, 'severeAcuteMalnutrition'],
  [
    'last day before 60 months',
    'arm',
    { sex: 'male', ageDays: 1826, armMm: 110 },
    110,
    'severeAcuteMalnutrition',
  ],
  ['no band under 6 months', 'arm', { sex: 'male', ageDays: 182, armMm: 110 }, undefined, undefined],
  ['no band from 60 months', 'arm', { sex: 'male', ageDays: 1827, armMm: 110 }, undefined, undefined],
  ['no arm of a slip', 'arm', { sex: 'male', ageDays: 823, armMm: 11.4 }, undefined, undefined],
  [
    '18.49 past the tables',
    'bmi',
    { sex: 'male', ageDays: 7000, weightKg: 47.33, heightCm: 160 },
    18.49,
    'chronicEnergyDeficiency',
  ],
  [
    '18.5 past the tables',
    'bmi',
    { sex: 'male', ageDays: 7000, weightKg: 47.36, heightCm: 160 },
    18.5,
    'normal',
  ],
  [
    'no BMI of adults at 228 months',
    'bmi',
    { sex: 'male', ageDays: 6939, weightKg: 40, heightCm: 160 },
    undefined,
    undefined,
  ],
];

for (const [rule, indicator, measured, z, expected] of rows) {
  test(`${indicator} for nutrition, ${rule}`, () => {
    const result = of(measured, indicator);
    const shown = result?.z ? result.z[0] : result?.value;
    if (z === undefined) assert.equal(shown, undefined);
    else assert.ok(shown !== undefined && Math.abs(shown - z) < 0.005, `${shown}, expected ${z}`);
    assert.equal(result?.class, expected);
    assert.equal(result?.counted, expected);
  });
}

test('oedema gives no z-score with weight, counts as the severe class, and the arm as severe', () => {
  const measured = { sex: 'male', ageDays: 600, weightKg: 11, heightCm: 80, oedema: true } as const;
  const { results, book } = assessNutrition(measured, tables);
  const found = Object.fromEntries(
    results.map(({ indicator, z, class: judged, counted, because }) => [
      indicator,
      [!!z, judged, counted, because],
    ]),
  );
  assert.deepEqual(found, {
    weightForAge: [false, undefined, 'severeUnderweight', 'oedema'],
    heightForAge: [true, 'normal', 'normal', undefined],
    bmiForAge: [false, undefined, 'severeWasting', 'oedema'],
    weightForHeight: [false, undefined, 'severeWasting', 'oedema'],
    arm: [false, 'severeAcuteMalnutrition', 'severeAcuteMalnutrition', 'oedema'],
  });
  assert.equal(book, undefined);
  const adult = of({ sex: 'male', ageDays: 7000, weightKg: 40, heightCm: 160, oedema: true }, 'bmi');
  assert.deepEqual([adult?.class, adult?.because], [undefined, 'oedema']);
});

test('an implausible z-score keeps its class, is marked, and is not counted', () => {
  const result = of({ sex: 'male', ageDays: 823, weightKg: 5.5, heightCm: 79 }, 'weightForHeight');
  assert.equal(result?.class, 'severeWasting');
  assert.equal(result.implausible, true);
  assert.equal(result.counted, undefined);
  assert.ok(result.z![0] < -5);
});

test('a birth date that is not known to the day gives the least and most z-score', () => {
  const ageDays = age('2017-03', '2026-05-12')!.days;
  const measured = { sex: 'female', weightKg: 29.6, heightCm: 132 } as const;
  const { z, class: found } = of({ ...measured, ageDays }, 'heightForAge')!;
  const ends = ageDays.map((day) => of({ ...measured, ageDays: day }, 'heightForAge')!.z![0]);
  assert.deepEqual(z, [Math.min(...ends), Math.max(...ends)]);
  assert.ok(z![0] < z![1]);
  assert.equal(found, 'normal');
});

test('the least of a range of ages may lie inside it', () => {
  // BMI falls and rises again around six years: both ends are not its extremes.
  const measured = { sex: 'male', weightKg: 20, heightCm: 115 } as const;
  const { z } = of({ ...measured, ageDays: [1300, 1826] }, 'bmiForAge')!;
  const all = Array.from(
    { length: 527 },
    (_, at) => of({ ...measured, ageDays: 1300 + at }, 'bmiForAge')!.z![0],
  );
  assert.deepEqual(z, [Math.min(...all), Math.max(...all)]);
});

test('ages that differ in the class give no class, ages without a table no result', () => {
  const measured = { sex: 'male', weightKg: 21, heightCm: 110 } as const;
  const across = of({ ...measured, ageDays: [1820, 1830] }, 'bmiForAge');
  assert.ok(across?.z);
  assert.equal(across.class, undefined);
  assert.equal(across.counted, undefined);
  assert.equal(of({ ...measured, ageDays: [1820, 1830] }, 'weightForHeight'), undefined);
  assert.deepEqual(assessNutrition({ ...measured, ageDays: [0, 5000] }, tables).results, []);
});

test('the last month is included to its end, a birth year known is enough, and a slip has to be one at every age', () => {
  assert.equal(of({ sex: 'male', ageDays: 3652.5, weightKg: 21 }, 'weightForAge')?.class, 'underweight');
  const measured = { sex: 'male', weightKg: 27, heightCm: 130 } as const;
  assert.ok(of({ ...measured, ageDays: [3000, 3732] }, 'heightForAge'));
  assert.equal(of({ ...measured, ageDays: [3000, 3733] }, 'heightForAge'), undefined);
  const year = of({ sex: 'male', weightKg: 12, ageDays: [0, 700] }, 'weightForAge');
  assert.ok(year!.z![1] > 5 && year!.z![0] < 2);
  assert.equal(year!.implausible, undefined);
});

test('the summary takes weight for height under five, and BMI only where there is none', () => {
  const ofBoth = assessNutrition({ sex: 'male', ageDays: 823, weightKg: 8.7, heightCm: 79 }, tables);
  const beside = ofBoth.results.filter((result) => result.beside).map(({ indicator }) => indicator);
  assert.deepEqual(beside, ['bmiForAge']);
  assert.deepEqual(ofBoth.findings, ['severeUnderweight', 'severeStunting', 'wasting']);
  const short = assessNutrition({ sex: 'female', ageDays: 800, weightKg: 5.2, heightCm: 64 }, tables);
  assert.ok(short.results.every((result) => !result.beside && result.indicator !== 'weightForHeight'));
  assert.ok(short.results.some(({ indicator }) => indicator === 'bmiForAge'));
});

test('the words of the book: normal, undernourished, overweight, or left to a person', () => {
  const girl = { sex: 'female', ageDays: 4000 } as const;
  const table: readonly (readonly [NutritionMeasured, string | undefined])[] = [
    [{ ...girl, weightKg: 38, heightCm: 145 }, 'normal'],
    [{ ...girl, weightKg: 28, heightCm: 145 }, 'undernourished'],
    [{ ...girl, weightKg: 28, heightCm: 130 }, 'undernourished'],
    [{ ...girl, weightKg: 56, heightCm: 145 }, 'overweightObese'],
    // Stunted and obese at once.
    [{ ...girl, weightKg: 46, heightCm: 130 }, undefined],
    [{ ...girl, weightKg: 38 }, undefined],
    [{ ...girl, heightCm: 145 }, undefined],
    // Implausible.
    [{ ...girl, weightKg: 130, heightCm: 150 }, undefined],
    [{ sex: 'male', ageDays: 7000, weightKg: 60, heightCm: 165 }, 'normal'],
  ];
  for (const [measured, expected] of table)
    assert.equal(assessNutrition(measured, tables).book, expected, JSON.stringify(measured));
});

test('a host gives cut-offs of its own: the limit itself, or a risk of overweight', () => {
  const boy = { sex: 'male', ageDays: 1002, heightCm: 86.9 } as const;
  const equal = cutOffs.map((row) => ({ ...row, orEqual: true }));
  assert.equal(of(boy, 'heightForAge', equal)?.class, 'stunting');
  const girl = { sex: 'female', ageDays: 4000, weightKg: 33.5, heightCm: 130 } as const;
  assert.equal(of(girl, 'bmiForAge', equal)?.class, 'overweight');
  const risk: CutOff = {
    indicator: 'weightForHeight',
    months: [0, 60],
    class: 'riskOfOverweight',
    above: 1,
    source: 'WHO 2008',
  };
  const heavy = { sex: 'male', ageDays: 823, weightKg: 12, heightCm: 79 } as const;
  assert.equal(of(heavy, 'weightForHeight', [...cutOffs, risk])?.class, 'riskOfOverweight');
});

test('the cut-offs are those of the papers, the severe ones first, and what is doubtful is said', () => {
  const found = cutOffs.map(({ indicator, months: [from, to, last], below, above, ...row }) => [
    ...[indicator, from, last ? `${to}+` : to, row.class],
    ...[below === undefined ? `> ${above}` : `< ${below}`, row.source],
  ]);
  assert.deepEqual(found, cutOffRows);
  assert.ok(
    cutOffs.every(({ orEqual }) => orEqual === undefined),
    'limits of WHO are strict',
  );
  const doubtful = cutOffs.filter(({ doubt }) => doubt).map(({ indicator }) => indicator);
  assert.deepEqual([...new Set(doubtful)], ['weightForHeight', 'bmiForAge', 'arm', 'bmi']);
});
