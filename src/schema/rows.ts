/**
 * An id for a row added by hand: sorts by the time it was made, holds no dot and nothing of the person.
 * `now` = milliseconds, `random` = 8 or more random bytes.
 */
export function newRowId(now: number, random: Uint8Array): string {
  const time = Math.max(0, Math.floor(now)).toString(36).padStart(9, '0');
  let tail = '';
  for (const byte of random.subarray(0, 8)) tail += (byte % 36).toString(36);
  return time + tail;
}

/** The rows of a list in the order shown: printed rows first as printed, then by date (undated last), then by id. */
export function sortRows<R>(
  rows: { readonly [id: string]: R } | undefined,
  printed: readonly string[] = [],
  dateOf: (row: R) => string | undefined = () => undefined,
): [id: string, row: R][] {
  const rank = (id: string) => {
    const at = printed.indexOf(id);
    return at < 0 ? printed.length : at;
  };
  return Object.entries(rows ?? {}).sort(([a, x], [b, y]) => {
    const byRank = rank(a) - rank(b);
    if (byRank) return byRank;
    const [p, q] = [dateOf(x) ?? '9999', dateOf(y) ?? '9999'];
    return p < q ? -1 : p > q ? 1 : a < b ? -1 : 1;
  });
}
