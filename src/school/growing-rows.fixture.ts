/** Rules about how a child grows from one measurement to the next, one row each, worked out by hand. Imports nothing. */

/** One, eleven and 71 months old a month before the day of the round. */
const newborn = {
  'A.birthDate': '2026-09-18',
  'V.examinedOn': '2026-10-18',
  'V.vitals.weightKg': 4,
  'V.vitals.heightCm': 54,
};
const infant = {
  ...newborn,
  'A.birthDate': '2025-11-18',
  'V.vitals.weightKg': 9,
  'V.vitals.heightCm': 73,
};
const small = { ...newborn, 'A.birthDate': '2020-11-18', 'V.vitals.heightCm': 115 };

/**
 * The boy of `test-record.ts`, 30 kg and 130 cm on 2026-05-18 in the record (`V` = that visit of part D), and round1 on 2026-11-18, six
 * months later. [rule, places, `code place limit`]
 */
export const jumpRows = [
  ['nothing to ask', { 'R.weightKg': 33, 'R.heightCm': 133 }, []],
  ['one cm less is measured so', { 'R.heightCm': 129 }, []],
  ['more than one cm less', { 'R.heightCm': 128.9 }, ['height.shrunk R.heightCm 1']],
  [
    'lying is longer than standing',
    { 'R.heightCm': 129.6, 'R.position': 'lying' },
    ['height.shrunk R.heightCm 1'],
  ],
  ['half the height', { 'R.heightCm': 71.9 }, ['height.factor R.heightCm 1.8']],
  ['almost half the height', { 'R.heightCm': 72 }, ['height.shrunk R.heightCm 1']],
  // 184 days are 6.045 months: 1.8 × 6.045 + 1.
  ['as fast as it may grow', { 'R.heightCm': 141.8 }, []],
  ['faster than it may grow', { 'R.heightCm': 141.9 }, ['height.fast R.heightCm 11.88']],
  ['twice the height', { 'R.heightCm': 240 }, ['height.factor R.heightCm 1.8']],
  ['a point that is missing', { 'R.weightKg': 330 }, ['weight.factor R.weightKg 3']],
  ['three times as heavy', { 'R.weightKg': 90 }, ['weight.factor R.weightKg 3']],
  ['a third of it', { 'R.weightKg': 10 }, ['weight.factor R.weightKg 3']],
  ['a point that is too much', { 'R.weightKg': 3.3 }, ['weight.factor R.weightKg 3']],
  // 2 × 6.045 + 5 % of 30.
  ['as fast as it may gain', { 'R.weightKg': 43.5 }, []],
  ['faster than it may gain', { 'R.weightKg': 43.7 }, ['weight.fast R.weightKg 13.59']],
  ['fifteen in a hundred less', { 'R.weightKg': 25.5 }, []],
  ['more than that', { 'R.weightKg': 25.4 }, ['weight.lost R.weightKg 4.5']],
  ['an impossible value is judged elsewhere', { 'R.weightKg': 3300, 'R.heightCm': 1.3 }, []],
  ['nothing before', { 'R.weightKg': 330, 'V.examinedOn': '2026-11-18' }, []],
  ['what has no day is not before', { 'R.weightKg': 330, 'V.examinedOn': undefined }, []],
  ['a month that may be later is not before', { 'R.weightKg': 330, 'V.examinedOn': '2026-11' }, []],
  [
    'without its own day the day of capture counts',
    { 'R.weightKg': 330, 'R.measuredOn': undefined },
    ['weight.factor R.weightKg 3'],
  ],
  [
    'the last one counts, wherever it stands',
    { 'R.weightKg': 33, 'P.examinedOn': '2026-09', 'P.physique.weightKg': 40 },
    ['weight.lost R.weightKg 6'],
  ],
  [
    'the round of the year before',
    { 'R.weightKg': 33, 'O.measuredOn': '2026-10-01', 'O.weightKg': 40 },
    ['weight.lost R.weightKg 6'],
  ],
  // 13 to 24 months, 11.99 months apart: 3 × 11.99 + 1 for the height.
  [
    'a child that grew out of lying is not smaller',
    {
      'A.birthDate': '2024-10-20',
      'R.heightCm': 84.9,
      'V.examinedOn': '2026-09-18',
      'V.vitals.heightCm': 86.2,
    },
    [],
  ],
  [
    'from 731 days on one stands',
    {
      'A.birthDate': '2024-10-20',
      'R.heightCm': 85.1,
      'V.examinedOn': '2026-10-21',
      'V.vitals.heightCm': 86.2,
    },
    ['height.shrunk R.heightCm 1'],
  ],
  // One month at the least; two years and more: 0.8 kg a month, and 5 % of 10 kg.
  [
    'a young child gains less',
    {
      'A.birthDate': '2024-01-18',
      'R.weightKg': 11.4,
      'V.examinedOn': '2026-11-11',
      'V.vitals.weightKg': 10,
    },
    ['weight.fast R.weightKg 1.3'],
  ],
  // 31 days are 1.018 months: 2 kg and 6 cm a month.
  ['as fast as a newborn may gain', { ...newborn, 'R.weightKg': 6.2, 'R.heightCm': 61.1 }, []],
  [
    'faster than a newborn may gain',
    { ...newborn, 'R.weightKg': 6.3, 'R.heightCm': 61.2 },
    ['weight.fast R.weightKg 2.24', 'height.fast R.heightCm 7.11'],
  ],
  // 1 kg and 3 cm a month.
  ['as fast as in the second half year', { ...infant, 'R.weightKg': 10.4, 'R.heightCm': 77 }, []],
  [
    'faster than in the second half year',
    { ...infant, 'R.weightKg': 10.5, 'R.heightCm': 77.1 },
    ['weight.fast R.weightKg 1.47', 'height.fast R.heightCm 4.06'],
  ],
  [
    'who was a newborn in between may have gained as one',
    { ...infant, 'V.examinedOn': '2026-04-17', 'V.vitals.weightKg': 7, 'R.weightKg': 20 },
    [],
  ],
  // 1.8 cm a month.
  ['as fast as from two years on', { ...small, 'R.heightCm': 117.8 }, []],
  ['faster than from two years on', { ...small, 'R.heightCm': 117.9 }, ['height.fast R.heightCm 2.83']],
  [
    'who may be under two years is taken as lying',
    { 'A.birthDate': '2024-11', 'V.vitals.heightCm': 85, 'R.heightCm': 83.9 },
    ['height.shrunk R.heightCm 1'],
  ],
  [
    'an impossible value before is passed over',
    { 'V.vitals.weightKg': 3000, 'P.examinedOn': '2026-03-01', 'P.physique.weightKg': 30, 'R.weightKg': 33 },
    [],
  ],
  [
    'of an age that is not known the fastest counts',
    { 'A.birthDate': undefined, 'R.weightKg': 12.4, 'V.examinedOn': '2026-11-11', 'V.vitals.weightKg': 10 },
    [],
  ],
] as const;

