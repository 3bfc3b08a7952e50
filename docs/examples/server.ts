/**
 * The host of the examples: serves the pages under a strict content policy, the central record API of the sandbox under
 * `/central`, and two things every host has of its own, a login that gives tokens and a place for drafts.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '../../src/client/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/index.ts';
import { createPgliteStore, createPostgresStore, serve } from '../../src/sandbox/node.ts';

/** The policy of the example pages; `lit-html` is the only Trusted Types policy the package makes. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pages = fileURLToPath(new URL('.', import.meta.url));
const bundle = fileURLToPath(new URL('../../dist/hssk.js', import.meta.url));
const types: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8',
};
const maxDraftBytes = 2_000_000;

/** Which store stands behind the API. */
export type Database = 'memory' | 'pglite' | { readonly url: string; readonly schema?: string };

export interface ExampleServer {
  readonly url: string;
  /** A demo token of a role at the example's health station. */
  token(role?: string): string;
  /** The API without the faults that its callers over HTTP meet. */
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

/** Starts the example host; port 0 takes a free one. */
export async function startServer({
  port = 0,
  hostname = '127.0.0.1',
  database = 'pglite' as Database,
  now = Date.now,
  central = {},
}: {
  port?: number;
  hostname?: string;
  database?: Database;
  now?: () => number;
  /** Further options of the API, such as faults. */
  central?: Partial<SandboxOptions>;
} = {}): Promise<ExampleServer> {
  const store =
    database === 'memory'
      ? createMemoryStore()
      : database === 'pglite'
        ? await createPgliteStore()
        : await createPostgresStore(database.url, database.schema ? { schema: database.schema } : {});
  const { faults, ...others } = central;
  const options: SandboxOptions = { store, basePath: '/central', now, ...others };
  const sandbox = createSandbox(options);
  const api = faults ? createSandbox({ ...options, faults }) : sandbox;
  const token = (role = 'nurse'): string => `demo:${role}:TYT-01:${role}1`;
  const drafts = new Map<string, string>();

  async function drafted(request: Request, id: string): Promise<Response> {
    if (request.method === 'PUT') {
      const text = await request.text();
      if (text.length > maxDraftBytes) return new Response(null, { status: 413 });
      drafts.set(id, text);
      return new Response(null, { status: 204 });
    }
    const text = drafts.get(id);
    return text === undefined
      ? new Response(null, { status: 204 })
      : new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
  }

  async function file(path: string): Promise<Response> {
    const isBundle = path === '/hssk.js';
    const name = normalize(path === '/' ? '/his.html' : path);
    const type = types[extname(name)];
    if (!type) return new Response('Not found', { status: 404 });
    try {
      return new Response(await readFile(isBundle ? bundle : join(pages, name)), {
        headers: {
          'content-type': type,
          'content-security-policy': contentPolicy,
          'cache-control': 'no-cache',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  }

  const server = await serve(
    {
      fetch(request) {
        const { pathname } = new URL(request.url);
        if (pathname.startsWith('/central/')) return api.fetch(request);
        if (pathname === '/his/token')
          return new Response(token(), { headers: { 'cache-control': 'no-store' } });
        const draft = /^\/his\/drafts\/([\w-]{1,64})$/.exec(pathname);
        return draft ? drafted(request, draft[1]!) : file(pathname);
      },
    },
    { port, hostname },
  );
  return {
    url: server.url,
    token,
    sandbox,
    async stop() {
      await server.close();
      await store.close();
    },
  };
}

/** A class of invented pupils is expected, most of them with a record: a list to take along. */
async function expectClass({ sandbox, token }: ExampleServer): Promise<void> {
  const client = createClient({
    baseUrl: 'http://example.test/central',
    token: token(),
    fetch: (request) => sandbox.fetch(request),
  });
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const pupil = { fullName: `Nguyễn Văn Ví Dụ ${n}`, birthDate: `2018-0${n}-15` };
    const identifier = { kind: 'citizenId', number: `01421899000${n}` } as const;
    const currentAddress = { commune: { code: '04108', text: 'Xã Chiềng Sung' } };
    const administrative = {
      ...pupil,
      sex: 'male',
      currentAddress,
      identifiers: { personal: identifier },
    } as const;
    const record = { schemaVersion: 1, capturedOn: '2026-09-05', administrative } as const;
    if (n < 6) await client.records.create(record);
    await sandbox.expect('TYT-01', [
      { ...pupil, identifier, groups: { class: 'Lớp 2A', hamlet: 'Bản Mẫu' } },
    ]);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env['DATABASE_URL'];
  const server = await startServer({
    port: Number(process.env['PORT'] ?? 8831),
    database: url ? { url } : 'pglite',
  });
  if (!url) await expectClass(server);
  process.stdout.write(`
HIS example:            ${server.url}/
Without a network:      ${server.url}/offline.html
School day:             ${server.url}/school-day.html
Consent:                ${server.url}/consent.html
Events only, no server: ${server.url}/events.html
Central record API:     ${server.url}/central/v1   (database: ${url ? 'PostgreSQL' : 'embedded, in memory'})

Demo tokens (demo:<role>:<facility>:<user>):
  ${['nurse', 'doctor', 'school', 'reviewer'].map((role) => server.token(role)).join('\n  ')}

Ctrl-C ends it.
`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  }
}
