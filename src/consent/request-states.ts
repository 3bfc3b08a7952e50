import type { ConsentEvent } from '../schema/index.ts';
import { dayOf, isDate, msOf } from './days.ts';
import { afterIn, orderedRows, timeOf } from './order.ts';
import type { After } from './order.ts';
import { readRows } from './read.ts';
import type { AnyConsent, Row } from './read.ts';
import { requestDates } from './requests.ts';
import type { RequestDateOptions, RequestDates, RequestType } from './requests.ts';

/** What the keeper of the data says to a request: it is here, takes longer, is done, or is refused. */
export type RequestOutcome = (typeof outcomes)[number];
const outcomes = ['received', 'extended', 'answered', 'refused'] as const;

/**
 * Where a request stands. `overdue` = its last day is over and it is neither done nor refused; `invalidated` = it must not
 * count (taken down for the wrong person); `broken` = the events are not whole, so that nothing is known.
 */
export type RequestState =
  'open' | 'extended' | 'overdue' | 'answered' | 'refused' | 'invalidated' | 'broken';

/** One request of the person, what became of it, and its days (`YYYY-MM-DD`). */
export interface RequestStanding {
  /** Id of the event that asked. */
  readonly id: string;
  readonly type: RequestType;
  readonly state: RequestState;
  /** Instant from which the days are counted. */
  readonly receivedAt: string;
  readonly answerBy: string;
  /** Last day by law without an extension. */
  readonly doneBy: string;
  /** Last day that an extension may name. */
  readonly extendedAtMost: string;
  /** The last day after the one extension, where there is one. */
  readonly extendedTo?: string;
  /** Instant of the first answer of any kind. */
  readonly firstAnswerAt?: string;
  /** The first answer came, or is still missing, after its day. */
  readonly isAnswerLate: boolean;
  /** Instant of the event that makes it so. */
  readonly since: string;
  /** The words with which it was refused, extended or answered. */
  readonly reason?: string;
  /** Ids of the events that make it so, the request first. */
  readonly events: readonly string[];
  /** Whether the server has all of them. */
  readonly isSent: boolean;
}

/** Why an answer does not count: the request has its end, words are missing, or the extension is not one the law allows. */
export type AnswerFlaw = 'closed' | 'reason' | 'extension';

const typeOf: { readonly [kind in ConsentEvent['kind']]?: RequestType } = {
  withdrawal: 'withdraw',
  restriction: 'restrict',
  objection: 'object',
};

/** What a person asks with an event; what stops a use (withdrawal, hold, objection) has its term by law too. */
export const requestTypeOf = ({ kind, request }: ConsentEvent): RequestType | undefined =>
  kind === 'request' ? request?.type : typeOf[kind];

/** What an answer says; `undefined` where it is none, or says what nobody here knows. */
export const outcomeOf = ({ kind, request }: ConsentEvent): RequestOutcome | undefined =>
  kind === 'requestAnswer' ? outcomes.find((outcome) => outcome === request?.outcome) : undefined;

/**
 * Every request of the person and where it stands, the oldest first. The order of the list does not matter. Nothing is
 * answered, refused or extended but by an event that says so; of an answer and a refusal that have no order the refusal
 * counts, so that nothing is called done that may not be.
 */
export function foldRequests(
  events: readonly AnyConsent[],
  when: string,
  { terms }: Pick<RequestDateOptions, 'terms'> = {},
): RequestStanding[] {
  const { rows: all, flaws } = readRows(events);
  const rows = orderedRows(all);
  const after = afterIn(all);
  const context = { rows, after, when, terms, isBroken: flaws.length > 0 };
  return rows.flatMap((row) => {
    const type = requestTypeOf(row.event);
    return type ? standingOf(row, type, context) : [];
  });
}

interface Context {
  readonly rows: readonly Row[];
  readonly after: After;
  readonly when: string;
  readonly terms: RequestDateOptions['terms'];
  readonly isBroken: boolean;
}