const b = '2024-01-18';
const half = { measuredOn: '2024-07-18', weightKg: 7.5 };
const one = '2025-01-17';

/**
 * Boy born on 2024-01-18: 30 days on 2024-02-17, 182 on 2024-07-18, 365 on 2025-01-17, 730 on 2026-01-17; 7.5 kg at 182 days
 * is -0.50. [rule, birth date, what is measured, what was before, `fall day`]
 */
export const fallRows = [
  ['fallen', b, { measuredOn: one, weightKg: 8.2 }, [half], '0.98 2024-07-18'],
  ['just so far', b, { measuredOn: one, weightKg: 8.48 }, [half], '0.67 2024-07-18'],
  ['not so far', b, { measuredOn: one, weightKg: 8.49 }, [half], undefined],
  ['nothing before', b, { measuredOn: one, weightKg: 8.2 }, [], undefined],
  [
    'the highest of the year before counts',
    b,
    { measuredOn: one, weightKg: 8.2 },
    [half, { measuredOn: '2024-02-17', weightKg: 4.5 }],
    '1.56 2024-02-17',
  ],
  [
    'the highest counts wherever it stands',
    b,
    { measuredOn: one, weightKg: 8.2 },
    [{ measuredOn: '2024-02-17', weightKg: 4.5 }, half],
    '1.56 2024-02-17',
  ],
  [
    'of two days with the same score the first counts',
    b,
    { measuredOn: one, weightKg: 8.2 },
    [half, { measuredOn: '2024-07-19', weightKg: 7.513 }],
    '0.98 2024-07-18',
  ],
  [
    'what was measured without a weight says nothing',
    b,
    { measuredOn: one, weightKg: 8.2 },
    [half, { measuredOn: '2024-10-01', heightCm: 72 }],
    '0.98 2024-07-18',
  ],
  [
    'a year before is in it',
    b,
    { measuredOn: '2026-01-17', weightKg: 9.2 },
    [{ measuredOn: one, weightKg: 8.7 }],
    '1.5 2025-01-17',
  ],
  [
    'more than a year before is not',
    b,
    { measuredOn: '2026-01-18', weightKg: 9.2 },
    [{ measuredOn: one, weightKg: 8.7 }],
    undefined,
  ],
  [
    'the same day is not before',
    b,
    { measuredOn: one, weightKg: 8.2 },
    [{ measuredOn: one, weightKg: 9 }],
    undefined,
  ],
  [
    'a day after is not before',
    b,
    { measuredOn: half.measuredOn, weightKg: 7 },
    [{ measuredOn: one, weightKg: 9.6 }],
    undefined,
  ],
  ['with oedema weight says nothing', b, { measuredOn: one, weightKg: 8.2, oedema: true }, [half], undefined],
  ['a birth month is no age to the day', '2024-01', { measuredOn: one, weightKg: 8.2 }, [half], undefined],
  ['a month of measuring is no day', b, { measuredOn: '2025-01', weightKg: 8.2 }, [half], undefined],
] as const;
