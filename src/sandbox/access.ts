import type { ConsentEvent } from '../client/index.ts';
import { Refusal } from './problem.ts';
import type { StoredRecord, StoreTransaction } from './store.ts';

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

/** May the record be disclosed to the facility? The last decision that concerns it counts; none means no. */
export function disclosureGranted(events: readonly ConsentEvent[], facility: string, today: string): boolean {
  const last = events.findLast(
    (event) =>
      event.purpose === 'disclosure' &&
      event.decision !== 'deferred' &&
      (event.recipient === undefined || event.recipient === facility),
  );
  if (last?.decision !== 'granted') return false;
  return last.validTo === undefined || today.slice(0, last.validTo.length) <= last.validTo;
}

/** What someone wants with a record. An emergency lets a visit be added, but nothing be changed. */
export type Action = 'read' | 'append' | 'change';

/** The ground on which the caller may do that with the record, if there is one. */
export async function groundFor(
  tx: StoreTransaction,
  caller: Caller,
  record: Pick<StoredRecord, 'pid' | 'home'>,
  action: Action,
  now: string,
): Promise<Ground | undefined> {
  if (caller.role === 'citizen') return caller.user === record.pid && action === 'read' ? 'self' : undefined;
  if (caller.role === 'reviewer') return action === 'read' ? 'review' : undefined;
  if (record.home === caller.facility) return 'facility';
  const events: ConsentEvent[] = [];
  for (let cursor: number | undefined; ;) {
    const rows = await tx.consents(record.pid, cursor, 200);
    for (const row of rows) events.push(row.event);
    cursor = rows.at(-1)?.seq;
    if (rows.length < 200) break;
  }
  if (disclosureGranted(events, caller.facility, now.slice(0, 10))) return 'consent';
  if (action === 'change') return undefined;
  return (await tx.emergencyOpen(record.pid, caller.facility, caller.user, now)) ? 'emergency' : undefined;
}

/**
 * The record and the ground, or a refusal. Clinical staff learn that a right is missing (they can ask for it); to
 * anyone else a record out of reach looks like one that does not exist.
 */
export async function openRecord(
  tx: StoreTransaction,
  caller: Caller,
  pid: string,
  action: Action,
  now: string,
): Promise<StoredRecord & { readonly ground: Ground }> {
  const record = await tx.load(pid, action !== 'read');
  if (!record) throw new Refusal('record.notFound');
  const ground = await groundFor(tx, caller, record, action, now);
  if (ground) return { ...record, ground };
  throw new Refusal(clinicalRoles.includes(caller.role) ? 'access.needed' : 'record.notFound');
}

/** Refuses a caller whose role never does this. */
export function demandRole(caller: Caller, ...allowed: readonly Role[]): void {
  if (!allowed.includes(caller.role)) throw new Refusal('access.denied');
}
