import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { ConsentTarget } from '../../src/client/index.ts';
import type { AnyConsent, ConsentSettings, Purpose } from '../../src/consent/index.ts';
import { viPrompt } from '../../src/i18n/consent.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { sessionContext } from '../context.ts';
import { HsskElement } from '../element.ts';
import { ConsentLeftEvent, ConsentRecordedEvent, keepKeystrokes } from '../events.ts';
import { makeRowId } from '../row-ids.ts';
import type { Answers, Choice, ConsentPerson } from './answers.ts';
import { Attention } from './attention.ts';
import { confirmPage, decisionWords, reviewPage } from './confirm-view.ts';
import type { HostConfirmation } from './confirm-view.ts';
import type { Collector } from './draft-events.ts';
import { Flow, isPress } from './flow.ts';
import { actionsOf, leftPage, plainPage, stepPage } from './frame-view.ts';
import { Idle } from './idle.ts';
import { Ledger } from './ledger.ts';
import type { Refusal } from './flow.ts';
import { noticeBlocks, purposeCards } from './notice-view.ts';
import type { Ask, NoticePage } from './plan.ts';
import { planOf } from './plan.ts';
import { choiceStyles, promptStyles } from './prompt.styles.ts';
import { receiptView } from './receipt-view.ts';
import { receiptOf } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { Reader, localVoice } from './reader.ts';
import { Signing } from './signing.ts';
import type { Confirmed } from './signing.ts';
import { helpPage, whoPage } from './who-view.ts';
import type { PeopleView } from './who-view.ts';
import { loadPromptWords, say } from './words.ts';

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
export class ConsentPrompt extends HsskElement {
  static override tag = 'hssk-consent-prompt';
  static override properties: PropertyDeclarations = {
    settings: { attribute: false },
    person: { attribute: false },
    purposes: { attribute: false },
    events: { attribute: false },
    collector: { attribute: false },
    confirmations: { attribute: false },
    pid: { attribute: false },
    capture: { attribute: false },
    now: { attribute: false },
    requestDays: { attribute: false },
    askAgain: { attribute: false },
    idleSeconds: { attribute: false },
    method: { attribute: false },
    locale: {},
    theme: { reflect: true },
  };
  static override styles: CSSResultGroup = [promptStyles, choiceStyles];

  /** What the facility says of itself: controller, processors, recipients; its own purposes, policies and notices. */
  settings: ConsentSettings | undefined;
  /** Who the data is about. */
  person: ConsentPerson = {};
  /** The purposes that matter here; without them all that are missing. A request is only offered where it is named. */
  purposes: readonly Purpose[] | undefined;
  /** All events known of this person; from the session where `pid` is set and nothing is given. */
  events: readonly AnyConsent[] | undefined;
  /** Who takes the decision down, where, on which device. */
  collector: Collector | undefined;
  /** Ways to confirm that the host brings along. */
  confirmations: readonly HostConfirmation[] = [];
  /** The record whose events a session reads and writes. */
  pid = '';
  /** Without a record: the id of the capture that will be one. */
  capture = '';
  /** Instant of the decision, for tests; the clock where nothing is set. */
  now = '';
  /** How many days a request to give data to somebody holds. */
  requestDays = 90;
  /** Asks also what was refused, put off or taken back: for a person who wants to change that. */
  askAgain = false;
  /** After so many seconds without a press it closes by itself. A warning comes a minute before. */
  idleSeconds = 900;
  /** Channel, decree 356/2025 art. 6.1. */
  method: ConsentEvent['method'] = 'web';
  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  /** Ends when the session has taken what was decided, or could not. */
  settled: Promise<void> = Promise.resolve();

