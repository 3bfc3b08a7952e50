import type * as z from 'zod/mini';
import { ConsentEvent, StoredConsent } from '../schema/index.ts';
import * as w from './wire.ts';

/** One call of the central record API as data: the client's types, the sandbox's routes and the OpenAPI text are made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly summary: string;
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
  /** Stable codes of the problems this call itself can answer; those of every call are `commonErrors`. */
  readonly errors: readonly string[];
}

const paged = ['limit', 'cursor'] as const;
const record = ['record.notFound', 'access.needed'] as const;
const judged = ['record.refused', 'body.invalid'] as const;
const keyed = ['idempotencyKey.required', 'idempotencyKey.reused'] as const;

/** Problem codes any call can answer. */
export const commonErrors = [
  'body.notJson',
  'body.notText',
  'body.forbiddenKey',
  'body.tooDeep',
  'body.tooLarge',
  'body.wrongType',
  'query.invalid',
  'token.required',
  'token.invalid',
  'access.denied',
  'route.unknown',
  'server.busy',
  'server.failed',
] as const;

/** The contract of the central record API, v1. */
export const endpoints = {
  'record.load': {
    method: 'GET',
    path: '/v1/records/{pid}',
    summary: 'Read the newest version of a record',
    response: w.RecordAnswer,
    status: 200,
    errors: record,
  },
  'record.create': {
    method: 'POST',
    path: '/v1/records',
    summary: 'Create the record of a person who has none',
    request: w.NewRecord,
    response: w.Receipt,
    status: 201,
    keyed: true,
    errors: [...judged, ...keyed, 'person.exists', 'consent.needed'],
  },
  'record.patch': {
    method: 'PATCH',
    path: '/v1/records/{pid}',
    summary: 'Change a record (JSON Merge Patch, RFC 7396)',
    request: w.MergePatch,
    response: w.Receipt,
    status: 200,
    keyed: true,
    ifMatch: true,
    errors: [
      ...record,
      ...judged,
      ...keyed,
      'ifMatch.required',
      'record.changed',
      'person.exists',
      'consent.needed',
    ],
  },
  'record.versions': {
    method: 'GET',
    path: '/v1/records/{pid}/versions',
    summary: 'History of a record, newest first',
    response: /* @__PURE__ */ w.page(w.VersionEntry),
    status: 200,
    query: paged,
    errors: record,
  },
  'record.version': {
    method: 'GET',
    path: '/v1/records/{pid}/versions/{version}',
    summary: 'Read one version of a record',
    response: w.RecordAnswer,
    status: 200,
    errors: [...record, 'version.notFound'],
  },
  'examination.append': {
    method: 'POST',
    path: '/v1/records/{pid}/examinations',
    summary: 'Append a visit (part D)',
    request: w.NewExamination,
    response: w.Receipt,
    status: 201,
    keyed: true,
    errors: [...record, ...judged, ...keyed, 'row.exists', 'consent.needed'],
  },
  'immunization.append': {
    method: 'POST',
    path: '/v1/records/{pid}/immunizations',
    summary: 'Append a dose (part C)',
    request: w.NewImmunization,
    response: w.Receipt,
    status: 201,
    keyed: true,
    errors: [...record, ...judged, ...keyed, 'row.exists', 'consent.needed'],
  },
  'screening.append': {
    method: 'POST',
    path: '/v1/records/{pid}/screenings',
    summary: 'Append a school screening',
    request: w.NewScreening,
    response: w.Receipt,
    status: 201,
    keyed: true,
    errors: [...record, ...judged, ...keyed, 'row.exists', 'consent.needed'],
  },
  'consent.append': {
    method: 'POST',
    path: '/v1/records/{pid}/consents',
    summary: 'Append a consent event; nothing is ever changed or removed',
    request: ConsentEvent,
    response: StoredConsent,
    status: 201,
    keyed: true,
    errors: [
      'record.notFound',
      'body.invalid',
      ...keyed,
      'consent.reused',
      'consent.altered',
      'consent.chain',
      'consent.kind',
      'consent.deciders',
      'consent.recipient',
      'consent.term',
      'consent.collector',
      'consent.serverField',
      'consent.future',
    ],
  },
  'consent.list': {
    method: 'GET',
    path: '/v1/records/{pid}/consents',
    summary: 'Consent events in the order they were recorded',
    response: /* @__PURE__ */ w.page(StoredConsent),
    status: 200,
    query: paged,
    errors: record,
  },
  'emergency.open': {
    method: 'POST',
    path: '/v1/records/{pid}/emergency-access',
    summary: 'Open a record in an emergency for a short while; reviewed afterwards',
    request: w.EmergencyRequest,
    response: w.EmergencyAccess,
    status: 201,
    keyed: true,
    errors: ['record.notFound', 'body.invalid', ...keyed],
  },
  'emergency.close': {
    method: 'POST',
    path: '/v1/records/{pid}/emergency-access/{emergencyId}/close',
    summary: 'Close an emergency access of one’s own before its time is over',
    response: w.EmergencyAccess,
    status: 200,
    keyed: true,
    errors: ['emergency.notFound', ...keyed],
  },
  'emergency.review': {
    method: 'POST',
    path: '/v1/records/{pid}/emergency-access/{emergencyId}/review',
    summary: 'Say whether an emergency access was justified; once, by someone else than who opened it',
    request: w.ReviewRequest,
    response: w.EmergencyReview,
    status: 200,
    keyed: true,
    errors: ['emergency.notFound', 'emergency.open', 'emergency.reviewed', 'body.invalid', ...keyed],
  },
  'emergency.list': {
    method: 'GET',
    path: '/v1/emergency-accesses',
    summary: 'Emergency accesses that nobody has reviewed yet, oldest first; `state=reviewed` for the others',
    response: /* @__PURE__ */ w.page(w.EmergencyReview),
    status: 200,
    query: ['state', ...paged],
    errors: [],
  },
  'person.lookup': {
    method: 'POST',
    path: '/v1/persons/lookup',
    summary: 'Find people by a number, or by name, birth date and commune',
    request: w.PersonQuery,
    response: w.PersonCandidates,
    status: 200,
    errors: ['body.invalid'],
  },
  'batch.send': {
    method: 'POST',
    path: '/v1/batches',
    summary: 'Many writes at once, one a line; each is answered by its own line as soon as it is done',
    request: w.BatchLine,
    response: w.BatchResult,
    status: 200,
    lines: true,
    errors: ['body.invalid'],
  },
  'roster.load': {
    method: 'GET',
    path: '/v1/rosters',
    summary: 'People expected in a group',
    response: /* @__PURE__ */ w.page(w.RosterPerson),
    status: 200,
    query: ['group', 'state', ...paged],
    errors: ['group.notFound'],
  },
  'coverage.load': {
    method: 'GET',
    path: '/v1/coverage',
    summary: 'Groups of expected people: how many have a record, how many are missing',
    response: /* @__PURE__ */ w.page(w.CoverageGroup),
    status: 200,
    query: ['by', 'within', ...paged],
    errors: ['group.notFound'],
  },
  'accessLog.load': {
    method: 'GET',
    path: '/v1/records/{pid}/access-log',
    summary: 'Who looked at a record, newest first',
    response: /* @__PURE__ */ w.page(w.AccessEntry),
    status: 200,
    query: paged,
    errors: record,
  },
  'store.checkpoint': {
    method: 'POST',
    path: '/v1/stores/{storeId}/checkpoint',
    summary:
      'Tell the revision of an offline store and learn the highest one seen of it from this user before',
    request: w.CheckpointRequest,
    response: w.Checkpoint,
    status: 200,
    errors: ['store.invalid', 'body.invalid'],
  },
  'metadata.load': {
    method: 'GET',
    path: '/v1/metadata',
    summary: 'Versions and abilities of this server',
    response: w.Metadata,
    status: 200,
    open: true,
    errors: [],
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
