import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Carried, Carrier, SyncStatus, Vault } from '../../src/client/index.ts';
import type { HsskElement } from '../element.ts';
import type { SelectDraftEvent } from '../events.ts';
import { base } from '../styles.ts';
import { CarryPanel } from './carry-panel.ts';
import type { ListName } from './queue-view.ts';
import { alerts, facts, remarks, statusHead } from './status-view.ts';
import { statusStyles } from './status.styles.ts';
import { SyncElement, failureText } from './sync-element.ts';
import { SyncLists } from './sync-lists.ts';
import { syncStyles } from './sync.styles.ts';
import { codeOf } from '../failure-words.ts';
import { isSameDay, writesWords } from './words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-sync-status': SyncStatusElement;
  }
}

const minuteMs = 60_000;

/**
 * How far the day's work has got: one line with what waits and the button that sends, which opens to the numbers, the
 * records taken along and the lists. What a person has to look at is shown whether it is open or not.
 *
 * @tag hssk-sync-status
 * @fires hssk-select - A person wants to go on with a draft, or to correct an item, which is a draft from then on.
 */
export class SyncStatusElement extends SyncElement {
  static override tag = 'hssk-sync-status';
  static override uses: readonly (typeof HsskElement)[] = [SyncLists, CarryPanel];
  static override properties: PropertyDeclarations = {
    open: { type: Boolean, reflect: true },
    carrier: { attribute: false },
    carried: { state: true },
    status: { state: true },
    broken: { state: true },
    now: { state: true },
  };
  static override styles: CSSResultGroup = [base, syncStyles, statusStyles];

  /** Whether everything is shown, and not the one line alone. */
  open = false;
  /** Takes records along; from the session where nothing is set. */
  carrier: Carrier | undefined;

  private status: SyncStatus | undefined;
  private carried: Carried | undefined;
  /** Code of why the queue says nothing. */
  private broken = '';
  private now = Date.now();
  #clock: ReturnType<typeof setInterval> | undefined;
  #told = 0;
  #ask = (): void => {};

