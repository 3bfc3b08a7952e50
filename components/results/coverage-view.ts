import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { CoverageWords } from '../../src/i18n/results.ts';
import { percentOf } from './coverage-model.ts';
import type { CoverageColumn, CoverageRow } from './coverage-model.ts';
import { agoWords, momentWords } from './times.ts';

/** Figures of the server, or of the lists on this device. */
export type CoveragePart = 'server' | 'device';

/** What a table of groups needs to know, and whom it tells. */
export interface CoverageTable {
  readonly part: CoveragePart;
  readonly title: string;
  readonly words: CoverageWords;
  readonly rows: readonly CoverageRow[];
  readonly columns: readonly CoverageColumn[];
  readonly order: { readonly column: CoverageColumn; readonly isDown: boolean };
  readonly limit: number;
  readonly sort: (column: CoverageColumn) => void;
  readonly more: () => void;
  /** Goes into a group; missing where nothing stands inside. */
  readonly enter?: ((row: CoverageRow) => void) | undefined;
  /** Asks for the names of who is missing, or hides them; missing where names are not shown. */
  readonly names?: ((row: CoverageRow) => void) | undefined;
  /** Id of the group whose names are shown, and what is shown. */
  readonly named: string | undefined;
  readonly drawer: (row: CoverageRow) => TemplateResult | typeof nothing;
}

/** The bar repeats the figures beside it: it is for the eye alone. Widths are attributes, which a strict policy allows. */
function bar(part: number, whole: number): TemplateResult {
  const width = percentOf(part, whole);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="whole" width="100" height="8"></rect>
    <rect class="part" width=${width} height="8"></rect>
  </svg>`;
}

function share(
  { part, words }: CoverageTable,
  { expected, captured = 0, seen = 0 }: CoverageRow,
): TemplateResult {
  const got = part === 'server' ? captured : seen;
  const text = words.ui[part === 'server' ? 'share' : 'shareDevice'];
  const values = { captured, seen, expected, percent: percentOf(got, expected) };
  return html`${bar(got, expected)}<span class="share">${fill(text, values)}</span>`;
}

function heading(table: CoverageTable, column: CoverageColumn): TemplateResult {
  const { words, order, sort } = table;
  const isChosen = order.column === column;
  const label = words.columns[column];
  return html`<th scope="col" aria-sort=${isChosen ? (order.isDown ? 'descending' : 'ascending') : 'none'}>
    <button
      type="button"
      class="sort"
      title=${fill(words.ui.sorted, { column: label })}
      @click=${() => sort(column)}
    >
      ${label}<span aria-hidden="true">${isChosen ? (order.isDown ? ' ▼' : ' ▲') : ''}</span>
    </button>
  </th>`;
}

function line(table: CoverageTable, row: CoverageRow): TemplateResult {
  const { words, columns, enter, names, named, drawer, part } = table;
  const isNamed = named === row.id;
  const ask = words.ui[isNamed ? 'hideNames' : part === 'server' ? 'names' : 'namesToday'];
  return html`<tr>
      <th scope="row">
        ${
          enter
            ? html`<button
                type="button"
                class="link name"
                data-id=${row.id}
                aria-label=${fill(words.ui.open, { name: row.name })}
                @click=${() => enter(row)}
              >
                ${row.name}
              </button>`
            : html`<span class="name">${row.name}</span>`
        }
        ${share(table, row)}
        ${
          names
            ? html`<button
                type="button"
                class="link ask"
                aria-expanded=${isNamed}
                aria-label="${ask}: ${row.name}"
                @click=${() => names(row)}
              >
                ${ask}
              </button>`
            : nothing
        }
      </th>
      ${columns.slice(1).map((column) => html`<td>${row[column] ?? '–'}</td>`)}
    </tr>
    ${
      isNamed
        ? html`<tr class="drawer">
            <td colspan=${columns.length}>${drawer(row)}</td>
          </tr>`
        : nothing
    }`;
}

/** Groups with their counts: one table for eye and ear, a bar under each name. */
export function coverageTable(table: CoverageTable): TemplateResult {
  const { words, title, rows, columns, limit, more, part } = table;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${title}>
      <table class=${part}>
        <caption>
          ${title}
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => heading(table, column))}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, limit).map((row) => line(table, row))}
        </tbody>
      </table>
    </div>
    ${
      rows.length > limit
        ? html`<button type="button" class="more" @click=${more}>
            ${fill(words.ui.more, { n: rows.length - limit })}
          </button>`
        : nothing
    }
    <p class="help">${words.ui[part === 'server' ? 'legend' : 'legendDevice']}</p>`;
}

/** The groups that one went into, from the outside; `go` shows what stands inside the last one named, or everything. */
export function wayView(
  words: CoverageWords,
  way: readonly CoverageRow[],
  go: (way: readonly CoverageRow[]) => void,
): TemplateResult {
  const all = fill(words.ui.all, { kind: words.kinds[way[0]!.kind].toLowerCase() });
  return html`<nav aria-label=${words.ui.way}>
    <ol>
      <li><button type="button" class="link" @click=${() => go([])}>${all}</button></li>
      ${way.map((row, at) =>
        at === way.length - 1
          ? html`<li><span aria-current="location" tabindex="-1">${row.name}</span></li>`
          : html`<li>
              <button type="button" class="link" @click=${() => go(way.slice(0, at + 1))}>${row.name}</button>
            </li>`,
      )}
    </ol>
  </nav>`;
}

/** How old the counts are, where the server could not be asked. */
export const carriedView = (
  { ui, locale }: CoverageWords,
  carriedAt: number | undefined,
  now: number,
): TemplateResult | typeof nothing =>
  carriedAt === undefined
    ? nothing
    : html`<p class="notice" role="status">
        ${fill(ui.carried, { time: momentWords(carriedAt), ago: agoWords(locale, carriedAt, now) })}
      </p>`;

/** All groups together. */
export function sumView({ ui }: CoverageWords, rows: readonly CoverageRow[]): TemplateResult {
  const sum = (column: 'expected' | 'captured' | 'seen'): number =>
    rows.reduce((total, row) => total + (row[column] ?? 0), 0);
  const [expected, captured, seen] = [sum('expected'), sum('captured'), sum('seen')];
  const isSeenKnown = rows.some((row) => row.seen !== undefined);
  const counts = { groups: rows.length, expected, captured, missing: expected - captured };
  return html`<p>
    ${fill(ui.summary, { ...counts, percent: percentOf(captured, expected) })}
    ${isSeenKnown ? fill(ui.summarySeen, { seen }) : nothing}
  </p>`;
}
