import type { Client, Lists, LoadedRecord, Member, MemberRecord, MemberState } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { isEqual } from './bags.ts';
import { isUnreached } from './copies.ts';
import type { Copies } from './copies.ts';
import type { Entry } from './entry.ts';
import * as own from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import { createBases } from './list-bases.ts';
import type { From } from './list-bases.ts';
import { unsavedIn } from './list-drafts.ts';
import type { ListDrafts } from './list-drafts.ts';
import * as states from './list-states.ts';
import type { Kept, Known } from './list-states.ts';
import { createUpkeep, deleteIn } from './list-upkeep.ts';
import type { Head } from './list-upkeep.ts';
import { createListWatch } from './list-watch.ts';
import { mergeRecords } from './merge.ts';
import type { Queue } from './queue.ts';
import type { ChangeView, ReadView, RowStore } from './rows.ts';
import { submissionOf } from './submission.ts';

/** What is here of somebody on a list. */
interface Place {
  readonly kept: Kept;
  readonly pid: string | undefined;
  /** Their writings in the queue, oldest first. */
  readonly chain: readonly Entry[];
  readonly known: Known | undefined;
  readonly unsaved: readonly string[] | undefined;
}

/** Milliseconds that the server has to give a record of which this device has something; and where it was silent last time. */
const patienceMs = 3_000;
const shortPatienceMs = 500;

const isHere = (base: LoadedRecord | undefined): boolean =>
  base === undefined || own.pendingOf(base.etag) !== undefined;

/** A member as the newer line of the same id says it: it was corrected. What that does not say stays. */
const completed = (member: Member, more: Member | undefined): Member =>
  more ? { ...member, ...(JSON.parse(JSON.stringify(more)) as Member) } : member;

