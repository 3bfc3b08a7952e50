import { assert } from '@open-wc/testing';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import type { Conflict } from '../client/index.ts';
import { baseOf, closeAll, makeWorld, passphrase, problem, states } from './test-outbox.ts';
import type { World } from './test-outbox.ts';
import { codeOf, until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const drug = (text: string) => ({ history: { allergies: { drug: text } } });

for (const way of ['locks', 'a lease'] as const) {
  const options = way === 'locks' ? {} : { locks: undefined };

  it(`of two windows one sends, and both hear the answer, by ${way}`, async () => {
    const world = newWorld();
    const one = await world.device(options);
    await until(async () => (await one.outbox.sync.status()).activity === 'idle');
    const two = await world.device(options);
    assert.equal((await two.outbox.sync.status()).activity, 'elsewhere');
    const [a, b] = await Promise.all([
      one.records.submit(person(1), undefined, 'capture-1'),
      two.records.submit(person(2), undefined, 'capture-2'),
    ]);
    assert.deepEqual([a.state, b.state], ['stored', 'stored']);
    assert.equal(world.writes().length, 2);
    assert.equal((await two.outbox.sync.status()).reach, 'reached');
    assert.equal((await two.outbox.sync.status()).activity, 'elsewhere');
  });

  it(`when the window that sends is closed the next one goes on, by ${way}`, async () => {
    const world = newWorld();
    const one = await world.device(options);
    const two = await world.device(options);
    await until(async () => (await two.outbox.sync.status()).activity === 'elsewhere');
    world.net = world.offline;
    await one.records.submit(person(1), undefined, 'capture-1');
    world.net = undefined;
    await one.outbox.close();
    if (way === 'a lease') {
      // What a window asks for every twenty seconds is asked at once when it is unlocked.
      await two.outbox.vault.lock();
      await two.outbox.vault.unlock(passphrase);
    }
    await until(async () => (await two.outbox.sync.status()).sent === 1);
  });
}

it('a window that died without letting go of its lease holds up the others for a while only', async () => {
  const world = newWorld();
  const one = await world.device({ locks: undefined });
  await until(async () => (await one.outbox.sync.status()).activity === 'idle');
  const two = await world.device({ locks: undefined });
  world.net = world.offline;
  await two.records.submit(person(1), undefined, 'capture-1');
  world.net = undefined;
  world.clock.now += 151_000;
  await two.outbox.vault.lock();
  await two.outbox.vault.unlock(passphrase);
  await until(async () => (await two.outbox.sync.status()).sent === 1);
});

it('what was on its way when the window died is sent again with the same bytes', async () => {
  const world = newWorld();
  const one = await world.device();
  world.net = world.offline;
  await one.outbox.queue.submit(person(1), undefined, 'capture-1');
  const [left] = await one.outbox.queue.freeze(['capture-1']);
  await one.kill();
  world.net = undefined;
  const two = await world.device();
  await until(async () => (await two.outbox.sync.status()).sent === 1);
  assert.deepEqual(
    world.writes().map(({ key, body }) => [key, body]),
    [[left!.request!.key, left!.request!.body]],
  );
});

it('an entry left on its way can be taken back and deleted while there is no network', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  world.net = world.offline;
  for (const n of [1, 2]) await outbox.queue.submit(person(n), undefined, `capture-${n}`);
  await outbox.queue.freeze(['capture-1', 'capture-2']);
  assert.equal(await codeOf(outbox.sync.takeBack('capture-1')), 'entry.sending');
  assert.equal(await codeOf(outbox.sync.remove('capture-2')), 'entry.sending');
  await outbox.close();
  const again = await world.device();
  await until(async () => (await again.outbox.queue.get('capture-2')).state === 'retry');
  assert.equal((await again.outbox.sync.takeBack('capture-1')).id, 'capture-1');
  await again.outbox.sync.remove('capture-2');
  assert.deepEqual(states(await again.outbox.sync.items('attention')), ['1 refused entry.takenBack']);
});

