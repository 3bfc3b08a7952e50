/**
 * What each finding of the boy of `test-record.ts` names, one row for each. `R` = round1 of 2026-2027, `B` = its book.
 * Imports nothing.
 */

const standards = 'WHO Child Growth Standards 2006';
const both = `${standards}, WHO Growth Reference 2007`;
const practice = 'common school practice, no Vietnamese text seen:';
const four = { 'A.birthDate': '2022-11-18' };
const grown = { 'A.birthDate': '2007-10-18' };

/** [rule, places of the record, code, its places, its values, its source] */
export const namedRows = [
  ['weight', { 'R.weightKg': 33 }, 'weightForAge', 'R.weightKg', { weightKg: 33 }, both],
  ['height', { 'R.heightCm': 138 }, 'heightForAge', 'R.heightCm', { heightCm: 138 }, both],
  [
    'BMI from five years on',
    { 'R.weightKg': 33, 'R.heightCm': 138 },
    'bmiForAge',
    'R.weightKg R.heightCm',
    { weightKg: 33, heightCm: 138 },
    'WHO Growth Reference 2007',
  ],
  [
    'weight for height under five years',
    { ...four, 'R.weightKg': 16, 'R.heightCm': 103 },
    'weightForHeight',
    'R.weightKg R.heightCm',
    { weightKg: 16, heightCm: 103 },
    standards,
  ],
  [
    'head, which has no cut-off',
    { ...four, 'R.headCm': 49.5 },
    'headForAge',
    'R.headCm',
    { headCm: 49.5 },
    both,
  ],
  [
    'arm',
    { ...four, 'R.armMm': 140 },
    'arm',
    'R.armMm',
    { armMm: 140 },
    'WHO and UNICEF 2009: arm bands for 6 to 59 months',
  ],
  [
    'BMI of who is grown up',
    { ...grown, 'R.weightKg': 50, 'R.heightCm': 160 },
    'bmi',
    'R.weightKg R.heightCm',
    { weightKg: 50, heightCm: 160 },
    'WHO Technical Report Series 854, 1995',
  ],
  [
    'oedema',
    { 'R.oedema': true },
    'oedema',
    'R.oedema',
    { oedema: true },
    'WHO and UNICEF 2009: swelling of both feet',
  ],
  [
    'blood pressure',
    { 'R.bloodPressureMmHg': { systolic: 100, diastolic: 60 } },
    'bloodPressure',
    'R.bloodPressureMmHg',
    { bloodPressureMmHg: { systolic: 100, diastolic: 60 } },
    'American Academy of Pediatrics 2017 (doi 10.1542/peds.2017-1904): P90 at the 5th height percentile',
  ],
  [
    'vision',
    { 'R.vision.uncorrectedRight': '10/10', 'R.vision.uncorrectedLeft': '8/10' },
    'vision',
    'R.vision.uncorrectedRight R.vision.uncorrectedLeft',
    { uncorrectedRight: '10/10', uncorrectedLeft: '8/10' },
    `${practice} 7/10 or less`,
  ],
  [
    'vision with glasses',
    { 'R.vision.correctedRight': '10/10', 'R.vision.correctedLeft': '8/10' },
    'visionWithGlasses',
    'R.vision.correctedRight R.vision.correctedLeft',
    { correctedRight: '10/10', correctedLeft: '8/10' },
    `${practice} 7/10 or less`,
  ],
  [
    'degrees of the spine alone',
    { 'R.spineRotationDegrees': 0 },
    'spine',
    'R.spineRotationDegrees',
    { spineRotationDegrees: 0 },
    `${practice} scoliometer 5 and 7 degrees`,
  ],
  [
    'boxes of the spine alone',
    { 'R.spine': ['normal'] },
    'spine',
    'R.spine',
    { spine: ['normal'] },
    `${practice} scoliometer 5 and 7 degrees`,
  ],
  [
    'degrees and boxes of the spine',
    { 'R.spine': ['kyphosis'], 'R.spineRotationDegrees': 1 },
    'spine',
    'R.spineRotationDegrees R.spine',
    { spineRotationDegrees: 1, spine: ['kyphosis'] },
    `${practice} scoliometer 5 and 7 degrees`,
  ],
  ['teeth', { 'R.caries': 0 }, 'caries', 'R.caries', { caries: 0 }, 'a proposal of this package'],
  [
    'vision of the specialists',
    { 'B.specialist.eye.acuity.uncorrectedLeft': '6/10' },
    'vision',
    'B.specialist.eye.acuity.uncorrectedRight B.specialist.eye.acuity.uncorrectedLeft',
    { uncorrectedRight: undefined, uncorrectedLeft: '6/10' },
    `${practice} 7/10 or less`,
  ],
  [
    'hearing of the right ear',
    { 'B.specialist.ent.spokenRightM': 5, 'B.specialist.ent.whisperedRightM': 0.5 },
    'hearing',
    'B.specialist.ent.spokenRightM B.specialist.ent.whisperedRightM',
    { spokenRightM: 5, whisperedRightM: 0.5 },
    'prefilled as normal by the health-check programs in use: voice 5 m, whisper 0.5 m',
  ],
  [
    'hearing of the left ear',
    { 'B.specialist.ent.spokenLeftM': 5, 'B.specialist.ent.whisperedLeftM': 0.5 },
    'hearing',
    'B.specialist.ent.spokenLeftM B.specialist.ent.whisperedLeftM',
    { spokenLeftM: 5, whisperedLeftM: 0.5 },
    'prefilled as normal by the health-check programs in use: voice 5 m, whisper 0.5 m',
  ],
  [
    'spine of the specialists',
    { 'B.specialist.musculoskeletal.spine': ['normal'] },
    'spine',
    'B.specialist.musculoskeletal.spine',
    { spine: ['normal'] },
    `${practice} scoliometer 5 and 7 degrees`,
  ],
] as const;
