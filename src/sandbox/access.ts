import { isDisclosed, isKeptOnly, consentsOf } from './consent-rules.ts';
import type { Call } from './context.ts';
import { Refusal } from './problem.ts';
import type { ProblemCode } from './problem.ts';
import type { StoredRecord } from './store.ts';

/** What people do here. `reviewer` supervises: reads everything, changes nothing. A `citizen`'s user is the own pid. */
export const roles = ['nurse', 'doctor', 'school', 'reviewer', 'citizen'] as const;
export type Role = (typeof roles)[number];

/** Who is calling, as the verifier read it from the token. */
export interface Caller {
  readonly role: Role;
  readonly facility: string;
  readonly user: string;
}

/** On what ground someone may touch a record; it stands in the access log. */
export type Ground = 'facility' | 'self' | 'review' | 'consent' | 'emergency';

/** Those who write records, and those of them who work beyond their own facility's people. */
export const staffRoles: readonly Role[] = ['nurse', 'doctor', 'school'];
export const clinicalRoles: readonly Role[] = ['nurse', 'doctor'];

/** Reads the demo tokens `demo:<role>:<facility>:<user>`. They are for trying out only: anyone can make one. */
export function verifyDemoToken(token: string): Caller | undefined {
  const [scheme, role, facility, user, ...more] = token.split(':');
  const known = roles.find((name) => name === role);
  if (scheme !== 'demo' || !known || more.length) return undefined;
  if (![facility, user].every((part) => /^[\w.-]{1,64}$/.test(part ?? ''))) return undefined;
  return { role: known, facility: facility!, user: user! };
}

/**
 * What someone wants with a record: `oversee` = its consents and its log, which stay open where the record is only kept.
 * An emergency lets a visit be added, but nothing be changed.
 */
export type Action = 'read' | 'append' | 'change' | 'oversee';

/** What a call knows that is needed to say who may. */
type Asking = Pick<Call, 'tx' | 'caller' | 'services' | 'now'>;

/** The ground on which the caller may do that with the record, if there is one; or else the code of the refusal. */
async function leaveFor(asking: Asking, record: StoredRecord, action: Action): Promise<Ground | ProblemCode> {
  const { pid, home } = record;
  const { tx, caller, now } = asking;
  const { role, facility, user } = caller;
  const isReading = action === 'read' || action === 'oversee';
  if (role === 'citizen') return user === pid && isReading ? 'self' : 'record.notFound';
  if (role === 'reviewer' && !isReading) return 'record.notFound';
  const isHome = home === facility;
  if (role === 'reviewer' && action === 'oversee') return 'review';
  // Who keeps the record answers for its consents, and adds what has to be written down of a treatment.
  if (isHome && (action === 'append' || action === 'oversee')) return 'facility';
  const events = await consentsOf(tx, pid);
  const isRestricted = isKeptOnly(events, record, asking);
  if (!isRestricted && role === 'reviewer') return 'review';
  if (!isRestricted && isHome) return 'facility';
  if (!isRestricted && isDisclosed(events, record, asking)) return 'consent';
  const isEmergency = action !== 'change' && (await tx.emergencyOpen(pid, facility, user, now));
  if (isEmergency) return 'emergency';
  if (isRestricted && (isHome || role === 'reviewer')) return 'access.restricted';
  // Clinical staff learn that a right is missing: they can ask for it. To others it looks as if there were no record.
  return clinicalRoles.includes(role) ? 'access.needed' : 'record.notFound';
}

const grounds: readonly string[] = ['facility', 'self', 'review', 'consent', 'emergency'] satisfies Ground[];
const isGround = (leave: string): leave is Ground => grounds.includes(leave);

/** The ground on which the caller may do that with the record, if there is one. */
export async function groundFor(
  asking: Asking,
  record: StoredRecord,
  action: Action,
): Promise<Ground | undefined> {
  const leave = await leaveFor(asking, record, action);
  return isGround(leave) ? leave : undefined;
}

/** The record and the ground, or a refusal. */
export async function openRecord(
  call: Asking,
  pid: string,
  action: Action,
): Promise<StoredRecord & { readonly ground: Ground }> {
  const record = await call.tx.load(pid, action === 'append' || action === 'change');
  if (!record) throw new Refusal('record.notFound');
  const leave = await leaveFor(call, record, action);
  if (isGround(leave)) return { ...record, ground: leave };
  throw new Refusal(leave);
}

/** Refuses a caller whose role never does this. */
export function demandRole(caller: Caller, ...allowed: readonly Role[]): void {
  if (!allowed.includes(caller.role)) throw new Refusal('access.denied');
}