it('a pause, its end and a restored store are heeded from every window', async () => {
  const world = newWorld();
  const one = await world.device();
  const two = await world.device();
  two.outbox.sync.pause();
  await until(async () => (await one.outbox.sync.status()).activity === 'paused');
  await two.outbox.queue.submit(person(1), undefined, 'capture-1');
  await one.outbox.sync.send();
  assert.equal(world.writes().length, 0);
  two.outbox.sync.resume();
  await until(async () => (await two.outbox.sync.status()).sent === 1);
});

/** A window that sends, and one that does not. */
async function leaderAndFollower(world: World, options: Parameters<World['device']>[0] = {}) {
  const one = await world.device(options);
  await until(async () => (await one.outbox.sync.status()).activity === 'idle');
  const two = await world.device(options);
  assert.equal((await two.outbox.sync.status()).activity, 'elsewhere');
  return { one, two };
}

it('what hinders the window that sends is told in the others as it is', async () => {
  const world = newWorld();
  const { one, two } = await leaderAndFollower(world);
  world.net = async (next, { method }) => (method === 'POST' ? problem(401, 'token.invalid') : next());
  await one.records.submit(person(1), undefined, 'capture-1');
  await until(async () => (await two.outbox.sync.status()).activity === 'loginNeeded');
  world.net = undefined;
  await two.outbox.loggedIn();
  await until(async () => (await two.outbox.sync.status()).sent === 1);
  await until(async () => (await two.outbox.sync.status()).activity === 'elsewhere');
});

it('what is written without a network in a window that does not send is said to be queued at once', async () => {
  const world = newWorld();
  const { two } = await leaderAndFollower(world, { answerMs: 60_000 });
  world.net = world.offline;
  assert.equal((await two.records.submit(person(1), undefined, 'capture-1')).state, 'queued');
});

it('a restored store is acknowledged in a window that does not send, and the other goes on', async () => {
  const world = newWorld();
  const { one, two } = await leaderAndFollower(world);
  await one.outbox.copies.carry({ pids: [(await world.other.records.create(person(9))).pid] });
  await one.records.submit(person(1), undefined, 'capture-1');
  await one.client.stores.checkpoint(one.outbox.vault.storeId!, 1_000_000);
  await one.records.submit(person(2), undefined, 'capture-2');
  await until(async () => (await two.outbox.sync.status()).activity === 'restored');
  const told = world.seen.length;
  await two.outbox.sync.acknowledge();
  await until(async () => (await one.outbox.sync.status()).sent === 2);
  await until(async () => (await two.outbox.sync.status()).activity === 'elsewhere');
  assert.isAbove(world.seen.length, told);
  assert.equal((await two.outbox.copies.summary()).records, 0);
  assert.equal(world.writes().length, 2);
});

it('a conflict is decided, a refusal corrected and one deleted in a window that does not send', async () => {
  const world = newWorld();
  const { one, two } = await leaderAndFollower(world);
  const { sync } = two.outbox;
  const { pid } = await world.other.records.create(person(1));
  const base = await one.records.load(pid);
  await world.other.records.patch(pid, drug('của họ'), { ifMatch: base.etag });
  await codeOf(one.records.submit({ ...base.record, ...drug('của tôi') }, base, 'change-1'));
  const wrong = (n: number) => person(n, { history: { birth: { weightG: 1 } } });
  for (const n of [2, 3]) await codeOf(one.records.submit(wrong(n), undefined, `capture-${n}`));
  const [conflict] = await sync.items('attention');
  const { theirs } = (await sync.conflict(conflict!.id)) as Conflict & { kind: 'record' };
  await sync.decide(conflict!.id, {
    kind: 'record',
    etag: theirs.etag,
    choices: { 'history.allergies.drug': 'mine' },
  });
  await until(async () => (await one.outbox.sync.status()).sent === 1);
  assert.equal((await world.other.records.load(pid)).record.history?.allergies?.drug, 'của tôi');
  await sync.remove('capture-2');
  const taken = await sync.takeBack('capture-3');
  assert.equal((await two.records.submit(person(3), taken.base, taken.id)).state, 'stored');
  const { sent, attention, waiting } = await one.outbox.sync.status();
  assert.deepEqual([sent, attention, waiting], [2, 0, 0]);
});

