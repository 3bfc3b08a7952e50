import { fill } from '../../src/i18n/index.ts';
import type { Session } from '../context.ts';
import { SubmitRecordEvent } from '../events.ts';
import type { FormState } from '../form-state.ts';
import type { MemberWork } from './member-work.ts';
import { NextMemberEvent } from './next-event.ts';
import { saveStation } from './save-station.ts';
import type { Saved } from './save-station.ts';
import type { ScreeningForm } from './screening-form.ts';
import type { Signing } from './stamps.ts';
import type { StationDesk } from './station-desk.ts';

interface Parts {
  readonly work: MemberWork;
  readonly desk: StationDesk;
  state(): FormState;
  signing(): Signing;
  session(): Session | undefined;
}

/** Saves a pupil and tells in words what became of it. */
export class StationSaver {
  readonly #form: ScreeningForm;
  readonly #parts: Parts;
  /** How often a person changed something. */
  changes = 0;
  /** What became of the pupil before, shown with the next one. */
  saidOfLast = '';
  #isNotKept = false;

  constructor(form: ScreeningForm, parts: Parts) {
    this.#form = form;
    this.#parts = parts;
  }

  async save(next: boolean): Promise<void> {
    const form = this.#form;
    const { work, state, signing, session } = this.#parts;
    if (form.saveState === 'saving' || work.phase === 'opening') return;
    if (!form.isDirty || work.isRefused) {
      if (next) form.dispatchEvent(new NextMemberEvent());
      return;
    }
    if (work.late.length) {
      form.notice = fill(form.texts.ui.lateLeft, { n: work.late.length });
      form.renderRoot.querySelector<HTMLElement>('.late button')?.focus();
      return;
    }
    const { page, turn } = work;
    const { changes } = this;
    form.saveState = 'saving';
    const saved = await saveStation({
      state: state(),
      work,
      signing: signing(),
      session: session(),
      change: changes,
      check: () => form.check(),
      offer: (record) => form.dispatchEvent(new SubmitRecordEvent(record)),
    });
    const { result } = saved;
    const isDone = result === 'waiting' || result === 'sent' || result === 'handed' || result === 'held';
    if (work.turn !== turn) {
      // Somebody else is on screen: only what was put aside is settled by it.
      if (isDone && page) work.saved(page, changes);
      form.requestUpdate();
    } else if (isDone) {
      if (result === 'held') await this.#tell(saved.code).catch(() => undefined);
      if (work.turn === turn) this.#done(result, this.changes !== changes, next);
    } else await this.#failed(saved);
  }

  /** Says why what is typed cannot be kept on this device; without a code that it is kept again. */
  async notKept(code: string | undefined): Promise<void> {
    const form = this.#form;
    if (code === undefined) {
      if (this.#isNotKept) form.notice = '';
      this.#isNotKept = false;
      return;
    }
    this.#isNotKept = true;
    await this.#tell(code, form.texts.ui.notKept);
  }

  /** Marks the pupil, or takes the mark away; `next` = and goes on. */
  async mark(mark: Parameters<MemberWork['mark']>[0], next: boolean): Promise<void> {
    const form = this.#form;
    form.isMarking = false;
    try {
      await this.#parts.work.mark(mark);
      if (next) await this.save(true);
    } catch {
      form.saveState = 'notSaved';
    }
  }

  #done(result: 'waiting' | 'sent' | 'handed' | 'held', isDirty: boolean, next: boolean): void {
    const form = this.#form;
    const { ui } = form.texts;
    form.isDirty = isDirty;
    form.summary = false;
    // Where the host sends, it says what became of it.
    const isHost = result === 'handed';
    if (isHost && !isDirty) this.#parts.work.handedOver();
    const state = isHost ? 'none' : result === 'held' ? 'refused' : result;
    if (form.saveState === 'saving') form.saveState = isDirty ? 'unsaved' : state;
    if (isDirty || !next) return;
    const { draft } = this.#parts.state();
    const name = draft.administrative?.fullName ?? this.#parts.work.member?.fullName ?? '';
    if (state !== 'none') this.saidOfLast = fill(ui.savedOf, { name, state: ui[state] });
    form.dispatchEvent(new NextMemberEvent());
  }

  async #failed(saved: Saved): Promise<void> {
    const form = this.#form;
    form.saveState = 'unsaved';
    if (saved.result === 'asked') {
      form.notice = fill(form.texts.ui.questions, { n: saved.issues.length });
      this.#parts.desk.toQuestion(saved.issues[0]!.path);
    } else if (saved.result === 'errors') await this.#showErrors();
    else if (saved.result === 'failed') {
      form.saveState = saved.issues.length ? 'refused' : 'notSaved';
      if (saved.issues.length) form.issues = saved.issues;
      await this.#tell(saved.code);
      if (saved.issues.length) await this.#showErrors();
    }
  }

  /** What became of it, and what to do. */
  async #tell(code: string, before = ''): Promise<void> {
    const form = this.#form;
    const { failureWords, loadSyncWords } = await import('../failure-words.ts');
    form.notice = [before, ...failureWords(await loadSyncWords(form.locale), code)].join(' ').trim();
  }

  async #showErrors(): Promise<void> {
    const form = this.#form;
    this.#parts.state().configure({ reveal: true });
    form.summary = true;
    await form.updateComplete;
    form.renderRoot.querySelector<HTMLElement>('#summary')?.focus();
  }
}
