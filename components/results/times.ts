import { formatDate } from '../../src/i18n/index.ts';
import { localDay } from '../form-element.ts';

/** A moment by the clock of this device: 08:05 20/11/2026. */
export function momentWords(at: number): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())} ${formatDate(localDay(date))}`;
}

const minute = 60_000;

/** How long ago in words: "5 phút trước", "hôm qua". A clock that was set back gives the least. */
export function agoWords(locale: string, at: number, now: number): string {
  const past = Math.max(0, now - at);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const ago = (n: number, unit: 'minute' | 'hour' | 'day'): string => format.format(-n, unit).toLowerCase();
  if (past < 60 * minute) return ago(Math.floor(past / minute), 'minute');
  const days = (Date.parse(localDay(new Date(now))) - Date.parse(localDay(new Date(at)))) / 86_400_000;
  return days ? ago(days, 'day') : ago(Math.floor(past / 3_600_000), 'hour');
}
