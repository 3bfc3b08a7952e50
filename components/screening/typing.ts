import type { ReactiveControllerHost, ReactiveElement } from 'lit';
import type { DraftPage, Lists, MemberDraft, OpenPage, Vault } from '../../src/client/index.ts';
import { isSame } from './merge-drafts.ts';

const soonMs = 300;
const latestMs = 800;
const againMs = 5_000;

interface Change {
  readonly draft: MemberDraft;
  readonly change: number;
}

/** Keeps what is typed of one pupil in the store of this device, within a second of the keystroke. */
export class Typing {
  readonly page: OpenPage;
  readonly #failed: (code: string | undefined) => void;
  /** What was typed and is not on disk yet. */
  #pending: Change | undefined;
  #written: Change | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #saving: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** `failed` is told the code of what kept it from being saved, and nothing when it is saved again. */
  static async open(
    lists: Lists,
    page: DraftPage,
    failed: (code: string | undefined) => void,
  ): Promise<Typing | undefined> {
    // Where it cannot be kept it stays in the page, as without a store.
    const opened = await lists.page?.(page).catch(() => undefined);
    return opened && new Typing(opened, failed);
  }

  private constructor(page: OpenPage, failed: (code: string | undefined) => void) {
    this.page = page;
    this.#failed = failed;
  }

  /** Whether everything is on disk. */
  get isKept(): boolean {
    return this.#pending === undefined;
  }

  /** This stands there now; `change` counts up. */
  typed(draft: MemberDraft, change: number): void {
    this.#pending = { draft, change };
    this.#since ||= performance.now();
    const left = latestMs - (performance.now() - this.#since);
    this.#later(Math.max(0, Math.min(soonMs, left)));
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  /** Puts on disk what is not there yet, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#since = 0;
    const pending = this.#pending;
    if (pending) this.#saving = this.#saving.then(() => this.#save(pending));
    await this.#saving;
  }

  async #save(pending: Change): Promise<void> {
    if (this.#written === pending) return;
    const { draft, change } = pending;
    try {
      // What was typed and taken back again is nothing to go on with.
      if (isSame(draft.draft, draft.base)) await this.page.discard();
      else await this.page.keep(draft, change);
      this.#written = pending;
      if (this.#pending === pending) this.#pending = undefined;
      this.#failed(undefined);
    } catch (error) {
      // It stays on screen and is tried again with the next keystroke, or at the next moment of rest.
      const { code } = error as { readonly code?: string };
      this.#failed(code ?? '');
      if (code !== 'vault.locked' && code !== 'copy.missing' && !this.#isClosed) this.#later(againMs);
    }
  }

  /** Deletes what is kept. */
  async discard(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending = undefined;
    await this.#saving;
    await this.page.discard();
  }

  /** What is not on disk is put there; then whoever opens the page next goes on with it. */
  close(): void {
    this.#isClosed = true;
    this.page.close(this.flush());
  }
}

/** A form that keeps what is typed. */
interface Flushed {
  vault(): Vault | undefined;
  flush(): Promise<void>;
}

/** Puts on disk what is typed as soon as a field is left, the page goes or is hidden, or the store locks itself. */
export function flushOnLeaving(
  host: ReactiveControllerHost & Pick<ReactiveElement, 'addEventListener'>,
  { vault, flush }: Flushed,
): void {
  let listening: AbortController | undefined;
  let [known, stop]: [Vault | undefined, (() => void) | undefined] = [undefined, undefined];
  const flushNow = (): void => void flush();
  host.addController({
    hostConnected() {
      listening = new AbortController();
      const { signal } = listening;
      host.addEventListener('focusout', flushNow, { signal });
      addEventListener('pagehide', flushNow, { signal });
      document.addEventListener('visibilitychange', flushNow, { signal });
    },
    hostUpdate() {
      const now = vault();
      if (now === known) return;
      stop?.();
      known = now;
      stop = now?.beforeLock(flush);
    },
    hostDisconnected() {
      listening?.abort();
      stop?.();
      [known, stop] = [undefined, undefined];
    },
  });
}
