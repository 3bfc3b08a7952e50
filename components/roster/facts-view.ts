import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupKind } from '../../src/client/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import type { ListFacts } from './import-model.ts';

/** Kinds of lists that people are examined by. */
export const kinds: readonly GroupKind[] = ['class', 'hamlet', 'household', 'workplace'];

/** What is asked of the whole list, once. */
export function factsView(
  words: RosterWords,
  facts: ListFacts,
  wrong: 'name' | 'year' | undefined,
  change: (patch: Partial<ListFacts>) => void,
): TemplateResult {
  const { ui } = words.imports;
  const text = (name: 'name' | 'place' | 'year' | 'className', label: string, help = ''): TemplateResult =>
    html`<label
      ><span>${label}</span
      ><input
        id="fact-${name}"
        autocomplete="off"
        maxlength="120"
        .value=${facts[name]}
        aria-invalid=${wrong === name ? 'true' : nothing}
        aria-describedby=${wrong === name ? 'wrong' : nothing}
        placeholder=${help || nothing}
        @input=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value })}
    /></label>`;
  return html`<fieldset>
    <legend>${ui.facts}</legend>
    ${text('name', ui.name)} ${text('place', ui.place)} ${text('year', ui.year, ui.yearHelp)}
    <label
      ><span>${ui.kind}</span
      ><select
        @change=${(event: Event) => change({ kind: (event.target as HTMLSelectElement).value as GroupKind })}
      >
        ${kinds.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === facts.kind}>${words.kinds[kind]}</option>`,
        )}
      </select></label
    >
    ${text('className', ui.className)}
    ${
      wrong
        ? html`<p id="wrong" class="failure" role="alert">
            ${wrong === 'name' ? ui.nameMissing : ui.yearWrong}
          </p>`
        : nothing
    }
  </fieldset>`;
}
