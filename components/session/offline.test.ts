import { assert, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { createClient } from '../../src/client/index.ts';
import type { Client } from '../../src/client/index.ts';
import { openOutbox } from '../../src/outbox/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { RecordForm } from '../record-form/index.ts';
import { SyncStatusElement } from '../sync/index.ts';
import { deep, drawn, write } from '../testing.ts';
import { SessionElement } from './index.ts';

const record: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-11-18',
  administrative: {
    fullName: 'Nguyễn Văn Mẫu',
    sex: 'male',
    birthDate: '1990',
    identifiers: { personal: { kind: 'citizenId', number: '001090990001' } },
    currentAddress: {
      commune: { code: '04108', text: 'Xã Chiềng Sung' },
      province: { code: '14', text: 'Tỉnh Sơn La' },
    },
  },
};

/** A server and the network before it. */
interface Net {
  isDown: boolean;
  readonly client: Client;
}

function network(): Net {
  const sandbox = createSandbox({ store: createMemoryStore() });
  const net = { isDown: false };
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:nurse1',
    retry: false,
    fetch: (request) => {
      if (net.isDown) throw new TypeError('down');
      return sandbox.fetch(request);
    },
  });
  return Object.assign(net, { client });
}

const key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
const opened: Outbox[] = [];
let users = 0;

/** A window of a user on this device. */
interface Window {
  readonly session: SessionElement;
  readonly form: RecordForm;
  readonly status: SyncStatusElement;
  readonly outbox: Outbox;
}

/** Opens a page of this device as the session makes it, but for the rounds of a passphrase and the time it waits. */
async function page(net: Net, user: string): Promise<Window> {
  for (const element of [SessionElement, RecordForm, SyncStatusElement]) element.define();
  const outbox = await openOutbox({ client: net.client, user, facility: 'TYT-01', answerMs: 200 });
  opened.push(outbox);
  if (outbox.vault.state === 'empty') await outbox.vault.setUpWithKey(await key);
  else await outbox.vault.unlockWithKey(await key);
  const session = await fixture<SessionElement>(
    html`<hssk-session .client=${net.client} .outbox=${outbox}
      ><hssk-sync-status></hssk-sync-status><hssk-record-form now="2026-11-18"></hssk-record-form
    ></hssk-session>`,
  );
  const form = session.querySelector('hssk-record-form')!;
  const status = session.querySelector('hssk-sync-status')!;
  await drawn(form);
  await waitUntil(() => status.shadowRoot!.querySelector('#toggle'));
  return { session, form, status, outbox };
}

/** The page is left, as by a reload. */
async function leave({ session, outbox }: Window): Promise<void> {
  session.remove();
  await outbox.close();
}

const newUser = (): string => `offline-${++users}-${Math.floor(performance.timeOrigin)}`;
const said = (form: RecordForm): string => form.shadowRoot!.querySelector('.status')!.textContent!.trim();

/** Who stands on the screen. */
const nameOn = ({ value }: RecordForm): string | undefined => value.administrative?.fullName;

/** A record that lacks nothing is on screen. */
async function typed({ form }: Window): Promise<void> {
  form.value = record;
  await drawn(form);
  await write(form, 'administrative.email', 'a@example.com');
}

/** Unfolds the drafts in the list and opens the one of that name. */
async function openDraft({ status, form }: Window, name: string): Promise<void> {
  status.open = true;
  await waitUntil(() => deep(status.shadowRoot!, '[data-list=drafts] > summary'));
  deep(status.shadowRoot!, '[data-list=drafts] > summary')!.click();
  await waitUntil(() => deep(status.shadowRoot!, '[data-list=drafts] .open'), `${name} is listed`);
  const item = deep(status.shadowRoot!, '[data-list=drafts] [data-id]')!;
  assert.include(item.textContent!, name);
  item.querySelector<HTMLElement>('.open')!.click();
  await waitUntil(() => form.saveState !== 'none');
}

afterEach(async () => {
  fixtureCleanup();
  for (const outbox of opened.splice(0)) {
    await outbox.vault.wipe().catch(() => {});
    await outbox.close().catch(() => {});
  }
});

it('queues what is captured while there is no network, says so, and sends it when there is one', async () => {
  const net = network();
  const window = await page(net, newUser());
  net.isDown = true;
  await typed(window);
  await window.form.submit();
  await drawn(window.form);
  assert.equal(window.form.saveState, 'queued');
  assert.include(said(window.form), 'Đã lưu trên máy, chờ gửi');
  assert.equal((await window.outbox.sync.status()).waiting, 1);
  net.isDown = false;
  // The record waits for its time, which a person does not.
  for (const { id } of await window.outbox.sync.items('waiting')) await window.outbox.sync.retry(id);
  await waitUntil(async () => (await window.outbox.sync.status()).sent === 1);
  const identifier = { kind: 'citizenId' as const, number: '001090990001' };
  assert.lengthOf(await net.client.persons.lookup({ identifier }), 1);
});

