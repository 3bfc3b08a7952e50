import { HttpError, diffPatch } from '../client/index.ts';
import type {
  Carrier,
  Client,
  Consents,
  Emergencies,
  Lists,
  LoadedRecord,
  PeopleSearch,
  Receipt,
  RecordStore,
  Rosters,
  Submission,
} from '../client/index.ts';
import type { ConsentEvent, HealthRecord } from '../schema/index.ts';
import { createHeld, queuedConsents } from './consents.ts';
import type { Held } from './consents.ts';
import { isUnreached } from './copies.ts';
import { isTransient } from './entry.ts';
import type { Entry } from './entry.ts';
import { halted, pendingOf, pendingRecord } from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import type { Outbox } from './outbox.ts';
import { refusalOf, submissionOf } from './submission.ts';

/** What a session offers to components. */
export interface Ports {
  readonly records: RecordStore;
  readonly people: PeopleSearch;
  readonly rosters: Rosters;
  /** Only with a store of this device. */
  readonly lists?: Lists | undefined;
  readonly consents: Consents;
  /** Only with a store of this device. */
  readonly carrier?: Carrier | undefined;
  readonly emergencies: Emergencies;
}

/** A server that says no by a problem document has decided; everything else leaves open whether the request was done. */
const isDecided = (error: unknown): boolean =>
  error instanceof HttpError && error.problem !== undefined && !isTransient(error.status);

/** What was stored last, as a change of it starts from it. */
type Known = Pick<LoadedRecord, 'pid' | 'version' | 'at' | 'etag' | 'record'>;
const asKnown = ({ pid, version, at }: Receipt, record: HealthRecord): Known => ({
  ...{ pid, version, at, record },
  etag: `"${version}"`,
});

/** Records over the client alone: nothing is kept on the device, and nothing waits. */
function onlineRecords(client: Client, held: Held): RecordStore {
  /** What was sent under an id and not answered, byte for byte, and what stands since. */
  const unanswered = new Map<string, { record: HealthRecord; consents: readonly ConsentEvent[] }>();
  const stored = new Map<string, Known>();

  async function change(base: Known, record: HealthRecord): Promise<Receipt> {
    const patch = diffPatch(base.record, record);
    return patch
      ? client.records.patch(base.pid, patch, { ifMatch: base.etag })
      : { pid: base.pid, version: base.version, at: base.at };
  }

  /** Creates once: an attempt whose answer was lost is repeated as it was, and what was written since is a change. */
  async function create(record: HealthRecord, id: string): Promise<Receipt> {
    if (!stored.has(id)) {
      const first = unanswered.get(id) ?? { record, consents: held.of(id) };
      unanswered.set(id, first);
      try {
        const { consents } = first;
        const receipt = await client.records.create(first.record, { idempotencyKey: id, consents });
        stored.set(id, asKnown(receipt, first.record));
        unanswered.delete(id);
        await held.made(id, receipt.pid, consents);
      } catch (error) {
        if (isDecided(error)) unanswered.delete(id);
        throw error;
      }
    }
    // From what was created and not from what stands now: nobody here has seen what others wrote since.
    const receipt = await change(stored.get(id)!, record);
    stored.set(id, asKnown(receipt, record));
    return receipt;
  }

  return {
    load: (pid) => client.records.load(pid),
    async submit(record, base, id = client.newKey()) {
      const receipt = base ? await change(base, record) : await create(structuredClone(record), id);
      return { state: 'stored', receipt };
    },
  };
}

type Follow = NonNullable<RecordStore['follow']>;