function standingOf(asked: Row, type: RequestType, context: Context): RequestStanding {
  const { rows, after, when, isBroken } = context;
  const days = daysOf(asked, type, context);
  const { event } = asked;
  const base = { id: event.id, type, ...days, isAnswerLate: false };
  const found = (state: RequestState, by: Row, more: Partial<RequestStanding> = {}): RequestStanding => {
    const { reason = '' } = by === asked ? {} : by.event;
    const used = by === asked ? [asked] : [asked, by];
    const events = used.map((row) => row.event.id);
    const isSent = used.every(({ stored }) => stored !== undefined);
    const since = by.event.decidedAt;
    return { ...base, ...more, state, since, events, isSent, ...(reason.trim() && { reason }) };
  };
  if (isBroken) return found('broken', asked);
  const voided = rows.find((row) => isVoiding(row, asked) && row.stored && after(row, asked));
  if (voided) return found('invalidated', voided);

  const answers = rows.filter(
    (row) =>
      isAnswerTo(row.event, event.id) &&
      !lacksReason(row.event) &&
      timeOf(row) <= msOf(when) &&
      !rows.some((other) => isVoiding(other, row)),
  );
  const of = (outcome: RequestOutcome): Row[] => answers.filter(({ event }) => outcomeOf(event) === outcome);
  const extension = of('extended').find(({ event }) => isLawful(event, days));
  const counting = answers.filter((row) => row === extension || outcomeOf(row.event) !== 'extended');
  const first = counting.map(timeOf).sort((a, b) => a - b)[0];
  const extendedTo = extension?.event.request?.extendedTo;
  const more = {
    ...(extendedTo !== undefined && { extendedTo }),
    ...(first !== undefined && { firstAnswerAt: new Date(first).toISOString() }),
    isAnswerLate: dayOf(first === undefined ? when : new Date(first).toISOString()) > days.answerBy,
  };
  const refusals = of('refused');
  const done = of('answered').findLast((row) => refusals.every((refusal) => after(row, refusal)));
  if (done) return found('answered', done, more);
  if (refusals.length) return found('refused', refusals.at(-1)!, more);
  const isOver = dayOf(when) > (extendedTo ?? days.doneBy);
  const state = isOver ? 'overdue' : extension ? 'extended' : 'open';
  return found(state, extension ?? asked, more);
}

// A device is believed a day only within the law: no request runs longer because its event says so.
function daysOf(
  { event, stored }: Row,
  type: RequestType,
  { terms }: Context,
): Pick<RequestDates, 'answerBy' | 'doneBy' | 'extendedAtMost'> & { readonly receivedAt: string } {
  const instants = [event.request?.receivedAt, event.decidedAt, stored?.recordedAt].filter(
    (at): at is string => at !== undefined && !Number.isNaN(msOf(at)),
  );
  const receivedAt = instants.sort((a, b) => msOf(a) - msOf(b))[0]!;
  const dates = requestDates(type, receivedAt, terms && { terms });
  const { answerBy = '', doneBy = '' } = event.request ?? {};
  const isWithin = isDay(doneBy) && doneBy <= dates.doneThroughOthersBy;
  return {
    receivedAt,
    // Holidays differ by year: only who took the request down knew them.
    answerBy: isDay(answerBy) && answerBy <= dates.extendedAtMost ? answerBy : dates.answerBy,
    doneBy: isWithin ? doneBy : dates.doneBy,
    extendedAtMost: dates.extendedAtMost,
  };
}

const isDay = (text: string): boolean => text.length === 10 && isDate(text);

const isAnswerTo = (event: ConsentEvent, id: string): boolean =>
  outcomeOf(event) !== undefined && event.supersedes?.length === 1 && event.supersedes[0] === id;

const isVoiding = ({ event }: Row, target: Row): boolean =>
  event.kind === 'invalidation' && Boolean(event.supersedes?.includes(target.event.id));

// Whoever is refused or has to wait is told why (decree 356/2025 art. 5.1).
function lacksReason(event: ConsentEvent): boolean {
  const outcome = outcomeOf(event);
  return (outcome === 'refused' || outcome === 'extended') && !event.reason?.trim();
}

// Said before the term was over, for a day after it, and no later than the law allows.
function isLawful(
  { request, decidedAt }: ConsentEvent,
  { doneBy, extendedAtMost }: Pick<RequestStanding, 'doneBy' | 'extendedAtMost'>,
): boolean {
  const { extendedTo = '' } = request ?? {};
  return (
    isDay(extendedTo) && doneBy < extendedTo && extendedTo <= extendedAtMost && dayOf(decidedAt) <= doneBy
  );
}

/** What can be said to a request at an instant. */
export function outcomesFor(standing: RequestStanding, when: string): RequestOutcome[] {
  const { state, firstAnswerAt, extendedTo, doneBy } = standing;
  if (state === 'answered' || state === 'invalidated' || state === 'broken') return [];
  if (state === 'refused') return ['answered'];
  return [
    ...(firstAnswerAt === undefined ? (['received'] as const) : []),
    ...(extendedTo === undefined && dayOf(when) <= doneBy ? (['extended'] as const) : []),
    'answered',
    'refused',
  ];
}

/** Why an answer would not count for a request that stands so; `undefined` where it does. */
export function answerFlaw(standing: RequestStanding, answer: ConsentEvent): AnswerFlaw | undefined {
  const { state, extendedTo } = standing;
  const outcome = outcomeOf(answer);
  const isOver = state === 'answered' || state === 'invalidated' || state === 'broken';
  if (!outcome || isOver || (state === 'refused' && outcome !== 'answered')) return 'closed';
  if (lacksReason(answer)) return 'reason';
  if (outcome !== 'extended') return undefined;
  return extendedTo === undefined && isLawful(answer, standing) ? undefined : 'extension';
}
