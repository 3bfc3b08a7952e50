/**
 * Rules of a school day, one row each: its name, what is given, what has to come of it, worked out by hand (z-scores from
 * the published rows of WHO with Python). Imports nothing.
 */

/** [rule, state, stations of the day, whether consent is needed, status] */
export const statusRows = [
  ['nothing stands', {}, 'measure eye', true, 'todo'],
  ['something stands at one', { measure: 'some' }, 'measure eye', true, 'begun'],
  ['one of two is whole', { measure: 'all' }, 'measure eye', true, 'begun'],
  ['both are whole', { measure: 'all', eye: 'all' }, 'measure eye', true, 'done'],
  ['a station that is not open today counts for nothing', { dental: 'all' }, 'measure', true, 'todo'],
  ['a day without stations is never done', { measure: 'all' }, '', true, 'todo'],
  ['the parents said no', { measure: 'all', consent: 'refused' }, 'measure', true, 'refused'],
  ['no answer is no refusal', { consent: 'unanswered' }, 'measure', true, 'todo'],
  ['where nobody is asked nobody refuses', { consent: 'refused' }, 'measure', false, 'todo'],
  ['typed and not saved', { unsaved: 'measure' }, 'measure eye', true, 'begun'],
  ['typed at a station that is not open today', { unsaved: 'eye' }, 'measure', true, 'todo'],
  ['typed is never done', { measure: 'all', unsaved: 'eye' }, 'measure eye', true, 'begun'],
  ['absent, and something was typed', { mark: 'absent', markAt: 5, unsaved: 'eye' }, 'eye', true, 'absent'],
  ['absent', { mark: 'absent', markAt: 5 }, 'measure', true, 'absent'],
  [
    'absent, and nothing was open today',
    { mark: 'absent', markAt: 5, eye: 'all', at: 9 },
    'measure',
    true,
    'absent',
  ],
  [
    'who came late was there',
    { mark: 'absent', markAt: 5, measure: 'some', at: 9 },
    'measure',
    true,
    'begun',
  ],
  [
    'who left early is absent',
    { mark: 'absent', markAt: 5, measure: 'some', at: 5 },
    'measure',
    true,
    'absent',
  ],
  [
    'absent after all was done',
    { mark: 'absent', markAt: 5, measure: 'all', at: 4 },
    'measure',
    true,
    'done',
  ],
  [
    'to be looked at again',
    { mark: 'recheck', markAt: 5, measure: 'all', at: 9 },
    'measure',
    true,
    'recheck',
  ],
  [
    'a refusal goes before a second look',
    { mark: 'recheck', markAt: 5, consent: 'refused' },
    'measure',
    true,
    'refused',
  ],
] as const;

/** [rule, places of the record (`R` = round1 of 2026-2027, `B` = its book), what stands of each station] */
export const stationRows = [
  ['nothing', {}, {}],
  ['weight alone', { 'R.weightKg': 20 }, { measure: 'some' }],
  ['weight and height', { 'R.weightKg': 20, 'R.heightCm': 120 }, { measure: 'all' }],
  ['a reason counts like a value', { 'R.weightKg': 20, 'absent R.heightCm': 'refused' }, { measure: 'all' }],
  ['what could not be read counts', { 'unread R.weightKg': '2o', 'R.heightCm': 120 }, { measure: 'all' }],
  ['an empty group is nothing', { 'R.vision': {}, 'R.spine': [], 'R.note': '' }, {}],
  ['one eye', { 'R.vision.uncorrectedRight': '10/10' }, { eye: 'some' }],
  [
    'both eyes',
    { 'R.vision.uncorrectedRight': '10/10', 'R.vision.uncorrectedLeft': '10/10' },
    { eye: 'all' },
  ],
  ['no bad tooth is a count', { 'R.caries': 0 }, { dental: 'all' }],
  ['a finding without a conclusion', { 'B.specialist.ent.diseases': 'Viêm mũi' }, { doctor: 'some' }],
  ['a conclusion', { 'B.conclusion': 'Bình thường' }, { doctor: 'all' }],
  ['what the list said is no visit', { 'B.general.school.name': 'Trường Ví Dụ' }, {}],
  ['a notice that was given out is no examination', { 'B.parentNotice.sentOn': '2026-11-20' }, {}],
  ['nor is one that cannot be read', { 'unread B.parentNotice.sentOn': 'hôm qua' }, {}],
  [
    'a notice beside a finding',
    { 'B.parentNotice.channel': 'paper', 'B.specialist.ent.diseases': 'Viêm mũi' },
    { doctor: 'some' },
  ],
  [
    'a notice beside a conclusion',
    { 'B.parentNotice.channel': 'paper', 'B.conclusion': 'Bình thường' },
    { doctor: 'all' },
  ],
  ['what the parents wrote', { 'B.general.birthOrder': 2 }, { general: 'all' }],
] as const;

