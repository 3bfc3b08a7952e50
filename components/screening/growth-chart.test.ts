import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import type { GrowthTables } from '../../src/measures/index.ts';
import { GrowthChart } from './index.ts';
import type { GrowthPoint } from './index.ts';

/** A girl measured in both rounds of two school years. */
const pupil: readonly GrowthPoint[] = [
  { measuredOn: '2026-03-16', weightKg: 29, heightCm: 131.2 },
  { measuredOn: '2024-09-12', weightKg: 24.1, heightCm: 122.4 },
  { measuredOn: '2025-09-15', weightKg: 27.4, heightCm: 128.5 },
];

async function chartOf(more: Partial<GrowthChart> = {}, width = '640px'): Promise<GrowthChart> {
  GrowthChart.define();
  const given = { sex: 'female', birthDate: '2017-03-14', points: pupil, ...more };
  const place = await fixture<HTMLElement>(html`<div style="inline-size: ${width}"></div>`);
  const chart = Object.assign(document.createElement('hssk-growth-chart'), given);
  place.append(chart);
  await waitUntil(() => chart.shadowRoot!.querySelector('svg, .failure') || given.sex !== 'female');
  await chart.updateComplete;
  return chart;
}

const all = <E extends Element = HTMLElement>(chart: GrowthChart, selector: string): E[] => [
  ...chart.shadowRoot!.querySelectorAll<E>(selector),
];
const one = <E extends Element = HTMLElement>(chart: GrowthChart, selector: string): E =>
  chart.shadowRoot!.querySelector<E>(selector)!;
const words = (node: Node): string => node.textContent!.replace(/\s+/g, ' ').trim();
const labels = (chart: GrowthChart): (string | null)[] =>
  all(chart, '.point').map((point) => point.getAttribute('aria-label'));
const tableRows = (chart: GrowthChart): string[] =>
  all<HTMLTableRowElement>(chart, 'tbody tr').map((row) => [...row.cells].map(words).join(' | '));

it('draws seven curves that differ without colour, and the points by date', async () => {
  const chart = await chartOf();
  const curves = all<SVGPathElement>(chart, '.curve');
  assert.lengthOf(curves, 7);
  const styles = curves.slice(0, 4).map((curve) => getComputedStyle(curve).strokeDasharray);
  assert.equal(new Set(styles).size, 4, styles.join(' | '));
  const named = all(chart, 'svg text').map(words);
  for (const name of ['+3', '+2', '+1', '0', '−1', '−2', '−3']) assert.include(named, name);
  assert.deepEqual(labels(chart), [
    '12/09/2024, 7 tuổi 5 tháng, 122,4 cm, Z-score −0,22, Bình thường',
    '15/09/2025, 8 tuổi 6 tháng, 128,5 cm, Z-score −0,17, Bình thường',
    '16/03/2026, 9 tuổi, 131,2 cm, Z-score −0,22, Bình thường',
  ]);
});

it('places a measure of the median on the median curve, at birth as at 24 months', async () => {
  // WHO's medians of boys: weight at birth 3.3464 kg, and 12.1482 kg on day 730.
  const points = [
    { measuredOn: '2022-01-01', weightKg: 3.3464 },
    { measuredOn: '2024-01-01', weightKg: 12.1482 },
  ];
  const boy = { sex: 'male', birthDate: '2022-01-01', indicator: 'weightForAge' } as const;
  const chart = await chartOf({ ...boy, points });
  const numbers = one(chart, '.sd0')
    .getAttribute('d')!
    .split(/[ML]/)
    .slice(1)
    .map((spot) => spot.split(' ').map(Number));
  const [first, last] = all(chart, '.dot').map((dot) =>
    ['cx', 'cy'].map((at) => Number(dot.getAttribute(at))),
  );
  assert.deepEqual(first, numbers[0]);
  const nearest = numbers.reduce((a, b) =>
    Math.abs(b[0]! - last![0]!) < Math.abs(a[0]! - last![0]!) ? b : a,
  );
  assert.closeTo(nearest[1]!, last![1]!, 1);
});

