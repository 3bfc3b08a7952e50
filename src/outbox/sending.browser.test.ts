import { assert } from '@open-wc/testing';
import type { Submission } from '../client/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import { closeAll, makeWorld, problem, states } from './test-outbox.ts';
import { codeOf, until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const drug = (text: string) => ({ history: { allergies: { drug: text } } });

it('the same bytes go out under the same key until there is a definite answer', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  const weather = [
    (next: () => Promise<Response>) => next().then(() => Promise.reject(new TypeError('lost'))),
    async () => problem(500, 'server.failed'),
    async () => new Response('<h1>Bad Gateway</h1>', { status: 502 }),
    async () => new Response('<h1>Đăng nhập Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
  ];
  world.net = (next, { path }) => (/checkpoint/.test(path) ? next() : (weather.shift() ?? next)(next));
  assert.equal((await records.submit(person(1), undefined, 'capture-1')).state, 'queued');
  for (let turn = 0; turn < 9 && weather.length; turn++) await outbox.sync.send();
  await outbox.sync.send();
  assert.equal((await outbox.sync.status()).sent, 1);
  const writes = world.writes();
  assert.equal(writes.length, 5);
  assert.deepEqual(new Set(writes.map(({ key, body }) => key + body)).size, 1);
  assert.equal((await world.other.records.load((await outbox.queue.get('capture-1')).pid!)).version, 1);
});

it('writes of one record go out one after the other, also of a person the server does not know yet', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = world.offline;
  let sent = await records.submit(person(1), undefined, 'capture-1');
  await outbox.queue.freeze(['capture-1']);
  for (const text of ['một', 'hai']) {
    assert.equal(sent.state, 'queued');
    const { base } = sent as Submission & { state: 'queued' };
    sent = await records.submit(person(1, drug(text)), base, 'capture-1');
  }
  world.net = undefined;
  outbox.sync.resume();
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.deepEqual(
    world.writes().map(({ method }) => method),
    ['POST', 'PATCH'],
  );
  const { pid } = await outbox.queue.get('capture-1');
  const { record, version } = await world.other.records.load(pid!);
  assert.deepEqual([record.history?.allergies?.drug, version], ['hai', 2]);
});

it('of one record there is one group, however often it was changed before', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records } = await world.device();
  let version = 1;
  for (const text of ['một', 'hai', 'ba']) {
    const base = await records.load(pid);
    await records.submit({ ...base.record, ...drug(text) }, base, `change-${version++}`);
  }
  const groups = (await outbox.queue.list(['done'])).map(({ group }) => group);
  assert.deepEqual([groups.length, new Set(groups).size], [3, 1]);
});

it('an expired login pauses sending, and the next one goes on at once', async () => {
  const world = newWorld();
  let token = '';
  const ask = () => token || Promise.reject(new Error('no login'));
  const { outbox, records } = await world.device({ client: { token: ask } });
  await records.submit(person(1), undefined, 'capture-1');
  assert.equal((await outbox.sync.status()).activity, 'loginNeeded');
  token = `demo:nurse:TYT-01:${world.user}`;
  world.net = async (next, { method }) => (method === 'POST' ? problem(401, 'token.invalid') : next());
  await outbox.loggedIn();
  assert.equal((await outbox.sync.status()).activity, 'loginNeeded');
  world.net = undefined;
  await outbox.loggedIn();
  const { activity, sent } = await outbox.sync.status();
  assert.deepEqual([activity, sent], ['idle', 1]);
});

