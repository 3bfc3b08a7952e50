import { fold } from '../../src/codes/index.ts';
import { markDuplicates } from './duplicates.ts';
import { findColumns, headingsAt } from './list-columns.ts';
import type { ListColumns } from './list-columns.ts';
import type { Sheet } from './list-file.ts';
import { isSignature, readLine, wordsOf } from './people-list.ts';
import type { ListLine } from './people-list.ts';

/** A sheet as it was read: which column holds what, and every line with what became of it. */
export interface SheetLines {
  /** `undefined` where no headings were found: then no line is a person until somebody names the columns. */
  readonly columns: ListColumns | undefined;
  readonly lines: readonly ListLine[];
}

const grade = /(?:^|[^\p{L}])LỚP\s*:?\s*(\d{1,2}(?:\s?[A-ZĐ]\d{0,2}|[./]\d{1,2})?)(?![\p{L}\p{N}])/u;
const young = /(?:^|[^\p{L}])LỚP\s*:?\s*((?:MẦM|CHỒI|LÁ|NHÀ TRẺ)(?:\s?[A-Z0-9]{1,2})?)(?![\p{L}\p{N}])/u;
const bare = /^\d{1,2}\s?(?:[A-ZĐ]\d{0,2}|[./]\d{1,2})$/u;

/** The class that a title or the name of a sheet names: "DANH SÁCH LỚP 3A2" → `3A2`. */
export function classIn(words: string): string | undefined {
  const text = words.normalize('NFC').toUpperCase().trim();
  const found = grade.exec(text)?.[1] ?? young.exec(text)?.[1] ?? bare.exec(text)?.[0];
  return found?.replace(/\s+/g, /^\d/.test(found) ? '' : ' ');
}

/**
 * The people of a sheet, line by line: every line of the file stands in the answer with what became of it. Headings that
 * come again begin a block that is read by them; a title that names a class gives it to who stands below and has none of
 * its own. `chosen` = the columns as a person set them; `today` (`YYYY-MM-DD`) reads two-digit years.
 */
export function linesOfSheet(sheet: Sheet, chosen: ListColumns | undefined, today: string): SheetLines {
  const { rows } = sheet;
  const found = findColumns(rows);
  const first = chosen ?? found;
  if (!first) return { columns: undefined, lines: rows.map((row, at) => other(wordsOf(row), at)) };
  let byField = mapOf(first);
  let className = classIn(sheet.name);
  let columnClass: string | undefined;
  let isBelow = false;
  const lines = rows.map((row, at): ListLine => {
    const words = wordsOf(row);
    const filled = row.filter((cell) => cell !== null && cell !== '').length;
    const named = filled <= 3 ? classIn(words) : undefined;
    if (at < first.from) {
      className = named ?? className;
      return other(words, at);
    }
    const again = filled > 2 ? headingsAt(rows, at) : undefined;
    if (again) {
      isBelow = false;
      byField = found && isSame(again, found.fields) ? mapOf(first) : mapOf({ from: at + 1, fields: again });
      return { ...other(words, at), remarks: [{ field: undefined, code: 'line.noPerson' }] };
    }
    const line = readLine(row, at + 1, byField, { today, isBelow });
    const { person } = line;
    if (!person) {
      if (named) {
        className = named;
        columnClass = undefined;
        isBelow = false;
      } else if (isSignature(words)) isBelow = true;
      return line;
    }
    // A class that is merged over several lines stands in the first of them.
    columnClass = person.className ?? columnClass;
    const known = person.className ?? columnClass ?? className;
    return known ? { ...line, person: { ...person, className: known } } : line;
  });
  return { columns: first, lines: markDuplicates(lines) };
}

const other = (text: string, at: number): ListLine => ({ line: at + 1, text, outcome: 'other', remarks: [] });

const mapOf = ({ fields }: ListColumns) =>
  new Map(Object.entries(fields).map(([column, field]) => [field, Number(column)]));

const isSame = (a: ListColumns['fields'], b: ListColumns['fields']): boolean =>
  fold(JSON.stringify(a)) === fold(JSON.stringify(b));
