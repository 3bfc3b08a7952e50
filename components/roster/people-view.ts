import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { fill } from '../../src/i18n/index.ts';
import { classSelect } from './class-select.ts';
import { unfiltered } from './model.ts';
import type { Counts, Filter, Shown } from './model.ts';
import { signs, statuses } from './status.ts';
import { say } from './words.ts';

/** What stands above the rows. */
export interface PeopleView {
  readonly words: RosterWords;
  readonly filter: Filter;
  readonly classes: readonly string[];
  readonly counts: Counts;
  /** Counts of the class that the list is narrowed to. */
  readonly classCounts: Counts | undefined;
  readonly today: number;
  readonly needsConsent: boolean;
  readonly change: (patch: Partial<Filter>) => void;
  /** Whether class and status are shown where there is little room. */
  readonly isUnfolded: boolean;
  readonly unfold: (isUnfolded: boolean) => void;
}

/** How many are done, in words and as a bar. */
function bar(words: RosterWords, text: string, { by, expected, total }: Counts): TemplateResult {
  const left = total - expected;
  return html`<div class="bar">
    <span
      >${text}
      ${left ? html`<span class="help">${say(words, 'notExpected', { n: left })}</span>` : nothing}</span
    >
    <progress max=${expected || 1} value=${by.done} aria-label=${text}></progress>
  </div>`;
}

/** Progress of the list, of the class that is shown, and of the day. */
export function progressView({ words, counts, classCounts, filter, today }: PeopleView): TemplateResult {
  const values = ({ by, expected }: Counts) => ({ done: by.done, total: expected });
  return html`<section class="progress" aria-label=${words.ui.progress}>
    ${bar(words, say(words, 'progressList', values(counts)), counts)}
    ${
      classCounts
        ? bar(
            words,
            say(words, 'progressClass', { name: filter.className, ...values(classCounts) }),
            classCounts,
          )
        : nothing
    }
    <p class="help">${say(words, 'progressDay', { n: today })}</p>
  </section>`;
}

/** Statuses with how many there are of each; the one that is shown is pressed. */
function chips({ words, filter, counts, classCounts, needsConsent, change }: PeopleView): TemplateResult {
  const { by, expected, total } = classCounts ?? counts;
  const chip = (shown: Shown, text: string, n: number, sign = ''): TemplateResult =>
    html`<button
      type="button"
      data-shown=${shown}
      aria-pressed=${filter.shown === shown}
      @click=${() => change({ shown })}
    >
      ${sign ? html`<span aria-hidden="true">${sign}</span>` : nothing} ${text} <b>${n}</b>
    </button>`;
  return html`<div class="chips" role="group" aria-label=${words.ui.filter}>
    ${chip('here', words.ui.here, expected)}
    ${statuses
      .filter((status) => needsConsent || by[status] || (status !== 'unanswered' && status !== 'refused'))
      .map((status) => chip(status, words.status[status], by[status], signs[status]))}
    ${chip('all', words.ui.all, total)}
  </div>`;
}

/** Search, class and status; on a phone class and status are folded into a button, which tells how many of them are set. */
export function filterView(view: PeopleView): TemplateResult {
  const { words, filter, classes, isUnfolded, change, unfold } = view;
  const { ui } = words;
  const set = (filter.className ? 1 : 0) + (filter.shown === unfiltered.shown ? 0 : 1);
  return html`<div class="filters">
    <label class="search"
      ><span>${ui.search}</span
      ><input
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${ui.search}
        .value=${filter.query}
        aria-describedby="search-help"
        @input=${(event: Event) => change({ query: (event.target as HTMLInputElement).value })}
    /></label>
    <span class="hidden" id="search-help">${ui.searchHelp}</span>
    <button
      type="button"
      class=${set ? 'fold set' : 'fold'}
      aria-expanded=${isUnfolded}
      aria-controls="more-filters"
      @click=${() => unfold(!isUnfolded)}
    >
      ${ui.filters}
      ${
        set
          ? html`<b aria-hidden="true">${set}</b
              ><span class="hidden">, ${fill(ui.filtersSet, { n: set })}</span>`
          : nothing
      }
      <span class="mark" aria-hidden="true">${isUnfolded ? '▴' : '▾'}</span>
    </button>
    <div id="more-filters" class=${isUnfolded ? 'more' : 'more folded'}>
      ${classSelect(words, classes, filter.className, (className) => change({ className }))} ${chips(view)}
    </div>
  </div>`;
}

/** How many are shown, and the way to who comes next. */
export const nextView = (words: RosterWords, found: number, next: () => void): TemplateResult =>
  html`<div class="line">
    <p class="help found" role="status">${fill(words.ui.found, { n: found })}</p>
    <div class="actions">
      <button type="button" class="primary" id="next" @click=${next}>${words.ui.next} <kbd>F8</kbd></button>
      <p class="help keys">${words.ui.keys}</p>
    </div>
  </div>`;

/** What goes out as files. */
export function filesView({ ui }: RosterWords, save: (which: 'all' | 'failed') => void): TemplateResult {
  return html`<div class="actions files">
    <button type="button" id="export-all" @click=${() => save('all')}>${ui.exportResults}</button>
    <button type="button" id="export-failed" @click=${() => save('failed')}>${ui.exportFailed}</button>
    <p class="help">${ui.exportHelp}</p>
  </div>`;
}
