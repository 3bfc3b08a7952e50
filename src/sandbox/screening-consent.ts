import { mayUse } from '../consent/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { consentsOf, judgedBy } from './consent-rules.ts';
import { consentNeeded } from './consents.ts';
import type { Call } from './context.ts';
import type { StoredRecord } from './store.ts';

const refused: readonly string[] = ['denied', 'withdrawn', 'restricted', 'objected', 'broken'];
const besides = ['unread', 'absent', 'notes'] as const;

/** What was found at school, by its place. What parents and the class list say of the pupil is no finding. */
function findingsOf(record: HealthRecord | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (path: string, value: unknown): void => {
    if (/^screenings\.[^.]+\.general(\.|$)/.test(path)) return;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      found.set(path, JSON.stringify(value));
    else for (const [name, each] of Object.entries(value)) add(`${path}.${name}`, each);
  };
  add('screenings', record?.screenings ?? {});
  for (const name of besides)
    for (const [path, words] of Object.entries(record?.[name] ?? {}))
      if (path.startsWith('screenings.') && !found.has(path)) add(path, words);
  return found;
}

/**
 * Refuses to write what was found at a screening where parents or pupil have said no to it, or what they said is broken.
 * No answer stops nothing here: without a network, slips come from one device and measurements from another in any order;
 * who has not answered is left out by the lists of the stations. What stands may be deleted.
 */
export async function demandScreening(
  call: Call,
  before: HealthRecord | undefined,
  stored: StoredRecord,
): Promise<void> {
  const { tx, caller, services, now } = call;
  const purpose = services.consent.purposes.find(({ code }) => code === 'screening');
  if (!purpose) return;
  const known = findingsOf(before);
  const path = [...findingsOf(stored.record)].find(([place, word]) => known.get(place) !== word)?.[0];
  if (path === undefined) return;
  const events = await consentsOf(tx, stored.pid);
  const asked = { ...purpose, allowsEmergency: false };
  const { may, reason } = mayUse(events, asked, caller, now, judgedBy(events, stored, services.consent));
  if (may || !refused.includes(reason)) return;
  throw consentNeeded(purpose.code);
}
