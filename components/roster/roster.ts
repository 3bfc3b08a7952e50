import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Member, MemberList, MemberState } from '../../src/client/index.ts';
import { defaultPurposes } from '../../src/consent/index.ts';
import { stations as allStations } from '../../src/school/index.ts';
import type { DayRules, StationCode } from '../../src/school/index.ts';
import type { HsskElement } from '../element.ts';
import { codeOf } from '../failure-words.ts';
import { base, themes } from '../styles.ts';
import { ClassConsents } from './class-consents.ts';
import { csvOf, saveFile } from './csv.ts';
import { statusRows } from './export.ts';
import { ListImport } from './list-import.ts';
import { classesOf, countsOf, nextOf, shownOf, writtenOn } from './model.ts';
import type { Filter, States } from './model.ts';
import { OpenList } from './open-list.ts';
import { filterView, progressView } from './people-view.ts';
import type { PeopleView } from './people-view.ts';
import { RosterElement } from './roster-element.ts';
import { RosterLists } from './roster-lists.ts';
import { RosterRows } from './roster-rows.ts';
import { rosterStyles } from './roster.styles.ts';
import { chosenView } from './chosen-view.ts';
import type { Mark } from './chosen-view.ts';
import { SelectMemberEvent } from './select-event.ts';
import { isHeld, statusOf } from './status.ts';
import type { MemberStatus } from './status.ts';

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

