import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { NoticeBlock } from '../../src/consent/index.ts';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { Choice } from './answers.ts';
import { neededParts } from './plan.ts';
import type { Ask, NoticePage } from './plan.ts';
import { say } from './words.ts';

const sign = svg`<path d="M12 2 1.6 21h20.8L12 2Z" fill="none" stroke="currentColor" stroke-width="2"
  stroke-linejoin="round" /><path d="M12 9v6M12 17v2" stroke="currentColor" stroke-width="2.4" />`;

/**
 * One block of a notice. What must be said stands there in full; of the rest the first sentence, and all of it on
 * demand. `data-said` marks the words that count as shown, exactly as the room made them.
 */
export function block({ code, title, text }: NoticeBlock, more: string, deeper: readonly string[] = []): TemplateResult {
  const isNeeded = neededParts.includes(code);
  const hidden = isNeeded ? [] : code === 'purpose' ? text.filter((line) => deeper.includes(line)) : text.slice(1);
  const open = text.filter((line) => !hidden.includes(line));
  // Words stay in the order of the notice: what is hidden goes to the end only where it stands there.
  const cut = text.findIndex((line) => hidden.includes(line));
  const isTail = cut < 0 || text.slice(cut).every((line) => hidden.includes(line));
  const lines = (of: readonly string[]): TemplateResult[] => of.map((line) => html`<p data-said>${line}</p>`);
  return html`<section class="part ${code === 'sensitive' ? 'sensitive' : ''}" data-block=${code}>
    ${code === 'sensitive' ? html`<svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${sign}</svg>` : nothing}
    ${title ? html`<h3 data-said>${title}</h3>` : nothing}
    ${
      isTail
        ? html`${lines(open)}
          ${hidden.length ? html`<details>
                <summary>${more}</summary>
                ${lines(hidden)}
              </details>` : nothing}`
        : html`${lines(text.slice(0, cut))}
            <details>
              <summary>${more}</summary>
              ${lines(hidden)}
            </details>
            ${lines(text.slice(cut + hidden.length))}`
    }
  </section>`;
}

/** A notice, and the purposes that are told and not asked. */
export function noticeBlocks(page: NoticePage, tells: readonly Ask[], words: PromptWords): TemplateResult {
  const { ui } = words;
  return html`<div class="notice" translate="no" lang=${page.notice.language}>
    ${page.blocks.map((each) => block(each, ui.more))}
    ${
      tells.length
        ? html`<h3>${ui.told}</h3>
            <p class="muted">${ui.toldHelp}</p>
            ${tells.map(
              (ask) =>
                html`<div class="box">
                  ${block(page.purposeBlock(ask), ui.more, [detailsOf(ask, page)])}
                  ${ask.purpose.basis.reference ? html`<p class="help">${ui.law}: ${ask.purpose.basis.reference}</p>` : nothing}
                </div>`,
            )}`
        : nothing
    }
  </div>`;
}

const detailsOf = ({ purpose }: Ask, { notice }: NoticePage): string => purpose.words[notice.language].details;

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
  const own = page.purposeBlock(ask);
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
    class="purpose"
    role="group"
    tabindex="-1"
    aria-label=${say(words, 'answersOf', { title: own.title })}
    data-ask=${ask.purpose.code}
    translate="no"
    lang=${page.notice.language}
  >
    ${block(own, ui.more, [detailsOf(ask, page)])}
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
    <p class="state" role="status">${chosen ? say(words, 'chosen', { answer: chosen.label }) : ui.notChosen}</p>
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
