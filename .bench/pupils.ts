import type { Bench, Page } from './browser.ts';
import { spent } from './browser.ts';
import { figureOf, median } from './figures.ts';
import type { Figure } from './figures.ts';
import { press, pressIn } from './keys.ts';

/** A measuring station as it is typed: weight, height, blood pressure, pulse. */
const typed = ['27,5', '128,5', '105/65', '88'];
const sizes = [20, 2_000] as const;

interface Drawn {
  readonly forms: number;
  readonly blanks: number;
  readonly rows: number;
}

interface Switched {
  readonly cpu: number;
  readonly drawn: Drawn;
}

async function write(page: Page, words: string): Promise<void> {
  for (const key of words) await press(page, key);
}

/** From the last Enter of a pupil until the next one can be written of: saved, sealed, queued, list and form drawn. */
async function switchFrom(page: Page, at: number): Promise<Switched> {
  for (const [field, words] of typed.entries()) {
    if (field) await press(page, 'Enter');
    await write(page, words);
  }
  // What follows typing after a pause belongs to the typing.
  await page.run(`document.querySelector('hssk-screening-form').check().then(frames2)`);
  await page.run('pupils.seen()');
  const from = await page.cpu();
  await press(page, 'Enter');
  await page.run(`pupils.isOpen('m${at + 1}').then(frames2)`);
  return {
    cpu: spent(from, await page.cpu()).task,
    drawn: await page.run<Drawn>('pupils.seen()'),
  };
}

/** Turns the wheel over the list, from its top to its end; the longest task of the page meanwhile. */
async function scroll(page: Page): Promise<number> {
  const { x, y } = await page.run<{ x: number; y: number }>('pupils.middle()');
  const wheel = { type: 'mouseWheel', x, y, deltaX: 0, deltaY: 2_400 } as const;
  const { longest } = await page.tasks(async () => {
    for (let turns = 0; !(await page.run<boolean>('frames2().then(() => pupils.isAtEnd())')); turns++) {
      if (turns > 500) throw new Error('The list does not scroll to its end');
      await page.cdp.send('Input.dispatchMouseEvent', wheel);
    }
  });
  return longest;
}

interface Round {
  readonly switches: readonly Switched[];
  /** Script time of one key in the weight of a pupil. */
  readonly key: number;
  readonly longest: number;
}

async function station(bench: Bench, size: number, pupils: number, keys: number): Promise<Round> {
  const page = await bench.openOnDisk();
  try {
    await page.run(
      `import('/pupils.js').then(async (page) => { globalThis.pupils = page; await page.draw(${size}); await frames2(); })`,
    );
    // The first pupil loads what comes later: words, tables, rules.
    await switchFrom(page, 1);
    const switches: Switched[] = [];
    for (let at = 2; at < 2 + pupils; at++) switches.push(await switchFrom(page, at));
    await pressIn(page, '2', 4);
    await page.run(`document.querySelector('hssk-screening-form').check().then(frames2)`);
    const key = (await page.script(() => pressIn(page, '2', keys))) / keys;
    const longest = size > 100 ? await scroll(page) : 0;
    const waiting = await page.run<number>('pupils.end()');
    if (waiting !== pupils + 1) throw new Error(`${waiting} of ${pupils + 1} pupils are in the queue`);
    return { switches, key, longest };
  } finally {
    await page.close();
  }
}

/** Writing of one pupil after the other, with few and with many on the list. */
export async function measurePupils(
  bench: Bench,
  rounds: number,
  pupils: number,
  keys: number,
): Promise<Figure[]> {
  const group = `One pupil after the other at the measuring station, CPU time (${pupils} pupils, median of ${rounds})`;
  await bench.add({ name: 'pupils', file: 'pupils.ts' });
  const runs = new Map<number, Round[]>(sizes.map((size) => [size, []]));
  for (let round = 0; round < rounds; round++)
    for (const size of round % 2 ? [...sizes].reverse() : sizes)
      runs.get(size)!.push(await station(bench, size, pupils, keys));
  const [few, many] = sizes;
  const cpu = (size: number): number[] =>
    runs.get(size)!.map(({ switches }) => median(switches.map((each) => each.cpu)));
  const most = (part: keyof Drawn): number =>
    Math.max(...runs.get(many)!.flatMap(({ switches }) => switches.map(({ drawn }) => drawn[part])));
  return [
    ...sizes.map((size) =>
      figureOf(group, `saved and the next one open, ${size} on the list`, 'ms', cpu(size)),
    ),
    {
      group,
      name: `saved and the next one open: ${many} / ${few} on the list`,
      unit: '×',
      value: median(cpu(many)) / median(cpu(few)),
      bar: 1.25,
    },
    { group, name: `rows of the list touched, of ${many}`, unit: '', value: most('rows'), bar: 3 },
    { group, name: 'fields drawn again', unit: '', value: most('blanks') },
    { group, name: 'times the form was drawn', unit: '', value: most('forms') },
    figureOf(
      group,
      'script of a keystroke in the weight',
      'ms',
      runs.get(many)!.map(({ key }) => key),
      1,
    ),
    figureOf(
      group,
      `longest task while ${many} rows are scrolled through`,
      'ms',
      runs.get(many)!.map(({ longest }) => longest),
      50,
    ),
  ];
}
