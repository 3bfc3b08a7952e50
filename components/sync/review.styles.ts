import { css } from 'lit';
import { hiddenText } from '../part.styles.ts';

export const reviewStyles = css`
  :host {
    container-type: inline-size;
  }
  h4 {
    font-size: 1.1em;
  }
  .who {
    margin: 0.1rem 0 0.4rem;
    font-weight: 600;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block: 0.6rem;
    background: var(--_surface);
  }
  th,
  td {
    padding: 0.5rem 0.6rem;
    border: 1px solid var(--_soft);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    background: var(--_raised);
    font-size: 0.875em;
  }
  thead small {
    display: block;
    font-weight: 400;
    color: var(--_muted);
  }
  tbody th {
    inline-size: 26%;
    font-weight: 600;
    font-size: 0.875em;
    border-inline-start: 3px solid var(--_warning);
  }
  tr.decided th {
    border-inline-start-color: var(--_accent);
  }
  td {
    inline-size: 27%;
  }
  td.before {
    inline-size: 20%;
    color: var(--_muted);
  }
  td .option {
    display: flex;
    align-items: flex-start;
    gap: 0.5rem;
    min-block-size: 2.25rem;
    cursor: pointer;
  }
  td.chosen {
    background: var(--_raised);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  td input {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0.1rem 0 0;
    accent-color: var(--_accent);
  }
  .lines {
    display: grid;
    gap: 0.15rem;
    white-space: pre-wrap;
  }
  .empty {
    color: var(--_muted);
    font-style: italic;
  }
  /* In the table the column's heading says whose value it is. */
  .side {
    ${hiddenText}
  }
  .left {
    color: var(--_warning);
    font-weight: 600;
  }
  .person {
    display: grid;
    gap: 0.2rem;
    margin-block: 0.4rem;
    padding: 0.6rem 0.8rem;
    border: 1px solid var(--_soft);
    border-inline-start: 3px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .person.mine {
    border-inline-start-color: var(--_accent);
  }
  .person p {
    margin: 0.3rem 0 0;
  }
  h5 {
    margin: 0.6rem 0 0;
    font-size: 0.8125em;
    color: var(--_muted);
  }
  @container (max-width: 40rem) {
    table,
    thead,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    tbody th,
    td,
    td.before {
      inline-size: auto;
    }
    thead tr {
      border: 1px solid var(--_soft);
    }
    thead th {
      display: none;
    }
    thead th:last-child {
      display: block;
      border: 0;
    }
    tbody tr {
      margin-block-start: 0.6rem;
      border: 1px solid var(--_soft);
      border-radius: var(--_radius);
      overflow: hidden;
    }
    tbody th,
    tbody td {
      border: 0;
      border-block-end: 1px solid var(--_soft);
    }
    tbody th {
      border-inline-start: 3px solid var(--_warning);
      background: var(--_raised);
    }
    .side {
      position: static;
      display: block;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      font-size: 0.8125em;
      font-weight: 600;
      color: var(--_muted);
    }
    .actions button {
      flex: 1 1 100%;
    }
  }
`;
