import { schoolYear } from '../../src/school/index.ts';
import type { ImportLine, ListFacts, SheetImport } from './import-model.ts';

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
  const titles = sheets
    .flatMap(({ sheet }) => sheet.rows.slice(0, 8).flat())
    .flatMap((cell) => (typeof cell === 'string' ? cell.normalize('NFC').replace(/\s+/g, ' ').trim() : []));
  const place = school ?? titles.find((title) => /^trường\s/i.test(title)) ?? '';
  const years = titles.map((title) => /năm học\D{0,3}(20\d\d) ?[-–—/] ?(20\d\d)/i.exec(title));
  const [, from, to] = years.find((found) => found && Number(found[2]) === Number(found[1]) + 1) ?? [];
  return {
    name: classes.size === 1 ? `Lớp ${only}` : fileName.normalize('NFC').slice(0, 80),
    place: before.place || place,
    year: before.year || (from ? `${from}-${to}` : schoolYear(today)),
    kind: before.kind,
    className: '',
  };
}
