import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Member, MemberState } from '../../src/client/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import { detailsOf, statusView } from './row-view.ts';
import type { MemberStatus } from './status.ts';
import { say } from './words.ts';

/** A mark that a person sets. */
export interface Mark {
  readonly kind: 'absent' | 'recheck';
  readonly words?: string;
}

/** The person who is open, and what can be said of them. */
export interface ChosenView {
  readonly words: RosterWords;
  readonly member: Member;
  readonly state: MemberState | undefined;
  readonly status: MemberStatus;
  readonly canMark: boolean;
  /** The mark whose reason is asked for. */
  readonly asked: Mark | undefined;
  readonly ask: (mark: Mark | undefined) => void;
  readonly mark: (mark: Mark | undefined) => void;
}

/** Who is open, with status and reason; marks of absence and for a recheck. */
export function chosenView(view: ChosenView): TemplateResult {
  const { words, member, status, canMark, asked } = view;
  const why =
    status === 'refused' || status === 'unanswered' ? words.ui[`${status}Why`] : view.state?.mark?.words;
  return html`<div class="chosen" tabindex="-1">
    <p>
      <b>${say(words, 'chosen', { name: member.fullName })}</b>
      <span class="help">${[member.className, detailsOf(words, member)].filter(Boolean).join(', ')}</span>
      ${statusView(words, status)}
    </p>
    ${why ? html`<p class="help">${why}</p>` : nothing} ${canMark ? marks(view, asked) : nothing}
  </div>`;
}

function marks({ words, state, ask, mark }: ChosenView, asked: Mark | undefined): TemplateResult {
  const { ui } = words;
  if (asked)
    return html`<form
      class="actions"
      @submit=${(event: Event) => {
        event.preventDefault();
        const input = (event.currentTarget as HTMLFormElement).elements.namedItem('why') as HTMLInputElement;
        const said = input.value.normalize('NFC').trim();
        mark({ kind: asked.kind, ...(said && { words: said }) });
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') ask(undefined);
      }}
    >
      <label
        ><span>${words.status[asked.kind]}: ${ui.why}</span>
        <input id="why" name="why" maxlength="200" autocomplete="off"
      /></label>
      <button type="submit" class="primary">${ui.save}</button>
      <button type="button" @click=${() => ask(undefined)}>${ui.cancel}</button>
    </form>`;
  return html`<div class="actions">
    <button type="button" id="absent" @click=${() => ask({ kind: 'absent' })}>${ui.markAbsent}</button>
    <button type="button" id="recheck" @click=${() => ask({ kind: 'recheck' })}>${ui.markRecheck}</button>
    ${
      state?.mark
        ? html`<button type="button" id="unmark" @click=${() => mark(undefined)}>${ui.unmark}</button>`
        : nothing
    }
  </div>`;
}
