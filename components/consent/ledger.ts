import type { AnyConsent } from '../../src/consent/index.ts';
import type { Consents } from '../../src/client/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';

/** What a prompt reads of a person's events from a session, and hands over to it. */
export class Ledger {
  /** The events there are; `undefined` until they are known. */
  known: readonly AnyConsent[] | undefined;
  /** Whether what was decided is with the session. */
  kept: 'no' | 'yes' | 'failed' = 'no';
  #unsent: readonly ConsentEvent[] = [];
  #isReading = false;
  #isStopped = false;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Reads once. What cannot be read is unknown, and is asked again: unknown is never a yes. */
  async read(consents: Consents, pid: string): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    const found: AnyConsent[] = [];
    try {
      found.push(...(await consents.list(pid)).events);
    } catch {
      found.length = 0;
    }
    this.known = found;
    this.#tell();
  }

  /** Hands events over, one after the other; what was taken is not handed over again. */
  async keep(consents: Consents, pid: string, events: readonly ConsentEvent[] = this.#unsent): Promise<void> {
    this.#unsent = events;
    try {
      while (this.#unsent.length) {
        await consents.append(pid, this.#unsent[0] as never);
        this.#unsent = this.#unsent.slice(1);
      }
      this.kept = 'yes';
    } catch {
      this.kept = 'failed';
    }
    this.#tell();
  }

  /** Tells nothing any more; what is being handed over is finished. */
  stop(): void {
    this.#isStopped = true;
  }

  #tell(): void {
    if (!this.#isStopped) this.#onChange();
  }
}
