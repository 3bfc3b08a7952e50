import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { adviceSettings, loadGrowthTables } from '../measures/index.ts';
import type { GrowthTables } from '../measures/index.ts';
import { findings, gradeOf, jumps, measurementsOf, stationsDone, statusOf, weightFall } from './index.ts';
import type { PupilState } from './index.ts';
import { namedRows } from './finding-rows.fixture.ts';
import { fallRows, jumpRows } from './growing-rows.fixture.ts';
import { findingRows, gradeRows, stationRows, statusRows } from './rows.fixture.ts';
import { boy, recordWith, shortened, year } from './test-record.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
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

test('what each finding names', () => {
  for (const [rule, places, code, at, values, source] of namedRows) {
    const all = findings(recordWith(places, boy), year, 'round1', { tables });
    const found = all.find((each) => each.code === code);
    assert.equal(found?.places.map(shortened).join(' '), at, rule);
    assert.deepEqual(found?.values, values, rule);
    assert.equal(found?.source, source, rule);
  }
});

test('a finding has its z-score, and its advice is about itself', () => {
  const record = recordWith({ 'R.weightKg': 12, 'R.heightCm': 138 }, boy);
  const [weight] = findings(record, year, 'round1', { tables });
  assert.deepEqual(weight?.nutrition?.z, [-6.02, -6.02]);
  assert.ok(weight?.advice.every(({ about }) => about.join() === 'weightForAge'));
});

test('limits of a host take the place of the usual ones', () => {
  const record = recordWith({ 'R.caries': 1 }, boy);
  const settings = { ...adviceSettings, dental: { cariesFrom: 2 } };
  assert.equal(findings(record, year, 'round1', { tables, settings })[0]?.level, 'none');
  assert.deepEqual(findings(record, year, 'round2', { tables }), []);
  const pressed = recordWith({ 'R.bloodPressureMmHg': { systolic: 150 } }, boy);
  const unjudged = { ...adviceSettings, bloodPressure: undefined };
  assert.equal(findings(pressed, year, 'round1', { tables, settings: unjudged })[0]?.level, 'open');
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
      ({ code, place, limit }) => `${code} ${shortened(place)} ${Math.round(limit * 100) / 100}`,
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

test('every weight and height that a record knows, but those of the round that is named', () => {
  assert.deepEqual(measurementsOf({}), []);
  const record = recordWith(
    {
      'R.weightKg': 33,
      'B.rounds.round2.weightKg': 34,
      'O.weightKg': 30,
      'V.examinedOn': '2026-05-18',
      'V.vitals.weightKg': 31,
      'P.examinedOn': '2026-03-01',
      'P.physique.weightKg': 32,
    },
    { screenings: { '2024-2025': { conclusion: 'Bình thường' } } },
  );
  const weights = (but?: Parameters<typeof measurementsOf>[1]) =>
    measurementsOf(record, but).map(({ measuredOn, weightKg }) => [weightKg, measuredOn]);
  const all = [[33], [34], [30], [31, '2026-05-18'], [32, '2026-03-01']];
  const padded = all.map(([kg, on]) => [kg, on]);
  assert.deepEqual(weights(), padded);
  assert.deepEqual(weights({ year, round: 'round1' }), padded.slice(1));
  assert.deepEqual(
    weights({ year: '2025-2026', round: 'round1' }),
    padded.filter(([kg]) => kg !== 30),
  );
});
