import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { absentWords, fill } from '../../src/i18n/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { valueWords } from './form-view.ts';
import type { View } from './form-view.ts';
import type { MemberWork } from './member-work.ts';

/** What stands at a place in words. */
function contentWords({ form, words }: View, draft: RecordDraft, path: string): string {
  const [value, absent] = [getAt(draft, path), draft.absent?.[path]];
  if (absent) return absentWords(absent);
  if (value === undefined) return draft.unread?.[path] ?? words.ui.blank;
  const { text, code } = value as { readonly text?: string; readonly code?: string };
  return text ?? code ?? valueWords(form, path, value);
}

/** What is to be known of values that are not saved: since when they stand here, and where another one was saved since. */
export function unsavedView(
  view: View,
  work: MemberWork,
  acts: { readonly discard: () => void },
): TemplateResult | typeof nothing {
  const { ui, locale } = view.words;
  const { restoredAt, late } = work;
  if (restoredAt === undefined && !late.length) return nothing;
  const name = work.member?.fullName ?? '';
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(restoredAt);
  return html`<div class="notes">
    ${
      restoredAt === undefined
        ? nothing
        : html`<div class="note restored" role="status">
            ${fill(ui.restored, { time })}
            <details class="discard">
              <summary>${ui.discard}</summary>
              <p>${fill(ui.discardAsk, { name })}</p>
              <button type="button" @click=${acts.discard}>${ui.discardYes}</button>
              <button type="button" @click=${fold}>${ui.keepIt}</button>
            </details>
          </div>`
    }
    ${
      late.length
        ? html`<div class="note late" role="alert">
            <b>${ui.lateHead}</b>
            ${late.map((path) => lateView(view, work, path))}
          </div>`
        : nothing
    }
  </div>`;
}

const fold = ({ target }: Event): void => (target as Element).closest('details')?.removeAttribute('open');

function lateView(view: View, work: MemberWork, path: string): TemplateResult {
  const { form, words } = view;
  const [theirs, mine] = [contentWords(view, work.latest, path), contentWords(view, form.draft, path)];
  return html`<p data-late=${path}>
    ${fill(words.ui.lateOne, { label: form.label(path) || path, theirs, mine })}
    <button type="button" @click=${() => work.takeTheirs(path)}>
      ${fill(words.ui.lateTheirs, { value: theirs })}
    </button>
    <button type="button" @click=${() => work.keepMine(path)}>
      ${fill(words.ui.lateMine, { value: mine })}
    </button>
  </p>`;
}
