import type { RecordDraft } from '../schema/index.ts';
import { findings, nutritionOf } from './findings.ts';
import type { Finding, FindingCode, FindingOptions } from './findings.ts';
import { gradeOf } from './grade.ts';
import type { Round } from './stations.ts';
import type { PupilStatus } from './status.ts';

/** Somebody who is counted: everybody of the class, also who was not there and who has no record. */
export interface CountedPupil {
  readonly record?: RecordDraft | undefined;
  /** As the list says, where the record does not. */
  readonly sex?: 'male' | 'female' | undefined;
  readonly className?: string | undefined;
  /** As `statusOf` says; `absent` and `refused` count where nothing was measured. */
  readonly status?: PupilStatus | undefined;
}

/** What is counted, one tally for each; `nutrition` = the three words of the book. */
export type SummaryCode = 'nutrition' | FindingCode;

/**
 * How many say what. Every pupil of a group stands in exactly one of `counts` (they add up to `judged`), `open`,
 * `notMeasured`, `absent`, `refused` and `outside`; `measured` = `judged` + `open`.
 */
export interface Tally {
  readonly measured: number;
  /** Measured, and a class could be given. */
  readonly judged: number;
  /** Measured, and no class could be given. */
  readonly open: number;
  /** There, but not measured. */
  readonly notMeasured: number;
  readonly absent: number;
  readonly refused: number;
  /** Measured at an age that the indicator is not for (weight for age above ten years). */
  readonly outside: number;
  /** By class; blood pressure `normal`/`high`; vision `normal`/`low`; spine `normal`/`again`/`rotation`/`curved`; teeth `sound`/`caries`. */
  readonly counts: { readonly [name: string]: number };
}

/** Pupils of one grade and sex; `undefined` = not known. */
export interface SummaryGroup {
  readonly grade: number | undefined;
  readonly sex: 'male' | 'female' | undefined;
  readonly pupils: number;
  readonly tallies: { readonly [code in SummaryCode]?: Tally };
}

/** The figures of Mẫu 02 for one round. */
export interface Summary {
  /** By grade (unknown last), in each boys, girls, unknown; groups without a pupil are left out. */
  readonly groups: readonly SummaryGroup[];
  /** By sex, over all grades. */
  readonly bySex: readonly SummaryGroup[];
  readonly total: SummaryGroup;
}

export interface SummaryOptions extends FindingOptions {
  readonly year: string;
  readonly round: Round;
  /** Grades that stand in the table also without a pupil. */
  readonly grades?: readonly number[] | undefined;
}

const shown: readonly SummaryCode[] = [
  'nutrition',
  'weightForAge',
  'heightForAge',
  'weightForHeight',
  'bmiForAge',
  'arm',
  'vision',
  'visionWithGlasses',
  'spine',
  'caries',
  'bloodPressure',
];

/** Where a pupil stands in a tally: one of its numbers, or a class of `counts`. */
type Stand = Exclude<keyof Tally, 'counts' | 'measured' | 'judged'> | { readonly class: string };

/** What has to stand before somebody counts as measured, where an indicator is not for every age. */
const needed: { readonly [code in SummaryCode]?: readonly ('weightKg' | 'heightCm')[] } = {
  nutrition: ['weightKg', 'heightCm'],
  weightForAge: ['weightKg'],
  heightForAge: ['heightCm'],
  weightForHeight: ['weightKg', 'heightCm'],
  bmiForAge: ['weightKg', 'heightCm'],
};

/** The class that a finding counts as, once something was measured. */
function classOf(finding: Finding): string | undefined {
  const { code, nutrition, advice } = finding;
  if (nutrition) return nutrition.counted;
  if (finding.level === 'open') return undefined;
  const codes = advice.map((each) => each.code);
  switch (code) {
    case 'spine':
      return codes.includes('spine.rotation')
        ? 'rotation'
        : codes.includes('spine.curved')
          ? 'curved'
          : codes.includes('spine.again')
            ? 'again'
            : 'normal';
    case 'caries':
      return finding.values['caries'] ? 'caries' : 'sound';
    case 'bloodPressure':
      return advice.length ? 'high' : 'normal';
    default:
      return advice.length ? 'low' : 'normal';
  }
}

