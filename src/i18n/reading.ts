import { cleanText, fold, narrow, tidyNote, unbracket } from './text.ts';

/** Why a field holds no value although something was said. */
export type AbsentReason = 'unknown' | 'notMeasured' | 'notAvailableYet' | 'notApplicable' | 'refused';

/**
 * What a written text says: at most one of `value`, `absent`, `unread` (the text as typed). A note stands beside
 * a value or a reason, or alone (the value stays empty). `asks` is the code of the warning that asks the person
 * to look again: 'date.twoDigitYear' or 'number.unitConverted'. Nothing written is `{}`.
 */
export interface Reading<T> {
  value?: T;
  absent?: AbsentReason;
  note?: string;
  unread?: string;
  asks?: string;
}

/** What a reader has to know beside the text. */
export interface ReadContext {
  /** Day of capture, YYYY-MM-DD. */
  today: string;
  /** Printed label of the field; dropped where it is repeated before the value. */
  label?: string;
  /** A lone dash means "does not apply" (B7 of a man). */
  dashIsNotApplicable?: boolean;
}

/** A value found at the start of a line, and what stands behind it. `undefined`: the line is not readable. */
export type Found<T> = { value: T; rest: string; asks?: string | undefined } | undefined;

/** How a kind of field takes words that are no value. */
export interface Manner {
  /** The field keeps words: only clear words that stand alone or before a separator are a reason. */
  words?: boolean;
  /** "không", "không có" say that there is nothing (phone, mail, district); a bracket alone is a note. */
  none?: boolean;
}

const NO = '(?:khong|ko|k)';
const CLEAR = [
  ['unknown', `(?:${NO}|chua) (?:nho ro|nho|ro|biet|xac dinh)|kn`],
  ['notMeasured', `(?:${NO}|chua) (?:do|can)(?: duoc| dc)?`],
  [
    'notAvailableYet',
    'chua (?:duoc |lam |co )?(?:cap|xn|xet nghiem|dkks|dang ky(?: khai sinh)?|(?:giay )?khai sinh)|chua co',
  ],
  ['notApplicable', `kad|${NO} ap dung|n/a`],
  ['refused', 'tu choi'],
] as const;

const BEFORE_SEPARATOR = '(?!\\S*@)(?=\\s*(?:$|[^\\p{L}\\p{N}\\s]))';
const AFTER_WORD = '(?![\\p{L}\\p{N}]|\\S*@)';

/** The words of a text, folded; what stands in brackets left out. */
const wordsOf = (text: string): string[] =>
  fold(text.replace(/\([^)]*\)/g, ' ')).match(/[\p{L}\p{N}°]+/gu) ?? [];

/** True where the words are a run of the label's words, or the first letters of them ("CN" for "Cân nặng"). */
export function repeatsLabel(said: readonly string[], label = ''): boolean {
  const words = wordsOf(label);
  return (
    (said.length > 0 && ` ${words.join(' ')} `.includes(` ${said.join(' ')} `)) ||
    (said.length === 1 &&
      words
        .map((w) => w[0])
        .join('')
        .startsWith(said[0]!))
  );
}

/** The line without the whole label, or a part of it and a colon, before the value. */
function dropLabel(line: string, label = ''): string {
  const f = fold(line);
  const words = wordsOf(label);
  const whole =
    words.length > 0 &&
    new RegExp(`^${words.join('[^\\p{L}\\p{N}]+')}${AFTER_WORD}[\\s:=.]*(?:-\\s)?`, 'u').exec(f);
  const part = /^([^:\d]+):\s*(?=.)/.exec(f);
  const end = whole ? whole[0].length : part && repeatsLabel(wordsOf(part[1]!), label) ? part[0].length : 0;
  return end < line.length ? line.slice(end) : line;
}

/**
 * Where the value begins behind words that repeat the label or are among `also`; -1 where other words stand
 * before it. Takes a folded line.
 */
