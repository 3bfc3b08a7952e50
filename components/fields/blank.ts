import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { absentWords, compose } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import type { Issue } from '../../src/schema/index.ts';
import type { FormState, Place, Watcher } from '../form-state.ts';
import { make, rowsOf, setAttribute } from './dom.ts';
import { renderMessages } from './messages.ts';

/** How a blank stands among others. */
export interface BlankOptions {
  /** Another label than the printed one. */
  readonly label?: string | undefined;
  /** Words before the label for who cannot see the row it stands in. */
  readonly row?: string | undefined;
  /** In a table: the label is the column's heading and shows on phones only. */
  readonly compact?: boolean | undefined;
  /** A line worked out from other places, shown below the control; `uses` are the paths it depends on. */
  readonly aside?: ((form: FormState) => string | undefined) | undefined;
  readonly uses?: readonly string[] | undefined;
}

/** A kind of blank. */
export type BlankClass = new (form: FormState, path: string, options: BlankOptions, cls?: string) => Blank;

/** What one writes in or ticks. */
export type Control = HTMLInputElement | HTMLTextAreaElement;

let blanks = 0;
const markNames = ['aria-label', 'aria-describedby', 'aria-invalid'] as const;

/**
 * One place of the form on screen: a `node` for a section or for an element of its own. It judges nothing: it shows
 * the issues of its path.
 *
 * Unless a kind draws its own, the control is one blank, as on paper: value, reason ("không nhớ") and note stand in
 * it together. Each keystroke is read and kept; the tidy writing is shown when the person leaves the blank.
 */
export abstract class Blank implements Watcher {
  readonly node: HTMLElement;
  readonly form: FormState;
  readonly path: string;
  /** What tells the ids of its parts from those of other blanks. */
  protected readonly id = ++blanks;
  /** What the person is writing, until they leave the blank. */
  protected typed: string | undefined;
  protected keyboard = '';
  #options: BlankOptions;
  #asking: string | undefined;
  #isDue = false;
  /** What bears the label. */
  protected words!: HTMLElement;
  /** What one writes in or ticks; of printed boxes the line beside them. */
  control!: Control;
  #parts: readonly HTMLElement[] = [];
  #hasContent = false;
  // What was put into them last.
  #label = '';
  #rows = 0;
  #marks: readonly (string | undefined)[] = [];

  /** `cls` are words for the style sheet around it. */
  constructor(form: FormState, path: string, options: BlankOptions, cls = '') {
    this.form = form;
    this.path = path;
    this.#options = options;
    const place = options.compact ? 'blank compact' : 'blank';
    this.node = make('div', { class: `${place} ${cls}`, 'data-path': path });
  }

