import { html } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Session } from './context.ts';
import { HsskElement } from './element.ts';
import { keepKeystrokes } from './events.ts';
import { codeOf } from './failure-words.ts';
import { SessionAround } from './session-around.ts';

/**
 * Base of the elements that work on ports (queue, store, lists …), which come by property or from the session around: it
 * watches them, takes words by `locale`, runs one action at a time, and knows what went wrong and where that is shown.
 */
export abstract class PortsElement extends HsskElement {
  static override properties: PropertyDeclarations = {
    locale: {},
    busy: { state: true },
    failure: { state: true },
    said: { state: true },
  };

  /** Language: `vi` or `en`. */
  locale = 'vi';

  /** Name of the action that runs. */
  protected busy = '';
  /** Code of what went wrong, and the form or item at which it is shown. */
  protected failure: { readonly at: string; readonly code: string } | undefined;
  /** What is told to who cannot see the screen. */
  protected said = '';
  /** Selector of what gets the focus after the next drawing. */
  protected focusNext = '';

  readonly #session = new SessionAround(this, () => this.requestUpdate());
  #watched: readonly unknown[] | undefined;
  #stops: readonly (() => void)[] = [];

  constructor() {
    super();
    keepKeystrokes(this);
  }

  protected get session(): Session | undefined {
    return this.#session.value;
  }

  /** What is watched: another one of them ends the watching and begins it anew. */
  protected abstract get ports(): readonly unknown[];

  /** Begins to watch the ports; answers what ends it. */
  protected watchPorts(): readonly (() => void)[] {
    return [];
  }

  /** Takes the words of a language. */
  protected abstract speak(locale: string): Promise<void>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
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
    if (changed.has('locale')) void this.speak(this.locale);
    const { ports } = this;
    if (!this.isConnected || (this.#watched && ports.every((port, at) => port === this.#watched![at])))
      return;
    this.#unwatch();
    this.#watched = ports;
    this.#stops = this.watchPorts();
  }

  override updated(_changed: PropertyValues): void {
    this.takeFocus();
  }

  /** Brings the focus to where it is wanted, once that is there. */
  protected takeFocus(): boolean {
    const wanted = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    if (!wanted) return false;
    this.focusNext = '';
    wanted.focus();
    return true;
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

  protected renderSaid(): TemplateResult {
    return html`<p class="hidden" role="status">${this.said}</p>`;
  }
}
