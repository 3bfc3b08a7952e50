import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, CDPSession } from 'playwright-core';
import { chromiumFlags, findChromium } from '../.config/chromium.mjs';
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
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

export interface Bench {
  readonly version: string;
  /** Builds a script as a host's bundler would (minified, ES modules); it is then at `/<name>.js`. */
  add(script: PageScript): Promise<void>;
  open(throttle?: number): Promise<Page>;
  close(): Promise<void>;
}

const empty =
  '<!doctype html><html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body></body></html>';

/** Two frames were drawn since. */
const frames =
  'window.frames2 = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/** Templates as they are shipped, without the white space of writing: in every page alike, ours and the others. */
const tight: Plugin = {
  name: 'tight',
  setup(build) {
    build.onLoad({ filter: /\/(components|pages)\/.*\.ts$/ }, async ({ path }) => ({
      contents: tightenTemplates(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** Starts Chromium and a server on the loopback address that holds the scripts in memory. */
export async function openBench(): Promise<Bench> {
  const files = new Map<string, Uint8Array>();
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    response.setHeader('content-type', file ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(file ?? (url === '/' ? empty : ''));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
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
        plugins: [tight],
        outdir: 'out',
        chunkNames: `${name}-[hash]`,
        define: Object.fromEntries(
          Object.entries(define).map(([key, value]) => [key, JSON.stringify(value)]),
        ),
        tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
        logLevel: 'error',
      });
      for (const { path, contents } of outputFiles) files.set(`/${basename(path)}`, contents);
    },
    open: (throttle) => openPage(browser, origin, throttle),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function openPage(browser: Browser, origin: string, throttle = 1): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
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
    script: (work) => traceScript(cdp, work),
    close: () => context.close(),
  };
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  readonly tdur?: number;
  readonly tid: number;
}

// ScriptDuration of the Performance domain leaves out what runs after an `await`, and Lit draws there.
const scriptEvents = new Set([
  'FunctionCall',
  'v8.callFunction',
  'RunMicrotasks',
  'EvaluateScript',
  'MinorGC',
  'MajorGC',
]);

async function traceScript(cdp: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const event of value as TraceEvent[])
      if (event.ph === 'X' && scriptEvents.has(event.name)) events.push(event);
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8.execute'], excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  let sum = 0;
  const ends = new Map<number, number>();
  for (const { ts, dur, tdur, tid } of events.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    if (ts < (ends.get(tid) ?? 0)) continue;
    ends.set(tid, ts + dur);
    sum += tdur ?? dur;
  }
  return sum / 1000;
}

/** What was spent between two readings. */
export const spent = (from: Cpu, to: Cpu): Cpu => ({
  task: to.task - from.task,
  style: to.style - from.style,
  layout: to.layout - from.layout,
});
