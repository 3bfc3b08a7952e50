import { fill, formatDate, formatNumber } from '../../src/i18n/index.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { localDay } from '../form-element.ts';

/** Words of the screens with their values. */
export const say = (
  words: SyncWords,
  key: keyof SyncWords['ui'],
  values: { readonly [name: string]: string | number } = {},
): string => fill(words.ui[key], values);

/** How many writes, records and answers of people apart: "3 hồ sơ và 2 ý kiến đồng ý". */
export function writesWords(words: SyncWords, all: number, answers = 0): string {
  const records = say(words, 'nRecords', { n: all - answers });
  if (!answers) return records;
  const consents = say(words, 'nConsents', { n: answers });
  return all > answers ? say(words, 'nBoth', { records, consents }) : consents;
}

/** A person as lists name them: name and date of birth. */
export function whoWords(words: SyncWords, name: string, birthDate: string | undefined): string {
  const known = name.trim() || words.ui.noName;
  return birthDate ? `${known}, ${say(words, 'born', { date: formatDate(birthDate) })}` : known;
}

/** The time of day: 16:05. */
export function clockTime(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}

export const isSameDay = (a: number, b: number): boolean => localDay(new Date(a)) === localDay(new Date(b));

/** The time of day, with the date where it is not today's. */
export const exactTime = (words: SyncWords, at: number, now: number): string =>
  `${clockTime(at)} ${isSameDay(at, now) ? words.ui.today : formatDate(localDay(new Date(at)))}`;

const minute = 60_000;
const hour = 60 * minute;

/** How long ago in words: "5 phút trước", "hôm qua". */
export function relativeTime(words: SyncWords, at: number, now: number): string {
  const past = Math.max(0, now - at);
  if (past < minute) return words.ui.justNow;
  const format = new Intl.RelativeTimeFormat(words.locale, { numeric: 'auto' });
  const ago = (n: number, unit: 'minute' | 'hour' | 'day'): string => format.format(-n, unit).toLowerCase();
  if (past < hour) return ago(Math.floor(past / minute), 'minute');
  const days = (Date.parse(localDay(new Date(now))) - Date.parse(localDay(new Date(at)))) / (24 * hour);
  return days ? ago(days, 'day') : ago(Math.floor(past / hour), 'hour');
}

/** Bytes as MB or GB, with the decimal comma of the language. */
export function sizeWords(words: SyncWords, bytes: number): string {
  const isGiga = bytes >= 1e9;
  const value = bytes / (isGiga ? 1e9 : 1e6);
  const rounded = value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  const number = words.locale === 'vi' ? formatNumber(rounded) : String(rounded);
  return `${number} ${isGiga ? 'GB' : 'MB'}`;
}
