const second = 1_000;

/** Ends what nobody goes on with: warns a minute before (or half-way, where the time is short). A press begins anew. */
export class Idle {
  isWarned = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onWarn: () => void;
  readonly #onEnd: () => void;

  constructor(onWarn: () => void, onEnd: () => void) {
    this.#onWarn = onWarn;
    this.#onEnd = onEnd;
  }

  /** Somebody is there; counts the seconds from now on. */
  touch(seconds: number): void {
    const warnAfter = Math.max(seconds - 60, seconds / 2);
    this.stop();
    this.#timer = setTimeout(() => {
      this.isWarned = true;
      this.#onWarn();
      this.#timer = setTimeout(this.#onEnd, (seconds - warnAfter) * second);
    }, warnAfter * second);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.isWarned = false;
  }
}
