import { assert } from '@open-wc/testing';
import type { ConsentHistory } from '../client/index.ts';
import {
  defaultPurposes,
  foldConsents,
  foldRequests,
  mayUse,
  overridePurpose,
  verifyEvents,
} from '../consent/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { decided, deed, disclosed } from '../sandbox/test-consents.ts';
import { person } from '../sandbox/test-world.ts';
import type { ConsentEvent } from '../schema/index.ts';
import { closeAll, makeWorld, passphrase, problem, states } from './test-outbox.ts';
import type { World } from './test-outbox.ts';
import { codeOf, until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const capture = 'capture-1';
const now = '2026-11-21T01:00:00Z';
const eventsOf = (history: ConsentHistory): ConsentEvent[] =>
  history.events.map((each) => ('head' in each ? (each.event as ConsentEvent) : each));
const ids = (history: ConsentHistory): string[] => eventsOf(history).map(({ id }) => id);

async function standing(world: World, pid: string) {
  const all = [];
  for await (const each of world.other.consents.list(pid)) all.push(each);
  return all;
}

it('what is decided before there is a record waits for it and goes out behind it, in its order, once', async () => {
  const world = newWorld();
  const { outbox, records, consents } = await world.device();
  const first = decided('research', 'denied');
  const second = decided('reminders', 'granted', {}, first);
  const third = deed({ kind: 'withdrawal', purpose: 'reminders' }, second);
  for (const event of [first, second]) assert.equal(await consents.append({ capture }, event), 'queued');
  await outbox.sync.send();
  assert.deepEqual(world.writes(), [], 'nothing is sent of a person who has no record');
  const { waiting, consents: counted } = await outbox.sync.status();
  assert.deepEqual([waiting, counted], [2, { waiting: 2, attention: 0 }]);
  world.net = world.offline;
  assert.equal((await records.submit(person(1), undefined, capture)).state, 'queued');
  assert.equal(await consents.append({ capture }, third), 'queued');
  const both = await outbox.sync.status();
  assert.deepEqual([both.waiting, both.consents?.waiting], [4, 3]);
  assert.deepEqual(ids(await consents.list({ capture })), [first.id, second.id, third.id]);
  world.net = undefined;
  const before = world.seen.length;
  outbox.sync.resume();
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.deepEqual((await outbox.sync.status()).consents, { waiting: 0, attention: 0 });
  const sent = world.seen.slice(before).filter(({ path }) => /records/.test(path));
  assert.deepEqual(
    sent.map(({ path, key }) => [path.replace(/records\/\w+/, 'records/*'), key]),
    [
      ['/v1/records', capture],
      ...[first, second, third].map(({ id }) => ['/v1/records/*/consents', id] as [string, string]),
    ],
  );
  const { pid } = await outbox.queue.get(capture);
  const stored = await standing(world, pid!);
  assert.deepEqual(
    stored.map(({ event }) => event),
    [first, second, third],
  );
  assert.deepEqual(verifyEvents(stored), []);
  assert.deepEqual(await consents.list({ capture }), { events: stored });
  assert.deepEqual(await consents.list(pid!), { events: stored });
});

it('where sending needs a consent the record goes out with it, and not without', async () => {
  const purposes = overridePurpose(defaultPurposes, 'sending', {
    mode: 'consent',
    basis: { code: 'consent_9' },
  });
  const world = makeWorld((now) => createSandbox({ store: createMemoryStore(), now, purposes }));
  const { outbox, records, consents } = await world.device();
  await consents.append({ capture }, decided('sending', 'granted'));
  assert.equal((await records.submit(person(1), undefined, capture)).state, 'stored');
  assert.equal(await codeOf(records.submit(person(2), undefined, 'capture-2')), 'consent.needed');
  const [item] = await outbox.sync.items('attention');
  assert.deepEqual(item?.problem?.issues[0]?.params, { purpose: 'sending' });
  // The consent comes later: it is put to the record that waits, which is sent again with it.
  await consents.append({ capture: 'capture-2' }, decided('sending', 'granted'));
  await outbox.sync.retry('capture-2');
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.deepEqual(states(await outbox.sync.items('attention')), []);
  assert.equal((await standing(world, (await outbox.queue.get('capture-2')).pid!)).length, 1);
});

it('the same bytes go out under the same key until there is an answer, and stand once', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, consents } = await world.device();
  let lost = 2;
  world.net = async (next, { path }) => {
    const response = await next();
    if (/consents/.test(path) && lost-- > 0) throw new TypeError('lost');
    return response;
  };
  const event = decided('research', 'denied');
  assert.equal(await consents.append(pid, event), 'queued');
  while (lost >= 0) await outbox.sync.send();
  const writes = world.writes();
  assert.equal(writes.length, 3);
  assert.equal(new Set(writes.map(({ key, body }) => key + body)).size, 1);
  assert.deepEqual(JSON.parse(writes[0]!.body), event);
  assert.equal((await standing(world, pid)).length, 1);
  // However often it is appended.
  const again = await consents.append(pid, event);
  assert.ok(again !== 'queued' && again.seq === 1);
  assert.equal(
    await codeOf(consents.append(pid, { ...event, chain: deed({ kind: 'notice' }).chain })),
    'consent.reused',
  );
});

