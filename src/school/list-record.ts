import { schemaVersion, setAt } from '../schema/index.ts';
import type { Identifier, RecordDraft } from '../schema/index.ts';
import { listNumber } from './members.ts';
import type { ListedPupil, PupilList } from './members.ts';
import { bookPath } from './stations.ts';

/** Rows of the form that a number belongs to; the others get a row of their own. */
const rowOf: { readonly [kind in Identifier['kind']]?: string } = {
  citizenId: 'personal',
  oldId: 'personal',
  passport: 'personal',
  insuranceCard: 'insurance',
  socialInsurance: 'insurance',
};

function identifiersOf({ identifiers = [], studentCode }: ListedPupil, memberId: string) {
  const rows: Record<string, { kind: Identifier['kind']; number: string }> = {};
  for (const { kind, number } of identifiers) {
    if (Object.values(rows).some((row) => row.kind === kind && row.number === number)) continue;
    const name = rowOf[kind] ?? kind;
    let [row, n] = [name, 1];
    while (rows[row]) row = `${name}${++n}`;
    rows[row] = { kind, number };
  }
  if (studentCode) rows['student'] = { kind: 'other', number: studentCode };
  rows['temporary'] ??= { kind: 'temporary', number: listNumber(memberId) };
  return rows;
}

/**
 * The record of somebody of whom only a list is known: what the list says and nothing else. Of a class, the telephone is
 * that of the one who cares for the child, and school, class and year go into the book of the year. The temporary number
 * makes one person of what several devices write. `capturedOn` = the day, `YYYY-MM-DD`.
 */
export function recordOf(
  member: ListedPupil & { readonly id: string },
  list: PupilList,
  { capturedOn }: { readonly capturedOn: string },
): RecordDraft {
  const isClass = (list.kind ?? 'class') === 'class';
  const address = [member.address, member.hamlet].filter(Boolean).join(', ');
  const a = 'administrative';
  const school = list.year && isClass ? `${bookPath(list.year)}.general.school` : undefined;
  const values: readonly (readonly [path: string | undefined, value: unknown])[] = [
    [`${a}.fullName`, member.fullName],
    [`${a}.sex`, member.sex],
    [`${a}.birthDate`, member.birthDate],
    [`${a}.ethnicity`, member.ethnicity && { text: member.ethnicity }],
    [`${a}.identifiers`, identifiersOf(member, member.id)],
    [`${a}.currentAddress.line`, address],
    [`${a}.caregiverName`, member.guardianName],
    [isClass ? `${a}.guardianPhoneMobile` : `${a}.phoneMobile`, member.phone],
    [school && `${school}.name`, list.place],
    [school && `${school}.className`, member.className || list.name],
    [school && `${school}.year`, list.year],
  ];
  return values.reduce<RecordDraft>(
    (record, [path, value]) => (path && value ? setAt(record, path, value) : record),
    { schemaVersion, capturedOn },
  );
}
