import { html, nothing, svg } from 'lit';
import type {
  CSSResultGroup,
  PropertyDeclarations,
  PropertyValues,
  SVGTemplateResult,
  TemplateResult,
} from 'lit';
import { fill } from '../../src/i18n/index.ts';
import { viGrowth } from '../../src/i18n/screening.ts';
import type { GrowthWords } from '../../src/i18n/screening.ts';
import { growthIndicators, loadGrowthTables } from '../../src/measures/index.ts';
import type { GrowthIndicator, GrowthTables, Sex } from '../../src/measures/index.ts';
import { HsskElement } from '../element.ts';
import { base, themes } from '../styles.ts';
import { frameOf } from './chart-model.ts';
import type { Spot } from './chart-model.ts';
import { columnsOf, pointViews } from './chart-points.ts';
import type { GrowthPoint, PointView } from './chart-points.ts';
import { axesView, curvesView, layoutOf, placing, trackView } from './chart-view.ts';
import { growthChartStyles } from './growth-chart.styles.ts';
import { loadGrowthWords } from './growth-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hssk-growth-chart': GrowthChart;
  }
}

const measureOf = {
  weightForAge: 'weight',
  heightForAge: 'height',
  bmiForAge: 'bmi',
  weightForHeight: 'weight',
  headForAge: 'head',
} as const;

type Plotted = PointView & { readonly spot: Spot };

/**
 * A growth chart: the curves of WHO from −3 to +3 standard deviations and what was measured of one child over time.
 * Behind it stands a table with every measurement, also those that cannot be drawn. Shows, and changes nothing.
 *
 * @tag hssk-growth-chart
 */
export class GrowthChart extends HsskElement {
  static override tag = 'hssk-growth-chart';
  static override properties: PropertyDeclarations = {
    indicator: { reflect: true },
    sex: {},
    birthDate: { attribute: 'birth-date' },
    points: { attribute: false },
    showsTable: { type: Boolean, attribute: 'shows-table', reflect: true },
    locale: {},
    theme: { reflect: true },
    words: { state: true },
    tables: { state: true },
    failed: { state: true },
    width: { state: true },
    chosen: { state: true },
  };
  static override styles: CSSResultGroup = [base, themes, growthChartStyles];

  /** What is drawn: `weightForAge`, `heightForAge`, `bmiForAge`, `weightForHeight` or `headForAge`. */
  indicator: GrowthIndicator = 'heightForAge';
  /** `male` or `female`; without it there are no curves. */
  sex: string | undefined;
  /** ISO date of birth. Only of a whole date points are drawn; a month or year gives ranges in the table. */
  birthDate: string | undefined;
  /** What was measured, in any order. */
  points: readonly GrowthPoint[] = [];
  /** Whether the table is shown; who cannot see the chart has it at any time. */
  showsTable = false;
  /** Language: `vi` or `en`. */
  locale = 'vi';
  /** Colours: `light`, `dark` or `auto` (as the system). */
  theme: 'light' | 'dark' | 'auto' = 'light';