/** Where one pupil stands in each tally. */
function standsOf(pupil: CountedPupil, options: SummaryOptions): Map<SummaryCode, Stand> {
  const { year, round } = options;
  const { record, status } = pupil;
  const found = record ? findings(record, year, round, options).filter(({ part }) => part === round) : [];
  const values = record?.screenings?.[year]?.rounds?.[round];
  const missing: Stand = status === 'absent' || status === 'refused' ? status : 'notMeasured';
  const standOf = (code: SummaryCode): Stand => {
    const isMeasured = needed[code]?.every((name) => values?.[name] !== undefined);
    if (code === 'nutrition') {
      const book = values?.nutrition ?? (record && nutritionOf(record, year, round, options)?.book);
      return book ? { class: book } : isMeasured ? 'open' : missing;
    }
    const finding = found.find((each) => each.code === code);
    if (!finding) return isMeasured ? 'outside' : missing;
    const counted = classOf(finding);
    return counted ? { class: counted } : 'open';
  };
  return new Map(shown.map((code) => [code, standOf(code)]));
}

function tallyOf(stands: readonly Stand[]): Tally {
  const of = (name: Stand): number => stands.filter((stand) => stand === name).length;
  const counts: Record<string, number> = {};
  for (const stand of stands)
    if (typeof stand === 'object') counts[stand.class] = (counts[stand.class] ?? 0) + 1;
  const judged = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const open = of('open');
  return {
    measured: judged + open,
    judged,
    open,
    notMeasured: of('notMeasured'),
    absent: of('absent'),
    refused: of('refused'),
    outside: of('outside'),
    counts,
  };
}

const sexes = ['male', 'female', undefined] as const;

/**
 * Counts a class or a school for Mẫu 02 of TTLT 13/2016: by grade and sex, for nutrition (the words of the book and each
 * indicator), vision, spine, teeth and blood pressure. What staff wrote as nutrition goes before what is worked out. Only
 * what the round itself has is counted, not the specialist examination.
 */
export function summarise(pupils: readonly CountedPupil[], options: SummaryOptions): Summary {
  const all = pupils.map((pupil) => {
    const school = pupil.record?.screenings?.[options.year]?.general?.school;
    return {
      grade: gradeOf(school?.className ?? pupil.className),
      sex: pupil.record?.administrative?.sex ?? pupil.sex,
      stands: standsOf(pupil, options),
    };
  });
  const groupOf = (
    grade: number | undefined,
    sex: 'male' | 'female' | undefined,
    members: typeof all,
  ): SummaryGroup => ({
    grade,
    sex,
    pupils: members.length,
    tallies: Object.fromEntries(
      shown.map((code) => [code, tallyOf(members.map(({ stands }) => stands.get(code)!))]),
    ),
  });
  const known = new Set([...(options.grades ?? []), ...all.flatMap(({ grade }) => grade ?? [])]);
  const grades = [...[...known].sort((a, b) => a - b), undefined];
  const groups = grades.flatMap((grade) =>
    sexes.flatMap((sex) => {
      const members = all.filter((each) => each.grade === grade && each.sex === sex);
      const isPrinted = sex && grade !== undefined && options.grades?.includes(grade);
      return members.length || isPrinted ? groupOf(grade, sex, members) : [];
    }),
  );
  const bySex = sexes.flatMap((sex) => {
    const members = all.filter((each) => each.sex === sex);
    return members.length ? groupOf(undefined, sex, members) : [];
  });
  return { groups, bySex, total: groupOf(undefined, undefined, all) };
}
