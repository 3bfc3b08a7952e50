import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { CodeItem, CodeList } from '../../src/codes/index.ts';
import { findDiagnoses } from '../../src/codes/core.ts';
import { readText } from '../../src/i18n/index.ts';
import type { Reading } from '../../src/i18n/index.ts';
import type { Diagnoses, Issue } from '../../src/schema/index.ts';
import type { Place } from '../form-state.ts';
import { base, fieldStyles } from '../styles.ts';
import { FieldElement } from './field-element.ts';
import { loadLookup } from './lists.ts';
import type { Suggestions } from './suggestions.ts';

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

  #icd10: CodeList | undefined;
  #suggestions: Suggestions | undefined;

  protected read(text: string): Reading<unknown> {
    const { value } = readText(text, true);
    if (value === undefined) return {};
    const codes: Record<string, { code: string; text: string }> = {};
    for (const found of findDiagnoses(value, this.form.icd10 ?? this.#icd10)) {
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

  protected override subjectOf({ path }: Issue): string {
    const code = this.form.value(`${path}.code`);
    return typeof code === 'string' ? `${code}: ` : '';
  }

  protected override renderField(place: Place): TemplateResult {
    const open = this.#suggestions?.isOpen ?? false;
    const codes = Object.values((place.value as Diagnoses | undefined)?.codes ?? {});
    return html`<label for="control">${this.labelText}</label>
      <div class="control">
        <textarea
          id="control"
          part="control"
          rows="2"
          autocomplete="off"
          aria-autocomplete="list"
          aria-controls=${open ? 'suggestions' : nothing}
          aria-activedescendant=${this.#suggestions?.activeId ?? nothing}
          @focus=${this.#onFocus}
          @input=${this.#onType}
          @keydown=${this.#onKey}
          @blur=${this.#onBlur}
        ></textarea>
        ${this.#suggestions?.render(this.labelText)}
      </div>
      ${
        codes.length
          ? html`<ul class="codes">
              ${codes.map(({ code = '', text }) => html`<li><b>${code}</b> ${this.#icd10?.get(code)?.text ?? text}</li>`)}
            </ul>`
          : nothing
      }${this.renderBelow(place)}`;
  }

  /** A disease taken from the list replaces the words of the last diagnosis. */
  #pick({ code, text }: CodeItem): void {
    const line = this.typed ?? this.written(this.place);
    this.write(line.replace(lastSegment, (last) => `${/^\s*/.exec(last)![0]}${code} ${text}`));
  }

  #onKey(event: KeyboardEvent): void {
    this.#suggestions?.onKey(event);
  }

  async #onFocus(): Promise<void> {
    if (this.#icd10) return;
    try {
      const lookup = await loadLookup('icd10');
      const { Suggestions } = lookup;
      const host = this.form.icd10;
      const search = host ? lookup.codes.createSearch(host) : lookup.search;
      this.#icd10 = host ?? lookup.list;
      this.#suggestions ??= new Suggestions(this, {
        find: (query) => (query.trim().length > 1 ? search(query.trim(), { limit: 8 }) : []),
        pick: (item) => this.#pick(item),
        caption: (item) => item.code,
      });
      this.#suggest();
      this.requestUpdate();
    } catch {
      // Without the list the line is kept as written; codes are found all the same.
    }
  }

  #onType(event: Event): void {
    this.onInput(event);
    this.#suggest();
  }

  #suggest(): void {
    if (this.typed) this.#suggestions?.show(lastSegment.exec(this.typed)?.[0] ?? '');
  }

  #onBlur(): void {
    this.#suggestions?.close();
    this.onLeave();
  }
}
