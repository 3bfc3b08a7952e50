import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SyncStatus } from '../../src/client/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { exactTime, relativeTime, say, sizeWords } from './words.ts';
import type { ListName } from './queue-view.ts';

interface StatusView {
  readonly words: SyncWords;
  readonly status: SyncStatus;
  readonly now: number;
  readonly busy: string;
  readonly send: () => void;
  readonly pause: () => void;
  readonly acknowledge: () => void;
  readonly show: (list: ListName) => void;
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

/** What waits, the big button, how far the sending has got. */
export function statusHead({ words, status, now, busy, send, pause }: StatusView): TemplateResult {
  const { waiting, attention, activity, progress, lastSentAt } = status;
  const isSending = activity === 'sending';
  const cannotSend = isSending || !waiting || activity === 'elsewhere' || activity === 'restored' || !!busy;
  const label = isSending
    ? words.ui.sending
    : !waiting
      ? words.ui.send
      : say(words, activity === 'paused' ? 'goOn' : 'sendN', { n: waiting });
  return html`<header>
      <div class="lead">
        <h3 id="title" tabindex="-1">
          ${
            waiting
              ? say(words, 'waitingHead', { n: waiting })
              : attention
                ? say(words, 'attentionHead', { n: attention })
                : words.ui.allSent
          }
        </h3>
        <p class="help">
          ${
            lastSentAt === undefined
              ? words.ui.neverSent
              : say(words, 'lastSent', {
                  relative: relativeTime(words, lastSentAt, now),
                  exact: exactTime(words, lastSentAt, now),
                })
          }
        </p>
      </div>
      <div class="actions big">
        ${isSending ? html`<button type="button" id="pause" @click=${pause}>${words.ui.pause}</button>` : nothing}
        <button
          type="button"
          id="send"
          class="primary"
          aria-disabled=${cannotSend || nothing}
          @click=${() => !cannotSend && send()}
        >
          ${label}
        </button>
      </div>
    </header>
    ${
      isSending
        ? html`<div class="progress">
            <progress
              aria-label=${words.ui.progressLabel}
              max=${progress?.total ?? nothing}
              value=${progress?.done ?? nothing}
            ></progress>
            ${progress ? html`<b>${say(words, 'progress', progress)}</b>` : nothing}
            <span class="help">${words.ui.safeToClose}</span>
          </div>`
        : nothing
    }`;
}

/** The numbers in one line; those with a list behind them lead to it. */
export function statusLine({ words, status, now, show }: StatusView): TemplateResult {
  const { attention, sent, drafts, reach, nextTryAt, storage } = status;
  const room = roomLeft(storage);
  const retry = nextTryAt !== undefined && reach === 'unreached';
  return html`<ul class="facts">
    <li class=${attention ? 'alarm' : nothing}>
      <button type="button" class="link" @click=${() => show('attention')}>
        <b>${attention}</b> ${words.ui.attention}
      </button>
    </li>
    <li>
      <button type="button" class="link" @click=${() => show('done')}><b>${sent}</b> ${words.ui.sent}</button>
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

/** What a person has to know before anything else. */
export function notices({ words, status, busy, acknowledge }: StatusView): TemplateResult {
  const { activity, damaged, storage } = status;
  const room = roomLeft(storage);
  return html`${activity === 'loginNeeded' ? html`<p class="notice warning">${words.ui.loginNeeded}</p>` : nothing}
  ${activity === 'elsewhere' ? html`<p class="notice">${words.ui.elsewhere}</p>` : nothing}
  ${activity === 'paused' ? html`<p class="notice">${words.ui.paused} ${words.ui.safeToClose}</p>` : nothing}
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
  ${storage.isPersistent ? nothing : html`<p class="notice warning">${words.ui.notPersistent}</p>`}`;
}
