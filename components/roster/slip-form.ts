import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { relations } from './slip.ts';
import type { Answer, Relation } from './slip.ts';

/** A slip while it is entered. */
export interface SlipDraft {
  readonly signer: string;
  readonly relation: Relation | '';
  /** As written: dd/mm/yyyy. */
  readonly date: string;
  readonly answer: Answer | '';
  readonly child: Answer | '';
}

export const emptySlip: SlipDraft = { signer: '', relation: '', date: '', answer: '', child: '' };

/** What the form of a slip shows, and whom it tells. */
export interface SlipFormView {
  readonly words: RosterWords;
  readonly title: string;
  readonly details: string;
  readonly slip: SlipDraft;
  readonly missing: keyof SlipDraft | undefined;
  readonly needsChild: boolean;
  readonly isBusy: boolean;
  readonly change: (patch: Partial<SlipDraft>) => void;
  readonly key: (event: KeyboardEvent) => void;
  readonly save: (event: Event) => void;
}

const errors = {
  signer: 'nameMissing',
  relation: 'relationMissing',
  date: 'dateWrong',
  answer: 'answerMissing',
  child: 'childMissing',
} as const;

/** The blanks of one slip; the two answers weigh the same. */
export function slipForm(view: SlipFormView): TemplateResult {
  const { words, slip, missing, change } = view;
  const { ui, relations: names } = words.consents;
  const invalid = (name: keyof SlipDraft) => (missing === name ? 'true' : nothing);
  const described = (name: keyof SlipDraft) => (missing === name ? 'slip-error' : nothing);
  return html`<form
    class="slip"
    novalidate
    aria-labelledby="slip-title"
    @keydown=${view.key}
    @submit=${view.save}
  >
    <p id="slip-title"><b>${view.title}</b> <span class="help">${view.details}</span></p>
    <div class="blanks">
      <label
        ><span>${ui.signer}</span
        ><input
          id="signer"
          autocomplete="off"
          maxlength="120"
          .value=${slip.signer}
          aria-invalid=${invalid('signer')}
          aria-describedby=${described('signer')}
          @input=${(event: Event) => change({ signer: (event.target as HTMLInputElement).value })}
      /></label>
      <label
        ><span>${ui.relation}</span
        ><select
          id="relation"
          .value=${slip.relation}
          aria-invalid=${invalid('relation')}
          aria-describedby=${described('relation')}
          @change=${(event: Event) => change({ relation: (event.target as HTMLSelectElement).value as Relation })}
        >
          <option value="" ?selected=${!slip.relation}>${ui.relationChoose}</option>
          ${(Object.keys(relations) as Relation[]).map(
            (relation) =>
              html`<option value=${relation} ?selected=${relation === slip.relation}>
                ${names[relation]}
              </option>`,
          )}
        </select></label
      >
      <label
        ><span>${ui.date}</span
        ><input
          id="date"
          inputmode="numeric"
          autocomplete="off"
          placeholder=${ui.dateHelp}
          .value=${slip.date}
          aria-invalid=${invalid('date')}
          aria-describedby=${described('date')}
          @input=${(event: Event) => change({ date: (event.target as HTMLInputElement).value })}
      /></label>
    </div>
    ${answers(view, 'answer', ui.parent)}
    ${view.needsChild && slip.answer !== 'denied' ? answers(view, 'child', ui.child) : nothing}
    ${slip.relation === 'carer' ? html`<p class="help" role="status">${ui.carerNote}</p>` : nothing}
    ${missing ? html`<p class="failure" id="slip-error" role="alert">${ui[errors[missing]]}</p>` : nothing}
    <div class="actions">
      <button type="submit" class="primary" id="save-slip" ?disabled=${view.isBusy}>${ui.save}</button>
      <p class="help">${ui.keys}</p>
    </div>
  </form>`;
}

function answers(
  { words, slip, change }: SlipFormView,
  name: 'answer' | 'child',
  legend: string,
): TemplateResult {
  const { ui } = words.consents;
  const choice = (answer: Answer, text: string, key: string): TemplateResult =>
    html`<label class="answer"
      ><input
        id=${answer === 'granted' ? name : `${name}-no`}
        type="radio"
        name=${name}
        .checked=${slip[name] === answer}
        @change=${() => change(name === 'answer' ? { answer, child: '' } : { child: answer })}
      /><span>${text}</span><kbd aria-hidden="true">${key}</kbd></label
    >`;
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="pair">${choice('granted', ui.agreed, '1')}${choice('denied', ui.refused, '2')}</div>
  </fieldset>`;
}
