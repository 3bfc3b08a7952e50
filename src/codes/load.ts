import { codeList, rowsOf, type CodeItem, type CodeList } from './code-list.ts';
import type { Disease } from './icd10.ts';
import type { OldUnits } from './old-units.ts';
import { namesIn } from './people.ts';
import { communeProvince } from './commune-province.ts';

/** Loads once; a failed load is tried again at the next call. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

/** A commune, ward or special zone of today; `text` is the full name, `province` the code of its province. */
export interface Commune extends CodeItem {
  readonly province: string;
}

const COMMUNE_KINDS: Readonly<Record<string, string>> = { P: 'Phường', X: 'Xã', K: 'Đặc khu' };

/** The 3,321 communes since July 2025, in the order of their codes. */
export const loadCommunes: () => Promise<CodeList<Commune>> = /* @__PURE__ */ once(async () => {
  const { communeRows } = await import('./data/communes.ts');
  return codeList('communes', () => {
    let last = 0;
    return communeRows.split('\n').map((row) => {
      const [, step = '', kind = '', name = ''] = /^([^A-Z]+)(.)(.*)$/.exec(row) ?? [];
      last += parseInt(step, 36);
      const code = String(last).padStart(5, '0');
      const text = `${COMMUNE_KINDS[kind] ?? ''} ${name}`;
      return { code, text, names: [name], province: communeProvince(code) ?? '' };
    });
  });
});

/** The communes and districts before July 2025, with the communes of today they went to (75 kB). */
export const loadOldUnits: () => Promise<OldUnits> = /* @__PURE__ */ once(async () => {
  const [{ oldUnits }, { oldUnitRows }] = await Promise.all([
    import('./old-units.ts'),
    import('./data/old-units.ts'),
  ]);
  return oldUnits(oldUnitRows);
});

/** An occupation; `group` is the code of the group above it. */
export interface Occupation extends CodeItem {
  readonly group?: string;
}

const occupationsOf = (id: string, rows: string): CodeList<Occupation> =>
  codeList(id, () =>
    rowsOf(rows).map(([code = '', text = '', group]) => ({ code, text, ...(group && { group }) })),
  );

/** Occupations of the health-check package (58; none for pupils and people without work). */
export const loadOccupations: () => Promise<CodeList<Occupation>> = /* @__PURE__ */ once(async () =>
  occupationsOf('occupations', (await import('./data/occupations.ts')).healthCheckRows),
);

/** The older, short list of occupations (QĐ 4069/2011, 13 entries); same numbers, other meanings. */
export const loadOlderOccupations: () => Promise<CodeList<Occupation>> = /* @__PURE__ */ once(async () =>
  occupationsOf('olderOccupations', (await import('./data/occupations.ts')).olderRows),
);

/** A country: ISO 3166 code of two letters, `insuranceCodes` the three-digit ones of the insurance data. */
export interface Nationality extends CodeItem {
  readonly english: string;
  readonly insuranceCodes: readonly string[];
}

/** Nationalities; found by Vietnamese, English and common names and by their code. */
export const loadNationalities: () => Promise<CodeList<Nationality>> = /* @__PURE__ */ once(async () => {
  const { nationalityRows } = await import('./data/nationalities.ts');
  return codeList('nationalities', () =>
    rowsOf(nationalityRows).map(([code = '', text = '', english = '', insurance = '', names = '']) => ({
      code,
      text,
      english,
      insuranceCodes: namesIn(insurance),
      names: [english, ...namesIn(names)],
    })),
  );
});

/** The common ICD-10 codes with Vietnamese names; the full list comes from the host (`parseIcd10File`). */
export const loadIcd10: () => Promise<CodeList<Disease>> = /* @__PURE__ */ once(async () => {
  const { icd10Rows } = await import('./data/icd10.ts');
  return codeList('icd10Common', () =>
    rowsOf(icd10Rows).map(([field = '', text = '', english]) => ({
      code: field.replace('!', ''),
      text,
      official: field.startsWith('!'),
      ...(english && { english, names: [english] }),
    })),
  );
});

