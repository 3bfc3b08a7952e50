import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { messageOf } from '../../src/i18n/index.ts';
import type { Issue } from '../../src/schema/index.ts';
import type { FormState, Place } from '../form-state.ts';

/** What is said below a blank. */
export interface Said {
  readonly form: FormState;
  readonly path: string;
  /** What tells the ids of its parts from those of other blanks. */
  readonly id: number;
  readonly place: Place;
  readonly issues: readonly Issue[];
  readonly help: string | undefined;
  /** A line worked out from other places. */
  readonly aside: string | undefined;
  /** Words before a message that speaks of a part of the value. */
  readonly subjectOf: (issue: Issue) => string;
}

type Ask = (code: string | undefined) => void;

/** Issues, what was confirmed, asides and help. `asking` = the code of the warning whose reason is being asked for. */
export function renderMessages(
  said: Said,
  asking: string | undefined,
  ask: Ask,
): TemplateResult | typeof nothing {
  const { form, id, place, issues, help, aside } = said;
  const confirmed = Object.values(place.confirmed);
  const words = help ? html`<p class="help" id="h${id}">${help}</p>` : nothing;
  if (!aside && !issues.length && !confirmed.length) return words;
  return html`${
    issues.length || confirmed.length
      ? html`<ul class="messages" id="m${id}">
          ${issues.map((issue) => renderIssue(said, issue, asking, ask))}${confirmed.map(
            ({ reason }) => html`<li class="confirmed">${form.say('confirmed', { reason })}</li>`,
          )}
        </ul>`
      : nothing
  }${aside ? html`<p class="aside">${aside}</p>` : nothing}${words}`;
}

function renderIssue(
  { form, path, subjectOf }: Said,
  issue: Issue,
  asking: string | undefined,
  ask: Ask,
): TemplateResult {
  const isWarning = issue.level === 'warning';
  return html`<li class=${issue.level}>
    <span class="hidden">${form.say(issue.level)}: </span>${subjectOf(issue)}${messageOf(form.words, issue)}
    ${
      isWarning && form.mode !== 'view' && issue.path === path
        ? asking === issue.code
          ? html`<form
              @submit=${(event: Event) => {
                const reason = reasonOf(event);
                ask(undefined);
                if (reason) form.confirm(path, issue.code, { reason, at: new Date().toISOString() });
              }}
            >
              <label class="why"
                >${form.say('confirmWhy')} <input name="reason" required maxlength="300" autocomplete="off"
              /></label>
              <button>${form.say('confirmSave')}</button>
            </form>`
          : html`<button class="link" type="button" @click=${() => ask(issue.code)}>
              ${form.say('confirm')}
            </button>`
        : nothing
    }
  </li>`;
}

function reasonOf(event: Event): string {
  event.preventDefault();
  event.stopPropagation();
  const reason = new FormData(event.target as HTMLFormElement).get('reason');
  return typeof reason === 'string' ? reason.trim() : '';
}
