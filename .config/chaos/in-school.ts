/**
 * Runs inside the page of a device and does what its screens do: reads the list in, opens a pupil, writes and saves at a
 * station, enters the slips of the parents. Only the drawing is left out.
 */
import type { Session } from '../../components/context.ts';
import { FormState } from '../../components/form-state.ts';
import { importLines, listOfLines, sheetImport } from '../../components/roster/import-model.ts';
import { readListFile } from '../../components/roster/list-file.ts';
import { consentOf, slipPurpose } from '../../components/roster/slip.ts';
import { SlipWriting } from '../../components/roster/slip-writing.ts';
import { questionsOf } from '../../components/screening/asking.ts';
import { MemberWork } from '../../components/screening/member-work.ts';
import { saveStation } from '../../components/screening/save-station.ts';
import type { Saved } from '../../components/screening/save-station.ts';
import type { MemberList, MemberState } from '../../src/client/index.ts';
import { schoolBookForm } from '../../src/schema/index.ts';
import { recordOf } from '../../src/school/index.ts';
import type { StationCode } from '../../src/school/index.ts';
import { check } from '../../src/validation/index.ts';

/** One pupil at one station, or the slip of the parents. `n` = place on the list. */
export interface Task {
  readonly key: string;
  readonly n: number;
  readonly station: StationCode | 'consent';
  readonly values: readonly (readonly [path: string, value: unknown])[];
}

/** What a device reads in, and what stands on the sheets of its stations. */
export interface Given {
  readonly file: string;
  readonly facts: { readonly name: string; readonly place: string; readonly year: string };
  readonly today: string;
  readonly slipDay: string;
  readonly names: { readonly [name: string]: string };
}

/** What the page tells while it lives; only what has been told counts as written. */
export interface Told {
  readonly key: string;
  /** The error that it ended with; absent where the writing is safe on the device. */
  readonly code?: string;
  /** Consent events that were made, by their ids. */
  readonly events?: readonly string[];
}

/** What the server has against a writing leaves it in the queue. */
const isKept = (code: string): boolean => ['record.changed', 'person.exists'].includes(code);
const bookForm = { screenings: { rows: schoolBookForm } };

