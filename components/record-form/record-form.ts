import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { vi } from '../../src/i18n/index.ts';
import type { SomeWords } from '../../src/i18n/index.ts';
import { schemaVersion } from '../../src/schema/index.ts';
import type { HealthRecord, Issue, Part } from '../../src/schema/index.ts';
import { makeRowId } from '../row-ids.ts';
import { ChangeEvent, SaveEvent, SubmitRecordEvent } from '../events.ts';
import { FormElement } from '../form-element.ts';
import type { HsskElement } from '../element.ts';
import type { Judge } from '../form-element.ts';
import type { LoadedRecord, SavedDraft } from '../../src/client/index.ts';
import type { Link } from './link.ts';
import {
  AdministrativeSection,
  ExaminationSection,
  HistorySection,
  ImmunizationSection,
} from '../sections/index.ts';
import { base, themes } from '../styles.ts';
import { footer, navigation, section, summary } from './frame.ts';
import type { SaveState } from './frame.ts';
import { recordFormStyles } from './record-form.styles.ts';
import { watchReading } from './reading-place.ts';
import { linkToSession } from './session-link.ts';
import type { SessionLink } from './session-link.ts';
import { giveTemporary, temporaryPath } from './temporary-number.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-record-form': RecordForm;
  }
}

const narrowPx = 640;
const parts: readonly Part[] = ['administrative', 'history', 'immunizations', 'examinations'];

/**
 * The whole form of QĐ 831/QĐ-BYT with navigation, summary of errors, and sending. Alone it works by `value` and
 * events; inside `<hssk-session>` it loads, saves and sends by itself.
 *
 * @tag hssk-record-form
 * @fires hssk-change - A person changed one place.
 * @fires hssk-save - A person asked to save the draft; cancelable.
 * @fires hssk-submit - A person sent a record without errors; cancelable.
 * @csspart nav - The list of sections.
 * @csspart footer - Status and buttons.
 * @csspart control - Each text control.
 */
export class RecordForm extends FormElement {
  static override tag = 'hssk-record-form';
  static override properties: PropertyDeclarations = {
    sections: {},
    pid: {},
    saveState: { attribute: 'save-state' },
    failure: { state: true },
    notice: { attribute: false },
    gate: { state: true },
    summary: { state: true },
    current: { state: true },
  };
  static override uses: readonly (typeof HsskElement)[] = [
    AdministrativeSection,
    HistorySection,
    ImmunizationSection,
    ExaminationSection,
  ];
  static override words: SomeWords = vi;
  static override styles: CSSResultGroup = [base, themes, recordFormStyles];

  /** Sections to show, by name and in order; all four where nothing is set. */
  sections = '';
  /** The central record to open (inside a session). */
  pid = '';
  /** Shown beside the buttons; a host without a session sets it after saving or sending. */
  saveState: SaveState = 'none';
  /** What else there is to be said of the record as a whole, shown beside the state. */
  notice = '';

  /** What is said above the buttons by a part that was loaded later. */
  gate: TemplateResult | undefined;
  private summary = false;
  private current: Part = 'administrative';
  /** The way to the session around the form. */
  protected readonly link: SessionLink = linkToSession(this);
  /** The record on the server that is being changed; a session sets it with `pid`. */
  base: LoadedRecord | undefined;
  #isSubmitting = false;
  private failure = '';
  /** Names this capture, until another person's is begun. */
  #captureId = makeRowId();

  constructor() {
    super();
    watchReading(this, (part) => (this.current = part as Part));
  }

  /** Only what is on screen is judged: a host that shows some sections has the others elsewhere. */
  protected override async judge(): Promise<Judge> {
    const check = await super.judge();
    const shown = this.#parts;
    if (shown.length === parts.length) return check;
    return (draft, options) =>
      check(draft, options).filter(({ path }) => shown.some((part) => path.startsWith(part)));
  }

  protected override judgedDraft(): void {
    this.requestUpdate();
  }

  protected override revealErrors(): void {
    super.revealErrors();
    this.summary = true;
  }

