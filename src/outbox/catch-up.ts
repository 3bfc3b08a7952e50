import type { Client, LoadedRecord } from '../client/index.ts';
import type { Entry } from './entry.ts';
import { isDecided, outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Queue } from './queue.ts';
import { holderOf } from './same-person.ts';

/**
 * Loads what stands on the server for entries that someone else overtook, or whose person somebody else has put there.
 * Gives why it stopped, where it did.
 */
export async function catchUp(
  entries: readonly Entry[],
  { client, queue, signal }: { readonly client: Client; readonly queue: Queue; readonly signal: AbortSignal },
): Promise<Outcome | undefined> {
  for (const { id, pid, call, record } of entries) {
    const isMade = pid === undefined && call === 'record.create';
    if (pid === undefined && !isMade) {
      await queue.refuse(id, 'record.notFound');
      continue;
    }
    let theirs: LoadedRecord | undefined;
    try {
      theirs = isMade ? await holderOf(client, record!, signal) : await client.records.load(pid!, { signal });
    } catch (error) {
      const outcome = outcomeOf(error, signal);
      const { answer, stop = answer.kind === 'lost' ? 'unreached' : 'busy' } = outcome;
      if (answer.kind !== 'problem' || !isDecided(outcome)) return { ...outcome, stop };
      if (!isMade) await queue.refuse(id, answer.problem.code);
      else await queue.join(id, undefined);
      continue;
    }
    if (isMade) await queue.join(id, theirs);
    else await queue.refresh(id, theirs!);
  }
  return undefined;
}
