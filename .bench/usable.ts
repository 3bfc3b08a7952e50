import { spent } from './browser.ts';
import type { Bench, Cpu } from './browser.ts';
import { compared, load, titles } from './compared.ts';
import type { Compared } from './compared.ts';
import { figureOf, median, short, spreadOf } from './figures.ts';
import type { Figure } from './figures.ts';

interface Run {
  readonly load: Cpu;
  readonly draw: Cpu;
  /** What the form fetches when it stands: loading its rules and judging once. */
  readonly judge: Cpu;
}

const bar = 1.25;

/** One fresh page: script fetched, compiled and run; then the form drawn and two frames. */
async function measure(bench: Bench, name: Compared, throttle: number): Promise<Run> {
  const page = await bench.open(throttle);
  const before = await page.cpu();
  await load(page, name);
  const loaded = await page.cpu();
  await page.run('drawn.draw(document.body); frames2()');
  const drawn = await page.cpu();
  if (name === 'ours' || name === 'whole')
    await page.run(`document.querySelector('hssk-record-form').check().then(frames2)`);
  const judged = await page.cpu();
  await page.close();
  return { load: spent(before, loaded), draw: spent(loaded, drawn), judge: spent(drawn, judged) };
}

/** Main-thread CPU time until all fields are drawn and two frames later, interleaved: each round every page once, in turning order. */
export async function measureUsable(bench: Bench, rounds: number, throttle: number): Promise<Figure[]> {
  const group = `Main-thread CPU to usable, ${rounds} interleaved rounds${throttle > 1 ? `, ×${throttle} throttled` : ''}`;
  const runs: { [name in Compared]: Run[] } = { native: [], bare: [], bareEach: [], ours: [], whole: [] };
  for (const name of compared) await measure(bench, name, throttle);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < compared.length; turn++) {
      const name = compared[(round + turn) % compared.length]!;
      runs[name].push(await measure(bench, name, throttle));
    }
  }
  const whole = ({ load, draw }: Run): number => load.task + draw.task;
  const drawing = ({ draw }: Run): number => draw.task;
  const judging = ({ judge }: Run): number => judge.task;
  const judged = (run: Run): number => whole(run) + judging(run);
  const ratio = (
    label: string,
    to: Compared,
    part: (run: Run) => number,
    {
      limit,
      of = 'ours',
      counted = part,
    }: { limit?: number; of?: Compared; counted?: (run: Run) => number } = {},
  ): Figure => {
    const rates = runs[of].map((run, round) => counted(run) / part(runs[to][round]!));
    const value = median(runs[of].map(counted)) / median(runs[to].map(part));
    return {
      ...figureOf(group, label, '×', rates, limit),
      value,
      spread: `a round ${spreadOf(rates)}`,
    };
  };
  const absolute = compared.flatMap((name) => {
    const of = (part: (run: Run) => number): number => median(runs[name].map(part));
    const sum = (kind: keyof Cpu): string => short(of(({ load, draw }) => load[kind] + draw[kind]));
    const figure = figureOf(group, titles[name], 'ms', runs[name].map(whole));
    const parts = `load ${short(of(({ load }) => load.task))}, draw ${short(of(drawing))}; of it style ${sum('style')}, layout ${sum('layout')}`;
    return [{ ...figure, spread: `${figure.spread ?? ''}  ${parts}` }];
  });
  return [
    ...absolute,
    ratio('ours / bare Lit, one element a section', 'bare', whole, { limit: bar }),
    ratio('with its rules at once / bare Lit, one element a section', 'bare', whole, {
      of: 'whole',
      limit: bar,
    }),
    ratio('the same and one judgement / bare Lit', 'bare', whole, { of: 'whole', counted: judged }),
    ratio('ours / bare Lit, one element a field', 'bareEach', whole),
    ratio('ours / native HTML', 'native', whole),
    ratio('drawing alone: ours / bare Lit, one element a section', 'bare', drawing),
    ratio('drawing alone: ours / bare Lit, one element a field', 'bareEach', drawing),
    figureOf(group, 'half a second later: rules fetched, form judged once', 'ms', runs.ours.map(judging)),
  ];
}