it('a refused entry is tried again from a window that does not send', async () => {
  const world = newWorld();
  const { one, two } = await leaderAndFollower(world);
  world.net = async (next, { path }) => (/records/.test(path) ? problem(403, 'access.denied') : next());
  await codeOf(one.records.submit(person(1), undefined, 'capture-1'));
  assert.deepEqual(states(await two.outbox.sync.items('attention')), ['1 refused access.denied']);
  world.net = undefined;
  await two.outbox.sync.retry('capture-1');
  await until(async () => (await two.outbox.sync.status()).sent === 1);
});

it('what a window that does not send takes in from a file is sent by the other', async () => {
  const world = newWorld();
  const { one, two } = await leaderAndFollower(world);
  world.net = world.offline;
  await one.outbox.queue.submit(person(1), undefined, 'capture-1');
  const file = await one.outbox.sync.exportFile(passphrase);
  await one.outbox.sync.remove('capture-1');
  world.net = undefined;
  assert.deepEqual(await two.outbox.sync.importFile(file, passphrase), { added: 1, known: 0 });
  await until(async () => (await two.outbox.sync.status()).sent === 1);
});

it('two windows on one record: the later one is told, and nothing of either is lost', async () => {
  const world = newWorld();
  const one = await world.device();
  const two = await world.device();
  world.net = world.offline;
  const base = baseOf(await one.records.submit(person(1), undefined, 'capture-1'));
  const first = await two.records.submit(person(1, drug('cửa sổ hai')), base, 'capture-1');
  assert.equal(first.state, 'queued');
  const late = one.records.submit(person(1, drug('cửa sổ một')), base, 'capture-1');
  assert.equal(await codeOf(late), 'draft.elsewhere');
  const draft = { id: 'draft-01', draft: { administrative: {} } } as never;
  await one.records.save!(draft);
  assert.equal(await codeOf(two.records.save!(draft)), 'draft.elsewhere');
});

it('another page of the same user and place sends nothing while this one does, and goes on after it', async () => {
  const world = newWorld();
  const one = await world.device();
  await until(async () => (await one.outbox.sync.status()).activity === 'idle');
  const frame = document.createElement('iframe');
  const ready = new Promise<MessageEvent>((resolve) => addEventListener('message', resolve, { once: true }));
  const at = (file: string) => new URL(file, import.meta.url).href;
  frame.srcdoc = `<script type="module">
    import { createClient } from '${at('../client/index.ts')}';
    import { openOutbox } from '${at('./index.ts')}';
    const client = createClient({ baseUrl: 'http://central.test', token: 'demo:nurse:TYT-01:${world.user}',
      retry: false, fetch: (request) => parent.answer(request) });
    const outbox = await openOutbox({ client, user: '${world.user}', facility: 'TYT-01', rounds: 1 });
    await outbox.vault.unlock('${passphrase}');
    window.outbox = outbox;
    parent.postMessage('ready', '*');
  </script>`;
  const asked: string[] = [];
  (globalThis as unknown as { answer: unknown }).answer = (request: Request) => {
    asked.push(request.url);
    return world.sandbox.fetch(request);
  };
  document.body.append(frame);
  await ready;
  const { outbox } = frame.contentWindow as unknown as { outbox: typeof one.outbox };
  await outbox.queue.submit(person(1), undefined, 'capture-1');
  assert.equal((await outbox.sync.status()).activity, 'elsewhere');
  assert.equal((await outbox.answered('capture-1'))?.state, 'done');
  assert.deepEqual(asked, []);
  await one.outbox.close();
  await outbox.queue.submit(person(2), undefined, 'capture-2');
  await until(async () => (await outbox.answered('capture-2'))?.state === 'done');
  assert.isAbove(asked.length, 0);
  await outbox.close();
  frame.remove();
});

it('two users of one device have nothing in common', async () => {
  const world = newWorld();
  const one = await world.device();
  world.net = world.offline;
  await one.records.submit(person(1), undefined, 'capture-1');
  await one.outbox.close();
  world.net = undefined;
  const two = await world.device({ user: `${world.user}-b` });
  await two.outbox.sync.send();
  assert.deepEqual([(await two.outbox.sync.status()).waiting, world.writes().length], [0, 0]);
  await two.outbox.close();
  const again = await world.device();
  await until(async () => (await again.outbox.sync.status()).sent === 1);
});
