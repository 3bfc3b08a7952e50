import type { GroupKind, Member, MemberList } from '../../src/client/index.ts';
import { fold } from '../../src/codes/index.ts';
import { memberIds } from '../../src/school/index.ts';
import type { Identifier } from '../../src/schema/index.ts';
import type { CsvCell } from '../csv.ts';
import type { Correction } from './correct.ts';
import { isSamePerson } from './duplicates.ts';
import { likelySame } from './likely-same.ts';
import type { KnownPupil, Likely } from './likely-same.ts';
import type { ListColumns, ListField } from './list-columns.ts';
import type { Sheet } from './list-file.ts';
import type { ListedPerson, ListLine, ListRemark } from './people-list.ts';
import { linesOfSheet } from './sheet-lines.ts';

/** One sheet on its way in. */
export interface SheetImport {
  readonly sheet: Sheet;
  readonly isTaken: boolean;
  readonly columns: ListColumns | undefined;
  readonly lines: readonly ListLine[];
}

/** A line with where it stands and whether it is taken. */
export interface ImportLine extends ListLine {
  /** Index of the sheet, and the key that a person's decision goes by. */
  readonly sheet: number;
  readonly key: string;
  readonly isTaken: boolean;
  /** Who is here already and is likely the same. */
  readonly likely?: Likely;
  /** What a person said of it; open lines are not taken. */
  readonly answer?: Answer;
}

/** Whether a line is the one who is here already, or somebody else. */
export type Answer = 'same' | 'other';

/** What is said of the whole list, once. */
export interface ListFacts {
  readonly name: string;
  readonly place: string;
  readonly year: string;
  readonly kind: GroupKind;
  /** Class of who has none. */
  readonly className: string;
}

export const sheetImport = (sheet: Sheet, today: string, columns?: ListColumns): SheetImport => {
  const read = linesOfSheet(sheet, columns, today);
  const isTaken = read.lines.some(({ person }) => person);
  return { sheet, isTaken, ...read };
};

/** Whether somebody may decide about a line, and how it stands if nobody does. */
export const mayDecide = ({ person }: ListLine): boolean => person !== undefined;
const isTakenByItself = ({ outcome, remarks }: ListLine): boolean =>
  outcome === 'taken' ||
  (outcome === 'doubtful' &&
    !remarks.some(({ code }) => code === 'name.strange' || code === 'line.duplicate'));

/** Every line of the sheets that are taken, the same person on two sheets found, with what was decided. */
export function importLines(
  sheets: readonly SheetImport[],
  decided: ReadonlyMap<string, boolean>,
): readonly ImportLine[] {
  const before: { person: ListedPerson; line: number; sheet: number }[] = [];
  const byName = new Map<string, typeof before>();
  const byNumber = new Map<string, (typeof before)[number]>();
  return sheets.flatMap(({ isTaken, lines }, at) => {
    if (!isTaken) return [];
    return lines.map((line): ImportLine => {
      const key = `${at}:${line.line}`;
      const { person } = line;
      let read: ListLine = line;
      if (person && line.outcome !== 'duplicate') {
        const name = `${fold(person.fullName)} ${person.birthDate ?? ''}`;
        const number = person.identifier?.number ?? person.studentCode;
        const numbered = number === undefined ? undefined : byNumber.get(number);
        const same =
          (numbered && fold(numbered.person.fullName) === fold(person.fullName) ? numbered : undefined) ??
          byName.get(name)?.find((one) => one.sheet !== at && isSamePerson(one.person, person));
        if (same && same.sheet !== at) {
          const remark: ListRemark = {
            field: undefined,
            code: 'line.duplicate',
            line: same.line,
            sheet: sheets[same.sheet]!.sheet.name,
          };
          read = { ...line, outcome: 'duplicate', remarks: [...line.remarks, remark] };
        }
        const own = { person, line: line.line, sheet: at };
        byName.set(name, [...(byName.get(name) ?? []), own]);
        if (number !== undefined && !numbered) byNumber.set(number, own);
      }
      return {
        ...read,
        sheet: at,
        key,
        isTaken: mayDecide(read) && (decided.get(key) ?? isTakenByItself(read)),
      };
    });
  });
}

/** Reads the lines as a list. */
export type AsList = (lines: readonly ImportLine[]) => MemberList;