it('sends at once and leaves no draft while there is a network', async () => {
  const window = await page(network(), newUser());
  await typed(window);
  await window.form.submit();
  assert.equal(window.form.saveState, 'sent');
  const { sent, drafts, waiting } = await window.outbox.sync.status();
  assert.deepEqual({ sent, drafts, waiting }, { sent: 1, drafts: 0, waiting: 0 });
});

it('has each change on disk within a second of the keystroke, however long the typing goes on', async () => {
  const { form, outbox } = await page(network(), newUser());
  await write(form, 'administrative.fullName', 'Nguyễn Thị');
  const began = performance.now();
  let late = 0;
  while (performance.now() < began + 2_500) {
    const text = `dị ứng ${Math.round(performance.now())}`;
    const at = performance.now();
    await write(form, 'history.allergies.drug', text);
    late = Math.max(late, performance.now() - at);
    const [saved] = await outbox.drafts.list();
    const onDisk = Number(/\d+/.exec(saved?.draft.history?.allergies?.drug ?? '')?.[0] ?? began);
    assert.isBelow(
      performance.now() - onDisk,
      1_000 + 2 * late,
      'what is on disk is not older than a second',
    );
  }
  await waitUntil(() => form.saveState === 'saved');
});

it('clears the screen when the store is locked and brings the draft back when it is opened', async () => {
  const { form, outbox } = await page(network(), newUser());
  await write(form, 'administrative.fullName', 'Trần Thị Ví Dụ');
  await outbox.vault.lock();
  await waitUntil(() => nameOn(form) === undefined);
  await drawn(form);
  assert.notInclude(form.shadowRoot!.textContent!, 'Ví Dụ');
  assert.isUndefined(deep<HTMLInputElement>(form.shadowRoot!, 'input[value*="Ví Dụ"]'));
  await outbox.vault.unlockWithKey(await key);
  await waitUntil(() => nameOn(form) === 'Trần Thị Ví Dụ');
  assert.equal(form.saveState, 'saved');
});

it('lists the draft after a reload and goes on with it', async () => {
  const net = network();
  const user = newUser();
  const first = await page(net, user);
  await write(first.form, 'administrative.fullName', 'Trần Thị Ví Dụ');
  const { id } = first.form.capture;
  await leave(first);
  const second = await page(net, user);
  assert.isUndefined(nameOn(second.form), 'nobody stands on a fresh screen');
  await openDraft(second, 'Trần Thị Ví Dụ');
  assert.equal(nameOn(second.form), 'Trần Thị Ví Dụ');
  assert.equal(second.form.capture.id, id, 'it is the same capture, and makes no second record');
});

it('lets one window at a time write in a draft', async () => {
  const net = network();
  const user = newUser();
  const first = await page(net, user);
  await write(first.form, 'administrative.fullName', 'Trần Thị Ví Dụ');
  await waitUntil(() => first.form.saveState === 'saved');
  const second = await page(net, user);
  await openDraft(second, 'Trần Thị Ví Dụ');
  assert.equal(second.form.saveState, 'elsewhere');
  assert.isUndefined(nameOn(second.form), 'what another window writes is not on this screen');
  await write(first.form, 'history.otherIssues', 'viết thêm');
  first.session.remove();
  await waitUntil(() => second.form.value.history?.otherIssues === 'viết thêm');
  assert.equal(nameOn(second.form), 'Trần Thị Ví Dụ');
});

it('says that the disk is full, keeps the text on screen, and keeps it on disk when there is room', async () => {
  const { form, outbox } = await page(network(), newUser());
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  try {
    await write(form, 'administrative.fullName', 'Trần Thị Ví Dụ');
    await waitUntil(() => form.saveState === 'notKept');
    await drawn(form);
    assert.isNotEmpty(said(form));
    assert.equal(nameOn(form), 'Trần Thị Ví Dụ');
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  await write(form, 'history.otherIssues', 'viết thêm');
  await waitUntil(() => form.saveState === 'saved');
  const [saved] = await outbox.drafts.list();
  assert.equal(saved?.draft.administrative?.fullName, 'Trần Thị Ví Dụ');
  assert.equal(saved?.draft.history?.otherIssues, 'viết thêm');
});
