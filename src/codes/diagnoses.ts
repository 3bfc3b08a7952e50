import type { CodeList } from './code-list.ts';
import { isKnownIcd10 } from './icd10.ts';

/** A code found in a line: normalised, as written, and the words that belong to it. */
export interface FoundDiagnosis {
  readonly code: string;
  readonly written: string;
  readonly text: string;
}

// Letter, two digits, then a third digit, or a point, comma or blank and what stands after it; no part of a word or
// number, nor the first of two vertebrae (T12-L1).
const CODE =
  /(?<![\p{L}\p{M}\p{N}])([a-z]\d\d)(?:(\d)|\s?\.(\d{1,2})|,(\d{1,2})(?![./–-]\d)|\s(\d)(?![.,/–-]\d))?(?![\p{L}\p{M}\p{N}])(?![-–][a-z]\d(?!\d))/giu;
const COUNTED =
  /^\s*(?:năm|tháng|tuần|ngày|giờ|tuổi|lần|đợt|viên|mũi|mắt|bên|tai|tay|chân|mg|kg|cm)(?!\p{L})/iu;
const ENDED = /^\s*(?:$|[;,)\]])/;
const BEFORE_CODE = /[\s([{]*(?:mã(?:\s+bệnh)?\s*)?(?:icd(?:[\s-]*10)?\s*)?[\s:.]*$/iu;

// What looks like a category: a vitamin (ICD-10 has no B10 to B14), a room or bed, a vertebra.
const NO_CATEGORY = /^b1[0-4]$/i;
const ROOM = /(?:giường|buồng|(?<!(?:dự|tiêm|chủng|đề)\s+)phòng)(?:\s+(?:số|khám))?[\s.:]*$/iu;
const VERTEBRA = /đốt(?:\s+sống)?[\s.:]*[dt]1[0-2]$/iu;

function isNoCode(line: string, end: number, category: string): boolean {
  const before = line.slice(Math.max(0, end - 40), end);
  return NO_CATEGORY.test(category) || VERTEBRA.test(before) || ROOM.test(before.slice(0, -category.length));
}

const plainWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

const trim = (text: string): string =>
  text.replace(/^[\s,.:)\]}†*+/–—-]+|[\s,:([{+/–—-]+$/g, '').replace(/\s+/g, ' ');

interface Match {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

function matchesIn(line: string, list: CodeList | undefined): Match[] {
  const found: Match[] = [];
  for (const match of line.matchAll(CODE)) {
    const [written, category = '', digits = '', point, comma, blank] = match;
    const start = match.index;
    const end = start + written.length;
    const after = line.slice(end);
    const base = category.toUpperCase();
    const dotted = `${base}.${point ?? comma ?? blank ?? ''}`;
    const known = isKnownIcd10(dotted, list);
    const isPoint =
      point ||
      (comma && (known || !COUNTED.test(after))) ||
      (blank && (ENDED.test(after) || (known && !COUNTED.test(after))));
    const short = start + category.length + digits.length;
    if (isPoint) found.push({ code: dotted, start, end });
    else if (digits || !isNoCode(line, short, category))
      found.push({ code: base + digits, start, end: short });
  }
  return found;
}

/** The words around the codes of one segment: before its code where it begins with words, else after it. */
function textsOf(segment: string, matches: readonly Match[]): string[] {
  const gaps = [...matches, undefined].map((match, at) => {
    const gap = segment.slice(matches[at - 1]?.end ?? 0, match?.start);
    return match ? gap.replace(BEFORE_CODE, '') : gap;
  });
  if (!/\p{L}/u.test(gaps[0] ?? '')) return matches.map((_, at) => trim(gaps[at + 1] ?? ''));
  return matches.map((_, at) => {
    const last = at === matches.length - 1;
    // Between two codes: up to the first comma it belongs to the code before.
    const before = at === 0 ? gaps[0] : gaps[at]?.replace(/^[^,]*,/, '');
    const after = last ? gaps[at + 1] : /^([^,]*),/.exec(gaps[at + 1] ?? '')?.[1];
    return [trim(before ?? ''), trim(after ?? '')].filter(Boolean).join(' ');
  });
}

/**
 * The ICD-10 codes in what was written as diagnosis, in their order. Small letters, full width, a comma or a blank
 * for the point are read ("e11,9"); a blank only where `list` (or the built-in codes) has the code or nothing
 * follows, and "I10 2 năm" is I10. What looks like a code is one, known or not: `X999`, `I10.55`.
 * `text` is the segment (up to `;` or a line end) without codes, their brackets and the words "mã ICD".
 */
export function findDiagnoses(text: string, list?: CodeList): FoundDiagnosis[] {
  const found: FoundDiagnosis[] = [];
  for (const { 0: segment, index } of text.matchAll(/[^;；\r\n\u2028]+/g)) {
    const matches = matchesIn(plainWidth(segment), list);
    const texts = textsOf(segment, matches);
    matches.forEach(({ code, start, end }, at) => {
      found.push({ code, written: text.slice(index + start, index + end), text: texts[at] ?? '' });
    });
  }
  return found;
}