  get #parts(): readonly Part[] {
    const wanted = this.sections
      .split(/[\s,]+/)
      .filter((name): name is Part => (parts as readonly string[]).includes(name));
    return wanted.length ? wanted : parts;
  }

  /** What is being captured, with what it is kept by. */
  get capture(): SavedDraft {
    return { id: this.#captureId, draft: this.#stamped(), base: this.base };
  }

  /** Puts a capture on screen: a draft that was kept, a record to change, or an empty form. */
  begin({ id = makeRowId(), draft = {}, base }: Partial<SavedDraft>): void {
    this.#leave(id, base);
    this.show(draft);
    this.saveState = 'none';
  }

  #leave(id: string, base?: LoadedRecord): void {
    this.base = base;
    this.#captureId = id;
    this.notice = '';
    this.summary = false;
    this.form.configure({ reveal: false });
  }

  /** A draft from outside is another capture: what was open before is left, or its record would be changed. */
  protected override draftReplaced(): void {
    // A page that sets both means the record, which is still on its way.
    if (this.pid && !this.base && this.saveState !== 'notLoaded') return;
    this.#leave(makeRowId());
    this.pid = '';
    this.saveState = 'none';
  }

  /** Says why the record was not sent; issues stand at their fields. */
  notSent(code: string, issues: readonly Issue[] = []): void {
    this.failure = code;
    this.saveState = issues.length ? 'refused' : 'notSent';
    if (issues.length) {
      this.issues = issues;
      this.summary = true;
    }
  }

  /** A record that exists is judged by today, not by the day it was first captured. */
  protected override get isNew(): boolean {
    return super.isNew && !this.base;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('pid')) this.link.open();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('hssk-change', this.#onAnyChange);
  }

  #onAnyChange = (): void => {
    if (this.saveState !== 'unsaved') this.saveState = 'unsaved';
  };

  /** Brings the field of a path on screen, opening what hides it. */
  async goTo(path: string): Promise<void> {
    const part = path.split('.')[0] as Part;
    const section = this.renderRoot.querySelector<FormElement & { open?(path: string): unknown }>(
      `[data-part="${part}"]`,
    );
    await section?.open?.(path);
    await section?.updateComplete;
    if (!this.form.goTo(path)) section?.scrollIntoView({ block: 'start' });
  }

  /** Asks the host (or the session) to save what is written, errors or not. */
  async save(): Promise<void> {
    await this.form.settled();
    if (!this.dispatchEvent(new SaveEvent(this.#stamped()))) return;
    const link = await this.link.meet().catch(() => {
      this.saveState = 'notKept';
      this.notice = this.form.say('noAnswer');
    });
    await link?.save();
  }

  /** Judges the record and sends it; with errors it goes to the summary instead. A second call waits for nothing. */
  async submit(): Promise<void> {
    if (this.#isSubmitting) return;
    this.#isSubmitting = true;
    try {
      await this.#submit();
    } finally {
      this.#isSubmitting = false;
    }
  }

  async #submit(): Promise<void> {
    const { id } = this.capture;
    let link: Link | undefined;
    try {
      // Waited for before the record is judged: what is judged is what is sent.
      link = await this.link.meet();
      await this.judge();
      if (link && !(await link.mayGo())) return;
    } catch {
      return this.notSent('network.failed');
    }
    await this.form.settled();
    // A host that keeps the draft keeps the number too: with another one the person would be another person.
    if (giveTemporary(this.form, this.base?.record, this.#parts.includes('administrative')))
      this.dispatchEvent(new ChangeEvent(temporaryPath, () => this.form.draft));
    this.form.configure({ reveal: true });
    const issues = await this.check();
    // The host has put another person on screen meanwhile: nobody asked to send that one.
    if (this.capture.id !== id) return;
    this.summary = issues.some(({ level }) => level === 'error');
    if (this.summary) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#summary')?.focus();
      return;
    }
    const { record, send } = link?.prepare(this.#stamped()) ?? { record: this.#stamped() };
    if (this.dispatchEvent(new SubmitRecordEvent(record))) await send?.();
  }

  #stamped(): HealthRecord {
    const { draft, today } = this.form;
    return {
      ...draft,
      schemaVersion: draft.schemaVersion ?? schemaVersion,
      capturedOn: today,
      administrative: draft.administrative ?? {},
    };
  }

  override render(): TemplateResult {
    const state = this.form;
    const sections = this.#parts;
    return html`<div class="frame">
      ${sections.length < 2 ? nothing : navigation(state, { parts: sections, current: this.current, go: (part) => this.#show(part) })}
      <div class="sections" ?inert=${this.saveState === 'loading' || this.saveState === 'elsewhere'}>
        ${sections.map((part) => section(state, part))}
      </div>
      ${
        this.mode === 'view'
          ? nothing
          : html`<div class="dock" part="footer">
              ${this.summary ? summary(state, (path) => this.#leaveSummary(path)) : nothing}
              ${this.gate ?? nothing}
              ${footer(
                state,
                { saveState: this.saveState, failure: this.failure, notice: this.notice },
                {
                  summary: () => (this.summary = !this.summary),
                  save: () => void this.save(),
                  submit: () => void this.submit(),
                },
              )}
            </div>`
      }
    </div>`;
  }

  #show(part: Part): void {
    this.renderRoot.querySelector(`[data-part="${part}"]`)?.scrollIntoView({ block: 'start' });
  }

  /** On a phone the list makes room for the field it leads to. */
  #leaveSummary(path: string): void {
    if (this.clientWidth < narrowPx) this.summary = false;
    void this.goTo(path);
  }
}
