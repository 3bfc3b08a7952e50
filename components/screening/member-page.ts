import type { DraftPage, Lists, Member, MemberList } from '../../src/client/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import type { Merged } from './merge-drafts.ts';
import type { Typing } from './typing.ts';

/** Who is worked on: the list and the person of it, or their ids. */
export interface Wanted {
  readonly lists: Lists;
  readonly list: MemberList | string;
  readonly member: Member | string;
  /** At which stations, of which round: what is typed at others is another page. */
  readonly at: string;
}

/** Values of a person that are not saved yet. */
export interface Kept {
  readonly member: Member;
  readonly draft: RecordDraft;
  /** What they were written on. */
  readonly base: RecordDraft;
  readonly page: DraftPage;
  /** The last change of a person that is in it. */
  readonly change: number;
  readonly typing: Typing | undefined;
}

/** The form around it. */
export interface WorkHost {
  today(): string;
  draft(): RecordDraft;
  /** Whether something on screen is not saved. */
  isDirty(): boolean;
  /** What is written of a record here; `undefined` = nothing, it is only looked at. */
  page(record: RecordDraft): Omit<DraftPage, 'list' | 'member'> | undefined;
  /** Puts a person on screen. `isDirty` = with values that were kept. */
  shown(draft: RecordDraft, record: RecordDraft, isDirty: boolean): void;
  /** Nobody may stay on screen. */
  gone(): void;
  /** Takes over what others wrote. */
  tookIn(merged: Pick<Merged, 'draft' | 'paths'>): void;
  /** The code of what keeps values from being kept on the disk; nothing when they are. */
  notKept(code: string | undefined): void;
  /** Something else is to be drawn. */
  changed(): void;
}

/** A page by what tells it from others. */
export const keyOf = (page: DraftPage): string => JSON.stringify(Object.entries(page).sort());
export const idOf = (one: { readonly id: string } | string | undefined): string | undefined =>
  typeof one === 'object' ? one.id : one;

/** List and person in full; a list that was read for the person before is not read again. */
export async function namesOf(
  { lists, list, member }: Wanted,
  known: MemberList | undefined,
): Promise<[MemberList, Member]> {
  const isKnown =
    known?.id === list && (typeof member !== 'string' || known.members.some(({ id }) => id === member));
  const whole = isKnown ? known : typeof list === 'string' ? (await lists.open(list)).list : list;
  const found = typeof member === 'string' ? whole.members.find(({ id }) => id === member) : member;
  if (!found) throw new Error('The list has nobody of this id.');
  return [whole, found];
}
