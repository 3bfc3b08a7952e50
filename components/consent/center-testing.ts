import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { Client, Consents } from '../../src/client/index.ts';
import { createClient } from '../../src/client/index.ts';
import type { AnyConsent } from '../../src/consent/index.ts';
import { createRecordStore } from '../../src/outbox/record-store.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import { decided, deed, disclosed } from '../../src/sandbox/test-consents.ts';
import type { ConsentEvent, HealthRecord } from '../../src/schema/index.ts';
import { SessionElement } from '../session/index.ts';
import { ConsentCenter } from './consent-center.ts';
import { frames, settings } from './testing.ts';

export const woman = { name: 'Nguyễn Thị Mẫu', birthDate: '1990-03-19', birthDateFrom: 'record' } as const;

const record: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-11-18',
  administrative: {
    fullName: woman.name,
    sex: 'female',
    birthDate: woman.birthDate,
    identifiers: { personal: { kind: 'citizenId', number: '001190990001' } },
    currentAddress: {
      commune: { code: '04108', text: 'Xã Chiềng Sung' },
      province: { code: '14', text: 'Tỉnh Sơn La' },
    },
  },
};

/** A server with one record, and the people who call it; its network can be cut. */
export async function world() {
  const sandbox = createSandbox({ store: createMemoryStore() });
  const net = { isDown: false };
  const client = (role: string, user: string, facility = 'clinic-990'): Client =>
    createClient({
      ...{ baseUrl: 'http://central.test', token: `demo:${role}:${facility}:${user}`, retry: false },
      fetch: (request) => {
        if (net.isDown) throw new TypeError('down');
        return sandbox.fetch(request);
      },
    });
  const nurse = client('nurse', 'nurse1');
  const { pid } = await nurse.records.create(record);
  const stored = async (): Promise<AnyConsent[]> => {
    const found: AnyConsent[] = [];
    for await (const one of nurse.consents.list(pid)) found.push(one);
    return found;
  };
  return {
    net,
    pid,
    nurse,
    client,
    stored,
    async append(...events: ConsentEvent[]): Promise<void> {
      for (const event of events) await nurse.consents.append(pid, event);
    },
    citizen: () => client('citizen', pid, 'home'),
  };
}
export type World = Awaited<ReturnType<typeof world>>;

/** A history: told, two yes, one no, a request for a hospital. */
export function history(): ConsentEvent[] {
  const told = deed({ kind: 'notice', purpose: 'record', decision: 'informed', indication: 'Tôi đã hiểu' });
  const reminders = decided('reminders', 'granted', {}, told);
  const research = decided('research', 'granted', {}, reminders);
  const marketing = decided('marketing', 'denied', {}, research);
  const hospital = { id: 'hospital-990', name: 'Bệnh viện huyện Ví Dụ', type: 'hospital' };
  return [
    told,
    reminders,
    research,
    marketing,
    disclosed('hospital-990', { recipients: [hospital] }, marketing),
  ];
}

/** A centre on the page, drawn; `heard` fills with what it tells. */
export async function centerOf(
  given: Partial<ConsentCenter> = {},
  session?: { client: Client; user?: string; facility?: string; consents?: Consents },
): Promise<{ center: ConsentCenter; heard: ConsentEvent[] }> {
  ConsentCenter.define();
  SessionElement.define();
  const heard: ConsentEvent[] = [];
  const hear = (event: { events: readonly ConsentEvent[] }): void => void heard.push(...event.events);
  const make = html`<hssk-consent-center @hssk-consent=${hear}></hssk-consent-center>`;
  const ports = session && { ...createRecordStore({ client: session.client }), ...session };
  const outer = await fixture(
    ports ? html`<hssk-session .session=${ports}>${make}</hssk-session>` : html`<div>${make}</div>`,
  );
  const center = outer.querySelector('hssk-consent-center')!;
  Object.assign(center, { settings, person: woman, ...given });
  await center.updateComplete;
  await waitUntil(() => rootOf(center).querySelector('#purposes, [role=alert]'), 'the centre is drawn');
  return { center, heard };
}

export const rootOf = (host: Element): ShadowRoot => host.shadowRoot!;

export function inside<E extends HTMLElement = HTMLElement>(host: Element, selector: string): E {
  const found = rootOf(host).querySelector<E>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

export const textOf = (host: Element, selector: string): string =>
  inside(host, selector).textContent.replace(/\s+/g, ' ').trim();

/** Presses with the real mouse in the middle of an element. */
export async function press(host: Element, target: string | Element): Promise<void> {
  const element = typeof target === 'string' ? inside(host, target) : target;
  element.scrollIntoView({ block: 'center' });
  await frames();
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  await (host as ConsentCenter).updateComplete;
}

/** Picks the option with these words. */
export async function pick(host: Element, words: string): Promise<void> {
  const option = [...rootOf(host).querySelectorAll<HTMLElement>('label.option')].find(
    ({ textContent }) => textContent.trim() === words,
  );
  if (!option) throw new Error(`No option says ${words}`);
  option.click();
  await (host as ConsentCenter).updateComplete;
}

export async function write(host: Element, name: string, text: string): Promise<void> {
  inside(host, `#${name}`).focus();
  await sendKeys({ type: text });
  await (host as ConsentCenter).updateComplete;
}

/** Opens a part of the page. */
export async function open(host: Element, id: string): Promise<void> {
  inside<HTMLDetailsElement>(host, `#${id}`).open = true;
  await frames();
}

export const cardOf = (host: Element, purpose: string): HTMLElement => inside(host, `[data-item=${purpose}]`);
export const stateOf = (host: Element, purpose: string): string =>
  cardOf(host, purpose).querySelector('[data-state]')!.textContent.trim();
export const actsOf = (host: Element, purpose: string): (string | undefined)[] =>
  [...cardOf(host, purpose).querySelectorAll<HTMLElement>('[data-act]')].map(({ dataset }) => dataset['act']);

/** Begins a deed about a purpose. */
export const begin = (host: Element, purpose: string, act: string): Promise<void> =>
  press(host, cardOf(host, purpose).querySelector(`[data-act=${act}]`)!);
