/**
 * Who is looked at again, one row for each rule. `R` = the boy's round1 of 2026-2027, `B` = its book, `V` = a visit of part
 * D. Imports nothing.
 */

/** [rule, places of the record, status, `kind code place` of each reason, the action] */
export const recallRows = [
  ['nothing was found', { 'R.caries': 0 }, 'done', []],
  ['a value advises it', { 'R.caries': 1 }, 'done', ['advice dental.caries R.caries'], 'referSpecialist'],
  [
    'a value of the other round advises nothing',
    { 'B.rounds.round2.measuredOn': '2027-04-02', 'B.rounds.round2.caries': 1 },
    'done',
    [],
  ],
  [
    'the most urgent of two goes before',
    { 'R.weightKg': 22, 'R.vision.uncorrectedRight': '1/10', 'R.vision.uncorrectedLeft': '1/10' },
    'done',
    [
      'advice nutrition.underweight R.weightKg',
      'advice vision.low R.vision.uncorrectedRight R.vision.uncorrectedLeft',
    ],
    'referSpecialist',
  ],
  ['staff decided that nothing is', { 'R.caries': 1, 'B.followUp.actions': ['none'] }, 'done', []],
  [
    'what staff decided stands alone',
    { 'R.caries': 1, 'B.followUp.actions': ['referCommune', 'monitorAtSchool'] },
    'done',
    ['staff referCommune B.followUp.actions', 'staff monitorAtSchool B.followUp.actions'],
    'referCommune',
  ],
  [
    'an emergency goes before all',
    { 'B.followUp.actions': ['referSpecialist', 'emergency'] },
    'done',
    ['staff referSpecialist B.followUp.actions', 'staff emergency B.followUp.actions'],
    'emergency',
  ],
  [
    'to a specialist goes before to the commune',
    { 'B.followUp.actions': ['referCommune', 'referSpecialist'] },
    'done',
    ['staff referCommune B.followUp.actions', 'staff referSpecialist B.followUp.actions'],
    'referSpecialist',
  ],
  [
    'to the commune goes before measuring again',
    { 'B.followUp.actions': ['measureAgain', 'referCommune'] },
    'done',
    ['staff measureAgain B.followUp.actions', 'staff referCommune B.followUp.actions'],
    'referCommune',
  ],
  [
    'to watch somebody at school is a reason too',
    { 'B.followUp.actions': ['monitorAtSchool'] },
    'done',
    ['staff monitorAtSchool B.followUp.actions'],
    'monitorAtSchool',
  ],
  [
    'an outcome ends it',
    { 'R.caries': 1, 'B.followUp.actions': ['referCommune'], 'B.followUp.outcome': 'Đã trám' },
    'done',
    [],
  ],
  [
    'a blank outcome ends nothing',
    { 'R.caries': 1, 'B.followUp.outcome': ' ' },
    'done',
    ['advice dental.caries R.caries'],
    'referSpecialist',
  ],
  ['marked by staff', {}, 'recheck', ['mark recheck'], 'measureAgain'],
  ['another mark is no reason', {}, 'absent', []],
  [
    'the mark stays beside an outcome',
    { 'B.followUp.outcome': 'Đã khám' },
    'recheck',
    ['mark recheck'],
    'measureAgain',
  ],
  [
    'the mark stays beside what staff decided',
    { 'B.followUp.actions': ['none'] },
    'recheck',
    ['mark recheck'],
    'measureAgain',
  ],
  [
    'the mark stays beside what a value advises',
    { 'R.caries': 1 },
    'recheck',
    ['advice dental.caries R.caries', 'mark recheck'],
    'referSpecialist',
  ],
  [
    'a jump',
    { 'R.heightCm': 130, 'V.examinedOn': '2026-09-01', 'V.vitals.heightCm': 132 },
    'done',
    ['jump height.shrunk R.heightCm'],
    'measureAgain',
  ],
] as const;

/** [rule, due, today, whether it is over] */
export const dueRows = [
  ['the day itself is in time', '2026-11-20', '2026-11-20', false],
  ['the day after is not', '2026-11-20', '2026-11-21', true],
  ['a month is in time from its first day', '2026-11', '2026-11-01', false],
  ['a month is in time to its last day', '2026-11', '2026-11-30', false],
  ['a month is over after its last day', '2026-11', '2026-12-01', true],
  ['February of a leap year has 29 days', '2028-02', '2028-02-29', false],
  ['a month to come', '2026-12', '2026-11-30', false],
  ['a year is in time to its last day', '2026', '2026-12-31', false],
  ['a year is over after its last day', '2026', '2027-01-01', true],
  ['without a date nothing is over', undefined, '2026-11-20', false],
  ['what is no date is never over', '2026-02-31', '2026-11-20', false],
] as const;

/** [rule, `action due` of each pupil, the indices in the order of the list] */
export const orderRows = [
  ['the most urgent stand first', ['measureAgain', 'referCommune', 'emergency'], [2, 1, 0]],
  [
    'in it the earliest date',
    ['referCommune 2026-11-20', 'referCommune 2026-11-19', 'referCommune 2026-11-21'],
    [1, 0, 2],
  ],
  ['a more urgent one without a date goes before', ['measureAgain 2026-11-01', 'referCommune'], [1, 0]],
  [
    'without a date behind those with one',
    ['referCommune', 'referCommune 2027-01-01', 'referCommune'],
    [1, 0, 2],
  ],
  [
    'a month by its last day',
    ['referCommune 2026-11', 'referCommune 2026-11-29', 'referCommune 2026-12-01'],
    [1, 0, 2],
  ],
  [
    'of one day in the order of the list',
    ['referCommune 2026-11-20', 'referCommune 2026-11-20', 'referCommune 2026-11-19'],
    [2, 0, 1],
  ],
] as const;
