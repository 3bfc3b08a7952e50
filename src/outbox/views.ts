import type { Keys } from './crypto.ts';
import type { StoredRow } from './database.ts';
import { OutboxError } from './errors.ts';
import { bucketOf, groupKey, labelOf, openRowOf, rowKey, rowOf } from './manifest.ts';
import type { OpenRow, Top } from './manifest.ts';
import { StaleView } from './reader.ts';
import type { Checked, Reader } from './reader.ts';
import type { ChangeView, Facts, ReadView, Row, RowKind, RowQuery } from './rows.ts';

/** What a view needs to know of its store. */
export interface ViewSource {
  readonly keys: Keys;
  readonly reader: Reader;
  /** Takes note of rows that failed. */
  note(rows: readonly Checked[]): void;
}

/** What became of a view. Stale = what it answered is of no use, and the work has to begin again. */
export interface Life {
  isStale: boolean;
  isOver: boolean;
}

export interface OpenView<V extends ReadView> {
  readonly view: V;
  readonly life: Life;
}

/** What a change wants written. `undefined` = the row goes. */
export interface Pending {
  readonly rows: Map<
    string,
    { readonly kind: RowKind; readonly id: string; readonly row: OpenRow | undefined }
  >;
  facts: Facts;
}

type Picked = (rows: Parameters<Parameters<Reader['rows']>[1]>[0]) => Promise<readonly StoredRow[]>;

/** The stored rows of a query in their order, at most `limit`. */
function picker(kind: RowKind, query: RowQuery, group: string, limit: number | undefined): Picked {
  const { state, after, newestFirst } = query;
  const first: (string | number)[] = [kind, ...(query.group ? [group] : state ? [state] : [])];
  // In a key, an array comes after every number.
  const [from, to] = [
    [...first, -Infinity],
    [...first, []],
  ];
  const range =
    after === undefined
      ? IDBKeyRange.bound(from, to)
      : newestFirst
        ? IDBKeyRange.bound(from, [...first, after], false, true)
        : IDBKeyRange.bound([...first, after], to, true);
  return async (rows) => {
    const index = rows.index(query.group ? 'byGroup' : state ? 'byState' : 'byOrder');
    if (!newestFirst || limit === undefined) {
      const found = await index.getAll(range as never, limit);
      return newestFirst ? found.reverse() : found;
    }
    const found: StoredRow[] = [];
    let cursor = await index.openCursor(range as never, 'prev');
    while (cursor && found.push(cursor.value) < limit) cursor = await cursor.continue();
    return found;
  };
}

/** Begins a view of the store as it is under one top. */
export function openReadView({ keys, reader, note }: ViewSource, top: Top): OpenView<ReadView> {
  const life: Life = { isStale: false, isOver: false };

  async function heeding<T>(reading: () => Promise<T>): Promise<T> {
    // The store was locked in the middle, or somebody kept the view.
    if (life.isOver) throw new OutboxError('vault.locked');
    try {
      return await reading();
    } catch (error) {
      if (error instanceof StaleView) life.isStale = true;
      throw error;
    }
  }

  async function get<T>(kind: RowKind, id: string): Promise<Row<T> | undefined> {
    const checked = await reader.row(top, await rowKey(keys, kind, id));
    if (!checked) return undefined;
    note([checked]);
    // Not `undefined`: whoever takes it for absent would write over it.
    if (!checked.row) throw new OutboxError('vault.rowDamaged');
    return checked.row as Row<T>;
  }

  async function list<T>(kind: RowKind, query: RowQuery = {}): Promise<readonly Row<T>[]> {
    if (query.state && query.group) throw new TypeError('state or group, not both');
    const group = await groupKey(keys, kind, query.group);
    const { limit } = query;
    if (limit !== undefined && limit <= 0) return [];
    for (let wanted = limit; ; wanted! *= 2) {
      const checked = await reader.rows(top, picker(kind, query, group, wanted));
      note(checked);
      const good = checked.flatMap(({ row }) => (row ? [row as Row<T>] : []));
      // Rows that failed take nobody's place, or those behind them would never have their turn.
      if (limit === undefined || good.length >= limit || checked.length < wanted!)
        return good.slice(0, limit);
    }
  }

  const view: ReadView = {
    revision: top.rev,
    facts: top.facts,
    get: (kind, id) => heeding(() => get(kind, id)),
    list: (kind, query) => heeding(() => list(kind, query)),
    count: (kind, state) => top.counts.get(state === undefined ? kind : labelOf(kind, state)) ?? 0,
    stamps: (kind, ids) =>
      heeding(async () => {
        const found = await Promise.all(ids.map((id) => rowKey(keys, kind, id)));
        const buckets = await reader.buckets(top, found.map(bucketOf));
        return found.map((key) => buckets.get(bucketOf(key))?.get(key)?.v);
      }),
  };
  return { view, life };
}

