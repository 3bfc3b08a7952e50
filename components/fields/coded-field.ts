import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { findByName, findProvince, provinces } from '../../src/codes/index.ts';
import type { CodeItem, CodeList } from '../../src/codes/index.ts';
import { readCodedWords } from '../../src/i18n/index.ts';
import type { ReadContext, Reading } from '../../src/i18n/index.ts';
import { leafAt } from '../../src/schema/index.ts';
import type { Coded, ListName } from '../../src/schema/index.ts';
import type { Place } from '../form-state.ts';
import { base, fieldStyles } from '../styles.ts';
import { FieldElement } from './field-element.ts';
import { loadList, searchOf } from './lists.ts';
import { Suggestions } from './suggestions.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-coded-field': CodedField;
  }
}

export const suggestionStyles = css`
  .suggestions {
    position: absolute;
    z-index: 10;
    inset-block-start: 100%;
    inset-inline: 0;
    min-inline-size: min(18rem, 90vw);
    margin: 2px 0 0;
    padding: 0.25rem;
    list-style: none;
    max-block-size: 17rem;
    overflow: auto;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.18);
  }
  .suggestions li {
    padding: 0.35rem 0.5rem;
    border-radius: calc(var(--_radius) - 2px);
    cursor: pointer;
  }
  .suggestions li[aria-selected='true'],
  .suggestions li:hover {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .suggestions small {
    opacity: 0.75;
  }
`;

/**
 * Words with a code where the list has one. Typing offers the list; what the list does not know stays as words.
 * @tag hssk-coded-field
 */
export class CodedField extends FieldElement {
  static override tag = 'hssk-coded-field';
  static override styles: CSSResultGroup = [base, fieldStyles, suggestionStyles];
  protected override format = (value: unknown): string => (value as Coded).text;

  #list: CodeList | undefined;
  readonly #suggestions = new Suggestions(this, {
    find: (query) => this.#find(query),
    pick: (item) => this.#pick(item),
    caption: (item) => this.#caption(item),
  });

  get #listName(): ListName | undefined {
    const leaf = leafAt(this.path);
    return leaf?.kind === 'coded' ? leaf.list : undefined;
  }

  /** The province written beside a commune, to offer its communes only. */
  get #province(): string | undefined {
    if (this.#listName !== 'communes') return undefined;
    const beside = this.form.value(this.path.replace(/commune$/, 'province')) as Coded | undefined;
    return beside?.code;
  }

  #load(): CodeList | Promise<CodeList> | undefined {
    const name = this.#listName;
    if (!name || this.#list) return this.#list;
    const list = loadList(name);
    if (!(list instanceof Promise)) return (this.#list = list);
    const loading = list.then((loaded) => (this.#list = loaded));
    this.form.wait(loading);
    return loading;
  }

  #find(query: string): readonly CodeItem[] {
    if (!this.#list) return [];
    const province = this.#province;
    const filter = (item: CodeItem): boolean =>
      !province || (item as { province?: string }).province === province;
    return searchOf(this.#list)(query, { limit: 8, ...(province ? { filter } : {}) });
  }

  #caption(item: CodeItem): string {
    const { province } = item as { province?: string };
    return province && !this.#province ? (provinceName(province) ?? item.code) : item.code;
  }

  #pick(item: CodeItem): void {
    const { province } = item as { province?: string };
    // A commune chosen from the whole country says its province too.
    if (this.#listName === 'communes' && province && !this.#province) {
      const words = provinceName(province);
      if (words)
        this.form.put(this.path.replace(/commune$/, 'province'), { value: { code: province, text: words } });
    }
    this.write(item.text);
  }

  /** The code of written words; places of an address are read together by the address. */
  protected read(text: string, context: ReadContext): Reading<unknown> {
    const { value, ...rest } = readCodedWords(text, context);
    if (value === undefined) return rest;
    return { ...rest, value: this.#coded(value) };
  }

  #coded(words: string): Coded {
    const list = this.#load();
    if (list instanceof Promise) {
      this.form.wait(list.then(() => this.#codeLater(words)));
      return { text: words };
    }
    const item = list && this.#resolve(list, words);
    return item ? { code: item.code, text: item.text } : { text: words };
  }

  #resolve(list: CodeList, words: string): CodeItem | undefined {
    if (this.#listName === 'communes') return undefined;
    return this.#listName === 'provinces' ? findProvince(words) : findByName(list, words);
  }

  /** The list came after the words: gives them their code if they still stand there. */
  #codeLater(words: string): void {
    const place = this.place;
    const value = place.value as Coded | undefined;
    const item = this.#list && this.#resolve(this.#list, words);
    if (item && value?.text === words && !value.code) {
      this.form.put(this.path, {
        value: { code: item.code, text: item.text },
        ...(place.note === undefined ? {} : { note: place.note }),
      });
    }
  }

  protected override control(place: Place): TemplateResult {
    const open = this.#suggestions.isOpen;
    return html`<div class="control">
      <input
        id="control"
        part="control"
        autocomplete="off"
        spellcheck="false"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls=${open ? 'suggestions' : nothing}
        aria-activedescendant=${this.#suggestions.activeId}
        aria-describedby=${this.describedBy(place)}
        aria-invalid=${this.invalid(place)}
        .value=${live(this.typed ?? this.written(place))}
        @focus=${this.#onFocus}
        @input=${this.#onType}
        @keydown=${this.#suggestions.onKey}
        @blur=${this.#onBlur}
      />
      ${this.#suggestions.render(this.labelText)}
    </div>`;
  }

  #onFocus(): void {
    void this.#load();
  }

  #onType(event: Event): void {
    this.onInput(event);
    const text = this.typed ?? '';
    const list = this.#load();
    if (list instanceof Promise) void list.then(() => this.typed === text && this.#suggestions.show(text));
    else this.#suggestions.show(text);
  }

  #onBlur(): void {
    this.#suggestions.close();
    this.onLeave();
  }
}

const provinceName = (code: string): string | undefined => provinces.get(code)?.text;
