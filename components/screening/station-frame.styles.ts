import { css } from 'lit';

/** What stands around the fields of a station: tools, results, number pad, and the bar below; and the layout for each width. */
export const stationFrameStyles = css`
  .frame[inert] {
    animation: leave 0s 0.3s forwards;
  }
  @keyframes leave {
    to {
      opacity: 0.4;
    }
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
  }
  .tools p {
    flex: 1 1 12rem;
  }
  kbd {
    padding: 0 0.3rem;
    border: 1px solid var(--_soft);
    border-radius: 3px;
    font: inherit;
    font-weight: 700;
  }
  .notes {
    display: grid;
    gap: 0.4rem;
  }
  .note {
    margin: 0;
    padding: 0.4rem 0.6rem;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_surface);
  }
  .stop {
    border-color: var(--_error);
    font-size: 1.1em;
  }
  .stop b {
    display: block;
    color: var(--_error);
  }
  .failure {
    color: var(--_error);
  }
  .results {
    min-inline-size: 0;
    align-self: start;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  dl {
    margin: 0.25rem 0;
    font-size: 0.9375em;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(6rem, 1fr) minmax(0, auto);
    gap: 0 0.5rem;
    break-inside: avoid;
    padding: 0.15rem 0 0.15rem 0.5rem;
    border-inline-start: 3px solid transparent;
  }
  dl > .look {
    border-color: var(--_warning);
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    text-align: end;
  }
  dd b {
    display: block;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .advice {
    display: grid;
    gap: 0.35rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.9375em;
  }
  .advice li {
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_warning);
  }
  .pad {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.35rem;
    touch-action: manipulation;
  }
  .pad button {
    min-block-size: 3rem;
    padding: 0;
    font-size: 1.25em;
    font-variant-numeric: tabular-nums;
  }
  .pad .go {
    grid-column: span 3;
  }
  .pad.lines .go {
    grid-column: 1 / -1;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .bottom {
    position: sticky;
    inset-block-end: 0;
    z-index: 5;
    min-inline-size: 0;
    padding-block-start: 0.35rem;
    background: var(--_raised);
  }
  .dock {
    margin: 0.35rem -0.75rem 0;
    border-block-start: 1px solid var(--_soft);
    background: var(--_surface);
  }
  footer,
  .marking {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
    padding: 0.4rem 0.75rem;
  }
  .marking label {
    display: flex;
    flex: 1 1 14rem;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
    margin: 0;
  }
  .status {
    display: flex;
    flex: 1 1 8rem;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .state.waiting,
  .state.sent {
    color: var(--_accent);
    font-weight: 600;
  }
  .state.notSaved,
  .state.refused {
    color: var(--_error);
    font-weight: 600;
  }
  .marked {
    color: var(--_warning);
    font-weight: 600;
  }
  #summary {
    padding: 0.5rem 0.75rem;
    border-block-start: 3px solid var(--_error);
  }
  #summary:focus-visible,
  #pupil:focus-visible {
    outline-offset: -3px;
  }
  #summary ul {
    margin: 0;
    padding: 0;
    max-block-size: 30vh;
    overflow: auto;
    list-style: none;
  }
  @container (min-width: 52rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr) 19rem;
    }
    header,
    .notes {
      grid-column: 1 / -1;
    }
    .results {
      position: sticky;
      inset-block-start: 0.5rem;
    }
    .bottom {
      grid-column: 1 / -1;
    }
    /* With the pad the results stand below the fields, and the pad beside both. */
    .padded .fields,
    .padded .results {
      grid-column: 1;
    }
    .padded .results {
      position: static;
    }
    .padded dl {
      columns: 16rem;
    }
    .padded .bottom {
      display: contents;
    }
    .padded .pad {
      position: sticky;
      inset-block-start: 0.5rem;
      grid-column: 2;
      grid-row: var(--_row, 2) / span 2;
      align-self: start;
    }
    .padded .notes ~ .bottom .pad {
      --_row: 3;
    }
    .padded .pad button {
      min-block-size: 4rem;
    }
    .padded .dock {
      position: sticky;
      inset-block-end: 0;
      z-index: 5;
      grid-column: 1 / -1;
    }
  }
  @container (max-width: 40rem) {
    .frame {
      padding-inline: 0.5rem;
    }
    .dock {
      margin-inline: -0.5rem;
    }
    footer,
    .marking {
      padding: 0.3rem 0.5rem;
    }
    footer button {
      flex: 1 1 auto;
      padding-inline: 0.4rem;
      font-size: 0.875em;
    }
    .status:not(:empty) {
      flex-basis: 100%;
    }
    .pad button {
      min-block-size: 2.75rem;
    }
    .grid > .cell {
      grid-column: 1 / -1;
    }
    .grid > .cell.short {
      grid-column: span 6;
    }
    .group {
      padding-inline: 0.5rem;
    }
    .when {
      margin-inline-start: 0;
    }
  }
  @media print {
    .tools,
    .pad,
    .dock {
      display: none;
    }
  }
`;