it('a server that names a time is left alone until then, except by a person who asks', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = async () => problem(503, 'server.busy', { 'retry-after': '1200' });
  await records.submit(person(1), undefined, 'capture-1');
  const { nextTryAt } = await outbox.sync.status();
  assert.equal(nextTryAt, world.clock.now + 1_200_000);
  world.net = undefined;
  const before = world.seen.length;
  await records.submit(person(2), undefined, 'capture-2');
  await outbox.queue.retry('capture-1');
  assert.equal(world.seen.length, before);
  world.clock.now += 1_200_000;
  await records.submit(person(3), undefined, 'capture-3');
  assert.equal((await outbox.sync.status()).sent, 3);
  world.net = async () => problem(429, 'server.busy', { 'retry-after': '1200' });
  await records.submit(person(4), undefined, 'capture-4');
  world.net = undefined;
  await outbox.sync.send();
  assert.equal((await outbox.sync.status()).sent, 4);
});

for (const [name, ms] of [
  ['a day back', -86_400_000],
  ['a day on', 86_400_000],
  ['a year on', 365 * 86_400_000],
] as const)
  it(`a clock that jumps ${name} keeps nothing from being sent, and sends nothing twice`, async () => {
    const world = newWorld();
    const { outbox, records } = await world.device();
    world.net = (next, { path }) =>
      /checkpoint/.test(path) ? next() : next().then(() => Promise.reject(new TypeError('lost')));
    await records.submit(person(1), undefined, 'capture-1');
    assert.deepEqual(states(await outbox.sync.items('waiting')), ['1 retry']);
    world.clock.now += ms;
    world.net = undefined;
    // A sending of its own accord, not the person's.
    await records.submit(person(2), undefined, 'capture-2');
    await until(async () => (await outbox.sync.status()).sent === 2);
    assert.equal(world.writes().length, 3);
    await until(async () => (await outbox.sync.status()).activity === 'idle');
  });

it('a refused entry keeps its reason, and is corrected and sent again', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  const wrong = person(1, { history: { birth: { weightG: 1 } } });
  assert.equal(await codeOf(records.submit(wrong, undefined, 'capture-1')), 'record.refused');
  const [item] = await outbox.sync.items('attention');
  assert.deepEqual(
    item!.problem?.issues.map(({ path }) => path),
    ['history.birth.weightG'],
  );
  const { base, id } = await outbox.sync.takeBack('capture-1');
  assert.equal((await records.submit(person(1), base, id)).state, 'stored');
  assert.deepEqual(await outbox.sync.items('attention'), []);
  assert.deepEqual(await outbox.sync.drafts(), []);
});

it('a correction of what had been done although the answer was lost is a change, not a second record', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  const identifiers = { paper: { kind: 'passport' as const, number: 'X990001' } };
  const mine = (text: string) => {
    const made = person(1, drug(text));
    return { ...made, administrative: { ...made.administrative, identifiers } };
  };
  world.net = (next, { path }) =>
    /checkpoint/.test(path) ? next() : next().then(() => Promise.reject(new TypeError('lost')));
  await records.submit(mine('sai'), undefined, 'capture-1');
  const { base, id } = await outbox.sync.takeBack('capture-1');
  world.net = undefined;
  assert.equal((await records.submit(mine('đúng'), base, id)).state, 'stored');
  const found = await world.other.persons.lookup({ identifier: identifiers.paper } as never);
  assert.equal(found.length, 1);
  const { record, version } = await world.other.records.load(found[0]!.pid);
  assert.deepEqual([record.history?.allergies?.drug, version], ['đúng', 2]);
});

it('one record that the server fails at for ever is corrected alone, and holds up no other', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = async (next, { path, body }) =>
    /checkpoint/.test(path) || !body.includes('xấu')
      ? next()
      : new Response('<h1>Forbidden</h1>', { status: 403 });
  const bad = person(1, drug('xấu'));
  await records.submit(bad, undefined, 'capture-1');
  for (let n = 2; n < 8; n++) await outbox.queue.submit(person(n), undefined, `capture-${n}`);
  for (let turn = 0; turn < 12 && (await outbox.sync.status()).waiting > 1; turn++) await outbox.sync.send();
  assert.deepEqual(states(await outbox.sync.items('waiting')), ['1 retry']);
  world.net = async (next, { body }) => (body.includes('xấu') ? problem(500, 'server.failed') : next());
  const { base, id } = await outbox.sync.takeBack('capture-1');
  await records.submit(person(1), base, id);
  await outbox.sync.send();
  assert.equal((await outbox.sync.status()).waiting, 0);
  assert.equal((await outbox.sync.status()).attention, 0);
});

