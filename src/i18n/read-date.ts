import { readLine, valueStart, type Found, type ReadContext, type Reading } from './reading.ts';
import { fold } from './text.ts';

const SEP = '\\s*(?:[/.-]|,?\\s*(?:thang|nam)(?![a-z]))\\s*';
const END = '(?!\\d)';
/** The first shape that fits decides; a shape with an impossible day or month is no date. */
const SHAPES = [
  ['dmy', `(\\d{1,2})${SEP}(\\d{1,2})${SEP}(\\d{4}|\\d{2})`],
  ['ymd', `(\\d{4})${SEP}(\\d{1,2})${SEP}(\\d{1,2})`],
  ['my', `(\\d{1,2})${SEP}(\\d{4})`],
  ['ym', `(\\d{4})${SEP}(\\d{1,2})`],
  ['my', `(\\d{1,2})${SEP}(\\d{2})`],
  ['y', '(\\d{4}|\\d{2})'],
] as const;

/** A second date, a range or stuck letters make the first unsure; a time of day ("10h05", "T10:05") does not. */
const UNSURE =
  /^(?:(?!t\d)[\p{L}\p{N}%'"/]|\.\d|\s*(?:[-~>]+|den\s|toi\s|hoac\s)\s*(?:\d+(?![\d:hg])|nay|nam|thang|ngay))/u;

function find(line: string, ctx: ReadContext): Found<string> {
  const f = fold(line);
  const start = valueStart(f, ctx.label, 'ngay thang nam t th sn');
  if (start < 0) return undefined;
  const text = f.slice(start);
  for (const [order, shape] of SHAPES) {
    const match = new RegExp(`^${shape}${END}`).exec(text);
    if (!match) continue;
    const part = (name: string): string | undefined => match[order.indexOf(name) + 1 || NaN];
    const [written = '', month, day] = [part('y'), part('m'), part('d')];
    const rest = text.slice(match[0].length);
    if (UNSURE.test(rest) || (!day && /^\s+\d/.test(rest))) return undefined;

    const short = written.length === 2;
    // "3/25" can only be a month and a year, "05/04" may be a day and a month; "86" only a year, "12" anything.
    if (short && month && !day && +written <= 12) return undefined;
    if (short && !month && +written <= 31 && !/(?:nam|sn)[\s:]*$/.test(f.slice(0, start))) return undefined;
    const thisYear = +ctx.today.slice(0, 4);
    let year = +written + (short ? thisYear - (thisYear % 100) : 0);
    if (short && year > thisYear) year -= 100;
    if (year < 1000 || +(month ?? 1) > 12 || +(month ?? 1) < 1) return undefined;
    if (day && (+day < 1 || +day > new Date(Date.UTC(year, +month!, 0)).getUTCDate())) return undefined;
    return {
      value: [String(year), ...[month, day].flatMap((part) => part?.padStart(2, '0') ?? [])].join('-'),
      rest: line.slice(start + match[0].length).replace(/^T(?=\d)/, ' '),
      asks: short ? 'date.twoDigitYear' : undefined,
    };
  }
  return undefined;
}

/**
 * A date, only as precise as written: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Day first with `/ . -` or words, also year
 * first; a two-digit year is the latest one not after the day of capture and asks. No calendar date is unread.
 */
export const readDate = (text: string, ctx: ReadContext): Reading<string> =>
  readLine(text, ctx, {}, (line) => find(line, ctx));
