import { fold } from '../../src/codes/index.ts';
import type { Cell } from './list-file.ts';

/** What a column of a class list can hold. */
export type ListField =
  | 'number'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'birthDay'
  | 'birthMonth'
  | 'birthYear'
  | 'birthMale'
  | 'birthFemale'
  | 'sex'
  | 'male'
  | 'female'
  | 'className'
  | 'school'
  | 'personalId'
  | 'studentCode'
  | 'insuranceNumber'
  | 'phone'
  | 'guardianName'
  | 'fatherName'
  | 'motherName'
  | 'household'
  | 'hamlet'
  | 'address'
  | 'ethnicity'
  | 'note';

/** Which field stands in which column, and where the people begin. */
export interface ListColumns {
  /** Index of the first line with a person. */
  readonly from: number;
  readonly fields: { readonly [column: number]: ListField };
}

// Folded headings, the first that fits. Words that only their accents tell apart are looked at before folding.
const patterns: readonly (readonly [ListField, RegExp])[] = [
  ['number', /^(stt|tt|so tt|so thu tu|no|#)$/],
  [
    'studentCode',
    /^(student|pupil) (id|code|no|number)|^(ma|mshs|ms)\b.*\b(hoc sinh|hs|tre|sv)|^mshs$|^ma (so )?hs$/,
  ],
  ['personalId', /cccd|can cuoc|dinh danh|cmnd|cmt\b|giay to tuy than/],
  ['insuranceNumber', /bhyt|bao hiem y te|bao hiem/],
  ['phone', /dien thoai|^(so )?(sdt|dtdd|dt|dd)\b|di dong|phone|zalo/],
  ['fatherName', /\b(cha|bo)$/],
  ['motherName', /\bme$/],
  ['guardianName', /phu huynh|cha me|bo me|cha,? me|giam ho|cham soc|^ph$/],
  ['familyName', /^ho(,)?( va)?( ten)? ?(dem|lot)$|^ho va dem$|^ho( va)?$/],
  ['fullName', /^ho(,)?( va)?( chu)? ?ten|^ten (hoc sinh|tre|nhan vien|cong nhan)|^full ?name|^hoc sinh$/],
  ['givenName', /^ten$|^ten goi$/],
  ['birthMale', /sinh.*\bnam \(gioi\)$/],
  ['birthDate', /sinh|^ntns$|^ns$|date of birth|^dob$/],
  ['sex', /gioi|^phai$|^gt$|^sex$|^gender$/],
  ['className', /^(ten )?lop|^class$|^grade$/],
  ['school', /^(ten )?truong|^school$/],
  ['ethnicity', /dan toc/],
  ['note', /ghi chu|^note/],
  ['hamlet', /^(ten )?(thon|ap|ban|xom|buon|lang|to dan pho|tdp|khu pho|to)\b/],
  ['address', /dia chi|cho o|noi o|thuong tru|tam tru|cu tru/],
];

const clean = (cell: Cell | undefined): string =>
  cell === null || cell === undefined || cell instanceof Date
    ? ''
    : String(cell).normalize('NFC').replace(/\s+/g, ' ').trim();

/** What a heading names; `above` = the heading over it where two lines of headings stand. */
export function fieldOfHeading(words: string, above = ''): ListField | undefined {
  const word = words.toLowerCase().normalize('NFC').replace(/[.:*]/g, '').trim();
  const over = fold(above);
  if (/sinh/.test(over)) {
    if (/^ngày$/.test(word)) return 'birthDay';
    if (/^tháng$/.test(word)) return 'birthMonth';
    if (/^năm$/.test(word)) return 'birthYear';
    if (/^nam$/.test(word)) return 'birthMale';
    if (/^nữ$/.test(word)) return 'birthFemale';
  }
  if (/^nam$/.test(word)) return 'male';
  if (/^nữ$/.test(word)) return 'female';
  // "Hộ" is a household, "họ" a family name.
  if (/hộ (gia đình|khẩu)|chủ hộ|^(mã |số )?hộ$/.test(word)) return 'household';
  const folded = fold(word);
  const found = patterns.find(([, pattern]) => pattern.test(folded))?.[0];
  if (found) return found;
  return above && word === '' ? fieldOfHeading(above) : undefined;
}

type Row = readonly (Cell | undefined)[];
const isText = (cell: Cell | undefined): boolean => typeof cell === 'string' && cell.trim() !== '';

/** A heading that spans several columns stands in the first of them. */
function spread(row: Row, below: Row): string[] {
  let over = '';
  return Array.from({ length: Math.max(row.length, below.length) }, (_, at) => {
    if (isText(row[at])) over = clean(row[at]);
    else if (!isText(below[at])) over = '';
    return over;
  });
}

function readHeadings(rows: readonly Row[], at: number, isDouble: boolean): (ListField | undefined)[] {
  const top = rows[at] ?? [];
  if (!isDouble) return top.map((cell) => fieldOfHeading(clean(cell)));
  const bottom = rows[at + 1] ?? [];
  const above = spread(top, bottom);
  return above.map((over, column) => {
    const words = clean(bottom[column]);
    return words ? fieldOfHeading(words, over) : fieldOfHeading(clean(top[column]));
  });
}

const names: readonly (ListField | undefined)[] = ['fullName', 'givenName'];
const latestHeading = 40;

/** Finds the line of headings, one or two lines high, whatever stands above it; `undefined` where there is none. */
export function findColumns(rows: readonly Row[]): ListColumns | undefined {
  let best: { score: number; from: number; found: (ListField | undefined)[] } | undefined;
  for (let at = 0; at < Math.min(rows.length, latestHeading); at++) {
    for (const isDouble of [false, true]) {
      const found = readHeadings(rows, at, isDouble);
      if (!names.some((name) => found.includes(name))) continue;
      // A person's line is no line of headings.
      if (
        isDouble &&
        !(rows[at + 1] ?? []).some((cell) => fieldOfHeading(clean(cell)) || /^năm$/i.test(clean(cell)))
      )
        continue;
      const score = new Set(found.filter(Boolean)).size * 2 - (isDouble ? 1 : 0);
      if (score >= 3 && (!best || score > best.score)) best = { score, from: at + (isDouble ? 2 : 1), found };
    }
  }
  if (!best) return undefined;
  return { from: best.from, fields: splitName(rows.slice(best.from), fieldsOf(best.found)) };
}

function fieldsOf(found: readonly (ListField | undefined)[]): { [column: number]: ListField } {
  const fields: { [column: number]: ListField } = {};
  const seen = new Set<ListField>();
  found.forEach((field, column) => {
    if (!field || seen.has(field)) return;
    seen.add(field);
    fields[column] = field;
  });
  return fields;
}

/** The columns of a line among the people that is a line of headings itself; `undefined` where it is none. */
export function headingsAt(rows: readonly Row[], at: number): ListColumns['fields'] | undefined {
  const found = readHeadings(rows, at, false);
  const isHeading = names.some((name) => found.includes(name)) && new Set(found.filter(Boolean)).size >= 3;
  return isHeading ? splitName(rows.slice(at + 1), fieldsOf(found)) : undefined;
}

/** "Họ và tên" over two columns without a heading for the second: the given name stands apart. */
function splitName(people: readonly Row[], fields: ListColumns['fields']): ListColumns['fields'] {
  const column = Number(Object.keys(fields).find((at) => fields[Number(at)] === 'fullName') ?? NaN);
  const next = column + 1;
  const given = Number(Object.keys(fields).find((at) => fields[Number(at)] === 'givenName') ?? NaN);
  if (
    Number.isNaN(column) &&
    given > 0 &&
    !fields[given - 1] &&
    !Object.values(fields).includes('familyName')
  ) {
    // Given names alone are nobody's names: words beside them without a heading that is known are the rest.
    const filled = people.filter((row) => clean(row[given]));
    const beside = filled.filter((row) => /\p{L}/u.test(clean(row[given - 1])));
    return beside.length * 2 > filled.length ? { ...fields, [given - 1]: 'familyName' } : fields;
  }
  if (Number.isNaN(column) || fields[next] || !Number.isNaN(given)) return fields;
  // Signatures below the people have nothing there: what counts is what does stand in the column.
  const filled = people.filter((row) => isText(row[column]));
  const beside = filled.filter((row) => clean(row[next]));
  const apart = beside.filter((row) => /^\p{L}[\p{L}'’]*$/u.test(clean(row[next])));
  if (apart.length * 4 < filled.length || !apart.length || apart.length * 5 < beside.length * 4)
    return fields;
  return { ...fields, [column]: 'familyName', [next]: 'givenName' };
}
