import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TemplateResult } from 'lit';
import type { QueueItem, SavedDraft } from '../../src/client/index.ts';
import { messageOf } from '../../src/i18n/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { failureText } from './sync-element.ts';
import { exactTime, say, whoWords } from './words.ts';
import type { FormWords } from './form-words.ts';

export type ListName = 'attention' | 'waiting' | 'done' | 'drafts';
export type ItemAction = 'correct' | 'retry' | 'decide' | 'export' | 'remove' | 'open' | 'discard' | 'close';

/** What the lists need to know, and whom they tell. */
export interface ListView {
  readonly words: SyncWords;
  readonly forms: FormWords | undefined;
  readonly now: number;
  /** The item that something is asked about, and what. */
  readonly asked: { readonly id: string; readonly what: ItemAction } | undefined;
  readonly busy: string;
  readonly failure: (id: string) => TemplateResult | typeof nothing;
  /** What opens below an item: the review of its conflict, its export. */
  readonly drawer: (item: QueueItem) => TemplateResult | typeof nothing;
  readonly act: (action: ItemAction, id: string) => void;
}

/** Items of the queue. Each keeps its own elements: what has the focus never becomes the button of the next person. */
export function queueList(view: ListView, list: ListName, items: readonly QueueItem[]): TemplateResult {
  if (!items.length) return html`<p class="help">${view.words.ui.nothing}</p>`;
  return html`<ul>
    ${repeat(
      items,
      ({ id }) => id,
      (item) => queueItem(view, list, item),
    )}
  </ul>`;
}

function queueItem(view: ListView, list: ListName, item: QueueItem): TemplateResult {
  const { words, now, asked } = view;
  const isAsked = asked?.id === item.id;
  return html`<li data-id=${item.id}>
    <b class="who">${whoWords(words, item.name, item.birthDate)}</b>
    <span class="help">${factsOf(words, item, now)}</span>
    ${problemOf(view, item)} ${mergedOf(view, item)}
    ${list === 'done' ? nothing : isAsked && asked.what === 'remove' ? ask(view, item.id, 'remove', item.name, item.birthDate) : actionsOf(view, list, item)}
    ${view.failure(item.id)} ${isAsked ? view.drawer(item) : nothing}
  </li>`;
}

