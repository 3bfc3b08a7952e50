import { css } from 'lit';

const paper = css`
  * {
    box-sizing: border-box;
  }
  html,
  body {
    margin: 0;
    color: #000;
    background: #fff;
    font-family: 'Times New Roman', 'Noto Serif', 'DejaVu Serif', serif;
    line-height: 1.3;
  }
  h1,
  h2,
  p,
  ul,
  dl {
    margin: 0;
  }
  h1 {
    font-size: 1.25em;
    text-align: center;
  }
  h2 {
    margin-block-start: 0.5em;
    font-size: 1em;
    break-after: avoid;
  }
  /* Accents of the first line reach above it: onto the page before, where nothing is in between. */
  .page {
    padding-block-start: 1mm;
    overflow-wrap: anywhere;
  }
  .page + .page {
    break-before: page;
  }
  header {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    margin-block-end: 0.6em;
    font-size: 0.9em;
  }
  header b {
    text-transform: uppercase;
  }
  header :last-child {
    text-align: end;
  }
  .dear {
    margin-block: 0.5em 0.3em;
    font-weight: bold;
  }
  /* A document without an address has no doctype: tables would not take the letters of the page. */
  table {
    font: inherit;
    color: inherit;
    inline-size: 100%;
    margin-block: 0.4em;
    border-collapse: collapse;
  }
  tr {
    break-inside: avoid;
  }
  thead {
    display: table-header-group;
  }
  th,
  td {
    padding: 0.1em 0.35em;
    border: 0.5pt solid #000;
    text-align: start;
    vertical-align: top;
    font-weight: normal;
  }
  thead th {
    font-weight: bold;
  }
  .see th,
  .see td {
    font-weight: bold;
  }
  ul {
    padding-inline-start: 1.2em;
  }
  .lines {
    white-space: pre-line;
  }
  .small {
    font-size: 0.88em;
  }
  .advisory {
    margin-block-start: 0.5em;
    padding: 0.25em 0.5em;
    border: 0.5pt solid #000;
    font-size: 0.88em;
    break-inside: avoid;
  }
  .signs {
    display: flex;
    justify-content: space-between;
    gap: 2em;
    margin-block-start: 0.6em;
    text-align: center;
    font-size: 0.9em;
    break-inside: avoid;
  }
  .signs > * {
    flex: 1;
  }
  .signs .space {
    block-size: 3.2em;
  }
  .urgent {
    margin-block: 0.4em;
    padding: 0.2em;
    border: 1.5pt solid #000;
    text-align: center;
    font-weight: bold;
  }
  .answer {
    margin-block-start: 0.7em;
    padding-block-start: 0.4em;
    border-block-start: 0.5pt dashed #000;
    break-inside: avoid;
  }
  .blank {
    block-size: 1.5em;
    border-block-end: 0.5pt dotted #000;
  }
`;

/** Height of a page of A5 within its margins, in CSS pixels, a little less: printers round. */
export const a5Height = ((210 - 2 * 9) / 25.4) * 96 * 0.985;

/** One page of A5 for each pupil, black on white. */
export const a5Styles = css`
  @page {
    size: A5 portrait;
    margin: 9mm 10mm;
  }
  ${paper}
  /* As wide as on paper, so that it can be seen beforehand whether it fits. */
  .page {
    inline-size: 128mm;
    font-size: 9.5pt;
  }
  .page.tight {
    font-size: 8.5pt;
  }
  .page.tighter {
    font-size: 7.5pt;
  }
`;

/** Tables across A4. */
export const a4Styles = css`
  @page {
    size: A4 landscape;
    margin: 10mm;
  }
  ${paper}
  body {
    font-size: 9pt;
  }
  td,
  .figures th {
    text-align: center;
  }
  tbody th {
    text-align: start !important;
    white-space: nowrap;
  }
  .figures thead tr:last-child th:not([rowspan]) {
    block-size: 7.5em;
    padding: 0.3em 0;
    vertical-align: middle;
  }
  .figures thead tr:last-child th span {
    writing-mode: vertical-rl;
    transform: rotate(180deg);
    max-block-size: 2.8em;
    max-inline-size: 7em;
  }
  .sum th,
  .sum td {
    font-weight: bold;
  }
`;