it('a day goes out in batches of at most 50 lines, with progress', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  world.net = world.offline;
  for (let n = 0; n < 230; n++) await outbox.queue.submit(person(n), undefined, `capture-${n}`);
  world.net = undefined;
  let most = 0;
  const stop = outbox.sync.watch(({ progress }) => (most = Math.max(most, progress?.total ?? 0)));
  await outbox.sync.send();
  stop();
  const lines = world.writes().map(({ body }) => body.trim().split('\n').length);
  assert.deepEqual(lines, [50, 50, 50, 50, 30]);
  assert.equal(most, 230);
  assert.equal((await outbox.sync.status()).sent, 230);
}).timeout(15_000);

it('a server that takes no batches is sent to one by one', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  for (const refusal of [problem(404, 'route.unknown'), problem(413, 'body.tooLarge')]) {
    world.net = world.offline;
    for (let n = 0; n < 5; n++)
      await outbox.queue.submit(person(n + refusal.status), undefined, `capture-${refusal.status}-${n}`);
    world.net = async (next, { path }) => (/batch/.test(path) ? refusal.clone() : next());
    await outbox.sync.send();
    assert.deepEqual(states(await outbox.sync.items('waiting')), []);
  }
});

it('a server that contradicts itself is not asked without a pause', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records } = await world.device();
  world.net = async (next, { method }) => (method === 'PATCH' ? problem(412, 'record.changed') : next());
  const base = await records.load(pid);
  await records.submit({ ...base.record, ...drug('một') }, base, 'change-1');
  assert.equal(world.writes().length, 4);
  assert.deepEqual(states(await outbox.sync.items('waiting')), ['1 retry record.changed']);
});

it('what is written while there is no network is said to be queued at once', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device({ answerMs: 60_000 });
  world.net = world.offline;
  assert.equal((await records.submit(person(1), undefined, 'capture-1')).state, 'queued');
  assert.equal((await outbox.sync.status()).reach, 'unreached');
  world.net = undefined;
  await outbox.sync.send();
  assert.equal((await outbox.sync.status()).reach, 'reached');
});

it('what the server has stays for a day and goes, the link to its person stays', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  await records.submit(person(1), undefined, 'capture-1');
  world.clock.now += 86_400_000 - 3_600_000;
  await records.submit(person(2), undefined, 'capture-2');
  assert.equal((await outbox.sync.items('done')).length, 2);
  world.clock.now += 2 * 3_600_000;
  await outbox.sync.send();
  await outbox.queue.submit(person(3), undefined, 'capture-3');
  await outbox.sync.send();
  assert.deepEqual(states(await outbox.sync.items('done')), ['3 done', '2 done']);
  await records.submit(person(1, drug('mới')), undefined, 'capture-1');
  assert.equal((await outbox.sync.status()).attention, 0);
  assert.equal(world.writes().filter(({ method }) => method === 'POST').length, 3);
  // A key that was used is never used again, also where its entry is no more here.
  assert.equal(new Set(world.writes().map(({ key }) => key)).size, world.writes().length);
});

it('a pause holds over a lock of the store, until it is ended', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  await until(async () => (await outbox.sync.status()).activity === 'idle');
  outbox.sync.pause();
  await outbox.vault.lock();
  assert.equal((await outbox.sync.status()).activity, 'paused');
  await outbox.vault.unlock('bốn từ dễ nhớ nhé');
  await records.submit(person(1), undefined, 'capture-1');
  assert.equal((await outbox.sync.status()).activity, 'paused');
  outbox.sync.resume();
  await until(async () => (await outbox.sync.status()).sent === 1);
});
