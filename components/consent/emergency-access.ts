import { html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Emergencies, EmergencyAccess } from '../../src/client/index.ts';
import { viCenter } from '../../src/i18n/consent.ts';
import type { CenterWords } from '../../src/i18n/consent.ts';
import { EmergencyEvent } from '../events.ts';
import { loadCenterWords, tell } from './center-words.ts';
import { centerStyles } from './center.styles.ts';
import { RecordElement } from './consent-element.ts';
import { Countdown } from './countdown.ts';
import { Opening } from './emergency-opening.ts';
import { Reviews } from './emergency-reviews.ts';
import { banner, leftWords, overPage } from './emergency-view.ts';
import { emergencyStyles } from './emergency.styles.ts';
import { isPress } from './flow.ts';
import { fieldStyles } from './field.styles.ts';
import { promptStyles } from './prompt.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-emergency-access': EmergencyAccessElement;
  }
}

const minute = 60_000;
/** What is left when it is told aloud. */
const warnings: readonly number[] = [10 * minute, minute];

/**
 * Opens a record without the usual right where life or health is in danger: on which ground, why, by whom, for a short
 * while. The server has to know at once, so that it does not work without a network. While it lasts a banner says so;
 * with `review` it is the list of a reviewer instead.
 *
 * @tag hssk-emergency-access
 * @fires {EmergencyEvent} hssk-emergency - It was opened, or is over: what was shown by virtue of it has to go.
 */
export class EmergencyAccessElement extends RecordElement {
  static override tag = 'hssk-emergency-access';
  static override properties: PropertyDeclarations = {
    emergencies: { attribute: false },
    access: { attribute: false },
    user: { attribute: false },
    facility: { attribute: false },
    hours: { attribute: false },
    review: { type: Boolean },
  };
  static override styles: CSSResultGroup = [promptStyles, fieldStyles, centerStyles, emergencyStyles];

  /** The server's calls; from the session where nothing is given. */
  emergencies: Emergencies | undefined;
  /** An access that is open already, as the host kept it over a reload of the page. */
  access: EmergencyAccess | undefined;
  /** Who opens, and where; from the session where nothing is given. */
  user = '';
  facility = '';
  /** Hours that the server gives (`emergencyHours` of the settings); without it none are named. */
  hours: number | undefined;
  /** Shows the accesses that wait for a reviewer. */
  review = false;

