import { formatDate } from '../../src/i18n/index.ts';
import { bmi } from '../../src/measures/index.ts';
import type { NutritionIndicator } from '../../src/measures/index.ts';
import type { SchoolBook } from '../../src/schema/index.ts';
import { bookPath } from '../../src/school/index.ts';
import type { Round } from '../../src/school/index.ts';
import type { CsvCell } from '../csv.ts';
import type { AllWords, ResultLine } from './lines.ts';
import { foundWords } from './pupil-view.ts';
import type { PupilResult } from './results-model.ts';

const indicators = ['weightForAge', 'heightForAge', 'bmiForAge'] as const;
const acuity = ['uncorrectedRight', 'uncorrectedLeft', 'correctedRight', 'correctedLeft'] as const;
const said = ['spine', 'eye', 'ent', 'dental', 'musculoskeletal'] as const;

/** Two places, as z-scores are given; nothing where the age leaves more than one open. */
function zOf({ findings }: PupilResult, round: Round, code: NutritionIndicator): number | undefined {
  const z = findings.find((found) => found.code === code && found.part === round)?.nutrition?.z;
  return z && z[0] === z[1] ? Math.round(z[0] * 100) / 100 : undefined;
}

/**
 * Everybody of a list with what was measured and examined, as rows for a sheet: one column a value, numbers as numbers, in
 * the units of the headings. What is missing says why, what could not be read stands as it was written.
 */
export function valueRows(
  pupils: readonly PupilResult[],
  at: { readonly year: string; readonly round: Round },
  words: AllWords,
): CsvCell[][] {
  const { table, measures, recall, ui, summary } = words.results;
  const under = `${bookPath(at.year)}.rounds.${at.round}`;
  const head = [
    ...[table.number, recall.name, recall.born, summary.sex, recall.className, table.measuredOn],
    ...[table.weightKg, table.heightCm, table.bmi, ...indicators.map((code) => table[code])],
    ...[measures.nutrition, table.systolic, table.diastolic, table.pulse, ...acuity.map((eye) => table[eye])],
    ...[table.caries, ...said.map((name) => measures[name]), ui.found, table.conclusion],
  ];
  const rows = pupils.map((pupil, index): CsvCell[] => {
    const { name, birthDate, className, record, lines, source, book } = pupil;
    const sex = record?.administrative?.sex ?? source.member.sex;
    // Where the family refused there are no lines, and nothing of what was written before is given out.
    const isTold = source.state.consent !== 'refused';
    const values: NonNullable<SchoolBook['rounds']>[string] = (isTold && book.rounds?.[at.round]) || {};
    const cell = (place: string, value: CsvCell): CsvCell => {
      if (value !== undefined || !isTold) return value;
      const reason = record?.absent?.[`${under}.${place}`];
      return record?.unread?.[`${under}.${place}`] ?? (reason && words.absent[reason]);
    };
    const of = (all: readonly ResultLine[], label: string): CsvCell =>
      all.find((line) => line.label === label)?.value;
    const pressure = values.bloodPressureMmHg;
    return [
      ...[index + 1, name, birthDate && formatDate(birthDate), sex && summary[sex], className],
      cell('measuredOn', values.measuredOn && formatDate(values.measuredOn)),
      ...[cell('weightKg', values.weightKg), cell('heightCm', values.heightCm), bmi(values)],
      ...indicators.map((code) => zOf(pupil, at.round, code)),
      of(lines.round, measures.nutrition),
      ...[cell('bloodPressureMmHg', pressure?.systolic), cell('bloodPressureMmHg', pressure?.diastolic)],
      cell('pulsePerMinute', values.pulsePerMinute),
      ...acuity.map((eye) => cell(`vision.${eye}`, values.vision?.[eye])),
      cell('caries', values.caries),
      ...said.map((name) => of(name === 'spine' ? lines.round : lines.specialist, measures[name])),
      foundWords(words, pupil),
      isTold ? book.conclusion : undefined,
    ];
  });
  return [head, ...rows];
}
