import { RefusedError } from '../client/index.ts';
import type { ConsentTarget } from '../client/index.ts';
import type { ConsentEvent } from '../schema/index.ts';
import { dropOrphans, eventOf, isConsent, nameFor, placeOf } from './consent-rows.ts';
import { newEntry } from './entry.ts';
import type { Entry } from './entry.ts';
import * as own from './entry-rows.ts';
import type { QueueOptions } from './queue.ts';

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
      return own.add(view, newEntry({ ...made, ...(await nameFor(view, target, group, pid)) }));
    });
  }

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

  return { consent, consents, forget };
}
