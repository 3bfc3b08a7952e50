import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AccessEntry } from '../../src/client/index.ts';
import type { CenterWords } from '../../src/i18n/consent.ts';
import { receiptActions } from './center-panel.ts';
import { shownText, unsentMark } from './center-view.ts';
import type { CenterView } from './center-view.ts';
import { decisionOf, entryFacts, peopleOf, titleOf } from './center-words.ts';
import { facts } from './receipt-view.ts';
import { timeWords } from './receipt.ts';

/** Part of the page that opens on demand; its name says how much is in it. */
export function area(
  id: string,
  title: string,
  count: number | undefined,
  body: TemplateResult,
  isOpen = false,
): TemplateResult {
  return html`<details class="area" id=${id} ?open=${isOpen}>
    <summary>
      <h3 id="${id}-title">
        ${title}${count === undefined ? nothing : html` <span class="count">(${count})</span>`}
      </h3>
    </summary>
    <div class="inside">${body}</div>
  </details>`;
}

// The server writes the ground or the finding by its code before the words.
function reasonWords({ ui }: CenterWords, reason: string): string {
  const [, code = '', rest = ''] = /^(\w+): (.*)$/s.exec(reason) ?? [];
  for (const key of [`basis_${code}`, `outcome_${code}`])
    if (code && Object.hasOwn(ui, key)) return `${ui[key as keyof typeof ui]}: ${rest}`;
  return reason;
}

/** Who looked, as far as it was fetched. */
export interface AccessView {
  readonly entries: readonly AccessEntry[] | undefined;
  readonly isAll: boolean;
  readonly isBusy: boolean;
  readonly failure: string;
  more(): void;
}

export function accessPart({ words }: CenterView, access: AccessView): TemplateResult {
  const { ui, roles, grounds, actions } = words.own;
  const of = (map: object, key: string): string =>
    Object.hasOwn(map, key) ? (map as { [key: string]: string })[key]! : key;
  const { entries, isAll, isBusy, failure } = access;
  return html`${
    entries?.length
      ? html`<ul class="list log">
          ${entries.map(
            ({ at, user, role, facility, action, ground, reason }) =>
              html`<li class=${ground === 'emergency' || ground === 'refused' ? 'notable' : ''}>
                <p class="muted">${timeWords(at)}</p>
                <p><b>${user}</b> (${of(roles, role)}), ${facility}</p>
                <p>${of(actions, action)}; ${of(grounds, ground)}</p>
                ${reason ? html`<p class="muted">${reasonWords(words.own, reason)}</p>` : nothing}
              </li>`,
          )}
        </ul>`
      : nothing
  }
  ${isAll ? html`<p class="muted">${entries?.length ? ui.allAccess : ui.noAccess}</p>` : nothing}
  ${failure ? html`<p class="box error" role="alert">${failure}</p>` : nothing}
  ${
    isAll
      ? nothing
      : html`<div class="actions">
          <button
            type="button"
            id="more"
            aria-disabled=${isBusy ? 'true' : 'false'}
            @click=${() => access.more()}
          >
            ${failure ? ui.tryAgain : entries ? ui.moreAccess : ui.showAccess}
          </button>
        </div>`
  }`;
}

/** Everything that was ever recorded. */
export function historyPart(view: CenterView): TemplateResult {
  const { words, center, settings } = view;
  const { ui } = words.own;
  const { history, flaws } = center;
  if (!history.length) return html`<p>${ui.none}</p>`;
  return html`<p class="muted">${ui.historyLead}</p>
    ${receiptActions(view, history, 'history-title')}
    <ol class="list history" reversed>
      ${history.map((entry, at) => {
        const { event, stored } = entry;
        const found = flaws.filter(({ id }) => id === event.id);
        return html`<li class="item" data-event=${event.id}>
          <p class="muted">
            ${timeWords(event.decidedAt)}${stored ? html` · ${ui.number} ${stored.seq}` : nothing}
          </p>
          <h4 id="event-${at}">${decisionOf(words, event)}: ${titleOf(words, settings, event)}</h4>
          ${unsentMark(view, [entry])}
          ${found.map(({ code }) => html`<p class="error">${ui[`flaw_${code}`]}</p>`)}
          ${facts([[ui.by, peopleOf(words, event)] as const, ...entryFacts(words, entry)].filter(([, value]) => value))}
          ${shownText(view, event)} ${receiptActions(view, [entry], `event-${at}`)}
        </li>`;
      })}
    </ol>`;
}
