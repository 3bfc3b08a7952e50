import { mayUse, whoDecides } from '../consent/index.ts';
import type { DecidingRole, Purpose } from '../consent/index.ts';
import type { ConsentEvent, HealthRecord, StoredConsent } from '../schema/index.ts';
import type { Call, ConsentServices } from './context.ts';
import type { StoredRecord, StoreTransaction } from './store.ts';

type Asking = Pick<Call, 'caller' | 'services' | 'now'>;

/** All events of a record in the order the server gave them. */
export async function consentsOf(tx: StoreTransaction, pid: string): Promise<StoredConsent[]> {
  const all: StoredConsent[] = [];
  for (let cursor: number | undefined; ;) {
    const rows = await tx.consents(pid, cursor, 200);
    all.push(...rows);
    cursor = rows.at(-1)?.seq;
    if (rows.length < 200) return all;
  }
}

const purposeOf = ({ purposes }: ConsentServices, code: string): Purpose | undefined =>
  purposes.find((purpose) => purpose.code === code);

/**
 * How the events of a record are judged: by the birth date in it and not by what they say of the person. That someone
 * cannot decide alone is believed of those who keep the record.
 */
export function judgedBy(
  events: readonly StoredConsent[],
  { record, home }: StoredRecord,
  consent: ConsentServices,
) {
  const { birthDate } = record.administrative;
  const stated = events.findLast(({ event, facility }) => facility === home && event.subject.capacity);
  const birthDateFrom = birthDate === undefined ? ('unknown' as const) : ('record' as const);
  const person = { birthDate, birthDateFrom, capacity: stated?.event.subject.capacity };
  return { policies: consent.policies, person };
}

/** Whether the person has asked that the record be kept and not used: also by those whom a law lets use it. */
export function isKeptOnly(
  events: readonly StoredConsent[],
  record: StoredRecord,
  { caller, services, now }: Asking,
): boolean {
  const purpose = purposeOf(services.consent, 'record');
  if (!purpose) return false;
  const asked = { ...purpose, mode: 'notice', basis: byLaw, mayObject: true } as const;
  const { may, reason } = mayUse(events, asked, caller, now, judgedBy(events, record, services.consent));
  if (may || reason === 'broken') return false;
  // Of two that stop it only the stricter is told.
  const isOfAll = ({ purpose }: ConsentEvent): boolean => purpose === '*' || purpose === 'record';
  return (
    reason === 'restricted' || events.some(({ event }) => event.kind === 'restriction' && isOfAll(event))
  );
}
const byLaw = { code: 'law_19_1_dd' } as const;

/** Whether the person has asked that the record be handed to the caller's facility, and for this day. */
export function isDisclosed(
  events: readonly StoredConsent[],
  record: StoredRecord,
  { caller, services, now }: Asking,
): boolean {
  const purpose = purposeOf(services.consent, 'disclosure');
  // An emergency is told by its own list, which knows whether it was closed before its time.
  const asked = purpose && { ...purpose, allowsEmergency: false };
  return (
    asked !== undefined && mayUse(events, asked, caller, now, judgedBy(events, record, services.consent)).may
  );
}

/** The purpose of a write that needs a consent which is not there. By default they are only told of. */
export function missingPurpose(
  events: readonly StoredConsent[],
  record: StoredRecord,
  { caller, services, now }: Asking,
): Purpose | undefined {
  return services.consent.purposes.find(
    (purpose) =>
      (purpose.code === 'record' || purpose.code === 'sending') &&
      purpose.mode !== 'notice' &&
      !mayUse(
        events,
        { ...purpose, allowsEmergency: false },
        caller,
        now,
        judgedBy(events, record, services.consent),
      ).may,
  );
}

/**
 * Who has to decide by the age in the record and is not asked by the event: what it says of the person may not make a
 * child an adult.
 */
export function unaskedIn(
  { purpose, subject, rule, decidedAt: at }: ConsentEvent,
  { administrative: { birthDate } }: HealthRecord,
  consent: ConsentServices,
): DecidingRole[] {
  const act = purposeOf(consent, purpose)?.act ?? 'process';
  const { capacity } = subject;
  const decide = (known: typeof subject) => {
    const { birthDate, birthDateFrom } = known;
    return whoDecides({ birthDate, birthDateFrom, capacity, act, at, policies: consent.policies }).deciders;
  };
  const asked = [...decide(subject), ...(rule?.deciders ?? [])];
  const needed = decide({ birthDate, birthDateFrom: birthDate ? 'record' : 'unknown' });
  return needed.filter((role) => !asked.includes(role));
}
