import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Lists } from '../../src/client/index.ts';
import { fill, formatDate, readDate } from '../../src/i18n/index.ts';
import { loadResultsWords, viResults } from '../../src/i18n/results.ts';
import { loadSchoolWords, viSchool } from '../../src/i18n/school.ts';
import { viGrowth } from '../../src/i18n/screening.ts';
import { viSync } from '../../src/i18n/sync.ts';
import { isDay, loadGrowthTables } from '../../src/measures/index.ts';
import type { AdviceSettings, GrowthTables } from '../../src/measures/index.ts';
import { recalls, stations, summarise } from '../../src/school/index.ts';
import type { Round, Summary } from '../../src/school/index.ts';
import { toCsv } from '../csv.ts';
import type { CsvCell } from '../csv.ts';
import { download } from '../download.ts';
import { codeOf, loadSyncWords } from '../failure-words.ts';
import { localDay } from '../form-element.ts';
import { Printer } from '../print-frame.ts';
import type { PrintJob } from '../print-frame.ts';
import { base, themes } from '../styles.ts';
import { giveNotices } from './give-notices.ts';
import type { Giving } from './give-notices.ts';
import type { AllWords } from './lines.ts';
import { markPanel } from './mark-view.ts';
import type { PrintSetting } from './notice-view.ts';
import { pupilsJob, summaryJob } from './print-jobs.ts';
import { pupilTable } from './pupil-view.ts';
import { recallRow, recallRows, recallTable, sortedRecalls } from './recall-view.ts';
import type { RecallColumn, RecallRow } from './recall-view.ts';
import { ResultsElement } from './results-element.ts';
import { countedOf, readAll, resultOf } from './results-model.ts';
import type { PupilResult, ResultMember, ResultsValue } from './results-model.ts';
import { schoolResultsStyles } from './school-results.styles.ts';
import { summaryRows, summaryTable } from './summary-view.ts';

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
    lists: { attribute: false },
    list: {},
    value: { attribute: false },
    year: {},
    round: {},
    view: { reflect: true },
    stations: { attribute: false },
    needsConsent: { type: Boolean, attribute: 'needs-consent' },
    settings: { attribute: false },
    now: { attribute: false },
    words: { state: true },
    members: { state: true },
    progress: { state: true },
    tables: { state: true },
    tablesFailed: { state: true },
    isSchool: { state: true },
    siblings: { state: true },
    onlyFound: { state: true },
    chosen: { state: true },
    order: { state: true },
    dateText: { state: true },
    channel: { state: true },
  };
  static override styles: CSSResultGroup = [base, themes, schoolResultsStyles];

  /** Lists of this device; from the session where nothing is set. */
  lists: Lists | undefined;
  /** Id of the list (a class). */
  list = '';
  /** Results that the host gives itself; goes before `list`. Notices are then not marked as given here. */
  value: ResultsValue | undefined;
  /** School year, `2026-2027`; that of the list where nothing is set. */
  year = '';
  /** `round1` or `round2`. */
  round: Round = 'round1';
  /** What is shown: `notices`, `referrals`, `summary` or `recalls`. */
  view: ResultsView = 'notices';
  /** Codes of the stations of the day: with all of them a pupil is done. */
  stations: readonly string[] = stations.filter(({ needed }) => needed.length).map(({ code }) => code);
  /** Whether the examination needs the consent of the parents. A refusal is respected either way. */
  needsConsent = false;
  /** Limits of your own in place of the usual ones (`adviceSettings`). */
  settings: AdviceSettings | undefined;
  /** Milliseconds since 1970 that count as now; the clock where nothing is set. */
  now: number | undefined;

  private words: AllWords = { results: viResults, school: viSchool, growth: viGrowth, absent: viSync.absent };
  private members: readonly ResultMember[] | undefined;
  private progress = { done: 0, total: 0 };
  private tables: GrowthTables | undefined;
  private tablesFailed = false;
  /** Whether all lists of the school are taken together. */
  private isSchool = false;
  /** Ids of the lists of the same school and year. */
  private siblings: readonly string[] = [];
  private onlyFound = true;
  private chosen: ReadonlySet<string> = new Set();
  private order: { readonly column: RecallColumn; readonly isDown: boolean } = {
    column: 'action',
    isDown: false,
  };
  private dateText = '';
  private channel: Giving['channel'] = 'paper';
  #pupils: readonly PupilResult[] = [];
  readonly #printer = new Printer(this, { send: (frame) => this.send(frame) });
  #isChosen = false;
  #reading: AbortController | undefined;

  protected override get ports(): readonly unknown[] {
    return [this.lists ?? this.session?.lists, this.value, this.list, this.isSchool];
  }

  get #lists(): Lists | undefined {
    return this.lists ?? this.session?.lists;
  }

  protected override async speak(locale: string): Promise<void> {
    const [results, school, growth, sync] = await Promise.all([
      loadResultsWords(locale),
      loadSchoolWords(locale),
      locale === 'en' ? import('../../src/i18n/en/growth.ts').then(({ enGrowth }) => enGrowth) : viGrowth,
      loadSyncWords(locale),
      super.speak(locale),
    ]);
    if (this.locale === locale) this.words = { results, school, growth, absent: sync.absent };
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
    const lists = this.#lists;
    const { value, list } = this;
    this.#isChosen = false;
    this.members = undefined;
    if (value) {
      this.members = value.pupils.map((pupil) => ({ ...pupil, list: value.list }));
      return [];
    }
    if (!lists || !list) return [];
    void this.#read(lists, list);
    const stop = lists.watch(list, () => void this.#read(lists, list));
    return [stop, () => this.#reading?.abort()];
  }

  async #read(lists: Lists, id: string): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.failure = undefined;
    try {
      const { members, siblings } = await readAll(lists, id, this.isSchool, signal, (done, total) => {
        if (!signal.aborted) this.progress = { done, total };
      });
      if (signal.aborted) return;
      this.siblings = siblings;
      this.members = members;
    } catch (error) {
      if (!signal.aborted) this.fail('list', codeOf(error));
    }
  }

  /** Reads everything again. */
  async reload(): Promise<void> {
    const lists = this.#lists;
    if (lists && this.list && !this.value) await this.#read(lists, this.list);
  }

  get #now(): number {
    return this.now ?? Date.now();
  }

  get #today(): string {
    return localDay(new Date(this.#now));
  }

  get #year(): string {
    return this.year || (this.members?.[0]?.list.year ?? this.value?.list.year ?? '');
  }

  get #round(): Round {
    return this.round === 'round2' ? 'round2' : 'round1';
  }

  get #setting(): PrintSetting {
    return { words: this.words, year: this.#year, round: this.#round };
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.dateText) this.dateText = formatDate(this.#today);
    const { members, tables, words } = this;
    if (!members || !tables) {
      this.#pupils = [];
      return;
    }
    const inputs = ['members', 'tables', 'words', 'year', 'round', 'stations', 'needsConsent', 'settings'];
    if (!inputs.some((name) => changed.has(name))) return;
    const at = { year: this.#year, round: this.#round };
    const options = { tables, settings: this.settings };
    const rules = { stations: this.stations, needsConsent: this.needsConsent };
    this.#pupils = members.map((member) => resultOf(member, at, options, rules, words));
    if (!this.#isChosen) this.#chooseUsual();
  }

  /** Who has something to look at and was not told yet. */
  #chooseUsual(): void {
    this.#isChosen = true;
    const usual = this.#pupils.filter(({ isFound, book }) => isFound && !book.parentNotice?.sentOn);
    this.chosen = new Set(usual.map(({ id }) => id));
  }

  /** The pupils of the view: those a page can be printed for. */
  get #listed(): readonly PupilResult[] {
    if (this.view === 'referrals') return this.#pupils.filter(({ isReferred }) => isReferred);
    return this.onlyFound ? this.#pupils.filter(({ isFound }) => isFound) : this.#pupils;
  }

  get #printable(): readonly PupilResult[] {
    return this.#listed.filter(({ id, hasResult }) => hasResult && this.chosen.has(id));
  }

  /** Opens the print window for a frame. */
  protected send(frame: Window): void {
    frame.print();
  }

  async #print(job: PrintJob): Promise<void> {
    this.failure = undefined;
    if (!(await this.#printer.print(job))) this.fail('print', 'print');
  }

  #printPupils(pupils: readonly PupilResult[]): void {
    void this.#print(pupilsJob(this.#setting, this.view === 'referrals' ? 'referrals' : 'notices', pupils));
  }

  get #summary(): Summary {
    const options = { tables: this.tables!, settings: this.settings };
    return summarise(countedOf(this.#pupils), { ...options, year: this.#year, round: this.#round });
  }

  #where(): string {
    const { words } = this;
    const list = this.members?.[0]?.list;
    const names = [...new Set(this.members?.map((member) => member.list.name))];
    return fill(words.results.summary.place, {
      place: list?.place ?? '',
      year: this.#year,
      round: words.school.rounds[this.#round].toLowerCase(),
      list: names.join(', '),
    });
  }

  #save(name: string, rows: readonly (readonly CsvCell[])[]): void {
    download(`${name}-${this.#today}.csv`, toCsv(rows));
  }

  get #recalls(): readonly RecallRow[] {
    const options = { tables: this.tables!, settings: this.settings, today: this.#today };
    const found = recalls(countedOf(this.#pupils), { ...options, year: this.#year, round: this.#round });
    const rows = found.map((recall) => recallRow(this.#pupils[recall.index]!, recall, this.words));
    return sortedRecalls(rows, this.order.column, this.order.isDown, this.words.results.locale);
  }

  async #mark(): Promise<void> {
    const lists = this.#lists;
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
    const { words, members, progress } = this;
    const { ui } = words.results;
    const again = html`<button type="button" @click=${() => void this.reload()}>${ui.again}</button>`;
    if (this.failure?.at === 'list') return html`${this.renderFailure('list', again)}`;
    if (!this.value && !(this.list && this.#lists)) return html`<p class="help">${ui.noList}</p>`;
    if (!members) return html`<p role="status">${fill(ui.loading, progress)}</p>`;
    if (this.tablesFailed)
      return html`<p class="failure" role="alert">
        ${ui.tablesFailed} <button type="button" @click=${() => void this.#loadTables()}>${ui.again}</button>
      </p>`;
    if (!this.tables) return html`<p role="status">${ui.tables}</p>`;
    const measured = this.#pupils.filter(({ hasResult }) => hasResult).length;
    const found = this.#pupils.filter(({ isFound }) => isFound).length;
    return html`<p class="where">${this.#where()}</p>
      <p>${fill(ui.counts, { pupils: members.length, measured, found })}</p>
      ${this.#renderScope()}
      <div class="tabs" role="group" aria-label=${ui.views}>
        ${views.map(
          (view) =>
            html`<button type="button" aria-pressed=${view === this.view} @click=${() => (this.view = view)}>
              ${ui[view]}
            </button>`,
        )}
      </div>
      ${this.#renderView()}
      ${this.failure?.at === 'print' ? html`<p class="failure" role="alert">${ui.printFailed}</p>` : nothing}
      <p class="said" role="status">${this.said}</p>`;
  }

  #renderScope(): TemplateResult | typeof nothing {
    const { ui } = this.words.results;
    const n = this.siblings.length;
    if (this.value || n < 2) return nothing;
    return html`<div class="tabs" role="group" aria-label=${ui.scope}>
      <button type="button" aria-pressed=${!this.isSchool} @click=${() => (this.isSchool = false)}>
        ${ui.oneClass}
      </button>
      <button type="button" aria-pressed=${this.isSchool} @click=${() => (this.isSchool = true)}>
        ${fill(ui.school, { n })}
      </button>
    </div>`;
  }

  #renderView(): TemplateResult {
    const { words } = this;
    const { ui, summary } = words.results;
    if (this.view === 'summary') {
      const figures = this.#summary;
      return html`<div class="scroll" role="region" tabindex="0" aria-label=${ui.summary}>
          ${summaryTable(figures, summary)}
        </div>
        <div class="actions">
          <button
            type="button"
            class="primary"
            @click=${() => void this.#print(summaryJob(words.results, figures, this.#where()))}
          >
            ${ui.printSummary}
          </button>
          <button type="button" @click=${() => this.#save('mau-02', summaryRows(figures, summary))}>
            ${ui.csv}
          </button>
        </div>`;
    }
    if (this.view === 'recalls') {
      const rows = this.#recalls;
      const sort = (column: RecallColumn): void => {
        const { column: before, isDown } = this.order;
        this.order = { column, isDown: column === before && !isDown };
      };
      return html`<div class="names">
        ${recallTable(rows, words, this.order, sort)}
        <div class="actions">
          <button type="button" @click=${() => this.#save('kham-lai', recallRows(rows, words))}>
            ${ui.csv}
          </button>
        </div>
      </div>`;
    }
    return this.#renderPages();
  }

  #renderPages(): TemplateResult {
    const { words, chosen } = this;
    const { ui } = words.results;
    const isNotices = this.view !== 'referrals';
    const pupils = this.#listed;
    const printable = this.#printable;
    const choose = (ids: readonly string[], isOn: boolean): void => {
      const next = new Set(chosen);
      for (const id of ids)
        if (isOn) next.add(id);
        else next.delete(id);
      this.chosen = next;
    };
    return html`<div class="names">
      ${
        isNotices
          ? html`<label class="option"
              ><input
                type="checkbox"
                .checked=${this.onlyFound}
                @change=${(event: Event) => (this.onlyFound = (event.target as HTMLInputElement).checked)}
              />${ui.onlyFound}</label
            >`
          : nothing
      }
      ${pupilTable({
        ...{ words, pupils, chosen, choose, isReferral: !isNotices },
        print: (pupil) => this.#printPupils([pupil]),
      })}
      <p class="help">${fill(ui.paper, { size: 'A5' })}</p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          id="print"
          ?disabled=${!printable.length}
          @click=${() => this.#printPupils(printable)}
        >
          ${fill(isNotices ? ui.printNotices : ui.printReferrals, { n: printable.length })}
        </button>
      </div>
      ${
        isNotices && this.#lists && !this.value
          ? markPanel({
              ...{
                words,
                n: printable.length,
                isBusy: this.busy !== '',
                dateText: this.dateText,
                channel: this.channel,
              },
              isWrong: this.failure?.at === 'mark',
              failure: this.renderFailure('marked'),
              write: (dateText) => (this.dateText = dateText),
              pick: (channel) => (this.channel = channel),
              mark: () => void this.#mark(),
            })
          : nothing
      }
    </div>`;
  }
}
