import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, formatDate } from '../../src/i18n/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import type { Answer, ImportLine } from './import-model.ts';

/** Who is here already and is likely the same, and the two answers to that. */
export function likelyView(
  { imports }: RosterWords,
  { likely, answer }: ImportLine,
  where: string,
  say: (answer: Answer) => void,
): TemplateResult | typeof nothing {
  if (!likely || likely.isCorrected) return nothing;
  const { ui } = imports;
  const { fullName, birthDate, className, studentCode } = likely.member;
  const who = [fullName, birthDate && formatDate(birthDate), className, studentCode]
    .filter(Boolean)
    .join(', ');
  const button = (to: Answer, text: string): TemplateResult =>
    html`<button type="button" data-answer=${to} aria-pressed=${answer === to} @click=${() => say(to)}>
      ${text}<span class="hidden">: ${where}</span>
    </button>`;
  return html`<div class="likely" role="group" aria-label=${ui.likelyQuestion}>
    <p>${fill(ui.likely, { who })} ${likely.hasValues ? ui.likelyValues : ui.likelyBare}</p>
    <div class="actions">${button('same', ui.samePerson)}${button('other', ui.otherPerson)}</div>
  </div>`;
}
