import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { absentWords, compose, messageOf } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import type { Issue } from '../../src/schema/index.ts';
import { HsskElement } from '../element.ts';
import { ChangeEvent, keepKeystrokes } from '../events.ts';
import { FormState } from '../form-state.ts';
import type { Place, Watcher } from '../form-state.ts';
import { base, fieldStyles } from '../styles.ts';

/**
 * One place of the form on screen. Inside a form it is given the form's `state` and a `path`; alone it keeps a state
 * of its own and reports changes by `hssk-change`. It judges nothing: it shows the issues of its path.
 *
 * Unless a field draws its own, the control is one blank, as on paper: value, reason ("không nhớ") and note stand in
 * it together. Each keystroke is read and kept; the tidy writing is shown when the person leaves the field.
 */
export abstract class FieldElement extends HsskElement implements Watcher {
  static override properties: PropertyDeclarations = {
    path: {},
    label: {},
    row: {},
    compact: { type: Boolean, reflect: true },
    state: { attribute: false },
    aside: { attribute: false },
    uses: { attribute: false },
    asking: { state: true },
  };
  static override styles: CSSResultGroup = [base, fieldStyles];
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };

  /** Dotted path of the place in the record (`administrative.fullName`); alone any name. */
  declare path: string;
  /** Another label than the printed one. */
  declare label: string | undefined;
  /** Words before the label for who cannot see the row it stands in. */
  declare row: string | undefined;
  /** In a table: the label is the column's heading and shows on phones only. */
  declare compact: boolean;
  /** The form this field belongs to. */
  declare state: FormState | undefined;
  /** A line worked out from other places, shown below the control; `uses` are the paths it depends on. */
  declare aside: ((form: FormState) => string | undefined) | undefined;
  declare uses: readonly string[] | undefined;

  declare private asking: string | undefined;
  /** What the person is writing, until they leave the field. */
  protected typed: string | undefined;
  protected lines = false;
  protected keyboard = '';
  #drawn: Place | undefined;
  #marks = ',,';
  #marked: Element | null = null;
  #own: FormState | undefined;
  #watched: [FormState, readonly string[]] | undefined;

  protected get form(): FormState {
    if (this.state) return this.state;
    if (!this.#own) {
      this.#own = new FormState();
      this.#own.onChange = (path) => this.dispatchEvent(new ChangeEvent(path, () => this.form.draft));
      keepKeystrokes(this);
    }
    return this.#own;
  }

  protected get place(): Place {
    return this.form.place(this.path);
  }

  /** The value of the field: what was read from what is written, `undefined` where nothing could be. */
  get value(): unknown {
    return this.form.value(this.path ?? alone);
  }

  protected get labelText(): string {
    return this.label || this.form.label(this.path);
  }

  /** Reads what is written. */
  protected abstract read(text: string, context: ReadContext): Reading<unknown>;
  /** A value as it is written on paper. */
  protected abstract format(value: unknown): string;
  /** Words after the label, with the blank before them. */
  protected unit(): string {
    return '';
  }

  /** What stands in the field: value or reason or unread text, and the note beside it. */
  protected written(place: Place): string {
    const text =
      place.unread ??
      (place.absent ? absentWords(place.absent) : place.value === undefined ? '' : this.format(place.value));
    return compose(text, place.note);
  }

  protected get context(): ReadContext {
    const { form, path } = this;
    const context = { today: form.today, label: this.labelText };
    // A dash in B7 of a man strikes the line out.
    const isStruck = path.startsWith('history.reproductive.') && form.value('administrative.sex') === 'male';
    return isStruck ? { ...context, dashIsNotApplicable: true } : context;
  }

  /** Replaces what is written, as a choice from a list does. */
  protected write(text: string): void {
    this.typed = undefined;
    this.form.put(this.path, this.read(text, this.context), text);
    this.requestUpdate();
  }

  placeChanged(): void {
    this.requestUpdate();
  }

  goTo(): void {
    this.focus({ preventScroll: true });
    // Groups on the way get their real height only when they come near the screen: the place is looked for until it stays.
    const scroll = (left: number): void => {
      this.scrollIntoView({ block: 'start' });
      if (left) requestAnimationFrame(() => scroll(left - 1));
    };
    scroll(3);
  }

  override willUpdate(changed: PropertyValues): void {
    if (!this.path) this.path = alone;
    if (changed.has('path')) this.typed = undefined;
    if (changed.has('path') || changed.has('state') || changed.has('uses')) this.#watch();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
  }

  #watch(): void {
    this.#unwatch();
    const paths = this.uses ? [this.path, ...this.uses] : [this.path];
    for (const path of paths) this.form.watch(path, this);
    this.#watched = [this.form, paths];
  }

  #unwatch(): void {
    if (this.#watched) for (const path of this.#watched[1]) this.#watched[0].unwatch(path, this);
    this.#watched = undefined;
  }

  /** The issues shown at the field. */
  protected shown(place: Place): readonly Issue[] {
    return place.issues;
  }

  override render(): TemplateResult {
    const place = this.place;
    this.#drawn = place;
    return this.form.mode === 'view' ? this.renderView(place) : this.renderField(place);
  }

  /** Label, control (with id `control`) and what is to be said. A page holds hundreds of them: as few bound parts as can be. */
  protected renderField(place: Place): TemplateResult {
    const label = this.labelText + this.unit();
    const below = this.renderBelow(place);
    return this.lines
      ? html`<label for="control">${label}</label
          ><textarea
            id="control"
            part="control"
            rows="1"
            autocomplete="off"
            @input=${this.onInput}
            @change=${this.onLeave}
          ></textarea
          >${below}`
      : html`<label for="control">${label}</label
          ><input
            id="control"
            part="control"
            autocomplete="off"
            spellcheck="false"
            @input=${this.onInput}
            @change=${this.onLeave}
          />${below}`;
  }

  /** The text control of a field that draws none of its own. */
  protected get control(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('#control');
  }

  /** Puts the text into the control and says what is to be known of it, where that differs from what is there. */
  override updated(): void {
    const { control, form } = this;
    const place = this.#drawn;
    if (!control || !place || form.mode === 'view') return;
    if (control.type !== 'checkbox') {
      const text = this.typed ?? this.written(place);
      if (control.value !== text) control.value = text;
      if (this.lines) setAttribute(control, 'rows', rowsOf(text));
      else if (this.keyboard) control.inputMode = this.keyboard;
    }
    const marks = [
      this.row ? `${this.row}: ${this.labelText}` : undefined,
      this.describedBy(place),
      this.invalid(place),
    ] as const;
    if (marks.join() === this.#marks && control === this.#marked) return;
    this.#marks = marks.join();
    this.#marked = control;
    marks.forEach((mark, at) => setAttribute(control, markNames[at]!, mark));
  }

  protected onInput(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.typed = text;
    this.form.put(this.path, this.read(text, this.context), text);
  }

  protected onLeave(): void {
    this.typed = undefined;
    this.requestUpdate();
  }

  protected renderView(place: Place): TemplateResult {
    const text = this.written(place);
    return html`<div class="label">${this.labelText}${this.unit()}</div>
      <div class="value ${text ? '' : 'empty'}">${text || '–'}</div>
      ${this.renderBelow(place)}`;
  }

  /** Help stands there until something is written. */
  #help(place: Place): string | undefined {
    const isEmpty = place.value === undefined && !place.absent && !place.unread;
    return isEmpty && !this.compact && this.form.mode !== 'view' ? this.form.help(this.path) : undefined;
  }

  protected renderBelow(place: Place): TemplateResult | typeof nothing {
    const aside = this.aside?.(this.form);
    const help = this.#help(place);
    const issues = this.shown(place);
    const confirmed = Object.values(place.confirmed);
    if (!aside && !help && !issues.length && !confirmed.length) return nothing;
    return html`${
      issues.length || confirmed.length
        ? html`<ul class="messages" id="messages">
            ${issues.map((issue) => this.renderIssue(issue))}${confirmed.map(
              ({ reason }) => html`<li class="confirmed">${this.form.say('confirmed', { reason })}</li>`,
            )}
          </ul>`
        : nothing
    }${aside ? html`<p class="aside">${aside}</p>` : nothing}${
      help ? html`<p class="help" id="help">${help}</p>` : nothing
    }`;
  }

  /** Words before a message that speaks of a part of the value. */
  protected subjectOf(_issue: Issue): string {
    return '';
  }

  protected renderIssue(issue: Issue): TemplateResult {
    const { form } = this;
    const isWarning = issue.level === 'warning';
    return html`<li class=${issue.level}>
      <span class="hidden">${form.say(issue.level)}: </span
      >${this.subjectOf(issue)}${messageOf(form.words, issue)}
      ${
        isWarning && form.mode !== 'view' && issue.path === this.path
          ? this.asking === issue.code
            ? html`<form @submit=${(event: Event) => this.#onReason(event, issue)}>
                <label class="why"
                  >${form.say('confirmWhy')} <input name="reason" required maxlength="300" autocomplete="off"
                /></label>
                <button>${form.say('confirmSave')}</button>
              </form>`
            : html`<button class="link" type="button" @click=${() => (this.asking = issue.code)}>
                ${form.say('confirm')}
              </button>`
          : nothing
      }
    </li>`;
  }

  protected describedBy(place: Place): string | undefined {
    const ids = [this.shown(place).length ? 'messages' : '', this.#help(place) ? 'help' : ''].filter(Boolean);
    return ids.length ? ids.join(' ') : undefined;
  }

  protected invalid(place: Place): 'true' | undefined {
    return this.shown(place).some((issue) => issue.level === 'error') ? 'true' : undefined;
  }

  #onReason(event: Event, issue: Issue): void {
    event.preventDefault();
    event.stopPropagation();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    this.asking = '';
    if (typeof reason === 'string' && reason.trim()) {
      this.form.confirm(this.path, issue.code, { reason: reason.trim(), at: new Date().toISOString() });
    }
  }
}

// Rows of a text where the browser does not fit the box to it by itself (`field-sizing`).
const rowsOf = (text: string): string =>
  String(Math.min(12, text.split('\n').length + Math.floor(text.length / 90)));

/** Path of a field that stands alone. */
const alone = 'value';

const markNames = ['aria-label', 'aria-describedby', 'aria-invalid'] as const;

function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (element.getAttribute(name) === (value ?? null)) return;
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** A value that is text, as it stands. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
