export { communeProvince } from './commune-province.ts';
export { expandPlace, findCommune, readAddress } from './address.ts';
export type { Coded, WrittenAddress } from './address.ts';
export { codeList } from './code-list.ts';
export type { CodeItem, CodeList } from './code-list.ts';
export { findDiagnoses } from './diagnoses.ts';
export type { FoundDiagnosis } from './diagnoses.ts';
export { Icd10FileError, icd10List, parseIcd10File } from './icd10-file.ts';
export type { Icd10FileProblem, Icd10Row } from './icd10-file.ts';
export { isKnownIcd10 } from './icd10.ts';
export type { Disease } from './icd10.ts';
export {
  loadCommunes,
  loadHealthCheckLists,
  loadIcd10,
  loadIcd10Chapters,
  loadInsuranceLevels,
  loadInsuranceObjects,
  loadNationalities,
  loadOccupations,
  loadOlderOccupations,
  loadOldUnits,
  loadVaccineProducts,
} from './load.ts';
export type {
  Commune,
  DiseaseChapter,
  InsuranceLevel,
  InsuranceObject,
  Nationality,
  Occupation,
  VaccineProduct,
} from './load.ts';
export { findByName } from './names.ts';
export type { Extent, OldUnit, OldUnits } from './old-units.ts';
export { codeListOrigins } from './origins.ts';
export type { ListOrigin } from './origins.ts';
export { ethnicGroups, relationships, religions } from './people.ts';
export type { CodedWord } from './people.ts';
export { citizenIdProvince, findOldProvince, findProvince, oldProvinces, provinces } from './provinces.ts';
export type { OldProvince } from './provinces.ts';
export { createSearch } from './search.ts';
export type { Search, SearchOptions } from './search.ts';
export { fold } from './text.ts';
export { vaccineRows } from './vaccine-rows.ts';
export type { VaccineRow } from './vaccine-rows.ts';
