import assert from 'node:assert/strict';
import test from 'node:test';
import { mergeRecords, settleMerge } from './merge.ts';

type Bag = Record<string, unknown>;
type Given = Parameters<typeof mergeRecords>[1];

const record = (rest: Bag = {}, day = '2026-11-02'): Given =>
  ({ schemaVersion: 1, capturedOn: day, administrative: {}, ...rest }) as Given;
const person = (administrative: Bag, rest: Bag = {}): Given => record({ administrative, ...rest });
const visit = (v1: Bag | undefined, rest: Bag = {}): Given =>
  record({ examinations: { v0: { doctor: 'BS Mẫu' }, ...(v1 && { v1 }) }, ...rest });
const book = (year: Bag): Given => record({ screenings: { '2026-2027': year } });
const doses = (basic: Bag, rest: Bag = {}): Given => record({ immunizations: { basic }, ...rest });

interface Expected {
  /** Merged records; conflicts stand as theirs. */
  readonly merged: Given;
  readonly conflicts?: readonly string[];
  readonly fromMine?: readonly string[];
  readonly fromTheirs?: readonly string[];
}
type Row = [name: string, base: Given | undefined, mine: Given, theirs: Given, expected: Expected];

const name = 'administrative.fullName';
const born = 'administrative.birthDate';
const weight = 'examinations.v1.vitals.weightKg';

