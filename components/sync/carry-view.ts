import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Carried, CarriedGroup, CoverageGroup } from '../../src/client/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { exactTime, relativeTime, say } from './words.ts';

/** How good what was taken along still is; `old` = others may well have written since, `soon` = it runs out within a day. */
export type Freshness = 'expired' | 'partly' | 'soon' | 'old' | 'fresh';

const dayMs = 86_400_000;

export function freshness({ state, takenAt, expiresAt }: CarriedGroup, now: number): Freshness {
  if (state === 'expired' || now >= expiresAt) return 'expired';
  if (state === 'partly') return 'partly';
  if (now > expiresAt - dayMs) return 'soon';
  return now - takenAt >= dayMs ? 'old' : 'fresh';
}

const alerts = { expired: 'carryAlertExpired', partly: 'carryAlertPartly', soon: 'carryAlertSoon' } as const;

/** What has to be known of the copies before one leaves; the gravest alone. */
export function carryAlert(words: SyncWords, { groups }: Carried, now: number): string | undefined {
  for (const state of ['expired', 'partly', 'soon'] as const) {
    const n = groups.filter((group) => freshness(group, now) === state).length;
    if (n) return say(words, alerts[state], { n });
  }
  return undefined;
}

/** What a person does with a group. */
export type CarryAction = 'take' | 'leave' | 'ask' | 'close' | 'stop';

/** What the lists of groups need to know, and whom they tell. */
export interface CarryView {
  readonly words: SyncWords;
  readonly now: number;
  /** Id of the group that is being taken, and how far it is. */
  readonly taking: string;
  readonly progress: { readonly done: number; readonly total: number };
  readonly busy: string;
  /** Id of the group that somebody is asked about. */
  readonly asked: string;
  readonly failure: (id: string) => TemplateResult | typeof nothing;
  readonly act: (action: CarryAction, group: CoverageGroup) => void;
}

const nameOf = (words: SyncWords, { kind, name }: CoverageGroup): string => `${name} (${words.groups[kind]})`;

/** One group that was taken along: what of it is here, how old it is, until when it can be used. */
export function carriedGroup(view: CarryView, carried: CarriedGroup): TemplateResult {
  const { words, now, asked, taking, busy, act } = view;
  const { group, people, records, refused, takenAt, expiresAt } = carried;
  const state = freshness(carried, now);
  const { missing } = group;
  const held = [
    say(words, 'carryPeople', { n: people }),
    state !== 'expired' && say(words, 'carryRecords', { n: records }),
    missing > 0 && say(words, 'carryMissing', { n: missing }),
    refused > 0 && say(words, 'carryRefused', { n: refused }),
  ];
  const times = [
    say(words, 'carryTaken', {
      relative: relativeTime(words, takenAt, now),
      exact: exactTime(words, takenAt, now),
    }),
    state !== 'expired' && say(words, 'carryEnds', { time: exactTime(words, expiresAt, now) }),
  ];
  return html`<li data-id=${group.group}>
    <b>${nameOf(words, group)}</b>
    <span class="help">${[...held, ...times].filter(Boolean).join(' · ')}</span>
    ${taking === group.group ? nothing : stateOf(words, state, carried)}
    ${
      taking === group.group
        ? takingNow(view, group)
        : asked === group.group
          ? ask(view, carried)
          : html`<div class="actions">
              <button
                type="button"
                class="again ${state === 'fresh' ? '' : 'primary'}"
                aria-disabled=${!!busy || nothing}
                @click=${() => act('take', group)}
              >
                ${words.ui.carryAgain}<span class="hidden">: ${group.name}</span>
              </button>
              <button
                type="button"
                class="leave danger"
                aria-disabled=${!!busy || nothing}
                @click=${() => act('ask', group)}
              >
                ${words.ui.carryLeave}<span class="hidden">: ${group.name}</span>
              </button>
            </div>`
    }
    ${view.failure(group.group)}
  </li>`;
}

function stateOf(
  words: SyncWords,
  state: Freshness,
  { records, group }: CarriedGroup,
): TemplateResult | typeof nothing {
  if (state === 'fresh') return nothing;
  if (state === 'expired') return html`<p class="notice error"><b>${words.ui.carryExpired}</b></p>`;
  const text =
    state === 'partly'
      ? say(words, 'carryPartly', { n: records, total: group.captured })
      : words.ui[state === 'soon' ? 'carrySoon' : 'carryOld'];
  return html`<p class="notice warning">${text}</p>`;
}

function takingNow({ words, progress, act }: CarryView, group: CoverageGroup): TemplateResult {
  const { done, total } = progress;
  return html`<div class="taking">
    <span>${say(words, 'carryTaking', { name: group.name })}</span>
    <progress
      aria-label=${say(words, 'carryTaking', { name: group.name })}
      max=${total || nothing}
      value=${total ? done : nothing}
    ></progress>
    ${total ? html`<b>${say(words, 'progress', progress)}</b>` : nothing}
    <button type="button" id="stop" @click=${() => act('stop', group)}>${words.ui.carryStop}</button>
  </div>`;
}

/** Asks once more: where there is no network nobody can take it again. */
function ask({ words, busy, act }: CarryView, { group, records }: CarriedGroup): TemplateResult {
  return html`<div class="ask">
    <p>${say(words, 'carryLeaveAsk', { n: records, name: group.name })}</p>
    <div class="actions">
      <button
        type="button"
        class="danger"
        aria-disabled=${!!busy || nothing}
        @click=${() => act('leave', group)}
      >
        ${words.ui.carryLeaveYes}
      </button>
      <button type="button" class="keep" @click=${() => act('close', group)}>${words.ui.keep}</button>
    </div>
  </div>`;
}

/** A group of the server that is not here yet. */
export function offeredGroup(view: CarryView, group: CoverageGroup): TemplateResult {
  const { words, busy, taking, act } = view;
  const held = [
    say(words, 'carryPeople', { n: group.expected }),
    say(words, 'carryRecords', { n: group.captured }),
  ];
  return html`<li data-id=${group.group}>
    <b>${group.name}</b>
    <span class="help">${held.join(' · ')}</span>
    ${
      taking === group.group
        ? takingNow(view, group)
        : html`<div class="actions">
            <button
              type="button"
              class="take"
              aria-disabled=${!!busy || nothing}
              @click=${() => act('take', group)}
            >
              ${words.ui.carryTake}<span class="hidden">: ${group.name}</span>
            </button>
          </div>`
    }
    ${view.failure(group.group)}
  </li>`;
}
