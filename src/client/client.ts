import type * as z from 'zod/mini';
import type { ConsentEvent, HealthRecord } from '../schema/index.ts';
import { endpoints } from './endpoints.ts';
import type { CallInput, Endpoint, EndpointName, RequestBody, ResponseBody } from './endpoints.ts';
import { BatchInterruptedError, HealthRecordError, InvalidResponseError } from './errors.ts';
import { ndjsonChunks, textLines } from './ndjson.ts';
import type { ReadPiece } from './ndjson.ts';
import type { QueueItem } from './sync-ports.ts';
import { createTransport } from './transport.ts';
import type { Lease, Outgoing, TransportOptions } from './transport.ts';
import type { BatchLine, BatchResult, GroupKind, MergePatch, RecordAnswer } from './wire.ts';

/** What a client is made of. There is no default address: nothing is sent anywhere by itself. */
export interface ClientOptions extends TransportOptions {
  /** Address of the central record API without `/v1`; in a browser it may be relative (`/central`). */
  readonly baseUrl: string;
  /** Language of problem titles. Default `vi`. */
  readonly locale?: 'vi' | 'en' | undefined;
  /** Lines and bytes of one batch request. Default 200 and 1,000,000. */
  readonly batch?: { readonly lines?: number; readonly bytes?: number } | undefined;
}

/** An answer with what its headers say: the ETag to send as `ifMatch`, and where the list goes on. */
export interface Answer<T> {
  readonly data: T;
  readonly status: number;
  readonly etag: string | undefined;
  readonly next: Readonly<Record<string, string>> | undefined;
}

/** A record as it stands on the server; `etag` is what a change of it is sent with. */
export type LoadedRecord = RecordAnswer & {
  readonly etag: string;
  /** Milliseconds since 1970 when this copy was taken along; absent where the server gave it just now. */
  readonly carriedAt?: number | undefined;
  /** State in the queue of this device of a writing that the server does not have yet. */
  readonly pending?: QueueItem['state'] | undefined;
};

interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}
interface WriteOptions extends CallOptions {
  /** Given by a queue, so that the same bytes go out under the same key; else one is made and kept over all retries. */
  readonly idempotencyKey?: string | undefined;
}
interface PageOptions extends CallOptions {
  /** Items asked for at once. */
  readonly limit?: number | undefined;
}

// What every CallInput is at run time.
interface Loose extends WriteOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

function parse<T>(schema: z.ZodMiniType, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data as T;
  throw new InvalidResponseError(
    result.error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code })),
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidResponseError([{ path: '', code: 'notJson' }]);
  }
}

// Only the query of the next page is taken: a server behind a proxy may not know its own address.
function nextQuery(link: string | null): Record<string, string> | undefined {
  const target = link && /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link)?.[1];
  return target ? Object.fromEntries(new URL(target, 'http://host').searchParams) : undefined;
}

