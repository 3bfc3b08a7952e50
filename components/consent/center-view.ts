import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsentSettings, RequestDateOptions } from '../../src/consent/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { Filled } from './center-filled.ts';
import type { Act, Center, Entry, Item, ShownState } from './center-model.ts';
import { panel } from './center-panel.ts';
import { peopleOf, tell } from './center-words.ts';
import type { AllWords } from './center-words.ts';
import { facts } from './receipt-view.ts';
import { timeWords } from './receipt.ts';
import { shownTextOf } from './shown-notice.ts';

/** What the parts of the centre show and do. */
export interface CenterView {
  readonly words: AllWords;
  readonly settings: ConsentSettings;
  readonly center: Center;
  readonly filled: Filled;
  readonly now: string;
  readonly holidays: RequestDateOptions['holidays'];
  readonly contact: string;
  /** The person at the own device: nobody else is asked who says so. */
  readonly isOwn: boolean;
  readonly openTexts: ReadonlySet<string>;
  /** Ids of events that the server did not take. */
  readonly refused: ReadonlySet<string>;
  fill(patch: Partial<Filled>): void;
  begin(item: Item, act: Act): void;
  record(event: Event): void;
  showText(id: string): void;
  print(entries: readonly Entry[]): void;
  save(entries: readonly Entry[]): void;
  saveJson(entries: readonly Entry[]): void;
}

const yes: readonly ShownState[] = ['granted', 'requested'];
const law: readonly ShownState[] = ['informed', 'told'];
const marks = {
  yes: svg`<path d="m4 12.5 5 5L20 6.5" />`,
  no: svg`<path d="M6 6l12 12M18 6 6 18" />`,
  law: svg`<path d="M12 4v16M6 20h12M4 8h16M4 8l-2 6h6L4 8Zm16 0-2 6h6l-4-6Z" />`,
};

/** Where something stands, in words and with a sign; never by colour alone. */
export function stateWords({ words }: CenterView, { state }: Item): TemplateResult {
  const { ui } = words.own;
  const key = `state_${state}` as const;
  const kind = yes.includes(state) ? 'yes' : law.includes(state) ? 'law' : 'no';
  return html`<p class="state-of ${kind}" data-state=${state}>
    <svg viewBox="0 0 24 24" aria-hidden="true">${marks[kind]}</svg>
    <span>${Object.hasOwn(ui, key) ? ui[key as keyof typeof ui] : ui.state_broken}</span>
  </p>`;
}

/** An entry that the server does not have: a no or a yes that others may not know of. */
export const unsentMark = (
  { words, refused }: CenterView,
  entries: readonly Entry[],
): TemplateResult | typeof nothing =>
  entries.some(({ stored }) => !stored)
    ? html`<p class="unsent">
        ${entries.some(({ event }) => refused.has(event.id)) ? words.own.ui.refusedByServer : words.own.ui.notSent}
      </p>`
    : nothing;

/** All purposes, each with what can be done about it. */
export function purposesPart(view: CenterView): TemplateResult {
  const { ui } = view.words.own;
  return html`<section aria-labelledby="purposes">
    <h3 id="purposes" tabindex="-1">${ui.purposes}</h3>
    <p class="muted">${ui.purposesLead}</p>
    <ul class="list">
      ${view.center.items.map((item, at) => itemCard(view, item, at))}
    </ul>
  </section>`;
}

