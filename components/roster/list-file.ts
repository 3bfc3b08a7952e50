/** One cell as it comes out of a file. */
export type Cell = string | number | boolean | Date | null;

/** One sheet of a file, or what was pasted. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** What kept a list from being read: `list.oldExcel`, `list.locked`, `list.unreadable`, `list.empty`. */
export class ListError extends Error {
  readonly code: 'list.oldExcel' | 'list.locked' | 'list.unreadable' | 'list.empty';

  constructor(code: ListError['code']) {
    super(code);
    this.name = 'ListError';
    this.code = code;
  }
}

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte);

/**
 * Reads a class list: .xlsx (all sheets), CSV or tab-separated text in UTF-8, UTF-16 or the old Windows-1258. Throws
 * `ListError`; nothing of the file stands in the message.
 */
export async function readListFile(file: Blob): Promise<readonly Sheet[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // An .xls, or an .xlsx with a password: both are OLE files.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new ListError(hasUtf16(bytes, 'EncryptedPackage') ? 'list.locked' : 'list.oldExcel');
  const sheets = startsWith(bytes, 0x50, 0x4b) ? await readWorkbook(file) : [await readPasted(textOf(bytes))];
  const filled = sheets.filter(({ rows }) =>
    rows.some((row) => row.some((cell) => cell !== null && cell !== '')),
  );
  if (!filled.length) throw new ListError('list.empty');
  return filled;
}

/** A list copied out of a table or typed, one person a line. */
export async function readPasted(text: string, name = ''): Promise<Sheet> {
  const { dsvFormat } = await import('d3-dsv');
  const rows = dsvFormat(separatorOf(text)).parseRows(text.replace(/^\uFEFF/, ''));
  return { name, rows };
}

/** A paste from a sheet is parted by tabs, whatever commas stand in its addresses; Excel in Vietnamese writes semicolons. */
function separatorOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const lines = text.split(/\r?\n/, 40);
  const count = (sign: string): number => lines.filter((line) => line.includes(sign)).length;
  return count(';') >= count(',') && count(';') > 0 ? ';' : ',';
}

async function readWorkbook(file: Blob): Promise<Sheet[]> {
  const { default: readExcel } = await import('read-excel-file/universal');
  try {
    const sheets = await readExcel(file);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as Cell[][] }));
  } catch {
    throw new ListError('list.unreadable');
  }
}

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

/** Whether a word stands in an OLE file's directory, which is near the front or the end. */
function hasUtf16(bytes: Uint8Array, word: string): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes([...word].join('\0'));
}
