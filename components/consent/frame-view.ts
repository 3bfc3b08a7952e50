import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PromptWords } from '../../src/i18n/consent.ts';
import type { Step } from './flow.ts';
import { missingOf, say } from './words.ts';

/** A page that only says something: being opened, nothing to ask, closed, not to be asked. */
export function plainPage(title: string, body: TemplateResult | typeof nothing = nothing): TemplateResult {
  return html`<div class="page">
    <h2 id="title" tabindex="-1">${title}</h2>
    ${body}
  </div>`;
}

/** What is said once it was closed: that nothing was recorded. */
export function leftPage({ ui }: PromptWords, isIdle: boolean, again: () => void): TemplateResult {
  return plainPage(
    ui.leftTitle,
    html`<p>${isIdle ? `${ui.leftIdle} ` : ''}${ui.left}</p>
      <div class="actions"><button type="button" id="again" @click=${again}>${ui.again}</button></div>`,
  );
}

/** A page of the flow under its head: about whom, and how far. */
export function stepPage(given: {
  readonly words: PromptWords;
  readonly name: string;
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly body: TemplateResult;
}): TemplateResult {
  const { words, name, step, steps, body } = given;
  const n = steps.indexOf(step) + 1;
  return html`<header>
      <p class="whom">${name ? say(words, 'about', { name }) : words.ui.aboutNoName}</p>
      <p class="of">${say(words, 'step', { n, total: steps.length })}</p>
      <div class="progress" aria-hidden="true">
        ${steps.map((_, at) => html`<i class=${at < n ? 'done' : ''}></i>`)}
      </div>
    </header>
    <div class="page ${step}">
      <h2 id="title" tabindex="-1">${words.ui[`${step}Title`]}</h2>
      ${body}
    </div>`;
}

export interface Actions {
  readonly words: PromptWords;
  /** Words of the button that goes on. */
  readonly next: string;
  /** The words are those of the notice, and part of what counts as shown. */
  readonly isSaid?: boolean;
  readonly act: ((event: Event) => void) | undefined;
  readonly back: (() => void) | undefined;
  readonly leave: () => void;
  readonly isBusy: boolean;
  /** What went wrong. */
  readonly trouble: string;
  /** Blanks that are not filled in. */
  readonly missing: ReadonlySet<string>;
}

/** On, back, and out: every page can be left. */
export function actionsOf(given: Actions): TemplateResult {
  const { words, next, isSaid, act, back, leave, isBusy, trouble, missing } = given;
  const { ui } = words;
  return html`${trouble ? html`<p class="box warning" role="alert">${trouble}</p>` : nothing}
    ${missing.size ? html`<p class="error">${missingOf(words, missing)}</p>` : nothing}
    <div class="actions">
      ${back ? html`<button type="button" id="back" @click=${back}>${ui.back}</button>` : nothing}
      ${
        act
          ? html`<button
              type="button"
              id="next"
              class="next"
              aria-disabled=${isBusy ? 'true' : 'false'}
              @click=${act}
            >
              ${isSaid ? html`<span data-said>${next}</span>` : next}
            </button>`
          : nothing
      }
    </div>
    <div><button type="button" id="leave" class="plain" @click=${leave}>${ui.leave}</button></div>`;
}