/** Whether a row that is to be written answers a query. */
const answers = (row: Row, { state, group, after, newestFirst }: RowQuery): boolean => {
  const order = row.order ?? -1;
  const isBehind = after === undefined || (newestFirst ? order < after : order > after);
  return isBehind && (!state || row.state === state) && (!group || row.group === group);
};

/** Begins a view that collects changes; what it reads has them in it. */
export function openChangeView(
  source: ViewSource,
  top: Top,
): OpenView<ChangeView> & { readonly pending: Pending } {
  const { view: under, life } = openReadView(source, top);
  const pending: Pending = { rows: new Map(), facts: top.facts };
  /** What was counted for a row before, where this view has read it. */
  const before = new Map<string, string | undefined>();
  const place = (kind: RowKind, id: string) => `${kind}\0${id}`;

  function remember(kind: RowKind, id: string, row: Row | undefined): void {
    before.set(place(kind, id), row && labelOf(kind, row.state));
  }

  function demandLive(): void {
    if (life.isOver) throw new Error('The change is over');
  }

  function set(kind: RowKind, id: string, row: OpenRow | undefined): void {
    demandLive();
    pending.rows.set(place(kind, id), { kind, id, row });
  }

  const view: ChangeView = {
    revision: top.rev,
    get facts() {
      return pending.facts;
    },
    async get<T>(kind: RowKind, id: string) {
      demandLive();
      const mine = pending.rows.get(place(kind, id));
      if (mine) return mine.row && (rowOf(mine.row) as Row<T>);
      const row = await under.get<T>(kind, id);
      remember(kind, id, row);
      return row;
    },
    async list<T>(kind: RowKind, query: RowQuery = {}) {
      const mine = [...pending.rows.values()].filter((one) => one.kind === kind);
      const limit = query.limit === undefined ? undefined : query.limit + mine.length;
      const stored = await under.list<T>(kind, { ...query, limit });
      for (const row of stored) remember(kind, row.id, row);
      const others = stored.filter(({ id }) => !pending.rows.has(place(kind, id)));
      const added = mine.flatMap(({ row }) => (row ? [rowOf(row) as Row<T>] : []));
      const all = [...others, ...added.filter((row) => answers(row, query))];
      const direction = query.newestFirst ? -1 : 1;
      all.sort((a, b) => direction * ((a.order ?? -1) - (b.order ?? -1)));
      return all.slice(0, query.limit);
    },
    count(kind, state) {
      const label = state === undefined ? undefined : labelOf(kind, state);
      let count = under.count(kind, state);
      for (const [at, { kind: changed, row }] of pending.rows) {
        if (changed !== kind) continue;
        if (!before.has(at)) throw new Error('count() after a change of a row that was not read before');
        const was = before.get(at);
        if (was !== undefined && (!label || was === label)) count -= 1;
        if (row && (!label || labelOf(kind, row.state) === label)) count += 1;
      }
      return count;
    },
    stamps: () => Promise.reject(new Error('What is being changed has no stamp yet')),
    put: (kind, id, value, fields = {}) => set(kind, id, openRowOf(kind, id, value, fields)),
    remove: (kind, id) => set(kind, id, undefined),
    setFacts(facts) {
      demandLive();
      pending.facts = { ...pending.facts, ...facts };
    },
  };
  return { view, life, pending };
}
