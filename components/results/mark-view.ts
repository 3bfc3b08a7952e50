import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { Giving } from './give-notices.ts';
import type { AllWords } from './lines.ts';

const channels = ['paper', 'phone', 'message', 'meeting'] as const;

/** What the panel shows, and whom it tells. */
export interface MarkPanel {
  readonly words: AllWords;
  /** How many pupils are chosen. */
  readonly n: number;
  readonly isBusy: boolean;
  readonly dateText: string;
  readonly isWrong: boolean;
  readonly channel: Giving['channel'];
  readonly failure: unknown;
  readonly write: (dateText: string) => void;
  readonly pick: (channel: Giving['channel']) => void;
  readonly mark: () => void;
}

/** Where a person says that notices were given, when and how. */
export function markPanel(panel: MarkPanel): TemplateResult {
  const { n, isBusy, dateText, isWrong, channel, failure, write, pick, mark } = panel;
  const { results, school } = panel.words;
  const { ui } = results;
  const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  return html`<fieldset>
    <legend>${ui.markTitle}</legend>
    <p class="help">${ui.markHelp}</p>
    <div class="actions">
      <label
        >${ui.markOn}<input
          id="sent"
          inputmode="numeric"
          autocomplete="off"
          aria-invalid=${isWrong}
          aria-describedby=${isWrong ? 'sent-wrong' : nothing}
          .value=${dateText}
          @input=${(event: Event) => write(valueOf(event))}
      /></label>
      <label
        >${ui.markChannel}<select @change=${(event: Event) => pick(valueOf(event) as Giving['channel'])}>
          ${channels.map(
            (one) =>
              html`<option value=${one} ?selected=${one === channel}>${school.options.channel[one]}</option>`,
          )}
        </select></label
      >
      <button type="button" id="mark" ?disabled=${isBusy || !n} @click=${mark}>
        ${isBusy ? ui.marking : fill(ui.mark, { n })}
      </button>
    </div>
    ${isWrong ? html`<p class="failure" id="sent-wrong" role="alert">${ui.markDate}</p>` : nothing} ${failure}
  </fieldset>`;
}
