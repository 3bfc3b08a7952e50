import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Member } from '../../src/client/index.ts';
import { chosenView } from './chosen-view.ts';
import type { ChosenView } from './chosen-view.ts';
import type { DayPeople } from './day-people.ts';
import { filesView, filterView, nextView, progressView } from './people-view.ts';
import type { PeopleView } from './people-view.ts';

/** What the page of an open list shows, and whom it tells. */
export interface PeoplePage {
  readonly above: PeopleView;
  readonly people: DayPeople;
  /** Who is shown. */
  readonly rows: readonly Member[];
  /** The person who is open, and what can be said of them. */
  readonly chosen: Omit<ChosenView, 'words' | 'state' | 'status'> | undefined;
  /** Id of the row that is selected. */
  readonly selected: string;
  readonly failure: unknown;
  readonly next: () => void;
  readonly choose: (member: Member) => void;
  readonly save: (which: 'all' | 'failed') => void;
}

/** The people of a list: progress, filters, who comes next, who is open, the rows, and what goes out as files. */
export function peoplePage(page: PeoplePage): TemplateResult {
  const { above, people, rows, chosen, failure, next, choose, save } = page;
  const { words } = above;
  const { ui } = words;
  const { members, states, statusOf, stations } = people;
  const { id = '' } = chosen?.member ?? {};
  return html`${progressView(above)}${filterView(above)} ${nextView(words, rows.length, next)}
  ${chosen ? chosenView({ ...chosen, words, state: states.get(id), status: statusOf(id) }) : nothing}
  ${failure}
  ${
    rows.length
      ? html`<hssk-roster-rows
          .members=${rows}
          .states=${states}
          .statusOf=${statusOf}
          .stations=${stations}
          .selected=${page.selected}
          .words=${words}
          .label=${ui.peopleTab}
          .choose=${choose}
        ></hssk-roster-rows>`
      : html`<p class="none">${members.length ? ui.none : ui.empty}</p>`
  }
  ${filesView(words, save)}`;
}
