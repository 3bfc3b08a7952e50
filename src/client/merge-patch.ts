type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `target` with a JSON Merge Patch applied (RFC 7396). Copies; a key such as `__proto__` stays an ordinary key. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isBag(patch)) return patch;
  const merged = new Map(Object.entries(isBag(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  // Object.fromEntries defines own keys; an assignment could reach the prototype.
  return Object.fromEntries(merged);
}

/** The JSON Merge Patch that makes `after` out of `before`; `undefined` where nothing differs. Lists are set whole. */
export function diffPatch(before: Bag, after: Bag): Record<string, unknown> | undefined {
  const changes: [string, unknown][] = [];
  for (const key of Object.keys(before)) {
    if (before[key] !== undefined && (!Object.hasOwn(after, key) || after[key] === undefined))
      changes.push([key, null]);
  }
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isBag(old) && isBag(value)) {
      const inner = diffPatch(old, value);
      if (inner) changes.push([key, inner]);
    } else if (JSON.stringify(old) !== JSON.stringify(value)) changes.push([key, value]);
  }
  return changes.length ? Object.fromEntries(changes) : undefined;
}
