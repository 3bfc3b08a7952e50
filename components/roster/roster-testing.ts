import { fixture, html, waitUntil } from '@open-wc/testing';
import type { MemberList, MemberState } from '../../src/client/index.ts';
import type { Session } from '../context.ts';
import { deep, drawn } from '../testing.ts';
import { Roster } from './roster.ts';
import type { RosterRows } from './roster-rows.ts';
import { provide } from './testing.ts';

Roster.define();

const controller = { name: 'Trạm Y tế Ví Dụ' };
/** What a facility says of itself, as far as consent needs it. */
export const settings = { controller, processors: [], recipients: [] };

/** A roster with a list of the host's own, drawn. */
export async function roster(value: MemberList, states = new Map<string, MemberState>()): Promise<Roster> {
  const element = await fixture<Roster>(
    html`<hssk-roster now="2026-11-20" stations="measure" .value=${value} .states=${states}></hssk-roster>`,
  );
  await drawn(element);
  await sized(element);
  return element;
}

/** A roster inside a session, with a list of it open where one is named. */
export async function inSession(session: Session, list = ''): Promise<Roster> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  provide(host, session);
  const element = document.createElement('hssk-roster');
  element.now = '2026-11-20';
  element.list = list;
  host.append(element);
  await drawn(element);
  if (list) await waitUntil(() => rowsOf(element).length > 0, 'the list is open');
  return element;
}

/** The element of the rows. */
export const part = (element: Roster) => deep<RosterRows>(element.shadowRoot!, 'hssk-roster-rows')!;
export const grid = (element: Roster) => deep(element.shadowRoot!, '[role=grid]')!;
export const rowsOf = (element: Roster) => [
  ...(deep(element.shadowRoot!, '.body')?.querySelectorAll<HTMLElement>('[role=row]') ?? []),
];
export const namesOf = (element: Roster) => rowsOf(element).map((row) => row.querySelector('b')!.textContent);
export const at = (element: Roster, selector: string) => deep(element.shadowRoot!, selector)!;
export const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
export const done: MemberState = { stations: { measure: 'all' } };

/** The rows have measured their room. */
export const sized = (element: Roster) =>
  waitUntil(() => {
    const body = deep(element.shadowRoot!, '.body');
    return !body || (rowsOf(element).length > 0 && rowsOf(element)[0]!.offsetHeight > 0);
  });

/** Writes into the search. */
export async function search(element: Roster, query: string) {
  const input = at(element, 'input[type=search]') as HTMLInputElement;
  input.value = query;
  input.dispatchEvent(new InputEvent('input'));
  await drawn(element);
}
