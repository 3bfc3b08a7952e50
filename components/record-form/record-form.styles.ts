import { css } from 'lit';

export const recordFormStyles = css`
  :host {
    container-type: inline-size;
    background: var(--_raised);
  }
  .frame {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    gap: 0 1.25rem;
    padding: 1rem;
  }
  nav {
    position: sticky;
    inset-block-start: 0.5rem;
    align-self: start;
    display: grid;
    gap: 0.35rem;
  }
  nav button {
    display: grid;
    gap: 0.1rem;
    justify-items: start;
    text-align: start;
    padding: 0.55rem 0.75rem;
    border-color: transparent;
    border-inline-start: 3px solid var(--_soft);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: transparent;
    font-size: 0.875em;
    font-weight: 600;
  }
  nav button:hover,
  nav button[aria-current] {
    background: var(--_surface);
    border-inline-start-color: var(--_accent);
  }
  nav .short {
    display: none;
  }
  nav small {
    font-weight: 400;
    color: var(--_muted);
  }
  .badge {
    color: var(--_error);
    font-size: 0.8125em;
  }
  .sections {
    display: grid;
    gap: 1.5rem;
    min-inline-size: 0;
  }
  .sections > * {
    scroll-margin-block-start: 1rem;
  }
  .dock {
    grid-column: 1 / -1;
    position: sticky;
    inset-block-end: 0;
    z-index: 5;
    margin: 1rem -1rem -1rem;
    border-block-start: 1px solid var(--_soft);
    background: var(--_surface);
    box-shadow: 0 -4px 16px rgb(0 0 0 / 0.08);
  }
  #summary {
    padding: 0.75rem 1rem;
    border-block-start: 3px solid var(--_error);
  }
  #summary:focus-visible {
    outline-offset: -3px;
  }
  #summary h2 {
    margin: 0 0 0.5rem;
    font-size: 1.05em;
  }
  #summary ul {
    display: grid;
    gap: 0.35rem;
    margin: 0;
    padding: 0;
    list-style: none;
    max-block-size: 32vh;
    overflow: auto;
  }
  #summary li {
    padding-inline-start: 0.6rem;
    border-inline-start: 3px solid var(--_warning);
  }
  #summary li.error {
    border-inline-start-color: var(--_error);
  }
  .gate {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    margin: 0;
    padding: 0.6rem 1rem;
    border-block-start: 3px solid var(--_warning);
  }
  .gate p {
    margin: 0;
  }
  .gate div {
    flex: 1 1 18rem;
    display: grid;
    gap: 0.25rem;
  }
  .gate .short {
    display: none;
  }
  .gate .off {
    color: var(--_muted);
  }
  .gate .blocked {
    color: var(--_error);
  }
  dialog.consent {
    inline-size: min(46rem, 100% - 1rem);
    max-block-size: calc(100% - 1rem);
    padding: 0.5rem 0.5rem 1rem;
    border: 1px solid var(--_soft);
    border-radius: 8px;
    background: var(--_surface);
    color: inherit;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
    padding: 0.6rem 1rem;
  }
  .status {
    flex: 1 1 4rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
    color: var(--_muted);
  }
  .state.sent,
  .state.saved {
    color: var(--_accent);
    font-weight: 600;
  }
  .state.notSent,
  .state.notLoaded,
  .state.refused {
    color: var(--_error);
    font-weight: 600;
  }
  @container (max-width: 58rem) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      padding: 0.6rem;
    }
    nav {
      position: sticky;
      inset-block-start: 0;
      z-index: 5;
      display: flex;
      overflow-x: auto;
      margin: -0.6rem -0.6rem 0.75rem;
      padding: 0.35rem;
      background: var(--_surface);
      border-block-end: 1px solid var(--_soft);
    }
    nav button {
      flex: 1 1 0;
      min-inline-size: 4.5rem;
      align-content: start;
      padding: 0.3rem 0.4rem;
      border-inline-start: 0;
      border-block-end: 3px solid transparent;
      border-radius: 0;
    }
    nav .long {
      display: none;
    }
    nav .short {
      display: block;
    }
    nav button[aria-current] {
      border-block-end-color: var(--_accent);
    }
    .sections > * {
      scroll-margin-block-start: 5rem;
    }
    .dock {
      margin: 1rem -0.6rem -0.6rem;
    }
    footer {
      padding: 0.5rem 0.6rem;
    }
    .gate {
      padding: 0.4rem 0.6rem;
    }
    .gate .short {
      display: block;
    }
    .gate .long {
      display: none;
    }
    .gate div {
      flex-basis: 8rem;
    }
    .gate.quiet {
      display: none;
    }
  }
  @media print {
    nav,
    .dock {
      display: none;
    }
    .frame {
      display: block;
      padding: 0;
    }
  }
`;
