import { fold } from '../../src/codes/index.ts';
import type { ListedPerson, ListLine } from './people-list.ts';

/** The same number, or the same name and birth date with nothing that tells the two apart. */
export function markDuplicates(lines: readonly ListLine[]): ListLine[] {
  const byNumber = new Map<string, ListedPerson>();
  const byName = new Map<string, ListedPerson[]>();
  return lines.map((each) => {
    const { person } = each;
    if (!person) return each;
    const number = person.identifier?.number ?? person.studentCode;
    const name = `${fold(person.fullName)} ${person.birthDate ?? ''}`;
    const same = number === undefined ? undefined : byNumber.get(number);
    const namesake = byName.get(name)?.find((other) => isSamePerson(other, person));
    if (number !== undefined && !same) byNumber.set(number, person);
    byName.set(name, [...(byName.get(name) ?? []), person]);
    if (same && fold(same.fullName) !== fold(person.fullName))
      return {
        ...each,
        outcome: 'doubtful',
        remarks: [...each.remarks, { field: 'personalId', code: 'line.sameNumber', line: same.line }],
      };
    const other = same ?? namesake;
    if (!other) return each;
    return {
      ...each,
      outcome: 'duplicate',
      remarks: [...each.remarks, { field: undefined, code: 'line.duplicate', line: other.line }],
    };
  });
}

// Twins and namesakes: another sex, class, number or mother is another person.
/** Whether two lines of the same name and birth date are one person. */
export const isSamePerson = (a: ListedPerson, b: ListedPerson): boolean =>
  a.birthDate !== undefined &&
  (['sex', 'className', 'studentCode', 'motherName', 'phone'] as const).every(
    (field) => a[field] === undefined || b[field] === undefined || a[field] === b[field],
  ) &&
  (!a.identifier || !b.identifier || a.identifier.number === b.identifier.number);
