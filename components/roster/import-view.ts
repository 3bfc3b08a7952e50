import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { mayDecide } from './import-model.ts';
import type { Answer, ImportLine, SheetImport } from './import-model.ts';
import { likelyView } from './likely-view.ts';
import type { ListColumns, ListField } from './list-columns.ts';
import type { Cell } from './list-file.ts';
import type { ListLine, ListRemark } from './people-list.ts';

/** Which lines of the report are on screen. */
export interface ReportState {
  readonly outcome: ListLine['outcome'] | undefined;
  readonly page: number;
}

const pageSize = 50;
/** The page of a line, by its place among those that are shown. */
export const pageOf = (at: number): number => Math.floor(at / pageSize);
const outcomes = ['taken', 'doubtful', 'duplicate', 'unnamed', 'other'] as const;
const signs = { taken: '✓', doubtful: '!', duplicate: '=', unnamed: '?', other: '·' } as const;

/** What is to be said about a line, in words. */
export function remarkWords({ imports }: RosterWords, { code, line, sheet }: ListRemark): string {
  const where = `${line ?? ''}${sheet ? ` (${sheet})` : ''}`;
  return fill(imports.remarks[code], { line: where });
}

const letter = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
  String.fromCharCode(65 + (column % 26));

const shown = (cell: Cell | undefined): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').normalize('NFC');

/** Which column of each sheet holds what, to be corrected, with the first lines beside it. */
export function mappingView(
  words: RosterWords,
  sheets: readonly SheetImport[],
  act: {
    readonly take: (at: number, isTaken: boolean) => void;
    readonly columns: (at: number, columns: ListColumns) => void;
  },
): TemplateResult {
  const { ui } = words.imports;
  return html`<section aria-labelledby="mapping-title">
    <h3 id="mapping-title">${ui.mapping}</h3>
    <p class="help">${ui.mappingHelp}</p>
    ${sheets.map(
      (each, at) =>
        html`<details class="sheet" ?open=${sheets.length === 1 || !each.columns}>
          <summary>
            ${each.sheet.name || ui.sheets} <span class="help">(${each.sheet.rows.length})</span>
          </summary>
          ${
            sheets.length > 1
              ? html`<label class="option"
                  ><input
                    type="checkbox"
                    .checked=${each.isTaken}
                    @change=${(event: Event) => act.take(at, (event.target as HTMLInputElement).checked)}
                  />${ui.takeSheet}<span class="hidden">: ${each.sheet.name}</span></label
                >`
              : nothing
          }
          ${
            each.sheet.encoding
              ? html`<p class="notice">${fill(ui.legacy, { name: each.sheet.encoding })}</p>`
              : nothing
          }
          ${each.columns ? nothing : html`<p class="notice">${ui.noColumns}</p>`}
          ${columnsView(words, each, (columns) => act.columns(at, columns))}
        </details>`,
    )}
  </section>`;
}

