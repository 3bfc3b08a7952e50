import { css } from 'lit';
import { resultsStyles } from './results.styles.ts';

const own = css`
  ol,
  ul {
    margin: 0;
  }
  .notice {
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_raised);
  }
  .kinds,
  ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
    padding: 0;
    list-style: none;
  }
  ol li + li::before {
    content: '›';
    padding-inline-end: 0.4rem;
    color: var(--_muted);
  }
  [aria-current] {
    font-weight: 600;
  }
  div.device {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_soft);
  }
  table.device {
    min-inline-size: 38rem;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  caption {
    padding-block-end: 0.25rem;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-block-end: 1px solid var(--_soft);
    text-align: end;
    vertical-align: top;
    font-weight: 400;
  }
  th:first-child,
  .drawer td {
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    padding: 0;
    vertical-align: bottom;
  }
  .sort {
    inline-size: 100%;
    padding: 0.35rem 0.5rem;
    border: 0;
    background: none;
    text-align: inherit;
    font-size: 0.875em;
    font-weight: 600;
  }
  tbody td {
    padding-block-start: 0.75rem;
  }
  .name {
    display: block;
    font-weight: 600;
    text-align: start;
  }
  span.name {
    padding: 0.4rem 0 0.2rem;
  }
  .bar {
    display: block;
    inline-size: 100%;
    max-inline-size: 22rem;
    block-size: 0.7rem;
    border: 1px solid var(--_line);
  }
  .whole {
    fill: var(--_raised);
  }
  .part {
    fill: var(--_accent);
  }
  .share {
    display: block;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .names {
    display: grid;
    gap: 0.4rem;
  }
  .names ul {
    columns: 16rem;
    padding-inline-start: 1.2rem;
  }
  .more {
    justify-self: start;
  }
  @container (max-width: 34rem) {
    th,
    td,
    .sort {
      padding-inline: 0.15rem;
    }
    td,
    .sort {
      font-size: 0.8125em;
    }
    thead th:first-child {
      inline-size: 40%;
    }
  }
  @media (forced-colors: active) {
    .part {
      fill: Highlight;
    }
    .whole {
      fill: Canvas;
    }
  }
  @media print {
    :host,
    :host([theme]) {
      --_line: #000;
      --_raised: #fff;
      --_accent: #555;
      --_warning: #000;
    }
    .bar {
      print-color-adjust: exact;
    }
    tr {
      break-inside: avoid;
    }
    .kinds,
    .drawer,
    .ask,
    .more,
    .failure button {
      display: none !important;
    }
    button.link,
    .sort {
      min-block-size: 0;
      color: #000;
      text-decoration: none;
    }
  }
`;

/** Bars differ in height and outline as well as in colour; on paper stand counts and no names. */
export const coverageStyles = [resultsStyles, own];
