import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, formatDate, formatPhone } from '../../src/i18n/index.ts';
import type { Recall, RecallReason } from '../../src/school/index.ts';
import type { CsvCell } from '../csv.ts';
import type { AllWords } from './lines.ts';
import type { PupilResult } from './results-model.ts';

/** Somebody who is looked at again, with the words. */
export interface RecallRow {
  readonly pupil: PupilResult;
  readonly recall: Recall;
  readonly action: string;
  readonly reasons: readonly string[];
}

export type RecallColumn = 'name' | 'className' | 'action' | 'due';

function reasonWords({ kind, code }: RecallReason, { results, growth }: AllWords): string {
  if (kind === 'mark') return results.recall.recheck;
  if (kind === 'jump') return results.recall.jump;
  if (kind === 'staff') return growth.actions[code as keyof typeof growth.actions] ?? code;
  return results.found[code as keyof typeof results.found] ?? code;
}

export const recallRow = (pupil: PupilResult, recall: Recall, words: AllWords): RecallRow => ({
  ...{ pupil, recall },
  action: words.growth.actions[recall.action],
  reasons: [...new Set(recall.reasons.map((reason) => reasonWords(reason, words)))],
});

/** Rows in the order asked for: `action` = the most urgent first, as they come. */
export function sortedRecalls(
  rows: readonly RecallRow[],
  column: RecallColumn,
  isDown: boolean,
  locale: string,
): readonly RecallRow[] {
  if (column === 'action') return isDown ? [...rows].reverse() : rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const of = ({ pupil, recall }: RecallRow): string =>
    // Who has no date stands last.
    column === 'due' ? (recall.dueOn ?? '9') : ((column === 'name' ? pupil.name : pupil.className) ?? '');
  return [...rows].sort(
    (a, b) => (isDown ? -1 : 1) * compare(of(a), of(b)) || compare(a.pupil.name, b.pupil.name),
  );
}

/** Who is to be looked at again, why and when. */
export function recallTable(
  rows: readonly RecallRow[],
  words: AllWords,
  order: { readonly column: RecallColumn; readonly isDown: boolean },
  sort: (column: RecallColumn) => void,
): TemplateResult {
  const { ui, recall: headings } = words.results;
  if (!rows.length) return html`<p class="help">${ui.nothing}</p>`;
  const heading = (column: RecallColumn): TemplateResult => {
    const isChosen = order.column === column;
    return html`<th scope="col" aria-sort=${isChosen ? (order.isDown ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        class="sort"
        title=${fill(ui.sorted, { column: headings[column] })}
        @click=${() => sort(column)}
      >
        ${headings[column]}<span aria-hidden="true">${isChosen ? (order.isDown ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>`;
  };
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${ui.recalls}>
    <table class="recalls">
      <thead>
        <tr>
          ${heading('name')} ${heading('className')} ${heading('action')}
          <th scope="col">${headings.reasons}</th>
          ${heading('due')}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ pupil, recall, action, reasons }) =>
            html`<tr>
              <th scope="row">${pupil.name || ui.noName}</th>
              <td class="nowrap">${pupil.className ?? ''}</td>
              <td>${action}</td>
              <td>${reasons.map((reason) => html`<p>${reason}</p>`)}</td>
              <td class="nowrap">
                ${recall.dueOn ? formatDate(recall.dueOn) : headings.noDue}
                ${recall.isOverdue ? html`<b class="late">${headings.overdue}</b>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The same as rows for a sheet, with the telephone for who rings up. */
export function recallRows(rows: readonly RecallRow[], { results }: AllWords): CsvCell[][] {
  const { name, className, born, action, reasons, due, overdue, phone } = results.recall;
  return [
    [name, className, born, action, reasons, due, overdue, phone],
    ...rows.map(({ pupil, recall, ...row }) => [
      ...[pupil.name, pupil.className, pupil.birthDate && formatDate(pupil.birthDate), row.action],
      ...[row.reasons.join(' '), recall.dueOn && formatDate(recall.dueOn)],
      recall.isOverdue ? results.ui.yes : results.ui.no,
      phoneOf(pupil) && formatPhone(phoneOf(pupil)!),
    ]),
  ];
}

/** Where the family can be rung up. */
export function phoneOf({ book, record, source }: PupilResult): string | undefined {
  const guardian = Object.values(book.general?.guardians ?? {}).find(({ phone }) => phone);
  return guardian?.phone ?? record?.administrative?.guardianPhoneMobile ?? source.member.phone;
}
