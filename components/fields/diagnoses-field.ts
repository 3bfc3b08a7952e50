import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { findDiagnoses, loadIcd10 } from '../../src/codes/index.ts';
import type { CodeList } from '../../src/codes/index.ts';
import { readText } from '../../src/i18n/index.ts';
import type { Reading } from '../../src/i18n/index.ts';
import type { Diagnoses, Issue } from '../../src/schema/index.ts';
import type { Place } from '../form-state.ts';
import { base, fieldStyles } from '../styles.ts';
import { suggestionStyles } from './coded-field.ts';
import { FieldElement } from './field-element.ts';
import { searchOf } from './lists.ts';
import { Suggestions } from './suggestions.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-diagnoses-field': DiagnosesField;
  }
}

const lastSegment = /[^;\n]*$/;

/**
 * Diagnoses as one writes them on paper; the ICD-10 codes in the line are found and shown below it, and the words of
 * the last diagnosis are looked up while they are typed.
 * @tag hssk-diagnoses-field
 */
export class DiagnosesField extends FieldElement {
  static override tag = 'hssk-diagnoses-field';
  static override styles: CSSResultGroup = [
    base,
    fieldStyles,
    suggestionStyles,
    css`
      .codes {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
        margin: 0.35rem 0 0;
        padding: 0;
        list-style: none;
        font-size: 0.875em;
      }
      .codes li {
        padding: 0.1rem 0.5rem;
        border: 1px solid var(--_soft);
        border-radius: 1rem;
        background: var(--_raised);
      }
    `,
  ];
  protected override lines = true;
  protected override format = (value: unknown): string => (value as Diagnoses).text;

  #list: CodeList | undefined;
  readonly #suggestions = new Suggestions(this, {
    find: (query) =>
      this.#list && query.trim().length > 1 ? searchOf(this.#list)(query.trim(), { limit: 8 }) : [],
    pick: (item) =>
      this.write(
        (this.typed ?? this.written(this.place)).replace(
          lastSegment,
          (last) => `${/^\s*/.exec(last)![0]}${item.code} ${item.text}`,
        ),
      ),
    caption: (item) => item.code,
  });

  protected read(text: string): Reading<unknown> {
    const { value } = readText(text, true);
    if (value === undefined) return {};
    const codes: Record<string, { code: string; text: string }> = {};
    for (const found of findDiagnoses(value, this.#list)) {
      codes[found.code.replace('.', '')] = { code: found.code, text: found.text };
    }
    return { value: Object.keys(codes).length ? { text: value, codes } : { text: value } };
  }

  /** Issues of a single code stand at this field too. */
  protected override shown(place: Place): readonly Issue[] {
    return [
      ...super.shown(place),
      ...this.form.issuesBelow(this.path).filter((issue) => issue.path !== this.path),
    ];
  }

  protected override control(place: Place): TemplateResult {
    const open = this.#suggestions.isOpen;
    const codes = Object.values((place.value as Diagnoses | undefined)?.codes ?? {});
    return html`<div class="control">
        <textarea
          id="control"
          part="control"
          rows="2"
          autocomplete="off"
          aria-autocomplete="list"
          aria-controls=${open ? 'suggestions' : nothing}
          aria-activedescendant=${this.#suggestions.activeId}
          aria-describedby=${this.describedBy(place)}
          aria-invalid=${this.invalid(place)}
          .value=${live(this.typed ?? this.written(place))}
          @focus=${this.#onFocus}
          @input=${this.#onType}
          @keydown=${this.#suggestions.onKey}
          @blur=${this.#onBlur}
        ></textarea>
        ${this.#suggestions.render(this.labelText)}
      </div>
      ${
        codes.length
          ? html`<ul class="codes">
              ${codes.map(({ code = '', text }) => html`<li><b>${code}</b> ${this.#list?.get(code)?.text ?? text}</li>`)}
            </ul>`
          : nothing
      }`;
  }

  async #onFocus(): Promise<void> {
    if (this.#list) return;
    this.#list = await loadIcd10();
    this.requestUpdate();
  }

  #onType(event: Event): void {
    this.onInput(event);
    this.#suggestions.show(lastSegment.exec(this.typed ?? '')?.[0] ?? '');
  }

  #onBlur(): void {
    this.#suggestions.close();
    this.onLeave();
  }
}
