import type { Bench, Page } from './browser.ts';
import { compared, load, probe, titles } from './compared.ts';
import type { Compared } from './compared.ts';
import { median } from './figures.ts';
import type { Figure } from './figures.ts';

interface Weight {
  readonly heap: number;
  /** All nodes of the document, those inside the browser's own controls included. */
  readonly nodes: number;
  readonly listeners: number;
}

const referenceFields = 120;
const minus = (to: Weight, from: Weight): Weight => ({
  heap: to.heap - from.heap,
  nodes: to.nodes - from.nodes,
  listeners: to.listeners - from.listeners,
});

async function weigh({ cdp, run }: Page): Promise<Weight> {
  await run('frames2()');
  // Twice: what the first one frees may hold more.
  for (let times = 0; times < 2; times++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  return { heap: usedSize / 1e6, nodes, listeners: jsEventListeners };
}

/** Listeners found by walking the document through every shadow root. */
async function walkedListeners({ cdp }: Page): Promise<number> {
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document' });
  const { listeners } = await cdp.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId!,
    depth: -1,
    pierce: true,
  });
  return listeners.length;
}

async function measure(bench: Bench, name: Compared) {
  const page = await bench.open();
  const before = await weigh(page);
  await load(page, name);
  const loaded = await weigh(page);
  await page.run('drawn.draw(document.body)');
  const drawn = await weigh(page);
  await probe(page);
  const walked = { nodes: await page.run<number>('probe.nodes()'), listeners: await walkedListeners(page) };
  await page.close();
  return { code: minus(loaded, before), form: minus(drawn, loaded), all: minus(drawn, before), walked };
}

/** Nodes, listeners and heap of each page. A field = one place of the record. */
export async function measureWeight(bench: Bench, rounds: number, places: number): Promise<Figure[]> {
  const group = `Weight of ${places} fields, garbage collected, median of ${rounds}`;
  const figures: Figure[] = [];
  for (const name of compared) {
    const runs = [];
    for (let round = 0; round < rounds; round++) runs.push(await measure(bench, name));
    type Run = (typeof runs)[number];
    const of = (part: (run: Run) => number): number => median(runs.map(part));
    const add = (label: string, unit: string, value: number, bar?: number): number =>
      figures.push({
        group,
        name: `${titles[name]}: ${label}`,
        unit,
        value,
        ...(bar !== undefined && name === 'ours' ? { bar } : {}),
      });
    add('DOM nodes a field (browser’s counter)', 'nodes', of(({ all }) => all.nodes) / places, 33);
    add('DOM nodes a field (walked)', 'nodes', of(({ walked }) => walked.nodes) / places);
    add('listeners a field (browser’s counter)', '', of(({ all }) => all.listeners) / places, 3.4);
    add('listeners a field (walked)', '', of(({ walked }) => walked.listeners) / places, 3.4);
    // The code's share is there once; only the fields' share is scaled.
    const scaled = ({ code, form }: Run): number => code.heap + (form.heap * referenceFields) / places;
    add(`heap of ${referenceFields} fields with the code`, 'MB', of(scaled), 5);
    add(
      `heap of all ${places} fields with the code`,
      'MB',
      of(({ all }) => all.heap),
    );
  }
  return figures;
}