function columnsView(
  words: RosterWords,
  { sheet, columns }: SheetImport,
  change: (columns: ListColumns) => void,
): TemplateResult {
  const { ui, fields } = words.imports;
  const from = columns?.from ?? 0;
  const count = Math.min(
    60,
    sheet.rows.slice(0, from + 40).reduce((most, row) => Math.max(most, row.length), 0),
  );
  const sample = sheet.rows
    .slice(from)
    .filter((row) => row.some((cell) => cell !== null && cell !== ''))
    .slice(0, 3);
  const set = (column: number, field: string): void => {
    const others = Object.entries(columns?.fields ?? {}).filter(
      ([at, known]) => Number(at) !== column && known !== field,
    );
    const next = field ? [...others, [String(column), field]] : others;
    change({ from, fields: Object.fromEntries(next) as { [column: number]: ListField } });
  };
  return html`<label class="from"
      ><span>${ui.from}</span
      ><input
        type="number"
        inputmode="numeric"
        min="1"
        max=${sheet.rows.length}
        .value=${String(from + 1)}
        @change=${(event: Event) => {
          const wanted = Math.round(Number((event.target as HTMLInputElement).value)) - 1;
          if (wanted >= 0 && wanted < sheet.rows.length)
            change({ from: wanted, fields: columns?.fields ?? {} });
        }}
    /></label>
    <div class="scroll" tabindex="0" role="group" aria-label=${ui.mapping}>
      <table class="mapping">
        <thead>
          <tr>
            <th scope="col">${ui.heading}</th>
            <th scope="col">${ui.holds}</th>
            <th scope="col">${ui.sample}</th>
          </tr>
        </thead>
        <tbody>
          ${Array.from({ length: count }, (_, column) => {
            const heading = from ? shown(sheet.rows[from - 1]?.[column]) : '';
            const own = columns?.fields[column];
            const name = heading || fill(ui.column, { letter: letter(column) });
            return html`<tr>
              <th scope="row">${name}</th>
              <td>
                <select
                  aria-label="${ui.holds}: ${name}"
                  @change=${(event: Event) => set(column, (event.target as HTMLSelectElement).value)}
                >
                  <option value="" ?selected=${!own}>${ui.ignored}</option>
                  ${Object.entries(fields).map(
                    ([field, text]) =>
                      html`<option value=${field} ?selected=${field === own}>${text}</option>`,
                  )}
                </select>
              </td>
              <td>${sample.map((row) => html`<span class="sample">${shown(row[column])}</span>`)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
}

/** Every line with what becomes of it: filter, jump, take or leave. */
export function reportView(
  words: RosterWords,
  lines: readonly ImportLine[],
  sheets: readonly SheetImport[],
  { outcome, page }: ReportState,
  act: {
    readonly counts: string;
    readonly change: (patch: Partial<ReportState>) => void;
    readonly decide: (key: string, isTaken: boolean) => void;
    readonly answer: (key: string, answer: Answer) => void;
    readonly jump: (page: number) => void;
    readonly focus: (selector: string) => void;
  },
): TemplateResult {
  const { ui, outcomes: names } = words.imports;
  const wanted = outcome ? lines.filter((line) => line.outcome === outcome) : lines;
  const pages = Math.max(1, Math.ceil(wanted.length / pageSize));
  const at = Math.min(page, pages - 1);
  const part = wanted.slice(at * pageSize, (at + 1) * pageSize);
  const chip = (which: ReportState['outcome'], text: string, n: number): TemplateResult =>
    html`<button
      type="button"
      data-outcome=${which ?? 'all'}
      aria-pressed=${outcome === which}
      @click=${() => act.change({ outcome: which, page: 0 })}
    >
      ${text} <b>${n}</b>
    </button>`;
  const jump = (event: Event): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).elements.namedItem('line') as HTMLInputElement;
    const found = lines.findIndex(({ line }) => line === Math.round(Number(input.value)));
    if (found < 0) return;
    act.focus(`[data-key="${lines[found]!.key}"]`);
    act.jump(pageOf(found));
  };
  return html`<section aria-labelledby="report-title">
    <h3 id="report-title" tabindex="-1">${ui.report}</h3>
    <p>${act.counts}</p>
    <div class="chips" role="group" aria-label=${ui.filter}>
      ${chip(undefined, ui.allLines, lines.length)}
      ${outcomes.map((which) =>
        chip(which, names[which], lines.filter((line) => line.outcome === which).length),
      )}
    </div>
    <form class="actions jump" @submit=${jump}>
      <label><span>${ui.jump}</span><input name="line" type="number" min="1" inputmode="numeric" /></label>
      <button type="submit">${ui.go}</button>
    </form>
    <ol class="lines">
      ${repeat(
        part,
        ({ key }) => key,
        (line) => lineView(words, line, sheets, act),
      )}
    </ol>
    ${
      pages > 1
        ? html`<div class="actions">
            <button type="button" ?disabled=${at === 0} @click=${() => act.change({ page: at - 1 })}>
              ${ui.previous}
            </button>
            <span class="help"
              >${fill(ui.shown, {
                from: at * pageSize + 1,
                to: at * pageSize + part.length,
                n: wanted.length,
              })}</span
            >
            <button type="button" ?disabled=${at === pages - 1} @click=${() => act.change({ page: at + 1 })}>
              ${ui.following}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}

function lineView(
  words: RosterWords,
  line: ImportLine,
  sheets: readonly SheetImport[],
  act: Pick<Parameters<typeof reportView>[4], 'decide' | 'answer'>,
): TemplateResult {
  const { ui, outcomes: names } = words.imports;
  const { outcome, key, text, remarks, isTaken } = line;
  const where =
    fill(ui.line, { n: line.line }) + (sheets.length > 1 ? ` · ${sheets[line.sheet]!.sheet.name}` : '');
  return html`<li class=${outcome} data-key=${key} tabindex="-1">
    <span class="where">${where}</span>
    <span class="outcome"><span aria-hidden="true">${signs[outcome]} </span>${names[outcome]}</span>
    <span class="text">${text}</span>
    ${
      remarks.length
        ? html`<ul>
            ${remarks.map((remark) => html`<li>${remarkWords(words, remark)}</li>`)}
          </ul>`
        : nothing
    }
    ${likelyView(words, line, where, (answer) => act.answer(key, answer))}
    ${
      mayDecide(line) && !(line.likely && !line.answer)
        ? html`<label class="option"
            ><input
              type="checkbox"
              .checked=${isTaken}
              @change=${(event: Event) => act.decide(key, (event.target as HTMLInputElement).checked)}
            />${ui.take}<span class="hidden">: ${where}</span></label
          >`
        : nothing
    }
  </li>`;
}