/** One purpose or one request for disclosure. */
export function itemCard(view: CenterView, item: Item, at: number): TemplateResult {
  const { words, filled, settings } = view;
  const { ui } = words.own;
  const { purpose, recipient, standing, entries, state } = item;
  const language = words.own.locale === 'en' ? 'en' : 'vi';
  const { title, summary } = purpose.words[language];
  const last = entries.at(-1)?.event;
  const named = recipient
    ? recipient.name
    : settings.recipients
        .filter(({ type }) => purpose.recipientKind !== undefined && type === purpose.recipientKind)
        .map(({ name }) => name)
        .join(', ');
  const heading = recipient ? recipient.name : title;
  const missing = state === 'partiallyAssented' ? (standing?.missing ?? []) : [];
  const end = standing?.validTo ? formatDate(standing.validTo) : '';
  const all = [
    [ui.since, last ? timeWords(last.decidedAt) : ''],
    [
      law.includes(state) ? ui.toldTo : ui.by,
      [...new Set(entries.map(({ event }) => peopleOf(words, event)))].filter(Boolean).join(', '),
    ],
    [ui.missingRoles, missing.map((role) => words.shared.ui[`by_${role}`]).join(', ')],
    [ui.recipients, recipient ? '' : named],
    [ui.purpose_why, recipient ? title : ''],
    [ui.holdsTo, end],
    [ui.holds, !end && yes.includes(state) ? ui.noEnd : ''],
  ] as const;
  return html`<li class="item" data-item=${purpose.code}>
    <h4 id="item-${at}" tabindex="-1">${heading}</h4>
    ${stateWords(view, item)} ${unsentMark(view, entries)}
    ${recipient ? nothing : html`<p class="muted">${summary}</p>`}
    ${item.isByAll ? html`<p class="muted">${ui.byAll}</p>` : nothing} ${onlyWho(view, item)}
    ${facts(all.filter(([, value]) => value !== ''))}
    ${entries
      .filter(({ event }) => event.notice)
      .slice(-1)
      .map((entry) => shownText(view, entry.event))}
    ${whyNot(view, item)}
    ${filled.panel?.key === item.key ? panel(view, item, filled.panel.deed) : actionsOf(view, item, at)}
  </li>`;
}

// Who said no is the only one who takes it back: the room has it so, and here it is said.
function onlyWho({ words }: CenterView, { state, entries, isByAll }: Item): TemplateResult | typeof nothing {
  if (isByAll || !['withdrawn', 'denied', 'restricted'].includes(state)) return nothing;
  const said = entries.filter(({ event }) => event.kind !== 'disclosureRequest');
  if (said.every(({ event }) => event.decidedBy.every(({ role }) => role === 'self'))) return nothing;
  const names = said.map(({ event }) => peopleOf(words, event)).join(', ');
  return html`<p class="muted">${tell(words.own, 'onlyWho', { names })}</p>`;
}

function whyNot({ words }: CenterView, { purpose }: Item): TemplateResult | typeof nothing {
  if (purpose.mode !== 'notice') return nothing;
  const { ui, locale } = words.own;
  if (purpose.mayObject) return html`<p class="muted">${ui.mayObject}</p>`;
  return html`<details>
    <summary>${ui.whyNot}</summary>
    <p>${tell(words.own, 'whyNotLaw', { law: purpose.basis.reference ?? '' })}</p>
    <p>${purpose.words[locale === 'en' ? 'en' : 'vi'].ifRefused}</p>
  </details>`;
}

// Named by the words of the button and of the heading: what is personal stands in no attribute.
function actionsOf(view: CenterView, item: Item, at: number): TemplateResult | typeof nothing {
  const { ui } = view.words.own;
  if (!item.acts.length) return nothing;
  return html`<div class="actions">
    ${item.acts.map(
      (act) =>
        html`<button
          type="button"
          id="item-${at}-${act}"
          data-act=${act}
          aria-labelledby="item-${at}-${act} item-${at}"
          @click=${() => view.begin(item, act)}
        >
          ${ui[`act_${act}`]}
        </button>`,
    )}
  </div>`;
}

/** The text that was shown for an event, opened on demand. */
export function shownText(view: CenterView, event: Entry['event']): TemplateResult | typeof nothing {
  const { words, settings, center, openTexts } = view;
  const { ui } = words.own;
  const { notice } = event;
  if (!notice) return nothing;
  const isOpen = openTexts.has(event.id);
  const text = isOpen
    ? shownTextOf(settings, event, center.history.map((entry) => entry.event).reverse())
    : undefined;
  return html`<details
    data-text
    @toggle=${({ target }: Event) => (target as HTMLDetailsElement).open && view.showText(event.id)}
  >
    <summary>
      ${ui.openNotice}: ${tell(words.own, 'noticeOf', { id: notice.id, version: notice.version })}
    </summary>
    ${
      isOpen
        ? html`<p class="help">
              ${text ? (text.isExact ? ui.noticeExact : ui.noticeLoose) : ui.noticeUnknown}
            </p>
            ${facts([[ui.noticeHash, notice.masterHash]])}
            <div class="shown" lang=${text?.language ?? nothing}>
              ${(text?.blocks ?? []).map(
                ({ title, text: lines }) =>
                  html`${title ? html`<p><b>${title}</b></p>` : nothing}
                  ${lines.map((line) => html`<p>${line}</p>`)}`,
              )}
            </div>`
        : nothing
    }
  </details>`;
}
