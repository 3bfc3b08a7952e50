import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Carried, Carrier, CoverageGroup, GroupKind } from '../../src/client/index.ts';
import { GroupPages } from '../group-pages.ts';
import { base } from '../styles.ts';
import { carriedGroup, carryAlert, offeredGroup } from './carry-view.ts';
import type { CarryAction, CarryView } from './carry-view.ts';
import { listStyles } from './status.styles.ts';
import { SyncElement } from './sync-element.ts';
import { syncStyles } from './sync.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-carry-panel': CarryPanel;
  }
}

/**
 * Records taken along to where there is no network, group by group: how many, how old, until when; take again with
 * progress, stop, let go; and the groups of the server that can be taken. Part of `hssk-sync-status`.
 *
 * @tag hssk-carry-panel
 */
export class CarryPanel extends SyncElement {
  static override tag = 'hssk-carry-panel';
  static override properties: PropertyDeclarations = {
    carrier: { attribute: false },
    carried: { attribute: false },
    now: { attribute: false },
    open: { type: Boolean, reflect: true },
    taking: { state: true },
    progress: { state: true },
    asked: { state: true },
  };
  static override styles: CSSResultGroup = [base, syncStyles, listStyles];

  /** Takes along. */
  carrier: Carrier | undefined;
  /** What is on this device; `hssk-sync-status` keeps it up to date. */
  carried: Carried | undefined;
  /** Milliseconds since 1970. */
  now = Date.now();
  open = false;

  private taking = '';
  private progress = { done: 0, total: 0 };
  private asked = '';
  #control: AbortController | undefined;
  readonly #offered = new GroupPages(
    () => this.requestUpdate(),
    (code) => this.fail('offered', code),
  );

  /** Unfolds it and goes to it. */
  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector('summary')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#control?.abort();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.get('carrier')) return;
    // Another store: nothing of the one before is shown or goes on.
    this.#control?.abort();
    this.#offered.close();
    this.asked = '';
    this.failure = undefined;
  }

  readonly #act = (action: CarryAction, group: CoverageGroup): void => {
    const id = group.group;
    if (action === 'stop') return this.#control?.abort();
    if (action === 'close') {
      this.asked = '';
      this.focusNext = `[data-id="${CSS.escape(id)}"] .leave`;
      return;
    }
    if (this.busy) return;
    this.failure = undefined;
    if (action === 'take') void this.#take(group);
    else if (action === 'leave') void this.#leave(id);
    else {
      this.asked = id;
      this.focusNext = '.ask .keep';
    }
  };

  async #take(group: CoverageGroup): Promise<void> {
    const { carrier } = this;
    const control = (this.#control = new AbortController());
    const { signal } = control;
    this.taking = group.group;
    this.asked = '';
    this.progress = { done: 0, total: 0 };
    this.said = this.say('carryTaking', { name: group.name });
    this.focusNext = '#stop';
    await this.run(group.group, async () => {
      try {
        const onProgress = (done: number, total: number): void => {
          this.progress = { done, total };
        };
        const { records } = await carrier!.take(group, { signal, onProgress });
        this.said = this.say('saidCarried', { n: records, name: group.name });
      } catch (error) {
        if (!signal.aborted) throw error;
        this.said = this.words.ui.saidStopped;
      }
    });
    this.taking = '';
    if (this.shadowRoot?.activeElement?.id === 'stop')
      this.focusNext = `[data-id="${CSS.escape(group.group)}"] :is(.again, .take)`;
  }

  async #leave(id: string): Promise<void> {
    const { carrier } = this;
    if (!(await this.run(id, async () => carrier?.letGo(id)))) return;
    this.asked = '';
    this.said = this.words.ui.saidLeft;
  }

  #pick(by: GroupKind): void {
    this.failure = undefined;
    this.#offered.pick(by, this.carrier?.available(by));
  }

  override render(): TemplateResult | typeof nothing {
    const { words, carried, open, now } = this;
    if (!this.carrier || !carried) return nothing;
    const view: CarryView = {
      words,
      now,
      taking: this.taking,
      progress: this.progress,
      busy: this.busy,
      asked: this.asked,
      failure: (id) => this.renderFailure(id),
      act: this.#act,
    };
    const { records } = carried;
    const alert = carryAlert(words, carried, now);
    return html`<details
      class=${alert ? 'fold warn' : 'fold'}
      data-list="carry"
      data-area
      .open=${open}
      @toggle=${(event: Event) => (this.open = (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>
        ${words.ui.carryTitle} <span class="count">${this.say('carryRecords', { n: records })}</span>
        ${alert && !open ? html`<span class="help">${alert}</span>` : nothing}
      </summary>
      ${open ? this.#renderInside(view, carried) : nothing}
    </details>`;
  }

  #renderInside(view: CarryView, { groups }: Carried): TemplateResult {
    const { words } = this;
    return html`<p class="help">${words.ui.carryHelp}</p>
      ${
        groups.length
          ? html`<ul class="carried">
              ${repeat(
                groups,
                ({ group }) => group.group,
                (group) => carriedGroup(view, group),
              )}
            </ul>`
          : html`<p>${words.ui.carryNone}</p>`
      }
      <div class="drawer">
        ${
          this.#offered.by
            ? this.#renderOffered(view, groups)
            : html`<button type="button" id="pick" @click=${() => this.#open()}>
                ${words.ui.carryPick}
              </button>`
        }
      </div>
      ${this.renderSaid()}`;
  }

  #open(): void {
    this.#pick('hamlet');
    this.focusNext = '#by';
  }

  #renderOffered(view: CarryView, groups: Carried['groups']): TemplateResult {
    const { words } = this;
    const { by, found, isMore } = this.#offered;
    const here = new Set(groups.map(({ group }) => group.group));
    const others = found?.filter(({ group }) => !here.has(group));
    const isFailed = this.failure?.at === 'offered';
    return html`<label
        ><span>${words.ui.carryBy}</span
        ><select
          id="by"
          .value=${by}
          @change=${(event: Event) => this.#pick((event.target as HTMLSelectElement).value as GroupKind)}
        >
          ${Object.entries(words.groups).map(
            ([kind, name]) => html`<option value=${kind} ?selected=${kind === by}>${name}</option>`,
          )}
        </select></label
      >
      ${
        isFailed
          ? html`${this.renderFailure('offered')}
              <button type="button" id="retry" @click=${() => this.#pick(by as GroupKind)}>
                ${words.ui.tryAgain}
              </button>`
          : others
            ? others.length || isMore
              ? html`<ul class="offered">
                  ${repeat(
                    others,
                    ({ group }) => group,
                    (group) => offeredGroup(view, group),
                  )}
                </ul>`
              : html`<p class="help">${words.ui.carryNoGroups}</p>`
            : html`<p class="help" role="status">${words.ui.carryAsking}</p>`
      }
      ${
        found && isMore
          ? html`<button type="button" class="more" @click=${() => void this.#offered.more()}>
              ${words.ui.more}
            </button>`
          : nothing
      }
      <button type="button" class="link" id="close" @click=${() => this.#close()}>${words.ui.close}</button>`;
  }

  #close(): void {
    this.#offered.close();
    this.failure = undefined;
    this.focusNext = '#pick';
  }
}
