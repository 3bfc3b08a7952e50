import { assert, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { createClient } from '../../src/client/index.ts';
import { openOutbox } from '../../src/outbox/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { RecordForm } from '../record-form/index.ts';
import { SyncStatusElement } from '../sync/index.ts';
import { deep, drawn } from '../testing.ts';
import { SessionElement } from './index.ts';

const pupil = (n: number): HealthRecord => ({
  schemaVersion: 1,
  capturedOn: '2026-11-18',
  administrative: {
    fullName: `Nguyễn Văn Mẫu ${n}`,
    sex: 'male',
    birthDate: '2017-03-12',
    identifiers: { personal: { kind: 'citizenId', number: `01421799000${n}` } },
    currentAddress: { commune: { code: '04108', text: 'Xã Chiềng Sung' } },
  },
});

const key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const opened: Outbox[] = [];
afterEach(async () => {
  fixtureCleanup();
  for (const outbox of opened.splice(0)) {
    await outbox.vault.wipe();
    await outbox.close();
  }
});

/** A class of four pupils on the server, three of them with a record, and a page of the team that goes there. */
async function team() {
  const sandbox = createSandbox({ store: createMemoryStore() });
  const net = { isDown: false, hold: undefined as Promise<void> | undefined };
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:nurse1',
    retry: false,
    fetch: async (request) => {
      if (/records\//.test(request.url)) await net.hold;
      if (net.isDown) throw new TypeError('down');
      return sandbox.fetch(request);
    },
  });
  const pids: string[] = [];
  for (const n of [1, 2, 3]) pids.push((await client.records.create(pupil(n))).pid);
  await sandbox.expect(
    'TYT-01',
    [1, 2, 3, 4].map((n) => ({
      fullName: `Nguyễn Văn Mẫu ${n}`,
      birthDate: '2017-03-12',
      identifier: { kind: 'citizenId', number: `01421799000${n}` },
      groups: { class: 'Lớp 3A' },
    })),
  );
  for (const element of [SessionElement, RecordForm, SyncStatusElement]) element.define();
  const outbox = await openOutbox({ client, user: `carry-${crypto.randomUUID()}`, facility: 'TYT-01' });
  opened.push(outbox);
  await outbox.vault.setUpWithKey(await key);
  const session = await fixture<SessionElement>(
    html`<hssk-session .client=${client} .outbox=${outbox}
      ><hssk-sync-status open></hssk-sync-status><hssk-record-form now="2026-11-18"></hssk-record-form
    ></hssk-session>`,
  );
  const status = session.querySelector('hssk-sync-status')!;
  const form = session.querySelector('hssk-record-form')!;
  const find = (selector: string): HTMLElement | undefined => deep(status.shadowRoot!, selector);
  /** Presses what is on screen, as soon as it is. */
  const press = async (selector: string): Promise<void> => {
    await waitUntil(() => find(selector), selector);
    find(selector)!.click();
  };
  await drawn(form);
  await press('[data-list=carry] > summary');
  const panelText = (): string => find('[data-list=carry]')!.textContent!.replace(/\s+/g, ' ');
  const pickClasses = async (): Promise<void> => {
    await press('#pick');
    await waitUntil(() => find('#by'));
    const select = find('#by') as HTMLSelectElement;
    select.value = 'class';
    select.dispatchEvent(new Event('change'));
  };
  return { net, outbox, form, status, find, press, pids, panelText, pickClasses };
}

it('a class of the server is taken along on screen, and its records open in the form without a network', async () => {
  const { net, form, find, press, pids, panelText, pickClasses } = await team();
  await pickClasses();
  await press('.offered .take');
  await waitUntil(() => find('.carried'));
  await waitUntil(() => panelText().includes('4 người · 3 hồ sơ · 1 người chưa có hồ sơ'));
  net.isDown = true;
  form.pid = pids[1]!;
  await waitUntil(() => form.value.administrative?.fullName === 'Nguyễn Văn Mẫu 2');
});

it('without a network the screen says so in words, keeps what is here, and lets go of it', async () => {
  const { net, outbox, find, press, panelText, pickClasses } = await team();
  for await (const { group } of outbox.carrier.available('class')) await outbox.carrier.take(group);
  net.isDown = true;
  await press('.again');
  await waitUntil(() => panelText().includes('Không gặp được máy chủ'));
  assert.include(panelText(), '3 hồ sơ');
  await pickClasses();
  await waitUntil(() => find('.drawer .failure'));
  await press('.leave');
  await press('.ask .danger');
  await waitUntil(() => panelText().includes('Chưa mang theo danh sách nào'));
  assert.deepEqual(await outbox.carrier.carried(), { groups: [], records: 0 });
});

it('a taking that is stopped on screen says that it is not whole, on the closed line too', async () => {
  const { net, status, find, press, panelText, pickClasses } = await team();
  let release = (): void => {};
  net.hold = new Promise((resolve) => (release = resolve));
  await pickClasses();
  await press('.offered .take');
  await waitUntil(() => find('.taking b'));
  await press('#stop');
  release();
  await waitUntil(() => panelText().includes('Chưa lấy đủ: mới có 0 trên 3 hồ sơ'));
  status.open = false;
  await waitUntil(() => find('.notice')?.textContent!.includes('1 danh sách mang theo chưa lấy đủ'));
  net.hold = undefined;
  await press('.notice .look');
  await press('.carried .again');
  await waitUntil(() => panelText().includes('Đã lấy 3 hồ sơ: Lớp 3A.'));
  status.open = false;
  await waitUntil(() => !find('.notice'));
});
