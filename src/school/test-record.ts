import { setAt } from '../schema/index.ts';
import type { RecordDraft } from '../schema/index.ts';

export const year = '2026-2027';
const short: { readonly [letter: string]: string } = {
  R: `screenings.${year}.rounds.round1`,
  B: `screenings.${year}`,
  O: 'screenings.2025-2026.rounds.round1',
  A: 'administrative',
  V: 'examinations.v1',
  P: 'periodicExaminations.p1',
};
/** A place as it is in the record, from its short form in the tables. */
const long = (place: string): string => place.replace(/^([A-Z])(?=\.)/, (letter) => short[letter]!);

/** A place as the tables name it. */
export const shortened = (place: string): string =>
  Object.entries(short).reduce((path, [letter, full]) => path.replace(`${full}.`, `${letter}.`), place);

/** A record with what the rows say: `absent R.weightKg` stands beside the values. */
export function recordWith(places: object, start: RecordDraft = {}): RecordDraft {
  return Object.entries(places).reduce<RecordDraft>((record, [place, value]) => {
    const [bag, path] = place.split(' ');
    if (!path) return setAt(record, long(place), value);
    const known = (record[bag as 'absent'] ?? {}) as object;
    return { ...record, [bag!]: { ...known, [long(path)]: value as string } };
  }, start);
}

/** Ten years old on the day of the round. */
export const boy: RecordDraft = recordWith({
  'A.sex': 'male',
  'A.birthDate': '2016-11-18',
  'R.measuredOn': '2026-11-18',
});
