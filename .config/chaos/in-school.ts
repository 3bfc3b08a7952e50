/** Runs inside the page of a device and works with the lists of its session, as a station's screen would. */
import type { Session } from '../../components/context.ts';
import type { MemberList, MemberState } from '../../src/client/index.ts';
import { setAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

/** One pupil at one station. */
export interface Task {
  readonly key: string;
  readonly list: string;
  readonly member: string;
  readonly station: string;
  readonly blank: HealthRecord;
  readonly values: readonly (readonly [path: string, value: unknown])[];
}

/** What the page tells while it lives; only what has been told counts as written. */
export interface Told {
  readonly key: string;
  /** The error that it ended with; absent where the writing is safe on the device. */
  readonly code?: string;
}

/** What the server has against a writing leaves it in the queue. */
const isKept = (code: string): boolean => ['record.changed', 'person.exists'].includes(code);

export function createStation(tell: (told: Told) => Promise<void>) {
  let session: Session = {};
  const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
    context: Symbol.for('hssk/session@1'),
    subscribe: true,
    callback: (value: Session) => (session = value),
  });
  document.querySelector('hssk-record-form')!.dispatchEvent(request);
  /** Who is waited for at which station, until their state says that it stands in the store. */
  const expected = new Map<string, { readonly station: string; readonly stands: () => void }[]>();

  async function look(list: string, members: readonly string[] | undefined): Promise<void> {
    if (!(members ?? [...expected.keys()]).some((id) => expected.has(id))) return;
    const { states } = await session.lists!.open(list);
    for (const [id, all] of expected)
      for (const { station, stands } of all) if (states.get(id)?.stations[station] === 'all') stands();
  }

  /** Resolves when the state of a pupil says that a station is done. */
  const shown = (member: string, station: string): Promise<void> =>
    new Promise((resolve) => {
      const mine = { station, stands: resolve };
      expected.set(member, [...(expected.get(member) ?? []), mine]);
    });

  return {
    async put(list: MemberList): Promise<void> {
      await session.lists!.put(list);
      session.lists!.watch(list.id, (members) => void look(list.id, members).catch(() => {}));
    },

    /** Calls a pupil, writes, and sends; it is told as soon as it stands in the store of the device. */
    async write({ key, list, member, station, blank, values }: Task): Promise<void> {
      const lists = session.lists!;
      try {
        const given = await lists.member(list, member);
        const record = values.reduce(
          (made, [path, value]) => setAt(made, path, value),
          given.record ?? blank,
        );
        const stations = { ...given.state.stations, [station]: 'all' as const };
        const isNew = given.state.stations[station] === undefined;
        const stands = isNew && shown(member, station);
        const sent = lists.submit(list, member, record, stations, given);
        if (stands) sent.catch(() => {});
        // The next pupil is called while this one is on its way.
        await (stands ? Promise.race([sent, stands]) : sent);
        await tell({ key });
      } catch (error) {
        const { code = String(error) } = error as { readonly code?: string };
        await tell(isKept(code) ? { key } : { key, code });
      }
    },

    states: async (list: string): Promise<readonly (readonly [string, MemberState])[]> => [
      ...(await session.lists!.open(list)).states,
    ],

    async status() {
      const { state: vault = '', problem } = session.vault ?? {};
      const { waiting, attention, sent, damaged, activity } = await session.sync!.status();
      return { vault, problem, waiting, attention, sent, damaged, activity };
    },

    /** Somebody presses "send now". */
    async hurry(): Promise<void> {
      session.sync!.resume();
      for (const { id, state } of await session.sync!.items('waiting', 1_000))
        if (state === 'retry') await session.sync!.retry(id).catch(() => {});
      await session.sync!.send();
    },

    /** What a person would have to look at; nothing of a pupil. */
    attention: async (): Promise<readonly string[]> =>
      (await session.sync!.items('attention', 50)).map(
        ({ call, state, problem }) => `${call} ${state} ${problem?.code}`,
      ),
  };
}

export type Station = ReturnType<typeof createStation>;
