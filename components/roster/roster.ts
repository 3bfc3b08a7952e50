import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Member, MemberList } from '../../src/client/index.ts';
import type { HsskElement } from '../element.ts';
import { codeOf } from '../failure-words.ts';
import { base, themes } from '../styles.ts';
import { ClassConsents } from './class-consents.ts';
import { toCsv } from '../csv.ts';
import { download } from '../download.ts';
import { statusRows } from './export.ts';
import { ListImport } from './list-import.ts';
import { DayPeople } from './day-people.ts';
import type { Filter, States } from './model.ts';
import { OpenList } from './open-list.ts';
import { headView } from './head-view.ts';
import { filesView, filterView, progressView } from './people-view.ts';
import { RosterElement } from './roster-element.ts';
import { RosterLists } from './roster-lists.ts';
import { RosterRows } from './roster-rows.ts';
import { rosterStyles } from './roster.styles.ts';
import { chosenView } from './chosen-view.ts';
import type { Mark } from './chosen-view.ts';
import { SelectMemberEvent } from './select-event.ts';
import { isHeld } from './status.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-roster': Roster;
  }
}

/** `hssk-select` of a roster tells of a person, not of a draft. */
export interface Roster {
  addEventListener(
    type: 'hssk-select',
    listener: (event: SelectMemberEvent) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

const unfiltered: Filter = { query: '', shown: 'here', className: '' };

/**
 * People who are examined together: the lists of this device and of the server, one of them with how far each person has
 * got, who comes next, lists read in from files, the answers of parents, and what goes out as files.
 *
 * @tag hssk-roster
 * @fires hssk-select - A person opened somebody (`SelectMemberEvent` with `member` and `list`).
 */
export class Roster extends RosterElement {
  static override tag = 'hssk-roster';
  static override uses: readonly (typeof HsskElement)[] = [
    RosterRows,
    RosterLists,
    ListImport,
    ClassConsents,
  ];
  static override properties: PropertyDeclarations = {
    list: { reflect: true },
    stations: {},
    member: { reflect: true },
    names: { reflect: true },
    view: { reflect: true },
    theme: { reflect: true },
    value: { attribute: false },
    states: { attribute: false },
    filter: { state: true },
    asked: { state: true },
  };
  static override styles: CSSResultGroup = [base, themes, rosterStyles];

  /** Id of the list that is open; '' = the lists to choose from. */
  list = '';
  /** Stations of this device, parted by blanks: `measure eye`. Who is done at all of them is done. */
  stations = 'measure';
  /** Id of the person who is open. */
  member = '';
  /** `all` = names are shown; `none` = numbers only, for who has no role that sees names. */
  names: 'all' | 'none' = 'all';
  /** `people`, or `consents`: the answers of parents before the day; `import`: a list is read in. */
  view: 'people' | 'consents' | 'import' = 'people';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';
  /** A list of the host's own, shown instead of one of this device. */
  value: MemberList | undefined;
  /** How far the people of `value` have got, by id. */
  states: States = new Map();

  private filter: Filter = unfiltered;
  /** The mark that a person is giving a reason for. */
  private asked: Mark | undefined;
  #open: OpenList | undefined;
  #port: unknown;
  /** A list of the server that is looked at without being kept. */
  #isLookedAt = false;
  readonly #people = new DayPeople();

  constructor() {
    super();
    this.addEventListener('keydown', (event) => {
      const isKey = event.key === 'F8' || (event.altKey && event.key.toLowerCase() === 'n');
      if (!isKey || !this.current || this.view !== 'people' || this.names === 'none') return;
      event.preventDefault();
      this.next();
    });
  }

  /** The list on screen. */
  protected get current(): MemberList | undefined {
    return this.value ?? this.#open?.list;
  }

  protected get currentStates(): States {
    return this.value ? this.states : (this.#open?.states ?? this.states);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#open?.close();
    this.#open = undefined;
    this.#port = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#followList();
    this.#judge();
    if (changed.has('list') && changed.get('list') !== undefined) {
      this.filter = unfiltered;
      this.asked = undefined;
    }
    if (changed.has('member')) this.asked = undefined;
  }

  #judge(): void {
    const people = this.#people;
    people.judgeBy(this.stations, this.session?.consent);
    people.members = this.current?.members ?? [];
    people.states = this.currentStates;
  }

  #followList(): void {
    const lists = this.value ? undefined : this.lists;
    const wanted = lists && this.list ? this.list : '';
    if (this.#port === lists && (this.#open?.id ?? '') === wanted) return;
    this.#open?.close();
    this.#port = lists;
    this.#open = undefined;
    if (!lists || !wanted || !this.isConnected) return;
    const open = (this.#open = new OpenList(lists, wanted, () => this.requestUpdate()));
    void open.open();
  }

  /**
   * Opens the next person of this class or list who is not done at the stations of this device, as the key F8 does, and
   * tells of it by `hssk-select`. Answers who it is; `undefined` = nobody is left.
   */
  next(): Member | undefined {
    if (!this.current || this.names === 'none') return undefined;
    // What a host has set just now counts, drawn or not.
    this.#judge();
    const next = this.#people.next(this.member, this.filter.className);
    if (next) this.#choose(next);
    else this.said = this.words.ui.nextNone;
    return next;
  }

  readonly #choose = (member: Member): void => {
    const status = this.#people.statusOf(member.id);
    if (isHeld(status)) {
      this.said = this.words.ui[status === 'refused' ? 'refusedWhy' : 'unansweredWhy'];
      this.member = member.id;
      return;
    }
    this.member = member.id;
    this.said = this.say('openedOf', { name: member.fullName });
    this.renderRoot.querySelector<RosterRows>('hssk-roster-rows')?.show(member.id);
    this.dispatchEvent(new SelectMemberEvent(member, this.current?.id ?? ''));
  };

  readonly #mark = async (mark: Mark | undefined): Promise<void> => {
    const { lists, member } = this;
    const list = this.#open?.id;
    if (!lists || !list || !member) return;
    if (!(await this.run('mark', () => lists.mark(list, member, mark)))) return;
    this.asked = undefined;
    this.said = mark ? this.say('marked', { status: this.words.status[mark.kind] }) : '';
    this.focusNext = '.chosen';
  };

  #export(which: 'all' | 'failed'): void {
    const { current, words } = this;
    if (!current) return;
    const rows = statusRows(
      {
        members: current.members,
        states: this.currentStates,
        statusOf: this.#people.statusOf,
        stations: this.#people.stations,
        words,
      },
      which,
    );
    const name = words.files[which === 'all' ? 'results' : 'failed'];
    download(`${name}-${this.today}.csv`, toCsv(rows, { separator: words.files.separator }));
    this.said = this.say('exported', { n: rows.length - 1 });
  }

