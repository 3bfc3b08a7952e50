/** Judges what was captured of a school book: what stands in the central record, what a station said, whom a notice is for. */
import { viGrowth } from '../../src/i18n/screening.ts';
import { getAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import type { Told } from './desk.ts';
import type { Round } from './book-paper.ts';
import { bookPlace } from './book-paper.ts';
import type { Seen } from './finder.ts';
import type { Verdict } from './judge.ts';
import type { Check } from './paper.ts';

/** What was on screen while a place was written: the field, and what the station worked out. */
export interface BookLook {
  readonly seen: Seen | undefined;
  readonly told: Told;
}

/** The notice that was printed for the parents: its lines of address, and what it asks them to look at. */
export interface PrintedNotice {
  readonly dear: string;
  readonly found: readonly string[];
}

export interface BookEvidence {
  /** What the server holds in the end, and the school year of the book. */
  readonly record: HealthRecord;
  readonly year: string;
  readonly looks: ReadonlyMap<Check, BookLook>;
  readonly notice?: PrintedNotice | undefined;
}

/** Checks that can be judged once the school day was played. */
export const isOfSchoolDay = ({ part, measure }: Check): boolean =>
  part === 'screening' || measure === 'parentNoticeTo';

const pass: Verdict = { due: true, ok: true, found: '' };
const verdict = (ok: boolean, found: unknown): Verdict =>
  ok ? pass : { due: true, ok: false, found: JSON.stringify(found) ?? 'nothing' };

/** The name of a checked blank on the paper. */
export const nameOf = ({ row, label }: Check): string => [row, label].filter(Boolean).join(' › ');

/** What has to be judged on screen, at once after it was typed. */
export const isOnScreen = ({ part, level }: Check): boolean =>
  part === 'screening' && ['warning', 'error', 'none', 'computed'].includes(level);

export const roundOf = (check: Check): Round | undefined => bookPlace(nameOf(check))?.round;

/** The words that advice about a blank begins with. */
const topics: readonly (readonly [RegExp, RegExp])[] = [
  [/vision\.uncorrected|acuity\.uncorrected/, /^Thị lực không kính/],
  [/vision\.corrected|acuity\.corrected/, /^Thị lực có kính/],
  [/bloodPressureMmHg$/, /^Huyết áp/],
  [/weightKg$|heightCm$|bmi$/, /^(Chỉ số|BMI)/],
  [/spine$/, /cột sống/],
  [/\.ent\./, /^Nghe nói/],
  [/caries$|dental\./, /răng/],
];

const adviceAt = (path: string, { advice }: Told): readonly string[] =>
  advice.filter((line) => topics.some(([place, words]) => place.test(path) && words.test(line)));

/** Judges a check by what the station shows: an issue at the field, or advice about it. */
export function judgeOnScreen(check: Check, look: BookLook | undefined): Verdict {
  const at = bookPlace(nameOf(check));
  if (!at) return verdict(false, 'no such place in the book');
  if (!look) return verdict(false, 'the station was not played');
  const { seen, told } = look;
  if (check.level === 'computed') return judgeComputed(check, told);
  const messages = seen?.messages ?? [];
  const has = (words: string): boolean => messages.some((each) => each.startsWith(words));
  const advice = adviceAt(at.path, told);
  const found = { messages, advice: told.advice };
  switch (check.level) {
    case 'error':
      return verdict(has('Lỗi:'), found);
    case 'warning':
      return verdict(!has('Lỗi:') && (has('Xem lại:') || advice.length > 0), found);
    default:
      return verdict(seen !== undefined && messages.length === 0 && advice.length === 0, found);
  }
}

const numberIn = (words: string): number | null => {
  const [, number] = /([−-]?\d+(?:,\d+)?)/.exec(words) ?? [];
  return number === undefined ? null : Number(number.replace('−', '-').replace(',', '.'));
};

/** BMI, a z-score or a class as the station says it. */
function judgeComputed({ measure = '', value = null }: Check, { results }: Told): Verdict {
  const indicator = Object.entries(viGrowth.indicators).find(
    ([key]) => measure === key || measure === `${key}Z`,
  );
  const name = measure === 'bmi' ? 'BMI' : indicator?.[1];
  const says = results.find(([each]) => each === name)?.[1];
  if (name === undefined || says === undefined) return verdict(value === null && name !== undefined, results);
  if (measure === indicator?.[0]) {
    const found = Object.entries(viGrowth.classes).find(([, words]) => says.endsWith(` ${words}`))?.[0];
    return verdict(found === value, says);
  }
  const found = numberIn(says);
  const isSame = typeof value === 'number' && found !== null && Math.abs(found - value) <= 0.01 + 1e-9;
  return verdict(isSame, says);
}

/** Judges a check of the book, or whom the notice is for. */
export function judgeBook(check: Check, { record, year, looks, notice }: BookEvidence): Verdict {
  if (check.measure === 'parentNoticeTo') {
    const [, to] = /Ông\/Bà (.+?)(?: \([^()]*\))?$/.exec(notice?.dear ?? '') ?? [];
    return verdict(
      to !== undefined && to === check.value && (notice?.found.length ?? 0) > 0,
      notice ?? 'no notice',
    );
  }
  if (isOnScreen(check)) return judgeOnScreen(check, looks.get(check));
  const at = bookPlace(nameOf(check));
  if (!at) return verdict(false, 'no such place in the book');
  const path = `screenings.${year}.${at.path}`;
  const standing = {
    value: getAt(record, path),
    absent: record.absent?.[path],
    unread: record.unread?.[path],
    note: record.notes?.[path],
  };
  const { value: wanted = null } = check;
  const isEmpty = standing.value === undefined && standing.unread === undefined;
  switch (check.level) {
    case 'unread':
      return verdict(standing.unread !== undefined && standing.value === undefined, standing);
    case 'note':
      return verdict((standing.note ?? '').includes(String(wanted)), standing);
    case 'value':
      if (wanted === null) return verdict(isEmpty, standing);
      if (typeof wanted === 'object' && 'absent' in wanted)
        return verdict(standing.absent === wanted.absent && standing.value === undefined, standing);
      return verdict(same(standing.value, wanted), standing);
    default:
      return verdict(false, `a check of the level ${check.level}`);
  }
}

/** A value as checks write it: coded ones by code, else by their words; a pressure with its slash. */
function same(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(wanted))
    return JSON.stringify([...value].sort()) === JSON.stringify([...wanted].sort());
  if (typeof value === 'object' && value !== null) {
    const { code, text, systolic, diastolic } = value as { readonly [key: string]: unknown };
    if (systolic !== undefined) return wanted === [systolic, diastolic].filter(Boolean).join('/');
    return wanted === (code ?? text) || wanted === text;
  }
  return value === wanted;
}
