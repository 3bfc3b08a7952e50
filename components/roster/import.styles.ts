import { css } from 'lit';

/** Reading a list in. */
export const importStyles = css`
  .panel {
    gap: 1rem;
  }
  section > *,
  details > *,
  form > * {
    min-inline-size: 0;
  }
  section,
  form,
  details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .source {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.9rem;
    border: 2px dashed var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .jump {
    display: flex;
  }
  form > button {
    justify-self: start;
  }
  .source.over {
    border-color: var(--_accent);
  }
  input[type='file'] {
    max-inline-size: 100%;
    min-block-size: 2.75rem;
    font: inherit;
    color: inherit;
  }
  summary {
    padding-block: 0.6rem;
    font-weight: 600;
    cursor: pointer;
  }
  .sheet {
    padding: 0 0.75rem 0.5rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
  }
  .notice {
    padding: 0.4rem 0.6rem;
    border-inline-start: 3px solid var(--_warning);
    background: var(--_raised);
  }
  .done {
    color: var(--_accent);
    font-weight: 600;
  }
  .from,
  .jump label {
    inline-size: 10rem;
  }
  .jump {
    align-items: end;
  }
  .scroll {
    overflow-x: auto;
    max-block-size: 24rem;
    overflow-y: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  th,
  td {
    padding: 0.3rem 0.5rem;
    border-block-end: 1px solid var(--_soft);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  td select {
    min-inline-size: 9rem;
  }
  .sample {
    display: block;
    max-inline-size: 18rem;
    overflow: hidden;
    color: var(--_muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .lines {
    max-block-size: 32rem;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    list-style: none;
  }
  .lines > li {
    display: grid;
    grid-template-columns: 9rem 8.5rem minmax(0, 1fr) auto;
    gap: 0.1rem 0.75rem;
    align-items: center;
    padding: 0.35rem 0.75rem;
    border-block-end: 1px solid var(--_soft);
  }
  .where,
  .other {
    color: var(--_muted);
  }
  .where {
    font-size: 0.875em;
  }
  .outcome {
    font-weight: 600;
  }
  .doubtful .outcome {
    color: var(--_warning);
  }
  .unnamed .outcome,
  .duplicate .outcome {
    color: var(--_error);
  }
  .taken .outcome {
    color: var(--_accent);
  }
  .text {
    overflow-wrap: anywhere;
  }
  .lines ul {
    grid-column: 3;
    grid-row: 2;
    margin: 0;
    padding-inline-start: 1.1rem;
    font-size: 0.875em;
  }
  .option {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    font-size: 0.9375em;
    cursor: pointer;
  }
  .lines .option {
    grid-column: 4;
    grid-row: 1;
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: 0.6rem 0.9rem;
    align-items: end;
    margin: 0;
    padding: 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
  }
  legend {
    padding-inline: 0.3rem;
    font-weight: 600;
  }
  fieldset .failure {
    grid-column: 1 / -1;
  }
  @container (max-width: 40rem) {
    .mapping thead {
      display: none;
    }
    .mapping tr {
      display: grid;
      padding-block: 0.3rem;
      border-block-end: 1px solid var(--_soft);
    }
    .mapping :is(th, td) {
      padding-block: 0.1rem;
      border: 0;
    }
    .panel {
      padding: 0.6rem;
    }
    .lines > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .text,
    .lines ul,
    .lines .option {
      grid-column: 1 / -1;
      grid-row: auto;
    }
  }
`;
