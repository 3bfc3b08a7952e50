export type Bag = { readonly [key: string]: unknown };
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** An own property of whatever it is asked of. */
export const own = (value: unknown, key: string): unknown =>
  isBag(value) && Object.hasOwn(value, key) ? value[key] : undefined;
export const keysOf = (value: unknown): string[] =>
  isBag(value) ? Object.keys(value).filter((key) => value[key] !== undefined) : [];
/** Nothing, and what holds nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

/** Whether two JSON values say the same; `undefined` counts as not there. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => isEqual(item, b[at]));
  if (!isBag(a) || !isBag(b)) return false;
  const keys = keysOf(a);
  return keys.length === keysOf(b).length && keys.every((key) => isEqual(a[key], own(b, key)));
}