it('has every measurement in the table behind it, with the reason where none can be drawn', async () => {
  const points: GrowthPoint[] = [
    ...pupil,
    { measuredOn: '2026-05-01', heightCm: 132 },
    { measuredOn: '2026-06-01', weightKg: 29.5, heightCm: 132.3, oedema: true },
    { measuredOn: '2017-03-01', weightKg: 29.5, heightCm: 132.3 },
    { measuredOn: '2026-07-01', weightKg: 95, heightCm: 132.5 },
    { measuredOn: '2037-01-01', weightKg: 50, heightCm: 155 },
  ];
  const chart = await chartOf({ points, indicator: 'bmiForAge' });
  assert.deepEqual(tableRows(chart), [
    '01/03/2017 |  | 29,5 | 132,3 | 16,85 |  | Ngày sinh hoặc ngày đo không hợp lệ',
    '12/09/2024 | 7 tuổi 5 tháng | 24,1 | 122,4 | 16,09 | 0,32 | Bình thường',
    '15/09/2025 | 8 tuổi 6 tháng | 27,4 | 128,5 | 16,59 | 0,37 | Bình thường',
    '16/03/2026 | 9 tuổi | 29 | 131,2 | 16,85 | 0,37 | Bình thường',
    '01/05/2026 | 9 tuổi 1 tháng |  | 132 |  |  | Thiếu số đo',
    '01/06/2026 | 9 tuổi 2 tháng | 29,5 | 132,3 | 16,85 |  | Phù: không tính theo cân nặng',
    '01/07/2026 | 9 tuổi 3 tháng | 95 | 132,5 | 54,11 | 8,13 | Béo phì; Giá trị rất xa chuẩn: đề nghị đo lại',
    '01/01/2037 | 19 tuổi 9 tháng | 50 | 155 | 20,81 |  | Ngoài phạm vi của chuẩn WHO',
  ]);
  assert.lengthOf(labels(chart), 4);
  assert.include(words(one(chart, '#hint')), '4 lần đo không vẽ được');
});

it('gives ranges and draws nothing where only the month of birth is known', async () => {
  const chart = await chartOf({ birthDate: '2017-03', points: [pupil[0]!] });
  assert.lengthOf(labels(chart), 0);
  const [row] = tableRows(chart);
  assert.match(
    row!,
    /8 tuổi 11 tháng đến 9 tuổi \| 131,2 \| −0,2\d đến −0,1\d \| Bình thường; Chưa rõ ngày sinh/,
  );
});

it('shows the table on demand; it is read out at any time', async () => {
  const chart = await chartOf();
  const data = one(chart, '#data');
  assert.isBelow(data.clientHeight, 2);
  assert.notEqual(getComputedStyle(data).display, 'none');
  one(chart, '.toggle').click();
  await chart.updateComplete;
  assert.isAbove(data.clientHeight, 60);
  assert.equal(one(chart, '.toggle').getAttribute('aria-expanded'), 'true');
});

it('takes one place in the order of the keyboard, arrows go through the points', async () => {
  const chart = await chartOf();
  const chosen = (): string => words(one(chart, '.detail'));
  assert.deepEqual(
    all(chart, '.point').map((point) => point.getAttribute('tabindex')),
    ['0', '-1', '-1'],
  );
  all(chart, '.point')[0]!.focus();
  await chart.updateComplete;
  assert.include(chosen(), '12/09/2024');
  for (const [key, date] of [
    ['ArrowRight', '15/09/2025'],
    ['End', '16/03/2026'],
    ['ArrowRight', '16/03/2026'],
    ['ArrowLeft', '15/09/2025'],
    ['Home', '12/09/2024'],
  ] as const) {
    await sendKeys({ press: key });
    await chart.updateComplete;
    assert.include(chosen(), date, key);
    assert.include(chart.shadowRoot!.activeElement?.getAttribute('aria-label'), date, key);
  }
  await sendKeys({ press: 'Tab' });
  assert.equal(chart.shadowRoot!.activeElement, one(chart, '.toggle'));
});

