import { css } from 'lit';

/** Tokens are read with these fallbacks, so that an element looks right alone and a host sets `--hssk-*` anywhere above it. */
export const base = css`
  :host {
    --_text: var(--hssk-color-text, #1b2430);
    --_muted: var(--hssk-color-muted, #56616f);
    --_line: var(--hssk-color-line, #8a95a3);
    --_soft: var(--hssk-color-soft-line, #dde3ea);
    --_surface: var(--hssk-color-surface, #fff);
    --_raised: var(--hssk-color-raised, #f4f7fa);
    --_accent: var(--hssk-color-accent, #0b6b62);
    --_on-accent: var(--hssk-color-on-accent, #fff);
    --_error: var(--hssk-color-error, #b3261e);
    --_warning: var(--hssk-color-warning, #8a5300);
    --_radius: var(--hssk-radius, 6px);
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font-family: var(--hssk-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-size: var(--hssk-font-size, 1rem);
    line-height: 1.4;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    padding: 0.35em 0.8em;
    min-block-size: 2.25rem;
  }
  button:hover {
    border-color: var(--_accent);
  }
  button.link {
    border: 0;
    font-weight: 400;
    text-align: start;
    background: none;
    padding: 0.1em 0.2em;
    min-block-size: 1.5rem;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  button[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  /* What is tabbed to does not hide behind the bars at the top and the bottom. */
  input,
  textarea,
  button,
  summary {
    scroll-margin-block: 6rem 5rem;
  }
  :focus-visible {
    outline: 3px solid var(--hssk-color-focus, #2f81f7);
    outline-offset: 1px;
  }
`;

/** A blank: label above, control, then what is to be said about it. In a table (`compact`) the label shows on phones only. */
export const blankStyles = css`
  .blank {
    position: relative;
    min-inline-size: 0;
    scroll-margin-block: 7rem;
  }
  label,
  legend {
    display: block;
    padding: 0;
    margin: 0 0 0.2rem;
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.3;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
  }
  input:not([type='checkbox'], [type='radio']) {
    display: block;
  }
  .control {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
  }
  input:not([type='checkbox'], [type='radio']),
  textarea {
    flex: 1 1 6rem;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 2.25rem;
    margin: 0;
    padding: 0.35rem 0.5rem;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  textarea {
    display: block;
    resize: none;
    field-sizing: content;
    overflow-wrap: anywhere;
    max-block-size: 24rem;
  }
  @supports not (field-sizing: content) {
    textarea {
      resize: vertical;
    }
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
    font-size: 0.875em;
  }
  [aria-invalid='true'] {
    border-color: var(--_error) !important;
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 2.25rem;
    margin: 0;
    padding-inline-end: 0.35rem;
    font-size: 1em;
    font-weight: 400;
    cursor: pointer;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  input.other {
    flex: 1 1 5rem;
    max-inline-size: 16rem;
    border-color: transparent;
    border-block-end: 1px dotted var(--_line);
    border-radius: 0;
    background: transparent;
  }
  .help,
  .aside {
    margin: 0.15rem 0 0;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .aside {
    color: var(--_accent);
    font-weight: 600;
  }
  .messages {
    margin: 0.2rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125em;
  }
  .messages li {
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid currentColor;
    margin-block-start: 0.2rem;
  }
  .messages .error {
    color: var(--_error);
  }
  .messages .warning {
    color: var(--_warning);
  }
  .messages .confirmed {
    color: var(--_muted);
  }
  .label {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  fieldset.invalid .option input {
    outline: 2px solid var(--_error);
  }
  .value {
    min-block-size: 1.4em;
    font-weight: 500;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .value.empty {
    color: var(--_muted);
  }
  .hidden,
  .compact .words {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @container (max-width: 40rem) {
    .compact .words {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      white-space: normal;
    }
  }
  .codes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin: 0.35rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.875em;
  }
  .codes li {
    padding: 0.1rem 0.5rem;
    border: 1px solid var(--_soft);
    border-radius: 1rem;
    background: var(--_raised);
  }
`;

/** Blanks in twelve columns; on a phone below each other, short ones in pairs. */
export const gridStyles = css`
  .grid {
    display: grid;
    gap: 0.85rem 0.9rem;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    align-items: start;
  }
  .span-3 {
    grid-column: span 3;
  }
  .span-4 {
    grid-column: span 4;
  }
  .span-5 {
    grid-column: span 5;
  }
  .span-6 {
    grid-column: span 6;
  }
  .span-8 {
    grid-column: span 8;
  }
  .span-12 {
    grid-column: 1 / -1;
  }
  @container (max-width: 40rem) {
    .grid > * {
      grid-column: 1 / -1;
    }
    .grid > .number,
    .grid > .date,
    .grid > .vision,
    .grid > .bloodPressure {
      grid-column: span 6;
    }
  }
`;

/** The dark colours of `theme`. */
export const dark = css`
  --hssk-color-text: #e6ebf0;
  --hssk-color-muted: #a5b0bd;
  --hssk-color-line: #6b7786;
  --hssk-color-soft-line: #36404c;
  --hssk-color-surface: #161c23;
  --hssk-color-raised: #1f2730;
  --hssk-color-accent: #5cc8ba;
  --hssk-color-on-accent: #06231f;
  --hssk-color-error: #ff9a92;
  --hssk-color-warning: #f2bd6b;
  --hssk-color-focus: #79b8ff;
  color-scheme: dark;
`;

/** The colours of `theme`; without one those around the element. */
export const themes = css`
  :host([theme='dark']) {
    ${dark}
    background: var(--hssk-color-raised);
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
      background: var(--hssk-color-raised);
    }
  }
`;
