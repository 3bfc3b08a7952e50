import type { RecordDraft } from '../schema/index.ts';
import type { Round } from './stations.ts';

/** Weight and height on a day, from wherever they are known. */
export interface Measured {
  /** `YYYY-MM-DD`, or as much of it as is known. */
  readonly measuredOn?: string | undefined;
  readonly weightKg?: number | undefined;
  /** Length (lying) or height (standing). */
  readonly heightCm?: number | undefined;
  readonly position?: 'standing' | 'lying' | undefined;
}

/** Every weight and height that a record knows: rounds (but the one that is named), visits of part D, periodic examinations. */
export function measurementsOf(
  record: RecordDraft,
  but?: { readonly year: string; readonly round: Round },
): Measured[] {
  const books = Object.entries(record.screenings ?? {}).flatMap(([year, book]) =>
    Object.entries(book.rounds ?? {}).flatMap(([round, values]) =>
      year === but?.year && round === but.round ? [] : [values],
    ),
  );
  const visits = Object.values(record.examinations ?? {}).map(({ examinedOn, vitals }) => ({
    ...vitals,
    measuredOn: examinedOn,
  }));
  const periodic = Object.values(record.periodicExaminations ?? {}).map(({ examinedOn, physique }) => ({
    ...physique,
    measuredOn: examinedOn,
  }));
  return [...books, ...visits, ...periodic];
}
