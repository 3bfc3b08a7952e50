import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { Round } from '../../src/school/index.ts';
import type { CsvCell } from '../csv.ts';
import type { PrintJob } from '../print-frame.ts';
import type { AllWords } from './lines.ts';
import { markPanel } from './mark-view.ts';
import type { MarkPanel } from './mark-view.ts';
import { pupilsJob, summaryJob } from './print-jobs.ts';
import { pupilTable } from './pupil-view.ts';
import { recallRows, recallTable } from './recall-view.ts';
import type { RecallColumn, RecallRow } from './recall-view.ts';
import type { RecallOrder, ResultsDay } from './results-day.ts';
import type { PupilResult } from './results-model.ts';
import { summaryRows, summaryTable } from './summary-view.ts';

/** What leaves the screen: onto paper, or into a file whose name begins with `name`. */
export interface Outlets {
  readonly print: (job: PrintJob) => void;
  readonly save: (name: string, rows: readonly (readonly CsvCell[])[]) => void;
}

/** Buttons of which one is pressed. */
export const switchView = <T>(
  label: string,
  choices: readonly (readonly [value: T, text: string])[],
  chosen: T,
  choose: (value: T) => void,
): TemplateResult =>
  html`<div class="tabs" role="group" aria-label=${label}>
    ${choices.map(
      ([value, text]) =>
        html`<button type="button" aria-pressed=${value === chosen} @click=${() => choose(value)}>
          ${text}
        </button>`,
    )}
  </div>`;

/** Of whom and of which round the results are: asked where there is more than one. */
export function choicesPart(
  { results, school }: AllWords,
  choices: {
    /** Lists of the school. */
    readonly n: number;
    readonly isSchool: boolean;
    readonly widen: (isSchool: boolean) => void;
    readonly hasRounds: boolean;
    readonly round: Round;
    readonly turn: (round: Round) => void;
  },
): readonly unknown[] {
  const { ui } = results;
  const { n, isSchool, widen, hasRounds, round, turn } = choices;
  const scopes = [[false, ui.oneClass] as const, [true, fill(ui.school, { n })] as const];
  const rounds = (['round1', 'round2'] as const).map((each) => [each, school.rounds[each]] as const);
  return [
    n < 2 ? nothing : switchView(ui.scope, scopes, isSchool, widen),
    hasRounds ? switchView(ui.round, rounds, round, turn) : nothing,
  ];
}

/** The table of Mẫu 02, to print and to save. */
export function summaryPart(day: ResultsDay, { print, save }: Outlets): TemplateResult {
  const { results } = day.setting.words;
  const { ui, summary } = results;
  const figures = day.summary;
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${ui.summary}>
      ${summaryTable(figures, summary)}
    </div>
    <div class="actions">
      <button type="button" class="primary" @click=${() => print(summaryJob(results, figures, day.where))}>
        ${ui.printSummary}
      </button>
      <button type="button" @click=${() => save('mau-02', summaryRows(figures, summary))}>${ui.csv}</button>
    </div>`;
}

/** Who is looked at again, to sort and to save. */
export function recallsPart(
  words: AllWords,
  rows: readonly RecallRow[],
  order: RecallOrder,
  sort: (order: RecallOrder) => void,
  { save }: Outlets,
): TemplateResult {
  const turn = (column: RecallColumn): void =>
    sort({ column, isDown: column === order.column && !order.isDown });
  return html`<div class="names">
    ${recallTable(rows, words, order, turn)}
    <div class="actions">
      <button type="button" @click=${() => save('kham-lai', recallRows(rows, words))}>
        ${words.results.ui.csv}
      </button>
    </div>
  </div>`;
}

/** Notices or letters: for whom they are printed, and that they were given. */
export interface PagesView {
  readonly day: ResultsDay;
  readonly kind: 'notices' | 'referrals';
  readonly pupils: readonly PupilResult[];
  /** Those of them a page can be printed for, and who are chosen. */
  readonly printable: readonly PupilResult[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly onlyFound: boolean;
  readonly narrow: (onlyFound: boolean) => void;
  /** Missing where it cannot be written that a notice was given. */
  readonly marking: Omit<MarkPanel, 'words' | 'n'> | undefined;
}

/** The pupils with what is printed for them. */
export function pagesPart(view: PagesView, { print, save }: Outlets): TemplateResult {
  const { day, kind, pupils, printable, chosen, onlyFound, narrow, marking } = view;
  const { words } = day.setting;
  const { ui } = words.results;
  const isNotices = kind === 'notices';
  const n = printable.length;
  const choose = (ids: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (isOn) next.add(id);
      else next.delete(id);
    view.choose(next);
  };
  return html`<div class="names">
    ${
      isNotices
        ? html`<label class="option"
            ><input
              type="checkbox"
              .checked=${onlyFound}
              @change=${(event: Event) => narrow((event.target as HTMLInputElement).checked)}
            />${ui.onlyFound}</label
          >`
        : nothing
    }
    ${pupilTable({
      ...{ words, pupils, chosen, choose, isReferral: !isNotices },
      print: (pupil) => print(pupilsJob(day.setting, kind, [pupil])),
    })}
    <p class="help">${fill(ui.paper, { size: 'A5' })}</p>
    <div class="actions">
      <button
        type="button"
        class="primary"
        id="print"
        ?disabled=${!n}
        @click=${() => print(pupilsJob(day.setting, kind, printable))}
      >
        ${fill(isNotices ? ui.printNotices : ui.printReferrals, { n })}
      </button>
      ${
        isNotices
          ? html`<button type="button" @click=${() => save(words.results.table.file, day.values)}>
              ${ui.valuesCsv}
            </button>`
          : nothing
      }
    </div>
    ${marking ? markPanel({ words, n, ...marking }) : nothing}
  </div>`;
}
