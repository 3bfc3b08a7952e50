import { css } from 'lit';

/** The line that is always there. */
export const statusStyles = css`
  :host {
    container-type: inline-size;
  }
  .lead {
    display: grid;
    gap: 0.15rem;
    flex: 1 1 16rem;
  }
  .big button {
    min-block-size: 3rem;
    padding-inline: 1.4rem;
  }
  .big .primary {
    font-size: 1.1em;
  }
  .progress {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.3rem 0.8rem;
    align-items: center;
  }
  progress {
    inline-size: 100%;
    block-size: 0.9rem;
    accent-color: var(--_accent);
  }
  .progress b {
    font-variant-numeric: tabular-nums;
  }
  .progress .help {
    grid-column: 1 / -1;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 1.4rem;
    margin: 0;
    padding: 0.5rem 0 0;
    border-block-start: 1px solid var(--_soft);
    list-style: none;
    font-size: 0.9375em;
    color: var(--_muted);
  }
  .facts button {
    color: var(--_text);
    padding-inline: 0;
    text-decoration-color: var(--_line);
  }
  .facts .alarm button,
  .facts .alarm b {
    color: var(--_error);
  }
  .reach {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
  }
  .dot {
    inline-size: 0.6rem;
    block-size: 0.6rem;
    border-radius: 50%;
    border: 2px solid var(--_line);
    flex: none;
  }
  .reached .dot {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .unreached .dot {
    border-color: var(--_error);
  }
  #toggle {
    justify-self: start;
  }
  @container (max-width: 30rem) {
    .big,
    .big .primary {
      flex: 1 1 100%;
    }
    .facts {
      display: grid;
      gap: 0.3rem;
    }
  }
`;

/** The lists below it. */
export const listStyles = css`
  :host {
    container-type: inline-size;
  }
  .fold {
    border-block-start: 1px solid var(--_soft);
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  .fold[open] {
    padding-block-end: 0.75rem;
  }
  .count {
    display: inline-block;
    min-inline-size: 1.6em;
    padding-inline: 0.4em;
    border-radius: 1em;
    background: var(--_raised);
    border: 1px solid var(--_soft);
    font-size: 0.8125em;
    text-align: center;
  }
  .alarm .count {
    border-color: var(--_error);
    color: var(--_error);
  }
  ul {
    display: grid;
    gap: 0.6rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li[data-id] {
    display: grid;
    gap: 0.35rem;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .alarm li[data-id] {
    border-inline-start: 3px solid var(--_error);
  }
  ul.issues,
  .merged ul {
    gap: 0.2rem;
    padding-inline-start: 1.2rem;
    list-style: disc;
    font-size: 0.9375em;
  }
  .merged summary {
    padding-block: 0.15rem;
    font-size: 0.875em;
    font-weight: 400;
    color: var(--_accent);
  }
  .ask {
    display: grid;
    gap: 0.5rem;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_error);
    border-radius: var(--_radius);
  }
  .ask p,
  .ask .danger {
    font-weight: 600;
  }
  .more {
    margin-block-start: 0.6rem;
  }
  /* On a wide screen what can be done stands beside the person it is done to. */
  @container (min-width: 44rem) {
    li[data-id] {
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 1.5rem;
    }
    li[data-id] > * {
      grid-column: 1;
    }
    li[data-id] > .actions {
      grid-column: 2;
      grid-row: 1 / span 2;
      align-self: start;
    }
    li[data-id] > .ask,
    li[data-id] > .drawer {
      grid-column: 1 / -1;
    }
  }
  .drawer hssk-sealed-file,
  .drawer hssk-conflict-review {
    inline-size: 100%;
  }
`;
