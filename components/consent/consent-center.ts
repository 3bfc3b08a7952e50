import { ContextConsumer } from '@lit/context';
import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { AccessEntry, Consents } from '../../src/client/index.ts';
import { defaultPurposes } from '../../src/consent/index.ts';
import type { AnyConsent, ConsentSettings, Purpose } from '../../src/consent/index.ts';
import { viCenter, viPrompt } from '../../src/i18n/consent.ts';
import type { ConsentEvent, Decider, Organisation } from '../../src/schema/index.ts';
import { sessionContext } from '../context.ts';
import { HsskElement } from '../element.ts';
import { ConsentRecordedEvent, keepKeystrokes } from '../events.ts';
import { makeRowId } from '../row-ids.ts';
import type { ConsentPerson } from './answers.ts';
import { answerBlanks, answerOf } from './center-answers.ts';
import { datesOf, deedEvent, requestEvent } from './center-acts.ts';
import type { Occasion } from './center-acts.ts';
import { CenterLedger } from './center-ledger.ts';
import { disclosuresPart, recipientsOf, requestPurposes } from './center-disclosures.ts';
import { evidencePart } from './center-evidence.ts';
import { accessPart, area, historyPart } from './center-lists.ts';
import { centerOf } from './center-model.ts';
import type { Act, Center, Entry, Item } from './center-model.ts';
import { needsWords, requestsPart } from './center-requests.ts';
import { nothingFilled, purposesPart } from './center-view.ts';
import type { CenterView, Filled } from './center-view.ts';
import { evidenceFile, failureText, loadAllWords, receiptFor, tell } from './center-words.ts';
import type { AllWords } from './center-words.ts';
import { centerStyles } from './center.styles.ts';
import { ConsentPrompt } from './consent-prompt.ts';
import type { HostConfirmation } from './confirm-view.ts';
import type { Collector } from './draft-events.ts';
import { isPress } from './flow.ts';
import { fieldStyles } from './field.styles.ts';
import { promptStyles } from './prompt.styles.ts';
import { saveFile } from './receipt-view.ts';
import { printReceipt, receiptFile, timeWords } from './receipt.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-consent-center': ConsentCenter;
  }
}

/** What the prompt inside asks: once more about a purpose, or a new request for disclosure. */
interface Asking {
  readonly purpose: Purpose;
  readonly recipient?: Organisation;
  readonly days?: number;
}

/**
 * What one person agreed to, by whom, when and to which text; withdraw, put on hold, object, ask for things about the
 * data, hand the record to one named place and take that back, see who looked, and keep receipts of it all. For staff
 * who take down what a person says, and with `decider` for the person at the own device.
 *
 * @tag hssk-consent-center
 * @fires {ConsentRecordedEvent} hssk-consent - What was recorded, sealed; `preventDefault()` where the host stores it.
 */
export class ConsentCenter extends HsskElement {
  static override tag = 'hssk-consent-center';
  static override uses = [ConsentPrompt];
  static override properties: PropertyDeclarations = {
    settings: { attribute: false },
    person: { attribute: false },
    events: { attribute: false },
    keys: { attribute: false },
    accessLog: { attribute: false },
    decider: { attribute: false },
    collector: { attribute: false },
    confirmations: { attribute: false },
    holidays: { attribute: false },
    pid: { attribute: false },
    now: { attribute: false },
    method: { attribute: false },
    locale: {},
    theme: { reflect: true },
  };
  static override styles: CSSResultGroup = [promptStyles, fieldStyles, centerStyles];

