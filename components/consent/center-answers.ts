import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { outcomesFor } from '../../src/consent/index.ts';
import type { RequestOutcome, RequestStanding } from '../../src/consent/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { radios } from './blanks-view.ts';
import { answerEvent } from './center-acts.ts';
import type { Occasion } from './center-acts.ts';
import type { Center } from './center-model.ts';
import { formActions, linesBlank, missingWords } from './center-panel.ts';
import type { Filled } from './center-filled.ts';
import type { CenterView } from './center-view.ts';
import { tell } from './center-words.ts';
import { dayAfter } from './plan.ts';
import { facts } from './receipt-view.ts';
import { timeWords } from './receipt.ts';

const stepDays = 5;
const needReason: readonly (RequestOutcome | '')[] = ['refused', 'extended'];

/** Where a request stands, with its days, and what the keeper of the data said; staff can record what is said now. */
export function answerPart(view: CenterView, asked: RequestStanding): TemplateResult {
  const { words, contact, filled, isOwn, now, center } = view;
  const { ui } = words.own;
  const { state, id } = asked;
  const isOver = state === 'answered' || state === 'refused';
  const answer = center.history.find(({ event }) => event.id === asked.events[1])?.event;
  const { user, facility } = answer?.collector ?? {};
  const isWaiting = state === 'open' || state === 'extended' || state === 'overdue';
  const kind = state === 'answered' ? 'yes' : isWaiting && state !== 'overdue' ? 'law' : 'no';
  const said = [
    [ui.answerBy, isWaiting && !asked.firstAnswerAt ? formatDate(asked.answerBy) : ''],
    [ui.firstAnswerAt, asked.firstAnswerAt ? timeWords(asked.firstAnswerAt) : ''],
    [ui.doneBy, isWaiting || state === 'broken' ? formatDate(asked.doneBy) : ''],
    [ui.extendedTo, asked.extendedTo ? formatDate(asked.extendedTo) : ''],
    [ui.answeredAt, isOver ? timeWords(asked.since) : ''],
    [ui.answerWords, asked.reason ?? ''],
    [ui.answerWho, [user, facility].filter(Boolean).join(', ')],
  ] as const;
  return html`<p class="state-of ${kind}" data-asked=${state}><span>${ui[`asked_${state}`]}</span></p>
    ${facts(said.filter(([, value]) => value))}
    ${answer && !asked.isSent ? html`<p class="unsent">${ui.notSent}</p>` : nothing}
    ${isWaiting && asked.isAnswerLate ? html`<p class="error">${ui.firstAnswerLate}</p>` : nothing}
    ${state === 'overdue' ? html`<p class="error">${tell(words.own, 'late', { contact })}</p>` : nothing}
    ${state === 'refused' ? html`<p>${tell(words.own, 'refusedRights', { contact })}</p>` : nothing}
    ${
      isOwn || !outcomesFor(asked, now).length
        ? nothing
        : filled.form === 'answer' && filled.about === id
          ? answerForm(view, asked)
          : html`<div class="actions">
              <button
                type="button"
                id="answer-${id}"
                @click=${() => view.fill({ form: 'answer', about: id, panel: undefined })}
              >
                ${ui.newAnswer}
              </button>
            </div>`
    }`;
}

/** The days that an extension may end on. */
function extensionDays({ doneBy, extendedAtMost }: RequestStanding): string[] {
  const days: string[] = [];
  for (let day = doneBy; day < extendedAtMost;) {
    const next = dayAfter(`${day}T00:00:00+07:00`, stepDays);
    day = next < extendedAtMost ? next : extendedAtMost;
    days.push(day);
  }
  return days;
}

function answerForm(view: CenterView, asked: RequestStanding): TemplateResult {
  const { words, filled, now } = view;
  const { ui } = words.own;
  const { outcome } = filled;
  const mustSay = needReason.includes(outcome);
  return html`<div class="box panel" role="group" aria-labelledby="panel">
    <h5 id="panel" tabindex="-1">${ui.newAnswer}</h5>
    ${radios({
      name: 'outcome',
      label: ui.whatAnswer,
      options: outcomesFor(asked, now).map((one) => [one, ui[`answer_${one}`]] as const),
      value: outcome,
      isMissing: filled.missing.has('outcome'),
      pick: (picked) => view.fill({ outcome: picked }),
    })}
    ${
      outcome === 'extended'
        ? radios({
            name: 'extendedTo',
            label: ui.extendUntil,
            options: extensionDays(asked).map(
              (day) => [day, tell(words.own, 'extendDay', { date: formatDate(day) })] as const,
            ),
            value: filled.extendedTo,
            isMissing: filled.missing.has('extendedTo'),
            pick: (extendedTo) => view.fill({ extendedTo }),
          })
        : nothing
    }
    ${linesBlank({
      name: 'reason',
      label: mustSay ? ui.answerReason : ui.answerMore,
      optional: mustSay ? undefined : ui.optionalBlank,
      value: filled.reason,
      isMissing: filled.missing.has('reason'),
      write: (reason) => view.fill({ reason }),
    })}
    ${missingWords(view)} ${formActions(view, ui.yes_answer)}
  </div>`;
}

/** What is still empty in an answer. */
export const answerBlanks = ({ outcome, extendedTo, reason }: Filled): [string, boolean][] => [
  ['outcome', !outcome],
  ['extendedTo', outcome === 'extended' && !extendedTo],
  ['reason', needReason.includes(outcome) && !reason.trim()],
];

/** The event of the answer that is filled in. */
export function answerOf(
  occasion: Occasion,
  { asked }: Center,
  { about, outcome, extendedTo, reason }: Filled,
  indication: string,
): ConsentEvent[] {
  const standing = asked.get(about);
  return standing && outcome
    ? [answerEvent(occasion, standing, { indication, reason }, { outcome, extendedTo })]
    : [];
}