/** A chapter of ICD-10 by its Roman number, with its first and last category. */
export interface DiseaseChapter extends CodeItem {
  readonly first: string;
  readonly last: string;
}

/** The 22 chapters of ICD-10; a code is in the one with `first <= code.slice(0, 3) <= last`. */
export const loadIcd10Chapters: () => Promise<CodeList<DiseaseChapter>> = /* @__PURE__ */ once(async () => {
  const { icd10ChapterRows } = await import('./data/icd10-chapters.ts');
  return codeList('icd10Chapters', () =>
    rowsOf(icd10ChapterRows).map(([code = '', first = '', last = '', text = '']) => ({
      code,
      text,
      first,
      last,
    })),
  );
});

/** A product with the id believed to be the national one. Antigens, CVX code and number of doses are proposals. */
export interface VaccineProduct extends CodeItem {
  readonly kind: 'vaccine' | 'immunoglobulin_or_antitoxin' | 'antivenom' | 'skin_test' | 'other_product';
  readonly antigens: readonly string[];
  readonly cvx?: string;
  readonly doses?: number;
}

/** The 233 products used in vaccination rooms; only those of kind `vaccine` are vaccines. */
export const loadVaccineProducts: () => Promise<CodeList<VaccineProduct>> = /* @__PURE__ */ once(async () => {
  const { vaccineProductRows } = await import('./data/vaccine-products.ts');
  return codeList('vaccineProducts', () =>
    rowsOf(vaccineProductRows).map(
      ([code = '', text = '', kind = '', antigens = '', cvx, doses, tradeName = '']) => ({
        code,
        text,
        kind: (kind || 'vaccine') as VaccineProduct['kind'],
        antigens: antigens ? antigens.split(' ') : [],
        names: namesIn(tradeName),
        ...(cvx && { cvx }),
        ...(doses && { doses: +doses }),
      }),
    ),
  );
});

/** A group of insured people (first two letters of the insurance card); `level` the usual benefit level. */
export interface InsuranceObject extends CodeItem {
  readonly level?: string;
  readonly payer?: string;
}

/** Insurance object codes, shortened wording; a card may carry others. Three have no meaning in the source. */
export const loadInsuranceObjects: () => Promise<CodeList<InsuranceObject>> = /* @__PURE__ */ once(
  async () => {
    const { insuranceObjectRows } = await import('./data/insurance.ts');
    return codeList('insuranceObjects', () =>
      rowsOf(insuranceObjectRows).map(([code = '', text = '', level, payer]) => ({
        code,
        text: text || code,
        ...(level && { level }),
        ...(payer && { payer }),
      })),
    );
  },
);

/** A benefit level (third sign of the card): share paid in percent, and the object codes that usually have it. */
export interface InsuranceLevel extends CodeItem {
  readonly percent: number;
  readonly objects: readonly string[];
}

/** The five benefit levels of the insurance card. */
export const loadInsuranceLevels: () => Promise<CodeList<InsuranceLevel>> = /* @__PURE__ */ once(async () => {
  const { insuranceLevelRows } = await import('./data/insurance.ts');
  return codeList('insuranceLevels', () =>
    rowsOf(insuranceLevelRows).map(([code = '', text = '', percent = '', objects = '']) => ({
      code,
      text,
      percent: +percent,
      objects: objects.split(' '),
    })),
  );
});

/** The small lists of the health-check package by their name there (`GIOI_TINH`, `PHAN_LOAI_SK` …). */
export const loadHealthCheckLists: () => Promise<ReadonlyMap<string, CodeList>> = /* @__PURE__ */ once(
  async () => {
    const { healthCheckRows } = await import('./data/health-check.ts');
    const lists = new Map<string, CodeItem[]>();
    for (const [list = '', code = '', text = ''] of rowsOf(healthCheckRows)) {
      lists.set(list, [...(lists.get(list) ?? []), { code, text }]);
    }
    return new Map(Array.from(lists, ([id, items]) => [id, codeList(id, () => items)]));
  },
);
