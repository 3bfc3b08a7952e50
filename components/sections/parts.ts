import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { messageOf } from '../../src/i18n/index.ts';
import type { Leaf } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';

interface FieldOptions {
  /** Columns of twelve. */
  readonly span?: number;
  /** In a table: words of the row; the label is hidden. */
  readonly row?: string;
  /** The field stands in the row's heading. */
  readonly heads?: boolean;
  readonly aside?: (form: FormState) => string | undefined;
  readonly uses?: readonly string[];
}

const tags: { readonly [kind in Leaf['kind']]: string } = {
  text: 'text',
  number: 'number',
  date: 'date',
  box: 'box',
  boxes: 'choice',
  choice: 'choice',
  coded: 'coded',
  phone: 'phone',
  email: 'email',
  district: 'district',
  vision: 'vision',
  identifier: 'identifier',
  bloodPressure: 'blood-pressure',
  diagnoses: 'diagnoses',
};

const shapes = new Map<string, TemplateStringsArray>();

/** The template of an element with fixed attributes and bound properties, made once; all its parts are words of this file. */
function shape(tag: string, attributes: string, properties: readonly string[]): TemplateStringsArray {
  const key = [tag, attributes, ...properties].join();
  let strings = shapes.get(key);
  if (!strings) {
    const parts = properties.map((name, at) => `${at ? '' : `<hssk-${tag}-field ${attributes}`} .${name}=`);
    parts.push(`></hssk-${tag}-field>`);
    strings = Object.assign(parts, { raw: parts });
    shapes.set(key, strings);
  }
  return strings;
}

/** The field element of a place, by its kind in the form table. */
export function field(state: FormState, path: string, options: FieldOptions = {}): TemplateResult {
  const { row, heads, aside, uses } = options;
  const tag = tags[state.leaf(path)?.kind ?? 'text'];
  if (row !== undefined)
    return html(
      shape(tag, heads ? 'compact' : 'role="cell" compact', ['state', 'path', 'row']),
      state,
      path,
      row,
    );
  const attributes = `class="span-${options.span ?? 6}"`;
  return aside
    ? html(shape(tag, attributes, ['state', 'path', 'aside', 'uses']), state, path, aside, uses ?? [])
    : html(shape(tag, attributes, ['state', 'path']), state, path);
}

/** The issues of a group as a whole (B7 or C3 of a man). */
export const groupIssues = (state: FormState, path: string): TemplateResult[] =>
  state.place(path).issues.map((issue) => html`<p class="flag">${messageOf(state.words, issue)}</p>`);

/** Several fields of one group, written `name:span name:span …`. */
export const fields = (state: FormState, prefix: string, list: string): TemplateResult[] =>
  list.split(' ').map((entry) => {
    const [name, span] = entry.split(':');
    return field(state, `${prefix}.${name}`, { span: Number(span ?? 6) });
  });

/** A group with its printed heading. */
export const group = (heading: string, content: unknown, cls = ''): TemplateResult =>
  html`<fieldset class="group ${cls}">
    <legend>${heading}</legend>
    ${content}
  </fieldset>`;

export const grid = (content: unknown): TemplateResult => html`<div class="grid">${content}</div>`;

/** A table of fields; on a phone each row is a card with its labels. `columns` names the CSS columns. */
export const table = (
  label: string,
  columns: string,
  heads: readonly unknown[],
  rows: readonly (readonly [head: unknown, cells: unknown])[],
): TemplateResult =>
  html`<div class="table" role="table" aria-label=${label} data-columns=${columns}>
    <div class="row heads" role="row">
      ${heads.map((head) => html`<span role="columnheader">${head}</span>`)}
    </div>
    ${rows.map(
      ([head, cells]) =>
        html`<div class="row" role="row">
          <div class="head" role="rowheader">${head}</div>
          ${cells}
        </div>`,
    )}
  </div>`;

export const sectionStyles = css`
  :host {
    container-type: inline-size;
  }
  h2 {
    margin: 0 0 0.75rem;
    font-size: 1.2em;
    line-height: 1.3;
  }
  h3 {
    margin: 1.25rem 0 0.5rem;
    font-size: 1em;
  }
  .group {
    margin: 0 0 1rem;
    padding: 0.9rem 1rem 1rem;
    min-inline-size: 0;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* Groups that are not on screen are not laid out; the list below a field may leave its group. */
  .group:not(:focus-within) {
    content-visibility: var(--hssk-content-visibility, auto);
    contain-intrinsic-block-size: auto 24rem;
  }
  .group .group {
    content-visibility: visible;
  }
  .group > legend {
    padding: 0 0.35rem;
    font-weight: 700;
    color: var(--_accent);
  }
  .group .group {
    margin-block: 0.5rem 1rem;
    padding: 0;
    border: 0;
  }
  .group .group > legend {
    padding: 0 0 0.35rem;
    font-size: 0.9375em;
    color: inherit;
  }
  .grid {
    display: grid;
    gap: 0.85rem 0.9rem;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    align-items: start;
  }
  .span-3 {
    grid-column: span 3;
  }
  .span-4 {
    grid-column: span 4;
  }
  .span-5 {
    grid-column: span 5;
  }
  .span-6 {
    grid-column: span 6;
  }
  .span-8 {
    grid-column: span 8;
  }
  .span-12 {
    grid-column: 1 / -1;
  }
  .table {
    display: grid;
    gap: 0;
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    gap: 0.5rem;
    align-items: start;
    padding-block: 0.35rem;
    border-block-end: 1px solid var(--_soft);
  }
  .heads {
    align-items: end;
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--_muted);
  }
  .head {
    padding-block-start: 0.4rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  [data-columns='family'] {
    --columns: 8.5rem minmax(0, 1fr) minmax(0, 1fr);
  }
  [data-columns='disease'] {
    --columns: minmax(9rem, 1fr) 5.5rem minmax(0, 2fr);
  }
  [data-columns='dose'] {
    --columns: minmax(8.5rem, 1.3fr) 5.5rem minmax(8rem, 1fr) minmax(8rem, 1.6fr) minmax(7.5rem, 1fr);
  }
  [data-columns='tetanus'] {
    --columns: minmax(7rem, 1fr) 4.5rem minmax(8rem, 1.1fr) 5rem minmax(7rem, 1.4fr) minmax(7.5rem, 1fr);
  }
  .flag {
    margin: 0.25rem 0 0.5rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_warning);
    color: var(--_warning);
    font-size: 0.875em;
  }
  details > summary {
    cursor: pointer;
    font-weight: 700;
    padding-block: 0.35rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 0.75rem 0.25rem;
  }
  @container (max-width: 40rem) {
    .grid > * {
      grid-column: 1 / -1;
    }
    .grid > hssk-number-field,
    .grid > hssk-date-field,
    .grid > hssk-vision-field,
    .grid > hssk-blood-pressure-field {
      grid-column: span 6;
    }
    .group {
      padding: 0.6rem 0.7rem 0.8rem;
    }
    .heads {
      display: none;
    }
    .row {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      margin-block: 0.5rem;
      padding: 0.6rem 0.7rem;
      border: 1px solid var(--_soft);
      border-radius: var(--_radius);
      background: var(--_raised);
    }
    .row > .head,
    .row > hssk-text-field,
    .row > hssk-box-field {
      grid-column: 1 / -1;
    }
    /* Box, date and appointment side by side, the reaction below them. */
    [data-columns='dose'] .row > hssk-text-field,
    [data-columns='tetanus'] .row > hssk-text-field {
      order: 1;
    }
  }
`;