  get #carrier(): Carrier | undefined {
    return this.carrier ?? this.session?.carrier;
  }

  protected override get ports(): readonly unknown[] {
    return [...super.ports, this.#carrier];
  }

  protected override watchPorts(): readonly (() => void)[] {
    const { queue, store } = this;
    this.status = undefined;
    this.carried = undefined;
    this.broken = '';
    this.#ask = () => {};
    if (!queue) return [];
    let asked = 0;
    const take = (status: SyncStatus): void => {
      if (this.queue !== queue) return;
      asked++;
      this.#tell(this.status, status);
      this.status = status;
      this.broken = '';
      this.now = Date.now();
    };
    const ask = (): void => {
      const mine = ++asked;
      queue.status().then(
        // What was told meanwhile is newer than this answer.
        (status) => mine === asked && take(status),
        (error: unknown) => {
          if (this.queue !== queue || mine !== asked) return;
          this.status = undefined;
          this.broken = codeOf(error);
        },
      );
    };
    const stops = [queue.watch(take)];
    ask();
    this.#ask = ask;
    const carrier = this.#carrier;
    if (carrier) stops.push(this.#watchCarried(carrier, store));
    // A store that is opened or locked lets the queue say other things.
    return store ? [...stops, store.watch(ask)] : stops;
  }

  /** Reads what was taken along, one reading at a time, however fast the store changes. */
  #watchCarried(carrier: Carrier, store: Vault | undefined): () => void {
    let [isOver, isReading, isStale] = [false, false, false];
    const read = async (): Promise<void> => {
      isStale = true;
      if (isReading) return;
      isReading = true;
      while (isStale && !isOver) {
        isStale = false;
        const carried = await carrier.carried().catch(() => undefined);
        if (!isOver) this.carried = carried;
      }
      isReading = false;
    };
    const stops = [carrier.watch(() => void read()), store?.watch(() => void read())];
    void read();
    return () => {
      isOver = true;
      for (const stop of stops) stop?.();
    };
  }

  /** Says how the sending goes at its quarters, not at every record. */
  #tell(
    before: SyncStatus | undefined,
    { activity, progress, waiting, attention, consents }: SyncStatus,
  ): void {
    const wasSending = before?.activity === 'sending';
    if (activity === 'sending') {
      const quarter = progress?.total ? Math.floor((progress.done / progress.total) * 4) : 0;
      if (!wasSending) this.said = this.words.ui.saidStart;
      else if (progress && quarter !== this.#told) this.said = this.say('progress', progress);
      this.#told = quarter;
    } else if (wasSending) {
      const left = {
        waiting: writesWords(this.words, waiting, consents?.waiting),
        attention: writesWords(this.words, attention, consents?.attention),
      };
      this.said = waiting + attention ? this.say('saidEnd', left) : this.words.ui.saidAll;
    }
  }

  readonly #onVisible = (): void => {
    clearInterval(this.#clock);
    this.#clock = undefined;
    if (document.hidden || !this.isConnected) return;
    this.#tick();
    this.#clock = setInterval(() => this.#tick(), minuteMs);
  };

  /** After midnight "today" is another day. */
  #tick(): void {
    const before = this.now;
    this.now = Date.now();
    if (!isSameDay(before, this.now)) this.#ask();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#onVisible();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#onVisible();
  }

  #send(): void {
    const { queue } = this;
    if (!queue) return;
    this.failure = undefined;
    if (this.status?.activity === 'paused') queue.resume();
    // How it goes is told by the queue; only what keeps it from starting is told here.
    queue.send().catch((error: unknown) => this.fail('send', codeOf(error)));
  }

  async #show(list: ListName | 'carry'): Promise<void> {
    this.open = true;
    await this.updateComplete;
    if (list === 'carry') await this.renderRoot.querySelector<CarryPanel>('hssk-carry-panel')?.show();
    else await this.renderRoot.querySelector<SyncLists>('hssk-sync-lists')?.show(list);
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // The button that has the focus is about to go: the one beside it takes over.
    if (changed.has('status') && this.shadowRoot?.activeElement?.id === 'pause') {
      if (this.status?.activity !== 'sending') this.focusNext = '#send';
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { queue, status, words, broken, open } = this;
    if (!queue) return nothing;
    if (!status)
      return html`<section class="panel">
        <h3 id="title" tabindex="-1">${words.ui.title}</h3>
        ${broken ? failureText(words, broken) : html`<p class="help">${words.ui.loading}</p>`}
      </section>`;
    const { carried } = this;
    const view = {
      ...{ words, status, carried, open },
      now: this.now,
      busy: this.busy,
      toggle: () => (this.open = !open),
      send: () => this.#send(),
      pause: () => queue.pause(),
      acknowledge: () => void this.run('acknowledge', () => queue.acknowledge()),
      show: (list: ListName | 'carry') => void this.#show(list),
    };
    return html`<section class="panel day" data-area aria-label=${words.ui.title}>
      ${statusHead(view)}${this.renderFailure('send')}${alerts(view)}${this.renderFailure('acknowledge')}
      <div id="full" ?hidden=${!open}>
        ${open ? html`${remarks(view)}${facts(view)}` : nothing}
        <hssk-carry-panel
          .carrier=${this.#carrier}
          .carried=${carried}
          .vault=${this.store}
          .locale=${this.locale}
          .now=${this.now}
        ></hssk-carry-panel>
        ${
          open
            ? html`<hssk-sync-lists
                .sync=${queue}
                .vault=${this.store}
                .locale=${this.locale}
                .status=${status}
                .now=${this.now}
                @hssk-select=${(event: SelectDraftEvent) => this.pass(event)}
              ></hssk-sync-lists>`
            : nothing
        }
      </div>
      ${this.renderSaid()}
    </section>`;
  }
}
