import { ListError } from './list-error.ts';
import { checkWorkbook, kindOf, maxFileBytes } from './list-guard.ts';
import { fromLegacy, legacyOf } from './list-legacy.ts';
import type { LegacyEncoding } from './list-legacy.ts';

export { ListError } from './list-error.ts';

/** One cell as it comes out of a file. */
export type Cell = string | number | boolean | Date | null;

/** One sheet of a file, or what was pasted. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** The old encoding that its words were turned from. */
  readonly encoding?: LegacyEncoding;
}

const maxRows = 20_000;

/**
 * Reads a class list: .xlsx (all sheets), CSV or tab-separated text in UTF-8, UTF-16, Windows-1258, TCVN3 or VNI. What is
 * no list, or would harm the device, is refused before it is opened: throws `ListError`.
 */
export async function readListFile(file: Blob): Promise<readonly Sheet[]> {
  if (file.size > maxFileBytes) throw new ListError('list.tooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sheets = kindOf(bytes) === 'workbook' ? await readWorkbook(bytes) : [await readPasted(textOf(bytes))];
  return sound(sheets);
}

/** A list copied out of a table or typed, one person a line. Throws `ListError` where it is too long. */
export async function readPasted(text: string, name = ''): Promise<Sheet> {
  const { dsvFormat } = await import('d3-dsv');
  const rows = dsvFormat(separatorOf(text)).parseRows(text.replace(/^\uFEFF/, ''));
  if (rows.length > maxRows) throw new ListError('list.tooLong');
  return { name, ...fromLegacy(rows) };
}

function sound(sheets: readonly Sheet[]): readonly Sheet[] {
  const filled = sheets.filter(({ rows }) =>
    rows.some((row) => row.some((cell) => cell !== null && String(cell).trim() !== '')),
  );
  if (!filled.length) throw new ListError('list.empty');
  if (filled.some(({ rows }) => rows.length > maxRows)) throw new ListError('list.tooLong');
  return filled;
}

/** A paste from a sheet is parted by tabs, whatever commas stand in its addresses; Excel in Vietnamese writes semicolons. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/\r?\n/, 40);
  const count = (sign: string): number => lines.filter((line) => line.includes(sign)).length;
  return count(';') >= count(',') && count(';') > 0 ? ';' : ',';
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  await checkWorkbook(bytes);
  const { default: readExcel } = await import('read-excel-file/universal');
  try {
    const sheets = await readExcel(new Blob([bytes]));
    return sheets.map(({ sheet, data }) => ({ name: sheet, ...fromLegacy(data as Cell[][]) }));
  } catch {
    throw new ListError('list.unreadable');
  }
}

function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isUtf16) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Three code pages use the same bytes for different letters: the words themselves tell which one it is.
    const western = new TextDecoder('windows-1252').decode(bytes);
    const words = western.split(/[\t\r\n;,]+/).filter((word) => /[^\0-\x7f]/.test(word));
    return legacyOf(words) ? western : new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}
