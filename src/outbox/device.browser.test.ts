import { assert } from '@open-wc/testing';
import { openDB } from 'idb';
import { createRecordStore, openOutbox } from './index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import { baseOf, closeAll, makeWorld, passphrase, states } from './test-outbox.ts';
import { codeOf, until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const drug = (text: string) => ({ history: { allergies: { drug: text } } });

/** All rows of a database, and a way to put them back. */
async function copyOf(name: string): Promise<() => Promise<void>> {
  const db = await openDB(name);
  const stores = [...db.objectStoreNames];
  const reading = db.transaction(stores);
  const rows = await Promise.all(
    stores.map(async (store) => {
      const all = reading.objectStore(store);
      const [keys, values] = await Promise.all([all.getAllKeys(), all.getAll()]);
      return { store, keys, values, isKeyed: all.keyPath !== null };
    }),
  );
  db.close();
  return async () => {
    const again = await openDB(name);
    const writing = again.transaction(stores, 'readwrite');
    for (const { store, keys, values, isKeyed } of rows) {
      void writing.objectStore(store).clear();
      values.forEach(
        (value, at) => void writing.objectStore(store).put(value, isKeyed ? undefined : keys[at]),
      );
    }
    await writing.done;
    again.close();
  };
}

for (const work of [0, 12])
  it(`an old copy of the store sends nothing until a person has looked, after ${work} captures on it too`, async () => {
    const world = newWorld();
    const before = await world.device();
    await before.records.submit(person(1), undefined, 'capture-1');
    world.net = world.offline;
    await before.records.submit(person(2), undefined, 'capture-2');
    const putBack = await copyOf(before.outbox.vault.name);
    world.net = undefined;
    await before.outbox.sync.send();
    await before.records.submit(person(3), undefined, 'capture-3');
    await before.outbox.close();
    await putBack();
    world.seen.length = 0;
    world.net = world.offline;
    const { outbox } = await world.device();
    for (let n = 0; n < work; n++) await outbox.queue.submit(person(10 + n), undefined, `capture-${10 + n}`);
    world.net = undefined;
    await outbox.sync.send();
    await until(async () => (await outbox.sync.status()).activity === 'restored');
    outbox.sync.resume();
    await until(async () => (await outbox.sync.status()).activity === 'restored');
    assert.equal(world.writes().length, 0);
    await outbox.sync.acknowledge();
    await until(async () => (await outbox.sync.status()).waiting === 0);
    assert.equal((await outbox.sync.status()).attention, 0);
    for (const n of [1, 2, 3]) {
      const number = person(n).administrative.identifiers!['personal']!;
      const found = await world.other.persons.lookup({ identifier: number } as never);
      assert.equal((await world.other.records.load(found[0]!.pid)).version, 1);
    }
    await outbox.close();
    const again = await world.device();
    await again.records.submit(person(4), undefined, 'capture-4');
    await until(async () => (await again.outbox.sync.status()).activity === 'idle');
    assert.equal((await again.outbox.sync.status()).waiting, 0);
  });

it('a copy of the store that is at work elsewhere is noticed while this one is open', async () => {
  const world = newWorld();
  const { outbox, records, client } = await world.device();
  assert.equal((await records.submit(person(1), undefined, 'capture-1')).state, 'stored');
  await client.stores.checkpoint(outbox.vault.storeId!, 1_000_000);
  await records.submit(person(2), undefined, 'capture-2');
  assert.equal((await outbox.sync.status()).activity, 'restored');
  assert.equal(world.writes().length, 1);
  await outbox.sync.acknowledge();
  await until(async () => (await outbox.sync.status()).sent === 2);
});

it('a device without room says so, loses nothing, and goes on when there is room', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  await records.submit(person(1), undefined, 'capture-1');
  await outbox.copies.carry({ pids: [(await outbox.queue.get('capture-1')).pid!] });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  try {
    assert.equal(await codeOf(records.submit(person(2), undefined, 'capture-2')), 'vault.full');
    assert.equal(await codeOf(records.save!({ id: 'draft-01', draft: {} as never })), 'vault.full');
    const { pid } = await outbox.queue.get('capture-1');
    assert.equal((await records.load(pid!)).version, 1);
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  assert.equal((await records.submit(person(2), undefined, 'capture-2')).state, 'stored');
  assert.equal((await outbox.sync.status()).sent, 2);
  assert.equal(outbox.vault.problem, undefined);
});

it('room that is gone while an answer comes in does not send anything twice', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  const { put } = IDBObjectStore.prototype;
  world.net = async (next, { path }) => {
    const response = await next();
    if (!/checkpoint/.test(path) && world.writes().length === 1)
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    return response;
  };
  try {
    await codeOf(records.submit(person(1), undefined, 'capture-1'));
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  await outbox.sync.send();
  const { pid } = await outbox.queue.get('capture-1');
  assert.equal((await world.other.records.load(pid!)).version, 1);
  assert.equal(new Set(world.writes().map(({ key }) => key)).size, 1);
});

it('a private window without storage works with the network alone, and says what is wrong', async () => {
  const world = newWorld();
  const there = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
  Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
  try {
    const { client } = { client: world.other };
    const outbox = await openOutbox({ client, user: world.user, facility: 'TYT-01', rounds: 1 });
    assert.deepEqual([outbox.vault.state, outbox.vault.problem], ['unusable', 'vault.unavailable']);
    const { records } = createRecordStore({ client, outbox });
    assert.equal((await records.submit(person(1), undefined, 'capture-1')).state, 'stored');
    assert.equal((await outbox.sync.status()).waiting, 0);
    await outbox.close();
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', there);
  }
});

it('while the store is locked everything says so, and nothing hangs', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  const { receipt } = (await records.submit(person(1), undefined, 'capture-1')) as never as {
    receipt: { pid: string };
  };
  const heard: number[] = [];
  outbox.sync.watch(({ sent }) => heard.push(sent));
  await outbox.vault.lock();
  const codes = await Promise.all(
    [
      records.load(receipt.pid),
      records.submit(person(2), undefined, 'capture-2'),
      records.save!({ id: 'draft-01', draft: {} as never }),
      outbox.sync.items('waiting'),
      outbox.sync.takeBack('capture-1'),
      outbox.sync.exportFile(passphrase),
    ].map(codeOf),
  );
  assert.deepEqual([...new Set(codes)], ['vault.locked']);
  await Promise.all([outbox.sync.send(), outbox.loggedIn(), outbox.answered('capture-1')]);
  assert.equal((await outbox.sync.status()).sent, 0);
  await outbox.vault.unlock(passphrase);
  await until(() => heard.at(-1) === 1);
});

