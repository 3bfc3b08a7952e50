import { msOf } from './days.ts';
import { rulesFor } from './fold.ts';
import { orderedRows } from './order.ts';
import type { FoldOptions } from './fold.ts';
import { isSoundPurpose } from './purposes.ts';
import type { Purpose } from './purposes.ts';
import { readRows } from './read.ts';
import type { AnyConsent, ReadSet, Row } from './read.ts';
import { standingOf } from './standing.ts';
import type { ConsentState } from './standing.ts';

/** Who wants to use data. `facility` is what a disclosure names as its recipient. */
export interface ConsentActor {
  readonly facility?: string | undefined;
  readonly role?: string | undefined;
  readonly user?: string | undefined;
}

/**
 * Why data may or may not be used. Yes: `law`, `granted`, `requested`, `emergency`. No: `notAsked`, `broken` (events
 * altered, missing or from a newer version), `unsoundPurpose`, `noRecipient` and `noEnd` (a request for disclosure needs
 * both), or the state that stands against it.
 */
export type UseReason =
  | 'law'
  | 'requested'
  | 'emergency'
  | 'notAsked'
  | 'unsoundPurpose'
  | 'noRecipient'
  | 'noEnd'
  | Exclude<ConsentState, 'informed'>;

/** The answer, its reason, and the event that decided. */
export interface UseAnswer {
  readonly may: boolean;
  readonly reason: UseReason;
  readonly event?: string;
  /** Only for `notice` purposes: whether the person was told. */
  readonly informed?: boolean;
}

/**
 * May data be used for the purpose, by this actor, at this instant? Whatever is unknown or broken means no. `events` are
 * all events of the person, in any order. A purpose that rests on a law and leaves no right to object is not stopped by
 * events, broken ones neither.
 */
export function mayUse(
  events: readonly AnyConsent[],
  purpose: Purpose,
  actor: ConsentActor,
  when: string,
  options: Omit<FoldOptions, 'purposes'> = {},
): UseAnswer {
  return useOf(readRows(events), purpose, actor, when, options);
}

/** The same of events that were read already. */
export function useOf(
  { rows, flaws }: ReadSet,
  purpose: Purpose,
  actor: ConsentActor,
  when: string,
  options: Omit<FoldOptions, 'purposes'> = {},
): UseAnswer {
  if (!isSoundPurpose(purpose) || Number.isNaN(msOf(when))) return { may: false, reason: 'unsoundPurpose' };
  const isBroken = flaws.length > 0;
  const emergency = isBroken ? undefined : openOverride(rows, purpose, actor, when);
  const answer = isBroken && !isByLaw(purpose) ? broken : judged();
  return answer.may || !emergency ? answer : { may: true, reason: 'emergency', event: emergency };

  function judged(): UseAnswer {
    const topic = { purpose: purpose.code, recipient: actor.facility };
    const isVoid = (id: string): boolean =>
      rows.some(({ event }) => event.kind === 'invalidation' && event.supersedes?.includes(id));
    const told = orderedRows(rows).findLast(
      ({ event }) => event.kind === 'notice' && event.purpose === purpose.code && !isVoid(event.id),
    );
    if (isByLaw(purpose)) {
      const informed = !isBroken && told !== undefined;
      return { may: true, reason: 'law', informed, ...(informed && { event: told.event.id }) };
    }
    if (purpose.mode === 'request' && actor.facility === undefined) {
      return { may: false, reason: 'noRecipient' };
    }
    const rules = rulesFor(topic, { ...options, purposes: [purpose] });
    const standing = standingOf(rows, false, topic, when, rules);
    if (purpose.mode === 'notice') return byNotice(standing?.state, standing?.events.at(-1), told?.event.id);
    if (!standing || standing.state === 'informed') return { may: false, reason: 'notAsked' };
    const event = standing.events.at(-1);
    const of = event === undefined ? {} : { event };
    if (standing.state !== 'granted') return { may: false, reason: standing.state, ...of };
    if (purpose.mode === 'consent') return { may: true, reason: 'granted', ...of };
    if (standing.validTo === undefined) return { may: false, reason: 'noEnd', ...of };
    return { may: true, reason: 'requested', ...of };
  }
}

const broken: UseAnswer = { may: false, reason: 'broken' };

/** Whether only a law decides: nothing the person says can stop it, so that nothing has to be asked. */
const isByLaw = ({ mode, mayObject }: Purpose): boolean => mode === 'notice' && !mayObject;

function byNotice(
  state: ConsentState | undefined,
  event: string | undefined,
  told: string | undefined,
): UseAnswer {
  const informed = told !== undefined;
  if (state === 'withdrawn' || state === 'restricted' || state === 'objected' || state === 'denied') {
    return { may: false, reason: state, informed, ...(event !== undefined && { event }) };
  }
  return { may: true, reason: 'law', informed, ...(informed && { event: told }) };
}

/** Longest an emergency access may last, whatever it says of itself. */
const longestEmergencyMs = 24 * 3_600_000;

// Only the server opens one: an event that a device made for itself opens nothing.
function openOverride(
  rows: readonly Row[],
  purpose: Purpose,
  actor: ConsentActor,
  when: string,
): string | undefined {
  if (!purpose.allowsEmergency || actor.user === undefined || actor.facility === undefined) return undefined;
  const now = msOf(when);
  const closed = new Set(
    rows.flatMap(({ event }) => (endsOverride(event.kind) ? (event.supersedes ?? []) : [])),
  );
  return rows.find(({ event, stored }) => {
    const { kind, override, reason } = event;
    if (kind !== 'emergencyOverride' || !stored || !override || !reason?.trim()) return false;
    if (override.reviewedAt !== undefined || closed.has(event.id)) return false;
    // It tells of an access that is over: a clock that is behind must not find it open still.
    if (event.supersedes?.length) return false;
    if (stored.facility !== actor.facility || stored.recordedBy !== actor.user) return false;
    if (event.purpose !== '*' && event.purpose !== purpose.code) return false;
    const [from, until] = [msOf(override.startedAt), msOf(override.until)];
    return from <= now && now < until && until - from <= longestEmergencyMs;
  })?.event.id;
}

// Closing early and a review name the access they are about, and end it.
const endsOverride = (kind: string): boolean => kind === 'emergencyOverride' || kind === 'invalidation';
