import type { CDPSession } from 'playwright-core';

/** One event of Chromium's trace; times in µs, `tdur` = CPU time of the thread. */
export interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** What the main thread of a page did. Times in ms, CPU time of the thread. */
export interface MainThread {
  /** The longest task, how many took more than 50 ms, and all tasks together. */
  readonly longest: number;
  readonly long: number;
  readonly sum: number;
  /** Script in the tasks that brought key events to the page, with what followed in microtasks. */
  readonly keyScript: number;
}

// ScriptDuration of the Performance domain leaves out what runs after an `await`, and Lit draws there.
const scriptEvents = new Set([
  'FunctionCall',
  'v8.callFunction',
  'RunMicrotasks',
  'EvaluateScript',
  'MinorGC',
  'MajorGC',
]);
const keyEvents = new Set(['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup']);

/** Begins to trace; `end` gives what was seen. */
export async function startTrace(cdp: CDPSession, includedCategories: string[]) {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const event of value as TraceEvent[]) if (event.ph === 'X' || event.ph === 'M') events.push(event);
  };
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  });
  return {
    async end(): Promise<readonly TraceEvent[]> {
      const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
      await cdp.send('Tracing.end');
      await complete;
      cdp.off('Tracing.dataCollected', collect);
      return events.filter(({ ph }) => ph === 'M').concat(inOrder(events.filter(({ ph }) => ph === 'X')));
    },
  };
}

const inOrder = (events: TraceEvent[]): TraceEvent[] => events.sort((a, b) => a.ts - b.ts || b.dur - a.dur);

/** CPU time of all script in ms; what runs inside of another script counts once. */
export function scriptOf(events: readonly TraceEvent[]): number {
  let sum = 0;
  const ends = new Map<string, number>();
  for (const { name, ts, dur, tdur, pid, tid } of events) {
    const thread = `${pid} ${tid}`;
    if (!scriptEvents.has(name) || ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    sum += tdur ?? dur;
  }
  return sum / 1000;
}

/** Throws unless the page's main thread is in the trace. */
export function mainThread(events: readonly TraceEvent[]): MainThread {
  // The page is where script ran; its workers and the other threads of the browser have other names.
  const pids = new Set(events.filter(({ name }) => name === 'FunctionCall').map(({ pid }) => pid));
  const main = events.find(
    ({ ph, name, pid, args }) =>
      ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain' && pids.has(pid),
  );
  const here = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === main?.pid && tid === main.tid);
  const tasks = here.filter(({ name }) => name === 'RunTask');
  if (!tasks.length) throw new Error('No task of the page in the trace');
  // The clock of a thread may tick coarsely, and charge a task with what the one before it took.
  const times = tasks.map(({ tdur = Infinity, dur }) => Math.min(tdur, dur) / 1000);
  const keys = here.filter(
    ({ name, args }) => name === 'EventDispatch' && keyEvents.has(args?.data?.type ?? ''),
  );
  const withKey: TraceEvent[] = [];
  let at = 0;
  for (const { ts } of keys) {
    while (at < tasks.length && tasks[at]!.ts + tasks[at]!.dur < ts) at++;
    if (tasks[at] && tasks[at] !== withKey.at(-1)) withKey.push(tasks[at]!);
  }
  const inside = here.filter(({ ts }) => withKey.some((task) => ts >= task.ts && ts < task.ts + task.dur));
  return {
    longest: Math.max(...times),
    long: times.filter((time) => time > 50).length,
    sum: times.reduce((sum, time) => sum + time, 0),
    keyScript: scriptOf(inside),
  };
}
