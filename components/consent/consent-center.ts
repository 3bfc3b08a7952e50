import { html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { AccessEntry, Consents } from '../../src/client/index.ts';
import type { AnyConsent, ConsentSettings } from '../../src/consent/index.ts';
import { viCenter, viPrompt } from '../../src/i18n/consent.ts';
import type { ConsentEvent, Decider } from '../../src/schema/index.ts';
import { ConsentRecordedEvent } from '../events.ts';
import { makeRowId } from '../row-ids.ts';
import { askingOf, blanksOf, eventOf, fillIn, nothingFilled, returnTo } from './center-filled.ts';
import type { Asking, Filled } from './center-filled.ts';
import { CenterLedger } from './center-ledger.ts';
import { Judge } from './center-model.ts';
import type { Act, Center, Item } from './center-model.ts';
import { centerPage, papersOf, promptPage, saidPart, unknownPage } from './center-page.ts';
import type { CenterView } from './center-view.ts';
import { loadAllWords } from './center-words.ts';
import type { AllWords } from './center-words.ts';
import { centerStyles } from './center.styles.ts';
import { ConsentElement } from './consent-element.ts';
import { ConsentPrompt } from './consent-prompt.ts';
import type { Collector } from './draft-events.ts';
import { isPress } from './flow.ts';
import { fieldStyles } from './field.styles.ts';
import { promptStyles } from './prompt.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-consent-center': ConsentCenter;
  }
}

/**
 * What one person agreed to, by whom, when and to which text; withdraw, put on hold, object, ask for things about the
 * data, hand the record to one named place and take that back, see who looked, and keep receipts of it all. For staff
 * who take down what a person says, and with `decider` for the person at the own device.
 *
 * @tag hssk-consent-center
 * @fires {ConsentRecordedEvent} hssk-consent - What was recorded, sealed; `preventDefault()` where the host stores it.
 */
export class ConsentCenter extends ConsentElement {
  static override tag = 'hssk-consent-center';
  static override uses = [ConsentPrompt];
  static override properties: PropertyDeclarations = {
    keys: { attribute: false },
    accessLog: { attribute: false },
    decider: { attribute: false },
    holidays: { attribute: false },
  };
  static override styles: CSSResultGroup = [promptStyles, fieldStyles, centerStyles];

  /** Public keys of the server by their id (`GET /v1/metadata`); without them its signatures are not checked. */
  keys: Readonly<Record<string, string>> | undefined;
  /** Who looked, newest first; from the session where nothing is given. */
  accessLog: readonly AccessEntry[] | undefined;
  /** The person, or the representative, at the own device. Without it staff takes down who says what. */
  decider: Decider | undefined;
  /** Days (`YYYY-MM-DD`) that are no working days. */
  holidays: readonly string[] = [];