/** The lines with whom they likely mean of those who are here, and what was said about it. */
export function withLikely(
  lines: readonly ImportLine[],
  asList: AsList,
  known: readonly KnownPupil[],
  answers: ReadonlyMap<string, Answer>,
): readonly ImportLine[] {
  if (!known.length) return lines;
  const read = lines.filter((line) => line.person && line.outcome !== 'duplicate');
  const { members } = asList(read.map((line) => ({ ...line, isTaken: true })));
  const taken = new Set<string>();
  const likely = likelySame(members, known, taken);
  const found = new Map<string, Likely>();
  for (const [at, { key }] of read.entries()) {
    const pupil = likely.get(members[at]!);
    // Nobody is two lines: who said so of one does not get asked of the other.
    if (!pupil || taken.has(pupil.member.id)) continue;
    if (pupil.isCorrected || answers.get(key) === 'same') taken.add(pupil.member.id);
    found.set(key, pupil);
  }
  return lines.map((line): ImportLine => {
    const pupil = found.get(line.key);
    const answer = pupil?.isCorrected ? 'same' : answers.get(line.key);
    if (!pupil || (answer !== 'same' && taken.has(pupil.member.id))) return line;
    const remark: ListRemark = { field: undefined, code: 'line.likelySame' };
    const more = answer && { answer };
    if (pupil.isCorrected) return { ...line, likely: pupil, ...more };
    const remarks = [...line.remarks, remark];
    const isTaken = line.isTaken && answer !== undefined;
    return { ...line, remarks, outcome: 'doubtful', isTaken, likely: pupil, ...more };
  });
}

/** Lines of which nobody has said yet whether they are somebody who is here already. */
export const openLines = (lines: readonly ImportLine[]): readonly ImportLine[] =>
  lines.filter(({ likely, answer }) => likely && !answer);

/** The lines that are somebody who is here already, as the list has them. */
export function correctionsOf(lines: readonly ImportLine[], { members }: MemberList): readonly Correction[] {
  const taken = lines.filter(({ isTaken, person }) => isTaken && person);
  return taken.flatMap(({ likely, answer }, at) =>
    likely && answer === 'same' ? { known: likely, member: members[at]! } : [],
  );
}

/** A list as it is kept: the people who are taken, each with an id that every device works out alike. */
export function listOfLines(
  lines: readonly ImportLine[],
  { name, place, year, kind, className }: ListFacts,
  facility: string | undefined,
  labelOf: (field: ListField) => string,
): MemberList {
  const taken = lines.filter(({ isTaken, person }) => isTaken && person);
  const facts = {
    kind,
    name: name.trim(),
    ...(place.trim() && { place: place.trim() }),
    ...(year.trim() && { year: year.trim() }),
  };
  const members = taken.map(({ person }) => memberOf(person!, className.trim(), labelOf));
  const ids = memberIds({ ...facts, members }, facility);
  // The list's own id comes about in the same way, so that the same list put again is the same.
  const [id] = memberIds({ ...facts, members: [{ fullName: `${kind} ${facts.name}` }] }, facility);
  const idOf = ({ likely, answer }: ImportLine, at: number): string =>
    likely && answer === 'same' ? likely.member.id : ids[at]!;
  const pidOf = ({ likely, answer }: ImportLine) =>
    likely?.member.pid && answer === 'same' ? { pid: likely.member.pid } : {};
  return {
    id: id!,
    ...facts,
    members: members.map((member, at) => ({
      ...member,
      id: idOf(taken[at]!, at),
      ...pidOf(taken[at]!),
    })),
  };
}

function memberOf(
  person: ListedPerson,
  className: string,
  labelOf: (field: ListField) => string,
): Omit<Member, 'id'> {
  const { identifier, insurance, unread } = person;
  const identifiers = [identifier, insurance].filter((one) => one !== undefined) as Identifier[];
  const guardianName = person.guardianName ?? person.motherName ?? person.fatherName;
  const ownClass = person.className ?? className;
  // What could not be read goes along as it stood.
  const rest = Object.entries(unread).map(([field, words]) => `${labelOf(field as ListField)}: ${words}`);
  const note = [person.note, ...rest].filter(Boolean).join('; ');
  const plain = [
    'birthDate',
    'sex',
    'studentCode',
    'phone',
    'hamlet',
    'household',
    'address',
    'ethnicity',
  ] as const;
  return {
    fullName: person.fullName,
    ...Object.fromEntries(plain.flatMap((field) => (person[field] ? [[field, person[field]]] : []))),
    ...(identifiers.length && { identifiers }),
    ...(ownClass && { className: ownClass }),
    ...(guardianName && { guardianName }),
    ...(note && { note }),
  };
}

/** How many of a list are new to one that is there. */
export function newOf(list: MemberList, known: MemberList | undefined): { fresh: number; same: number } {
  const ids = new Set(known?.members.map(({ id }) => id));
  const fresh = list.members.filter(({ id }) => !ids.has(id)).length;
  return { fresh, same: list.members.length - fresh };
}

/** The report of all lines as a table that goes out. */
export function reportRows(
  lines: readonly ImportLine[],
  sheets: readonly SheetImport[],
  words: {
    readonly head: readonly string[];
    readonly outcome: (line: ImportLine) => string;
    readonly remark: (remark: ListRemark) => string;
  },
): CsvCell[][] {
  return [
    [...words.head],
    ...lines.map((line): CsvCell[] => [
      sheets[line.sheet]!.sheet.name,
      line.line,
      words.outcome(line),
      line.remarks.map(words.remark).join(' '),
      line.text,
    ]),
  ];
}