  #leave(): void {
    if (this.#isLookedAt) this.value = undefined;
    this.#isLookedAt = false;
    this.list = '';
    this.member = '';
    this.view = 'people';
    this.focusNext = '#title';
  }

  override render(): TemplateResult {
    const { words, current, view } = this;
    const hasNames = this.names !== 'none';
    if (view === 'import' && hasNames && !this.value)
      return html`<hssk-list-import
        .locale=${this.locale}
        .now=${this.now}
        .leave=${(id?: string) => {
          this.view = 'people';
          if (id) this.list = id;
          this.focusNext = '#title';
        }}
      ></hssk-list-import>`;
    if (!current) return this.#renderStart();
    const { members } = current;
    return html`<section class="panel" aria-labelledby="title">
      ${headView(words, current, {
        view,
        hasNames,
        hasConsents: Boolean(this.session?.consent && this.session.consents),
        hasLists: this.#isLookedAt || (this.lists !== undefined && !this.value),
        show: (to) => (this.view = to),
        leave: () => this.#leave(),
      })}
      ${
        !hasNames
          ? html`${progressView(this.#above())}
              <p class="help">${words.ui.countsOnly}</p>`
          : view === 'consents'
            ? html`<hssk-class-consents
                .locale=${this.locale}
                .now=${this.now}
                .list=${current}
                .states=${this.currentStates}
              ></hssk-class-consents>`
            : this.#renderPeople(members)
      }
      ${this.renderSaid()}
    </section>`;
  }

  #renderStart(): TemplateResult {
    const { words } = this;
    const failed = this.#open?.error;
    if (this.list && this.lists && !failed) return html`<p role="status">${words.ui.loading}</p>`;
    return html`<section class="panel" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${words.ui.title}</h2>
      ${failed ? html`<p class="failure" role="alert">${this.failureText(codeOf(failed))}</p>` : nothing}
      <hssk-roster-lists
        .locale=${this.locale}
        .now=${this.now}
        .names=${this.names}
        .open=${(id: string) => {
          this.list = id;
          this.focusNext = '#title';
        }}
        .show=${(list: MemberList) => {
          this.#isLookedAt = true;
          this.value = list;
        }}
        .add=${() => (this.view = 'import')}
      ></hssk-roster-lists>
    </section>`;
  }

  #above() {
    return {
      ...this.#people.above(this.filter, this.today),
      words: this.words,
      change: (patch: Partial<Filter>): void => {
        this.filter = { ...this.filter, ...patch };
      },
    };
  }

  #renderPeople(members: readonly Member[]): TemplateResult {
    const { words, member } = this;
    const { ui } = words;
    const people = this.#people;
    const { states, statusOf } = people;
    const view = this.#above();
    const rows = people.rows(this.filter, view.counts.total - view.counts.expected);
    const chosen = members.find(({ id }) => id === member);
    return html`${progressView(view)}${filterView(view, rows.length)}
      <div class="actions">
        <button type="button" class="primary" id="next" @click=${() => this.next()}>
          ${ui.next} <kbd>F8</kbd>
        </button>
        <p class="help keys">${ui.keys}</p>
      </div>
      ${
        chosen
          ? chosenView({
              words,
              member: chosen,
              state: states.get(chosen.id),
              status: statusOf(chosen.id),
              canMark: Boolean(this.#open && this.lists),
              asked: this.asked,
              ask: (asked) => {
                this.asked = asked;
                this.focusNext = asked ? '#why' : '.chosen';
              },
              mark: this.#mark,
            })
          : nothing
      }
      ${this.renderFailure('mark')}
      ${
        rows.length
          ? html`<hssk-roster-rows
              .members=${rows}
              .states=${states}
              .statusOf=${statusOf}
              .stations=${people.stations}
              .selected=${member}
              .words=${words}
              .label=${ui.peopleTab}
              .choose=${this.#choose}
            ></hssk-roster-rows>`
          : html`<p class="none">${members.length ? ui.none : ui.empty}</p>`
      }
      ${filesView(words, (which) => this.#export(which))}`;
  }
}
