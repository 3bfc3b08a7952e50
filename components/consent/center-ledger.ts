import type { AccessEntry, Consents } from '../../src/client/index.ts';
import type { AnyConsent } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { codeOf } from '../failure-words.ts';

const accessAtOnce = 20;

/**
 * What a centre reads of one person from a session and hands over to it. Another person has another ledger: what still
 * comes for the first tells nobody.
 */
export class CenterLedger {
  /** `undefined` until they are known. */
  known: readonly AnyConsent[] | undefined;
  keys: Readonly<Record<string, string>> | undefined;
  carriedAt: number | undefined;
  /** Code of why the events could not be read. */
  failure = '';
  /** What was recorded here. */
  made: readonly ConsentEvent[] = [];
  /** Events that could not be handed over, and why. */
  unkept: ReadonlyMap<string, string> = new Map();
  access: { readonly entries: readonly AccessEntry[]; readonly isAll: boolean } | undefined;
  accessFailure = '';
  isFetching = false;
  #isLoading = false;
  #log: AsyncIterator<AccessEntry> | undefined;
  #isStopped = false;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  stop(): void {
    this.#isStopped = true;
  }

  #tell(): void {
    if (!this.#isStopped) this.#onChange();
  }

  /** Ids of events that the server did not take, and will not. */
  get refused(): ReadonlySet<string> {
    const refusals = [...this.unkept].filter(([, code]) => !/^(network|token|server)\.|^unknown$/.test(code));
    return new Set(refusals.map(([id]) => id));
  }

  /** What is known and what was recorded here, each once. */
  all(given: readonly AnyConsent[] | undefined): readonly AnyConsent[] {
    const known = given ?? this.known ?? [];
    const ids = new Set(known.map((one) => ('event' in one ? (one.event as ConsentEvent).id : one.id)));
    const own = this.made.filter(({ id }) => !ids.has(id));
    return own.length ? [...known, ...own] : known;
  }

  /** What cannot be read is unknown: it is said, and nothing is shown as agreed. */
  async load(consents: Consents, pid: string): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { events, carriedAt } = await consents.list(pid);
      // Without the keys the chain is checked all the same, and the page says what is not.
      this.keys = (await consents.keys?.().catch(() => undefined)) ?? this.keys;
      this.known = events;
      this.carriedAt = carriedAt;
      this.failure = '';
    } catch (error) {
      this.failure = codeOf(error);
    }
    this.#isLoading = false;
    this.#tell();
  }

  /** Hands events over, one after the other in their chain; says how far they got. */
  async keep(
    consents: Consents,
    pid: string,
    events: readonly ConsentEvent[],
  ): Promise<'sent' | 'queued' | 'failed'> {
    const unkept = new Map(this.unkept);
    let isQueued = false;
    for (const [at, event] of events.entries()) {
      try {
        isQueued = (await consents.append(pid, event)) === 'queued' || isQueued;
        unkept.delete(event.id);
      } catch (error) {
        // What follows in the chain would be refused for what is missing before it.
        for (const { id } of events.slice(at)) unkept.set(id, codeOf(error));
        break;
      }
    }
    this.unkept = unkept;
    this.#tell();
    return unkept.size ? 'failed' : isQueued ? 'queued' : 'sent';
  }

  /** The next entries of who looked. */
  async more(consents: Consents, pid: string): Promise<void> {
    if (this.isFetching) return;
    this.isFetching = true;
    this.accessFailure = '';
    this.#tell();
    const entries = [...(this.access?.entries ?? [])];
    let isAll = false;
    try {
      this.#log ??= consents.accessLog(pid)[Symbol.asyncIterator]();
      for (let left = accessAtOnce; left > 0 && !isAll; left--) {
        const { value, done } = await this.#log.next();
        if (done) isAll = true;
        else entries.push(value);
      }
      this.access = { entries, isAll };
    } catch (error) {
      // The list is begun anew: an iterator that failed goes no further.
      this.#log = this.access = undefined;
      this.accessFailure = codeOf(error);
    }
    this.isFetching = false;
    this.#tell();
  }
}
