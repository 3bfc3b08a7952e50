import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit';
import type { Conflict, FieldConflict, PersonCandidate } from '../../src/client/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { getAt, isLeaf, nodeAt } from '../../src/schema/index.ts';
import { linesToChoose, placeLabel, unitOf, valueLines } from './shown-value.ts';
import { exactTime, say, whoWords } from './words.ts';
import type { FormWords } from './form-words.ts';

export type RecordConflict = Extract<Conflict, { kind: 'record' }>;
export type PersonConflict = Extract<Conflict, { kind: 'person' }>;
export type Side = 'mine' | 'theirs';

interface Table {
  readonly words: SyncWords;
  readonly forms: FormWords;
  readonly conflict: RecordConflict;
  readonly choices: ReadonlyMap<string, Side>;
  readonly isBusy: boolean;
  readonly choose: (path: string, side: Side) => void;
}

/** Field by field: what stood there, what I wrote, what stands on the server. Nothing is chosen beforehand. */
export function conflictTable(table: Table): TemplateResult {
  const { words, conflict } = table;
  const { theirs } = conflict;
  const by = say(words, 'writtenBy', {
    by: theirs.by,
    facility: theirs.facility,
    time: exactTime(words, Date.parse(theirs.at), Date.now()),
  });
  return html`<table role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${words.ui.place}</th>
        <th role="columnheader" scope="col">${words.ui.before}</th>
        <th role="columnheader" scope="col">${words.ui.mine}</th>
        <th role="columnheader" scope="col">${words.ui.theirs}<small>${by}</small></th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        conflict.conflicts,
        ({ path }) => path,
        (field, at) => conflictRow(table, field, at),
      )}
    </tbody>
  </table>`;
}

function conflictRow(table: Table, field: FieldConflict, at: number): TemplateResult {
  const { words, forms, conflict, choices, isBusy, choose } = table;
  const { path } = field;
  const [mine, theirs] = linesToChoose(words, forms, path, [field.mine, field.theirs]);
  const node = nodeAt(path);
  const isRow = node !== undefined && !isLeaf(node);
  const option = (side: Side, lines: readonly string[]): TemplateResult =>
    html`<td role="cell" class=${choices.get(path) === side ? 'chosen' : nothing}>
      <label class="option"
        ><input
          type="radio"
          name=${`place-${at}`}
          value=${side}
          autocomplete="off"
          aria-describedby=${`place-${at}`}
          ?disabled=${isBusy}
          .checked=${choices.get(path) === side}
          @change=${() => choose(path, side)}
        /><span><span class="side">${words.ui[side]}: </span>${valueText(words, lines, isRow)}</span></label
      >
    </td>`;
  return html`<tr role="row" class=${choices.has(path) ? 'decided' : nothing}>
    <th role="rowheader" scope="row" id=${`place-${at}`}>${nameOf(words, forms, path, conflict)}</th>
    <td role="cell" class="before">
      <span class="side">${words.ui.before}: </span
      >${valueText(words, valueLines(words, forms, path, field.before), isRow)}
    </td>
    ${option('mine', mine)}${option('theirs', theirs)}
  </tr>`;
}

/** A value as lines of text; what is empty says so. */
function valueText(words: SyncWords, lines: readonly string[], isRow: boolean): TemplateResult {
  return lines.length
    ? html`<span class="lines">${lines.map((line) => html`<span>${line}</span>`)}</span>`
    : html`<span class="empty">${isRow ? words.ui.rowGone : words.ui.empty}</span>`;
}

/** Where a place stands in the form; the row of a visit or vaccine is named by whichever side still has it. */
export function nameOf(words: SyncWords, forms: FormWords, path: string, conflict: RecordConflict): string {
  const row = path
    .split('.')
    .slice(0, path.startsWith('examinations.') ? 2 : 3)
    .join('.');
  const draft = getAt(conflict.mine, row) === undefined ? conflict.theirs.record : conflict.mine;
  const name = forms.placeName(path, draft);
  return name ? name + unitOf(forms, path) : placeLabel(words, forms, path);
}

/** The person being written down, as far as it tells people apart. */
export function mineCard(words: SyncWords, conflict: PersonConflict): TemplateResult {
  const { administrative: a } = conflict.mine;
  const numbers = Object.values(a.identifiers ?? {}).flatMap(({ number }) => number ?? []);
  const lines = [
    a.sex && words.sex[a.sex],
    a.currentAddress?.commune?.text,
    ...numbers.filter((number) => !number.startsWith('TMP-')),
  ];
  return html`<div class="person mine">
    <b>${whoWords(words, a.fullName ?? '', a.birthDate)}</b>
    <span>${lines.filter(Boolean).join(' · ')}</span>
  </div>`;
}

/** A candidate in words: masked name, year, sex, commune, ending of a number. */
export function candidateWords(words: SyncWords, person: PersonCandidate): readonly string[] {
  return [
    person.birthYear && say(words, 'bornYear', { year: person.birthYear }),
    person.sex && words.sex[person.sex],
    person.commune,
    person.identifierEnding && say(words, 'numberEnding', { ending: person.identifierEnding }),
  ].filter((line): line is string => !!line);
}
