import type { BatchCall, Decision, LoadedRecord, MergePatch, QueueItem } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { createConsentQueue } from './consent-queue.ts';
import { dropOrphans, isConsent, release } from './consent-rows.ts';
import { inConflict, itemOf, newEntry, personOf, prepared, reopened, resumed } from './entry.ts';
import type { Entry } from './entry.ts';
import * as own from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import type { ChangeView, ReadView, RowStore } from './rows.ts';
import { besideTheirs } from './same-person.ts';
import { createSending } from './sending.ts';
import { takenBack } from './taken-back.ts';

export interface QueueOptions {
  readonly rows: RowStore;
  readonly now: () => number;
  readonly random: () => number;
}

/** The writes of this device in their order. Every change of it is on disk before it is answered. */
export function createQueue(options: QueueOptions) {
  const { rows, now } = options;
  const entryOf = async (view: ReadView, id: string): Promise<Entry | undefined> =>
    (await own.find(view, id))?.value;

  /** Changes one entry. */
  const alter = (id: string, change: (entry: Entry) => Entry): Promise<Entry> =>
    rows.change(async (view) => {
      const row = await own.rowOf(view, id);
      const entry = change(row.value);
      own.write(view, entry, row.order);
      return entry;
    });

  /** The entry that a screen goes on from, if there is one. */
  async function startOf(
    view: ReadView,
    base: LoadedRecord | undefined,
    id: string,
  ): Promise<Entry | undefined> {
    const pending = own.pendingOf(base?.etag);
    if (!base || pending) return entryOf(view, pending?.id ?? id);
    // The same screen again, which has not heard what became of its first attempt.
    const chain = await own.entriesOf(view, await own.groupOf(view, base.pid));
    return chain.find(
      (entry) =>
        (entry.id === id || entry.id.startsWith(`${id}-`)) &&
        entry.call === 'record.patch' &&
        entry.base?.etag === base.etag,
    );
  }

  /** The group that a record's writes are kept in order by. */
  async function groupFor(
    view: ReadView,
    base: LoadedRecord | undefined,
    start: Entry | undefined,
    id: string,
  ): Promise<string> {
    if (start) return start.group;
    if (base?.pid) return own.groupOf(view, base.pid);
    const pending = own.pendingOf(base?.etag);
    const before = pending && (await own.linked(view, `capture:${pending.id}`));
    return before ? `capture:${pending.id}` : `capture:${id}`;
  }

  /**
   * Puts a record into the queue. `base` is what it changes; `id` names the capture, and all attempts to send it. What
   * is not on its way yet is replaced by what was written later on the same screen.
   */
  async function submit(record: HealthRecord, base: LoadedRecord | undefined, id: string): Promise<Entry> {
    own.demandKey(id);
    return rows.change(async (view) => {
      const pending = own.pendingOf(base?.etag);
      const start = await startOf(view, base, id);
      const group = await groupFor(view, base, start, id);
      const line = start ? own.lineOf(await own.entriesOf(view, group), start.id) : [];
      const last = line.findLast(own.isOpen);
      // Another window has written there since: what is on this screen did not see that.
      const isElsewhere =
        pending && start && (start.writes !== pending.writes || line.at(-1)!.id !== pending.id);
      if (isElsewhere) throw new OutboxError('draft.elsewhere');
      const written = { record, ...personOf(record) };
      if (last && !last.request) {
        const entry: Entry = { ...reopened(last), ...written, choices: undefined, writes: last.writes + 1 };
        own.write(view, entry, (await own.rowOf(view, last.id)).order);
        return entry;
      }
      const pid = (await own.pidOf(view, group)) ?? (start?.pid || base?.pid || undefined);
      if (pid) await release(view, `capture:${id}`, { group, pid, ...personOf(record) });
      const isTaken = pid !== undefined || (await view.get('entry', id)) !== undefined;
      const made = { ...written, group, at: now(), pid, id: isTaken ? `${id}-${view.facts.nextOrder}` : id };
      const patch = (more: Partial<Entry>): Entry =>
        own.add(view, newEntry({ ...made, call: 'record.patch', ...more }));
      if (last) return patch({ base: { record: last.record!, etag: undefined }, after: last.id });
      if (start) {
        const etag = own.versionOf(start);
        return patch({ base: { record: start.record!, etag }, after: start.id, isStale: !etag });
      }
      if (base && !pending) return patch({ base: { record: base.record, etag: base.etag } });
      // The write it went on from is done and no longer here: what stands has to be loaded first.
      if (pid) return patch({ base: base && { record: base.record, etag: undefined }, isStale: true });
      // What it went on from was deleted before the server had it: this is all there is of the person.
      return own.add(view, newEntry({ ...made, call: 'record.create' }));
    });
  }

  /** Puts a row to append into the queue; once, however often it is asked. */
  async function append(
    call: Exclude<BatchCall, 'record.create' | 'record.patch' | 'consent.append'>,
    pid: string,
    body: MergePatch,
    { id, name = '', birthDate }: { id: string; name?: string; birthDate?: string | undefined },
  ): Promise<Entry> {
    own.demandKey(id);
    return rows.change(async (view) => {
      const there = await entryOf(view, id);
      if (there) return there;
      const group = await own.groupOf(view, pid);
      return own.add(view, newEntry({ id, call, group, at: now(), pid, body, name, birthDate }));
    });
  }

  /** Does what a person decided; `same` is the record of the candidate who is the same person. */
  function decide(id: string, decision: Decision, same?: LoadedRecord): Promise<Entry> {
    return rows.change(async (view) => {
      const { value: entry, order } = await own.rowOf(view, id);
      if (entry.state !== 'conflict') throw new OutboxError('entry.gone');
      let next: Entry;
      if (decision.kind === 'record') {
        if (entry.theirs?.etag !== decision.etag) throw new OutboxError('draft.elsewhere');
        next = { ...reopened(entry), choices: decision.choices };
      } else {
        if (entry.call !== 'record.create' || !same) throw new OutboxError('entry.gone');
        const group = await moved(view, entry, same.pid);
        // Two records of one person made apart have no common past: whatever differs goes to a person again.
        const record = besideTheirs(entry.record!, same.record);
        const apart = { call: 'record.patch', pid: same.pid, group, record, base: undefined } as const;
        next = { ...reopened(entry), ...apart, theirs: same, choices: undefined };
      }
      if (prepared(next).kind === 'undecided') next = inConflict(next);
      own.write(view, next, order);
      return next;
    });
  }

  /** Puts what follows an entry, and later itself, in line with the other writes of that person. */
  async function moved(view: ChangeView, { id, group }: Entry, pid: string): Promise<string> {
    const to = await own.groupOf(view, pid);
    if (to === group) return to;
    for (const { value, order } of await own.listed(view, { group }))
      if (value.id !== id) own.write(view, { ...value, group: to, pid }, order);
    // What is written under the name of the capture belongs to that person from now on.
    view.put('link', group, pid);
    return to;
  }

  /** An entry and those that start from it, oldest first. None of them may be on its way. */
  async function branchOf(view: ReadView, id: string): Promise<readonly Entry[]> {
    const { value } = await own.rowOf(view, id);
    // What starts from a write that the server has stands by itself.
    const chain = own.isOpen(value) ? await own.entriesOf(view, value.group) : [value];
    const branch = own.lineOf(chain, id);
    if (branch.some(({ state }) => state === 'sending')) throw new OutboxError('entry.sending');
    return branch;
  }

  /** Halts an entry so that it can be corrected as a draft; it stays here until the correction is sent or it is removed. */
  function takeBack(id: string): Promise<{
    readonly draft: HealthRecord;
    readonly base: LoadedRecord;
    /** The version that what is typed already had gone on from. */
    readonly before: string;
  }> {
    return rows.change(async (view) => {
      const [value, ...later] = await branchOf(view, id);
      if (!value?.record || !own.isOpen(value)) throw new OutboxError('entry.gone');
      for (const each of later) view.remove('entry', each.id);
      const newest = later.at(-1) ?? value;
      const entry = takenBack(value, later.at(-1)?.record);
      own.write(view, entry, (await own.rowOf(view, id)).order);
      return {
        draft: entry.record!,
        base: own.pendingRecord(entry),
        before: own.pendingRecord(newest).etag,
      };
    });
  }

  /** Tries a refused entry again, as it is; one that waits for its time is due now. */
  const retry = (id: string): Promise<Entry> =>
    alter(id, (entry) => (entry.state === 'refused' ? resumed(entry) : { ...entry, retryAt: undefined }));

  /** Deletes an entry and what starts from it. */
  function remove(id: string): Promise<void> {
    return rows.change(async (view) => {
      const branch = await branchOf(view, id);
      for (const each of branch) view.remove('entry', each.id);
      if (branch[0] && !isConsent(branch[0])) await dropOrphans(view, branch[0].group);
    });
  }

  async function list(
    states: readonly Entry['state'][],
    limit?: number,
    newestFirst = false,
  ): Promise<Entry[]> {
    return rows.read(async (view) => {
      const found = await Promise.all(states.map((state) => own.listed(view, { state, limit, newestFirst })));
      const sign = newestFirst ? -1 : 1;
      const sorted = found.flat().sort((a, b) => sign * ((a.order ?? 0) - (b.order ?? 0)));
      return sorted.slice(0, limit).map(({ value }) => value);
    });
  }

  const items = async (state: 'waiting' | 'attention' | 'done', limit = 100): Promise<QueueItem[]> => {
    const states = { waiting: own.waiting, attention: own.halted, done: ['done'] as const }[state];
    return (await list(states, limit, state === 'done')).map(itemOf);
  };

  const get = (id: string): Promise<Entry> => rows.read(async (view) => (await own.rowOf(view, id)).value);

  /** The last writing of a record that the server does not have yet. */
  const pendingFor = (pid: string): Promise<Entry | undefined> =>
    rows.read(async (view) =>
      (await own.entriesOf(view, await own.groupOf(view, pid))).findLast(
        (entry) => own.isOpen(entry) && entry.record,
      ),
    );

  /** Deletes what the server has acknowledged before that time. */
  async function purge(before: number): Promise<void> {
    const some = 500;
    for (let found = some; found === some;)
      found = await rows.change(async (view) => {
        const done = await own.listed(view, { state: 'done', limit: some });
        const old = done.filter(({ value }) => (value.doneAt ?? 0) < before);
        for (const { id } of old) view.remove('entry', id);
        return old.length;
      });
  }

  /** What the server does not have, or one item of it with the others of its record, to go on from elsewhere. */
  function carried(id?: string): Promise<readonly Entry[]> {
    return rows.read(async (view) => {
      const group = id === undefined ? undefined : (await own.rowOf(view, id)).value.group;
      const states = group === undefined ? [...own.waiting, ...own.halted] : [undefined];
      const found = await Promise.all(states.map((state) => own.listed(view, { state, group })));
      const open = found.flat().filter(({ value }) => own.isOpen(value));
      open.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
      const here = new Set(open.map((row) => row.id));
      return Promise.all(
        open.map(({ value }) =>
          // What it started from stays behind: it takes along what is known of it.
          value.after === undefined || here.has(value.after) ? value : own.follow(view, value),
        ),
      );
    });
  }

  /** Puts entries of another store into this one, as they are; gives how many were here already. */
  function adopt(entries: readonly Entry[]): Promise<number> {
    return rows.change(async (view) => {
      let known = 0;
      for (const entry of entries) {
        if (await view.get('entry', entry.id)) known++;
        else
          own.add(view, entry.state === 'sending' ? { ...entry, state: 'retry', retryAt: undefined } : entry);
      }
      return known;
    });
  }

  return {
    ...createSending(options),
    ...createConsentQueue(options),
    ...{ submit, append, decide, retry, takeBack, remove },
    ...{ list, items, get, pendingFor, purge, carried, adopt },
  };
}

export type Queue = ReturnType<typeof createQueue>;
