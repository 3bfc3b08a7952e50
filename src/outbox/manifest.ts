import { isSame } from './crypto.ts';
import type { Keys } from './crypto.ts';
import type { StoredBucket, StoredRow, StoredTop } from './database.ts';
import type { Facts, Row, RowFields, RowKind } from './rows.ts';

/** What the list of all rows says of one: when it was written, and where it is counted. */
export interface Entry {
  readonly v: number;
  /** `${kind}.${state}` */
  readonly label: string;
}

/** The rows whose keys begin with the same byte. */
export type Bucket = ReadonlyMap<string, Entry>;

/** The head of the list of all rows: it vouches for the buckets, they for the rows. */
export interface Top {
  readonly rev: number;
  readonly iv: StoredTop['iv'];
  /** Revision at which each bucket was written, 0 = it is empty. */
  readonly buckets: readonly number[];
  /** Rows per `${kind}.${state}` and per kind. */
  readonly counts: ReadonlyMap<string, number>;
  readonly facts: Facts;
}

export const bucketCount = 256;
export const bucketOf = (key: string): number => Number.parseInt(key.slice(0, 2), 16);
export const noFacts: Facts = { sent: 0, nextOrder: 1 };
export const labelOf = (kind: string, state: string | undefined): string => `${kind}.${state ?? ''}`;

export const rowKey = (keys: Keys, kind: RowKind, id: string): Promise<string> => keys.hash(kind, id);

/** Of one kind: the same group looks different with another kind. */
export async function groupKey(keys: Keys, kind: RowKind, group: string | undefined): Promise<string> {
  return group ? keys.hash('group', kind, group) : '';
}

export async function sealTop(keys: Keys, rev: number, top: Omit<Top, 'rev' | 'iv'>): Promise<StoredTop> {
  const text = JSON.stringify({ ...top, counts: [...top.counts] });
  return { rev, ...(await keys.seal(['top', rev], text)) };
}

/** Rejects where it was altered. */
export async function openTop(keys: Keys, { rev, iv, data }: StoredTop): Promise<Top> {
  const { buckets, counts, facts } = JSON.parse(await keys.open(['top', rev], { iv, data })) as {
    buckets: number[];
    counts: [string, number][];
    facts: Facts;
  };
  return { rev, iv, buckets, counts: new Map(counts), facts };
}

export const isSameTop = (a: { rev: number; iv: Top['iv'] }, b: StoredTop | undefined): boolean =>
  b !== undefined && a.rev === b.rev && isSame(a.iv, b.iv);

export async function sealBucket(keys: Keys, number: number, v: number, rows: Bucket): Promise<StoredBucket> {
  const text = JSON.stringify(Array.from(rows, ([key, entry]) => [key, entry.v, entry.label]));
  return { v, ...(await keys.seal(['bucket', number, v], text)) };
}

/** Rejects where it was altered. */
export async function openBucket(keys: Keys, number: number, stored: StoredBucket): Promise<Bucket> {
  const text = await keys.open(['bucket', number, stored.v], stored);
  const rows = JSON.parse(text) as [string, number, string][];
  return new Map(rows.map(([key, v, label]) => [key, { v, label }]));
}

const kindOf = (label: string): string => label.slice(0, label.indexOf('.'));

/** Counts a row, or counts it no more. */
export function countIn(counts: Map<string, number>, label: string, by: 1 | -1): void {
  for (const name of [label, kindOf(label)]) {
    const count = (counts.get(name) ?? 0) + by;
    if (count > 0) counts.set(name, count);
    else counts.delete(name);
  }
}

/** A row before it is sealed. `text` = JSON of what is sealed. */
export interface OpenRow extends RowFields {
  readonly kind: RowKind;
  readonly id: string;
  readonly text: string;
}

/** Makes the text at once: what the caller does with the value later is not written. */
export function openRowOf(kind: RowKind, id: string, value: unknown, fields: RowFields): OpenRow {
  const { state, group, order } = fields;
  if (order !== undefined && !(Number.isSafeInteger(order) && order >= 0)) {
    throw new RangeError('The order of a row has to be a whole number from 0');
  }
  return { kind, id, text: JSON.stringify({ id, value, group }), state, group, order };
}

export function rowOf({ kind, id, text, ...fields }: OpenRow): Row {
  return { kind, id, value: (JSON.parse(text) as { value: unknown }).value, ...setFields(fields) };
}

const setFields = ({ state, group, order }: RowFields): RowFields => ({
  ...(state && { state }),
  ...(group && { group }),
  ...(order !== undefined && order >= 0 && { order }),
});

const aboutRow = ({ key, kind, state, group, order, v }: Omit<StoredRow, 'iv' | 'data'>) =>
  ['row', key, kind, state, group, order, v] as const;

export async function sealRow(keys: Keys, v: number, key: string, row: OpenRow): Promise<StoredRow> {
  const { kind, state = '', order = -1 } = row;
  const beside = { key, kind, state, group: await groupKey(keys, kind, row.group), order, v };
  return { ...beside, ...(await keys.seal(aboutRow(beside), row.text)) };
}

// A Number or String object would be authenticated as the plain value, but no index would find it.
const isPlain = ({ key, kind, state, group, order, v }: StoredRow): boolean =>
  [key, kind, state, group].every((part) => typeof part === 'string') &&
  [order, v].every((part) => typeof part === 'number');

/** Opens a row by itself; whether it is the newest its bucket knows. Rejects where it was altered. */
export async function openRow(keys: Keys, stored: StoredRow): Promise<Row> {
  if (!isPlain(stored)) throw new TypeError('A row with parts of another type');
  const text = await keys.open(aboutRow(stored), stored);
  const { id, value, group } = JSON.parse(text) as { id: string; value: unknown; group?: string };
  const { state, order } = stored;
  return { kind: stored.kind as RowKind, id, value, ...setFields({ state, group, order }) };
}
