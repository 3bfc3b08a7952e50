import assert from 'node:assert/strict';
import test from 'node:test';
import { setAt } from '../schema/index.ts';
import { mergeRecords, settleMerge } from './merge.ts';

type Bag = Record<string, unknown>;
type Given = Parameters<typeof mergeRecords>[1];

const record = (rest: Bag = {}): Given =>
  ({ schemaVersion: 1, capturedOn: '2026-11-02', administrative: {}, ...rest }) as Given;
const name = 'administrative.fullName';
const born = 'administrative.birthDate';
const at = 'examinations.v1.vitals.bmi';
const letStand = { reason: 'đã cân lại', at: '2026-11-02T01:00:00Z' };
const measured = (vitals: Bag, given?: Bag): Given => {
  const all = { weightKg: 50, heightCm: 160, bmi: 23, ...vitals };
  return JSON.parse(
    JSON.stringify(
      record({ examinations: { v1: { vitals: all } }, ...(given && { confirmed: { [at]: given } }) }),
    ),
  ) as Given;
};

for (const [what, vitals] of [
  ['weight', { weightKg: 60 }],
  ['height', { heightCm: 150 }],
  ['weight, emptied', { weightKg: undefined }],
] as const)
  test(`a confirmation does not survive a merge with another ${what}`, () => {
    const confirmed = measured({}, { 'bmi.mismatch': letStand, x: letStand });
    const other = measured(vitals);
    const expected = measured(vitals, { x: letStand });
    assert.deepEqual(mergeRecords(measured({}), confirmed, other).merged, expected);
    assert.deepEqual(mergeRecords(measured({}), other, confirmed).merged, expected);
    // Also one that both had before, and the other side kept beside its new value.
    const kept = measured(vitals, { 'bmi.mismatch': letStand, x: letStand });
    const elsewhere = measured({ pulsePerMinute: 70 }, { 'bmi.mismatch': letStand, x: letStand });
    assert.deepEqual(
      mergeRecords(confirmed, elsewhere, kept).merged,
      measured({ ...vitals, pulsePerMinute: 70 }, { x: letStand }),
    );
    const only = measured({}, { 'bmi.mismatch': letStand });
    assert.equal('confirmed' in mergeRecords(measured({}), only, other).merged, false);
  });

test('a confirmation given beside the value that stands is kept, with all others', () => {
  const [before, after] = [measured({}), measured({ weightKg: 60 }, { 'bmi.mismatch': letStand })];
  const other = measured({ pulsePerMinute: 70 }, { 'number.implausible': letStand });
  const both = measured({ weightKg: 60, pulsePerMinute: 70 }, { 'bmi.mismatch': letStand });
  assert.deepEqual(mergeRecords(before, after, measured({ pulsePerMinute: 70 })).merged, both);
  assert.deepEqual(mergeRecords(before, other, before).merged, other);
});

test('a confirmation falls with a choice about what it was judged by', () => {
  const mine = measured({ weightKg: 55 }, { 'bmi.mismatch': letStand });
  const merge = mergeRecords(measured({}), mine, measured({ weightKg: 60 }));
  const path = 'examinations.v1.vitals.weightKg';
  assert.deepEqual(settleMerge(merge, { [path]: 'mine' }), mine);
  assert.deepEqual(merge.merged, measured({ weightKg: 60 }));
  assert.deepEqual(settleMerge(merge, { [path]: 'theirs' }), measured({ weightKg: 60 }));
});

test('every warning that leans on a place elsewhere is asked again when that changed', () => {
  const rows: readonly (readonly [code: string, path: string, place: string, value: unknown])[] = [
    ['identifier.sexMismatch', 'administrative.identifiers.personal.number', 'administrative.sex', 'male'],
    ['identifier.birthYearMismatch', 'administrative.identifiers.personal.number', born, '1991'],
    ['relation.sexMismatch', 'administrative.relationToHead', 'administrative.sex', 'male'],
    ['name.sameAsPerson', 'administrative.motherName', name, 'Mẫu B'],
    ['part.notForMen', 'history.reproductive', 'administrative.sex', 'male'],
    ['part.notForMen', 'history.reproductive', 'history.reproductive.births', 2],
    ['number.implausible', 'examinations.v1.vitals.weightKg', born, '1991'],
    ['obstetric.pregnancies', 'history.reproductive.pregnancies', 'history.reproductive.births', 2],
    ['obstetric.births', 'history.reproductive.births', 'history.reproductive.caesareans', 1],
    ['obstetric.livingChildren', 'history.reproductive.livingChildren', 'history.otherIssues', 'sinh đôi'],
  ];
  for (const [code, path, place, value] of rows) {
    const given = record({ confirmed: { [path]: { [code]: letStand } } });
    const other = setAt(record(), place, value) as Given;
    assert.deepEqual(mergeRecords(record(), given, other).merged, other, code);
    assert.deepEqual(
      mergeRecords(record(), given, record({ notes: { [place]: 'lời' } })).merged.confirmed,
      given.confirmed,
      code,
    );
  }
});
