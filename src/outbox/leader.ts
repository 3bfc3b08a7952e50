import type { Locks } from './drafts.ts';
import { undamaged } from './entry-rows.ts';
import type { RowStore } from './rows.ts';

interface Lease {
  readonly owner: string;
  readonly until: number;
}

export interface LeaderOptions {
  readonly locks: Locks;
  readonly name: string;
  readonly rows: RowStore;
  readonly now: () => number;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly changed: () => void;
}

const leaseMs = 150_000;
const renewMs = 20_000;

/**
 * Lets one window at a time do the sending: by a lock of the browser, which goes to the next window when this one is
 * closed or dies; where there are no locks by a lease in the store, which runs out. Should two windows ever send at the
 * same time, they send the same bytes under the same keys.
 */
export function createLeader({ locks, name, rows, now, start, stop, changed }: LeaderOptions) {
  const owner = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join('');
  let application: AbortController | undefined;
  let isHere = false;
  let isLeased = false;

  let last: Promise<void> = Promise.resolve();

  /** One service after the other: an earlier one that ends late must not take this one for its own. */
  function serve(signal: AbortSignal): Promise<void> {
    last = last.then(() => served(signal));
    return last;
  }

  async function served(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    isHere = true;
    changed();
    void start();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await stop();
    isHere = false;
    changed();
  }

  const take = (): Promise<boolean> =>
    rows.change(async (view) => {
      const lease = (await undamaged(view.get<Lease>('link', 'lease')))?.value;
      // An end further off than a lease lasts comes from a clock that was set back.
      if (lease && lease.owner !== owner && lease.until > now() && lease.until <= now() + leaseMs)
        return false;
      view.put('link', 'lease', { owner, until: now() + leaseMs } satisfies Lease);
      return true;
    });

  const release = (): Promise<void> =>
    rows
      .change(async (view) => {
        const lease = (await undamaged(view.get<Lease>('link', 'lease')))?.value;
        if (lease?.owner === owner) view.remove('link', 'lease');
      })
      .catch(() => {});

  function leaseFor(signal: AbortSignal): void {
    isLeased = true;
    let serving: AbortController | undefined;
    const turn = async (): Promise<void> => {
      const isOurs = await take().catch(() => false);
      if (signal.aborted) return void (isOurs && (await release()));
      if (isOurs && !serving) void serve((serving = new AbortController()).signal);
      if (!isOurs) {
        serving?.abort();
        serving = undefined;
      }
    };
    const timer = setInterval(() => void turn(), renewMs);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      serving?.abort();
    });
    void turn();
  }

  return {
    /** Whether this window sends. */
    get isHere() {
      return isHere;
    },
    /** Asks to send; this window begins when no other does. */
    apply(): void {
      if (application) return;
      const { signal } = (application = new AbortController());
      if (!locks) return leaseFor(signal);
      // A page that may not use locks has none; an application that was withdrawn needs none.
      void locks
        .request(name, { signal }, () => serve(signal))
        .catch(() => {
          if (!signal.aborted) leaseFor(signal);
        });
    },
    /** Leaves sending to others, once what is under way has stopped. */
    async resign(): Promise<void> {
      const wasHere = isHere;
      application?.abort();
      application = undefined;
      if (wasHere) await stop();
      if (wasHere && isLeased) await release();
    },
  };
}
