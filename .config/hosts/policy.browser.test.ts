import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { contentPolicy, startServer } from '../../docs/examples/server.ts';
import type { ExampleServer } from '../../docs/examples/server.ts';
import { createClient } from '../../src/client/index.ts';
import { openBrowser, watch } from './page.ts';
import { assertCaptured, capture, send } from './visit.ts';

const hisHost = 'his.local';
let browser: Browser;
let server: ExampleServer;
before(async () => {
  browser = await openBrowser([`--host-resolver-rules=MAP ${hisHost} 127.0.0.1`]);
});
after(() => browser.close());
// A server of its own for each test: a person is captured once only.
beforeEach(async () => {
  server = await startServer({ database: 'memory' });
});
afterEach(() => server.stop());

const stored = async (pid: string) => {
  const client = createClient({ baseUrl: `${server.url}/central`, token: server.token() });
  return (await client.records.load(pid)).record;
};

test('a whole visit and the sending of its record break no rule of the strict page policy', async () => {
  const page = await browser.newPage();
  const { faults } = await watch(page);
  await page.addInitScript(() => {
    const made: string[] = [];
    const factory = Object.getPrototypeOf(Object(window).trustedTypes) as {
      createPolicy(name: string, rules: object): unknown;
    };
    const { createPolicy } = factory;
    factory.createPolicy = function (name, rules) {
      made.push(name);
      return createPolicy.call(this, name, rules);
    };
    Object.assign(window, { policiesMade: made });
  });
  const answer = await page.goto(server.url);
  assert.equal(answer?.headers()['content-security-policy'], contentPolicy);
  await capture(page);
  assertCaptured(await stored(await send(page)));
  assert.deepEqual(faults, []);
  assert.deepEqual(await page.evaluate(() => Object(window).policiesMade), ['lit-html']);
});

test('the policy is the strict one, and a breach of it would have been seen', async () => {
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ])
    assert.ok(contentPolicy.split('; ').includes(rule), rule);
  const page = await browser.newPage();
  const { faults } = await watch(page);
  await page.goto(server.url);
  for (const breach of [
    () => void document.body.insertAdjacentHTML('beforeend', '<b>text</b>'),
    () => void document.body.setAttribute('style', 'color: red'),
    () => void setTimeout('void 0'),
    () => Object(window).trustedTypes.createPolicy('another', {}),
  ]) {
    const before = faults.length;
    await page.evaluate(breach).catch(() => {});
    await assert.doesNotReject(async () => {
      while (faults.length === before) await page.waitForEvent('console', { timeout: 5000 });
    }, String(breach));
  }
});

test('the page captures and sends at an insecure address, where half of the crypto is missing', async () => {
  const page = await browser.newPage();
  const { faults } = await watch(page);
  await page.goto(server.url.replace('127.0.0.1', hisHost));
  assert.deepEqual(
    await page.evaluate(() => [
      location.hostname,
      isSecureContext,
      typeof crypto.subtle,
      typeof crypto.randomUUID,
      typeof navigator.locks,
    ]),
    [hisHost, false, 'undefined', 'undefined', 'undefined'],
  );
  await capture(page);
  assertCaptured(await stored(await send(page)));
  assert.deepEqual(faults, []);
});
