import type { Client, PersonCandidate } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';

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
 * My record, once it is known that they are the same person: a temporary number of mine stands on papers already, so it
 * comes to stand in a row of its own beside the numbers of the other record, and is no choice between the two.
 */
export function besideTheirs(mine: HealthRecord, theirs: HealthRecord): HealthRecord {
  let record = mine;
  const known = theirs.administrative.identifiers ?? {};
  for (const [key, row] of Object.entries(mine.administrative.identifiers ?? {})) {
    const other = known[key];
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

/** Who on the server has one of the numbers of a record. */
export async function candidatesFor(
  client: Client,
  { administrative }: HealthRecord,
): Promise<readonly PersonCandidate[]> {
  const found = new Map<string, PersonCandidate>();
  for (const row of Object.values(administrative.identifiers ?? {})) {
    if (!row?.number || !row.kind) continue;
    const identifier = { kind: row.kind, number: row.number };
    for (const each of await client.persons.lookup({ identifier } as never)) found.set(each.pid, each);
  }
  return [...found.values()];
}
