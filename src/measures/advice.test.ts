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
import type { AdviceSettings, ScreeningValues } from './index.ts';
import { acuityRows, adviceRows, classRows, paramRows } from './advice-rows.fixture.ts';

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

for (const [rule, values, expected] of adviceRows) {
  test(`advice, ${rule}`, () => assert.equal(told(values), expected));
}

test('what each class of nutrition leads to', () => {
  for (const [code, action] of classRows) {
    const nutrition = {
      results: [{ indicator: 'arm', class: code }],
      findings: [],
      book: undefined,
    } as const;
    assert.equal(told({ nutrition }), action && `nutrition.${code} ${action} arm`, code);
  }
});

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
  assert.equal(
    of(5.5, 79),
    'nutrition.implausible measureAgain weightForAge weightForHeight; ' +
      'nutrition.severeUnderweight referCommune weightForAge; ' +
      'nutrition.severeStunting referCommune heightForAge; nutrition.severeWasting referSpecialist weightForHeight',
  );
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
  for (const [values, expected] of paramRows) assert.deepEqual(adviceFor(values)[0]?.params, expected);
});

test('acuity is read as it is written', () => {
  for (const [acuity, expected] of acuityRows) assert.equal(decimalAcuity(acuity), expected, String(acuity));
});
