/** The few names most people need. Everything else stands in the entry of its room (`@hssk/sdk/schema`, …). */
export {
  ConflictError,
  HealthRecordError,
  HttpError,
  InvalidResponseError,
  NetworkError,
  RefusedError,
  createClient,
} from './client/index.ts';
export type { Client, ClientOptions } from './client/index.ts';
export { foldConsents, mayUse, verifyEvents, whatIsMissing, whoDecides } from './consent/index.ts';
export { createRecordStore, openOutbox, OutboxError } from './outbox/index.ts';
export type { Outbox, OutboxOptions } from './outbox/index.ts';
export { HealthRecord, Issue, RecordDraft } from './schema/index.ts';
export { canSend, check } from './validation/index.ts';
