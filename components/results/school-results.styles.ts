import { css } from 'lit';
import { control } from '../part.styles.ts';
import { resultsStyles } from './results.styles.ts';

const own = css`
  .help {
    font-weight: 400;
  }
  .said:empty {
    display: none;
  }
  .said {
    color: var(--_accent);
    font-weight: 600;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .actions {
    align-items: end;
  }
  .names {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 44px;
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
    ${control}
    min-block-size: 44px;
  }
  input:not([type='checkbox']) {
    inline-size: 9rem;
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
  }
`;

/** Names do not go onto paper with the page around: notices and letters are printed from a document of their own. */
export const schoolResultsStyles = [resultsStyles, own];
