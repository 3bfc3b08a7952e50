type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (bag: unknown, key: string): unknown =>
  isBag(bag) && Object.hasOwn(bag, key) ? bag[key] : undefined;

/** The value at a dotted path. Apart from the form's own, or this lazily loaded part would tear its code in two. */
export const valueAt = (root: unknown, path: string): unknown => path.split('.').reduce(own, root);

/** At how many places two records, or parts of them, differ. What is empty is as good as none. */
export function differences(a: unknown, b: unknown): number {
  if (!isBag(a) && !isBag(b)) return JSON.stringify(a) === JSON.stringify(b) ? 0 : 1;
  const keys = new Set([a, b].flatMap((side) => (isBag(side) ? Object.keys(side) : [])));
  return [...keys].reduce((sum, key) => sum + differences(own(a, key), own(b, key)), 0);
}
