/** The sheets of the pages ours is compared with: what a form of this shape needs to look like a form, and no more. */
export const fieldSheet = `
  label, legend { display: block; margin: 0 0 0.2rem; font-size: 0.875em; font-weight: 600; }
  fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  input:not([type='checkbox'], [type='radio']), textarea {
    box-sizing: border-box; inline-size: 100%; min-block-size: 2.25rem; padding: 0.35rem 0.5rem; font: inherit;
    border: 1px solid #8a95a3; border-radius: 6px;
  }
  textarea { display: block; resize: none; field-sizing: content; }
  .option { display: inline-flex; align-items: center; gap: 0.4rem; min-block-size: 2.25rem; font-weight: 400; }
  input[type='checkbox'], input[type='radio'] { inline-size: 1.15rem; block-size: 1.15rem; margin: 0; }
`;

export const sectionSheet = `
  h2, h3 { margin: 1rem 0 0.5rem; }
  .group { margin: 0 0 1rem; padding: 0.9rem 1rem; border: 1px solid #dde3ea; border-radius: 6px; }
  .grid { display: grid; gap: 0.85rem; grid-template-columns: repeat(12, minmax(0, 1fr)); align-items: start; }
  .grid > * { grid-column: span 6; }
  .grid > .span-3 { grid-column: span 3; }
  .grid > .span-4 { grid-column: span 4; }
  .grid > .span-12 { grid-column: 1 / -1; }
  .row { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0.5rem; padding-block: 0.35rem; }
`;
