import { fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { Client, createClient } from '../../src/client/index.ts';
import type { Outbox, openOutbox } from '../../src/outbox/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { RecordForm } from '../record-form/index.ts';
import { SyncStatusElement } from '../sync/index.ts';
import { drawn, write } from '../testing.ts';
import { SessionElement } from './index.ts';

export const record: HealthRecord = {
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
export interface Net {
  isDown: boolean;
  readonly client: Client;
  /** Someone else, whose network is never down. */
  readonly other: Client;
}

/** A window of a user on this device. */
export interface Window {
  readonly session: SessionElement;
  readonly form: RecordForm;
  readonly status: SyncStatusElement;
  readonly outbox: Outbox;
}

const opened: Outbox[] = [];
let users = 0;

/** A device of a test. What is not of this room is given to it. */
export function device(tools: {
  readonly createClient: typeof createClient;
  readonly openOutbox: typeof openOutbox;
  readonly serve: () => { fetch(request: Request): Promise<Response> };
}) {
  const key = crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const baseUrl = 'http://central.test';

  function network(): Net {
    const server = tools.serve();
    const net = { isDown: false };
    const client = tools.createClient({
      ...{ baseUrl, token: 'demo:nurse:TYT-01:nurse1', retry: false },
      fetch: (request) => {
        if (net.isDown) throw new TypeError('down');
        return server.fetch(request);
      },
    });
    const other = tools.createClient({
      ...{ baseUrl, token: 'demo:nurse:TYT-01:other', retry: false },
      fetch: (request) => server.fetch(request),
    });
    return Object.assign(net, { client, other });
  }

  /** Opens a page of this device as the session makes it, but for the rounds of a passphrase and the time it waits. */
  async function page(net: Net, user: string, pid = ''): Promise<Window> {
    for (const element of [SessionElement, RecordForm, SyncStatusElement]) element.define();
    const { client } = net;
    const outbox = await tools.openOutbox({ client, user, facility: 'TYT-01', answerMs: 200 });
    opened.push(outbox);
    if (outbox.vault.state === 'empty') await outbox.vault.setUpWithKey(await key);
    else await outbox.vault.unlockWithKey(await key);
    const session = await fixture<SessionElement>(
      html`<hssk-session .client=${client} .outbox=${outbox} user=${user} facility="TYT-01"
        ><hssk-sync-status></hssk-sync-status><hssk-record-form now="2026-11-18" pid=${pid}></hssk-record-form
      ></hssk-session>`,
    );
    const form = session.querySelector('hssk-record-form')!;
    const status = session.querySelector('hssk-sync-status')!;
    await drawn(form);
    await waitUntil(() => status.shadowRoot!.querySelector('#toggle'));
    return { session, form, status, outbox };
  }

  return { key, network, page };
}

/** The page is left, as by a reload. */
export async function leave({ session, outbox }: Window): Promise<void> {
  session.remove();
  await outbox.close();
}

export const newUser = (): string => `offline-${++users}-${Math.floor(performance.timeOrigin)}`;
export const said = (form: RecordForm): string =>
  form.shadowRoot!.querySelector('.status')!.textContent!.trim();

/** Who stands on the screen. */
export const nameOn = ({ value }: RecordForm): string | undefined => value.administrative?.fullName;

/** A record that lacks nothing is on screen. */
export async function typed({ form }: Window): Promise<void> {
  form.value = record;
  await drawn(form);
  await write(form, 'administrative.email', 'a@example.com');
}

/** Closes the windows of a test, and deletes what they kept. */
export async function closeAll(): Promise<void> {
  fixtureCleanup();
  for (const outbox of opened.splice(0)) {
    await outbox.vault.wipe().catch(() => {});
    await outbox.close().catch(() => {});
  }
}
