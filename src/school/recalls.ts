import { isPartialDate, latest } from '../measures/index.ts';
import type { AdviceAction } from '../measures/index.ts';
import { findings } from './findings.ts';
import type { FindingOptions } from './findings.ts';
import { jumps } from './jumps.ts';
import type { CountedPupil } from './summary.ts';
import type { Round } from './stations.ts';

/** Why somebody is looked at again. */
export interface RecallReason {
  /** `advice` = worked out from a value, `staff` = decided by staff, `jump` = implausible against the last one, `mark` = marked by staff. */
  readonly kind: 'advice' | 'staff' | 'jump' | 'mark';
  /** Code of the advice, the action or the jump. */
  readonly code: string;
  readonly action: AdviceAction;
  readonly places: readonly string[];
}

/** Somebody who is to be looked at again. */
export interface Recall {
  /** Index in what was given. */
  readonly index: number;
  /** The most urgent of the reasons. */
  readonly action: AdviceAction;
  readonly reasons: readonly RecallReason[];
  /** A day, a month or a year, as staff wrote it; nobody invents one. */
  readonly dueOn: string | undefined;
  /** Whether the day, or the last day of the month or year, is over. */
  readonly isOverdue: boolean;
}

export interface RecallOptions extends FindingOptions {
  readonly year: string;
  readonly round: Round;
  /** Day of today, `YYYY-MM-DD`. */
  readonly today: string;
}

const urgency: readonly AdviceAction[] = [
  'emergency',
  'referSpecialist',
  'referCommune',
  'measureAgain',
  'monitorAtSchool',
];

/** The last day that is in time; behind all others where there is none. */
const lastDayOf = (dueOn: string | undefined): string => (isPartialDate(dueOn) ? latest(dueOn) : '9');

/**
 * Who is to be looked at again, the most urgent first and in it by the date. What staff decided (`followUp.actions`) goes
 * before what the values advise: `none`, and an outcome that is written, end it. Who was marked for a second look stays.
 */
export function recalls(pupils: readonly CountedPupil[], options: RecallOptions): readonly Recall[] {
  const found = pupils.flatMap((pupil, index) => {
    const reasons = reasonsOf(pupil, options);
    const action = urgency.find((each) => reasons.some((reason) => reason.action === each));
    if (!action) return [];
    const dueOn = pupil.record?.screenings?.[options.year]?.followUp?.dueOn;
    return { index, action, reasons, dueOn, isOverdue: lastDayOf(dueOn) < options.today };
  });
  const rank = ({ action }: Recall): number => urgency.indexOf(action);
  const due = ({ dueOn }: Recall): string => lastDayOf(dueOn);
  return found.sort((a, b) => rank(a) - rank(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

function reasonsOf({ record, status }: CountedPupil, options: RecallOptions): RecallReason[] {
  const { year, round } = options;
  const marked: RecallReason[] =
    status === 'recheck' ? [{ kind: 'mark', code: 'recheck', action: 'measureAgain', places: [] }] : [];
  if (!record) return marked;
  const { actions = [], outcome } = record.screenings?.[year]?.followUp ?? {};
  if (outcome?.trim()) return marked;
  const place = `screenings.${year}.followUp.actions`;
  const decided = actions.flatMap((action) =>
    action === 'none' ? [] : { kind: 'staff' as const, code: action, action, places: [place] },
  );
  if (actions.length) return [...decided, ...marked];
  const advised = findings(record, year, round, options).flatMap(({ advice, places }) =>
    advice.map(({ code, action }) => ({ kind: 'advice' as const, code, action, places })),
  );
  const jumped = jumps(record, year, round).map((jump) => ({
    kind: 'jump' as const,
    code: jump.code,
    action: 'measureAgain' as const,
    places: [jump.place],
  }));
  return [...advised, ...jumped, ...marked];
}
