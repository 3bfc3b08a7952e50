import { css } from 'lit';
import { hiddenText } from '../part.styles.ts';
import { statusColors } from './roster.styles.ts';

/** All rows are equally high, so that their places are known without drawing them. */
export const rowStyles = css`
  :host {
    container-type: inline-size;
    position: relative;
    --_row: 3.75rem;
  }
  .scroller {
    position: relative;
    max-block-size: var(--hssk-roster-height, min(36rem, 70vh));
    overflow-y: auto;
    overflow-anchor: none;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4.5rem 11rem;
    gap: 0 0.75rem;
    align-items: center;
    block-size: var(--_row);
    padding-inline: 0.75rem;
    overflow: hidden;
    border-block-end: 1px solid var(--_soft);
    line-height: 1.25;
    cursor: pointer;
  }
  .row.several {
    grid-template-columns: minmax(0, 1fr) 4.5rem minmax(0, 1.1fr) 11rem;
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    block-size: auto;
    padding-block: 0.4rem;
    background: var(--_raised);
    font-size: 0.8125em;
    font-weight: 600;
    cursor: default;
  }
  .probe {
    position: absolute;
    inline-size: 100%;
    visibility: hidden;
    pointer-events: none;
  }
  .row:hover:not(.head) {
    background: var(--_raised);
  }
  .row[aria-selected='true'] {
    background: var(--_raised);
    box-shadow: inset 5px 0 0 var(--_accent);
  }
  .scroller:focus-visible .active {
    outline: 3px solid var(--hssk-color-focus, #2f81f7);
    outline-offset: -3px;
  }
  .who {
    min-inline-size: 0;
  }
  .who b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.8125em;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .class {
    overflow-wrap: anywhere;
  }
  .status {
    display: inline-flex;
    align-items: baseline;
    gap: 0.4rem;
    font-weight: 600;
  }
  .sign {
    inline-size: 1.1em;
    text-align: center;
  }
  ${statusColors}
  .status.todo,
  .status.absent {
    color: var(--_muted);
  }
  .queue.attention {
    color: var(--_error);
    font-weight: 600;
  }
  .stations {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
    max-block-size: 2.5em;
    font-size: 0.8125em;
  }
  .station {
    white-space: nowrap;
    color: var(--_muted);
  }
  .station.all {
    color: var(--_accent);
    font-weight: 600;
  }
  .station.some {
    color: var(--_warning);
  }
  .hidden {
    ${hiddenText}
  }
  @container (max-width: 44rem) {
    .row,
    .row.several {
      --_row: 6rem;
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto;
      align-content: center;
    }
    .row.several {
      --_row: 7.25rem;
    }
    .row.head {
      display: none;
    }
    .who,
    .all-stations {
      grid-column: 1 / -1;
    }
    .all-stations {
      grid-row: 2;
    }
    .how {
      display: flex;
      gap: 0.6rem;
      align-items: baseline;
      min-inline-size: 0;
      font-size: 0.9375em;
    }
    .how .status {
      flex: none;
    }
    .class {
      grid-column: 2;
      color: var(--_muted);
      font-size: 0.875em;
    }
    .how,
    .class {
      grid-row: 3;
    }
    .stations {
      flex-wrap: nowrap;
      gap: 0.5rem;
      overflow: hidden;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