/** Listens to what becomes of a writing in the queue. */
function followIn({ queue, sync }: Outbox): Follow {
  return ({ etag }, listener) => {
    const pending = pendingOf(etag);
    if (!pending) return () => {};
    let [counted, told]: [counted: string, told: Entry['state'] | undefined] = ['', undefined];
    let looking = Promise.resolve();
    let isOver = false;
    const end = (state: Submission | Error): void => {
      stop();
      listener(state);
    };
    const hear = (entry: Entry): void => {
      const { state, receipt, writes } = entry;
      // Another window has written there since.
      if (writes !== pending.writes) return end(new OutboxError('draft.elsewhere'));
      if (state === 'done') return receipt ? end({ state: 'stored', receipt }) : stop();
      const before = told;
      told = state;
      if (state === before) return;
      if (halted.includes(state)) listener(refusalOf(entry));
      else if (before && halted.includes(before)) listener({ state: 'queued', base: pendingRecord(entry) });
    };
    const look = async (): Promise<void> => {
      if (isOver) return;
      try {
        const entry = await queue.get(pending.id);
        if (!isOver) hear(entry);
      } catch (error) {
        const { code } = error as { readonly code?: unknown };
        if (isOver) return;
        if (code === 'entry.gone' || code === 'vault.rowDamaged') end(error as Error);
        // A store that is locked, or busy, is asked again with the next change.
        else counted = '';
      }
    };
    // Each look counts as work at the store and keeps it open: only what can be the end of an entry is looked at.
    const stopWatching = sync.watch(({ waiting, attention, sent, damaged }) => {
      const counts = [waiting, attention, sent, damaged].join();
      if (counts === counted) return;
      counted = counts;
      looking = looking.then(look);
    });
    const stop = (): void => {
      isOver = true;
      stopWatching();
    };
    return stop;
  };
}

/** Records through the queue of this device: they are safe there first, and the server's answer is waited for a little. */
function queuedRecords(client: Client, outbox: Outbox): RecordStore {
  const { queue, drafts, copies } = outbox;

  return {
    async load(pid) {
      const pending = await queue.pendingFor(pid);
      if (pending) return { ...pendingRecord(pending), pid };
      try {
        const record = await client.records.load(pid);
        // What the server gave is shown, whether there is room for a copy of it or not.
        await copies.renew(record).catch(() => {});
        return record;
      } catch (error) {
        if (!isUnreached(error)) throw error;
        return copies.record(pid);
      }
    },
    async submit(record, base, id = client.newKey()) {
      const entry = await queue.submit(structuredClone(record), base, id);
      // It is in the queue: a draft that stays behind names the same capture, and is no second record.
      await drafts.submitted(id).catch(() => {});
      return submissionOf(entry, await outbox.answered(entry.id));
    },
    save: (draft) => drafts.save(draft),
    drafts: () => drafts.list(),
    open: (id, options) => drafts.open(id, options),
    async discard(id) {
      await drafts.discard(id);
      await queue.forget(id);
    },
    follow: followIn(outbox),
  };
}

/**
 * Makes the ports of a session. With an outbox everything that is written is safe on this device first and goes out by
 * itself; without one, or while its store cannot be used here, it works over the client alone.
 */
export function createRecordStore({
  client,
  outbox,
}: {
  readonly client: Client;
  readonly outbox?: Outbox | undefined;
}): Ports {
  const usable = outbox?.vault.state === 'unusable' ? undefined : outbox;
  const held = createHeld(client);
  return {
    records: usable ? queuedRecords(client, usable) : onlineRecords(client, held),
    people: { lookup: (query) => client.persons.lookup(query) },
    rosters: usable?.copies.rosters ?? {
      groups: (by, within) => client.coverage.list({ by, within }),
      people: (group, state) => client.rosters.list({ group, state }),
    },
    lists: usable?.lists,
    carrier: usable?.carrier,
    consents: usable ? queuedConsents(client, usable) : held.consents,
    emergencies: {
      open: (pid, request) => client.emergency.open(pid, request),
      close: ({ pid, id }) => client.emergency.close(pid, id),
      reviews: () => client.emergency.list(),
      review: ({ pid, id }, found) => client.emergency.review(pid, id, found),
    },
  };
}
