/** A cell of a file that goes out. */
export type CsvCell = string | number | undefined;

// What a sheet takes for the beginning of a formula, also behind blanks; the full-width kin are folded by some sheets.
const startsFormula = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫\t\r\n]/u;

/** Text that no sheet takes for a formula: what could be one gets an apostrophe before it. Numbers stay numbers. */
export const asData = (text: string): string =>
  startsFormula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;

function cellText(cell: CsvCell, separator: string): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return separator === ';' ? String(cell).replace('.', ',') : String(cell);
  const text = asData(cell);
  return /["\r\n\t;,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines as CSV in UTF-8 with its mark, as Excel opens it; the separator is that of the language. */
export function csvOf(rows: readonly (readonly CsvCell[])[], separator: string): Blob {
  const text = rows.map((row) => row.map((cell) => cellText(cell, separator)).join(separator)).join('\r\n');
  return new Blob(['\uFEFF', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}

/** Saves a file because a person asked for it. The name holds nothing of a person. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
