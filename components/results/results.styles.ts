import { css } from 'lit';
import { partStyles } from '../part.styles.ts';

const shared = css`
  :host {
    container-type: inline-size;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  h3 {
    font-size: 1.15em;
  }
  .failure b {
    color: var(--_error);
  }
  button,
  button.link {
    min-block-size: 44px;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
  }
  @container (max-width: 34rem) {
    section {
      padding: 0.6rem;
    }
  }
  @media print {
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

/** What the elements about the results of a day share. */
export const resultsStyles = [partStyles, shared];
