import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Member, MemberState } from '../../src/client/index.ts';
import { formatDate } from '../../src/i18n/index.ts';
import type { RosterWords } from '../../src/i18n/roster.ts';
import type { StationCode } from '../../src/school/index.ts';
import { signs } from './status.ts';
import type { RowStatus } from './status.ts';
import { say } from './words.ts';

/** What a row shows of somebody, apart from what is chosen. */
export interface RowView {
  readonly member: Member;
  readonly state: MemberState | undefined;
  readonly status: RowStatus;
}

const stationSigns = { none: '·', some: '◐', all: '✓' } as const;

/** What is known of a person besides the name, in one line. */
export function detailsOf(words: RosterWords, member: Member): string {
  const { birthDate, sex, studentCode } = member;
  return [
    birthDate ? say(words, 'born', { date: formatDate(birthDate) }) : words.ui.noBirth,
    sex && words.sex[sex],
    studentCode && say(words, 'code', { code: studentCode }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** A status by sign and words. */
export const statusView = (words: RosterWords, status: RowStatus): TemplateResult =>
  html`<span class="status ${status}"
    ><span class="sign" aria-hidden="true">${signs[status]}</span>${words.status[status]}</span
  >`;

/** How far each station has got. */
function stationsView(
  words: RosterWords,
  stations: readonly StationCode[],
  state: MemberState | undefined,
): TemplateResult {
  return html`<span class="stations"
    >${stations.map((station) => {
      const stand = state?.stations[station] ?? 'none';
      return html`<span class="station ${stand}"
        ><span aria-hidden="true">${stationSigns[stand]} </span>${words.stations[station]}<span class="hidden"
          >: ${words.stationState[stand]}</span
        ></span
      >`;
    })}</span
  >`;
}

/** The cells of one row: who, class, stations, status. */
export function cellsOf(
  words: RosterWords,
  { member, state, status }: RowView,
  stations: readonly StationCode[],
): TemplateResult {
  const { queue, mark } = state ?? {};
  const reason = mark && mark.kind === status ? mark.words : undefined;
  return html`<span class="who" role="gridcell"
      ><b title=${member.fullName}>${member.fullName}</b><small>${detailsOf(words, member)}</small></span
    ><span class="class" role="gridcell">${member.className ?? ''}</span>${
      stations.length > 1
        ? html`<span class="all-stations" role="gridcell">${stationsView(words, stations, state)}</span>`
        : nothing
    }<span class="how" role="gridcell"
      >${statusView(words, status)}${reason ? html`<small>${reason}</small>` : nothing}${
        queue ? html`<small class="queue ${queue}">${words.ui[queue]}</small>` : nothing
      }</span
    >`;
}