it('switches the indicator by attribute', async () => {
  const chart = await chartOf();
  const titles: readonly (readonly [string, string, number])[] = [
    ['weightForAge', 'Cân nặng theo tuổi, trẻ gái', 3],
    ['heightForAge', 'Chiều dài/chiều cao theo tuổi, trẻ gái', 3],
    ['bmiForAge', 'BMI theo tuổi, trẻ gái', 3],
    ['weightForHeight', 'Cân nặng theo chiều dài/chiều cao, trẻ gái', 0],
    ['headForAge', 'Vòng đầu theo tuổi, trẻ gái', 0],
  ];
  for (const [indicator, title, drawn] of titles) {
    chart.setAttribute('indicator', indicator);
    await chart.updateComplete;
    assert.equal(words(one(chart, 'figcaption')), title);
    assert.lengthOf(all(chart, '.curve'), 7);
    assert.lengthOf(labels(chart), drawn, indicator);
    const { x, width } = one<SVGGraphicsElement>(chart, '.frame').getBBox();
    const curve = one<SVGGraphicsElement>(chart, '.sd0').getBBox();
    assert.closeTo(curve.x + curve.width, x + width, 1, `${indicator} to its end`);
  }
});

it('draws weight for length and for height on one curve, the same distance from it', async () => {
  const small = { sex: 'female', birthDate: '2022-01-01', indicator: 'weightForHeight' } as const;
  const lying = { measuredOn: '2023-06-01', weightKg: 10, heightCm: 78.7 };
  const standing = { measuredOn: '2024-06-01', weightKg: 10, heightCm: 78 };
  const chart = await chartOf({ ...small, points: [lying, standing] });
  const [a, b] = all(chart, '.dot').map((dot) => dot.getAttribute('cx'));
  assert.equal(a, b);
  assert.equal(labels(chart)[0]!.match(/Z-score \S+/)![0], labels(chart)[1]!.match(/Z-score \S+/)![0]);
  const newborn = { measuredOn: '2022-01-01', weightKg: 3.2, heightCm: 49.1 };
  chart.points = [newborn, lying, standing];
  await chart.updateComplete;
  const left = Number(one(chart, '.frame').getAttribute('x'));
  for (const dot of all(chart, '.dot')) assert.isAtLeast(Number(dot.getAttribute('cx')), left);
  const steps = one(chart, '.sd0')
    .getAttribute('d')!
    .split(/[ML]/)
    .slice(1)
    .map((spot) => spot.split(' ').map(Number));
  // The weight for length and that for height meet without a step.
  for (const [at, [, y]] of steps.entries()) assert.isBelow(Math.abs(y! - (steps[at - 1]?.[1] ?? y!)), 12);
  chart.points = [lying];
  await chart.updateComplete;
  assert.include(all(chart, 'svg text').map(words), '45');
});

it('leaves a gap where length becomes height, and where the reference of 2007 begins', async () => {
  const pieces = (chart: GrowthChart): number => one(chart, '.sd0').getAttribute('d')!.split('M').length - 1;
  const birthDate = '2020-01-01';
  const until = async (...dates: string[]): Promise<number> =>
    pieces(await chartOf({ birthDate, points: dates.map((measuredOn) => ({ measuredOn, heightCm: 80 })) }));
  assert.equal(await until('2021-06-01'), 1);
  assert.equal(await until('2021-06-01', '2023-01-01'), 2);
  assert.equal(await until('2021-06-01', '2023-01-01', '2028-01-01'), 3);
});

