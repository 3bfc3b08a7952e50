import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { viSync } from '../../src/i18n/sync.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';
import { HsskElement } from '../element.ts';
import { keepKeystrokes } from '../events.ts';
import { codeOf, failureWords, loadSyncWords } from '../failure-words.ts';

/**
 * Base of the elements that show what came out of a day: ports come by property or from the session, words by `locale`,
 * and what went wrong is shown where it was asked for.
 */
export abstract class ResultsElement extends HsskElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    theme: { reflect: true },
    failures: { state: true },
    failure: { state: true },
    said: { state: true },
  };

  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  protected failures: SyncWords = viSync;
  protected failure: { readonly at: string; readonly code: string } | undefined;
  /** What is told to who cannot see the screen. */
  protected said = '';

  readonly #session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  #watched: readonly unknown[] | undefined;
  #stops: readonly (() => void)[] = [];

  constructor() {
    super();
    keepKeystrokes(this);
  }

  protected get session(): Session | undefined {
    return this.#session.value;
  }

  /** What the element reads from: another one of them lets it be read anew. */
  protected abstract get sources(): readonly unknown[];
  /** Reads from the sources; answers what ends the watching of them. */
  protected abstract begin(): readonly (() => void)[];
  /** Takes the words of a language. */
  protected abstract speak(locale: string): Promise<void>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
    // A session that is defined only later is asked again.
    if (this.closest('hssk-session:not(:defined)'))
      void customElements.whenDefined('hssk-session').then(() => this.#session.hostConnected());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  #end(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#watched = undefined;
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('locale')) void this.#speak(this.locale);
    const { sources } = this;
    if (!this.isConnected || (this.#watched && sources.every((each, at) => each === this.#watched![at])))
      return;
    this.#end();
    this.#watched = sources;
    this.#stops = this.begin();
  }

  async #speak(locale: string): Promise<void> {
    const [failures] = await Promise.all([loadSyncWords(locale), this.speak(locale)]);
    if (this.locale === locale) this.failures = failures;
  }

  /** Tells of an error at a place of the screen. */
  protected fail(at: string, error: unknown): void {
    this.failure = { at, code: codeOf(error) };
  }

  protected renderFailure(at: string, beside: TemplateResult | typeof nothing = nothing): unknown {
    return this.failure?.at === at ? this.failureText(this.failure.code, beside) : nothing;
  }

  /** What happened and what to do, by code. */
  protected failureText(code: string, beside: TemplateResult | typeof nothing = nothing): TemplateResult {
    const [what, todo] = failureWords(this.failures, code);
    return html`<p class="failure" role="alert"><b>${what}</b> ${todo} ${beside}</p>`;
  }

  protected renderSaid(): TemplateResult {
    return html`<p class="hidden" role="status">${this.said}</p>`;
  }
}
