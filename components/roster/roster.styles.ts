import { css } from 'lit';

/** What the roster and its parts share. */
export const partStyles = css`
  :host {
    container-type: inline-size;
  }
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.25em;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1.05em;
  }
  .help {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .failure {
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_error);
    color: var(--_error);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
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
    min-block-size: 2.5rem;
    padding: 0.35rem 0.6rem;
    font: inherit;
    font-size: 1rem;
    font-weight: 400;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  [aria-invalid='true'] {
    border-color: var(--_error);
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button[aria-pressed='true'] {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  button.danger {
    border-color: var(--_error);
    color: var(--_error);
  }
  .status {
    display: inline-flex;
    align-items: baseline;
    gap: 0.3rem;
    font-weight: 600;
  }
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
  @media (pointer: coarse) {
    button,
    button.link,
    select,
    input:not([type='checkbox'], [type='radio'], [type='file']) {
      min-block-size: 44px;
    }
  }
`;

/** The roster itself. */
export const rosterStyles = [
  partStyles,
  css`
    .panel {
      display: grid;
      gap: 0.75rem;
      padding: 1rem;
      border: 1px solid var(--_soft);
      border-radius: var(--_radius);
      background: var(--_surface);
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
    @container (max-width: 30rem) {
      .panel {
        padding: 0.6rem;
      }
      .keys {
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
