/** Runs one work after the other. */
export function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work);
    last = run.catch(() => {});
    return run;
  };
}

const patienceMs = 5_000;

/**
 * Gives tabs their turn, first come, first served. It is for fairness only: where a frozen tab keeps its turn, or the
 * browser knows no locks, the work begins without one.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return work();
  let hasBegun = false;
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, () => {
      hasBegun = true;
      return work();
    });
  } catch (error) {
    if (hasBegun) throw error;
    return work();
  }
}

/** Waits a random time that grows with the attempts, so that two who hinder each other get apart. */
export function stepAside(attempt: number): Promise<void> {
  const most = Math.min(2 ** attempt, 64);
  const ms = (crypto.getRandomValues(new Uint8Array(1))[0]! / 256) * most;
  return new Promise((resolve) => setTimeout(resolve, ms));
}
