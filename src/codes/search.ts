import type { CodeItem, CodeList } from './code-list.ts';
import { fold, nameKey, withoutMarks } from './text.ts';

/** How many hits at most (20 if not told), and which items may be hits at all. */
export interface SearchOptions<T> {
  readonly limit?: number;
  readonly filter?: (item: T) => boolean;
}

/** Searches one list: best hits first; an empty query gives the first items of the list. */
export type Search<T> = (query: string, options?: SearchOptions<T>) => T[];

interface Entry<T> {
  readonly item: T;
  readonly code: string;
  /** Folded names, each as `| first second`, so that words and names can be found by their beginning. */
  readonly names: string;
  readonly marked: string;
}

const RANKS = 7;
const compact = (text: string): string => text.replaceAll(' ', '');

/** How well an entry answers, 0 best; `RANKS` is not at all. */
function ranker<T>(query: string): (entry: Entry<T>) => number {
  const code = compact(query);
  const words = query.split(' ');
  const starts = words.map((word) => ` ${word}`);
  const name = `| ${query}`;
  const whole = `${name} |`;
  return (entry) => {
    if (entry.code.startsWith(code)) return entry.code === code ? 0 : 1;
    const { names } = entry;
    if (!words.every((word) => names.includes(word))) return RANKS;
    if (names.includes(name)) return names.includes(whole) ? 2 : 3;
    if (names.includes(` ${query}`)) return 4;
    return starts.every((start) => names.includes(start)) ? 5 : 6;
  };
}

/** `nameKey` word by word: a long list has few different words. */
function keyMaker(): (text: string) => string {
  const known = new Map<string, string>();
  const keyOf = (word: string) => {
    let key = known.get(word);
    if (key === undefined) known.set(word, (key = nameKey(word)));
    return key;
  };
  return (text) => text.split(/\s+/).map(keyOf).filter(Boolean).join(' ');
}

/**
 * Makes the search of a list. Accents, đ/d, case, tone placement and signs do not matter, nor does the order of
 * words. Ranks: the code, beginning of a code, the whole name, beginning of a name, beginnings of words (those in the
 * order typed first), inside; within a rank names with the accents as typed first, then the order of the list. The
 * index is built on first use.
 */
export function createSearch<T extends CodeItem>(list: CodeList<T>): Search<T> {
  let entries: Entry<T>[] | undefined;
  const index = () => {
    const keyOf = keyMaker();
    return list.items.map((item) => {
      const marked = [item.text, ...(item.names ?? [])].map((name) => `| ${keyOf(name)} `).join('') + '|';
      return { item, code: compact(fold(item.code)), names: withoutMarks(marked), marked };
    });
  };
  return (text, { limit = 20, filter } = {}) => {
    const marked = nameKey(text);
    const query = withoutMarks(marked);
    const rankOf = ranker<T>(query);
    const ranks: T[][] = Array.from({ length: RANKS * 2 }, () => []);
    for (const entry of (entries ??= index())) {
      const rank = query ? rankOf(entry) : 0;
      if (rank === RANKS || (filter && !filter(entry.item))) continue;
      ranks[rank * 2 + (query === marked || entry.marked.includes(marked) ? 0 : 1)]?.push(entry.item);
    }
    return ranks.flat().slice(0, limit);
  };
}
