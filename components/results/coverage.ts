import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { CountedGroup, GroupKind, Lists, Rosters } from '../../src/client/index.ts';
import { fill } from '../../src/i18n/index.ts';
import { loadCoverageWords, viCoverage } from '../../src/i18n/results.ts';
import type { CoverageWords } from '../../src/i18n/results.ts';
import { codeOf } from '../failure-words.ts';
import { base, themes } from '../styles.ts';
import { deviceRow, inside, rowOf, sorted } from './coverage-model.ts';
import type { CoverageColumn, CoverageRow } from './coverage-model.ts';
import { carriedView, coverageTable, sumView, wayView } from './coverage-view.ts';
import type { CoveragePart } from './coverage-view.ts';
import { coverageStyles } from './coverage.styles.ts';
import { DeviceCounts } from './device-counts.ts';
import { missingOf, namesView, unseenOf } from './names-view.ts';
import type { NamedPerson } from './names-view.ts';
import { ResultsElement } from './results-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-coverage': Coverage;
  }
}

interface Order {
  readonly column: CoverageColumn;
  readonly isDown: boolean;
}
interface Named {
  readonly part: CoveragePart;
  readonly id: string;
  readonly people?: readonly NamedPerson[];
  /** Code of what kept the names away. */
  readonly code?: string;
}

const pageSize = 100;
const kinds: readonly GroupKind[] = ['commune', 'hamlet', 'household', 'school', 'class', 'workplace'];
const serverColumns: readonly CoverageColumn[] = ['name', 'expected', 'captured', 'seen', 'missing'];
const deviceColumns: readonly CoverageColumn[] = [
  ...(['name', 'expected', 'seen', 'done', 'left', 'absent', 'refused', 'recheck'] as const),
];

/**
 * How far one has got: who has a record, who was seen today, who is missing, as counts of groups with a bar each, from a
 * commune down to its households and from a school to its classes. Below stand the lists of this device, which know of
 * the day without a network. Names are shown only with `names`, one group at a time, and are never printed.
 *
 * @tag hssk-coverage
 */
export class Coverage extends ResultsElement {
  static override tag = 'hssk-coverage';
  static override properties: PropertyDeclarations = {
    rosters: { attribute: false },
    by: {},
    names: { type: Boolean },
    words: { state: true },
    way: { state: true },
    rows: { state: true },
    device: { state: true },
    carriedAt: { state: true },
    orders: { state: true },
    limits: { state: true },
    named: { state: true },
  };
  static override styles: CSSResultGroup = [base, themes, coverageStyles];

  /** Counts of the server; from the session where nothing is set. */
  rosters: Rosters | undefined;
  /** What is counted first: `commune`, `hamlet`, `household`, `school`, `class` or `workplace`. */
  by: GroupKind = 'commune';
  /** Whether names of a group can be asked for. Who may have them is for the server to say. */
  names = false;
  private words: CoverageWords = viCoverage;
  /** The groups that one went into, from the outside. */
  private way: readonly CoverageRow[] = [];
  /** `undefined` while they are read. */
  private rows: readonly CoverageRow[] | undefined;
  private device: readonly CoverageRow[] = [];
  /** Milliseconds since 1970 of the oldest counts, where the server could not be asked. */
  private carriedAt: number | undefined;
  private orders: { readonly [part in CoveragePart]: Order } = {
    server: { column: 'missing', isDown: true },
    device: { column: 'left', isDown: true },
  };
  private limits: { readonly [part in CoveragePart]: number } = { server: pageSize, device: pageSize };
  private named: Named | undefined;
  #turn = 0;
  #counts: DeviceCounts | undefined;

  protected override get ports(): readonly unknown[] {
    return [this.rosters ?? this.session?.rosters, this.ownLists];
  }

  protected override async speak(locale: string): Promise<void> {
    const [words] = await Promise.all([loadCoverageWords(locale), super.speak(locale)]);
    if (this.locale === locale) this.words = words;
  }

