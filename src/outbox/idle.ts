/** Calls `run` after `ms` milliseconds; the answer takes it back. */
export type SetTimer = (run: () => void, ms: number) => () => void;

export const platformTimer: SetTimer = (run, ms) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Knows whether someone has been at work. */
export interface IdleWatch {
  start(): void;
  stop(): void;
  /** Someone is at work. */
  touch(): void;
  /** Whether nobody has been at work for too long, by the clock: timers stand still while a device sleeps. */
  isOver(): boolean;
}

export interface IdleOptions {
  readonly idleMs: number;
  readonly now: () => number;
  readonly setTimer: SetTimer;
  readonly onIdle: () => void;
}

export function createIdleWatch({ idleMs, now, setTimer, onIdle }: IdleOptions): IdleWatch {
  let last = 0;
  let cancel: (() => void) | undefined;

  function passed(): number {
    const time = now();
    // A clock that was set back would keep the store open for as long.
    if (time < last) last = time;
    return time - last;
  }

  function check(): void {
    cancel?.();
    const rest = idleMs - passed();
    if (rest > 0) cancel = setTimer(check, rest);
    else {
      stop();
      onIdle();
    }
  }

  const look = () => {
    if (cancel && document.visibilityState === 'visible') check();
  };

  function stop(): void {
    cancel?.();
    cancel = undefined;
    globalThis.document?.removeEventListener('visibilitychange', look);
  }

  return {
    start() {
      stop();
      last = now();
      cancel = setTimer(check, idleMs);
      globalThis.document?.addEventListener('visibilitychange', look);
    },
    stop,
    touch() {
      last = now();
    },
    isOver: () => passed() >= idleMs,
  };
}
