import type { Client, LoadedRecord, PersonCandidate } from '../client/index.ts';
import { setAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';

/** Whether a temporary number was made from a line of a list: every device that read the list gives the same one. */
export const isListNumber = (number: string): boolean => /^TMP-L/.test(number);

/** Temporary numbers of a record that came from a list. */
export const listNumbersOf = (record: HealthRecord | undefined): readonly string[] =>
  Object.values(record?.administrative?.identifiers ?? {}).flatMap((row) =>
    row?.kind === 'temporary' && row.number && isListNumber(row.number) ? [row.number] : [],
  );

/** A name as people write it: case and tones are kept, blanks are not. */
const nameOf = ({ administrative }: HealthRecord): string =>
  (administrative.fullName ?? '').normalize('NFC').trim().replace(/\s+/g, ' ');

/** The numbers that belong to one person for life. */
const citizenNumbersOf = (record: HealthRecord): readonly string[] =>
  Object.values(record.administrative.identifiers ?? {}).flatMap((row) =>
    row?.kind === 'citizenId' && row.number ? [row.number] : [],
  );

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

/**
 * Whether a record that came from a list is of the person of another record, made apart: both have the number of the same
 * line of a list, or the same citizen's number; and name, birth date and sex stand in both and agree. Anything less is for a
 * person to decide.
 */
export function isSamePerson(mine: HealthRecord, theirs: HealthRecord): boolean {
  const [a, b] = [mine.administrative, theirs.administrative];
  const lines = listNumbersOf(mine);
  return (
    lines.length > 0 &&
    (share(lines, listNumbersOf(theirs)) || share(citizenNumbersOf(mine), citizenNumbersOf(theirs))) &&
    nameOf(mine) !== '' &&
    nameOf(mine) === nameOf(theirs) &&
    Boolean(a.birthDate && a.sex) &&
    a.birthDate === b.birthDate &&
    a.sex === b.sex
  );
}

const besides = ['unread', 'absent', 'notes', 'confirmed', 'sources'] as const;

/** A map by dotted paths with what lies at `from` (or below) at `to`, or gone. */
const moved = <T>(map: { readonly [path: string]: T }, from: string, to: string | undefined) =>
  Object.fromEntries(
    Object.entries(map).flatMap(([path, value]): [string, T][] => {
      if (!`${path}.`.startsWith(`${from}.`)) return [[path, value]];
      return to === undefined ? [] : [[to + path.slice(from.length), value]];
    }),
  );

/**
 * My record, once it is known that they are the same person. A temporary number of mine stands on papers already, so it
 * comes to stand in a row of its own beside the numbers of the other record, and is no choice between the two; nor is a
 * number that both have, of which theirs says more (where and when it was issued).
 */
export function besideTheirs(mine: HealthRecord, theirs: HealthRecord): HealthRecord {
  let record = mine;
  const known = theirs.administrative.identifiers ?? {};
  for (const [key, row] of Object.entries(mine.administrative.identifiers ?? {})) {
    const other = known[key];
    if (row?.number && row.number === other?.number && row.kind === other.kind)
      record = setAt(record, `administrative.identifiers.${key}`, { ...other, ...row });
    if (row?.kind !== 'temporary' || !row.number || !other || other.number === row.number) continue;
    const isKnown = Object.values(known).some((each) => each?.number === row.number);
    const { [key]: _, ...rest } = record.administrative.identifiers!;
    let [own, n] = ['temporary', 1];
    while (own in known || own in rest) own = `temporary${++n}`;
    const identifiers = isKnown ? rest : { ...rest, [own]: row };
    const at = 'administrative.identifiers.';
    const maps = besides.flatMap((name) => {
      const map: { readonly [path: string]: unknown } | undefined = record[name];
      return map ? [[name, moved(map, at + key, isKnown ? undefined : at + own)]] : [];
    });
    record = {
      ...record,
      ...(Object.fromEntries(maps) as Partial<HealthRecord>),
      administrative: { ...record.administrative, identifiers },
    };
  }
  return record;
}

/** My record with the name as theirs has it, where only its blanks or its encoding differ: that is no choice between two. */
export const inTheirSpelling = (mine: HealthRecord, theirs: HealthRecord): HealthRecord => ({
  ...mine,
  administrative: { ...mine.administrative, fullName: theirs.administrative.fullName },
});

/** Who on the server has one of the numbers of a record. */
export async function candidatesFor(
  client: Client,
  { administrative }: HealthRecord,
  signal?: AbortSignal,
): Promise<readonly PersonCandidate[]> {
  const found = new Map<string, PersonCandidate>();
  for (const row of Object.values(administrative.identifiers ?? {})) {
    if (!row?.number || !row.kind) continue;
    const identifier = { kind: row.kind, number: row.number };
    for (const each of await client.persons.lookup({ identifier } as never, { signal }))
      found.set(each.pid, each);
  }
  return [...found.values()];
}

/** The record that holds the numbers of a record that was made here, if it is one alone and may be read. */
export async function holderOf(
  client: Client,
  record: HealthRecord,
  signal: AbortSignal,
): Promise<LoadedRecord | undefined> {
  const [only, ...more] = await candidatesFor(client, record, signal);
  return only?.mayLoad && !more.length ? client.records.load(only.pid, { signal }) : undefined;
}
