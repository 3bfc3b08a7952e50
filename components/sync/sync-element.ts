import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { SavedDraft, Sync, Vault } from '../../src/client/index.ts';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';
import { HsskElement } from '../element.ts';
import { SelectDraftEvent, keepKeystrokes } from '../events.ts';
import { codeOf, failureWords, loadSyncWords } from '../failure-words.ts';
import { say } from './words.ts';
import { loadFormWords } from './form-words.ts';
import type { FormWords } from './form-words.ts';

/** What went wrong, and at which form or item it is shown. */
interface Failure {
  readonly at: string;
  readonly code: string;
}

/**
 * Base of the elements about the store of this device: its ports come by property or from the session, its words by
 * `locale`. One action runs at a time; what went wrong is shown where it was asked for, and the focus is never lost
 * when what had it goes away.
 */
export abstract class SyncElement extends HsskElement {
  static override properties: PropertyDeclarations = {
    sync: { attribute: false },
    vault: { attribute: false },
    locale: {},
    theme: { reflect: true },
    words: { state: true },
    forms: { state: true },
    busy: { state: true },
    failure: { state: true },
    said: { state: true },
  };

  /** The queue; from the session where nothing is set. */
  sync: Sync | undefined;
  /** The store of this device; from the session where nothing is set. */
  vault: Vault | undefined;
  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  protected words: SyncWords = viSync;
  /** Words of the form, once a place had to be named. */
  protected forms: FormWords | undefined;
  /** Name of the action that runs. */
  protected busy = '';
  protected failure: Failure | undefined;
  /** What is told to who cannot see the screen. */
  protected said = '';
  /** What gets the focus after the next drawing. */
  protected focusNext = '';

  readonly #session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  #watched: readonly unknown[] | undefined;
  #stops: readonly (() => void)[] = [];
  #formsAsked = '';
  #focused: Element | null = null;
  #fallback: HTMLElement | null | undefined;

  constructor() {
    super();
    keepKeystrokes(this);
    // Inputs of passphrases keep their keys to themselves, hence on the way down.
    for (const type of ['keydown', 'pointerdown'])
      this.addEventListener(type, () => this.store?.touch(), { capture: true });
  }

  protected get queue(): Sync | undefined {
    return this.sync ?? this.#session.value?.sync;
  }

  protected get store(): Vault | undefined {
    return this.vault ?? this.#session.value?.vault;
  }

  protected get session(): Session | undefined {
    return this.#session.value;
  }

  /** What is watched: another one of them ends the watching and begins it anew. */
  protected get ports(): readonly unknown[] {
    return [this.queue, this.store];
  }

  /** Begins to watch the ports; answers what ends it. */
  protected watchPorts(_queue: Sync | undefined, _store: Vault | undefined): readonly (() => void)[] {
    return [];
  }

  protected say(...words: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never): string {
    return say(this.words, ...words);
  }

  /** Tells of the draft a person chose; unless the host takes it, the session opens it in its form. */
  protected choose(saved: SavedDraft): void {
    if (this.dispatchEvent(new SelectDraftEvent(saved))) this.#session.value?.openDraft?.(saved.id);
  }

  /** What an element inside this one told is told by this one. */
  protected pass(event: SelectDraftEvent): void {
    event.preventDefault();
    this.choose(event.saved);
  }

  /** Runs an action; `false` where it failed or another one runs. */
  protected async run(at: string, work: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = at;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      this.fail(at, codeOf(error));
      return false;
    } finally {
      this.busy = '';
    }
  }

  protected fail(at: string, code: string): void {
    this.failure = { at, code };
  }

  /** What went wrong at a place of the screen; `id` is what its input is described by. */
  protected renderFailure(at: string, id = ''): TemplateResult | typeof nothing {
    return this.failure?.at === at
      ? html`<div role="alert">${failureText(this.words, this.failure.code, id)}</div>`
      : nothing;
  }

  protected renderSaid(): TemplateResult {
    return html`<p class="hidden" role="status">${this.said}</p>`;
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
    // A session that is defined only later is asked again.
    if (this.closest('hssk-session:not(:defined)')) {
      void customElements.whenDefined('hssk-session').then(() => this.#session.hostConnected());
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
  }

  #unwatch(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#watched = undefined;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('locale')) void this.#speak(this.locale);
    const { ports } = this;
    if (this.isConnected && !(this.#watched && ports.every((port, at) => port === this.#watched![at]))) {
      this.#unwatch();
      this.#watched = ports;
      this.#stops = this.watchPorts(this.queue, this.store);
    }
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#fallback = this.#focused
      ?.closest('[data-area]')
      ?.querySelector<HTMLElement>('[tabindex="-1"], summary');
  }

  /** Whoever works by keyboard goes on from the heading of the place where the button was. */
  override updated(_changed: PropertyValues): void {
    const wanted = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    this.focusNext = '';
    if (wanted) {
      wanted.focus();
      return;
    }
    if (!this.#focused || this.#focused.isConnected) return;
    const heading = this.#fallback?.isConnected ? this.#fallback : null;
    (heading ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
  }

  async #speak(locale: string): Promise<void> {
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
