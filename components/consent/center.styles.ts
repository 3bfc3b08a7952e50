import { css } from 'lit';

/** The centre stands in the sheet of the prompt: its colours and sizes are its own, and no host hides a way to withdraw. */
export const centerStyles = css`
  h5 {
    margin: 0;
    font-size: 1em;
  }
  .center .page > section {
    display: grid;
    gap: 0.6em;
  }
  .page > section > .list {
    margin-block-start: 0.3em;
  }
  .center header h2 {
    font-size: 1.25em;
  }
  .item > h4 {
    font-size: 1.0625em;
    line-height: 1.3;
  }
  .state-of {
    display: flex;
    align-items: center;
    gap: 0.5em;
    font-weight: 600;
  }
  .state-of svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .state-of.yes {
    color: var(--_accent);
  }
  .state-of.law svg {
    stroke-width: 1.8;
  }
  .unsent {
    justify-self: start;
    padding: 0.1em 0.6em;
    border: 1px dashed var(--_warning);
    border-radius: 4px;
    color: var(--_warning);
    font-weight: 600;
    font-size: 0.9375em;
  }
  .evidence {
    display: grid;
    gap: 0.25em;
    padding-inline-start: 0.9em;
    border-inline-start: 4px solid var(--_accent);
  }
  .box.said {
    font-weight: 600;
  }
  .panel {
    border-inline-start-color: var(--_text);
    gap: 0.75em;
  }
  .dates {
    display: grid;
    gap: 0.35em;
    padding-block-start: 0.6em;
    border-block-start: 1px solid var(--_soft);
  }
  .area {
    border-block-start: 1px solid var(--_soft);
  }
  .area > summary {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding-block: 0.8em;
    color: inherit;
    text-decoration: none;
    list-style: none;
  }
  .area > summary::-webkit-details-marker {
    display: none;
  }
  .area > summary::before {
    flex: none;
    content: '';
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.2em;
    border: solid currentColor;
    border-width: 0 2.5px 2.5px 0;
    transform: rotate(-45deg);
  }
  .area[open] > summary::before {
    transform: rotate(45deg);
  }
  .area > summary:hover h3 {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .count {
    font-weight: 400;
    color: var(--_muted);
  }
  .inside {
    display: grid;
    gap: 1em;
    padding-block-end: 1.2em;
  }
  .receipts {
    gap: 0 1em;
    padding-block-start: 0;
  }
  .receipts button {
    padding-inline: 0;
    font-size: 0.9375em;
  }
  .log > li {
    gap: 0.1em;
    padding-block: 0.6em;
  }
  .log > .notable {
    border-inline-start: 4px solid var(--_warning);
  }
  .shown {
    display: grid;
    gap: 0.4em;
    padding: 0.75em;
    border: 1px solid var(--_soft);
    border-radius: 6px;
  }
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 4.5em;
    padding: 0.4em 0.65em;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 6px;
    resize: vertical;
  }
  textarea[aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  @container (max-width: 30em) {
    .receipts > * {
      flex: 0 1 auto;
    }
  }
  @media print {
    .panel {
      display: none !important;
    }
    .item,
    .log > li {
      break-inside: avoid;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
