import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Lists, Member, Rosters } from '../../src/client/index.ts';
import { fill, formatDate } from '../../src/i18n/index.ts';
import type { CoverageWords } from '../../src/i18n/results.ts';
import { isSeen } from './coverage-model.ts';

/** Somebody who is named. */
export type NamedPerson = Pick<Member, 'fullName' | 'birthDate'>;

const mostNames = 500;

/** Who of a group of the server has no record. */
export async function missingOf(rosters: Rosters, group: string): Promise<readonly NamedPerson[]> {
  const people = [];
  for await (const person of rosters.people(group, 'missing')) people.push(person);
  return people;
}

/** Who of a list of this device was not seen on the present day; `now` in milliseconds since 1970. */
export async function unseenOf(lists: Lists, id: string, now: number): Promise<readonly NamedPerson[]> {
  const { list, states } = await lists.open(id);
  return list.members.filter((member) => !isSeen(states.get(member.id), now));
}

/** Names under a title, no more than can be looked through. */
export function namesView(
  { ui }: CoverageWords,
  title: string,
  people: readonly NamedPerson[],
): TemplateResult {
  return html`<div class="names">
    <p>
      <b>${title}</b> ${fill(ui.members, { n: people.length })}
      <span class="help">${people.length ? ui.namesHelp : ui.namesNone}</span>
    </p>
    <ul>
      ${people
        .slice(0, mostNames)
        .map(
          ({ fullName, birthDate }) =>
            html`<li>
              ${fullName || ui.noName}${
                birthDate ? html`, ${fill(ui.born, { date: formatDate(birthDate) })}` : nothing
              }
            </li>`,
        )}
    </ul>
    ${
      people.length > mostNames
        ? html`<p class="help">${fill(ui.namesMore, { n: people.length - mostNames })}</p>`
        : nothing
    }
  </div>`;
}
