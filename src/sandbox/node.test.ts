import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '../client/index.ts';
import { createMemoryStore, createSandbox } from './index.ts';
import { need, serve } from './node.ts';
import { all, person } from './test-world.ts';

test('the sandbox is served over HTTP under a path of its own, to a client in the same program', async () => {
  const sandbox = createSandbox({ store: createMemoryStore(), basePath: '/central' });
  const server = await serve(sandbox);
  try {
    const client = createClient({ baseUrl: `${server.url}/central/`, token: 'demo:nurse:TYT-01:lan' });
    assert.equal((await client.metadata()).api, 'v1');
    const lines = Array.from({ length: 250 }, (_, n) => ({
      key: `key-${n}-0000`,
      call: 'record.create' as const,
      body: person(n),
    }));
    const results = await all(client.batches.send(lines));
    assert.deepEqual(
      results.map((r) => [r.key, r.status]),
      lines.map((line) => [line.key, 201]),
    );
    const { pid } = results[0]!.receipt!;
    await client.records.patch(pid, { notes: { 'history.surgeries': 'x' } }, { ifMatch: '"1"' });
    assert.equal((await all(client.records.versions(pid, { limit: 1 }))).length, 2);
  } finally {
    await server.close();
  }
});

test('a body too large over HTTP is answered, and the connection survives', async () => {
  const server = await serve(createSandbox({ store: createMemoryStore() }));
  try {
    const headers = {
      authorization: 'Bearer demo:nurse:TYT-01:lan',
      'content-type': 'application/json',
      'idempotency-key': 'too-large-1',
    };
    const send = (body: string) => fetch(`${server.url}/v1/records`, { method: 'POST', headers, body });
    assert.equal((await send(`"${'x'.repeat(10_000_000)}"`)).status, 413);
    assert.equal((await send('{}')).status, 422);
  } finally {
    await server.close();
  }
});

test('a package that is missing is named, with what to install', async () => {
  const missing = () => Promise.reject(Object.assign(new Error('x'), { code: 'ERR_MODULE_NOT_FOUND' }));
  await assert.rejects(need(missing, 'pg'), { name: 'MissingPackageError', message: /npm install pg$/ });
  await assert.rejects(
    need(() => Promise.reject(new TypeError('other')), 'pg'),
    TypeError,
  );
});

const bin = fileURLToPath(new URL('bin.ts', import.meta.url));
const run = (...args: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', bin, ...args], {
    env: { ...process.env, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('hssk-sandbox prints its address and demo tokens, answers, and ends when told to', async () => {
  const child = run('--port', '0');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (line.includes('demo:reviewer:')) break;
  }
  const baseUrl = /http:\S+(?=\/v1)/.exec(lines[0]!)![0];
  const token = /demo:nurse:\S+/.exec(lines.join('\n'))![0];
  const { records } = createClient({ baseUrl, token });
  const { pid } = await records.create(person(1));
  assert.deepEqual((await records.load(pid)).record, person(1));
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

test('hssk-sandbox says what it does not understand', async () => {
  const child = run('--prot', '1');
  let text = '';
  child.stderr.on('data', (piece: Buffer) => (text += piece.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  assert.equal(code, 1);
  assert.match(text, /--prot/);
  assert.match(text, /--port N/);
});
