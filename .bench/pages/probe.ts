import { countControls, elementsOf, isPlace, readDrawing } from '../controls.ts';
import type { Counts, Drawn } from '../controls.ts';

/** What the harness asks a page after it was measured. */
interface Probe {
  drawing(): Drawn[];
  counts(): Counts;
  /** Places of the record that have a field. */
  places(): number;
  nodes(): number;
  focus(path: string): void;
  watch(form: Class, blank: Class): void;
  seen: Seen[];
}

/** What a key made happen in its own task. */
interface Seen {
  readonly updated: string[];
  judged: number;
}

type Class = abstract new (...args: never[]) => unknown;
type Methods = { [name: string]: (...args: unknown[]) => unknown };

/** What was drawn again: an element by its tag, a blank by its path. */
const nameOf = ({ localName, path }: { localName?: string; path?: string }): string =>
  `${localName ?? 'blank'} ${path ?? ''}`.trim();

function* nodesOf(root: Node): Generator<Node> {
  yield root;
  for (const child of root.childNodes) yield* nodesOf(child);
  const inside = (root as Element).shadowRoot;
  if (inside) yield* nodesOf(inside);
}

const fieldAt = (path: string): Element => {
  // A form inside a session is slotted: it is found by itself.
  const form = document.querySelector('hssk-record-form');
  for (const element of elementsOf(form?.shadowRoot ?? document.body))
    if (isPlace(element) && (element as HTMLElement).dataset['path'] === path) return element;
  throw new Error(`No field shows ${path}`);
};

const seen: Seen[] = [];

/** Notes which elements a keystroke updates and whether the draft is judged in the same task. */
function watch(form: Class, blank: Class): void {
  let now: Seen | undefined;
  window.addEventListener(
    'input',
    () => {
      const key = (now = { updated: [], judged: 0 });
      seen.push(key);
      // What follows in microtasks belongs to the key; the next task does not.
      setTimeout(() => {
        if (now === key) now = undefined;
      });
    },
    true,
  );
  /** Notes each call of a method, whichever class up the line has it. */
  const spy = ({ prototype }: Class, name: string, note: (of: object, key: Seen) => void): void => {
    let proto = prototype as object | null;
    while (proto && !Object.hasOwn(proto, name)) proto = Object.getPrototypeOf(proto) as object | null;
    if (!proto) throw new Error(`There is no ${name}() to watch`);
    const method = (proto as Methods)[name]!;
    (proto as Methods)[name] = function (this: object, ...args: unknown[]) {
      if (now) note(this, now);
      return method.apply(this, args);
    };
  };
  spy(form, 'performUpdate', (element, key) => key.updated.push(nameOf(element)));
  spy(blank, 'update', (drawn, key) => key.updated.push(nameOf(drawn)));
  spy(form, 'judge', (_form, key) => (key.judged += 1));
}

const probe: Probe = {
  drawing: () => readDrawing(document.querySelector('hssk-record-form')!),
  counts: () => countControls(document.body),
  places: () => [...elementsOf(document.body)].filter(isPlace).length,
  nodes: () => [...nodesOf(document.body)].length - 1,
  focus(path) {
    const control = fieldAt(path).querySelector<HTMLInputElement>('[part=control], input')!;
    control.scrollIntoView({ block: 'center' });
    control.focus();
    control.setSelectionRange(control.value.length, control.value.length);
  },
  watch,
  seen,
};

Object.assign(globalThis, { probe });
