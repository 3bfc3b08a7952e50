import { css } from 'lit';
import { control, hiddenText, partStyles } from '../part.styles.ts';

/** Statuses differ in sign and word as well as in colour. */
export const statusColors = css`
  .status.agreed,
  .status.done {
    color: var(--_accent);
  }
  .status.refused {
    color: var(--_error);
  }
  .status.recheck,
  .status.begun,
  .status.unanswered {
    color: var(--_warning);
  }
`;

const shared = css`
  :host {
    container-type: inline-size;
  }
  .panel > * {
    min-inline-size: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
  }
  .filters .search {
    flex: 1 1 16rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .chips button {
    border-radius: 1.25rem;
  }
  h2 {
    font-size: 1.25em;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.05em;
  }
  .failure {
    color: var(--_error);
  }
  label {
    display: grid;
    gap: 0.2rem;
    font-size: 0.875em;
    font-weight: 600;
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    inline-size: 100%;
    min-inline-size: 0;
    ${control}
  }
  button[aria-pressed='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .status {
    display: inline-flex;
    align-items: baseline;
    gap: 0.3rem;
    font-weight: 600;
  }
  ${statusColors}
  @media (pointer: coarse) {
    button,
    button.link,
    select,
    input:not([type='checkbox'], [type='radio'], [type='file']) {
      min-block-size: 44px;
    }
  }
`;

/** What the roster and its parts share. */
export const rosterPartStyles = [partStyles, shared];

/** The roster itself. */
export const rosterStyles = [
  rosterPartStyles,
  css`
    .progress {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
      gap: 0.4rem 1rem;
      align-items: end;
    }
    .bar {
      display: grid;
      gap: 0.2rem;
    }
    progress {
      inline-size: 100%;
      block-size: 0.75rem;
      accent-color: var(--_accent);
    }
    kbd {
      padding: 0 0.35rem;
      border: 1px solid currentColor;
      border-radius: 4px;
      font: inherit;
      font-size: 0.8em;
    }
    .chosen {
      display: grid;
      gap: 0.4rem;
      padding: 0.6rem 0.75rem;
      border-inline-start: 4px solid var(--_accent);
      border-radius: var(--_radius);
      background: var(--_raised);
    }
    .chosen > p:first-child {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.1rem 0.75rem;
    }
    .chosen form label {
      flex: 1 1 14rem;
    }
    .none {
      padding: 1.5rem 0.5rem;
      color: var(--_muted);
      text-align: center;
    }
    header .tabs,
    .filters .more,
    .line {
      display: contents;
    }
    .filters {
      row-gap: 0.75rem;
    }
    .filters .chips {
      flex: 1 1 100%;
    }
    .filters .fold {
      display: none;
    }
    .search input::placeholder {
      color: transparent;
    }
    /* On a phone the first people of the list stand on the first screen. */
    @container (max-width: 30rem) {
      .panel {
        gap: 0.5rem;
        padding: 0.6rem;
      }
      header {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 0.25rem 0.75rem;
      }
      header > :first-child,
      header .actions {
        display: contents;
      }
      #back {
        grid-area: 1 / 2;
      }
      header .help {
        grid-column: 1 / -1;
        grid-row: 2;
      }
      header .tabs {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        grid-row: 3;
        gap: 0.5rem;
      }
      .progress {
        font-size: 0.9375em;
        line-height: 1.3;
      }
      .filters .search {
        flex: 1 1 8rem;
      }
      .search span {
        ${hiddenText}
      }
      .search input {
        text-overflow: ellipsis;
      }
      .search input::placeholder {
        color: var(--_muted);
        opacity: 1;
      }
      .filters .fold {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
      }
      .fold.set {
        border-color: var(--_accent);
        box-shadow: inset 0 0 0 1px var(--_accent);
      }
      .fold b {
        min-inline-size: 1.4em;
        border-radius: 1em;
        background: var(--_accent);
        color: var(--_on-accent);
        font-size: 0.875em;
        line-height: 1.4;
        text-align: center;
      }
      .filters .more {
        display: grid;
        flex: 1 1 100%;
        gap: 0.5rem;
      }
      .filters .more.folded {
        display: none;
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
      }
      .found {
        order: 1;
      }
      .keys,
      #next kbd {
        display: none;
      }
    }
    @media print {
      .chips,
      .filters,
      .actions,
      .chosen {
        display: none;
      }
    }
  `,
];
