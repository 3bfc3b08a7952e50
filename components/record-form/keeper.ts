import type { SavedDraft } from '../../src/client/index.ts';
import type { Session } from '../context.ts';
import type { RecordForm } from './record-form.ts';

const soonMs = 300;
const latestMs = 800;

/**
 * Keeps what is typed in a form in the store of this device, within a second of the keystroke, and puts it on screen
 * again. Loaded where a session has such a store.
 */
export class Keeper {
  readonly #form: RecordForm;
  #session: Session = {};
  /** What was typed and is not on disk yet. */
  #pending: SavedDraft | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #saving: Promise<void> = Promise.resolve();
  /** The draft that this form has open, as other windows see it. */
  #claim: { readonly id: string; readonly control: AbortController } | undefined;
  /** What was on screen when the store was locked. */
  #locked: { readonly id: string; readonly pid: string } | undefined;
  #stopWaiting: (() => void) | undefined;

  readonly #failed: (code: string) => void;
  readonly #opened: (saved: SavedDraft) => void;

  /** `failed` is told the code of what kept a draft from being saved, `opened` which one was put on screen. */
  constructor(form: RecordForm, failed: (code: string) => void, opened: (saved: SavedDraft) => void) {
    this.#form = form;
    this.#failed = failed;
    this.#opened = opened;
  }

  /** Begins, or goes on with what a session offers now. */
  meet(session: Session): void {
    const { vault, draft } = session;
    if (!this.#stopWaiting) {
      this.#form.addEventListener('hssk-change', this.#onChange);
      this.#form.addEventListener('hssk-submit', this.#flushNow);
      addEventListener('pagehide', this.#flushNow);
      document.addEventListener('visibilitychange', this.#flushNow);
      this.#stopWaiting = vault?.beforeLock(() => this.flush()) ?? ((): void => {});
    }
    this.#session = session;
    if (vault?.state === 'locked') this.#clear();
    else if (vault?.state === 'open' && this.#locked) this.#restore(this.#locked);
    if (draft && !draft.taken) {
      draft.taken = true;
      void this.open(draft.id);
    }
  }

  /** Ends; what is typed is on its way to the disk. */
  stop(): void {
    this.#flushNow();
    this.#form.removeEventListener('hssk-change', this.#onChange);
    this.#form.removeEventListener('hssk-submit', this.#flushNow);
    removeEventListener('pagehide', this.#flushNow);
    document.removeEventListener('visibilitychange', this.#flushNow);
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#letGo();
  }

  /** Puts a draft of this device on screen; while another window has it open it waits for that one. */
  async open(id: string): Promise<void> {
    await this.flush();
    const form = this.#form;
    const saved = await this.#take(id, () => (form.saveState = 'elsewhere'));
    if (saved && this.#claim?.id === id) {
      form.begin(saved);
      form.pid = saved.base?.pid ?? '';
      form.saveState = 'saved';
      this.#opened(saved);
    } else if (form.saveState === 'elsewhere') form.saveState = 'none';
  }

  /** Makes sure that all that is typed is on disk. */
  async flush(): Promise<void> {
    this.#flushNow();
    await this.#saving;
  }

  readonly #onChange = (): void => {
    const saved = this.#form.capture;
    if (this.#pending && this.#pending.id !== saved.id) this.#flushNow();
    this.#pending = saved;
    if (this.#claim?.id !== saved.id) void this.#take(saved.id);
    this.#since ||= performance.now();
    clearTimeout(this.#timer);
    const left = latestMs - (performance.now() - this.#since);
    this.#timer = setTimeout(this.#flushNow, Math.max(0, Math.min(soonMs, left)));
  };

  readonly #flushNow = (): void => {
    clearTimeout(this.#timer);
    const saved = this.#pending;
    this.#pending = undefined;
    this.#since = 0;
    if (saved) this.#saving = this.#saving.then(() => this.#save(saved));
  };

  async #save(saved: SavedDraft): Promise<void> {
    const form = this.#form;
    const isShown = (): boolean => form.capture.id === saved.id;
    try {
      await this.#session.records?.save?.(saved);
      const isUnsaved = form.saveState === 'unsaved' || form.saveState === 'notKept';
      if (isShown() && !this.#pending && isUnsaved) {
        form.saveState = 'saved';
        form.notice = '';
      }
    } catch (error) {
      // It stays on screen and is tried again with the next keystroke, or at the next moment of rest.
      const { code } = error as { readonly code?: string };
      this.#pending ??= saved;
      if (isShown()) this.#failed(code ?? '');
      if (code !== 'vault.locked' && code !== 'draft.elsewhere')
        this.#timer = setTimeout(this.#flushNow, 5_000);
    }
  }

  /** Takes a draft for this window; what another draft was open is let go when it is on disk. */
  async #take(id: string, onElsewhere?: () => void): Promise<SavedDraft | undefined> {
    this.#letGo();
    const control = new AbortController();
    this.#claim = { id, control };
    const options = { signal: control.signal, ...(onElsewhere && { onElsewhere }) };
    return this.#session.records?.open?.(id, options).catch(() => undefined);
  }

  #letGo(): void {
    const control = this.#claim?.control;
    this.#claim = undefined;
    void this.#saving.then(() => control?.abort());
  }

  /** Nothing of anyone stays on a screen that is locked. */
  #clear(): void {
    if (this.#locked) return;
    const { capture, value, pid } = this.#form;
    this.#locked = { id: Object.keys(value).length ? capture.id : '', pid };
    this.#form.value = {};
  }

  #restore({ id, pid }: { readonly id: string; readonly pid: string }): void {
    this.#locked = undefined;
    void (async () => {
      const drafts = (await this.#session.records?.drafts?.()) ?? [];
      if (drafts.some((saved) => saved.id === id)) await this.open(id);
      else this.#form.pid = pid;
    })();
  }
}
