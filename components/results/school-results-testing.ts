import { fixture, html, waitUntil } from '@open-wc/testing';
import type { HealthRecord } from '../../src/schema/index.ts';
import { SchoolResults } from './school-results.ts';
import { classDay, pupil } from './testing.ts';

/** Keeps what would have been handed to the print window. */
export class Printing extends SchoolResults {
  readonly printed: string[] = [];
  protected override send(frame: Window): void {
    this.printed.push(words(frame.document.body));
  }
}
Printing.define();

/** The day of the class of `classDay`. */
export const now = new Date(2026, 10, 20, 14, 5).getTime();
export const words = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Results on the page, drawn; of a class of nine where nothing else is given. */
export async function resultsOf(more: Partial<SchoolResults> = {}, width = '760px'): Promise<Printing> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = width;
  const results = document.createElement('hssk-school-results') as Printing;
  Object.assign(results, { now, ...(more.value ? {} : { lists: classDay(9), list: 'l1' }), ...more });
  place.append(results);
  await waitUntil(() => all(results, '.tabs').length, 'drawn', { timeout: 4000 });
  return results;
}
export const all = (results: Element, selector: string): HTMLElement[] => [
  ...(results.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
export const one = (results: Element, selector: string): HTMLElement => all(results, selector)[0]!;
export const button = (results: Element, text: string): HTMLButtonElement =>
  all(results, 'button').find((each) => words(each).startsWith(text)) as HTMLButtonElement;
export const names = (results: Element): string[] => all(results, '.pupils tbody b').map(words);

/** One pupil given by a host, and the notice or letter that is printed. */
export async function paperOf(
  record: HealthRecord,
  view: 'notices' | 'referrals' = 'notices',
): Promise<string> {
  const member = pupil(1);
  const results = await resultsOf({
    view,
    value: {
      list: { id: 'l', kind: 'class', name: '3A', place: 'Trường Tiểu học Ví Dụ', year: '2026-2027' },
      pupils: [{ member, record, state: { stations: {} } }],
    },
  });
  if (view === 'notices') one(results, '.option input').click();
  await results.updateComplete;
  one(results, '.pupils tbody button').click();
  await waitUntil(() => results.printed.length);
  return results.printed[0]!;
}
