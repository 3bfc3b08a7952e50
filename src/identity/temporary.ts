import { checkLetter, numberLetters } from '../schema/index.ts';

/**
 * A number for a person who has none yet, made without a network: `TMP-`, day in Vietnam (yymmdd), ten random
 * characters, check character, as in `TMP-261118-7F3KQ-M8XWA-C`. Nothing of the person is in it. `now` in
 * milliseconds, `random` = 10 or more random bytes (fewer: RangeError).
 */
export function newTemporaryId(now: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('newTemporaryId needs 10 random bytes');
  const day = new Date(now + 7 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '');
  const tail = Array.from(random.subarray(0, 10), (byte) => numberLetters[byte % 31]).join('');
  return `TMP-${day}-${tail.slice(0, 5)}-${tail.slice(5)}-${checkLetter(day + tail)}`;
}

/**
 * Whether a text is a number of `newTemporaryId`, or of somebody on a class list (`listNumber` of the room `school`:
 * `TMP-L…`), without a slip; capitals, blanks and dashes do not matter.
 */
export function isTemporaryId(text: string): boolean {
  const match = /^TMP(?:(\d{6}[0-9A-Z]{10})|L([0-9A-Z]{15}))([0-9A-Z])$/.exec(
    text.toUpperCase().replace(/[\s-]/g, ''),
  );
  return match !== null && checkLetter(match[1] ?? match[2]!) === match[3];
}
