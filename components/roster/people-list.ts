import { fold } from '../../src/codes/index.ts';
import { cleanText, readDate, readPhone } from '../../src/i18n/index.ts';
import { citizenIdFacts, hasNumberForm, readInsuranceId, readPersonalId } from '../../src/identity/index.ts';
import type { ListField } from './list-columns.ts';
import type { Cell } from './list-file.ts';

/** A person of a list, as far as the list tells. Dates may be a year or a month. */
export interface ListedPerson {
  /** Line of the sheet, counted from 1 as in Excel. */
  readonly line: number;
  readonly fullName: string;
  readonly birthDate?: string;
  readonly sex?: 'male' | 'female';
  readonly className?: string;
  readonly school?: string;
  readonly identifier?: { readonly kind: string; readonly number: string };
  readonly insurance?: { readonly kind: string; readonly number: string };
  readonly studentCode?: string;
  readonly phone?: string;
  readonly guardianName?: string;
  readonly fatherName?: string;
  readonly motherName?: string;
  readonly household?: string;
  readonly hamlet?: string;
  readonly address?: string;
  readonly ethnicity?: string;
  readonly note?: string;
  /** What stood there and could not be read, by field. */
  readonly unread: { readonly [field in ListField]?: string };
}

/** What is to be said about a line: `field` and a stable code. */
export interface ListRemark {
  readonly field: ListField | undefined;
  readonly code:
    | 'name.missing'
    | 'name.oneWord'
    | 'name.strange'
    | 'birthDate.missing'
    | 'birthDate.unread'
    | 'birthDate.twoDigitYear'
    | 'birthDate.future'
    | 'sex.missing'
    | 'sex.unread'
    | 'sex.contradicts'
    | 'birthDate.contradicts'
    | 'number.unread'
    | 'phone.unread'
    | 'line.duplicate'
    | 'line.sameNumber'
    | 'line.likelySame'
    | 'line.noPerson';
  /** The other line, where one is meant, and its sheet where it is another one. */
  readonly line?: number;
  readonly sheet?: string;
}

/**
 * One line of the sheet and what became of it: `taken`, `doubtful` (taken, with remarks a person should look at),
 * `duplicate` (not taken: the same person stands on another line), `unnamed` (has data and no name: not taken),
 * `other` (headings, totals, signatures, blank lines).
 */
export interface ListLine {
  readonly line: number;
  readonly outcome: 'taken' | 'doubtful' | 'duplicate' | 'unnamed' | 'other';
  /** The line as it stands in the file. */
  readonly text: string;
  readonly remarks: readonly ListRemark[];
  readonly person?: ListedPerson;
}

const day = 86_400_000;
/** Excel counts days from 1899-12-30; whole days of living people only. */
const isSerial = (value: number): boolean => Number.isInteger(value) && value > 3_650 && value < 73_050;
const fromSerial = (value: number): string =>
  new Date(Date.UTC(1899, 11, 30) + value * day).toISOString().slice(0, 10);

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return cleanText(String(cell), false);
};

type Row = readonly (Cell | undefined)[];
type Read = { value?: string; unread?: string; remark?: ListRemark['code'] };

function readBirth(cell: Cell | undefined, today: string): Read {
  const text = textOf(cell);
  if (!text) return {};
  if (cell instanceof Date) return checkFuture(text, today);
  const number = typeof cell === 'number' ? cell : /^\d{5}$/.test(text) ? Number(text) : NaN;
  if (isSerial(number)) return checkFuture(fromSerial(number), today);
  const { value, asks } = readDate(text, { today, label: 'Ngày sinh' });
  if (!value) return { unread: text, remark: 'birthDate.unread' };
  const read = checkFuture(value, today);
  return asks && !read.remark ? { ...read, remark: 'birthDate.twoDigitYear' } : read;
}

const checkFuture = (value: string, today: string): Read =>
  value > today.slice(0, value.length) ? { unread: value, remark: 'birthDate.future' } : { value };

