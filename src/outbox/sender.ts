import { BatchInterruptedError, HttpError } from '../client/index.ts';
import type { BatchResult, Client, SyncStatus } from '../client/index.ts';
import { lineOf, retryDelay } from './entry.ts';
import type { Answer, Entry } from './entry.ts';
import type { Queue } from './queue.ts';

export interface SenderOptions {
  readonly queue: Queue;
  readonly client: Client;
  readonly now: () => number;
  readonly random: () => number;
  /** Asks the server whether it knows a newer state of this store; `true` where an old copy was put back. */
  readonly isRestored: (signal: AbortSignal) => Promise<boolean>;
  /** How many entries wait. */
  readonly waiting: () => Promise<number>;
  /** Told when anything of `state` has changed. */
  readonly changed: () => void;
}

/** Why sending stopped before everything was sent. */
type Stop = 'paused' | 'loginNeeded' | 'unreached' | 'busy' | 'restored';

interface Outcome {
  readonly answer: Answer;
  readonly stop?: Stop | undefined;
  readonly retryAfterMs?: number | undefined;
}

const batchFrom = 4;
const linesAtOnce = 200;
const writeEveryMs = 250;
const longestWaitMs = 3_600_000;
const lost: Answer = { kind: 'lost' };

/** What an error of the client says about the request it ended. */
function outcomeOf(error: unknown, signal: AbortSignal): Outcome {
  if (signal.aborted) return { answer: lost, stop: 'paused' };
  const { code } = error as { readonly code?: unknown };
  if (code === 'token.unavailable') return { answer: lost, stop: 'loginNeeded' };
  if (!(error instanceof HttpError)) return { answer: lost, stop: 'unreached' };
  const { status, problem, retryAfterMs } = error;
  // Without a problem document it is not our server that speaks, but a proxy or the page of a hotel's network.
  if (!problem) return { answer: lost, stop: status === 401 ? 'loginNeeded' : 'unreached', retryAfterMs };
  return { answer: { kind: 'problem', status, problem }, stop: stopOf(status), retryAfterMs };
}

const stopOf = (status: number): Stop | undefined =>
  status === 401 ? 'loginNeeded' : status === 429 || status === 503 ? 'busy' : undefined;

function outcomeOfLine({ status, receipt, consent, problem }: BatchResult): Outcome {
  if (problem) return { answer: { kind: 'problem', status, problem }, stop: stopOf(status) };
  return receipt || consent ? { answer: { kind: 'done', receipt } } : { answer: lost };
}

/**
 * Sends what waits in a queue, one run at a time, and again when something is due. It starts and stops by itself only
 * between `start` and `stop`.
 */
