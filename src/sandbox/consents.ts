import { answerFlaw, eventHash, foldRequests, ledgerHead, outcomeOf, signHead } from '../consent/index.ts';
import { ConsentEvent } from '../schema/index.ts';
import type { Issue, StoredConsent } from '../schema/index.ts';
import { clinicalRoles, demandRole, openRecord, staffRoles } from './access.ts';
import { conform } from './body.ts';
import { consentsOf, missingPurpose, unaskedIn } from './consent-rules.ts';
import { logAccess } from './context.ts';
import type { Call, Outcome } from './context.ts';
import { cutPage, pageOf } from './page.ts';
import { Refusal } from './problem.ts';
import type { ProblemCode } from './problem.ts';
import type { StoredRecord } from './store.ts';

const dayMs = 86_400_000;

/** What an event says of itself that only this server may say of it. */
const serverFields = ['seq', 'recordedAt', 'recordedBy', 'head', 'countersignature'];

const deciding: readonly string[] = ['self', 'representative', 'child'];

/** Which decisions go with which kind; a kind that is not here has none. */
const decisions: { readonly [kind in ConsentEvent['kind']]?: readonly ConsentEvent['decision'][] } = {
  consent: ['granted', 'denied', 'deferred'],
  notice: ['informed', undefined],
  disclosureRequest: ['granted', 'denied', 'deferred'],
};

/** What is wrong with an event by itself, whoever sends it and whatever stands already. */
function flawOf(event: ConsentEvent, { now, services }: Call): ProblemCode | undefined {
  const { kind, decision, purpose, validTo, request } = event;
  const isAnswer = kind === 'requestAnswer';
  if (serverFields.some((name) => name in event)) return 'consent.serverField';
  // Emergencies are opened, closed and reviewed by calls of their own.
  if (kind === 'emergencyOverride' || event.override) return 'consent.serverField';
  const isRequest = services.consent.purposes.some(
    ({ code, mode }) => code === purpose && mode === 'request',
  );
  const isFitting =
    (decisions[kind] ?? [undefined]).includes(decision) &&
    (kind === 'request' || isAnswer) === (request !== undefined) &&
    // Who asks neither answers nor extends with it; an answer is to one request, and nobody decides with it.
    (isAnswer ? outcomeOf(event) !== undefined : request?.outcome === undefined) &&
    (request?.outcome === 'extended') === (request?.extendedTo !== undefined) &&
    (!isAnswer || event.supersedes?.length === 1) &&
    (!isAnswer || event.decidedBy.length === 0) &&
    // Each decision is about one purpose, and what needs a request of the person is not opened by a tick.
    (kind === 'consent' ? purpose !== '*' && !isRequest : kind !== 'disclosureRequest' || isRequest) &&
    (kind !== 'invalidation' || Boolean(event.supersedes?.length));
  if (!isFitting) return 'consent.kind';
  const isDecided = event.decidedBy.some(({ role, name }) => deciding.includes(role) && name.trim() !== '');
  if (kind !== 'notice' && kind !== 'invalidation' && !isAnswer && !isDecided) return 'consent.deciders';
  if (kind === 'disclosureRequest' && (!event.recipient || (event.recipients?.length ?? 0) > 1))
    return 'consent.recipient';
  // Over already is no flaw: what was decided without a network may arrive late, and then opens nothing.
  const day = event.decidedAt.slice(0, validTo?.length);
  if (kind === 'disclosureRequest' && decision === 'granted' && !(validTo && validTo >= day))
    return 'consent.term';
  if (Date.parse(event.decidedAt) > Date.parse(now) + dayMs) return 'consent.future';
  return eventHash(event) === event.chain.hash ? undefined : 'consent.altered';
}

/** What is wrong with an event of this caller in this record. */
async function misplaced(
  call: Call,
  event: ConsentEvent,
  { pid, home, record }: Pick<StoredRecord, 'pid' | 'home' | 'record'>,
): Promise<ProblemCode | undefined> {
  const { tx, caller, services } = call;
  const { facility } = event.collector ?? {};
  if (facility !== undefined && facility !== caller.facility) return 'consent.collector';
  const isHome = caller.facility === home && caller.role !== 'citizen';
  // Taking an event out of account can give back a right: only those who answer for the record do it.
  if (event.kind === 'invalidation' && !(isHome && clinicalRoles.includes(caller.role)))
    return 'access.denied';
  if (event.kind === 'invalidation')
    for (const id of event.supersedes!) if (!(await tx.findConsent(pid, id))) return 'consent.chain';
  if (event.kind === 'requestAnswer') {
    // Nobody answers their own request, nor one to another facility.
    if (!(isHome && staffRoles.includes(caller.role))) return 'access.denied';
    const flaw = await unanswerable(call, event, pid);
    if (flaw) return flaw;
  }
  if (isGranting(event) && unaskedIn(event, record, services.consent).length) return 'consent.deciders';
  const { previous } = event.chain;
  if (previous === null) return undefined;
  const known = await consentsOf(tx, pid);
  return known.some((stored) => stored.event.chain.hash === previous) ? undefined : 'consent.chain';
}

