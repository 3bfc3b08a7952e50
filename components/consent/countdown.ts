/** What tells the time; tests pass their own. */
export interface Clocks {
  /** Milliseconds since 1970. */
  readonly wall: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly steady: () => number;
}

const realClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() };
const second = 1_000;
// A page that comes back to the front, or wakes up, looks at the clock at once.
const wakings = ['visibilitychange', 'pageshow', 'focus', 'resume'] as const;

/**
 * Counts down to an end. A page that slept finds the end passed when it wakes, since the clock on the wall went on; one
 * whose clock was set back is held by the steady clock. The earlier of the two ends it.
 */
export class Countdown {
  readonly #clocks: Clocks;
  readonly #onTick: (leftMs: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #length = 0;
  #wallStart = 0;
  #steadyStart = 0;

  constructor(onTick: (leftMs: number) => void, clocks: Clocks = realClocks) {
    this.#onTick = onTick;
    this.#clocks = clocks;
  }

  /** Milliseconds that are left; 0 when it is over. */
  get leftMs(): number {
    const wall = this.#clocks.wall() - this.#wallStart;
    const steady = this.#clocks.steady() - this.#steadyStart;
    return Math.max(0, this.#length - Math.max(wall, steady));
  }

  /** Begins to count; told every second, and last with 0. */
  start(lengthMs: number): void {
    this.stop();
    this.#length = lengthMs;
    this.#wallStart = this.#clocks.wall();
    this.#steadyStart = this.#clocks.steady();
    for (const type of wakings)
      for (const target of [document, window]) target.addEventListener(type, this.look);
    this.look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const type of wakings)
      for (const target of [document, window]) target.removeEventListener(type, this.look);
  }

  readonly look = (): void => {
    clearTimeout(this.#timer);
    const left = this.leftMs;
    if (left > 0) this.#timer = setTimeout(this.look, Math.min(second, left));
    else this.stop();
    this.#onTick(left);
  };
}
