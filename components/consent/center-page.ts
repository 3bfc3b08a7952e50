import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsentSettings } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { download } from '../download.ts';
import type { ConsentRecordedEvent } from '../events.ts';
import { settingsFor } from './center-filled.ts';
import type { Asking } from './center-filled.ts';
import { disclosuresPart } from './center-disclosures.ts';
import { evidencePart } from './center-evidence.ts';
import type { CenterLedger } from './center-ledger.ts';
import { accessPart, area, historyPart } from './center-lists.ts';
import type { Entry } from './center-model.ts';
import { requestsPart } from './center-requests.ts';
import { purposesPart } from './center-view.ts';
import type { CenterView } from './center-view.ts';
import { evidenceFile, failureText, receiptFor, tell } from './center-words.ts';
import type { AllWords } from './center-words.ts';
import type { ConsentElement } from './consent-element.ts';
import { receiptFile, timeWords } from './receipt.ts';
import type { Receipt } from './receipt.ts';

/** What the whole page needs beside what its parts do. */
export interface PageView {
  readonly view: CenterView;
  readonly name: string;
  readonly ledger: CenterLedger;
  /** Said and refused, above all else. */
  readonly said: TemplateResult;
  /** Who looked; `undefined` where nobody can tell. */
  readonly looked: Pick<NonNullable<CenterLedger['access']>, 'entries' | 'isAll'> | undefined;
  /** Whether who looked belongs on the page. */
  readonly hasAccess: boolean;
  readonly more: () => void;
}

export function centerPage({ view, name, ledger, said, looked, hasAccess, more }: PageView): TemplateResult {
  const { words, center } = view;
  const { own } = words;
  const { ui } = own;
  const { accessFailure, isFetching, carriedAt } = ledger;
  return html`<header>
      <h2 id="title" tabindex="-1">${name ? tell(own, 'title', { name }) : ui.titleNoName}</h2>
    </header>
    <div class="page">
      ${said}
      ${evidencePart(view, carriedAt === undefined ? '' : timeWords(new Date(carriedAt).toISOString()))}
      ${purposesPart(view)}
      ${area('disclosures', ui.disclosures, center.disclosures.length, disclosuresPart(view))}
      ${area('requests', ui.requests, center.requests.length, requestsPart(view))}
      ${
        hasAccess
          ? area(
              'access',
              ui.access,
              undefined,
              accessPart(view, {
                entries: looked?.entries,
                isAll: looked?.isAll ?? false,
                isBusy: isFetching,
                failure: accessFailure && failureText(own, accessFailure),
                more,
              }),
            )
          : nothing
      }
      ${area('history', ui.history, center.history.length, historyPart(view))}
    </div>`;
}

/** The prompt inside: once more about a purpose, or about a new request. */
export function promptPage(
  host: ConsentElement,
  { own }: AllWords,
  asking: Asking,
  given: Pick<ConsentElement, 'events' | 'collector'> & {
    readonly settings: ConsentSettings;
    readonly said: TemplateResult;
    readonly back: () => void;
    readonly add: (events: readonly ConsentEvent[]) => void;
  },
): TemplateResult {
  return html`<h2 id="title" class="hidden">${own.ui.titleNoName}</h2>
    <hssk-consent-prompt
      tabindex="-1"
      locale=${host.locale}
      theme=${host.theme}
      .settings=${settingsFor(given.settings, asking)}
      .person=${host.person}
      .purposes=${[asking.purpose]}
      .askAgain=${true}
      .requestDays=${asking.days ?? 90}
      .events=${given.events}
      .collector=${given.collector}
      .confirmations=${host.confirmations}
      .method=${host.method}
      .now=${host.now}
      @hssk-leave=${given.back}
      @hssk-consent=${(event: ConsentRecordedEvent) => {
        event.preventDefault();
        given.add(event.events);
      }}
    ></hssk-consent-prompt>
    ${given.said}
    <div class="page">
      <div class="actions">
        <button type="button" id="back" @click=${given.back}>${own.ui.backToCenter}</button>
      </div>
    </div>`;
}

/** What was done, and whether the server has it. */
export function saidPart(
  { own }: AllWords,
  said: string,
  why: string | undefined,
  retry: () => void,
): TemplateResult {
  return html`<p class=${said ? 'box said' : 'hidden'} id="said" tabindex="-1" role="status">${said}</p>
    ${
      why === undefined
        ? nothing
        : html`<div class="box error" role="alert">
            <p><b>${tell(own, 'failed', { why: failureText(own, why) })}</b></p>
            <div class="actions">
              <button type="button" id="retry" @click=${retry}>${own.ui.tryAgain}</button>
            </div>
          </div>`
    }`;
}

/** While nothing is known, or where it could not be read. */
export function unknownPage({ own }: AllWords, failure: string, again: () => void): TemplateResult {
  return html`<div class="page">
    <h2 id="title" tabindex="-1">${own.ui.titleNoName}</h2>
    ${
      failure
        ? html`<div class="box error" role="alert">
            <p><b>${failureText(own, failure)}</b></p>
            <p>${own.ui.notLoaded}</p>
            <div class="actions">
              <button type="button" id="again" @click=${again}>${own.ui.tryAgain}</button>
            </div>
          </div>`
        : html`<p role="status">${own.ui.loading}</p>`
    }
  </div>`;
}

/** Receipts and evidence for the person to take along. */
export function papersOf(
  words: AllWords,
  settings: ConsentSettings,
  name: string,
  print: (receipt: Receipt) => void,
): Pick<CenterView, 'print' | 'save' | 'saveJson'> {
  const { ui } = words.own;
  const receipt = (entries: readonly Entry[]) => receiptFor(words, settings, name, entries);
  return {
    print: (entries) => print(receipt(entries)),
    save: (entries) => download(`${ui.fileName}.html`, receiptFile(receipt(entries))),
    saveJson: (entries) => download(`${ui.evidenceFile}.json`, evidenceFile([...entries].reverse())),
  };
}
