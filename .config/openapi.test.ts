import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { endpoints } from '../src/client/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
}

test('docs/openapi.json and docs/schema are what the contract makes', async () => {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', '.config/openapi.ts', '--check'], {
    cwd: root,
  });
  assert.equal(stdout, 'Up to date\n');
});

test('the OpenAPI text has every call, and no parameter in which a person could stand', async () => {
  const { openapi, paths } = JSON.parse(await readFile(`${root}/docs/openapi.json`, 'utf8')) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  assert.match(openapi, /^3\.1\./);
  const operations = Object.values(paths).flatMap((path) => Object.values(path));
  assert.deepEqual(operations.map((o) => o.operationId).sort(), Object.keys(endpoints).sort());
  const open = [
    'pid',
    'storeId',
    'emergencyId',
    'version',
    'limit',
    'cursor',
    'group',
    'state',
    'by',
    'within',
  ];
  for (const { parameters } of operations)
    for (const parameter of parameters)
      assert.ok(parameter.in === 'header' || open.includes(parameter.name), parameter.name);
});
