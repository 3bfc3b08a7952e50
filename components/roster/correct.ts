import type { Lists, Member, MemberList } from '../../src/client/index.ts';
import { getAt, setAt } from '../../src/schema/index.ts';
import { recordOf } from '../../src/school/index.ts';
import type { KnownPupil } from './likely-same.ts';

/** A line that is somebody who is here already. */
export interface Correction {
  readonly known: KnownPupil;
  /** As the new list has them, under the id that they have. */
  readonly member: Member;
}

/** Places of all that stands in a record made of a list, which has no rows but by name. */
const pathsOf = (value: unknown, at: readonly string[] = []): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => pathsOf(each, [...at, name]))
    : [at.join('.')];

/**
 * Corrects what the record of somebody has from the old list; what staff have written otherwise stays. `false` where there
 * is a record that cannot be read now.
 */
async function correctRecord(
  lists: Lists,
  { known, member }: Correction,
  head: Omit<MemberList, 'members'>,
  today: string,
): Promise<boolean> {
  const found = await lists.member(known.list, member.id);
  const { record, state } = found;
  if (!record) return !known.hasValues;
  const [before, after] = [known.member, member].map((each) => recordOf(each, head, { capturedOn: today }));
  const corrected = [...new Set([...pathsOf(before), ...pathsOf(after)])].reduce((made, path) => {
    const [was, is] = [getAt(before, path), getAt(after, path)];
    return was !== is && getAt(record, path) === was ? setAt(made, path, is) : made;
  }, record);
  if (corrected !== record) await lists.submit(known.list, member.id, corrected, state.stations, found);
  return true;
}

/**
 * Keeps a list whose lines correct people who are here already: their records first, then their lines. Gives how many
 * could not be corrected, because their record cannot be read now: they stay as they were until the list is read again.
 */
export async function keepCorrected(
  lists: Lists,
  list: MemberList,
  corrections: readonly Correction[],
  today: string,
): Promise<number> {
  const failed = new Set<string>();
  const others = new Map<string, MemberList>();
  for (const correction of corrections) {
    const { known, member } = correction;
    const { list: head } = await lists.open(known.list);
    const isDone = await correctRecord(lists, correction, head, today).catch((error: { code?: unknown }) => {
      // A store that is locked or full fails as a whole; a server that does not answer, one by one.
      if (typeof error.code === 'string' && error.code.startsWith('vault.')) throw error;
      return false;
    });
    if (!isDone) failed.add(member.id);
    else if (known.list !== list.id) {
      const members = [...(others.get(known.list)?.members ?? []), member];
      others.set(known.list, { ...head, members });
    }
  }
  for (const other of others.values()) await lists.put(other);
  await lists.put({ ...list, members: list.members.filter(({ id }) => !failed.has(id)) });
  return failed.size;
}
