import { css } from 'lit';
import { control, partStyles } from '../part.styles.ts';
import { dark } from '../styles.ts';

const shared = css`
  :host([theme='dark']) {
    ${dark}
  }
  @media (prefers-color-scheme: dark) {
    :host([theme='auto']) {
      ${dark}
    }
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
  }
  h3 {
    font-size: 1.15em;
  }
  h4 {
    font-size: 1em;
  }
  h3:focus-visible,
  h4:focus-visible,
  p:focus-visible {
    outline-offset: 3px;
  }
  .badge {
    padding: 0.1rem 0.6rem;
    border: 1px solid currentColor;
    border-radius: 1rem;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_muted);
  }
  .badge.open {
    color: var(--_accent);
  }
  .badge.unusable {
    color: var(--_error);
  }
  .notice {
    display: grid;
    gap: 0.4rem;
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_line);
    background: var(--_raised);
    font-size: 0.9375em;
  }
  .notice.warning {
    border-color: var(--_warning);
  }
  .notice.error {
    border-color: var(--_error);
  }
  .notice b,
  .failure b {
    color: var(--_error);
  }
  .notice.warning b {
    color: var(--_warning);
  }
  .failure {
    font-size: 0.9375em;
  }
  .notice .failure {
    padding: 0;
    border: 0;
  }
  .failure small {
    color: var(--_muted);
    white-space: nowrap;
  }
  .done {
    color: var(--_accent);
    font-weight: 600;
  }
  .done a {
    color: inherit;
  }
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .panel button.link {
    padding-inline: 0;
  }
  .drawer button.danger {
    font-weight: 600;
  }
  form,
  .drawer {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
  }
  .drawer {
    padding: 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .drawer.danger {
    border-color: var(--_error);
  }
  label:not(.option) {
    display: grid;
    gap: 0.2rem;
    inline-size: min(100%, 26rem);
    font-size: 0.875em;
    font-weight: 600;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']) {
    inline-size: 100%;
    ${control}
  }
  .file {
    position: relative;
  }
  .file span:last-child {
    justify-self: start;
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.35em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 1rem;
    font-weight: 400;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .file input:focus-visible ~ span:last-child {
    outline: 3px solid var(--hssk-color-focus, #2f81f7);
    outline-offset: 1px;
  }
  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.25rem;
    cursor: pointer;
  }
  summary {
    display: list-item;
    padding-block: 0.5rem;
    font-weight: 600;
    cursor: pointer;
  }
  .sealed {
    display: grid;
    gap: 0.5rem;
  }
  .sealed + .sealed {
    margin-block-start: 1rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_soft);
  }
  @media (pointer: coarse) {
    button,
    button.link,
    summary,
    .option,
    td .option,
    .file span:last-child,
    .done a {
      min-block-size: 44px;
    }
    .done a {
      display: inline-flex;
      align-items: center;
    }
  }
  @media print {
    .panel,
    .notice,
    .drawer {
      background: none;
      break-inside: avoid;
    }
    button,
    form,
    hssk-sealed-file {
      display: none;
    }
  }
`;

/** What the elements about the store of this device share. */
export const syncStyles = [partStyles, shared];
