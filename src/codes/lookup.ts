/** What fields look up: lists, search and reading of names. Its own door, so that all of it is loaded on first use. */
export { readAddress } from './address.ts';
export { findByName } from './names.ts';
export { ethnicGroups, relationships, religions } from './people.ts';
export { findProvince, provinces } from './provinces.ts';
export { createSearch } from './search.ts';
export { loadCommunes, loadIcd10, loadNationalities, loadOccupations, loadVaccineProducts } from './load.ts';
