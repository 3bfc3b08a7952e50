/** A chip citizen card (2021) or Căn cước (2024), as its QR holds it. Dates ISO, as precise as printed. */
export interface CitizenCard {
  readonly kind: 'citizenCard';
  readonly number: string;
  readonly oldNumber?: string;
  readonly fullName?: string;
  readonly birthDate?: string;
  readonly sex?: 'male' | 'female';
  /** Free text; on cards before July 2025 with the old district level. */
  readonly residence?: string;
  readonly issuedOn?: string;
  /** The scanner or keyboard broke letters: words are left out, ask for the camera. */
  readonly damaged?: true;
}

/** A health insurance card: `numberKind` tells the form of 2021 (10 digits) from the older one (15 characters). */
export interface InsuranceCard {
  readonly kind: 'insuranceCard';
  readonly number: string;
  readonly numberKind: 'socialInsurance' | 'insuranceCard';
  readonly fullName?: string;
  readonly birthDate?: string;
  readonly sex?: 'male' | 'female';
  readonly address?: string;
  /** MA_CSKCB of the facility of first registration, 5 characters. */
  readonly facilityCode?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly issuedOn?: string;
  readonly guardianName?: string;
  readonly fiveYearsOn?: string;
  readonly damaged?: true;
}

type Words = Record<string, string | undefined>;

/** A card date as ISO date: `ddMMyyyy`, `MMyyyy`, `yyyy`, `dd/MM/yyyy`; one-digit days and months too. */
function dateOf(text: string): string | undefined {
  const found =
    /^(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/.exec(text) ?? /^(?:(\d\d)?(\d\d))?(\d{4})$/.exec(text);
  if (!found) return undefined;
  const [, day, month, year] = found;
  const date = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const at = new Date(`${[...date, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`);
  return at.getTime() && at.toISOString().startsWith(date.join('-')) ? date.join('-') : undefined;
}

/** Undoes a Vietnamese keyboard (Telex) that made letters of a hex text: `â` was `aa`, `đ` was `dd`, a grave was `f`. */
const undoTelex = (hex: string): string =>
  hex
    .normalize('NFD')
    .replace(/[Đđ]/g, 'dd')
    .replace(/([aeo])\u0302/gi, '$1$1')
    .replace(/\u0300/g, 'f');

/** Words of an insurance card: hex of UTF-8 (older writers: UTF-16LE), else the text itself. */
function wordsOf(part: string): string {
  const hex = undoTelex(part);
  if (!/^([0-9a-f]{2})+$/i.test(hex)) return part;
  const bytes = Uint8Array.from(hex.match(/../g)!, (pair) => parseInt(pair, 16));
  for (const encoding of ['utf-8', 'utf-16le']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/\p{Cc}/u.test(text)) return text.normalize('NFC').trim();
    } catch {
      // Not written in this encoding.
    }
  }
  return part;
}

const isDamaged = (text: string): boolean => /\uFFFD|\p{L}\?|\?\p{L}/u.test(text);

/** The card with what is known of it; broken words are left out and named by `damaged`. */
function card<C extends { kind: string }>(known: C, words: Words, rest: Words): C {
  const entries: [string, string | true][] = [];
  for (const [name, text] of Object.entries(words)) {
    if (text && !isDamaged(text)) entries.push([name, text]);
    else if (text) entries.push(['damaged', true]);
  }
  for (const [name, text] of Object.entries(rest)) if (text) entries.push([name, text]);
  return { ...known, ...Object.fromEntries(entries) };
}

const sexes: { readonly [written: string]: 'male' | 'female' } = {
  nam: 'male',
  nữ: 'female',
  '1': 'male',
  '2': 'female',
};

/**
 * Reads the QR of a chip citizen card, of the Căn cước of 2024 or of a health insurance card (forms of 2021 and
 * before). `undefined` for every other text; a part that cannot be read is left out. It proves nothing: anyone can
 * print a QR, so what it holds is a prefill that a person confirms.
 */
export function readCardQr(text: string): CitizenCard | InsuranceCard | undefined {
  const parts = text
    .normalize('NFC')
    .split('|')
    .map((part) => part.trim())
    .map((part) => (part === '-' || part === '$' ? '' : part));
  const at = (index: number): string => parts[index] ?? '';
  const number = at(0).toUpperCase();
  const sexOf = (part: string) =>
    Object.hasOwn(sexes, part.toLowerCase()) ? sexes[part.toLowerCase()] : undefined;
  if (/^\d{12}$/.test(number) && parts.length >= 7) {
    return card<CitizenCard>(
      { kind: 'citizenCard', number },
      { fullName: at(2), residence: at(5) },
      {
        oldNumber: /^\d{9}$/.exec(at(1))?.[0],
        birthDate: dateOf(at(3)),
        sex: sexOf(at(4)),
        issuedOn: dateOf(at(6)),
      },
    );
  }
  const numberKind = /^\d{10}$/.test(number)
    ? 'socialInsurance'
    : /^[A-Z]{2}\d{13}$/.test(number) && 'insuranceCard';
  if (!numberKind || parts.length < 9) return undefined;
  return card<InsuranceCard>(
    { kind: 'insuranceCard', number, numberKind },
    { fullName: wordsOf(at(1)), address: wordsOf(at(4)), guardianName: wordsOf(at(10)) },
    {
      birthDate: dateOf(at(2)),
      sex: sexOf(at(3)),
      facilityCode: /^[0-9A-Z]{5}$/i.exec(at(5).replace(/[\s–-]/g, ''))?.[0],
      validFrom: dateOf(at(6)),
      validTo: dateOf(at(7)),
      issuedOn: dateOf(at(8)),
      fiveYearsOn: dateOf(at(12)),
    },
  );
}
