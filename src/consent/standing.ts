import type { ConsentEvent, Decider } from '../schema/index.ts';
import { dayOf, firstDay, lastDay, msOf } from './days.ts';
import type { DecidingRole } from './deciders.ts';
import { afterIn, orderedRows, timeOf } from './order.ts';
import type { After } from './order.ts';
import type { Row } from './read.ts';

/** Where a purpose stands. Only `granted` lets consent be the basis; `informed` says that a notice was shown. */
export type ConsentState =
  | 'broken'
  | 'proposed'
  | 'deferred'
  | 'lapsed'
  | 'partiallyAssented'
  | 'granted'
  | 'denied'
  | 'objected'
  | 'restricted'
  | 'withdrawn'
  | 'expired'
  | 'invalidated'
  | 'informed';

/** What holds for one purpose (and one recipient). */
export interface Standing {
  /** Code, or `*` for what was said about all purposes. */
  readonly purpose: string;
  readonly recipient?: string;
  readonly state: ConsentState;
  /** Instant of the event that decides. */
  readonly since: string;
  /** Ids of the events that make it so. */
  readonly events: readonly string[];
  /** Deciders who have not said yes. */
  readonly missing: readonly DecidingRole[];
  /** Last day it holds, where the notice set one. */
  readonly validTo?: string;
}

/** A purpose, and the one recipient it is about. */
export interface Topic {
  readonly purpose: string;
  readonly recipient?: string | undefined;
}

/** What the rules say about a topic. */
export interface TopicRules {
  /** Who has to decide at an instant, as an event says who the person is. */
  readonly asks: (event: ConsentEvent, at: string) => readonly DecidingRole[];
  /** Whether the yes of one who decides counts at an instant, by the ground on which they decide. */
  readonly counts: (decider: Decider, at: string) => boolean;
  /** The one kind of event that can say yes; without it both can. */
  readonly yesKind?: 'consent' | 'disclosureRequest' | undefined;
}

const stops: Partial<Record<string, ConsentState>> = {
  withdrawal: 'withdrawn',
  restriction: 'restricted',
  objection: 'objected',
};
// How strict a no is, the strictest first.
const strictness: readonly ConsentState[] = ['withdrawn', 'denied', 'restricted', 'objected'];

const isDecision = ({ kind }: ConsentEvent): boolean => kind === 'consent' || kind === 'disclosureRequest';
const isDenial = (event: ConsentEvent): boolean => isDecision(event) && event.decision === 'denied';
const isStop = ({ kind }: ConsentEvent): boolean => stops[kind] !== undefined;

/** Whether an event says where a purpose stands; the others say something about events, data or an access. */
export const saysStanding = (event: ConsentEvent): boolean =>
  isDecision(event) || isStop(event) || event.kind === 'notice';

const neededParts = ['data', 'purposes', 'sensitive', 'controller', 'rights', 'obligations'];

// One purpose, a decision that was made, and what makes it provable: the notice that was on screen, or, for a request of
// the person's own, the recipient it names.
function isYes({ kind, decision, purpose, recipient, notice, legacy }: ConsentEvent): boolean {
  if (decision !== 'granted' || purpose === '*') return false;
  if (kind === 'disclosureRequest') return recipient !== undefined;
  if (kind !== 'consent') return false;
  return legacy !== undefined || neededParts.every((part) => notice?.parts.includes(part));
}

const deciding: readonly string[] = ['self', 'representative', 'child'];

// The same person as far as the event says: no number stands in it.
function peopleOf(event: ConsentEvent, roles: readonly string[] = deciding): string[] {
  return event.decidedBy
    .filter(({ role }) => roles.includes(role))
    .map(({ role, name }) => `${role} ${name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}`);
}

interface Judge extends TopicRules {
  readonly after: After;
  readonly voided: ReadonlySet<string>;
  readonly when: string;
}

/** What holds for one topic; `undefined` where nothing was ever said about it. */
export function standingOf(
  all: readonly Row[],
  isBroken: boolean,
  topic: Topic,
  when: string,
  rules: TopicRules,
): Standing | undefined {
  const rows = orderedRows(all).filter(({ event }) => saysStanding(event) && touches(event, topic));
  const last = rows.at(-1)?.event;
  if (!last) return undefined;
  const { purpose, recipient } = topic;
  const base = { purpose, ...(recipient !== undefined && { recipient }) };
  if (isBroken) {
    return { ...base, state: 'broken', since: last.decidedAt, events: idsOf(rows), missing: [] };
  }
  const after = afterIn(all);
  const judge = { ...rules, after, voided: voidedIn(all, after), when };
  return { ...base, ...(standingNo(rows, judge) ?? standingYes(rows, judge)) };
}

type Found = Omit<Standing, 'purpose' | 'recipient'>;

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ event }) => event.id);

function touches(event: ConsentEvent, { purpose, recipient }: Topic): boolean {
  if (event.purpose !== purpose && event.purpose !== '*') return false;
  return event.recipient === undefined || event.recipient === recipient;
}

