import { Hono } from 'hono';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { BatchLine, endpoints, textLines } from '../client/index.ts';
import type { BatchResult, Endpoint, EndpointName } from '../client/index.ts';
import { verifyDemoToken } from './access.ts';
import type { Caller } from './access.ts';
import { conform, parseJson, readText } from './body.ts';
import { ConnectionDropped } from './faults.ts';
import type { Faults } from './faults.ts';
import { Refusal, problemOf } from './problem.ts';
import { createService } from './service.ts';
import type { Order, ServiceOptions } from './service.ts';
import type { ExpectedPerson } from './store.ts';

/** What a sandbox is made of. */
export interface SandboxOptions extends ServiceOptions {
  /** Says who a token belongs to; nobody for a token that is not (or no longer) good. Default: demo tokens. */
  readonly verifyToken?: (token: string) => Caller | undefined | Promise<Caller | undefined>;
  /** Origins of browser pages that may call from elsewhere; none by default. `*` for all. */
  readonly cors?: string | readonly string[];
  /** Path the API is mounted at, without the last slash (`/central`). Default none. */
  readonly basePath?: string;
  /** For tests: what goes wrong before or after a call; `randomFaults` makes some. */
  readonly faults?: Faults;
  /** Told of errors that are nobody's fault but ours; the error never reaches the caller. */
  readonly onError?: (error: unknown) => void;
}

/** A central record API that runs. `fetch` answers requests; `expect` fills the rosters of a facility. */
export interface Sandbox {
  fetch(request: Request): Promise<Response>;
  expect(facility: string, people: readonly ExpectedPerson[]): Promise<void>;
}

/** The key of a batch line, also of one that is refused for what else stands in it: its sender must know which it was. */
function keyOf(line: string): string {
  try {
    const { key } = JSON.parse(line) as { key?: unknown };
    return typeof key === 'string' ? key.slice(0, 128) : '';
  } catch {
    return '';
  }
}

const nobody: Caller = { role: 'citizen', facility: '', user: '' };

/** Makes a sandbox over a store. It keeps no state of its own: several may run on one database. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { verifyToken = verifyDemoToken, faults } = options;
  const { perform, limits, expect } = createService(options);

  async function callerOf(request: Request): Promise<Caller> {
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (!token) throw new Refusal('token.required');
    const caller = await verifyToken(token);
    if (!caller) throw new Refusal('token.invalid');
    return caller;
  }

  const english = (request: Request): boolean => {
    const [first = ''] = (request.headers.get('accept-language') ?? '').split(',');
    return /^\s*en\b/i.test(first);
  };

  function failed(error: unknown, request: Request): Response {
    const problem = problemOf(error, english(request));
    if (problem.code === 'server.failed') options.onError?.(error);
    const headers = new Headers({ 'content-type': 'application/problem+json' });
    if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
    if (problem.status === 503) headers.set('retry-after', '1');
    if (problem.code === 'record.changed') headers.set('etag', `"${problem.version}"`);
    return new Response(JSON.stringify(problem), { status: problem.status, headers });
  }

  function demandType(request: Request, ...types: readonly string[]): void {
    const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
    if (!types.includes(type)) throw new Refusal('body.wrongType');
  }

  async function answer(context: Context, name: Order['name']): Promise<Response> {
    const request = context.req.raw;
    const endpoint: Endpoint = endpoints[name];
    const caller = endpoint.open ? nobody : await callerOf(request);
    const query = context.req.query();
    if (Object.keys(query).some((key) => !endpoint.query?.includes(key))) throw new Refusal('query.invalid');
    let body: unknown;
    if (endpoint.request) {
      demandType(
        request,
        'application/json',
        ...(endpoint.method === 'PATCH' ? ['application/merge-patch+json'] : []),
      );
      body = parseJson(await readText(request, limits.bodyBytes));
    }
    const {
      pid = '',
      version = '',
      storeId = '',
      emergencyId = '',
    } = context.req.param() as Record<string, string>;
    const { status, data, cursor, replayed } = await perform({
      name,
      caller,
      pid,
      version,
      storeId,
      emergencyId,
      query,
      body,
      ifMatch: request.headers.get('if-match') ?? undefined,
      key: request.headers.get('idempotency-key') ?? undefined,
    });
    const headers = new Headers({ 'content-type': 'application/json' });
    const made = data as { pid?: string; version?: number };
    if (made.version !== undefined) headers.set('etag', `"${made.version}"`);
    if (name === 'record.create') headers.set('location', `${options.basePath ?? ''}/v1/records/${made.pid}`);
    if (replayed) headers.set('idempotent-replay', 'true');
    if (cursor !== undefined) {
      const next = new URLSearchParams({ ...query, cursor: String(cursor) });
      headers.set('link', `<${new URL(request.url).pathname}?${next}>; rel="next"`);
    }
    return new Response(JSON.stringify(data), { status, headers });
  }

  async function lineResult(text: string, caller: Caller, request: Request): Promise<BatchResult> {
    const key = keyOf(text);
    try {
      const parsed = parseJson(text);
      const { call: name, pid = '', ifMatch, body } = conform(BatchLine, parsed);
      const { status, data } = await perform({
        name,
        caller,
        pid,
        version: '',
        query: {},
        body,
        ifMatch,
        key,
      });
      return { key, status, [name === 'consent.append' ? 'consent' : 'receipt']: data };
    } catch (error) {
      const problem = problemOf(error, english(request));
      if (problem.code === 'server.failed') options.onError?.(error);
      return { key, status: problem.status, problem };
    }
  }

  async function batch(request: Request): Promise<Response> {
    const caller = await callerOf(request);
    demandType(request, 'application/x-ndjson', 'application/ndjson');
    async function* results(): AsyncGenerator<BatchResult> {
      try {
        if (request.body)
          for await (const line of textLines(request.body, { limit: limits.bodyBytes }))
            yield await lineResult(line, caller, request);
      } catch (error) {
        // A line without end, or no text: nothing after it can be read.
        const code = error instanceof RangeError ? 'body.tooLarge' : 'body.notText';
        const problem = problemOf(new Refusal(code), english(request));
        yield { key: '', status: problem.status, problem };
      }
    }
    const lines = results();
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      async pull(control) {
        const { done, value } = await lines.next();
        if (done) control.close();
        else control.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
      },
      async cancel() {
        await lines.return(undefined);
      },
    });
    return new Response(stream, { headers: { 'content-type': 'application/x-ndjson' } });
  }

  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    context.res.headers.set('cache-control', 'no-store');
    context.res.headers.set('x-content-type-options', 'nosniff');
  });
  if (options.cors)
    app.use(
      '*',
      cors({
        origin: typeof options.cors === 'string' ? options.cors : [...options.cors],
        exposeHeaders: ['ETag', 'Link', 'Location', 'Retry-After'],
        maxAge: 600,
      }),
    );
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const path = (options.basePath ?? '') + endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(endpoint.method, path, async (context) => {
      const request = context.req.raw;
      const early = await faults?.before?.(name, request);
      if (early) return early;
      const response = await (name === 'batch.send' ? batch(request) : answer(context, name)).catch(
        (error: unknown) => failed(error, request),
      );
      return faults?.after ? faults.after(name, response) : response;
    });
  }
  app.notFound((context) => failed(new Refusal('route.unknown'), context.req.raw));
  app.onError((error, context) => {
    if (error instanceof ConnectionDropped) throw error;
    return failed(error, context.req.raw);
  });

  return {
    fetch: async (request) => app.fetch(request),
    expect,
  };
}
