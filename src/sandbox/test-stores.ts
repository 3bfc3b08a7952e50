import pg from 'pg';
import { createMemoryStore } from './memory-store.ts';
import { createPgliteStore, createPostgresStore } from './node.ts';
import type { Store } from './store.ts';

/** A store for one test file, and how to leave nothing behind. */
export interface OpenedStore {
  readonly store: Store;
  close(): Promise<void>;
}

const plain = (store: Store): OpenedStore => ({ store, close: () => store.close() });

async function inOwnSchema(url: string): Promise<OpenedStore> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const schema = `hssk_test_${process.pid}_${Math.random().toString(36).slice(2)}`;
  await admin.query(`create schema ${schema}`);
  const store = await createPostgresStore(url, { schema, connections: 20 });
  return {
    store,
    async close() {
      await store.close();
      await admin.query(`drop schema ${schema} cascade`);
      await admin.end();
    },
  };
}

const url = process.env['DATABASE_URL_TEST'];

/** Every kind of store there is here; PostgreSQL where `DATABASE_URL_TEST` names one. */
export const stores: readonly { readonly name: string; open(): Promise<OpenedStore> }[] = [
  { name: 'memory', open: async () => plain(createMemoryStore()) },
  { name: 'PGlite', open: async () => plain(await createPgliteStore()) },
  ...(url ? [{ name: 'PostgreSQL', open: () => inOwnSchema(url) }] : []),
];
