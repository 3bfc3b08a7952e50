import { RefusedError } from '../client/index.ts';
import type { Client, ConsentHistory, Consents } from '../client/index.ts';
import type { ConsentEvent, StoredConsent } from '../schema/index.ts';
import { eventOf } from './consent-rows.ts';
import type { Entry } from './entry.ts';
import type { Outbox } from './outbox-parts.ts';

const granting = ({ kind, decision }: ConsentEvent): boolean =>
  kind === 'disclosureRequest' ||
  kind === 'invalidation' ||
  kind === 'requestAnswer' ||
  (kind === 'consent' && decision !== 'denied' && decision !== 'deferred');

/**
 * What the server has and what is here, each event once. What a copy does not have yet stands behind it as the server
 * ordered it where nothing lies between, or else as it was sealed. What was refused may take back, and never give.
 */
function joined(stored: readonly StoredConsent[], entries: readonly Entry[]): ConsentHistory['events'] {
  const ids = new Set(stored.map(({ event }) => event.id));
  const ordered = [...stored];
  const loose: ConsentEvent[] = [];
  for (const entry of entries) {
    const event = eventOf(entry);
    if (ids.has(event.id) || (entry.state === 'refused' && granting(event))) continue;
    if (entry.consent?.seq === ordered.length + 1) ordered.push(entry.consent);
    else loose.push(event);
  }
  return [...ordered, ...loose];
}

async function keysOf(client: Client): Promise<Readonly<Record<string, string>>> {
  const { keys = [] } = await client.metadata();
  return Object.fromEntries(keys.map(({ key, publicKey }) => [key, publicKey]));
}

/** Consent events through the queue of this device. */
export function queuedConsents(client: Client, outbox: Outbox): Consents {
  const { queue, copies } = outbox;
  return {
    async list(target) {
      const { pid, entries } = await queue.consents(target);
      if (pid === undefined) return { events: joined([], entries) };
      const { stored, ...age } = await copies.consents(pid);
      // What was answered meanwhile is in both.
      return { events: joined(stored, entries), ...age };
    },
    async append(target, event) {
      const entry = await queue.consent(target, structuredClone(event));
      if (entry.pid === undefined) return 'queued';
      const last = (await outbox.answered(entry.id)) ?? entry;
      if (last.state === 'done' && last.consent) return last.consent;
      if (last.state !== 'refused') return 'queued';
      const { code = '', issues = [] } = last.problem ?? {};
      throw new RefusedError(422, { code, issues: [...issues] });
    },
    keys: () => keysOf(client),
    accessLog: (pid) => client.records.accessLog(pid),
  };
}

/** What waits in this page for a record to put it to, or for an answer: nothing is kept on the device. */
export function createHeld(client: Client) {
  const captures = new Map<string, { pid: string | undefined; events: readonly ConsentEvent[] }>();
  const of = (capture: string) => captures.get(capture) ?? { pid: undefined, events: [] };
  const send = (pid: string, event: ConsentEvent): Promise<StoredConsent> =>
    client.consents.append(pid, event, { idempotencyKey: event.id });

  /** Puts what is held to the record, in its order. Rejects at the first that does not get through; it stays here. */
  async function flush(capture: string): Promise<string | undefined> {
    const { pid } = of(capture);
    for (let event; pid !== undefined && (event = of(capture).events[0]);) {
      const isDone = await send(pid, event).then(
        () => true,
        (error: unknown) => error instanceof RefusedError || Promise.reject(error as Error),
      );
      if (isDone) captures.set(capture, { pid, events: of(capture).events.slice(1) });
    }
    return pid;
  }

  async function listed(pid: string): Promise<StoredConsent[]> {
    const events: StoredConsent[] = [];
    for await (const event of client.consents.list(pid, { limit: 200 })) events.push(event);
    return events;
  }

  return {
    /** What goes along with the record of a capture. */
    of: (capture: string): readonly ConsentEvent[] => of(capture).events,
    /** The record is made, with what was taken along; what has come since is put to it now. */
    async made(capture: string, pid: string, taken: readonly ConsentEvent[]): Promise<void> {
      const rest = of(capture).events.filter((event) => !taken.some(({ id }) => id === event.id));
      captures.set(capture, { pid, events: rest });
      // The record stands: that an event did not get through is no reason to call it failed.
      await flush(capture).catch(() => {});
    },
    consents: {
      async list(target) {
        if (typeof target === 'string') return { events: await listed(target) };
        const pid = await flush(target.capture);
        return { events: pid === undefined ? of(target.capture).events : await listed(pid) };
      },
      async append(target, event) {
        if (typeof target === 'string') return send(target, event);
        const pid = await flush(target.capture);
        if (pid !== undefined) return send(pid, event);
        const { events } = of(target.capture);
        if (!events.some(({ id }) => id === event.id))
          captures.set(target.capture, { pid, events: [...events, structuredClone(event)] });
        return 'queued';
      },
      keys: () => keysOf(client),
      accessLog: (pid) => client.records.accessLog(pid),
    } satisfies Consents,
  };
}

/** What waits in this page. */
export type Held = ReturnType<typeof createHeld>;
