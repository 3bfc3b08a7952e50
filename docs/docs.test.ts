import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { codeListOrigins } from '../src/codes/index.ts';
import * as i18n from '../src/i18n/index.ts';
import { readInsuranceId, readPersonalId } from '../src/identity/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = ['README.md', ...markdownIn('docs'), ...markdownIn('docs/decisions')];

interface Manifest {
  readonly exports: { readonly [entry: string]: string | { readonly default: string } };
}
const entries = Object.entries((JSON.parse(read('package.json')) as Manifest).exports).flatMap(
  ([entry, built]) =>
    typeof built === 'string'
      ? []
      : [{ entry, source: built.default.replace('./dist/', '').replace(/\.js$/, '.ts') }],
);

interface Block {
  readonly name: string;
  readonly code: string;
  readonly runs: boolean;
}

/** Fenced ts and js blocks, and module scripts of html blocks. `ts run` also runs; `// → text` is what it prints. */
function blocksOf(page: string): Block[] {
  const name = page.replace(/\W+/g, '-');
  return [...read(page).matchAll(/^```(ts|js|html)( run)?\n(.*?)^```$/gms)].flatMap(
    ([, kind, run, code = ''], at) => {
      const scripts =
        kind === 'html'
          ? [...code.matchAll(/<script type="module">(.*?)<\/script>/gs)].map(([, script = '']) => script)
          : [code];
      const extension = kind === 'ts' ? 'ts' : 'js';
      return scripts.map((script, n) => ({
        name: `${name}-${at + 1}-${n + 1}.${extension}`,
        code: `${script.replaceAll("'/hssk.js'", "'./hssk.js'")}\nexport {};\n`,
        runs: Boolean(run),
      }));
    },
  );
}

const folder = join(root, '.cache/docs');
const blocks = pages.flatMap(blocksOf);
const settings = {
  extends: '../../tsconfig.json',
  compilerOptions: {
    paths: Object.fromEntries(
      entries.map(({ entry, source }) => [`@hssk/sdk${entry.slice(1)}`, [`../../${source}`]]),
    ),
    checkJs: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  include: ['.'],
};

function writeBlocks(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  // The single file of pages without a bundler.
  const single = ['components/define.ts', 'src/client/index.ts'].map(
    (path) => `export * from '../../${path}';\n`,
  );
  writeFileSync(join(folder, 'hssk.ts'), single.join(''));
  for (const { name, code } of blocks) writeFileSync(join(folder, name), code);
}
writeBlocks();

// In plain scripts a page knows what stands in it: "may be null" and "has no type" are no mistakes there.
const looseInScripts = new Set([2531, 2532, 7006, 7031, 18047, 18048]);

test('every code block of the pages fits the sources', () => {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  assert.deepEqual(errors, []);
  const program = ts.createProgram(
    blocks.map(({ name }) => join(folder, name)),
    options,
  );
  const found = ts.getPreEmitDiagnostics(program).flatMap(({ file, start, code, messageText }) => {
    const name = file ? relative(folder, file.fileName) : '';
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (name.endsWith('.js') && (looseInScripts.has(code) || message.includes("Type 'null'"))) return [];
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${name}:${line} ${message}`;
  });
  assert.deepEqual(found, []);
  assert.ok(blocks.length > 20);
});

test('blocks that run print what their comments say', () => {
  const running = blocks.filter(({ runs }) => runs);
  assert.ok(running.length > 3);
  for (const { name, code } of running) {
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(folder, name)], {
      encoding: 'utf8',
      env: { ...process.env, TSX_TSCONFIG_PATH: join(folder, 'tsconfig.json'), NO_COLOR: '1' },
    });
    assert.equal(stderr, '', name);
    const said = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, words]) => words);
    assert.deepEqual(stdout.trimEnd().split('\n'), said, name);
  }
});

test('every relative link leads to a file', () => {
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)\s]+)\)|<(?:img|a) [^>]*(?:src|href)="([^"]+)"/g)].flatMap(
      ([, link, tag]) => {
        const target = (link ?? tag ?? '').split('#')[0]!;
        if (!target || /^[a-z]+:/.test(target)) return [];
        return existsSync(join(root, dirname(page), target)) ? [] : `${page}: ${target}`;
      },
    ),
  );
  assert.deepEqual(dead, []);
});

test('both READMEs name every entry, and TypeDoc documents it', () => {
  const documented = /"entryPoints": \[(.*?)\]/s.exec(read('tsconfig.json'))?.[1] ?? '';
  for (const { entry, source } of entries) {
    for (const page of ['README.md', 'docs/README.vi.md'])
      assert.ok(read(page).includes(`\`@hssk/sdk${entry.slice(1)}\``), `${page}: ${entry}`);
    // The component folders and define are all in components/index.ts.
    if (!/^components\/.+\/|define/.test(source)) assert.ok(documented.includes(`"${source}"`), source);
  }
});

