import type { CountedGroup, GroupKind, MemberList, MemberState } from '../../src/client/index.ts';
import { statusOf } from '../../src/school/index.ts';
import type { DayRules } from '../../src/school/index.ts';
import { localDay } from '../form-element.ts';

/** What stands inside a group of a kind. */
export const inside: { readonly [kind in GroupKind]?: GroupKind } = {
  commune: 'hamlet',
  hamlet: 'household',
  school: 'class',
};

/** A line of the view: a group and its counts; `undefined` = not counted there. */
export interface CoverageRow {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly expected: number;
  readonly captured?: number | undefined;
  readonly seen?: number | undefined;
  readonly missing?: number | undefined;
  readonly done?: number | undefined;
  readonly left?: number | undefined;
  readonly absent?: number | undefined;
  readonly refused?: number | undefined;
  readonly recheck?: number | undefined;
}

export type CoverageColumn = Exclude<keyof CoverageRow, 'id' | 'kind'>;

export const rowOf = ({
  group,
  kind,
  name,
  expected,
  captured,
  missing,
  seenToday,
}: CountedGroup): CoverageRow => ({
  ...{ id: group, kind, name, expected, captured, missing },
  seen: seenToday,
});

/** A list of this device as a line: who was written of today, and how far the others are. */
export function deviceRow(
  list: MemberList,
  states: ReadonlyMap<string, MemberState>,
  rules: DayRules,
  now: number,
): CoverageRow {
  const count = { seen: 0, captured: 0, done: 0, left: 0, absent: 0, refused: 0, recheck: 0 };
  for (const { id, pid } of list.members) {
    const state = states.get(id);
    if (pid !== undefined || hasBegun(state)) count.captured++;
    if (isSeen(state, now)) count.seen++;
    const status = state ? statusOf(state, rules) : 'todo';
    if (status === 'todo' || status === 'begun') count.left++;
    else count[status]++;
  }
  const name = list.place ? `${list.name}, ${list.place}` : list.name;
  return { id: list.id, kind: list.kind, name, expected: list.members.length, ...count };
}

// A mark ("absent") is written too, of who was not there.
const hasBegun = (state: MemberState | undefined): boolean =>
  state !== undefined && Object.keys(state.stations).length > 0;

/** Whether something was written of a person on the present day, by the clock of this device. */
export const isSeen = (state: MemberState | undefined, now: number): boolean =>
  hasBegun(state) && state?.at !== undefined && localDay(new Date(state.at)) === localDay(new Date(now));

/** Percent, never rounded up to 100 nor down to 0. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) return 0;
  return part >= whole ? 100 : Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** Rows in the order asked for; what is the same goes by name, and numbers in names by their value. */
export function sorted(
  rows: readonly CoverageRow[],
  column: CoverageColumn,
  isDown: boolean,
  locale: string,
): readonly CoverageRow[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const turn = isDown ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byName = compare(a.name, b.name);
    if (column === 'name') return turn * byName;
    return turn * (Number(a[column] ?? -1) - Number(b[column] ?? -1)) || byName;
  });
}