/** Lists in the sealed store, and what was written of the people on them. */
export function createLists({
  rows,
  aside,
  queue,
  typing,
  client,
  copies,
  answered,
  isUnreachable,
  now,
  maxAgeMs,
}: {
  rows: RowStore;
  /** The rows read without keeping the store open. */
  aside: RowStore;
  queue: Queue;
  typing: ListDrafts;
  client: Client;
  copies: Copies;
  answered: (id: string) => Promise<Entry | undefined>;
  /** Whether the server did not answer last time. */
  isUnreachable: () => boolean;
  now: () => number;
  maxAgeMs: number;
}) {
  const bases = createBases();

  async function stateOf(view: ReadView, list: string, id: string): Promise<[states.Chunk, Kept]> {
    const chunk = await states.readChunk(view, list, states.chunkOf(id));
    const kept = chunk?.get(id);
    if (!chunk || !kept) throw new OutboxError('copy.missing');
    return [chunk, kept];
  }

  const keep = (view: ChangeView, list: string, id: string, chunk: states.Chunk, kept: Kept): void =>
    states.writeChunk(view, list, states.chunkOf(id), new Map(chunk).set(id, kept));

  async function placeOf(view: ReadView, list: string, id: string, kept: Kept): Promise<Place> {
    const ofCapture = `capture:${kept.capture}`;
    const pid = kept.pid ?? (await own.pidOf(view, ofCapture));
    const group = pid === undefined ? ofCapture : await own.groupOf(view, pid);
    const chain = (await own.entriesOf(view, group)).filter(({ record }) => record);
    const known = (await own.undamaged(view.get<Known>('member', states.knownId(list, id))))?.value;
    return { kept, pid, chain, known, unsaved: (await unsavedIn(view, list)).get(id) };
  }

  const putKnown = (view: ChangeView, list: string, id: string, value: Known): void =>
    view.put('member', states.knownId(list, id), value, {
      group: states.knownGroup(list, states.chunkOf(id)),
    });

  /** What was written, and what it changes: brought together with what was written here by others meanwhile. */
  function meeting(
    record: HealthRecord,
    { base: from, isApart = false }: From,
    { chain, known }: Place,
  ): readonly [HealthRecord, LoadedRecord | undefined] {
    const isBehind = isHere(from) || chain.some(({ base }) => base?.etag === from?.etag);
    const last = chain.findLast(own.isOpen) ?? (isBehind ? chain.at(-1) : undefined);
    const latest = last ? own.pendingRecord(last) : from && !isApart ? undefined : known?.base;
    if (!latest || (!isApart && latest.etag === from?.etag)) return [record, from];
    const { conflicts, merged } = mergeRecords(from?.record, record, latest.record);
    if (conflicts.length) throw new OutboxError('draft.elsewhere');
    return [merged, latest];
  }

  function give(list: string, id: string, base: LoadedRecord | undefined, { kept, pid, unsaved }: Place) {
    const consentsOf = pid ?? { capture: kept.capture };
    const given: MemberRecord = { record: base?.record, state: states.stateOf(kept, unsaved), consentsOf };
    bases.gave(states.knownId(list, id), given, { base });
    return given;
  }

  /** The server's record, or what this device has of it. */
  async function newest(pid: string, known: LoadedRecord | undefined): Promise<LoadedRecord | undefined> {
    const late = new AbortController();
    const ms = isUnreachable() ? shortPatienceMs : patienceMs;
    const timer = known && setTimeout(() => late.abort(new OutboxError('copy.missing')), ms);
    try {
      const loaded = await client.records.load(pid, { signal: late.signal });
      await copies.renew(loaded).catch(() => {});
      return loaded;
    } catch (error) {
      if (!isUnreached(error) && !late.signal.aborted) throw error;
      return known ?? (await copies.record(pid).catch(() => undefined));
    } finally {
      clearTimeout(timer);
    }
  }

  const alter = (list: string, id: string, change: (kept: Kept) => Kept): Promise<void> =>
    rows.change(async (view) => {
      const [chunk, kept] = await stateOf(view, list, id);
      keep(view, list, id, chunk, change(kept));
    });

  const port = {
    all: () =>
      rows.read(async (view) =>
        (await view.list<Head>('list', { newestFirst: true })).map(({ value }) => value),
      ),

    async put({ members, ...list }) {
      await rows.change(async (view) => {
        const head = (await view.get<Head>('list', list.id))?.value;
        const there = (await own.undamaged(view.get<readonly Member[]>('members', list.id)))?.value ?? [];
        const given = new Map(members.map((member) => [member.id, member]));
        const here = new Set(there.map(({ id }) => id));
        const all = [
          ...there.map((member) => completed(member, given.get(member.id))),
          ...[...given.values()].filter(({ id }) => !here.has(id)),
        ];
        const known = head ? await states.readStates(view, list.id) : new Map<string, Kept>();
        const parts = states.chunks.map(() => new Map<string, Kept>());
        for (const { id, pid } of all) {
          const kept = known.get(id) ?? { capture: states.newCapture() };
          // Where a record is being made already, the server says whose it is.
          const next = kept.at === undefined && pid !== undefined ? { ...kept, pid } : kept;
          parts[states.chunkOf(id)]!.set(id, next);
        }
        for (const [chunk, part] of parts.entries()) states.writeChunk(view, list.id, chunk, part);
        const addedAt = head?.addedAt ?? now();
        view.put('members', list.id, all);
        view.put('list', list.id, { ...list, count: all.length, addedAt } satisfies Head, { order: addedAt });
      });
    },

    open: (id) =>
      rows.read(async (view) => {
        const head = (await view.get<Head>('list', id))?.value;
        const members = (await view.get<readonly Member[]>('members', id))?.value;
        if (!head || !members) throw new OutboxError('copy.missing');
        const { count: _, addedAt: __, ...list } = head;
        const [all, unsaved] = await Promise.all([states.readStates(view, id), unsavedIn(view, id)]);
        const of = ({ id }: Member): [string, MemberState] => [
          id,
          states.stateOf(all.get(id) ?? { capture: '' }, unsaved.get(id)),
        ];
        return { list: { ...list, members }, states: new Map(members.map(of)) };
      }),

    async member(list, id) {
      const look = async (view: ReadView): Promise<Place> =>
        placeOf(view, list, id, (await stateOf(view, list, id))[1]);
      const here = await rows.read(look);
      const pending = here.chain.findLast(own.isOpen);
      if (pending) return give(list, id, own.pendingRecord(pending), here);
      const { pid } = here;
      const known = here.known?.base;
      if (pid === undefined) return give(list, id, known, here);
      const loaded = await newest(pid, known);
      if (!loaded || loaded.etag === known?.etag) return give(list, id, loaded, here);
      const since = await rows
        .change(async (view) => {
          const place = await look(view);
          if (!place.chain.some(own.isOpen)) putKnown(view, list, id, { base: loaded, kept: place.kept });
          return place;
        })
        // What the server gave is shown, whether there is room for it or not.
        .catch((error: unknown) => {
          if ((error as OutboxError).code === 'vault.full') return here;
          throw error;
        });
      const written = since.chain.findLast(own.isOpen);
      return give(list, id, written ? own.pendingRecord(written) : loaded, { ...since, pid });
    },

    async submit(list, id, record, stations, from, held) {
      const key = states.knownId(list, id);
      const mine = structuredClone(record);
      const given = bases.of(key, from, mine);
      const entry = await rows.change(async (view) => {
        const [chunk, kept] = await stateOf(view, list, id);
        const place = await placeOf(view, list, id, kept);
        const [written, base] = meeting(mine, given ?? { base: place.known?.base }, place);
        const { pid } = place;
        const made = await queue.submitIn(view, written, base, kept.capture, { pid, member: { list, id } });
        // What somebody else has written here since stands too, and was not seen by who tells what stands.
        const all = written === mine ? stations : { ...kept.stations, ...stations };
        const next: Kept = { ...kept, pid, stations: all, at: now() };
        keep(view, list, id, chunk, next);
        putKnown(view, list, id, { base: own.pendingRecord(made), kept: next });
        await typing.submitIn(view, held);
        return made;
      });
      typing.submitted(held);
      const isApart = !isEqual(entry.record, mine);
      bases.wrote(key, from, { base: { ...own.pendingRecord(entry), record: mine }, isApart });
      return submissionOf(entry, await answered(entry.id));
    },

    mark: (list, id, mark) => alter(list, id, (kept) => ({ ...kept, mark: mark && { ...mark, at: now() } })),

    consented: (list, id, consent) => alter(list, id, (kept) => ({ ...kept, consent })),

    remove: (id) => rows.change((view) => deleteIn(view, id)),

    page: typing.page,

    watch: createListWatch(aside),
  } satisfies Lists;

  return { ...port, ...createUpkeep({ aside, now, maxAgeMs }) };
}

/** The lists of a store. */
export type StoredLists = ReturnType<typeof createLists>;
