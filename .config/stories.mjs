// Builds the Storybook and looks at every story in one page of a real browser: axe, play function, console.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './chromium.mjs';
import { root } from './files.mjs';

const folder = join(root, 'storybook-static');
const storyLimitMs = 20_000;
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

build();
const { server, origin } = await serve();
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumFlags });
const failures = await lookAtAll(await storyIds()).finally(() =>
  Promise.all([browser.close(), server.close()]),
);
process.exit(failures > 0 ? 1 : 0);

function build() {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build-storybook'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.log(`${stdout}${stderr}\nThe Storybook could not be built.\n0 passed, 1 failed`);
  process.exit(1);
}

/** Serves the static folder on a free port of this machine. */
async function serve() {
  const server = createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://host').pathname));
    try {
      const body = await readFile(join(folder, path));
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

async function storyIds() {
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return Object.values(entries)
    .filter(({ type }) => type === 'story')
    .map(({ id }) => id);
}

/** Visits the stories one after the other, prints a line for each failure and the sum; resolves to the failures. */
async function lookAtAll(ids) {
  // With this name in it Storybook does not wait for animations, of which there are none.
  const userAgent = 'Chromium StorybookTestRunner';
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, userAgent });
  const heard = [];
  page.on('pageerror', (error) => heard.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`);
  });
  await page.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    (route) => {
      heard.push(`asks the network: ${route.request().url()}`);
      return route.abort();
    },
  );
  await page.goto(`${origin}/iframe.html?id=none&viewMode=story`);
  await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__?.storyStoreValue !== undefined);
  // Axe would take what a bar just covers for a control that is too small.
  await page.addStyleTag({
    content:
      'hssk-record-form::part(nav), hssk-record-form::part(footer) { position: static } :root { --hssk-content-visibility: visible }',
  });
  heard.length = 0; // There is no story `none`: the page was only to be loaded.

  let failed = 0;
  for (const id of ids) {
    heard.length = 0;
    const found = await page.evaluate(visit, { id, limit: storyLimitMs });
    // Storybook repeats on the console what a story threw.
    const reasons = found.some((reason) => reason.startsWith('threw')) ? found : [...found, ...heard];
    if (reasons.length === 0) continue;
    failed += 1;
    console.log(`✗ ${id}: ${[...new Set(reasons.map(short))].join(' | ')}`);
  }
  if (ids.length === 0) console.log('There is no story.');
  console.log(`${ids.length - failed} passed, ${ids.length === 0 ? 1 : failed} failed`);
  return failed || ids.length === 0;
}

// Failed expectations carry colours and the whole document behind what they say.
function short(reason) {
  const [words] = reason.replace(/\x1b\[\d+m/g, '').split('Ignored nodes:');
  return words.replace(/\s+/g, ' ').trim().slice(0, 400);
}

/** In the page: shows a story, waits until it has finished, and says what is wrong with it. */
async function visit({ id, limit }) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  const reasons = [];
  const listeners = {};
  const finished = new Promise((resolve) => {
    listeners.storyFinished = (story) => {
      if (story.storyId === id) resolve(story);
    };
    listeners.storyMissing = () => resolve({ status: 'missing', reporters: [] });
    for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored']) {
      listeners[event] = (error) => {
        reasons.push(`threw: ${error.message ?? error.description}`);
        if (event === 'storyErrored') resolve({ status: 'error', reporters: [] });
      };
    }
    listeners.unhandledErrorsWhilePlaying = (errors) =>
      reasons.push(...errors.map((error) => `unhandled: ${error.message}`));
  });
  for (const [event, listener] of Object.entries(listeners)) channel.on(event, listener);
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ status: `not finished after ${limit} ms`, reporters: [] }), limit);
  });
  channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  const { status, reporters } = await Promise.race([finished, late]);
  clearTimeout(timer);
  for (const [event, listener] of Object.entries(listeners)) channel.off(event, listener);

  const axe = reporters.find(({ type }) => type === 'a11y');
  for (const { id: rule, help, nodes } of axe?.result?.violations ?? [])
    reasons.push(`axe ${rule}: ${help} (${nodes.length} ×, ${nodes[0].target.flat().join(' ')})`);
  if (status === 'success' && !axe) reasons.push('axe did not run');
  if (status !== 'success' && reasons.length === 0) reasons.push(status);

  const ours = [];
  const collect = (within) => {
    for (const element of within.querySelectorAll('*')) {
      if (element.localName.startsWith('hssk-')) ours.push(element);
      if (element.shadowRoot) collect(element.shadowRoot);
    }
  };
  collect(document.querySelector('#storybook-root'));
  if (ours.length === 0) reasons.push('no hssk- element');
  const unknown = ours.find((element) => !customElements.get(element.localName));
  if (unknown) reasons.push(`<${unknown.localName}> is not defined`);
  return reasons;
}
