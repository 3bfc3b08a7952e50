import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { SavedDraft, Sync, Vault } from '../../src/client/index.ts';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { SelectDraftEvent } from '../events.ts';
import { failureWords, loadSyncWords } from '../failure-words.ts';
import { PortsElement } from '../ports-element.ts';
import { say } from './words.ts';
import { loadFormWords } from './form-words.ts';
import type { FormWords } from './form-words.ts';

/**
 * Base of the elements about the store of this device: its ports come by property or from the session, and the
 * focus is never lost when what had it goes away.
 */
export abstract class SyncElement extends PortsElement {
  static override properties: PropertyDeclarations = {
    sync: { attribute: false },
    vault: { attribute: false },
    theme: { reflect: true },
    words: { state: true },
    forms: { state: true },
  };

  /** The queue; from the session where nothing is set. */
  sync: Sync | undefined;
  /** The store of this device; from the session where nothing is set. */
  vault: Vault | undefined;
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  protected words: SyncWords = viSync;
  /** Words of the form, once a place had to be named. */
  protected forms: FormWords | undefined;
  #formsAsked = '';
  #focused: Element | null = null;
  #fallback: HTMLElement | null | undefined;

  constructor() {
    super();
    // Inputs of passphrases keep their keys to themselves, hence on the way down.
    for (const type of ['keydown', 'pointerdown'])
      this.addEventListener(type, () => this.store?.touch(), { capture: true });
  }

  protected get queue(): Sync | undefined {
    return this.sync ?? this.session?.sync;
  }

  protected get store(): Vault | undefined {
    return this.vault ?? this.session?.vault;
  }

  protected override get ports(): readonly unknown[] {
    return [this.queue, this.store];
  }

  protected say(...words: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never): string {
    return say(this.words, ...words);
  }

  /** Tells of the draft a person chose; unless the host takes it, the session opens it in its form. */
  protected choose(saved: SavedDraft): void {
    if (this.dispatchEvent(new SelectDraftEvent(saved))) this.session?.openDraft?.(saved.id);
  }

  /** What an element inside this one told is told by this one. */
  protected pass(event: SelectDraftEvent): void {
    event.preventDefault();
    this.choose(event.saved);
  }

  /** What went wrong at a place of the screen; `id` is what its input is described by. */
  protected renderFailure(at: string, id = ''): TemplateResult | typeof nothing {
    return this.failure?.at === at
      ? html`<div role="alert">${failureText(this.words, this.failure.code, id)}</div>`
      : nothing;
  }

  /** Asks for the words of the form; they are drawn when they are there. */
  protected needForms(): void {
    const { locale } = this;
    if (this.#formsAsked === locale) return;
    this.#formsAsked = locale;
    void loadFormWords(locale).then((forms) => {
      if (this.locale === locale) this.forms = forms;
    });
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#fallback = this.#focused
      ?.closest('[data-area]')
      ?.querySelector<HTMLElement>('[tabindex="-1"], summary');
  }

  /** Whoever works by keyboard goes on from the heading of the place where the button was. */
  override updated(_changed: PropertyValues): void {
    if (this.takeFocus()) return;
    this.focusNext = '';
    if (!this.#focused || this.#focused.isConnected) return;
    const heading = this.#fallback?.isConnected ? this.#fallback : null;
    (heading ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
  }

  protected override async speak(locale: string): Promise<void> {
    const words = await loadSyncWords(locale);
    if (this.locale !== locale) return;
    this.words = words;
    if (this.#formsAsked) this.needForms();
  }
}

// Codes that nobody would ring up about: the words say it all.
const plain = /^(input|item|network)\.|Passphrase$|\.locked$/;

/** What happened and what to do, by code; the code itself for whoever is rung up. */
export function failureText(words: SyncWords, code: string, id = ''): TemplateResult {
  const [what, todo] = failureWords(words, code);
  return html`<p class="failure" id=${id || nothing}>
    <b>${what}</b> ${todo}
    ${plain.test(code) ? nothing : html`<small>${say(words, 'code', { code })}</small>`}
  </p>`;
}
