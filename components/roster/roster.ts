import { html } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Member, MemberList } from '../../src/client/index.ts';
import type { HsskElement } from '../element.ts';
import { codeOf } from '../failure-words.ts';
import { base, themes } from '../styles.ts';
import { ClassConsents } from './class-consents.ts';
import { saveStatuses } from './export.ts';
import { ListImport } from './list-import.ts';
import { DayPeople } from './day-people.ts';
import { unfiltered } from './model.ts';
import type { Filter, States } from './model.ts';
import { ListInUse } from './open-list.ts';
import { headView, startView } from './head-view.ts';
import { peoplePage } from './people-page.ts';
import { progressView } from './people-view.ts';
import { RosterElement } from './roster-element.ts';
import { RosterLists } from './roster-lists.ts';
import { RosterRows } from './roster-rows.ts';
import { rosterStyles } from './roster.styles.ts';
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
    isUnfolded: { state: true },
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
  /** Whether all filters are shown where there is little room. */
  private isUnfolded = false;
  /** The mark that a person is giving a reason for. */
  private asked: Mark | undefined;
  readonly #used = new ListInUse(() => this.requestUpdate());
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
    return this.value ?? this.#used.current?.list;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#used.close();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#used.want(this.value ? undefined : this.lists, this.list);
    this.#judge();
    if (changed.has('list') && changed.get('list') !== undefined) {
      this.filter = unfiltered;
      this.isUnfolded = false;
      this.asked = undefined;
    }
    if (changed.has('member')) this.asked = undefined;
  }

  #judge(): void {
    const people = this.#people;
    people.judgeBy(this.stations, this.session?.consent);
    people.members = this.current?.members ?? [];
    people.states = (this.value ? undefined : this.#used.current?.states) ?? this.states;
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
    const list = this.#used.current?.id;
    if (!lists || !list || !member) return;
    if (!(await this.run('mark', () => lists.mark(list, member, mark)))) return;
    this.asked = undefined;
    this.said = mark ? this.say('marked', { status: this.words.status[mark.kind] }) : '';
    this.focusNext = '.chosen';
  };

  #export(which: 'all' | 'failed'): void {
    const { members, states, statusOf, stations } = this.#people;
    const question = { members, states, statusOf, stations, words: this.words };
    this.said = this.say('exported', { n: saveStatuses(question, which, this.today) });
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
                .states=${this.#people.states}
              ></hssk-class-consents>`
            : this.#renderPeople()
      }
      ${this.renderSaid()}
    </section>`;
  }

  #renderStart(): TemplateResult {
    const { words } = this;
    const failed = this.#used.current?.error;
    if (this.list && this.lists && !failed) return html`<p role="status">${words.ui.loading}</p>`;
    const { locale, now, names } = this;
    return startView(words, failed ? this.failureText(codeOf(failed)) : undefined, {
      ...{ locale, now, names },
      open: (id) => {
        this.list = id;
        this.focusNext = '#title';
      },
      show: (list) => {
        this.#isLookedAt = true;
        this.value = list;
      },
      add: () => (this.view = 'import'),
    });
  }

  #above() {
    return {
      ...this.#people.above(this.filter, this.today),
      words: this.words,
      change: (patch: Partial<Filter>): void => {
        this.filter = { ...this.filter, ...patch };
      },
      isUnfolded: this.isUnfolded,
      unfold: (isUnfolded: boolean): void => {
        this.isUnfolded = isUnfolded;
      },
    };
  }

  #renderPeople(): TemplateResult {
    const above = this.#above();
    const people = this.#people;
    const chosen = people.members.find(({ id }) => id === this.member);
    return peoplePage({
      above,
      people,
      rows: people.rows(this.filter, above.counts.total - above.counts.expected),
      chosen: chosen && {
        member: chosen,
        canMark: Boolean(this.#used.current && this.lists),
        asked: this.asked,
        ask: (asked) => {
          this.asked = asked;
          this.focusNext = asked ? '#why' : '.chosen';
        },
        mark: this.#mark,
      },
      selected: this.member,
      failure: this.renderFailure('mark'),
      next: () => this.next(),
      choose: this.#choose,
      save: (which) => this.#export(which),
    });
  }
}
