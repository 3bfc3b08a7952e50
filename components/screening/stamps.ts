import { bookPath } from '../../src/school/index.ts';
import type { Round, StationCode } from '../../src/school/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';

/** What belongs to every saving of a station and nobody types for each pupil: the day, and who measured or examined. */
export interface Signing {
  readonly year: string;
  readonly round: Round;
  readonly today: string;
  readonly stations: readonly StationCode[];
  /** What was last written at `measuredBy`, `doctor` and `facility` of this station. */
  readonly names: { readonly [name: string]: string };
}

const measures = 'weightKg heightCm headCm armMm bmi oedema bloodPressureMmHg pulsePerMinute'.split(' ');
const examined = 'pediatrics ent musculoskeletal'.split(' ');

/** The places to fill where this station wrote something, and what to write there. What stands there stays. */
export function stampsOf(
  draft: RecordDraft,
  { year, round, today, stations, names }: Signing,
): readonly (readonly [path: string, value: string])[] {
  const book = bookPath(year);
  const groups = [
    {
      station: 'measure',
      at: `${book}.rounds.${round}`,
      from: measures,
      fill: { measuredOn: today, measuredBy: names['measuredBy'] },
    },
    {
      station: 'doctor',
      at: `${book}.specialist`,
      from: examined,
      fill: { examinedOn: today, facility: names['facility'], doctor: names['doctor'] },
    },
  ] as const;
  return groups.flatMap(({ station, at, from, fill }) => {
    if (!stations.includes(station) || !from.some((name) => getAt(draft, `${at}.${name}`) !== undefined))
      return [];
    return Object.entries(fill).flatMap(([name, value]: [string, string | undefined]) => {
      const path = `${at}.${name}`;
      const stands = getAt(draft, path) ?? draft.absent?.[path] ?? draft.unread?.[path];
      return value && stands === undefined ? [[path, value] as const] : [];
    });
  });
}
