import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, formatBloodPressure, formatDate, formatNumber, optionOf } from '../../src/i18n/index.ts';
import type { SchoolWords } from '../../src/i18n/school.ts';
import type { StationWords } from '../../src/i18n/station.ts';
import { age } from '../../src/measures/index.ts';
import type { Member } from '../../src/client/index.ts';
import { bookPath, stations } from '../../src/school/index.ts';
import type { Round, StationCode } from '../../src/school/index.ts';
import type { BloodPressure, RecordDraft } from '../../src/schema/index.ts';
import type { Blanks } from '../fields/index.ts';
import type { FormState } from '../form-state.ts';
import { blockPath, fieldsOf, layout } from './form-layout.ts';
import type { Block } from './form-layout.ts';
import { earlierOf } from './round-values.ts';

/** What a drawing is made from. */
export interface View {
  readonly form: FormState;
  readonly blanks: Blanks;
  readonly words: StationWords;
  readonly school: SchoolWords;
  readonly year: string;
  readonly round: Round;
  /** The record as it was opened: earlier values do not change while one types. */
  readonly opened: RecordDraft;
}

/** Rows of a list on screen, and what is done with them. */
export interface RowActs {
  ids(path: string): readonly string[];
  add(path: string, first: string): void;
  remove(path: string, id: string): void;
}

/** Who it is: large enough to be read out to the class. */
export function pupilView(
  { form, words: { ui }, school, year, round }: View,
  member: Member | undefined,
): TemplateResult {
  const { administrative = {} } = form.draft;
  const name = administrative.fullName || member?.fullName || '';
  const birthDate = administrative.birthDate ?? member?.birthDate;
  const sex = administrative.sex ?? member?.sex;
  const years = age(birthDate, form.today)?.years;
  const [least, most] = years ?? [];
  const known = [
    sex ? ui[sex] : ui.noSex,
    birthDate ? fill(ui.born, { date: formatDate(birthDate) }) : ui.noBirthDate,
    least === undefined
      ? ''
      : least === most
        ? fill(ui.years, { n: least })
        : fill(ui.yearsOr, { a: least, b: most! }),
    member?.className ? fill(ui.class, { name: member.className }) : '',
    member?.studentCode ? fill(ui.code, { code: member.studentCode }) : '',
  ];
  return html`<header>
    <h2 id="pupil" tabindex="-1"><span class="hidden">${ui.pupil}: </span>${name}</h2>
    <p class="who">${known.filter(Boolean).join(' · ')}</p>
    <p class="when">${school.rounds[round]} · ${fill(ui.yearOf, { year })}</p>
  </header>`;
}

/** The blanks of a station: those of every pupil, then the others behind one line. */
export function stationView(
  view: View,
  station: StationCode,
  rows: RowActs,
  isAlone: boolean,
): TemplateResult {
  const blocks = layout[station];
  const core = blocks.filter((block) => block.core);
  const others = blocks.filter((block) => !block.core);
  return html`<section data-station=${station} aria-label=${view.words.stations[station]}>
    ${isAlone ? nothing : html`<h3>${view.words.stations[station]}</h3>`}
    ${core.map((block) => blockView(view, block, rows))}
    ${
      others.length
        ? html`<details class="more" ?open=${hasAny(view, others)}>
            <summary>${view.words.ui.more}</summary>
            ${others.map((block) => blockView(view, block, rows))}
          </details>`
        : nothing
    }
  </section>`;
}

/** Whether one of the blocks held something when the pupil was opened. */
function hasAny({ form, year, round }: View, blocks: readonly Block[]): boolean {
  const book = bookPath(year);
  return blocks.some((block) => {
    const at = blockPath(block, book, round);
    return block.rowWords
      ? form.rowIds(at).length > 0
      : fieldsOf(block).some((name) => {
          const { value, absent, unread } = form.place(`${at}.${name}`);
          return name !== 'measuredOn' && (value ?? absent ?? unread) !== undefined;
        });
  });
}

function blockView(view: View, block: Block, rows: RowActs): TemplateResult {
  const { form, words } = view;
  const at = blockPath(block, bookPath(view.year), view.round);
  const content = block.rowWords ? rowsView(view, block, at, rows) : gridView(view, block, at);
  return block.named
    ? html`<fieldset class="group" data-group=${at}>
        <legend>${form.label(at) || words.ui.more}</legend>
        ${content}
      </fieldset>`
    : html`<div class="group">${content}</div>`;
}

