import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, formatDate } from '../../src/i18n/index.ts';
import type { AllWords } from './lines.ts';
import type { PupilResult } from './results-model.ts';

/** What the list of pupils of a view needs to know, and whom it tells. */
export interface PupilTable {
  readonly words: AllWords;
  readonly pupils: readonly PupilResult[];
  readonly chosen: ReadonlySet<string>;
  readonly isReferral: boolean;
  readonly choose: (ids: readonly string[], isOn: boolean) => void;
  readonly print: (pupil: PupilResult) => void;
}

/** What was found of a pupil, or why nothing is known. */
export function foundWords(
  words: AllWords,
  { advice, status, hasResult, source, actions }: PupilResult,
): string {
  const { ui, found } = words.results;
  if (source.state.consent === 'refused') return ui.refused;
  if (!hasResult) return status === 'absent' ? ui.absent : ui.noResult;
  const texts = new Set(advice.map(({ code }) => found[code]));
  if (!texts.size)
    for (const action of actions) if (action !== 'none') texts.add(words.growth.actions[action]);
  return texts.size ? [...texts].join(' ') : words.results.notice.fine;
}

function givenWords({ words }: PupilTable, { book, hasResult }: PupilResult): string {
  const { sentOn, channel } = book.parentNotice ?? {};
  const { ui } = words.results;
  if (!sentOn) return hasResult ? ui.givenNo : '';
  const how = channel ? words.school.options.channel[channel].toLowerCase() : '?';
  return fill(ui.givenOn, { date: formatDate(sentOn), channel: how });
}

/** Pupils to choose from: whom a page is for, what was found, whether the notice was given. */
export function pupilTable(table: PupilTable): TemplateResult {
  const { words, pupils, chosen, isReferral, choose, print } = table;
  const { ui } = words.results;
  if (!pupils.length) return html`<p class="help">${ui.nothing}</p>`;
  const able = pupils.filter(({ hasResult }) => hasResult).map(({ id }) => id);
  const isAll = able.length > 0 && able.every((id) => chosen.has(id));
  const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
  return html`<table class="pupils" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <td role="cell">
          <label class="box"
            ><input
              type="checkbox"
              aria-label=${ui.chooseAll}
              .checked=${isAll}
              .indeterminate=${!isAll && able.some((id) => chosen.has(id))}
              ?disabled=${!able.length}
              @change=${(event: Event) => choose(able, checked(event))}
          /></label>
        </td>
        <th scope="col" role="columnheader">${ui.pupil}</th>
        <th scope="col" role="columnheader">${ui.found}</th>
        ${isReferral ? nothing : html`<th scope="col" role="columnheader">${ui.given}</th>`}
        <td role="cell"></td>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${pupils.map(
        (pupil) =>
          html`<tr role="row">
            <td role="cell">
              <label class="box"
                ><input
                  type="checkbox"
                  aria-label=${fill(ui.choose, { name: pupil.name || ui.noName })}
                  .checked=${chosen.has(pupil.id) && pupil.hasResult}
                  ?disabled=${!pupil.hasResult}
                  @change=${(event: Event) => choose([pupil.id], checked(event))}
              /></label>
            </td>
            <th scope="row" role="rowheader">
              <b>${pupil.name || ui.noName}</b>
              <span class="help">${pupil.className ?? ''}</span>
              <span class="help">${pupil.recipient?.name ?? ui.noGuardian}</span>
            </th>
            <td role="cell">${foundWords(words, pupil)}</td>
            ${isReferral ? nothing : html`<td role="cell" class="given">${givenWords(table, pupil)}</td>`}
            <td role="cell">
              ${
                pupil.hasResult
                  ? html`<button
                      type="button"
                      aria-label=${fill(ui.printOneOf, { name: pupil.name || ui.noName })}
                      @click=${() => print(pupil)}
                    >
                      ${ui.printOne}
                    </button>`
                  : nothing
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