/** [rule, name of the class, grade] */
export const gradeRows = [
  ['figure and letter', '3A', 3],
  ['the first grade', '1B', 1],
  ['the word before it', 'Lớp 3/2', 3],
  ['the word as NFD', 'Lớp 4'.normalize('NFD'), 4],
  ['two figures', '10 Toán', 10],
  ['letter and figure behind', '12A1', 12],
  ['a point behind', '9.3', 9],
  ['a leading nought', '06A', 6],
  ['the grade itself', 'Khối 6', 6],
  ['no grade 13', '13A', undefined],
  ['no grade 0', '0A', undefined],
  ['a year is no grade', '2026', undefined],
  ['a group of a kindergarten', 'Mầm 1', undefined],
  ['nothing', undefined, undefined],
] as const;

/**
 * Boy born 2016-11-18, round1 measured on 2026-11-18 (3652 days, 119.98 months) unless the places say otherwise.
 * [rule, places, what is found: `code level [advice …]`]. `A` = administrative.
 */
export const findingRows = [
  [
    'all indicators of the age, normal',
    { 'R.weightKg': 33, 'R.heightCm': 138 },
    ['weightForAge none', 'heightForAge none', 'bmiForAge none'],
  ],
  [
    'light and short',
    { 'R.weightKg': 22, 'R.heightCm': 124 },
    ['weightForAge advice nutrition.underweight', 'heightForAge advice nutrition.stunting', 'bmiForAge none'],
  ],
  [
    'obese by BMI alone',
    { 'R.weightKg': 44.5, 'R.heightCm': 138 },
    ['weightForAge none', 'heightForAge none', 'bmiForAge advice nutrition.obesity'],
  ],
  [
    'each indicator that is implausible is told by itself',
    { 'R.weightKg': 12, 'R.heightCm': 138 },
    [
      'weightForAge advice nutrition.implausible nutrition.severeUnderweight',
      'heightForAge none',
      'bmiForAge advice nutrition.implausible nutrition.severeThinness',
    ],
  ],
  ['weight alone', { 'R.weightKg': 33 }, ['weightForAge none']],
  [
    'weight for age ends at ten years',
    { 'R.weightKg': 50, 'R.heightCm': 160, 'R.measuredOn': '2029-11-18' },
    ['heightForAge none', 'bmiForAge none'],
  ],
  [
    'without a sex nothing is judged, and that is told',
    { 'R.weightKg': 33, 'R.heightCm': 138, 'A.sex': undefined },
    ['weightForAge open', 'heightForAge open', 'bmiForAge open'],
  ],
  [
    'without a birth date nothing is judged',
    { 'R.heightCm': 138, 'A.birthDate': undefined },
    ['heightForAge open'],
  ],
  [
    'without the day of measuring nothing is judged',
    { 'R.heightCm': 138, 'R.measuredOn': undefined },
    ['heightForAge open'],
  ],
  ['an impossible height is not measured', { 'R.heightCm': 1.38 }, []],
  [
    'a birth year leaves open what its days differ in',
    { 'R.heightCm': 124.8, 'A.birthDate': '2016' },
    ['heightForAge open'],
  ],
  [
    'an age that may be past ten years leaves weight for age open',
    { 'R.weightKg': 33, 'A.birthDate': '2016' },
    ['weightForAge open'],
  ],
  ['oedema', { 'R.weightKg': 33, 'R.oedema': true }, ['weightForAge open', 'oedema advice nutrition.oedema']],
  ['no oedema', { 'R.oedema': false }, ['oedema none']],
  [
    'of a child under five the arm counts, and BMI stands beside weight for height',
    { 'A.birthDate': '2023-11-18', 'R.weightKg': 14, 'R.heightCm': 96, 'R.armMm': 120 },
    [
      'weightForAge none',
      'heightForAge none',
      'weightForHeight none',
      'arm advice nutrition.moderateAcuteMalnutrition',
    ],
  ],
  ['the head has no cut-off', { 'A.birthDate': '2023-11-18', 'R.headCm': 49.5 }, ['headForAge none']],
  [
    'a pressure below the limit of ten years',
    { 'R.bloodPressureMmHg': { systolic: 107, diastolic: 71 } },
    ['bloodPressure none'],
  ],
  [
    'a pressure at the limit of ten years',
    { 'R.bloodPressureMmHg': { systolic: 108, diastolic: 60 } },
    ['bloodPressure advice bloodPressure.again'],
  ],
  [
    'a pressure that is high for a boy of twelve',
    { 'A.birthDate': '2014-11-18', 'R.bloodPressureMmHg': { systolic: 113, diastolic: 60 } },
    ['bloodPressure advice bloodPressure.again'],
  ],
  [
    'a pressure that is not for a girl of twelve',
    {
      'A.birthDate': '2014-11-18',
      'A.sex': 'female',
      'R.bloodPressureMmHg': { systolic: 113, diastolic: 60 },
    },
    ['bloodPressure none'],
  ],
  [
    'a pressure without an age',
    { 'R.bloodPressureMmHg': { systolic: 150 }, 'A.birthDate': undefined },
    ['bloodPressure open'],
  ],
  [
    'vision at the limit in one eye',
    { 'R.vision.uncorrectedRight': '10/10', 'R.vision.uncorrectedLeft': '7/10' },
    ['vision advice vision.low'],
  ],
  [
    'vision above the limit',
    { 'R.vision.uncorrectedRight': '10/10', 'R.vision.uncorrectedLeft': '8/10' },
    ['vision none'],
  ],
  ['one eye is not two', { 'R.vision.uncorrectedRight': '10/10' }, ['vision open']],
  [
    'an eye in words is open',
    { 'R.vision.uncorrectedRight': '10/10', 'R.vision.uncorrectedLeft': 'không hợp tác' },
    ['vision open'],
  ],
  [
    'glasses are told apart',
    { 'R.vision.correctedRight': '6/10', 'R.vision.correctedLeft': '10/10' },
    ['visionWithGlasses advice vision.lowWithGlasses'],
  ],
  ['four degrees', { 'R.spineRotationDegrees': 4 }, ['spine none']],
  ['five degrees', { 'R.spineRotationDegrees': 5 }, ['spine advice spine.again']],
  ['seven degrees', { 'R.spineRotationDegrees': 7 }, ['spine advice spine.rotation']],
  ['a back that looks straight', { 'R.spine': ['normal'] }, ['spine none']],
  ['a back that looks bent', { 'R.spine': ['scoliosisLeft'] }, ['spine advice spine.curved']],
  ['sound teeth', { 'R.caries': 0 }, ['caries none']],
  ['one bad tooth', { 'R.caries': 1 }, ['caries advice dental.caries']],
  [
    'the specialists are told apart',
    {
      'B.specialist.eye.acuity.uncorrectedRight': '5/10',
      'B.specialist.ent.whisperedLeftM': 0.4,
      'B.specialist.musculoskeletal.spine': ['kyphosis'],
    },
    [
      'specialist vision advice vision.low',
      'specialist hearing advice hearing.low',
      'specialist spine advice spine.curved',
    ],
  ],
  ['hearing as it should be', { 'B.specialist.ent.spokenRightM': 5 }, ['specialist hearing none']],
] as const;