export function createStation(tell: (told: Told) => Promise<void>) {
  let session: Session = {};
  const slips = new SlipWriting();
  const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
    context: Symbol.for('hssk/session@1'),
    subscribe: true,
    callback: (value: Session) => (session = value),
  });
  document.querySelector('hssk-roster')!.dispatchEvent(request);
  let given: Given;
  let list: MemberList;
  /** Who is waited for at which station, until their state says that it stands in the store. */
  const expected = new Map<string, { readonly station: string; readonly stands: () => void }[]>();

  async function look(members: readonly string[] | undefined): Promise<void> {
    if (!(members ?? [...expected.keys()]).some((id) => expected.has(id))) return;
    const { states } = await session.lists!.open(list.id);
    for (const [id, all] of expected)
      for (const { station, stands } of all) if (states.get(id)?.stations[station] === 'all') stands();
  }

  /** Resolves when the state of a pupil says that a station is done. */
  const shown = (member: string, station: string): Promise<void> =>
    new Promise((resolve) => {
      const mine = { station, stands: resolve };
      expected.set(member, [...(expected.get(member) ?? []), mine]);
    });

  /** Writes at a station, as its form does; gives how saving went. */
  async function write({ n, station, values }: Task): Promise<Saved | undefined> {
    if (station === 'consent') return undefined;
    const { today, facts, names } = given;
    const lists = session.lists!;
    const member = list.members[n]!;
    const form = new FormState(bookForm);
    form.configure({ today });
    let isDirty = false;
    const work = new MemberWork({
      today: () => today,
      draft: () => form.draft,
      isDirty: () => isDirty,
      page: () => ({ year: facts.year, round: 'round1', stations: [station], by: session.user }),
      shown: (draft) => form.load(draft),
      gone: () => form.load({}),
      notKept: () => {},
      tookIn: ({ draft, paths }) => form.take(draft, paths),
      changed: () => {},
    });
    await work.want({ lists, list: list.id, member: member.id, at: station });
    if (work.phase !== 'open') throw Object.assign(new Error('unread'), { code: 'member.unread' });
    for (const [path, value] of values) form.put(path, { value }, JSON.stringify(value));
    isDirty = true;
    work.typed(1);
    const { year } = facts;
    const judged = (draft: typeof form.draft) => [
      ...check(draft, { now: today }).filter(({ path }) => path.startsWith(`screenings.${year}.`)),
      ...questionsOf(draft, year, 'round1'),
    ];
    const isNew = work.state.stations[station] === undefined;
    const saved = saveStation({
      state: form,
      work,
      signing: { year, round: 'round1', today, stations: [station], names },
      session,
      change: 1,
      check: () => Promise.resolve(judged({ ...form.draft, capturedOn: today })),
      offer: () => true,
    }).finally(() => work.want(undefined));
    // The next pupil is called while this one is on its way.
    return isNew ? Promise.race([saved, shown(member.id, station).then(() => undefined)]) : saved;
  }

  /** Enters the slip of the parents, unless it is seen to be there; gives the ids of the events. */
  async function enterSlip({ n }: Task): Promise<readonly string[]> {
    const { consents, consent: settings, user, facility } = session;
    const lists = session.lists!;
    const member = list.members[n]!;
    const purpose = slipPurpose(settings)!;
    const known = await lists.member(list.id, member.id);
    if (known.state.consent !== undefined) return [];
    const of = known.consentsOf!;
    const person = recordOf(member, list, { capturedOn: given.slipDay });
    const target = typeof of === 'string' ? of : { ...of, person };
    const { events } = await consents!.list(target).catch((error: { readonly code?: string }) => {
      if (error.code?.startsWith('copy.')) return { events: [] };
      throw error;
    });
    const now = new Date().toISOString();
    const isThere = consentOf(events, purpose, settings!, now) === 'agreed';
    const entered = isThere
      ? []
      : await slips.write(consents!, target, {
          ...{ settings: settings!, purpose, member, events, now },
          slip: {
            ...{ signer: member.guardianName ?? '', relation: 'mother', date: given.slipDay },
            ...{ answer: 'granted', child: 'granted' },
          },
          collector: { user: user!, facility: facility! },
        });
    const standing = consentOf([...events, ...entered], purpose, settings!, now);
    await lists.consented!(list.id, member.id, standing);
    return entered.map(({ id }) => id);
  }

  return {
    /** Reads the list in; says how many pupils it has. */
    async put(how: Given): Promise<number> {
      given = how;
      const sheets = await readListFile(new Blob([how.file]));
      const lines = importLines(
        sheets.map((sheet) => sheetImport(sheet, how.today)),
        new Map(),
      );
      const facts = { ...how.facts, kind: 'class', className: '' } as const;
      list = listOfLines(lines, facts, session.facility, (field) => field);
      await session.lists!.put(list);
      session.lists!.watch(list.id, (members) => void look(members).catch(() => {}));
      return list.members.length;
    },

    /** Calls a pupil, writes, and sends; it is told as soon as it stands in the store of the device. */
    async write(task: Task): Promise<void> {
      const { key } = task;
      try {
        if (task.station === 'consent') return await tell({ key, events: await enterSlip(task) });
        const saved = await write(task);
        // `held`: a person decides about it, and it is safe until then.
        const isSafe = saved && ['waiting', 'sent', 'held'].includes(saved.result);
        if (!saved || isSafe) return await tell({ key });
        const issues = 'issues' in saved ? saved.issues.map(({ path, code }) => `${path} ${code}`) : [];
        const code = saved.result === 'failed' ? saved.code : [saved.result, ...issues].join(' ');
        await tell(isKept(code) ? { key } : { key, code });
      } catch (error) {
        const { code = String(error) } = error as { readonly code?: string };
        await tell({ key, code });
      }
    },

    /** The states of the pupils, in the order of the list. */
    async states(): Promise<readonly MemberState[]> {
      const { list: stored, states } = await session.lists!.open(list.id);
      return stored.members.map(({ id }) => states.get(id)!);
    },

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
