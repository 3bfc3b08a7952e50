import type { Cell } from './list-file.ts';

/** Encodings of the years before Unicode in which schools still keep lists; their letters look like Western signs. */
export type LegacyEncoding = 'TCVN3' | 'VNI';

// TCVN 5712:1993 (fonts .Vn…): sign by sign. Capitals with tones are small letters in a font of capitals.
const tcvnSigns = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®§¡¢£¤¥¦';
const tcvnLetters = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĐĂÂÊÔƠƯ';

// VNI for Windows: a letter and a sign behind it. Marks of the vowels a, e, o; tones of every vowel.
const vniTones = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const;
const vniCircumflex = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' } as const;
const vniBreve = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' } as const;
const vniSingle: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
};

const tcvn = /* @__PURE__ */ new Map(Array.from(tcvnSigns, (sign, at) => [sign, [...tcvnLetters][at]!]));

const fromTcvn = (text: string): string => text.replace(/[\u00a1-\u00fe]/g, (sign) => tcvn.get(sign) ?? sign);

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase();
const own = (map: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

function fromVni(text: string): string {
  const pairs = text.replace(/([aeouyôö])([ùøûõïâáàåãäêéèúüë])/gi, (pair, vowel: string, sign: string) => {
    const small = vowel.toLowerCase();
    const mark = sign.toLowerCase();
    const base = own(vniSingle, small) ?? small;
    let letter: string | undefined;
    if (own(vniTones, mark) !== undefined) letter = base + own(vniTones, mark)!;
    else if ('aeo'.includes(small) && own(vniCircumflex, mark) !== undefined)
      letter = `${base}\u0302${own(vniCircumflex, mark)!}`;
    else if (small === 'a' && own(vniBreve, mark) !== undefined)
      letter = `${base}\u0306${own(vniBreve, mark)!}`;
    if (letter === undefined) return pair;
    // A mark between two letters: what was turned is hidden from the second pass.
    return `\u0001${(isUpper(vowel) ? letter.toUpperCase() : letter).normalize('NFC')}\u0002`;
  });
  return pairs.replace(/\u0001([^\u0002]*)\u0002|([ôöñæóòî])/gi, (_, turned?: string, single?: string) => {
    if (turned !== undefined) return turned;
    const letter = vniSingle[single!.toLowerCase()]!;
    return isUpper(single!) ? letter.toUpperCase() : letter;
  });
}

// Letters that only real Vietnamese text has, and pairs that only the old encodings have: "oà" of Hoàng is no such pair.
const unicode = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]/;
const tcvnOnly = /[®¨©ª«¬µ¸¶·¹»¾¼½§¦]/;
const vniOnly =
  /[ae][âáàåãä](?![aeiouy])|o[âåä](?![aeiouy])|a[êéèúüë]|[aeouy][ùøûõï]|[ôö][ùøûõï]|ñ[aeiouyôö]/i;

/** The encoding of a sheet's words, judged by all of them together; `undefined` = they are as they should be. */
export function legacyOf(texts: readonly string[]): LegacyEncoding | undefined {
  const hits = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length;
  if (hits(unicode) > 0) return undefined;
  const [old, vni] = [hits(tcvnOnly), hits(vniOnly)];
  if (Math.max(old, vni) < 3 || Math.max(old, vni) * 10 < texts.length) return undefined;
  return old >= vni ? 'TCVN3' : 'VNI';
}

/** Turns the words of a sheet into Unicode where they are in an old encoding, and says which it was. */
export function fromLegacy(rows: readonly (readonly Cell[])[]): {
  readonly rows: readonly (readonly Cell[])[];
  readonly encoding?: LegacyEncoding;
} {
  const isText = (cell: Cell): cell is string => typeof cell === 'string' && /\p{L}/u.test(cell);
  // Words without any accent say nothing.
  const texts = rows.flatMap((row) => row.filter(isText)).filter((text) => /[^\0-\x7f]/.test(text));
  const encoding = legacyOf(texts.map((text) => text.normalize('NFC')));
  if (!encoding) return { rows };
  const turn = encoding === 'TCVN3' ? fromTcvn : fromVni;
  return {
    encoding,
    rows: rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? turn(cell.normalize('NFC')) : cell)),
    ),
  };
}
