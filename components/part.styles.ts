import { css } from 'lit';

/** Declarations of a text for who cannot see the screen. */
export const hiddenText = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/** Declarations of a control in which one writes or chooses; letters are never so small that a phone zooms in. */
export const control = css`
  min-block-size: 2.5rem;
  padding: 0.35rem 0.6rem;
  font: inherit;
  font-size: 1rem;
  font-weight: 400;
  color: inherit;
  background: var(--_surface);
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
`;

/** What the elements of roster, results and store share. */
export const partStyles = css`
  h2,
  h3,
  h4,
  h5,
  p {
    margin: 0;
  }
  .panel {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .help {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .failure {
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_error);
  }
  .hidden {
    ${hiddenText}
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_error) !important;
  }
  button.danger {
    border-color: var(--_error);
    color: var(--_error);
  }
`;
