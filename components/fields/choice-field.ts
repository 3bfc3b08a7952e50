import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { absentWords, compose, optionOf, readBoxes, readChoice } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import type { Place } from '../form-state.ts';
import { FieldElement } from './field-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-choice-field': ChoiceField;
  }
}

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
 * @tag hssk-choice-field
 */
export class ChoiceField extends FieldElement {
  static override tag = 'hssk-choice-field';

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

  /** What stands on the dotted line: everything but the ticked boxes. */
  #beside(place: Place): string {
    return compose(place.unread ?? (place.absent ? absentWords(place.absent) : ''), place.note);
  }

  protected override renderField(place: Place): TemplateResult {
    const isMany = this.#isMany;
    return html`<fieldset
        role=${isMany ? 'group' : 'radiogroup'}
        aria-describedby=${this.describedBy(place) ?? nothing}
        class=${this.invalid(place) ? 'invalid' : nothing}
        aria-invalid=${(!isMany && this.invalid(place)) || nothing}
        @change=${this.#onTick}
        @click=${isMany ? nothing : this.#onClick}
      >
        <legend>${this.labelText}</legend>
        <div class="control">
          ${this.#codes.map(
            (code) =>
              html`<label class="option"
                ><input
                  type=${isMany ? 'checkbox' : 'radio'}
                  name="o"
                  value=${code}
                  autocomplete="off"
                />${this.#words(code)}</label
              >`,
          )}
          <input
            class="other"
            autocomplete="off"
            placeholder=${this.form.say('other')}
            aria-label=${this.form.say('otherFor', { label: this.labelText })}
            @input=${this.#onOther}
            @change=${this.onLeave}
          />
        </div>
      </fieldset>
      ${this.renderBelow(place)}`;
  }

  override updated(): void {
    const { place } = this;
    for (const input of this.renderRoot.querySelectorAll('input')) {
      if (input.className !== 'other') input.checked = isOn(place.value, input.value);
      else {
        const text = this.typed ?? this.#beside(place);
        if (input.value !== text) input.value = text;
      }
    }
  }

  #onTick(event: Event): void {
    const { value, checked, className } = event.target as HTMLInputElement;
    if (className !== 'other') this.#tick(value, checked);
  }

  /** A ticked radio is unticked by a second click, as a box on paper is struck out. */
  #onClick(event: Event): void {
    const { type, value } = event.target as HTMLInputElement;
    if (type === 'radio' && isOn(this.place.value, value)) this.#tick(value, false);
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

  #onOther(event: Event): void {
    const { value } = this.place;
    const text = (event.target as HTMLInputElement).value;
    const reading = this.read(text, this.context);
    if (value === undefined || reading.value !== undefined) {
      this.onInput(event);
      return;
    }
    // Beside a ticked box other words are a note.
    this.typed = text;
    const note = text.trim();
    this.form.put(this.path, note ? { value, note } : { value });
  }
}

const isOn = (value: unknown, code: string): boolean =>
  Array.isArray(value) ? value.includes(code) : value === code;
