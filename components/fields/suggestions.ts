import type { CodeItem } from '../../src/codes/index.ts';
import type { Coded } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';
import type { Lookup } from './lists.ts';

const styles = `
  .suggestions {
    position: absolute;
    z-index: 10;
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

let sheet: CSSStyleSheet | undefined;

/** The list's own style sheet, added to a root once. */
function addStyles(root: Node): void {
  if (!(root instanceof ShadowRoot)) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** The blank it belongs to. */
interface Host {
  readonly node: HTMLElement;
  /** What one types in. */
  readonly control: HTMLInputElement | HTMLTextAreaElement;
}

interface Settings {
  /** Up to `limit` items for what is written. */
  readonly find: (query: string) => readonly CodeItem[];
  readonly pick: (item: CodeItem) => void;
  readonly caption: (item: CodeItem) => string;
}

/**
 * The list below a text control: arrow keys choose, Enter or a click takes, Escape closes. Focus stays in the control.
 * It is loaded with the first code list, and made without Lit so that a bundler leaves Lit in one file with the form.
 */
export class Suggestions {
  readonly node = document.createElement('ul');
  readonly #host: Host;
  readonly #settings: Settings;
  #items: readonly CodeItem[] = [];
  #active = -1;

  constructor(host: Host, settings: Settings) {
    this.#host = host;
    this.#settings = settings;
    const { node } = this;
    node.id = node.className = 'suggestions';
    node.setAttribute('role', 'listbox');
    node.addEventListener('pointerdown', (event) => {
      const item = this.#items[[...node.children].findIndex((each) => each.contains(event.target as Node))];
      // Before the control loses focus.
      event.preventDefault();
      if (item) this.#take(item);
    });
    addStyles(host.node.getRootNode());
  }

  get isOpen(): boolean {
    return this.#items.length > 0;
  }

  show(query: string): void {
    this.#draw(query.trim() ? this.#settings.find(query) : []);
  }

  close(): void {
    if (this.isOpen) this.#draw([]);
  }

  #draw(items: readonly CodeItem[]): void {
    this.#items = items;
    this.node.replaceChildren(
      ...items.map((item, index) => {
        const entry = document.createElement('li');
        entry.id = `option-${index}`;
        entry.setAttribute('role', 'option');
        const caption = document.createElement('small');
        caption.textContent = this.#settings.caption(item);
        entry.append(item.text, ' ', caption);
        return entry;
      }),
    );
    const { control } = this.#host;
    this.node.setAttribute('aria-label', control.labels?.[0]?.textContent ?? '');
    if (items.length) control.after(this.node);
    else this.node.remove();
    if (control.getAttribute('role') === 'combobox')
      control.setAttribute('aria-expanded', String(items.length > 0));
    this.#choose(-1);
  }

  /** Marks an entry; its control says which, as focus stays there. */
  #choose(index: number): void {
    const { control } = this.#host;
    const entries = [...this.node.children];
    this.#active = index;
    entries.forEach((entry, at) => entry.setAttribute('aria-selected', String(at === index)));
    const active = entries[index]?.id;
    for (const [name, id] of [
      ['aria-controls', entries.length ? this.node.id : undefined],
      ['aria-activedescendant', active],
    ] as const) {
      if (id) control.setAttribute(name, id);
      else control.removeAttribute(name);
    }
  }

  /** Handles a key of the control; what it used is not seen by others. */
  readonly onKey = (event: KeyboardEvent): void => {
    const count = this.#items.length;
    if (!count) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const active = this.#active;
    if (step) this.#choose(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
    else if (event.key === 'Enter' && active >= 0) this.#take(this.#items[active]!);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #take(item: CodeItem): void {
    this.close();
    this.#settings.pick(item);
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
export function suggestCodes(host: Host, { lookup, form, path, write }: CodedSettings): Suggestions {
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
