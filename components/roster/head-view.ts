import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MemberList } from '../../src/client/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import type { RosterLists } from './roster-lists.ts';
import { say } from './words.ts';

/** What stands around an open list. */
export interface HeadView {
  readonly view: string;
  readonly hasNames: boolean;
  readonly hasConsents: boolean;
  readonly hasLists: boolean;
  readonly show: (view: 'people' | 'consents') => void;
  readonly leave: () => void;
}

/** Name and facts of the open list, its views, and the way back to the lists. */
export function headView(
  words: RosterWords,
  { name, kind, place, year, members }: MemberList,
  { view, hasNames, hasConsents, hasLists, show, leave }: HeadView,
): TemplateResult {
  const { ui } = words;
  const facts = [
    words.kinds[kind],
    place,
    year && say(words, 'year', { year }),
    say(words, 'members', { n: members.length }),
  ];
  const tab = (to: 'people' | 'consents', text: string): TemplateResult =>
    html`<button type="button" aria-pressed=${view === to} @click=${() => show(to)}>${text}</button>`;
  // A household is called after a person.
  const title = !hasNames && kind === 'household' ? words.kinds.household : name;
  return html`<header>
    <div>
      <h2 id="title" tabindex="-1">${title}</h2>
      <p class="help">${facts.filter(Boolean).join(' · ')}</p>
    </div>
    <div class="actions">
      ${
        hasNames && hasConsents
          ? html`<div class="tabs">${tab('people', ui.peopleTab)}${tab('consents', ui.consentsTab)}</div>`
          : nothing
      }
      ${hasLists ? html`<button type="button" id="back" @click=${leave}>${ui.back}</button>` : nothing}
    </div>
  </header>`;
}

/** What stands where no list is open: the lists to choose from, and why the one that was asked for is not there. */
export function startView(
  words: RosterWords,
  failure: string | undefined,
  {
    locale,
    now,
    names,
    open,
    show,
    add,
  }: Pick<RosterLists, 'locale' | 'now' | 'names' | 'open' | 'show' | 'add'>,
): TemplateResult {
  return html`<section class="panel" aria-labelledby="title">
    <h2 id="title" tabindex="-1">${words.ui.title}</h2>
    ${failure ? html`<p class="failure" role="alert">${failure}</p>` : nothing}
    <hssk-roster-lists
      .locale=${locale}
      .now=${now}
      .names=${names}
      .open=${open}
      .show=${show}
      .add=${add}
    ></hssk-roster-lists>
  </section>`;
}