  #words: CenterWords = viCenter;
  #running: EmergencyAccess | undefined;
  #over: { readonly access: EmergencyAccess; readonly trouble: 'none' | 'notClosed' } | undefined;
  #leftMs = 0;
  #said = '';
  #warned = 0;
  readonly #countdown = new Countdown((left) => this.#tick(left));
  readonly #reviews = new Reviews((said, focus = '') => {
    this.#said = said ? this.#words.ui.reviewed : '';
    this.focusNext = focus;
    this.requestUpdate();
  });
  readonly #opening = new Opening({
    isHere: () => this.isConnected,
    changed: (focus = '') => {
      this.focusNext = focus;
      this.requestUpdate();
    },
    opened: (access, leftMs) => {
      this.#run(access, leftMs);
      this.dispatchEvent(new EmergencyEvent('open', access));
    },
  });

  get #calls(): Emergencies | undefined {
    return this.emergencies ?? this.session?.emergencies;
  }

  /** Who opens: nobody opens without a name that stands in the log. */
  get #who(): string {
    const { user = '', facility = '' } = this.session ?? {};
    const name = this.user || user;
    return name && [name, this.facility || facility].filter(Boolean).join(', ');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#running) this.#countdown.start(Date.parse(this.#running.until) - Date.now());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#countdown.stop();
    this.#opening.stop();
    this.#reviews.drop();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('locale')) void this.#speak(this.locale);
    // Another record: the reason was that of the first.
    if (changed.has('pid') && changed.get('pid') !== undefined && this.hasUpdated) this.#leave();
    if (changed.has('access') && this.access && this.access.id !== this.#running?.id) {
      const left = Date.parse(this.access.until) - Date.now();
      if (left > 0) this.#run(this.access, left);
    }
    if (this.review && this.#calls && this.isConnected) void this.#reviews.load(this.#calls);
  }

  override updated(): void {
    this.toggleAttribute('active', this.#running !== undefined);
    this.#opening.watch(this.renderRoot.querySelectorAll('[data-said]'));
    super.updated();
  }

  async #speak(locale: string): Promise<void> {
    const words = await loadCenterWords(locale);
    if (this.locale !== locale || words === this.#words) return;
    this.#words = words;
    this.requestUpdate();
  }

  #leave(): void {
    this.#opening.drop();
    const running = this.#running;
    this.#clear();
    this.#over = undefined;
    if (running) {
      this.dispatchEvent(new EmergencyEvent('over', running));
      void this.#close(running);
    }
  }

  #clear(): void {
    this.#countdown.stop();
    this.#running = undefined;
    this.#opening.clear();
  }

  #run(access: EmergencyAccess, lengthMs: number): void {
    this.#clear();
    this.#over = undefined;
    this.#running = access;
    this.#warned = lengthMs;
    this.#said = tell(this.#words, 'emOpened', { time: leftWords(this.#words, lengthMs) });
    this.focusNext = '#title';
    this.#countdown.start(lengthMs);
    this.requestUpdate();
  }

  #tick(left: number): void {
    this.#leftMs = left;
    this.requestUpdate();
    if (!this.#running) return;
    if (left === 0) return this.#end(false);
    const due = warnings.find((each) => left <= each && this.#warned > each);
    if (due === undefined) return;
    this.#warned = left;
    this.#said = tell(this.#words, 'emSoon', { time: leftWords(this.#words, left) });
  }

  /** It is over here at once, whatever the server says; by the clock it is over there too. */
  #end(mustClose: boolean): void {
    const running = this.#running;
    if (!running) return;
    this.#clear();
    this.#over = { access: running, trouble: 'none' };
    this.#said = `${this.#words.ui.emEnded}. ${this.#words.ui.emEndedWords}`;
    this.focusNext = '#title';
    this.requestUpdate();
    this.dispatchEvent(new EmergencyEvent('over', running));
    if (mustClose) void this.#close(running);
  }

  async #close(access: EmergencyAccess): Promise<void> {
    let trouble: 'none' | 'notClosed' = 'none';
    try {
      if (!this.#calls) throw new Error('no server');
      await this.#calls.close(access);
    } catch {
      trouble = Date.parse(access.until) > Date.now() ? 'notClosed' : 'none';
    }
    if (this.#over?.access.id !== access.id) return;
    this.#over = { access, trouble };
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { locale } = this.#words;
    return html`<section class="prompt" lang=${locale} aria-labelledby="title">
      ${this.#renderBody()}
      <p class="hidden" role="status">${this.#said}</p>
    </section>`;
  }

  #renderBody(): TemplateResult {
    const words = this.#words;
    const { ui } = words;
    const calls = this.#calls;
    const title = this.review ? ui.reviewTitle : ui.emTitle;
    const plain = (text: string): TemplateResult =>
      html`<div class="page">
        <h2 id="title" tabindex="-1">${title}</h2>
        <p class="box warning">${text}</p>
      </div>`;
    if (this.#running)
      return banner(words, this.#running, this.#leftMs, (event) => isPress(event) && this.#end(true));
    if (!calls) return plain(ui.emNoServer);
    if (this.review) return this.#reviews.render(words, calls, new Date().toISOString());
    if (this.#over) {
      const { access, trouble } = this.#over;
      return overPage(words, access, trouble, {
        retry: () => void this.#close(access),
        again: () => {
          this.#over = undefined;
          this.#said = '';
          this.focusNext = '#title';
          this.requestUpdate();
        },
      });
    }
    if (!this.pid) return plain(ui.emNoPid);
    return this.#opening.render({ words, calls, pid: this.pid, who: this.#who, hours: this.hours });
  }
}
