import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { fill, formatDate, readDate } from '../../src/i18n/index.ts';
import { isDay, loadGrowthTables } from '../../src/measures/index.ts';
import type { AdviceSettings, GrowthTables } from '../../src/measures/index.ts';
import { schoolYear } from '../../src/school/index.ts';
import type { Round } from '../../src/school/index.ts';
import { separatorOf, toCsv } from '../csv.ts';
import { download } from '../download.ts';
import { codeOf } from '../failure-words.ts';
import { localDay } from '../form-element.ts';
import { Printer } from '../print-frame.ts';
import type { PrintJob } from '../print-frame.ts';
import { base, themes } from '../styles.ts';
import { giveNotices } from './give-notices.ts';
import type { Giving } from './give-notices.ts';
import type { AllWords } from './lines.ts';
import { ResultsDay } from './results-day.ts';
import type { RecallOrder } from './results-day.ts';
import { ResultsElement } from './results-element.ts';
import type { PupilResult, ResultMember, ResultsValue } from './results-model.ts';
import { ResultsReader } from './results-reader.ts';
import { loadAllWords, viAll } from './results-words.ts';
import { choicesPart, pagesPart, recallsPart, summaryPart, switchView } from './school-results-view.ts';
import type { Outlets, PagesView } from './school-results-view.ts';
import { schoolResultsStyles } from './school-results.styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-school-results': SchoolResults;
  }
}

/** What of the results is shown. */
export type ResultsView = 'notices' | 'referrals' | 'summary' | 'recalls';

const views: readonly ResultsView[] = ['notices', 'referrals', 'summary', 'recalls'];

/**
 * What came out of a school day: notices to the parents, referral letters, the summary of Mẫu 02 and who is to be looked at
 * again. It reads a list of the session, or what the host gives as `value`; it prints and saves what a person asks for, and
 * writes one thing only: that a notice was given.
 *
 * @tag hssk-school-results
 */
export class SchoolResults extends ResultsElement {
  static override tag = 'hssk-school-results';
  static override properties: PropertyDeclarations = {
    list: {},
    value: { attribute: false },
    year: {},
    round: {},
    view: { reflect: true },
    settings: { attribute: false },
    words: { state: true },
    tables: { state: true },
    tablesFailed: { state: true },
    isSchool: { state: true },
    onlyFound: { state: true },
    chosen: { state: true },
    order: { state: true },
    dateText: { state: true },
    channel: { state: true },
  };
  static override styles: CSSResultGroup = [base, themes, schoolResultsStyles];

