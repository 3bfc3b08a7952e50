import { assert } from '@open-wc/testing';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import type { Frozen } from './entry.ts';
import type { Outbox } from './index.ts';
import type { Device } from './test-outbox.ts';
import { closeAll, makeWorld, problem, states } from './test-outbox.ts';
import { until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const drug = (text: string) => ({ history: { allergies: { drug: text } } });
const isTold = (path: string): boolean => /checkpoint/.test(path);

/** The request of the one entry that waits, made and left as by a window that died. */
async function frozenIn({ queue }: Outbox): Promise<Frozen> {
  const [entry] = await queue.freeze((await queue.items('waiting')).map(({ id }) => id));
  await queue.hasten('sending');
  return entry!.request!;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

it('a request that was overtaken is made anew: another key, the version that stands, and only what is mine', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const base = await records.load(pid);
  world.net = world.offline;
  await records.submit({ ...base.record, ...drug('của tôi') }, base, 'change-1');
  const frozen = await frozenIn(outbox);
  await world.other.records.patch(pid, { history: { allergies: { food: 'của họ' } } }, { ifMatch: '"1"' });
  world.net = undefined;
  await outbox.sync.send();
  const [first, second, ...more] = world.writes().map(({ key, ifMatch, body }) => [key, ifMatch, body]);
  assert.deepEqual(first, [frozen.key, '"1"', frozen.body]);
  assert.deepEqual(second, [`${frozen.key}.1`, '"2"', JSON.stringify(drug('của tôi'))]);
  assert.deepEqual(more, []);
  const { record } = await world.other.records.load(pid);
  assert.deepEqual(record.history?.allergies, { drug: 'của tôi', food: 'của họ' });
});

it('a key under which something else was sent before is given up for another', async () => {
  const world = newWorld();
  const { client, outbox, records } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const base = await records.load(pid);
  world.net = world.offline;
  await records.submit({ ...base.record, history: { surgeries: 'không' } }, base, 'change-1');
  const { key } = await frozenIn(outbox);
  world.net = undefined;
  await client.records.patch(pid, drug('trước'), { ifMatch: '"1"', idempotencyKey: key });
  world.seen.length = 0;
  await outbox.sync.send();
  assert.deepEqual(
    world.writes().map((seen) => seen.key),
    [key, `${key}.1`],
  );
  const { record, version } = await world.other.records.load(pid);
  assert.deepEqual(
    [record.history?.allergies?.drug, record.history?.surgeries, version],
    ['trước', 'không', 3],
  );
});

it('what an earlier version of this software had frozen goes out byte for byte, also where it would be written otherwise now', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  world.net = world.offline;
  await outbox.queue.submit(person(1), undefined, 'capture-1');
  const request = await frozenIn(outbox);
  const entry = await outbox.queue.get('capture-1');
  await outbox.sync.remove('capture-1');
  const { schemaVersion, ...rest } = person(1);
  const body = JSON.stringify({ ...rest, schemaVersion });
  assert.notEqual(body, request.body);
  await outbox.queue.adopt([{ ...entry, request: { ...request, body } }]);
  world.net = undefined;
  await outbox.sync.send();
  assert.deepEqual(
    world.writes().map((seen) => [seen.key, seen.body]),
    [['capture-1', body]],
  );
});

it('an answer that comes to a request which was given up meanwhile does not end what is wanted now', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = world.offline;
  await records.submit(person(1, drug('sai')), undefined, 'capture-1');
  const { key } = await frozenIn(outbox);
  const taken = await outbox.sync.takeBack('capture-1');
  await records.submit(person(1, drug('đúng')), taken.base, taken.id);
  const receipt = await world.other.records.create(person(1, drug('sai')), { idempotencyKey: key });
  await outbox.queue.settle([{ id: 'capture-1', key, answer: { kind: 'done', receipt } }]);
  assert.deepEqual(states(await outbox.sync.items('waiting')), ['1 waiting']);
});

it('an entry whose answer was lost is left until its time, while others go out', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device({ random: () => 0.5 });
  world.net = async (next, { path }) => (isTold(path) ? next() : problem(500, 'server.failed'));
  await records.submit(person(1), undefined, 'capture-1');
  world.net = undefined;
  const { retryAt } = await outbox.queue.get('capture-1');
  world.clock.now = retryAt! - 1;
  await records.submit(person(2), undefined, 'capture-2');
  assert.deepEqual(
    world.writes().map(({ key }) => key),
    ['capture-1', 'capture-2'],
  );
  world.clock.now = retryAt!;
  await records.submit(person(3), undefined, 'capture-3');
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.equal(world.writes().length, 4);
});

