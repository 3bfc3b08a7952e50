import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { StationWords } from '../../src/i18n/station.ts';
import type { Findings } from './findings.ts';

/** What was worked out from the values on screen: results, then advice. Never a diagnosis. */
export function resultsView(
  { ui }: StationWords,
  found: Findings | undefined,
  isFailed: boolean,
  retry: () => void,
): TemplateResult {
  if (isFailed)
    return html`<section class="results" aria-label=${ui.results}>
      <p class="failure" role="alert">
        ${ui.failed} <button type="button" @click=${retry}>${ui.again}</button>
      </p>
    </section>`;
  const { lines = [], advice = [] } = found ?? {};
  return html`<section class="results" aria-label=${ui.results}>
    <h3>${ui.results}</h3>
    ${lines.length || advice.length ? nothing : html`<p class="quiet">${ui.nothingYet}</p>`}
    ${
      lines.length
        ? html`<dl>
            ${lines.map(
              ({ name, value, says, look }) =>
                html`<div class=${look ? 'look' : ''}>
                  <dt>${name}</dt>
                  <dd>
                    ${value ? html`<span class="number">${value}</span>` : nothing}
                    ${says ? html`<b>${says}</b>` : nothing}
                  </dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    <div aria-live="polite">
      ${
        advice.length
          ? html`<h4>${ui.advice}</h4>
              <ul class="advice">
                ${advice.map(({ says, action }) => html`<li>${says} <b>${action}</b></li>`)}
              </ul>`
          : nothing
      }
    </div>
    ${lines.length || advice.length ? html`<p class="quiet">${ui.advisory}</p>` : nothing}
  </section>`;
}
