import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { messageOf } from '../../src/i18n/index.ts';
import type { FormState } from '../form-state.ts';
import { base, blankStyles, gridStyles, themes } from '../styles.ts';

/** A group with its printed heading. */
export const group = (heading: string, content: unknown): TemplateResult =>
  html`<fieldset class="group">
    <legend>${heading}</legend>
    ${content}
  </fieldset>`;

/** For a man a part for women stands collapsed under its heading, and is flagged when filled. No printed part is removed. */
export function forWomen(state: FormState, path: string, content: unknown): TemplateResult {
  const heading = state.label(path);
  const { issues } = state.place(path);
  const all = [issues.map((issue) => html`<p class="flag">${messageOf(state.words, issue)}</p>`), content];
  if (state.value('administrative.sex') !== 'male') return group(heading, all);
  return html`<details class="group">
    <summary>${heading}${issues.length ? ' ⚠' : ''}</summary>
    <p class="flag">${state.say('notForSex')}</p>
    ${all}
  </details>`;
}

/** A table of blanks; on a phone each row is a card with its labels. `columns` names the CSS columns. */
export const table = (label: string, columns: string, rows: unknown): TemplateResult =>
  html`<div class="table" role="table" aria-label=${label} data-columns=${columns}>${rows}</div>`;

/** The first row of a table. */
export const heads = (words: readonly unknown[]): TemplateResult =>
  html`<div class="row heads" role="row">
    ${words.map((each) => html`<span role="columnheader">${each}</span>`)}
  </div>`;

export const sectionStyles: CSSResultGroup = [
  base,
  blankStyles,
  gridStyles,
  themes,
  css`
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
      margin: 0;
      padding: 0 0.35rem;
      font-size: 1em;
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
    .table {
      display: grid;
      gap: 0;
    }
    .row {
      position: relative;
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
    /* What is said of a cell stands below its row, from its column on. */
    @container (min-width: 40.01rem) {
      .row > .blank {
        display: contents;
      }
      .row .messages {
        order: 1;
        margin-block-start: -0.35rem;
      }
      .row > :nth-child(2) > .messages {
        grid-column: 2 / -1;
      }
      .row > :nth-child(3) > .messages {
        grid-column: 3 / -1;
      }
      .row > :nth-child(4) > .messages {
        grid-column: 4 / -1;
      }
      .row > :nth-child(n + 5) > .messages {
        grid-column: 4 / -1;
        justify-self: end;
      }
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
      .row > .text,
      .row > .box {
        grid-column: 1 / -1;
      }
      /* Box, date and appointment side by side, the reaction below them. */
      [data-columns='dose'] .row > .text,
      [data-columns='tetanus'] .row > .text {
        order: 1;
      }
    }
  `,
];
