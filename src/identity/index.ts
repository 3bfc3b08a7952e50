/** Reading identity: number rules, temporary numbers, the QR of citizen and insurance cards. */
export {
  citizenIdFacts,
  hasNumberForm,
  insuranceKind,
  personalKind,
  readInsuranceId,
  readPersonalId,
} from './numbers.ts';
export type { CitizenIdFacts, NumberReading } from './numbers.ts';
export { readCardQr } from './qr.ts';
export type { CitizenCard, InsuranceCard } from './qr.ts';
export { isTemporaryId, newTemporaryId } from './temporary.ts';
