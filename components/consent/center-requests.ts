import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { defaultPurposes } from '../../src/consent/index.ts';
import type { RequestType } from '../../src/consent/index.ts';
import { radios } from './blanks-view.ts';
import type { Entry } from './center-model.ts';
import {
  datesPart,
  formActions,
  linesBlank,
  missingWords,
  receiptActions,
  speakerBlank,
} from './center-panel.ts';
import { unsentMark } from './center-view.ts';
import type { CenterView } from './center-view.ts';
import { answerPart } from './center-answers.ts';
import { entryFacts, peopleOf, tell, titleOf } from './center-words.ts';
import { facts } from './receipt-view.ts';
import { timeWords } from './receipt.ts';

/** What can be asked for. */
export const requestTypes: readonly RequestType[] = [
  'view',
  'correct',
  'copy',
  'restrict',
  'erase',
  'protect',
];
/** Requests that mean nothing without words. */
export const needsWords: readonly (RequestType | '')[] = ['correct', 'protect'];

/** Requests about the data, with their dates; what cannot be erased, and why. */
export function requestsPart(view: CenterView): TemplateResult {
  const { words, center, filled } = view;
  const { ui } = words.own;
  return html`${
    center.requests.length
      ? html`<ul class="list">
          ${center.requests.map((entry, at) => requestCard(view, entry, at))}
        </ul>`
      : html`<p>${ui.noRequests}</p>`
  }
  ${
    filled.form === 'request'
      ? requestForm(view)
      : html`<div class="actions">
          <button
            type="button"
            id="newRequest"
            @click=${() => view.fill({ form: 'request', panel: undefined })}
          >
            ${ui.newRequest}
          </button>
        </div>`
  }
  ${filled.form === 'request' && filled.request === 'erase' ? nothing : cannotErase(view)}`;
}

function requestCard(view: CenterView, entry: Entry, at: number): TemplateResult {
  const { words, center } = view;
  const { ui } = words.own;
  const { event } = entry;
  const asked = center.asked.get(event.id);
  return html`<li class="item" data-request=${event.id}>
    <h4 id="request-${at}">
      ${event.kind === 'restriction' ? ui.request_restrict : titleOf(words, view.settings, event)}
    </h4>
    ${unsentMark(view, [entry])}
    ${facts(
      [
        [ui.received, timeWords(event.request?.receivedAt ?? event.decidedAt)] as const,
        [ui.by, peopleOf(words, event)] as const,
        ...entryFacts(words, entry).filter(([label]) => label !== ui.answerBy && label !== ui.doneBy),
      ].filter(([, value]) => value),
    )}
    ${asked ? answerPart(view, asked) : nothing} ${receiptActions(view, [entry], `request-${at}`)}
  </li>`;
}

function requestForm(view: CenterView): TemplateResult {
  const { words, filled, now, holidays } = view;
  const { ui } = words.own;
  const { request } = filled;
  return html`<div class="box panel" role="group" aria-labelledby="panel">
    <h4 id="panel" tabindex="-1">${ui.newRequest}</h4>
    ${radios({
      name: 'request',
      label: ui.whatRequest,
      options: requestTypes.map((type) => [type, ui[`request_${type}`]] as const),
      value: request,
      isMissing: filled.missing.has('request'),
      pick: (type) => view.fill({ request: type }),
    })}
    ${request === 'restrict' ? html`<p class="box warning">${ui.means_restrictAll}</p>` : nothing}
    ${request === 'erase' ? cannotErase(view) : nothing}
    ${request ? datesPart(view, request, now, holidays) : nothing}
    ${linesBlank({
      name: 'reason',
      label: request === 'correct' || request === 'protect' ? ui[`requestWords_${request}`] : ui.requestWords,
      optional: needsWords.includes(request) ? undefined : ui.optionalBlank,
      value: filled.reason,
      isMissing: filled.missing.has('reason'),
      write: (reason) => view.fill({ reason }),
    })}
    ${speakerBlank(view)} ${missingWords(view)} ${formActions(view, ui.send)}
  </div>`;
}

function cannotErase(view: CenterView): TemplateResult {
  const { words, settings, filled } = view;
  const { ui, locale } = words.own;
  const language = locale === 'en' ? 'en' : 'vi';
  const kept = (settings.purposes ?? defaultPurposes).filter(({ mode }) => mode === 'notice');
  return html`<section class="box" aria-labelledby="cannotErase">
    <h4 id="cannotErase">${ui.cannotErase}</h4>
    <ul>
      ${kept.map(
        ({ words: own, basis, retention }) =>
          html`<li>
            ${tell(words.own, 'cannotEraseLaw', {
              title: own[language].title,
              law: basis.reference ?? '',
              period: retention[language],
            })}
          </li>`,
      )}
      <li>${ui.cannotEraseEvidence}</li>
    </ul>
    <p>${ui.eraseInstead} ${ui.eraseRest}</p>
    ${
      filled.form === 'request'
        ? html`<div class="actions">
            <button type="button" id="instead" @click=${() => view.fill({ request: 'restrict' })}>
              ${ui.chooseRestrict}
            </button>
          </div>`
        : nothing
    }
  </section>`;
}
