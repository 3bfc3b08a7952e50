import type { ImportLine, ListFacts, SheetImport } from './import-model.ts';

/** The school year of a day: it begins in August. */
function schoolYear(day: string): string {
  const from = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 8 ? 1 : 0);
  return `${from}-${from + 1}`;
}

/**
 * What a file says of itself, put forward for a person to confirm: name, place and school year of the list. What was written
 * for the file `before` goes first. `today` = `YYYY-MM-DD`.
 */
export function guessFacts(
  lines: readonly ImportLine[],
  sheets: readonly SheetImport[],
  fileName: string,
  before: ListFacts,
  today: string,
): ListFacts {
  const classes = new Set(lines.flatMap(({ person }) => person?.className ?? []));
  const [only] = classes;
  const school = lines.find(({ person }) => person?.school)?.person?.school;
  const title = sheets
    .flatMap(({ sheet }) => sheet.rows.slice(0, 8).flat())
    .find((cell): cell is string => typeof cell === 'string' && /^\s*trường\s/i.test(cell.normalize('NFC')));
  const place = school ?? title?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';
  return {
    name: classes.size === 1 ? `Lớp ${only}` : fileName.normalize('NFC').slice(0, 80),
    place: before.place || place,
    year: before.year || schoolYear(today),
    kind: before.kind,
    className: '',
  };
}
