import { css } from 'lit';

/** The answers of parents. */
export const consentsStyles = css`
  :host {
    display: grid;
    gap: 0.75rem;
  }
  :host > *,
  .slip > * {
    min-inline-size: 0;
  }
  .notice {
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_raised);
  }
  .counts {
    font-weight: 600;
  }
  .blanks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
  }
  .blanks > label {
    flex: 1 1 12rem;
  }
  .slip {
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.25rem;
    padding: 0;
    font-size: 0.875em;
    font-weight: 600;
  }
  /* Both answers look the same: the screen leans to neither. */
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5rem;
  }
  .answer {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.3rem 0.6rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 1rem;
    cursor: pointer;
  }
  .answer input {
    flex: none;
  }
  .answer:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .answer kbd {
    margin-inline-start: auto;
    padding: 0 0.4rem;
    border: 1px solid var(--_line);
    border-radius: 4px;
    font: inherit;
    font-size: 0.8em;
  }
  @container (max-width: 30rem) {
    .answer kbd {
      display: none;
    }
  }
`;
