/**
 * What the sealed store holds: drafts, queue entries, links between them, what was taken along, and lists: a list, its
 * people, how far they have got (many small states in one row), the record of each (a row of its own) and what is typed
 * of them and not submitted. An `answer` stands beside each entry of a consent that is not done: so they are counted.
 */
export type RowKind =
  | 'draft'
  | 'entry'
  | 'link'
  | 'record'
  | 'consents'
  | 'roster'
  | 'list'
  | 'members'
  | 'states'
  | 'member'
  | 'typed'
  | 'answer';

/** What a row is found by. It stands beside the ciphertext, authenticated with it, and says nothing of anyone. */
export interface RowFields {
  /** `waiting`, `done` …; counted per kind. */
  readonly state?: string | undefined;
  /** Rows that belong together; any text, kept as a keyed hash. */
  readonly group?: string | undefined;
  /** Place in the order of the kind. */
  readonly order?: number | undefined;
}

export interface Row<T = unknown> extends RowFields {
  readonly kind: RowKind;
  readonly id: string;
  readonly value: T;
}

/** Which rows are meant, in the order of `order`. `state` or `group`, not both. */
export interface RowQuery {
  readonly state?: string | undefined;
  readonly group?: string | undefined;
  readonly limit?: number | undefined;
  readonly newestFirst?: boolean | undefined;
  /** Only rows behind this `order` (before it with `newestFirst`). */
  readonly after?: number | undefined;
}

/** Small sealed facts about the whole store. */
export interface Facts {
  /** Entries the server has acknowledged, ever. */
  readonly sent: number;
  readonly lastSentAt?: number | undefined;
  /** How many of them on each of the last local days, `2026-11-18` → 42. */
  readonly sentOn?: { readonly [day: string]: number } | undefined;
  /** The next `order`. */
  readonly nextOrder: number;
}

/** One consistent view of the store. A row that was altered, exchanged or put back is never among the answers. */
export interface ReadView {
  /** Grows with every change of the store. */
  readonly revision: number;
  readonly facts: Facts;
  /** Rejects with `vault.rowDamaged` where the row was altered or is gone: it may not be taken for absent. */
  get<T>(kind: RowKind, id: string): Promise<Row<T> | undefined>;
  list<T>(kind: RowKind, query?: RowQuery): Promise<readonly Row<T>[]>;
  /** How many rows there are, without reading them. */
  count(kind: RowKind, state?: string): number;
  /** The revisions in which rows were last written, without reading them; `undefined` = there is none, or it failed. */
  stamps(kind: RowKind, ids: readonly string[]): Promise<readonly (number | undefined)[]>;
}

/** A view that collects changes; they are written together or not at all. */
export interface ChangeView extends ReadView {
  put(kind: RowKind, id: string, value: unknown, fields?: RowFields): void;
  remove(kind: RowKind, id: string): void;
  setFacts(facts: Partial<Facts>): void;
}

/** The sealed rows of one user at one facility. */
export interface RowStore {
  /** Both run `work` again where another tab changed the store meanwhile: it may have no effects of its own. */
  read<T>(work: (view: ReadView) => Promise<T>): Promise<T>;
  change<T>(work: (view: ChangeView) => Promise<T>): Promise<T>;
  /** Calls back after each change, of this tab or another; the answer stops it. */
  watch(listener: () => void): () => void;
  /** Keys of rows that failed, as far as they were met. */
  readonly damaged: ReadonlySet<string>;
}
