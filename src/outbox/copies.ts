import { HealthRecordError, HttpError, NetworkError } from '../client/index.ts';
import type {
  Carried,
  Client,
  CountedGroup,
  CoverageGroup,
  GroupKind,
  LoadedRecord,
  Rosters,
  RosterPerson,
} from '../client/index.ts';
import type { StoredConsent } from '../schema/index.ts';
import { isTransient } from './entry.ts';
import { countsOf, createCarryList } from './carry-list.ts';
import { OutboxError } from './errors.ts';
import type { RowStore } from './rows.ts';

interface Copy<T> {
  readonly value: T;
  /** Milliseconds since 1970 when the server gave it. */
  readonly at: number;
}

interface CopiedList {
  readonly people: readonly RosterPerson[];
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
      view.put(kind, id, { value, at: now() } satisfies Copy<unknown>, { order: now() }),
    );

  const isOld = (at: number, times = 1): boolean => Math.abs(now() - at) > times * maxAgeMs;

  async function read<T>(kind: CopyKind, id: string): Promise<Copy<T>> {
    const row = await rows.read((view) => view.get<Copy<T>>(kind, id));
    if (!row) throw new OutboxError('copy.missing');
    if (isOld(row.value.at)) throw new OutboxError('copy.tooOld');
    return row.value;
  }

  const list = createCarryList({ isOld, expiry: (at) => at + maxAgeMs });

  async function consentsOf(pid: string, signal?: AbortSignal): Promise<readonly StoredConsent[]> {
    const events: StoredConsent[] = [];
    for await (const event of client.consents.list(pid, { limit: 200, signal })) events.push(event);
    return events;
  }

  async function* carriedGroups(by: GroupKind, within: string | undefined): AsyncGenerator<CountedGroup> {
    const usable = (await rows.read(list.stands)).groups.filter(({ state }) => state !== 'expired');
    if (!usable.length) throw new OutboxError('copy.missing');
    const peopleOf = async (id: string): Promise<readonly RosterPerson[]> =>
      (await read<CopiedList>('roster', id)).value.people;
    const wanted = within === undefined ? undefined : new Set((await peopleOf(within)).map(({ id }) => id));
    for (const { group, takenAt } of usable) {
      if (group.kind !== by) continue;
      // Who was seen on the day it was taken along was not seen today.
      const { seenToday: _, ...counted } = group;
      const people = wanted && (await peopleOf(group.group)).filter(({ id }) => wanted.has(id));
      if (people && !people.length) continue;
      yield { ...counted, ...(people && countsOf(people)), carriedAt: takenAt };
    }
  }

  const isCarried = (pid: string): Promise<boolean> =>
    rows.read(async (view) => (await view.get('record', pid)) !== undefined);

  /** Takes along what is asked for. What was taken before stays until it is too old; a stopped call may be repeated. */
  async function carry({ groups = [], pids = [], signal, onProgress }: CarryRequest): Promise<Carry> {
    const begun = now();
    const wanted = new Set(pids);
    const lists = new Map<string, readonly RosterPerson[]>();
    const [taken, refused] = [new Set<string>(), new Set<string>()];

    /** What became of the groups stands in the list in the end, however it ended. */
    const note = (): Promise<void> =>
      rows.change(async (view) => {
        for (const [id, people] of lists) await list.end(view, id, people, { begun, taken, refused });
      });

    onProgress?.(0, 0);
    try {
      for (const group of groups) {
        const people: RosterPerson[] = [];
        for await (const person of client.rosters.list({ group: group.group, signal })) people.push(person);
        await rows.change(async (view) => {
          view.put('roster', group.group, { value: { people }, at: now() } satisfies Copy<CopiedList>, {
            order: now(),
          });
          await list.begin(view, group, people, begun);
        });
        lists.set(group.group, people);
        for (const { pid } of people) if (pid) wanted.add(pid);
      }
      const queue = [...wanted];
      const total = queue.length;
      onProgress?.(0, total);
      const work = async (): Promise<void> => {
        for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
          try {
            signal?.throwIfAborted();
            const record = await client.records.load(pid, { signal });
            await keep('consents', pid, await consentsOf(pid, signal));
            await keep('record', pid, record);
            taken.add(pid);
          } catch (error) {
            if (!(error instanceof HttpError) || !error.problem || isTransient(error.status)) {
              queue.length = 0;
              throw error;
            }
            refused.add(pid);
          }
          onProgress?.(taken.size + refused.size, total);
        }
      };
      const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    } catch (error) {
      // Why it was cut off counts more than that the list could not be brought up to date.
      await note().catch(() => {});
      throw error;
    }
    await note();
    const people = [...lists.values()].reduce((sum, { length }) => sum + length, 0);
    return { people, records: taken.size, refused: refused.size };
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
          yield* carriedGroups(by, within);
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
          const { value } = await read<CopiedList>('roster', group);
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
        const [oldest] = await view.list<Copy<unknown>>('record', { limit: 1 });
        return { records: view.count('record'), rosters: view.count('roster'), oldestAt: oldest?.value.at };
      }),
    /** Deletes copies that are too old. */
    async purge(): Promise<void> {
      await rows.change(async (view) => {
        for (const kind of copyKinds)
          for (const { id, value } of await view.list<Copy<unknown>>(kind, { limit: 500 }))
            if (isOld(value.at)) view.remove(kind, id);
        await list.forgetOld(view);
      });
    },
    /** What was taken along, group by group. */
    carried: (): Promise<Carried> => rows.read(list.stands),
    /** Deletes the copies of a group that no other group needs. */
    async letGo(group: string): Promise<void> {
      await rows.change(async (view) => {
        const rosters = await view.list<Copy<CopiedList>>('roster');
        const others = rosters.filter(({ id }) => id !== group);
        const needed = new Set(others.flatMap(({ value }) => value.value.people.map(({ pid }) => pid)));
        for (const { pid } of rosters.find(({ id }) => id === group)?.value.value.people ?? []) {
          if (!pid || needed.has(pid)) continue;
          view.remove('record', pid);
          view.remove('consents', pid);
        }
        view.remove('roster', group);
        await list.remove(view, group);
      });
    },
    /** Deletes all copies, as when an old state of the store was put back. */
    async clear(): Promise<void> {
      await rows.change(async (view) => {
        for (const kind of copyKinds) for (const { id } of await view.list(kind)) view.remove(kind, id);
        list.clear(view);
      });
    },
  };
}

/** The copies of a store. */
export type Copies = ReturnType<typeof createCopies>;
