import { formatDate, labelOf } from '../../src/i18n/index.ts';
import type { Words } from '../../src/i18n/index.ts';
import { formLeaves, getAt, leafAt, nodeAt, pathPattern } from '../../src/schema/index.ts';
import type { Part, RecordDraft } from '../../src/schema/index.ts';

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

/** How far a part is filled: places written of all places in A and B; rows of C and visits of D (`all` = 0). */
export function progressOf(draft: RecordDraft, part: Part): { n: number; all: number } {
  const written = new Set<string>();
  for (const map of [draft.unread, draft.absent]) {
    for (const path of Object.keys(map ?? {})) if (path.startsWith(`${part}.`)) written.add(path);
  }
  collect(draft[part], part, written);
  if (part === 'examinations') return { n: Object.keys(draft.examinations ?? {}).length, all: 0 };
  if (part === 'immunizations') {
    return { n: new Set([...written].map((path) => path.slice(0, path.lastIndexOf('.')))).size, all: 0 };
  }
  return { n: written.size, all: formLeaves(nodeAt(part), part).length };
}

function collect(value: unknown, path: string, into: Set<string>): void {
  if (leafAt(path)) into.add(path);
  else if (nodeAt(path) && typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) collect(child, `${path}.${key}`, into);
  }
}
