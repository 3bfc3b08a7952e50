import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill, messageOf } from '../../src/i18n/index.ts';
import type { StationWords } from '../../src/i18n/station.ts';
import type { MemberState } from '../../src/client/index.ts';
import type { Issue } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';

/** What became of the pupil on screen. */
export type StationSaveState = 'none' | 'unsaved' | 'saving' | 'waiting' | 'sent' | 'refused' | 'notSaved';

/** What is wrong, each leading to its field. */
export function summaryView(
  form: FormState,
  { ui }: StationWords,
  errors: readonly Issue[],
  go: (path: string) => void,
): TemplateResult {
  return html`<section id="summary" tabindex="-1" role="alert" aria-labelledby="summary-title">
    <h3 id="summary-title">${fill(ui.errors, { n: errors.length })}</h3>
    <ul>
      ${errors.map(
        (issue) =>
          html`<li>
            <button class="link" type="button" @click=${() => go(issue.path)}>
              ${form.label(issue.path) || issue.path}
            </button>
            ${messageOf(form.words, issue)}
          </li>`,
      )}
    </ul>
  </section>`;
}

/** What is pressed below the fields. */
export interface DockActs {
  next(): void;
  save(): void;
  absent(): void;
  recheck(): void;
  mark(words: string): void;
  unmark(): void;
}

export interface Dock {
  readonly words: StationWords;
  readonly saveState: StationSaveState;
  /** What is said beside the state. */
  readonly notice: string;
  readonly mark: MemberState['mark'];
  /** Whether the pupil stands on a list. */
  readonly isListed: boolean;
  /** Whether the words of a mark are being written. */
  readonly isMarking: boolean;
  readonly isRefused: boolean;
}

/** State in words, marks of the pupil, and the way on. */
export function dockView(dock: Dock, acts: DockActs): TemplateResult {
  const { words, saveState, notice, mark, isListed, isMarking, isRefused } = dock;
  const { ui } = words;
  const isBusy = saveState === 'saving';
  return html`${isMarking ? markForm(words, acts) : nothing}
    <footer>
      <div class="status" role="status">
        ${saveState === 'none' ? nothing : html`<span class="state ${saveState}">${ui[saveState]}</span>`}
        ${mark ? html`<span class="marked">${mark.kind === 'absent' ? ui.isAbsent : ui.isRecheck} ${mark.words}</span>` : nothing}
        ${notice}
      </div>
      ${
        !isListed
          ? html`<button type="button" id="save" ?disabled=${isBusy} @click=${acts.save}>${ui.save}</button>`
          : mark
            ? html`<button type="button" id="unmark" @click=${acts.unmark}>${ui.unmark}</button>`
            : isRefused
              ? nothing
              : html`<button type="button" id="absent" @click=${acts.absent}>${ui.absent}</button>
                  <button type="button" id="recheck" aria-expanded=${isMarking} @click=${acts.recheck}>
                    ${ui.recheck}
                  </button>`
      }
      <button type="button" id="next" class="primary" ?disabled=${isBusy} @click=${acts.next}>
        ${isRefused ? ui.next : ui.saveNext}
      </button>
    </footer>`;
}

const markForm = ({ ui }: StationWords, acts: DockActs): TemplateResult =>
  html`<form
    class="marking"
    @submit=${(event: Event) => {
      event.preventDefault();
      const why = new FormData(event.target as HTMLFormElement).get('why');
      acts.mark(typeof why === 'string' ? why.trim() : '');
    }}
  >
    <label>${ui.recheckWhy} <input name="why" maxlength="300" autocomplete="off" /></label>
    <button>${ui.markSet}</button>
  </form>`;
