import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { StationCode } from '../../src/school/index.ts';
import { dockView, summaryView } from './dock-view.ts';
import type { DockActs, StationSaveState } from './dock-view.ts';
import { pupilView, stationView } from './form-view.ts';
import type { View } from './form-view.ts';
import { notesView, toolsView } from './frame-view.ts';
import type { MemberWork } from './member-work.ts';
import { numberPad } from './number-pad.ts';
import { resultsView } from './results-view.ts';
import type { StationDesk } from './station-desk.ts';
import type { StationRows } from './station-rows.ts';
import type { StationRules } from './station-rules.ts';
import { unsavedView } from './unsaved-view.ts';

/** All that a station shows of a pupil. */
export interface Frame {
  readonly view: View;
  readonly work: MemberWork;
  readonly stations: readonly StationCode[];
  readonly rows: StationRows;
  readonly desk: StationDesk;
  readonly rules: StationRules;
  readonly isView: boolean;
  readonly hasPad: boolean;
  readonly saveState: StationSaveState;
  readonly notice: string;
  readonly isMarking: boolean;
  readonly hasSummary: boolean;
  /** What pressing "all else is normal" does now. */
  readonly normal: 'fill' | 'undo';
  readonly acts: DockActs & {
    want(member: string): void;
    assess(): void;
    goTo(path: string): void;
    discard(): void;
  };
}

/** The pupil, the fields, what was found, the number pad, and what became of it. Where the parents refused: only that. */
export function stationFrame(frame: Frame): TemplateResult {
  const { view, work, stations, desk, acts, isView } = frame;
  const { words } = view;
  const isShut = work.isRefused;
  const hasPad = frame.hasPad && !isView && !isShut;
  // Only their places have boxes for it.
  const hasNormal = stations.includes('eye') || stations.includes('doctor');
  const tools: Parameters<typeof toolsView>[1] = {
    hasEyes: stations.includes('eye'),
    hasPad: frame.hasPad,
    notMeasured: () => desk.reason('notMeasured'),
    refused: () => desk.reason('refused'),
    togglePad: () => desk.togglePad(),
    normal: hasNormal ? frame.normal : 'none',
    fillNormal: () => desk.normal(),
  };
  const isLeaving = work.phase === 'opening';
  return html`<div class="frame ${hasPad ? 'padded' : ''}" ?inert=${isLeaving} aria-busy=${isLeaving}>
    ${pupilView(view, work.member)} ${notesView(words, work, acts.want)}
    ${isShut || isView ? nothing : unsavedView(view, work, acts)}
    ${
      isShut
        ? nothing
        : html`<div class="fields">
              ${stations.map((station) => stationView(view, station, frame.rows, stations.length === 1))}
              ${isView ? nothing : toolsView(words, tools)}
            </div>
            ${resultsView(words, frame.rules.found, frame.rules.isFailed, acts.assess)}`
    }
    ${
      isView
        ? nothing
        : html`<div class="bottom">
            ${hasPad ? numberPad(words, desk.isLines, (key) => desk.press(key)) : nothing} ${bottom(frame)}
          </div>`
    }
  </div>`;
}

function bottom({ view, work, hasSummary, acts, ...shown }: Frame): TemplateResult {
  const { form, words } = view;
  const errors = hasSummary ? form.issues.filter(({ level }) => level === 'error') : [];
  const { saveState, notice, isMarking } = shown;
  return html`<div class="dock">
    ${errors.length ? summaryView(form, words, errors, acts.goTo) : nothing}
    ${dockView(
      {
        ...{ words, saveState, notice, isMarking, mark: work.state.mark },
        ...{ isListed: work.member !== undefined, isRefused: work.isRefused },
      },
      acts,
    )}
  </div>`;
}
