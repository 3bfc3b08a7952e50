import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { fill } from '../../src/i18n/index.ts';
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

/** Search, class and status. */
export function filterView(view: PeopleView, found: number): TemplateResult {
  const { words, filter, classes, change } = view;
  const { ui } = words;
  return html`<div class="filters">
      <label class="search"
        ><span>${ui.search}</span
        ><input
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${filter.query}
          aria-describedby="search-help"
          @input=${(event: Event) => change({ query: (event.target as HTMLInputElement).value })}
      /></label>
      <span class="hidden" id="search-help">${ui.searchHelp}</span>
      ${
        classes.length > 1
          ? html`<label
              ><span>${ui.classLabel}</span
              ><select
                @change=${(event: Event) => change({ className: (event.target as HTMLSelectElement).value })}
              >
                <option value="" ?selected=${!filter.className}>${ui.allClasses}</option>
                ${classes.map(
                  (name) =>
                    html`<option value=${name} ?selected=${name === filter.className}>${name}</option>`,
                )}
              </select></label
            >`
          : nothing
      }
    </div>
    ${chips(view)}
    <p class="help" role="status">${fill(ui.found, { n: found })}</p>`;
}

/** What goes out as files. */
export function filesView({ ui }: RosterWords, save: (which: 'all' | 'failed') => void): TemplateResult {
  return html`<div class="actions files">
    <button type="button" id="export-all" @click=${() => save('all')}>${ui.exportResults}</button>
    <button type="button" id="export-failed" @click=${() => save('failed')}>${ui.exportFailed}</button>
    <p class="help">${ui.exportHelp}</p>
  </div>`;
}
