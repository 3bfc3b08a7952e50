import { assert } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { viPrompt } from '../../src/i18n/consent.ts';
import { mayUse, verifyEvents } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { begin, centerOf, press, stateOf } from './center-testing.ts';
import {
  answer,
  confirmTyped,
  grownUp,
  now,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  titleOf,
  untilChoices,
} from './testing.ts';

const purposes = purposesOf('record', 'reminders');
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0)) await each();
});

function replace(target: object, name: string, descriptor: PropertyDescriptor): void {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, ...descriptor });
  undo.push(() => (own ? Object.defineProperty(target, name, own) : Reflect.deleteProperty(target, name)));
}

async function decided(given: Parameters<typeof promptOf>[0] = {}) {
  const { prompt, heard } = await promptOf({ purposes, ...given });
  await untilChoices(prompt);
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await confirmTyped(prompt, grownUp.name);
  assert.equal(titleOf(prompt), viPrompt.ui.receiptTitle);
  return { prompt, events: heard[0]! };
}

it('seals, checks and withdraws the same at an address without https', async () => {
  // What a browser takes away from such a page.
  replace(globalThis, 'isSecureContext', { value: false });
  for (const name of ['subtle', 'randomUUID']) replace(Crypto.prototype, name, { value: undefined });
  for (const name of ['locks', 'storage', 'serviceWorker', 'clipboard'])
    replace(Navigator.prototype, name, { value: undefined });
  const { events } = await decided();
  assert.deepEqual(verifyEvents(events), []);
  assert.isTrue(mayUse(events, purposes[1]!, {}, now).may);
  const { center, heard } = await centerOf({ events, person: grownUp, now: '2026-11-19T02:00:00Z' });
  assert.equal(stateOf(center, 'reminders'), 'Đã đồng ý');
  await begin(center, 'reminders', 'withdraw');
  await press(center, '#yes');
  const all: ConsentEvent[] = [...events, ...heard];
  assert.deepEqual(verifyEvents(all), []);
  assert.isFalse(mayUse(all, purposes[1]!, {}, '2026-11-19T02:00:01Z').may);
});

const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
/** Grey, black or white. */
const isGrey = (color: string): boolean => {
  const [r, g, b] = channels(color);
  return r === g && g === b;
};

it('prints the whole receipt alone, in black on white, from a dark page', async () => {
  let printed = 0;
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  replace(HTMLIFrameElement.prototype, 'contentWindow', {
    get(this: HTMLIFrameElement) {
      const view = own.get!.call(this) as Window;
      view.print = () => printed++;
      return view;
    },
  });
  const { prompt, events } = await decided({ theme: 'dark' });
  document.documentElement.style.colorScheme = 'dark';
  undo.push(() => (document.documentElement.style.colorScheme = ''));
  await press(prompt, '#print');
  assert.equal(printed, 1);
  await emulateMedia({ media: 'print', colorScheme: 'dark' });
  undo.push(() => emulateMedia({ media: 'screen', colorScheme: 'light' }));
  const frame = document.querySelector<HTMLIFrameElement>('iframe[aria-hidden]')!;
  // The width of A4 between its margins.
  Object.assign(frame.style, { inlineSize: '680px', blockSize: '1000px' });
  const page = frame.contentDocument!;
  for (const words of [
    grownUp.name,
    viPrompt.ui.receiptTitle,
    ...events.map(({ id }) => id),
    ...events.map((event) => event.notice!.shownHash),
  ])
    assert.include(page.body.textContent, words);
  assert.isAtMost(page.documentElement.scrollWidth, 680);
  const style = (element: Element): CSSStyleDeclaration => frame.contentWindow!.getComputedStyle(element);
  assert.deepEqual(channels(style(page.body).backgroundColor).slice(0, 3), [255, 255, 255]);
  for (const element of page.body.querySelectorAll('*')) {
    const { color, display, overflow } = style(element);
    assert.isTrue(isGrey(color) && channels(color)[0]! <= 0x44, `${element.localName} ${color}`);
    assert.notEqual(display, 'none');
    assert.equal(overflow, 'visible');
  }
  frame.contentWindow!.dispatchEvent(new Event('afterprint'));
  assert.isFalse(frame.isConnected, 'nothing of it stays on the page');
});

it('a page that is printed itself is black on white, with no buttons, whatever the theme', async () => {
  const { prompt } = await decided({ theme: 'dark' });
  const { center } = await centerOf({ events: [], person: grownUp, theme: 'dark' });
  await emulateMedia({ media: 'print' });
  undo.push(() => emulateMedia({ media: 'screen' }));
  for (const host of [prompt, center]) {
    const root = rootOf(host).querySelector('.prompt')!;
    const { backgroundColor, color } = getComputedStyle(root);
    assert.deepEqual(channels(backgroundColor).slice(0, 3), [255, 255, 255], host.localName);
    assert.deepEqual(channels(color).slice(0, 3), [0, 0, 0], host.localName);
    const shown = [...root.querySelectorAll('*')].filter((element) => element.checkVisibility());
    assert.deepEqual(
      shown.filter((element) => !isGrey(getComputedStyle(element).color)).map(({ className }) => className),
      [],
    );
    assert.lengthOf(
      shown.filter((element) => element.matches('.actions button')),
      0,
      host.localName,
    );
  }
});
