import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionDropped } from './faults.ts';
import { createSqlStore } from './sql-store.ts';
import type { Query, SqlDriver } from './sql-store.ts';
import type { Store } from './store.ts';

/** Something the sandbox needs is not installed; the message says what to install. */
export class MissingPackageError extends Error {
  override name = 'MissingPackageError';
}

/** Loads a package that is installed only where it is wanted. */
export async function need<T>(load: () => Promise<T>, name: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new MissingPackageError(
      `The sandbox needs the package ${name}. Install it with: npm install ${name}`,
    );
  }
}

/** A store in an embedded PostgreSQL (PGlite): in memory, or in a folder that is made when it is missing. */
export async function createPgliteStore(dataDir?: string): Promise<Store> {
  const { PGlite } = await need(() => import('@electric-sql/pglite'), '@electric-sql/pglite');
  if (dataDir) await (await import('node:fs/promises')).mkdir(dataDir, { recursive: true });
  const db = await PGlite.create(dataDir ?? 'memory://');
  const driver: SqlDriver = {
    transaction: <T>(work: (query: Query) => Promise<T>) =>
      db.transaction((tx) =>
        work(async <Row>(text: string, params?: readonly unknown[]) =>
          params ? (await tx.query<Row>(text, [...params])).rows : (await tx.query<Row>(text)).rows,
        ),
      ) as Promise<T>,
    close: () => db.close(),
  };
  return createSqlStore(driver);
}

/** A store in a PostgreSQL ≥ 15. `url` = connection string; the tables are made in `schema` (default: as the server says). */
export async function createPostgresStore(
  url: string,
  { schema, connections = 10 }: { readonly schema?: string; readonly connections?: number } = {},
): Promise<Store> {
  const pg = (await need(() => import('pg'), 'pg')).default;
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...(schema ? { options: `-c search_path=${schema}` } : {}),
  });
  // An idle connection may be cut by the server; the pool makes a new one.
  pool.on('error', () => {});
  const driver: SqlDriver = {
    async transaction(work) {
      const connection = await pool.connect();
      let broken = false;
      try {
        await connection.query('begin');
        const result = await work(
          async <Row>(text: string, params?: readonly unknown[]) =>
            (await connection.query(text, params && [...params])).rows as Row[],
        );
        await connection.query('commit');
        return result;
      } catch (error) {
        await connection.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        connection.release(broken);
      }
    },
    close: () => pool.end(),
  };
  return createSqlStore(driver);
}

/** A running server: its address, and how to stop it. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

// A dropped connection is one over HTTP too: what was given before it goes out, then the socket is closed.
async function droppable(answer: Promise<Response>, outgoing: ServerResponse): Promise<Response> {
  const drop = (error: unknown): void => {
    if (!(error instanceof ConnectionDropped)) throw error;
    outgoing.socket?.destroySoon();
  };
  let response: Response;
  try {
    response = await answer;
  } catch (error) {
    drop(error);
    // The header of @hono/node-server for an answer it has nothing to do with any more.
    return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
  }
  const { status, headers } = response;
  if (!response.body || headers.get('transfer-encoding') !== 'chunked') return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(control) {
        try {
          const { done, value } = await reader.read();
          if (done) control.close();
          else control.enqueue(value);
        } catch (error) {
          drop(error);
          // The body stays without an end until the closed socket cancels it.
          await new Promise<void>((resolve) => outgoing.once('close', resolve));
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status, headers });
}

/** Serves a fetch handler over HTTP. Port 0 takes a free one; by default only this machine can reach it. */
export async function serve(
  app: { fetch(request: Request): Response | Promise<Response> },
  { port = 0, hostname = '127.0.0.1' }: { readonly port?: number; readonly hostname?: string } = {},
): Promise<RunningServer> {
  const { serve: listen } = await need(() => import('@hono/node-server'), '@hono/node-server');
  return new Promise((resolve, reject) => {
    const fetch = (request: Request, { outgoing }: { outgoing: object }) =>
      droppable((async () => app.fetch(request))(), outgoing as ServerResponse);
    const server = listen({ fetch, port, hostname }, (info: AddressInfo) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address;
      resolve({
        url: `http://${host}:${info.port}`,
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}