function factsOf(words: SyncWords, item: QueueItem, now: number): string {
  const time = (at: number): string => exactTime(words, at, now);
  const sentAt = item.receipt && Date.parse(item.receipt.at);
  return [
    words.calls[item.call],
    say(words, 'queuedAt', { time: time(item.at) }),
    sentAt && say(words, 'sentAt', { time: time(sentAt) }),
    item.state === 'sending' && words.ui.onItsWay,
    item.attempts > 1 && item.state !== 'done' && say(words, 'attempts', { n: item.attempts }),
    item.retryAt !== undefined &&
      item.state === 'retry' &&
      say(words, 'retryAt', { time: time(item.retryAt) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What happened to an item and what to do about it; the places to correct with their sentences. */
function problemOf(
  { words, forms }: ListView,
  { problem, state }: QueueItem,
): TemplateResult | typeof nothing {
  if (!problem || state === 'done') return nothing;
  const { issues } = problem;
  // An item that can be read was recovered, whatever became of the store.
  const code = problem.code.startsWith('vault.') ? 'item.recovered' : problem.code;
  return html`${failureText(words, code)}${
    issues.length && forms
      ? html`<ul class="issues" aria-label=${words.ui.issues}>
          ${issues.map(
            (issue) =>
              html`<li>
                <b>${forms.placeName(issue.path) || issue.path}</b>: ${messageOf(forms.words, issue)}
              </li>`,
          )}
        </ul>`
      : nothing
  }`;
}

function mergedOf({ words, forms }: ListView, { merged }: QueueItem): TemplateResult | typeof nothing {
  if (!merged.length || !forms) return nothing;
  return html`<details class="merged">
    <summary>${say(words, 'mergedN', { n: merged.length })}</summary>
    <ul>
      ${merged.map((path) => html`<li>${forms.placeName(path) || path}</li>`)}
    </ul>
  </details>`;
}

const labels = {
  correct: 'correct',
  retry: 'retry',
  decide: 'decide',
  export: 'exportOne',
  remove: 'remove',
} as const;

/** A waiting item can be taken back or saved apart; it is deleted only as a draft or when it needs attention. */
function actionsFor(list: ListName, item: QueueItem): readonly (keyof typeof labels)[] {
  const correct = item.call === 'consent.append' ? [] : (['correct'] as const);
  if (item.state === 'conflict') return ['decide', 'export', 'remove'];
  if (item.state === 'sending') return [];
  return list === 'attention' ? [...correct, 'retry', 'export', 'remove'] : [...correct, 'export'];
}

function actionsOf(view: ListView, list: ListName, item: QueueItem): TemplateResult {
  const { words, asked, busy } = view;
  const hasIssues = !!item.problem?.issues.length;
  return html`<div class="actions">
    ${actionsFor(list, item).map((action) => {
      const isOpen = asked?.id === item.id && asked.what === action;
      const isPrimary = action === 'decide' || (action === 'correct' && hasIssues);
      return html`<button
        type="button"
        class="${action} ${isPrimary ? 'primary' : ''} ${action === 'remove' ? 'danger' : ''}"
        aria-expanded=${action === 'decide' || action === 'export' ? isOpen : nothing}
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => view.act(isOpen ? 'close' : action, item.id)}
      >
        ${isOpen ? words.ui.close : words.ui[labels[action]]}<span class="hidden">: ${item.name}</span>
      </button>`;
    })}
  </div>`;
}

/** Asks once more before something is gone for good, and names the person. */
function ask(
  { words, busy, act }: ListView,
  id: string,
  action: 'remove' | 'discard',
  name: string,
  birthDate: string | undefined,
): TemplateResult {
  const known = name.trim() || words.ui.noName;
  return html`<div class="ask">
    <p>${say(words, `${action}Ask`, { who: whoWords(words, name, birthDate) })}</p>
    <div class="actions">
      <button
        type="button"
        class="danger"
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => act(action, id)}
      >
        ${say(words, `${action}Yes`, { name: known })}
      </button>
      <button type="button" class="keep" @click=${() => act('close', id)}>${words.ui.keep}</button>
    </div>
  </div>`;
}

/** Drafts that were put aside. */
export function draftList(view: ListView, drafts: readonly SavedDraft[]): TemplateResult {
  const { words, asked, busy, act } = view;
  if (!drafts.length) return html`<p class="help">${words.ui.nothing}</p>`;
  return html`<ul>
    ${repeat(
      drafts,
      ({ id }) => id,
      ({ id, draft, base }) => {
        const { fullName = '', birthDate } = draft.administrative ?? {};
        return html`<li data-id=${id}>
          <b class="who">${whoWords(words, fullName, birthDate)}</b>
          <span class="help">${base ? words.ui.changesRecord : words.ui.newRecord}</span>
          ${
            asked?.id === id && asked.what === 'discard'
              ? ask(view, id, 'discard', fullName, birthDate)
              : html`<div class="actions">
                  <button
                    type="button"
                    class="open primary"
                    aria-disabled=${busy ? 'true' : nothing}
                    @click=${() => act('open', id)}
                  >
                    ${words.ui.open}<span class="hidden">: ${fullName}</span>
                  </button>
                  <button
                    type="button"
                    class="discard danger"
                    aria-disabled=${busy ? 'true' : nothing}
                    @click=${() => act('discard', id)}
                  >
                    ${words.ui.discard}<span class="hidden">: ${fullName}</span>
                  </button>
                </div>`
          }
          ${view.failure(id)}
        </li>`;
      },
    )}
  </ul>`;
}
