import { readLine, valueStart, type Found, type ReadContext, type Reading } from './reading.ts';
import { balanced, fold, narrow, tidyNote } from './text.ts';

/** A written number in the one form kept: leading 0, foreign ones with "+"; `undefined` where the digits fit neither. */
function dial(written: string): string | undefined {
  const digits = (/^\(?(?:\+|00)/.test(written) ? written.replace('(0)', '') : written)
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+?84(?=0?[235789]\d{8,9}$)0?/, '0');
  return /^(?:0[35789]\d{8}|02\d{8,9}|\+(?!84)[1-9]\d{7,14})$/.test(digits) ? digits : undefined;
}

/** The longest number at the start of a line, whatever groups its digits stand in; brackets only round the prefix. */
function takePhone(line: string): Found<string> {
  const run = /^\(?\+?\d{1,4}\)?[\s.-]*(?:\(\d{1,4}\))?[\d\s.-]*\)?/.exec(narrow(line))?.[0] ?? '';
  for (let end = Math.min(run.length, 40); end > 7; end--) {
    const written = run.slice(0, end);
    if (/[\s.(-]$/.test(written) || /^\d/.test(run.slice(end)) || !balanced(written)) continue;
    const value = dial(written);
    if (value) return { value, rest: line.slice(end) };
  }
  return undefined;
}

function findPhone(line: string, ctx: ReadContext): Found<string> {
  const start = valueStart(
    fold(line),
    ctx.label,
    'dt sdt dd dtdd tel phone mobile dien thoai di dong co dinh',
  );
  const first = start < 0 ? undefined : takePhone(line.slice(start));
  if (!first || /^[\p{L}\p{N}]/u.test(first.rest)) return undefined;
  let rest = first.rest;
  for (;;) {
    const more = tidyNote(rest.replace(/^[\s/-]+/, ''));
    const next = takePhone(more);
    // Digits that go on without a separator and make no second number: a digit too many.
    if (!next && /^[\s.-]*\+?\d/.test(narrow(rest))) return undefined;
    if (next?.value !== first.value || /^[^\s,;(/-]/.test(next.rest)) return { value: first.value, rest };
    rest = next.rest;
  }
}

/** A phone number with its leading 0 (mobile 10 digits, landline 10 or 11), a foreign one with "+". */
export const readPhone = (text: string, ctx: ReadContext): Reading<string> =>
  readLine(text, ctx, { none: true }, (line) => findPhone(line, ctx));

/** A mail address, as typed. */
export const readEmail = (text: string, ctx: ReadContext): Reading<string> =>
  readLine(text, ctx, { none: true }, (line) => {
    const found =
      /^(?:[\w!#$%&'*+/=?^`{|}~-]\.?)+(?<!\.)@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?=$|[\s,;(.])/i.exec(
        narrow(line),
      );
    return found ? { value: found[0], rest: line.slice(found[0].length) } : undefined;
  });
