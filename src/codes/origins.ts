/** Where a code list comes from, to be shown beside it: none of them is certified. */
export interface ListOrigin {
  /** The `id` of the list; `healthCheck` stands for all lists of the health-check package. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly certainty: 'high' | 'medium' | 'low';
  /** The state the list shows: a day, a year, or the decree it follows. */
  readonly version: string;
}

// id | title | source | certainty | version
const ORIGINS = `vaccineRows|Vaccine rows of part C|Form of QĐ 831/QĐ-BYT, as one public implementation prints it|medium|2017-03-11
ethnicGroups|Ethnic groups|Ministry of Health list: 54 groups, 55 foreigner, 99 unknown; common names added|high|2026
religions|Religions|Three vendor and guide sets that disagree; no official code list was seen|low|2026
relationships|Relations|Health-check package (6), common hospital-system seed (16), "Chủ hộ" added; HL7 role codes are proposals|medium|QĐ 2062/QĐ-BYT
provinces|Provinces|Public data set (MIT) of the units since 1/7/2025; Đồng Nai a city since 30/4/2026|high|2026-04-30
oldProvinces|Provinces before July 2025|Statistics office codes; first three digits of the citizen id|high|2025-06-30
communes|Communes|Public data set (MIT), cross-checked with the statistics office's list; xã Ba Chẽ is 06978 in one source|high|2026-04-30
oldCommunes|Communes before July 2025|Statistics office conversion table of 2025, slips corrected; 440 communes were split|high|2025-07-01
oldDistricts|Districts before July 2025|Statistics office conversion table of 2025|high|2025-07-01
occupations|Occupations|Ministry of Health Excel template of the health-check package; no code for pupils or people without work|medium|QĐ 2062/QĐ-BYT
olderOccupations|Occupations, older list|QĐ 4069/QĐ-BYT as used by hospital systems|medium|QĐ 4069/QĐ-BYT
nationalities|Nationalities|ISO 3166 codes with the three-digit codes of the insurance data; some of those are missing|medium|2026
icd10Common|Common ICD-10 codes|Public collections; only entries marked official have the wording of TT 06/2026/TT-BYT|medium|2026
icd10Chapters|ICD-10 chapters|Public collection; not the wording of TT 06/2026/TT-BYT|medium|2026
icd10|ICD-10, list of the host|Supplied by the host (annex of TT 06/2026/TT-BYT)|medium|TT 06/2026/TT-BYT
vaccineProducts|Vaccine products|Products used in Vietnam with an id believed to be the national one; antigens, CVX and doses are proposals|medium|2026
insuranceObjects|Insurance object codes|Groups of the insurance card, wording shortened|medium|2026
insuranceLevels|Insurance benefit levels|Groups of the insurance card, wording shortened|medium|2026
healthCheck|Lists of the health-check package|Appendices of the health-check package; 99 in MA_LOAI_KCB is from one vendor|medium|QĐ 2062/QĐ-BYT`;

/** The register of all code lists of this package. */
export const codeListOrigins = (): ListOrigin[] =>
  ORIGINS.split('\n').map((line) => {
    const [id = '', title = '', source = '', certainty = '', version = ''] = line.split('|');
    return { id, title, source, certainty: certainty as ListOrigin['certainty'], version };
  });
