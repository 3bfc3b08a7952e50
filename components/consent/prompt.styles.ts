import { css } from 'lit';

/**
 * Colours and sizes of the prompt are its own. A host that sets tokens or styles for its page must not be able, not even
 * by accident, to make a notice unreadable or one answer weaker than the other: hence the reset at the root of the shadow
 * tree, fixed colours in place of tokens, least sizes in px, and no parts.
 */
const light = css`
  --_text: #16202c;
  --_muted: #4d5866;
  --_line: #7d8895;
  --_soft: #d5dce4;
  --_surface: #ffffff;
  --_raised: #f3f6f9;
  --_accent: #0a5f57;
  --_on-accent: #ffffff;
  --_error: #a8201a;
  --_warning: #7a4a00;
  --_sensitive: #fff4dd;
  --_focus: #1a6fe0;
  color-scheme: light;
`;
const dark = css`
  --_text: #e9eef3;
  --_muted: #b2bcc8;
  --_line: #8491a0;
  --_soft: #3a4552;
  --_surface: #161c23;
  --_raised: #1f2730;
  --_accent: #6bd0c3;
  --_on-accent: #06231f;
  --_error: #ffa8a1;
  --_warning: #f5c67c;
  --_sensitive: #33290f;
  --_focus: #79b8ff;
  color-scheme: dark;
`;

export const promptStyles = css`
  :host {
    display: block !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .prompt {
    all: initial;
    ${light}
    display: block;
    container-type: inline-size;
    box-sizing: border-box;
    font-family: system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
    font-size: max(1rem, 16px);
    line-height: 1.5;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_soft);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }
  :host([theme='dark']) .prompt {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) .prompt {
      ${dark}
    }
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  header {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: start;
    gap: 0.25em 0.75em;
    padding: 0.9em 1.1em 0.8em;
    border-block-end: 1px solid var(--_soft);
    background: var(--_raised);
    border-radius: 8px 8px 0 0;
  }
  header p {
    margin: 0;
  }
  .of {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .whom {
    font-weight: 600;
  }
  .progress {
    grid-column: 1 / -1;
    display: flex;
    gap: 4px;
    block-size: 4px;
    margin-block-start: 0.4em;
  }
  .progress i {
    flex: 1;
    border-radius: 2px;
    background: var(--_soft);
  }
  .progress i.done {
    background: var(--_accent);
  }
  .page {
    display: grid;
    gap: 1.1em;
    padding: 1.1em;
    max-inline-size: 46em;
    margin-inline: auto;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  dl,
  dd {
    margin: 0;
  }
  h2 {
    font-size: 1.4em;
    line-height: 1.25;
    outline-offset: 6px;
  }
  h3 {
    font-size: 1.1em;
    line-height: 1.3;
  }
  h4 {
    font-size: 1em;
  }
  ul {
    padding-inline-start: 1.2em;
  }
  .muted,
  .help {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .box {
    display: grid;
    gap: 0.5em;
    padding: 0.75em 0.9em;
    border: 1px solid var(--_soft);
    border-inline-start: 4px solid var(--_accent);
    border-radius: 6px;
    background: var(--_raised);
  }
  .box.warning {
    border-inline-start-color: var(--_warning);
  }
  .box.error {
    border-inline-start-color: var(--_error);
  }
  .error b,
  p.error {
    color: var(--_error);
  }
  .sensitive {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.3em 0.75em;
    padding: 0.8em 0.9em;
    border: 2px solid var(--_warning);
    border-radius: 6px;
    background: var(--_sensitive);
  }
  .sensitive > :not(.sign) {
    grid-column: 2;
  }
  .sensitive .sign {
    grid-row: 1 / span 2;
    inline-size: 2em;
    block-size: 2em;
    color: var(--_warning);
  }
  .part {
    display: grid;
    gap: 0.35em;
  }
  .notice {
    display: grid;
    gap: 1.1em;
  }
  /* Lists of the room come as lines: the dot is paint, no word of the text. */
  :is(.data, .processors, .recipients, .rights, .obligations) > p {
    position: relative;
    padding-inline-start: 1.1em;
  }
  :is(.data, .processors, .recipients, .rights, .obligations) > p::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.25em;
    inset-block-start: 0.6em;
    inline-size: 0.35em;
    block-size: 0.35em;
    border-radius: 50%;
    background: var(--_muted);
  }
  .part.purpose > h3 + p {
    color: var(--_muted);
    font-size: 0.9375em;
  }
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
  .facts {
    display: grid;
    gap: 0.15em 1em;
    grid-template-columns: minmax(7em, auto) 1fr;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts dd {
    font-weight: 500;
  }
  .list {
    display: grid;
    gap: 0.75em;
    padding: 0;
    list-style: none;
  }
  .list > li {
    display: grid;
    gap: 0.3em;
    padding: 0.8em 0.9em;
    border: 1px solid var(--_soft);
    border-radius: 6px;
  }
  .child {
    font-size: 1.125em;
  }
  .code {
    font-family: ui-monospace, Consolas, monospace;
    font-size: 0.875em;
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
    .page {
      padding: 0.9em 0.75em;
    }
    .actions > * {
      flex: 1 1 100%;
    }
    .facts {
      grid-template-columns: 1fr;
    }
    .facts dd {
      margin-block-end: 0.5em;
    }
  }
  @media (forced-colors: active) {
    .progress i.done {
      background: Highlight;
    }
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
