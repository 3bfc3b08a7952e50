import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Carried, SyncStatus } from '../../src/client/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { carryAlert } from './carry-view.ts';
import { clockTime, exactTime, isSameDay, relativeTime, say, sizeWords, writesWords } from './words.ts';
import type { ListName } from './queue-view.ts';

interface StatusView {
  readonly words: SyncWords;
  readonly status: SyncStatus;
  readonly carried: Carried | undefined;
  readonly now: number;
  readonly open: boolean;
  readonly busy: string;
  readonly toggle: () => void;
  readonly send: () => void;
  readonly pause: () => void;
  readonly acknowledge: () => void;
  readonly show: (list: ListName | 'carry') => void;
}

/** How much room is left, and whether that is little (a tenth). */
export function roomLeft({
  usedBytes,
  quotaBytes,
}: SyncStatus['storage']): { bytes: number; isLow: boolean } | undefined {
  if (usedBytes === undefined || quotaBytes === undefined || quotaBytes <= 0) return undefined;
  const bytes = Math.max(0, quotaBytes - usedBytes);
  return { bytes, isLow: bytes < quotaBytes / 10 };
}

/** What stands first on the line: what is going on, or what is left to do. */
function mainWords({ words, status }: StatusView): string {
  const { waiting, attention, consents, activity, progress, lastSentAt } = status;
  if (activity === 'sending') return progress ? say(words, 'sendingN', progress) : words.ui.sendingHead;
  if (waiting) return say(words, 'waitingHead', { what: writesWords(words, waiting, consents?.waiting) });
  if (attention)
    return say(words, 'lineAttention', { what: writesWords(words, attention, consents?.attention) });
  return lastSentAt === undefined ? words.ui.noneYet : words.ui.allSent;
}

/** What is known beside it: as much as fits a phone. A draft left behind is no record that was sent, and is said. */
function besideWords({ words, status, now }: StatusView): string {
  const { waiting, attention, activity, drafts, sentToday, lastSentAt, reach } = status;
  if (activity === 'sending') return '';
  const left = drafts > 0 && say(words, 'lineDrafts', { n: drafts });
  if (waiting || attention) {
    const hindrance =
      waiting > 0 &&
      ((activity === 'paused' && words.ui.linePaused) ||
        (activity === 'elsewhere' && words.ui.lineElsewhere) ||
        (reach === 'unreached' && words.ui.lineUnreached));
    return hindrance || left || (sentToday ? say(words, 'lineSent', { n: sentToday }) : '');
  }
  const time =
    lastSentAt !== undefined &&
    (isSameDay(lastSentAt, now)
      ? say(words, 'lineAt', { time: clockTime(lastSentAt) })
      : say(words, 'lineLast', { time: exactTime(words, lastSentAt, now) }));
  return [left, sentToday > 0 && say(words, 'lineDone', { n: sentToday }), time].filter(Boolean).join(' · ');
}

/** The one line that opens to everything else, and what can be done at once. */
export function statusHead(view: StatusView): TemplateResult {
  const { words, status, open, busy, toggle, send, pause, show } = view;
  const { waiting, attention, activity, progress } = status;
  const isSending = activity === 'sending';
  const maySend = waiting > 0 && !isSending && activity !== 'elsewhere' && activity !== 'restored';
  return html`<header>
      <h3 id="title" tabindex="-1">
        <button type="button" id="toggle" aria-expanded=${open} aria-controls="full" @click=${toggle}>
          <span class="main ${!waiting && attention && !isSending ? 'alarm' : ''}">${mainWords(view)}</span>
          <span class="beside">${besideWords(view)}</span>
          <span class="more-word">${open ? words.ui.hideLists : words.ui.showLists}</span>
        </button>
      </h3>
      ${isSending ? html`<button type="button" id="pause" @click=${pause}>${words.ui.pause}</button>` : nothing}
      ${
        maySend
          ? html`<button
              type="button"
              id="send"
              class="primary"
              aria-disabled=${!!busy || nothing}
              @click=${() => !busy && send()}
            >
              ${activity === 'paused' ? words.ui.goOn : words.ui.send}
            </button>`
          : nothing
      }
      ${!waiting && attention && !isSending ? lookButton(view, () => show('attention'), 'primary') : nothing}
    </header>
    ${
      isSending
        ? html`<progress
            aria-label=${words.ui.progressLabel}
            max=${progress?.total ?? nothing}
            value=${progress?.done ?? nothing}
          ></progress>`
        : nothing
    }`;
}

