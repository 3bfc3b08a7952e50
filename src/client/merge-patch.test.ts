import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { diffPatch, mergePatch } from './merge-patch.ts';

test('a merge patch works as in the examples of RFC 7396', () => {
  const rows: [target: unknown, patch: unknown, result: unknown][] = [
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ];
  for (const [target, patch, result] of rows) assert.deepEqual(mergePatch(target, patch), result);
});

test('a merge patch changes neither what it is given nor any prototype', () => {
  const target = Object.freeze({ a: Object.freeze({ b: 1 }) });
  const patch = JSON.parse(
    '{"a":{"c":2},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  );
  const merged = mergePatch(target, patch) as Record<string, unknown>;
  assert.deepEqual(merged['a'], { b: 1, c: 2 });
  assert.equal(merged['polluted'], undefined);
  assert.equal(Object.getPrototypeOf(merged), Object.prototype);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('a difference names only what differs', () => {
  type Row = [before: Record<string, unknown>, after: Record<string, unknown>, patch: unknown];
  const rows: Row[] = [
    [{ a: 1 }, { a: 1 }, undefined],
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }, { b: null }],
    [{ a: 1 }, { a: undefined }, { a: null }],
    [{}, { a: undefined }, undefined],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { a: { c: 3 } }],
    [{ a: ['x', 'y'] }, { a: ['x', 'y'] }, undefined],
    [{ a: ['x', 'y'] }, { a: ['x'] }, { a: ['x'] }],
    [{ a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{}, { toString: 'x' }, { toString: 'x' }],
  ];
  for (const [before, after, patch] of rows) assert.deepEqual(diffPatch(before, after), patch);
});

// JSON without null inside groups, as records are: null cannot be set by a merge patch.
const { group } = fc.letrec<{ group: Record<string, unknown>; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string(), { maxLength: 2 }),
    tie('group'),
  ),
  group: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), tie('value'), { maxKeys: 4 }),
}));

test('the difference of two documents makes the second of the first', () => {
  fc.assert(
    fc.property(group, group, (before, after) => {
      const patch = diffPatch(before, after);
      assert.equal(
        JSON.stringify(sorted(patch ? mergePatch(before, patch) : before)),
        JSON.stringify(sorted(after)),
      );
    }),
  );
});

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([key, child]) => [key, sorted(child)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}
