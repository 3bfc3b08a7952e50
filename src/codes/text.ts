const APOSTROPHES = /['’‘‛`ʼʻʹʽˋ′]/g;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /\p{M}/gu;

/**
 * The writing of a name without what does not tell names apart: case, width, apostrophes, punctuation, and where
 * in its word the tone mark stands ("hoà" = "hòa"). Accents stay, as combining marks; the stroke of đ is one.
 */
export const nameKey = (text: string): string =>
  text
    .replace(/[´\p{Cf}]/gu, '')
    .normalize('NFKD')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(/[đðɖ]/g, 'd\u0335')
    .replace(/(?:^|[^\p{L}\p{M}\p{N}])[^\p{L}\p{N}]*/gu, ' ')
    .trim()
    .replace(/[^ ]+/g, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''));

/** A key of `nameKey` without its accents. */
export const withoutMarks = (key: string): string => key.replace(MARKS, '');

/**
 * Folds text for searching: no accents (and so no tone placement), đ as d, small letters, ordinary width, no
 * apostrophes, every other sign a single blank. Composed and decomposed letters give the same.
 */
export const fold = (text: string): string => withoutMarks(nameKey(text));
