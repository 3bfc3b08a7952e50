import type { CodeItem, CodeList } from './code-list.ts';
import { findByName } from './names.ts';
import { communeProvince } from './commune-province.ts';
import { findProvince } from './provinces.ts';
import { fold } from './text.ts';

/** Words as written, or the official name with its code. */
export interface Coded {
  readonly code?: string;
  readonly text: string;
}

/** The three blanks of an address on the form, `''` where nothing (or no district) is written. */
export interface WrittenAddress {
  readonly commune: string;
  readonly district: string;
  readonly province: string;
}

const ABBREVIATIONS: readonly (readonly [short: string, full: string])[] = [
  ['p|ph|f', 'Phường'],
  ['x', 'Xã'],
  ['đk', 'Đặc khu'],
  ['tt', 'Thị trấn'],
  ['q', 'Quận'],
  ['h', 'Huyện'],
  ['tx', 'Thị xã'],
  ['tp', 'Thành phố'],
];

/** Writes out the abbreviation before the name of a place ("P.5" → "Phường 5"), numbers without leading zeros. */
export function expandPlace(text: string): string {
  let place = text.normalize('NFC').trim();
  for (const [short, full] of ABBREVIATIONS) {
    place = place.replace(new RegExp(`^(?:${short})(?:[\\s.]+|(?=\\d))`, 'i'), `${full} `);
  }
  return place.replace(/(?<!\d)0+(?=\d)/g, '');
}

const isTownship = (place: string): boolean => fold(place).startsWith('thi tran ');

/**
 * The commune that a writing names, with or without Xã, Phường, Đặc khu or their abbreviations. A written kind must
 * be the commune's kind; without one the name must be the only one. Inside a province; without `province` only where
 * the name is unique in the country. "Thị trấn" (there are none since July 2025) stands, inside a province, for
 * whatever has the name now.
 */
export function findCommune<T extends CodeItem>(
  communes: CodeList<T>,
  text: string,
  province?: string,
): T | undefined {
  let name = expandPlace(text);
  if (isTownship(name)) {
    if (!province) return undefined;
    name = name.replace(/^\S+\s+\S+\s+/, '');
  }
  return findByName(communes, name, province ? ({ code }) => communeProvince(code) === province : undefined);
}

const coded = (found: CodeItem | undefined, text: string): Coded =>
  found ? { code: found.code, text: found.text } : { text };

function findWritten({ commune, district, province }: WrittenAddress, communes: CodeList) {
  const code = findProvince(province)?.code;
  const inside = code && !(district && isTownship(expandPlace(commune)));
  const found = inside ? findCommune(communes, commune, code) : undefined;
  // With a district, or in a province of before July 2025 or abroad, what is not found is another commune of this name.
  return found ?? (district || (province && !code) ? undefined : findCommune(communes, commune));
}

/**
 * Reads a written address. The province is one of today or stays words. The commune is looked for in that province;
 * where it is not there and no district is written, a name that is unique in the country gives its code (whoever
 * judges then says that it lies outside the province). Old and foreign addresses stay words. Without the list of
 * communes (`undefined`, not loaded yet) the commune stays words too. A dash or "không" as district is no district:
 * pass `''`.
 */
export function readAddress(
  written: WrittenAddress,
  communes: CodeList | undefined,
): { commune: Coded; province: Coded } {
  return {
    commune: coded(communes && findWritten(written, communes), written.commune),
    province: coded(findProvince(written.province), written.province),
  };
}
