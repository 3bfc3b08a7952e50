import type { Client, Conflict, PersonCandidate, QueueItem, Sync, SyncStatus } from '../client/index.ts';
import { createCopies } from './copies.ts';
import type { Copies } from './copies.ts';
import { createDrafts } from './drafts.ts';
import type { Drafts, Locks } from './drafts.ts';
import { itemOf } from './entry.ts';
import type { Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
import { exportFile, importFile } from './export-file.ts';
import { createLeader } from './leader.ts';
import { mergeRecords } from './merge.ts';
import { createQueue, keptFields } from './queue.ts';
import type { Queue } from './queue.ts';
import { createSender } from './sender.ts';
import type { DeviceVault, VaultOptions } from './device-vault.ts';
import { openVault } from './vault.ts';

/** What an outbox is made of. `user` and `facility` say whose store it is: nobody else can open it. */
export interface OutboxOptions extends VaultOptions {
  readonly client: Client;
  /** Milliseconds that what was sent stays on the device. Default one day. */
  readonly graceMs?: number | undefined;
  /** Milliseconds after which a copy taken along is no longer shown. Default seven days. */
  readonly maxAgeMs?: number | undefined;
  /** Milliseconds a submission waits for the server's answer before it says "queued". Default 8,000. */
  readonly answerMs?: number | undefined;
  /** A number in [0, 1). */
  readonly random?: (() => number) | undefined;
  /** Locks between windows. Default `navigator.locks`. */
  readonly locks?: Locks;
}

/** Work without a network: a sealed store on this device, drafts, a queue that sends itself, and copies taken along. */
export interface Outbox {
  readonly vault: DeviceVault;
  readonly sync: Sync;
  readonly drafts: Drafts;
  readonly queue: Queue;
  readonly copies: Copies;
  /** Sends at once and waits a little for the answer to one entry; gives how far it has got. */
  answered(id: string): Promise<Entry | undefined>;
  /** The host has a new login: sending goes on. */
  loggedIn(): Promise<void>;
  /** Ends sending and locks the store. */
  close(): Promise<void>;
}

const dayMs = 86_400_000;

/** Opens the store of one user at one facility on this device. It is locked until the passphrase (or key) is given. */
export async function openOutbox(options: OutboxOptions): Promise<Outbox> {
  const { client, graceMs = dayMs, maxAgeMs = 7 * dayMs, answerMs = 8_000 } = options;
  const now = options.now ?? (() => Date.now());
  const random = options.random ?? (() => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32);
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  const vault = await openVault({ ...options, onKept: (kind, _, __, fields) => keptFields(kind, fields) });
  const { name, rows, backgroundRows } = vault;
  const queue = createQueue({ rows, now, random });
  // What runs by itself does not keep the store open when nobody is at work.
  const work = createQueue({ rows: backgroundRows, now, random });
  const drafts = createDrafts({ rows, locks, name });
  const copies = createCopies({ rows, client, now, maxAgeMs });
  const listeners = new Set<(status: SyncStatus) => void>();
  let telling = false;

  /** Everybody is told once for all changes of a moment. */
  function tell(): void {
    if (telling) return;
    telling = true;
    queueMicrotask(async () => {
      telling = false;
      if (!listeners.size) return;
      const now = await status();
      for (const listener of listeners) listener(now);
    });
  }

  const counts = (): Promise<Pick<SyncStatus, 'waiting' | 'attention' | 'sent' | 'drafts' | 'lastSentAt'>> =>
    backgroundRows.read(async (view) => ({
      waiting: ['waiting', 'sending', 'retry'].reduce((sum, state) => sum + view.count('entry', state), 0),
      attention: view.count('entry', 'conflict') + view.count('entry', 'refused'),
      sent: view.facts.sent,
      drafts: view.count('draft'),
      lastSentAt: view.facts.lastSentAt,
    }));

  const sender = createSender({
    ...{ queue: work, client, now, random },
    isRestored: async (signal) => {
      const revision = await vault.revision();
      const { highest } = await client.stores.checkpoint(vault.storeId!, revision, { signal });
      if (highest === null || highest <= revision) return false;
      known = highest;
      return true;
    },
    waiting: async () => (await counts()).waiting,
    changed: tell,
  });
  /** The newest state of this store that the server knows of, where that is newer than what is here. */
  let known = 0;

  async function status(): Promise<SyncStatus> {
    const empty = { waiting: 0, attention: 0, sent: 0, drafts: 0, lastSentAt: undefined };
    const stands = vault.state === 'open' ? await counts().catch(() => empty) : empty;
    const isLeader = leader.isHere || sender.state.activity !== 'idle';
    return {
      ...stands,
      damaged: rows.damaged.size,
      ...sender.state,
      ...(!isLeader && vault.state === 'open' && { activity: 'elsewhere' as const }),
      storage: await vault.storage(),
    };
  }

  const leader = createLeader({
    ...{ locks, rows: backgroundRows, now, name: `${name}-sender`, changed: tell },
    start: () => sender.start(),
    stop: () => sender.stop(),
  });
  const channel = new BroadcastChannel(`${name}-sender`);
  channel.onmessage = () => void (leader.isHere && sender.send());
  const send = async (): Promise<void> => {
    if (leader.isHere) await sender.send();
    else channel.postMessage('send');
  };

  const wake = (): void => {
    if (document.visibilityState === 'visible') void send();
  };
  /** Tidies up and begins to send. What goes wrong with the store is told by the vault. */
  async function opened(): Promise<void> {
    leader.apply();
    try {
      await work.purge(now() - graceMs);
      await copies.purge();
    } catch (error) {
      if (!(error instanceof OutboxError)) throw error;
    }
  }
  const stopWatching = [
    vault.watch(() => {
      if (vault.state === 'open') void opened();
      else void leader.resign();
      tell();
    }),
    rows.watch(tell),
  ];
  vault.beforeLock(() => leader.resign());
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
  }
  if (vault.state === 'open') await opened();

  async function candidatesFor(entry: Entry): Promise<readonly PersonCandidate[]> {
    const found = new Map<string, PersonCandidate>();
    for (const row of Object.values(entry.record?.administrative.identifiers ?? {})) {
      if (!row?.number || !row.kind) continue;
      const identifier = { kind: row.kind, number: row.number };
      for (const each of await client.persons.lookup({ identifier } as never)) found.set(each.pid, each);
    }
    return [...found.values()];
  }

  const sync: Sync = {
    status,
    watch(listener) {
      listeners.add(listener);
      tell();
      return () => listeners.delete(listener);
    },
    send,
    pause: () => sender.pause(),
    resume: () => void sender.resume(),
    async acknowledge() {
      await copies.clear();
      await vault.raiseRevision(known);
      await sender.resume();
    },
    items: (state, limit) => queue.items(state, limit),
    drafts: () => drafts.list(),
    discardDraft: (id) => drafts.discard(id),
    async conflict(id): Promise<Conflict> {
      const entry = await queue.get(id);
      const item: QueueItem = itemOf(entry);
      const { record: mine, theirs, base } = entry;
      if (entry.state !== 'conflict' || !mine) throw new OutboxError('entry.gone');
      if (!theirs) return { kind: 'person', item, mine, candidates: await candidatesFor(entry) };
      const { conflicts, fromTheirs } = mergeRecords(base?.record, mine, theirs.record);
      return { kind: 'record', item, mine, theirs, conflicts, merged: fromTheirs };
    },
    async decide(id, decision) {
      await queue.decide(
        id,
        decision,
        decision.kind === 'person' ? await client.records.load(decision.pid) : undefined,
      );
      await send();
    },
    async retry(id) {
      await queue.retry(id);
      await send();
    },
    async takeBack(id) {
      const saved = { id, ...(await queue.takeBack(id)) };
      await drafts.replace(saved);
      return saved;
    },
    remove: (id) => queue.remove(id),
    exportFile: async (passphrase, id) =>
      exportFile(passphrase, {
        entries: (await queue.list(['waiting', 'sending', 'retry', 'conflict', 'refused'])).filter(
          (entry) => id === undefined || entry.id === id,
        ),
        drafts: id === undefined ? await drafts.list(10_000) : [],
      }),
    async importFile(file, passphrase) {
      const { entries, drafts: saved } = await importFile(file, passphrase);
      const knownEntries = await queue.adopt(entries);
      const knownDrafts = await drafts.adopt(saved);
      const known = knownEntries + knownDrafts;
      return { added: entries.length + saved.length - known, known };
    },
  };

  return {
    vault,
    sync,
    drafts,
    queue,
    copies,
    async answered(id) {
      void send();
      let stop = (): void => {};
      let late: ReturnType<typeof setTimeout> | undefined;
      const isUnderWay = (entry: Entry | undefined): boolean =>
        entry?.state === 'waiting' || entry?.state === 'sending';
      const read = (): Promise<Entry | undefined> => queue.get(id).catch(() => undefined);
      return new Promise<Entry | undefined>((resolve) => {
        const look = async (isLast: boolean): Promise<void> => {
          const entry = await read();
          if (isLast || !isUnderWay(entry)) resolve(entry);
        };
        stop = rows.watch(() => void look(false));
        late = setTimeout(() => void look(true), answerMs);
        void look(false);
      }).finally(() => {
        stop();
        clearTimeout(late);
      });
    },
    loggedIn: () => (sender.state.activity === 'loginNeeded' ? sender.resume() : send()),
    async close() {
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('online', wake);
      for (const stop of stopWatching) stop();
      channel.close();
      await leader.resign();
      await vault.lock();
    },
  };
}