const lookButton = ({ words }: StatusView, look: () => void, kind = ''): TemplateResult =>
  html`<button type="button" class="look ${kind}" @click=${look}>${words.ui.look}</button>`;

/** What a person has to know or to do, whether the view is open or not. */
export function alerts(view: StatusView): TemplateResult {
  const { words, status, carried, now, open, busy, acknowledge, show } = view;
  const { activity, attention, waiting, damaged, storage } = status;
  const room = roomLeft(storage);
  const carry = carried && !open && carryAlert(words, carried, now);
  return html`${
    attention && (waiting || activity === 'sending')
      ? html`<div class="notice error row">
          <b
            >${say(words, 'attentionHead', { what: writesWords(words, attention, status.consents?.attention) })}</b
          >${lookButton(view, () => show('attention'))}
        </div>`
      : nothing
  }
  ${activity === 'loginNeeded' ? html`<p class="notice warning">${words.ui.loginNeeded}</p>` : nothing}
  ${
    activity === 'restored'
      ? html`<div class="notice error">
          <b>${words.ui.restoredHead}</b>
          <p>${words.ui.restored}</p>
          <div class="actions">
            <button type="button" id="acknowledge" aria-disabled=${!!busy || nothing} @click=${acknowledge}>
              ${words.ui.acknowledge}
            </button>
          </div>
        </div>`
      : nothing
  }
  ${
    damaged
      ? html`<div class="notice error">
          <b>${say(words, 'damagedHead', { n: damaged })}</b>
          <p>${words.ui.damaged}</p>
        </div>`
      : nothing
  }
  ${room?.isLow ? html`<p class="notice warning">${say(words, 'roomLow', { left: sizeWords(words, room.bytes) })}</p>` : nothing}
  ${carry ? html`<div class="notice warning row"><span>${carry}</span>${lookButton(view, () => show('carry'))}</div>` : nothing}`;
}

/** What is good to know once the view is open. */
export function remarks({ words, status, now }: StatusView): TemplateResult {
  const { activity, storage, lastSentAt } = status;
  return html`<p class="help">
      ${
        lastSentAt === undefined
          ? words.ui.neverSent
          : say(words, 'lastSent', {
              relative: relativeTime(words, lastSentAt, now),
              exact: exactTime(words, lastSentAt, now),
            })
      }
    </p>
    ${activity === 'sending' ? html`<p class="notice">${words.ui.safeToClose}</p>` : nothing}
    ${activity === 'elsewhere' ? html`<p class="notice">${words.ui.elsewhere}</p>` : nothing}
    ${activity === 'paused' ? html`<p class="notice">${words.ui.paused} ${words.ui.safeToClose}</p>` : nothing}
    ${storage.isPersistent ? nothing : html`<p class="notice warning">${words.ui.notPersistent}</p>`}`;
}

/** The numbers; those with a list behind them lead to it. */
export function facts({ words, status, now, show }: StatusView): TemplateResult {
  const { attention, sent, sentToday, drafts, reach, nextTryAt, storage } = status;
  const room = roomLeft(storage);
  const retry = nextTryAt !== undefined && reach === 'unreached';
  return html`<ul class="facts">
    <li class=${attention ? 'alarm' : nothing}>
      <button type="button" class="link" @click=${() => show('attention')}>
        <b>${attention}</b> ${words.ui.attention}
      </button>
    </li>
    <li>
      <button type="button" class="link" @click=${() => show('done')}>
        <b>${sentToday}</b> ${words.ui.sent}
      </button>
      ${say(words, 'sentTotal', { n: sent })}
    </li>
    <li>
      <button type="button" class="link" @click=${() => show('drafts')}>
        <b>${drafts}</b> ${words.ui.drafts}
      </button>
    </li>
    <li class="reach ${reach}">
      <span class="dot" aria-hidden="true"></span>${words.ui[`reach_${reach}`]}${
        retry ? `, ${say(words, 'nextTry', { time: exactTime(words, nextTryAt, now) })}` : ''
      }
    </li>
    <li>${room ? say(words, 'roomLeft', { left: sizeWords(words, room.bytes) }) : words.ui.roomUnknown}</li>
  </ul>`;
}
