import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { viRoster } from '../../src/i18n/roster.ts';
import type { Lists, Vault } from '../../src/client/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';
import { HsskElement } from '../element.ts';
import { keepKeystrokes } from '../events.ts';
import { codeOf, failureWords, loadSyncWords } from '../failure-words.ts';
import { localDay } from '../form-element.ts';
import { loadRosterWords, say } from './words.ts';

/**
 * Base of the roster and its parts: words by `locale`, the session around, one action at a time, what went wrong shown
 * where it was asked for.
 */
export abstract class RosterElement extends HsskElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    now: {},
    words: { state: true },
    busy: { state: true },
    failure: { state: true },
    said: { state: true },
  };

  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Day of the examinations, `YYYY-MM-DD`; today where nothing is set. */
  now = '';

  protected words: RosterWords = viRoster;
  /** Name of the action that runs. */
  protected busy = '';
  /** What went wrong, and where it is shown. */
  protected failure: { readonly at: string; readonly code: string } | undefined;
  /** What is told to who cannot see the screen. */
  protected said = '';
  /** Selector of what gets the focus after the next drawing. */
  protected focusNext = '';
  #codes: SyncWords = viSync;
  #vault: Vault | undefined;
  #stop: (() => void) | undefined;

  readonly #session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });

  constructor() {
    super();
    keepKeystrokes(this);
  }

  protected get session(): Session | undefined {
    return this.#session.value;
  }

  /** The lists of this device; none while its store is locked: what was read of them is shown no more. */
  protected get lists(): Lists | undefined {
    const { vault, lists } = this.session ?? {};
    return vault && vault.state !== 'open' ? undefined : lists;
  }

  protected get today(): string {
    return this.now || localDay(new Date());
  }

  protected say(...words: Parameters<typeof say> extends [unknown, ...infer Rest] ? Rest : never): string {
    return say(this.words, ...words);
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
      this.failure = { at, code: codeOf(error) };
      return false;
    } finally {
      this.busy = '';
    }
  }

  /** What a code means and what to do. */
  protected failureText(code: string): string {
    return failureWords(this.#codes, code).join(' ');
  }

  protected renderFailure(at: string): TemplateResult | typeof nothing {
    const { failure } = this;
    if (failure?.at !== at) return nothing;
    return html`<p class="failure" role="alert">
      ${this.say('failed', { what: this.failureText(failure.code) })}
    </p>`;
  }

  protected renderSaid(): TemplateResult {
    return html`<p class="hidden" role="status">${this.said}</p>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
    // A session that is defined only later is asked again.
    if (this.closest('hssk-session:not(:defined)'))
      void customElements.whenDefined('hssk-session').then(() => this.#session.hostConnected());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#vault = this.#stop = undefined;
  }

  override willUpdate(changed: PropertyValues): void {
    const { vault } = this.session ?? {};
    if (vault !== this.#vault && this.isConnected) {
      this.#stop?.();
      this.#vault = vault;
      this.#stop = vault?.watch(() => this.requestUpdate());
    }
    if (changed.has('locale')) void this.#speak(this.locale);
  }

  override updated(_changed: PropertyValues): void {
    const wanted = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!wanted) return;
    this.focusNext = '';
    wanted.focus();
  }

  async #speak(locale: string): Promise<void> {
    const [words, codes] = await Promise.all([loadRosterWords(locale), loadSyncWords(locale)]);
    if (this.locale !== locale) return;
    this.#codes = codes;
    this.words = words;
  }
}