test('pages stay short', () => {
  const long = pages.filter(
    (page) => read(page).split('\n').length > (page.includes('decisions/') ? 36 : 121),
  );
  assert.deepEqual(
    long.filter((page) => !page.includes('README') && !page.includes('changelog')),
    [],
  );
});

const rowsOf = (page: string): string[][] =>
  [...read(page).matchAll(/^\| (?!-|Kind|List)(.*) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim().replace(/^`|`$/g, '')),
  );

const today = '2026-11-21';
const number =
  (unit: NonNullable<Parameters<typeof i18n.readNumber>[1]['unit']>, more = {}) =>
  (text: string) =>
    i18n.readNumber(text, { today, unit, ...more });
const readers: { readonly [kind: string]: (text: string) => unknown } = {
  date: (text) => i18n.readDate(text, { today }),
  kg: number('kg'),
  g: number('g', { integer: true }),
  cm: number('cm'),
  '°C': number('°C'),
  count: number('times', { integer: true, count: true }),
  'blood pressure': (text) => i18n.readBloodPressure(text, { today }),
  phone: (text) => i18n.readPhone(text, { today }),
  'e-mail': (text) => i18n.readEmail(text, { today }),
  'coded words': (text) => i18n.readCodedWords(text, { today }),
  'Rh factor': (text) => {
    const options = [
      { code: '+', words: ['Rh+', '+', 'dương'] },
      { code: '-', words: ['Rh-', '-', 'âm'] },
    ];
    return i18n.readChoice(text, { today, options });
  },
  'free text': (text) => i18n.readText(text, true),
  'personal number': (text) => readPersonalId(text),
  'insurance number': (text) => readInsuranceId(text),
};

test('the examples of reading.md are what the readers give', () => {
  const rows = rowsOf('docs/reading.md').filter(([kind = '']) => kind in readers);
  assert.ok(rows.length >= 40);
  assert.deepEqual(new Set(rows.map(([kind]) => kind)), new Set(Object.keys(readers)));
  for (const [kind = '', written = '', kept = ''] of rows)
    assert.deepEqual(readers[kind]!(written), JSON.parse(kept), `${kind}: ${written}`);
});

test('codes.md has every list with the certainty of the register', () => {
  const rows = new Map(rowsOf('docs/codes.md').map(([id = '', , certainty]) => [id, certainty]));
  for (const { id, certainty } of codeListOrigins()) assert.equal(rows.get(id), certainty, id);
});

test('every test that the table of consent names is there', () => {
  const rows = read('docs/consent-requirements.md')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const missing: string[] = [];
  let named = 0;
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    assert.ok(
      cells.slice(1, -1).every((cell) => cell !== ''),
      `An empty cell: ${row}`,
    );
    let file = '';
    for (const [, name, words] of row.matchAll(/([\w/-]+): (?=")|"([^"]+)"/g)) {
      if (name) {
        const found = [`src/consent/${name}.test.ts`, `src/${name}.test.ts`, `${name}.test.ts`].find((path) =>
          existsSync(join(root, path)),
        );
        if (!found) missing.push(name);
        file = found ? read(found).replaceAll(/\s+/g, ' ').replaceAll("\\'", "'") : '';
      } else if (words) {
        named++;
        for (const part of words.split('…')) if (!file.includes(part.trim())) missing.push(words);
      }
    }
  }
  assert.ok(named > 60);
  assert.deepEqual(missing, []);
});
