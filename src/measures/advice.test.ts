import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  adviceFor,
  adviceSettings,
  assessNutrition,
  bloodPressureLimit,
  decimalAcuity,
  loadGrowthTables,
} from './index.ts';
import type { Acuity, Advice, AdviceSettings, ScreeningValues } from './index.ts';

const told = (values: ScreeningValues, settings?: AdviceSettings): string =>
  adviceFor(values, settings)
    .map(({ code, action, about }) => `${code} ${action} ${about.join(' ')}`)
    .join('; ');

test('blood-pressure limits are those of the screening table, by sex and completed years', () => {
  // Year: boys, girls, as in the reference of school health.
  const table = `3: 101/58 102/60; 4: 102/60 103/62; 5: 103/63 104/64; 6: 105/66 105/67; 7: 106/68 106/68;
    8: 107/69 107/69; 9: 107/70 108/71; 10: 108/72 109/72; 11: 110/74 111/74; 12: 113/75 114/75; 13: 120/80 120/80;
    16: 120/80 120/80; 19: 120/80 120/80`;
  for (const line of table.split(';')) {
    const [year = '', ...expected] = line.trim().split(/[: ]+/);
    const found = (['male', 'female'] as const).map((sex) => {
      const { systolic, diastolic } = bloodPressureLimit(Number(year), sex)!;
      return `${systolic}/${diastolic}`;
    });
    assert.deepEqual(found, expected, year);
  }
  assert.equal(bloodPressureLimit(2, 'male'), undefined);
  assert.equal(bloodPressureLimit(20, 'male'), undefined);
});

test('of ages and sexes that may be, the lower blood-pressure limit holds', () => {
  assert.deepEqual(bloodPressureLimit([9, 10], 'male'), { systolic: 107, diastolic: 70 });
  assert.deepEqual(bloodPressureLimit(3, undefined), { systolic: 101, diastolic: 58 });
  assert.equal(bloodPressureLimit([2, 3], 'male'), undefined);
  assert.equal(bloodPressureLimit([19, 20], 'male'), undefined);
});

const boy = { sex: 'male', years: 10 } as const;
const pressure = (systolic: number, diastolic?: number, bloodPressureTimes?: number): ScreeningValues => ({
  ...boy,
  bloodPressureMmHg: { systolic, diastolic },
  bloodPressureTimes,
});

const rows: readonly (readonly [rule: string, values: ScreeningValues, advice: string])[] = [
  ['nothing measured', {}, ''],
  ['pressure under the limit', pressure(107, 71), ''],
  ['upper number at the limit', pressure(108, 60), 'bloodPressure.again measureAgain bloodPressureMmHg'],
  ['lower number at the limit', pressure(100, 72), 'bloodPressure.again measureAgain bloodPressureMmHg'],
  ['upper number alone', pressure(120), 'bloodPressure.again measureAgain bloodPressureMmHg'],
  ['second time', pressure(120, 80, 2), 'bloodPressure.again measureAgain bloodPressureMmHg'],
  ['third time', pressure(120, 80, 3), 'bloodPressure.high referCommune bloodPressureMmHg'],
  ['third time under the limit', pressure(100, 60, 3), ''],
  ['pressure without an age', { bloodPressureMmHg: { systolic: 150, diastolic: 90 } }, ''],
  [
    '7/10 in one eye',
    { vision: { uncorrectedRight: '7/10', uncorrectedLeft: '10/10' } },
    'vision.low referSpecialist vision.uncorrectedRight',
  ],
  ['8/10 in both', { vision: { uncorrectedRight: '8/10', uncorrectedLeft: '8/10' } }, ''],
  [
    'both eyes',
    { vision: { uncorrectedRight: '3/10', uncorrectedLeft: 'ĐNT 2m' } },
    'vision.low referSpecialist vision.uncorrectedRight vision.uncorrectedLeft',
  ],
  [
    'with glasses',
    { vision: { correctedLeft: '6/10' } },
    'vision.lowWithGlasses referSpecialist vision.correctedLeft',
  ],
  ['glasses that suffice', { vision: { correctedLeft: '10/10' } }, ''],
  [
    'voice at 5 m, whisper at 0.5 m',
    { hearing: { spokenRightM: 5, spokenLeftM: 5, whisperedRightM: 0.5, whisperedLeftM: 0.5 } },
    '',
  ],
  ['voice under 5 m', { hearing: { spokenRightM: 4.5 } }, 'hearing.low referSpecialist hearing.spokenRightM'],
  [
    'whisper under 0.5 m',
    { hearing: { whisperedLeftM: 0.4 } },
    'hearing.low referSpecialist hearing.whisperedLeftM',
  ],
  ['4.9 degrees', { spineRotationDegrees: 4.9 }, ''],
  ['5 degrees', { spineRotationDegrees: 5 }, 'spine.again measureAgain spineRotationDegrees'],
  ['6.9 degrees', { spineRotationDegrees: 6.9 }, 'spine.again measureAgain spineRotationDegrees'],
  ['7 degrees', { spineRotationDegrees: 7 }, 'spine.rotation referSpecialist spineRotationDegrees'],
  ['a normal spine', { spine: ['normal'] }, ''],
  ['a curved spine', { spine: ['scoliosisLeft'] }, 'spine.curved referSpecialist spine'],
  ['no decayed tooth', { caries: 0 }, ''],
  ['one decayed tooth', { caries: 1 }, 'dental.caries referSpecialist caries'],
  ['oedema, nothing else', { oedema: true }, 'nutrition.oedema referSpecialist oedema'],
];
for (const [rule, values, expected] of rows) {
  test(`advice, ${rule}`, () => assert.equal(told(values), expected));
}

