import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { EmergencyAccess, EmergencyRequest } from '../../src/client/index.ts';
import type { CenterWords } from '../../src/i18n/consent.ts';
import { radios } from './blanks-view.ts';
import { linesBlank } from './center-panel.ts';
import { tell } from './center-words.ts';
import { timeWords } from './receipt.ts';

export type Basis = EmergencyRequest['basis'];
export const bases: readonly Basis[] = ['lifeThreat', 'unconscious', 'publicHealth', 'other'];

/** Fewest words of a reason: `other` says nothing by itself. */
export const fewestWords = (basis: Basis | ''): number => (basis === 'other' ? 6 : 3);
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Time that is left: hours and minutes, in the last two minutes seconds. */
export function leftWords(words: CenterWords, ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 120) return tell(words, 'seconds', { n: seconds });
  const minutes = Math.ceil(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [
    ...(hours ? [tell(words, 'hours', { n: hours })] : []),
    ...(rest || !hours ? [tell(words, 'minutes', { n: rest })] : []),
  ].join(' ');
}

/** What the form for opening shows and does. */
export interface OpenView {
  readonly words: CenterWords;
  readonly who: string;
  readonly hours: number | undefined;
  readonly basis: Basis | '';
  readonly reason: string;
  readonly missing: ReadonlySet<string>;
  readonly trouble: string;
  readonly isBusy: boolean;
  fill(patch: { readonly basis?: Basis; readonly reason?: string }): void;
  open(event: Event): void;
}

export function openForm(view: OpenView): TemplateResult {
  const { words, who, hours, basis, reason, missing, trouble, isBusy } = view;
  const { ui } = words;
  const means = [
    ui.emMeansLog,
    ui.emMeansReview,
    hours ? tell(words, 'emMeansWindow', { hours }) : ui.emMeansWindowOpen,
    ui.emMeansConsent,
  ];
  return html`<div class="page">
    <h2 id="title" tabindex="-1">${ui.emTitle}</h2>
    <p><b data-said>${ui.emLead}</b></p>
    <div class="box warning">
      <p><b>${ui.emMeans}</b></p>
      <ul>
        ${means.map((line) => html`<li data-said>${line}</li>`)}
      </ul>
    </div>
    ${radios({
      name: 'basis',
      label: ui.emBasis,
      options: bases.map((each) => [each, ui[`basis_${each}`]] as const),
      value: basis,
      isMissing: missing.has('basis'),
      pick: (picked) => view.fill({ basis: picked }),
    })}
    ${linesBlank({
      name: 'reason',
      label: ui.emReason,
      help: tell(words, 'emReasonHelp', { n: fewestWords(basis) }),
      value: reason,
      isMissing: missing.has('reason'),
      write: (text) => view.fill({ reason: text }),
    })}
    <dl class="facts">
      <dt>${ui.emWho}</dt>
      <dd>${who || ui.emNobody}</dd>
    </dl>
    ${trouble ? html`<p class="box error" role="alert">${trouble}</p>` : nothing}
    <div class="actions">
      <button
        type="button"
        id="open"
        class="next"
        aria-disabled=${isBusy || !who ? 'true' : 'false'}
        @click=${(event: Event) => view.open(event)}
      >
        ${isBusy ? ui.emOpening : ui.emOpen}
      </button>
    </div>
  </div>`;
}

/** What is always on screen while it lasts. */
export function banner(
  words: CenterWords,
  access: EmergencyAccess,
  leftMs: number,
  end: (event: Event) => void,
): TemplateResult {
  const { ui } = words;
  return html`<div class="banner">
    <div>
      <h2 id="title" tabindex="-1">${ui.emRunning}</h2>
      <p>
        <b id="left" role="timer" aria-live="off"
          >${tell(words, 'emLeft', { time: leftWords(words, leftMs) })}</b
        >
        <span>${tell(words, 'emUntil', { time: timeWords(access.until) })}</span>
      </p>
    </div>
    <button type="button" id="end" @click=${end}>${ui.emEnd}</button>
  </div>`;
}

/** It is over; whether the server knows. */
export function overPage(
  words: CenterWords,
  access: EmergencyAccess,
  trouble: 'none' | 'notClosed',
  actions: { readonly retry: () => void; readonly again: () => void },
): TemplateResult {
  const { ui } = words;
  return html`<div class="page">
    <h2 id="title" tabindex="-1">${ui.emEnded}</h2>
    <p>${ui.emEndedWords} ${ui.emEndedAsk}</p>
    ${
      trouble === 'notClosed'
        ? html`<div class="box error" role="alert">
            <p><b>${tell(words, 'emNotClosed', { time: timeWords(access.until) })}</b></p>
            <div class="actions">
              <button type="button" id="retry" @click=${actions.retry}>${ui.tryAgain}</button>
            </div>
          </div>`
        : nothing
    }
    <div class="actions"><button type="button" id="again" @click=${actions.again}>${ui.emAgain}</button></div>
  </div>`;
}
