import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SessionElement } from '../session/index.ts';
import { controlOf, fieldAt } from '../testing.ts';
import { ScreeningForm } from './index.ts';
import { classList, pupils } from './testing.ts';
import type { FakeLists } from './testing.ts';

/** The day of the tests, in a first round. */
export const now = '2026-09-15';
export const book = 'screenings.2026-2027';
export const row = `${book}.rounds.round1`;

/** A station in a session with these lists, its first pupil open and the focus in a field (or on the pupil). */
export async function stationIn(
  lists: FakeLists,
  more: Partial<ScreeningForm> = {},
  width = 'auto',
): Promise<ScreeningForm> {
  SessionElement.define();
  ScreeningForm.define();
  const session = await fixture<SessionElement>(
    html`<hssk-session .session=${{ lists, user: 'nurse-990', facility: 'TYT-990' }}></hssk-session>`,
  );
  const form = document.createElement('hssk-screening-form');
  Object.assign(form, { station: 'measure', pad: 'off', now, list: classList, member: pupils[0], ...more });
  form.style.inlineSize = width;
  session.append(form);
  await waitUntil(() => form.shadowRoot!.activeElement, 'somebody is open');
  await form.check();
  return form;
}

/** The path of the field that has the focus. */
export const focused = (form: ScreeningForm): string | undefined =>
  form.shadowRoot!.activeElement?.closest<HTMLElement>('[data-path]')?.dataset['path'];
export const one = <E extends HTMLElement = HTMLElement>(form: ScreeningForm, selector: string): E =>
  form.shadowRoot!.querySelector<E>(selector)!;
export const words = (node: Node | null): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
export const shown = (form: ScreeningForm, name: string): string =>
  controlOf(fieldAt(form, `${row}.${name}`)).value;
export const openId = (form: ScreeningForm): string => (form.member as { readonly id: string }).id;

/** Opens whoever comes next when the form asks for it, as a list does. */
export function follow(form: ScreeningForm): void {
  form.addEventListener('hssk-next', ({ member }) => {
    const at = pupils.findIndex(({ id }) => id === openId(form));
    form.member = member ? pupils.find(({ id }) => id === member) : pupils[at + 1];
  });
}

/** Presses real keys, written one after the other; words of two letters and more are keys by their name. */
export async function press(keys: string): Promise<{ readonly digits: number; readonly others: number }> {
  const all = keys.split(' ').flatMap((part) => (/^[A-Z]\w+$/.test(part) ? [part] : [...part]));
  // Letters that stand on no key come as an input method writes them.
  for (const key of all) await sendKeys(/[^\x20-\x7e]/.test(key) ? { type: key } : { press: key });
  const digits = all.filter((key) => /^\d$/.test(key)).length;
  return { digits, others: all.length - digits };
}
