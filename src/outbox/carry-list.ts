import type { Carried, CoverageGroup, RosterPerson } from '../client/index.ts';
import { undamaged } from './entry-rows.ts';
import type { ChangeView, ReadView } from './rows.ts';

/** A group that was taken along, as the list keeps it: it outlives its copies, so that it can be taken again. */
interface Listed {
  readonly group: CoverageGroup;
  readonly at: number;
  readonly people: number;
  readonly records: number;
  readonly refused: number;
  readonly isWhole: boolean;
}

/** How many are on a list, and how many of them have a record. */
export function countsOf(people: readonly RosterPerson[]): {
  readonly expected: number;
  readonly captured: number;
  readonly missing: number;
} {
  const captured = people.filter(({ pid }) => pid !== undefined).length;
  return { expected: people.length, captured, missing: people.length - captured };
}

const listId = 'carried';
/** Spans of the age of a copy after which a group that nobody took again is forgotten. */
const forgottenAfter = 4;

/** The sealed list of what was taken along. */
export function createCarryList({
  isOld,
  expiry,
}: {
  isOld: (at: number, times?: number) => boolean;
  expiry: (at: number) => number;
}) {
  const read = async (view: ReadView): Promise<readonly Listed[]> =>
    (await undamaged(view.get<readonly Listed[]>('link', listId)))?.value ?? [];

  const write = (view: ChangeView, groups: readonly Listed[]): void => view.put('link', listId, groups);

  /** Puts a group where it stood, or at the end. */
  const put = (groups: readonly Listed[], next: Listed): readonly Listed[] =>
    groups.some(({ group }) => group.group === next.group.group)
      ? groups.map((each) => (each.group.group === next.group.group ? next : each))
      : [...groups, next];

  return {
    /** A group is about to be taken: until all its records are here it is not whole, unless it was before. */
    async begin(
      view: ChangeView,
      group: CoverageGroup,
      people: readonly RosterPerson[],
      at: number,
    ): Promise<void> {
      const groups = await read(view);
      const before = groups.find((each) => each.group.group === group.group && !isOld(each.at));
      const fresh = { at, records: 0, refused: 0, isWhole: false };
      const next = { ...fresh, ...before, people: people.length, group: { ...group, ...countsOf(people) } };
      write(view, put(groups, next));
    },
    /** What became of it; the age of a group is that of its oldest copy. */
    async end(
      view: ChangeView,
      id: string,
      people: readonly RosterPerson[],
      { begun, taken, refused }: { begun: number; taken: ReadonlySet<string>; refused: ReadonlySet<string> },
    ): Promise<void> {
      const groups = await read(view);
      const before = groups.find(({ group }) => group.group === id);
      if (!before) return;
      const pids = people.flatMap(({ pid }) => pid ?? []);
      const records = pids.filter((pid) => taken.has(pid)).length;
      const denied = pids.filter((pid) => refused.has(pid)).length;
      const isWhole = records + denied === pids.length;
      const next: Listed = isWhole
        ? { ...before, at: begun, records, refused: denied, isWhole }
        : { ...before, records: Math.max(before.records, records) };
      write(view, put(groups, next));
    },
    async stands(view: ReadView): Promise<Carried> {
      const groups = (await read(view)).map(({ group, at, people, records, refused, isWhole }) => {
        const isGone = isOld(at);
        const state = isGone ? 'expired' : isWhole ? 'whole' : 'partly';
        const here = isGone ? 0 : records;
        return { group, people, refused, state, records: here, takenAt: at, expiresAt: expiry(at) } as const;
      });
      return { groups, records: view.count('record') };
    },
    async remove(view: ChangeView, id: string): Promise<void> {
      write(
        view,
        (await read(view)).filter(({ group }) => group.group !== id),
      );
    },
    async forgetOld(view: ChangeView): Promise<void> {
      const groups = await read(view);
      const known = groups.filter(({ at }) => !isOld(at, forgottenAfter));
      if (known.length < groups.length) write(view, known);
    },
    clear: (view: ChangeView): void => view.remove('link', listId),
  };
}
