import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import type { HttpError } from '../client/index.ts';
import { createMemoryStore } from './memory-store.ts';
import { migrations } from './migrations.ts';
import { createPgliteStore, createPostgresStore } from './node.ts';
import { createSqlStore } from './sql-store.ts';
import type { Query, SqlDriver } from './sql-store.ts';
import { storeContract } from './store-contract.ts';
import { stores } from './test-stores.ts';
import { makeWorld, rejection } from './test-world.ts';

for (const { name, open } of stores) {
  let opened: ReturnType<typeof open> | undefined;
  after(async () => (await opened)?.close());
  let n = 0;
  for (const [sentence, run] of Object.entries(storeContract))
    test(`${name}: ${sentence}`, async () => {
      const { store } = await (opened ??= open());
      const own = `c${n++}`;
      await run(store, (id) => `${own}-${id}`);
    });
}

test('an embedded database in a folder is there again when it is opened again', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'hssk-'));
  try {
    const first = await createPgliteStore(join(dir, 'data'));
    await first.transaction((tx) => tx.claim('s', 'key-0001', 'h'));
    await first.close();
    const second = await createPgliteStore(join(dir, 'data'));
    assert.equal((await second.transaction((tx) => tx.claim('s', 'key-0001', 'h')))?.hash, 'h');
    await second.close();
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('a database of an earlier version keeps what it holds and gets the tables that are new', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'hssk-'));
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    const db = await PGlite.create(dir);
    await db.exec(`create table hssk_migrations (step integer primary key); ${migrations[0]}
      insert into hssk_migrations values (0); insert into hssk_answers values ('s', 'key-0001', 'h', 0);
      insert into hssk_records values ('p', 'F', 0, '', '', '[]');
      insert into hssk_consents values ('p', 1, '2026-11-20', 'u', 'F', '{"decision":"granted"}');
      insert into hssk_emergencies values ('p', 'u', 'F', '2026-11-20T08:00', '2026-11-20T09:00', 'other', 'r'),
        ('p', 'u', 'F', '2026-11-20T08:00', '2026-11-20T09:00', 'other', 'again');`);
    await db.close();
    const store = await createPgliteStore(dir);
    assert.equal((await store.transaction((tx) => tx.claim('s', 'key-0001', 'x')))?.hash, 'h');
    assert.equal(await store.transaction((tx) => tx.checkpoint('s', 'store', 1)), undefined);
    // Accesses wait for their review, each by an id of its own; a consent without proof counts no more, and is kept.
    const accesses = await store.transaction((tx) => tx.emergencies(false, undefined, 9));
    assert.deepEqual(
      accesses.map(({ reason }) => reason),
      ['r', 'again'],
    );
    assert.equal(new Set(accesses.map(({ id }) => id)).size, 2);
    for (const { id } of accesses) assert.match(id, /^[A-Za-z0-9_-]{8,64}$/);
    assert.deepEqual(await store.transaction((tx) => tx.consents('p', undefined, 9)), []);
    await store.close();
    const after = await PGlite.create(dir);
    const { rows } = await after.query('select event from hssk_consents_unproven');
    assert.deepEqual(rows, [{ event: { decision: 'granted' } }]);
    await after.close();
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('a database that never gets a transaction through is busy, which the caller may try again', async () => {
  let turns = -1;
  const query = (async () => [{ count: migrations.length }]) as Query;
  const driver: SqlDriver = {
    async transaction(work) {
      if (turns++ >= 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
      return work(query);
    },
    close: async () => {},
  };
  const store = await createSqlStore(driver);
  await assert.rejects(
    store.transaction(async () => {}),
    { code: 'server.busy' },
  );
  assert.equal(turns, 5);
  const client = makeWorld({ store }).client('nurse:TYT-01:lan', { retry: false });
  const error = await rejection<HttpError>(client.records.load('p1'));
  assert.deepEqual([error.status, error.code, error.retryAfterMs], [503, 'server.busy', 1000]);
});

test('a database that cannot be reached is said when the store is made', async () => {
  await assert.rejects(createPostgresStore('postgres://127.0.0.1:1/none'), { code: 'ECONNREFUSED' });
});

test('what a memory store gave out can be changed without changing the store', async () => {
  const store = createMemoryStore();
  const record = { schemaVersion: 1, capturedOn: '2026-11-20', administrative: { email: 'a@example.com' } };
  const saved = { pid: 'p', home: 'F', version: 1, at: '', by: '', facility: '', action: '', record };
  const key = { foldedName: '', birthDate: '', communes: [], identifiers: [] };
  await store.transaction((tx) => tx.save(saved, key));
  record.administrative.email = 'b@example.com';
  const read = await store.transaction((tx) => tx.load('p'));
  read!.record.administrative.email = 'c@example.com';
  const again = await store.transaction((tx) => tx.load('p'));
  assert.equal(again!.record.administrative.email, 'a@example.com');
});
