import type { Keys } from './crypto.ts';
import { unheard } from './database.ts';
import type { Database, StoredTop } from './database.ts';
import { OutboxError } from './errors.ts';
import {
  bucketCount,
  bucketOf,
  countIn,
  isSameTop,
  labelOf,
  noFacts,
  rowKey,
  sealBucket,
  sealRow,
  sealTop,
} from './manifest.ts';
import type { Bucket, Entry, OpenRow, Top } from './manifest.ts';
import { StaleView, createReader } from './reader.ts';
import type { Checked } from './reader.ts';
import { audit, recover } from './repair.ts';
import type { Audit, OnKept } from './repair.ts';
import type { ChangeView, Facts, ReadView, RowStore } from './rows.ts';
import { createQueue, inTurn, stepAside } from './turns.ts';
import { openChangeView, openReadView } from './views.ts';
import type { Life } from './views.ts';

/** The rows of an open store, and what can be done for a damaged one. */
export interface SealedStore extends RowStore {
  /** Makes the revision greater than `above`, for a server that knows a newer state of the store. */
  raiseRevision(above: number): Promise<void>;
  /** Reads every row: `damaged` holds then exactly what is altered, exchanged, put back, gone or not ours. */
  audit(): Promise<Audit>;
  /** Builds the list of all rows anew from the rows that can still be opened. Those that cannot stay, as damaged. */
  recover(onKept?: OnKept): Promise<{ readonly kept: number; readonly lost: number }>;
  /** Deletes a row that is in `damaged` for good. */
  removeDamaged(key: string): Promise<void>;
  /** Ends it: what has not been written is not written any more. */
  close(): void;
}

export interface SealedStoreOptions {
  readonly database: Database;
  readonly keys: Keys;
  /** Tells the other tabs that something changed, and nothing else. */
  readonly channel: BroadcastChannel;
}

/** What other tabs hear. */
export const changedWord = 'changed';

/** The head of a store without rows. */
export function sealFirstTop(keys: Keys): Promise<StoredTop> {
  const buckets = Array.from({ length: bucketCount }, () => 0);
  return sealTop(keys, 1, { buckets, counts: new Map(), facts: noFacts });
}

/** One row of a change, by its key; without `row` it goes. */
interface Piece {
  readonly key: string;
  readonly row?: OpenRow | undefined;
}

