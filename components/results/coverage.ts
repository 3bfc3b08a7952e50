import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { CountedGroup, GroupKind, Lists, Member, MemberState, Rosters } from '../../src/client/index.ts';
import { fill, formatDate } from '../../src/i18n/index.ts';
import { loadCoverageWords, viCoverage } from '../../src/i18n/results.ts';
import type { CoverageWords } from '../../src/i18n/results.ts';
import { stations } from '../../src/school/index.ts';
import { codeOf } from '../failure-words.ts';
import { base, themes } from '../styles.ts';
import { deviceRow, inside, isSeen, percentOf, rowOf, sorted } from './coverage-model.ts';
import type { CoverageColumn, CoverageRow } from './coverage-model.ts';
import { coverageTable } from './coverage-view.ts';
import type { CoveragePart } from './coverage-view.ts';
import { coverageStyles } from './coverage.styles.ts';
import { ResultsElement } from './results-element.ts';
import { agoWords, momentWords } from './times.ts';

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
  readonly people?: readonly Pick<Member, 'fullName' | 'birthDate'>[];
  /** Code of what kept the names away. */
  readonly code?: string;
}

const pageSize = 100;
const mostNames = 500;
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
    lists: { attribute: false },
    by: {},
    names: { type: Boolean },
    stations: { attribute: false },
    needsConsent: { type: Boolean, attribute: 'needs-consent' },
    now: { attribute: false },
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
  /** Lists of this device; from the session where nothing is set. */
  lists: Lists | undefined;
  /** What is counted first: `commune`, `hamlet`, `household`, `school`, `class` or `workplace`. */
  by: GroupKind = 'commune';
  /** Whether names of a group can be asked for. Who may have them is for the server to say. */
  names = false;
  /** Codes of the stations of the day: with all of them somebody on a list of this device is done. */
  stations: readonly string[] = stations.filter(({ needed }) => needed.length).map(({ code }) => code);
  /** Whether a refusal of the parents takes a pupil out of the day. */
  needsConsent = false;
  /** Milliseconds since 1970 that count as now; the clock where nothing is set. */
  now: number | undefined;

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
  readonly #devices = new Map<string, CoverageRow>();
  #turn = 0;
  /** Reads the lists of the device that were not there before; nothing while the element is away. */
  #readNew: () => Promise<void> = () => Promise.resolve();

  protected override get ports(): readonly unknown[] {
    return [this.rosters ?? this.session?.rosters, this.lists ?? this.session?.lists];
  }

  protected override async speak(locale: string): Promise<void> {
    const [words] = await Promise.all([loadCoverageWords(locale), super.speak(locale)]);
    if (this.locale === locale) this.words = words;
  }

  get #now(): number {
    return this.now ?? Date.now();
  }

  get #kind(): GroupKind {
    const last = this.way.at(-1);
    return (last && inside[last.kind]) ?? (kinds.includes(this.by) ? this.by : 'commune');
  }

  protected override watchPorts(): readonly (() => void)[] {
    const [rosters, lists] = this.ports as [Rosters | undefined, Lists | undefined];
    this.way = [];
    this.device = [];
    this.#devices.clear();
    void this.#read(rosters);
    if (!lists) return [];
    let isGone = false;
    const stops: (() => void)[] = [() => void (isGone = true)];
    const known = new Set<string>();
    this.#readNew = () => this.#readLists(lists, stops, known, () => isGone);
    stops.push(() => void (this.#readNew = () => Promise.resolve()));
    void this.#readNew();
    return [() => stops.forEach((stop) => stop())];
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('by') && this.hasUpdated) this.#go([]);
    if (changed.has('names') && !this.names) this.named = undefined;
  }

  /** Reads the groups again, and the lists that came to this device meanwhile. */
  async reload(): Promise<void> {
    await Promise.all([this.#readNew(), this.#read(this.ports[0] as Rosters | undefined)]);
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

  async #readLists(
    lists: Lists,
    stops: (() => void)[],
    known: Set<string>,
    isGone: () => boolean,
  ): Promise<void> {
    const read = async (id: string): Promise<void> => {
      const { list, states } = await lists.open(id);
      if (isGone()) return;
      this.#devices.set(id, deviceRow(list, states, this.#rules, this.#now));
      this.device = [...this.#devices.values()];
    };
    try {
      for (const { id } of await lists.all()) {
        if (isGone()) return;
        if (known.has(id)) continue;
        known.add(id);
        await read(id);
        stops.push(
          lists.watch(id, () => void read(id).catch((error: unknown) => this.fail('device', codeOf(error)))),
        );
        // What was watched while the element went away is not watched.
        if (isGone()) stops.at(-1)!();
      }
    } catch (error) {
      if (!isGone()) this.fail('device', codeOf(error));
    }
  }

  get #rules() {
    return { stations: this.stations, needsConsent: this.needsConsent };
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
      const people = part === 'server' ? await this.#missing(id) : await this.#unseen(id);
      if (this.named === asked && this.names) this.named = { ...asked, people };
    } catch (error) {
      if (this.named === asked) this.named = { ...asked, code: codeOf(error) };
    }
  }

  async #missing(group: string): Promise<Pick<Member, 'fullName' | 'birthDate'>[]> {
    const [rosters] = this.ports as [Rosters | undefined];
    const people = [];
    for await (const person of rosters!.people(group, 'missing')) people.push(person);
    return people;
  }

  async #unseen(id: string): Promise<readonly Member[]> {
    const { list, states } = await (this.ports[1] as Lists).open(id);
    const isLeft = (state: MemberState | undefined): boolean => !isSeen(state, this.#now);
    return list.members.filter((member) => isLeft(states.get(member.id)));
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
      ${way.length ? this.#renderWay() : nothing} ${content}`;
  }

  #from(kind: GroupKind): void {
    if (this.by === kind) this.#go([]);
    else this.by = kind;
  }

  #renderWay(): TemplateResult {
    const { words, way } = this;
    const all = fill(words.ui.all, { kind: words.kinds[way[0]!.kind].toLowerCase() });
    return html`<nav aria-label=${words.ui.way}>
      <ol>
        <li><button type="button" class="link" @click=${() => this.#go([])}>${all}</button></li>
        ${way.map((row, at) =>
          at === way.length - 1
            ? html`<li><span aria-current="location" tabindex="-1">${row.name}</span></li>`
            : html`<li>
                <button type="button" class="link" @click=${() => this.#go(way.slice(0, at + 1))}>
                  ${row.name}
                </button>
              </li>`,
        )}
      </ol>
    </nav>`;
  }

  #renderGroups(rows: readonly CoverageRow[]): TemplateResult {
    const { words, carriedAt } = this;
    const { ui } = words;
    const sum = (column: 'expected' | 'captured' | 'seen'): number =>
      rows.reduce((total, row) => total + (row[column] ?? 0), 0);
    const [expected, captured, seen] = [sum('expected'), sum('captured'), sum('seen')];
    const isSeenKnown = rows.some((row) => row.seen !== undefined);
    const counts = { groups: rows.length, expected, captured, missing: expected - captured };
    const now = this.#now;
    return html`${
      carriedAt === undefined
        ? nothing
        : html`<p class="notice" role="status">
            ${fill(ui.carried, { time: momentWords(carriedAt), ago: agoWords(words.locale, carriedAt, now) })}
          </p>`
    }
    ${
      rows.length
        ? html`<p>
              ${fill(ui.summary, { ...counts, percent: percentOf(captured, expected) })}
              ${isSeenKnown ? fill(ui.summarySeen, { seen }) : nothing}
            </p>
            ${this.#renderTable('server', rows, serverColumns, words.kinds[this.#kind])}`
        : html`<p class="help">${ui.nothing}</p>`
    }`;
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
    const { people } = named;
    const title = fill(part === 'server' ? ui.namesOf : ui.namesTodayOf, { name: row.name });
    return html`<div class="names">
      <p>
        <b>${title}</b> ${fill(ui.members, { n: people.length })}
        <span class="help">${people.length ? ui.namesHelp : ui.namesNone}</span>
      </p>
      <ul>
        ${people
          .slice(0, mostNames)
          .map(
            ({ fullName, birthDate }) =>
              html`<li>
                ${fullName || ui.noName}${
                  birthDate ? html`, ${fill(ui.born, { date: formatDate(birthDate) })}` : nothing
                }
              </li>`,
          )}
      </ul>
      ${
        people.length > mostNames
          ? html`<p class="help">${fill(ui.namesMore, { n: people.length - mostNames })}</p>`
          : nothing
      }
    </div>`;
  }
}
