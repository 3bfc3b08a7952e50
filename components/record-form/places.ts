import { formatDate, labelOf } from '../../src/i18n/index.ts';
import type { Words } from '../../src/i18n/index.ts';
import { getAt, isLeaf, isRows, pathPattern, recordForm } from '../../src/schema/index.ts';
import type { Group, Part, RecordDraft } from '../../src/schema/index.ts';

/** The name of a place in a list of issues: part, row or group, and printed label ("C › BCG › Đã chủng ngừa, ghi rõ ngày"). */
export function placeName(words: Words, path: string, draft: RecordDraft = {}): string {
  const keys = path.split('.');
  const names: string[] = [];
  for (let depth = 1; depth <= keys.length; depth++) {
    const at = keys.slice(0, depth).join('.');
    const key = keys[depth - 1]!;
    const label = labelOf(words, pathPattern(at));
    const inRows = pathPattern(at).endsWith('*');
    const name = depth === 1 ? label?.split('.')[0] : inRows ? rowName(words, at, key, draft) : label;
    if (name && name !== names.at(-1)) names.push(name);
  }
  return names.join(' › ');
}

function rowName(words: Words, path: string, id: string, draft: RecordDraft): string | undefined {
  const printed = (words.vaccines as { readonly [id: string]: string })[id];
  if (printed) return printed;
  const vaccine = getAt(draft, `${path}.vaccine.text`);
  if (typeof vaccine === 'string') return vaccine;
  const date = getAt(draft, `${path}.examinedOn`);
  return typeof date === 'string' ? formatDate(date) : undefined;
}

const totals = new Map<Part, number>();

/** How far a part is filled: places written of all places in A and B; rows of C and visits of D (`all` = 0). */
export function progressOf(draft: RecordDraft, part: Part): { n: number; all: number } {
  const node = recordForm[part];
  if (isRows(node)) return { n: Object.keys(draft[part] ?? {}).length, all: 0 };
  const beside = [draft.unread, draft.absent].flatMap((map) => Object.keys(map ?? {}));
  const n = written(node, draft[part]) + beside.filter((path) => path.startsWith(`${part}.`)).length;
  if (part === 'immunizations') return { n, all: 0 };
  if (!totals.has(part)) totals.set(part, placesIn(node));
  return { n, all: totals.get(part)! };
}

/** Blanks and boxes of a group, printed rows included. */
const placesIn = (node: Group): number =>
  Object.values(node).reduce((sum, child) => {
    if (isLeaf(child)) return sum + 1;
    return sum + (isRows(child) ? (child.printed ?? []).length * placesIn(child.rows) : placesIn(child));
  }, 0);

/** Places of a group that hold a value; a row of a list counts once. */
function written(node: Group, value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, inside]: [string, unknown]) => {
    const child = Object.hasOwn(node, key) ? node[key] : undefined;
    if (!child) return sum;
    if (isLeaf(child)) return sum + 1;
    return sum + (isRows(child) ? Object.keys(inside as object).length : written(child, inside));
  }, 0);
}
