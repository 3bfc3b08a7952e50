import { getAt, setAt } from '../schema/index.ts';
import type { Examination, PeriodicExamination, RecordDraft } from '../schema/index.ts';
import { bookPath } from './stations.ts';
import type { Round } from './stations.ts';

/** A screening as another form has it: its values, and what stands beside them by the path inside the visit. */
export interface View<T> {
  readonly visit: T;
  readonly unread: { readonly [path: string]: string };
  readonly absent: { readonly [path: string]: NonNullable<RecordDraft['absent']>[string] };
  readonly notes: { readonly [path: string]: string };
}

/** From a place of the round, the specialist examination or the book, to a place of the visit. Groups go as a whole. */
type Way = readonly [from: string, to: string];

const same = (under: string, to: string, ...names: readonly string[]): Way[] =>
  names.map((name) => [`${under}${name}`, `${to}${name}`]);

const eyes = ['uncorrectedRight', 'uncorrectedLeft', 'correctedRight', 'correctedLeft'] as const;
const vitals = ['weightKg', 'heightCm', 'bmi', 'bloodPressureMmHg', 'pulsePerMinute'] as const;

/** Part D of QĐ 831 takes these; what it has no place for stays in the book alone (see docs/school.md). */
const roundToExamination: readonly Way[] = [
  ['measuredOn', 'examinedOn'],
  ...same('', 'vitals.', ...vitals),
  ...same('vision.', 'vision.', ...eyes),
];
const specialistToExamination: readonly Way[] = [
  ['examinedOn', 'examinedOn'],
  ['pediatrics.circulation', 'organs.cardiovascular'],
  ['pediatrics.respiration', 'organs.respiratory'],
  ['pediatrics.digestion', 'organs.digestive'],
  ['pediatrics.kidneyUrology', 'organs.urinary'],
  ['pediatrics.other', 'organs.other'],
  ...same('eye.acuity.', 'vision.', ...eyes),
  ['eye.diseases', 'organs.eye'],
  ['ent.diseases', 'organs.ent'],
  ['dental.diseases', 'organs.dental'],
  ['musculoskeletal.other', 'organs.musculoskeletal'],
  ['doctor', 'doctor'],
];
const bookToExamination: readonly Way[] = [['conclusion', 'diagnoses.text']];

const roundToPeriodic: readonly Way[] = [
  ['measuredOn', 'examinedOn'],
  ...same('', 'physique.', ...vitals, 'position', 'headCm', 'armMm', 'oedema'),
  ...same('vision.', 'eye.acuity.', ...eyes),
  ['spine', 'musculoskeletal.spine'],
];
const pediatrics = ['circulation', 'respiration', 'digestion', 'kidneyUrology', 'neuroPsychiatry', 'other'];
const hearing = ['spokenLeftM', 'whisperedLeftM', 'spokenRightM', 'whisperedRightM', 'diseases'];
const specialistToPeriodic: readonly Way[] = [
  ['examinedOn', 'examinedOn'],
  ...same('pediatrics.', 'pediatrics.', ...pediatrics),
  ...same('eye.acuity.', 'eye.acuity.', ...eyes),
  ...same('eye.', 'eye.', 'refraction', 'diseases'),
  ...same('ent.', 'ent.', ...hearing),
  ...same('dental.', 'dental.', 'upperJaw', 'lowerJaw', 'diseases'),
  ...same('musculoskeletal.', 'musculoskeletal.', 'spine', 'other'),
];
const vaccinated = ['bcg', 'dpt', 'measles', 'polio', 'japaneseEncephalitis', 'hepB', 'other', 'otherName'];
const bookToPeriodic: readonly Way[] = [
  ...same('general.school.', 'school.', 'name', 'commune', 'province', 'className', 'year', 'level'),
  ...same('general.treatment.', 'history.treatment.', 'now', 'details'),
  ...same('general.vaccinated.', 'history.vaccinated.', ...vaccinated),
  ['healthIssues', 'healthIssues'],
  ...same('followUp.', 'followUp.', 'actions', 'referredTo', 'dueOn', 'outcome'),
];

