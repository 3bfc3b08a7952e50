import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, formatDate, formatPhone } from '../../src/i18n/index.ts';
import { pageHead, pupilSentence, valuesTable } from './notice-view.ts';
import type { PrintSetting } from './notice-view.ts';
import { phoneOf } from './recall-view.ts';
import type { PupilResult } from './results-model.ts';

/** The letter that asks another facility to examine a pupil, with room for its answer; one page. */
export function referralPage(setting: PrintSetting, pupil: PupilResult): TemplateResult {
  const { results, growth } = setting.words;
  const { referral, notice } = results;
  const { book, lines, advice, actions, recipient } = pupil;
  const { followUp = {}, conclusion, healthIssues, recommendation = [] } = book;
  const round = book.rounds?.[setting.round] ?? {};
  const isCommune = actions.includes('referCommune') && !actions.includes('referSpecialist');
  const place = followUp.referredTo?.trim() || (isCommune ? referral.commune : referral.anywhere);
  // The letter gives every reason, also for what staff chose no step: who examines has to know.
  const reasons = [...new Set(advice.map(({ code, params }) => fill(growth.advice[code], params ?? {})))];
  const decided = (followUp.actions ?? []).filter((action) => action !== 'none');
  const { options } = setting.words.school;
  const staff = (
    decided.length
      ? decided.map((action) => growth.actions[action])
      : recommendation.map((one) => options.recommendation[one])
  )
    .join(', ')
    .toLowerCase();
  const written = [
    [notice.conclusion, conclusion],
    [notice.issues, healthIssues],
  ] as const;
  const phone = phoneOf(pupil);
  return html`<section class="page referral">
    ${pageHead(setting, pupil)}
    <h1>${referral.title}</h1>
    ${actions.includes('emergency') ? html`<p class="urgent">${referral.emergency}</p>` : nothing}
    <p class="dear">${fill(referral.to, { place })}</p>
    <p>${pupilSentence(referral.please, notice, pupil, results.ui.noName)}</p>
    <ul>
      ${reasons.map((reason) => html`<li>${reason}</li>`)}
      ${staff ? html`<li>${fill(referral.staffOnly, { action: staff })}</li>` : nothing}
    </ul>
    ${written.map(([label, text]) => (text?.trim() ? html`<p class="lines"><b>${label}:</b> ${text}</p>` : nothing))}
    ${recipient ? html`<p>${fill(referral.guardian, { name: recipient.name })}</p>` : nothing}
    ${phone ? html`<p>${fill(referral.phone, { phone: formatPhone(phone) })}</p>` : nothing}
    ${followUp.dueOn ? html`<p>${fill(notice.due, { date: formatDate(followUp.dueOn) })}</p>` : nothing}
    <h2>
      ${
        round.measuredOn
          ? fill(referral.values, { date: formatDate(round.measuredOn) })
          : referral.valuesNoDate
      }
    </h2>
    ${valuesTable(notice, [...lines.round, ...lines.specialist], false)}
    <p class="advisory">${referral.advisory}</p>
    <div class="signs">
      <div></div>
      <div>
        <b>${notice.staff}</b>
        <p>${notice.sign}</p>
        <div class="space"></div>
        ${round.measuredBy ?? nothing}
      </div>
    </div>
    <div class="answer">
      <b>${referral.answer}</b>
      <p>${referral.answerOn}</p>
      <p>${referral.answerFound}</p>
      <div class="blank"></div>
      <p>${referral.answerTodo}</p>
      <div class="blank"></div>
      <p>${referral.doctor} ${notice.sign}:</p>
    </div>
  </section>`;
}