test('advice on nutrition names each class once, with the indicators that say it', async () => {
  const tables = await loadGrowthTables();
  const of = (weightKg: number, heightCm: number, more = {}): string =>
    told({ nutrition: assessNutrition({ sex: 'male', ageDays: 823, weightKg, heightCm, ...more }, tables) });
  assert.equal(of(12, 88), '');
  assert.equal(
    of(8.7, 79),
    'nutrition.severeUnderweight referCommune weightForAge; nutrition.severeStunting referCommune heightForAge; ' +
      'nutrition.wasting referCommune weightForHeight',
  );
  assert.equal(of(12, 88, { armMm: 120 }), 'nutrition.moderateAcuteMalnutrition referCommune arm');
  // BMI under five years says wasting here; weight for height, which counts, does not.
  assert.equal(of(12.2, 95), '');
  // With oedema no class of weight is told, and the swelling once.
  assert.equal(of(12, 88, { armMm: 110, oedema: true }), 'nutrition.oedema referSpecialist oedema');
  // What is implausible is measured again and yet not passed over.
  assert.match(of(5.5, 79), /nutrition\.implausible measureAgain .*weightForHeight/);
  assert.match(of(5.5, 79), /nutrition\.severeWasting referSpecialist/);
});

test('a host changes limits and actions, and turns parts off', () => {
  const values: ScreeningValues = {
    ...pressure(130, 90),
    vision: { uncorrectedRight: '5/10' },
    hearing: { spokenRightM: 1 },
    spineRotationDegrees: 6,
    caries: 2,
  };
  const off: AdviceSettings = {
    bloodPressure: undefined,
    vision: undefined,
    hearing: undefined,
    spine: undefined,
    dental: undefined,
    actions: adviceSettings.actions,
  };
  assert.equal(told(values, off), '');
  assert.equal(told(values, { ...adviceSettings, actions: {} }), '');
  const strict: AdviceSettings = {
    ...off,
    vision: { lowUpTo: 0.4 },
    spine: { againFrom: 3, referFrom: 6 },
    dental: { cariesFrom: 3 },
    bloodPressure: { limits: adviceSettings.bloodPressure!.limits, times: 1 },
    actions: { ...adviceSettings.actions, 'spine.rotation': 'monitorAtSchool' },
  };
  assert.equal(
    told(values, strict),
    'bloodPressure.high referCommune bloodPressureMmHg; spine.rotation monitorAtSchool spineRotationDegrees',
  );
});

test('params hold limits and no value of the child', () => {
  const params = (values: ScreeningValues): Advice['params'] => adviceFor(values)[0]?.params;
  assert.deepEqual(params(pressure(151, 97)), { systolic: 108, diastolic: 72, times: 3 });
  assert.deepEqual(params({ vision: { uncorrectedLeft: '1/10' } }), { tenths: 7 });
  assert.deepEqual(params({ hearing: { spokenLeftM: 1 } }), { spokenM: 5, whisperedM: 0.5 });
  assert.deepEqual(params({ spineRotationDegrees: 9 }), { againFrom: 5, referFrom: 7 });
});

test('acuity is read as it is written', () => {
  const table: readonly (readonly [Acuity, number | undefined])[] = [
    ['7/10', 0.7],
    [' 10 / 10 ', 1],
    ['7/10 (kính)', 0.7],
    ['12/10', 1.2],
    ['20/40', 0.5],
    ['6/12', 0.5],
    ['0,7', 0.7],
    ['0.7', 0.7],
    [0.7, 0.7],
    ['0/10', 0],
    ['ĐNT 3m', 0],
    ['đnt', 0],
    ['Đếm ngón tay 1 m', 0],
    ['BBT', 0],
    ['ST(+)', 0],
    ['st', 0],
    ['sth khác', undefined],
    ['7', undefined],
    [7, undefined],
    [-1, undefined],
    [NaN, undefined],
    ['7-8/10', undefined],
    ['7/0', undefined],
    ['0/0', undefined],
    ['50/10', undefined],
    ['7/1000', undefined],
    ['không đo', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [acuity, expected] of table) assert.equal(decimalAcuity(acuity), expected, String(acuity));
});