  /** Id of the list (a class). */
  list = '';
  /** Results that the host gives itself; goes before `list`. Notices are then not marked as given here. */
  value: ResultsValue | undefined;
  /** School year, `2026-2027`; where empty that of the list, or of the day. */
  year = '';
  /** `round1` or `round2`; where empty the second as soon as somebody was measured in it. */
  round: Round | '' = '';
  /** What is shown: `notices`, `referrals`, `summary` or `recalls`. */
  view: ResultsView = 'notices';
  /** Limits of your own in place of the usual ones (`adviceSettings`). */
  settings: AdviceSettings | undefined;
  private words: AllWords = viAll;
  private tables: GrowthTables | undefined;
  private tablesFailed = false;
  /** Whether all lists of the school are taken together. */
  private isSchool = false;
  private onlyFound = true;
  private chosen: ReadonlySet<string> = new Set();
  private order: RecallOrder = { column: 'action', isDown: false };
  private dateText = '';
  private channel: Giving['channel'] = 'paper';
  readonly #reader = new ResultsReader(
    () => this.requestUpdate(),
    (code) => (this.failure = code === undefined ? undefined : { at: 'list', code }),
  );
  /** The members that the day was worked out from. */
  #judged: readonly ResultMember[] | undefined;
  #day: ResultsDay | undefined;
  readonly #printer = new Printer(this, { send: (frame) => this.send(frame) });
  #isChosen = false;

  protected override get ports(): readonly unknown[] {
    return [this.ownLists, this.value, this.list, this.isSchool];
  }

  protected override async speak(locale: string): Promise<void> {
    const [words] = await Promise.all([loadAllWords(locale), super.speak(locale)]);
    if (this.locale === locale) this.words = words;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.tables) void this.#loadTables();
  }

  protected load(): Promise<GrowthTables> {
    return loadGrowthTables();
  }

  async #loadTables(): Promise<void> {
    this.tablesFailed = false;
    try {
      this.tables = await this.load();
    } catch {
      this.tablesFailed = true;
    }
  }

  protected override watchPorts(): readonly (() => void)[] {
    const lists = this.ownLists;
    this.#isChosen = false;
    this.#reader.take(this.value);
    return !this.value && lists && this.list ? this.#reader.follow(lists, this.list, this.isSchool) : [];
  }

  /** Reads everything again. */
  async reload(): Promise<void> {
    const lists = this.ownLists;
    if (lists && this.list && !this.value) await this.#reader.read(lists, this.list, this.isSchool);
  }

  get #today(): string {
    return localDay(new Date(this.instant));
  }

  get #year(): string {
    const { list } = this.#reader.members?.[0] ?? this.value ?? {};
    return this.year || (list?.year ?? schoolYear(this.#today));
  }

  get #round(): Round {
    return this.round || (this.#reader.hasRound2(this.#year) ? 'round2' : 'round1');
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.dateText) this.dateText = formatDate(this.#today);
    const { tables, settings, words } = this;
    const { members } = this.#reader;
    if (!members || !tables) {
      this.#day = undefined;
      return;
    }
    const inputs = ['tables', 'words', 'year', 'round', 'stations', 'needsConsent', 'settings'];
    if (members === this.#judged && !inputs.some((name) => changed.has(name))) return;
    this.#judged = members;
    const { rules } = this;
    const at = { year: this.#year, round: this.#round };
    this.#day = new ResultsDay({ members, ...at, rules, tables, settings, words }, this.#day);
    if (!this.#isChosen) this.chosen = this.#day.untold;
    this.#isChosen = true;
  }

  get #kind(): 'notices' | 'referrals' {
    return this.view === 'referrals' ? 'referrals' : 'notices';
  }

  /** The pupils of the view: those a page can be printed for. */
  get #listed(): readonly PupilResult[] {
    return this.#day?.listed(this.#kind, this.onlyFound) ?? [];
  }

  get #printable(): readonly PupilResult[] {
    return this.#listed.filter(({ id, hasResult }) => hasResult && this.chosen.has(id));
  }

  /** Opens the print window for a frame. */
  protected send(frame: Window): void {
    frame.print();
  }

  readonly #outlets: Outlets = {
    print: (job) => void this.#print(job),
    save: (name, rows) => {
      const separator = separatorOf(this.words.results.locale);
      download(`${name}-${this.#today}.csv`, toCsv(rows, { separator }));
    },
  };

  async #print(job: PrintJob): Promise<void> {
    this.failure = undefined;
    if (!(await this.#printer.print(job))) this.fail('print', 'print');
  }

  async #mark(): Promise<void> {
    const lists = this.ownLists;
    const pupils = this.#printable;
    const { ui } = this.words.results;
    if (this.busy || !lists || !pupils.length) return;
    const { value: sentOn = '' } = readDate(this.dateText, { today: this.#today });
    this.failure = undefined;
    if (!isDay(sentOn) || sentOn > this.#today) {
      this.fail('mark', 'date');
      return;
    }
    this.busy = 'mark';
    const at = { year: this.#year, round: this.#round };
    const { failed, error } = await giveNotices(lists, pupils, at, { sentOn, channel: this.channel });
    this.busy = '';
    await this.reload();
    this.chosen = new Set(failed);
    if (failed.length) this.fail('marked', codeOf(error));
    const done = pupils.length - failed.length;
    this.said = [
      ...(done ? [fill(ui.marked, { n: done })] : []),
      ...(failed.length ? [fill(ui.markedFailed, { n: failed.length })] : []),
    ].join(' ');
  }

  override render(): TemplateResult {
    const { ui } = this.words.results;
    return html`<section aria-labelledby="title">
      <h3 id="title">${ui.title}</h3>
      ${this.#renderContent()}
    </section>`;
  }

  #renderContent(): TemplateResult {
    const { ui } = this.words.results;
    const { members, progress } = this.#reader;
    const again = html`<button type="button" @click=${() => void this.reload()}>${ui.again}</button>`;
    if (this.failure?.at === 'list') return html`${this.renderFailure('list', again)}`;
    if (!this.value && !(this.list && this.ownLists)) return html`<p class="help">${ui.noList}</p>`;
    if (!members) return html`<p role="status">${fill(ui.loading, progress)}</p>`;
    if (this.tablesFailed)
      return html`<p class="failure" role="alert">
        ${ui.tablesFailed} <button type="button" @click=${() => void this.#loadTables()}>${ui.again}</button>
      </p>`;
    const day = this.#day;
    if (!day) return html`<p role="status">${ui.tables}</p>`;
    return html`<p class="where">${day.where}</p>
      <p>${fill(ui.counts, day.counts)}</p>
      ${this.#renderChoices()}
      ${switchView(
        ui.views,
        views.map((view) => [view, ui[view]] as const),
        this.view,
        (view) => (this.view = view),
      )}
      ${this.#renderView(day)}
      ${this.failure?.at === 'print' ? html`<p class="failure" role="alert">${ui.printFailed}</p>` : nothing}
      <p class="said" role="status">${this.said}</p>`;
  }

  #renderChoices(): readonly unknown[] {
    const { value, isSchool, words } = this;
    return choicesPart(words, {
      ...{ n: value ? 0 : this.#reader.siblings.length, isSchool, round: this.#round },
      hasRounds: this.#reader.hasRound2(this.#year),
      widen: (to) => (this.isSchool = to),
      turn: (round) => (this.round = round),
    });
  }

  #renderView(day: ResultsDay): TemplateResult {
    if (this.view === 'summary') return summaryPart(day, this.#outlets);
    if (this.view === 'recalls') {
      const rows = day.recalls(this.order, this.#today);
      return recallsPart(this.words, rows, this.order, (order) => (this.order = order), this.#outlets);
    }
    const view: PagesView = {
      ...{ day, kind: this.#kind, pupils: this.#listed, printable: this.#printable },
      chosen: this.chosen,
      choose: (chosen) => (this.chosen = chosen),
      onlyFound: this.onlyFound,
      narrow: (onlyFound) => (this.onlyFound = onlyFound),
      marking: this.#kind === 'notices' && this.ownLists && !this.value ? this.#marking : undefined,
    };
    return pagesPart(view, this.#outlets);
  }

  get #marking(): PagesView['marking'] {
    return {
      isBusy: this.busy !== '',
      dateText: this.dateText,
      channel: this.channel,
      isWrong: this.failure?.at === 'mark',
      failure: this.renderFailure('marked'),
      write: (dateText) => (this.dateText = dateText),
      pick: (channel) => (this.channel = channel),
      mark: () => void this.#mark(),
    };
  }
}
