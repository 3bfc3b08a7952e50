import type { ReactiveElement } from 'lit';

/** While values are not saved the browser asks before it closes the page. */
export function guardLeaving(host: ReactiveElement, isNeeded: () => boolean): void {
  let guard: AbortController | undefined;
  const drop = (): void => {
    guard?.abort();
    guard = undefined;
  };
  host.addController({
    hostUpdated() {
      if (!host.isConnected || !isNeeded()) drop();
      else if (!guard) {
        guard = new AbortController();
        addEventListener('beforeunload', (event) => event.preventDefault(), { signal: guard.signal });
      }
    },
    hostDisconnected: drop,
  });
}
