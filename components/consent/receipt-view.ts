import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PromptWords } from '../../src/i18n/consent.ts';
import { download } from '../download.ts';
import { receiptFile } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import { say } from './words.ts';

/** A receipt on screen, to print and to save. */
export function receiptView(
  words: PromptWords,
  receipt: Receipt,
  kept: 'no' | 'yes' | 'failed',
  retry: () => void,
  print: () => void,
): TemplateResult {
  const { ui } = words;
  const at = receipt.facts.find(([label]) => label === ui.receiptAt)?.[1] ?? '';
  return html`<p>${say(words, 'receiptLead', { time: at })}</p>
    ${kept === 'yes' ? html`<p class="box" role="status">${ui.receiptKept}</p>` : nothing}
    ${
      kept === 'failed'
        ? html`<div class="box error" role="alert">
            <p><b>${ui.receiptNotKept}</b></p>
            <div><button type="button" id="retry" @click=${retry}>${ui.tryAgain}</button></div>
          </div>`
        : nothing
    }
    ${facts(receipt.facts)}
    <ul class="list">
      ${receipt.entries.map(
        ({ title, facts: own, shown }) =>
          html`<li>
            <h3>${title}</h3>
            ${facts(own)}
            ${
              shown
                ? html`<details>
                    <summary>${receipt.shownLabel}</summary>
                    <p class="words">${shown}</p>
                  </details>`
                : nothing
            }
          </li>`,
      )}
    </ul>
    ${receipt.contact ? html`<p class="box">${receipt.contact}</p>` : nothing}
    <div class="actions">
      <button type="button" id="print" @click=${print}>${ui.print}</button>
      <button
        type="button"
        id="download"
        @click=${() => download(`${ui.fileName}.html`, receiptFile(receipt))}
      >
        ${ui.download}
      </button>
    </div>`;
}

/** Labels and what stands under them. */
export const facts = (of: Receipt['facts']): TemplateResult =>
  html`<dl class="facts">
    ${of.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
