import type { Bench, Page } from './browser.ts';
import { toHtml } from './controls.ts';
import type { Counts, Drawn } from './controls.ts';

/** The pages that are compared, all with the same controls. */
export const compared = ['native', 'bare', 'bareEach', 'ours', 'whole'] as const;
export type Compared = (typeof compared)[number];

export const titles: { readonly [name in Compared]: string } = {
  native: 'native HTML',
  bare: 'bare Lit, one element a section',
  bareEach: 'bare Lit, one element a field',
  ours: '<hssk-record-form>',
  whole: '<hssk-record-form>, its rules loaded at once',
};

/** Imports a page's script and draws its form; `draft` is JSON. */
export async function draw(page: Page, name: Compared, draft = ''): Promise<void> {
  await load(page, name);
  await page.run(`drawn.draw(document.body${draft && `, ${draft}`}); frames2()`);
}

export const load = (page: Page, name: Compared): Promise<void> =>
  page.run(`import('/${name}.js').then((script) => { globalThis.drawn = script; })`);

export const probe = (page: Page): Promise<void> => page.run(`import('/probe.js').then(() => {})`);

/** Builds all pages: ours first, because the others are made from what it draws. Throws unless all draw the same. */
export async function addCompared(bench: Bench): Promise<{ counts: Counts; places: number }> {
  await bench.add({ name: 'ours', file: 'ours.ts' });
  await bench.add({ name: 'whole', file: 'ours-whole.ts' });
  await bench.add({ name: 'probe', file: 'probe.ts' });
  const read = async <T>(name: Compared, expression: string): Promise<T> => {
    const page = await bench.open();
    await draw(page, name);
    await probe(page);
    const result = await page.run<T>(expression);
    await page.close();
    return result;
  };
  const [form, counts, places] = await read<[Drawn[], Counts, number]>(
    'ours',
    '[probe.drawing(), probe.counts(), probe.places()]',
  );
  await bench.add({ name: 'native', file: 'native.ts', define: { HTML: toHtml(form) } });
  await bench.add({ name: 'bare', file: 'bare-lit.ts', define: { FORM: form, EACH: false } });
  await bench.add({ name: 'bareEach', file: 'bare-lit.ts', define: { FORM: form, EACH: true } });
  for (const name of compared) {
    const found = await read<Counts>(name, 'probe.counts()');
    if (JSON.stringify(found) !== JSON.stringify(counts))
      throw new Error(
        `${titles[name]} draws other controls than ours: ${JSON.stringify(found)}, ours ${JSON.stringify(counts)}`,
      );
  }
  return { counts, places };
}
