import { assert } from '@open-wc/testing';
import { openDB } from 'idb';
import { createDatabase } from './database.ts';
import type { RowStore } from './rows.ts';
import { clean, codeOf, newPlace, passphrase } from './test-vault.ts';

const { put } = IDBObjectStore.prototype;
const { open } = IDBFactory.prototype;
const { transaction } = IDBDatabase.prototype;

afterEach(async () => {
  IDBObjectStore.prototype.put = put;
  IDBFactory.prototype.open = open;
  IDBDatabase.prototype.transaction = transaction;
  await clean();
});

const write = (rows: RowStore, ...ids: string[]) =>
  rows.change(async (view) => {
    for (const id of ids)
      view.put('entry', id, id, { state: 'waiting', group: 'p1', order: view.facts.nextOrder });
    view.setFacts({ nextOrder: view.facts.nextOrder + 1 });
  });
const idsIn = (rows: RowStore) => rows.read(async (view) => (await view.list('entry')).map(({ id }) => id));

/** Sees every connection that is opened from now on. */
function watchConnections(): IDBDatabase[] {
  const seen: IDBDatabase[] = [];
  IDBFactory.prototype.open = function (...parts) {
    const request = open.apply(this, parts);
    request.addEventListener('success', () => seen.push(request.result));
    return request;
  };
  return seen;
}

it('a database is named by a hash, and none is made by looking for it', async () => {
  const place = await newPlace();
  const vault = await place.open();
  assert.match(place.name, /^hssk-[0-9a-f]{64}$/);
  assert.equal(vault.state, 'empty');
  assert.notInclude(
    (await indexedDB.databases()).map(({ name }) => name),
    place.name,
  );
  assert.equal(await codeOf(vault.unlock(passphrase)), 'vault.empty');
  assert.notInclude(
    (await indexedDB.databases()).map(({ name }) => name),
    place.name,
  );
});

it('a connection that the browser closed is opened again, for reading and for writing', async () => {
  const connections = watchConnections();
  const { rows } = await (await newPlace()).unlocked();
  await write(rows, 'a');
  connections.at(-1)!.close();
  assert.deepEqual(await idsIn(rows), ['a']);
  connections.at(-1)!.close();
  await write(rows, 'b');
  connections.at(-1)!.close();
  connections.at(-1)!.dispatchEvent(new Event('close'));
  const before = connections.length;
  await write(rows, 'c');
  assert.equal(connections.length, before + 1);
  assert.deepEqual((await idsIn(rows)).length, 3);
});

it('a connection that breaks while it writes is opened again, and the change is there once', async () => {
  for (const when of ['before', 'after'] as const) {
    const connections = watchConnections();
    const { rows } = await (await newPlace()).unlocked();
    let broken = 0;
    // The second transaction for writing is the second attempt, which must not be hindered.
    IDBDatabase.prototype.transaction = function (...parts) {
      const made = transaction.apply(this, parts);
      if (parts[1] !== 'readwrite' || broken++) return made;
      if (when === 'before') {
        queueMicrotask(() => made.abort());
      } else {
        // It got through, but the browser says otherwise.
        made.addEventListener('complete', (event) => {
          event.stopImmediatePropagation();
          connections.at(-1)!.close();
          made.dispatchEvent(new Event('abort'));
        });
      }
      return made;
    };
    await rows.change(async (view) => {
      view.setFacts({ sent: view.facts.sent + 1 });
      view.put('draft', 'a', view.facts.sent);
    });
    IDBDatabase.prototype.transaction = transaction;
    assert.equal(broken, 2, when);
    const seen = await rows.read(async (view) => [
      view.facts.sent,
      (await view.get('draft', 'a'))?.value,
      view.revision,
    ]);
    assert.deepEqual(seen, [1, 1, 2], when);
  }
});

it('a browser that closes every connection gets no third attempt', async () => {
  const { rows, ...vault } = await (await newPlace()).unlocked();
  let attempts = 0;
  IDBDatabase.prototype.transaction = () => {
    attempts += 1;
    throw new DOMException('Internal error', 'UnknownError');
  };
  assert.equal(await codeOf(write(rows, 'a')), 'vault.unavailable');
  assert.equal(attempts, 2);
  IDBDatabase.prototype.transaction = transaction;
  await write(rows, 'a');
  assert.deepEqual(await idsIn(rows), ['a']);
  assert.ok(vault);
});

/** Makes the n-th `put` from now on do something else. */
function atPut(count: number, act: (store: IDBObjectStore) => IDBRequest<IDBValidKey>): void {
  let calls = 0;
  IDBObjectStore.prototype.put = function (...parts) {
    calls += 1;
    return calls === count ? act(this) : put.apply(this, parts);
  };
}

for (const [what, act] of [
  [
    'throws',
    (): IDBRequest<IDBValidKey> => {
      throw new DOMException('Full', 'QuotaExceededError');
    },
  ],
  [
    'aborts the transaction',
    (store: IDBObjectStore): IDBRequest<IDBValidKey> => {
      Object.defineProperty(store.transaction, 'error', {
        value: new DOMException('Full', 'QuotaExceededError'),
      });
      queueMicrotask(() => store.transaction.abort());
      return store.count() as IDBRequest<IDBValidKey>;
    },
  ],
] as const) {
  it(`no room left is told as such and loses nothing, where the browser ${what}`, async () => {
    const place = await newPlace();
    const vault = await place.unlocked();
    await write(vault.rows, 'a');
    const before = await place.look();
    for (const count of [1, 2, 3, 4]) {
      atPut(count, act);
      assert.equal(await codeOf(write(vault.rows, 'b', 'c')), 'vault.full', `put ${count}`);
      IDBObjectStore.prototype.put = put;
      assert.deepEqual([vault.state, vault.problem], ['open', 'vault.full']);
      assert.deepEqual(await place.look(), before);
    }
    await write(vault.rows, 'b');
    assert.deepEqual([vault.problem, await idsIn(vault.rows)], [undefined, ['a', 'b']]);
  });
}

