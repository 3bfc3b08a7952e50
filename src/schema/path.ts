import { recordForm } from './form.ts';
import { isLeaf, isRows } from './leaves.ts';
import type { Group, Leaf, Rows } from './leaves.ts';

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (bag: Bag, key: string): unknown => (Object.hasOwn(bag, key) ? bag[key] : undefined);

/** The value at a dotted path, `undefined` where there is none. Reads own properties only. */
export function getAt(root: unknown, path: string): unknown {
  let at: unknown = root;
  for (let from = 0; from <= path.length;) {
    if (!isBag(at)) return undefined;
    const dot = path.indexOf('.', from);
    const to = dot < 0 ? path.length : dot;
    at = own(at, path.slice(from, to));
    from = to + 1;
  }
  return at;
}

/** A copy of `root` with `value` at the path; `undefined` removes the key and the objects that become empty with it. */
export function setAt<T>(root: T, path: string, value: unknown): T {
  const cut = path.indexOf('.');
  const key = cut < 0 ? path : path.slice(0, cut);
  const bag: Bag = isBag(root) ? root : {};
  const next = cut < 0 ? value : setAt(own(bag, key), path.slice(cut + 1), value);
  const copy: Record<string, unknown> = { ...bag };
  if (next === undefined || (cut >= 0 && isBag(next) && Object.keys(next).length === 0)) delete copy[key];
  // A plain assignment to `__proto__` would change the prototype instead of adding a key.
  else
    Object.defineProperty(copy, key, { value: next, enumerable: true, configurable: true, writable: true });
  return copy as T;
}

/** What the form (`root`, else that of QĐ 831) says about a concrete path (row ids included), or `undefined` where the form has no such place. */
export function nodeAt(path: string, root: Group = recordForm): Leaf | Rows | Group | undefined {
  let node: Leaf | Rows | Group = root;
  for (const key of path.split('.')) {
    if (isLeaf(node)) return undefined;
    const next: Leaf | Rows | Group | undefined = isRows(node)
      ? node.rows
      : Object.hasOwn(node, key)
        ? node[key]
        : undefined;
    if (!next) return undefined;
    node = next;
  }
  return node;
}

/**
 * What the form says about a concrete path in one walk: its leaf, and its pattern with row ids replaced by `*`
 * (`immunizations.basic.*.givenOn`); printed rows of identifiers keep their name.
 */
export function placeAt(
  path: string,
  root: Group = recordForm,
): { readonly leaf: Leaf | undefined; readonly pattern: string } {
  let node: Leaf | Rows | Group | undefined = root;
  const pattern = path.split('.').map((key) => {
    if (!node || isLeaf(node)) {
      node = undefined;
      return key;
    }
    if (isRows(node)) {
      const keep = 'number' in node.rows;
      node = node.rows;
      return keep ? key : '*';
    }
    node = Object.hasOwn(node, key) ? node[key] : undefined;
    return key;
  });
  return { leaf: node && isLeaf(node) ? node : undefined, pattern: pattern.join('.') };
}

/** The leaf at a concrete path. */
export const leafAt = (path: string, root?: Group): Leaf | undefined => placeAt(path, root).leaf;

/** A path with row ids replaced, as words are looked up by. */
export const pathPattern = (path: string, root?: Group): string => placeAt(path, root).pattern;

/** Every leaf of the form with its pattern, in the order of the paper. */
export function formLeaves(
  node: Leaf | Rows | Group = recordForm,
  path = '',
): { path: string; leaf: Leaf }[] {
  if (isLeaf(node)) return [{ path, leaf: node }];
  const under = path ? `${path}.` : '';
  if (isRows(node)) {
    const named = 'number' in node.rows ? (node.printed ?? []) : ['*'];
    return named.flatMap((id) => formLeaves(node.rows, under + id));
  }
  return Object.entries(node).flatMap(([key, child]) => formLeaves(child, under + key));
}
