/** Figures and letters that are told apart when read aloud or written by hand; 31 of them, a prime, for the check. */
export const numberLetters = '0123456789ABCDEFGHJKMNPQRTVWXYZ';

/**
 * The check character of a number that is issued here: a weighted sum modulo 31, which one wrong character and two swapped
 * ones change. Takes characters of `numberLetters` only.
 */
export function checkLetter(characters: string): string {
  let sum = 0;
  [...characters].forEach((character, index) => (sum += (index + 1) * numberLetters.indexOf(character)));
  return numberLetters[sum % 31]!;
}
