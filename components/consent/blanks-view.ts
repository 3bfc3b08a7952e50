import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A choice of one among few, all of them in sight; nothing is chosen unless `value` says so. */
export function radios<V extends string>(given: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: V, words: string])[];
  readonly value: V | '';
  readonly isMissing: boolean;
  readonly pick: (value: V) => void;
}): TemplateResult {
  const { name, label, options, value, isMissing, pick } = given;
  return html`<fieldset
    id=${name}
    tabindex="-1"
    role="radiogroup"
    aria-required="true"
    aria-invalid=${isMissing ? 'true' : 'false'}
    aria-labelledby="${name}-legend"
  >
    <legend id="${name}-legend">${label}</legend>
    ${options.map(
      ([option, words]) =>
        html`<label class="option"
          ><input
            type="radio"
            name=${name}
            .checked=${live(option === value)}
            @change=${() => pick(option)}
          />${words}</label
        >`,
    )}
  </fieldset>`;
}

/** A line to write in; its content is in no attribute. */
export function textBlank(given: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isMissing: boolean;
  readonly write: (value: string) => void;
  readonly optional?: string;
  readonly help?: string;
  readonly type?: 'text' | 'tel';
}): TemplateResult {
  const { name, label, value, isMissing, write, optional, help, type = 'text' } = given;
  return html`<div class="field">
    <label class="blank" for=${name}
      ><span>${label} ${optional ? html`<em>${optional}</em>` : nothing}</span></label
    >
    <input
      id=${name}
      type=${type}
      maxlength="200"
      autocomplete="off"
      autocapitalize=${type === 'text' ? 'words' : 'off'}
      spellcheck="false"
      aria-required=${optional ? 'false' : 'true'}
      aria-invalid=${isMissing ? 'true' : 'false'}
      aria-describedby=${help ? `${name}-help` : nothing}
      .value=${live(value)}
      @input=${(event: Event) => write((event.target as HTMLInputElement).value)}
    />
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : nothing}
  </div>`;
}
