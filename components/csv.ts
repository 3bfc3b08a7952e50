/** One cell: text as it stands, or a number, which is written with the decimal sign of the file. */
export type CsvCell = string | number | undefined;

/** How a file is written. */
export interface CsvOptions {
  /**
   * What parts cells; `;` if not given, as Excel in Vietnamese expects it. With `;` and a tab numbers have a decimal
   * comma, with `,` a point.
   */
  readonly separator?: ';' | ',' | '\t';
}

/** What a sheet of that language expects between two cells. */
export const separatorOf = (locale: string): ';' | ',' => (locale === 'vi' ? ';' : ',');

/** What a sheet may take for the beginning of a formula, in narrow, wide and small letters. */
const formula = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B';
const between = `[\\s\\u0000-\\u001f\\p{Cf}"']*`;
/** At the front, and after whatever another program may part cells by: what stands in between and is not seen does not help. */
const start = new RegExp(`(^|[\\r\\n;,\\t|])(${between})(?=[${formula}])`, 'gu');
/** Some take a tab or a new line at the front for enough, and some drop what is not seen there together with what follows it. */
const hidden = new RegExp(`^(?=[\\t\\r\\n]|[\\s\\p{Cf}]+[${formula}'])`, 'u');

function cellOf(cell: CsvCell, decimal: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', decimal) : '';
  const safe = cell.replaceAll('\0', '').replace(start, "$1$2'").replace(hidden, "'");
  return safe ? `"${safe.replaceAll('"', '""')}"` : '';
}

/**
 * Rows as CSV in UTF-8 with a mark at the front, so that Excel reads the accents. No text can start a formula, whichever
 * sign the program that opens the file takes for the end of a cell: an apostrophe stands before it. Numbers are given as
 * numbers; digits in a text (phones, codes) stay text as written.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], { separator = ';' }: CsvOptions = {}): string {
  const decimal = separator === ',' ? '.' : ',';
  const lines = rows.map((row) => row.map((cell) => cellOf(cell, decimal)).join(separator));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
