import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { createMemoryStore } from './memory-store.ts';
import { createPgliteStore, createPostgresStore } from './node.ts';
import { storeContract } from './store-contract.ts';
import { stores } from './test-stores.ts';

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
