import { isSame } from './crypto.ts';
import type { Keys } from './crypto.ts';
import type { Database, Reading, StoredBucket, StoredRow, StoredTop } from './database.ts';
import { OutboxError } from './errors.ts';
import { bucketOf, isSameTop, openBucket, openRow, openTop } from './manifest.ts';
import type { Bucket, Top } from './manifest.ts';
import type { Row } from './rows.ts';

/** Someone else has changed the store since the top was read: begin again. */
export class StaleView extends Error {}

/** A row that was checked, or `undefined` where it failed. */
export interface Checked {
  readonly key: string;
  readonly row: Row | undefined;
}

/** `undefined` = the bucket itself failed. */
export type Buckets = Map<number, Bucket | undefined>;

/** Reads rows and checks them against the list of all rows. */
export interface Reader {
  /** Rejects with `vault.damaged` or `vault.lost`. */
  top(): Promise<Top>;
  /** The rows that `pick` finds, as they are under this very top. Rejects with `StaleView`. */
  rows(top: Top, pick: (rows: RowsIn) => Promise<readonly StoredRow[]>): Promise<readonly Checked[]>;
  /** One row; `undefined` where there is none, and none is listed. */
  row(top: Top, key: string): Promise<Checked | undefined>;
  /** The buckets as they are under this very top. Rejects with `StaleView`, unless all of them are known. */
  buckets(top: Top, numbers: readonly number[]): Promise<Buckets>;
  /** What was written just now need not be read again. */
  keep(top: Top, data: StoredTop['data'], buckets: ReadonlyMap<number, Bucket>): void;
  /** A newly read head; see `top`. */
  judge(stored: StoredTop | undefined): Promise<Top>;
  /** The greatest revision met so far. */
  readonly seen: number;
  /** Forgets everything, as after a repair. */
  reset(): void;
}

type RowsIn = ReturnType<typeof rowsIn>;
const rowsIn = (transaction: Reading) => transaction.objectStore('rows');

export function createReader(database: Database, keys: Keys): Reader {
  let seen = 0;
  let known: Top | undefined;
  /** The ciphertext of `known`. */
  let knownData: StoredTop['data'] | undefined;
  const cache = new Map<number, { readonly v: number; readonly bucket: Bucket }>();

  async function judge(stored: StoredTop | undefined): Promise<Top> {
    // Byte for byte: an open window, too, finds a head that was altered.
    if (known && stored && isSameTop(known, stored) && isSame(knownData!, stored.data)) return known;
    if (!stored || stored.rev < seen) throw await whatHappened();
    let top: Top;
    try {
      top = await openTop(keys, stored);
    } catch {
      throw await whatHappened();
    }
    // A slower reading may end behind a newer one.
    if (top.rev >= seen) {
      seen = top.rev;
      known = top;
      knownData = stored.data;
    }
    return top;
  }

  /** A head that is not ours any more may belong to a store that was set up anew, or be gone with the whole store. */
  async function whatHappened(): Promise<OutboxError> {
    const header = await database.read((transaction) => transaction.objectStore('header').get('header'));
    return new OutboxError(header?.storeId === keys.storeId ? 'vault.damaged' : 'vault.lost');
  }

  async function opened(top: Top, found: ReadonlyMap<number, StoredBucket | undefined>): Promise<Buckets> {
    const buckets: Buckets = new Map();
    await Promise.all(
      Array.from(found, async ([number, stored]) => {
        const v = top.buckets[number]!;
        try {
          if (!stored || stored.v !== v) throw new OutboxError('vault.rowDamaged');
          const bucket = await openBucket(keys, number, stored);
          cache.set(number, { v, bucket });
          buckets.set(number, bucket);
        } catch {
          buckets.set(number, undefined);
        }
      }),
    );
    return buckets;
  }

  /** A bucket that need not be read again. */
  function knownBucket(top: Top, number: number): Bucket | undefined {
    const v = top.buckets[number];
    if (v === 0) return new Map();
    const cached = cache.get(number);
    return cached && cached.v === v ? cached.bucket : undefined;
  }

  /** Reads within one transaction what `pick` wants and the buckets for it, and finds the head unchanged. */
  function consistent<T>(top: Top, pick: (transaction: Reading) => Promise<[T, Iterable<number>]>) {
    return database.read(async (transaction) => {
      const [head, [picked, numbers]] = await Promise.all([
        transaction.objectStore('manifest').get('top'),
        pick(transaction),
      ]);
      if (!isSameTop(top, head)) throw new StaleView();
      const store = transaction.objectStore('buckets');
      const ready: Buckets = new Map();
      const wanted: number[] = [];
      for (const number of new Set(numbers)) {
        const bucket = knownBucket(top, number);
        if (bucket) ready.set(number, bucket);
        else wanted.push(number);
      }
      const stored = await Promise.all(wanted.map((number) => store.get(number)));
      return { picked, ready, found: new Map(wanted.map((number, index) => [number, stored[index]])) };
    });
  }

  async function check(stored: StoredRow, buckets: Buckets): Promise<Checked> {
    const { key } = stored;
    try {
      const listed = buckets.get(bucketOf(key))?.get(key);
      if (listed?.v !== stored.v) throw new OutboxError('vault.rowDamaged');
      return { key, row: await openRow(keys, stored) };
    } catch {
      return { key, row: undefined };
    }
  }

  return {
    get seen() {
      return seen;
    },
    judge,
    async top() {
      return judge(await database.read((transaction) => transaction.objectStore('manifest').get('top')));
    },
    async rows(top, pick) {
      const { picked, ready, found } = await consistent(top, async (transaction) => {
        const rows = await pick(rowsIn(transaction));
        return [rows, rows.map(({ key }) => bucketOf(key))];
      });
      const buckets = new Map([...ready, ...(await opened(top, found))]);
      return Promise.all(picked.map((stored) => check(stored, buckets)));
    },
    async row(top, key) {
      const { picked, ready, found } = await consistent(top, async (transaction) => [
        await rowsIn(transaction).get(key),
        [bucketOf(key)],
      ]);
      const buckets = new Map([...ready, ...(await opened(top, found))]);
      if (picked) return check(picked, buckets);
      const bucket = buckets.get(bucketOf(key));
      if (!bucket) throw new OutboxError('vault.rowDamaged');
      return bucket.has(key) ? { key, row: undefined } : undefined;
    },
    async buckets(top, numbers) {
      // Whoever writes finds out in the same transaction whether this top still stands.
      const known = new Map(numbers.map((number) => [number, knownBucket(top, number)]));
      if (![...known.values()].includes(undefined)) return known;
      const { ready, found } = await consistent(top, async () => [undefined, numbers]);
      return new Map([...ready, ...(await opened(top, found))]);
    },
    keep(top, data, buckets) {
      seen = top.rev;
      known = top;
      knownData = data;
      for (const [number, bucket] of buckets) cache.set(number, { v: top.rev, bucket });
    },
    reset() {
      known = undefined;
      seen = 0;
      cache.clear();
    },
  };
}