it('after it was closed nothing of it is heard any more', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  await outbox.close();
  const before = world.seen.length;
  document.dispatchEvent(new Event('visibilitychange'));
  dispatchEvent(new Event('online'));
  await outbox.sync.send();
  outbox.sync.pause();
  outbox.sync.resume();
  assert.equal(world.seen.length, before);
  assert.equal(await codeOf(outbox.vault.unlock(passphrase)), 'vault.unavailable');
});

it('a sealed file takes what waits to another device, once, and single items with what they start from', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = world.offline;
  const base = baseOf(await records.submit(person(1), undefined, 'capture-1'));
  await outbox.queue.freeze(['capture-1']);
  await records.submit(person(1, drug('sau')), base, 'capture-1');
  await records.submit(person(2), undefined, 'capture-2');
  await records.save!({ id: 'draft-01', draft: person(3) as never, base });
  const file = await outbox.sync.exportFile(passphrase);
  const items = await outbox.sync.items('waiting');
  const one = await outbox.sync.exportFile(passphrase, items.at(-1)!.id === 'capture-2' ? items[1]!.id : '');
  assert.notInclude(await file.text(), 'Mẫu');
  await outbox.close();
  const two = await world.device({ facility: 'TYT-02' });
  assert.deepEqual(await two.outbox.sync.importFile(one, passphrase), { added: 2, known: 0 });
  // It was on its way there; here nobody sends it, and it may be taken back.
  assert.equal((await two.outbox.queue.get('capture-1')).state, 'retry');
  assert.deepEqual(await two.outbox.sync.importFile(file, passphrase), { added: 2, known: 2 });
  assert.deepEqual(await two.outbox.sync.importFile(file, passphrase), { added: 0, known: 4 });
  assert.equal(await codeOf(two.outbox.sync.importFile(file, 'một câu khác hẳn')), 'file.wrongPassphrase');
  assert.equal(await codeOf(two.outbox.sync.importFile(new Blob(['{}']), passphrase)), 'file.unreadable');
  world.net = undefined;
  await two.outbox.sync.send();
  const again = await world.device();
  await until(async () => (await again.outbox.sync.status()).waiting === 0);
  assert.deepEqual(states(await again.outbox.sync.items('attention')), []);
  const { pid } = await again.outbox.queue.get('capture-1');
  const { version, record } = await world.other.records.load(pid!);
  assert.deepEqual([version, record.history?.allergies?.drug], [2, 'sau']);
});

