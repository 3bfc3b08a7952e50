import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startServer } from '../../docs/examples/server.ts';
import type { ExampleServer } from '../../docs/examples/server.ts';
import { createClient } from '../../src/client/index.ts';
import { ConnectionDropped } from '../../src/sandbox/index.ts';
import { startBrowser } from '../chaos/browser.ts';
import type { Running } from '../chaos/browser.ts';
import { filesWith } from './files.ts';
import { pick, tick, watch, write } from './page.ts';
import type { Watched } from './page.ts';

const passphrase = 'GHETIMCANARY832 trâu mưa';
const filePassphrase = 'TEPNIEMPHONG832 sông núi';
const people = [
  { name: 'Đào MOTCANARY832', number: '014190990518', allergy: 'DIUNGCANARY832' },
  { name: 'Lê HAICANARY832', number: '014190990519', allergy: 'SOCPHANVECANARY832' },
] as const;
const half = 'Trần DODANGCANARY832';
/** What must stand nowhere; parts of names and phrases are enough. */
const needles = [
  ...['GHETIMCANARY832', 'TEPNIEMPHONG832', 'MOTCANARY832', 'HAICANARY832', 'DODANGCANARY832'],
  ...['DIUNGCANARY832', 'SOCPHANVECANARY832', 'KHACCANARY832', '014190990518', '014190990519'],
  ...['0386990518', '0386 990 518', 'Mycoplasma pneumoniae'],
];
const control = 'HOSTCONTROL832';

let server: ExampleServer;
let profile: string;
let running: Running;
let downloads: string;
let isDown = false;

before(async () => {
  const cut = (): void => {
    if (isDown) throw new ConnectionDropped();
  };
  server = await startServer({ database: 'memory', central: { faults: { before: cut } } });
  profile = mkdtempSync(join(tmpdir(), 'hssk-offline-'));
  downloads = join(profile, 'Downloads');
});
after(async () => {
  await running?.kill();
  await server.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

async function until(isSo: () => boolean, words: string): Promise<void> {
  for (const limit = performance.now() + 30_000; !isSo(); await pause(100))
    assert.ok(performance.now() < limit, words);
}

const becomes = (page: Page, state: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.querySelector('hssk-record-form')!.saveState === wanted, state);

/** Sets the store up, or opens it. */
async function give(page: Page, words: string): Promise<void> {
  const form = page.locator('hssk-vault-panel form.passphrase >> visible=true');
  await form.waitFor();
  for (const input of await form.locator('input.secret').all()) await input.fill(words);
  await form.locator('button.primary').click();
  await page.locator('hssk-sync-status #toggle').waitFor();
}

async function typePerson(page: Page, { name, number, allergy }: (typeof people)[number]): Promise<void> {
  await page.locator('#next').click();
  await write(page, 'administrative.fullName', name);
  await tick(page, 'administrative.sex', 'female');
  await write(page, 'administrative.birthDate', '2/3/1990');
  await write(page, 'administrative.identifiers.personal.number', number);
  await write(page, 'administrative.phoneMobile', '0386 990 518');
  await pick(page, 'administrative.currentAddress.commune', 'chieng sung');
  await write(page, 'history.allergies.drug', allergy);
  await write(page, 'history.otherIssues', 'viêm phổi do Mycoplasma pneumoniae');
}

/** Someone else changes the record at the same place. */
async function changeElsewhere(pid: string): Promise<void> {
  const other = createClient({
    baseUrl: `${server.url}/central`,
    token: 'demo:nurse:TYT-01:other',
    fetch: (request) => server.sandbox.fetch(request),
  });
  const { etag } = await other.records.load(pid);
  await other.records.patch(pid, { history: { allergies: { drug: 'KHACCANARY832' } } }, { ifMatch: etag });
}

/** Everything the page's origin keeps in the browser, decoded: databases, storages, caches, cookies. */
async function kept(page: Page): Promise<string> {
  // What compiles this file names inner functions by a helper that no page has.
  await page.evaluate('globalThis.__name = (named) => named');
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const texts: string[] = [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const read = (value: unknown): void => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer);
        texts.push(new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(bytes));
      } else if (value !== null && typeof value === 'object')
        for (const [key, inner] of Object.entries(value)) [key, inner].forEach(read);
      else texts.push(String(value));
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      texts.push(name!);
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        for (const key of await done(rows.getAllKeys())) read(key);
        for (const value of await done(database.transaction(store).objectStore(store).getAll())) read(value);
      }
      database.close();
    }
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) texts.push(url);
    return texts.join('\n');
  });
}

/** A day: sent, without a network, in conflict, exported, locked and unlocked, and half written. Gives the pid. */
async function workAllDay(page: Page): Promise<string> {
  await give(page, passphrase);
  await typePerson(page, people[0]);
  await page.locator('#submit').click();
  await becomes(page, 'sent');
  const pid = await page.evaluate(() => document.querySelector('hssk-record-form')!.pid);

  isDown = true;
  await write(page, 'history.allergies.drug', ', DIUNGCANARY832');
  await page.locator('#submit').click();
  await becomes(page, 'queued');
  await changeElsewhere(pid);
  await typePerson(page, people[1]);
  await page.locator('#submit').click();
  await becomes(page, 'queued');

  const status = page.locator('hssk-sync-status');
  await status.locator('#toggle').click();
  await status.locator('[data-list=files] > summary').click();
  const file = status.locator('hssk-sealed-file form.passphrase').first();
  await file.waitFor();
  for (const input of await file.locator('input.secret').all()) await input.fill(filePassphrase);
  await file.locator('button.primary').click();
  await status.locator('hssk-sealed-file #save').click();
  await until(() => existsSync(downloads) && readdirSync(downloads).length > 0, 'the file is saved');

  isDown = false;
  await status.locator('#send').click();
  await status.locator('[data-list=attention] .decide').click();
  await status.locator('hssk-conflict-review').getByText('KHACCANARY832').first().waitFor();

  await page.locator('main details > summary').first().click();
  await page.locator('main details #lock').click();
  await give(page, passphrase);
  await page.locator('#next').click();
  await write(page, 'administrative.fullName', half);
  await becomes(page, 'saved');
  return pid;
}

/** A text of the host in a database of its own: what the browser keeps is found by the search. */
const plant = (page: Page, text: string): Promise<void> =>
  page.evaluate(
    (planted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('control');
        opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
          writing.objectStore('rows').put(planted, 1);
          writing.oncomplete = () => resolve();
        };
      }),
    text,
  );

test('nothing of a day without a network stands readable in the files, the console or the addresses of a browser', async () => {
  running = await startBrowser(profile);
  const { page } = running;
  const { lines, requests }: Watched = await watch(page);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`${error.message} ${error.stack}`));
  const devtools = await page.context().browser()!.newBrowserCDPSession();
  await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  await page.goto(`${server.url}/offline.html`);
  await plant(page, control);
  const pid = await workAllDay(page);

  const texts = await kept(page);
  assert.ok(texts.includes(control), 'what the browser keeps is read');
  for (const needle of [...needles, pid]) assert.ok(!texts.includes(needle), `${needle} is kept`);
  for (const needle of needles) {
    for (const said of [...lines, ...errors, ...requests.map(decodeURIComponentSafely)])
      assert.ok(!said.includes(needle), `${needle} is told: ${said.slice(0, 200)}`);
  }
  await until(() => filesWith(profile, control).length > 0, 'the browser has written what it keeps');
  await running.kill();
  for (const needle of [...needles, pid]) assert.deepEqual(filesWith(profile, needle), [], needle);
});

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
