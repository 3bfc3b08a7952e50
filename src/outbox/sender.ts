import { BatchInterruptedError } from '../client/index.ts';
import type { Client, Receipt, SyncStatus } from '../client/index.ts';
import type { StoredConsent } from '../schema/index.ts';
import { catchUp } from './catch-up.ts';
import { lineOf, retryDelay } from './entry.ts';
import type { Answer, Entry } from './entry.ts';
import { isDecided, lost, outcomeOf, outcomeOfLine } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Queue } from './queue.ts';
import { createSeeker } from './seeking.ts';

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
  /** Told after each run. */
  readonly ran?: (() => Promise<void>) | undefined;
}

const batchFrom = 4;
/** A server takes 200; sealing and sending so many at once would be felt by who is typing. */
const linesAtOnce = 50;
const writeEveryMs = 250;
const longestWaitMs = 3_600_000;
/** After so many batches that came to nothing requests go out one by one: a single one of them may be the reason. */
const patience = 2;
const unsent: Answer = { kind: 'unsent' };

/**
 * Sends what waits in a queue, one run at a time, and again when something is due. It starts and stops by itself only
 * between `start` and `stop`.
 */
export function createSender(options: SenderOptions) {
  const { queue, client, now, random, changed } = options;
  const seeker = createSeeker(options);
  let isOn = false;
  let isPaused = false;
  let current = new AbortController();
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  /** Batches in a row that came to nothing. */
  let fruitless = 0;
  let hasSent = false;
  let isFresh = true;
  let isByHand = false;
  /** The server has asked not to be asked again before. */
  let notBefore = 0;
  /** When a request of its own came to nothing, by entry: it may be the entry that something on the way does not let by. */
  const failedAt = new Map<string, number>();
  let turn = 0;
  const inTurn = (entries: Entry[]): Entry[] =>
    entries.sort((a, b) => (failedAt.get(a.id) ?? 0) - (failedAt.get(b.id) ?? 0));
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
    // A clock that is set back must not put the next attempt off for long; nor may one follow another without a pause.
    if (at !== undefined && isOn)
      timer = setTimeout(() => void send(), Math.min(Math.max(1_000, at - now()), 600_000));
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
      return { answer: doneWith(data) };
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
      if (outcome.answer.kind === 'done' || outcome.answer.kind === 'problem') {
        if (outcome.answer.kind === 'done' || isDecided(outcome)) definite++;
        const { done = 0, total = 0 } = state.progress ?? {};
        show({ reach: 'reached', progress: { done: done + 1, total: Math.max(total, done + 1) } });
      }
      if (outcome.stop) stopped ??= outcome;
    };
    const isBatch = entries.length >= batchFrom && fruitless < patience;
    let isAlone = !isBatch;
    if (!isAlone)
      try {
        const lines = entries.map((entry) => lineOf(entry, entry.request!));
        for await (const result of client.batches.send(lines, { signal })) {
          take(result.key, outcomeOfLine(result));
          if (Math.abs(now() - writtenAt) > writeEveryMs) await writeDown();
        }
      } catch (error) {
        const outcome = outcomeOf(error, signal);
        // A server that takes no batches (or not this one) says of each entry by itself what it has against it.
        if (isDecided(outcome)) isAlone = true;
        else stopped ??= outcome;
        if (error instanceof BatchInterruptedError && outcome.stop === 'unreached')
          show({ reach: 'reached' });
      }
    if (isAlone)
      for (const entry of inTurn([...byKey.values()])) {
        const isOver = stopped || signal.aborted;
        const outcome = isOver ? { answer: unsent } : await sendOne(entry, signal);
        if (outcome.stop === 'unreached') failedAt.set(entry.id, ++turn);
        take(entry.request!.key, outcome);
        if (!isOver) await writeDown();
      }
    for (const key of [...byKey.keys()]) take(key, { answer: lost });
    await writeDown();
    hasSent ||= definite > 0;
    if (isBatch) fruitless = definite ? 0 : fruitless + 1;
    else if (!stopped || !definite) fruitless = 0;
    // A server that fails at everything is left alone for a while.
    return stopped ?? (definite || !entries.length ? undefined : { answer: lost, stop: 'busy' });
  }

  async function run(signal: AbortSignal): Promise<Outcome | undefined> {
    // What a window left that is gone; nobody else sends now.
    if (isFresh) await queue.hasten('sending');
    isFresh = false;
    if (isByHand) {
      seeker.hasten();
      await queue.hasten('retry');
    }
    isByHand = false;
    if (!(await queue.ready(1)).length && !(await seeker.isDue())) return undefined;
    try {
      if (await options.isRestored(signal)) return { answer: lost, stop: 'restored' };
    } catch (error) {
      const outcome = outcomeOf(error, signal);
      // Where it does not know of stores, or not of this user, the entries hear what it has against them.
      if (!isDecided(outcome)) return { ...outcome, stop: outcome.stop ?? 'busy' };
    }
    show({ reach: 'reached' });
    show({ activity: 'sending', progress: { done: 0, total: await options.waiting() } });
    for (;;) {
      if (signal.aborted) return { answer: lost, stop: 'paused' };
      const entries = await queue.ready(linesAtOnce);
      if (!entries.length) {
        const { found, stopped } = await seeker.seek(signal);
        if (found && !stopped) continue;
        return stopped;
      }
      const isStale = (entry: Entry): boolean => entry.isStale;
      const stopped =
        (await catchUp(entries.filter(isStale), { client, queue, signal })) ??
        (await deliver(
          await queue.freeze(entries.filter((entry) => !isStale(entry)).map(({ id }) => id)),
          signal,
        ));
      if (stopped) return stopped;
    }
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    if (isByHand || notBefore > now() + longestWaitMs) notBefore = 0;
    if (notBefore > now()) return schedule(notBefore);
    current = new AbortController();
    hasSent = false;
    let stopped: Outcome | undefined;
    let next: number | undefined;
    try {
      stopped = await run(current.signal);
      if (!stopped) next = earlier(await queue.nextDue(), seeker.nextAt);
      await options.ran?.();
    } catch (error) {
      // The store could not be read or written: what is unanswered goes out again as it is.
      const isLocked = (error as { code?: unknown }).code === 'vault.locked';
      stopped = { answer: lost, stop: isLocked ? 'paused' : 'busy' };
    }
    if (!isOn) return;
    const { stop, retryAfterMs = 0 } = stopped ?? {};
    failures = stop ? (hasSent ? 1 : failures + 1) : 0;
    const isLasting = stop === 'loginNeeded' || stop === 'restored';
    show({
      progress: undefined,
      activity: isPaused ? 'paused' : isLasting ? stop : 'idle',
      ...(stop === 'unreached' && { reach: 'unreached' }),
    });
    const named = Math.min(retryAfterMs, longestWaitMs);
    if (named) notBefore = now() + named;
    if (stop === 'paused' || stop === 'restored') schedule(undefined);
    else schedule(stop ? now() + Math.max(retryDelay(failures, random()), named) : next);
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

  function sendNow(): Promise<void> {
    isByHand = true;
    return send();
  }

  return {
    get state() {
      return state;
    },
    send,
    /** Sends what waits because a person wants it: what waits for its time too. */
    sendNow,
    start(): Promise<void> {
      isOn = isFresh = true;
      return send();
    },
    /** Ends what is under way; what is unanswered goes out again at the next start, byte for byte. */
    async stop(): Promise<void> {
      isOn = false;
      clearTimeout(timer);
      current.abort();
      await running;
      show({ activity: isPaused ? 'paused' : 'idle', nextTryAt: undefined, progress: undefined });
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
      return sendNow();
    },
  };
}

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** A receipt, or a consent event as it stands. */
const doneWith = (data: object): Answer =>
  'version' in data
    ? { kind: 'done', receipt: data as Receipt }
    : { kind: 'done', receipt: undefined, consent: data as StoredConsent };

/** The sender of a queue. */
export type Sender = ReturnType<typeof createSender>;
