import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import type { Browser, ConsoleMessage, ElementHandle, LaunchOptions, Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../chromium.mjs';

/** A browser for one test file; `flags` are added to those of every test browser. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const options: LaunchOptions = { executablePath: await findChromium(), args: [...chromiumFlags, ...flags] };
  return chromium.launch(options);
}

/** What a page said and asked for since `watch` began. */
export interface Watched {
  /** Errors of scripts, console errors and warnings, refused requests, breaches of the page's policy. */
  readonly faults: string[];
  /** Every line of the console, whatever its level. */
  readonly lines: string[];
  /** Every request: its address and its headers, without its body. */
  readonly requests: string[];
}

/** Listens to a page before it is opened. */
export async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { faults: [], lines: [], requests: [] };
  const { faults, lines, requests } = watched;
  const onLine = (message: ConsoleMessage): void => {
    lines.push(message.text());
    if (['error', 'warning', 'assert'].includes(message.type())) faults.push(message.text());
  };
  page.on('console', onLine);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('requestfailed', (request) => {
    // A page that is left ends what it was loading.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed`);
  });
  page.on('request', (request) => requests.push(`${request.url()} ${JSON.stringify(request.headers())}`));
  await page.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI }) => console.error(`policy: ${effectiveDirective} ${blockedURI}`),
      true,
    );
  });
  return watched;
}

/**
 * The field that shows a path, once it is there; `*` stands for any one key, and the last of several fields is meant
 * (the visit or row that was added last).
 */
export async function fieldAt(page: Page, path: string): Promise<ElementHandle<HTMLElement>> {
  const found = await page.waitForFunction((wanted) => {
    const keys = wanted.split('.');
    const roots: (Document | ShadowRoot)[] = [document];
    let last: HTMLElement | undefined;
    for (let root = roots.pop(); root; root = roots.pop()) {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const own = element.dataset['path']?.split('.') ?? [];
        if (own.length === keys.length && keys.every((key, at) => key === '*' || key === own[at]))
          last = element;
      }
    }
    return last;
  }, path);
  return found.asElement() as ElementHandle<HTMLElement>;
}

/** The blank of a field in which one writes; of printed boxes the line beside them. */
export async function blankOf(page: Page, path: string): Promise<ElementHandle<HTMLElement>> {
  const field = await fieldAt(page, path);
  await ask(await field.$('fieldset button:not([hidden])'));
  const blank = await field.$('[part=control], input.other');
  assert.ok(blank, `${path} has a blank`);
  return blank as ElementHandle<HTMLElement>;
}

/** Presses what brings the line for other words on screen. */
const ask = (opener: ElementHandle<HTMLElement | SVGElement> | null): Promise<void> | undefined =>
  opener?.evaluate((button) => (button as HTMLElement).click());

/** Writes into a field key by key and leaves it with the Tab key. */
export async function write(page: Page, path: string, text: string): Promise<void> {
  await (await blankOf(page, path)).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
}

/** Writes a few letters and takes the first entry of the list that opens, with the keyboard. */
export async function pick(page: Page, path: string, letters: string): Promise<void> {
  await (await blankOf(page, path)).focus();
  await page.keyboard.type(letters);
  const list = await (await fieldAt(page, path)).waitForSelector('[role=option]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await list.waitForElementState('hidden');
  await page.keyboard.press('Tab');
}

/** Ticks a box; of printed boxes the one with this code. */
export async function tick(page: Page, path: string, code?: string): Promise<void> {
  const box = await (
    await fieldAt(page, path)
  ).$(code === undefined ? '[type=checkbox]' : `input[value="${code}"]`);
  assert.ok(box, `${path} has a box ${code ?? ''}`);
  await box.click();
}

/** Every blank of the form in which one can write, in any section, as it is drawn now; the lines beside boxes are asked for. */
export async function blanks(page: Page): Promise<ElementHandle<HTMLInputElement>[]> {
  for (const opener of await page.$$('hssk-record-form fieldset[role] button')) await ask(opener);
  const handles = await page.$$('hssk-record-form :is(textarea, input:not([type=radio], [type=checkbox]))');
  return handles as ElementHandle<HTMLInputElement>[];
}

const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface PageServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves pages given as text, and the files of a folder beside them, with no policy or header of ours. */
export async function servePages(
  pages: { readonly [path: string]: string },
  folder?: string,
): Promise<PageServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const given = pages[path];
    void (async () => {
      try {
        const body = given ?? (await readFile(join(folder ?? '', path)));
        response
          .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
          .end(body);
      } catch {
        response.writeHead(404).end();
      }
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** An HTML page around some markup, with one script of its own. */
export const pageWith = (body: string, script: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Host</title>` +
  `<body>${body}<script type="module" src="${script}"></script></body></html>`;