const answerCodes = {
  closed: 'consent.requestClosed',
  reason: 'consent.reason',
  extension: 'consent.extension',
} as const;

/** Why the request of this record that the event answers cannot be answered so. */
async function unanswerable(
  { tx, now }: Call,
  event: ConsentEvent,
  pid: string,
): Promise<ProblemCode | undefined> {
  const standing = foldRequests(await consentsOf(tx, pid), now).find(({ id }) => id === event.supersedes![0]);
  if (!standing) return 'consent.chain';
  if (event.request?.type !== standing.type) return 'consent.kind';
  const flaw = answerFlaw(standing, event);
  return flaw && answerCodes[flaw];
}

const isGranting = ({ kind, decision }: ConsentEvent): boolean =>
  kind === 'disclosureRequest' || (kind === 'consent' && decision === 'granted');

/** Puts an event behind the others of its record, with the head of the chain and the countersignature over it. */
export async function record(call: Call, pid: string, event: ConsentEvent): Promise<StoredConsent> {
  const { tx, caller, services, now } = call;
  const last = await tx.lastConsent(pid);
  const row = {
    seq: (last?.seq ?? 0) + 1,
    recordedAt: now,
    recordedBy: caller.user,
    facility: caller.facility,
    event,
  };
  const head = ledgerHead(last?.head ?? null, row);
  const { key, publicKey } = services.consent;
  await tx.keepKey({ key: key.id, algorithm: 'Ed25519', publicKey });
  const stored: StoredConsent = { ...row, head, countersignature: signHead(head, key) };
  await tx.addConsent(pid, stored);
  return stored;
}

export async function appendConsent(call: Call): Promise<Outcome> {
  const { tx, caller, pid } = call;
  demandRole(caller, ...staffRoles, 'citizen');
  // As it was sealed: what a schema gives back has its keys in another order.
  conform(ConsentEvent, call.body);
  const event = call.body as ConsentEvent;
  // The person may be at another facility, making just the request that opens the record to it.
  const person = await tx.load(pid, true);
  const own =
    caller.role === 'citizen'
      ? caller.user === pid
      : caller.role !== 'school' || person?.home === caller.facility;
  if (!person || !own) throw new Refusal('record.notFound');
  const there = await tx.findConsent(pid, event.id);
  if (there) {
    if (eventHash(there.event) !== eventHash(event) || there.event.chain.hash !== event.chain.hash)
      throw new Refusal('consent.reused');
    return { data: there };
  }
  const flaw = flawOf(event, call) ?? (await misplaced(call, event, person));
  if (flaw) throw new Refusal(flaw);
  const stored = await record(call, pid, event);
  const ground =
    caller.role === 'citizen' ? 'self' : person.home === caller.facility ? 'facility' : 'consent';
  await logAccess(call, pid, ground, `${event.kind} ${event.purpose}`);
  return { data: stored };
}

/**
 * Takes over what was decided before there was a record. What is not right is left out and not refused: it counts for
 * nothing, and its sender is told when it is appended by itself.
 */
export async function takeOver(call: Call, made: StoredRecord, given: readonly unknown[]): Promise<void> {
  for (const event of given) {
    const parsed = ConsentEvent.safeParse(event);
    if (!parsed.success || (await call.tx.findConsent(made.pid, parsed.data.id))) continue;
    if (flawOf(event as ConsentEvent, call) ?? (await misplaced(call, event as ConsentEvent, made))) continue;
    await record(call, made.pid, event as ConsentEvent);
  }
}

/** Refuses a write where a purpose of writing needs a consent that is not there. Most hosts only tell of them. */
export async function demandConsent(call: Call, record: StoredRecord): Promise<void> {
  const purpose = missingPurpose(await consentsOf(call.tx, record.pid), record, call);
  if (!purpose) return;
  throw consentNeeded(purpose.code);
}

/** The refusal of a write that a consent is missing for, or stands against. */
export function consentNeeded(purpose: string): Refusal {
  const path = `consents.${purpose}`;
  const issue: Issue = { path, code: 'consent.needed', params: { purpose }, level: 'error' };
  return new Refusal('consent.needed', { purpose, issues: [issue] });
}

export async function loadConsents(call: Call): Promise<Outcome> {
  const { ground } = await openRecord(call, call.pid, 'oversee');
  await logAccess(call, call.pid, ground);
  const { cursor, limit } = pageOf(call.query);
  return cutPage(await call.tx.consents(call.pid, cursor, limit + 1), limit, (entry) => entry.seq);
}
