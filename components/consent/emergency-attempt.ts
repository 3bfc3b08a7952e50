import type { Emergencies, EmergencyAccess, EmergencyRequest } from '../../src/client/index.ts';
import { makeRowId } from '../row-ids.ts';

/** An access that was opened, and how long it still lasts by the clock of this device. */
export interface Opened {
  readonly access: EmergencyAccess;
  readonly leftMs: number;
}

// A press hours later is another need: what was opened then may be over, and is seen and reviewed by itself.
const sameNeedMs = 30 * 60_000;

/**
 * Opens an access. Where the answer is lost nobody knows whether it was opened: the next press for the same record, by
 * the same person and for the same reason goes out under the same key, so that it is opened and logged once.
 */
export class EmergencyAttempt {
  #of = '';
  #key = '';
  #since = 0;

  async open(calls: Emergencies, who: string, pid: string, request: EmergencyRequest): Promise<Opened> {
    const of = JSON.stringify([who, pid, request.basis, request.reason]);
    const isAgain = of === this.#of && Date.now() - this.#since <= sameNeedMs;
    if (!isAgain) this.#begin(of);
    const [key, since] = [this.#key, this.#since];
    const access = await calls.open(pid, request, { idempotencyKey: key }).catch((error: unknown) => {
      // A refusal is an answer: nothing was opened.
      const { status = 0 } = error as { readonly status?: number };
      if (status >= 400 && status < 500 && key === this.#key) this.forget();
      throw error;
    });
    if (key === this.#key) this.forget();
    // Counted from the first press: the server may have opened it then.
    const leftMs = Date.parse(access.until) - Date.parse(access.openedAt) - (Date.now() - since);
    // What was opened at the first press is over by now.
    if (isAgain && leftMs <= 0) return this.open(calls, who, pid, request);
    return { access, leftMs };
  }

  /** The next press is another attempt. */
  forget(): void {
    this.#of = this.#key = '';
  }

  #begin(of: string): void {
    this.#of = of;
    this.#key = makeRowId();
    this.#since = Date.now();
  }
}
