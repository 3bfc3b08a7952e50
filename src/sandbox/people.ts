import { GroupKind, PersonQuery } from '../client/index.ts';
import { demandRole, groundFor, staffRoles } from './access.ts';
import { conform } from './body.ts';
import { logAccess } from './context.ts';
import type { Call, Outcome, Services } from './context.ts';
import { cutPage, pageOf } from './page.ts';
import { bareNumber, candidate, foldName } from './person.ts';
import { Refusal } from './problem.ts';
import type { ExpectedPerson, StoreTransaction } from './store.ts';

/** Finds people. Clinical staff look everywhere, a school only among its own records. */
export async function lookupPersons(call: Call): Promise<Outcome> {
  const { tx, caller } = call;
  demandRole(caller, ...staffRoles);
  const query = conform(PersonQuery, call.body);
  const found =
    'identifier' in query
      ? await tx.findByIdentifier(query.identifier.kind, bareNumber(query.identifier.number))
      : await tx.findByPerson(foldName(query.fullName), query.birthDate, query.commune);
  const candidates = [];
  for (const record of found) {
    if (caller.role === 'school' && record.home !== caller.facility) continue;
    const ground = await groundFor(call, record, 'read');
    candidates.push(candidate(record, ground !== undefined));
    await logAccess(call, record.pid, 'lookup');
  }
  return { data: { candidates } };
}

/** The group of a query, if the caller's facility has it; a reviewer sees all. */
async function demandGroup(call: Call, group: string | undefined): Promise<void> {
  const facility = group && /^[\w-]{1,64}$/.test(group) ? await call.tx.groupFacility(group) : undefined;
  if (!facility || (call.caller.role !== 'reviewer' && facility !== call.caller.facility))
    throw new Refusal('group.notFound');
}

/** People of a group, by name: for those who work through the list. */
export async function loadRoster(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles);
  const { group, state } = call.query;
  if (state !== undefined && state !== 'captured' && state !== 'missing') throw new Refusal('query.invalid');
  await demandGroup(call, group);
  const { cursor, limit } = pageOf(call.query);
  const rows = await call.tx.roster(group!, state, cursor, limit + 1);
  const { data, ...more } = cutPage(rows, limit, (row) => row.n);
  return { data: { items: data.items.map(({ n: _, ...person }) => person) }, ...more };
}

/** The instant at which the day of an instant began in Viet Nam, which has one clock and no summer time. */
function dayBegan(now: string): string {
  const ahead = 7 * 3_600_000;
  const day = new Date(Date.parse(now) + ahead).toISOString().slice(0, 10);
  return new Date(Date.parse(day) - ahead).toISOString();
}

/** Counts only; the names of who is missing stand in the roster. */
export async function loadCoverage(call: Call): Promise<Outcome> {
  demandRole(call.caller, ...staffRoles, 'reviewer');
  const { by, within } = call.query;
  const kind = GroupKind.safeParse(by);
  if (!kind.success) throw new Refusal('query.invalid');
  if (within !== undefined) await demandGroup(call, within);
  const facility = call.caller.role === 'reviewer' ? undefined : call.caller.facility;
  const { cursor, limit } = pageOf(call.query);
  const rows = await call.tx.coverage(facility, kind.data, within, dayBegan(call.now), cursor, limit + 1);
  const { data, ...more } = cutPage(rows, limit, (row) => row.n);
  return {
    data: {
      items: data.items.map(({ n: _, ...group }) => ({ ...group, missing: group.expected - group.captured })),
    },
    ...more,
  };
}

/** Puts expected people of a facility into the store; those who have a record already are linked to it. */
export async function expectPeople(
  tx: StoreTransaction,
  services: Services,
  facility: string,
  people: readonly ExpectedPerson[],
): Promise<void> {
  for (const person of people) {
    const key = {
      foldedName: foldName(person.fullName),
      number: bareNumber(person.identifier?.number ?? ''),
    };
    const byNumber = person.identifier ? await tx.findByIdentifier(person.identifier.kind, key.number) : [];
    const known = byNumber.length
      ? byNumber
      : await tx.findByPerson(key.foldedName, person.birthDate ?? '', undefined);
    const pid = known.length === 1 ? known[0]!.pid : undefined;
    await tx.addExpected(facility, services.newId(), person, key, services.newId, pid);
  }
}
