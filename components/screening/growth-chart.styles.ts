import { css } from 'lit';

/** Curves differ in dashes and width as well as in colour, and carry their number: they are told apart on any printer. */
export const growthChartStyles = css`
  :host {
    container-type: inline-size;
  }
  figure {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0.75rem;
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  figcaption {
    font-weight: 600;
  }
  p {
    margin: 0;
  }
  .small {
    font-size: 0.8125em;
    color: var(--_muted);
  }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    color: var(--_error);
  }
  .probe {
    block-size: 0;
  }
  svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  text {
    fill: var(--_text);
    font-size: 12px;
  }
  text.title {
    font-weight: 600;
  }
  .frame {
    fill: none;
    stroke: var(--_line);
  }
  .grid {
    stroke: var(--_soft);
  }
  .curve {
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.2;
  }
  .sd0 {
    stroke: var(--_accent);
    stroke-width: 2.4;
  }
  .sd1 {
    stroke-dasharray: 1.5 3;
    stroke-width: 1.4;
  }
  .sd2 {
    stroke: var(--_warning);
    stroke-dasharray: 7 4;
    stroke-width: 1.6;
  }
  .sd3 {
    stroke: var(--_error);
    stroke-dasharray: 10 3 2 3;
    stroke-width: 1.8;
  }
  .path {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .point {
    cursor: pointer;
    outline: none;
  }
  .hit {
    fill: transparent;
  }
  .dot {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: 2.5;
  }
  .chosen .dot {
    fill: var(--_text);
  }
  .ring {
    display: none;
    fill: none;
    stroke: var(--hssk-color-focus, #2f81f7);
    stroke-width: 3;
  }
  .point:focus-visible .ring {
    display: inline;
  }
  .detail {
    min-block-size: 2.8em;
    padding-inline-start: 0.5rem;
    border-inline-start: 3px solid var(--_line);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.3rem 0.5rem;
    border-block-end: 1px solid var(--_soft);
    text-align: start;
    vertical-align: top;
  }
  tbody th,
  td.number {
    white-space: nowrap;
  }
  td:last-child {
    min-inline-size: 8rem;
  }
  @container (max-width: 30rem) {
    th,
    td {
      padding-inline: 0.2rem;
    }
    table {
      font-size: 0.8125em;
    }
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .toggle {
    justify-self: start;
  }
  @media (pointer: coarse) {
    button,
    button.link {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .frame,
    .grid,
    .curve,
    .path,
    .dot {
      stroke: CanvasText;
    }
    .grid {
      stroke: GrayText;
      stroke-width: 0.5;
    }
    text {
      fill: CanvasText;
    }
    .dot {
      fill: Canvas;
    }
    .chosen .dot {
      fill: CanvasText;
    }
    .ring {
      stroke: Highlight;
    }
  }
  @media print {
    :host,
    :host([theme]) {
      --_text: #000;
      --_muted: #000;
      --_line: #000;
      --_soft: #bbb;
      --_surface: #fff;
      --_accent: #000;
      --_warning: #000;
      --_error: #000;
      color: #000;
      background: #fff;
    }
    figure {
      border: 0;
      padding: 0;
      break-inside: avoid;
    }
    svg {
      print-color-adjust: exact;
    }
    .dot,
    .chosen .dot {
      fill: #000;
    }
    button,
    .detail,
    .keys,
    .point:focus-visible .ring {
      display: none;
    }
  }
`;
