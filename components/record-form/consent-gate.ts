import { html, nothing } from 'lit';
import type { ReactiveController, TemplateResult } from 'lit';
import type { ConsentTarget } from '../../src/client/index.ts';
import { defaultPurposes, whatIsMissing } from '../../src/consent/index.ts';
import type { AnyConsent, ConsentSettings, Missing, Purpose } from '../../src/consent/index.ts';
import { viGate } from '../../src/i18n/consent.ts';
import type { GateWords } from '../../src/i18n/consent.ts';
import { fill } from '../../src/i18n/index.ts';
import type { ConsentPrompt } from '../consent/index.ts';
import type { Session } from '../context.ts';
import type { RecordForm } from './record-form.ts';

/** What is known of one person: what is missing, or why that cannot be found out. */
interface Found {
  readonly key: string;
  readonly missing?: Missing | undefined;
  readonly lack?: 'noPlace' | 'noName' | undefined;
}

/**
 * Sees to it that the person on screen was told and asked: says in the form what is missing and what it blocks, opens the
 * prompt, and holds back sending while a consent that it needs is missing. Loaded where a session has settings of consent.
 */
export class ConsentGate implements ReactiveController {
  readonly #form: RecordForm;
  #session: Session = {};
  #words: GateWords = viGate;
  /** What was found for whom; `undefined` where there is nothing to say. */
  #found: Found | undefined;
  #events: readonly AnyConsent[] = [];
  #turn = 0;
  #isOpen = false;
  /** What it said beside the buttons, to take that away again. */
  #said = '';
  /** What was decided is on its way to the session. */
  #recording: Promise<void> = Promise.resolve();

  /** Whom it looked at last. */
  #looked = '';

  constructor(form: RecordForm) {
    this.#form = form;
    form.addController(this);
  }

  /** Another person, or what is known of this one has changed. */
  hostUpdated(): void {
    if (this.#who !== this.#looked) void this.look();
  }

  get #who(): string {
    return JSON.stringify([this.#target, this.#person]);
  }

  /** Takes what the session offers now, and looks at who is on screen. */
  meet(session: Session): void {
    const isNew = session.consents !== this.#session.consents || session.consent !== this.#session.consent;
    this.#session = session;
    if (isNew) void this.look();
  }

  get #settings(): ConsentSettings | undefined {
    return this.#session.consent;
  }

  /** What a host has put together itself is asked whole; of ours only what a record needs: nobody is bothered with the rest. */
  get #purposes(): readonly Purpose[] {
    return this.#settings?.purposes ?? defaultPurposes.filter(({ isOptional }) => !isOptional);
  }

