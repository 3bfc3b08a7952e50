import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CenterView } from './center-view.ts';
import { tell } from './center-words.ts';

/** Whether the events are whole and in order, and what to do where they are not. `carried` = since when they are here. */
export function evidencePart(view: CenterView, carried: string): TemplateResult {
  const { words, center, contact } = view;
  const { ui } = words.own;
  const { flaws, history, unsent, signed } = center;
  const count = history.length;
  if (flaws.length) {
    return html`<section class="box error" id="evidence" role="alert">
      <h3>${ui.altered}</h3>
      <p>${ui.alteredMeans}</p>
      <ul>
        ${[
          ...new Set(
            flaws.map(({ index, code }) =>
              tell(words.own, 'flawAt', { n: index + 1, what: ui[`flaw_${code}`] }),
            ),
          ),
        ].map((line) => html`<li>${line}</li>`)}
      </ul>
      <p><b>${contact ? tell(words.own, 'alteredTodo', { contact }) : ui.alteredTodoNoContact}</b></p>
      <div class="actions">
        <button type="button" id="evidence-json" @click=${() => view.saveJson(history)}>
          ${ui.saveEvidence}
        </button>
      </div>
    </section>`;
  }
  const isSigned = signed > 0 && signed === count - unsent;
  return html`<section class="evidence" id="evidence" aria-label=${ui.evidence}>
    <p>${count ? tell(words.own, 'whole', { n: count }) : ui.none}</p>
    ${count > unsent ? html`<p class="muted">${isSigned ? tell(words.own, 'wholeSigned', { n: signed }) : ui.wholeUnsigned}</p>` : nothing}
    ${unsent ? html`<p class="unsent">${tell(words.own, 'unsentCount', { n: unsent })}</p>` : nothing}
    ${carried ? html`<p class="muted">${tell(words.own, 'carried', { time: carried })}</p>` : nothing}
  </section>`;
}
