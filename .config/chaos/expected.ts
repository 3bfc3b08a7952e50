/**
 * What has to stand of a pupil in the end, worked out from what was typed and apart from the package: its own SHA-256,
 * folding of names and check character.
 */
import { createHash } from 'node:crypto';
import { names, place, pupilOf, slipDay, stationCodes, today, writtenAt, year } from './pupils.ts';
import type { StationCode } from './pupils.ts';

const facility = 'TYT-01';
const hash = (purpose: string, text: string): Buffer =>
  createHash('sha256').update(`hssk ${purpose} 1\n${text}`).digest();

/** A name or number in small letters, decomposed, the tone of a word behind it, đ as d with its stroke. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('đ', 'd\u0335')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => {
      const tones = [...word].filter((sign) => '\u0300\u0301\u0303\u0309\u0323'.includes(sign));
      return [...word].filter((sign) => !tones.includes(sign)).join('') + tones.join('');
    })
    .join(' ');

const letters = '0123456789ABCDEFGHJKMNPQRTVWXYZ';

/** The number that every device makes of a line of the list. */
export function numberOf(n: number): string {
  const { fullName, birthDate, className, studentCode, citizenId = '' } = pupilOf(n);
  const line = [facility, place, className, year, fullName].map(folded);
  const id = hash('member', `${JSON.stringify([...line, birthDate, studentCode, citizenId])}1`);
  const figures = [...hash('number', id.toString('hex').slice(0, 40))].slice(0, 15).map((byte) => byte % 31);
  const check = figures.reduce((sum, figure, at) => sum + figure * (at + 1), 0) % 31;
  const tail = figures.map((figure) => letters[figure]).join('');
  return `TMP-L${tail.slice(0, 5)}-${tail.slice(5, 10)}-${tail.slice(10)}-${letters[check]}`;
}

/** The numbers a pupil is found by. */
export function numbersOf(
  n: number,
): readonly { readonly kind: 'temporary' | 'other' | 'citizenId'; readonly number: string }[] {
  const { studentCode, citizenId } = pupilOf(n);
  return [
    { kind: 'temporary', number: numberOf(n) },
    { kind: 'other', number: studentCode },
    ...(citizenId ? [{ kind: 'citizenId' as const, number: citizenId }] : []),
  ];
}

/** All leaves of a value by their path. */
export function leavesOf(value: unknown, at = ''): [path: string, word: string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [[at, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, at ? `${at}.${name}` : name));
}

/** What the list and who works there say of a pupil: it stands from the first version on and never changes. */
export function fixedOf(n: number): ReadonlyMap<string, string> {
  const { fullName, birthDate, sex, className, studentCode, citizenId, guardian, phone, hamlet } = pupilOf(n);
  const record = {
    schemaVersion: 1,
    capturedOn: today,
    capturedBy: 'nurse1',
    facility,
    administrative: {
      ...{ fullName, birthDate, sex },
      ethnicity: { text: 'Thái' },
      identifiers: {
        ...(citizenId && { personal: { kind: 'citizenId', number: citizenId } }),
        student: { kind: 'other', number: studentCode },
        temporary: { kind: 'temporary', number: numberOf(n) },
      },
      currentAddress: { line: hamlet },
      caregiverName: guardian,
      guardianPhoneMobile: phone,
    },
    screenings: { [year]: { general: { school: { name: place, className, year } } } },
  };
  return new Map(leavesOf(record));
}

/** What each station signs with. */
const signed: { readonly [code in StationCode]?: readonly (readonly [string, string])[] } = {
  measure: [
    [`screenings.${year}.rounds.round1.measuredOn`, today],
    [`screenings.${year}.rounds.round1.measuredBy`, names.measuredBy],
  ],
  doctor: [
    [`screenings.${year}.specialist.examinedOn`, today],
    [`screenings.${year}.specialist.facility`, names.facility],
    [`screenings.${year}.specialist.doctor`, names.doctor],
  ],
};

/** Every place that a station writes, with what stands there first and what it may be corrected to. */
export function placesOf(station: StationCode, n: number): ReadonlyMap<string, readonly [string, string]> {
  const [first, again] = [false, true].map(
    (isAgain) =>
      new Map(
        [...writtenAt(station, n, isAgain), ...(signed[station] ?? [])].flatMap(([path, value]) =>
          leavesOf(value, path),
        ),
      ),
  );
  return new Map([...first!].map(([path, word]) => [path, [word, again!.get(path)!]]));
}

/** Every place that any station writes. */
export const allPlacesOf = (n: number): ReadonlyMap<string, readonly [string, string]> =>
  new Map(stationCodes.flatMap((station) => [...placesOf(station, n)]));

/** What the slip of a pupil says: the parent's answer, and the pupil's own from the seventh birthday on. */
export function answersOf(n: number): readonly string[] {
  const { fullName, guardian } = pupilOf(n);
  const at = new Date(`${slipDay}T12:00:00+07:00`).toISOString();
  return [
    `screening granted ${at} paper representative ${guardian} mother nurse1 ${facility}`,
    `screening granted ${at} paper child ${fullName}  nurse1 ${facility}`,
  ];
}
