import type { BatchCall, Decision, LoadedRecord, MergePatch, QueueItem } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { createConsentQueue } from './consent-queue.ts';
import { dropOrphans, isConsent } from './consent-rows.ts';
import { inConflict, itemOf, newEntry, prepared, reopened, resumed } from './entry.ts';
import type { Entry } from './entry.ts';
import * as own from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import type { ChangeView, ReadView, RowStore } from './rows.ts';
import { besideTheirs, inTheirSpelling, isSamePerson } from './same-person.ts';
import { createSending } from './sending.ts';
import { createSubmitting } from './submitting.ts';
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
        next = await joined(view, entry, same);
      }
      if (prepared(next).kind === 'undecided') next = inConflict(next);
      own.write(view, next, order);
      return next;
    });
  }

  /** A record that was made here as a change of the one that the same person has already. */
  async function joined(view: ChangeView, entry: Entry, same: LoadedRecord): Promise<Entry> {
    const group = await moved(view, entry, same.pid);
    // Two records of one person made apart have no common past: whatever differs goes to a person again.
    const record = besideTheirs(entry.record!, same.record);
    const apart = { call: 'record.patch', pid: same.pid, group, record, base: undefined } as const;
    return { ...reopened(entry), ...apart, theirs: same, choices: undefined, isStale: false };
  }

  /** What became of a look at who has the numbers of a record made here: it joins by itself, or a person decides. */
  function join(id: string, theirs: LoadedRecord | undefined): Promise<void> {
    return rows.change(async (view) => {
      const row = await own.find(view, id);
      // Written on meanwhile, or done in another way.
      if (!row?.value.isStale || row.value.call !== 'record.create') return;
      const { value: entry, order } = row;
      const isSame = theirs !== undefined && isSamePerson(entry.record!, theirs.record);
      const next: Entry = isSame
        ? await joined(view, { ...entry, record: inTheirSpelling(entry.record!, theirs.record) }, theirs)
        : { ...entry, state: 'conflict', isStale: false, problem: { code: 'person.exists', issues: [] } };
      own.write(view, isSame && prepared(next).kind === 'undecided' ? inConflict(next) : next, order);
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
    ...createSubmitting(options),
    ...createConsentQueue(options),
    ...{ append, decide, join, retry, takeBack, remove },
    ...{ list, items, get, pendingFor, purge, carried, adopt },
  };
}

export type Queue = ReturnType<typeof createQueue>;
