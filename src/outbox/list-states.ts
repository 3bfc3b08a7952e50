import type { LoadedRecord, MemberState } from '../client/index.ts';
import { isEqual } from './bags.ts';
import type { Entry } from './entry.ts';
import { countAnswer } from './consent-rows.ts';
import * as own from './entry-rows.ts';
import type { ChangeView, ReadView, Row, RowKind, RowStore } from './rows.ts';

/** What is kept of somebody on a list, apart from the record: small, because all of a list are read at once. */
export interface Kept {
  readonly stations?: MemberState['stations'];
  readonly mark?: MemberState['mark'];
  readonly consent?: MemberState['consent'];
  readonly at?: number | undefined;
  /** Record of the person, once it is known. */
  readonly pid?: string | undefined;
  /** One for each person on this device, however many stations write: it makes one record. */
  readonly capture: string;
  /** What is in the queue and not done, by the id of its entry. */
  readonly open?: { readonly [entry: string]: 'waiting' | 'attention' } | undefined;
}

/** What this device last knew of somebody's record, and what was kept of them then. */
export interface Known {
  readonly base: LoadedRecord;
  readonly kept: Kept;
}

/** States of many people of a list, by member. */
export type Chunk = ReadonlyMap<string, Kept>;

const chunkCount = 16;
export const chunks: readonly number[] = /* @__PURE__ */ Array.from({ length: chunkCount }, (_, at) => at);

/** Where somebody's state stands, whatever the list holds. */
export function chunkOf(member: string): number {
  let hash = 0;
  for (let at = 0; at < member.length; at++) hash = (Math.imul(hash, 31) + member.charCodeAt(at)) | 0;
  return (hash >>> 0) % chunkCount;
}

const rowId = (list: string, chunk: number): string => `${chunk}.${list}`;
/** Row of somebody's record. */
export const knownId = (list: string, member: string): string => JSON.stringify([list, member]);
/** Records of a chunk belong together. */
export const knownGroup = rowId;

/** `unsaved` = stations at which something was typed and not submitted. */
export const stateOf = (
  { stations = {}, mark, consent, open = {}, at }: Kept,
  unsaved?: readonly string[],
): MemberState => {
  const all = Object.values(open);
  const queue = all.includes('attention') ? 'attention' : all.length ? 'waiting' : undefined;
  return { stations, mark, consent, queue, at, ...(unsaved && { unsaved }) };
};

const asChunk = (value: readonly (readonly [member: string, kept: Kept])[]): Chunk => new Map(value);

export function writeChunk(view: ChangeView, list: string, chunk: number, states: Chunk): void {
  view.put('states', rowId(list, chunk), [...states], { group: list });
}

const openState = ({ state }: Entry): 'waiting' | 'attention' | undefined =>
  state === 'done' ? undefined : own.halted.includes(state) ? 'attention' : 'waiting';

/** What of a list is in the queue and not done, by member, found in the queue itself. */
export async function openEntries(
  view: ReadView,
  list: string,
): Promise<ReadonlyMap<string, NonNullable<Kept['open']>>> {
  const found = new Map<string, NonNullable<Kept['open']>>();
  for (const state of [...own.waiting, ...own.halted])
    for (const { value } of await own.listed(view, { state }))
      if (value.member?.list === list) {
        const { id } = value.member;
        found.set(id, { ...found.get(id), [value.id]: openState(value)! });
      }
  return found;
}

/** States that were altered or are gone, as far as they can be told from the records and the queue. */
async function rebuilt(view: ReadView, list: string, chunk: number): Promise<Chunk | undefined> {
  const people = (await own.undamaged(view.get<readonly { id: string; pid?: string }[]>('members', list)))
    ?.value;
  const known = await view.list<Known>('member', { group: knownGroup(list, chunk) });
  if (!people && !known.length) return undefined;
  const open = await openEntries(view, list);
  const states = new Map<string, Kept>();
  for (const { id, pid } of people ?? [])
    // Who has written nothing has no capture that could be known anywhere: any is as good.
    if (chunkOf(id) === chunk) states.set(id, { pid, capture: newCapture() });
  for (const { id, value } of known)
    states.set((JSON.parse(id) as [string, string])[1], { ...value.kept, open: undefined });
  for (const [id, entries] of open) if (states.has(id)) states.set(id, { ...states.get(id)!, open: entries });
  return states;
}

/** Name of a capture, which is the start of idempotency keys. */
export function newCapture(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(15));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

/** States of one chunk; `undefined` where the list is gone. */
export async function readChunk(view: ReadView, list: string, chunk: number): Promise<Chunk | undefined> {
  const row = await own.undamaged(view.get<[string, Kept][]>('states', rowId(list, chunk)));
  if (row) return asChunk(row.value);
  return (await view.get('list', list)) ? rebuilt(view, list, chunk) : undefined;
}