const isTick = (text: string): boolean => /^(x|v|✓|✔|1|co)$/.test(fold(text));
function readSex(words: string): Read {
  const said = words.toLowerCase().normalize('NFC');
  const folded = fold(said);
  if (/^(nam|trai|m|male|b|boy)$/.test(folded)) return { value: 'male' };
  if (/^(nu|gai|f|female|g|girl)$/.test(folded)) return { value: 'female' };
  return { unread: words, remark: 'sex.unread' };
}

// Lines below the people: totals, pages, titles.
const noPerson =
  /^(tong( cong| so)?|cong|danh sach\b|trong do|trang \d|lop \d|si so|ghi chu|ngay \d+ thang|(nam|nu) \d+$)/;
// From here on names are those of who signs.
const signature =
  /(^|\W)(nguoi lap|hieu truong|gvcn|giao vien|lap bang|xac nhan|ky ten|ky ghi|ky va|ban giam hieu|thu truong|ngay \d+ thang \d+ nam)/;
// Signs that no name has: what a program could take for a command among them.
const strange = /[=<>@|{}\\;:"!#$%^*+/[\]_`~]|^[-+]/;

/** Whether a line is one of signatures: names below it are not those of people to examine. */
export const isSignature = (text: string): boolean => signature.test(fold(text));

class LineReader {
  readonly #row: Row;
  readonly #columns: ReadonlyMap<ListField, number>;
  readonly #today: string;
  readonly remarks: ListRemark[] = [];
  readonly unread: { [field in ListField]?: string } = {};

  constructor(row: Row, columns: ReadonlyMap<ListField, number>, today: string) {
    this.#row = row;
    this.#columns = columns;
    this.#today = today;
  }

  cell(field: ListField): Cell | undefined {
    const column = this.#columns.get(field);
    return column === undefined ? undefined : this.#row[column];
  }

  text(field: ListField): string {
    return textOf(this.cell(field));
  }

  #take(field: ListField, { value, unread, remark }: Read): string | undefined {
    if (unread) this.unread[field] = unread;
    if (remark) this.remarks.push({ field, code: remark });
    return value;
  }

  /** Whether something in the line can only be a person's: a birth date that can be read, a sex, or a number. */
  isCertain(): boolean {
    const births = (['birthDate', 'birthMale', 'birthFemale'] as const).map((field) => this.cell(field));
    return (
      births.some((cell) => readBirth(cell, this.#today).value !== undefined) ||
      readSex(this.text('sex')).value !== undefined ||
      /^\d{10,}$/.test(this.text('personalId'))
    );
  }

  name(): string {
    return cleanText(`${this.text('familyName')} ${this.text('fullName')} ${this.text('givenName')}`, false);
  }

  /** One column, three of day, month and year, or one for boys and one for girls. */
  birth(): { birthDate?: string | undefined; sex?: 'male' | 'female' } {
    for (const [field, sex] of [
      ['birthMale', 'male'],
      ['birthFemale', 'female'],
    ] as const) {
      if (!this.text(field)) continue;
      // A tick under "Nữ" beside a date of its own is a sex and no date.
      if (isTick(this.text(field))) return { birthDate: this.#plainBirth(), sex };
      return { birthDate: this.#take(field, readBirth(this.cell(field), this.#today)), sex };
    }
    return { birthDate: this.#plainBirth() };
  }

  #plainBirth(): string | undefined {
    const parts = (['birthDay', 'birthMonth', 'birthYear'] as const).map((field) => this.text(field));
    const written = parts.filter(Boolean).join('/');
    if (written && parts[2]) return this.#take('birthYear', readBirth(written, this.#today));
    return this.#take('birthDate', readBirth(this.cell('birthDate'), this.#today));
  }

  sex(): 'male' | 'female' | undefined {
    for (const sex of ['male', 'female'] as const) if (isTick(this.text(sex))) return sex;
    const words = this.text('sex');
    if (words) return this.#take('sex', readSex(words)) as 'male' | 'female' | undefined;
    // A single column "Nữ": who has no tick is a boy.
    if (this.#columns.has('female') && !this.#columns.has('male') && !this.text('female')) return 'male';
    if (this.#columns.has('male') && !this.#columns.has('female') && !this.text('male')) return 'female';
    return undefined;
  }

  number(field: 'personalId' | 'insuranceNumber'): { kind: string; number: string } | undefined {
    let words = this.text(field);
    if (!words) return undefined;
    // Excel drops the leading zeros of a number.
    const cell = this.cell(field);
    if (field === 'personalId' && typeof cell === 'number' && /^\d{10,11}$/.test(words))
      words = words.padStart(12, '0');
    const { value } = (field === 'personalId' ? readPersonalId : readInsuranceId)(words);
    if (value && hasNumberForm(value.kind, value.number)) return value;
    this.#take(field, { unread: words, remark: 'number.unread' });
    return undefined;
  }

  phone(): string | undefined {
    let words = this.text('phone');
    if (!words) return undefined;
    if (typeof this.cell('phone') === 'number' && /^\d{9}$/.test(words)) words = `0${words}`;
    const { value } = readPhone(words, { today: this.#today, label: '' });
    return value ?? this.#take('phone', { unread: words, remark: 'phone.unread' });
  }
}

const plain = [
  'className',
  'school',
  'studentCode',
  'guardianName',
  'fatherName',
  'motherName',
  'household',
  'hamlet',
  'address',
  'ethnicity',
  'note',
] as const;

/** The words of a line, as the report shows them. */
export const wordsOf = (row: Row): string => row.map(textOf).filter(Boolean).join(' | ');

/** Reads one line. `isBelow` = signatures began above: a name alone is no person to examine there. */
export function readLine(
  row: Row,
  line: number,
  columns: ReadonlyMap<ListField, number>,
  { today, isBelow }: { readonly today: string; readonly isBelow: boolean },
): ListLine {
  const text = wordsOf(row);
  const reader = new LineReader(row, columns, today);
  const fullName = reader.name();
  const others = ['birthDate', 'birthMale', 'birthFemale', 'birthYear', 'personalId', 'studentCode'] as const;
  const hasMore = others.some((field) => reader.text(field));
  const isNone =
    (noPerson.test(fold(fullName)) && !hasMore) || ((isBelow || isSignature(text)) && !reader.isCertain());
  if (!fullName || isNone) {
    const isUnnamed = !fullName && hasMore && !isNone;
    return {
      line,
      text,
      outcome: isUnnamed ? 'unnamed' : 'other',
      remarks: text ? [{ field: undefined, code: isUnnamed ? 'name.missing' : 'line.noPerson' }] : [],
    };
  }
  const { birthDate, sex: sexByColumn } = reader.birth();
  const sex = sexByColumn ?? reader.sex();
  const identifier = reader.number('personalId');
  const insurance = reader.number('insuranceNumber');
  const phone = reader.phone();
  const { remarks } = reader;
  if (!fullName.includes(' ')) remarks.push({ field: 'fullName', code: 'name.oneWord' });
  if (strange.test(fullName)) remarks.push({ field: 'fullName', code: 'name.strange' });
  const say = (field: ListField, code: ListRemark['code']): void => void remarks.push({ field, code });
  if (!birthDate && !remarks.some(({ code }) => code.startsWith('birthDate')))
    say('birthDate', 'birthDate.missing');
  if (!sex && !remarks.some(({ code }) => code === 'sex.unread')) say('sex', 'sex.missing');
  const facts = identifier?.kind === 'citizenId' ? citizenIdFacts(identifier.number) : undefined;
  if (facts && sex && facts.sex !== sex) say('sex', 'sex.contradicts');
  if (facts && birthDate && String(facts.birthYear) !== birthDate.slice(0, 4))
    say('birthDate', 'birthDate.contradicts');
  const person: ListedPerson = {
    line,
    fullName,
    ...(birthDate && { birthDate }),
    ...(sex && { sex }),
    ...(identifier && { identifier }),
    ...(insurance && { insurance }),
    ...(phone && { phone }),
    ...Object.fromEntries(
      plain.flatMap((field) => (reader.text(field) ? [[field, reader.text(field)]] : [])),
    ),
    unread: reader.unread,
  };
  return { line, text, outcome: remarks.length ? 'doubtful' : 'taken', remarks, person };
}
