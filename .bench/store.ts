import type { Bench, Page } from './browser.ts';
import { figureOf, median, spreadOf } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Opened } from './pages/store.ts';

const openBar = 1.5;
const drafts = 50;

const call = <T>(page: Page, script: string, expression: string): Promise<T> =>
  page.run(`import('/${script}.js').then((page) => page.${expression})`);

async function onPage<T>(bench: Bench, script: string, expression: string): Promise<T> {
  const page = await bench.openOnDisk();
  try {
    return await call<T>(page, script, expression);
  } finally {
    await page.close();
  }
}

/** What a person waits for when the page is opened, with few and with many records in the queue. */
export async function measureOpening(bench: Bench, rounds: number, many: number): Promise<Figure[]> {
  const sizes = [100, many];
  const group = `Store on the device, opened in a fresh page with a key of the host (median of ${rounds})`;
  await bench.add({ name: 'store', file: 'store.ts' });
  for (const size of sizes) await onPage(bench, 'store', `seed('open-${size}', ${size}, ${drafts})`);
  const runs = new Map<number, Opened[]>(sizes.map((size) => [size, []]));
  const open = (size: number): Promise<Opened> => onPage(bench, 'store', `open('open-${size}', ${size})`);
  for (const size of sizes) await open(size);
  for (let round = 0; round < rounds; round++)
    for (const size of round % 2 ? [...sizes].reverse() : sizes) runs.get(size)!.push(await open(size));
  const of = (size: number, part: keyof Opened): number[] => runs.get(size)!.map((run) => run[part]);
  const parts = [
    ['open', 'unlocked, status known', openBar],
    ['list', 'the next 100 waiting records listed', undefined],
    ['draft', `one of ${drafts} drafts opened`, undefined],
  ] as const;
  return parts.flatMap(([part, words, bar]) => {
    const ratio = median(of(many, part)) / median(of(100, part));
    return [
      ...sizes.map((size) => figureOf(group, `${words}, ${size} records`, 'ms', of(size, part))),
      {
        group,
        name: `${words}: ${many} / 100 records`,
        unit: '×',
        value: ratio,
        ...(bar !== undefined && { bar }),
      },
    ];
  });
}

interface Written {
  readonly one: number;
  readonly bulk: number;
}

const writers = {
  ours: ['sealed queue (AES-256-GCM, strict durability)', 'store', false],
  pouchdb: ['PouchDB, plain text, as it comes', 'pouchdb', false],
  pouchdbStrict: ['PouchDB, plain text, made as durable', 'pouchdb', true],
  rxdb: ['RxDB over Dexie, plain text, as it comes', 'rxdb', false],
  rxdbStrict: ['RxDB over Dexie, plain text, made as durable', 'rxdb', true],
} as const;
type Writer = keyof typeof writers;
const names = Object.keys(writers) as Writer[];

// Chromium answers before the disk has the data unless it is asked for more, and neither library asks.
const strict = `{
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    return transaction.call(this, stores, mode, mode === 'readwrite' ? { ...options, durability: 'strict' } : options);
  };
}`;

async function write(bench: Bench, name: Writer, run: string, count: number): Promise<Written> {
  const [, script, isStrict] = writers[name];
  const page = await bench.openOnDisk();
  try {
    if (isStrict) await page.run(strict);
    return await call<Written>(page, script, `write('write-${name}-${run}', ${count})`);
  } finally {
    await page.close();
  }
}

/** Full records into the queue, beside what else keeps documents in a browser; every round each once, in turning order. */
export async function measureWriting(bench: Bench, rounds: number, count: number): Promise<Figure[]> {
  const group = `${count} full records to the disk, a record (${rounds} interleaved rounds)`;
  await bench.add({ name: 'store', file: 'store.ts' });
  await bench.add({ name: 'pouchdb', file: 'pouchdb.ts' });
  await bench.add({ name: 'rxdb', file: 'rxdb.ts' });
  const runs = Object.fromEntries(names.map((name) => [name, [] as Written[]])) as Record<Writer, Written[]>;
  for (const name of names) await write(bench, name, 'warm', 20);
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length]!;
      runs[name].push(await write(bench, name, String(round), count));
    }
  return (['one', 'bulk'] as const).flatMap((part) => {
    const how = part === 'one' ? 'one by one' : 'at once';
    const of = (name: Writer): number[] => runs[name].map((run) => run[part] / count);
    return [
      ...names.map((name) => figureOf(group, `${how}: ${writers[name][0]}`, 'ms', of(name))),
      ...names.slice(1).map((name) => {
        const rates = runs.ours.map((run, round) => run[part] / runs[name][round]![part]);
        const value = median(of('ours')) / median(of(name));
        const figure: Figure = { group, name: `${how}: ours / ${writers[name][0]}`, unit: '×', value };
        return rates.length > 1 ? { ...figure, spread: `a round ${spreadOf(rates)}` } : figure;
      }),
    ];
  });
}
