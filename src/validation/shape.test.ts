import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HealthRecord, RecordDraft, isLeaf, isRows, leafAt, wholeForm } from '../schema/index.ts';
import type { Group, Leaf, Rows } from '../schema/index.ts';
import { checkShape } from './index.ts';

type Json = { [key: string]: unknown };

/** A value that fits a leaf. */
function sample(leaf: Leaf): unknown {
  switch (leaf.kind) {
    case 'number':
      return 36.5;
    case 'box':
      return true;
    case 'boxes':
      return [...leaf.options];
    case 'choice':
      return leaf.options[0];
    case 'coded':
      return { code: '01', text: 'Kinh' };
    case 'bloodPressure':
      return { systolic: 120, diastolic: 80 };
    case 'diagnoses':
      return { text: 'Viêm phổi', codes: { J189: { code: 'J18.9', text: 'Viêm phổi' } } };
    case 'date':
      return '2026-11-16';
    default:
      return 'chữ';
  }
}

function filled(node: Leaf | Rows | Group): unknown {
  if (isLeaf(node)) return sample(node);
  if (isRows(node)) {
    const row = filled(node.rows) as Json;
    return Object.fromEntries(
      (node.printed ?? ['r1', 'r2']).map((id) => [
        id,
        'number' in node.rows ? { ...row, kind: 'other' } : row,
      ]),
    );
  }
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, filled(child)]));
}

const name = 'administrative.fullName';
/** A record in which every place of the forms holds something. */
const full = (): Json => ({
  ...(filled(wholeForm) as Json),
  schemaVersion: 1,
  capturedOn: '2026-11-16',
  capturedBy: 'BS. Mẫu',
  facility: 'TYT Mẫu',
  unread: { [name]: 'x' },
  absent: { 'administrative.birthDate': 'unknown' },
  notes: { [name]: 'x' },
  confirmed: {
    [name]: { 'name.sameAsPerson': { reason: 'x', by: 'y', at: '2026-11-16T08:00:00+07:00' } },
    'administrative.birthDate': { 'date.tooLongAgo': { reason: 'x' } },
  },
  sources: { [name]: { from: 'typed', text: 'x', code: 'date.yearRead' } },
});

/** The places of the same failures as zod sees them: what stands inside a value belongs to its field. */
function byZod(value: unknown, complete: boolean): string[] {
  const result = (complete ? HealthRecord : RecordDraft).safeParse(value);
  const places = (result.error?.issues ?? []).map(({ path }) => {
    const keys = path.map(String);
    if (['unread', 'absent', 'notes', 'confirmed', 'sources'].includes(keys[0]!) && keys.length > 1)
      return keys[1]!;
    for (let length = keys.length; length > 0; length--)
      if (leafAt(keys.slice(0, length).join('.'), wholeForm)) return keys.slice(0, length).join('.');
    return keys.join('.');
  });
  return [...new Set(places)].sort();
}
const byUs = (value: unknown, complete: boolean): string[] =>
  [...new Set(checkShape(value, complete).map(({ path }) => path))].sort();

/** Every place of a JSON value, by its keys. */
const placesOf = (value: unknown, at: string[] = []): string[][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? [at, ...Object.entries(value).flatMap(([key, child]) => placesOf(child, [...at, key]))]
    : [at];

function put(root: Json, keys: readonly string[], value: unknown): unknown {
  if (!keys.length) return value;
  let at = root;
  for (const key of keys.slice(0, -1)) {
    if (typeof at[key] !== 'object' || at[key] === null) return root;
    at = at[key] as Json;
  }
  if (value === undefined) delete at[keys.at(-1)!];
  else at[keys.at(-1)!] = value;
  return root;
}

const places = placesOf(full());
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1.5,
    '',
    'x',
    '2026-13',
    '2026-1',
    [],
    ['x'],
    {},
    'other',
  ),
  fc.constantFrom(40, 41, 80, 81, 200, 201, 500, 501, 20_000, 20_001).map((length) => 'a'.repeat(length)),
  fc.constantFrom<unknown>(
    { text: 'x' },
    { code: 'x' },
    { systolic: 1 },
    { reason: 'x', at: 'gestern' },
    [1],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const change = fc.record({
  place: fc.constantFrom(...places),
  key: fc.constantFrom('', '', 'x y', 'k'.repeat(65), 'a'.repeat(201)),
  junk,
});

test('a record in which every place is filled has the shape of a record', () => {
  assert.deepEqual(checkShape(full(), true), []);
  assert.ok(HealthRecord.safeParse(full()).success);
  assert.ok(places.length > 700, `${places.length} places`);
});

test('every place says so when something else stands there, as its schema does', () => {
  for (const place of places)
    for (const wrong of [null, [], { a: 1 }, 'x', 'a'.repeat(501), 'a'.repeat(20_001), -0.5, true]) {
      const value = put(full(), place, wrong);
      assert.deepEqual(
        byUs(value, true),
        byZod(value, true),
        `${place.join('.')} = ${JSON.stringify(wrong).slice(0, 20)}`,
      );
    }
});

test('a key says so when it may not stand where it does, as its schema does', () => {
  for (const place of places)
    for (const length of [64, 65, 80, 81, 200, 201]) {
      const value = full();
      const beside = place.reduce<unknown>((at, key) => (at as Json)[key], value) as Json;
      if (typeof beside !== 'object' || Array.isArray(beside)) continue;
      beside['k'.repeat(length)] = structuredClone(Object.values(beside)[0]);
      assert.deepEqual(byUs(value, true), byZod(value, true), `${place.join('.')}, a key of ${length}`);
    }
});

test('what the schemas refuse is refused, at the same places and nowhere else', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, complete) => {
      let value: unknown = full();
      for (const { place, key, junk } of changes) {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) break;
        value = put(value as Json, key ? [...place, key] : place, junk);
      }
      value = JSON.parse(JSON.stringify(value ?? null));
      assert.deepEqual(byUs(value, complete), byZod(value, complete));
    }),
  );
});

test('a text says how long it may be', () => {
  const found = (value: unknown) => checkShape(value).map(({ code, params }) => [code, params?.['max']]);
  const long = 'a'.repeat(20_001);
  assert.deepEqual(found({ administrative: { fullName: long } }), [['text.tooLong', 500]]);
  assert.deepEqual(found({ history: { surgeries: long } }), [['text.tooLong', 20_000]]);
  assert.deepEqual(found({ unread: { [name]: long } }), [['text.tooLong', 20_000]]);
  assert.deepEqual(found({ administrative: { ethnicity: { code: long, text: '' } } }), [
    ['text.tooLong', 40],
  ]);
  assert.deepEqual(found({ sources: { [name]: { from: long, code: long } } }), [
    ['text.tooLong', 40],
    ['text.tooLong', 80],
  ]);
});
