import { confirmedFor, setAt } from '../src/schema/index.ts';
import type { Leaf, RecordDraft, Source } from '../src/schema/index.ts';
import type { Reading } from '../src/i18n/index.ts';

/** The maps that stand beside the values, by path. */
const maps = ['unread', 'absent', 'notes', 'confirmed', 'sources'] as const;

export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** The draft with something beside the value of a path, or without it. */
export function beside(
  draft: RecordDraft,
  name: (typeof maps)[number],
  path: string,
  value: unknown,
): RecordDraft {
  const before: { readonly [path: string]: unknown } = draft[name] ?? {};
  if (value === undefined ? !Object.hasOwn(before, path) : before[path] === value) return draft;
  const map: Record<string, unknown> = { ...before };
  if (value === undefined) delete map[path];
  else map[path] = value;
  return setAt(draft, name, Object.keys(map).length ? map : undefined);
}

/** The draft with what a person wrote at a place, as it was read. An empty reading empties the place. */
export function withReading(
  before: RecordDraft,
  {
    path,
    leaf,
    written,
  }: { readonly path: string; readonly leaf: Leaf | undefined; readonly written: string },
  reading: Reading<unknown>,
): RecordDraft {
  let draft = before;
  if (leaf?.kind === 'identifier') {
    const id = reading.value as { kind: string; number: string } | undefined;
    draft = setAt(setAt(draft, path, id?.number), `${parentOf(path)}.kind`, id?.kind);
  } else {
    draft = setAt(draft, path, reading.value);
  }
  draft = beside(draft, 'unread', path, reading.unread);
  draft = beside(draft, 'absent', path, reading.absent);
  draft = beside(draft, 'notes', path, reading.note);
  const source: Source | undefined = reading.asks
    ? { from: 'typed', text: written, code: reading.asks }
    : undefined;
  draft = beside(draft, 'sources', path, source);
  return withoutConfirmed(draft, path);
}

/** What was confirmed was another value, here or beside one that is another now. */
function withoutConfirmed(before: RecordDraft, path: string): RecordDraft {
  let draft = beside(before, 'confirmed', path, undefined);
  for (const [at, given] of Object.entries(draft.confirmed ?? {})) {
    const left = Object.entries(given).filter(
      ([code]) => !confirmedFor(at, code).some((place) => `${path}.`.startsWith(`${place}.`)),
    );
    if (left.length < Object.keys(given).length)
      draft = beside(draft, 'confirmed', at, left.length ? Object.fromEntries(left) : undefined);
  }
  return draft;
}

/** The draft without a row and all that stands beside it. */
export function withoutRow(before: RecordDraft, path: string): RecordDraft {
  let draft = setAt(before, path, undefined);
  for (const name of maps) {
    for (const key of Object.keys(draft[name] ?? {})) {
      if (key.startsWith(`${path}.`)) draft = beside(draft, name, key, undefined);
    }
  }
  return draft;
}
