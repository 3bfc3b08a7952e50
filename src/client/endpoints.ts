import type * as z from 'zod/mini';
import { ConsentEvent, StoredConsent } from '../schema/index.ts';
import * as w from './wire.ts';

/** One call of the central record API as data: the client's types, the sandbox's routes and the OpenAPI text are made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  /** Schema of the request's JSON, or of each line where `lines` is set. */
  readonly request?: z.ZodMiniType;
  /** Schema of the answer's JSON, or of each line where `lines` is set. */
  readonly response: z.ZodMiniType;
  readonly status: 200 | 201;
  /** Names of query parameters that the call knows. None of them may hold anything of a person. */
  readonly query?: readonly string[];
  /** A write: needs `Idempotency-Key` (a batch has one in each line). */
  readonly keyed?: true;
  /** Needs `If-Match` with the version that was read. */
  readonly ifMatch?: true;
  /** NDJSON both ways. */
  readonly lines?: true;
  /** Answers without a token. */
  readonly open?: true;
}

const paged = ['limit', 'cursor'] as const;

/** The contract of the central record API, v1. */
export const endpoints = {
  'record.load': {
    method: 'GET',
    path: '/v1/records/{pid}',
    response: w.RecordAnswer,
    status: 200,
  },
  'record.create': {
    method: 'POST',
    path: '/v1/records',
    request: w.NewRecord,
    response: w.Receipt,
    status: 201,
    keyed: true,
  },
  'record.patch': {
    method: 'PATCH',
    path: '/v1/records/{pid}',
    request: w.MergePatch,
    response: w.Receipt,
    status: 200,
    keyed: true,
    ifMatch: true,
  },
  'record.versions': {
    method: 'GET',
    path: '/v1/records/{pid}/versions',
    response: /* @__PURE__ */ w.page(w.VersionEntry),
    status: 200,
    query: paged,
  },
  'record.version': {
    method: 'GET',
    path: '/v1/records/{pid}/versions/{version}',
    response: w.RecordAnswer,
    status: 200,
  },
  'examination.append': {
    method: 'POST',
    path: '/v1/records/{pid}/examinations',
    request: w.NewExamination,
    response: w.Receipt,
    status: 201,
    keyed: true,
  },
  'immunization.append': {
    method: 'POST',
    path: '/v1/records/{pid}/immunizations',
    request: w.NewImmunization,
    response: w.Receipt,
    status: 201,
    keyed: true,
  },
  'screening.append': {
    method: 'POST',
    path: '/v1/records/{pid}/screenings',
    request: w.NewScreening,
    response: w.Receipt,
    status: 201,
    keyed: true,
  },
  'consent.append': {
    method: 'POST',
    path: '/v1/records/{pid}/consents',
    request: ConsentEvent,
    response: StoredConsent,
    status: 201,
    keyed: true,
  },
  'consent.list': {
    method: 'GET',
    path: '/v1/records/{pid}/consents',
    response: /* @__PURE__ */ w.page(StoredConsent),
    status: 200,
    query: paged,
  },
  'emergency.open': {
    method: 'POST',
    path: '/v1/records/{pid}/emergency-access',
    request: w.EmergencyRequest,
    response: w.EmergencyAccess,
    status: 201,
    keyed: true,
  },
  'emergency.close': {
    method: 'POST',
    path: '/v1/records/{pid}/emergency-access/{emergencyId}/close',
    response: w.EmergencyAccess,
    status: 200,
    keyed: true,
  },
  'emergency.review': {
    method: 'POST',
    path: '/v1/records/{pid}/emergency-access/{emergencyId}/review',
    request: w.ReviewRequest,
    response: w.EmergencyReview,
    status: 200,
    keyed: true,
  },
  'emergency.list': {
    method: 'GET',
    path: '/v1/emergency-accesses',
    response: /* @__PURE__ */ w.page(w.EmergencyReview),
    status: 200,
    query: ['state', ...paged],
  },
  'person.lookup': {
    method: 'POST',
    path: '/v1/persons/lookup',
    request: w.PersonQuery,
    response: w.PersonCandidates,
    status: 200,
  },
  'batch.send': {
    method: 'POST',
    path: '/v1/batches',
    request: w.BatchLine,
    response: w.BatchResult,
    status: 200,
    lines: true,
  },
  'roster.load': {
    method: 'GET',
    path: '/v1/rosters',
    response: /* @__PURE__ */ w.page(w.RosterPerson),
    status: 200,
    query: ['group', 'state', ...paged],
  },
  'coverage.load': {
    method: 'GET',
    path: '/v1/coverage',
    response: /* @__PURE__ */ w.page(w.CoverageGroup),
    status: 200,
    query: ['by', 'within', ...paged],
  },
  'accessLog.load': {
    method: 'GET',
    path: '/v1/records/{pid}/access-log',
    response: /* @__PURE__ */ w.page(w.AccessEntry),
    status: 200,
    query: paged,
  },
  'store.checkpoint': {
    method: 'POST',
    path: '/v1/stores/{storeId}/checkpoint',
    request: w.CheckpointRequest,
    response: w.Checkpoint,
    status: 200,
  },
  'metadata.load': {
    method: 'GET',
    path: '/v1/metadata',
    response: w.Metadata,
    status: 200,
    open: true,
  },
} as const satisfies Record<string, Endpoint>;

type Endpoints = typeof endpoints;
/** Stable name of a call; interceptors and tests go by it. */
export type EndpointName = keyof Endpoints;

type Infer<T> = T extends z.ZodMiniType ? z.infer<T> : never;
/** JSON sent by a call (one line of it for a batch); `never` where it sends none. */
export type RequestBody<N extends EndpointName> = Endpoints[N] extends { request: infer R }
  ? Infer<R>
  : never;
/** JSON answered by a call (one line of it for a batch). */
export type ResponseBody<N extends EndpointName> = Infer<Endpoints[N]['response']>;

type Params<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Params<Rest>
  : never;
type Has<N extends EndpointName, K extends string> = Endpoints[N] extends { [P in K]: true } ? true : false;
type Part<C extends boolean, T> = C extends true ? T : unknown;

/** What a call of this name is given. */
export type CallInput<N extends EndpointName> = {
  /** Stops the call: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, its answer included. */
  readonly timeoutMs?: number | undefined;
} & ([Params<Endpoints[N]['path']>] extends [never]
  ? unknown
  : { readonly params: { readonly [K in Params<Endpoints[N]['path']>]: string | number } }) &
  ([RequestBody<N>] extends [never] ? unknown : { readonly body: RequestBody<N> }) &
  (Endpoints[N] extends { query: readonly (infer Q extends string)[] }
    ? { readonly query?: { readonly [K in Q]?: string | number | undefined } | undefined }
    : unknown) &
  Part<Has<N, 'ifMatch'>, { readonly ifMatch: string }> &
  Part<Has<N, 'keyed'>, { readonly idempotencyKey?: string | undefined }>;
