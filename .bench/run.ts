// Measures the bars of the project on this machine (about ten minutes). `--quick` = few runs, for CI; `--throttle N` =
// main thread N times slower while the form is drawn; `--only a,b` = these parts alone (usable, weight, keys, pure, open,
// write, send, pupils). Ends badly only when a figure is worse than five times its bar.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openBench } from './browser.ts';
import { addCompared } from './compared.ts';
import { machine, print, verdictOf } from './figures.ts';
import type { Figure } from './figures.ts';
import { measureKeys } from './keys.ts';
import { measurePupils } from './pupils.ts';
import { measureWithoutScreen } from './pure.ts';
import { measureSending } from './sending.ts';
import { measureOpening, measureWriting } from './store.ts';
import { measureUsable } from './usable.ts';
import { measureWeight } from './weight.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    throttle: { type: 'string', default: '1' },
    only: { type: 'string', default: 'usable,weight,keys,pure,open,write,send,pupils' },
  },
});
const rounds = values.quick
  ? {
      usable: 3,
      weight: 1,
      keys: 1,
      count: 40,
      pure: 1,
      open: 3,
      stored: 2_000,
      write: 1,
      records: 50,
      send: 1,
      sent: 200,
      day: 1,
      pupils: 4,
    }
  : {
      usable: 20,
      weight: 15,
      keys: 20,
      count: 200,
      pure: 20,
      open: 20,
      stored: 10_000,
      write: 5,
      records: 1_000,
      send: 5,
      sent: 500,
      day: 20,
      pupils: 10,
    };

const bench = await openBench();
const on = machine(bench.version);
try {
  const { counts, places } = await addCompared(bench);
  console.log(
    `${on.cpu}, ${on.cores} cores, ${on.system}, load ${on.load.toFixed(1)}; Node ${on.node}, Chromium ${on.chromium}`,
  );
  if (on.load > on.cores / 2) console.log('The machine is busy: absolute figures are too high.');
  console.log(
    `${places} fields; in every page: ${Object.entries(counts)
      .map((each) => each.join(' '))
      .join(', ')}`,
  );
  const parts: { readonly [name: string]: () => Promise<Figure[]> } = {
    usable: () => measureUsable(bench, rounds.usable, Number(values.throttle)),
    weight: () => measureWeight(bench, rounds.weight, places),
    keys: () => measureKeys(bench, rounds.keys, rounds.count),
    pure: () => measureWithoutScreen(bench, rounds.pure),
    open: () => measureOpening(bench, rounds.open, rounds.stored),
    write: () => measureWriting(bench, rounds.write, rounds.records),
    send: () => measureSending(bench, rounds.send, rounds.sent),
    pupils: () => measurePupils(bench, rounds.day, rounds.pupils, rounds.count),
  };
  const figures: Figure[] = [];
  for (const name of values.only.split(',')) {
    const part = parts[name];
    if (!part) throw new Error(`Unknown part ${name}: there are ${Object.keys(parts).join(', ')}`);
    figures.push(...(await part()));
  }
  const { failed } = print(figures);
  const results = {
    machine: on,
    places,
    counts,
    figures: figures.map((each) => ({ ...each, verdict: verdictOf(each) })),
  };
  await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await bench.close();
}
