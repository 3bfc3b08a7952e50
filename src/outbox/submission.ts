import { ConflictError, RefusedError } from '../client/index.ts';
import type { Submission } from '../client/index.ts';
import type { Entry } from './entry.ts';
import { pendingRecord } from './entry-rows.ts';

/** The error that a submission ends with when the server has said no: as without a queue, with the entry's version. */
export function refusalOf(entry: Entry): Error {
  const { state, problem } = entry;
  const document = { code: problem?.code ?? '', issues: [...(problem?.issues ?? [])] };
  const error = state === 'conflict' ? new ConflictError(409, document) : new RefusedError(422, document);
  // Not the record itself: errors are logged.
  return Object.assign(error, { etag: pendingRecord(entry).etag });
}

/** What became of a writing, by its entry as it was made and as it is now. Throws what the server has against it. */
export function submissionOf(entry: Entry, last: Entry | undefined): Submission {
  if (last?.state === 'done' && last.receipt) return { state: 'stored', receipt: last.receipt };
  if (last?.state === 'conflict' || last?.state === 'refused') throw refusalOf(last);
  return { state: 'queued', base: pendingRecord(last ?? entry) };
}