const beside = ['unread', 'absent', 'notes'] as const;
const isAt = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/** Carries the ways over; a place that has something already keeps it. */
function carried<T>(record: RecordDraft, ways: readonly (readonly [under: string, ways: readonly Way[]])[]) {
  let visit: Record<string, unknown> = {};
  const beyond: Record<(typeof beside)[number], Record<string, unknown>> = {
    unread: {},
    absent: {},
    notes: {},
  };
  const isTaken = (to: string): boolean =>
    getAt(visit, to) !== undefined || [beyond.unread, beyond.absent].some((bag) => to in bag);
  for (const [under, each] of ways)
    for (const [name, to] of each) {
      if (isTaken(to)) continue;
      const from = `${under}.${name}`;
      const value = getAt(record, from);
      if (value !== undefined) visit = setAt(visit, to, value);
      for (const bag of beside)
        for (const [path, words] of Object.entries(record[bag] ?? {}))
          if (isAt(path, from)) beyond[bag][`${to}${path.slice(from.length)}`] = words;
    }
  return { visit: visit as T, ...(beyond as Omit<View<T>, 'visit'>) };
}

/** Which parts of a book belong to one visit: the specialists' where they saw the pupil on the day of the round. */
function partsOf(record: RecordDraft, year: string, part: Round | 'specialist') {
  const book = record.screenings?.[year];
  const round = part === 'specialist' ? undefined : part;
  const measuredOn = round && book?.rounds?.[round]?.measuredOn;
  const isSameDay = measuredOn !== undefined && measuredOn === book?.specialist?.examinedOn;
  const takes = part === 'specialist' || isSameDay;
  return {
    round: round && `${bookPath(year)}.rounds.${round}`,
    specialist: takes ? `${bookPath(year)}.specialist` : undefined,
    book: bookPath(year),
  };
}

/**
 * A round of a school book as a visit of part D of QĐ 831: a view, never written back. What the specialists found comes
 * with the round where they saw the pupil on the same day, else as a visit of its own (`'specialist'`), and the conclusion
 * with them. `undefined` where the book has nothing for such a visit.
 */
export function toExamination(
  record: RecordDraft,
  year: string,
  part: Round | 'specialist',
): View<Examination> | undefined {
  const parts = partsOf(record, year, part);
  const view = carried<Examination>(record, [
    ...(parts.specialist ? ([[parts.specialist, specialistToExamination]] as const) : []),
    ...(parts.round ? ([[parts.round, roundToExamination]] as const) : []),
    ...(parts.specialist ? ([[parts.book, bookToExamination]] as const) : []),
  ]);
  return Object.values(view).some((bag) => Object.keys(bag).length) ? view : undefined;
}

/** Whether birth was normal, and how not: only what both papers have in the same words. */
function birthOf(record: RecordDraft, year: string): PeriodicExamination['history'] | undefined {
  const kinds = record.screenings?.[year]?.general?.birth?.birthKinds;
  if (!kinds?.length) return undefined;
  const others = kinds.filter((kind) => kind !== 'normal');
  // Both ticked: a person has to say which.
  if (others.length && kinds.length > others.length) return undefined;
  const shared = others.filter((kind) => kind !== 'postterm');
  const birth = { isNormal: others.length ? 'no' : 'yes', ...(shared.length && { perinatalKinds: shared }) };
  return { birth } as PeriodicExamination['history'];
}

/**
 * The same as a periodic examination of who is 6 to under 18 (TT 25/2026), to be completed and signed by the facility. Of
 * several guardians none is chosen. No class is worked out.
 */
export function toPeriodicExamination(
  record: RecordDraft,
  year: string,
  part: Round | 'specialist',
): View<PeriodicExamination> | undefined {
  if (!toExamination(record, year, part)) return undefined;
  const parts = partsOf(record, year, part);
  const guardians = Object.keys(record.screenings?.[year]?.general?.guardians ?? {});
  const guardian = `${parts.book}.general.guardians.${guardians[0]}`;
  const view = carried<PeriodicExamination>(record, [
    ...(parts.specialist ? ([[parts.specialist, specialistToPeriodic]] as const) : []),
    ...(parts.round ? ([[parts.round, roundToPeriodic]] as const) : []),
    [parts.book, bookToPeriodic],
    ...(guardians.length === 1
      ? ([[guardian, same('', 'guardian.', 'name', 'relation', 'occupation', 'phone', 'address')]] as const)
      : []),
  ]);
  const history = { ...view.visit.history, ...birthOf(record, year) };
  return Object.keys(history).length ? { ...view, visit: { ...view.visit, history } } : view;
}
