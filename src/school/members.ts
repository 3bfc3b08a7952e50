import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { nameKey } from '../codes/core.ts';
import { checkLetter, numberLetters } from '../schema/index.ts';
import type { Identifier } from '../schema/index.ts';

/** Somebody on a list, as far as a list tells (a `Member` of the room `client` is one). */
export interface ListedPupil {
  readonly fullName: string;
  readonly birthDate?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly identifiers?: readonly Identifier[] | undefined;
  readonly className?: string | undefined;
  readonly studentCode?: string | undefined;
  readonly phone?: string | undefined;
  readonly guardianName?: string | undefined;
  readonly hamlet?: string | undefined;
  readonly address?: string | undefined;
  readonly ethnicity?: string | undefined;
}

/** The list that people stand on (a `MemberList` is one). */
export interface PupilList {
  /** `class`, `hamlet`, `household`, `workplace`. */
  readonly kind?: string | undefined;
  /** `3A`. */
  readonly name: string;
  /** The school. */
  readonly place?: string | undefined;
  /** School year, `2026-2027`. */
  readonly year?: string | undefined;
}

// Words of a list are compared without blanks, capitals and the way accents are encoded; accents tell people apart.
const key = (words: string | undefined): string => nameKey(words ?? '');
const number = (text: string | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[\s.·–‐‑-]+/g, '')
    .toUpperCase();

/**
 * Ids of the people of a list, in its order: the same on every device that read the same list, whatever else stands on it,
 * also where the page is not secure. An id tells nothing of the person by itself, but who has the list can work it out: it
 * belongs where the names may be, and nowhere else. It is made from facility, place, class (the person's own, else the
 * name of the list), school year, name, birth date and the student's and the citizen's number; identical people are
 * counted in the order of the list. `facility` = code of who examines, the same on all devices: schools of one name in two
 * provinces are told apart by it.
 */
export function memberIds(
  list: PupilList & { readonly members: readonly ListedPupil[] },
  facility: string | undefined,
): string[] {
  const counts = new Map<string, number>();
  return list.members.map((member) => {
    const citizen = member.identifiers?.find(({ kind }) => kind === 'citizenId')?.number;
    const person = JSON.stringify([
      key(facility),
      key(list.place),
      key(member.className || list.name),
      key(list.year),
      key(member.fullName),
      member.birthDate ?? '',
      number(member.studentCode),
      number(citizen),
    ]);
    const ordinal = (counts.get(person) ?? 0) + 1;
    counts.set(person, ordinal);
    return hashOf('member', `${person}${ordinal}`).slice(0, 40);
  });
}

const hashOf = (purpose: string, text: string): string =>
  bytesToHex(sha256(utf8ToBytes(`hssk ${purpose} 1\n${text}`)));

/**
 * The temporary number of somebody on a list, from the member's id: `TMP-L`, fifteen characters, check character, as in
 * `TMP-L7F3KQ-M8XWA-C9D2E-C`. Three devices that meet a pupil without a record give the same one, so that one person comes
 * of it. `isTemporaryId` accepts it.
 */
export function listNumber(memberId: string): string {
  const bytes = sha256(utf8ToBytes(`hssk number 1\n${memberId}`));
  const tail = Array.from(bytes.subarray(0, 15), (byte) => numberLetters[byte % 31]).join('');
  const groups = [tail.slice(0, 5), tail.slice(5, 10), tail.slice(10)];
  return `TMP-L${groups.join('-')}-${checkLetter(tail)}`;
}
