import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { NoticeBlock } from '../../src/consent/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { Choice } from './answers.ts';
import { fullParts, purposeBlock } from './plan.ts';
import type { Ask, NoticePage, Plan } from './plan.ts';
import { say } from './words.ts';

const sign = svg`<path d="M12 2 1.6 21h20.8L12 2Z" fill="none" stroke="currentColor" stroke-width="2"
  stroke-linejoin="round" /><path d="M12 9v6M12 17v2" stroke="currentColor" stroke-width="2.4" />`;

/**
 * One block of a notice: what must be said in full, of the rest what is `open`, and all of it on demand. `data-said`
 * marks the words that count as shown, exactly as the room made them.
 */
export function block(
  { code, title, text }: NoticeBlock,
  more: string,
  isOpen: (line: string, at: number) => boolean,
): TemplateResult {
  const first = text.findIndex((line, at) => !isOpen(line, at));
  const after = first < 0 ? -1 : text.findIndex((line, at) => at > first && isOpen(line, at));
  const end = after < 0 ? text.length : after;
  const lines = (of: readonly string[]): TemplateResult[] => of.map((line) => html`<p data-said>${line}</p>`);
  const deeper = html`<details>
    <summary>${more}</summary>
    ${lines(text.slice(first, end))}
  </details>`;
  return html`<section class="part ${code}" data-block=${code}>
    ${code === 'sensitive' ? html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${sign}</svg>` : nothing}
    ${title ? html`<h3 data-said>${title}</h3>` : nothing}
    ${first < 0 ? lines(text) : html`${lines(text.slice(0, first))}${deeper}${lines(text.slice(end))}`}
  </section>`;
}

/** A notice as the room made it, layer by layer; a purpose that is asked later stands here in short. */
export function noticeBlocks(
  { notice, blocks }: NoticePage,
  plan: Pick<Plan, 'asks' | 'tells'>,
  words: PromptWords,
): TemplateResult {
  const askOf = (code: string | undefined): Ask | undefined =>
    plan.asks.find(({ purpose }) => purpose.code === code);
  const told = plan.tells.map((ask) => detailsOf(ask, notice));
  const isOpen =
    ({ code, purpose }: NoticeBlock) =>
    (line: string, at: number): boolean => {
      if (code !== 'purpose') return at === 0 || fullParts.includes(code);
      return askOf(purpose) ? at < 2 : !told.includes(line);
    };
  return html`<div class="notice" data-notice translate="no" lang=${notice.language}>
    ${blocks.map((each) => block(each, words.ui.more, isOpen(each)))}
  </div>`;
}

const detailsOf = ({ purpose }: Ask, { language }: NoticePage['notice']): string =>
  purpose.words[language].details;

/** What the cards of the choices show and do. */
export interface ChoiceView {
  readonly words: PromptWords;
  readonly page: NoticePage;
  choiceOf(ask: Ask): Choice | undefined;
  choose(event: Event, ask: Ask, decision: Choice['decision']): void;
}

/** One purpose with its answers. The buttons have no part and no class that tells them apart. */
export function purposeCard(view: ChoiceView, ask: Ask): TemplateResult {
  const { words, page } = view;
  const { agree, decline, later } = page.notice.buttons;
  const { ui } = words;
  const chosen = view.choiceOf(ask);
  const own = purposeBlock(page, ask, words);
  const button = (decision: Choice['decision'], label: string): TemplateResult =>
    html`<button
      type="button"
      data-decision=${decision}
      aria-pressed=${chosen?.decision === decision ? 'true' : 'false'}
      @click=${(event: Event) => view.choose(event, ask, decision)}
    >
      <span data-said>${label}</span>
    </button>`;
  return html`<div
    class="card"
    role="group"
    tabindex="-1"
    aria-label=${say(words, 'answersOf', { title: own.title })}
    data-ask=${ask.purpose.code}
    translate="no"
    lang=${page.notice.language}
  >
    ${block(own, ui.more, (line) => line !== detailsOf(ask, page.notice))}
    <div class="answers">${button('granted', agree)}${button('denied', decline)}</div>
    <button
      type="button"
      class="plain later"
      data-decision="deferred"
      aria-pressed=${chosen?.decision === 'deferred' ? 'true' : 'false'}
      @click=${(event: Event) => view.choose(event, ask, 'deferred')}
    >
      <span data-said>${later}</span>
    </button>
    <p class="state" role="status">
      ${chosen ? say(words, 'chosen', { answer: chosen.label }) : ui.notChosen}
    </p>
  </div>`;
}

/** All that is asked: what is needed, what is optional, what the person asks for. */
export function purposeCards(view: ChoiceView, asks: readonly Ask[]): TemplateResult {
  const { ui } = view.words;
  const group = (title: string, help: string, of: readonly Ask[]): TemplateResult | typeof nothing =>
    of.length
      ? html`<section class="notice">
          <h3>${title}</h3>
          ${help ? html`<p class="muted">${help}</p>` : nothing} ${of.map((ask) => purposeCard(view, ask))}
        </section>`
      : nothing;
  const isRequest = ({ purpose }: Ask): boolean => purpose.mode === 'request';
  const asked = asks.filter((ask) => !isRequest(ask));
  return html`${group(
    ui.necessary,
    '',
    asked.filter(({ purpose }) => !purpose.isOptional),
  )}
  ${group(
    ui.optional,
    ui.optionalHelp,
    asked.filter(({ purpose }) => purpose.isOptional),
  )}
  ${group(ui.requests, '', asks.filter(isRequest))}`;
}
