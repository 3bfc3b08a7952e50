import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fill } from '../../src/i18n/index.ts';
import type { StationWords } from '../../src/i18n/station.ts';
import type { StationCode } from '../../src/school/index.ts';
import type { MemberWork } from './member-work.ts';

/** Where nobody is on screen: why. */
export function emptyView({ ui }: StationWords, work: MemberWork): TemplateResult {
  if (work.phase === 'failed')
    return html`<div class="frame">
      <p class="failure" role="alert">
        ${ui.notLoaded} <button type="button" @click=${() => void work.open()}>${ui.again}</button>
      </p>
    </div>`;
  return html`<div class="frame">
    <p class="quiet" role="status">${work.phase === 'opening' ? ui.loading : ui.noPupil}</p>
  </div>`;
}

/** What has to be known before one measures: the parents' answer, and who was left with values that are not saved. */
export function notesView(
  { ui, stations }: StationWords,
  { state, kept, page }: MemberWork,
  open: (member: string) => void,
): TemplateResult | typeof nothing {
  const notes = [
    state.consent === 'refused'
      ? html`<div class="note stop" role="alert"><b>${ui.refusedTitle}</b> ${ui.refusedText}</div>`
      : nothing,
    state.consent === 'unanswered' ? html`<p class="note">${ui.unanswered}</p>` : nothing,
    ...Array.from(kept.values(), ({ member, page: left }) => {
      // At other stations, or of another round, it is opened by who goes there.
      const isHere = ['year', 'round', 'stations', 'by'].every(
        (key) => String(left[key as 'year']) === String(page?.[key as 'year']),
      );
      const where = left.stations.map((station) => stations[station as StationCode]).join(', ');
      return html`<p class="note">
        ${fill(ui.keptOne, { name: isHere ? member.fullName : `${member.fullName} (${where})` })}
        ${isHere ? html`<button type="button" @click=${() => open(member.id)}>${ui.openKept}</button>` : nothing}
      </p>`;
    }),
  ];
  return notes.every((note) => note === nothing) ? nothing : html`<div class="notes">${notes}</div>`;
}

/** Below the fields: reasons for the field in use, and what the keys do. */
export function toolsView(
  { ui }: StationWords,
  tools: {
    readonly hasEyes: boolean;
    /** Whether "all else is normal" is offered, or taking it back. */
    readonly normal: 'none' | 'fill' | 'undo';
    readonly hasPad: boolean;
    readonly notMeasured: () => void;
    readonly refused: () => void;
    readonly togglePad: () => void;
    readonly fillNormal: () => void;
  },
): TemplateResult {
  const keepFocus = (event: Event): void => event.preventDefault();
  return html`<div class="tools">
    <button type="button" @mousedown=${keepFocus} @click=${tools.notMeasured}>
      ${ui.notMeasured} <kbd aria-hidden="true">−</kbd>
    </button>
    <button type="button" @mousedown=${keepFocus} @click=${tools.refused}>
      ${ui.refuses} <kbd aria-hidden="true">*</kbd>
    </button>
    ${
      tools.normal === 'none'
        ? nothing
        : html`<button
            type="button"
            id="normal"
            aria-keyshortcuts="Alt+N"
            @mousedown=${keepFocus}
            @click=${tools.fillNormal}
          >
            ${tools.normal === 'undo' ? ui.normalUndo : ui.normalRest} <kbd aria-hidden="true">Alt N</kbd>
          </button>`
    }
    <button type="button" aria-pressed=${tools.hasPad} @click=${tools.togglePad}>${ui.pad}</button>
    <p class="quiet">${ui.hint}${tools.hasEyes ? html`<br />${ui.hintEye}` : nothing}</p>
  </div>`;
}
