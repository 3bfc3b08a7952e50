import { css } from 'lit';

/** The banner of an access that lasts. */
export const emergencyStyles = css`
  /* What lasts stays in sight. */
  :host([active]) {
    position: sticky;
    inset-block-start: 0;
    z-index: 10;
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.6em 1.2em;
    padding: 0.8em 1.1em;
    border: 3px solid var(--_error);
    border-radius: 8px;
    background: var(--_raised);
  }
  .banner h2 {
    outline-offset: 2px;
    margin-block-end: 0.25em;
    font-size: 1.1em;
    color: var(--_error);
  }
  .banner button {
    font-weight: 600;
    border: 2px solid var(--_text);
  }
  #left {
    font-variant-numeric: tabular-nums;
    margin-inline-end: 0.6em;
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`;
