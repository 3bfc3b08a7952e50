/** A nurse at a station with the school book in hand: finds each blank by what is printed on screen and writes with keys alone. */
import type { ElementHandle, Page } from 'playwright-core';
import type { BookEntry } from './book-paper.ts';
import type { Found, Seen } from './finder.ts';
import { NotFoundError, openFinder } from './page.ts';

const tag = 'hssk-screening-form';
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the station says of the values on screen. */
export interface Told {
  /** Name of what was worked out, and what it says. */
  readonly results: readonly (readonly [name: string, says: string])[];
  readonly advice: readonly string[];
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** The form as it is now: to be opened again for each pupil and station. */
export async function openDesk(page: Page) {
  const finder = await openFinder(page, tag);
  await finder.evaluate((f) => f.look());

  const handleOf = async (
    entry: BookEntry,
    found: Found,
    words?: string,
  ): Promise<ElementHandle<Element>> => {
    const handle = await finder.evaluateHandle((f, [id, w]) => f.control(id, w), [found.id, words] as const);
    const control = handle.asElement();
    if (!control) throw new NotFoundError(`"${words ?? entry.label}"`);
    return control as ElementHandle<Element>;
  };
  const hasFocus = (control: ElementHandle<Element>): Promise<boolean> =>
    control.evaluate((each) => (each.getRootNode() as ShadowRoot).activeElement === each);

  async function press(words: string, at: readonly string[] = []): Promise<void> {
    const handle = await finder.evaluateHandle((f, [w, h]) => f.button(w, undefined, h), [
      words,
      at,
    ] as const);
    const button = handle.asElement() as ElementHandle<HTMLElement> | null;
    if (!button) throw new NotFoundError(`button "${words}"`);
    await button.focus();
    await page.keyboard.press('Enter');
  }

  /** Opens what stands behind "Mục khác". */
  async function openAll(): Promise<void> {
    for (const summary of await page.locator(`${tag} details:not([open]) > summary`).all()) {
      await summary.focus();
      await page.keyboard.press('Enter');
    }
    await finder.evaluate((f) => f.look());
  }

  async function find({ at, label, nth, rowOf }: BookEntry): Promise<Found> {
    const query = { section: '', headings: at, label, row: undefined, nth };
    let found = await finder.evaluate((f, q) => f.find(q), query);
    if (found === 0 && rowOf && rowOf.nth > 0) {
      await press('Thêm dòng', at);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      found = await finder.evaluate((f, q) => f.find(q), query);
    }
    if (typeof found === 'object') return found;
    const name = [...at, label].join(' › ');
    throw new NotFoundError(`"${name}" is ${found === 0 ? 'not found' : `found ${found} times`}`);
  }

  /** Goes on as one does at a station; the last field on screen is left by Tab, as Enter there saves. */
  async function goOn(control: ElementHandle<Element>): Promise<void> {
    const isLast = await control.evaluate((each) => {
      const fields = [...(each.getRootNode() as ShadowRoot).querySelectorAll('[data-path]')];
      return fields.findLast((field) => field.checkVisibility()) === each.closest('[data-path]');
    });
    await page.keyboard.press(isLast ? 'Tab' : 'Enter');
  }

  async function type(control: ElementHandle<Element>, text: string): Promise<void> {
    if (!(await hasFocus(control))) await control.focus();
    await page.keyboard.press('Control+A');
    const [first = '', ...more] = text.split(/\r\n?|\n/);
    await page.keyboard.type(first);
    for (const line of more) {
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type(line);
    }
    // A line of the chart goes on by itself.
    if (await hasFocus(control)) await goOn(control);
  }

  async function choose(entry: BookEntry, found: Found): Promise<void> {
    const same = (words: string): number =>
      found.options.findIndex((option) => option.toLowerCase() === words.trim().toLowerCase());
    const texts = [entry.text].flat().map(String);
    const [first] = found.options;
    for (const at of texts.map(same).filter((each) => each >= 0)) {
      const box = await handleOf(entry, found, found.options[at]);
      if (await box.isChecked()) continue;
      await (await handleOf(entry, found, first)).focus();
      await page.keyboard.press(String(at + 1));
      if (!(await box.isChecked())) throw new NotFoundError(`a box of the number ${at + 1}`);
    }
    const rest = texts.filter((words) => same(words) < 0).join(', ');
    if (!rest) return goOn(await handleOf(entry, found, first));
    let line = await handleOf(entry, found);
    if (await line.evaluate((each) => each.matches('button'))) {
      await line.focus();
      await page.keyboard.press('Enter');
      line = await handleOf(entry, found);
    }
    await type(line, rest);
  }

  /** Whoever is asked about a value that stands on paper says that it is so. */
  async function answer(): Promise<void> {
    const question = page.locator(`${tag} .question`);
    for (let turn = 0; turn < 3 && (await question.count()); turn++) {
      await question.getByRole('button', { name: 'đúng' }).last().focus();
      await page.keyboard.press('Enter');
    }
  }

  const see = async (entry: BookEntry): Promise<Seen> => {
    const found = await find(entry);
    return finder.evaluate((f, id) => f.see(id), found.id);
  };

  return {
    openAll,
    see,
    press,

    /** Writes one entry; what the list has told stands there, or is written over. */
    async write(entry: BookEntry): Promise<void> {
      const found = await find(entry);
      if (entry.isListed && (await see(entry)).shown.trim() === String(entry.text).trim()) return;
      if (found.kind === 'choice') await choose(entry, found);
      else if (found.kind === 'text') {
        const words = [entry.text].flat().join(', ');
        await type(await handleOf(entry, found), words);
      } else throw new NotFoundError(`"${entry.label}" as a line to write on`);
      await answer();
    },

    async told(): Promise<Told> {
      const lines = await page
        .locator(`${tag} .results dl > div`)
        .evaluateAll((all) =>
          all.map((line) => [
            line.querySelector('dt')?.textContent ?? '',
            line.querySelector('dd')?.textContent ?? '',
          ]),
        );
      const advice = await page.locator(`${tag} .results .advice li`).allTextContents();
      return {
        results: lines.map(([name = '', says = '']) => [tidy(name), tidy(says)] as const),
        advice: advice.map(tidy),
      };
    },

    /** Who is on screen, as a person reads it. */
    pupil: (): Promise<string> => page.locator(`${tag} header`).innerText(),
  };
}
