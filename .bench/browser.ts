import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { chromium } from 'playwright-core';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { chromiumFlags, findChromium } from '../.config/chromium.mjs';
import { answerAsCentral } from './central.ts';
import { mainThread, scriptOf, startTrace } from './trace.ts';
import type { MainThread } from './trace.ts';
import { tightenTemplates } from '../.config/templates.mjs';

/** One page's script: its name, the file in pages/, and constants set at build time. */
export interface PageScript {
  readonly name: string;
  readonly file: string;
  readonly define?: { readonly [name: string]: unknown };
}

/** CPU time of the page's main thread in ms, by what it was spent on. */
export interface Cpu {
  readonly task: number;
  readonly style: number;
  readonly layout: number;
}

/** A fresh page: its own context, process and caches, opened on an empty document. */
export interface Page {
  /** Runs an expression in the page and waits for it; the result must be JSON. */
  run<T>(expression: string): Promise<T>;
  /** CPU time since the page was opened. */
  cpu(): Promise<Cpu>;
  /** CPU time of all script (event handlers, microtasks, collecting garbage) while the work was done. */
  script(work: () => Promise<void>): Promise<number>;
  /** What the main thread did while the work was done: its longest task, and the script of key events. */
  tasks(work: () => Promise<void>): Promise<MainThread>;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

export interface Bench {
  readonly version: string;
  /** Builds a script as a host's bundler would (minified, ES modules); it is then at `/<name>.js`. */
  add(script: PageScript): Promise<void>;
  open(throttle?: number): Promise<Page>;
  /** A fresh page, too, in a browser whose databases lie on the disk and stay from page to page. */
  openOnDisk(): Promise<Page>;
  close(): Promise<void>;
}

const empty =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body></body></html>';

/** Two frames were drawn since. */
const frames =
  'window.frames2 = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/** What is measured is what is shipped: our own modules come from `dist`. */
const shipped: Plugin = {
  name: 'shipped',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/\.\.\/(src|components)\/.*\.ts$/ }, ({ path }) => ({
      path: fileURLToPath(new URL(path.replace('../../', '../dist/').replace(/ts$/, 'js'), import.meta.url)),
    }));
  },
};

/** The templates of the other pages lose the white space of writing as ours do when they are built. */
const tight: Plugin = {
  name: 'tight',
  setup(build) {
    build.onLoad({ filter: /\/pages\/.*\.ts$/ }, async ({ path }) => ({
      contents: tightenTemplates(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Starts Chromium and a server on the loopback address that holds the scripts in memory. */
export async function openBench(): Promise<Bench> {
  const files = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (url.startsWith('/central/')) return answerAsCentral(request, response);
    const file = files.get(url);
    response.setHeader('content-type', file ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(file ?? (url === '/' ? empty : ''));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const launch = { executablePath: await findChromium(), args: chromiumFlags };
  const browser = await chromium.launch(launch);
  const viewport = { width: 1280, height: 900 };
  // A window in private keeps its databases in memory, where writing is for nothing.
  const profile = await mkdtemp(join(tmpdir(), 'bench-'));
  let onDisk: Promise<BrowserContext> | undefined;
  return {
    version: browser.version(),
    async add({ name, file, define = {} }) {
      const { outputFiles } = await build({
        entryPoints: { [name]: fileURLToPath(new URL(`pages/${file}`, import.meta.url)) },
        bundle: true,
        splitting: true,
        minify: true,
        charset: 'utf8',
        write: false,
        format: 'esm',
        target: 'es2022',
        legalComments: 'none',
        plugins: [shipped, tight],
        outdir: 'out',
        alias: { events: fileURLToPath(new URL('pages/events.ts', import.meta.url)) },
        chunkNames: `${name}-[hash]`,
        define: Object.fromEntries(
          Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)]),
        ),
        tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
        logLevel: 'error',
      });
      for (const { path, contents } of outputFiles) files.set(`/${basename(path)}`, contents);
    },
    async open(throttle) {
      const context = await browser.newContext({ viewport });
      return openPage(context, origin, () => context.close(), throttle);
    },
    async openOnDisk() {
      onDisk ??= chromium.launchPersistentContext(profile, { ...launch, viewport });
      return openPage(await onDisk, origin);
    },
    async close() {
      await browser.close();
      await (await onDisk)?.close();
      await rm(profile, { recursive: true, force: true });
      server.close();
    },
  };
}

async function openPage(
  context: BrowserContext,
  origin: string,
  close?: () => Promise<void>,
  throttle = 1,
): Promise<Page> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(origin);
  const cdp = await context.newCDPSession(page);
  const run = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    if (errors.length) throw new Error(errors.join('\n'));
    return result.value as T;
  };
  // CPU time of the thread and not wall time: what else runs on the machine does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await run(frames);
  await run('frames2()');
  return {
    run,
    cdp,
    async cpu() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const ms = (name: string): number => 1000 * (metrics.find((each) => each.name === name)?.value ?? NaN);
      return {
        task: ms('TaskDuration'),
        style: ms('RecalcStyleDuration'),
        layout: ms('LayoutDuration'),
      };
    },
    async script(work) {
      const trace = await startTrace(cdp, ['devtools.timeline', 'v8.execute']);
      await work();
      return scriptOf(await trace.end());
    },
    async tasks(work) {
      const trace = await startTrace(cdp, [
        'devtools.timeline',
        'v8.execute',
        'disabled-by-default-devtools.timeline',
      ]);
      await work();
      return mainThread(await trace.end());
    },
    close: close ?? (() => page.close()),
  };
}

/** What was spent between two readings. */
export const spent = (from: Cpu, to: Cpu): Cpu => ({
  task: to.task - from.task,
  style: to.style - from.style,
  layout: to.layout - from.layout,
});
