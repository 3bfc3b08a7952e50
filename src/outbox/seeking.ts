import type { Client } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { isDecided, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Queue } from './queue.ts';
import { holderOf, isSamePerson } from './same-person.ts';

const lookMs = 60_000;
const firstPauseMs = 600_000;
const longestPauseMs = 6 * 3_600_000;

/**
 * Looks for the records of people whose answers wait here and whom another device writes: slips are entered in the office,
 * and pupils are measured in the yard. Who is not found yet is asked for again later, less and less often.
 */
export function createSeeker({ queue, client, now }: { queue: Queue; client: Client; now: () => number }) {
  /** When somebody is asked for again, by group. */
  const later = new Map<string, { readonly at: number; readonly pause: number }>();
  /** Who was found to wait: hundreds of answers are not read again each time that something else is sent. */
  let looked:
    { readonly at: number; readonly answers: number; readonly sought: readonly Sought[] } | undefined;

  async function due(): Promise<readonly Sought[]> {
    const answers = await queue.answersWaiting();
    if (!looked || looked.answers !== answers || Math.abs(now() - looked.at) > lookMs) {
      looked = { at: now(), answers, sought: answers ? await queue.sought() : [] };
      const groups = new Set(looked.sought.map(({ group }) => group));
      for (const group of later.keys()) if (!groups.has(group)) later.delete(group);
    }
    return looked.sought.filter(({ group }) => (later.get(group)?.at ?? 0) <= now());
  }

  return {
    /** Whether there is somebody to ask for now. */
    isDue: async (): Promise<boolean> => (await due()).length > 0,

    /** Everybody is asked for at the next run. */
    hasten(): void {
      later.clear();
      looked = undefined;
    },

    /** When somebody is asked for next. */
    get nextAt(): number | undefined {
      return later.size ? Math.min(...[...later.values()].map(({ at }) => at)) : undefined;
    },

    /** Asks for everybody who is due. `found` = somebody's answers can be sent now; `stopped` = why it ended early. */
    async seek(signal: AbortSignal): Promise<{ readonly found: boolean; readonly stopped?: Outcome }> {
      let found = false;
      for (const { group, person } of await due()) {
        const { pause = firstPauseMs / 2 } = later.get(group) ?? {};
        const next = Math.min(2 * pause, longestPauseMs);
        try {
          const theirs = await holderOf(client, person, signal);
          if (theirs && isSamePerson(person, theirs.record)) {
            await queue.belongs(group, theirs.pid);
            found = true;
          }
        } catch (error) {
          const outcome = outcomeOf(error, signal);
          if (!isDecided(outcome)) return { found, stopped: { ...outcome, stop: outcome.stop ?? 'busy' } };
        }
        later.set(group, { at: now() + next, pause: next });
      }
      return { found };
    },
  };
}

/** Somebody whose answers wait for a record, and what is known of them. */
export interface Sought {
  readonly group: string;
  readonly person: HealthRecord;
}
