import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startServer } from '../../docs/examples/server.ts';
import type { ExampleServer } from '../../docs/examples/server.ts';
import { blankOf, openBrowser, watch, write } from './page.ts';
import { capture, secrets, send, submit } from './visit.ts';

let browser: Browser;
let server: ExampleServer;
before(async () => {
  browser = await openBrowser();
  server = await startServer({ database: 'memory' });
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** Events that carry what is typed, pasted or dictated, and those of the form itself. */
const carriers = [
  ...['beforeinput', 'input', 'change', 'textInput', 'paste', 'drop'],
  ...['compositionstart', 'compositionupdate', 'compositionend', 'select', 'search', 'formdata', 'submit'],
  ...['hssk-change', 'hssk-save', 'hssk-submit'],
];

interface Overheard {
  readonly type: string;
  /** Every plain property of the event, and what it has on its clipboard. */
  readonly words: string;
}

/** A page that writes down what a script of the host could overhear at `window`, and all that is handed to another window, worker or tab. */
async function openOverheard(): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript((types) => {
    const overheard: { type: string; words: string }[] = [];
    Object.assign(window, { overheard });
    for (const type of types)
      window.addEventListener(type, (event) => {
        const words = [];
        for (const key in event) {
          const value: unknown = event[key as keyof Event];
          const isPlain = typeof value !== 'object' || value?.constructor === Object;
          if (isPlain && typeof value !== 'function') words.push(JSON.stringify(value));
        }
        const { clipboardData, dataTransfer } = event as Partial<ClipboardEvent & DragEvent>;
        for (const data of [clipboardData, dataTransfer]) words.push(data?.getData('text') ?? '');
        overheard.push({ type, words: words.join(' ') });
      });
    const senders = [
      [Window.prototype, 'postMessage'],
      [window, 'postMessage'],
      [MessagePort.prototype, 'postMessage'],
      [BroadcastChannel.prototype, 'postMessage'],
      [Worker.prototype, 'postMessage'],
      [Navigator.prototype, 'sendBeacon'],
      [WebSocket.prototype, 'send'],
    ] as const;
    for (const [owner, name] of senders) {
      const send = Reflect.get(owner, name) as ((...words: unknown[]) => unknown) | undefined;
      if (send)
        Reflect.set(owner, name, function (this: unknown, ...words: unknown[]) {
          overheard.push({ type: name, words: JSON.stringify(words) });
          return Reflect.apply(send, this, words);
        });
    }
  }, carriers);
  return page;
}

const overheardAt = (page: Page): Promise<Overheard[]> =>
  page.evaluate(() => Object(window).overheard as Overheard[]);

/** The secrets in a text, in whatever form an address carries them. */
const secretsIn = (text: string): string[] => {
  const readable = text.replace(/%[\dA-F]{2}/gi, (code) => code.toUpperCase());
  return secrets.filter((secret) =>
    [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].some((form) =>
      readable.includes(form),
    ),
  );
};

test('a visit leaves no personal data in addresses, headers, console, title, cookies or storage', async () => {
  const page = await openOverheard();
  const { lines, requests } = await watch(page);
  const bodies: string[] = [];
  page.on('request', (request) => bodies.push(request.postData() ?? ''));
  await page.goto(server.url);
  await capture(page);
  await page.locator('#save').click();
  await page.locator('footer .state.saved').waitFor();
  await send(page);
  // Sent once more from an empty page: the server knows the person and refuses.
  await page.goto(server.url);
  await capture(page);
  assert.equal(await submit(page), 409);

  assert.deepEqual(secretsIn(requests.join('\n')), [], 'addresses and headers');
  assert.deepEqual(secretsIn(lines.join('\n')), [], 'console');
  const kept = await page.evaluate(async () => [
    document.title,
    location.href,
    window.name,
    document.cookie,
    JSON.stringify(history.state),
    ...Object.entries(localStorage).flat(),
    ...Object.entries(sessionStorage).flat(),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
  ]);
  assert.deepEqual(secretsIn(kept.join('\n')), [], 'page');
  assert.deepEqual(kept.slice(3), ['', 'null'], 'no cookie, state, storage, database or cache of ours');
  // The search finds them where they belong: in the body of the one request that sends the record.
  assert.deepEqual(secretsIn(bodies.join('\n')), [...secrets]);
  assert.ok(requests.some((line) => line.startsWith(`${server.url}/central/v1/records `)));
});

test('no event leaves the form for the page; its own are heard at the form alone', async () => {
  const page = await openOverheard();
  await page.goto(server.url);
  await page.evaluate(() => {
    const heard = ((window as unknown as { heard: string[] }).heard = []) as string[];
    const form = document.querySelector('hssk-record-form')!;
    form.addEventListener('hssk-save', (event) => heard.push(JSON.stringify(event.draft)));
    form.addEventListener('hssk-submit', (event) => heard.push(JSON.stringify(event.record)));
  });
  await capture(page);
  await page.locator('#save').click();
  await page.locator('#submit').click();
  await page.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length === 2);
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  for (const words of heard) assert.deepEqual(secretsIn(words), [...secrets]);
  const overheard = await overheardAt(page);
  assert.deepEqual(secretsIn(overheard.map(({ words }) => words).join('\n')), []);
  assert.deepEqual(
    overheard.map(({ type }) => type).filter((type) => type.startsWith('hssk-')),
    [],
  );
});

test('what is typed with an input method, pasted or cut is not overheard either', async () => {
  const page = await openOverheard();
  await page.goto(server.url);
  const [secret] = secrets;
  const blank = await blankOf(page, 'administrative.fullName');
  await blank.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: secret, selectionStart: 1, selectionEnd: 1 });
  await input.send('Input.insertText', { text: secret });
  assert.equal(await blank.inputValue(), secret);
  for (const key of ['ControlOrMeta+a', 'ControlOrMeta+x', 'ControlOrMeta+v', 'Tab'])
    await page.keyboard.press(key);
  assert.equal(await blank.inputValue(), secret, 'cut and pasted');
  const overheard = (await overheardAt(page)).filter(({ type }) => type !== 'hssk-change');
  assert.deepEqual(
    overheard.map(({ type, words }) => [type, secretsIn(words)]),
    [],
  );
});

test('a control of the host is overheard, so the form would be', async () => {
  const page = await openOverheard();
  await page.goto(`${server.url}/host-form.html`);
  await write(page, 'administrative.fullName', 'x');
  await page.locator('[name=room]').focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'phòng', selectionStart: 1, selectionEnd: 1 });
  await input.send('Input.insertText', { text: 'phòng' });
  for (const key of ['ControlOrMeta+a', 'ControlOrMeta+x', 'ControlOrMeta+v', 'Tab'])
    await page.keyboard.press(key);
  const heard = (await overheardAt(page))
    .filter(({ words }) => words.includes('phòng'))
    .map(({ type }) => type);
  for (const type of ['beforeinput', 'input', 'paste', 'compositionupdate', 'compositionend'])
    assert.ok(heard.includes(type), type);
});
