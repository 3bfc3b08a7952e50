import type { LoadedRecord, Receipt, SavedDraft, Submission } from '../../src/client/index.ts';
import type { HealthRecord, Issue, RecordDraft } from '../../src/schema/index.ts';
import type { Session } from '../context.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { failureWords, loadSyncWords } from '../failure-words.ts';
import { differences, valueAt } from './differences.ts';
import { Keeper } from './keeper.ts';
import type { ConsentGate } from './consent-gate.ts';
import type { RecordForm } from './record-form.ts';

/** A record that went out from a form: the capture, and what stood on screen. */
interface Sent {
  readonly id: string;
  readonly record: HealthRecord;
  readonly base: LoadedRecord | undefined;
  readonly draft: RecordDraft | undefined;
}

/** What a form does inside a session: it opens records, keeps drafts and sends. Loaded as soon as there is a session. */
export class Link {
  readonly #form: RecordForm;
  #session: Session = {};
  #isHere = false;
  #keeper: Keeper | undefined;
  /** The record that is open. */
  #loaded = '';
  /** What is on screen and waits in the queue of this device. */
  #waiting: Sent | undefined;
  #stopFollowing: (() => void) | undefined;
  #gate: Promise<ConsentGate> | undefined;

  constructor(form: RecordForm) {
    this.#form = form;
  }

  /** Takes what the session offers now. */
  meet(session: Session): void {
    if (session === this.#session && this.#isHere) return;
    this.#session = session;
    this.#isHere = true;
    if (session.records?.open || this.#keeper)
      (this.#keeper ??= new Keeper(this.#form, this.#failed, this.#opened)).meet(session);
    this.#follow();
    this.#guard();
    void this.load();
  }

  /** Where the session has settings of consent, what is missing is asked for. A part that does not come is asked for again. */
  #guard(): Promise<ConsentGate> | undefined {
    if (!this.#session.consent && !this.#gate) return undefined;
    this.#gate ??= import('./consent-gate.ts').then(({ ConsentGate }) => new ConsentGate(this.#form));
    const met = this.#gate.then((gate) => {
      gate.meet(this.#session);
      return gate;
    });
    met.catch(() => (this.#gate = undefined));
    return met;
  }

  /** Whether the record may go out as far as notices and consents are concerned; rejects where that cannot be found out. */
  async mayGo(): Promise<boolean> {
    if (!this.#session.consent) return true;
    await this.#session.ready;
    const gate = await this.#guard();
    // Without settings there is no gate, and the session may have lost them while it was loading.
    return gate ? gate.mayGo() : true;
  }

  /** Leaves the session; what is typed is on its way to the disk. */
  stop(): void {
    this.#isHere = false;
    this.#stopFollowing?.();
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
      this.#wait({ id: form.capture.id, base, record: base.record, draft: form.value });
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
      form.notice = '';
    } catch (error) {
      this.#failed((error as { readonly code?: string }).code ?? '');
    }
  }

  /** What is on screen now, ready to be sent: from here on the host may put another capture there. */
  prepare(written: HealthRecord): { readonly record: HealthRecord; readonly send: () => Promise<void> } {
    const form = this.#form;
    const { saveState: before, value: draft, base } = form;
    const { id } = form.capture;
    const isAmiss = form.pid !== '' && !base;
    const record = this.#signed(written);
    const send = async (): Promise<void> => {
      form.saveState = 'sending';
      const store = await this.#store();
      if (!store) form.saveState = before;
      // What is on screen does not belong to the record that could not be opened.
      else if (isAmiss) form.saveState = 'notLoaded';
      else {
        const sent = { id, record, base, draft };
        const waiting = this.#waiting;
        this.#wait(undefined);
        try {
          await this.#sent(await store.submit(record, base, id), sent);
        } catch (error) {
          this.#refused(error, sent);
          const { etag } = error as { readonly etag?: string };
          if (etag === undefined || form.capture.id !== id) return this.#wait(waiting);
          // It stays in the queue: what is sent next takes its place there.
          form.base = { ...nothing, ...base, etag, record, pending: 'refused' };
          this.#wait({ ...sent, base: form.base });
        }
      }
    };
    return { record, send };
  }

  /** Who captured comes from the session. A record that has its first writer, or is there already, keeps what it says. */
  #signed(record: HealthRecord): HealthRecord {
    if (record.capturedBy !== undefined || record.facility !== undefined) return record;
    const { user, facility: place } = this.#session;
    const first: Partial<HealthRecord> | undefined = this.#form.base?.record;
    const [capturedBy, facility] = first ? [first.capturedBy, first.facility] : [user, place];
    return { ...record, ...(capturedBy && { capturedBy }), ...(facility && { facility }) };
  }

  /** Says why what is typed could not be kept. */
  readonly #failed = (code: string): void => {
    this.#form.saveState = code === 'draft.elsewhere' ? 'elsewhere' : 'notKept';
    void this.#explain({ code });
  };

  async #explain(error: unknown): Promise<void> {
    await this.#note((words) => failureWords(words, (error as { readonly code: string }).code).join(' '));
  }

  /** Says something of the capture on screen, if it still is when the words are there. */
  async #note(text: (words: SyncWords) => string): Promise<void> {
    const form = this.#form;
    const { id } = form.capture;
    const words = await loadSyncWords(form.locale);
    if (form.capture.id === id) form.notice = text(words);
  }

