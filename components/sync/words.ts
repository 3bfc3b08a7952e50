import { fill, formatDate, formatNumber, viSync } from '../../src/i18n/index.ts';
import type { SyncWords, Words } from '../../src/i18n/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { localDay } from '../form-element.ts';

/** The words of a language about store and queue; Vietnamese is there at once, and where a language does not come with the package. */
export async function loadSyncWords(locale: string): Promise<SyncWords> {
  return locale === 'en' ? (await import('../../src/i18n/en/sync.ts')).enSync : viSync;
}

/** Words of the form and how its places are called: only loaded where a place is named. */
export interface FormWords {
  readonly words: Words;
  placeName(path: string, draft?: RecordDraft): string;
}

export async function loadFormWords(locale: string): Promise<FormWords> {
  const [{ placeName }, words] = await Promise.all([
    import('../record-form/places.ts'),
    locale === 'en'
      ? import('../../src/i18n/en.ts').then(({ en }) => en)
      : import('../../src/i18n/vi.ts').then(({ vi }) => vi),
  ]);
  return { words, placeName: (path, draft) => placeName(words, path, draft) };
}

/** The code of whatever was thrown. Foreign errors (a DOMException has a number) have none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[a-zA-Z]+(\.[a-zA-Z0-9]+)*$/.test(code) ? code : 'unknown';
}

// Statuses that say the same as a code.
const statuses: { readonly [code: string]: string } = {
  'http.401': 'token.invalid',
  'http.403': 'access.denied',
  'http.404': 'record.notFound',
  'http.413': 'body.tooLarge',
  'http.429': 'server.busy',
  'http.503': 'server.busy',
};
// What stands for the codes of a family that have no words of their own: all of them are the program's fault.
const families: { readonly [family: string]: string } = {
  network: 'network.failed',
  token: 'token.invalid',
  access: 'access.denied',
  vault: 'unknown',
  body: 'body.invalid',
  query: 'body.invalid',
  route: 'body.invalid',
  ifMatch: 'body.invalid',
  idempotencyKey: 'body.invalid',
  server: 'server.failed',
};

/** What happened and what to do. A code that nobody knows gets the general words, never none. */
export function failureWords(words: SyncWords, code: string): readonly [what: string, todo: string] {
  const { codes } = words;
  const family = code.split('.')[0]!;
  const status = /^http\.[45]/.exec(code)?.[0];
  for (const key of [code, own(statuses, code), own(families, family), status]) {
    if (key && Object.hasOwn(codes, key)) return codes[key as keyof typeof codes];
  }
  return codes.unknown;
}

const own = (map: { readonly [key: string]: string }, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

/** Words of the screens with their values. */
export const say = (
  words: SyncWords,
  key: keyof SyncWords['ui'],
  values: { readonly [name: string]: string | number } = {},
): string => fill(words.ui[key], values);

/** A person as lists name them: name and date of birth. */
export function whoWords(words: SyncWords, name: string, birthDate: string | undefined): string {
  const known = name.trim() || words.ui.noName;
  return birthDate ? `${known}, ${say(words, 'born', { date: formatDate(birthDate) })}` : known;
}

/** The time of day, with the date where it is not today's. */
export function exactTime(words: SyncWords, at: number, now: number): string {
  const date = new Date(at);
  const time = [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
  const day = localDay(date);
  return `${time} ${day === localDay(new Date(now)) ? words.ui.today : formatDate(day)}`;
}

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
