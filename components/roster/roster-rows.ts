import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Member, MemberState } from '../../src/client/index.ts';
import { viRoster } from '../../src/i18n/roster.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import type { StationCode } from '../../src/school/index.ts';
import { HsskElement } from '../element.ts';
import { base } from '../styles.ts';
import { cellsOf } from './row-view.ts';
import { rowStyles } from './rows.styles.ts';
import type { RowStatus } from './status.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-roster-rows': RosterRows;
  }
}

const overscan = 6;

/**
 * The rows of a list, of which only those in sight (and a few around them) are drawn: all rows are equally high. The grid
 * has the focus and names its active row, which is drawn whenever a key moves it. Part of `hssk-roster`.
 *
 * @tag hssk-roster-rows
 */
export class RosterRows extends HsskElement {
  static override tag = 'hssk-roster-rows';
  static override properties: PropertyDeclarations = {
    members: { attribute: false },
    states: { attribute: false },
    statusOf: { attribute: false },
    stamp: { attribute: false },
    stations: { attribute: false },
    selected: { attribute: false },
    words: { attribute: false },
    label: { attribute: false },
    active: { state: true },
    first: { state: true },
    room: { state: true },
  };
  static override styles: CSSResultGroup = [base, rowStyles];

  /** Who is shown, in this order. */
  members: readonly Member[] = [];
  states: ReadonlyMap<string, MemberState> = new Map();
  statusOf: (id: string) => RowStatus = () => 'todo';
  /** Anything that is another one when `statusOf` may answer otherwise though no state has changed. */
  stamp: unknown;
  stations: readonly StationCode[] = [];
  /** Id of the person who is open. */
  selected: string | undefined;
  words: RosterWords = viRoster;
  label = '';
  /** Called when a person opens a row. */
  choose: (member: Member) => void = () => {};

  /** Index of the row that the keys are at. */
  private active = 0;
  private first = 0;
  private room = 12;
  #height = 64;
  #observer: ResizeObserver | undefined;

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector('.scroller');
  }

  protected override firstUpdated(): void {
    this.#observe();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  // Rows grow with the letters of the page and with narrow screens: their height is measured, not known.
  #observe(): void {
    this.#observer ??= new ResizeObserver(() => this.#measure());
    for (const name of ['.scroller', '.probe']) {
      const part = this.renderRoot.querySelector(name);
      if (part) this.#observer.observe(part);
    }
  }

  #measure(): void {
    const { height } = this.renderRoot.querySelector('.probe')!.getBoundingClientRect();
    if (height > 0 && height !== this.#height) {
      this.#height = height;
      this.requestUpdate();
    }
    this.room = Math.ceil((this.#scroller?.clientHeight ?? 0) / this.#height) || 12;
    this.#onScroll();
  }

  #onScroll(): void {
    this.first = Math.floor((this.#scroller?.scrollTop ?? 0) / this.#height / 4) * 4;
  }

  /** Goes to a person's row and shows it; the focus stays where it is unless `focus` is set. */
  show(id: string | undefined, focus = false): void {
    const at = this.members.findIndex((member) => member.id === id);
    if (at >= 0) this.#go(at);
    if (focus) this.#scroller?.focus({ preventScroll: true });
  }

  #go(to: number): void {
    const at = Math.max(0, Math.min(this.members.length - 1, to));
    this.active = at;
    const scroller = this.#scroller;
    if (!scroller) return;
    const head = this.renderRoot.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    const [top, bottom] = [at * this.#height, (at + 1) * this.#height];
    const seen = scroller.clientHeight - head;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + seen) {
      this.#stretch();
      scroller.scrollTop = bottom - seen;
    }
    this.#onScroll();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { active, members } = this;
    const page = Math.max(1, this.room - 2);
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: members.length - 1,
    }[event.key];
    if (to !== undefined) this.#go(to);
    else if (event.key === 'Enter' || event.key === ' ') this.#open(active);
    else return;
    event.preventDefault();
  }

  #open(at: number): void {
    const member = this.members[at];
    if (!member) return;
    this.active = at;
    this.choose(member);
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('members')) return;
    const before = changed.get('members') as readonly Member[] | undefined;
    const id = before?.[this.active]?.id ?? this.selected;
    const at = this.members.findIndex((member) => member.id === id);
    this.active = at >= 0 ? at : Math.max(0, Math.min(this.active, this.members.length - 1));
    const most = Math.max(0, this.members.length - this.room);
    if (this.first > most) this.first = Math.floor(most / 4) * 4;
  }

  get #window(): readonly [from: number, to: number] {
    const from = Math.max(0, this.first - overscan);
    return [from, Math.min(this.members.length, this.first + this.room + overscan + 4)];
  }

  // What is not drawn is room above and below, set through the object model: no style attribute for a strict policy.
  #stretch(): void {
    const body = this.renderRoot.querySelector<HTMLElement>('.body');
    if (!body) return;
    const [from, to] = this.#window;
    body.style.paddingBlockStart = `${from * this.#height}px`;
    body.style.paddingBlockEnd = `${(this.members.length - to) * this.#height}px`;
  }

  override updated(): void {
    this.#stretch();
  }

  override render(): TemplateResult {
    const { members, words, stations, selected, active, states } = this;
    const [from, to] = this.#window;
    const several = stations.length > 1;
    const current = members[active];
    return html`<div class="row probe ${several ? 'several' : ''}" aria-hidden="true">
        <span class="who"><b>&nbsp;</b><small>&nbsp;</small></span>
      </div>
      <div
        class="scroller"
        role="grid"
        tabindex="0"
        aria-label=${this.label}
        aria-rowcount=${members.length + 1}
        aria-activedescendant=${current && active >= from && active < to ? `row-${active}` : nothing}
        @scroll=${() => this.#onScroll()}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      >
        <div class="row head ${several ? 'several' : ''}" role="row" aria-rowindex="1">
          <span class="who" role="columnheader">${words.ui.name}</span>
          <span class="class" role="columnheader">${words.ui.classLabel}</span>
          ${several ? html`<span class="all-stations" role="columnheader">${words.ui.stations}</span>` : nothing}
          <span class="how" role="columnheader">${words.ui.status}</span>
        </div>
        <div class="body" role="rowgroup">
          ${repeat(
            members.slice(from, to),
            ({ id }) => id,
            (member, n) => {
              const at = from + n;
              const state = states.get(member.id);
              const status = this.statusOf(member.id);
              const isSelected = member.id === selected;
              return guard(
                [member, state, status, at, isSelected, at === active, words, stations],
                () =>
                  html`<div
                    class="row ${several ? 'several' : ''} ${at === active ? 'active' : ''} ${status}"
                    role="row"
                    id="row-${at}"
                    aria-rowindex=${at + 2}
                    aria-selected=${isSelected}
                    @click=${() => this.#open(at)}
                  >
                    ${cellsOf(words, { member, state, status }, stations)}
                  </div>`,
              );
            },
          )}
        </div>
      </div>`;
  }
}
