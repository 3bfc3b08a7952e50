import { css } from 'lit';

/** Bars differ in height and outline as well as in colour; on paper stand counts and no names. */
export const coverageStyles = css`
  :host {
    container-type: inline-size;
  }
  section {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  h3,
  p,
  ol,
  ul {
    margin: 0;
  }
  h3 {
    font-size: 1.15em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .help {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .notice {
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_raised);
  }
  .failure {
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_error);
  }
  .failure b {
    color: var(--_error);
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
  button,
  button.link {
    min-block-size: 44px;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
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
  .scroll {
    overflow-x: auto;
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
    section {
      padding: 0.6rem;
    }
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
      --_text: #000;
      --_muted: #000;
      --_line: #000;
      --_soft: #999;
      --_surface: #fff;
      --_raised: #fff;
      --_accent: #555;
      --_warning: #000;
      color: #000;
      background: #fff;
    }
    section {
      border: 0;
      padding: 0;
    }
    .scroll {
      overflow: visible;
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
