import type { CodeItem, CodeList } from './code-list.ts';
import { nameKey, withoutMarks } from './text.ts';

type Entry<T extends CodeItem> = readonly [item: T, key: string];

const indexes = /* @__PURE__ */ new WeakMap<CodeList, Map<string, Entry<CodeItem>[]>>();

const squeeze = (key: string): string => key.replaceAll(' ', '');

/** Capital letters that are a code (VN) are also a name; digits are not, they mean something else when typed. */
const namesOf = ({ code, text, names = [] }: CodeItem): string[] =>
  /^[A-Z]+$/.test(code) ? [code, text, ...names] : [text, ...names];

function indexOf<T extends CodeItem>(list: CodeList<T>): Map<string, Entry<T>[]> {
  let index = indexes.get(list) as Map<string, Entry<T>[]> | undefined;
  if (!index) {
    index = new Map();
    for (const item of list.items) {
      for (const name of namesOf(item)) {
        const key = squeeze(nameKey(name));
        const folded = withoutMarks(key);
        const entries = index.get(folded);
        if (entries) entries.push([item, key]);
        else index.set(folded, [[item, key]]);
      }
    }
    indexes.set(list, index);
  }
  return index;
}

/** May `written` be the name with some of its marks left out? Both have the same letters in the same order. */
function leavesOutMarks(written: string, name: string): boolean {
  let at = 0;
  for (let index = 0; index < name.length; index++) if (name[index] === written[at]) at++;
  return at === written.length;
}

function single<T extends CodeItem>(entries: readonly Entry<T>[]): T | undefined {
  const first = entries[0]?.[0];
  return entries.every(([item]) => item === first) ? first : undefined;
}

/**
 * The one item that a written name names, or `undefined`. Case, width, blanks, hyphens, apostrophes and tone
 * placement do not matter. Accents do:
 * - a writing without any accent names an item only if no other item of the list folds alike ("ba" is not "Bà"
 *   where there is "Ba" too);
 * - a writing with accents names the item written just so, or else the only one that has these accents and more
 *   ("Đăk Lăk" for Đắk Lắk); an accent that the name does not have makes it another word.
 * Where two items are left nothing is chosen. `filter` narrows the list first.
 */
export function findByName<T extends CodeItem>(
  list: CodeList<T>,
  text: string,
  filter?: (item: T) => boolean,
): T | undefined {
  const written = squeeze(nameKey(text));
  const folded = withoutMarks(written);
  const alike = indexOf(list)
    .get(folded)
    ?.filter(([item]) => !filter || filter(item));
  if (!alike) return undefined;
  if (written === folded) return single(alike);
  const exact = alike.filter(([, key]) => key === written);
  return single(exact.length ? exact : alike.filter(([, key]) => leavesOutMarks(written, key)));
}
