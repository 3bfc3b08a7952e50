import type { SubjectRequest } from '../schema/index.ts';
import { addDays, dayOf, isWorkingDay } from './days.ts';
import { requestTerms } from './data/terms.ts';

/** What a person can ask for about the own data. */
export type RequestType = SubjectRequest['type'];

/** Terms of one kind of request, in days. */
export interface RequestTerm {
  /** Working days for the first answer. */
  readonly answer: number;
  /** Days for doing it; with a processor or third party; and how many one extension may add. */
  readonly perform: number;
  readonly throughOthers?: number;
  readonly extension: number;
}

/** Latest days (`YYYY-MM-DD`) for each step. */
export interface RequestDates {
  readonly answerBy: string;
  readonly doneBy: string;
  /** Where others have to act too. */
  readonly doneThroughOthersBy: string;
  /** After the one extension that is allowed. */
  readonly extendedAtMost: string;
}

/**
 * The dates by decree 356/2025 art. 5 for a request received at an instant. The day of receipt does not count. Working
 * days (answer) leave out weekends and `holidays` (`YYYY-MM-DD`, as data: the list differs every year); the other terms
 * are calendar days, which is the earlier reading.
 */
export function requestDates(
  type: RequestType,
  receivedAt: string,
  { holidays = [], terms = requestTerms }: RequestDateOptions = {},
): RequestDates {
  const received = dayOf(receivedAt);
  const term = terms[type];
  let answerBy = received;
  for (let left = term.answer; left > 0;) {
    answerBy = addDays(answerBy, 1);
    if (isWorkingDay(answerBy, holidays)) left -= 1;
  }
  return {
    answerBy,
    doneBy: addDays(received, term.perform),
    doneThroughOthersBy: addDays(received, term.throughOthers ?? term.perform),
    extendedAtMost: addDays(received, term.perform + term.extension),
  };
}

/** Data of a year and of the law. */
export interface RequestDateOptions {
  readonly holidays?: readonly string[];
  readonly terms?: Readonly<Record<RequestType, RequestTerm>>;
}
