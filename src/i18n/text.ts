/**
 * Text as it is kept: NFC, line ends LF, without control, zero-width and direction characters and without
 * outer blanks. One line also gets ordinary single blanks. Soft hyphens, joiners between other than Latin
 * letters (emoji, Khmer …) and, in long text, tabs stay.
 */
export function cleanText(text: string, multiline: boolean): string {
  let clean = text
    .replace(/\r\n?|[\x85\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '')
    .replace(
      /(?<=^|[\p{sc=Latin}\p{N}\p{P}\s])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\p{sc=Latin}\p{N}\p{P}\s])/gu,
      '',
    )
    .replace(/\p{Cs}/gu, '\ufffd'); // half a surrogate pair cannot be stored or sent
  if (!multiline) clean = clean.replace(/\s+/g, ' ');
  return clean.normalize('NFC').trim();
}

/** Full-width letters, digits and signs as ordinary ones; every dash as "-". Keeps the length. */
export const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replace(/[º˚]/g, '°');

/** Narrow, small letters without accents, đ as d. Keeps the length, so places found in it hold in the text. */
export const fold = (text: string): string =>
  narrow(text)
    .replace(/[^\0-\x7f]/g, (c) => c.normalize('NFD')[0]!.replace(/[đĐ]/, 'd'))
    .toLowerCase();

/** True where every round bracket is opened and closed. */
export function balanced(text: string): boolean {
  let depth = 0;
  for (const c of narrow(text)) {
    if (c === '(') depth++;
    else if (c === ')' && --depth < 0) return false;
  }
  return !depth;
}

/** Without the pair of brackets that stands round the whole text. */
export const unbracket = (text: string): string =>
  /^\(.*\)$/s.test(narrow(text)) && balanced(text.slice(1, -1)) ? unbracket(text.slice(1, -1).trim()) : text;

/** What is left beside a value, as a note: leading separators and brackets round the whole are dropped. */
export function tidyNote(rest: string): string {
  const lead = /^(?:[\s,;:.…]|\([\s,;:.…()]*\)|-(?=\s))*/.exec(narrow(rest))![0];
  const note = unbracket(rest.slice(lead.length).trim());
  return note === rest ? note : tidyNote(note);
}

/**
 * A shown value and its note as one line, the way it is written on paper: "150/70 (nằm, tay trái)".
 * Reading this line again gives the same value and the same note.
 */
export function compose(display: string, note?: string): string {
  if (!note) return display;
  // A sign alone in brackets could be read as a value: "(-)" is Rh-.
  const isSign = !display && /^[-+\s]+$/.test(narrow(note));
  if (isSign || !balanced(note)) return `${display || '-'}; ${note}`;
  return display && narrow(note)[0] === '(' ? `${display} ${note}` : `${display} (${note})`.trim();
}