it('a withdrawal that waits here is stricter than what the server said, and says how old that is', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, consents } = await world.device();
  const granted = disclosed('TYT-01');
  await world.other.consents.append(pid, granted);
  await outbox.copies.carry({ pids: [pid] });
  const takenAt = world.clock.now;
  const purpose = defaultPurposes.find(({ code }) => code === 'disclosure')!;
  const may = async () => mayUse((await consents.list(pid)).events, purpose, { facility: 'TYT-01' }, now).may;
  world.net = world.offline;
  world.clock.now += 60_000;
  assert.equal((await consents.list(pid)).carriedAt, takenAt);
  assert.equal(await may(), true);
  const taken = deed(
    { kind: 'withdrawal', purpose: 'disclosure', recipient: 'TYT-01', decidedAt: now },
    granted,
  );
  assert.equal(await consents.append(pid, taken), 'queued');
  assert.equal(await may(), false);
  world.net = undefined;
  await outbox.sync.send();
  const { events, carriedAt } = await consents.list(pid);
  assert.deepEqual([events.length, carriedAt, await may()], [2, undefined, false]);
  assert.equal(foldConsents(events, now)[0]?.state, 'withdrawn');
  // What was answered since the copy was taken stands behind it while the server is out of reach again.
  await outbox.copies.carry({ pids: [pid] });
  const more = decided('research', 'denied', {}, taken);
  await consents.append(pid, more);
  world.net = world.offline;
  const offline = await consents.list(pid);
  assert.deepEqual(ids(offline), [granted.id, taken.id, more.id]);
  assert.deepEqual(verifyEvents(offline.events), []);
});

it('without a copy nothing is said of what the server has, and a copy that is too old is none', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, consents } = await world.device();
  world.net = world.offline;
  assert.equal(await codeOf(consents.list(pid)), 'copy.missing');
  world.net = undefined;
  await outbox.copies.carry({ pids: [pid] });
  world.net = world.offline;
  world.clock.now += 8 * 86_400_000;
  assert.equal(await codeOf(consents.list(pid)), 'copy.tooOld');
});

it('an event that is refused holds up no record, and gives nothing while it waits for a person', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records, consents } = await world.device();
  const { chain, ...rest } = decided('research', 'granted');
  const broken = { ...rest, indication: 'khác', chain } as ConsentEvent;
  const stop = { ...deed({ kind: 'restriction', purpose: '*' }), indication: 'khác' };
  assert.equal(await codeOf(consents.append(pid, broken)), 'consent.altered');
  assert.equal(await codeOf(consents.append(pid, stop)), 'consent.altered');
  assert.deepEqual(states(await outbox.sync.items('attention')), [
    'refused consent.altered',
    'refused consent.altered',
  ]);
  assert.deepEqual(ids(await consents.list(pid)), [stop.id]);
  const base = await records.load(pid);
  const sent = await records.submit({ ...base.record, history: { surgeries: 'x' } }, base, 'change-1');
  assert.equal(sent.state, 'stored');
  for (const { id } of await outbox.sync.items('attention')) await outbox.sync.remove(id);
  assert.deepEqual(ids(await consents.list(pid)), []);
});

it('a withdrawal does not wait for a conflict about the record to be settled', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records, consents } = await world.device();
  const base = await records.load(pid);
  await world.other.records.patch(pid, { history: { surgeries: 'của họ' } }, { ifMatch: base.etag });
  const mine = { ...base.record, history: { surgeries: 'của tôi' } };
  assert.equal(await codeOf(records.submit(mine, base, 'change-1')), 'record.changed');
  const stored = await consents.append(pid, deed({ kind: 'withdrawal', purpose: '*' }));
  assert.ok(stored !== 'queued' && stored.seq === 1);
  assert.equal((await outbox.sync.status()).attention, 1);
});

it('what is written behind a consent waits for it', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records, consents } = await world.device();
  const base = await records.load(pid);
  world.net = world.offline;
  await consents.append(pid, decided('research', 'denied'));
  await records.submit({ ...base.record, history: { surgeries: 'x' } }, base, 'change-1');
  const ready = await outbox.queue.ready(10);
  assert.deepEqual(
    ready.map(({ call }) => call),
    ['consent.append'],
  );
});

it('what was decided follows the capture to the record of the same person', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records, consents } = await world.device();
  await consents.append({ capture }, decided('research', 'denied'));
  assert.equal(await codeOf(records.submit(person(1), undefined, capture)), 'person.exists');
  assert.equal((await standing(world, pid)).length, 0);
  await outbox.sync.decide(capture, { kind: 'person', pid });
  await consents.append({ capture }, decided('reminders', 'denied'));
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.deepEqual(
    (await standing(world, pid)).map(({ event }) => event.purpose),
    ['research', 'reminders'],
  );
});

