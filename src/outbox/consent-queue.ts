import { RefusedError } from '../client/index.ts';
import type { ConsentTarget } from '../client/index.ts';
import type { ConsentEvent, HealthRecord } from '../schema/index.ts';
import { dropOrphans, eventOf, isConsent, nameFor, placeOf } from './consent-rows.ts';
import { newEntry, personOf } from './entry.ts';
import type { Entry } from './entry.ts';
import * as own from './entry-rows.ts';
import type { QueueOptions } from './queue.ts';
import type { Sought } from './seeking.ts';

/** The part of the queue that consent events are put into and found in. */
export function createConsentQueue({ rows, now }: QueueOptions) {
  /**
   * Puts a consent event into the queue under its own id, once. That of a person who has no record yet waits for the
   * record of the capture. Rejects with `consent.reused` where the id stands for another event.
   */
  async function consent(target: ConsentTarget, event: ConsentEvent): Promise<Entry> {
    const { id } = event;
    own.demandKey(id);
    return rows.change(async (view) => {
      const there = (await own.find(view, id))?.value;
      const isSame = there && isConsent(there) && eventOf(there).chain.hash === event.chain.hash;
      if (there && !isSame) throw new RefusedError(422, { code: 'consent.reused' });
      if (there) return there;
      const { group, pid } = await placeOf(view, target);
      const made = { id, call: 'consent.append', group, pid, at: now(), body: { ...event } } as const;
      const unknown = typeof target === 'string' || pid !== undefined ? undefined : target.person;
      // The store compares what a record says, whole or not.
      const person = unknown as HealthRecord | undefined;
      const known = await nameFor(view, target, group, pid);
      const named = known.name === '' ? personOf(person) : known;
      return own.add(view, newEntry({ ...made, ...named, person }));
    });
  }

  /** Whose events wait for a record that nobody writes here: each person once. */
  const sought = (): Promise<readonly Sought[]> =>
    rows.read(async (view) => {
      const found = new Map<string, Sought>();
      for (const { id } of await view.list('answer', { state: 'waiting' })) {
        const entry = (await own.undamaged(own.find(view, id)))?.value;
        if (!entry?.person || entry.pid !== undefined || found.has(entry.group)) continue;
        const isWritten = (await own.entriesOf(view, entry.group)).some((each) => !isConsent(each));
        if (!isWritten) found.set(entry.group, { group: entry.group, person: entry.person });
      }
      return [...found.values()];
    });

  /** How many events are not sent, without reading them. */
  const answersWaiting = (): Promise<number> =>
    rows.read((view) => Promise.resolve(view.count('answer', 'waiting')));

  /** It is known whose record the events of a group belong to: they can be sent. Not where a record was written here since. */
  const belongs = (group: string, pid: string): Promise<void> =>
    rows.change(async (view) => {
      const events = await own.listed(view, { group });
      if (!events.length || events.some(({ value }) => !isConsent(value))) return;
      const to = await own.groupOf(view, pid);
      for (const { value, order } of events)
        own.write(view, { ...value, group: to, pid, person: undefined }, order);
      // What is written under the name of the capture belongs to that person from now on.
      if (to !== group) view.put('link', group, pid);
    });

  /** The consent events of a person in this queue, oldest first, and the pid where there is a record. */
  const consents = (
    target: ConsentTarget,
  ): Promise<{ readonly pid: string | undefined; readonly entries: readonly Entry[] }> =>
    rows.read(async (view) => {
      const { group, pid } = await placeOf(view, target);
      return { pid, entries: (await own.entriesOf(view, group)).filter(isConsent) };
    });

  /** A capture is given up: what was decided for it goes too, unless there is a record of it. */
  const forget = (capture: string): Promise<void> =>
    rows.change(async (view) => dropOrphans(view, (await placeOf(view, { capture })).group));

  return { consent, consents, forget, answersWaiting, sought, belongs };
}
