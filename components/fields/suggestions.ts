import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { CodeItem } from '../../src/codes/index.ts';

interface Settings {
  /** Up to `limit` items for what is written. */
  readonly find: (query: string) => readonly CodeItem[];
  readonly pick: (item: CodeItem) => void;
  readonly caption: (item: CodeItem) => string;
}

/** The list below a text control: arrow keys choose, Enter or a click takes, Escape closes. Focus stays in the control. */
export class Suggestions implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #settings: Settings;
  #items: readonly CodeItem[] = [];
  #active = -1;

  constructor(host: ReactiveControllerHost, settings: Settings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
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
