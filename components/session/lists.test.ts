import { assert, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { createClient } from '../../src/client/index.ts';
import { openOutbox } from '../../src/outbox/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';
import { SessionElement } from './index.ts';

const opened: Outbox[] = [];
afterEach(async () => {
  fixtureCleanup();
  for (const outbox of opened.splice(0)) {
    await outbox.vault.wipe();
    await outbox.close();
  }
});

/** A session, and what an element inside it is offered now. */
async function sessionOf(isOffline: boolean) {
  SessionElement.define();
  const sandbox = createSandbox({ store: createMemoryStore() });
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:nurse1',
    fetch: (request) => sandbox.fetch(request),
  });
  let outbox: Outbox | undefined;
  if (isOffline) {
    outbox = await openOutbox({
      client,
      user: `lists-${crypto.randomUUID()}`,
      facility: 'TYT-01',
      rounds: 1,
    });
    opened.push(outbox);
  }
  const element = await fixture<SessionElement>(
    html`<hssk-session .client=${client} .outbox=${outbox}><b></b></hssk-session>`,
  );
  const offered: { now: Session } = { now: {} };
  const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
    context: sessionContext,
    subscribe: true,
    callback: (value: Session) => (offered.now = value),
  });
  element.querySelector('b')!.dispatchEvent(request);
  return { offered, outbox };
}

it('lists of the device are offered while its store is open, those of the server always', async () => {
  const { offered, outbox } = await sessionOf(true);
  await waitUntil(() => offered.now.rosters);
  assert.isUndefined(offered.now.lists);
  await outbox!.vault.setUp('bốn từ dễ nhớ nhé');
  await waitUntil(() => offered.now.lists);
  assert.deepEqual(await offered.now.lists!.all(), []);
  await outbox!.vault.lock();
  await waitUntil(() => !offered.now.lists);
  assert.ok(offered.now.rosters);
});

it('without a store there are only the lists of the server', async () => {
  const { offered } = await sessionOf(false);
  await waitUntil(() => offered.now.rosters);
  assert.isUndefined(offered.now.lists);
});