  get #person() {
    const { fullName: name, birthDate } = this.#form.value.administrative ?? {};
    return { name, birthDate, birthDateFrom: birthDate ? ('record' as const) : ('unknown' as const) };
  }

  get #target(): ConsentTarget {
    const { base, capture } = this.#form;
    return base?.pid || { capture: capture.id };
  }

  /** What sending rests on: while one of these is not known to be granted, nothing goes out. */
  get #needed(): readonly Purpose[] {
    return this.#purposes.filter(({ mode, isOptional }) => mode === 'consent' && !isOptional);
  }

  /** Works out anew what is missing for who is on screen; `false` where a later look took over. */
  async look(): Promise<boolean> {
    const turn = ++this.#turn;
    this.#looked = this.#who;
    const { locale } = this.#form;
    const words =
      locale === 'en'
        ? import('../../src/i18n/en/consent-gate.ts').then(
            ({ enGate }) => enGate,
            () => viGate,
          )
        : viGate;
    // A session that still loads its client has no port yet.
    if (!this.#session.consents) await this.#session.ready;
    const settings = this.#settings;
    const person = this.#person;
    const target = this.#target;
    const key = JSON.stringify(target);
    const { consents } = this.#session;
    const lack = !consents ? 'noPlace' : !person.name?.trim() ? 'noName' : undefined;
    const history = lack ? undefined : await consents!.list(target).catch(() => undefined);
    const own = await words;
    if (turn !== this.#turn) return false;
    this.#words = own;
    this.#events = history?.events ?? [];
    if (!settings || (lack && !this.#needed.length)) this.#show(undefined);
    else if (lack) this.#show({ key, lack });
    else {
      const when = new Date().toISOString();
      // What cannot be read is unknown, and unknown is no.
      const missing =
        history &&
        whatIsMissing({ settings, events: history.events, person, purposes: this.#purposes, when });
      if (missing?.ask.length || missing?.tell.length) void this.#prompt().catch(() => undefined);
      this.#show({ key, missing });
    }
    return true;
  }

  /** Whether a record may go out now; otherwise it is said what to do, and the prompt is opened where that helps. */
  async mayGo(): Promise<boolean> {
    await this.#recording;
    while (!(await this.look()));
    const needed = this.#needed;
    if (!needed.length) return true;
    const { missing, lack } = this.#found ?? {};
    if (missing && !missing.blocked.some(({ purpose }) => needed.includes(purpose))) return true;
    const { ui } = this.#words;
    this.#form.saveState = 'none';
    this.#form.notice = this.#said = lack ? ui[lack] : missing ? ui.needed : ui.unknown;
    if (missing?.ask.length) void this.#open();
    return false;
  }

  /** Fetched as soon as there is something to ask: in the field there is no network then. */
  async #prompt(): Promise<void> {
    const { ConsentPrompt } = await import('../consent/index.ts');
    ConsentPrompt.define();
  }

  async #open(): Promise<void> {
    const form = this.#form;
    try {
      await this.#prompt();
    } catch {
      form.notice = this.#words.ui.failed;
      return;
    }
    this.#isOpen = true;
    this.#draw();
    await form.updateComplete;
    const dialog = form.renderRoot.querySelector<HTMLDialogElement>('dialog.consent');
    if (dialog?.isConnected && !dialog.open) dialog.showModal();
  }

  readonly #close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#form.renderRoot.querySelector<HTMLDialogElement>('dialog.consent')?.close();
    this.#draw();
    this.#form.renderRoot.querySelector<HTMLElement>('#consent')?.focus();
  };

  /** Somebody else's dialog does not stay open over a new person. */
  #show(found: Found | undefined): void {
    if (this.#isOpen && found?.key !== this.#found?.key) this.#close();
    if (this.#said && found?.lack !== this.#found?.lack) {
      if (this.#form.notice === this.#said) this.#form.notice = '';
      this.#said = '';
    }
    this.#found = found;
    this.#draw();
  }

  #draw(): void {
    this.#form.gate = this.#found && this.#render(this.#found);
  }

  #titles(purposes: readonly Purpose[]): string {
    const language = this.#words.locale === 'en' ? 'en' : 'vi';
    return purposes.map(({ words }) => words[language].title).join('; ');
  }

  #render({ missing, lack }: Found): TemplateResult | undefined {
    const { ui, reasons } = this.#words;
    // On an empty form nobody needs to be told that there is no name yet.
    if (lack === 'noName') return undefined;
    if (lack) return html`<p class="gate error" role="status">${ui[lack]}</p>`;
    if (!missing) return html`<p class="gate error" role="status">${ui.unknown}</p>`;
    const { ask, tell } = missing;
    // What was only not asked yet stands under "not asked" already.
    const blocked = missing.blocked.filter(({ purpose }) => !ask.includes(purpose));
    if (!ask.length && !tell.length && !blocked.length && !this.#isOpen) return undefined;
    // That something optional was refused need not take room on a phone.
    const isQuiet = !ask.length && !tell.length && blocked.every(({ purpose }) => purpose.isOptional);
    const said = reasons as { readonly [reason: string]: string };
    return html`<section class="gate ${isQuiet ? 'quiet' : ''}" aria-label=${ui.title}>
        <div>
          ${ask.length || tell.length ? html`<p class="short">${fill(ui.short, { n: ask.length + tell.length })}</p>` : nothing}
          ${tell.length ? html`<p class="long">${fill(ui.tell, { list: this.#titles(tell) })}</p>` : nothing}
          ${ask.length ? html`<p class="long">${fill(ui.ask, { list: this.#titles(ask) })}</p>` : nothing}
          ${blocked.map(
            ({ purpose, reason }) =>
              html`<p class=${purpose.isOptional ? 'long off' : 'blocked'}>
                ${fill(ui.blocked, { title: this.#titles([purpose]), reason: said[reason] ?? said['notAsked']! })}
              </p>`,
          )}
        </div>
        ${
          ask.length || tell.length
            ? html`<button type="button" id="consent" @click=${() => void this.#open()}>${ui.open}</button>`
            : nothing
        }
      </section>
      ${this.#isOpen ? this.#renderDialog() : nothing}`;
  }

  #renderDialog(): TemplateResult {
    const { user, facility } = this.#session;
    const target = this.#target;
    const form = this.#form;
    return html`<dialog class="consent" aria-label=${this.#words.ui.title} @close=${this.#close}>
      <hssk-consent-prompt
        locale=${form.locale}
        theme=${form.theme}
        .settings=${this.#settings}
        .person=${this.#person}
        .purposes=${this.#purposes.filter(({ mode }) => mode !== 'request')}
        .events=${this.#events}
        .pid=${typeof target === 'string' ? target : ''}
        .capture=${typeof target === 'string' ? '' : target.capture}
        .collector=${{ ...(user && { user }), ...(facility && { facility }) }}
        @hssk-consent=${({ target }: Event) => {
          this.#recording = this.#recorded(target as ConsentPrompt);
        }}
        @hssk-leave=${this.#close}
      ></hssk-consent-prompt>
      <form method="dialog"><button>${this.#words.ui.done}</button></form>
    </dialog>`;
  }

  /** The prompt hands its events to the session right after its own event; then what holds is another. */
  async #recorded(prompt: ConsentPrompt): Promise<void> {
    await Promise.resolve();
    await prompt.settled;
    this.#form.notice = '';
    await this.look();
  }
}