it('a batch holds at most 1,000,000 bytes, in letters of several bytes too, and a longer record goes alone', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  world.net = world.offline;
  // Three bytes a letter: by letters four lines of this length would fit where by bytes one does.
  const notes = (letters: number) =>
    Object.fromEntries(
      Array.from({ length: letters / 10_000 }, (_, n) => [`history.x${n}`, 'ộ'.repeat(10_000)]),
    );
  const large = [...Array.from({ length: 12 }, () => 80_000), 400_000, 10_000];
  for (const [n, letters] of large.entries())
    await outbox.queue.submit(person(n, { notes: notes(letters) }), undefined, `capture-${n}`);
  world.net = undefined;
  await outbox.sync.send();
  assert.deepEqual([(await outbox.sync.status()).sent, (await outbox.sync.status()).attention], [14, 0]);
  const batches = world.writes().map(({ body }) => ({
    bytes: bytesOf(body),
    lines: body.trim().split('\n').length,
  }));
  assert.deepEqual(
    batches.map(({ lines }) => lines),
    [4, 4, 4, 1, 1],
  );
  for (const { bytes, lines } of batches) assert.isTrue(bytes <= 1_000_000 || lines === 1, `${bytes}`);
  const found = await world.other.persons.lookup({
    identifier: person(12).administrative.identifiers!['personal'],
  } as never);
  const { record, version } = await world.other.records.load(found[0]!.pid);
  assert.deepEqual([record.notes, version], [notes(400_000), 1]);
}).timeout(20_000);

const waitOf = async ({ outbox }: Device, now: number): Promise<number> =>
  (await outbox.sync.status()).nextTryAt! - now;

it('devices that lost the network together do not come back together', async () => {
  const world = newWorld();
  const waits = async (random?: () => number): Promise<number> => {
    const device = await world.device({ user: crypto.randomUUID(), random });
    await until(async () => (await device.outbox.sync.status()).activity === 'idle');
    await device.records.submit(person(1), undefined, 'capture-1');
    return waitOf(device, world.clock.now);
  };
  world.net = world.offline;
  assert.deepEqual(
    [await waits(() => 0), await waits(() => 0.25), await waits(() => 0.75)],
    [1_000, 2_000, 4_000],
  );
  const byItself = [await waits(), await waits(), await waits()];
  assert.isAbove(new Set(byItself).size, 1);
  for (const wait of byItself) assert.isTrue(wait >= 1_000 && wait < 5_000, `${wait}`);
  // Of an entry whose answer was lost too.
  const retries: number[] = [];
  world.net = async (next, { path }) => (isTold(path) ? next() : problem(500, 'server.failed'));
  for (const chance of [0.25, 0.75]) {
    const { outbox, records } = await world.device({ user: crypto.randomUUID(), random: () => chance });
    await records.submit(person(1), undefined, 'capture-1');
    retries.push((await outbox.queue.get('capture-1')).retryAt! - world.clock.now);
  }
  assert.deepEqual(retries, [2_000, 4_000]);
});

for (const status of [429, 503])
  for (const form of ['seconds', 'a date'] as const)
    for (const kind of ['one record', 'a batch', 'a page of a proxy'] as const)
      it(`a ${status} that names its time in ${form} is heeded, for ${kind}`, async () => {
        const world = newWorld();
        const { outbox, records } = await world.device();
        const at = world.clock.now + 1_200_000;
        const header = form === 'seconds' ? '1200' : new Date(at).toUTCString();
        world.net = async (next, { path }) => {
          if (isTold(path)) return next();
          return kind === 'a page of a proxy'
            ? new Response('<h1>Busy</h1>', { status, headers: { 'retry-after': header } })
            : problem(status, 'server.busy', { 'retry-after': header });
        };
        const count = kind === 'a batch' ? 5 : 1;
        for (let n = 0; n < count - 1; n++) await outbox.queue.submit(person(n), undefined, `capture-${n}`);
        await records.submit(person(9), undefined, 'capture-9');
        await until(async () => (await outbox.sync.status()).nextTryAt === at);
        const before = world.seen.length;
        world.net = undefined;
        world.clock.now = at - 1;
        await records.submit(person(10), undefined, 'capture-10');
        assert.equal(world.seen.length, before);
        world.clock.now = at;
        await records.submit(person(11), undefined, 'capture-11');
        await until(async () => (await outbox.sync.status()).sent === count + 2);
      });
