import { codeList, type CodeList } from './code-list.ts';
import type { Disease } from './icd10.ts';
import { fold } from './text.ts';

/** One row of a list of diseases, as a host has it. */
export interface Icd10Row {
  readonly code: string;
  readonly text: string;
  readonly english?: string;
}

/**
 * Why a file is no list of diseases: `empty`; `encoding` (not UTF-8); `json`; `columns` (no code or no name column);
 * `quote` (one is never closed); `code` (not an ICD-10 code); `name` (none beside a code).
 */
export type Icd10FileProblem = 'empty' | 'encoding' | 'json' | 'columns' | 'quote' | 'code' | 'name';

/** Thrown by `parseIcd10File`; `line` counts from 1 (in JSON the entry) and is 0 where there is none. */
export class Icd10FileError extends Error {
  override readonly name = 'Icd10FileError';
  readonly code: `icd10File.${Icd10FileProblem}`;
  readonly line: number;

  constructor(problem: Icd10FileProblem, line = 0) {
    super(`ICD-10 file: ${problem}${line ? `, line ${line}` : ''}`);
    this.code = `icd10File.${problem}`;
    this.line = line;
  }
}

interface Cells {
  readonly line: number;
  readonly cells: readonly string[];
}

type Column = 'code' | 'text' | 'english';

// Titles of columns, folded; tried in this order, so that "Tên tiếng Anh" is not taken for the name.
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['code', /^(?=.*\b(?:ma|code|icd))(?:(?:ma|code|disease|benh|chinh|icd(?: ?10)?)(?: |$))+$/],
  ['english', /(?:^| )(?:english|tieng anh|en)$|^english/],
  [
    'text',
    /^(?:ten|name|text|title|mo ta|description|benh|disease|icd(?: ?10)? name)(?: |$)|(?: vi|tieng viet|vietnamese)$/,
  ],
];
const CODE = /^([A-Z]\d\d)(?:\.?([0-9A-Z]{1,4}))?$/;
// Headings of chapters and groups, which such lists have between their rows: "I", "A00-B99", "(A00–A09)".
const HEADING = /^(?:[IVX]+|\(?[A-Z]\d\d(?:\.\d)?\s*[-–]\s*[A-Z]\d\d(?:\.\d)?\)?)$/;

/** The cells of a CSV text; a quoted cell may hold the separator, line breaks and doubled quotes. */
function* readCsv(text: string, separator: string): Generator<Cells> {
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"[^\\S\\n${separator}]*|([^${separator}\\n]*))(${separator}|\\n|$)`,
    'y',
  );
  let [line, start, cells] = [1, 1, [] as string[]];
  while (cell.lastIndex < text.length || cells.length) {
    const match = cell.exec(text);
    const [whole = '', quoted, plain = '', end] = match ?? [];
    if (!match || (quoted === undefined && plain.startsWith('"'))) throw new Icd10FileError('quote', line);
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    line += whole.split('\n').length - 1;
    if (end === separator) continue;
    yield { line: start, cells };
    [start, cells] = [line, []];
  }
}

const columnOf = (title: string): Column | undefined => {
  const name = fold(title.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  return COLUMNS.find(([, pattern]) => pattern.test(name))?.[0];
};

function columnsOf(titles: readonly string[], line: number): Map<Column, number> {
  const columns = new Map<Column, number>();
  titles.forEach((title, at) => {
    const column = columnOf(title);
    if (column && !columns.has(column)) columns.set(column, at);
  });
  if (!columns.has('code') || !columns.has('text')) throw new Icd10FileError('columns', line);
  return columns;
}

function* rowsOfTable(records: Iterable<Cells>): Generator<Icd10Row> {
  let columns: Map<Column, number> | undefined;
  for (const { line, cells } of records) {
    if (cells.every((cell) => !cell)) continue;
    if (!columns) {
      const headless = CODE.test(tidyCode(cells[0] ?? '')) || HEADING.test(cells[0] ?? '');
      columns = headless
        ? new Map([
            ['code', 0],
            ['text', 1],
            ['english', 2],
          ])
        : columnsOf(cells, line);
      if (!headless) continue;
    }
    const cellOf = (column: Column) => cells[columns?.get(column) ?? -1] ?? '';
    const row = rowOf(cellOf('code'), cellOf('text'), cellOf('english'), line);
    if (row) yield row;
  }
}

/** Code in capital letters without the marks of the double classification (†, *). */
const tidyCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s†‡*+]/g, '');

function rowOf(written: string, name: string, english: string, line: number): Icd10Row | undefined {
  if (!written || HEADING.test(written.trim())) return undefined;
  const [, category, sub] = CODE.exec(tidyCode(written)) ?? [];
  if (!category) throw new Icd10FileError('code', line);
  const text = name.normalize('NFC').trim();
  if (!text) throw new Icd10FileError('name', line);
  return { code: sub ? `${category}.${sub}` : category, text, ...(english && { english: english.trim() }) };
}

/** JSON: a list of objects or of lists of cells, or one object of names by code. */
function* tableOfJson(text: string): Generator<Cells> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Icd10FileError('json');
  }
  const cellsOf = (row: object) =>
    Object.values(row).map((cell: unknown) => (typeof cell === 'string' ? cell : ''));
  if (!Array.isArray(data)) {
    for (const [at, entry] of Object.entries(data as object).entries())
      yield { line: at + 1, cells: cellsOf(entry) };
    return;
  }
  let titles = '';
  for (const [at, row] of (data as unknown[]).entries()) {
    if (typeof row !== 'object' || row === null) throw new Icd10FileError('json', at + 1);
    const keys = Array.isArray(row) ? [] : Object.keys(row);
    titles ||= keys.join('\n');
    if (at === 0 && keys.length) yield { line: 1, cells: keys };
    const values = row as Record<string, unknown>;
    const inOrder = keys.length ? titles.split('\n').map((key) => values[key]) : Object.values(values);
    yield { line: at + 1, cells: cellsOf(inOrder) };
  }
}

/**
 * Reads the full ICD-10 list (annex of TT 06/2026/TT-BYT) as a host has it: CSV with comma, semicolon or tab, with
 * or without titles (`code,name_vi,name_en`, "Mã bệnh;Tên bệnh" …; without them in this order), or JSON. Headings of
 * chapters and groups are passed over, codes get their point, marks († *) go. Throws `Icd10FileError`.
 */
export function parseIcd10File(text: string): Icd10Row[] {
  const plain = text.replace(/\r\n?|\u2028/g, '\n').trim();
  if (!plain) throw new Icd10FileError('empty');
  const broken = plain.indexOf('\ufffd');
  if (broken >= 0) throw new Icd10FileError('encoding', plain.slice(0, broken).split('\n').length);
  const isJson = /^[[{]/.test(plain);
  // The first separator outside quotes in the first line is the one of the file.
  const separator = /[,;\t]/.exec(plain.replace(/"[^"]*"/g, '').split('\n')[0] ?? '')?.[0] ?? ',';
  const rows = [...rowsOfTable(isJson ? tableOfJson(plain) : readCsv(plain, separator))];
  if (!rows.length) throw new Icd10FileError('empty');
  return rows;
}

/** The code list of such rows, for `createSearch`, `isKnownIcd10` and `findDiagnoses`. */
export const icd10List = (rows: readonly Icd10Row[]): CodeList<Disease> =>
  codeList('icd10', () => rows.map((row) => ({ ...row, names: row.english ? [row.english] : [] })));
