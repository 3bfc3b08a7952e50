import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../docs/examples/server.ts';
import type { ExampleServer } from '../../docs/examples/server.ts';
import { createClient } from '../../src/client/index.ts';
import { ConnectionDropped } from '../../src/sandbox/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { openBrowser, watch } from './page.ts';

const list = fileURLToPath(new URL('../../docs/examples/lop-3a.csv', import.meta.url));
const code = '990300001';
/** Of the pupil who is measured, the parents, and the others of the class. */
const needles = [
  ...['Lò Văn', 'Quàng', 'Nguyễn Thị Thanh', 'Giàng A', 'Tòng'],
  ...['9903000', '15/03/2018', '2018-03-15', 'ốm hôm trước'],
];
const year = (day: Date): string => {
  const from = day.getMonth() >= 7 ? day.getFullYear() : day.getFullYear() - 1;
  return `${from}-${from + 1}`;
};

let server: ExampleServer;
let browser: Browser;
let isDown = false;

before(async () => {
  const cut = (): void => {
    if (isDown) throw new ConnectionDropped();
  };
  server = await startServer({ database: 'memory', central: { faults: { before: cut } } });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server.stop();
});

/** Sets up the sealed store. */
async function setUp(page: Page): Promise<void> {
  const form = page.locator('hssk-vault-panel form.passphrase >> visible=true');
  await form.waitFor();
  for (const input of await form.locator('input.secret').all()) await input.fill('cánh đồng lúa chín vàng');
  await form.locator('button.primary').click();
}

/** Reads the class list of the example in; every line of it is accounted for. */
async function readList(page: Page): Promise<void> {
  await page.locator('hssk-roster #add').click();
  const part = page.locator('hssk-list-import');
  await part.locator('#file').setInputFiles(list);
  const counts = async (outcome: string): Promise<string> =>
    part.locator(`[data-outcome=${outcome}] b`).innerText();
  await part.locator('#save').waitFor();
  const found = ['all', 'taken', 'doubtful', 'duplicate', 'unnamed', 'other'].map(counts);
  assert.deepEqual(await Promise.all(found), ['15', '5', '1', '1', '0', '8']);
  await part.locator('#save').click();
  await part.locator('#open').click();
}

/** The slip of the first pupil comes in, entered by keys: nobody is examined before. */
async function enterSlip(page: Page): Promise<void> {
  const roster = page.locator('hssk-roster');
  await roster.locator('[data-shown=unanswered]').waitFor();
  assert.equal(await roster.locator('[data-shown=here] b').innerText(), '0');
  await roster.getByRole('button', { name: 'Ý kiến cha mẹ' }).click();
  await roster.locator('[role=row]').filter({ hasText: code }).click();
  const slip = roster.locator('form.slip');
  await slip.locator('#signer').waitFor();
  assert.equal(await slip.locator('#signer').inputValue(), 'Lò Văn Ví Dụ');
  await slip.locator('#relation').selectOption({ index: 1 });
  const [day, month, of] = new Date().toLocaleDateString('en-GB').split('/');
  await slip.locator('#date').fill(`${day}/${month}/${of}`);
  await slip.locator('#signer').focus();
  await page.keyboard.press('1');
  await slip.locator('#child').waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await roster.locator('[role=row]').filter({ hasText: code }).locator('.status.agreed').waitFor();
  await roster.getByRole('button', { name: 'Danh sách khám' }).click();
}

/** What the server holds of the pupil. */
async function stored(): Promise<HealthRecord[]> {
  const client = createClient({
    baseUrl: `${server.url}/central`,
    token: server.token(),
    fetch: (request) => server.sandbox.fetch(request),
  });
  const found = await client.persons.lookup({ identifier: { kind: 'other', number: code } });
  return Promise.all(found.map(async ({ pid }) => (await client.records.load(pid)).record));
}

test('a pupil of the example list is measured by keys while the network is cut, sent when it is back, and counted once', async () => {
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  page.setDefaultTimeout(15_000);
  const { faults, lines, requests } = await watch(page);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await server.sandbox.expect('TYT-01', [
    {
      fullName: 'Lò Văn Mẫu',
      birthDate: '2018-03-15',
      identifier: { kind: 'other', number: code },
      groups: { class: 'Lớp 3A' },
    },
  ]);
  await page.goto(`${server.url}/school-day.html`);
  await setUp(page);
  await readList(page);
  await enterSlip(page);

  isDown = true;
  await page.locator('hssk-roster #next').focus();
  await page.keyboard.press('Enter');
  const form = page.locator('hssk-screening-form');
  await form.locator('#pupil', { hasText: 'Lò Văn Mẫu' }).waitFor();
  await form.locator('[data-path$=weightKg] input:focus').waitFor();
  await page.keyboard.type('24,5\n125,5\n98/60\n');
  // The last field is left by Enter too: the pupil is saved, and whoever comes next is asked for.
  await page.keyboard.type('88\n');
  await form.locator('.status', { hasText: 'Đã lưu trên máy, chờ gửi' }).waitFor();
  const row = page.locator('hssk-roster-rows [role=row]').filter({ hasText: code });
  await row.locator('.status.done').waitFor();
  await row.locator('.queue.waiting').waitFor();
  assert.deepEqual(await stored(), []);

  isDown = false;
  const status = page.locator('hssk-sync-status');
  await status.locator('#toggle').click();
  await status.locator('#send').click();
  await row.locator('.queue').waitFor({ state: 'detached' });
  const [record, ...others] = await stored();
  assert.deepEqual(others, []);
  const book = record?.screenings?.[year(new Date())];
  assert.deepEqual(
    { ...book?.rounds?.['round1'], measuredOn: undefined },
    {
      measuredOn: undefined,
      weightKg: 24.5,
      heightCm: 125.5,
      bloodPressureMmHg: { systolic: 98, diastolic: 60 },
      pulsePerMinute: 88,
    },
  );

  await page.locator('[data-view=coverage]').click();
  const coverage = page.locator('hssk-coverage');
  const cells = (part: string): Promise<string[]> =>
    coverage.locator(`table.${part} tbody tr td`).allInnerTexts();
  await coverage.locator('table.device').waitFor();
  await coverage.locator('table.server').waitFor();
  // Expected, with a record, seen today, missing; of the list of this device: six, one of them seen today.
  assert.deepEqual(await cells('server'), ['1', '1', '1', '0']);
  assert.deepEqual((await cells('device')).slice(0, 2), ['6', '1']);

  assert.equal(page.url(), `${server.url}/school-day.html`);
  assert.ok(addresses.some((each) => each.includes('/central/')));
  for (const each of addresses)
    if (!/^(data|blob):/.test(each)) assert.ok(each.startsWith(`${server.url}/`), each);
  const said = [...lines, ...faults, ...requests.map((each) => decodeURIComponent(each)), await page.title()];
  for (const needle of needles)
    for (const each of said) assert.ok(!each.includes(needle), `${needle} is told: ${each.slice(0, 200)}`);
  // What was refused while the network was cut, and nothing else.
  assert.deepEqual(
    faults.filter((each) => !/failed$|Failed to load resource/.test(each)),
    [],
  );
});
