import type { LoadedRecord } from '../client/index.ts';
import type { Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
import type { ChangeView, ReadView, Row, RowFields, RowKind, RowQuery } from './rows.ts';

/** States of what is sent by itself, and of what waits for a person. */
export const waiting: readonly Entry['state'][] = ['waiting', 'sending', 'retry'];
export const halted: readonly Entry['state'][] = ['conflict', 'refused'];
export const isOpen = ({ state }: Entry): boolean => state !== 'done';

/** An entry as it is found: one that a damaged store was saved with waits for a person. */
const asFound = (row: Row<Entry>): Row<Entry> =>
  row.state === undefined || row.state === row.value.state
    ? row
    : { ...row, value: { ...row.value, state: 'refused', problem: { code: 'vault.recovered', issues: [] } } };

/** How the entries of a damaged store are found again: nothing of it is sent before someone has looked at it. */
export function keptFields(kind: RowKind, fields: RowFields): RowFields {
  if (kind === 'answer') return { ...fields, state: 'attention' };
  return kind === 'entry' && fields.state !== 'done' ? { ...fields, state: 'refused' } : fields;
}

export const write = (view: ChangeView, entry: Entry, order: number | undefined): void =>
  view.put('entry', entry.id, entry, { state: entry.state, group: entry.group, order });

export async function find(view: ReadView, id: string): Promise<Row<Entry> | undefined> {
  const row = await view.get<Entry>('entry', id);
  return row && asFound(row);
}

/** Rejects with `entry.gone`. */
export async function rowOf(view: ReadView, id: string): Promise<Row<Entry>> {
  const row = await find(view, id);
  if (!row) throw new OutboxError('entry.gone');
  return row;
}

export const listed = async (view: ReadView, query: RowQuery): Promise<readonly Row<Entry>[]> =>
  (await view.list<Entry>('entry', query)).map(asFound);

export const entriesOf = async (view: ReadView, group: string): Promise<readonly Entry[]> =>
  (await listed(view, { group })).map((row) => row.value);

/** The answer of a reading; `undefined` where the row was damaged. */
export async function undamaged<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'vault.rowDamaged') throw error;
    return undefined;
  }
}

/** What a group is known by: its pid, or for a pid its group. A link that is damaged is as good as none. */
export const linked = async (view: ReadView, id: string): Promise<string | undefined> =>
  (await undamaged(view.get<string>('link', id)))?.value;

/** The pid of a record by the group of its writes. */
export const pidOf = async (view: ReadView, group: string): Promise<string | undefined> =>
  group.startsWith('pid:') ? group.slice(4) : linked(view, group);

/** A record that was made here keeps its group when it is changed by its pid later. */
export const groupOf = async (view: ReadView, pid: string): Promise<string> =>
  (await linked(view, `pid:${pid}`)) ?? `pid:${pid}`;

/** Keeps which record the writes of a group are of. */
export function link(view: ChangeView, group: string, pid: string): void {
  if (group.startsWith('pid:')) return;
  view.put('link', group, pid);
  view.put('link', `pid:${pid}`, group);
}

export function add(view: ChangeView, entry: Entry): Entry {
  const order = view.facts.nextOrder;
  view.setFacts({ nextOrder: order + 1 });
  write(view, entry, order);
  return entry;
}

/** An entry and those that start from it, oldest first. */
export function lineOf(chain: readonly Entry[], id: string): readonly Entry[] {
  const line: Entry[] = [];
  for (const entry of chain)
    if (entry.id === id || line.some((each) => each.id === entry.after)) line.push(entry);
  return line;
}

/**
 * The version that the server made of a write. A merged one has none to go on from: what came from others was never on
 * this screen, and has to be loaded and merged with what is written next.
 */
export const versionOf = (entry: Entry | undefined): string | undefined =>
  entry?.receipt && !entry.theirs ? `"${entry.receipt.version}"` : undefined;

/**
 * A change that started from a write of this device which was unanswered then starts from what the server made of it.
 * Without a pid nothing is known of that write any more.
 */
export async function follow(view: ReadView, entry: Entry): Promise<Entry> {
  if (entry.after === undefined || entry.base?.etag !== undefined || entry.theirs) return entry;
  const before = (await undamaged(find(view, entry.after)))?.value;
  const pid = (await pidOf(view, entry.group)) ?? before?.pid ?? entry.pid;
  const etag = versionOf(before);
  return etag ? { ...entry, pid, base: { ...entry.base!, etag } } : { ...entry, pid, isStale: true };
}

/** Version of a record that stands in this queue and not on the server yet. */
const pendingTag = ({ id, writes }: Entry): string => `~${writes}~${id}`;
export const pendingOf = (
  etag: string | undefined,
): { readonly id: string; readonly writes: number } | undefined => {
  const match = /^~(\d+)~(.+)$/.exec(etag ?? '');
  return match ? { writes: Number(match[1]), id: match[2]! } : undefined;
};

/** The record of an entry as something to go on from, while the server has not seen it. `pending` = how far it is. */
export const pendingRecord = (entry: Entry): LoadedRecord => ({
  pid: entry.pid ?? '',
  etag: pendingTag(entry),
  version: 0,
  at: new Date(entry.at).toISOString(),
  by: '',
  facility: '',
  action: entry.call,
  pending: entry.state,
  record: entry.record!,
});

/** An id is the start of idempotency keys: one that no server takes would be refused for ever. */
export function demandKey(id: string): void {
  if (!/^[\x21-\x7d]{8,90}$/.test(id)) throw new TypeError('An id is 8 to 90 printable ASCII characters');
}
