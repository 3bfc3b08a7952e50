import { createClient } from '../client/index.ts';
import type {
  Client,
  ClientOptions,
  Consents,
  Lists,
  LoadedRecord,
  QueueItem,
  RecordStore,
  Submission,
} from '../client/index.ts';
import { createRecordStore, openOutbox } from './index.ts';
import type { Outbox, OutboxOptions } from './index.ts';

/** A request that reached the network, as the server would see it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly ifMatch: string | null;
  readonly body: string;
}

type Next = () => Promise<Response>;

/** What answers requests: a sandbox. */
interface Server {
  fetch(request: Request): Promise<Response>;
}

/** A device of the world: one window with its outbox, open. */
export interface Device {
  readonly outbox: Outbox;
  readonly records: RecordStore;
  readonly consents: Consents;
  readonly lists: Lists;
  readonly client: Client;
  /** Nothing reaches or leaves it any more, as when its window was killed. */
  kill(): Promise<void>;
}

export const passphrase = 'bốn từ dễ nhớ nhé';
const devices: Device[] = [];
let worlds = 0;

/** A server, a network that does what a test wants, and devices of one user. */
export function makeWorld(serve: (now: () => number) => Server) {
  const clock = { now: Date.parse('2026-11-21T01:00:00Z') };
  const sandbox = serve(() => clock.now);
  const user = `user-${++worlds}-${crypto.randomUUID().slice(0, 8)}`;
  const world = {
    clock,
    sandbox,
    user,
    seen: [] as Seen[],
    /** Writes among them, the checkpoints left out. */
    writes: (): Seen[] =>
      world.seen.filter(({ method, path }) => method !== 'GET' && !/checkpoint|lookup/.test(path)),
    /** What the network does; as it should by itself. */
    net: undefined as ((next: Next, seen: Seen) => Promise<Response>) | undefined,
    offline: async (): Promise<Response> => {
      throw new TypeError('no network');
    },
    /** Someone else at the same facility. */
    other: createClient({
      baseUrl: 'http://central.test',
      token: 'demo:nurse:TYT-01:other',
      fetch: (request) => sandbox.fetch(request),
    }),
    async device({
      client: more = {},
      ...options
    }: Omit<Partial<OutboxOptions>, 'client'> & { client?: Partial<ClientOptions> } = {}): Promise<Device> {
      const alive = { yes: true };
      const never = new Promise<Response>(() => {});
      const client = createClient({
        baseUrl: 'http://central.test',
        token: `demo:nurse:TYT-01:${options.user ?? user}`,
        fetch: async (request) => {
          if (!alive.yes) return never;
          const { method, headers, url } = request;
          const body = method === 'GET' ? '' : await request.clone().text();
          const [key, ifMatch] = [headers.get('idempotency-key'), headers.get('if-match')];
          const seen = { method, path: new URL(url).pathname, key, ifMatch, body };
          world.seen.push(seen);
          const next = () => sandbox.fetch(request);
          const response = await (world.net ? world.net(next, seen) : next());
          return alive.yes ? response : never;
        },
        retry: false,
        now: () => clock.now,
        ...more,
      });
      const outbox = await openOutbox({
        client,
        user,
        facility: 'TYT-01',
        rounds: 1,
        now: () => clock.now,
        random: () => 0,
        answerMs: 3_000,
        idleMs: 1e12,
        ...options,
      });
      if (outbox.vault.state === 'empty') await outbox.vault.setUp(passphrase);
      else if (outbox.vault.state === 'locked') await outbox.vault.unlock(passphrase);
      const device: Device = {
        outbox,
        client,
        ...createRecordStore({ client, outbox }),
        lists: outbox.lists,
        async kill() {
          alive.yes = false;
          await outbox.close();
        },
      };
      devices.push(device);
      return device;
    },
  };
  return world;
}
export type World = ReturnType<typeof makeWorld>;

/** Closes what the tests of a file have opened, and deletes it. */
export async function closeAll(): Promise<void> {
  for (const { outbox } of devices.splice(0)) {
    await outbox.close();
    await outbox.vault.wipe();
  }
}

/** Name and state of the items of a list. */
export const states = (items: readonly QueueItem[]): string[] =>
  items.map(({ name, state, problem }) => [name.replace(/\D+/, ''), state, problem?.code].join(' ').trim());

/** An answer with a problem document. */
export const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ code, status }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

/** What a further change of a queued record starts from. */
export function baseOf(sent: Submission): LoadedRecord {
  if (sent.state !== 'queued') throw new Error(`It is ${sent.state}`);
  return sent.base;
}