export function createSealedStore({ database, keys, channel }: SealedStoreOptions): SealedStore {
  const reader = createReader(database, keys);
  const queued = createQueue();
  const listeners = new Set<() => void>();
  const damaged = new Set<string>();
  const lives = new Set<Life>();
  const turn = `hssk-store:${database.name}`;
  let isClosed = false;

  function tell(): void {
    for (const listener of [...listeners]) {
      try {
        listener();
      } catch (error) {
        reportError(error);
      }
    }
  }

  const hear = ({ data }: MessageEvent) => {
    if (data === changedWord) tell();
  };
  channel.addEventListener('message', hear);

  function announce(): void {
    if (isClosed) return;
    channel.postMessage(changedWord);
    tell();
  }

  function note(rows: readonly Checked[]): void {
    const before = damaged.size;
    for (const { key, row } of rows) if (!row) damaged.add(key);
    if (damaged.size > before) tell();
  }

  function demandOpen(): void {
    if (isClosed) throw new OutboxError('vault.locked');
  }

  const source = { keys, reader, note };

  /** Runs a work over a view; `undefined` = the view got stale, the answer is of no use. */
  async function during<V, T>(
    view: V,
    life: Life,
    work: (view: V) => Promise<T>,
  ): Promise<{ value: T } | undefined> {
    lives.add(life);
    try {
      const value = await work(view);
      return life.isStale ? undefined : { value };
    } catch (error) {
      if (life.isStale) return undefined;
      throw error;
    } finally {
      life.isOver = true;
      lives.delete(life);
    }
  }

  async function readOnce<T>(work: (view: ReadView) => Promise<T>): Promise<{ value: T } | undefined> {
    demandOpen();
    const { view, life } = openReadView(source, await reader.top());
    return during(view, life, work);
  }

  async function read<T>(work: (view: ReadView) => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      // A long reading under many small changes asks them to wait in the end.
      const result = await (attempt < 3 ? readOnce(work) : inTurn(turn, () => readOnce(work)));
      if (result) return result.value;
      await stepAside(attempt);
    }
  }

  /** Writes everything in one transaction, if the store is still as `top` says. False = someone was faster. */
  async function commit(top: Top, pieces: readonly Piece[], facts: Facts, above = 0): Promise<boolean> {
    const rev = Math.max(top.rev, above) + 1;
    const found = await reader.buckets(
      top,
      pieces.map(({ key }) => bucketOf(key)),
    );
    const changed = new Map<number, Map<string, Entry>>();
    const counts = new Map(top.counts);
    for (const { key, row } of pieces) {
      const number = bucketOf(key);
      const bucket = changed.get(number) ?? new Map(found.get(number) ?? damagedBucket());
      changed.set(number, bucket);
      const old = bucket.get(key);
      if (old) countIn(counts, old.label, -1);
      bucket.delete(key);
      if (!row) continue;
      const label = labelOf(row.kind, row.state);
      bucket.set(key, { v: rev, label });
      countIn(counts, label, 1);
    }
    const buckets = top.buckets.map((v, number) => (changed.has(number) ? rev : v));
    const next = { buckets, counts, facts };
    const [sealedTop, sealedBuckets, sealedRows] = await Promise.all([
      sealTop(keys, rev, next),
      Promise.all(
        Array.from(changed, async ([n, rows]) => [n, await sealBucket(keys, n, rev, rows)] as const),
      ),
      Promise.all(pieces.map(({ key, row }) => row && sealRow(keys, rev, key, row))),
    ]);
    const isWritten = await database.write(async (transaction) => {
      demandOpen();
      const manifest = transaction.objectStore('manifest');
      const head = await manifest.get('top');
      // The connection broke after an earlier attempt had got through.
      if (isSameTop(sealedTop, head)) return true;
      if (!isSameTop(top, head)) return false;
      const rows = transaction.objectStore('rows');
      pieces.forEach(({ key }, index) => {
        const sealed = sealedRows[index];
        unheard(sealed ? rows.put(sealed) : rows.delete(key));
      });
      const store = transaction.objectStore('buckets');
      for (const [number, sealed] of sealedBuckets) unheard(store.put(sealed, number));
      unheard(manifest.put(sealedTop, 'top'));
      return true;
    });
    if (isWritten) {
      reader.keep({ ...next, rev, iv: sealedTop.iv }, sealedTop.data, changed);
      for (const { key } of pieces) damaged.delete(key);
    }
    return isWritten;
  }

  /** Tries until nobody was faster; one after the other in this tab, in turn with other tabs. */
  function untilWritten<T>(attempt: (top: Top) => Promise<{ value: T } | undefined>): Promise<T> {
    return queued(() =>
      inTurn(turn, async () => {
        for (let count = 0; ; count++) {
          demandOpen();
          const result = await attempt(await reader.top()).catch((error: unknown) => {
            if (error instanceof StaleView) return undefined;
            throw error;
          });
          if (result) return result.value;
          await stepAside(count);
        }
      }),
    );
  }

  const store: SealedStore = {
    damaged,
    read,
    async change<T>(work: (view: ChangeView) => Promise<T>): Promise<T> {
      let isChanged = false;
      const value = await untilWritten(async (top) => {
        const { view, life, pending } = openChangeView(source, top);
        const result = await during(view, life, work);
        if (!result) return undefined;
        if (pending.rows.size === 0 && pending.facts === top.facts) return result;
        const pieces = await Promise.all(
          Array.from(pending.rows.values(), async ({ kind, id, row }) => ({
            key: await rowKey(keys, kind, id),
            row,
          })),
        );
        isChanged = await commit(top, pieces, pending.facts);
        return isChanged ? result : undefined;
      });
      if (isChanged) announce();
      return value;
    },
    async raiseRevision(above) {
      if (!Number.isSafeInteger(above) || above < 0)
        throw new RangeError('A revision is a whole number from 0');
      const isRaised = await untilWritten(async (top) => {
        if (top.rev > above) return { value: false };
        return (await commit(top, [], top.facts, above)) ? { value: true } : undefined;
      });
      if (isRaised) announce();
    },
    async removeDamaged(key) {
      if (!damaged.has(key)) throw new OutboxError('entry.gone');
      await untilWritten(async (top) =>
        (await commit(top, [{ key }], top.facts)) ? { value: true } : undefined,
      );
      announce();
    },
    async audit() {
      demandOpen();
      const result = await audit({ database, keys, reader });
      const isNew =
        result.damaged.size !== damaged.size || [...result.damaged].some((key) => !damaged.has(key));
      damaged.clear();
      for (const key of result.damaged) damaged.add(key);
      if (isNew) tell();
      return result;
    },
    async recover(onKept) {
      const result = await queued(() =>
        inTurn(turn, () => {
          demandOpen();
          return recover({ database, keys, reader }, onKept);
        }),
      );
      damaged.clear();
      for (const key of result.failed) damaged.add(key);
      announce();
      return { kept: result.kept, lost: result.lost };
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      for (const life of lives) life.isOver = true;
      channel.removeEventListener('message', hear);
      reader.reset();
    },
  };
  return store;
}

function damagedBucket(): Bucket {
  throw new OutboxError('vault.damaged');
}
