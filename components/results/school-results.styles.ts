import { css } from 'lit';

/** Names do not go onto paper with the page around: notices and letters are printed from a document of their own. */
export const schoolResultsStyles = css`
  :host {
    container-type: inline-size;
  }
  section {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  h3,
  p {
    margin: 0;
  }
  h3 {
    font-size: 1.15em;
  }
  .help {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  .failure {
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_error);
  }
  .failure b {
    color: var(--_error);
  }
  .said:empty {
    display: none;
  }
  .said {
    color: var(--_accent);
    font-weight: 600;
  }
  .tabs,
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem;
  }
  .names {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  button,
  select,
  input:not([type='checkbox']) {
    min-block-size: 44px;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 44px;
  }
  input[type='checkbox'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .box {
    display: grid;
    place-items: center;
    min-inline-size: 44px;
    min-block-size: 44px;
  }
  fieldset {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0.6rem 0.75rem;
    min-inline-size: 0;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
  }
  legend {
    font-weight: 600;
  }
  fieldset label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.875em;
    font-weight: 600;
  }
  select,
  input:not([type='checkbox']) {
    max-inline-size: 100%;
    padding: 0.35rem 0.5rem;
    font: inherit;
    font-size: 1rem;
    font-weight: 400;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  input:not([type='checkbox']) {
    inline-size: 9rem;
  }
  [aria-invalid='true'] {
    border-color: var(--_error) !important;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-block-end: 1px solid var(--_soft);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  thead th {
    vertical-align: bottom;
    font-size: 0.875em;
    font-weight: 600;
  }
  .pupils td:first-child {
    inline-size: 44px;
    padding: 0;
  }
  .pupils td:last-child {
    inline-size: 4.5rem;
    text-align: end;
  }
  tbody th .help {
    display: block;
  }
  .recalls {
    min-inline-size: 38rem;
  }
  .recalls th,
  .recalls td,
  .given {
    overflow-wrap: normal;
  }
  .recalls thead th {
    vertical-align: middle;
  }
  .nowrap {
    white-space: nowrap;
  }
  .sort {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
  }
  .late {
    display: block;
    color: var(--_error);
  }
  .figures th,
  .figures td {
    border: 1px solid var(--_soft);
    text-align: center;
    overflow-wrap: normal;
  }
  .figures tbody th {
    white-space: nowrap;
  }
  .figures thead tr:last-child th {
    font-weight: 400;
  }
  .sum th,
  .sum td {
    font-weight: 600;
  }
  @container (max-width: 34rem) {
    section {
      padding: 0.6rem;
    }
    .pupils,
    .pupils tbody {
      display: block;
    }
    .pupils thead tr,
    .pupils tbody tr {
      display: grid;
      grid-template-columns: 44px minmax(0, 1fr) auto;
      padding-block: 0.3rem;
      border-block-end: 1px solid var(--_soft);
    }
    .pupils thead {
      display: block;
    }
    .pupils thead th:not(:nth-child(2)) {
      display: none;
    }
    .pupils th,
    .pupils td {
      border: 0;
    }
    .pupils tbody td:nth-child(3),
    .pupils tbody td.given {
      grid-column: 2 / -1;
      order: 1;
    }
  }
  @media (pointer: coarse) {
    .sort {
      min-inline-size: 44px;
    }
  }
  @media print {
    .names,
    .tabs,
    .actions,
    .said {
      display: none !important;
    }
    :host,
    :host([theme]) {
      --_text: #000;
      --_muted: #000;
      --_soft: #999;
      --_surface: #fff;
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
  }
`;
