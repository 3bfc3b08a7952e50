import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { ConsentTarget } from '../../src/client/index.ts';
import type { Purpose } from '../../src/consent/index.ts';
import { viPrompt } from '../../src/i18n/consent.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { ConsentLeftEvent, ConsentRecordedEvent } from '../events.ts';
import { makeRowId } from '../row-ids.ts';
import { ConsentElement } from './consent-element.ts';
import { Course } from './course.ts';
import type { EventsQuestion } from './draft-events.ts';
import { choiceStyles, fieldStyles } from './field.styles.ts';
import { Flow } from './flow.ts';
import { leftPage, plainPage } from './frame-view.ts';
import { Idle } from './idle.ts';
import { Ledger } from './ledger.ts';
import { planOf } from './plan.ts';
import { promptStyles } from './prompt.styles.ts';
import { flowPage } from './steps-view.ts';
import { loadPromptWords } from './words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-consent-prompt': ConsentPrompt;
  }
}

/**
 * Tells a person what is done with their data, and asks for what needs a yes: who decides, language and help, the
 * notice, one choice for each purpose, a page for the child, review, confirmation, receipt. Nothing is chosen for
 * anybody; closing, Escape, a time-out or going away is never a yes. Host styles and tokens do not reach what is asked.
 *
 * @tag hssk-consent-prompt
 * @fires {ConsentRecordedEvent} hssk-consent - What was answered, sealed.
 * @fires {ConsentLeftEvent} hssk-leave - It was closed and nothing was recorded.
 */
export class ConsentPrompt extends ConsentElement {
  static override tag = 'hssk-consent-prompt';
  static override properties: PropertyDeclarations = {
    purposes: { attribute: false },
    capture: { attribute: false },
    requestDays: { attribute: false },
    askAgain: { attribute: false },
    idleSeconds: { attribute: false },
  };
  static override styles: CSSResultGroup = [promptStyles, fieldStyles, choiceStyles];

  /** The purposes that matter here; without them all that are missing. A request is only offered where it is named. */
  purposes: readonly Purpose[] | undefined;
  /** Without a record: the id of the capture that will be one. */
  capture = '';
  /** How many days a request to give data to somebody holds. */
  requestDays = 90;
  /** Asks also what was refused, put off or taken back: for a person who wants to change that. */
  askAgain = false;
  /** After so many seconds without a press it closes by itself. A warning comes a minute before. */
  idleSeconds = 900;

  /** Ends when the session has taken what was decided, or could not. */
  settled: Promise<void> = Promise.resolve();

