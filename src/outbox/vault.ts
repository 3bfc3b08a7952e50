import { checkHeader, isSame, leastRounds, makeKeys, mostRounds, openKeys, rewrap } from './crypto.ts';
import type { Header, Keys, Secret } from './crypto.ts';
import { createDatabase, databaseName, unheard } from './database.ts';
import type { DeviceVault, VaultOptions } from './device-vault.ts';
import { OutboxError } from './errors.ts';
import type { OutboxErrorCode } from './errors.ts';
import { createGuard } from './guard.ts';
import { platformTimer } from './idle.ts';
import type { RowStore } from './rows.ts';
import { changedWord, createSealedStore, sealFirstTop } from './sealed-store.ts';
import type { SealedStore } from './sealed-store.ts';
import { createQueue } from './turns.ts';

const lockWord = 'lock';
const nothing: ReadonlySet<string> = /* @__PURE__ */ new Set<string>();

/** What errors say about the store as a whole. */
const problems: readonly (string | undefined)[] = [
  'vault.insecureOrigin',
  'vault.unavailable',
  'vault.damaged',
  'vault.lost',
  'vault.full',
  'vault.newer',
];

/** Opens what there is, without unlocking or making anything. What is wrong is told by `state` and `problem`. */
export async function openVault(options: VaultOptions): Promise<DeviceVault> {
  const { user, facility, scope = '', idleMs = 15 * 60_000, minPassphrase = 12 } = options;
  const { rounds = leastRounds, now = Date.now, setTimer = platformTimer, onKept } = options;
  if (rounds > mostRounds) throw new RangeError('At most 10,000,000 rounds');
  if (`${user}${facility}${scope}`.includes('\0')) throw new TypeError('No NUL in a name');
  const isSecure = Boolean(globalThis.crypto?.subtle);
  const name = isSecure ? await databaseName(user, facility, scope) : 'hssk';
  const database = createDatabase(name);
  const channel = new BroadcastChannel(`hssk-store:${name}`);
  const inOrder = createQueue();
  const watchers = new Set<() => void>();
  const rowWatchers = new Set<() => void>();
  let isEmpty = true;
  let problem: OutboxErrorCode | undefined;
  let storeId: string | undefined;
  let told = '';
  let isClosed = false;

  const guard = createGuard({
    idleMs,
    now,
    setTimer,
    async onLocked() {
      if (problem !== 'vault.lost') await look();
      callAll(rowWatchers);
    },
  });

  function post(word: string): void {
    if (!isClosed) channel.postMessage(word);
  }

  /** An open store that has no room left can still be read. */
  const isOfUse = () => !problem || (problem === 'vault.full' && guard.store !== undefined);
  const stateNow = () => (!isOfUse() ? 'unusable' : guard.store ? 'open' : isEmpty ? 'empty' : 'locked');

  function tell(): void {
    const state = `${stateNow()} ${problem}`;
    if (state === told) return;
    told = state;
    callAll(watchers);
  }

  function settle(now: OutboxErrorCode | undefined): void {
    problem = now;
    if (now === 'vault.lost') guard.drop();
    tell();
  }

  /** Takes note of what an error says about the store as a whole. */
  async function judged<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof OutboxError ? error.code : undefined;
      if (problems.includes(code)) settle(code);
      throw error;
    }
  }

  /** Rejects with `vault.empty` where there is no store, `vault.damaged` where there is one without its header. */
  async function readHeader(): Promise<Header> {
    const header = await database.read(async (transaction) => {
      const found = await transaction.objectStore('header').get('header');
      if (found) return found;
      const counts = [transaction.objectStore('manifest').count(), transaction.objectStore('rows').count()];
      const isFilled = (await Promise.all(counts)).some((count) => count > 0);
      throw new OutboxError(isFilled ? 'vault.damaged' : 'vault.empty');
    });
    return checkHeader(header, Math.min(rounds, leastRounds));
  }

  /** Finds out what there is, without its keys. */
  async function look(): Promise<void> {
    try {
      if (!isSecure) throw new OutboxError('vault.insecureOrigin');
      await readHeader();
      isEmpty = false;
      settle(undefined);
    } catch (error) {
      const { code } = error as OutboxError;
      isEmpty = code === 'vault.empty';
      settle(isEmpty ? undefined : code);
    }
  }

  /** One after the other, on a store that is of use. After `vault.lost` someone has to hear of it, and wipe. */
  const prepared = (work: () => Promise<void>): Promise<void> =>
    inOrder(() =>
      judged(async () => {
        if (isClosed) throw new OutboxError('vault.unavailable');
        await guard.locking;
        if (!guard.store && problem !== 'vault.lost') await look();
        if (problem && !guard.store) throw new OutboxError(problem);
        await work();
        tell();
      }),
    );

  function begin(keys: Keys): void {
    const store = createSealedStore({ database, keys, channel });
    store.watch(() => callAll(rowWatchers));
    storeId = keys.storeId;
    guard.begin(store);
  }

  const setUp = (secret: Secret) =>
    prepared(async () => {
      if (!isEmpty) throw new OutboxError('vault.exists');
      const { header, keys } = await makeKeys(secret, rounds);
      const top = await sealFirstTop(keys);
      await database.create();
      await database.write(async (transaction) => {
        const headers = transaction.objectStore('header');
        const there = await headers.get('header');
        if (there && there.storeId !== header.storeId) throw new OutboxError('vault.exists');
        unheard(headers.put(header, 'header'));
        unheard(transaction.objectStore('manifest').put(top, 'top'));
      });
      isEmpty = false;
      begin(keys);
      post(changedWord);
      // Not waited for: some browsers ask the person first.
      navigator.storage?.persist?.().catch(() => {});
    });

  const unlock = (secret: Secret) =>
    prepared(async () => {
      const keys = await openKeys(await readHeader(), secret);
      if (guard.store) return guard.touch();
      begin(keys);
      await inspect();
    });

  const change = (from: Secret, to: Secret) =>
    prepared(async () => {
      const header = await readHeader();
      const next = await rewrap(header, from, to, rounds);
      await database.write(async (transaction) => {
        const headers = transaction.objectStore('header');
        const there = await headers.get('header');
        // Another tab was faster: the old secret is not right any more.
        const isOurs = there && (isSame(there.iv, header.iv) || isSame(there.iv, next.iv));
        if (!isOurs) throw new OutboxError('vault.wrongPassphrase');
        unheard(headers.put(next, 'header'));
      });
    });

  /** A damaged list of rows keeps nobody from opening the store and saving what is left. */
  async function inspect(): Promise<void> {
    const reading = guard.use((store) => store.read(async () => {}), false);
    await judged(() => reading).then(
      () => problem === 'vault.damaged' && settle(undefined),
      () => {},
    );
  }

  async function use<T>(work: (store: SealedStore) => Promise<T>, byHand = true): Promise<T> {
    if (problem && !guard.store) throw new OutboxError(problem);
    return judged(() => guard.use(work, byHand));
  }

  function longEnough(passphrase: string): string {
    const { length } = [...passphrase.normalize('NFKC')];
    if (length < minPassphrase) throw new OutboxError('vault.shortPassphrase');
    return passphrase;
  }

  async function lock({ everywhere = false } = {}): Promise<void> {
    if (everywhere) post(lockWord);
    await guard.lock();
  }

  const rowsFor = (byHand: boolean): RowStore => ({
    get damaged() {
      return guard.store?.damaged ?? nothing;
    },
    async read(work) {
      const result = await use((store) => store.read(work), byHand);
      if (problem === 'vault.unavailable') settle(undefined);
      return result;
    },
    async change(work) {
      const result = await use((store) => store.change(work), byHand);
      if (problem === 'vault.full' || problem === 'vault.unavailable') settle(undefined);
      return result;
    },
    watch: (listener) => added(rowWatchers, listener),
  });

  channel.addEventListener('message', ({ data }) => {
    if (data === lockWord) void lock();
    else if (guard.store) void inspect();
    else if (problem !== 'vault.lost') void look();
  });
  await look();

  return {
    name,
    minPassphrase,
    rows: rowsFor(true),
    backgroundRows: rowsFor(false),
    get state() {
      return stateNow();
    },
    get problem() {
      return problem;
    },
    get storeId() {
      return guard.store && storeId;
    },
    setUp: async (passphrase) => setUp(longEnough(passphrase)),
    setUpWithKey: setUp,
    unlock,
    unlockWithKey: unlock,
    changePassphrase: async (from, to) => change(from, longEnough(to)),
    changeKey: change,
    lock,
    beforeLock: guard.beforeLock,
    touch: guard.touch,
    revision: () => use((store) => store.read(async ({ revision }) => revision)),
    raiseRevision: (above) => use((store) => store.raiseRevision(above)),
    audit: () => use((store) => store.audit(), false),
    removeDamaged: (key) => use((store) => store.removeDamaged(key)),
    async recover() {
      const result = await use((store) => store.recover(onKept));
      settle(undefined);
      return result;
    },
    wipe: () =>
      inOrder(async () => {
        guard.drop();
        await judged(() => database.wipe());
        isEmpty = true;
        settle(isSecure ? undefined : 'vault.insecureOrigin');
        post(changedWord);
      }),
    async storage() {
      const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
      const isPersistent = (await navigator.storage?.persisted?.()) ?? false;
      return { usedBytes: usage, quotaBytes: quota, isPersistent };
    },
    watch: (listener) => added(watchers, listener),
    async close() {
      isClosed = true;
      await guard.lock();
      channel.close();
      database.close();
    },
  };
}

function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function callAll(listeners: ReadonlySet<() => void>): void {
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch (error) {
      reportError(error);
    }
  }
}
