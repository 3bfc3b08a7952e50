import { fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { defaultPurposes } from '../../src/consent/index.ts';
import type { Purpose } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { ConsentPrompt } from './consent-prompt.ts';
import { grownUp, now, settings } from './samples-testing.ts';

export * from './samples-testing.ts';

/** Purposes of the package by their codes. */
export const purposesOf = (...codes: string[]): Purpose[] =>
  codes.map((code) => defaultPurposes.find((purpose) => purpose.code === code)!);

/** A prompt on the page, drawn; `heard` fills with what it tells. */
export async function promptOf(
  given: Partial<ConsentPrompt> = {},
): Promise<{ prompt: ConsentPrompt; heard: ConsentEvent[][]; left: Event[] }> {
  ConsentPrompt.define();
  const heard: ConsentEvent[][] = [];
  const left: Event[] = [];
  const prompt = await fixture<ConsentPrompt>(
    html`<hssk-consent-prompt
      @hssk-consent=${(event: { events: ConsentEvent[] }) => heard.push([...event.events])}
      @hssk-leave=${(event: Event) => left.push(event)}
    ></hssk-consent-prompt>`,
  );
  Object.assign(prompt, { settings, now, person: grownUp, events: [], ...given });
  await prompt.updateComplete;
  return { prompt, heard, left };
}

export const rootOf = (host: Element): ShadowRoot => host.shadowRoot!;

/** The first element that matches, which must be there. */
export function inside<E extends HTMLElement = HTMLElement>(host: Element, selector: string): E {
  const found = rootOf(host).querySelector<E>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

export const textOf = (host: Element, selector: string): string =>
  inside(host, selector).textContent.replace(/\s+/g, ' ').trim();
export const titleOf = (prompt: ConsentPrompt): string => textOf(prompt, '#title');

/** Presses with the real mouse in the middle of an element. */
export async function press(host: Element, target: string | Element): Promise<void> {
  const element = typeof target === 'string' ? inside(host, target) : target;
  element.scrollIntoView({ block: 'center' });
  await frames();
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  await drawn(host);
}

/** Until an element has drawn what changed. */
export const drawn = (host: Element): Promise<unknown> => (host as LitElement).updateComplete;

/** Until the browser has drawn, and observers have told what is on screen. */
export const frames = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));

/** Scrolls through all that is open on the page, as a reader does. */
export async function readAll(prompt: ConsentPrompt): Promise<void> {
  for (const line of rootOf(prompt).querySelectorAll('[data-said]')) {
    if (line.closest('details:not([open])')) continue;
    line.scrollIntoView({ block: 'center' });
    await frames();
  }
}

/** Picks the option with these words. */
export async function pick(host: Element, words: string): Promise<void> {
  const option = [...rootOf(host).querySelectorAll<HTMLElement>('label.option')].find(
    ({ textContent }) => textContent.trim() === words,
  );
  if (!option) throw new Error(`No option says ${words}`);
  option.click();
  await drawn(host);
}

export async function write(host: Element, name: string, text: string): Promise<void> {
  const blank = inside<HTMLInputElement>(host, `#${name}`);
  blank.focus();
  blank.select();
  await sendKeys({ type: text });
  await drawn(host);
}

/** Fills in who decides and how they read, up to the notice. */
export async function untilNotice(prompt: ConsentPrompt): Promise<void> {
  if (rootOf(prompt).querySelector('#representative')) {
    await write(prompt, 'representative', 'Quàng Thị Ví Dụ');
    await pick(prompt, 'Mẹ');
    await pick(prompt, 'Giấy khai sinh');
  }
  await press(prompt, '#next');
  await pick(prompt, 'Tự đọc được');
  await press(prompt, '#next');
}

/** On to the choices, the notice read. */
export async function untilChoices(prompt: ConsentPrompt): Promise<void> {
  await untilNotice(prompt);
  await readAll(prompt);
  await press(prompt, '#next');
}

export const cardOf = (prompt: ConsentPrompt, code: string): HTMLElement =>
  inside(prompt, `[data-ask="${code}"]`);

/** Answers one purpose. */
export async function answer(
  prompt: ConsentPrompt,
  code: string,
  decision: 'granted' | 'denied' | 'deferred',
): Promise<void> {
  await press(prompt, cardOf(prompt, code).querySelector(`[data-decision="${decision}"]`)!);
}

/** From the review to the receipt, confirmed with the typed name. */
export async function confirmTyped(prompt: ConsentPrompt, name: string): Promise<void> {
  await press(prompt, '#next');
  await pick(prompt, 'Gõ họ tên');
  await write(prompt, 'typed', name);
  await press(prompt, '#next');
}

/** Waits for a page by its title. */
export const page = (prompt: ConsentPrompt, title: string): Promise<void> =>
  waitUntil(() => titleOf(prompt) === title, `${titleOf(prompt)} instead of ${title}`);
