import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { startServer } from '../../docs/examples/server.ts';
import type { ExampleServer } from '../../docs/examples/server.ts';
import { chromiumFlags, findChromium } from '../chromium.mjs';
import { filesWith } from './files.ts';
import { blankOf, blanks, fieldAt, openBrowser, tick, write } from './page.ts';

const canary = 'KHUYETCANARY831';
/** Values that can be read as what they are, so that they stand in the record and not beside it. */
const readable: readonly (readonly [path: string, text: string])[] = [
  ['administrative.fullName', `Đào ${canary}`],
  ['administrative.identifiers.personal.number', '014190739518'],
  ['administrative.phoneMobile', '0386739518'],
  ['administrative.email', `${canary}@example.vn`],
];
const needles = [canary, '014190739518', '0386739518', '0386 739 518'];
const controls = ['HOSTCONTROLFIRST', 'HOSTCONTROLAGAIN'] as const;

let server: ExampleServer;
let folder: string;
let browser: ChildProcess;

before(async () => {
  server = await startServer({ database: 'memory' });
  folder = mkdtempSync(join(tmpdir(), 'hssk-profile-'));
});
after(async () => {
  kill();
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Writes into every blank of the record, and into a field of the host. */
async function typeEverywhere(page: Page, control: string): Promise<void> {
  await fieldAt(page, 'administrative.fullName');
  for (const blank of await blanks(page)) {
    await blank.focus();
    await page.keyboard.insertText(canary);
  }
  for (const [path, text] of readable) {
    await (await blankOf(page, path)).fill('');
    await write(page, path, text);
  }
  await tick(page, 'history.risk.smoking', 'no');
  await page.locator('[name=room]').fill(control);
}

/** An ordinary browser with a profile of its own in a process group of its own; resolves to its debugging address. */
async function start(): Promise<string> {
  browser = spawn(
    await findChromium(),
    [...chromiumFlags, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  for await (const text of browser.stderr!.setEncoding('utf8')) {
    said += text;
    const address = /DevTools listening on (\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`The browser did not start: ${said}`);
}

function kill(): void {
  try {
    if (browser.pid) process.kill(-browser.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

test('the search finds a text in either encoding, at any place of a file', () => {
  const planted = join(folder, 'planted');
  mkdirSync(planted);
  writeFileSync(join(planted, 'a'), `x${canary}x`, 'utf8');
  writeFileSync(join(planted, 'b'), Buffer.concat([Buffer.from([1]), Buffer.from(canary, 'utf16le')]));
  writeFileSync(join(planted, 'c'), 'nothing');
  assert.deepEqual(filesWith(folder, canary), [join(planted, 'a'), join(planted, 'b')]);
  rmSync(planted, { recursive: true });
});

test('nothing typed into a record stands in the files of a browser that was killed in the middle of the day', async () => {
  const connection = await chromium.connectOverCDP(await start());
  const page = connection.contexts()[0]!.pages()[0]!;

  await page.goto(`${server.url}/host-form.html`);
  await typeEverywhere(page, controls[0]);
  await page.getByText('Lưu phiếu khám').click();
  await page.locator('output', { hasText: 'Đã lưu' }).waitFor();
  await page.locator('nav a').click();
  await page.waitForURL(`${server.url}/?draft=*`);
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForURL(`${server.url}/host-form.html`, { waitUntil: 'commit' });
  const room = page.locator('[name=room]');
  await room.waitFor();
  assert.equal(await room.inputValue(), controls[0], 'the browser gives an ordinary field its text back');
  await typeEverywhere(page, controls[1]);

  if (existsSync(join(folder, 'Default/Sessions'))) {
    const limit = performance.now() + 30_000;
    for (const control of controls) {
      while (!filesWith(folder, control).length) {
        assert.ok(performance.now() < limit, `the browser kept ${control} of an ordinary field`);
        await pause(100);
      }
    }
  } else {
    // The headless shell of the test packages has no session files at all; an installed Chromium has.
    const { product } = await (await connection.newBrowserCDPSession()).send('Browser.getVersion');
    assert.match(product, /^HeadlessChrome\//);
    console.log('This Chromium keeps no session files: only its other files were searched.');
  }
  kill();
  await new Promise((ended) => browser.once('exit', ended));
  for (const needle of needles) assert.deepEqual(filesWith(folder, needle), [], needle);
});

test('every control of the form tells the browser to keep nothing of it', async () => {
  const instance = await openBrowser();
  const page = await instance.newPage();
  await page.goto(`${server.url}/host-form.html`);
  await write(page, 'administrative.householdCode', '123');
  const field = await fieldAt(page, 'administrative.householdCode');
  await (await field.waitForSelector('.messages .warning button')).click();
  await field.waitForSelector('[name=reason]');
  const found = await page
    .locator('hssk-record-form :is(input, textarea, select)')
    .evaluateAll((all) => all.map((control) => control.getAttribute('autocomplete')));
  assert.ok(found.length > 200, `${found.length} controls`);
  assert.deepEqual(
    found.filter((value) => value !== 'off'),
    [],
  );
  await instance.close();
});
