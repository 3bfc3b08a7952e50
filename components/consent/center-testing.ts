import { fixture, html, waitUntil } from '@open-wc/testing';
import type { ConsentEvent } from '../../src/schema/index.ts';
import type { Session } from '../context.ts';
import { SessionElement } from '../session/index.ts';
import { ConsentCenter } from './consent-center.ts';
import { frames, inside, press, rootOf, settings } from './testing.ts';

export { inside, pick, press, rootOf, textOf, write } from './testing.ts';

export const woman = { name: 'Nguyễn Thị Mẫu', birthDate: '1990-03-19', birthDateFrom: 'record' } as const;

/** A centre on the page, drawn; `heard` fills with what it tells. */
export async function centerOf(
  given: Partial<ConsentCenter> = {},
  session?: Session,
): Promise<{ center: ConsentCenter; heard: ConsentEvent[] }> {
  ConsentCenter.define();
  SessionElement.define();
  const heard: ConsentEvent[] = [];
  const hear = (event: { events: readonly ConsentEvent[] }): void => void heard.push(...event.events);
  const make = html`<hssk-consent-center @hssk-consent=${hear}></hssk-consent-center>`;
  const outer = await fixture(
    session ? html`<hssk-session .session=${session}>${make}</hssk-session>` : html`<div>${make}</div>`,
  );
  const center = outer.querySelector('hssk-consent-center')!;
  Object.assign(center, { settings, person: woman, ...given });
  await center.updateComplete;
  await waitUntil(() => rootOf(center).querySelector('#purposes, [role=alert]'), 'the centre is drawn');
  return { center, heard };
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