it('what was typed since a record was put into the queue is not lost when that is taken back', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = world.offline;
  const base = baseOf(await records.submit(person(1), undefined, 'capture-1'));
  await records.save!({ id: 'capture-1', draft: person(1, drug('gõ tiếp')) as never, base });
  const taken = await outbox.sync.takeBack('capture-1');
  assert.equal(
    (taken.draft as never as { history: { allergies: { drug: string } } }).history.allergies.drug,
    'gõ tiếp',
  );
  world.net = undefined;
  assert.equal((await records.submit(taken.draft as never, taken.base, taken.id)).state, 'stored');
  assert.deepEqual(await outbox.sync.drafts(), []);
});

it('records taken along are read without a network until they are too old', async () => {
  const world = newWorld();
  const { pid } = await world.other.records.create(person(1));
  const { outbox, records } = await world.device();
  const carry = { pids: [pid, 'khongco'.slice(0, 7)] };
  assert.deepEqual(await outbox.copies.carry(carry), { people: 0, records: 1, refused: 1 });
  world.net = world.offline;
  assert.equal((await records.load(pid)).carriedAt, world.clock.now);
  await until(async () => (await outbox.sync.status()).activity === 'idle');
  await outbox.sync.send();
  world.clock.now += 7 * 86_400_000 + 1;
  assert.equal(await codeOf(records.load(pid)), 'copy.tooOld');
  assert.equal(await codeOf(records.load('p-2')), 'copy.missing');
  world.net = async () =>
    new Response('{"code":"server.busy"}', {
      status: 429,
      headers: { 'content-type': 'application/problem+json' },
    });
  assert.equal(await codeOf(outbox.copies.carry(carry)), 'server.busy');
});

it('a damaged entry keeps no other from being sent, and what started from it waits for a person', async () => {
  const world = newWorld();
  const { outbox, records } = await world.device();
  world.net = world.offline;
  const base = baseOf(await records.submit(person(1), undefined, 'capture-1'));
  await outbox.queue.freeze(['capture-1']);
  await records.submit(person(1, drug('sau')), base, 'capture-1');
  await records.submit(person(2), undefined, 'capture-2');
  const db = await openDB(outbox.vault.name);
  const rows = (await db.getAll('rows')) as { kind: string; order: number; data: Uint8Array }[];
  const first = rows.filter(({ kind }) => kind === 'entry').sort((a, b) => a.order - b.order)[0]!;
  first.data = first.data.map((byte) => byte ^ 1);
  await db.put('rows', first);
  db.close();
  world.net = undefined;
  await outbox.sync.send();
  assert.deepEqual(states(await outbox.sync.items('done')), ['2 done']);
  assert.deepEqual(states(await outbox.sync.items('attention')), ['1 refused vault.recovered']);
});

it('a row that is gone is found by itself after the store is opened', async () => {
  const world = newWorld();
  const first = await world.device();
  world.net = world.offline;
  await first.records.submit(person(1), undefined, 'capture-1');
  await first.records.submit(person(2), undefined, 'capture-2');
  await first.kill();
  const db = await openDB(first.outbox.vault.name);
  const rows = (await db.getAll('rows')) as { kind: string; key: string }[];
  await db.delete('rows', rows.find(({ kind }) => kind === 'entry')!.key);
  db.close();
  const { outbox } = await world.device({ auditAfterMs: 0 });
  await new Promise<void>((resolve) => {
    outbox.sync.watch(({ damaged }) => damaged === 1 && resolve());
  });
});
