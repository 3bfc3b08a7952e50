import { css, html, nothing } from 'lit';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { CodeItem } from '../../src/codes/index.ts';
import type { Coded } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';
import type { Lookup } from './lists.ts';

const styles = css`
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
  .suggestions li:not(:hover, [aria-selected='true']) small {
    color: var(--_muted);
  }
`;

interface Settings {
  /** Up to `limit` items for what is written. */
  readonly find: (query: string) => readonly CodeItem[];
  readonly pick: (item: CodeItem) => void;
  readonly caption: (item: CodeItem) => string;
}

/**
 * The list below a text control, loaded with the first code list: arrow keys choose, Enter or a click takes, Escape
 * closes. Focus stays in the control.
 */
export class Suggestions implements ReactiveController {
  readonly #host: LitElement;
  readonly #settings: Settings;
  #items: readonly CodeItem[] = [];
  #active = -1;

  constructor(host: LitElement, settings: Settings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
    const root = host.renderRoot as ShadowRoot;
    if (styles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.#items.length > 0;
  }

  get activeId(): string | typeof nothing {
    return this.#active >= 0 ? `option-${this.#active}` : nothing;
  }

  show(query: string): void {
    this.#items = query.trim() ? this.#settings.find(query) : [];
    this.#active = -1;
    this.#host.requestUpdate();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#items = [];
    this.#active = -1;
    this.#host.requestUpdate();
  }

  /** Handles a key of the control; what it used is not seen by others. */
  readonly onKey = (event: KeyboardEvent): void => {
    const count = this.#items.length;
    if (!count) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      this.#active = this.#active < 0 ? (step > 0 ? 0 : count - 1) : (this.#active + step + count) % count;
      this.#host.requestUpdate();
    } else if (event.key === 'Enter' && this.#active >= 0) {
      this.#take(this.#items[this.#active]!);
    } else if (event.key === 'Escape') {
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #take(item: CodeItem): void {
    this.close();
    this.#settings.pick(item);
  }

  render(label: string): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<ul class="suggestions" role="listbox" id="suggestions" aria-label=${label}>
      ${this.#items.map(
        (item, index) =>
          html`<li
            role="option"
            id="option-${index}"
            aria-selected=${index === this.#active}
            @pointerdown=${(event: Event) => {
              // Before the control loses focus.
              event.preventDefault();
              this.#take(item);
            }}
          >
            <span>${item.text}</span> <small>${this.#settings.caption(item)}</small>
          </li>`,
      )}
    </ul>`;
  }
}

/** An item that may be a commune; then its province is known. */
type Place = CodeItem & { readonly province?: string };

interface CodedSettings {
  readonly lookup: Lookup;
  readonly form: FormState;
  readonly path: () => string;
  readonly write: (words: string) => void;
}

/** The suggestions of a coded field: communes only of the province written beside them, where there is one. */
export function suggestCodes(host: LitElement, { lookup, form, path, write }: CodedSettings): Suggestions {
  const { codes, list, search } = lookup;
  const isCommune = list.id === 'communes';
  const beside = (): string => path().replace(/commune$/, 'province');
  const written = (): string | undefined =>
    isCommune ? (form.value(beside()) as Coded | undefined)?.code : undefined;
  const nameOf = (code = ''): string | undefined => codes.provinces.get(code)?.text;
  return new Suggestions(host, {
    find: (query) => {
      const province = written();
      return search(query, {
        limit: 8,
        ...(province && { filter: (item: Place) => item.province === province }),
      });
    },
    pick: ({ text, province }: Place) => {
      const words = nameOf(province);
      // A commune chosen from the whole country says its province too.
      if (isCommune && words && !written()) form.put(beside(), { value: { code: province, text: words } });
      write(text);
    },
    caption: ({ code, province }: Place) => (written() ? undefined : nameOf(province)) ?? code,
  });
}
