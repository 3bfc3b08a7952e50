/** A person with the paper in hand: finds each blank by what is printed on screen, writes with the keyboard, ticks, presses buttons. */
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, JSHandle, Page } from 'playwright-core';
import { sections } from './paper.ts';
import type { Blank, Entry, RowRef } from './paper.ts';
import { nameLabel } from './entries.ts';
import type { Finder, Found, Query, Seen } from './finder.ts';

const units = [
  ...['gr', 'kg', 'cm', '°C', 'lần/phút', 'ly', 'mũi', 'lần', 'con', 'tháng', 'kg/m²', 'mmHg'],
  ...['m', 'mm', 'độ', 'răng'],
];
const otherLine = 'Ghi khác';
/** Written key by key; the rest goes in at once, as a paste would. */
const keyByKey = ['Họ và tên', 'Ngày sinh', 'HA'];

const { outputFiles } = buildSync({
  entryPoints: [fileURLToPath(new URL('finder.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'finder',
  target: 'es2022',
});
const script = (root: string): string =>
  `(() => { ${outputFiles[0]!.text}; return finder.createFinder(${JSON.stringify(units)}, ${JSON.stringify(otherLine)}, document.querySelector(${JSON.stringify(root)})); })()`;

/** A blank that a person cannot find, or finds twice. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
}

const limitMs = 10_000;
/** Asks again until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined>, ms = limitMs): Promise<T | undefined> {
  for (const end = performance.now() + ms; performance.now() < end;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 30));
  }
  return undefined;
}

/** Where a blank stands; the row or visit is told apart by what stands in it. */
export type Spot = Pick<Blank, 'section' | 'headings' | 'screenLabel' | 'screenRow'> & {
  readonly rowRef?: RowRef | undefined;
};

export type Scribe = Awaited<ReturnType<typeof openScribe>>;

/** What looks at a page, or at one element of it, inside the page. */
export const openFinder = async (page: Page, root = 'body'): Promise<JSHandle<Finder>> =>
  (await page.evaluateHandle(script(root))) as JSHandle<Finder>;

/** Looks at the page as it is now. To be opened again after a reload; `looks` = what stood in the rows. */
export async function openScribe(page: Page, looks?: ReadonlyMap<string, readonly string[]>) {
  const finder = await openFinder(page);
  /** Visits and rows written in by hand, by list and number. */
  const rows = new Map<string, ElementHandle<Element>>();
  await finder.evaluate((f) => f.look());

  const element = async (
    handle: JSHandle<Element | undefined>,
    name: string,
  ): Promise<ElementHandle<Element>> => {
    const found = handle.asElement();
    if (!found) throw new NotFoundError(name);
    return found as ElementHandle<Element>;
  };

  // By keyboard: what is shown below a field may appear at any moment and move the place a mouse aims at.
  async function push(target: ElementHandle<Element>, key: 'Enter' | 'Space'): Promise<void> {
    await target.focus();
    await page.keyboard.press(key);
  }

  async function press(words: string, section?: string, headings: readonly string[] = []): Promise<void> {
    const handle = await finder.evaluateHandle((f, [w, s, h]) => f.button(w, s, h), [
      words,
      section,
      headings,
    ] as const);
    await push(await element(handle, `button "${words}"`), 'Enter');
  }

  /** Opens every collapsed part and card of a section. */
  async function openAll(section: string): Promise<void> {
    for (let turn = 0; turn < 50; turn++) {
      const handle = await finder.evaluateHandle((f, s) => f.closed(s)[0], section);
      const summary = handle.asElement();
      if (!summary) return;
      await push(summary as ElementHandle<HTMLElement>, 'Enter');
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  const handlesOf = async (list: JSHandle<Element[]>): Promise<ElementHandle<Element>[]> => {
    const properties = [...(await list.getProperties()).values()];
    return properties.flatMap((each) => (each.asElement() as ElementHandle<Element> | null) ?? []);
  };
  const rowsNow = async (ref: RowRef, spot: Spot): Promise<ElementHandle<Element>[]> =>
    handlesOf(
      ref.part === 'D'
        ? await finder.evaluateHandle((f, s) => f.cards(s), spot.section)
        : await finder.evaluateHandle((f, [s, h, n]) => f.freeRows(s, h, n), [
            spot.section,
            spot.headings,
            nameLabel,
          ] as const),
    );
  const keyOf = (ref: RowRef): string => `${ref.part} ${ref.nth}`;
  const contents = (row: ElementHandle<Element>): Promise<string[]> =>
    finder.evaluate((f, r) => f.contents(r), row as ElementHandle<Element>);

  async function isTaken(row: ElementHandle<Element>): Promise<boolean> {
    for (const other of rows.values()) if (await row.evaluate((a, b) => a === b, other)) return true;
    return false;
  }

  /** The card or row of an entry: known, recognised by what stands in it, or added now. */
  async function rowOf(ref: RowRef, spot: Spot): Promise<ElementHandle<Element>> {
    const known = rows.get(keyOf(ref));
    if (known) return known;
    const looked = looks?.get(keyOf(ref));
    if (looked) {
      await openAll(spot.section);
      for (const row of await rowsNow(ref, spot)) {
        const isSame = JSON.stringify(await contents(row)) === JSON.stringify(looked);
        if (isSame && !(await isTaken(row))) {
          rows.set(keyOf(ref), row);
          return row;
        }
      }
      throw new NotFoundError(
        `${ref.part}: the row or visit that was number ${ref.nth + 1} is not shown any more`,
      );
    }
    const isVisit = ref.part === 'D';
    // A new record begins with an empty visit.
    const before = isVisit && ref.nth === 0 ? 0 : (await rowsNow(ref, spot)).length;
    if (!isVisit) await press('Thêm vắc xin', spot.section, spot.headings);
    else if (ref.nth > 0) await press('Thêm lần khám', spot.section);
    const row = await until(async () => {
      const now = await rowsNow(ref, spot);
      return now.length > before ? now.at(-1) : undefined;
    });
    if (!row) throw new NotFoundError(`${ref.part}: no new row or visit`);
    rows.set(keyOf(ref), row);
    return row;
  }

  async function find(spot: Spot): Promise<Found> {
    const { section, headings, screenLabel: label, screenRow: row, rowRef } = spot;
    const within = rowRef ? await rowOf(rowRef, spot) : undefined;
    const query = { section, headings, label, row };
    const search = (): Promise<Found | number> =>
      within
        ? finder.evaluate((f, [q, w]) => f.find({ ...(q as Query), within: w as Element }), [
            query,
            within,
          ] as const)
        : finder.evaluate((f, q) => f.find(q), query);
    let found = await search();
    if (found === 0) {
      await openAll(section);
      found = await search();
    }
    if (typeof found === 'object') return found;
    const name = [section[0], ...headings, row, rowRef && `row ${rowRef.nth + 1}`, label]
      .filter(Boolean)
      .join(' › ');
    throw new NotFoundError(`"${name}" is ${found === 0 ? 'not found' : `found ${found} times`}`);
  }

  async function control(
    found: Found,
    words: string | undefined,
    name: string,
  ): Promise<ElementHandle<Element>> {
    return element(
      await finder.evaluateHandle((f, [id, w]) => f.control(id, w), [found.id, words] as const),
      name,
    );
  }

  async function type(input: ElementHandle<Element>, text: string, slowly: boolean): Promise<void> {
    if (slowly) {
      await input.click();
      await page.keyboard.press('Control+A');
      if (text) await page.keyboard.type(text);
      else await page.keyboard.press('Delete');
    } else {
      await input.fill(text);
    }
    await page.keyboard.press('Tab');
  }

  /** Writes on the line beside printed boxes, which shows when it is asked for. */
  async function writeOther(found: Found, text: string, name: string): Promise<void> {
    let line = await control(found, undefined, name);
    if (await line.evaluate((each) => each.matches('button'))) {
      if (!text) return;
      await push(line, 'Enter');
      line = await control(found, undefined, name);
    }
    await type(line, text, false);
  }

  async function tick(box: ElementHandle<Element>, on: boolean): Promise<void> {
    if ((await box.isChecked()) !== on) await push(box, 'Space');
    if ((await box.isChecked()) !== on) throw new NotFoundError('a box that can be ticked');
  }

  /** Writes one entry: text, tick, or boxes with the line beside them. */
  async function write(entry: Entry): Promise<void> {
    const found = await find(entry);
    const { text, label } = entry;
    if (found.kind === 'box') {
      if (text !== true) throw new NotFoundError(`"${label}" is a box and takes no words`);
      return tick(await control(found, undefined, label), true);
    }
    if (found.kind === 'text') {
      const words = typeof text === 'string' ? text : [text].flat().join(', ');
      return type(await control(found, undefined, label), words, keyByKey.includes(label));
    }
    const texts = [text].flat().map(String);
    const isOption = (words: string): boolean => found.options.includes(words.trim());
    for (const words of texts.filter(isOption)) await tick(await control(found, words.trim(), label), true);
    const rest = texts.filter((words) => !isOption(words)).join(', ');
    await writeOther(found, rest, `${label}: ${otherLine}`);
  }

  /** Empties a field, or writes something else over it. */
  async function rewrite(spot: Spot, text: string): Promise<void> {
    const found = await find(spot);
    const name = spot.screenLabel;
    if (found.kind === 'box') return tick(await control(found, undefined, name), false);
    if (found.kind === 'text') return type(await control(found, undefined, name), text, false);
    for (const words of found.options) {
      const box = await control(found, words, name);
      await tick(box, false);
    }
    const options = found.options.includes(text) ? [text] : [];
    for (const words of options) await tick(await control(found, words, name), true);
    await writeOther(found, options.length ? '' : text, name);
  }

  return {
    press,
    openAll,
    write,
    rewrite,
    see: async (spot: Spot): Promise<Seen> => {
      const found = await find(spot);
      return finder.evaluate((f, id) => f.see(id), found.id);
    },
    /** Everything that can be read on the page, part by part, whatever the order of rows and visits. */
    async snapshot(): Promise<string[]> {
      for (const section of Object.values(sections)) await openAll(section);
      const all = await finder.evaluate((f) => f.snapshot());
      return all
        .filter(({ shown }) => shown !== '')
        .map(({ section, headings, label, shown }) => [section[0], ...headings, label, shown].join(' › '))
        .sort();
    },
    /** What stands in each visit and in each row written by hand, to know them again. */
    async looks(): Promise<Map<string, readonly string[]>> {
      for (const section of Object.values(sections)) await openAll(section);
      await finder.evaluate((f) => f.look());
      const found = new Map<string, readonly string[]>();
      for (const [key, row] of rows) found.set(key, await contents(row));
      return found;
    },
    active: (): Promise<number> => finder.evaluate((f) => f.active()),
    role: (role: string): Promise<string> => finder.evaluate((f, r) => f.role(r), role),
  };
}
