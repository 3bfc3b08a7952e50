import { execFileSync } from 'node:child_process';
import type { Bench } from './browser.ts';
import { figureOf } from './figures.ts';
import type { Figure } from './figures.ts';
import type { PureTimes } from './pages/pure.ts';

function figuresOf(where: string, runs: readonly PureTimes[]): Figure[] {
  const group = `Without a screen, ${where}`;
  const of = (name: string, part: (run: PureTimes) => number, unit: string, bar?: number): Figure =>
    figureOf(group, name, unit, runs.map(part), bar);
  const { issues, entries, slowest } = runs[0]!;
  return [
    of(`check of a full record (${issues} issues)`, ({ check }) => check, 'ms', 2),
    of('check of a full record, the very first', ({ checkFirst }) => checkFirst, 'ms'),
    of('reading one text', ({ reading }) => reading * 1000, 'µs'),
    of(`search in ${entries} ICD-10 entries, slowest query (${slowest})`, ({ search }) => search, 'ms', 10),
    of(`index of ${entries} ICD-10 entries, once`, ({ searchIndex }) => searchIndex, 'ms'),
    of('every z-score of 1,000 children', ({ zScores }) => zScores, 'ms'),
    of('the same, first time (reads the tables)', ({ growthTables }) => growthTables, 'ms'),
    of('nutrition of 1,000 children, judged', ({ nutrition }) => nutrition, 'ms'),
  ];
}

// A process of its own each time, as each page is fresh: the first check is a cold one.
function measureInNode(): PureTimes {
  const module = JSON.stringify(new URL('pages/pure.ts', import.meta.url).href);
  const code = `import(${module}).then(async ({ measurePure }) => console.log(JSON.stringify(await measurePure())))`;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '--eval', code], { encoding: 'utf8' });
  return JSON.parse(output) as PureTimes;
}

/** Judging, reading and searching, in Node and in the browser. */
export async function measureWithoutScreen(bench: Bench, rounds: number): Promise<Figure[]> {
  await bench.add({ name: 'pure', file: 'pure.ts' });
  const inNode: PureTimes[] = [];
  const inBrowser: PureTimes[] = [];
  for (let round = 0; round < rounds; round++) {
    inNode.push(measureInNode());
    const page = await bench.open();
    inBrowser.push(await page.run<PureTimes>(`import('/pure.js').then((pure) => pure.measurePure())`));
    await page.close();
  }
  return [...figuresOf('Node', inNode), ...figuresOf('browser', inBrowser)];
}
