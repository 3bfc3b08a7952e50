import type { MemberState } from '../../src/client/index.ts';
import { statusOf as pupilStatus } from '../../src/school/index.ts';
import type { DayRules, PupilStatus } from '../../src/school/index.ts';

/** How far somebody on a list has got; `unanswered` = consent is needed and nobody has given or refused it. */
export type MemberStatus = PupilStatus | 'unanswered';

/** Statuses in the order of the filters. */
export const statuses: readonly MemberStatus[] = [
  'todo',
  'begun',
  'done',
  'recheck',
  'absent',
  'unanswered',
  'refused',
];

const untouched: MemberState = { stations: {} };

/** The status as it is shown: silence is no yes, so that nobody is called to a station before somebody said it. */
export function statusOf(state: MemberState | undefined, rules: DayRules): MemberStatus {
  const status = pupilStatus(state ?? untouched, rules);
  const isOpen = status === 'todo' || status === 'begun';
  return isOpen && rules.needsConsent && state?.consent !== 'agreed' ? 'unanswered' : status;
}

/** Whether somebody is not examined: kept off the lists of the stations, and still in the class. */
export const isHeld = (status: MemberStatus): boolean => status === 'refused' || status === 'unanswered';

/** What a row can say: a status, or what the parents answered. */
export type RowStatus = MemberStatus | 'agreed';

/** Signs of the statuses, told apart without colour; the words stand beside them. */
export const signs: { readonly [status in RowStatus]: string } = {
  agreed: '✓',
  todo: '○',
  begun: '◐',
  done: '✓',
  recheck: '↻',
  absent: '–',
  unanswered: '?',
  refused: '✕',
};
