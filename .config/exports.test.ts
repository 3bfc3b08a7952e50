import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exportsOf } from './exports.mjs';
import { walk } from './files.mjs';

test('every room with an index.ts is an entry, and every entry is a room (npm run exports writes them)', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(manifest.exports, exportsOf([...walk('src'), ...walk('components')]));
});

test('only doors become entries', () => {
  const entries: { readonly [name: string]: unknown } = exportsOf([
    'src/index.ts',
    'src/schema/index.ts',
    'src/schema/history.ts',
    'src/schema/deep/index.ts',
    'src/sandbox/node.ts',
    'components/index.ts',
    'components/define.ts',
    'components/record-form/index.ts',
  ]);
  assert.deepEqual(Object.keys(entries), [
    '.',
    './components',
    './components/define',
    './components/record-form',
    './sandbox/node',
    './schema',
    './custom-elements.json',
    './package.json',
  ]);
  assert.deepEqual(entries['./schema'], {
    types: './dist/src/schema/index.d.ts',
    default: './dist/src/schema/index.js',
  });
  const defaultOf = (name: string): unknown => (entries[name] as { default?: unknown } | undefined)?.default;
  assert.equal(defaultOf('.'), './dist/src/index.js');
  assert.equal(defaultOf('./components/define'), './dist/components/define.js');
});
