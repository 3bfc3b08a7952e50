import { css } from 'lit';
import type { CSSResultGroup } from 'lit';
import { base, blankStyles, gridStyles, themes } from '../styles.ts';
import { stationFrameStyles } from './station-frame.styles.ts';

const own = css`
  :host {
    container-type: inline-size;
    background: var(--_raised);
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
    padding: 0.6rem 0.75rem 0;
  }
  /* Fingers: nothing to press is smaller than 44 px. */
  button,
  button.link,
  summary,
  .option,
  input:not([type='checkbox'], [type='radio']),
  textarea {
    min-block-size: 2.75rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 1rem;
  }
  h2,
  h3,
  h4,
  header p {
    margin: 0;
  }
  h2 {
    min-inline-size: 0;
    font-size: 1.35em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.05em;
  }
  h4 {
    margin-block: 0.5rem 0.2rem;
    font-size: 0.9375em;
  }
  .when {
    margin-inline-start: auto;
    color: var(--_accent);
    font-weight: 600;
  }
  .quiet {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .fields,
  section[data-station] {
    display: grid;
    gap: 0.6rem;
    align-content: start;
    min-inline-size: 0;
  }
  .group {
    margin: 0;
    min-inline-size: 0;
    padding: 0.6rem 0.75rem 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .group > legend {
    margin: 0;
    padding: 0 0.35rem;
    font-size: 0.9375em;
    font-weight: 700;
    color: var(--_accent);
  }
  .cell {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  /* The value of the time before stands next to the field, questions and messages below it. */
  .compared > .blank {
    display: contents;
  }
  .compared > .blank > input {
    flex: none;
  }
  .compared > .last {
    order: 1;
  }
  .compared :is(.question, .messages, .help, .aside) {
    order: 2;
  }
  section > .group .number input,
  section > .group .bloodPressure input,
  section > .group .vision input {
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
  }
  .last {
    margin: 0.15rem 0 0;
    color: var(--_muted);
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
  }
  .option {
    gap: 0.25rem;
    padding-inline-end: 0.15rem;
    counter-increment: box;
  }
  .control {
    counter-reset: box;
  }
  fieldset:focus-within .option::after {
    content: counter(box);
    min-inline-size: 1.1rem;
    border: 1px solid var(--_soft);
    border-radius: 3px;
    color: var(--_muted);
    font-size: 0.6875em;
    text-align: center;
  }
  .row {
    padding-block: 0.25rem 0.75rem;
    border-block-end: 1px solid var(--_soft);
  }
  .row-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: 0;
  }
  .row ~ button {
    margin-block-start: 0.5rem;
  }
  details.more {
    display: grid;
    gap: 0.6rem;
  }
  details.more > * + * {
    margin-block-start: 0.6rem;
  }
  summary {
    display: flex;
    align-items: center;
    cursor: pointer;
    font-weight: 600;
    color: var(--_accent);
  }
  summary::before {
    content: '▸';
    inline-size: 1.25rem;
  }
  details[open] > summary::before {
    content: '▾';
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
    margin-block: 0.35rem;
    padding: 0.5rem;
    border: 2px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: 0.9375em;
  }
  .question p {
    flex: 1 0 100%;
    margin: 0;
    font-weight: 600;
  }
  .question button {
    flex: 1 1 auto;
  }
`;

/** Fields first, then what stands around them: widths of the frame decide last. */
export const screeningFormStyles: CSSResultGroup = [
  base,
  blankStyles,
  gridStyles,
  themes,
  own,
  stationFrameStyles,
];