const rows: readonly Row[] = [
  ['nothing changed', record(), record(), record(), { merged: record() }],
  [
    'different fields come together',
    person({ fullName: 'Mẫu A', sex: 'male' }),
    person({ fullName: 'Mẫu B', sex: 'male' }),
    person({ fullName: 'Mẫu A', sex: 'female', email: 'a@example.com' }),
    {
      merged: person({ fullName: 'Mẫu B', sex: 'female', email: 'a@example.com' }),
      fromMine: [name],
      fromTheirs: ['administrative.sex', 'administrative.email'],
    },
  ],
  [
    'one field, two values',
    person({ fullName: 'Mẫu A' }),
    person({ fullName: 'Mẫu B' }),
    person({ fullName: 'Mẫu C' }),
    { merged: person({ fullName: 'Mẫu C' }), conflicts: [name] },
  ],
  [
    'one field, the same change',
    person({ fullName: 'Mẫu A' }),
    person({ fullName: 'Mẫu B' }),
    person({ fullName: 'Mẫu B' }),
    { merged: person({ fullName: 'Mẫu B' }) },
  ],
  [
    'a field emptied and changed',
    person({ fullName: 'Mẫu A' }),
    person({}),
    person({ fullName: 'Mẫu B' }),
    { merged: person({ fullName: 'Mẫu B' }), conflicts: [name] },
  ],
  [
    'a field emptied and untouched',
    person({ fullName: 'Mẫu A' }),
    person({}),
    person({ fullName: 'Mẫu A' }),
    { merged: person({}), fromMine: [name] },
  ],
  [
    'a value changed, a note beside it added',
    person({ birthDate: '2019' }),
    person({ birthDate: '2019-05' }),
    person({ birthDate: '2019' }, { notes: { [born]: 'theo lời mẹ' } }),
    { merged: person({ birthDate: '2019' }, { notes: { [born]: 'theo lời mẹ' } }), conflicts: [born] },
  ],
  [
    'a value given, a reason for its absence given',
    person({}),
    person({ birthDate: '2019' }),
    person({}, { absent: { [born]: 'unknown' } }),
    { merged: person({}, { absent: { [born]: 'unknown' } }), conflicts: [born] },
  ],
  [
    'what stands beside different fields comes together',
    record(),
    record({ unread: { [born]: 'năm Dần' }, sources: { [name]: { from: 'host' } } }),
    record({
      unread: { [weight]: 'mười' },
      confirmed: { 'history.reproductive': { x: { reason: 'đúng' } } },
    }),
    {
      merged: record({
        unread: { [born]: 'năm Dần', [weight]: 'mười' },
        sources: { [name]: { from: 'host' } },
        confirmed: { 'history.reproductive': { x: { reason: 'đúng' } } },
      }),
      fromMine: [name, born],
      fromTheirs: ['history.reproductive', 'examinations.v1'],
    },
  ],
  [
    'parts of one coded value, of one blood pressure',
    visit({ vitals: { bloodPressureMmHg: { systolic: 110, diastolic: 70 } } }),
    visit({ vitals: { bloodPressureMmHg: { systolic: 120, diastolic: 70 } } }),
    visit({ vitals: { bloodPressureMmHg: { systolic: 110, diastolic: 80 } } }),
    {
      merged: visit({ vitals: { bloodPressureMmHg: { systolic: 110, diastolic: 80 } } }),
      conflicts: ['examinations.v1.vitals.bloodPressureMmHg'],
    },
  ],
  [
    'cells of one dose',
    doses({ bcg: { notGiven: true }, polio1: { givenOn: '2020' } }),
    doses({ bcg: { notGiven: true, reaction: 'sốt' }, polio1: { givenOn: '2020' } }),
    doses({ bcg: { givenOn: '2020-01-05' }, polio1: { givenOn: '2020-03' } }),
    {
      merged: doses({ bcg: { givenOn: '2020-01-05' }, polio1: { givenOn: '2020-03' } }),
      conflicts: ['immunizations.basic.bcg'],
      fromTheirs: ['immunizations.basic.polio1'],
    },
  ],
  [
    'a dose and what stands beside a cell of it',
    doses({ bcg: { givenOn: '2020' } }),
    doses({ bcg: { givenOn: '2021' } }),
    doses({ bcg: { givenOn: '2020' } }, { unread: { 'immunizations.basic.bcg.reaction': '?' } }),
    {
      merged: doses({ bcg: { givenOn: '2020' } }, { unread: { 'immunizations.basic.bcg.reaction': '?' } }),
      conflicts: ['immunizations.basic.bcg'],
    },
  ],
  [
    'printed doses added on both sides, in the order of the paper',
    doses({}),
    doses({ measles1: { givenOn: '2020' }, dpt4: { givenOn: '2021' }, polio1: { givenOn: '2019' } }),
    doses({ polio1: { givenOn: '2018' }, dpt4: { givenOn: '2021' }, measles1: { notGiven: true } }),
    {
      merged: doses({ polio1: { givenOn: '2018' }, dpt4: { givenOn: '2021' }, measles1: { notGiven: true } }),
      conflicts: ['immunizations.basic.polio1', 'immunizations.basic.measles1'],
    },
  ],
  [
    'a dose removed on one side, on the other changed (polio1) or not (bcg)',
    doses({ bcg: { givenOn: '2019' }, polio1: { givenOn: '2020' } }),
    record(),
    doses({ bcg: { givenOn: '2019' }, polio1: { givenOn: '2020', reaction: 'sốt' } }),
    {
      merged: doses({ polio1: { givenOn: '2020', reaction: 'sốt' } }),
      conflicts: ['immunizations.basic.polio1'],
      fromMine: ['immunizations.basic.bcg'],
    },
  ],
  [
    'rows of the family tables, fields of the other diseases',
    record({ history: { familyDiseases: { asthma: { present: true } } } }),
    record({
      history: { familyDiseases: { asthma: { present: true, affected: 'mẹ' } }, diseases: { asthma: true } },
    }),
    record({
      history: { familyDiseases: { asthma: { present: false }, cancer: 'ông' }, diseases: { stomach: true } },
    }),
    {
      merged: record({
        history: {
          familyDiseases: { asthma: { present: false }, cancer: 'ông' },
          diseases: { asthma: true, stomach: true },
        },
      }),
      conflicts: ['history.familyDiseases.asthma'],
      fromMine: ['history.diseases.asthma'],
      fromTheirs: ['history.diseases.stomach', 'history.familyDiseases.cancer'],
    },
  ],
  [
    'an address, a number and a blood group are one each',
    person({
      identifiers: { personal: { kind: 'citizenId', number: '001' }, insurance: { number: '990' } },
      currentAddress: { commune: { text: 'Xã A' }, province: { text: 'Tỉnh A' } },
      permanentAddress: { line: 'Tổ 1' },
      bloodAbo: 'A',
      bloodRh: '+',
    }),
    person({
      identifiers: { personal: { kind: 'oldId', number: '001' }, insurance: { number: '990' } },
      currentAddress: { commune: { text: 'Xã B' }, province: { text: 'Tỉnh A' } },
      permanentAddress: { line: 'Tổ 2' },
      bloodAbo: 'B',
      bloodRh: '+',
    }),
    person({
      identifiers: { personal: { kind: 'citizenId', number: '002' }, insurance: { number: '991' } },
      currentAddress: { commune: { text: 'Xã A' }, province: { text: 'Tỉnh B' } },
      permanentAddress: { line: 'Tổ 1' },
      bloodAbo: 'A',
      bloodRh: '-',
    }),
    {
      merged: person({
        identifiers: { personal: { kind: 'citizenId', number: '002' }, insurance: { number: '991' } },
        currentAddress: { commune: { text: 'Xã A' }, province: { text: 'Tỉnh B' } },
        permanentAddress: { line: 'Tổ 2' },
        bloodAbo: 'A',
        bloodRh: '-',
      }),
      conflicts: [
        'administrative.bloodAbo',
        'administrative.identifiers.personal',
        'administrative.currentAddress',
      ],
      fromMine: ['administrative.permanentAddress'],
      fromTheirs: ['administrative.identifiers.insurance'],
    },
  ],
  [
    'fields that say how much, how long and who',
    person({ caregiverName: 'Mẫu A' }, { history: { risk: { alcohol: ['yes'], exposure: 'bụi' } } }),
    person({ caregiverName: 'Mẫu B' }, { history: { risk: { alcohol: ['quit'], exposure: 'ồn' } } }),
    person(
      { caregiverName: 'Mẫu A', caregiverRelation: { text: 'mẹ' } },
      {
        history: {
          risk: { alcohol: ['yes'], alcoholGlassesPerDay: 5, exposure: 'bụi', exposureDuration: '5 năm' },
        },
      },
    ),
    {
      merged: person(
        { caregiverName: 'Mẫu A', caregiverRelation: { text: 'mẹ' } },
        {
          history: {
            risk: { alcohol: ['yes'], alcoholGlassesPerDay: 5, exposure: 'bụi', exposureDuration: '5 năm' },
          },
        },
      ),
      conflicts: ['administrative.caregiverName', 'history.risk.alcohol', 'history.risk.exposure'],
    },
  ],
  [
    'boxes are a set',
    record({ history: { risk: { smoking: ['yes', 'regular'], drugs: ['yes', 'quit'] } } }),
    record({ history: { risk: { smoking: ['regular', 'yes'], drugs: ['no'] } } }),
    record({ history: { risk: { smoking: ['yes'], drugs: ['quit', 'yes'] } } }),
    {
      merged: record({ history: { risk: { smoking: ['yes'], drugs: ['no'] } } }),
      fromMine: ['history.risk.drugs'],
      fromTheirs: ['history.risk.smoking'],
    },
  ],
  [
    'stations of one visit',
    visit({ examinedOn: '2026-11-02' }),
    visit({ examinedOn: '2026-11-02', vitals: { weightKg: 20, heightCm: 110 } }),
    visit({
      examinedOn: '2026-11-02',
      vitals: { pulsePerMinute: 90, heightCm: 111 },
      organs: { eye: 'tốt' },
    }),
    {
      merged: visit({
        examinedOn: '2026-11-02',
        vitals: { weightKg: 20, pulsePerMinute: 90, heightCm: 111 },
        organs: { eye: 'tốt' },
      }),
      conflicts: ['examinations.v1.vitals.heightCm'],
      fromMine: [weight],
      fromTheirs: ['examinations.v1.vitals.pulsePerMinute', 'examinations.v1.organs.eye'],
    },
  ],
  [
    'a visit removed on one side and changed on the other is whole or not at all',
    visit({ examinedOn: '2026-11-02', doctor: 'BS A' }),
    visit(undefined),
    visit({ examinedOn: '2026-11-02', doctor: 'BS B' }, { notes: { [weight]: 'mặc áo' } }),
    {
      merged: visit({ examinedOn: '2026-11-02', doctor: 'BS B' }, { notes: { [weight]: 'mặc áo' } }),
      conflicts: ['examinations.v1'],
    },
  ],
  [
    'a visit of which nothing could be read, removed on one side and read on the other',
    visit(undefined, { unread: { [weight]: 'hai mươi' } }),
    visit(undefined),
    visit({ vitals: { weightKg: 20 } }),
    { merged: visit({ vitals: { weightKg: 20 } }), conflicts: ['examinations.v1'] },
  ],
  [
    'a visit removed and untouched, another added',
    visit({ doctor: 'BS A' }),
    visit(undefined),
    record({
      examinations: { v0: { doctor: 'BS Mẫu' }, v1: { doctor: 'BS A' }, v2: { doctor: 'BS C' } },
    }),
    {
      merged: record({ examinations: { v0: { doctor: 'BS Mẫu' }, v2: { doctor: 'BS C' } } }),
      fromMine: ['examinations.v1'],
      fromTheirs: ['examinations.v2'],
    },
  ],
  [
    'screenings and keys of newer versions, leaf by leaf',
    record({ screenings: { s1: { teeth: { top: 1 } } }, x: { list: [1], a: { b: 1 } } }),
    record({ screenings: { s1: { teeth: { top: 2 } } }, x: { list: [1, 2], a: { b: 1, c: 1 } }, mine: null }),
    record({
      screenings: { s1: { teeth: { top: 1, low: 3 } } },
      x: { list: [3], a: 'b' },
      theirs: { y: [] },
    }),
    {
      merged: record({
        screenings: { s1: { teeth: { top: 2, low: 3 } } },
        x: { list: [3], a: 'b' },
        mine: null,
        theirs: { y: [] },
      }),
      conflicts: ['x.a', 'x.list'],
      fromMine: ['screenings.s1.teeth.top', 'mine'],
      fromTheirs: ['screenings.s1.teeth.low', 'theirs.y'],
    },
  ],
  [
    'a visit emptied and changed',
    visit({ doctor: 'BS A' }),
    visit({ vitals: {} }),
    visit({ doctor: 'BS A', advice: 'nghỉ' }),
    { merged: visit({ doctor: 'BS A', advice: 'nghỉ' }), conflicts: ['examinations.v1'] },
  ],
  [
    'a screening removed and changed',
    record({ screenings: { s1: { a: 1, b: 1 } } }),
    record(),
    record({ screenings: { s1: { a: 1, b: 2 } } }),
    {
      merged: record({ screenings: { s1: { b: 2 } } }),
      conflicts: ['screenings.s1.b'],
      fromMine: ['screenings.s1.a'],
    },
  ],
  [
    'a school book whose only blank one side cleared while the other filled another',
    book({ rounds: { round1: { weightKg: 20 } } }),
    record(),
    book({ rounds: { round1: { weightKg: 20, vision: { uncorrectedLeft: '10/10' } } } }),
    {
      merged: book({ rounds: { round1: { vision: { uncorrectedLeft: '10/10' } } } }),
      fromMine: ['screenings.2026-2027.rounds.round1.weightKg'],
      fromTheirs: ['screenings.2026-2027.rounds.round1.vision.uncorrectedLeft'],
    },
  ],
  [
    'two halves of one blood pressure at school, and both eyes',
    book({}),
    book({
      rounds: { round1: { bloodPressureMmHg: { systolic: 100 }, vision: { uncorrectedLeft: '8/10' } } },
    }),
    book({
      rounds: {
        round1: { bloodPressureMmHg: { systolic: 100, diastolic: 60 }, vision: { uncorrectedRight: '9/10' } },
      },
    }),
    {
      merged: book({
        rounds: {
          round1: {
            bloodPressureMmHg: { systolic: 100, diastolic: 60 },
            vision: { uncorrectedLeft: '8/10', uncorrectedRight: '9/10' },
          },
        },
      }),
      conflicts: ['screenings.2026-2027.rounds.round1.bloodPressureMmHg'],
      fromMine: ['screenings.2026-2027.rounds.round1.vision.uncorrectedLeft'],
      fromTheirs: ['screenings.2026-2027.rounds.round1.vision.uncorrectedRight'],
    },
  ],
  [
    'a height of one with the position of another, a notice sent twice',
    book({ parentNotice: { sentOn: '2026-11-02', channel: 'paper' } }),
    book({
      rounds: { round1: { heightCm: 120 } },
      parentNotice: { sentOn: '2026-11-03', channel: 'paper' },
    }),
    book({
      rounds: { round1: { position: 'lying' } },
      parentNotice: { sentOn: '2026-11-02', channel: 'phone', acknowledgedOn: '2026-11-05' },
    }),
    {
      merged: book({
        rounds: { round1: { position: 'lying' } },
        parentNotice: { sentOn: '2026-11-02', channel: 'phone', acknowledgedOn: '2026-11-05' },
      }),
      conflicts: ['screenings.2026-2027.rounds.round1.heightCm', 'screenings.2026-2027.parentNotice.sentOn'],
      fromTheirs: ['screenings.2026-2027.parentNotice.acknowledgedOn'],
    },
  ],
  [
    'follow-up field by field, its actions a set in any order',
    book({ followUp: { actions: ['monitorAtSchool', 'measureAgain'] } }),
    book({ followUp: { actions: ['measureAgain', 'monitorAtSchool'], referredTo: 'BV Ví Dụ' } }),
    book({ followUp: { actions: ['measureAgain'], dueOn: '2026-12-01' } }),
    {
      merged: book({ followUp: { actions: ['measureAgain'], referredTo: 'BV Ví Dụ', dueOn: '2026-12-01' } }),
      fromMine: ['screenings.2026-2027.followUp.referredTo'],
      fromTheirs: ['screenings.2026-2027.followUp.actions', 'screenings.2026-2027.followUp.dueOn'],
    },
  ],
  [
    'a periodic examination removed and changed',
    record({ periodicExaminations: { p1: { doctor: 'BS A', class: '1' } } }),
    record(),
    record({ periodicExaminations: { p1: { doctor: 'BS A', class: '2' } } }),
    {
      merged: record({ periodicExaminations: { p1: { doctor: 'BS A', class: '2' } } }),
      conflicts: ['periodicExaminations.p1'],
    },
  ],
  [
    'an unknown list in another order, an unknown field with a name like that of a known one',
    person({ currentAddress: { line: 'Tổ 1' } }, { x: [1, 2] }),
    person({ currentAddress: { line: 'Tổ 2' } }, { x: [2, 1] }),
    person({ currentAddress: { line: 'Tổ 1' }, currentAddressNote: 'a' }, { x: [1, 2] }),
    {
      merged: person({ currentAddress: { line: 'Tổ 2' }, currentAddressNote: 'a' }, { x: [2, 1] }),
      fromMine: ['administrative.currentAddress', 'x'],
      fromTheirs: ['administrative.currentAddressNote'],
    },
  ],
  [
    'an object that became text, and what stands beside a part of it',
    record({ x: { a: 1 } }),
    record({ x: 'b', sources: 'c' }),
    record({ x: { a: 1 }, notes: { 'x.a': 'd' } }),
    {
      merged: record({ x: { a: 1 }, notes: { 'x.a': 'd' }, sources: 'c' }),
      conflicts: ['x'],
      fromMine: ['sources'],
    },
  ],
  [
    'records made apart',
    undefined,
    person(
      { fullName: 'Mẫu A', sex: 'male', identifiers: { personal: { number: '1' } } },
      { notes: { [born]: 'a' } },
    ),
    person({ fullName: 'Mẫu A', sex: 'female', phoneMobile: '0000000001' }, { history: { surgeries: 'b' } }),
    {
      merged: person(
        {
          fullName: 'Mẫu A',
          sex: 'female',
          identifiers: { personal: { number: '1' } },
          phoneMobile: '0000000001',
        },
        { notes: { [born]: 'a' }, history: { surgeries: 'b' } },
      ),
      conflicts: ['administrative.sex'],
      fromMine: [born, 'administrative.identifiers.personal'],
      fromTheirs: ['administrative.phoneMobile', 'history.surgeries'],
    },
  ],
  [
    'the higher version, the later day with its writer',
    record({ capturedBy: 'a', facility: 'A' }),
    record({ capturedBy: 'b', facility: 'B', schemaVersion: 2 }, '2026-11-03'),
    record({ capturedBy: 'c' }, '2026-11-04'),
    { merged: record({ capturedBy: 'c', schemaVersion: 2 }, '2026-11-04') },
  ],
  [
    'on the same day the writer is the one who merges',
    record({ capturedBy: 'a' }),
    record({ capturedBy: 'b' }, '2026-11-05'),
    record({ capturedBy: 'c', facility: 'C' }, '2026-11-05'),
    { merged: record({ capturedBy: 'b' }, '2026-11-05') },
  ],
  [
    'an empty group is as good as none, undefined as good as no key',
    doses({ bcg: { givenOn: '2019' } }),
    doses({ bcg: {} }),
    record({ administrative: undefined, immunizations: { basic: { bcg: undefined } }, history: {} }),
    { merged: record({ administrative: undefined, immunizations: { basic: {} }, history: {} }) },
  ],
];

