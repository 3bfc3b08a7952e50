import type { BatchCall, Decision, LoadedRecord, MergePatch, QueueItem, Receipt } from '../client/index.ts';
import { getAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { isDue, itemOf, newEntry, personOf, prepared, reopened, settled } from './entry.ts';
import type { Answer, Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
import { mergeRecords, settleMerge } from './merge.ts';
import type { ChangeView, ReadView, Row, RowFields, RowKind, RowQuery, RowStore } from './rows.ts';

export interface QueueOptions {
  readonly rows: RowStore;
  readonly now: () => number;
  readonly random: () => number;
}

const waiting = ['waiting', 'sending', 'retry'] as const;
const halted = ['conflict', 'refused'] as const;
const isOpen = ({ state }: Entry): boolean => state !== 'done';

/** Version of a record that stands in this queue and not on the server yet. */
export const pendingTag = ({ id, writes }: Entry): string => `~${writes}~${id}`;
const pendingOf = (
  etag: string | undefined,
): { readonly id: string; readonly writes: number } | undefined => {
  const match = /^~(\d+)~(.+)$/.exec(etag ?? '');
  return match ? { writes: Number(match[1]), id: match[2]! } : undefined;
};

/** The record of an entry as something to go on from, while the server has not seen it. */
export const pendingRecord = (entry: Entry): LoadedRecord => ({
  pid: entry.pid ?? '',
  etag: pendingTag(entry),
  version: 0,
  at: new Date(entry.at).toISOString(),
  by: '',
  facility: '',
  action: entry.call,
  record: entry.record!,
});

/** The writes of this device in their order. Every change of it is on disk before it is answered. */
export function createQueue({ rows, now, random }: QueueOptions) {
  const write = (view: ChangeView, entry: Entry, order: number | undefined): void =>
    view.put('entry', entry.id, entry, { state: entry.state, group: entry.group, order });

  const find = async (view: ReadView, id: string): Promise<Row<Entry> | undefined> => {
    const row = await view.get<Entry>('entry', id);
    return row && asFound(row);
  };

  async function rowOf(view: ReadView, id: string): Promise<Row<Entry>> {
    const row = await find(view, id);
    if (!row) throw new OutboxError('entry.gone');
    return row;
  }

  const entryOf = async (view: ReadView, id: string): Promise<Entry | undefined> =>
    (await find(view, id))?.value;

  const listed = async (view: ReadView, query: RowQuery): Promise<readonly Row<Entry>[]> =>
    (await view.list<Entry>('entry', query)).map(asFound);

  const entriesOf = async (view: ReadView, group: string): Promise<readonly Entry[]> =>
    (await listed(view, { group })).map((row) => row.value);

  /** What a group is known by: its pid, or for a pid its group. A link that is damaged is as good as none. */
  const linked = async (view: ReadView, id: string): Promise<string | undefined> => {
    try {
      return (await view.get<string>('link', id))?.value;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'vault.rowDamaged') throw error;
      return undefined;
    }
  };

  function add(view: ChangeView, entry: Entry): Entry {
    const order = view.facts.nextOrder;
    view.setFacts({ nextOrder: order + 1 });
    write(view, entry, order);
    return entry;
  }

  /** Changes one entry. */
  const alter = (id: string, change: (entry: Entry) => Entry): Promise<Entry> =>
    rows.change(async (view) => {
      const row = await rowOf(view, id);
      const entry = change(row.value);
      write(view, entry, row.order);
      return entry;
    });

  /** A record that was made here keeps its group when it is changed by its pid later. */
  const groupOf = async (view: ReadView, pid: string): Promise<string> =>
    (await linked(view, `pid:${pid}`)) ?? `pid:${pid}`;

  /**
   * Puts a record into the queue. `base` is what it changes; `id` names the capture, and all attempts to send it. What
   * is not on its way yet is replaced by what was written later on the same screen.
   */
  function submit(record: HealthRecord, base: LoadedRecord | undefined, id: string): Promise<Entry> {
    return rows.change(async (view) => {
      const pending = pendingOf(base?.etag);
      const start = base && !pending ? undefined : await entryOf(view, pending?.id ?? id);
      const group = base && !pending ? await groupOf(view, base.pid) : (start?.group ?? `capture:${id}`);
      const chain = await entriesOf(view, group);
      const line = start ? lineOf(chain, start.id) : [];
      const last = line.findLast(isOpen);
      // Another window has written there since: what is on this screen did not see that.
      const isElsewhere =
        pending && start && (start.writes !== pending.writes || line.at(-1)!.id !== pending.id);
      if (isElsewhere) throw new OutboxError('draft.elsewhere');
      const written = { record, ...personOf(record) };
      if (last && !last.request) {
        const entry: Entry = { ...reopened(last), ...written, choices: undefined, writes: last.writes + 1 };
        write(view, entry, (await rowOf(view, last.id)).order);
        return entry;
      }
      const pid = (await linked(view, group)) ?? (base?.pid || undefined);
      const isTaken = pid !== undefined || (await view.get('entry', id)) !== undefined;
      const made = { ...written, group, at: now(), pid, id: isTaken ? `${id}-${view.facts.nextOrder}` : id };
      const patch = (more: Partial<Entry>): Entry =>
        add(view, newEntry({ ...made, call: 'record.patch', ...more }));
      if (last) return patch({ base: { record: last.record!, etag: undefined }, after: last.id });
      if (base && !pending) return patch({ base: { record: base.record, etag: base.etag } });
      if (start) {
        const etag = versionOf(start);
        return patch({ base: { record: start.record!, etag }, after: start.id, isStale: !etag });
      }
      // The write it went on from is done and no longer here: what stands has to be loaded first.
      if (pid) return patch({ base: base && { record: base.record, etag: undefined }, isStale: true });
      if (pending) throw new OutboxError('entry.gone');
      return add(view, newEntry({ ...made, call: 'record.create' }));
    });
  }

  /** Puts a row to append, or a consent event, into the queue; once, however often it is asked. */
  function append(
    call: Exclude<BatchCall, 'record.create' | 'record.patch'>,
    pid: string,
    body: MergePatch,
    { id, name = '', birthDate }: { id: string; name?: string; birthDate?: string | undefined },
  ): Promise<Entry> {
    return rows.change(async (view) => {
      const there = await entryOf(view, id);
      if (there) return there;
      const group = await groupOf(view, pid);
      return add(view, newEntry({ id, call, group, at: now(), pid, body, name, birthDate }));
    });
  }

  /** What is sent next: of each group the oldest open entry, if nothing halts it and it is due; oldest first. */
  function ready(limit: number): Promise<readonly Entry[]> {
    return rows.read(async (view) => {
      const taken = new Set<string>();
      const found: Entry[] = [];
      const some = await Promise.all([...halted, 'sending', 'retry'].map((state) => listed(view, { state })));
      const others = some.flat();
      const orderOf = (row: Row): number => row.order ?? 0;
      for (let after: number | undefined; found.length < limit;) {
        const page = await listed(view, { state: 'waiting', limit, after });
        const isLast = page.length < limit;
        const end = isLast ? Infinity : orderOf(page.at(-1)!);
        const here = others.filter((row) => orderOf(row) > (after ?? -1) && orderOf(row) <= end);
        for (const { value } of [...page, ...here].sort((a, b) => orderOf(a) - orderOf(b))) {
          if (found.length >= limit) break;
          if (taken.has(value.group)) continue;
          taken.add(value.group);
          if (value.state !== 'conflict' && value.state !== 'refused' && isDue(value, now()))
            found.push(value);
        }
        if (isLast) break;
        after = end;
      }
      return found;
    });
  }

  /** Milliseconds since 1970 when something is due; `undefined` where nothing will be by itself. */
  async function nextDue(): Promise<number | undefined> {
    if ((await ready(1)).length) return now();
    return rows.read(async (view) => {
      const times = (await listed(view, { state: 'retry' })).map(({ value }) => value.retryAt ?? now());
      return times.length ? Math.min(...times) : undefined;
    });
  }

  async function finish(view: ChangeView, entry: Entry, order: number | undefined): Promise<void> {
    write(view, entry, order);
    const { receipt, pid, record, group, doneAt } = entry;
    view.setFacts({ sent: view.facts.sent + 1, lastSentAt: doneAt });
    if (!receipt || !pid || !record) return;
    view.put('link', group, pid);
    if (group !== `pid:${pid}`) view.put('link', `pid:${pid}`, group);
  }

  /** A change that started from an unanswered write of this device starts from what the server made of that. */
  async function follow(view: ReadView, entry: Entry): Promise<Entry> {
    if (entry.after === undefined || entry.base?.etag !== undefined || entry.theirs) return entry;
    const pid = await linked(view, entry.group);
    const etag = versionOf(await entryOf(view, entry.after));
    return etag ? { ...entry, pid, base: { ...entry.base!, etag } } : { ...entry, pid, isStale: true };
  }

  /** Makes the requests of entries, on disk before anything is sent. Gives those that go out. */
  function freeze(ids: readonly string[]): Promise<readonly Entry[]> {
    return rows.change(async (view) => {
      const frozen: Entry[] = [];
      for (const id of ids) {
        const row = await find(view, id);
        if (!row || row.value.isStale || !(waiting as readonly string[]).includes(row.value.state)) continue;
        const entry = await follow(view, row.value);
        if (entry.isStale) {
          write(view, entry, row.order);
          continue;
        }
        const made = entry.request
          ? ({ kind: 'request', request: entry.request, merged: entry.merged } as const)
          : prepared(entry);
        if (made.kind === 'undecided') write(view, inConflict(entry), row.order);
        else if (made.kind === 'nothing') {
          const version = Number((entry.theirs ?? entry.base)?.etag?.replace(/\D/g, '') ?? 0);
          const receipt: Receipt = { pid: entry.pid!, version, at: new Date(now()).toISOString() };
          await finish(view, settled(entry, { kind: 'done', receipt }, now(), 0), row.order);
        } else {
          const { request, merged } = made;
          const sending: Entry = {
            ...entry,
            request,
            merged,
            state: 'sending',
            attempts: entry.attempts + 1,
          };
          write(view, sending, row.order);
          frozen.push(sending);
        }
      }
      return frozen;
    });
  }

  /** Writes down what came back. An answer to a request that the entry has no more is of no account. */
  function settle(
    answers: readonly { readonly id: string; readonly key: string; readonly answer: Answer }[],
  ): Promise<void> {
    return rows.change(async (view) => {
      for (const { id, key, answer } of answers) {
        const row = await find(view, id);
        if (!row || row.value.request?.key !== key || row.value.state === 'done') continue;
        const entry = settled(row.value, answer, now(), random());
        if (entry.state === 'done') await finish(view, entry, row.order);
        else write(view, entry, row.order);
      }
    });
  }

  /** Takes note of what stands on the server; it is merged when the entry is sent. */
  function refresh(id: string, theirs: LoadedRecord): Promise<void> {
    return rows.change(async (view) => {
      const row = await find(view, id);
      if (!row?.value.isStale) return;
      const entry: Entry = { ...row.value, isStale: false };
      if (!entry.body) write(view, { ...entry, theirs, choices: undefined }, row.order);
      else if (isAppended(entry, theirs.record)) {
        const { pid, version, at } = theirs;
        await finish(
          view,
          settled(entry, { kind: 'done', receipt: { pid, version, at } }, now(), 0),
          row.order,
        );
      } else write(view, { ...entry, state: 'refused' }, row.order);
    });
  }

  /** Does what a person decided; `same` is the record of the candidate who is the same person. */
  function decide(id: string, decision: Decision, same?: LoadedRecord): Promise<Entry> {
    return alter(id, (entry) => {
      if (entry.state !== 'conflict') throw new OutboxError('entry.gone');
      if (decision.kind === 'record') {
        if (entry.theirs?.etag !== decision.etag) throw new OutboxError('draft.elsewhere');
        return { ...reopened(entry), choices: decision.choices };
      }
      // Two records of one person made apart have no common past: whatever differs goes to a person again.
      return { ...reopened(entry), call: 'record.patch', pid: same!.pid, base: undefined, theirs: same };
    });
  }

  /** An entry and those that start from it, oldest first. None of them may be on its way. */
  async function branchOf(view: ReadView, id: string): Promise<readonly Entry[]> {
    const { value } = await rowOf(view, id);
    const branch = lineOf(await entriesOf(view, value.group), id);
    if (branch.some(({ state }) => state === 'sending')) throw new OutboxError('entry.sending');
    return branch;
  }

  /** Halts an entry so that it can be corrected as a draft; it stays here until the correction is sent or it is removed. */
  function takeBack(id: string): Promise<{ readonly draft: HealthRecord; readonly base: LoadedRecord }> {
    return rows.change(async (view) => {
      const [value, ...later] = await branchOf(view, id);
      if (!value?.record || !isOpen(value)) throw new OutboxError('entry.gone');
      for (const each of later) view.remove('entry', each.id);
      const problem = value.problem ?? { code: 'entry.takenBack', issues: [] };
      const held: Entry = { ...reopened(value), state: 'refused', problem, writes: value.writes + 1 };
      const last = later.at(-1)?.record;
      const entry = last ? { ...held, record: last, choices: undefined } : { ...held, ...together(held) };
      write(view, entry, (await rowOf(view, id)).order);
      return { draft: entry.record!, base: pendingRecord(entry) };
    });
  }

  /** Tries a refused entry again, as it is; one that waits for its time is due now. */
  const retry = (id: string): Promise<Entry> =>
    alter(id, (entry) => (entry.state === 'refused' ? reopened(entry) : { ...entry, retryAt: undefined }));

  /** Deletes an entry and what starts from it. */
  function remove(id: string): Promise<void> {
    return rows.change(async (view) => {
      for (const each of await branchOf(view, id)) view.remove('entry', each.id);
    });
  }

  async function list(
    states: readonly Entry['state'][],
    limit?: number,
    newestFirst = false,
  ): Promise<Entry[]> {
    return rows.read(async (view) => {
      const found = await Promise.all(states.map((state) => listed(view, { state, limit, newestFirst })));
      const sign = newestFirst ? -1 : 1;
      const sorted = found.flat().sort((a, b) => sign * ((a.order ?? 0) - (b.order ?? 0)));
      return sorted.slice(0, limit).map(({ value }) => value);
    });
  }

  const items = async (state: 'waiting' | 'attention' | 'done', limit = 100): Promise<QueueItem[]> => {
    const states = { waiting, attention: halted, done: ['done'] as const }[state];
    return (await list(states, limit, state === 'done')).map(itemOf);
  };

  const get = (id: string): Promise<Entry> => rows.read(async (view) => (await rowOf(view, id)).value);

  /** The last writing of a record that the server does not have yet. */
  const pendingFor = (pid: string): Promise<Entry | undefined> =>
    rows.read(async (view) =>
      (await entriesOf(view, await groupOf(view, pid))).findLast((entry) => isOpen(entry) && entry.record),
    );

  /** Deletes what the server has acknowledged before that time. */
  function purge(before: number): Promise<void> {
    return rows.change(async (view) => {
      for (const { value } of await listed(view, { state: 'done', limit: 500 }))
        if ((value.doneAt ?? 0) < before) view.remove('entry', value.id);
    });
  }

  /** Puts entries of another store into this one, as they are; gives how many were here already. */
  function adopt(entries: readonly Entry[]): Promise<number> {
    return rows.change(async (view) => {
      let known = 0;
      for (const entry of entries) {
        if (await view.get('entry', entry.id)) known++;
        else add(view, entry.state === 'sending' ? { ...entry, state: 'retry', retryAt: undefined } : entry);
      }
      return known;
    });
  }

  return {
    ...{ submit, append, ready, nextDue, freeze, settle, refresh, decide, retry, takeBack, remove },
    ...{ list, items, get, pendingFor, purge, adopt, alter },
  };
}

/** An entry as it is found: one that a damaged store was saved with waits for a person. */
const asFound = (row: Row<Entry>): Row<Entry> =>
  row.state === undefined || row.state === row.value.state
    ? row
    : { ...row, value: { ...row.value, state: 'refused', problem: { code: 'vault.recovered', issues: [] } } };

/** How the entries of a damaged store are found again: nothing of it is sent before someone has looked at it. */
export const keptFields = (kind: RowKind, fields: RowFields): RowFields =>
  kind === 'entry' && fields.state !== 'done' ? { ...fields, state: 'refused' } : fields;

/** The queue of a store. */
export type Queue = ReturnType<typeof createQueue>;

/** An entry and those that start from it, oldest first. */
function lineOf(chain: readonly Entry[], id: string): readonly Entry[] {
  const line: Entry[] = [];
  for (const entry of chain)
    if (entry.id === id || line.some((each) => each.id === entry.after)) line.push(entry);
  return line;
}

/**
 * The version that the server made of a write. A merged one has none to go on from: what came from others was never on
 * this screen, and has to be loaded and merged with what is written next.
 */
const versionOf = (entry: Entry | undefined): string | undefined =>
  entry?.receipt && !entry.theirs ? `"${entry.receipt.version}"` : undefined;

/** What was merged for the server is corrected as it was merged. */
function together({ theirs, base, record, choices = {} }: Entry): Partial<Entry> {
  if (!theirs || !record) return {};
  const merge = mergeRecords(base?.record, record, theirs.record);
  if (merge.conflicts.some(({ path }) => !Object.hasOwn(choices, path))) return {};
  const start = { record: theirs.record, etag: theirs.etag };
  return { record: settleMerge(merge, choices), base: start, theirs: undefined, choices: undefined };
}

const inConflict = (entry: Entry): Entry => ({
  ...entry,
  state: 'conflict',
  problem: { code: 'record.changed', issues: [] },
});

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Whether the row of an append stands in the record already, as it was sent. */
function isAppended({ call, body }: Entry, record: HealthRecord): boolean {
  const { id, table, examination, dose, screening } = body as Readonly<Record<string, unknown>>;
  const path =
    call === 'examination.append'
      ? `examinations.${id}`
      : call === 'immunization.append'
        ? `immunizations.${table}.${id}`
        : `screenings.${id}`;
  return canonical(getAt(record, path)) === canonical(examination ?? dose ?? screening);
}
