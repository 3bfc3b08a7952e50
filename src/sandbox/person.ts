import type { PersonCandidate } from '../client/index.ts';
import { fold } from '../codes/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import type { PersonKey, StoredRecord } from './store.ts';

/** A name without accents and capitals: two spellings of one name fold to the same. */
export const foldName = (name: string): string => fold(name).trim();

/** A number without blanks, points and dashes, in capitals. */
export const bareNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s./-]/g, '')
    .toUpperCase();

// Numbers that one living person alone can have. Old identity cards were given out twice, passports by many states.
const unique = ['citizenId', 'insuranceCard', 'socialInsurance', 'temporary'];

/** By what the person of a record is found. */
export function personKey(record: HealthRecord): PersonKey {
  const { administrative: a } = record;
  const identifiers = new Map<string, PersonKey['identifiers'][number]>();
  for (const { kind = 'other', number } of Object.values(a.identifiers ?? {})) {
    const bare = bareNumber(number ?? '');
    if (bare) identifiers.set(`${kind} ${bare}`, { kind, number: bare, unique: unique.includes(kind) });
  }
  const communes = [a.currentAddress?.commune?.code, a.permanentAddress?.commune?.code];
  return {
    foldedName: foldName(a.fullName ?? ''),
    birthDate: a.birthDate ?? '',
    communes: [...new Set(communes.filter((code) => code !== undefined))],
    identifiers: [...identifiers.values()],
  };
}

/** The person of a record with just enough to tell people apart: "N. T. Hoa", year of birth, sex, commune, last digits. */
export function candidate({ pid, record }: StoredRecord, mayLoad: boolean): PersonCandidate {
  const { administrative: a } = record;
  const words = (a.fullName ?? '').trim().split(/\s+/);
  const given = words.pop() ?? '';
  const number = Object.values(a.identifiers ?? {}).find((row) => row.number)?.number;
  return {
    pid,
    name: [...words.map((word) => `${[...word][0]}.`), given].join(' '),
    ...(a.birthDate ? { birthYear: a.birthDate.slice(0, 4) } : {}),
    ...(a.sex ? { sex: a.sex } : {}),
    ...(a.currentAddress?.commune ? { commune: a.currentAddress.commune.text } : {}),
    ...(number ? { identifierEnding: bareNumber(number).slice(-3) } : {}),
    mayLoad,
  };
}
