import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaches } from './imports.mjs';

const rows: [what: string, path: string, text: string, expected: RegExp | null][] = [
  ['a room within its row', 'src/schema/a.ts', `import { x } from '../codes/index.ts';`, null],
  [
    'a room outside its row',
    'src/schema/a.ts',
    `import { x } from '../client/index.ts';`,
    /may not import client/,
  ],
  [
    'a type outside its row',
    'src/codes/a.ts',
    `import type { X } from '../schema/index.ts';`,
    /may not import/,
  ],
  ['a re-export', 'src/codes/a.ts', `export * from '../schema/index.ts';`, /may not import schema/],
  [
    'an import() of a room',
    'src/codes/a.ts',
    `const x = import('../schema/index.ts');`,
    /may not import schema/,
  ],
  ['an import type', 'src/codes/a.ts', `let x: import('../schema/index.ts').X;`, /may not import schema/],
  ['a room past its door', 'src/schema/a.ts', `import { x } from '../codes/list.ts';`, /index\.ts/],
  ['a file of the same room', 'src/schema/a.ts', `import { x } from './b/c.ts';`, null],
  [
    'src into components',
    'src/schema/a.ts',
    `import { x } from '../../components/index.ts';`,
    /nothing from outside/,
  ],
  [
    'a component into the sandbox',
    'components/a/b.ts',
    `import { x } from '../../src/sandbox/index.ts';`,
    /sandbox/,
  ],
  ['a component into check', 'components/a/b.ts', `import { x } from '../../src/validation/index.ts';`, null],
  ['a type of the client', 'components/a/b.ts', `import type { X } from '../../src/client/index.ts';`, null],
  [
    'a value of the client',
    'components/a/b.ts',
    `import { x } from '../../src/client/index.ts';`,
    /types only/,
  ],
  [
    'an inline type only',
    'components/a/b.ts',
    `import { type X } from '../../src/client/index.ts';`,
    /types only/,
  ],
  ['import() by a section', 'components/a/b.ts', `await import('../../src/outbox/index.ts');`, /types only/],
  ['import() by the session', 'components/session/b.ts', `await import('../../src/outbox/index.ts');`, null],
  [
    'a static one by the session',
    'components/session/b.ts',
    `import { x } from '../../src/outbox/index.ts';`,
    /types/,
  ],
  ['a test', 'src/schema/a.test.ts', `import { x } from '../client/index.ts';`, null],
  ['the package index', 'src/index.ts', `export * from './client/index.ts';`, null],
  ['Date.now', 'src/validation/a.ts', `const x = Date.now();`, /Date\.now/],
  ['new Date()', 'src/validation/a.ts', `const x = new Date();`, /the clock/],
  ['a given date', 'src/validation/a.ts', `const x = new Date(now); x.toISOString();`, null],
  ['Math.random', 'src/measures/a.ts', `const x = Math.random();`, /Math\.random/],
  ['randomUUID', 'src/consent/a.ts', `const x = globalThis.crypto.randomUUID();`, /randomUUID/],
  ['fetch', 'src/fhir/a.ts', `const x = fetch('/');`, /fetch/],
  ['fetch as a default', 'src/fhir/a.ts', `const f = ({ send = globalThis.fetch }) => send;`, /fetch/],
  ['a parameter of that name', 'src/fhir/a.ts', `const f = (document: X) => document.type;`, null],
  ['a property of that name', 'src/fhir/a.ts', `const f = (x: X) => ({ document: x.window });`, null],
  ['a comment', 'src/fhir/a.ts', `// Date.now() and fetch are not used\nexport const x = 'fetch';`, null],
  ['the clock in the client', 'src/client/a.ts', `const x = Date.now();`, null],
];

for (const [what, path, text, expected] of rows) {
  test(`${what} is ${expected ? 'refused' : 'allowed'}`, () => {
    const found = breaches(new Map([[path, text]]));
    if (!expected) return assert.deepEqual(found, []);
    assert.equal(found.length, 1, found.join('\n'));
    assert.match(found[0] ?? '', expected);
  });
}

test('component folders that import each other are a cycle', () => {
  const found = breaches(
    new Map([
      ['components/fields/a.ts', `import { b } from '../sections/index.ts';`],
      ['components/sections/b.ts', `import { a } from '../fields/index.ts';`],
    ]),
  );
  assert.deepEqual(found, ['cycle: components/fields → components/sections → components/fields']);
});