/** By chunk what changes whenever something in it does. */
export const chunkStamps = (view: ReadView, list: string): Promise<readonly (number | undefined)[]> =>
  view.stamps(
    'states',
    chunks.map((chunk) => rowId(list, chunk)),
  );

/** All states of a list. */
export async function readStates(view: ReadView, list: string): Promise<Chunk> {
  const rows = new Map<string, Row<[string, Kept][]>>();
  for (const row of await view.list<[string, Kept][]>('states', { group: list })) rows.set(row.id, row);
  const all = new Map<string, Kept>();
  for (const chunk of chunks) {
    const row = rows.get(rowId(list, chunk));
    for (const [id, kept] of row?.value ?? (await rebuilt(view, list, chunk)) ?? []) all.set(id, kept);
  }
  return all;
}

/** What is left of somebody's state when their writing was deleted from the queue: it counts as not written. */
const unwritten = ({ mark, consent, pid, capture, open }: Kept): Kept => ({
  ...{ mark, consent, pid, open },
  // Its requests may have gone out under the old name.
  capture: pid === undefined && !open ? newCapture() : capture,
});

/** Brings the states up to what became of entries in a change. */
async function follow(
  view: ChangeView,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry | undefined>,
): Promise<void> {
  const people = new Map<string, { list: string; id: string; entries: string[] }>();
  for (const [id, entry] of after) {
    const member = (entry ?? before.get(id))?.member;
    if (!member) continue;
    const key = knownId(member.list, member.id);
    const found = people.get(key) ?? { ...member, entries: [] };
    found.entries.push(id);
    people.set(key, found);
  }
  for (const [key, { list, id, entries }] of people) {
    const chunk = chunkOf(id);
    const row = await own.undamaged(view.get<[string, Kept][]>('states', rowId(list, chunk)));
    const states = row && new Map(row.value);
    const kept = states?.get(id);
    if (!states || !kept) continue;
    const open = new Map(Object.entries(kept.open ?? {}));
    let { pid, capture } = kept;
    let [isWritten, isDeleted] = [false, false];
    for (const entryId of entries) {
      const entry = after.get(entryId);
      const state = entry && openState(entry);
      if (state) open.set(entryId, state);
      else if (open.delete(entryId) && !entry) isDeleted = true;
      isWritten ||= state !== undefined;
      if (!entry) continue;
      pid = entry.pid ?? pid;
      // Taken over from another device, for somebody of whom nothing was written here.
      if (entry.call === 'record.create' && kept.at === undefined) capture = entry.id;
    }
    const stands = { ...kept, pid, capture, open: open.size ? Object.fromEntries(open) : undefined };
    // What was taken out together with what takes its place is not given up.
    const isGivenUp = isDeleted && !isWritten;
    if (isGivenUp) view.remove('member', key);
    const next = isGivenUp ? unwritten(stands) : stands;
    if (!isEqual(next, kept)) writeChunk(view, list, chunk, states.set(id, next));
  }
}

/** The same store; what becomes of entries that were written of people on lists stands in their states in the same change. */
export const followed = (rows: RowStore): RowStore => ({
  get damaged() {
    return rows.damaged;
  },
  read: (work) => rows.read(work),
  watch: (listener) => rows.watch(listener),
  change: (work) =>
    rows.change(async (view) => {
      const before = new Map<string, Entry>();
      const after = new Map<string, Entry | undefined>();
      const seen = (kind: RowKind, row: Row | undefined): void => {
        if (kind === 'entry' && row && !after.has(row.id)) before.set(row.id, row.value as Entry);
      };
      const value = await work({
        revision: view.revision,
        get facts() {
          return view.facts;
        },
        async get<T>(kind: RowKind, id: string) {
          const row = await view.get<T>(kind, id);
          seen(kind, row);
          return row;
        },
        async list<T>(kind: RowKind, query?: Parameters<ReadView['list']>[1]) {
          const found = await view.list<T>(kind, query);
          for (const row of found) seen(kind, row);
          return found;
        },
        count: (kind, state) => view.count(kind, state),
        stamps: (kind, ids) => view.stamps(kind, ids),
        put(kind, id, given, fields) {
          view.put(kind, id, given, fields);
          if (kind === 'entry') after.set(id, given as Entry);
        },
        remove(kind, id) {
          view.remove(kind, id);
          if (kind === 'entry') after.set(id, undefined);
        },
        setFacts: (facts) => view.setFacts(facts),
      });
      if (after.size) await follow(view, before, after);
      for (const [id, entry] of after) countAnswer(view, id, entry, before.get(id));
      return value;
    }),
});
