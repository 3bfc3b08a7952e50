import { HealthRecordError, HttpError, NetworkError } from '../client/index.ts';
import type {
  Client,
  CoverageGroup,
  GroupKind,
  LoadedRecord,
  Rosters,
  RosterPerson,
} from '../client/index.ts';
import type { StoredConsent } from '../schema/index.ts';
import { isTransient } from './entry.ts';
import { OutboxError } from './errors.ts';
import type { RowStore } from './rows.ts';

interface Carried<T> {
  readonly value: T;
  /** Milliseconds since 1970 when the server gave it. */
  readonly at: number;
}

interface CarriedGroup {
  readonly people: readonly RosterPerson[];
}

interface CarriedGroups {
  readonly groups: readonly CoverageGroup[];
}

/** What is to be taken along: groups (a class, a hamlet) with their people's records, or single records. */
export interface CarryRequest {
  readonly groups?: readonly CoverageGroup[] | undefined;
  readonly pids?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What was taken along; `refused` records may not be read by this user. */
export interface Carry {
  readonly people: number;
  readonly records: number;
  readonly refused: number;
}

type CopyKind = 'record' | 'consents' | 'roster';
const copyKinds: readonly CopyKind[] = ['record', 'consents', 'roster'];
const atOnce = 4;
const allGroups = 'groups';

/** Whether the server could not be asked, as opposed to an answer that says no. */
export const isUnreached = (error: unknown): boolean =>
  error instanceof NetworkError ||
  // A host that has no network cannot renew its login either.
  (error instanceof HealthRecordError && error.code === 'token.unavailable') ||
  (error instanceof HttpError && (error.problem === undefined || error.status >= 500));

/** Rosters and records taken along to where there is no network. They are copies: the server's answer always wins. */
export function createCopies({
  rows,
  client,
  now,
  maxAgeMs,
}: {
  rows: RowStore;
  client: Client;
  now: () => number;
  maxAgeMs: number;
}) {
  const keep = (kind: CopyKind, id: string, value: unknown): Promise<void> =>
    rows.change(async (view) =>
      view.put(kind, id, { value, at: now() } satisfies Carried<unknown>, { order: now() }),
    );

  const isOld = (at: number): boolean => Math.abs(now() - at) > maxAgeMs;

  async function read<T>(kind: CopyKind, id: string): Promise<Carried<T>> {
    const row = await rows.read((view) => view.get<Carried<T>>(kind, id));
    if (!row) throw new OutboxError('copy.missing');
    if (isOld(row.value.at)) throw new OutboxError('copy.tooOld');
    return row.value;
  }

  async function consentsOf(pid: string, signal?: AbortSignal): Promise<readonly StoredConsent[]> {
    const events: StoredConsent[] = [];
    for await (const event of client.consents.list(pid, { limit: 200, signal })) events.push(event);
    return events;
  }

  const isCarried = (pid: string): Promise<boolean> =>
    rows.read(async (view) => (await view.get('record', pid)) !== undefined);

  /** Takes along what is asked for. What was taken before stays until it is too old; a stopped call may be repeated. */
  async function carry({ groups = [], pids = [], signal, onProgress }: CarryRequest): Promise<Carry> {
    const wanted = new Set(pids);
    let people = 0;
    for (const group of groups) {
      const found: RosterPerson[] = [];
      for await (const person of client.rosters.list({ group: group.group, signal })) found.push(person);
      await keep('roster', group.group, { people: found } satisfies CarriedGroup);
      for (const { pid } of found) if (pid) wanted.add(pid);
      people += found.length;
    }
    if (groups.length) {
      const before = await read<CarriedGroups>('roster', allGroups).catch(() => undefined);
      const rest = (before?.value.groups ?? []).filter(
        (old) => !groups.some(({ group }) => group === old.group),
      );
      await keep('roster', allGroups, { groups: [...rest, ...groups] } satisfies CarriedGroups);
    }
    const queue = [...wanted];
    const total = queue.length;
    let [records, refused] = [0, 0];
    onProgress?.(0, total);
    const work = async (): Promise<void> => {
      for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
        signal?.throwIfAborted();
        try {
          const record = await client.records.load(pid, { signal });
          await keep('consents', pid, await consentsOf(pid, signal));
          await keep('record', pid, record);
          records++;
        } catch (error) {
          if (!(error instanceof HttpError) || !error.problem || isTransient(error.status)) {
            queue.length = 0;
            throw error;
          }
          refused++;
        }
        onProgress?.(records + refused, total);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { people, records, refused };
  }

  return {
    carry,
    /** The copy of a record with the time it was taken; rejects with `copy.missing` or `copy.tooOld`. */
    async record(pid: string): Promise<LoadedRecord> {
      const { value, at } = await read<LoadedRecord>('record', pid);
      return { ...value, carriedAt: at };
    },
    /** Renews a copy that was taken along; others are not kept. */
    async renew(record: LoadedRecord): Promise<void> {
      if (await isCarried(record.pid)) await keep('record', record.pid, record);
    },
    /** The consent events of a record: the server's, or those taken along where it cannot be reached. */
    async consents(pid: string): Promise<{
      readonly stored: readonly StoredConsent[];
      readonly carriedAt?: number;
    }> {
      let stored: readonly StoredConsent[];
      try {
        stored = await consentsOf(pid);
      } catch (error) {
        if (!isUnreached(error)) throw error;
        const { value, at } = await read<readonly StoredConsent[]>('consents', pid);
        return { stored: value, carriedAt: at };
      }
      // As with a record: what the server gave is shown, whether there is room for a copy of it or not.
      if (await isCarried(pid).catch(() => false)) await keep('consents', pid, stored).catch(() => {});
      return { stored };
    },
    /** Groups and people of the server, or those taken along where it cannot be reached. */
    rosters: {
      async *groups(by: GroupKind, within?: string) {
        let isBegun = false;
        try {
          for await (const each of client.coverage.list({ by, within })) {
            isBegun = true;
            yield each;
          }
        } catch (error) {
          // What was given already must not come a second time.
          if (isBegun || !isUnreached(error)) throw error;
          const { value } = await read<CarriedGroups>('roster', allGroups);
          yield* value.groups.filter(({ kind }) => kind === by);
        }
      },
      async *people(group: string, state?: 'captured' | 'missing') {
        let isBegun = false;
        try {
          for await (const each of client.rosters.list({ group, state })) {
            isBegun = true;
            yield each;
          }
        } catch (error) {
          // What was given already must not come a second time.
          if (isBegun || !isUnreached(error)) throw error;
          const { value } = await read<CarriedGroup>('roster', group);
          yield* value.people.filter(({ pid }) => !state || (state === 'captured') === (pid !== undefined));
        }
      },
    } satisfies Rosters,
    /** How much is on this device, and since when the oldest of it. */
    summary: (): Promise<{
      readonly records: number;
      readonly rosters: number;
      readonly oldestAt: number | undefined;
    }> =>
      rows.read(async (view) => {
        const [oldest] = await view.list<Carried<unknown>>('record', { limit: 1 });
        const rosters = Math.max(0, view.count('roster') - 1);
        return { records: view.count('record'), rosters, oldestAt: oldest?.value.at };
      }),
    /** Deletes copies that are too old. */
    async purge(): Promise<void> {
      await rows.change(async (view) => {
        for (const kind of copyKinds)
          for (const { id, value } of await view.list<Carried<unknown>>(kind, { limit: 500 }))
            if (isOld(value.at)) view.remove(kind, id);
      });
    },
    /** Deletes all copies, as when an old state of the store was put back. */
    async clear(): Promise<void> {
      await rows.change(async (view) => {
        for (const kind of copyKinds) for (const { id } of await view.list(kind)) view.remove(kind, id);
      });
    },
  };
}

/** The copies of a store. */
export type Copies = ReturnType<typeof createCopies>;
