import { fold } from '../codes/core.ts';
import type { Identifier, IdentifierKind } from '../schema/index.ts';

/** What was read from the words of a number field: nothing of them is lost, the rest of a value is its note. */
export interface NumberReading {
  readonly value?: Identifier;
  readonly note?: string;
  readonly unread?: string;
}

// Words of the label that people repeat before the number.
const labels = new Set(
  'so the ma cmnd cmtnd cmt cmqd cccd cc can cuoc cong dan chung minh nhan thu giay dinh danh ca ho chieu hc passport no cu moi bhyt bhxh bao hiem y te xa hoi'.split(
    ' ',
  ),
);
const passportWords = /\b(ho chieu|passport|hc)\b/;
// Characters of a number, and what people put between them.
const numberAtStart = /^[A-Za-z0-9](?:[\s.·–‐‑-]*[A-Za-z0-9])*/;
const insuranceCard = /^[a-z]{2}(?:[\s.·–‐‑-]*\d){13}(?![\s.·–‐‑-]*\d)/i;
const gaps = /[\s.·–‐‑-]+/g;

interface Found {
  readonly number: string;
  readonly length: number;
}

/** The number at the start of a text: the whole run if it has a wanted form, else up to the first gap that gives one. */
function numberAt(text: string, wanted: (number: string) => boolean): Found | undefined {
  const run = numberAtStart.exec(text)?.[0];
  if (!run) return undefined;
  let last: Found | undefined;
  for (const length of [run.length, ...Array.from(run.matchAll(gaps), (gap) => gap.index)]) {
    const pieces = run.slice(0, length).split(gaps);
    // A piece without a figure is a word of the note, but for the letters that a number may begin with.
    if (!pieces.every((piece, index) => /\d/.test(piece) || (index === 0 && /^[A-Za-z]{1,2}$/.test(piece))))
      continue;
    const number = pieces.join('').toUpperCase();
    if (wanted(number)) return { number, length };
    if (/^[A-Z]{0,2}\d{4,}$/.test(number) && (!last || length > last.length)) last = { number, length };
  }
  return last;
}

/** Words written in full width read like ordinary ones. */
const narrow = (words: string): string =>
  words.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).trim();

/** Where the number begins: after words that only repeat the label. */
function skipLabels(text: string): number {
  let at = 0;
  for (const [word, name] of text.matchAll(/[\s.:,;/()]*([^\s.:,;/()]+)[\s.:,;/()]*/g)) {
    if (!labels.has(fold(name!))) break;
    at += word.length;
  }
  return at || /^[\s.:,;/(]*/.exec(text)![0].length;
}

function read(
  words: string,
  wanted: (number: string) => boolean,
  kindOf: (number: string) => IdentifierKind,
): NumberReading {
  // "CCCD001190000001": the label may stand without a blank.
  const text = narrow(words).replace(/^(cccd|cmnd|cmtnd|bhyt)(?=\d)/i, '$1 ');
  // The letters of an insurance card (TE, CA) are no label.
  const from = insuranceCard.test(text) ? 0 : skipLabels(text);
  const found = numberAt(text.slice(from), wanted);
  if (!found) return words.trim() ? { unread: words } : {};
  const note = text
    .slice(from + found.length)
    .replace(/^[\s.,;:/)\-–]+/, '')
    .trim();
  const value = { kind: kindOf(found.number), number: found.number };
  return note ? { value, note } : { value };
}

const isPassport = (number: string): boolean =>
  /^(?=.*\d.*\d.*\d.*\d)(?=.*[A-Z])[A-Z0-9]{6,12}$/.test(number) &&
  // A card number with the letter O or I for a figure is no passport.
  !/^\d[\dOIL]{8,11}$/.test(number);

/** The kind of a number in "Số CMND/CCCD" by its characters alone; a wrong count of digits is a wrong citizen id. */
export const personalKind = (number: string): IdentifierKind =>
  /^[A-Z]{2}\d{13}$/.test(number)
    ? 'insuranceCard'
    : !/^\d+$/.test(number)
      ? 'passport'
      : number.length === 9
        ? 'oldId'
        : 'citizenId';

/** The kind of a number in "Mã định danh BHYT/ Số thẻ BHYT" by its characters alone, the nearest one for wrong counts. */
export const insuranceKind = (number: string): IdentifierKind =>
  !/^\d+$/.test(number) || number.length > 12
    ? 'insuranceCard'
    : number.length === 12
      ? 'citizenId'
      : 'socialInsurance';

/**
 * Reads "Số CMND/CCCD": 12 digits = citizen id, 9 = old card, letters and digits = passport. Another count of
 * digits is kept as citizen id and judged by `check`. Expects cleaned words that are no absent words; pure.
 */
export const readPersonalId = (words: string): NumberReading => {
  // Passports of some countries are figures only; then the words say that it is one.
  const isNamed = passportWords.test(fold(words));
  return read(
    words,
    (number) =>
      /^(\d{9}|\d{12})$/.test(number) || isPassport(number) || (isNamed && /^\d{6,12}$/.test(number)),
    (number) => (isNamed && number.length < 12 ? 'passport' : personalKind(number)),
  );
};

/**
 * Reads "Mã định danh BHYT/ Số thẻ BHYT": 15 characters (2 letters, 13 digits) = card, 10 digits = social insurance
 * number, 12 digits = citizen id (accepted as insurance number since NĐ 188/2025/NĐ-CP). Other counts are kept with
 * the nearest kind and judged by `check`.
 */
export const readInsuranceId = (words: string): NumberReading =>
  read(words, (number) => /^([A-Z]{2}\d{13}|\d{10}|\d{12})$/.test(number), insuranceKind);

/** What the digits of a citizen id say (TT 59/2021/TT-BCA): province of birth registration, sex, year of birth. */
export interface CitizenIdFacts {
  readonly provinceCode: string;
  readonly sex: 'male' | 'female';
  readonly birthYear: number;
}

/** Reads the digits of a 12-digit citizen id; `undefined` for anything else. Old numbers stay valid after mergers. */
export function citizenIdFacts(number: string): CitizenIdFacts | undefined {
  const digits = /^(\d{3})(\d)(\d\d)\d{6}$/.exec(number);
  if (!digits) return undefined;
  const century = Number(digits[2]);
  return {
    provinceCode: digits[1]!,
    sex: century % 2 ? 'female' : 'male',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(digits[3]),
  };
}

// Forms by kind. Kinds that are not listed have none that is known here.
const forms: { readonly [kind: string]: RegExp } = {
  citizenId: /^\d{12}$/,
  oldId: /^\d{9}$/,
  passport: /^[A-Z0-9]{6,12}$/i,
  insuranceCard: /^[A-Z]{2}\d{13}$/i,
  socialInsurance: /^\d{10}$/,
};

/** Whether a number has the count and kind of characters that its kind asks for; true for kinds without a form. */
export const hasNumberForm = (kind: string, number: string): boolean =>
  !Object.hasOwn(forms, kind) || forms[kind]!.test(number);
