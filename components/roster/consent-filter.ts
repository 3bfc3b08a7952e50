import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { MemberState } from '../../src/client/index.ts';
import { fill } from '../../src/i18n/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { classSelect } from './class-select.ts';

/** What the parents of somebody said. */
export type Standing = NonNullable<MemberState['consent']>;
const standings: readonly Standing[] = ['unanswered', 'agreed', 'refused'];

/** What the answers are narrowed to. */
export interface ConsentFilter {
  readonly query: string;
  readonly shown: Standing | 'all';
  /** '' = all classes. */
  readonly className: string;
}

/** How many answered what, and what the rows are narrowed to. */
export function consentFilter(
  words: RosterWords,
  view: ConsentFilter & {
    readonly counts: { readonly [standing in Standing]: number };
    readonly total: number;
    readonly classes: readonly string[];
    readonly change: (patch: Partial<ConsentFilter>) => void;
  },
): TemplateResult {
  const { counts, total, classes, className, query, shown, change } = view;
  const { ui } = words.consents;
  const chip = (to: ConsentFilter['shown'], text: string, n: number): TemplateResult =>
    html`<button
      type="button"
      data-shown=${to}
      aria-pressed=${shown === to}
      @click=${() => change({ shown: to })}
    >
      ${text} <b>${n}</b>
    </button>`;
  return html`<p class="counts">${fill(ui.counts, { ...counts, total })}</p>
    <div class="filters">
      <label class="search"
        ><span>${words.ui.search}</span
        ><input
          type="search"
          autocomplete="off"
          .value=${query}
          @input=${(event: Event) => change({ query: (event.target as HTMLInputElement).value })}
      /></label>
      ${classSelect(words, classes, className, (name) => change({ className: name }))}
    </div>
    <div class="chips" role="group" aria-label=${words.ui.filter}>
      ${chip('all', words.ui.all, total)}
      ${standings.map((standing) => chip(standing, ui[standing], counts[standing]))}
    </div>`;
}
