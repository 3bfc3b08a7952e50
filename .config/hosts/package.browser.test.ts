import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { HealthRecord, RecordDraft } from '../../src/schema/index.ts';
import { root } from '../files.mjs';
import { blankOf, fieldAt, openBrowser, pageWith, pick, servePages, tick, watch, write } from './page.ts';
import { clientScript, reactPage } from './strangers.ts';

let browser: Browser;
/** A stranger's folder with the packed package in its node_modules. */
let folder: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hssk-stranger-'));
  const packed = execFileSync(
    'npm',
    ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder],
    { cwd: root, encoding: 'utf8' },
  );
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  const installed = join(folder, 'node_modules/@hssk/sdk');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Linked, not installed: quick, and the package sees only what its manifest declares. */
function link(...packages: string[]): void {
  for (const name of packages) {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { force: true });
    symlinkSync(join(root, 'node_modules', name), path, 'dir');
  }
}

/** What the package itself brings along. */
const brought = Object.keys(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }).dependencies,
);

/** Runs a program of a package as the stranger's npm scripts would. */
const run = (file: string, ...words: string[]): string =>
  execFileSync(process.execPath, [join(folder, 'node_modules', file), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });

const json = async <T>(page: Page, selector: string): Promise<T> =>
  JSON.parse((await page.locator(selector).filter({ hasText: '{' }).textContent()) ?? '') as T;

test('a plain page needs the single file alone: no bundler, no import map, no other script', async () => {
  const body = '<hssk-record-form now="2026-11-18"></hssk-record-form><pre></pre>';
  const script = `import { RecordForm, createClient } from './node_modules/@hssk/sdk/dist/hssk.js';
    const form = document.querySelector('hssk-record-form');
    if (!(form instanceof RecordForm) || typeof createClient !== 'function') throw new Error('not exported');
    form.addEventListener('hssk-submit', ({ record }) => {
      document.querySelector('pre').textContent = JSON.stringify(record);
    });`;
  const server = await servePages({ '/index.html': pageWith(body, '/page.js'), '/page.js': script }, folder);
  const page = await browser.newPage();
  const { faults, requests } = await watch(page);
  await page.goto(server.url);
  await write(page, 'administrative.fullName', 'Đào Thị Thử');
  await tick(page, 'administrative.sex', 'female');
  await write(page, 'administrative.birthDate', '19/3/1990');
  await pick(page, 'administrative.currentAddress.commune', 'chieng sung');
  await page.locator('#submit').click();
  await page.locator('pre', { hasText: 'Đào' }).waitFor();
  const record = await json<HealthRecord>(page, 'pre');
  assert.equal(record.administrative.birthDate, '1990-03-19');
  assert.equal(record.administrative.currentAddress?.province?.code, '14');
  const scripts = requests
    .map((line) => new URL(line.split(' ')[0]!).pathname)
    .filter((path) => path.endsWith('.js'));
  assert.deepEqual(scripts, ['/page.js', '/node_modules/@hssk/sdk/dist/hssk.js']);
  assert.deepEqual(faults, []);
  await server.stop();
});

test('a Vite and React page gives the form props, hears its events and gets the record', async (t) => {
  link(...brought, 'react', 'react-dom', 'vite', '@vitejs/plugin-react');
  for (const [name, text] of Object.entries(reactPage)) writeFileSync(join(folder, name), text);
  run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  const server = await servePages({}, join(folder, 'dist'));
  t.after(() => server.stop());
  const page = await browser.newPage();
  const { faults } = await watch(page);
  await page.goto(server.url);
  assert.match((await page.locator('#version').textContent()) ?? '', /^19\./);
  const birthDate = await blankOf(page, 'administrative.birthDate');
  await page.waitForFunction((input) => (input as HTMLInputElement).value === '19/03/1990', birthDate);
  assert.equal(await page.locator('[data-part]').count(), 1, 'the attribute `sections` is heard');

  await write(page, 'administrative.fullName', 'Đào Thị Thử');
  await write(page, 'administrative.occupation', 'giáo viên');
  // React draws when it likes.
  const both = 'administrative.fullName administrative.occupation';
  await page.locator('#paths').filter({ hasText: both }).waitFor();
  await page.locator('#save').click();
  const saved = await json<RecordDraft>(page, '#saved');
  assert.equal(saved.administrative?.fullName, 'Đào Thị Thử');

  // Taken off the page and drawn anew, the form shows what React kept.
  await page.locator('#toggle').click();
  await page.locator('hssk-record-form').waitFor({ state: 'detached' });
  await page.locator('#toggle').click();
  const again = await blankOf(page, 'administrative.fullName');
  await page.waitForFunction((input) => (input as HTMLInputElement).value === 'Đào Thị Thử', again);

  await page.locator('#submit').click();
  const record = await json<HealthRecord>(page, '#record');
  assert.equal(record.administrative.fullName, 'Đào Thị Thử');
  assert.equal(record.capturedOn, '2026-11-18');

  // Another value from outside replaces what is shown, and is no change of a person.
  const before = await page.locator('#paths').textContent();
  await page.locator('#view').click();
  await page.waitForFunction((input) => (input as HTMLInputElement).value === 'Từ máy chủ', again);
  assert.equal(await page.locator('#paths').textContent(), before);
  await fieldAt(page, 'administrative.sex');
  assert.deepEqual(faults, []);
});

/** Starts the sandbox from the installed package; resolves to its address and what it says until it ends. */
async function startSandbox(): Promise<{ url: string; said: () => string; child: ChildProcess }> {
  const bin = join(folder, 'node_modules/@hssk/sdk/dist/src/sandbox/bin.js');
  const child = spawn(process.execPath, [bin, '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (more: string) => {
        text += more;
        const address = /Central record API: (\S+)\/v1\n/.exec(text)?.[1];
        if (address && text.includes('reviewer1')) resolve(address);
      });
    child.once('exit', () => reject(new Error(`The sandbox did not start: ${text}`)));
  });
  return { url, said: () => text, child };
}

test('the typed client works in plain Node against the sandbox of the package', async () => {
  link(...brought, '@electric-sql/pglite', 'hono', '@hono/node-server');
  link('@types/node', 'typescript', 'undici-types');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(join(folder, 'client.ts'), clientScript);
  const strict = '--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --target es2022'.split(
    ' ',
  );
  run(
    'typescript/bin/tsc',
    ...strict,
    '--module',
    'nodenext',
    '--types',
    'node',
    '--lib',
    'es2023,dom,dom.iterable',
    'client.ts',
  );

  const { url, said, child } = await startSandbox();
  try {
    const printed = execFileSync(process.execPath, ['client.js', url, 'demo:nurse:TYT-01:nurse1'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { messages, refused, ...result } = JSON.parse(printed) as { messages: string[]; refused: string[] };
    assert.deepEqual(result, {
      first: 'Đào Thị Thử',
      patched: 2,
      conflict: 'record.changed',
      statuses: [201, 201, 201],
      again: [true, true, true],
      found: 1,
      mother: 'Mẹ',
      father: 'Bố',
      versions: [1, 2, 3],
    });
    assert.ok(refused.includes('administrative.sex'), refused.join());
    for (const words of [...messages, said()])
      assert.doesNotMatch(words, /Đào|Không Đủ|001190990|[0-9a-z]{16}/);
  } finally {
    child.kill();
  }
});