const isStation = (code: string): code is StationCode => allStations.some((one) => one.code === code);
const nobody: readonly Member[] = [];
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
  #shown: readonly Member[] = nobody;
  #basis: readonly unknown[] = [];
  #statuses = new Map<string, readonly [MemberState | undefined, MemberStatus]>();
  #rules: DayRules = { stations: [], needsConsent: false };
  #codes: readonly StationCode[] = [];

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

  get #needsConsent(): boolean {
    const { consent } = this.session ?? {};
    const purpose = (consent?.purposes ?? defaultPurposes).find(({ code }) => code === 'screening');
    return consent !== undefined && purpose?.mode === 'consent';
  }

  readonly #statusOf = (id: string): MemberStatus => {
    const state = this.currentStates.get(id);
    const known = this.#statuses.get(id);
    if (known && known[0] === state) return known[1];
    // Where nothing is known of how the facility asks, a no that somebody noted holds all the same.
    const isNo = state?.consent === 'refused' && !this.session?.consent;
    const status = statusOf(state, isNo ? { ...this.#rules, needsConsent: true } : this.#rules);
    this.#statuses.set(id, [state, status]);
    return status;
  };

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
    const { stations, needsConsent } = this.#rules;
    const codes = this.stations.split(/[\s,]+/).filter(isStation);
    if (codes.join() !== stations.join() || needsConsent !== this.#needsConsent) {
      this.#codes = codes;
      this.#rules = { stations: codes, needsConsent: this.#needsConsent };
      this.#statuses.clear();
    }
    if (changed.has('list') && changed.get('list') !== undefined) {
      this.filter = unfiltered;
      this.asked = undefined;
    }
    if (changed.has('member')) this.asked = undefined;
  }

  #followList(): void {
    const lists = this.value ? undefined : this.session?.lists;
    const wanted = lists && this.list ? this.list : '';
    if (this.#port === lists && (this.#open?.id ?? '') === wanted) return;
    this.#open?.close();
    this.#port = lists;
    this.#open = undefined;
    this.#statuses.clear();
    if (!lists || !wanted || !this.isConnected) return;
    const open = (this.#open = new OpenList(lists, wanted, () => this.requestUpdate()));
    void open.open();
  }

  /**
   * Who is shown. Who is done stays in the rows until the filter changes, so that nothing jumps; who is not examined any
   * more goes at once.
   */
  #rows(members: readonly Member[], held: number): readonly Member[] {
    const basis = [members, this.filter, this.#rules, held];
    if (basis.some((each, at) => each !== this.#basis[at])) {
      this.#basis = basis;
      this.#shown = shownOf(members, this.#statusOf, this.filter);
    }
    return this.#shown;
  }

  /**
   * Opens the next person of this class or list who is not done at the stations of this device, as the key F8 does, and
   * tells of it by `hssk-select`. Answers who it is; `undefined` = nobody is left.
   */
  next(): Member | undefined {
    const { current, filter } = this;
    if (!current || this.names === 'none') return undefined;
    const { className } = filter;
    const members = className
      ? current.members.filter((member) => member.className === className)
      : current.members;
    const next = nextOf(members, this.#statusOf, this.member || undefined);
    if (next) this.#choose(next);
    else this.said = this.words.ui.nextNone;
    return next;
  }

  readonly #choose = (member: Member): void => {
    const status = this.#statusOf(member.id);
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
    const { lists } = this.session ?? {};
    const { member } = this;
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
        statusOf: this.#statusOf,
        stations: this.#codes,
        words,
      },
      which,
    );
    const name = words.files[which === 'all' ? 'results' : 'failed'];
    saveFile(csvOf(rows, words.files.separator), `${name}-${this.today}.csv`);
    this.said = this.say('exported', { n: rows.length - 1 });
  }

  #leave(): void {
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
      ${this.#renderHead(current)}
      ${
        !hasNames
          ? html`${progressView(this.#peopleView(members))}
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
    const { words, session } = this;
    const failed = this.#open?.error;
    if (this.list && session?.lists && !failed) return html`<p role="status">${words.ui.loading}</p>`;
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
        .show=${(list: MemberList) => (this.value = list)}
        .add=${() => (this.view = 'import')}
      ></hssk-roster-lists>
    </section>`;
  }

  #renderHead({ name, kind, place, year, members }: MemberList): TemplateResult {
    const { words, view } = this;
    const { ui } = words;
    const facts = [
      words.kinds[kind],
      place,
      year && this.say('year', { year }),
      this.say('members', { n: members.length }),
    ];
    const tab = (to: 'people' | 'consents', text: string): TemplateResult =>
      html`<button type="button" aria-pressed=${view === to} @click=${() => (this.view = to)}>
        ${text}
      </button>`;
    return html`<header>
      <div>
        <h2 id="title" tabindex="-1">${name}</h2>
        <p class="help">${facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div class="actions">
        ${
          this.names !== 'none' && this.session?.consent && this.session.consents
            ? html`${tab('people', ui.peopleTab)}${tab('consents', ui.consentsTab)}`
            : nothing
        }
        ${
          this.session?.lists && !this.value
            ? html`<button type="button" id="back" @click=${() => this.#leave()}>${ui.back}</button>`
            : nothing
        }
      </div>
    </header>`;
  }

  #peopleView(members: readonly Member[]): PeopleView {
    const { words, filter } = this;
    const states = this.currentStates;
    const classes = classesOf(members);
    const ofClass = members.filter(({ className }) => className === filter.className);
    return {
      words,
      filter,
      classes,
      counts: countsOf(members, this.#statusOf),
      classCounts: filter.className ? countsOf(ofClass, this.#statusOf) : undefined,
      today: writtenOn(states, this.today),
      needsConsent: this.#rules.needsConsent,
      change: (patch) => (this.filter = { ...this.filter, ...patch }),
    };
  }

  #renderPeople(members: readonly Member[]): TemplateResult {
    const { words, member } = this;
    const { ui } = words;
    const states = this.currentStates;
    const view = this.#peopleView(members);
    const rows = this.#rows(members, view.counts.total - view.counts.expected);
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
              status: this.#statusOf(chosen.id),
              canMark: Boolean(this.#open && this.session?.lists),
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
              .statusOf=${this.#statusOf}
              .stations=${this.#codes}
              .selected=${member}
              .words=${words}
              .label=${ui.peopleTab}
              .choose=${this.#choose}
            ></hssk-roster-rows>`
          : html`<p class="none">${members.length ? ui.none : ui.empty}</p>`
      }
      <div class="actions files">
        <button type="button" id="export-all" @click=${() => this.#export('all')}>${ui.exportResults}</button>
        <button type="button" id="export-failed" @click=${() => this.#export('failed')}>
          ${ui.exportFailed}
        </button>
        <p class="help">${ui.exportHelp}</p>
      </div>`;
  }
}
