import { OutboxError } from './errors.ts';
import { createIdleWatch } from './idle.ts';
import type { SetTimer } from './idle.ts';
import type { SealedStore } from './sealed-store.ts';

/** Holds the open store, and lets go of it when it is time. */
export interface Guard {
  readonly store: SealedStore | undefined;
  /** The lock that is under way, if any. */
  readonly locking: Promise<void> | undefined;
  begin(store: SealedStore): void;
  /** Works with the store; `byHand` = someone is at work. Rejects with `vault.locked`. */
  use<T>(work: (store: SealedStore) => Promise<T>, byHand: boolean): Promise<T>;
  touch(): void;
  /** Lets listeners and running work finish, then drops the store with its keys. */
  lock(): Promise<void>;
  /** Drops it at once. */
  drop(): void;
  beforeLock(listener: () => Promise<void>): () => void;
}

export interface GuardOptions {
  readonly idleMs: number;
  readonly now: () => number;
  readonly setTimer: SetTimer;
  readonly onLocked: () => Promise<void>;
}

/** What does not end within this many milliseconds must not keep the keys here. */
const patienceMs = 10_000;

export function createGuard({ idleMs, now, setTimer, onLocked }: GuardOptions): Guard {
  let store: SealedStore | undefined;
  let locking: Promise<void> | undefined;
  /** While listeners save what is being typed, the store still works. */
  let isEnding = false;
  const running = new Set<Promise<unknown>>();
  const listeners = new Set<() => Promise<void>>();
  const idle = createIdleWatch({ idleMs, now, setTimer, onIdle: () => void lock() });

  function patiently(works: Iterable<Promise<unknown>>): Promise<unknown> {
    let cancel = () => {};
    const late = new Promise<void>((resolve) => {
      cancel = setTimer(resolve, patienceMs);
    });
    return Promise.race([Promise.allSettled(works), late]).finally(() => cancel());
  }

  function drop(): void {
    idle.stop();
    store?.close();
    store = undefined;
    isEnding = false;
  }

  async function end(): Promise<void> {
    const ending = store;
    await patiently(Array.from(listeners, async (listener) => listener()));
    isEnding = true;
    await patiently(running);
    // Wiped meanwhile, perhaps even set up anew.
    if (store === ending) drop();
    await onLocked();
  }

  function lock(): Promise<void> {
    if (!store) return locking ?? Promise.resolve();
    if (!locking) {
      // Only then the work begins: a listener that uses the store must find the lock under way.
      locking = Promise.resolve()
        .then(end)
        .finally(() => {
          locking = undefined;
        });
    }
    return locking;
  }

  /** After a sleep of the device no timer has run yet. */
  function isOverdue(): boolean {
    if (!store || locking || !idle.isOver()) return false;
    void lock();
    return true;
  }

  return {
    get store() {
      return store;
    },
    get locking() {
      return locking;
    },
    begin(opened) {
      store = opened;
      isEnding = false;
      idle.start();
    },
    async use(work, byHand) {
      if (isOverdue() || !store || isEnding) throw new OutboxError('vault.locked');
      if (byHand) idle.touch();
      const run = work(store);
      const ended = run.then(
        () => {},
        () => {},
      );
      running.add(ended);
      void ended.then(() => running.delete(ended));
      return run;
    },
    touch() {
      if (!isOverdue()) idle.touch();
    },
    lock,
    drop,
    beforeLock(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
