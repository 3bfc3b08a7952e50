import { EmergencyId, EmergencyRequest, ReviewRequest } from '../client/index.ts';
import type { EmergencyReview } from '../client/index.ts';
import { sealEvent } from '../consent/index.ts';
import type { Override } from '../schema/index.ts';
import { clinicalRoles, demandRole } from './access.ts';
import { conform } from './body.ts';
import { record } from './consents.ts';
import { logAccess } from './context.ts';
import type { Call, Outcome } from './context.ts';
import { cutPage, pageOf } from './page.ts';
import { Refusal } from './problem.ts';
import type { StoredRecord } from './store.ts';

/** Writes what became of an emergency access among the events of the record, where the person sees it. */
async function tell(
  call: Call,
  { pid, record: { administrative } }: Pick<StoredRecord, 'pid' | 'record'>,
  id: string,
  { reason, ...override }: Override & { readonly reason: string },
  supersedes?: string,
): Promise<void> {
  const { user, role, facility } = call.caller;
  const { birthDate } = administrative;
  const last = await call.tx.lastConsent(pid);
  const event = sealEvent(
    {
      schemaVersion: 1,
      id,
      kind: 'emergencyOverride',
      purpose: '*',
      decidedAt: call.now,
      subject: birthDate ? { birthDate, birthDateFrom: 'record' } : { birthDateFrom: 'unknown' },
      decidedBy: [],
      basis: { code: 'urgent_19_1_a' },
      method: 'other',
      collector: { user, role, facility },
      reason,
      override,
      ...(supersedes === undefined ? {} : { supersedes: [supersedes] }),
    },
    last?.event.chain.hash ?? null,
  );
  await record(call, pid, event);
}

const shown = ({ id, pid, basis, openedAt, until }: EmergencyReview) => ({ id, pid, basis, openedAt, until });

export async function openEmergency(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...clinicalRoles);
  const { basis, reason } = conform(EmergencyRequest, call.body);
  const person = await call.tx.load(call.pid, true);
  if (!person) throw new Refusal('record.notFound');
  const until = new Date(Date.parse(call.now) + call.services.emergencyMs).toISOString();
  const { user, facility } = call.caller;
  const id = call.services.newId();
  const access = { id, pid: call.pid, user, facility, openedAt: call.now, until, basis, reason };
  await call.tx.openEmergency(access);
  await tell(call, person, id, { basis, reason, startedAt: call.now, until });
  await logAccess(call, call.pid, 'emergency', `${basis}: ${reason}`);
  return { data: shown(access) };
}

/** The access of the call, its record locked first as everywhere. */
async function accessOf(call: Call): Promise<{ access: EmergencyReview; person: StoredRecord }> {
  const person = await call.tx.load(call.pid, true);
  const id = EmergencyId.safeParse(call.emergencyId);
  const access = person && id.success ? await call.tx.emergency(call.pid, id.data) : undefined;
  if (!person || !access) throw new Refusal('emergency.notFound');
  return { access, person };
}

export async function closeEmergency(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...clinicalRoles);
  const { access, person } = await accessOf(call);
  const isOwn = access.user === call.caller.user && access.facility === call.caller.facility;
  if (!isOwn) throw new Refusal('emergency.notFound');
  // Closed once, or over by itself: it stays as it is.
  if (access.until <= call.now) return { data: shown(access) };
  const closed = { ...access, until: call.now };
  await call.tx.changeEmergency(closed);
  const { basis, reason, openedAt: startedAt, until } = closed;
  await tell(call, person, call.services.newId(), { basis, reason, startedAt, until }, access.id);
  await logAccess(call, call.pid, 'emergency');
  return { data: shown(closed) };
}

export async function reviewEmergency(call: Call): Promise<Outcome> {
  demandRole(call.caller, 'reviewer');
  const { outcome, words } = conform(ReviewRequest, call.body);
  const { access, person } = await accessOf(call);
  if (access.outcome) throw new Refusal('emergency.reviewed');
  if (access.until > call.now) throw new Refusal('emergency.open');
  const reviewer = call.caller.user;
  const reviewed = { ...access, reviewer, reviewedAt: call.now, outcome, words };
  await call.tx.changeEmergency(reviewed);
  const { basis, openedAt: startedAt, until } = access;
  const found = { basis, startedAt, until, reviewer, reviewedAt: call.now, outcome, reason: words };
  await tell(call, person, call.services.newId(), found, access.id);
  await logAccess(call, call.pid, 'review', `${outcome}: ${words}`);
  return { data: reviewed };
}

export async function loadEmergencies(call: Call): Promise<Outcome> {
  demandRole(call.caller, 'reviewer');
  const { state = 'open' } = call.query;
  if (state !== 'open' && state !== 'reviewed') throw new Refusal('query.invalid');
  const { cursor, limit } = pageOf(call.query);
  const rows = await call.tx.emergencies(state === 'reviewed', cursor, limit + 1);
  const { data, ...more } = cutPage(rows, limit, (row) => row.n);
  return { data: { items: data.items.map(({ n: _, ...access }) => access) }, ...more };
}
