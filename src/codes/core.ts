/**
 * What rules and readers need of the lists at once: small and synchronous. Its own door, so that bundlers leave the
 * lists themselves to `lookup.ts`, which is loaded on first use; `index.ts` has everything.
 */
export { findDiagnoses } from './diagnoses.ts';
export type { FoundDiagnosis } from './diagnoses.ts';
export { isKnownIcd10 } from './icd10.ts';
export { communeProvince } from './commune-province.ts';
export { fold, nameKey } from './text.ts';
