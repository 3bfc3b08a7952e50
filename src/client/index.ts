/** The central record API over fetch: its contract as data, a typed client, and the ports a session offers. */
export { createClient } from './client.ts';
export type { Answer, Client, ClientOptions, LoadedRecord } from './client.ts';
export { commonErrors, endpointText } from './endpoint-text.ts';
export { endpoints } from './endpoints.ts';
export type { CallInput, Endpoint, EndpointName, RequestBody, ResponseBody } from './endpoints.ts';
export {
  BatchInterruptedError,
  ConflictError,
  HealthRecordError,
  HttpError,
  InvalidResponseError,
  NetworkError,
  RefusedError,
} from './errors.ts';
export type {
  DraftPage,
  Lists,
  Member,
  MemberDraft,
  MemberList,
  MemberRecord,
  MemberState,
  OpenPage,
} from './list-ports.ts';
export { diffPatch, mergePatch } from './merge-patch.ts';
export { textLines } from './ndjson.ts';
export type {
  Carried,
  CarriedGroup,
  CountedGroup,
  Carrier,
  ConsentHistory,
  ConsentTarget,
  Consents,
  Emergencies,
  PeopleSearch,
  RecordStore,
  Rosters,
  SavedDraft,
  Submission,
  TakeOptions,
  Vault,
} from './ports.ts';
export type {
  Conflict,
  Decision,
  FieldConflict,
  QueueItem,
  QueueProblem,
  Sync,
  SyncStatus,
} from './sync-ports.ts';
export type { Intercept, RetryOptions } from './transport.ts';
export {
  AccessEntry,
  BatchCall,
  BatchLine,
  BatchResult,
  Checkpoint,
  CheckpointRequest,
  CoverageGroup,
  EmergencyAccess,
  EmergencyId,
  EmergencyRequest,
  EmergencyReview,
  GroupKind,
  MergePatch,
  Metadata,
  NewExamination,
  NewImmunization,
  NewRecord,
  NewScreening,
  PersonCandidate,
  PersonCandidates,
  PersonQuery,
  Pid,
  Problem,
  PublicKey,
  Receipt,
  RecordAnswer,
  ReviewRequest,
  RosterPerson,
  StoreId,
  VersionEntry,
} from './wire.ts';
