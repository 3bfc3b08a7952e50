const dayMs = 86_400_000;

/** Milliseconds of an instant; `NaN` for a text that is none. */
export const msOf = (instant: string): number => Date.parse(instant);

/** The day in Viet Nam (UTC+7 all year) at an instant; a text that is a day already stays as it is. */
export function dayOf(at: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(at)) return at;
  const ms = msOf(at);
  return Number.isNaN(ms) ? '' : new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Whether a text is a day, a month or a year of the calendar. */
export function isDate(text: string | undefined): text is string {
  if (!text || !/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return false;
  const first = firstDay(text);
  const ms = midnight(first);
  return !Number.isNaN(ms) && isoDay(ms) === first;
}

/** First day that a day, month or year may mean. */
export const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);

/** Last day that a day, month or year may mean. */
export function lastDay(date: string): string {
  if (date.length === 10) return date;
  const [year, month = 12] = date.split('-').map(Number) as [number, number?];
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${date.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
  return isoDay(midnight(next) - dayMs);
}

/** The day that lies so many days after another one. */
export const addDays = (day: string, days: number): string => isoDay(midnight(day) + days * dayMs);

/** Whether public offices work on that day: Monday to Friday, and no holiday. */
export function isWorkingDay(day: string, holidays: readonly string[]): boolean {
  const weekday = new Date(midnight(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

// Whoever is born on 29 February completes a year on 1 March where the year has no 29th.
function completedYears(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/**
 * Least and most completed years of life on a day. A birth date of which only month or year is known gives two different
 * numbers; `undefined` where the date is missing, is none, or lies after the day.
 */
export function ageOn(birthDate: string | undefined, day: string): [min: number, max: number] | undefined {
  if (!isDate(birthDate) || !isDate(day) || firstDay(birthDate) > day) return undefined;
  const born = lastDay(birthDate);
  return [born > day ? 0 : completedYears(born, day), completedYears(firstDay(birthDate), day)];
}
