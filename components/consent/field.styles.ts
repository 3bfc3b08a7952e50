import { css } from 'lit';

/** What is filled in, drawn and pressed. */
export const fieldStyles = css`
  fieldset {
    display: grid;
    gap: 0.25em;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .blank {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  .blank > span {
    display: block;
    margin-block-end: 0.25em;
  }
  .blank em,
  legend em {
    font-style: normal;
    font-weight: 400;
    color: var(--_muted);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.7em;
    min-block-size: 44px;
    padding-block: 0.35em;
    line-height: 1.4;
    cursor: pointer;
  }
  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--_accent);
  }
  input:not([type='radio'], [type='checkbox']) {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
    min-block-size: 44px;
    padding: 0.4em 0.65em;
    font: inherit;
    font-weight: 400;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 6px;
  }
  input[aria-invalid='true'] {
    border-color: var(--_error) !important;
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  fieldset[aria-invalid='true'] {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--_error);
  }
  canvas[aria-invalid='true'] {
    border: 2px solid var(--_error);
  }
  .deeper {
    display: grid;
    gap: 0.75em;
    margin-inline-start: 10px;
    padding-inline-start: 1.1em;
    border-inline-start: 2px solid var(--_soft);
  }
  button,
  a.button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 0.45em 1.1em;
    font: inherit;
    color: inherit;
    text-decoration: none;
    text-align: center;
    cursor: pointer;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
  }
  button:hover,
  a.button:hover {
    border-color: var(--_text);
  }
  button.next {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button.plain,
  summary {
    min-block-size: 44px;
    padding-inline: 0.2em;
    border-color: transparent;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    cursor: pointer;
  }
  summary {
    display: list-item;
    padding-block: 0.6em;
    list-style-position: inside;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    padding-block-start: 0.4em;
  }
  canvas {
    display: block;
    inline-size: 100%;
    max-inline-size: 30em;
    block-size: 170px;
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: #fff;
    touch-action: none;
    cursor: crosshair;
  }
  @container (max-width: 30em) {
    .actions > * {
      flex: 1 1 100%;
    }
  }
  @media (forced-colors: active) {
    button.next {
      border-width: 3px;
    }
  }
`;

/** Answers weigh the same: one rule for all of them, chosen or not, whatever they say. */
export const choiceStyles = css`
  .card,
  .notice > .part.purpose {
    display: grid;
    gap: 0.6em;
    padding: 0.9em;
    border: 1px solid var(--_line);
    border-radius: 8px;
  }
  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }
  .answers button {
    min-inline-size: 0;
    inline-size: 100%;
    min-block-size: 52px;
    padding: 8px 10px;
    font-weight: 600;
    color: var(--_text);
    background: var(--_surface);
    border: 2px solid var(--_text);
    border-radius: 6px;
  }
  .answers button:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .answers button[aria-pressed='true'] {
    box-shadow: inset 0 0 0 3px var(--_text);
  }
  .answers button::before {
    flex: none;
    content: '';
    inline-size: 18px;
    block-size: 18px;
    margin-inline-end: 10px;
    border: 2px solid currentColor;
    border-radius: 50%;
  }
  .answers button[aria-pressed='true']::before {
    border-width: 6px;
  }
  .later {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .later[aria-pressed='true'] {
    font-weight: 600;
  }
  .state {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  @container (max-width: 30em) {
    .answers {
      grid-template-columns: 1fr;
    }
  }
  @media (forced-colors: active) {
    .answers button[aria-pressed='true'] {
      outline: 4px solid Highlight;
      outline-offset: -6px;
    }
  }
`;