export function valueStart(folded: string, label: string | undefined, also = ''): number {
  const lead = /^[^\d(+-]*/.exec(folded)![0];
  const known = ` la so thu chieu ${also} `;
  const said = lead.match(/[\p{L}°]+/gu) ?? [];
  const other = said.filter((word) => !known.includes(` ${word} `));
  if (said.length ? lead.endsWith(',') : !/^[\s:=]*$/.test(lead)) return -1;
  return !other.length || repeatsLabel(other, label) ? lead.length : -1;
}

/** The reading with what is left over as its note. */
const noted = <T>(reading: Reading<T>, rest: string): Reading<T> => {
  const note = tidyNote(rest);
  return note ? { ...reading, note } : reading;
};

/** What stands where no value is: a reason, else a note alone. */
const remark = (rest: string): Reading<never> => readAbsent(tidyNote(rest)) ?? noted({}, rest);

/** Absent reason said by clear words at the start of the text, the rest as a note; `undefined` where none is said. */
export function readAbsent(text: string, { words = false }: Manner = {}): Reading<never> | undefined {
  const line = unbracket(cleanText(text, false));
  const folded = fold(line);
  for (const [absent, pattern] of CLEAR) {
    const said = new RegExp(`^(?:${pattern})${words ? BEFORE_SEPARATOR : AFTER_WORD}`, 'u').exec(folded);
    if (said) return noted({ absent }, line.slice(said[0].length));
  }
  return undefined;
}

/** One way through every field that is not free text; `find` reads the value itself. */
export function readLine<T>(
  text: string,
  ctx: ReadContext,
  manner: Manner,
  find: (line: string) => Found<T>,
): Reading<T> {
  const typed = cleanText(text, false);
  if (!typed) return {};
  const line = dropLabel(typed, ctx.label);
  const signs = narrow(line);
  const dash: Reading<T> = ctx.dashIsNotApplicable ? { absent: 'notApplicable' } : {};
  if (/^[-\s]+$/.test(signs)) return dash;
  if (/^(?:[-_.…·/\\|\s]+|[xX×✕✖✗✘\s]+)$/.test(signs)) return {};

  const absent = readAbsent(line, manner);
  if (absent) return absent;
  const isValue = (part: string): boolean => {
    const found = manner.none ? undefined : find(part);
    return !!found && !tidyNote(found.rest);
  };
  const aside = (rest: string): Reading<T> => (isValue(tidyNote(rest)) ? { unread: typed } : remark(rest));
  const struck = /^-+\s*(?=[(;,:])/.exec(signs);
  if (struck && (dash.absent || !manner.words)) {
    const rest = line.slice(struck[0].length);
    return dash.absent ? noted(dash, rest) : aside(rest);
  }
  if (manner.none) {
    const none = new RegExp(`^${NO}(?: co)?(?:${BEFORE_SEPARATOR}|(?<=co) )`, 'u').exec(fold(line));
    if (none) return none[0].endsWith(' ') ? noted({}, line) : remark(line.slice(none[0].length));
  }
  const inner = manner.words ? line : unbracket(line);
  // A line that stands in brackets is read only where it is a value and nothing else.
  if (inner !== line && !isValue(inner)) return aside(inner);
  const found = find(inner);
  if (!found) return { unread: typed };
  return noted({ value: found.value, ...(found.asks && { asks: found.asks }) }, found.rest);
}

/** Free text: cleaned and kept as it is, whatever it says. */
export function readText(text: string, multiline: boolean): Reading<string> {
  const value = cleanText(text, multiline);
  return value ? { value } : {};
}

/** A line that keeps its words (names, visual acuity): clear words are a reason, a lone dash or cross is nothing. */
export function readTextOrAbsent(text: string, ctx: ReadContext): Reading<string> {
  return readLine(text, ctx, { words: true }, (value) => ({ value, rest: '' }));
}

/** Words of an open coded list (places, ethnic group, occupation …), read like other words; the code is looked up elsewhere. */
export const readCodedWords = readTextOrAbsent;

/**
 * A district. `abolished` (current address from July 2025 on): what stands there is a note and the value stays
 * empty, as with what is marked as former ("(cũ)") anywhere.
 */
export function readDistrict(text: string, ctx: ReadContext & { abolished: boolean }): Reading<string> {
  const reading = readLine<string>(text, ctx, { none: true }, (value) => ({ value, rest: '' }));
  return reading.value && (ctx.abolished || /(?:^|\()cu(?![\p{L}\p{N}])/u.test(fold(reading.value)))
    ? remark(reading.value)
    : reading;
}
