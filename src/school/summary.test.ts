import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadGrowthTables } from '../measures/index.ts';
import type { GrowthTables } from '../measures/index.ts';
import type { RecordDraft } from '../schema/index.ts';
import { summarise } from './index.ts';
import type { CountedPupil, Tally } from './index.ts';
import { summaryRows } from './summary-rows.fixture.ts';
import { boy, recordWith, year } from './test-record.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
});
const options = () => ({ year, round: 'round1' as const, tables });

type Book = NonNullable<RecordDraft['screenings']>[string];
type Values = NonNullable<Book['rounds']>[string];

/** Ten years old on the day, of grade 5. */
const pupil = (values: Values, sex: 'male' | 'female' = 'male', book: Book = {}): CountedPupil => ({
  record: {
    administrative: { sex, birthDate: '2016-11-18' },
    screenings: {
      [year]: {
        general: { school: { className: '5A' } },
        rounds: { round1: { measuredOn: '2026-11-18', ...values } },
        ...book,
      },
    },
  },
});

const eyes = (right: string, left: string) => ({ uncorrectedRight: right, uncorrectedLeft: left });
const pressure = (systolic: number, diastolic: number) => ({ bloodPressureMmHg: { systolic, diastolic } });

const brief = ({ counts, ...numbers }: Tally): string =>
  [
    ...Object.entries(counts),
    ...Object.entries(numbers).filter(([name, count]) => count && name !== 'measured' && name !== 'judged'),
  ]
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

test('a class is counted for each indicator, and everybody stands in one number', () => {
  const boys: CountedPupil[] = [
    pupil({ weightKg: 33, heightCm: 138, vision: eyes('10/10', '10/10'), caries: 0, ...pressure(100, 60) }),
    pupil({ weightKg: 44.5, heightCm: 138, vision: eyes('10/10', '7/10'), caries: 3, ...pressure(120, 60) }),
    pupil({ weightKg: 22, heightCm: 124, vision: eyes('10/10', 'ĐNT 3 m'), spineRotationDegrees: 8 }),
    // Staff's own word goes before what is worked out.
    pupil({ weightKg: 33, heightCm: 138, nutrition: 'undernourished', spine: ['kyphosis'] }),
    pupil({ weightKg: 33, spineRotationDegrees: 5 }),
    pupil({ spineRotationDegrees: 0, vision: { uncorrectedRight: '9/10' } }, 'male', {
      specialist: { eye: { acuity: eyes('1/10', '1/10') } },
    }),
    { sex: 'male', className: '5B', status: 'absent' },
    { sex: 'male', className: '5B', status: 'refused' },
    { sex: 'male', className: '5B', status: 'todo' },
    // Measured before he went: he counts as measured there, as absent elsewhere.
    { ...pupil({ caries: 0 }), status: 'absent' },
  ];
  const { groups, total } = summarise(boys, options());
  assert.equal(groups.length, 1);
  const [group] = groups;
  assert.deepEqual([group?.grade, group?.sex, group?.pupils], [5, 'male', 10]);
  const rest = 'notMeasured 3, absent 2, refused 1';
  const expected = {
    nutrition: `normal 1, overweightObese 1, undernourished 2, ${rest}`,
    weightForAge: 'normal 4, underweight 1, notMeasured 2, absent 2, refused 1',
    heightForAge: `normal 3, stunting 1, ${rest}`,
    weightForHeight: `notMeasured 3, absent 2, refused 1, outside 4`,
    bmiForAge: `normal 3, obesity 1, ${rest}`,
    arm: 'notMeasured 7, absent 2, refused 1',
    vision: `normal 1, low 2, open 1, ${rest}`,
    visionWithGlasses: 'notMeasured 7, absent 2, refused 1',
    spine: 'rotation 1, curved 1, again 1, normal 1, ' + rest,
    caries: 'sound 2, caries 1, notMeasured 5, absent 1, refused 1',
    bloodPressure: 'normal 1, high 1, notMeasured 5, absent 2, refused 1',
  };
  const found = Object.fromEntries(
    Object.entries(group!.tallies).map(([code, tally]) => [code, brief(tally)]),
  );
  assert.deepEqual(found, expected);
  assert.deepEqual(total.tallies, group!.tallies);
  for (const [code, tally] of Object.entries(group!.tallies)) {
    const { measured, judged, open, notMeasured, absent, refused, outside, counts } = tally;
    assert.equal(measured + notMeasured + absent + refused + outside, 10, code);
    assert.equal(
      judged,
      Object.values(counts).reduce((a, b) => a + b, 0),
      code,
    );
    assert.equal(measured, judged + open, code);
  }
});

test('what has no age or sex is open, oedema counts as severe, an implausible value counts as nothing', () => {
  const unknown = pupil({ weightKg: 33, heightCm: 138 });
  const record = { ...unknown.record, administrative: { sex: 'male' as const } };
  const { total } = summarise(
    [
      { record },
      pupil({ weightKg: 33, heightCm: 138, oedema: true }),
      pupil({ weightKg: 12, heightCm: 138 }),
    ],
    options(),
  );
  assert.equal(brief(total.tallies.weightForAge!), 'severeUnderweight 1, open 2');
  assert.equal(brief(total.tallies.heightForAge!), 'normal 2, open 1');
  assert.equal(brief(total.tallies.nutrition!), 'open 3');
});

test('groups stand by grade and sex, what is not known apart and last, and asked grades also empty', () => {
  const pupils: CountedPupil[] = [
    { sex: 'female', className: '10 Toán' },
    { sex: 'female', className: 'Lớp 3/2' },
    { className: 'Lớp 3/2' },
    { sex: 'male', className: 'Mầm' },
    // The record knows better than the list.
    { ...pupil({}, 'female'), sex: 'male', className: '9A' },
  ];
  const of = (found: { grade: number | undefined; sex: string | undefined; pupils: number }) =>
    `${found.grade ?? '?'} ${found.sex ?? '?'} ${found.pupils}`;
  const { groups, bySex, total } = summarise(pupils, options());
  assert.deepEqual(groups.map(of), ['3 female 1', '3 ? 1', '5 female 1', '10 female 1', '? male 1']);
  assert.deepEqual(bySex.map(of), ['? male 1', '? female 3', '? ? 1']);
  assert.equal(total.pupils, 5);
  const printed = summarise(pupils, { ...options(), grades: [3, 4] });
  assert.deepEqual(printed.groups.map(of).slice(0, 6), [
    '3 male 0',
    '3 female 1',
    '3 ? 1',
    '4 male 0',
    '4 female 0',
    '5 female 1',
  ]);
  assert.deepEqual(summarise([{ sex: 'female' }], options()).bySex.map(of), ['? female 1']);
});

test('each rule of where a pupil stands', () => {
  for (const [rule, places, status, code, expected] of summaryRows) {
    const { total } = summarise([{ record: recordWith(places, boy), status }], options());
    const { counts, ...numbers } = total.tallies[code]!;
    const measured = Object.keys(counts).length || numbers.open ? 1 : 0;
    const wanted = { measured: 0, judged: 0, open: 0, notMeasured: 0, absent: 0, refused: 0, outside: 0 };
    if (expected in wanted) {
      assert.deepEqual(counts, {}, rule);
      assert.deepEqual(numbers, { ...wanted, [expected]: 1, measured }, rule);
    } else {
      assert.deepEqual(counts, { [expected]: 1 }, rule);
      assert.deepEqual(numbers, { ...wanted, judged: 1, measured: 1 }, rule);
    }
  }
});
