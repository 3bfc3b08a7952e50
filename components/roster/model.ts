import { fold } from '../../src/codes/index.ts';
import type { Member, MemberState } from '../../src/client/index.ts';
import { localDay } from '../form-element.ts';
import { isHeld } from './status.ts';
import type { MemberStatus } from './status.ts';

/** Which people of a list are shown: those to examine, all, or those of one status. */
export type Shown = 'here' | 'all' | MemberStatus;

/** What the list is narrowed to. */
export interface Filter {
  readonly query: string;
  readonly shown: Shown;
  /** '' = all classes. */
  readonly className: string;
}

/** What a list is narrowed to when it is opened. */
export const unfiltered: Filter = { query: '', shown: 'here', className: '' };

/** How many of a list stand where. `expected` = who is to be examined: all but those without consent. */
export interface Counts {
  readonly total: number;
  readonly expected: number;
  readonly by: { readonly [status in MemberStatus]: number };
}

export type States = ReadonlyMap<string, MemberState>;

const keys = /* @__PURE__ */ new WeakMap<Member, string>();

// Folded once for each person: a list is searched at every key that is pressed.
function keyOf(member: Member): string {
  const known = keys.get(member);
  if (known !== undefined) return known;
  const { fullName, className = '', studentCode = '' } = member;
  const key = ` ${fold(fullName)} ${fold(className)} ${fold(studentCode)}`;
  keys.set(member, key);
  return key;
}

/** Whether every word of the query begins a word of the name, the class or the code. */
export function matches(member: Member, query: string): boolean {
  const key = keyOf(member);
  return fold(query)
    .split(' ')
    .every((word) => !word || key.includes(` ${word}`));
}

type StatusOf = (id: string) => MemberStatus;

/** Who is shown, in the order of the list. */
export function shownOf(
  members: readonly Member[],
  statusOf: StatusOf,
  { query, shown, className }: Filter,
): readonly Member[] {
  return members.filter((member) => {
    if (className && member.className !== className) return false;
    if (query && !matches(member, query)) return false;
    if (shown === 'all') return true;
    const status = statusOf(member.id);
    return shown === 'here' ? !isHeld(status) : status === shown;
  });
}

/** How far the people of a list have got. */
export function countsOf(members: readonly Member[], statusOf: StatusOf): Counts {
  const by = { todo: 0, begun: 0, done: 0, absent: 0, refused: 0, recheck: 0, unanswered: 0 };
  for (const { id } of members) by[statusOf(id)]++;
  return { total: members.length, expected: members.length - by.refused - by.unanswered, by };
}

/** The classes of a list, as they stand in it: 3A2 before 3A10. */
export function classesOf(members: readonly Member[]): readonly string[] {
  const names = new Set(members.flatMap(({ className }) => className ?? []));
  return [...names].sort(new Intl.Collator('vi', { numeric: true }).compare);
}

/**
 * Who comes next: the first after `from` (from the top again at the end) who is not done, absent or without consent; who
 * is to be looked at again comes when all others are done.
 */
export function nextOf(
  members: readonly Member[],
  statusOf: StatusOf,
  from: string | undefined,
): Member | undefined {
  const at = members.findIndex(({ id }) => id === from);
  const order = [...members.slice(at + 1), ...members.slice(0, Math.max(at, 0))];
  const find = (...wanted: readonly MemberStatus[]): Member | undefined =>
    order.find(({ id }) => wanted.includes(statusOf(id)));
  return find('todo', 'begun') ?? find('recheck');
}

/** How many people something was written of on a day (`YYYY-MM-DD`). */
export function writtenOn(states: States, day: string): number {
  let count = 0;
  for (const { at } of states.values()) if (at !== undefined && localDay(new Date(at)) === day) count++;
  return count;
}
