import { openDB } from 'idb';
import type { Outbox } from '../../src/outbox/index.ts';
import { captureOf, captures, entryOf, idOf, newKey, openStore, timed } from './captures.ts';

// The host's key stays over the pages of one browser, as a host keeps it; it cannot be read out.
const keys = () => openDB('bench-keys', 1, { upgrade: (db) => void db.createObjectStore('keys') });

async function keyOf(user: string): Promise<CryptoKey> {
  const db = await keys();
  try {
    const there = (await db.get('keys', user)) as CryptoKey | undefined;
    if (there) return there;
    const key = await newKey();
    await db.put('keys', key, user);
    return key;
  } finally {
    db.close();
  }
}

async function unlocked(user: string): Promise<Outbox> {
  const key = await keyOf(user);
  const outbox = await openStore(user);
  await (outbox.vault.state === 'empty' ? outbox.vault.setUpWithKey(key) : outbox.vault.unlockWithKey(key));
  return outbox;
}

/** Fills the store of a user with records that wait and drafts. */
export async function seed(user: string, count: number, draftCount: number): Promise<void> {
  const outbox = await unlocked(user);
  outbox.sync.pause();
  for (let from = 0; from < count; from += 500)
    await outbox.queue.adopt(
      Array.from({ length: Math.min(500, count - from) }, (_, at) => entryOf(from + at)),
    );
  for (let number = 0; number < draftCount; number++)
    await outbox.drafts.save({ id: `draft-${number}`, draft: captureOf(number), base: undefined });
  await outbox.close();
}

/** Milliseconds of what a person waits for when the page is opened. */
export interface Opened {
  readonly open: number;
  readonly list: number;
  readonly draft: number;
}

/** Opens the store of a user as a new page does. Throws unless it holds what was put into it. */
export async function open(user: string, count: number): Promise<Opened> {
  const key = await keyOf(user);
  let outbox!: Outbox;
  let waiting = 0;
  const open = await timed(async () => {
    outbox = await openStore(user);
    await outbox.vault.unlockWithKey(key);
    ({ waiting } = await outbox.sync.status());
  });
  if (waiting !== count) throw new Error(`${waiting} of ${count} records wait`);
  outbox.sync.pause();
  let listed = 0;
  const list = await timed(async () => {
    listed = (await outbox.sync.items('waiting')).length;
  });
  if (listed !== Math.min(100, count)) throw new Error(`${listed} records in the list`);
  const control = new AbortController();
  const draft = await timed(async () => {
    if (!(await outbox.drafts.open('draft-7', { signal: control.signal }))) throw new Error('No draft');
  });
  control.abort();
  await outbox.close();
  return { open, list, draft };
}

/** Seals and queues records one by one, each on the disk before the next; then as many in one change. */
export async function write(user: string, count: number): Promise<{ one: number; bulk: number }> {
  const records = captures(count);
  const outbox = await unlocked(user);
  outbox.sync.pause();
  const one = await timed(async () => {
    for (const [number, record] of records.entries())
      await outbox.queue.submit(record, undefined, idOf(number));
  });
  const more = Array.from({ length: count }, (_, at) => entryOf(count + at));
  const bulk = await timed(() => outbox.queue.adopt(more));
  const { waiting } = await outbox.sync.status();
  if (waiting !== 2 * count) throw new Error(`${waiting} of ${2 * count} records wait`);
  await outbox.vault.wipe();
  await outbox.vault.close();
  return { one, bulk };
}
