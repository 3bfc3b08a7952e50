import { css } from 'lit';
import { control, hiddenText } from '../part.styles.ts';

/** The line that is always there. */
export const statusStyles = css`
  :host {
    container-type: inline-size;
  }
  /* One line of a thumb's height; all of it but the button opens the rest. */
  .day {
    gap: 0;
    padding: 0;
  }
  .day > :not(header, progress, #full, .hidden) {
    margin: 0 0.75rem 0.6rem;
  }
  .day > header {
    flex-wrap: nowrap;
    gap: 0.5rem;
    padding-inline-end: 0.5rem;
  }
  .day h3 {
    flex: 1 1 auto;
    min-inline-size: 0;
    font-size: 1em;
  }
  .day header > button {
    flex: none;
    min-block-size: 2.5rem;
  }
  #toggle {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    align-content: center;
    gap: 0 0.6rem;
    position: relative;
    inline-size: 100%;
    min-block-size: 3.25rem;
    padding: 0.3rem 0.25rem 0.3rem 2rem;
    border: 0;
    background: none;
    text-align: start;
    font-weight: 400;
    line-height: 1.25;
  }
  #toggle::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.85rem;
    inset-block-start: calc(50% - 0.3rem);
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    rotate: -45deg;
  }
  #toggle[aria-expanded='true']::before {
    rotate: 45deg;
  }
  #toggle:focus-visible {
    outline-offset: -3px;
  }
  .main {
    font-weight: 600;
  }
  .main.alarm {
    color: var(--_error);
  }
  .beside {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .more-word {
    margin-inline-start: auto;
    color: var(--_accent);
    font-size: 0.875em;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  .row button {
    flex: none;
  }
  .day > progress {
    inline-size: 100%;
    block-size: 0.35rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  #full {
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
    border-block-start: 1px solid var(--_soft);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 1.4rem;
    margin: 0;
    padding: 0;
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
  @container (max-width: 40rem) {
    .more-word {
      ${hiddenText}
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
  .warn .count {
    border-color: var(--_warning);
    color: var(--_warning);
  }
  .fold > ul {
    margin-block: 0.6rem;
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
  .taking {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.3rem 0.8rem;
    align-items: center;
  }
  .taking > span {
    grid-column: 1 / -1;
  }
  .taking progress {
    inline-size: 100%;
    accent-color: var(--_accent);
  }
  .taking #stop {
    grid-column: 3;
  }
  .drawer ul {
    inline-size: 100%;
  }
  select {
    ${control}
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
    li[data-id] > .taking,
    li[data-id] > .drawer {
      grid-column: 1 / -1;
    }
  }
  .drawer hssk-sealed-file,
  .drawer hssk-conflict-review {
    inline-size: 100%;
  }
`;