it('a capture that is given up takes along what was decided for it, one that stands in the queue does not', async () => {
  const world = newWorld();
  const { outbox, records, consents } = await world.device();
  world.net = world.offline;
  await consents.append({ capture }, decided('research', 'denied'));
  await consents.append({ capture: 'capture-2' }, decided('research', 'denied'));
  await records.submit(person(2), undefined, 'capture-2');
  for (const id of [capture, 'capture-2']) await records.discard!(id);
  assert.deepEqual(ids(await consents.list({ capture })), []);
  assert.equal(ids(await consents.list({ capture: 'capture-2' })).length, 1);
  await outbox.sync.remove('capture-2');
  assert.equal((await outbox.sync.status()).waiting, 0);
});

it('a file carries what was decided to another device, also of a person who has no record', async () => {
  const world = newWorld();
  const from = await world.device();
  world.net = world.offline;
  const event = decided('research', 'denied');
  await from.consents.append({ capture }, event);
  await from.records.submit(person(1), undefined, capture);
  const file = await from.outbox.sync.exportFile(passphrase);
  await from.kill();
  const to = await world.device({ user: `${world.user}-2` });
  assert.deepEqual(await to.outbox.sync.importFile(file, passphrase), { added: 2, known: 0 });
  world.net = undefined;
  to.outbox.sync.resume();
  await until(async () => (await to.outbox.sync.status()).waiting === 0);
  const { pid } = await to.outbox.queue.get(capture);
  assert.deepEqual(
    (await standing(world, pid!)).map((stored) => stored.event),
    [event],
  );
});

it('a day of captures with what was decided goes out as batches, each event once', async () => {
  const world = newWorld();
  const { outbox, records, consents } = await world.device();
  world.net = world.offline;
  outbox.sync.pause();
  const people = Array.from({ length: 12 }, (_, n) => n);
  for (const n of people) {
    const first = decided('research', 'denied');
    await consents.append({ capture: `capture-${n}` }, first);
    await records.submit(person(n), undefined, `capture-${n}`);
    await consents.append({ capture: `capture-${n}` }, decided('reminders', 'granted', {}, first));
  }
  world.net = undefined;
  outbox.sync.resume();
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.deepEqual(new Set(world.writes().map(({ path }) => path)), new Set(['/v1/batches']));
  for (const n of people) {
    const stored = await standing(world, (await outbox.queue.get(`capture-${n}`)).pid!);
    assert.deepEqual(
      stored.map(({ event }) => event.purpose),
      ['research', 'reminders'],
    );
  }
});

it('an answer to a request waits for the network like any event, and one that is refused is not shown as given', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, consents } = await world.device();
  const days = { type: 'view', receivedAt: now, answerBy: '2026-11-24', doneBy: '2026-12-01' } as const;
  const asked = deed({ kind: 'request', purpose: '*', request: days });
  const answer = (outcome: string, more: object = {}) =>
    deed({
      ...{ kind: 'requestAnswer', purpose: '*', decidedBy: [], supersedes: [asked.id], decidedAt: now },
      ...{ request: { ...days, outcome }, ...more },
    });
  assert.notEqual(await consents.append(pid, asked), 'queued');
  world.net = world.offline;
  const done = answer('answered');
  assert.equal(await consents.append(pid, done), 'queued');
  const refused = answer('refused');
  assert.equal(await consents.append(pid, refused), 'queued');
  world.net = undefined;
  outbox.sync.resume();
  await until(async () => (await outbox.sync.status()).waiting === 0);
  assert.deepEqual(
    (await standing(world, pid)).map(({ event }) => event.id),
    [asked.id, done.id],
  );
  const { events } = await consents.list(pid);
  assert.notInclude(ids({ events }), refused.id);
  assert.equal(foldRequests(events, '2026-11-22T01:00:00Z')[0]?.state, 'answered');
});

it('answers that are refused, taken out or saved from a damaged store are counted as what they are', async () => {
  const world = newWorld();
  const { outbox, consents } = await world.device();
  const counted = async () => (await outbox.sync.status()).consents;
  const { pid } = await world.other.records.create(person(1));
  const first = decided('research', 'denied');
  const second = decided('reminders', 'granted', {}, first);
  world.net = async (next, { path }) =>
    path.endsWith('/consents') ? problem(422, 'consent.invalid') : next();
  await consents.append(pid, first).catch(() => {});
  await until(async () => (await counted())?.attention === 1);
  world.net = world.offline;
  await consents.append(pid, second);
  assert.deepEqual(await counted(), { waiting: 1, attention: 1 });
  const [refused] = await outbox.sync.items('attention');
  await outbox.sync.remove(refused!.id);
  await until(async () => (await counted())?.attention === 0);
  await outbox.vault.recover();
  await until(async () => (await counted())?.attention === (await outbox.sync.status()).attention);
  assert.equal((await counted())?.waiting, 0);
});