  /** What the facility says of itself; the same as for the prompt, and else that of the session. */
  settings: ConsentSettings | undefined;
  /** Who the data is about. */
  person: ConsentPerson = {};
  /** All events known of this person; from the session where `pid` is set and nothing is given. */
  events: readonly AnyConsent[] | undefined;
  /** Public keys of the server by their id (`GET /v1/metadata`); without them its signatures are not checked. */
  keys: Readonly<Record<string, string>> | undefined;
  /** Who looked, newest first; from the session where nothing is given. */
  accessLog: readonly AccessEntry[] | undefined;
  /** The person, or the representative, at the own device. Without it staff takes down who says what. */
  decider: Decider | undefined;
  /** Who takes it down; user and facility of the session where nothing is given. */
  collector: Collector | undefined;
  /** Ways to confirm for the prompt. */
  confirmations: readonly HostConfirmation[] = [];
  /** Days (`YYYY-MM-DD`) that are no working days. */
  holidays: readonly string[] = [];
  /** The record whose events a session reads and writes. */
  pid = '';
  /** Instant of what is recorded, for tests; the clock where nothing is set. */
  now = '';
  /** Channel, decree 356/2025 art. 6.1. */
  method: ConsentEvent['method'] = 'web';
  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  #words: AllWords = { own: viCenter, shared: viPrompt };
  #filled: Filled = nothingFilled;
  #asking: Asking | undefined;
  #openTexts: ReadonlySet<string> = new Set();
  #said = '';
  #key = '';
  #ledger = this.#newLedger();
  #focusNext = '';
  #judged:
    { readonly of: string; readonly events: readonly AnyConsent[]; readonly center: Center } | undefined;
  readonly #session = new ContextConsumer(this, {
    context: sessionContext,
    subscribe: true,
    callback: ({ consent }) => {
      if (!this.settings || this.settings === this.#offered) this.settings = this.#offered = consent;
      this.requestUpdate();
    },
  });
  /** The settings of the session, for who sets none. */
  #offered: ConsentSettings | undefined;

  constructor() {
    super();
    keepKeystrokes(this);
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(this.#filled.panel || this.#filled.form))
        return;
      event.preventDefault();
      this.#fill({ panel: undefined, form: undefined });
    });
  }

  get #consents(): Consents | undefined {
    return this.pid ? this.#session.value?.consents : undefined;
  }

  get #at(): string {
    return this.now || new Date().toISOString();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
    if (this.closest('hssk-session:not(:defined)'))
      void customElements.whenDefined('hssk-session').then(() => this.#session.hostConnected());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
  }

  #newLedger(): CenterLedger {
    return new CenterLedger(() => this.requestUpdate());
  }

  /** Another person: nothing of the one before stays on screen or is filled in. */
  #drop(): void {
    this.#ledger.stop();
    this.#ledger = this.#newLedger();
    this.#filled = nothingFilled;
    this.#asking = this.#judged = undefined;
    this.#openTexts = new Set();
    this.#said = this.#key = '';
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('locale')) void this.#speak(this.locale);
    const { birthDate, name } = this.person;
    const key = JSON.stringify([this.pid, name, birthDate, this.#consents !== undefined]);
    if (this.#key && this.#key !== key) this.#drop();
    this.#key = key;
    const ledger = this.#ledger;
    if (!this.events && !ledger.known && !ledger.failure && this.isConnected && this.#consents)
      void ledger.load(this.#consents, this.pid);
  }

  override updated(): void {
    const wanted = this.#focusNext && this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = '';
    if (wanted) wanted.focus();
  }

  async #speak(locale: string): Promise<void> {
    const words = await loadAllWords(locale);
    if (this.locale !== locale || words.own === this.#words.own) return;
    this.#words = words;
    this.requestUpdate();
  }

  get #events(): readonly AnyConsent[] {
    return this.#ledger.all(this.events);
  }

  #center(settings: ConsentSettings): Center {
    const { person, keys = this.#ledger.keys, decider } = this;
    const events = this.#events;
    const when = this.#at;
    // Judged once for the same events within the same minute: signatures take long on a small phone.
    const of = JSON.stringify([when.slice(0, 16), person, keys, decider === undefined, settings]);
    const same = this.#judged;
    const isSame = same?.of === of && same.events.length === events.length;
    if (isSame && events.every((event, at) => event === same.events[at])) return same.center;
    const center = centerOf({ settings, person, events, when, keys, isStaff: decider === undefined });
    this.#judged = { of, events, center };
    return center;
  }

  #fill(patch: Partial<Filled>): void {
    const before = this.#filled;
    const isOther = 'panel' in patch || 'form' in patch;
    const closed = isOther && !patch.panel && !patch.form;
    this.#filled = isOther
      ? { ...nothingFilled, ...this.#firstSpeaker(), ...patch }
      : { ...before, ...patch };
    if (!isOther) {
      const missing = new Set([...before.missing].filter((name) => this.#blanks().includes(name)));
      this.#filled = { ...this.#filled, missing };
    } else this.#focusNext = closed ? this.#returnTo(before) : '#panel';
    this.requestUpdate();
  }

  /** Where the focus goes when what was open is closed. */
  #returnTo({ panel, form, about }: Filled): string {
    if (form === 'answer') return `#answer-${about}`;
    if (form) return form === 'request' ? '#newRequest' : '#newDisclosure';
    const { settings } = this;
    if (!panel || !settings) return '#title';
    const center = this.#center(settings);
    const at = [...center.items, ...center.disclosures].findIndex(({ key }) => key === panel.key);
    return at < 0 ? '#title' : `#item-${at}`;
  }

  // One who is known to speak is as good as chosen; among several nobody is.
  #firstSpeaker(): Partial<Filled> {
    const { speakers } = this.#center(this.settings!);
    return speakers.length === 1 ? { speaker: 0 } : {};
  }

  /** Blanks that are still empty. */
  #blanks(): string[] {
    const { panel, form, speaker, otherName, request, reason, purpose, recipient, days } = this.#filled;
    const { recipientName, recipientCode } = this.#filled;
    const blanks: (readonly [string, boolean])[] = [];
    if (form === 'disclosure') {
      blanks.push(['purpose', !purpose], ['recipient', !recipient]);
      if (recipient === 'other')
        blanks.push(
          ['recipientName', !recipientName.trim()],
          ['recipientCode', !/^[\w.:-]{1,80}$/.test(recipientCode.trim())],
        );
      blanks.push(['days', !days]);
    }
    if (form === 'answer') blanks.push(...answerBlanks(this.#filled));
    if (form === 'request') {
      blanks.push(['request', !request], ['reason', needsWords.includes(request) && !reason.trim()]);
    }
    if ((panel || form === 'request') && !this.decider)
      blanks.push(['speaker', speaker === ''], ['otherName', speaker === 'other' && !otherName.trim()]);
    return blanks.filter(([, isEmpty]) => isEmpty).map(([name]) => name);
  }

  #begin(item: Item, act: Act): void {
    this.#said = '';
    if (act === 'ask' || act === 'askFirst' || act === 'tell') {
      this.#asking = { purpose: item.purpose };
      this.#filled = nothingFilled;
      this.#focusNext = 'hssk-consent-prompt';
      this.requestUpdate();
    } else this.#fill({ panel: { key: item.key, deed: act }, form: undefined });
  }

  /** Records what is filled in. Only a press of a person does: no script speaks for anybody. */
  #record(pressed: Event): void {
    if (!isPress(pressed) || !this.settings) return;
    const blanks = this.#blanks();
    if (blanks.length) {
      this.#filled = { ...this.#filled, missing: new Set(blanks) };
      this.#focusNext = `#${blanks[0]}`;
      this.requestUpdate();
      return;
    }
    const { panel, form, reason, request } = this.#filled;
    const { settings } = this;
    const { ui } = this.#words.own;
    if (form === 'disclosure') return this.#askDisclosure();
    const now = this.#at;
    const occasion: Occasion = {
      ...{ settings, person: this.person, events: this.#events, collector: this.#collector },
      ...{ method: this.method, now, newId: makeRowId },
    };
    const indication = (pressed.currentTarget as Element).textContent.trim();
    if (form === 'answer')
      return this.#add(answerOf(occasion, this.#center(settings), this.#filled, indication), ui.done_answer);
    const said = { by: this.#speaker(), indication, reason };
    if (form === 'request' && request) {
      const event = requestEvent(occasion, request, said, datesOf(request, now, this.holidays));
      return this.#add([event], request === 'restrict' ? ui.done_restrict : ui.done_request);
    }
    const center = this.#center(settings);
    const item = [...center.items, ...center.disclosures].find(({ key }) => key === panel?.key);
    if (panel && item) this.#add([deedEvent(occasion, panel.deed, item, said)], ui[`done_${panel.deed}`]);
  }

  get #collector(): Collector | undefined {
    if (this.decider || this.collector) return this.collector;
    const { user, facility } = this.#session.value ?? {};
    return user || facility ? { ...(user && { user }), ...(facility && { facility }) } : undefined;
  }

  #speaker(): Decider {
    if (this.decider) return this.decider;
    const { speaker, otherName } = this.#filled;
    const known = speaker === 'other' ? undefined : this.#center(this.settings!).speakers[Number(speaker)];
    return known ?? { role: 'representative', name: otherName.normalize('NFC').replace(/\s+/g, ' ').trim() };
  }

  #askDisclosure(): void {
    const { purpose: code, recipient, recipientName, recipientCode, days } = this.#filled;
    const { settings } = this;
    const purpose = requestPurposes({ settings: settings! }).find((one) => one.code === code);
    if (!purpose || !days) return;
    const known = recipientsOf({ settings: settings! }, purpose).find(({ id }) => id === recipient);
    const named = known ?? {
      id: recipientCode.trim(),
      name: recipientName.normalize('NFC').trim(),
      ...(purpose.recipientKind && { type: purpose.recipientKind }),
    };
    this.#asking = { purpose, recipient: named, days };
    this.#filled = nothingFilled;
    this.#focusNext = 'hssk-consent-prompt';
    this.requestUpdate();
  }

  /** It holds here at once; then it goes to the host, or to the session. */
  #add(events: readonly ConsentEvent[], said: string): void {
    const before = this.#filled;
    this.#ledger.made = [...this.#ledger.made, ...events];
    this.#filled = nothingFilled;
    this.#said = said;
    if (!this.#asking) this.#focusNext = before.panel ? this.#returnTo(before) : '#said';
    this.requestUpdate();
    if (!this.dispatchEvent(new ConsentRecordedEvent(events))) return;
    void this.#keep(events, said);
  }

  /** Hands events over to the session, and reads again what stands there. */
  async #keep(events: readonly ConsentEvent[], said: string): Promise<void> {
    const consents = this.#consents;
    const ledger = this.#ledger;
    const { pid } = this;
    if (!consents) return;
    const kept = await ledger.keep(consents, pid, events);
    if (ledger !== this.#ledger) return;
    if (kept !== 'failed') this.#said = `${said} ${this.#words.own.ui[kept]}`.trim();
    await ledger.load(consents, pid);
  }

  readonly #retry = (): void => {
    const { made, unkept } = this.#ledger;
    void this.#keep(
      made.filter(({ id }) => unkept.has(id)),
      '',
    );
  };

  override render(): TemplateResult {
    const { own } = this.#words;
    const { settings } = this;
    const isKnown = this.events !== undefined || this.#ledger.known !== undefined || !this.#consents;
    return html`<section class="prompt center" lang=${own.locale} aria-labelledby="title">
      ${
        !settings || !isKnown
          ? html`<div class="page">
              <h2 id="title" tabindex="-1">${own.ui.titleNoName}</h2>
              ${this.#ledger.failure ? this.#renderFailure() : html`<p role="status">${own.ui.loading}</p>`}
            </div>`
          : this.#asking
            ? this.#renderPrompt(settings, this.#asking)
            : this.#renderCenter(settings)
      }
    </section>`;
  }

  #renderFailure(): TemplateResult {
    const { own } = this.#words;
    const again = (): void => {
      this.#ledger.failure = '';
      this.requestUpdate();
    };
    return html`<div class="box error" role="alert">
      <p><b>${failureText(own, this.#ledger.failure)}</b></p>
      <p>${own.ui.notLoaded}</p>
      <div class="actions"><button type="button" id="again" @click=${again}>${own.ui.tryAgain}</button></div>
    </div>`;
  }

  #renderPrompt(settings: ConsentSettings, { purpose, recipient, days }: Asking): TemplateResult {
    const { own } = this.#words;
    const back = (): void => {
      this.#asking = undefined;
      this.#focusNext = '#title';
      this.requestUpdate();
    };
    return html`<h2 id="title" class="hidden">${own.ui.titleNoName}</h2>
      <hssk-consent-prompt
        tabindex="-1"
        locale=${this.locale}
        theme=${this.theme}
        .settings=${recipient ? promptSettings(settings, recipient) : settings}
        .person=${this.person}
        .purposes=${[purpose]}
        .askAgain=${true}
        .requestDays=${days ?? 90}
        .events=${this.#events}
        .collector=${this.#collector}
        .confirmations=${this.confirmations}
        .method=${this.method}
        .now=${this.now}
        @hssk-leave=${back}
        @hssk-consent=${(event: ConsentRecordedEvent) => {
          event.preventDefault();
          this.#add(event.events, own.ui.done_prompt);
        }}
      ></hssk-consent-prompt>
      ${this.#renderSaid()}
      <div class="page">
        <div class="actions">
          <button type="button" id="back" @click=${back}>${own.ui.backToCenter}</button>
        </div>
      </div>`;
  }

  #renderCenter(settings: ConsentSettings): TemplateResult {
    const { own } = this.#words;
    const { ui } = own;
    const view = this.#view(settings);
    const { center } = view;
    const name = this.person.name?.trim();
    const { access, accessFailure, isFetching, carriedAt } = this.#ledger;
    const looked = this.accessLog ? { entries: this.accessLog, isAll: true } : access;
    return html`<header>
        <h2 id="title" tabindex="-1">${name ? tell(own, 'title', { name }) : ui.titleNoName}</h2>
      </header>
      <div class="page">
        ${this.#renderSaid()}
        ${evidencePart(view, carriedAt === undefined ? '' : timeWords(new Date(carriedAt).toISOString()))}
        ${purposesPart(view)}
        ${area('disclosures', ui.disclosures, center.disclosures.length, disclosuresPart(view))}
        ${area('requests', ui.requests, center.requests.length, requestsPart(view))}
        ${
          this.#consents || this.accessLog
            ? area(
                'access',
                ui.access,
                undefined,
                accessPart(view, {
                  entries: looked?.entries,
                  isAll: looked?.isAll ?? false,
                  isBusy: isFetching,
                  failure: accessFailure && failureText(own, accessFailure),
                  more: () => this.#consents && void this.#ledger.more(this.#consents, this.pid),
                }),
              )
            : nothing
        }
        ${area('history', ui.history, center.history.length, historyPart(view))}
      </div>`;
  }

  /** What was done, and whether the server has it. */
  #renderSaid(): TemplateResult {
    const { own } = this.#words;
    const [why] = this.#ledger.unkept.values();
    return html`<p class=${this.#said ? 'box said' : 'hidden'} id="said" tabindex="-1" role="status">
        ${this.#said}
      </p>
      ${
        why === undefined
          ? nothing
          : html`<div class="box error" role="alert">
              <p><b>${tell(own, 'failed', { why: failureText(own, why) })}</b></p>
              <div class="actions">
                <button type="button" id="retry" @click=${this.#retry}>${own.ui.tryAgain}</button>
              </div>
            </div>`
      }`;
  }

  #view(settings: ConsentSettings): CenterView {
    const { controller } = settings;
    const name = this.person.name ?? '';
    const receipt = (entries: readonly Entry[]) => receiptFor(this.#words, settings, name, entries);
    const { ui } = this.#words.own;
    const refusals = [...this.#ledger.unkept].filter(
      ([, code]) => !/^(network|token|server)\.|^unknown$/.test(code),
    );
    return {
      words: this.#words,
      settings,
      center: this.#center(settings),
      filled: this.#filled,
      now: this.#at,
      holidays: this.holidays,
      contact: controller.protectionContact ?? controller.contact ?? controller.name,
      isOwn: this.decider !== undefined,
      openTexts: this.#openTexts,
      refused: new Set(refusals.map(([id]) => id)),
      fill: (patch) => this.#fill(patch),
      begin: (item, act) => this.#begin(item, act),
      record: (event) => this.#record(event),
      showText: (id) => {
        if (this.#openTexts.has(id)) return;
        this.#openTexts = new Set([...this.#openTexts, id]);
        this.requestUpdate();
      },
      print: (entries) => printReceipt(receipt(entries)),
      save: (entries) => saveFile(receiptFile(receipt(entries)), `${ui.fileName}.html`),
      saveJson: (entries) => saveFile(evidenceFile([...entries].reverse()), `${ui.evidenceFile}.json`),
    };
  }
}

/** Only the one recipient is named, whatever others the facility knows. */
const promptSettings = (settings: ConsentSettings, recipient: Organisation): ConsentSettings => ({
  ...settings,
  recipients: [recipient],
  purposes: settings.purposes ?? defaultPurposes,
});