  #words: PromptWords = viPrompt;
  #language = 'vi';
  #flow: Flow | undefined;
  #state: 'asking' | 'left' | 'idle' = 'asking';
  #key = '';
  #ledger = this.#newLedger();
  #missing: ReadonlySet<string> = new Set();
  #said = '';
  #trouble = '';
  #receipt: Receipt | undefined;
  #focusNext = '';
  readonly #attention = new Attention(() => {});
  readonly #idle = new Idle(
    () => this.requestUpdate(),
    () => this.#isAsking && this.#leave('idle'),
  );
  readonly #reader = new Reader(() => this.requestUpdate());
  readonly #signing = new Signing(() => this.requestUpdate());
  readonly #session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  readonly #hearVoices = (): void => this.requestUpdate();

  constructor() {
    super();
    keepKeystrokes(this);
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
    return this.#state === 'asking' && this.#flow !== undefined && this.#flow.step !== 'receipt';
  }

  get #at(): string {
    return this.now || new Date().toISOString();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begin();
    globalThis.speechSynthesis?.addEventListener('voiceschanged', this.#hearVoices);
    if (this.closest('hssk-session:not(:defined)'))
      void customElements.whenDefined('hssk-session').then(() => this.#session.hostConnected());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.speechSynthesis?.removeEventListener('voiceschanged', this.#hearVoices);
    this.#drop();
  }

  /** Forgets everything that was filled in and chosen. */
  #drop(): void {
    this.#idle.stop();
    this.#reader.stop();
    this.#signing.reset();
    this.#attention.stop();
    this.#flow = undefined;
    this.#receipt = undefined;
    this.#ledger.stop();
    this.#ledger = this.#newLedger();
    this.#said = this.#trouble = '';
    this.#missing = new Set();
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
    this.#focusNext = '#title';
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
    if (this.#flow?.step === 'receipt') return;
    const { consents } = this.#session.value ?? {};
    const events = this.events ?? this.#ledger.known ?? (consents && this.#target ? undefined : []);
    if (!events) return void this.#ledger.read(consents!, this.#target!);
    if (!this.#flow) {
      this.#flow = new Flow(this.person, this.#attention);
      this.#touched();
    }
    this.#flow.words = this.#words;
    this.#flow.plan = planOf({
      settings: this.settings,
      person: this.person,
      answers: this.#flow.answers,
      events,
      purposes: this.purposes,
      requestDays: this.requestDays,
      askAgain: this.askAgain,
      when: this.#at,
      words: this.#words,
    });
  }

  /** Another language is another text: what was read and chosen in the first one does not count for it. */
  async #speak(language: string): Promise<void> {
    this.#language = language;
    const words = await loadPromptWords(language);
    if (this.#language !== language || words === this.#words) return;
    this.#flow?.forget();
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
    this.#attention.watch(this.#isAsking ? root.querySelectorAll('[data-said]') : []);
    const canvas = root.querySelector<HTMLCanvasElement>('#drawn');
    if (canvas) void this.#draw(canvas);
    else this.#signing.drawing.stop();
    const wanted = this.#focusNext && root.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = '';
    if (wanted) wanted.focus();
  }

  async #draw(canvas: HTMLCanvasElement): Promise<void> {
    try {
      await this.#signing.drawing.begin(canvas);
    } catch {
      this.#signing.trouble = this.#words.ui.drawFailed;
      this.requestUpdate();
    }
  }

  readonly #change = (patch: Partial<Answers>): void => {
    this.#flow?.change(patch);
    this.#missing = new Set([...this.#missing].filter((name) => this.#flow?.blanks.includes(name)));
    this.requestUpdate();
  };

  #go(by: 1 | -1): void {
    this.#reader.stop();
    this.#missing = new Set();
    this.#trouble = this.#said = '';
    this.#signing.reset();
    this.#flow?.go(by, this.#at);
    this.#focusNext = '#title';
    this.requestUpdate();
  }

  readonly #next = (): void => {
    const blanks = this.#flow?.blanks ?? [];
    if (blanks.length === 0) return this.#go(1);
    this.#missing = new Set(blanks);
    this.#said = this.#say('missing', { what: String(blanks.length) });
    this.#focusNext = `#${blanks[0]}`;
    this.requestUpdate();
  };

  readonly #understood = (event: Event): void => {
    const flow = this.#flow;
    if (!flow) return;
    const role = flow.step === 'child' ? 'child' : flow.plan.main!;
    if (this.#refused(flow.understood(event, this.renderRoot, role))) return;
    if (flow.steps[flow.steps.indexOf(flow.step) + 1] === 'receipt') this.#record({ form: 'button' });
    else this.#go(1);
  };

  #choose(event: Event, ask: Ask, decision: Choice['decision']): void {
    const flow = this.#flow;
    if (!flow) return;
    const role = flow.step === 'child' ? 'child' : flow.plan.main!;
    this.#trouble = '';
    this.#refused(flow.choose(event, this.renderRoot, role, ask, decision));
    this.requestUpdate();
  }

  /** Says why a press did not count, and leads to what has to be read first. */
  #refused(refusal: Refusal | undefined): boolean {
    if (!refusal) return false;
    const { why, at } = refusal;
    if (why === 'untrusted') return true;
    const { ui } = this.#words;
    this.#trouble = { unread: ui.readFirst, altered: ui.altered, unfair: ui.notFair }[why];
    if (at instanceof HTMLElement) {
      at.tabIndex = -1;
      at.focus({ preventScroll: true });
      at.scrollIntoView({ block: 'center' });
    }
    this.requestUpdate();
    return true;
  }

  readonly #confirm = async (event: Event): Promise<void> => {
    const flow = this.#flow;
    const signing = this.#signing;
    if (!flow || signing.isBusy || !isPress(event) || flow.step !== 'confirm') return;
    const confirmed = await signing.confirm(flow, this.confirmations, this.#words);
    if (this.#flow !== flow) return;
    if (confirmed) this.#record(confirmed);
    else if (signing.missing) this.#focusNext = `#${signing.missing}`;
    this.requestUpdate();
  };

  #record(confirmed: Confirmed): void {
    const flow = this.#flow;
    if (!flow?.hasAnswers || !this.settings) return;
    const { settings, person, collector, method } = this;
    const events = this.events ?? this.#ledger.known ?? [];
    const made = flow.seal(
      { settings, person, collector, method, events, now: this.#at, newId: makeRowId },
      confirmed,
    );
    const language = this.#words.locale === 'en' ? 'en' : 'vi';
    this.#receipt = receiptOf(
      this.#words,
      this.person.name ?? '',
      made.map(({ event, ask, choice }) => ({
        event,
        title: ask.purpose.words[language].title,
        decision: decisionWords(this.#words, ask, choice),
        shown: choice.text,
      })),
    );
    this.#idle.stop();
    this.#reader.stop();
    this.#trouble = '';
    flow.step = 'receipt';
    this.#focusNext = '#title';
    this.requestUpdate();
    const sealed = made.map(({ event }) => event);
    if (this.dispatchEvent(new ConsentRecordedEvent(sealed))) this.#keep(sealed);
  }

  get #target(): ConsentTarget | undefined {
    return this.pid || (this.capture ? { capture: this.capture } : undefined);
  }

  #newLedger(): Ledger {
    return new Ledger(() => this.requestUpdate());
  }

  /** Hands events to the session, or again those that it has not taken. */
  #keep(events?: readonly ConsentEvent[]): void {
    const { consents } = this.#session.value ?? {};
    if (consents && this.#target) this.settled = this.#ledger.keep(consents, this.#target, events);
  }

  #say(...[key, values]: [keyof PromptWords['ui'], { readonly [name: string]: string | number }?]): string {
    return say(this.#words, key, values);
  }

  override render(): TemplateResult {
    const { ui, locale } = this.#words;
    const flow = this.#flow;
    return html`<section class="prompt" lang=${locale} aria-labelledby="title">
      ${flow && this.#state === 'asking' ? this.#renderFlow(flow) : this.#renderRest()}
      <p class="hidden" role="status">${this.#said}</p>
      ${
        this.#idle.isWarned && this.#isAsking
          ? html`<p class="box warning idle" role="alert">${ui.idleSoon}</p>`
          : nothing
      }
    </section>`;
  }

  #renderRest(): TemplateResult {
    return this.#state === 'asking'
      ? plainPage(this.#words.ui.loading)
      : leftPage(this.#words, this.#state === 'idle', () => this.#begin());
  }

  #renderFlow(flow: Flow): TemplateResult {
    const { ui } = this.#words;
    const { plan, step, steps } = flow;
    if (!steps.length) return plainPage(ui.nothingToAsk);
    if (plan.flaws.length) {
      const why = this.#say('broken', { parts: plan.flaws.join(', ') });
      return plainPage(
        ui.brokenTitle,
        html`<p class="box error" role="alert">${why}</p>
          ${this.#renderActions('', undefined)}`,
      );
    }
    const name = this.person.name?.trim() ?? '';
    return stepPage({ words: this.#words, name, step, steps, body: this.#renderStep(flow) });
  }

  #renderStep(flow: Flow): TemplateResult {
    const { ui } = this.#words;
    const { plan, step } = flow;
    switch (step) {
      case 'who':
        return html`${whoPage(this.#people(flow))}${this.#renderActions(ui.next, this.#next)}`;
      case 'help':
        return html`${helpPage(this.#people(flow))}${this.#renderActions(ui.next, this.#next)}`;
      case 'notice': {
        const page = plan.page!;
        return html`<p class="muted">${ui.noticeLead}</p>
          ${this.#renderVoice()} ${noticeBlocks(page, plan, this.#words)}
          ${this.#renderActions(page.notice.buttons.understood, this.#understood)}`;
      }
      case 'choices': {
        const asks = plan.asks.filter((ask) => ask.roles.includes(plan.main!));
        return html`<p class="muted">${ui.choicesLead}</p>
          ${this.#renderVoice()} ${this.#renderCards(flow, plan.page!, asks)}
          ${this.#renderActions(ui.next, () => this.#go(1))}`;
      }
      case 'child': {
        const page = plan.childPage!;
        const asks = flow.childAsks;
        return html`<p>${this.#say('childLead', { name: flow.nameOf('child') })}</p>
          <div class="child">
            ${this.#renderVoice()} ${noticeBlocks(page, plan, this.#words)}
            ${
              asks.length
                ? html`<p>${ui.childFree}</p>
                    ${this.#renderCards(flow, page, asks)}`
                : plan.asks.length
                  ? html`<p>${ui.childNothing}</p>`
                  : nothing
            }
          </div>
          ${asks.length ? html`<p class="muted">${this.#say('childAway', { later: page.notice.buttons.later })}</p>` : nothing}
          ${this.#renderActions(page.notice.buttons.understood, this.#understood)}`;
      }
      case 'review':
        return html`${reviewPage({
          words: this.#words,
          plan,
          nameOf: (role) => flow.nameOf(role),
          choiceOf: (ask, role) => flow.choiceOf(ask, role),
        })}
        ${flow.hasAnswers ? nothing : html`<p class="error">${ui.nothingDecided}</p>`}
        ${this.#renderActions(ui.next, flow.hasAnswers ? () => this.#go(1) : undefined)}`;
      case 'confirm':
        return html`${confirmPage({
          words: this.#words,
          signer: flow.nameOf(flow.signer),
          signing: this.#signing,
          hosts: this.confirmations,
          hasWitness: flow.answers.reading === 'aloud',
        })}
        ${this.#renderActions(this.#signing.isBusy ? ui.confirming : ui.confirm, this.#confirm)}`;
      case 'receipt':
        return receiptView(this.#words, this.#receipt!, this.#ledger.kept, () => this.#keep());
    }
  }

  #people(flow: Flow): PeopleView {
    return {
      words: this.#words,
      answers: flow.answers,
      plan: flow.plan,
      birthDate: this.person.birthDate,
      missing: this.#missing,
      hasVoice: localVoice() !== undefined,
      change: this.#change,
      speak: (language) => void this.#speak(language),
    };
  }

  #renderCards(flow: Flow, page: NoticePage, asks: readonly Ask[]): TemplateResult {
    const role = flow.step === 'child' ? 'child' : flow.plan.main!;
    return purposeCards(
      {
        words: this.#words,
        page,
        choiceOf: (ask) => flow.choiceOf(ask, role),
        choose: (event, ask, decision) => this.#choose(event, ask, decision),
      },
      asks,
    );
  }

  /** Reading aloud is offered only for Vietnamese, and only by a voice of this device. */
  #renderVoice(): TemplateResult | typeof nothing {
    const { ui, locale } = this.#words;
    if (locale !== 'vi' || !localVoice()) return nothing;
    const isReading = this.#reader.isReading;
    return html`<div>
      <button
        type="button"
        id="voice"
        @click=${() => (isReading ? this.#reader.stop() : void this.#readAloud())}
      >
        ${isReading ? ui.stopReading : ui.readAloud}
      </button>
    </div>`;
  }

  async #readAloud(): Promise<void> {
    const flow = this.#flow;
    const lines = [...this.renderRoot.querySelectorAll('.page [data-said]')];
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = true;
    if (await this.#reader.read(lines.map(({ textContent }) => textContent))) flow?.change({ isHeard: true });
  }

  #renderActions(next: string, act: ((event: Event) => void) | undefined): TemplateResult {
    const { step, plan } = this.#flow!;
    // The page of the confirmation says itself what went wrong, beside what it is about.
    const isOwn = step === 'confirm';
    return actionsOf({
      words: this.#words,
      next,
      act,
      isSaid: act === this.#understood,
      back: step === 'who' || plan.flaws.length ? undefined : () => this.#go(-1),
      leave: () => this.#leave('left'),
      isBusy: this.#signing.isBusy,
      trouble: isOwn ? '' : this.#trouble,
      missing: isOwn ? 0 : this.#missing.size,
    });
  }
}