/** Makes a client of the central record API. Several may stand side by side; none keeps anything but its token. */
export function createClient(options: ClientOptions) {
  if (typeof options.baseUrl !== 'string' || /[?#]/.test(options.baseUrl))
    throw new HealthRecordError('client.baseUrl', 'baseUrl must be an address without query');
  const base = options.baseUrl.replace(/\/+$/, '');
  const { exchange, random } = createTransport(options);

  /** A new idempotency key: 24 characters, nothing of the person in it. */
  const newKey = (): string => {
    let key = '';
    while (key.length < 24)
      key += Math.floor(random() * 36 ** 6)
        .toString(36)
        .padStart(6, '0');
    return key;
  };

  function outgoing(name: EndpointName, input: Loose, body: string | undefined): Outgoing {
    const endpoint: Endpoint = endpoints[name];
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(input.params?.[key] ?? ''),
    );
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(input.query ?? {}))
      if (value !== undefined) params.set(key, String(value));
    const query = params.toString();
    const lines = endpoint.lines ? 'application/x-ndjson' : 'application/json';
    const headers: Record<string, string> = { accept: lines, 'accept-language': options.locale ?? 'vi' };
    if (body !== undefined)
      headers['content-type'] = endpoint.method === 'PATCH' ? 'application/merge-patch+json' : lines;
    if (endpoint.ifMatch) headers['if-match'] = input.ifMatch ?? '';
    if (endpoint.keyed) headers['idempotency-key'] = input.idempotencyKey ?? newKey();
    return {
      name,
      url: base + path + (query && `?${query}`),
      method: endpoint.method,
      headers,
      body,
      authorized: !endpoint.open,
      signal: input.signal,
      timeoutMs: input.timeoutMs,
    };
  }

  /** Any call by its name, typed by the contract. The named functions below are short forms of it. */
  async function request<N extends Exclude<EndpointName, 'batch.send'>>(
    name: N,
    input: CallInput<N>,
  ): Promise<Answer<ResponseBody<N>>> {
    const loose = input as Loose;
    const body = loose.body === undefined ? undefined : JSON.stringify(loose.body);
    return exchange(outgoing(name, loose, body), async (response) => ({
      data: parse<ResponseBody<N>>(endpoints[name].response, json(await response.text())),
      status: response.status,
      // Compressing proxies weaken the ETag; If-Match compares the strong form.
      etag: response.headers.get('etag')?.replace(/^W\//, ''),
      next: nextQuery(response.headers.get('link')),
    }));
  }

  type Listed =
    | 'record.versions'
    | 'consent.list'
    | 'roster.load'
    | 'coverage.load'
    | 'accessLog.load'
    | 'emergency.list';
  type Item<N extends Listed> = ResponseBody<N>['items'][number];
  async function* pages<N extends Listed>(
    name: N,
    input: CallInput<N>,
  ): AsyncGenerator<Item<N>, void, undefined> {
    let query: Readonly<Record<string, string | number | undefined>> | undefined = (input as Loose).query;
    do {
      const answer: Answer<ResponseBody<N>> = await request(name, { ...input, query } as CallInput<N>);
      yield* answer.data.items as Item<N>[];
      query = answer.next;
    } while (query);
  }

  async function* send(
    lines: Iterable<BatchLine> | AsyncIterable<BatchLine>,
    call: CallOptions = {},
  ): AsyncGenerator<BatchResult, void, undefined> {
    const limits = { lines: 200, bytes: 1_000_000, ...options.batch };
    for await (const chunk of ndjsonChunks(lines, limits.lines, limits.bytes)) {
      const open = new Set(chunk.items.map((line) => line.key));
      // A request that never got through is repeated by the transport; one cut in its answer is the caller's to resend.
      let span: Lease | undefined;
      try {
        const stream = await exchange(
          outgoing('batch.send', call, chunk.body),
          async (response, lease) => {
            span = lease;
            lease.rest();
            if (!response.body) throw new InvalidResponseError([{ path: '', code: 'empty' }]);
            return response.body;
          },
          true,
        );
        // Whoever takes long over a result does not use up the time of the next one.
        const read: ReadPiece = (reader) => {
          span!.touch();
          return span!.bound(reader.read()).finally(() => span!.rest());
        };
        for await (const line of textLines(stream, { read })) {
          const result = parse<BatchResult>(endpoints['batch.send'].response, json(line));
          // A line too long to be read is answered without its key: it is the one that is open, if there is only one.
          const key = result.key || (result.status === 413 && open.size === 1 ? [...open][0]! : '');
          if (open.delete(key)) yield { ...result, key };
        }
      } catch (error) {
        if (!span || call.signal?.aborted) throw error;
        // What is cut behind its last answer has lost nothing.
        if (open.size) throw new BatchInterruptedError([...open], span.fault(error));
      } finally {
        span?.end();
      }
      if (open.size) throw new BatchInterruptedError([...open]);
    }
  }

  const append =
    <N extends 'examination.append' | 'immunization.append' | 'screening.append'>(name: N) =>
    async (pid: string, body: RequestBody<N>, call: WriteOptions = {}) =>
      (await request(name, { params: { pid }, body, ...call } as unknown as CallInput<N>)).data;

  const loaded = ({ data, etag }: Answer<RecordAnswer>): LoadedRecord => ({
    ...data,
    etag: etag ?? `"${data.version}"`,
  });

  return {
    request,
    newKey,
    records: {
      /** `consents` = what the person decided before there was a record to put it to. */
      create: async (
        record: HealthRecord,
        {
          consents,
          ...call
        }: WriteOptions & { readonly consents?: readonly ConsentEvent[] | undefined } = {},
      ) =>
        (
          await request('record.create', {
            body: consents?.length ? { ...record, consents: [...consents] } : record,
            ...call,
          })
        ).data,
      load: async (pid: string, call: CallOptions = {}) =>
        loaded(await request('record.load', { params: { pid }, ...call })),
      patch: async (pid: string, patch: MergePatch, call: WriteOptions & { readonly ifMatch: string }) =>
        (await request('record.patch', { params: { pid }, body: patch, ...call })).data,
      versions: (pid: string, { limit, ...call }: PageOptions = {}) =>
        pages('record.versions', { params: { pid }, query: { limit }, ...call }),
      version: async (pid: string, version: number, call: CallOptions = {}) =>
        loaded(await request('record.version', { params: { pid, version }, ...call })),
      accessLog: (pid: string, { limit, ...call }: PageOptions = {}) =>
        pages('accessLog.load', { params: { pid }, query: { limit }, ...call }),
    },
    examinations: { append: append('examination.append') },
    immunizations: { append: append('immunization.append') },
    screenings: { append: append('screening.append') },
    consents: {
      append: async (pid: string, event: RequestBody<'consent.append'>, call: WriteOptions = {}) =>
        (await request('consent.append', { params: { pid }, body: event, ...call })).data,
      list: (pid: string, { limit, ...call }: PageOptions = {}) =>
        pages('consent.list', { params: { pid }, query: { limit }, ...call }),
    },
    emergency: {
      open: async (pid: string, body: RequestBody<'emergency.open'>, call: WriteOptions = {}) =>
        (await request('emergency.open', { params: { pid }, body, ...call })).data,
      close: async (pid: string, emergencyId: string, call: WriteOptions = {}) =>
        (await request('emergency.close', { params: { pid, emergencyId }, ...call })).data,
      review: async (
        pid: string,
        emergencyId: string,
        body: RequestBody<'emergency.review'>,
        call: WriteOptions = {},
      ) => (await request('emergency.review', { params: { pid, emergencyId }, body, ...call })).data,
      list: ({
        state,
        limit,
        ...call
      }: PageOptions & { readonly state?: 'open' | 'reviewed' | undefined } = {}) =>
        pages('emergency.list', { query: { state, limit }, ...call }),
    },
    persons: {
      lookup: async (query: RequestBody<'person.lookup'>, call: CallOptions = {}) =>
        (await request('person.lookup', { body: query, ...call })).data.candidates,
    },
    batches: { send },
    rosters: {
      list: ({
        group,
        state,
        limit,
        ...call
      }: PageOptions & { group: string; state?: 'captured' | 'missing' | undefined }) =>
        pages('roster.load', { query: { group, state, limit }, ...call }),
    },
    coverage: {
      list: ({ by, within, limit, ...call }: PageOptions & { by: GroupKind; within?: string | undefined }) =>
        pages('coverage.load', { query: { by, within, limit }, ...call }),
    },
    stores: {
      checkpoint: async (storeId: string, revision: number, call: CallOptions = {}) =>
        (await request('store.checkpoint', { params: { storeId }, body: { revision }, ...call })).data,
    },
    metadata: async (call: CallOptions = {}) => (await request('metadata.load', call)).data,
  };
}

/** A client of the central record API, as `createClient` makes it. */
export type Client = ReturnType<typeof createClient>;