// Blanks that stand in pairs on a phone.
const short = ['number', 'date', 'vision', 'bloodPressure'];

const gridView = (view: View, { fields, at: place }: Block, at: string): TemplateResult =>
  html`<div class="grid">
    ${fields.split(' ').map((entry) => {
      const [name = '', columns] = entry.split(':');
      const within = place.startsWith('rounds.') ? at.split('.').slice(4) : undefined;
      const last = within && lastWords(view, [...within, name].join('.'));
      const isShort = short.includes(view.form.leaf(`${at}.${name}`)?.kind ?? '');
      return html`<div class="cell span-${columns} ${isShort ? 'short' : ''} ${last ? 'compared' : ''}">
        ${view.blanks.at(`${at}.${name}`, { row: rowWords(view, at, name) })}
        ${last ? html`<p class="last">${last}</p>` : nothing}
      </div>`;
    })}
  </div>`;

/** The eye without its way of looking ("Mắt trái") is told with it to who does not see the row. */
function rowWords({ form }: View, at: string, name: string): string | undefined {
  const heading = form.label(`${at}.${name.replace('Left', 'Right')}`).split(':')[0];
  return name.endsWith('Left') ? heading : undefined;
}

/** The value of the time before, in words: "Lần 1, 15/09/2026: 27,4 kg". */
function lastWords(view: View, name: string): string | undefined {
  const { form, opened, words, school, year, round } = view;
  const last = earlierOf(opened, { year, round, name });
  if (!last) return undefined;
  const date = last.on ? formatDate(last.on) : '';
  const when = last.round
    ? [school.rounds[last.round], date || last.year].filter(Boolean).join(', ')
    : fill(words.ui.examined, { date });
  return fill(words.ui.last, {
    when,
    value: valueWords(form, `${bookPath(year)}.rounds.${round}.${name}`, last.value),
  });
}

/** A value of a place as it is written, with its unit. */
export function valueWords(form: FormState, path: string, value: unknown): string {
  const leaf = form.leaf(path);
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (typeof value === 'number') {
    const unit = leaf?.kind === 'number' ? form.words.units[leaf.unit] : '';
    return `${formatNumber(value)} ${unit}`.trim();
  }
  if (leaf?.kind === 'bloodPressure') return formatBloodPressure(value as BloodPressure);
  if (leaf?.kind === 'box') return value === true ? '☑' : '☐';
  if (leaf?.kind === 'date') return formatDate(String(value));
  const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
  return codes.map((code) => optionOf(form.words, name, String(code))).join(', ');
}

function rowsView({ form, blanks, words }: View, block: Block, at: string, rows: RowActs): TemplateResult {
  const { ui } = words;
  const [first = ''] = fieldsOf(block);
  return html`${rows.ids(at).map((id, index) => {
    const heading = fill(ui[block.rowWords!], { n: index + 1 });
    return html`<div class="row" role="group" aria-label=${heading}>
      <p class="row-head">
        <b>${heading}</b>
        ${
          form.mode === 'view'
            ? nothing
            : html`<button class="link" type="button" @click=${() => rows.remove(at, id)}>
                ${form.say('removeRow')}
              </button>`
        }
      </p>
      <div class="grid">
        ${block.fields.split(' ').map((entry) => {
          const [name = '', columns] = entry.split(':');
          return html`<div class="cell span-${columns}">
            ${blanks.at(`${at}.${id}.${name}`, { row: heading })}
          </div>`;
        })}
      </div>
    </div>`;
  })}
  ${
    form.mode === 'view'
      ? nothing
      : html`<button type="button" data-add=${at} @click=${() => rows.add(at, first)}>+ ${ui.addRow}</button>`
  }`;
}

/** The stations that are asked for, in the order of the form; all where none is. */
export function stationsOf(asked: string): readonly StationCode[] {
  const wanted = asked.split(/[\s,]+/);
  const known = stations.map(({ code }) => code);
  const found = known.filter((code) => wanted.includes(code));
  return found.length ? found : known;
}
