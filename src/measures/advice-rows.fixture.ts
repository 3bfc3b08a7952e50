/** Rules of advice, one row each: its name, what was measured, `code action about` of each piece. Imports nothing. */

const boy = { sex: 'male', years: 10 } as const;

export const adviceRows = [
  ['nothing measured', {}, ''],
  ['pressure under the limit', { ...boy, bloodPressureMmHg: { systolic: 107, diastolic: 71 } }, ''],
  [
    'upper number at the limit',
    { ...boy, bloodPressureMmHg: { systolic: 108, diastolic: 60 } },
    'bloodPressure.again measureAgain bloodPressureMmHg',
  ],
  [
    'lower number at the limit',
    { ...boy, bloodPressureMmHg: { systolic: 100, diastolic: 72 } },
    'bloodPressure.again measureAgain bloodPressureMmHg',
  ],
  [
    'upper number alone',
    { ...boy, bloodPressureMmHg: { systolic: 120 } },
    'bloodPressure.again measureAgain bloodPressureMmHg',
  ],
  [
    'second time',
    { ...boy, bloodPressureMmHg: { systolic: 120, diastolic: 80 }, bloodPressureTimes: 2 },
    'bloodPressure.again measureAgain bloodPressureMmHg',
  ],
  [
    'third time',
    { ...boy, bloodPressureMmHg: { systolic: 120, diastolic: 80 }, bloodPressureTimes: 3 },
    'bloodPressure.high referCommune bloodPressureMmHg',
  ],
  [
    'third time under the limit',
    { ...boy, bloodPressureMmHg: { systolic: 100, diastolic: 60 }, bloodPressureTimes: 3 },
    '',
  ],
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
  ['an age alone', boy, ''],
  ['pressure at an age without a limit', { ...boy, years: 2, bloodPressureMmHg: { systolic: 150 } }, ''],
  [
    'pressure at the limit of boys of twelve',
    { sex: 'male', years: 12, bloodPressureMmHg: { systolic: 113 } },
    'bloodPressure.again measureAgain bloodPressureMmHg',
  ],
  [
    'the same is under the limit of girls',
    { sex: 'female', years: 12, bloodPressureMmHg: { systolic: 113 } },
    '',
  ],
  ['acuity in words says nothing', { vision: { uncorrectedRight: 'không hợp tác' } }, ''],
] as const;

/** [class of nutrition, what it leads to] */
export const classRows = [
  ['normal', ''],
  ['severeUnderweight', 'referCommune'],
  ['underweight', 'monitorAtSchool'],
  ['severeStunting', 'referCommune'],
  ['stunting', 'monitorAtSchool'],
  ['severeWasting', 'referSpecialist'],
  ['wasting', 'referCommune'],
  ['severeThinness', 'referCommune'],
  ['thinness', 'monitorAtSchool'],
  ['riskOfOverweight', 'monitorAtSchool'],
  ['overweight', 'monitorAtSchool'],
  ['obesity', 'referCommune'],
  ['moderateAcuteMalnutrition', 'referCommune'],
  ['severeAcuteMalnutrition', 'referSpecialist'],
  ['chronicEnergyDeficiency', 'monitorAtSchool'],
] as const;

/** [what was measured, the limits that are told, none of them a value of the child] */
export const paramRows = [
  [
    { ...boy, bloodPressureMmHg: { systolic: 151, diastolic: 97 } },
    { systolic: 108, diastolic: 72, times: 3 },
  ],
  [{ vision: { uncorrectedLeft: '1/10' } }, { tenths: 7 }],
  [{ vision: { correctedLeft: '1/10' } }, { tenths: 7 }],
  [{ hearing: { spokenLeftM: 1 } }, { spokenM: 5, whisperedM: 0.5 }],
  [{ spineRotationDegrees: 9 }, { againFrom: 5, referFrom: 7 }],
  [{ spine: ['kyphosis'] }, undefined],
  [{ caries: 4 }, { cariesFrom: 1 }],
] as const;

/** [acuity as it is written, as a decimal] */
export const acuityRows = [
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
  [0, 0],
  [2, 2],
  [2.01, undefined],
  ['20/10', 2],
  ['21/10', undefined],
  ['7,5/10', 0.75],
  ['2,0', 2],
  ['2,1', undefined],
] as const;
