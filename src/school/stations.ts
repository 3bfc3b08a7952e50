import { getAt, setAt } from '../schema/index.ts';
import type { RecordDraft } from '../schema/index.ts';

/** Where a pupil goes on the day; `general` is the part that parents fill in. */
export type StationCode = 'general' | 'measure' | 'eye' | 'dental' | 'doctor';
/** The measurement of a school year: twice a year. */
export type Round = 'round1' | 'round2';

/** The school year of a day (`YYYY-MM-DD`): from 1 August on the new one, as `2026-2027`. */
export function schoolYear(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const from = month >= 8 ? year : year - 1;
  return `${from}-${from + 1}`;
}

/** What belongs to a station, as places of the school book; `{round}` is the round of the day. */
export interface Station {
  readonly code: StationCode;
  /** Groups and fields that are written there. */
  readonly places: readonly string[];
  /** What has to stand there (a value, a reason why there is none, or what could not be read) before it is done. */
  readonly needed: readonly string[];
  /**
   * What stands there without the station: a class list has filled it in, or whoever gave the notices out. It does not
   * tell that anybody was at the station.
   */
  readonly beside?: readonly string[];
}

/** The stations in the order of the form. Places of one station are written by no other. */
export const stations: readonly Station[] = [
  { code: 'general', places: ['general'], needed: [], beside: ['general.school'] },
  {
    code: 'measure',
    places: [
      'measuredOn',
      'weightKg',
      'heightCm',
      'position',
      'bmi',
      'headCm',
      'armMm',
      'oedema',
      'bloodPressureMmHg',
      'pulsePerMinute',
      'nutrition',
      'nutritionReason',
      'note',
      'measuredBy',
    ].map((name) => `rounds.{round}.${name}`),
    needed: ['rounds.{round}.weightKg', 'rounds.{round}.heightCm'],
  },
  {
    code: 'eye',
    places: ['rounds.{round}.vision', 'specialist.eye'],
    needed: ['rounds.{round}.vision.uncorrectedRight', 'rounds.{round}.vision.uncorrectedLeft'],
  },
  {
    code: 'dental',
    places: ['rounds.{round}.caries', 'specialist.dental'],
    needed: ['rounds.{round}.caries'],
  },
  {
    code: 'doctor',
    places: [
      'rounds.{round}.spineRotationDegrees',
      'rounds.{round}.spine',
      'incidents',
      'specialist.examinedOn',
      'specialist.facility',
      'specialist.pediatrics',
      'specialist.ent',
      'specialist.musculoskeletal',
      'specialist.doctor',
      'conclusion',
      'healthIssues',
      'recommendation',
      'followUp',
      'parentNotice',
    ],
    needed: ['conclusion'],
    beside: ['parentNotice'],
  },
];

/** Path of a school year's book in a record. */
export const bookPath = (year: string): string => `screenings.${year}`;

/** The places of a station in a record. */
export const placesOf = ({ places }: Pick<Station, 'places'>, year: string, round: Round): string[] =>
  places.map((place) => `${bookPath(year)}.${place.replace('{round}', round)}`);

const besides = ['unread', 'absent'] as const;
const isAt = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/** Whether something stands at a place or below it: a value, a reason why there is none, what could not be read. */
function stands(record: RecordDraft, place: string): boolean {
  const value = getAt(record, place);
  const isEmpty =
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && value !== null && !Object.keys(value).length);
  return (
    !isEmpty || besides.some((name) => Object.keys(record[name] ?? {}).some((path) => isAt(path, place)))
  );
}

/** A record without a place and what stands beside it. */
function without(record: RecordDraft, place: string): RecordDraft {
  const maps = besides.map((name) => [
    name,
    Object.fromEntries(Object.entries(record[name] ?? {}).filter(([path]) => !isAt(path, place))),
  ]);
  return { ...setAt(record, place, undefined), ...(Object.fromEntries(maps) as Pick<RecordDraft, 'absent'>) };
}

/** How far a pupil has got: `some` where something stands of a station, `all` where what it needs does. */
export function stationsDone(
  record: RecordDraft,
  year: string,
  round: Round,
): { readonly [station in StationCode]?: 'some' | 'all' } {
  return Object.fromEntries(
    stations.flatMap((station) => {
      const written = placesOf({ places: station.beside ?? [] }, year, round).reduce(without, record);
      if (!placesOf(station, year, round).some((place) => stands(written, place))) return [];
      const needed = placesOf({ places: station.needed }, year, round);
      return [[station.code, needed.every((place) => stands(record, place)) ? 'all' : 'some']];
    }),
  );
}
