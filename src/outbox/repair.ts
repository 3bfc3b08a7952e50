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
  openBucket,
  openRow,
  openRowOf,
  openTop,
  sealBucket,
  sealRow,
  sealTop,
} from './manifest.ts';
import type { Entry } from './manifest.ts';
import { StaleView } from './reader.ts';
import type { Reader } from './reader.ts';
import type { Row, RowFields, RowKind } from './rows.ts';

/** What a look at every row has found. */
export interface Audit {
  /** Rows that stand in the database and can be trusted. */
  readonly good: number;
  readonly damaged: ReadonlySet<string>;
}

/** What a row that was saved is found by from now on: an entry of the queue waits for a person to look at it. */
export type OnKept = (kind: RowKind, id: string, value: unknown, fields: RowFields) => RowFields;

interface Parts {
  readonly database: Database;
  readonly keys: Keys;
  readonly reader: Reader;
}

const chunk = 250;

/** Compares all keys with the list of all rows, and opens every row. */
export async function audit({ database, keys, reader }: Parts): Promise<Audit> {
  const { head, names, numbers, stored } = await database.read(async (transaction) => {
    const store = transaction.objectStore('buckets');
    const [head, names, numbers, stored] = await Promise.all([
      transaction.objectStore('manifest').get('top'),
      transaction.objectStore('rows').getAllKeys(),
      store.getAllKeys(),
      store.getAll(),
    ]);
    return { head, names, numbers, stored };
  });
  const top = await reader.judge(head);
  const listed = new Set<string>();
  const here = new Set(names);
  const filled = new Set(names.map(bucketOf));
  const damaged = new Set<string>();
  await Promise.all(
    top.buckets.map(async (v, number) => {
      if (v === 0) return;
      // Not from what is known already: it is what lies in the database that is to be judged.
      const bucket = stored[numbers.indexOf(number)];
      const rows = bucket?.v === v && (await openBucket(keys, number, bucket).catch(() => undefined));
      if (rows) for (const key of rows.keys()) listed.add(key);
      // Gone together with the rows that it listed: nobody can tell their keys any more.
      else if (!filled.has(number)) damaged.add(`bucket ${number}`);
    }),
  );
  for (const key of listed) if (!here.has(key)) damaged.add(key);
  for (const key of names) if (!listed.has(key)) damaged.add(key);
  let good = 0;
  for (let from = 0; from < names.length; from += chunk) {
    const range = IDBKeyRange.bound(names[from], names[Math.min(from + chunk, names.length) - 1]);
    for (const { key, row } of await rowsOf(reader, range)) {
      if (!row) damaged.add(key);
      else if (!damaged.has(key)) good += 1;
    }
  }
  return { good, damaged };
}

async function rowsOf(reader: Reader, range: IDBKeyRange) {
  for (;;) {
    try {
      return await reader.rows(await reader.top(), (rows) => rows.getAll(range));
    } catch (error) {
      if (!(error instanceof StaleView)) throw error;
    }
  }
}

/** See `SealedStore.recover`. `failed` = keys of rows that lie there and could not be opened. */
export async function recover(
  { database, keys, reader }: Parts,
  onKept: OnKept = (_kind, _id, _value, fields) => fields,
): Promise<{ readonly kept: number; readonly lost: number; readonly failed: readonly string[] }> {
  const { head, header, stored, numbers, sealed } = await database.read(async (transaction) => {
    const store = transaction.objectStore('buckets');
    const [head, header, stored, numbers, sealed] = await Promise.all([
      transaction.objectStore('manifest').get('top'),
      transaction.objectStore('header').get('header'),
      transaction.objectStore('rows').getAll(),
      store.getAllKeys(),
      store.getAll(),
    ]);
    return { head, header, stored, numbers, sealed };
  });
  if (header && header.storeId !== keys.storeId) throw new OutboxError('vault.lost');
  // Without its header the store could be opened by nobody after this session.
  if (!header) throw new OutboxError('vault.damaged');

  let rev = reader.seen;
  const top = head && (await openTop(keys, head).catch(() => undefined));
  if (top) rev = Math.max(rev, top.rev);
  const missing = new Set<string>();
  await Promise.all(
    numbers.map(async (number, index) => {
      const rows = await openBucket(keys, number, sealed[index]!).catch(() => undefined);
      if (!rows) return;
      rev = Math.max(rev, sealed[index]!.v);
      for (const key of rows.keys()) missing.add(key);
    }),
  );
  const kept: { readonly key: string; readonly row: Row }[] = [];
  const failed: string[] = [];
  await Promise.all(
    stored.map(async (row) => {
      missing.delete(row.key);
      const opened = await openRow(keys, row).catch(() => undefined);
      if (!opened) return failed.push(row.key);
      rev = Math.max(rev, row.v);
      return kept.push({ key: row.key, row: opened });
    }),
  );

  rev += 1;
  const buckets = new Map<number, Map<string, Entry>>();
  const counts = new Map<string, number>();
  let nextOrder = top?.facts.nextOrder ?? noFacts.nextOrder;
  const again = kept.map(({ key, row: { kind, id, value, ...fields } }) => {
    const row = openRowOf(kind, id, value, onKept(kind, id, value, fields));
    const label = labelOf(kind, row.state);
    const bucket = buckets.get(bucketOf(key)) ?? new Map<string, Entry>();
    buckets.set(bucketOf(key), bucket.set(key, { v: rev, label }));
    countIn(counts, label, 1);
    nextOrder = Math.max(nextOrder, (row.order ?? 0) + 1);
    return { key, row };
  });
  const next = {
    buckets: Array.from({ length: bucketCount }, (_, number) => (buckets.has(number) ? rev : 0)),
    counts,
    facts: { ...(top?.facts ?? noFacts), nextOrder },
  };
  const [newTop, newBuckets, newRows] = await Promise.all([
    sealTop(keys, rev, next),
    Promise.all(Array.from(buckets, async ([n, rows]) => [n, await sealBucket(keys, n, rev, rows)] as const)),
    Promise.all(again.map(({ key, row }) => sealRow(keys, rev, key, row))),
  ]);
  await database.write(async (transaction) => {
    const manifest = transaction.objectStore('manifest');
    const now = await manifest.get('top');
    if (isSameTop(newTop, now)) return;
    if (!isUnchanged(head, now)) throw new OutboxError('vault.damaged');
    const store = transaction.objectStore('buckets');
    unheard(store.clear());
    for (const [number, bucket] of newBuckets) unheard(store.put(bucket, number));
    const rows = transaction.objectStore('rows');
    for (const row of newRows) unheard(rows.put(row));
    unheard(manifest.put(newTop, 'top'));
  });
  reader.reset();
  reader.keep({ ...next, rev, iv: newTop.iv }, newTop.data, buckets);
  let counted = 0;
  for (const [label, count] of top?.counts ?? []) if (!label.includes('.')) counted += count;
  const lost = Math.max(failed.length + missing.size, counted - kept.length);
  return { kept: kept.length, lost, failed };
}

/** Another tab was faster with its own repair, where the head is not the broken one any more. */
const isUnchanged = (before: StoredTop | undefined, now: StoredTop | undefined): boolean =>
  before === undefined || now === undefined ? before === now : JSON.stringify(before) === JSON.stringify(now);
