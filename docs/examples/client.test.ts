import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { clientFor, run } from './client.ts';

test('the example creates, finds, changes through a conflict, lists versions and sends a batch', async () => {
  const client = clientFor();
  const lines: string[] = [];
  const { pid, conflicts, record, versions, results } = await run(client, (line) => lines.push(line));
  assert.equal(conflicts, 1);
  assert.match(record.administrative.currentAddress?.line ?? '', /^Số \d{4}, tổ 7$/);
  assert.match(record.administrative.phoneMobile ?? '', /^090000\d{4}$/);
  assert.deepEqual(versions, [3, 2, 1]);
  assert.deepEqual(
    results.map(({ status, receipt, problem }) => [status, receipt?.version ?? problem?.code]),
    [
      [201, 4],
      [201, 5],
      [422, 'record.refused'],
    ],
  );
  assert.deepEqual(
    results[2]?.problem?.issues?.map(({ path, code }) => `${path} ${code}`),
    [
      'administrative.fullName required.missing',
      'administrative.sex required.missing',
      'administrative.birthDate required.missing',
      'administrative.currentAddress.commune required.missing',
      'administrative.identifiers.personal.number required.missing',
    ],
  );
  const stored = await client.records.load(pid);
  assert.equal(Object.keys(stored.record.examinations ?? {}).length, 1);
  assert.equal(Object.values(stored.record.immunizations?.other ?? {})[0]?.vaccine?.text, 'Cúm mùa');
  assert.ok(lines.includes('found N. T. V. Dụ, 1990, number ends in 017'));
});

test('a second run goes on with the record that stands', async () => {
  const client = clientFor();
  const first = await run(client, () => {});
  const second = await run(client, () => {});
  assert.equal(second.pid, first.pid);
  assert.deepEqual(second.versions.slice(0, 2), [7, 6]);
});

test('the example runs as a command and prints no number of a person', () => {
  const file = fileURLToPath(new URL('client.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.match(stdout, /^record \w{20}$/m);
  assert.match(stdout, /^conflict: version 2 by nurse1 changed administrative\.currentAddress\.line$/m);
  assert.match(stdout, /^line 3: 422 record\.refused, 5 errors$/m);
  assert.doesNotMatch(stdout, /\d{9}/);
});
