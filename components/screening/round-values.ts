import { bookPath } from '../../src/school/index.ts';
import type { Round } from '../../src/school/index.ts';
import { getAt, sortRows } from '../../src/schema/index.ts';
import type { Examination, RecordDraft } from '../../src/schema/index.ts';

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
const textAt = (record: RecordDraft, path: string): string | undefined => {
  const value = getAt(record, path);
  return typeof value === 'string' ? value : undefined;
};

/** Days after which a finished first round is over, and what is measured belongs to the second. */
const roundDays = 30;

/** The round that is measured on a day: the second where the first of that year was finished well before. */
export function roundOn(record: RecordDraft, year: string, day: string): Round {
  const first = `${bookPath(year)}.rounds.round1`;
  const measuredOn = textAt(record, `${first}.measuredOn`);
  const stands = (name: string): boolean =>
    getAt(record, `${first}.${name}`) !== undefined || record.absent?.[`${first}.${name}`] !== undefined;
  if (!measuredOn || !stands('weightKg') || !stands('heightCm')) return 'round1';
  return dayNumber(day) - dayNumber(measuredOn) > roundDays ? 'round2' : 'round1';
}

/** A value that was written earlier, and where it stands. */
export interface Earlier {
  readonly value: unknown;
  /** Path of the value, for its words. */
  readonly path: string;
  /** Round of a book, or nothing where it is of an examination. */
  readonly round?: Round;
  /** School year of the book, where it is not the present one. */
  readonly year?: string;
  readonly on?: string | undefined;
}

const vitals = ['weightKg', 'heightCm', 'bmi', 'bloodPressureMmHg', 'pulsePerMinute'];

/**
 * The value of a place of a round (`weightKg`, `vision.uncorrectedLeft`) to compare with: that of the other round of
 * this school year, else of the years before (newest first), else of the last examination.
 */
export function earlierOf(
  record: RecordDraft,
  at: { readonly year: string; readonly round: Round; readonly name: string },
): Earlier | undefined {
  const { year, round, name } = at;
  const older = Object.keys(record.screenings ?? {})
    .filter((each) => each < year)
    .sort()
    .reverse();
  const other: Round = round === 'round1' ? 'round2' : 'round1';
  const places: readonly (readonly [year: string, round: Round])[] = [
    [year, other],
    ...older.flatMap((each) => [[each, 'round2'] as const, [each, 'round1'] as const]),
  ];
  for (const [of, which] of places) {
    const row = `${bookPath(of)}.rounds.${which}`;
    const path = `${row}.${name}`;
    const value = getAt(record, path);
    if (value === undefined) continue;
    const on = textAt(record, `${row}.measuredOn`);
    return { value, path, round: which, on, ...(of !== year && { year: of }) };
  }
  return examined(record, name);
}

function examined(record: RecordDraft, name: string): Earlier | undefined {
  const place = vitals.includes(name) ? `vitals.${name}` : name.startsWith('vision.') ? name : undefined;
  if (!place) return undefined;
  const visits = sortRows<Examination>(record.examinations, [], (visit) => visit.examinedOn).reverse();
  for (const [id, visit] of visits) {
    const value = getAt(visit, place);
    if (value !== undefined) return { value, path: `examinations.${id}.${place}`, on: visit.examinedOn };
  }
  return undefined;
}