  /** Other words of the row. */
  set row(row: string | undefined) {
    if (row === this.#options.row) return;
    this.#options = { ...this.#options, row };
    this.placeChanged();
  }

  /** Draws the place and follows it from now on. */
  connect(): void {
    for (const path of this.#paths) this.form.watch(path, this);
    this.update();
  }

  disconnect(): void {
    for (const path of this.#paths) this.form.unwatch(path, this);
  }

  get #paths(): readonly string[] {
    return [this.path, ...(this.#options.uses ?? [])];
  }

  protected get place(): Place {
    return this.form.place(this.path);
  }

  protected get labelText(): string {
    return this.#options.label || this.form.label(this.path);
  }

  /** Reads what is written. */
  protected abstract read(text: string, context: ReadContext): Reading<unknown>;
  /** A value as it is written on paper. */
  protected abstract format(value: unknown): string;
  /** Words after the label, with the blank before them. */
  protected unit(): string {
    return '';
  }
  /** Whether it takes several lines. */
  protected get lines(): boolean {
    return false;
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
    this.placeChanged();
  }

  /** Draws it again, once for all that changes in this turn. */
  placeChanged(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.update());
  }

  get anchor(): HTMLElement | null {
    return this.node.querySelector('input, textarea');
  }

  goTo(): void {
    const { anchor, node } = this;
    anchor?.focus({ preventScroll: true });
    // A cell has no box of its own.
    const target = anchor && !node.getClientRects().length ? anchor : node;
    // Groups on the way get their real height only when they come near the screen: the place is looked for until it stays.
    const scroll = (left: number): void => {
      target.scrollIntoView({ block: 'start' });
      if (left) requestAnimationFrame(() => scroll(left - 1));
    };
    scroll(3);
  }

  /** The issues shown at the field. */
  protected shown(place: Place): readonly Issue[] {
    return place.issues;
  }

  update(): void {
    this.#isDue = false;
    const { node, place } = this;
    const isView = this.form.mode === 'view';
    const content = isView ? this.renderView(place) : this.renderBelow(place);
    if (isView) for (const part of this.#parts) part.remove();
    else {
      if (!this.#parts.length) this.#parts = this.make();
      if (!this.#parts[0]!.parentNode) node.prepend(...this.#parts);
      this.drawn(place);
    }
    // Most blanks have nothing to say.
    if (content === nothing && !this.#hasContent) return;
    this.#hasContent = true;
    render(content, node, { host: this });
  }

  /** Makes label and control. A page holds hundreds of them: they are made once, and `drawn` writes what differs. */
  protected make(): HTMLElement[] {
    const id = `c${this.id}`;
    const { lines, keyboard } = this;
    this.words = make('label', { class: 'words', for: id });
    this.control = make(lines ? 'textarea' : 'input', {
      id,
      part: 'control',
      autocomplete: 'off',
      spellcheck: lines ? '' : 'false',
      inputmode: keyboard,
    });
    return [this.words, this.control];
  }

  /** Puts the words into label and control, and what is to be known of them, where that differs from what is there. */
  protected drawn(place: Place): void {
    const { control } = this;
    const words = this.labelText + this.unit();
    if (words !== this.#label) this.words.textContent = this.#label = words;
    if (control.type !== 'checkbox') {
      const text = this.typed ?? this.written(place);
      if (control.value !== text) control.value = text;
      const rows = rowsOf(text);
      if (this.lines && rows !== this.#rows) (control as HTMLTextAreaElement).rows = this.#rows = rows;
    }
    const { row } = this.#options;
    const marks = [row && `${row}: ${this.labelText}`, this.describedBy(place), this.invalid(place)];
    marks.forEach((mark, at) => {
      if (mark !== this.#marks[at]) setAttribute(control, markNames[at]!, mark);
    });
    this.#marks = marks;
  }

  /** Takes `input` and `change` from whoever listens around the blank; what happens in the messages below is not meant. */
  handleEvent({ type, target }: Event): void {
    if (target !== this.control) return;
    if (type === 'input') this.onInput(target as Control);
    else this.onChange();
  }

  protected onInput({ value }: Control): void {
    this.typed = value;
    this.form.put(this.path, this.read(value, this.context), value);
  }

  protected onChange(): void {
    this.leave();
  }

  /** From now on the tidy writing is shown. */
  protected leave(): void {
    this.typed = undefined;
    this.placeChanged();
  }

  protected renderView(place: Place): TemplateResult {
    const text = this.written(place);
    return html`<div class="label words">${this.labelText}${this.unit()}</div>
      <div class="value ${text ? '' : 'empty'}">${text || '–'}</div>
      ${this.renderMessages(place)}`;
  }

  /** Help stands there until something is written. */
  #help(place: Place): string | undefined {
    const isEmpty = place.value === undefined && !place.absent && !place.unread;
    return isEmpty && !this.#options.compact && this.form.mode !== 'view'
      ? this.form.help(this.path)
      : undefined;
  }

  /** What stands below the control. */
  protected renderBelow(place: Place): TemplateResult | typeof nothing {
    return this.renderMessages(place);
  }

  protected renderMessages(place: Place): TemplateResult | typeof nothing {
    return renderMessages(
      {
        form: this.form,
        path: this.path,
        id: this.id,
        place,
        issues: this.shown(place),
        help: this.#help(place),
        aside: this.#options.aside?.(this.form),
        subjectOf: (issue) => this.subjectOf(issue),
      },
      this.#asking,
      (code) => {
        this.#asking = code;
        this.placeChanged();
      },
    );
  }

  /** Words before a message that speaks of a part of the value. */
  protected subjectOf(_issue: Issue): string {
    return '';
  }

  protected describedBy(place: Place): string | undefined {
    const ids = [this.shown(place).length && `m${this.id}`, this.#help(place) && `h${this.id}`];
    return ids.filter(Boolean).join(' ') || undefined;
  }

  protected invalid(place: Place): 'true' | undefined {
    return this.shown(place).some((issue) => issue.level === 'error') ? 'true' : undefined;
  }
}
