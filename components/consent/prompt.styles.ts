import { css } from 'lit';
import { hiddenText } from '../part.styles.ts';

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
    ${hiddenText}
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
  @container (max-width: 30em) {
    .page {
      padding: 0.9em 0.75em;
    }
    .facts {
      grid-template-columns: 1fr;
    }
    .facts dd {
      margin-block-end: 0.5em;
    }
  }
  /* On paper in black and white, whatever the theme: as strong as the rules of the themes, and after them. */
  @media print {
    :host(:not([theme])) .prompt,
    :host([theme]) .prompt {
      --_text: #000;
      --_muted: #333;
      --_line: #000;
      --_soft: #888;
      --_surface: #fff;
      --_raised: #fff;
      --_accent: #000;
      --_error: #000;
      --_warning: #000;
      --_sensitive: #fff;
      border: 0;
      color-scheme: light;
    }
    .actions,
    .progress {
      display: none !important;
    }
    .list > li {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .progress i.done {
      background: Highlight;
    }
  }
`;
