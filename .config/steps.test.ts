import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf } from './steps.mjs';

const rows: [what: string, output: string, ok: boolean, passed: number, failed: number][] = [
  ['a check without counts that ends well', 'done', true, 1, 0],
  ['a check without counts that ends badly', 'broken', false, 0, 1],
  ['a suite', 'a\n12 passed, 0 failed\n', true, 12, 0],
  ['a suite with failures', '12 passed, 3 failed\n', false, 12, 3],
  ['a suite that falls over after its tests', '12 passed, 0 failed\n', false, 12, 1],
  ['a suite that hides its failures', '12 passed, 3 failed\n', true, 12, 3],
  ['the last of several sums', '1 passed, 0 failed\n30 passed, 0 failed\n', true, 30, 0],
  ['a sum inside a line', 'case 3: 1 passed, 9 failed\n', true, 1, 0],
];

for (const [what, output, ok, passed, failed] of rows) {
  test(`${what} counts as ${passed} passed, ${failed} failed`, () => {
    assert.deepEqual(countsOf(output, ok), { passed, failed });
  });
}
