import { HttpError } from '../client/index.ts';
import type { BatchResult } from '../client/index.ts';
import { isTransient } from './entry.ts';
import type { Answer } from './entry.ts';

/** Why sending stopped before everything was sent. */
export type Stop = 'paused' | 'loginNeeded' | 'unreached' | 'busy' | 'restored';

/** An answer, and what it means for what is sent after it. */
export interface Outcome {
  readonly answer: Answer;
  readonly stop?: Stop | undefined;
  readonly retryAfterMs?: number | undefined;
}

export const lost: Answer = { kind: 'lost' };

/** A definite answer that is about the one who asks and not about an entry, where every entry gets its own. */
export const isDecided = ({ answer }: Outcome): boolean =>
  answer.kind === 'problem' && !isTransient(answer.status);

/** What an error of the client says about the request it ended. */
export function outcomeOf(error: unknown, signal: AbortSignal): Outcome {
  if (signal.aborted) return { answer: lost, stop: 'paused' };
  const { code } = error as { readonly code?: unknown };
  // A host that cannot be asked for a token is out of reach as its server is; one that answers has no login.
  if (code === 'token.unavailable')
    return { answer: lost, stop: (error as Error).cause instanceof TypeError ? 'unreached' : 'loginNeeded' };
  if (!(error instanceof HttpError)) return { answer: lost, stop: 'unreached' };
  const { status, problem, retryAfterMs } = error;
  // Without a problem document it is not our server that speaks, but a proxy or the page of a hotel's network.
  if (!problem) return { answer: lost, stop: status === 401 ? 'loginNeeded' : 'unreached', retryAfterMs };
  return { answer: { kind: 'problem', status, problem }, stop: stopOf(status), retryAfterMs };
}

const stopOf = (status: number): Stop | undefined =>
  status === 401 ? 'loginNeeded' : status === 429 || status === 503 ? 'busy' : undefined;

export function outcomeOfLine({ status, receipt, consent, problem }: BatchResult): Outcome {
  if (problem) return { answer: { kind: 'problem', status, problem }, stop: stopOf(status) };
  return receipt || consent ? { answer: { kind: 'done', receipt, consent } } : { answer: lost };
}