// An invalidation takes a yes away at once. A no it takes away only when the server has it and it came after the no.
function voidedIn(all: readonly Row[], after: After): Set<string> {
  const voided = new Set<string>();
  for (const row of all) {
    if (row.event.kind !== 'invalidation') continue;
    for (const target of all) {
      if (!row.event.supersedes?.includes(target.event.id)) continue;
      const isNo = isStop(target.event) || isDenial(target.event);
      if (!isNo || (row.stored && after(row, target))) voided.add(target.event.id);
    }
  }
  return voided;
}

function standingNo(rows: readonly Row[], judge: Judge): Found | undefined {
  const found = rows
    .filter(({ event }) => (isStop(event) || isDenial(event)) && !judge.voided.has(event.id))
    .filter((no) => !rows.some((yes) => isMade(yes, judge) && lifts(yes, no, judge)))
    .map(({ event }) => ({ event, state: stops[event.kind] ?? 'denied' }));
  const first = found.sort((a, b) => strictness.indexOf(a.state) - strictness.indexOf(b.state))[0];
  if (!first) return undefined;
  const { event, state } = first;
  return { state, since: event.decidedAt, events: [event.id], missing: [...judge.asks(event, judge.when)] };
}

// Only who said no takes it back; who decides alone as an adult also takes back what others said before.
function lifts(yes: Row, no: Row, judge: Judge): boolean {
  if (no.event.recipient !== undefined && no.event.recipient !== yes.event.recipient) return false;
  if (!judge.after(yes, no)) return false;
  const roles = rolesOf(yes, judge);
  const own = peopleOf(yes.event, roles);
  return own.length > 0 && (roles.includes('self') || peopleOf(no.event).every((one) => own.includes(one)));
}

// The roles in which an event decides: only those that the age on that day gave a say.
function rolesOf({ event }: Row, { asks, counts }: Judge): DecidingRole[] {
  const counting = event.decidedBy.filter((one) => counts(one, event.decidedAt));
  const roles = counting.map(({ role }) => role as string);
  return asks(event, event.decidedAt).filter((role) => roles.includes(role));
}

// A yes that has begun, by the clock of the server where it has it: a device whose clock runs ahead gains nothing.
function isMade(row: Row, { voided, when, yesKind, counts }: Judge): boolean {
  const { validFrom, kind, decidedBy, decidedAt } = row.event;
  if (yesKind !== undefined && kind !== yesKind) return false;
  const deciders = decidedBy.filter(({ role }) => deciding.includes(role));
  // All of them decide on a ground that is none: as good as proposed.
  if (deciders.length && !deciders.some((one) => counts(one, decidedAt))) return false;
  if (!isYes(row.event) || voided.has(row.event.id)) return false;
  return timeOf(row) <= msOf(when) && (validFrom === undefined || firstDay(validFrom) <= dayOf(when));
}

function standingYes(rows: readonly Row[], judge: Judge): Found {
  const { when, asks, voided } = judge;
  const last = rows.at(-1)!.event;
  const made = rows.filter((yes) => isMade(yes, judge) && rows.every((no) => survives(yes, no, judge)));
  const newest = made.at(-1)?.event;
  if (!newest) return withoutYes(last, judge);

  const now = asks(newest, when);
  // Of each decider only the newest yes counts.
  const counting = new Map<DecidingRole, ConsentEvent>();
  for (const row of made) for (const role of rolesOf(row, judge)) counting.set(role, row.event);
  const used = [...new Set(now.flatMap((role) => counting.get(role) ?? []))];
  const required = [...new Set([...now, ...used.flatMap(({ rule }) => rule?.deciders ?? [])])];
  const missing = required.filter((role) => !counting.has(role));
  const since = (made.findLast(({ event }) => used.includes(event))?.event ?? newest).decidedAt;
  const found = { since, events: used.map(({ id }) => id), missing };
  if (used.length === 0) return { ...found, state: 'invalidated', events: idsOf(made) };
  if (missing.length) return { ...found, state: 'partiallyAssented' };
  const validTo = used
    .flatMap((event) => event.validTo ?? [])
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))[0];
  if (validTo === undefined) return { ...found, state: 'granted' };
  const isPast = lastDay(validTo) < dayOf(when);
  return isPast
    ? { ...found, state: 'expired', missing: required, validTo }
    : { ...found, state: 'granted', validTo };

  function withoutYes(event: ConsentEvent, { when }: Judge): Found {
    const rest = { since: event.decidedAt, events: [event.id], missing: [...asks(event, when)] };
    if (voided.has(event.id)) return { ...rest, state: 'invalidated' };
    if (event.kind === 'notice') return { ...rest, state: 'informed', missing: [] };
    if (event.validTo !== undefined && lastDay(event.validTo) < dayOf(when))
      return { ...rest, state: 'lapsed' };
    return { ...rest, state: event.decision === 'deferred' ? 'deferred' : 'proposed' };
  }
}

// A withdrawal, restriction or objection ends every yes before it; a denial that of its own speaker, where he is known.
function survives(yes: Row, no: Row, judge: Judge): boolean {
  if (isStop(no.event)) return judge.after(yes, no);
  if (!isDenial(no.event)) return true;
  if (judge.after(yes, no)) return true;
  const speakers = peopleOf(no.event);
  const own = peopleOf(yes.event);
  return speakers.length > 0 && !speakers.some((one) => own.includes(one));
}
