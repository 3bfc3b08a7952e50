import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RosterWords } from '../../src/i18n/roster.ts';

/** The class that a list is narrowed to, '' = all; nothing where there is only one. */
export function classSelect(
  { ui }: RosterWords,
  classes: readonly string[],
  className: string,
  choose: (className: string) => void,
): TemplateResult | typeof nothing {
  if (classes.length < 2) return nothing;
  return html`<label
    ><span>${ui.classLabel}</span
    ><select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      <option value="" ?selected=${!className}>${ui.allClasses}</option>
      ${classes.map((name) => html`<option value=${name} ?selected=${name === className}>${name}</option>`)}
    </select></label
  >`;
}