it('a write that is killed half way leaves the old state, whole', async () => {
  const place = await newPlace();
  const vault = await place.unlocked();
  await write(vault.rows, 'a');
  const before = await place.look();
  const puts = new Map<IDBTransaction, number>();
  IDBObjectStore.prototype.put = function (...parts) {
    const count = (puts.get(this.transaction) ?? 0) + 1;
    puts.set(this.transaction, count);
    // The second attempt dies like the first.
    if (count === 3) queueMicrotask(() => this.transaction.abort());
    return put.apply(this, parts);
  };
  assert.equal(await codeOf(write(vault.rows, 'a', 'b', 'c')), 'vault.unavailable');
  assert.equal(puts.size, 2);
  IDBObjectStore.prototype.put = put;
  assert.deepEqual(await place.look(), before);
  const again = await place.unlocked();
  assert.deepEqual(await idsIn(again.rows), ['a']);
  assert.equal((await again.audit()).damaged.size, 0);
});

it('writes are strict: they are on the disk before they are said to be done', async () => {
  const { rows } = await (await newPlace()).unlocked();
  const asked: unknown[] = [];
  IDBDatabase.prototype.transaction = function (...parts) {
    if (parts[1] === 'readwrite') asked.push(parts[2]);
    return transaction.apply(this, parts);
  };
  await write(rows, 'a', 'b');
  assert.deepEqual(asked, [{ durability: 'strict' }]);
});

it('a store of version 1 is brought up to date and loses nothing', async () => {
  const place = await newPlace();
  const first = await place.unlocked();
  await write(first.rows, 'a', 'b');
  const { header, top, buckets, rows } = await place.look();
  await first.wipe();
  const old = await openDB(place.name, 1, {
    upgrade(db) {
      for (const name of ['header', 'manifest', 'buckets']) db.createObjectStore(name);
      const store = db.createObjectStore('rows', { keyPath: 'key' });
      store.createIndex('byState', ['kind', 'state', 'order']);
      store.createIndex('byOrder', ['kind', 'order']);
    },
  });
  await old.put('header', header, 'header');
  await old.put('manifest', top, 'top');
  for (const [number, bucket] of buckets) await old.put('buckets', bucket, number);
  for (const row of rows.values()) await old.put('rows', row);
  // An older program in another window closes when it hears of the newer one.
  old.addEventListener('versionchange', () => old.close());
  const vault = await place.unlocked();
  const list = await vault.rows.read((view) => view.list('entry', { group: 'p1' }));
  assert.deepEqual(list.map(({ id }) => id).sort(), ['a', 'b']);
  assert.deepEqual((await vault.audit()).good, 2);
});

it('an upgrade that fails leaves the old version as it was', async () => {
  const place = await newPlace();
  const old = await openDB(place.name, 1, {
    upgrade(db) {
      // Of another make: the step to version 2 finds no rows to index.
      db.createObjectStore('header');
    },
  });
  await old.put('header', 'kept', 'header');
  old.close();
  const vault = await place.open();
  assert.equal(vault.state, 'unusable');
  const again = await openDB(place.name);
  assert.deepEqual(
    [again.version, [...again.objectStoreNames], await again.get('header', 'header')],
    [1, ['header'], 'kept'],
  );
  again.close();
});

it('a window with an older program closes for a newer one, and says so afterwards', async () => {
  const place = await newPlace();
  const vault = await place.unlocked();
  await write(vault.rows, 'a');
  const newer = await openDB(place.name, 99);
  assert.equal(await codeOf(idsIn(vault.rows)), 'vault.newer');
  assert.deepEqual([vault.state, vault.problem], ['unusable', 'vault.newer']);
  assert.equal(await newer.count('rows'), 1);
  newer.close();
  assert.equal((await place.open()).problem, 'vault.newer');
});

it('a browser that gives no storage makes the store unusable, and what it throws does not come through', async () => {
  const place = await newPlace();
  for (const [name, code] of [
    ['SecurityError', 'vault.unavailable'],
    ['InvalidStateError', 'vault.unavailable'],
    ['QuotaExceededError', 'vault.full'],
  ] as const) {
    IDBFactory.prototype.open = () => {
      throw new DOMException('No', name);
    };
    const vault = await place.open();
    assert.equal(vault.problem, code);
    assert.equal(await codeOf(vault.setUp(passphrase)), code);
  }
  IDBFactory.prototype.open = open;
  const factory = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
  Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
  try {
    const vault = await place.open();
    assert.deepEqual([vault.state, vault.problem], ['unusable', 'vault.unavailable']);
    assert.equal(await codeOf(vault.rows.read(async () => 1)), 'vault.unavailable');
  } finally {
    Object.defineProperty(globalThis, 'indexedDB', factory);
  }
});

it('errors of the work itself come through a transaction, and take it back', async () => {
  const { name } = await newPlace();
  const database = createDatabase(name);
  await database.create();
  const failing = database.write(async (tx) => {
    await tx.objectStore('manifest').put({ rev: 1, iv: new Uint8Array(), data: new Uint8Array() }, 'top');
    throw new RangeError('mine');
  });
  assert.equal(await codeOf(failing), 'RangeError: mine');
  assert.equal(await database.read((tx) => tx.objectStore('manifest').count()), 0);
  await database.wipe();
  assert.equal(await database.exists(), false);
  database.close();
});
