import { css } from 'lit';

/** The lists to choose from. */
export const listsStyles = css`
  section {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
  }
  section + section {
    margin-block-start: 1.25rem;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--_soft);
  }
  ul {
    display: grid;
    gap: 0.5rem;
    inline-size: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
  }
  li > div:first-child {
    flex: 1 1 14rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  li .help {
    display: block;
  }
  .ask {
    display: grid;
    gap: 0.5rem;
    flex: 1 1 100%;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_error);
    border-radius: var(--_radius);
  }
  .said:not(:empty) {
    margin-block-start: 0.75rem;
    font-weight: 600;
  }
  label {
    inline-size: min(100%, 22rem);
  }
`;
