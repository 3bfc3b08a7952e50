import type { Bench } from './browser.ts';
import { probe } from './compared.ts';
import { figureOf, median } from './figures.ts';
import type { Figure } from './figures.ts';
import { press } from './keys.ts';
import type { MainThread } from './trace.ts';

const path = 'administrative.fullName';
const longTaskMs = 50;
/** A quick hand: a key every 80 ms. */
const paceMs = 80;

interface Typed extends MainThread {
  readonly keys: number;
  /** Milliseconds until everything was sent; 0 = nothing was. */
  readonly sentMs: number;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Keys while records go out; or `keys` of them while as many records wait. */
async function typing(bench: Bench, count: number, wanted?: number): Promise<Typed> {
  const page = await bench.openOnDisk();
  try {
    await page.run(
      `import('/sending.js').then(async (page) => { globalThis.page = page; await page.draw(${count}); await frames2(); })`,
    );
    await probe(page);
    await page.run(`probe.focus('${path}')`);
    for (let key = 0; key < 4; key++) await press(page, key % 2 ? 'Backspace' : 'u');
    await page.run(`document.querySelector('hssk-record-form').check().then(frames2)`);
    let keys = 0;
    let sentMs: number | undefined;
    const seen = await page.tasks(async () => {
      const sending =
        wanted === undefined && page.run<number>('page.send()').then((ms) => void (sentMs = ms));
      while (sending ? sentMs === undefined : keys < wanted!) {
        await press(page, keys++ % 2 ? 'Backspace' : 'u');
        await pause(paceMs);
      }
      await sending;
    });
    const left = await page.run<number>('page.end()');
    if (left !== (wanted === undefined ? 0 : count))
      throw new Error(`${left} of ${count} records are in the queue`);
    return { ...seen, keys, sentMs: sentMs ?? 0 };
  } finally {
    await page.close();
  }
}

/** Keys in the form while records are sent as batches, beside the same while they wait. */
export async function measureSending(bench: Bench, rounds: number, count: number): Promise<Figure[]> {
  const group = `Typing while ${count} full records are sent, drafts kept, CPU time (median of ${rounds})`;
  await bench.add({ name: 'sending', file: 'sending.ts' });
  const busy: Typed[] = [];
  const quiet: Typed[] = [];
  for (let round = 0; round < rounds; round++) {
    busy.push(await typing(bench, count));
    quiet.push(await typing(bench, count, busy.at(-1)!.keys));
  }
  const of = (runs: readonly Typed[], part: (run: Typed) => number): number[] => runs.map(part);
  const perKey = ({ keyScript, keys }: Typed): number => keyScript / keys;
  const longest = ({ longest }: Typed): number => longest;
  return [
    figureOf(group, 'script of a keystroke, sending', 'ms', of(busy, perKey), 1),
    figureOf(group, 'script of a keystroke, nothing sent', 'ms', of(quiet, perKey)),
    figureOf(group, 'longest task, sending', 'ms', of(busy, longest), longTaskMs),
    figureOf(group, 'longest task, nothing sent', 'ms', of(quiet, longest)),
    figureOf(
      group,
      `tasks above ${longTaskMs} ms, sending`,
      '',
      of(busy, ({ long }) => long),
    ),
    figureOf(
      group,
      `tasks above ${longTaskMs} ms, nothing sent`,
      '',
      of(quiet, ({ long }) => long),
    ),
    {
      group,
      name: 'main thread taken by sending a record',
      unit: 'ms',
      // The keys of both are the same.
      value: (median(of(busy, ({ sum }) => sum)) - median(of(quiet, ({ sum }) => sum))) / count,
    },
    figureOf(
      group,
      'all sent after',
      'ms',
      of(busy, ({ sentMs }) => sentMs),
    ),
  ];
}
