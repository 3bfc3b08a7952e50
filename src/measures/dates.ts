const shape = /^\d{4}(-\d\d(-\d\d)?)?$/;

const day = (year: number, month: number, date: number): Date => {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return at;
};
const iso = (at: Date): string => at.toISOString().slice(0, 10);
const parts = (date: string) => date.split('-').map(Number) as [number, number?, number?];

/** Whether a text is a year, a month or a day of the calendar: `1942`, `1942-03`, `1942-03-19`. */
export function isPartialDate(date: unknown): date is string {
  if (typeof date !== 'string' || !shape.test(date)) return false;
  const [year, month = 1, of = 1] = parts(date);
  return iso(day(year, month, of)).startsWith(date);
}

/** Whether a text is a whole day of the calendar, `YYYY-MM-DD`. */
export const isDay = (date: unknown): date is string => isPartialDate(date) && date.length === 10;

/** First day that a partial date may mean. Takes a valid partial date, as everything below. */
export const earliest = (date: string): string => date + '-01-01'.slice(date.length - 4);

/** Last day that a partial date may mean. */
export function latest(date: string): string {
  const [year, month = 12, of] = parts(date);
  return of ? date : iso(day(year, month + 1, 0));
}

/** Whether `a` lies before `b` whatever days the two mean: a month is not before a day of its own. */
export const isBefore = (a: string, b: string): boolean => latest(a) < earliest(b);

/** Least and most of a number that is not known exactly; both the same where it is. */
export type Range = readonly [min: number, max: number];

/** Completed days, months and years of life. */
export interface Age {
  readonly days: Range;
  readonly months: Range;
  readonly years: Range;
}

function completed(from: string, to: string): [days: number, months: number, years: number] {
  const [y, m, d] = parts(from) as [number, number, number];
  const [year, month, of] = parts(to) as [number, number, number];
  const days = Math.round((day(year, month, of).getTime() - day(y, m, d).getTime()) / 86_400_000);
  // Born on the 31st, a month of 30 days is completed on the 1st after it.
  const months = (year - y) * 12 + month - m - (of < d ? 1 : 0);
  return [days, months, Math.floor(months / 12)];
}

/**
 * Age on a day in completed days, months and years. A birth date of which only month or year is known gives
 * ranges: 1942 is 83 or 84 years on 2026-10-28. `undefined` for no dates and for a birth certainly after the day.
 */
export function age(birthDate: string | undefined, on: string | undefined): Age | undefined {
  if (!isPartialDate(birthDate) || !isPartialDate(on) || isBefore(on, birthDate)) return undefined;
  const most = completed(earliest(birthDate), latest(on));
  const [born, seen] = [latest(birthDate), earliest(on)];
  const least = born < seen ? completed(born, seen) : [0, 0, 0];
  const range = (index: 0 | 1 | 2): Range => [least[index]!, most[index]];
  return { days: range(0), months: range(1), years: range(2) };
}
