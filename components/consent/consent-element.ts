import type { PropertyDeclarations } from 'lit';
import type { AnyConsent, ConsentSettings } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import type { Session } from '../context.ts';
import { HsskElement } from '../element.ts';
import { keepKeystrokes } from '../events.ts';
import { Printer } from '../print-frame.ts';
import { SessionAround } from '../session-around.ts';
import type { ConsentPerson } from './answers.ts';
import type { HostConfirmation } from './confirm-view.ts';
import type { Collector } from './draft-events.ts';
import { receiptJob } from './receipt.ts';
import type { Receipt } from './receipt.ts';

/** What the elements of consent and of emergency access share: one record, a language, colours, the session around. */
export class RecordElement extends HsskElement {
  static override properties: PropertyDeclarations = {
    pid: { attribute: false },
    locale: {},
    theme: { reflect: true },
  };

  /** The record it is about, with a session. */
  pid = '';
  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  /** What gets the focus once it is drawn. */
  protected focusNext = '';
  readonly #session = new SessionAround(this, (session) => {
    this.sessionChanged(session);
    this.requestUpdate();
  });

  constructor() {
    super();
    keepKeystrokes(this);
  }

  protected get session(): Session | undefined {
    return this.#session.value;
  }

  protected sessionChanged(_session: Session): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override updated(): void {
    const wanted = this.focusNext && this.renderRoot.querySelector<HTMLElement>(this.focusNext);
    this.focusNext = '';
    if (wanted) wanted.focus();
  }
}

/** What the prompt and the centre share: whose consents, of which facility, taken down by whom. */
export class ConsentElement extends RecordElement {
  static override properties: PropertyDeclarations = {
    settings: { attribute: false },
    person: { attribute: false },
    events: { attribute: false },
    collector: { attribute: false },
    confirmations: { attribute: false },
    now: { attribute: false },
    method: { attribute: false },
  };

  /** What the facility says of itself: controller, processors, recipients, its own purposes …; else that of the session. */
  settings: ConsentSettings | undefined;
  /** Who the data is about. */
  person: ConsentPerson = {};
  /** All events known of this person; from the session where `pid` is set and nothing is given. */
  events: readonly AnyConsent[] | undefined;
  /** Who takes it down, where, on which device. */
  collector: Collector | undefined;
  /** Ways to confirm that the host brings along. */
  confirmations: readonly HostConfirmation[] = [];
  /** Instant of what is recorded, for tests; the clock where nothing is set. */
  now = '';
  /** Channel, decree 356/2025 art. 6.1. */
  method: ConsentEvent['method'] = 'web';

  /** The settings of the session, for who sets none. */
  #offered: ConsentSettings | undefined;

  readonly #printer = new Printer(this, { place: () => document.body });

  /** Prints a receipt alone. */
  protected print(receipt: Receipt): void {
    void this.#printer.print(receiptJob(receipt));
  }

  protected get at(): string {
    return this.now || new Date().toISOString();
  }

  protected override sessionChanged({ consent }: Session): void {
    if (!this.settings || this.settings === this.#offered) this.settings = this.#offered = consent;
  }
}
