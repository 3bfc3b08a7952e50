import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { GrowthWords } from '../../src/i18n/screening.ts';
import type { Frame, Spot } from './chart-model.ts';
import { numberText } from './chart-points.ts';

/** Width of the drawing, and where its parts stand, in CSS pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
}

const margin = { top: 26, right: 30, bottom: 42, left: 40 };

/** A drawing as wide as its place, not too flat and not too tall for a screen. */
export const layoutOf = (width: number): Layout => ({
  width,
  height: Math.round(Math.min(460, Math.max(300, width * 0.62))),
});

/** From the units of the axes to pixels. */
export function placing({ x, y }: Frame, { width, height }: Layout): (spot: Spot) => Spot {
  const across = (width - margin.left - margin.right) / (x[1] - x[0]);
  const down = (height - margin.top - margin.bottom) / (y[1] - y[0]);
  return (spot) => ({
    x: Math.round((margin.left + (spot.x - x[0]) * across) * 10) / 10,
    y: Math.round((height - margin.bottom - (spot.y - y[0]) * down) * 10) / 10,
  });
}

const pathOf = (spots: readonly Spot[]): string =>
  spots.map(({ x, y }, at) => `${at ? 'L' : 'M'}${x} ${y}`).join('');

/** Axes with their numbers and titles. Ages of more than five years are told in years. */
export function axesView(
  frame: Frame,
  layout: Layout,
  words: GrowthWords,
  titles: { readonly x: string; readonly y: string; readonly inYears: boolean },
): SVGTemplateResult {
  const place = placing(frame, layout);
  const [left, top] = [margin.left, margin.top];
  const [right, bottom] = [layout.width - margin.right, layout.height - margin.bottom];
  return svg`
    ${frame.yTicks.map((value) => {
      const { y } = place({ x: frame.x[0], y: value });
      return svg`<line class="grid" x1=${left} x2=${right} y1=${y} y2=${y}></line>
        <text x=${left - 6} y=${y + 4} text-anchor="end">${numberText(words, value)}</text>`;
    })}
    ${frame.xTicks.map((value) => {
      const { x } = place({ x: value, y: frame.y[0] });
      const shown = titles.inYears ? value / 12 : value;
      return svg`<line class="grid" x1=${x} x2=${x} y1=${top} y2=${bottom}></line>
        <text x=${x} y=${bottom + 16} text-anchor="middle">${numberText(words, shown)}</text>`;
    })}
    <rect class="frame" x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>
    <text class="title" x=${2} y=${14}>${titles.y}</text>
    <text class="title" x=${right} y=${bottom + 36} text-anchor="end">${titles.x}</text>
  `;
}

/** The seven curves, each with its number at the right end. */
export function curvesView(frame: Frame, layout: Layout): SVGTemplateResult {
  const place = placing(frame, layout);
  return svg`${frame.curves.map(({ sd, pieces }) => {
    const placed = pieces.map((piece) => piece.map(place));
    const end = placed.at(-1)?.at(-1);
    const name = sd > 0 ? `+${sd}` : `${sd}`.replace('-', '−');
    return svg`<path class="curve sd${Math.abs(sd)}" d=${placed.map(pathOf).join('')}></path>
      ${end && svg`<text x=${end.x + 5} y=${end.y + 4}>${name}</text>`}`;
  })}`;
}

/** The line from one measurement to the next. */
export const trackView = (spots: readonly Spot[]): SVGTemplateResult =>
  svg`<path class="path" d=${pathOf(spots)}></path>`;
