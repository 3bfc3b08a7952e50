import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { messageOf } from '../../src/i18n/index.ts';
import type { Issue, Part } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';
import { placeName, progressOf } from './places.ts';

/** What became of the record on screen. */
export type SaveState =
  | 'none'
  | 'unsaved'
  | 'saving'
  | 'saved'
  | 'sending'
  | 'sent'
  | 'notSent'
  | 'loading'
  | 'notLoaded'
  | 'refused'
  | 'queued'
  | 'elsewhere'
  | 'notKept';

// What is counted in each part.
const counted = {
  administrative: 'filled',
  history: 'filled',
  immunizations: 'doses',
  examinations: 'visits',
} as const;

const isError = ({ level }: Issue): boolean => level === 'error';

/** The sections with how far they are filled and how many errors stand in them; `go` brings one on screen. */
export function navigation(
  state: FormState,
  { parts, current, go }: { parts: readonly Part[]; current: Part; go: (part: Part) => void },
): TemplateResult {
  const errors = state.shownIssues.filter(isError);
  return html`<nav part="nav" aria-label=${state.say('sections')}>
    ${parts.map((part) => {
      const n = errors.filter(({ path }) => path.startsWith(part)).length;
      const progress = progressOf(state.draft, part);
      return html`<button
        type="button"
        aria-current=${part === current ? 'true' : nothing}
        @click=${() => go(part)}
      >
        <span class="long">${state.label(part)}</span>
        <span class="short">${state.say(part)}</span>
        <small>${progress.n ? state.say(counted[part], progress) : nothing}</small>
        ${n ? html`<b class="badge">${state.say('errorCount', { n })}</b>` : nothing}
      </button>`;
    })}
  </nav>`;
}

/** One part of the form. */
export function section(state: FormState, part: Part): TemplateResult {
  switch (part) {
    case 'administrative':
      return html`<hssk-administrative-section
        data-part=${part}
        exportparts="control"
        .state=${state}
      ></hssk-administrative-section>`;
    case 'history':
      return html`<hssk-history-section
        data-part=${part}
        exportparts="control"
        .state=${state}
      ></hssk-history-section>`;
    case 'immunizations':
      return html`<hssk-immunization-section
        data-part=${part}
        exportparts="control"
        .state=${state}
      ></hssk-immunization-section>`;
    default:
      return html`<hssk-examination-section
        data-part=${part}
        exportparts="control"
        .state=${state}
      ></hssk-examination-section>`;
  }
}

/** All that is wrong or doubtful, errors first, each leading to its field. */
export function summary(state: FormState, go: (path: string) => void): TemplateResult | typeof nothing {
  const issues = [...state.issues].sort((a, b) => Number(isError(b)) - Number(isError(a)));
  if (!issues.length) return nothing;
  const errors = issues.filter(isError).length;
  return html`<section id="summary" tabindex="-1" role="alert" aria-labelledby="summary-title">
    <h2 id="summary-title">
      ${errors ? state.say('errors', { n: errors }) : state.say('warnings', { n: issues.length })}
    </h2>
    <ul>
      ${issues.map((issue) => {
        const code = issue.path.includes('.codes.') && state.value(`${issue.path}.code`);
        return html`<li class=${issue.level}>
          <button class="link" type="button" @click=${() => go(issue.path)}>
            ${placeName(state.words, issue.path, state.draft)}
          </button>
          ${typeof code === 'string' ? `${code}: ` : ''}${messageOf(state.words, issue)}
        </li>`;
      })}
    </ul>
  </section>`;
}

type Reason = 'personExists' | 'recordChanged' | 'noAnswer' | 'notSent';
const reasons: { readonly [code: string]: Reason } = {
  'person.exists': 'personExists',
  'record.changed': 'recordChanged',
  network: 'noAnswer',
};

/** Why a record was not sent, by the code of the client's error. */
const reasonOf = (code: string): Reason =>
  reasons[code.startsWith('network.') ? 'network' : code] ?? 'notSent';

/** What became of the record, how many issues there are, and the two buttons. */
export function footer(
  state: FormState,
  { saveState, failure, notice }: { saveState: SaveState; failure: string; notice: string },
  on: { summary: () => void; save: () => void; submit: () => void },
): TemplateResult {
  const issues = state.shownIssues;
  const errors = issues.filter(isError).length;
  const warnings = issues.length - errors;
  const isBusy = ['sending', 'saving', 'loading'].includes(saveState);
  const counts = [
    errors && state.say('errorCount', { n: errors }),
    warnings && state.say('warningCount', { n: warnings }),
  ].filter(Boolean);
  return html`<footer>
    <div class="status" role="status">
      ${
        saveState === 'none'
          ? nothing
          : html`<span class="state ${saveState}"
              >${state.say(saveState === 'notSent' ? reasonOf(failure) : saveState)}</span
            >`
      }
      ${notice}
      ${
        counts.length
          ? html`<button class="link" type="button" @click=${on.summary}>${counts.join(', ')}</button>`
          : nothing
      }
    </div>
    <button type="button" id="save" ?disabled=${isBusy} @click=${on.save}>${state.say('save')}</button>
    <button type="button" id="submit" class="primary" ?disabled=${isBusy} @click=${on.submit}>
      ${state.say('submit')}
    </button>
  </footer>`;
}
