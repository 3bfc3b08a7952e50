import type { Bench, Page } from './browser.ts';
import { draw, probe } from './compared.ts';
import { figureOf, median } from './figures.ts';
import type { Figure } from './figures.ts';
import { fullRecord } from './record.ts';

/** A field of each kind, its place, and a key that is pressed and taken back in turn. */
const fields = [
  ['text', 'administrative.fullName', 'u'],
  ['number', 'history.birth.weightG', '1'],
  ['date', 'administrative.birthDate', '1'],
  ['coded, short list', 'administrative.ethnicity', 'h'],
  ['coded, 3,321 communes', 'administrative.currentAddress.commune', 'g'],
  ['diagnoses, ICD-10', 'examinations.visit1.diagnoses', 'a'],
] as const;

interface Seen {
  readonly updated: readonly string[];
  readonly judged: number;
}

const named: ReadonlyMap<string, { key: string; windowsVirtualKeyCode: number; text?: string }> = new Map([
  ['Backspace', { key: 'Backspace', windowsVirtualKeyCode: 8 }],
  ['Enter', { key: 'Enter', windowsVirtualKeyCode: 13, text: '\r' }],
]);

/** One real key. */
export async function press({ cdp }: Page, key: string): Promise<void> {
  const event = named.get(key) ?? { key, text: key };
  await cdp.send('Input.dispatchKeyEvent', { type: 'text' in event ? 'keyDown' : 'rawKeyDown', ...event });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

/** Real keys in the focused control; every second one takes the first back, so that the text stays what it is. */
export async function pressIn(page: Page, key: string, count: number): Promise<void> {
  for (let done = 0; done < count; done++) await press(page, done % 2 ? 'Backspace' : key);
}

const scriptPerKey = async (page: Page, key: string, count: number): Promise<number> =>
  (await page.script(() => pressIn(page, key, count))) / count;

/** What an input without any framework costs, one listener on it. */
async function baseline(bench: Bench, count: number): Promise<number> {
  const page = await bench.open();
  await draw(page, 'native');
  await page.run(`{
    const control = document.querySelector('input:not([type=checkbox])');
    control.value = 'Nguyễn Thị Mẫu';
    control.addEventListener('input', () => { globalThis.written = control.value; });
    control.focus();
  }`);
  await pressIn(page, 'u', 4);
  const script = await scriptPerKey(page, 'u', count);
  await page.close();
  return script;
}

/** Script time of one keystroke with every blank of the form filled, and what it made happen. */
export async function measureKeys(bench: Bench, rounds: number, count: number): Promise<Figure[]> {
  const group = `One keystroke, every blank filled (${count} keys, median of ${rounds})`;
  const draft = JSON.stringify(fullRecord());
  const bases: number[] = [];
  const script = new Map<string, number[]>(fields.map(([kind]) => [kind, []]));
  const others = new Map<string, Set<string>>(fields.map(([kind]) => [kind, new Set()]));
  let judged = 0;
  let keys = 0;
  for (let round = 0; round < rounds; round++) {
    bases.push(await baseline(bench, count));
    const page = await bench.open();
    await draw(page, 'ours', draft);
    await probe(page);
    for (const [kind, path, key] of fields) {
      await page.run(`probe.focus('${path}')`);
      // The first keys load a list and mark the form as unsaved; the judgement that follows is waited for.
      await pressIn(page, key, 4);
      await page.run(`document.querySelector('hssk-record-form').check().then(frames2)`);
      script.get(kind)!.push(await scriptPerKey(page, key, count));
    }
    await page.run('probe.watch(drawn.RecordForm, drawn.Blank)');
    for (const [kind, path, key] of round ? [] : fields) {
      await page.run(`probe.focus('${path}'); frames2().then(() => { probe.seen.length = 0; })`);
      await pressIn(page, key, 20);
      const seen = await page.run<Seen[]>('frames2().then(() => probe.seen)');
      keys += seen.length;
      for (const each of seen) {
        judged += each.judged;
        if (!each.updated.some((name) => name.endsWith(` ${path}`)))
          throw new Error(`A key in ${path} did not update its field`);
        for (const name of each.updated) if (!name.endsWith(` ${path}`)) others.get(kind)!.add(name);
      }
    }
    await page.close();
  }
  if (keys !== fields.length * 20)
    throw new Error(`${keys} of ${fields.length * 20} keys reached their field`);
  const base = median(bases);
  return [
    figureOf(group, 'native input with a listener (taken off below)', 'ms', bases),
    ...fields.map(([kind]) =>
      figureOf(
        group,
        `script, ${kind}`,
        'ms',
        script.get(kind)!.map((value) => value - base),
        1,
      ),
    ),
    ...fields.map(([kind]) => {
      const names = [...others.get(kind)!];
      return {
        group,
        name: `other elements updated, ${kind}`,
        unit: '',
        value: names.length,
        bar: 0,
        ...(names.length ? { spread: names.join(', ') } : {}),
      };
    }),
    { group, name: `judged inside one of ${keys} keystrokes`, unit: '', value: judged, bar: 0 },
  ];
}