it('says what is missing instead of drawing something wrong', async () => {
  const noSex = await chartOf({ sex: 'other' });
  assert.include(words(one(noSex, 'figure')), 'Chưa có giới tính');
  assert.isNull(one(noSex, 'svg'));
  const empty = await chartOf({ points: [] });
  assert.include(words(one(empty, '#hint')), 'Chưa có lần đo nào');
  assert.lengthOf(all(empty, '.curve'), 7);
});

it('says where the values come from, in both languages', async () => {
  const chart = await chartOf();
  assert.include(words(one(chart, 'figure')), 'Nguồn: WHO');
  assert.include(words(one(chart, 'figure')), 'không phải là chẩn đoán');
  chart.locale = 'en';
  await waitUntil(() => words(one(chart, 'figcaption')) === 'Length/height for age, girls');
  assert.include(labels(chart)[1], '8 years 6 months, 128.5 cm, Z-score −0.17, Normal');
  assert.include(words(one(chart, 'figure')), 'Source: WHO');
});

it('tells when the tables cannot be loaded, and loads them again at a press', async () => {
  let tries = 0;
  class Broken extends GrowthChart {
    static override tag = 'hssk-growth-chart-without-network';
    protected override load(): Promise<GrowthTables> {
      return tries++ ? super.load() : Promise.reject(new Error('no network'));
    }
  }
  Broken.define();
  const chart = await fixture<GrowthChart>(
    html`<hssk-growth-chart-without-network
      sex="male"
      birth-date="2020-01-01"
    ></hssk-growth-chart-without-network>`,
  );
  await waitUntil(() => one(chart, '[role=alert]'));
  one(chart, '[role=alert] button').click();
  await waitUntil(() => one(chart, 'svg'));
  assert.isNull(one(chart, '[role=alert]'));
});

it('fits a phone without a scroll bar and keeps its letters legible', async () => {
  const chart = await chartOf({ showsTable: true }, '360px');
  await waitUntil(() => one(chart, 'svg').getAttribute('viewBox')!.startsWith('0 0 33'));
  assert.isAtMost(chart.scrollWidth, 360);
  const svg = one<SVGSVGElement>(chart, 'svg');
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  assert.closeTo(scale, 1, 0.02);
  const right = svg.getBoundingClientRect().right;
  for (const text of all(chart, 'svg text'))
    assert.isAtMost(text.getBoundingClientRect().right, right + 4, words(text));
});

it('prints in black on white whatever the theme, and obeys forced colours', async () => {
  const chart = await chartOf({ theme: 'dark', showsTable: true });
  try {
    await emulateMedia({ media: 'print' });
    for (const line of [...all(chart, '.curve'), ...all(chart, '.dot')])
      assert.equal(getComputedStyle(line).stroke, 'rgb(0, 0, 0)');
    for (const part of ['.toggle', '.detail', '.keys'])
      assert.equal(getComputedStyle(one(chart, part)).display, 'none', part);
    assert.equal(getComputedStyle(chart).color, 'rgb(0, 0, 0)');
    assert.equal(getComputedStyle(chart).backgroundColor, 'rgb(255, 255, 255)');
    await emulateMedia({ media: 'screen', forcedColors: 'active' });
    const text = getComputedStyle(one(chart, 'figcaption')).color;
    for (const line of all(chart, '.curve')) assert.equal(getComputedStyle(line).stroke, text);
  } finally {
    await emulateMedia({ media: 'screen', forcedColors: 'none' });
  }
});

for (const [state, more, width] of [
  ['light', {}, '640px'],
  ['dark with its table', { theme: 'dark', showsTable: true }, '640px'],
  ['a phone with its table', { showsTable: true, indicator: 'bmiForAge' }, '360px'],
  ['without a sex', { sex: undefined }, '640px'],
] as const) {
  it(`is accessible: ${state}`, async () => {
    await setViewport({ width: 800, height: 900 });
    const chart = await chartOf(more as Partial<GrowthChart>, width);
    await expect(chart).to.be.accessible();
  });
}
