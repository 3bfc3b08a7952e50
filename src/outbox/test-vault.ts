import { assert } from '@open-wc/testing';
import { openDB } from 'idb';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { databaseName } from './database.ts';
import type { StoredBucket, StoredRow, StoredTop } from './database.ts';
import type { DeviceVault, VaultOptions } from './device-vault.ts';
import { bucketOf } from './manifest.ts';
import type { RowStore } from './rows.ts';
import { openVault } from './vault.ts';

/** Everything that lies in a database, as someone finds it who has the device. */
export interface Found {
  readonly header: unknown;
  readonly top: StoredTop | undefined;
  readonly buckets: ReadonlyMap<number, StoredBucket>;
  readonly rows: ReadonlyMap<string, StoredRow>;
}

type Altering = IDBPTransaction<unknown, string[], 'readwrite'>;

/** A store of its own, and what someone with the device could do to it. */
export interface Place {
  readonly name: string;
  /** Another window of the same user. */
  open(options?: Partial<VaultOptions>): Promise<DeviceVault>;
  unlocked(options?: Partial<VaultOptions>): Promise<DeviceVault>;
  look(): Promise<Found>;
  alter(work: (transaction: Altering) => unknown): Promise<void>;
}

export const passphrase = 'mật khẩu rất dài';
const stores = ['header', 'manifest', 'buckets', 'rows'];
const opened: DeviceVault[] = [];
let count = 0;

export async function newPlace(): Promise<Place> {
  count += 1;
  const own = { user: `user-${count}-${crypto.randomUUID()}`, facility: 'TYT-01' };
  const name = await databaseName(own.user, own.facility, '');

  async function within<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    const db = await openDB(name);
    try {
      return await work(db);
    } finally {
      db.close();
    }
  }

  async function open(options: Partial<VaultOptions> = {}): Promise<DeviceVault> {
    const vault = await openVault({ ...own, rounds: 1_000, ...options });
    opened.push(vault);
    return vault;
  }

  return {
    name,
    open,
    async unlocked(options) {
      const vault = await open(options);
      if (vault.state === 'empty') await vault.setUp(passphrase);
      else await vault.unlock(passphrase);
      return vault;
    },
    look: () =>
      within(async (db) => {
        const numbers = (await db.getAllKeys('buckets')) as number[];
        const buckets = (await db.getAll('buckets')) as StoredBucket[];
        const rows = (await db.getAll('rows')) as StoredRow[];
        return {
          header: await db.get('header', 'header'),
          top: (await db.get('manifest', 'top')) as StoredTop | undefined,
          buckets: new Map(numbers.map((number, index) => [number, buckets[index]!])),
          rows: new Map(rows.map((row) => [row.key, row])),
        };
      }),
    alter: (work) =>
      within(async (db) => {
        const transaction = db.transaction(stores, 'readwrite');
        await work(transaction);
        await transaction.done;
      }),
  };
}

/** Puts an entry, as the queue does. */
export const put = (rows: RowStore, id: string, value: unknown, state = 'waiting', order = 1, group = 'p1') =>
  rows.change(async (view) => view.put('entry', id, value, { state, group, order }));

/** A store with the entries a, b and c. */
export async function filled(): Promise<{
  place: Place;
  vault: DeviceVault;
  found: Found;
  keys: Record<string, string>;
}> {
  const place = await newPlace();
  const vault = await place.unlocked();
  const keys: Record<string, string> = {};
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    const before = new Set((await place.look()).rows.keys());
    await put(vault.rows, id, `value of ${id}`, 'waiting', index + 1);
    for (const key of (await place.look()).rows.keys()) if (!before.has(key)) keys[id] = key;
  }
  // Rows that share a part of the list by chance share its fate.
  if (new Set(Object.values(keys).map(bucketOf)).size < 3) return filled();
  return { place, vault, found: await place.look(), keys };
}

/** What a new window of the user gets to see. */
export async function seen(place: Place) {
  const vault = await place.unlocked();
  const ids = async (work: (rows: RowStore) => Promise<readonly { id: string; value: unknown }[]>) =>
    (await work(vault.rows)).map(({ id, value }) => {
      assert.equal(value, `value of ${id}`);
      return id;
    });
  const listed = await ids((rows) => rows.read((view) => view.list('entry')));
  const byState = await ids((rows) => rows.read((view) => view.list('entry', { state: 'waiting' })));
  const byGroup = await ids((rows) => rows.read((view) => view.list('entry', { group: 'p1' })));
  const got = await codeOf(vault.rows.read((view) => view.get('entry', 'a')));
  const { good, damaged } = await vault.audit();
  assert.deepEqual([...vault.rows.damaged].sort(), [...damaged].sort());
  return { vault, listed, byState, byGroup, got, good, damaged: [...damaged] };
}

/** Bytes of which one is another. */
export const flipped = (bytes: Uint8Array<ArrayBuffer>, at = bytes.length - 1) => {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
};

/** Lets go of everything that the tests of a file have opened, and deletes it. */
export async function clean(): Promise<void> {
  for (const vault of opened.splice(0)) {
    await vault.wipe();
    await vault.close();
  }
}

/** Timers that run when told, under a clock that goes when told. */
export function fakeTime() {
  let time = Date.UTC(2026, 10, 22);
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    setTimer(run: () => void, ms: number) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    /** The clock goes on, and what is due runs. */
    pass(ms: number) {
      time += ms;
      for (const timer of [...timers]) {
        if (timer.at <= time && timers.delete(timer)) timer.run();
      }
    },
    /** The clock goes on while timers stand still, as on a device that sleeps. */
    sleep(ms: number) {
      time += ms;
    },
  };
}

/** The code an action rejects with, or 'done'. */
export async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** The first call of a condition that holds; fails by the time-out of the test. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}
