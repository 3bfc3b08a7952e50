import assert from 'node:assert/strict';
import test from 'node:test';
import { newEntry } from './entry.ts';
import type { Entry } from './entry.ts';
import { exportFile, importFile } from './export-file.ts';

const secret = 'mật khẩu rất dài';
const record = { schemaVersion: 1, capturedOn: '2026-11-20', administrative: { fullName: 'Lê Văn Mẫu' } };
const entry = newEntry({
  ...{ id: 'change-1', call: 'record.patch', group: 'pid:p1', pid: 'p1', at: 0, record: record as never },
  base: { record: record as never, etag: '"1"' },
});

const through = async (entries: readonly unknown[], drafts: readonly unknown[] = []) =>
  importFile(await exportFile(secret, { entries, drafts } as never, 1), secret, 1);

test('what was sealed comes out to the byte', async () => {
  const backwards = Object.fromEntries(Object.entries(record).reverse());
  const { entries } = await through([{ ...entry, record: backwards }]);
  assert.equal(JSON.stringify(entries[0]!.record), JSON.stringify(backwards));
  const draft = { id: 'draft-01', draft: {}, base: { pid: '', etag: '~0~capture-1', record } };
  assert.deepEqual((await through([], [draft])).drafts, [draft]);
});

const wrong: readonly [string, Partial<Record<keyof Entry, unknown>>][] = [
  ['an id that is no key', { id: 'ngắn' }],
  ['a call that is none', { call: 'record.delete' }],
  ['a state that is none', { state: 'gone' }],
  ['what is done already', { state: 'done' }],
  ['a record that is none', { record: 'p1' }],
  ['a change without a record', { record: undefined }],
  ['a write addressed to another person', { pid: 'p2' }],
  ['a request addressed to another person', { request: { key: 'change-1', pid: 'p2', body: '{}' } }],
  ['a choice that is none', { choices: { 'history.surgeries': 'both' } }],
];

for (const [name, given] of wrong)
  test(`a file is not taken that holds ${name}`, async () => {
    await assert.rejects(through([{ ...entry, ...given }]), { code: 'file.unreadable' });
  });
