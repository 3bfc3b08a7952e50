import { assert } from '@open-wc/testing';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { baseOf, closeAll, makeWorld, passphrase, person, states } from './test-outbox.ts';
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
