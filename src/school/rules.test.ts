import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { adviceSettings, loadGrowthTables } from '../measures/index.ts';
import type { GrowthTables } from '../measures/index.ts';
import { setAt } from '../schema/index.ts';
import type { RecordDraft } from '../schema/index.ts';
import { findings, gradeOf, jumps, stationsDone, statusOf, weightFall } from './index.ts';
import type { PupilState } from './index.ts';
import { fallRows, findingRows, gradeRows, jumpRows, stationRows, statusRows } from './rows.fixture.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
});

const year = '2026-2027';
const short: { readonly [letter: string]: string } = {
  R: `screenings.${year}.rounds.round1`,
  B: `screenings.${year}`,
  O: 'screenings.2025-2026.rounds.round1',
  A: 'administrative',
  V: 'examinations.v1',
  P: 'periodicExaminations.p1',
};
const long = (place: string): string => place.replace(/^([A-Z])(?=\.)/, (letter) => short[letter]!);

/** A record with what the rows say: `absent R.weightKg` stands beside the values. */
function recordWith(places: object, start: RecordDraft = {}): RecordDraft {
  return Object.entries(places).reduce<RecordDraft>((record, [place, value]) => {
    const [bag, path] = place.split(' ');
    if (!path) return setAt(record, long(place), value);
    const known = (record[bag as 'absent'] ?? {}) as object;
    return { ...record, [bag!]: { ...known, [long(path)]: value as string } };
  }, start);
}

const boy: RecordDraft = recordWith({
  'A.sex': 'male',
  'A.birthDate': '2016-11-18',
  'R.measuredOn': '2026-11-18',
});

test('each rule of the status of a pupil', () => {
  for (const [rule, given, open, needsConsent, expected] of statusRows) {
    const { consent, mark, markAt, at, unsaved, ...stations } = given as Record<string, string | number>;
    const state = {
      stations,
      consent,
      at,
      unsaved: unsaved === undefined ? undefined : String(unsaved).split(' '),
      ...(mark && { mark: { kind: mark, at: markAt } }),
    } as unknown as PupilState;
    assert.equal(
      statusOf(state, { stations: open.split(' ').filter(Boolean), needsConsent }),
      expected,
      rule,
    );
  }
});

test('each rule of what stands of a station', () => {
  for (const [rule, places, expected] of stationRows)
    assert.deepEqual(stationsDone(recordWith(places), year, 'round1'), expected, rule);
});

test('each way to write a class', () => {
  for (const [rule, name, expected] of gradeRows) assert.equal(gradeOf(name), expected, rule);
});

test('each rule of the findings', () => {
  for (const [rule, places, expected] of findingRows) {
    const found = findings(recordWith(places, boy), year, 'round1', { tables }).map(
      ({ code, level, part, advice }) =>
        [...(part === 'round1' ? [] : [part]), code, level, ...advice.map((each) => each.code)].join(' '),
    );
    assert.deepEqual(found, expected, rule);
  }
});

test('a finding names its places, values, z-score and source, and its advice is about itself', () => {
  const record = recordWith({ 'R.weightKg': 12, 'R.heightCm': 138 }, boy);
  const [weight, , bmi] = findings(record, year, 'round1', { tables });
  const round = `screenings.${year}.rounds.round1`;
  assert.deepEqual(weight?.places, [`${round}.weightKg`]);
  assert.deepEqual(bmi?.places, [`${round}.weightKg`, `${round}.heightCm`]);
  assert.deepEqual(bmi?.values, { weightKg: 12, heightCm: 138 });
  assert.deepEqual(weight?.nutrition?.z, [-6.02, -6.02]);
  assert.ok(weight?.advice.every(({ about }) => about.join() === 'weightForAge'));
  assert.equal(weight?.source, 'WHO Child Growth Standards 2006, WHO Growth Reference 2007');
  assert.equal(bmi?.source, 'WHO Growth Reference 2007');
  const acuity = recordWith({ 'B.specialist.eye.acuity.uncorrectedLeft': '6/10' });
  const [eye] = findings(acuity, year, 'round1', { tables });
  assert.match(eye?.source ?? '', /^common school practice/);
  assert.equal(eye?.places[1], `screenings.${year}.specialist.eye.acuity.uncorrectedLeft`);
  const other = recordWith({ 'R.spine': ['kyphosis'], 'R.spineRotationDegrees': 1 });
  const [spine] = findings(other, year, 'round1', { tables });
  assert.deepEqual(spine?.places, [`${round}.spineRotationDegrees`, `${round}.spine`]);
});

test('limits of a host take the place of the usual ones', () => {
  const record = recordWith({ 'R.caries': 1 }, boy);
  const settings = { ...adviceSettings, dental: { cariesFrom: 2 } };
  assert.equal(findings(record, year, 'round1', { tables, settings })[0]?.level, 'none');
  assert.deepEqual(findings(record, year, 'round2', { tables }), []);
  const shared = { indicator: 'heightForAge', months: [0, 228] } as const;
  const cutOffs = [
    { ...shared, class: 'severeStunting', below: -3, source: 'one' },
    { ...shared, class: 'stunting', below: -2, source: 'two' },
  ] as const;
  const short = recordWith({ 'R.heightCm': 124 }, boy);
  assert.equal(findings(short, year, 'round1', { tables, cutOffs })[0]?.source, 'two');
});

test('each rule of what is asked at once', () => {
  const start = recordWith(
    { 'V.examinedOn': '2026-05-18', 'V.vitals.weightKg': 30, 'V.vitals.heightCm': 130 },
    { ...boy, capturedOn: '2026-11-18' },
  );
  for (const [rule, places, expected] of jumpRows) {
    const found = jumps(recordWith(places, start), year, 'round1').map(
      ({ code, place, limit }) =>
        `${code} ${place.replace(short['R']!, 'R')} ${Math.round(limit * 100) / 100}`,
    );
    assert.deepEqual(found, expected, rule);
  }
});

test('what a host knows of before counts like what the record knows, with its day and value', () => {
  const record = recordWith({ 'R.weightKg': 330 }, boy);
  const found = jumps(record, year, 'round1', [{ measuredOn: '2026-05-18', weightKg: 33 }]);
  assert.deepEqual(found[0]?.previous, { value: 33, measuredOn: '2026-05-18' });
  assert.deepEqual(jumps(record, year, 'round1'), []);
  const before = [{ measuredOn: '2026-05-18', weightKg: 33 }];
  // Neither a round nor any day: nothing can be said, and nothing fails.
  assert.deepEqual(jumps({ capturedOn: '2026-11-18' }, year, 'round1', before), []);
  assert.deepEqual(jumps(recordWith({ 'R.weightKg': 330 }), year, 'round1', before), []);
});

test('each rule of a falling weight for age', () => {
  for (const [rule, birthDate, now, earlier, expected] of fallRows) {
    const found = weightFall({ sex: 'male', birthDate }, now, earlier, tables);
    assert.equal(found ? `${found.sd} ${found.since}` : undefined, expected, rule);
  }
});
