import type { Outcome } from './context.ts';
import { Refusal } from './problem.ts';

/** Where a page begins and how many rows it holds (1 to 200, 50 if not asked), from the query. */
export function pageOf(query: Readonly<Record<string, string>>): {
  cursor: number | undefined;
  limit: number;
} {
  const number = (text: string | undefined): number | undefined => {
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text)) throw new Refusal('query.invalid');
    return Number(text);
  };
  const limit = number(query['limit']) ?? 50;
  if (limit < 1 || limit > 200) throw new Refusal('query.invalid');
  return { cursor: number(query['cursor']), limit };
}

/** A page of rows of which one more than `limit` was asked for: that one only says that the list goes on. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => number,
): Outcome & { data: { items: T[] } } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { data: { items }, ...(rows.length > limit && last ? { cursor: cursorOf(last) } : {}) };
}