  private words: GrowthWords = viGrowth;
  private tables: GrowthTables | undefined;
  private failed = false;
  private width = 640;
  /** Index of the chosen point among those that are drawn. */
  private chosen = -1;
  #observer: ResizeObserver | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.tables) void this.#load();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected load(): Promise<GrowthTables> {
    return loadGrowthTables();
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      this.tables = await this.load();
    } catch {
      this.failed = true;
    }
  }

  // What is watched has no height: drawing never changes it, so the drawing cannot set itself off again.
  #observe(): void {
    const probe = this.renderRoot.querySelector('.probe');
    this.#observer ??= new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) this.width = width;
    });
    if (probe) this.#observer.observe(probe);
  }

  protected override firstUpdated(): void {
    this.#observe();
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('locale')) void this.#speak(this.locale);
    if (['indicator', 'sex', 'birthDate', 'points'].some((name) => changed.has(name))) this.chosen = -1;
  }

  async #speak(locale: string): Promise<void> {
    const words = await loadGrowthWords(locale);
    if (this.locale === locale) this.words = words;
  }

  get #indicator(): GrowthIndicator {
    return growthIndicators.includes(this.indicator) ? this.indicator : 'heightForAge';
  }

  #choose(at: number, focus: boolean): void {
    this.chosen = at;
    if (focus) this.renderRoot.querySelectorAll<SVGElement>('.point')[at]?.focus();
  }

  #onKey(event: KeyboardEvent, count: number): void {
    const at = Math.max(0, this.chosen);
    const to = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#choose(Math.min(count - 1, Math.max(0, to)), true);
  }

  override render(): TemplateResult {
    const { words, tables, sex } = this;
    const { ui } = words;
    const indicator = this.#indicator;
    const known: Sex | undefined = sex === 'male' || sex === 'female' ? sex : undefined;
    const title = words.indicators[indicator] + (known ? `, ${words.sex[known]}` : '');
    const views =
      tables && known
        ? pointViews(this.points, { indicator, sex: known, birthDate: this.birthDate ?? '' }, tables, words)
        : [];
    return html`<figure aria-labelledby="title">
      <figcaption id="title">${title}</figcaption>
      <div class="probe"></div>
      ${known ? this.#renderDrawing(indicator, known, views) : html`<p>${ui.noSex}</p>`}
      ${views.length ? this.#renderTable(indicator, title, views) : nothing}
      <p class="small">${ui.source} ${ui.advisory}</p>
    </figure>`;
  }

  #renderDrawing(indicator: GrowthIndicator, sex: Sex, views: readonly PointView[]): TemplateResult {
    const { words, tables } = this;
    const { ui } = words;
    if (this.failed)
      return html`<p class="failure" role="alert">
        ${ui.failed} <button type="button" @click=${() => void this.#load()}>${ui.again}</button>
      </p>`;
    if (!tables) return html`<p role="status">${ui.loading}</p>`;
    const plotted = views.filter((view): view is Plotted => view.spot !== undefined);
    const left = views.length - plotted.length;
    const wide = this.width >= 480;
    const lying = plotted.length > 0 && plotted.every((view) => view.lying);
    const spots = plotted.map(({ spot }) => spot);
    const frame = frameOf(indicator, sex, spots, { lying, wide }, tables);
    const layout = layoutOf(this.width);
    const inYears = indicator !== 'weightForHeight' && frame.x[1] > 60;
    const titles = {
      x: words.axes[indicator === 'weightForHeight' ? 'height' : inYears ? 'years' : 'months'],
      y: words.axes[measureOf[indicator]],
      inYears,
    };
    const placed = spots.map(placing(frame, layout));
    return html`<svg
        viewBox="0 0 ${layout.width} ${layout.height}"
        role="group"
        aria-labelledby="title"
        aria-describedby="hint"
      >
        <g aria-hidden="true">
          ${axesView(frame, layout, words, titles)} ${curvesView(frame, layout)} ${trackView(placed)}
        </g>
        <g @keydown=${(event: KeyboardEvent) => this.#onKey(event, plotted.length)}>
          ${plotted.map((view, at) => this.#renderPoint(view, placed[at]!, at))}
        </g>
      </svg>
      <p class="small" id="hint">
        ${ui.legend}.
        ${
          plotted.length
            ? html`${fill(ui.summary, { count: plotted.length })} <span class="keys">${ui.keys}</span>`
            : ui.noPoints
        }
        ${left ? fill(ui.outside, { count: left }) : nothing}
      </p>
      ${plotted.length ? html`<p class="detail">${plotted[this.chosen]?.label ?? ui.pick}</p>` : nothing}`;
  }

  #renderPoint(view: Plotted, { x, y }: Spot, at: number): SVGTemplateResult {
    const choose = (): void => this.#choose(at, false);
    return svg`<g
      class="point ${at === this.chosen ? 'chosen' : ''}"
      role="img"
      tabindex=${at === Math.max(0, this.chosen) ? 0 : -1}
      aria-label=${view.label}
      @focus=${choose}
      @click=${choose}
      @pointerenter=${choose}
    ><circle class="hit" cx=${x} cy=${y} r="14"></circle><circle
      class="ring" cx=${x} cy=${y} r="10"></circle><circle class="dot" cx=${x} cy=${y} r="4.5"></circle></g>`;
  }

  #renderTable(indicator: GrowthIndicator, title: string, views: readonly PointView[]): TemplateResult {
    const { showsTable } = this;
    const { ui, axes } = this.words;
    return html`<button
        type="button"
        class="link toggle"
        aria-expanded=${showsTable}
        aria-controls="data"
        @click=${() => (this.showsTable = !this.showsTable)}
      >
        ${showsTable ? ui.hideTable : ui.showTable}
      </button>
      <div
        id="data"
        class=${showsTable ? 'scroll' : 'hidden'}
        role=${showsTable ? 'region' : nothing}
        aria-label=${showsTable ? ui.points : nothing}
        tabindex=${showsTable ? 0 : nothing}
      >
        <table>
          <caption class="hidden">
            ${title}
          </caption>
          <thead>
            <tr>
              <th scope="col">${ui.date}</th>
              <th scope="col">${ui.age}</th>
              ${columnsOf[indicator].map((column) => html`<th scope="col">${axes[column]}</th>`)}
              <th scope="col">${ui.z}</th>
              <th scope="col">${ui.assessment}</th>
            </tr>
          </thead>
          <tbody>
            ${views.map(
              (view) =>
                html`<tr>
                  <th scope="row">${view.date}</th>
                  <td>${view.age}</td>
                  ${view.cells.map((cell) => html`<td class="number">${cell}</td>`)}
                  <td class="number">${view.z}</td>
                  <td>${view.remark}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }
}
