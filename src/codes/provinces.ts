import { codeList, rowsOf, type CodeItem, type CodeList } from './code-list.ts';
import { oldProvinceRows, provinceRows } from './data/provinces.ts';
import { findByName } from './names.ts';
import { namesIn } from './people.ts';

/** One of the 63 provinces before July 2025; `province` is the code of the one it belongs to now. */
export interface OldProvince extends CodeItem {
  readonly province: string;
}

/** The 34 provinces and cities since July 2025; `text` is the full name. */
export const provinces: CodeList = /* @__PURE__ */ codeList('provinces', () =>
  rowsOf(provinceRows).map(([code = '', field = '', names = '']) => {
    const name = field.replace('*', '');
    const text = (field === name ? 'Tỉnh ' : 'Thành phố ') + name;
    return { code, text, names: [name, ...namesIn(names)] };
  }),
);

/** The 63 provinces before July 2025, by their old two-digit code; `text` is the bare name. */
export const oldProvinces: CodeList<OldProvince> = /* @__PURE__ */ codeList('oldProvinces', () =>
  rowsOf(oldProvinceRows).map(([code = '', text = '', province = '', names = '']) => ({
    code,
    text,
    province: province || code,
    names: namesIn(names),
  })),
);

const PREFIX = /^(?:thành\s*phố|thanh\s*pho|tỉnh|tinh|t\s*\.?\s*p(?=\s*\.|\s|hcm)|t(?=\s*\.|\s))[\s.]*/i;

const bareName = (text: string): string => text.normalize('NFC').trim().replace(PREFIX, '');

/** The province of today that a writing names, with or without Tỉnh, Thành phố, TP or T. before it. */
export const findProvince = (text: string): CodeItem | undefined => findByName(provinces, bareName(text));

/**
 * The province of before July 2025 that a writing names. Many names are on both sides of the reform: a name is
 * only an old one where `findProvince` does not know it.
 */
export const findOldProvince = (text: string): OldProvince | undefined =>
  findByName(oldProvinces, bareName(text));

/** The (old) province in the first three digits of a citizen number; births abroad have none. */
export const citizenIdProvince = (number: string): OldProvince | undefined =>
  number.startsWith('0') ? oldProvinces.get(number.slice(1, 3)) : undefined;
