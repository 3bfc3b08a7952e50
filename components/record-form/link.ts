import type { LoadedRecord, Submission } from '../../src/client/index.ts';
import type { HealthRecord, Issue } from '../../src/schema/index.ts';
import type { Session } from '../context.ts';
import { failureWords, loadSyncWords } from '../failure-words.ts';
import { Keeper } from './keeper.ts';
import type { RecordForm } from './record-form.ts';

/** What a form does inside a session: it opens records, keeps drafts and sends. Loaded as soon as there is a session. */
export class Link {
  readonly #form: RecordForm;
  #session: Session = {};
  #keeper: Keeper | undefined;
  /** The record that is open. */
  #loaded = '';

  constructor(form: RecordForm) {
    this.#form = form;
  }

  /** Takes what the session offers now. */
  meet(session: Session): void {
    this.#session = session;
    if (session.records?.open || this.#keeper)
      (this.#keeper ??= new Keeper(this.#form, this.#failed)).meet(session);
    void this.load();
  }

  /** Leaves the session; what is typed is on its way to the disk. */
  stop(): void {
    this.#keeper?.stop();
  }

  /** Where records come from and go to; waits for a session that is still loading its client. */
  async #store(): Promise<Session['records']> {
    await this.#session.ready;
    return this.#session.records;
  }

  /** Opens the record of the form's `pid`. */
  async load(): Promise<void> {
    const form = this.#form;
    const { pid } = form;
    if (form.base?.pid !== this.#loaded) this.#loaded = '';
    if (this.#loaded === pid) return;
    // Nobody sees or sends one person's record under another's id.
    if (form.base && form.base.pid !== pid) form.begin({});
    if (!pid || form.base) {
      this.#loaded = pid;
      return;
    }
    const store = await this.#store();
    if (!store || form.pid !== pid || this.#loaded === pid) return;
    this.#loaded = pid;
    form.saveState = 'loading';
    try {
      const base = await store.load(pid);
      if (form.pid !== pid) return;
      form.begin({ draft: base.record, base });
      await this.#tellAge(base);
    } catch (error) {
      if (form.pid !== pid) return;
      if ((error as { code?: string }).code?.startsWith('copy.')) void this.#explain(error);
      this.#loaded = '';
      form.saveState = 'notLoaded';
    }
  }

  /** Keeps the draft on screen because a person asked for it. */
  async save(): Promise<void> {
    const form = this.#form;
    const store = await this.#store();
    if (!store) return;
    if (!store.save) return this.#failed('vault.none');
    form.saveState = 'saving';
    try {
      await store.save(form.capture);
      form.saveState = 'saved';
    } catch (error) {
      this.#failed((error as { readonly code?: string }).code ?? '');
    }
  }

  /** What is on screen now, ready to be sent: from here on the host may put another capture there. */
  prepare(record: HealthRecord): () => Promise<void> {
    const form = this.#form;
    const { saveState: before, value: draft, base } = form;
    const { id } = form.capture;
    const isAmiss = form.pid !== '' && !base;
    return async () => {
      form.saveState = 'sending';
      const store = await this.#store();
      if (!store) form.saveState = before;
      // What is on screen does not belong to the record that could not be opened.
      else if (isAmiss) form.saveState = 'notLoaded';
      else {
        try {
          await this.#sent(await store.submit(record, base, id), id, draft);
        } catch (error) {
          this.#refused(error, { id, record, base });
        }
      }
    };
  }

  /** Says why what is typed could not be kept. */
  readonly #failed = (code: string): void => {
    this.#form.saveState = code === 'draft.elsewhere' ? 'elsewhere' : 'notKept';
    void this.#explain({ code });
  };

  async #explain(error: unknown): Promise<void> {
    const form = this.#form;
    const words = await loadSyncWords(form.locale);
    form.notice = failureWords(words, (error as { readonly code: string }).code).join(' ');
  }

  /** What is not the server's own answer says so: a copy how old it is, a change of this device that it waits. */
  async #tellAge({ carriedAt, pending }: LoadedRecord): Promise<void> {
    if (carriedAt === undefined && !pending) return;
    const { locale } = this.#form;
    const words = await loadSyncWords(locale);
    if (carriedAt === undefined) {
      this.#form.notice = words.ui.pendingHere;
      return;
    }
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
    this.#form.notice = words.ui.carried.replace('{time}', format.format(carriedAt));
  }

  async #sent(sent: Submission, id: string, draft: unknown): Promise<void> {
    const form = this.#form;
    // Another person's capture was begun meanwhile: this one is stored and out of sight.
    const isShown = (): boolean => form.capture.id === id;
    if (!isShown()) return;
    if (sent.state === 'stored') {
      const { pid } = sent.receipt;
      const known = await (await this.#store())?.load(pid).catch(() => undefined);
      if (!isShown()) return;
      // Where it cannot be read back the next attempt names the same capture, and is no second record.
      if (known) {
        form.base = known;
        this.#loaded = form.pid = pid;
      }
    } else form.base = sent.base;
    form.saveState = form.value !== draft ? 'unsaved' : sent.state === 'stored' ? 'sent' : 'queued';
  }

  #refused(error: unknown, sent: { id: string; record: HealthRecord; base: LoadedRecord | undefined }): void {
    const form = this.#form;
    const { code = '', issues } = error as { code?: string; issues?: readonly Issue[] };
    // A form that was emptied meanwhile shows the record again: what was not stored is not lost from sight.
    if (form.capture.id !== sent.id && !Object.keys(form.value).length) {
      form.begin({ id: sent.id, draft: sent.record, base: sent.base });
      this.#loaded = form.pid = sent.base?.pid ?? '';
    }
    form.notSent(code, form.capture.id === sent.id ? issues : undefined);
    // It is in the queue of this device: what to do there is said in full.
    if (this.#session.sync) void this.#explain({ code });
  }
}