  get #kind(): GroupKind {
    const last = this.way.at(-1);
    return (last && inside[last.kind]) ?? (kinds.includes(this.by) ? this.by : 'commune');
  }

  protected override watchPorts(): readonly (() => void)[] {
    const [rosters, lists] = this.ports as [Rosters | undefined, Lists | undefined];
    this.way = [];
    this.device = [];
    void this.#read(rosters);
    if (!lists) return [];
    const counts = (this.#counts = new DeviceCounts(
      lists,
      (list, states) => deviceRow(list, states, this.rules, this.instant),
      (rows) => (this.device = rows),
      (code) => this.fail('device', code),
    ));
    void counts.readNew();
    return [() => counts.stop(), () => (this.#counts = undefined)];
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('by') && this.hasUpdated) this.#go([]);
    if (changed.has('names') && !this.names) this.named = undefined;
  }

  /** Reads the groups again, and the lists that came to this device meanwhile. */
  async reload(): Promise<void> {
    await Promise.all([this.#counts?.readNew(), this.#read(this.ports[0] as Rosters | undefined)]);
  }

  async #read(rosters: Rosters | undefined): Promise<void> {
    const turn = ++this.#turn;
    this.rows = undefined;
    this.named = undefined;
    this.failure = undefined;
    this.carriedAt = undefined;
    if (!rosters) return;
    try {
      const groups: CountedGroup[] = [];
      for await (const group of rosters.groups(this.#kind, this.way.at(-1)?.id)) {
        if (turn !== this.#turn) return;
        groups.push(group);
      }
      if (turn !== this.#turn) return;
      this.rows = groups.map(rowOf);
      const ages = groups.flatMap(({ carriedAt }) => carriedAt ?? []);
      this.carriedAt = ages.length ? Math.min(...ages) : undefined;
    } catch (error) {
      if (turn === this.#turn) this.fail('server', codeOf(error));
    }
  }

  /** Shows what stands inside the last of the groups, or everything. */
  #go(way: readonly CoverageRow[]): void {
    this.way = way;
    this.limits = { ...this.limits, server: pageSize };
    void this.reload();
  }

  #enter(row: CoverageRow): void {
    this.focusNext = '[aria-current]';
    this.#go([...this.way, row]);
  }

  #sort(part: CoveragePart, column: CoverageColumn): void {
    const { column: before, isDown } = this.orders[part];
    const turned = column === before ? !isDown : column !== 'name';
    this.orders = { ...this.orders, [part]: { column, isDown: turned } };
  }

  async #name(part: CoveragePart, { id }: CoverageRow): Promise<void> {
    if (this.named?.id === id && this.named.part === part) {
      this.named = undefined;
      return;
    }
    const asked: Named = { part, id };
    this.named = asked;
    try {
      const [rosters, lists] = this.ports as [Rosters, Lists];
      const people =
        part === 'server' ? await missingOf(rosters, id) : await unseenOf(lists, id, this.instant);
      if (this.named === asked && this.names) this.named = { ...asked, people };
    } catch (error) {
      if (this.named === asked) this.named = { ...asked, code: codeOf(error) };
    }
  }

  override render(): TemplateResult {
    const { ui } = this.words;
    const [rosters, lists] = this.ports;
    return html`<section aria-labelledby="title">
      <h3 id="title">${ui.title}</h3>
      ${rosters || lists ? nothing : html`<p class="help">${ui.noSource}</p>`}
      ${rosters ? this.#renderServer() : nothing} ${lists ? this.#renderDevice() : nothing}
    </section>`;
  }

  #renderServer(): TemplateResult {
    const { words, way, rows } = this;
    const { ui } = words;
    const again = html`<button type="button" @click=${() => void this.reload()}>${ui.again}</button>`;
    const content =
      this.failure?.at === 'server'
        ? this.renderFailure('server', again)
        : rows
          ? this.#renderGroups(rows)
          : html`<p role="status">${ui.loading}</p>`;
    return html`<div class="kinds" role="group" aria-label=${ui.views}>
        ${kinds.map(
          (kind) =>
            html`<button
              type="button"
              aria-pressed=${!way.length && kind === this.#kind}
              @click=${() => this.#from(kind)}
            >
              ${words.kinds[kind]}
            </button>`,
        )}
      </div>
      ${way.length ? wayView(words, way, (to) => this.#go(to)) : nothing} ${content}`;
  }

  #from(kind: GroupKind): void {
    if (this.by === kind) this.#go([]);
    else this.by = kind;
  }

  #renderGroups(rows: readonly CoverageRow[]): TemplateResult {
    const { words, carriedAt } = this;
    if (!rows.length)
      return html`${carriedView(words, carriedAt, this.instant)}
        <p class="help">${words.ui.nothing}</p>`;
    return html`${carriedView(words, carriedAt, this.instant)}${sumView(words, rows)}
    ${this.#renderTable('server', rows, serverColumns, words.kinds[this.#kind])}`;
  }

  #renderDevice(): TemplateResult | typeof nothing {
    const { words, device } = this;
    const failure = this.renderFailure('device');
    if (!device.length) return html`${failure}`;
    return html`<div class="device">
      ${failure} ${this.#renderTable('device', device, deviceColumns, words.ui.device)}
      <p class="help">${words.ui.deviceHelp}</p>
    </div>`;
  }

  #renderTable(
    part: CoveragePart,
    rows: readonly CoverageRow[],
    columns: readonly CoverageColumn[],
    title: string,
  ): TemplateResult {
    const { words, orders, limits } = this;
    const order = orders[part];
    // A column that nobody counts would only look like noughts.
    const counted = columns.filter((column) => rows.some((row) => row[column] !== undefined));
    return coverageTable({
      ...{ part, words, title, order, columns: counted, limit: limits[part] },
      rows: sorted(rows, order.column, order.isDown, words.locale),
      sort: (column) => this.#sort(part, column),
      more: () => void (this.limits = { ...limits, [part]: limits[part] + pageSize }),
      enter: part === 'server' && inside[this.#kind] ? (row) => this.#enter(row) : undefined,
      names: this.names ? (row) => void this.#name(part, row) : undefined,
      named: this.named?.part === part ? this.named.id : undefined,
      drawer: (row) => this.#renderNames(part, row),
    });
  }

  #renderNames(part: CoveragePart, row: CoverageRow): TemplateResult {
    const { words, named } = this;
    const { ui } = words;
    if (named?.code?.startsWith('access.'))
      return html`<p class="failure" role="alert">${ui.namesDenied}</p>`;
    if (named?.code) return this.failureText(named.code);
    if (!named?.people) return html`<p role="status">${ui.loading}</p>`;
    const title = fill(part === 'server' ? ui.namesOf : ui.namesTodayOf, { name: row.name });
    return namesView(words, title, named.people);
  }
}
