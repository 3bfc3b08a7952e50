import type { Lists, Member } from '../../src/client/index.ts';
import { fold } from '../../src/codes/index.ts';

/** Somebody who stands on a list of this device. */
export interface KnownPupil {
  readonly member: Member;
  /** Id of the list. */
  readonly list: string;
  /** Whether something was written of them, or they have a record. */
  readonly hasValues: boolean;
}

/** Everybody on the lists of this device, whom a line may mean. */
export async function knownPupils(lists: Lists): Promise<readonly KnownPupil[]> {
  const known: KnownPupil[] = [];
  for (const { id } of await lists.all()) {
    const { list, states } = await lists.open(id);
    for (const member of list.members) {
      const state = states.get(member.id);
      known.push({ member, list: id, hasValues: state?.at !== undefined || member.pid !== undefined });
    }
  }
  return known;
}

const numbersOf = ({ identifiers = [], studentCode }: Member): ReadonlyMap<string, string> =>
  new Map([
    ...identifiers.map(({ kind, number }) => [kind, number] as const),
    ...(studentCode ? [['student', studentCode] as const] : []),
  ]);

/** How many letters have to be changed, added or left out to make one name the other; 3 = more than two. */
function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let x = 1; x <= a.length; x++) {
    const next = [x];
    for (let y = 1; y <= b.length; y++)
      next.push(Math.min(row[y]! + 1, next[y - 1]! + 1, row[y - 1]! + (a[x - 1] === b[y - 1] ? 0 : 1)));
    row = next;
  }
  return Math.min(3, row.at(-1)!);
}

/** Whether one name may be the other, corrected: two letters differ, or a word is missing. */
function isNearName(a: string, b: string): boolean {
  if (slips(a, b) <= 2) return true;
  const [few, many] = [a.split(' '), b.split(' ')].sort((one, other) => one.length - other.length);
  return few!.length > 1 && few!.every((word) => many!.includes(word));
}

/** Whether one date may be the other, corrected: two of its three parts are the same, or day and month are exchanged. */
function isNearDate(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a.startsWith(b) || b.startsWith(a)) return true;
  const [one, other] = [a.split('-'), b.split('-')];
  const [year, month, day] = one;
  const same = one.filter((part, at) => part === other[at]).length;
  return same >= 2 || (year === other[0] && month === other[2] && day === other[1]);
}

/**
 * Whether two lines are likely one person, of whom name, birth date, class or a number was corrected. Only a question comes
 * of it: namesakes and twins are for a person to tell apart.
 */
export function isLikelySame(a: Member, b: Member): boolean {
  const [nameA, nameB] = [fold(a.fullName), fold(b.fullName)];
  const isName = nameA === nameB;
  const isBirth = a.birthDate !== undefined && a.birthDate === b.birthDate;
  const isLike = isName || isNearName(nameA, nameB);
  const [numbersA, numbersB] = [numbersOf(a), numbersOf(b)];
  const shared = [...numbersA].filter(([kind]) => numbersB.has(kind));
  if (shared.some(([kind, number]) => numbersB.get(kind) === number)) return isLike || isBirth;
  if (shared.length) return isName && isBirth;
  if (isName && isBirth) return true;
  const mayBeSex = a.sex === undefined || b.sex === undefined || a.sex === b.sex;
  return mayBeSex && ((isBirth && isLike) || (isName && isNearDate(a.birthDate, b.birthDate)));
}

/** What a line says of a person, to see whether it says anything new. */
const words = ({ fullName, birthDate, sex, className, ...more }: Member): string =>
  JSON.stringify([fullName, birthDate, sex, className, [...numbersOf({ fullName, ...more })]]);

/** What is known of somebody whom a line likely means. `isCorrected` = the line says what was corrected already. */
export type Likely = KnownPupil & { readonly isCorrected: boolean };

/**
 * For each line (`members` as they are worked out from it) whom it likely means. Who stands on the list under the id of a
 * line is nobody else; `taken` = ids that other lines were said to mean.
 */
export function likelySame(
  members: readonly Member[],
  known: readonly KnownPupil[],
  taken: ReadonlySet<string>,
): ReadonlyMap<Member, Likely> {
  const here = new Set(members.map(({ id }) => id));
  const ids = new Set(known.map(({ member }) => member.id));
  const free = known.filter(({ member }) => !here.has(member.id) && !taken.has(member.id));
  const byFact = new Map<string, KnownPupil[]>();
  const factsOf = (member: Member): string[] => [
    `name ${fold(member.fullName)}`,
    ...(member.birthDate ? [`birth ${member.birthDate}`] : []),
    ...[...numbersOf(member)].map(([kind, number]) => `${kind} ${number}`),
  ];
  for (const pupil of free)
    for (const fact of factsOf(pupil.member)) byFact.set(fact, [...(byFact.get(fact) ?? []), pupil]);
  return new Map(
    members.flatMap((member) => {
      if (ids.has(member.id)) return [];
      const all = factsOf(member).flatMap((fact) => byFact.get(fact) ?? []);
      const found = all.filter((pupil) => isLikelySame(pupil.member, member));
      const corrected = found.find((pupil) => words(pupil.member) === words(member));
      const best = corrected ?? found.find(({ hasValues }) => hasValues) ?? found[0];
      return best ? [[member, { ...best, isCorrected: corrected !== undefined }] as const] : [];
    }),
  );
}