/** Without keys that are undefined, as JSON has it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

for (const [title, base, mine, theirs, expected] of rows)
  test(`merges: ${title}`, () => {
    const before = structuredClone([base, mine, theirs]);
    const { merged, conflicts, fromMine, fromTheirs } = mergeRecords(base, mine, theirs);
    assert.deepEqual(plain(merged), plain(expected.merged));
    const { conflicts: paths = [], fromMine: mineOnly = [], fromTheirs: theirsOnly = [] } = expected;
    assert.deepEqual(
      { conflicts: conflicts.map(({ path }) => path), fromMine, fromTheirs },
      { conflicts: paths, fromMine: mineOnly, fromTheirs: theirsOnly },
    );
    assert.deepEqual([base, mine, theirs], before);
  });

test('a conflict carries all that each side has written at its places, in the order of the form', () => {
  const notes = { [born]: 'theo lời mẹ', 'immunizations.basic.bcg.reaction': 'nhẹ' };
  const { conflicts } = mergeRecords(
    person({ birthDate: '2019' }, { immunizations: { basic: { bcg: { givenOn: '2019' } } } }),
    person(
      { birthDate: '2018' },
      { notes, immunizations: { basic: { bcg: { reaction: 'sốt', givenOn: '2019' } } } },
    ),
    person(
      {},
      {
        absent: { [born]: 'unknown' },
        unread: { [born]: 'năm Dần' },
        sources: { [born]: { from: 'host' } },
        confirmed: { [born]: { x: { reason: 'đúng' } } },
      },
    ),
  );
  assert.deepEqual(conflicts, [
    {
      path: born,
      before: { [born]: { value: '2019' } },
      mine: { [born]: { value: '2018', note: 'theo lời mẹ' } },
      theirs: {
        [born]: {
          absent: 'unknown',
          unread: 'năm Dần',
          source: { from: 'host' },
          confirmed: { x: { reason: 'đúng' } },
        },
      },
    },
    {
      path: 'immunizations.basic.bcg',
      before: { 'immunizations.basic.bcg.givenOn': { value: '2019' } },
      mine: {
        'immunizations.basic.bcg.givenOn': { value: '2019' },
        'immunizations.basic.bcg.reaction': { value: 'sốt', note: 'nhẹ' },
      },
      theirs: undefined,
    },
  ]);
  assert.deepEqual(Object.keys(conflicts[1]!.mine!), [
    'immunizations.basic.bcg.givenOn',
    'immunizations.basic.bcg.reaction',
  ]);
});

test('settling takes each conflict from the side a person chose, with all that stands beside it', () => {
  const merge = mergeRecords(
    person({ fullName: 'Mẫu A', birthDate: '2019', sex: 'male' }),
    person({ fullName: 'Mẫu B', birthDate: '2018', sex: 'female' }, { notes: { [born]: 'theo lời mẹ' } }),
    person({ fullName: 'Mẫu C', email: 'a@example.com', sex: 'male' }, { absent: { [born]: 'unknown' } }),
  );
  assert.deepEqual(
    settleMerge(merge, { [name]: 'theirs', [born]: 'mine' }),
    person(
      { fullName: 'Mẫu C', birthDate: '2018', sex: 'female', email: 'a@example.com' },
      { notes: { [born]: 'theo lời mẹ' } },
    ),
  );
  assert.deepEqual(
    settleMerge(merge, { [name]: 'mine', [born]: 'theirs' }),
    person({ fullName: 'Mẫu B', sex: 'female', email: 'a@example.com' }, { absent: { [born]: 'unknown' } }),
  );
});

test('settling refuses a conflict without a choice, and a choice without a conflict', () => {
  const merge = mergeRecords(person({}), person({ fullName: 'Mẫu B' }), person({ fullName: 'Mẫu C' }));
  const wrong = [
    {},
    { [name]: 'both' },
    { [born]: 'mine' },
    { [name]: 'mine', [born]: 'mine' },
    Object.create({ [name]: 'mine' }),
  ] as Parameters<typeof settleMerge>[1][];
  for (const choices of wrong)
    assert.throws(
      () => settleMerge(merge, choices),
      (error: Error) => !/Mẫu|fullName/.test(error.message),
    );
});

test('keys such as __proto__ are ordinary keys', () => {
  const parse = (text: string): Given => record(JSON.parse(text) as Bag);
  const merge = mergeRecords(
    parse('{"unread":{"constructor":"a"}}'),
    parse('{"__proto__":{"polluted":1},"unread":{"__proto__":"b","constructor":"c"}}'),
    parse('{"__proto__":{"polluted":2,"toString":3},"unread":{"constructor":"a"},"x":{"__proto__":{"y":4}}}'),
  );
  assert.deepEqual(
    merge.conflicts.map(({ path }) => path),
    ['__proto__.polluted'],
  );
  const { merged } = merge;
  assert.equal(Object.getPrototypeOf(merged), Object.prototype);
  assert.equal(({} as Bag)['polluted'], undefined);
  const text = JSON.stringify(merged);
  assert.ok(text.includes('"__proto__":{"polluted":2,"toString":3}'), text);
  assert.ok(text.includes('"x":{"__proto__":{"y":4}}'), text);
  assert.deepEqual(Object.entries(merged['unread'] as Bag).sort(), [
    ['__proto__', 'b'],
    ['constructor', 'c'],
  ]);
  const mine = settleMerge(
    merge,
    JSON.parse('{"__proto__.polluted":"mine"}') as Parameters<typeof settleMerge>[1],
  );
  assert.ok(JSON.stringify(mine).includes('"__proto__":{"polluted":1,"toString":3}'));
});
