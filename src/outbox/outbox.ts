import type { Conflict, QueueItem, Sync, SyncStatus } from '../client/index.ts';
import { answerTo } from './answer.ts';
import { createCarrier } from './carrier.ts';
import { createCopies } from './copies.ts';
import { countsOf, noCounts } from './day-count.ts';
import { createDrafts } from './drafts.ts';
import { itemOf } from './entry.ts';
import type { Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
import { createFiles } from './export-file.ts';
import { createLeader } from './leader.ts';
import { followed } from './list-states.ts';
import { createListDrafts } from './list-drafts.ts';
import { createLists } from './lists.ts';
import { keptFields } from './entry-rows.ts';
import { mergeRecords } from './merge.ts';
import type { Outbox, OutboxOptions } from './outbox-parts.ts';
import { createQueue } from './queue.ts';
import { candidatesFor } from './same-person.ts';
import { createRestoredCheck } from './restored.ts';
import { createSender } from './sender.ts';
import { openVault } from './vault.ts';
import { createWindows } from './windows.ts';
import type { SenderState, Wish } from './windows.ts';

const dayMs = 86_400_000;
const tidyEveryMs = 3_600_000;

/** Opens the store of one user at one facility on this device. It is locked until the passphrase (or key) is given. */
export async function openOutbox(options: OutboxOptions): Promise<Outbox> {
  const { client, graceMs = dayMs, maxAgeMs = 7 * dayMs, answerMs = 8_000, auditAfterMs = 5_000 } = options;
  const { listAgeMs = 30 * dayMs } = options;
  const now = options.now ?? (() => Date.now());
  const random = options.random ?? (() => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32);
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  let isRepaired = false;
  const vault = await openVault({
    ...options,
    onKept(kind, _, __, fields) {
      isRepaired = true;
      return keptFields(kind, fields);
    },
  });
  const { name, rows, backgroundRows } = vault;
  const byHand = followed(rows);
  // What runs by itself does not keep the store open when nobody is at work.
  const byItself = followed(backgroundRows);
  const queue = createQueue({ rows: byHand, now, random });
  const work = createQueue({ rows: byItself, now, random });
  const drafts = createDrafts({ rows, locks, name });
  const copies = createCopies({ rows, client, now, maxAgeMs });
  const aside = createCopies({ rows: backgroundRows, client, now, maxAgeMs });
  const files = createFiles({ queue, drafts, rounds: options.rounds });
  const restored = createRestoredCheck({ vault, client });
  const listeners = new Set<(status: SyncStatus) => void>();
  let telling = false;

  /** Everybody is told once for all changes of a moment. */
  function tell(): void {
    if (telling) return;
    telling = true;
    queueMicrotask(async () => {
      telling = false;
      if (leader.isHere) windows.tell();
      if (!listeners.size) return;
      const now = await status();
      for (const listener of [...listeners]) {
        try {
          listener(now);
        } catch (error) {
          reportError(error);
        }
      }
    });
  }

  const counts = () => backgroundRows.read(async (view) => countsOf(view, now()));

  const sender = createSender({
    ...{ queue: work, client, now, random },
    isRestored: restored.isRestored,
    waiting: async () => (await counts()).waiting,
    changed: tell,
    ran: tidy,
  });

  async function status(): Promise<SyncStatus> {
    const unknown = { usedBytes: undefined, quotaBytes: undefined, isPersistent: false };
    const isOpen = vault.state === 'open';
    const [stands, storage] = await Promise.all([
      isOpen ? counts().catch(() => noCounts) : noCounts,
      vault.storage().catch(() => unknown),
    ]);
    return { ...stands, damaged: rows.damaged.size, ...activity(isOpen), storage };
  }

  /** What hinders sending elsewhere is told here too: the person may be in front of this window. */
  function activity(isOpen: boolean): SenderState {
    const { state } = sender;
    if (!isOpen || leader.isHere || state.activity === 'paused') return state;
    const { heard = state } = windows;
    const isAsIs = heard.activity !== 'idle' && heard.activity !== 'sending';
    return { ...heard, activity: isAsIs ? heard.activity : 'elsewhere' };
  }

  async function answered(id: string): Promise<Entry | undefined> {
    const here = leader.isHere;
    const asked = here ? undefined : windows.wish('send');
    // Once the run is over there is nothing more to wait for: offline a person is told at once.
    const ran = asked ? asked.done : sender.send();
    const entry = await answerTo(id, { queue, rows, ran, answerMs });
    asked?.forget();
    return entry;
  }

  const typing = createListDrafts({ rows, locks, name, now });
  const lists = createLists({
    ...{ rows: byHand, aside: byItself, queue, typing, client, copies, answered, now, maxAgeMs: listAgeMs },
    isUnreachable: () =>
      (leader.isHere ? sender.state : (windows.heard ?? sender.state)).reach === 'unreached',
  });

  let tidiedAt: number | undefined;
  /** Deletes what the server has had for long enough, and copies that are too old. */
  async function tidy(): Promise<void> {
    const since = tidiedAt === undefined ? Infinity : Math.abs(now() - tidiedAt);
    if (since < Math.min(tidyEveryMs, graceMs)) return;
    tidiedAt = now();
    await work.purge(now() - graceMs);
    await aside.purge();
    await lists.purge();
  }

  const leader = createLeader({
    ...{ locks, rows: backgroundRows, now, name: `${name}-sender`, changed: tell },
    start: () => sender.start(),
    stop: () => sender.stop(),
  });
  const wishes: { readonly [wish in Wish]: () => Promise<void> } = {
    send: () => sender.send(),
    sendNow: () => sender.sendNow(),
    pause: async () => sender.pause(),
    resume: () => sender.resume(),
    loggedIn: () => (sender.state.activity === 'loginNeeded' ? sender.resume() : sender.send()),
    async acknowledge() {
      await copies.clear();
      await restored.acknowledge();
      await sender.resume();
    },
  };
  const windows = createWindows({
    name: `${name}-sender`,
    isSending: () => leader.isHere,
    state: () => sender.state,
    fulfil: (wish) => wishes[wish](),
    changed: tell,
  });

  /** Has it done by the window that sends. */
  async function wish(what: Wish): Promise<void> {
    if (leader.isHere) await wishes[what]();
    else windows.wish(what).forget();
  }

  /** Every window heeds it: another one may do the sending next. */
  function wishAll(what: 'pause' | 'resume'): void {
    windows.wish(what).forget();
    void wishes[what]();
  }

  const wake = (): void => {
    if (document.visibilityState === 'visible') void wish('send');
  };
  /** Tidies up and begins to send. What goes wrong with the store is told by the vault. */
  async function opened(): Promise<void> {
    leader.apply();
    // A store that is closed meanwhile is tidied up the next time.
    await tidy().catch(() => {});
    // Rows that nobody opens are looked at too: one that is gone would be missed by nobody else.
    clearTimeout(auditing);
    auditing = setTimeout(() => void vault.audit().then(tell, () => {}), auditAfterMs);
  }
  let auditing: ReturnType<typeof setTimeout> | undefined;
  const stopWatching = [
    vault.watch(() => {
      if (vault.state === 'open') void opened();
      else {
        restored.forget();
        void leader.resign();
      }
      tell();
    }),
    rows.watch(() => {
      if (isRepaired) void lists.recover().catch(() => (isRepaired = true));
      isRepaired = false;
      tell();
    }),
    vault.beforeLock(() => leader.resign()),
  ];
  if (typeof document !== 'undefined') {
    document.addEventListener('visibilitychange', wake);
    addEventListener('online', wake);
  }
  if (vault.state === 'open') await opened();

  const sync: Sync = {
    status,
    watch(listener) {
      listeners.add(listener);
      tell();
      return () => listeners.delete(listener);
    },
    send: () => wish('sendNow'),
    pause: () => wishAll('pause'),
    resume: () => wishAll('resume'),
    acknowledge: () => wish('acknowledge'),
    items: (state, limit) => queue.items(state, limit),
    drafts: () => drafts.list(),
    discardDraft: (id) => drafts.discard(id),
    async conflict(id): Promise<Conflict> {
      const entry = await queue.get(id);
      const item: QueueItem = itemOf(entry);
      const { record: mine, theirs, base } = entry;
      if (entry.state !== 'conflict' || !mine) throw new OutboxError('entry.gone');
      if (!theirs) return { kind: 'person', item, mine, candidates: await candidatesFor(client, mine) };
      const { conflicts, fromTheirs } = mergeRecords(base?.record, mine, theirs.record);
      return { kind: 'record', item, mine, theirs, conflicts, merged: fromTheirs };
    },
    async decide(id, decision) {
      await queue.decide(
        id,
        decision,
        decision.kind === 'person' ? await client.records.load(decision.pid) : undefined,
      );
      await wish('send');
    },
    async retry(id) {
      await queue.retry(id);
      await wish('send');
    },
    async takeBack(id) {
      const { draft, base, before } = await queue.takeBack(id);
      return drafts.replace({ id, draft, base }, before);
    },
    remove: (id) => queue.remove(id),
    exportFile: (passphrase, id) => files.exported(passphrase, id),
    async importFile(file, passphrase) {
      const taken = await files.taken(file, passphrase);
      await wish('send');
      return taken;
    },
  };

  return {
    vault,
    sync,
    drafts,
    queue,
    copies,
    carrier: createCarrier({ copies, aside, client, watch: rows.watch }),
    lists,
    answered,
    loggedIn: () => wish('loggedIn'),
    async close() {
      if (typeof document !== 'undefined') {
        document.removeEventListener('visibilitychange', wake);
        removeEventListener('online', wake);
      }
      for (const stop of stopWatching) stop();
      listeners.clear();
      clearTimeout(auditing);
      await leader.resign();
      windows.close();
      await vault.close();
      typing.close();
    },
  };
}
