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
  /** How long it took to send everything; 0 = nothing was sent. */
  readonly sentMs: number;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Keys while records go out; or, with nothing to be sent, for as many keys. */
async function typing(bench: Bench, count: number, keysWithout: number): Promise<Typed> {
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
    let sentMs = 0;
    const seen = await page.tasks(async () => {
      let isOver = false;
      if (count) {
        await page.run('page.send()');
        void page.run<number>('page.sent()').then((ms) => {
          sentMs = ms;
          isOver = true;
        });
      }
      while (count ? !isOver : keys < keysWithout) {
        await press(page, keys++ % 2 ? 'Backspace' : 'u');
        await pause(paceMs);
      }
    });
    const left = await page.run<number>('page.left()');
    if (left) throw new Error(`${left} of ${count} records were not sent`);
    await page.run('page.end()');
    return { ...seen, keys, sentMs };
  } finally {
    await page.close();
  }
}

/** Keys in the form while records are sent as batches, beside the same with nothing to send. */
export async function measureSending(bench: Bench, rounds: number, count: number): Promise<Figure[]> {
  const group = `Typing while ${count} records are sent (drafts kept, median of ${rounds})`;
  await bench.add({ name: 'sending', file: 'sending.ts' });
  const busy: Typed[] = [];
  const quiet: Typed[] = [];
  for (let round = 0; round < rounds; round++) {
    busy.push(await typing(bench, count, 0));
    quiet.push(await typing(bench, 0, busy.at(-1)!.keys));
  }
  const of = (runs: readonly Typed[], part: (run: Typed) => number): number[] => runs.map(part);
  const perKey = ({ keyScript, keys }: Typed): number => keyScript / keys;
  const longest = ({ longest }: Typed): number => longest;
  return [
    figureOf(group, 'script of a keystroke, sending', 'ms', of(busy, perKey), 1),
    figureOf(group, 'script of a keystroke, nothing to send', 'ms', of(quiet, perKey)),
    figureOf(group, 'longest task, sending', 'ms', of(busy, longest), longTaskMs),
    figureOf(group, 'longest task, nothing to send', 'ms', of(quiet, longest)),
    figureOf(
      group,
      `tasks above ${longTaskMs} ms, sending`,
      '',
      of(busy, ({ long }) => long),
    ),
    figureOf(
      group,
      `tasks above ${longTaskMs} ms, nothing to send`,
      '',
      of(quiet, ({ long }) => long),
    ),
    {
      group,
      name: 'main thread taken by sending a record',
      unit: 'ms',
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
