/** The server of a chaos run: the real one over HTTP with faults, and the same without for who looks on. */
import { startServer } from '../../docs/examples/server.ts';
import { createClient } from '../../src/client/index.ts';
import { ConnectionDropped, randomFaults } from '../../src/sandbox/index.ts';
import type { FaultKind, Faults } from '../../src/sandbox/index.ts';
import { check } from '../../src/validation/index.ts';
import { contentTypeOf, counted } from './streams.ts';

const rates: { readonly [K in FaultKind]?: number } = {
  'before.drop': 0.03,
  'before.portal': 0.02,
  'before.401': 0.02,
  'before.409': 0.01,
  'before.412': 0.01,
  'before.429': 0.02,
  'before.500': 0.02,
  'before.problem': 0.02,
  'before.503': 0.02,
  'after.drop': 0.04,
  'after.late': 0.03,
  'after.500': 0.02,
  'after.problem': 0.02,
  'after.504': 0.02,
  'after.notJson': 0.03,
  'after.truncated': 0.03,
  'after.cutLines': 0.12,
  'after.cutLine': 0.06,
};

export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * Starts the server. `random` makes the faults. `isOpen` = people without a number are let in, so that nothing but the
 * device keeps a record from being doubled.
 */
export async function openWorld(random: () => number, { isOpen = false } = {}) {
  const struck = new Map<FaultKind, number>();
  const batches = { open: 0, lines: 0, onLine: (): void => {} };
  let isStormy = true;
  let cutUntil = 0;
  let cuts = 0;
  const storm = randomFaults({
    random,
    rates,
    wait: () => new Promise((resolve) => setTimeout(resolve, 200 + random() * 2_500)),
    onFault: (kind) => struck.set(kind, (struck.get(kind) ?? 0) + 1),
  });
  const faults: Faults = {
    before(name, request) {
      if (isStormy && performance.now() < cutUntil) throw new ConnectionDropped();
      return isStormy ? storm.before!(name, request) : undefined;
    },
    async after(name, response) {
      if (name !== 'batch.send' || contentTypeOf(response) !== 'application/x-ndjson')
        return isStormy ? storm.after!(name, response) : response;
      const watched = counted(response, {
        begun: () => batches.open++,
        line() {
          batches.lines++;
          batches.onLine();
        },
        ended: () => batches.open--,
      });
      return isStormy ? storm.after!(name, watched) : watched;
    },
  };
  const server = await startServer({
    database: 'pglite',
    central: {
      faults,
      ...(isOpen && {
        check: (record, options) =>
          check(record, options).filter(({ path }) => !path.startsWith('administrative.identifiers')),
      }),
      onError: (error) => void unexpected.push(error instanceof Error ? error.name : 'unknown'),
    },
  });
  const unexpected: string[] = [];
  const other = createClient({
    baseUrl: `${server.url}/central`,
    token: 'demo:nurse:TYT-01:other',
    fetch: (request) => server.sandbox.fetch(request),
    retry: false,
  });
  return {
    url: server.url,
    /** Another user of the facility, on a network without faults. */
    other,
    batches,
    struck,
    unexpected,
    /** There is no network for so many milliseconds. */
    cut(ms: number): void {
      cuts++;
      cutUntil = performance.now() + ms;
    },
    get cuts() {
      return cuts;
    },
    /** From here on the network is good. */
    calm: () => void (isStormy = false),
    stop: () => server.stop(),
  };
}
