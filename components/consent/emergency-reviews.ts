import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Emergencies, EmergencyReview, ReviewRequest } from '../../src/client/index.ts';
import type { CenterWords } from '../../src/i18n/consent.ts';
import { codeOf } from '../failure-words.ts';
import { radios } from './blanks-view.ts';
import { linesBlank } from './center-panel.ts';
import { failureText, tell } from './center-words.ts';
import { fewestWords, wordCount } from './emergency-view.ts';
import { isPress } from './flow.ts';
import { facts } from './receipt-view.ts';
import { timeWords } from './receipt.ts';

const outcomes = ['justified', 'misuse'] as const;

/** The accesses that wait for a reviewer, and what is being written about one of them. */
export class Reviews {
  #items: readonly EmergencyReview[] | undefined;
  #failure = '';
  #open = '';
  #outcome: ReviewRequest['outcome'] | '' = '';
  #words = '';
  #missing: ReadonlySet<string> = new Set();
  #isBusy = false;
  #turn = 0;
  readonly #onChange: (said: 'reviewed' | '', focus?: string) => void;

  constructor(onChange: (said: 'reviewed' | '', focus?: string) => void) {
    this.#onChange = onChange;
  }

  /** Reads the list once; again after `drop`. */
  async load(emergencies: Emergencies): Promise<void> {
    if (this.#items || this.#isBusy || this.#failure) return;
    const turn = this.#turn;
    this.#isBusy = true;
    try {
      const items: EmergencyReview[] = [];
      for await (const item of emergencies.reviews()) items.push(item);
      if (turn !== this.#turn) return;
      this.#items = items;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#failure = codeOf(error);
    }
    this.#isBusy = false;
    this.#onChange('');
  }

  drop(): void {
    this.#turn++;
    this.#items = undefined;
    this.#failure = '';
    this.#isBusy = false;
    this.#begin('');
  }

  #begin(id: string): void {
    this.#open = id;
    this.#outcome = this.#words = '';
    this.#missing = new Set();
  }

  async #send(event: Event, emergencies: Emergencies, item: EmergencyReview): Promise<void> {
    if (!isPress(event) || this.#isBusy) return;
    const outcome = this.#outcome;
    const words = this.#words.trim();
    const missing = [
      ...(outcome ? [] : ['outcome']),
      ...(wordCount(words) < fewestWords('') ? ['words'] : []),
    ];
    this.#missing = new Set(missing);
    if (!outcome || missing.length) return this.#onChange('', `#${missing[0]}`);
    const turn = this.#turn;
    this.#isBusy = true;
    this.#failure = '';
    this.#onChange('');
    try {
      await emergencies.review(item, { outcome, words });
      if (turn !== this.#turn) return;
      this.#items = this.#items?.filter(({ id }) => id !== item.id);
      this.#isBusy = false;
      this.#begin('');
      this.#onChange('reviewed', '#title');
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#isBusy = false;
      this.#failure = codeOf(error);
      this.#onChange('');
    }
  }

  render(words: CenterWords, emergencies: Emergencies, now: string): TemplateResult {
    const { ui } = words;
    const retry = (): void => {
      this.#failure = '';
      void this.load(emergencies);
      this.#onChange('');
    };
    return html`<div class="page">
      <h2 id="title" tabindex="-1">${ui.reviewTitle}</h2>
      ${
        this.#failure
          ? html`<div class="box error" role="alert">
              <p><b>${failureText(words, this.#failure)}</b></p>
              <div class="actions">
                <button type="button" id="retry" @click=${retry}>${ui.tryAgain}</button>
              </div>
            </div>`
          : nothing
      }
      ${
        this.#items
          ? this.#items.length
            ? html`<ul class="list">
                ${this.#items.map((item, at) => this.#row(words, emergencies, item, at, now))}
              </ul>`
            : html`<p>${ui.reviewNone}</p>`
          : this.#failure
            ? nothing
            : html`<p role="status">${ui.loading}</p>`
      }
    </div>`;
  }

  #row(
    words: CenterWords,
    emergencies: Emergencies,
    item: EmergencyReview,
    at: number,
    now: string,
  ): TemplateResult {
    const { ui } = words;
    const { user, facility, openedAt, until, basis, reason, pid, id } = item;
    const isOpen = Date.parse(until) > Date.parse(now);
    return html`<li class="item">
      <h3 id="item-${at}">${tell(words, 'reviewOf', { time: timeWords(openedAt), user, facility })}</h3>
      ${facts([
        [ui.reviewBasis, ui[`basis_${basis}`]],
        [ui.reviewReason, reason],
        [ui.reviewSpan, `${timeWords(openedAt)} – ${timeWords(until)}`],
        [ui.reviewRecord, pid],
      ])}
      ${
        isOpen
          ? html`<p class="muted">${tell(words, 'reviewStillOpen', { time: timeWords(until) })}</p>`
          : this.#open === id
            ? this.#form(words, emergencies, item)
            : html`<div class="actions">
                <button
                  type="button"
                  id="review-${at}"
                  aria-labelledby="review-${at} item-${at}"
                  @click=${() => {
                    this.#begin(id);
                    this.#onChange('', '#outcome');
                  }}
                >
                  ${ui.reviewOutcome}
                </button>
              </div>`
      }
    </li>`;
  }

  #form(words: CenterWords, emergencies: Emergencies, item: EmergencyReview): TemplateResult {
    const { ui } = words;
    return html`<div class="box panel">
      ${radios({
        name: 'outcome',
        label: ui.reviewOutcome,
        options: outcomes.map((each) => [each, ui[`outcome_${each}`]] as const),
        value: this.#outcome,
        isMissing: this.#missing.has('outcome'),
        pick: (outcome) => {
          this.#outcome = outcome;
          this.#onChange('');
        },
      })}
      ${linesBlank({
        name: 'words',
        label: ui.reviewWords,
        help: tell(words, 'emReasonHelp', { n: fewestWords('') }),
        value: this.#words,
        isMissing: this.#missing.has('words'),
        write: (text) => {
          this.#words = text;
        },
      })}
      <div class="actions">
        <button
          type="button"
          id="send"
          class="next"
          aria-disabled=${this.#isBusy ? 'true' : 'false'}
          @click=${(event: Event) => void this.#send(event, emergencies, item)}
        >
          ${ui.reviewSend}
        </button>
        <button
          type="button"
          id="cancel"
          @click=${() => {
            this.#begin('');
            this.#onChange('', '#title');
          }}
        >
          ${ui.close}
        </button>
      </div>
    </div>`;
  }
}
