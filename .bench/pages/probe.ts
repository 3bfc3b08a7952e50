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
  watch(form: new () => unknown): void;
  seen: Seen[];
}

/** What a key made happen in its own task. */
interface Seen {
  readonly updated: string[];
  judged: number;
}

interface Updating {
  performUpdate(): void;
}

const nameOf = (element: Element): string =>
  `${element.localName} ${(element as Element & { path?: string }).path ?? ''}`.trim();

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
    if (isPlace(element) && (element as Element & { path?: string }).path === path) return element;
  throw new Error(`No field shows ${path}`);
};

const seen: Seen[] = [];

/** Notes which elements a keystroke updates and whether the draft is judged in the same task. */
function watch(form: new () => unknown): void {
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
  const owner = (name: string): { [name: string]: (...args: unknown[]) => unknown } => {
    let proto = form.prototype as object | null;
    while (proto && !Object.hasOwn(proto, name)) proto = Object.getPrototypeOf(proto) as object | null;
    if (!proto) throw new Error(`The form has no ${name}() to watch`);
    return proto as { [name: string]: (...args: unknown[]) => unknown };
  };
  const updates = owner('performUpdate') as unknown as Updating;
  const { performUpdate } = updates;
  updates.performUpdate = function (this: Element & Updating) {
    now?.updated.push(nameOf(this));
    performUpdate.call(this);
  };
  const judges = owner('judge');
  const { judge } = judges;
  judges['judge'] = function (this: unknown, ...args: unknown[]) {
    if (now) now.judged += 1;
    return judge!.apply(this, args);
  };
}

const probe: Probe = {
  drawing: () => readDrawing(document.querySelector('hssk-record-form')!),
  counts: () => countControls(document.body),
  places: () => [...elementsOf(document.body)].filter(isPlace).length,
  nodes: () => [...nodesOf(document.body)].length - 1,
  focus(path) {
    const root = fieldAt(path).shadowRoot!;
    const control = root.querySelector<HTMLInputElement>('#control, input')!;
    control.scrollIntoView({ block: 'center' });
    control.focus();
    control.setSelectionRange(control.value.length, control.value.length);
  },
  watch,
  seen,
};

Object.assign(globalThis, { probe });