  /** What is not the server's own answer says so: a copy how old it is, a change of this device that it waits. */
  async #tellAge({ carriedAt, pending }: LoadedRecord): Promise<void> {
    if (carriedAt === undefined && !pending) return;
    await this.#note(({ ui }) => {
      if (carriedAt === undefined) return ui.pendingHere;
      const format = new Intl.DateTimeFormat(this.#form.locale, { dateStyle: 'short', timeStyle: 'short' });
      return ui.carried.replace('{time}', format.format(carriedAt));
    });
  }

  async #sent(submission: Submission, sent: Sent): Promise<void> {
    const form = this.#form;
    // Another person's capture was begun meanwhile: this one is stored and out of sight.
    const isShown = (): boolean => form.capture.id === sent.id;
    if (!isShown()) return;
    form.notice = '';
    if (submission.state === 'stored') {
      await this.#stored(submission.receipt, sent, isShown);
      if (isShown() && form.saveState === 'sending') form.saveState = 'unsaved';
      return;
    }
    const { base } = submission;
    form.base = base;
    form.saveState = form.value === sent.draft ? 'queued' : 'unsaved';
    this.#wait({ ...sent, base });
  }

  /** Goes on from what the server has now. `isShown` = whether the capture that was sent is still on screen. */
  async #stored({ pid, version }: Receipt, sent: Sent, isShown: () => boolean): Promise<void> {
    const form = this.#form;
    const known = await (await this.#store())?.load(pid).catch(() => undefined);
    if (!isShown()) return;
    const isUntouched = form.value === sent.draft;
    // Where it cannot be read back the next attempt names the same capture, and is no second record.
    const others = known && differences(undated(known.record), undated(sent.record));
    if (known && !known.pending && (!others || known.version >= version)) {
      // What others wrote was never on this screen: a change that starts from it would take it away again.
      if (others && isUntouched) form.begin({ id: sent.id, draft: known.record, base: known });
      if (!others) form.base = known;
      if (form.base === known) this.#loaded = form.pid = pid;
      if (others && isUntouched) void this.#note(({ ui }) => ui.mergedN.replace('{n}', String(others)));
    }
    if (isUntouched) form.saveState = 'sent';
  }

  /** From here on this is what waits. */
  #wait(sent: Sent | undefined): void {
    this.#waiting = sent?.base?.pending ? sent : undefined;
    this.#follow();
  }

  #follow(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
    const waiting = this.#waiting;
    if (waiting?.base)
      this.#stopFollowing = this.#session.records?.follow?.(waiting.base, (state) =>
        this.#heard(state, waiting),
      );
  }

  /** What became of the record that waits, if it is still the one on screen. */
  #heard(state: Submission | Error, waiting: Sent): void {
    const form = this.#form;
    const isShown = (): boolean =>
      this.#waiting === waiting && form.base === waiting.base && form.capture.id === waiting.id;
    if (!isShown()) this.#wait(undefined);
    else if (state instanceof Error) this.#refused(state, waiting);
    else {
      form.notice = '';
      if (state.state === 'stored') void this.#stored(state.receipt, waiting, isShown);
      else if (form.value === waiting.draft) form.saveState = 'queued';
    }
  }

  /** A draft that was opened may go on from a record that still waits. */
  readonly #opened = ({ id, base }: SavedDraft): void => {
    const isHalted = base?.pending === 'refused' || base?.pending === 'conflict';
    this.#wait(base && !isHalted ? { id, base, record: base.record, draft: undefined } : undefined);
  };

  #refused(error: unknown, sent: Sent): void {
    const form = this.#form;
    const { code = '', issues = [] } = error as { code?: string; issues?: readonly Issue[] };
    // A form that was emptied meanwhile shows the record again: what was not stored is not lost from sight.
    if (form.capture.id !== sent.id && !Object.keys(form.value).length) {
      form.begin({ id: sent.id, draft: sent.record, base: sent.base });
      this.#loaded = form.pid = sent.base?.pid ?? '';
    }
    // What was written at a place since is not what was refused.
    const stand = (at: Issue): boolean =>
      !differences(standing(form.value, at.path), standing(sent.record, at.path));
    form.notSent(code, form.capture.id === sent.id ? issues.filter(stand) : undefined);
    // It is in the queue of this device: what to do there is said in full.
    if (this.#session.sync) void this.#explain({ code });
  }
}

// The form itself writes the day anew with each sending.
const undated = (record: HealthRecord): object => ({ ...record, capturedOn: undefined });
/** All that stands at a place and is judged. */
const standing = (record: RecordDraft, path: string): unknown => [
  ...[valueAt(record, path), record.unread?.[path], record.absent?.[path], record.confirmed?.[path]],
];
const nothing = { pid: '', version: 0, at: '', by: '', facility: '', action: '' };