  #words: AllWords = { own: viCenter, shared: viPrompt };
  #filled: Filled = nothingFilled;
  #asking: Asking | undefined;
  #openTexts: ReadonlySet<string> = new Set();
  #said = '';
  #key = '';
  #ledger = this.#newLedger();
  #judge = new Judge();

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(this.#filled.panel || this.#filled.form))
        return;
      event.preventDefault();
      this.#fill({ panel: undefined, form: undefined });
    });
  }

  /** The person at the own device: nobody else is asked who says so. */
  get #isOwn(): boolean {
    return this.decider !== undefined;
  }

  get #consents(): Consents | undefined {
    return this.pid ? this.session?.consents : undefined;
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
    this.#asking = undefined;
    this.#judge = new Judge();
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
    const { person, keys = this.#ledger.keys } = this;
    const question = { settings, person, keys, events: this.#events, when: this.at, isStaff: !this.#isOwn };
    return this.#judge.center(question);
  }

  #fill(patch: Partial<Filled>): void {
    const { settings } = this;
    if (!settings) return;
    const { filled, focus } = fillIn(this.#filled, patch, this.#center(settings), this.#isOwn);
    this.#filled = filled;
    this.focusNext = focus;
    this.requestUpdate();
  }

  #begin(item: Item, act: Act): void {
    this.#said = '';
    if (act === 'ask' || act === 'askFirst' || act === 'tell') this.#ask({ purpose: item.purpose });
    else this.#fill({ panel: { key: item.key, deed: act }, form: undefined });
  }

  #ask(asking: Asking): void {
    this.#asking = asking;
    this.#filled = nothingFilled;
    this.focusNext = 'hssk-consent-prompt';
    this.requestUpdate();
  }

  /** Records what is filled in. Only a press of a person does: no script speaks for anybody. */
  #record(pressed: Event): void {
    if (!isPress(pressed) || !this.settings) return;
    const blanks = blanksOf(this.#filled, this.#isOwn);
    if (blanks.length) {
      this.#filled = { ...this.#filled, missing: new Set(blanks) };
      this.focusNext = `#${blanks[0]}`;
      this.requestUpdate();
      return;
    }
    const { settings, person, method, holidays, decider } = this;
    const filled = this.#filled;
    if (filled.form === 'disclosure') {
      const asking = askingOf(filled, settings);
      return asking && this.#ask(asking);
    }
    const occasion = { settings, person, method, events: this.#events, collector: this.#collector };
    const indication = (pressed.currentTarget as Element).textContent.trim();
    const made = eventOf(
      filled,
      this.#center(settings),
      { ...occasion, now: this.at, newId: makeRowId },
      { decider, indication, holidays },
    );
    if (made) this.#add([made.event], this.#words.own.ui[made.done]);
  }

  get #collector(): Collector | undefined {
    if (this.decider || this.collector) return this.collector;
    const { user, facility } = this.session ?? {};
    return user || facility ? { ...(user && { user }), ...(facility && { facility }) } : undefined;
  }

  /** It holds here at once; then it goes to the host, or to the session. */
  #add(events: readonly ConsentEvent[], said: string): void {
    const before = this.#filled;
    this.#ledger.made = [...this.#ledger.made, ...events];
    this.#filled = nothingFilled;
    this.#said = said;
    if (!this.#asking)
      this.focusNext = before.panel ? returnTo(before, this.#center(this.settings!)) : '#said';
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
    const again = made.filter(({ id }) => unkept.has(id));
    void this.#keep(again, '');
  };

  readonly #again = (): void => {
    this.#ledger.failure = '';
    this.requestUpdate();
  };

  readonly #back = (): void => {
    this.#asking = undefined;
    this.focusNext = '#title';
    this.requestUpdate();
  };

  override render(): TemplateResult {
    const { settings } = this;
    const isKnown = this.events !== undefined || this.#ledger.known !== undefined || !this.#consents;
    return html`<section class="prompt center" lang=${this.#words.own.locale} aria-labelledby="title">
      ${
        !settings || !isKnown
          ? unknownPage(this.#words, this.#ledger.failure, this.#again)
          : this.#asking
            ? promptPage(this, this.#words, this.#asking, {
                settings,
                events: this.#events,
                collector: this.#collector,
                said: this.#renderSaid(),
                back: this.#back,
                add: (events) => this.#add(events, this.#words.own.ui.done_prompt),
              })
            : this.#renderCenter(settings)
      }
    </section>`;
  }

  #renderCenter(settings: ConsentSettings): TemplateResult {
    const { accessLog } = this;
    return centerPage({
      view: this.#view(settings),
      name: this.person.name?.trim() ?? '',
      ledger: this.#ledger,
      said: this.#renderSaid(),
      looked: accessLog ? { entries: accessLog, isAll: true } : this.#ledger.access,
      hasAccess: this.#consents !== undefined || accessLog !== undefined,
      more: () => this.#consents && void this.#ledger.more(this.#consents, this.pid),
    });
  }

  #renderSaid(): TemplateResult {
    const [why] = this.#ledger.unkept.values();
    return saidPart(this.#words, this.#said, why, this.#retry);
  }

  #view(settings: ConsentSettings): CenterView {
    const { controller } = settings;
    return {
      words: this.#words,
      settings,
      center: this.#center(settings),
      filled: this.#filled,
      now: this.at,
      holidays: this.holidays,
      contact: controller.protectionContact ?? controller.contact ?? controller.name,
      isOwn: this.#isOwn,
      openTexts: this.#openTexts,
      refused: this.#ledger.refused,
      fill: (patch) => this.#fill(patch),
      begin: (item, act) => this.#begin(item, act),
      record: (event) => this.#record(event),
      showText: (id) => {
        if (this.#openTexts.has(id)) return;
        this.#openTexts = new Set([...this.#openTexts, id]);
        this.requestUpdate();
      },
      ...papersOf(this.#words, settings, this.person.name ?? '', (receipt) => this.print(receipt)),
    };
  }
}