export function createSender(options: SenderOptions) {
  const { queue, client, now, random, changed } = options;
  let isOn = false;
  let isPaused = false;
  let current = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: Pick<SyncStatus, 'reach' | 'activity' | 'nextTryAt' | 'progress'> = {
    reach: 'unknown',
    activity: 'idle',
    nextTryAt: undefined,
    progress: undefined,
  };

  function show(next: Partial<typeof state>): void {
    state = { ...state, ...next };
    changed();
  }

  function schedule(at: number | undefined): void {
    clearTimeout(timer);
    show({ nextTryAt: at });
    // Timers hold 24 days at most; a clock that is set back must not put the next attempt off for long.
    if (at !== undefined && isOn)
      timer = setTimeout(() => void send(), Math.min(Math.max(0, at - now()), 600_000));
  }

  async function sendOne(entry: Entry, signal: AbortSignal): Promise<Outcome> {
    const { key, pid, ifMatch, body } = entry.request!;
    try {
      const { data } = await client.request(entry.call, {
        params: { pid: pid ?? '' },
        body: JSON.parse(body),
        ifMatch: ifMatch ?? '',
        idempotencyKey: key,
        signal,
      } as unknown as Parameters<typeof client.request<typeof entry.call>>[1]);
      return { answer: { kind: 'done', receipt: 'version' in data ? (data as never) : undefined } };
    } catch (error) {
      return outcomeOf(error, signal);
    }
  }

  /** Sends requests that are on disk and writes down each answer. Gives why it stopped, where it did. */
  async function deliver(entries: readonly Entry[], signal: AbortSignal): Promise<Outcome | undefined> {
    const byKey = new Map(entries.map((entry) => [entry.request!.key, entry]));
    let answers: { id: string; key: string; answer: Answer }[] = [];
    let stopped: Outcome | undefined;
    let definite = 0;
    let writtenAt = now();
    const writeDown = async (): Promise<void> => {
      const some = answers;
      answers = [];
      writtenAt = now();
      if (some.length) await queue.settle(some);
    };
    const take = (key: string, outcome: Outcome): void => {
      const entry = byKey.get(key);
      if (!entry) return;
      byKey.delete(key);
      answers.push({ id: entry.id, key, answer: outcome.answer });
      if (outcome.answer.kind !== 'lost') {
        definite += outcome.answer.kind === 'done' || outcome.answer.status < 500 ? 1 : 0;
        const { done = 0, total = 0 } = state.progress ?? {};
        show({ reach: 'reached', progress: { done: done + 1, total: Math.max(total, done + 1) } });
      }
      if (outcome.stop) stopped ??= outcome;
    };
    if (entries.length < batchFrom) {
      for (const entry of entries) {
        if (stopped || signal.aborted) break;
        take(entry.request!.key, await sendOne(entry, signal));
        await writeDown();
      }
    } else {
      try {
        const lines = entries.map((entry) => lineOf(entry, entry.request!));
        for await (const result of client.batches.send(lines, { signal })) {
          take(result.key, outcomeOfLine(result));
          if (Math.abs(now() - writtenAt) > writeEveryMs) await writeDown();
        }
      } catch (error) {
        stopped ??= outcomeOf(error, signal);
        if (error instanceof BatchInterruptedError && stopped.stop === 'unreached')
          show({ reach: 'reached' });
      }
    }
    for (const key of [...byKey.keys()]) take(key, { answer: lost });
    await writeDown();
    // A server that fails at everything is left alone for a while.
    return stopped ?? (definite || !entries.length ? undefined : { answer: lost, stop: 'busy' });
  }

  /** Loads what stands on the server for entries that someone else overtook. */
  async function catchUp(entries: readonly Entry[], signal: AbortSignal): Promise<Outcome | undefined> {
    for (const { id, pid } of entries) {
      try {
        await queue.refresh(id, await client.records.load(pid ?? '', { signal }));
      } catch (error) {
        const outcome = outcomeOf(error, signal);
        if (outcome.stop || outcome.answer.kind !== 'problem')
          return { ...outcome, stop: outcome.stop ?? 'unreached' };
        const { status, problem } = outcome.answer;
        // The record cannot be read any more (a right was withdrawn): a person has to know.
        if (status < 500)
          await queue.alter(id, (entry) => ({
            ...entry,
            state: 'refused',
            problem: { code: problem.code, issues: [] },
          }));
        else return { ...outcome, stop: 'busy' };
      }
    }
    return undefined;
  }

  async function run(signal: AbortSignal): Promise<Outcome | undefined> {
    if (!(await queue.ready(1)).length) return undefined;
    try {
      if (await options.isRestored(signal)) return { answer: lost, stop: 'restored' };
      show({ reach: 'reached' });
    } catch (error) {
      const outcome = outcomeOf(error, signal);
      return { ...outcome, stop: outcome.stop ?? 'busy' };
    }
    show({ activity: 'sending', progress: { done: 0, total: await options.waiting() } });
    for (;;) {
      if (signal.aborted) return { answer: lost, stop: 'paused' };
      const entries = await queue.ready(linesAtOnce);
      if (!entries.length) return undefined;
      const isStale = (entry: Entry): boolean => entry.isStale;
      const stopped =
        (await catchUp(entries.filter(isStale), signal)) ??
        (await deliver(
          await queue.freeze(entries.filter((entry) => !isStale(entry)).map(({ id }) => id)),
          signal,
        ));
      if (stopped) return stopped;
    }
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    current = new AbortController();
    let stopped: Outcome | undefined;
    try {
      stopped = await run(current.signal);
    } catch (error) {
      // The store could not be read or written: what is unanswered goes out again as it is.
      stopped = {
        answer: lost,
        stop: (error as { code?: unknown }).code === 'vault.locked' ? 'paused' : 'busy',
      };
    }
    if (!isOn) return;
    const { stop, retryAfterMs = 0 } = stopped ?? {};
    failures = stop ? failures + 1 : 0;
    const isLasting = stop === 'loginNeeded' || stop === 'restored' || (stop === 'paused' && isPaused);
    show({
      progress: undefined,
      activity: isLasting ? stop : 'idle',
      ...(stop === 'unreached' && { reach: 'unreached' }),
    });
    if (stop === 'paused' || stop === 'restored') schedule(undefined);
    else if (stop)
      schedule(now() + Math.max(retryDelay(failures, random()), Math.min(retryAfterMs, longestWaitMs)));
    else schedule(await queue.nextDue());
  }

  /** Sends what waits, now; while a run is under way it is followed by another. */
  function send(): Promise<void> {
    if (!isOn || isPaused || state.activity === 'restored') return Promise.resolve();
    again = true;
    return (running ??= (async () => {
      try {
        while (again && isOn && !isPaused) {
          again = false;
          await attempt();
        }
      } finally {
        running = undefined;
      }
    })());
  }

  return {
    get state() {
      return state;
    },
    send,
    start(): Promise<void> {
      isOn = true;
      return send();
    },
    /** Ends what is under way; what is unanswered goes out again at the next start, byte for byte. */
    async stop(): Promise<void> {
      isOn = false;
      clearTimeout(timer);
      current.abort();
      await running;
      show({ activity: 'idle', nextTryAt: undefined, progress: undefined });
    },
    pause(): void {
      isPaused = true;
      clearTimeout(timer);
      current.abort();
      show({ activity: 'paused', nextTryAt: undefined });
    },
    /** Goes on after a pause, a new login, or a restored store that a person has seen. */
    resume(): Promise<void> {
      isPaused = false;
      failures = 0;
      show({ activity: 'idle' });
      return send();
    },
    show,
  };
}

/** The sender of a queue. */
export type Sender = ReturnType<typeof createSender>;
