import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RequestDateOptions, RequestType } from '../../src/consent/index.ts';
import { radios, textBlank } from './blanks-view.ts';
import { datesOf, termOf } from './center-acts.ts';
import type { Deed, Entry, Item } from './center-model.ts';
import type { CenterView } from './center-view.ts';
import { dateFacts, tell } from './center-words.ts';
import { facts } from './receipt-view.ts';
import { namesOf } from './words.ts';

/** What a deed changes, by whom it is said, the dates by law; one press more and it is done. */
export function panel(view: CenterView, item: Item, deed: Deed): TemplateResult {
  const { words, now, holidays } = view;
  const { ui } = words.own;
  const term = termOf[deed];
  return html`<div class="box panel" role="group" aria-labelledby="panel">
    <h5 id="panel" tabindex="-1">${ui[`panel_${deed}`]}</h5>
    <p>
      ${deed === 'restrict' && item.purpose.code === 'record' ? ui.means_restrictAll : ui[`means_${deed}`]}
    </p>
    ${speakerBlank(view)} ${reasonBlank(view)} ${missingWords(view)}
    <div class="actions">
      <button type="button" id="yes" @click=${(event: Event) => view.record(event)}>
        ${ui[`yes_${deed}`]}
      </button>
      <button type="button" id="cancel" @click=${() => view.fill({ panel: undefined, form: undefined })}>
        ${ui.cancel}
      </button>
    </div>
    ${term ? datesPart(view, term, now, holidays) : nothing}
  </div>`;
}

const labelKeys = {
  speaker: 'whoSays',
  otherName: 'whoOtherName',
  request: 'whatRequest',
  reason: 'requestWords',
  purpose: 'whatFor',
  recipient: 'toWhom',
  recipientName: 'recipientName',
  recipientCode: 'recipientCode',
  days: 'howLong',
  outcome: 'whatAnswer',
  extendedTo: 'extendUntil',
} as const;

export function missingWords({ filled, words }: CenterView): TemplateResult | typeof nothing {
  const { ui } = words.own;
  const labels = [...filled.missing].map((name) =>
    name === 'reason' && filled.form === 'answer'
      ? ui.answerReason
      : ui[labelKeys[name as keyof typeof labelKeys]],
  );
  return labels.length
    ? html`<p class="error" role="alert">${tell(words.own, 'missing', { what: namesOf(labels) })}</p>`
    : nothing;
}

/** What the law asks of the one who keeps the data, with the days. */
export function datesPart(
  { words }: CenterView,
  type: RequestType,
  now: string,
  holidays: RequestDateOptions['holidays'],
): TemplateResult {
  const { ui } = words.own;
  return html`<div class="dates" data-dates=${type}>
    <p><b>${ui.dates}</b></p>
    ${facts(dateFacts(words.own, datesOf(type, now, holidays)))}
    <p class="help">${ui.datesSource}</p>
  </div>`;
}

/** Who says it. At the own device of the person nobody is asked. */
export function speakerBlank(view: CenterView): TemplateResult | typeof nothing {
  const { words, center, filled, isOwn } = view;
  const { ui } = words.own;
  if (isOwn) return nothing;
  const options = [
    ...center.speakers.map(
      ({ role, name }, at) =>
        [String(at), `${name} (${words.shared.ui[`by_${role}`].toLowerCase()})`] as const,
    ),
    ['other', ui.whoOther] as const,
  ];
  return html`${radios({
    name: 'speaker',
    label: ui.whoSays,
    options,
    value: String(filled.speaker),
    isMissing: filled.missing.has('speaker'),
    pick: (value) => view.fill({ speaker: value === 'other' ? 'other' : Number(value) }),
  })}
  ${
    filled.speaker === 'other'
      ? textBlank({
          name: 'otherName',
          label: ui.whoOtherName,
          value: filled.otherName,
          isMissing: filled.missing.has('otherName'),
          write: (otherName) => view.fill({ otherName }),
        })
      : nothing
  }`;
}

function reasonBlank(view: CenterView): TemplateResult {
  const { ui } = view.words.own;
  return linesBlank({
    name: 'reason',
    label: ui.reason,
    optional: ui.optionalBlank,
    value: view.filled.reason,
    isMissing: false,
    write: (reason) => view.fill({ reason }),
  });
}

/** Lines to write in; their content is in no attribute. */
export function linesBlank(given: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isMissing: boolean;
  readonly write: (value: string) => void;
  readonly optional?: string | undefined;
  readonly help?: string | undefined;
}): TemplateResult {
  const { name, label, value, isMissing, write, optional, help } = given;
  return html`<div class="field">
    <label class="blank" for=${name}
      ><span>${label} ${optional ? html`<em>${optional}</em>` : nothing}</span></label
    >
    <textarea
      id=${name}
      rows="2"
      maxlength="500"
      autocomplete="off"
      spellcheck="false"
      aria-required=${optional ? 'false' : 'true'}
      aria-invalid=${isMissing ? 'true' : 'false'}
      aria-describedby=${help ? `${name}-help` : nothing}
      .value=${live(value)}
      @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : nothing}
  </div>`;
}

/** Go on, or leave everything as it is. */
export const formActions = (view: CenterView, go: string): TemplateResult =>
  html`<div class="actions">
    <button type="button" id="yes" class="next" @click=${(event: Event) => view.record(event)}>${go}</button>
    <button type="button" id="cancel" @click=${() => view.fill({ form: undefined })}>
      ${view.words.own.ui.cancel}
    </button>
  </div>`;

/** Print, save as a page, save as data; `of` is the id of the heading that says of what. */
export function receiptActions(view: CenterView, entries: readonly Entry[], of: string): TemplateResult {
  const { ui } = view.words.own;
  const isOne = entries.length === 1;
  const button = (name: string, text: string, act: () => void): TemplateResult =>
    html`<button
      type="button"
      class="plain"
      id="${of}-${name}"
      data-receipt=${name}
      aria-labelledby="${of}-${name} ${of}"
      @click=${act}
    >
      ${text}
    </button>`;
  return html`<div class="actions receipts">
    ${button('print', isOne ? ui.print : ui.printAll, () => view.print(entries))}
    ${button('save', isOne ? ui.savePage : ui.saveAll, () => view.save(entries))}
    ${button('json', isOne ? ui.saveJson : ui.saveEvidence, () => view.saveJson(entries))}
  </div>`;
}
