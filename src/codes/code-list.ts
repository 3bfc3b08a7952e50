/** One entry of a code list: `text` is what is shown, `names` are further names by which it is found. */
export interface CodeItem {
  readonly code: string;
  readonly text: string;
  readonly names?: readonly string[];
}

/** A code list: its entries in the order of the source, and look-up by code. */
export interface CodeList<T extends CodeItem = CodeItem> {
  readonly id: string;
  readonly items: readonly T[];
  has(code: string): boolean;
  get(code: string): T | undefined;
}

/**
 * Makes a code list from rows that are only read on first use. Of two rows with one code the last one counts.
 * Hosts may use it for lists of their own; everything that takes a `CodeList` takes the result.
 */
export function codeList<T extends CodeItem>(id: string, read: () => Iterable<T>): CodeList<T> {
  let items: readonly T[] | undefined;
  let byCode: Map<string, T>;
  const load = () => {
    if (!items) {
      byCode = new Map(Array.from(read(), (item) => [item.code, item]));
      items = [...byCode.values()];
    }
    return items;
  };
  return {
    id,
    get items() {
      return load();
    },
    has: (code) => (load(), byCode.has(code)),
    get: (code) => (load(), byCode.get(code)),
  };
}

/** Rows of a generated data module: one a line, fields divided by `|`. */
export const rowsOf = (data: string): string[][] => data.split('\n').map((line) => line.split('|'));
