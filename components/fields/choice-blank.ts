import { absentWords, compose, optionOf, readBoxes, readChoice } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import type { Place } from '../form-state.ts';
import { Blank } from './blank.ts';
import { make, setAttribute } from './dom.ts';

// Other ways staff write a printed option.
const spellings: { readonly [field: string]: { readonly [code: string]: readonly string[] } } = {
  sex: { male: ['Nam giới', 'Trai'], female: ['Nữ giới', 'Gái'] },
  bloodRh: {
    '+': ['Rh +', 'Rh (+)', '+', '(+)', 'dương', 'dương tính', 'Rh dương'],
    // A lone dash is no answer.
    '-': ['Rh -', 'Rh (-)', '(-)', 'âm', 'âm tính', 'Rh âm'],
  },
};

/**
 * Printed boxes with a dotted line behind them for whatever else was written: one of a few words (sex, blood group,
 * kind of toilet), or a row of boxes in which every tick is kept (whether two exclude each other is the judge's matter).
 */
export class ChoiceBlank extends Blank {
  #boxes: readonly HTMLInputElement[] = [];
  #set: HTMLFieldSetElement | undefined;
  readonly #opener = make('button', { class: 'link', type: 'button' });
  /** Whether the dotted line is there: once asked for or written on. */
  #isOpen = false;
  /** Whether what is being typed there began beside a ticked box. */
  #isNote = false;

  get #name(): string {
    return this.path.slice(this.path.lastIndexOf('.') + 1);
  }

  get #codes(): readonly string[] {
    const leaf = this.form.leaf(this.path);
    return leaf?.kind === 'choice' || leaf?.kind === 'boxes' ? leaf.options : [];
  }

  get #isMany(): boolean {
    return this.form.leaf(this.path)?.kind === 'boxes';
  }

  #words(code: string): string {
    return optionOf(this.form.words, this.#name, code);
  }

  protected override format(value: unknown): string {
    return (Array.isArray(value) ? value : [value]).map((code) => this.#words(String(code))).join(', ');
  }

  protected read(text: string, context: ReadContext): Reading<unknown> {
    const name = this.#name;
    const options = this.#codes.map((code) => ({
      code,
      words: [this.#words(code), ...(spellings[name]?.[code] ?? [])],
    }));
    return (this.#isMany ? readBoxes : readChoice)(text, { ...context, options });
  }

  /** What stands on the dotted line: everything but the ticked boxes. A note beside a tick stands as it was written. */
  #beside({ value, unread, absent, note = '' }: Place): string {
    return value === undefined ? compose(unread ?? (absent ? absentWords(absent) : ''), note) : note;
  }

  protected override make(): HTMLElement[] {
    const isMany = this.#isMany;
    const type = isMany ? 'checkbox' : 'radio';
    this.#boxes = this.#codes.map((value) =>
      make('input', { type, name: `o${this.id}`, value, autocomplete: 'off' }),
    );
    this.words = make('legend', {});
    this.control = make('input', { class: 'other', autocomplete: 'off' });
    const options = this.#boxes.map((each) => make('label', { class: 'option' }, each, ''));
    const set = make(
      'fieldset',
      { role: isMany ? 'group' : 'radiogroup' },
      this.words,
      make('div', { class: 'control' }, ...options, this.#opener, this.control),
    );
    set.addEventListener('click', this);
    return [(this.#set = set)];
  }

  protected override drawn(place: Place): void {
    const { form, control, labelText: label } = this;
    this.words.textContent = label;
    for (const each of this.#boxes) {
      each.checked = isOn(place.value, each.value);
      each.nextSibling!.textContent = this.#words(each.value);
    }
    const text = this.typed ?? this.#beside(place);
    if (control.value !== text) control.value = text;
    this.#isOpen ||= text !== '';
    control.hidden = !this.#isOpen;
    this.#opener.hidden = this.#isOpen;
    this.#opener.textContent = control.placeholder = form.say('other');
    for (const each of [control, this.#opener])
      setAttribute(each, 'aria-label', form.say('otherFor', { label }));
    const invalid = this.invalid(place);
    this.#set!.className = invalid ? 'invalid' : '';
    setAttribute(this.#set!, 'aria-describedby', this.describedBy(place));
    setAttribute(this.#set!, 'aria-invalid', this.#isMany ? undefined : invalid);
  }

  override handleEvent({ type, target }: Event): void {
    const input = target as HTMLInputElement;
    if (input === this.control) {
      if (type === 'input') this.#onOther(input);
      else if (type === 'change') this.leave();
    } else if (target === this.#opener) {
      this.#isOpen = true;
      this.update();
      this.control.focus();
    } else if (this.#boxes.includes(input)) {
      if (type === 'change') this.#tick(input.value, input.checked);
      // A ticked radio is unticked by a second click, as a box on paper is struck out.
      else if (type === 'click' && !this.#isMany && isOn(this.place.value, input.value))
        this.#tick(input.value, false);
    }
  }

  #tick(code: string, on: boolean): void {
    const { value, note, unread } = this.place;
    const ticked = this.#codes.filter((each) => (each === code ? on : this.#isMany && isOn(value, each)));
    const next = this.#isMany ? ticked : ticked[0];
    const beside = note ?? unread;
    if (ticked.length)
      this.form.put(this.path, { value: next, ...(beside === undefined ? {} : { note: beside }) });
    else this.form.put(this.path, beside === undefined ? {} : { unread: beside });
  }

  #onOther(other: HTMLInputElement): void {
    const { value } = this.place;
    const text = other.value;
    // Beside a box that was ticked before, words are a note: "âm thầm" typed there makes nobody Rh-.
    if (this.typed === undefined) this.#isNote = value !== undefined;
    if (!this.#isNote) {
      this.onInput(other);
      return;
    }
    this.typed = text;
    const note = text.trim();
    this.form.put(this.path, note ? { value, note } : { value });
  }
}

const isOn = (value: unknown, code: string): boolean =>
  Array.isArray(value) ? value.includes(code) : value === code;
