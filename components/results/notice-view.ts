import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, formatDate } from '../../src/i18n/index.ts';
import type { ResultsWords } from '../../src/i18n/results.ts';
import type { Round } from '../../src/school/index.ts';
import type { AllWords, ResultLine } from './lines.ts';
import type { PupilResult } from './results-model.ts';

/** What the pages of a print have in common. */
export interface PrintSetting {
  readonly words: AllWords;
  readonly year: string;
  readonly round: Round;
}

type NoticeWords = ResultsWords['notice'];

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Who gives it, and of which year: the head of each page. */
export function pageHead(
  { words, year, round }: PrintSetting,
  { book, source }: PupilResult,
): TemplateResult {
  const place = book.general?.school?.name ?? source.list.place ?? '';
  return html`<header>
    <b>${place}</b>
    <span>${fill(words.results.notice.year, { year, round: words.school.rounds[round].toLowerCase() })}</span>
  </header>`;
}

/** "em A, sinh ngày …, lớp …", filled into a sentence. */
export function pupilSentence(
  sentence: string,
  words: NoticeWords,
  pupil: PupilResult,
  noName: string,
): string {
  const { name, birthDate, className } = pupil;
  return fill(sentence, {
    name: name || noName,
    born: birthDate ? fill(words.born, { date: formatDate(birthDate) }) : '',
    className: className ? fill(words.className, { name: className }) : '',
  });
}

/** Values line by line; `remarks` = with what is to be said of each. */
export function valuesTable(
  words: NoticeWords,
  lines: readonly ResultLine[],
  remarks: boolean,
): TemplateResult | typeof nothing {
  if (!lines.length) return nothing;
  const isRemarked = remarks && lines.some(({ level }) => level);
  const remark = { advice: words.see, open: words.open, none: words.fine };
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${words.what}</th>
        <th scope="col">${words.value}</th>
        ${isRemarked ? html`<th scope="col">${words.remark}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ({ label, value, level }) =>
          html`<tr class=${level === 'advice' ? 'see' : ''}>
            <th scope="row">${label}</th>
            <td>${value}</td>
            ${isRemarked ? html`<td>${level ? remark[level] : ''}</td>` : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const isReferring = (action: string): boolean => /^(emergency|refer)/.test(action);

/** What the family is asked to do: as staff decided, with what the values advise where it is the same step. */
export function todoOf({ book, advice, actions }: PupilResult, words: ResultsWords): readonly string[] {
  const decided = book.followUp?.actions ?? [];
  const recommended = decided.length ? [] : (book.recommendation ?? []);
  const asked = advice.filter(({ action }) => !decided.length || decided.includes(action));
  const ownWords = actions.filter(
    (action) => decided.length && (action === 'emergency' || !asked.some((each) => each.action === action)),
  );
  const urgentFirst = [...ownWords].sort((a, b) => Number(b === 'emergency') - Number(a === 'emergency'));
  return unique([
    ...urgentFirst.map((action) => words.decided[action]),
    ...asked.map(({ code }) => words.todo[code]),
    // Which specialist stands in the lines above, where the values say it.
    ...recommended
      .filter((one) => one !== 'specialist' || !asked.some(({ action }) => action === 'referSpecialist'))
      .map((one) => words.recommended[one]),
  ]);
}

/** The notice to the parents of one pupil, one page. */
export function noticePage(setting: PrintSetting, pupil: PupilResult): TemplateResult {
  const { results, school } = setting.words;
  const words = results.notice;
  const { book, lines, advice, recipient, actions } = pupil;
  const { followUp = {}, specialist, conclusion, healthIssues, recommendation = [] } = book;
  const measuredOn = book.rounds?.[setting.round]?.measuredOn;
  const found = unique(advice.map(({ code }) => results.found[code]));
  const todo = todoOf(pupil, results);
  const where = [specialist?.facility, specialist?.examinedOn && formatDate(specialist.examinedOn)]
    .filter(Boolean)
    .join(', ');
  const dear = !recipient
    ? words.dearNobody
    : recipient.relation
      ? fill(words.dearRelation, { name: recipient.name, relation: recipient.relation.toLowerCase() })
      : fill(words.dear, { name: recipient.name });
  const written = [
    [words.conclusion, conclusion],
    [words.issues, healthIssues],
    [
      words.recommendation,
      recommendation.map((one) => school.options.recommendation[one].toLowerCase()).join(', '),
    ],
  ] as const;
  return html`<section class="page notice">
    ${pageHead(setting, pupil)}
    <h1>${words.title}</h1>
    <p class="dear">${dear}</p>
    <p>
      ${pupilSentence(words.pupil, words, pupil, results.ui.noName)}
      ${measuredOn ? fill(words.measuredOn, { date: formatDate(measuredOn) }) : nothing}
    </p>
    ${valuesTable(words, lines.round, true)}
    ${
      lines.missing.length
        ? html`<p class="small">${fill(words.notMeasuredLine, { list: lines.missing.join(', ') })}</p>`
        : nothing
    }
    ${
      lines.specialist.length
        ? html`<h2>${where ? fill(words.specialistAt, { where }) : words.specialist}</h2>
            ${valuesTable(words, lines.specialist, true)}`
        : nothing
    }
    ${written.map(([label, text]) => (text?.trim() ? html`<p class="lines"><b>${label}:</b> ${text}</p>` : nothing))}
    ${Object.keys(specialist?.pediatrics ?? {}).length ? html`<p class="small">${words.ask}</p>` : nothing}
    <h2>${words.foundTitle}</h2>
    ${
      found.length
        ? list(found)
        : html`<p>${conclusion || healthIssues ? words.foundAbove : words.foundNone}</p>`
    }
    <h2>${words.todoTitle}</h2>
    ${todo.length ? list(todo) : html`<p>${words.todoNone}</p>`}
    <p>
      ${followUp.referredTo ? html`<b>${fill(words.place, { place: followUp.referredTo })}</b>` : nothing}
      ${followUp.dueOn ? html`<b>${fill(words.due, { date: formatDate(followUp.dueOn) })}</b>` : nothing}
      ${actions.some(isReferring) ? words.bring : nothing}
    </p>
    <p class="advisory">${words.advisory}</p>
    <div class="signs">
      <div>
        <p>${words.received}</p>
        <b>${words.family}</b>
        <p>${words.sign}</p>
        <div class="space"></div>
      </div>
      <div>
        <p>&nbsp;</p>
        <b>${words.staff}</b>
        <p>${words.sign}</p>
        <div class="space"></div>
        ${book.rounds?.[setting.round]?.measuredBy ?? nothing}
      </div>
    </div>
  </section>`;
}

const list = (texts: readonly string[]): TemplateResult | typeof nothing =>
  texts.length
    ? html`<ul>
        ${texts.map((text) => html`<li>${text}</li>`)}
      </ul>`
    : nothing;