  #words: PromptWords = viPrompt;
  #language = 'vi';
  #state: 'asking' | 'left' | 'idle' = 'asking';
  #key = '';
  #ledger = this.#newLedger();
  readonly #course = new Course({
    root: () => this.renderRoot,
    words: () => this.#words,
    now: () => this.at,
    confirmations: () => this.confirmations,
    question: () => this.#question,
    recorded: (events) => this.#recorded(events),
    changed: () => this.requestUpdate(),
  });
  readonly #idle = new Idle(
    () => this.requestUpdate(),
    () => this.#isAsking && this.#leave('idle'),
  );
  readonly #hearVoices = (): void => this.requestUpdate();

  constructor() {
    super();
    for (const type of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
      this.addEventListener(type, () => this.#touched(), { capture: true, passive: true });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !this.#isAsking) return;
      event.preventDefault();
      this.#leave('left');
    });
  }

  /** Whether questions are on screen that nobody confirmed yet. */
  get #isAsking(): boolean {
    const { flow } = this.#course;
    return this.#state === 'asking' && flow !== undefined && flow.step !== 'receipt';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
    globalThis.speechSynthesis?.addEventListener('voiceschanged', this.#hearVoices);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener('voiceschanged', this.#hearVoices);
    this.#drop();
  }

  /** Forgets everything that was filled in and chosen. */
  #drop(): void {
    this.#idle.stop();
    this.#course.drop();
    this.#ledger.stop();
    this.#ledger = this.#newLedger();
    this.#key = '';
  }

  #begin(): void {
    this.#drop();
    this.#state = 'asking';
    this.requestUpdate();
  }

  #leave(state: 'left' | 'idle'): void {
    this.#drop();
    this.#state = state;
    this.#course.focusNext = '#title';
    this.requestUpdate();
    this.dispatchEvent(new ConsentLeftEvent());
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('locale')) void this.#speak(this.locale);
    if (!this.settings || this.#state !== 'asking' || !this.isConnected) return;
    const key = JSON.stringify([this.settings, this.person, this.purposes, this.#target]);
    // Other questions, or questions to somebody else: nothing that was answered goes over.
    if (this.#key && this.#key !== key) this.#drop();
    this.#key = key;
    const course = this.#course;
    if (course.flow?.step === 'receipt') return;
    const { consents } = this.session ?? {};
    const events = this.events ?? this.#ledger.known ?? (consents && this.#target ? undefined : []);
    if (!events) return void this.#ledger.read(consents!, this.#target!);
    if (!course.flow) {
      course.flow = new Flow(this.person, course.attention);
      this.#touched();
    }
    course.flow.words = this.#words;
    course.flow.plan = planOf({
      settings: this.settings,
      person: this.person,
      answers: course.flow.answers,
      events,
      purposes: this.purposes,
      requestDays: this.requestDays,
      askAgain: this.askAgain,
      when: this.at,
      words: this.#words,
    });
  }

  /** Another language is another text: what was read and chosen in the first one does not count for it. */
  async #speak(language: string): Promise<void> {
    this.#language = language;
    const words = await loadPromptWords(language);
    if (this.#language !== language || words === this.#words) return;
    this.#course.flow?.forget();
    this.#words = words;
    this.requestUpdate();
  }

  #touched(): void {
    const { isWarned } = this.#idle;
    if (this.#isAsking) this.#idle.touch(this.idleSeconds);
    if (isWarned) this.requestUpdate();
  }

  override updated(): void {
    const root = this.renderRoot;
    const course = this.#course;
    course.attention.watch(this.#isAsking ? root.querySelectorAll('[data-said]') : []);
    void course.drawOn(root.querySelector<HTMLCanvasElement>('#drawn'));
    this.focusNext = course.focusNext;
    course.focusNext = '';
    super.updated();
  }

  get #question(): Omit<EventsQuestion, 'answers'> | undefined {
    const { settings, person, collector, method } = this;
    const events = this.events ?? this.#ledger.known ?? [];
    return settings && { settings, person, collector, method, events, now: this.at, newId: makeRowId };
  }

  #recorded(events: readonly ConsentEvent[]): void {
    this.#idle.stop();
    if (this.dispatchEvent(new ConsentRecordedEvent(events))) this.#keep(events);
  }

  get #target(): ConsentTarget | undefined {
    return this.pid || (this.capture ? { capture: this.capture } : undefined);
  }

  #newLedger(): Ledger {
    return new Ledger(() => this.requestUpdate());
  }

  /** Hands events to the session, or again those that it has not taken. */
  #keep(events?: readonly ConsentEvent[]): void {
    const { consents } = this.session ?? {};
    if (consents && this.#target) this.settled = this.#ledger.keep(consents, this.#target, events);
  }

  override render(): TemplateResult {
    const { ui, locale } = this.#words;
    return html`<section class="prompt" lang=${locale} aria-labelledby="title">
      ${this.#renderPage()}
      <p class="hidden" role="status">${this.#course.said}</p>
      ${
        this.#idle.isWarned && this.#isAsking
          ? html`<p class="box warning idle" role="alert">${ui.idleSoon}</p>`
          : nothing
      }
    </section>`;
  }

  #renderPage(): TemplateResult {
    if (this.#state !== 'asking') return leftPage(this.#words, this.#state === 'idle', () => this.#begin());
    const { flow } = this.#course;
    if (!flow) return plainPage(this.#words.ui.loading);
    return flowPage({
      words: this.#words,
      course: this.#course,
      flow,
      person: this.person,
      confirmations: this.confirmations,
      kept: this.#ledger.kept,
      keep: () => this.#keep(),
      print: (receipt) => this.print(receipt),
      speak: (language) => void this.#speak(language),
      leave: () => this.#leave('left'),
    });
  }
}
