import assert from 'node:assert/strict';
import test from 'node:test';
import type { BatchLine, BatchResult } from '../client/index.ts';
import { disclosed } from './test-consents.ts';
import { all, makeWorld, person } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const create = (n: number): BatchLine => ({
  key: `line-${String(n).padStart(4, '0')}`,
  call: 'record.create',
  body: person(n),
});

async function post(world: ReturnType<typeof makeWorld>, body: BodyInit): Promise<BatchResult[]> {
  const response = await world.sandbox.fetch(
    new Request('http://central.test/v1/batches', {
      method: 'POST',
      headers: { authorization: `Bearer demo:${nurse}`, 'content-type': 'application/x-ndjson' },
      body,
    }),
  );
  assert.equal(response.status, 200);
  const text = await response.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as BatchResult);
}

test('each line of a batch is its own write: what is refused does not hold up the rest', async () => {
  const world = makeWorld();
  const { batches, records } = world.client(nurse);
  const { pid } = await records.create(person(50));
  const visit = { capturedOn: '2026-11-20', examination: { examinedOn: '2026-11-20' } };
  const results = await all(
    batches.send([
      create(1),
      { ...create(2), body: person(2, { administrative: { fullName: '' } }) },
      { key: 'line-0003', call: 'examination.append', pid, body: visit },
      {
        key: 'line-0004',
        call: 'record.patch',
        pid,
        ifMatch: '"1"',
        body: { notes: { 'history.surgeries': 'x' } },
      },
      {
        key: 'line-0005',
        call: 'record.patch',
        pid,
        ifMatch: '"2"',
        body: { notes: { 'history.surgeries': 'x' } },
      },
      { key: 'line-0006', call: 'record.patch', pid, body: {} },
      {
        key: 'line-0007',
        call: 'screening.append',
        pid: 'none',
        body: { capturedOn: '2026-11-20', screening: {} },
      },
      {
        key: 'line-0008',
        call: 'consent.append',
        pid,
        body: disclosed('BV-02'),
      },
      create(1),
    ]),
  );
  assert.deepEqual(
    results.map((r) => [r.key, r.status, r.problem?.code ?? r.receipt?.version ?? r.consent?.seq]),
    [
      ['line-0001', 201, 1],
      ['line-0002', 422, 'record.refused'],
      ['line-0003', 201, 2],
      ['line-0004', 412, 'record.changed'],
      ['line-0005', 200, 3],
      ['line-0006', 428, 'ifMatch.required'],
      ['line-0007', 404, 'record.notFound'],
      ['line-0008', 201, 1],
    ],
  );
});

test('a batch sent again writes nothing twice, also mixed with single requests', async () => {
  const world = makeWorld();
  const { batches, records } = world.client(nurse);
  const lines = [1, 2, 3].map(create);
  const alone = await records.create(person(2), { idempotencyKey: lines[1]!.key });
  const first = await all(batches.send(lines));
  assert.equal(first[1]!.receipt?.pid, alone.pid);
  assert.deepEqual(await all(batches.send(lines)), first);
  for (const { receipt } of first) assert.equal((await records.load(receipt!.pid)).version, 1);
});

test('answers come line by line while the batch is still being sent', async () => {
  const world = makeWorld();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encode = (line: unknown) => new TextEncoder().encode(`${JSON.stringify(line)}\n`);
  const response = await world.sandbox.fetch(
    new Request('http://central.test/v1/batches', {
      method: 'POST',
      headers: { authorization: `Bearer demo:${nurse}`, 'content-type': 'application/x-ndjson' },
      body: readable,
      duplex: 'half',
    } as RequestInit),
  );
  const reader = response.body!.getReader();
  const next = async () => JSON.parse(new TextDecoder().decode((await reader.read()).value)) as BatchResult;
  for (const n of [1, 2]) {
    void writer.write(encode(create(n)));
    assert.equal((await next()).key, create(n).key);
  }
  await writer.close();
  assert.equal((await reader.read()).done, true);
});

test('lines that cannot be read are answered, and the others done', async () => {
  const world = makeWorld();
  const good = JSON.stringify(create(1));
  const bad = JSON.stringify({ ...create(2), admin: true });
  const results = await post(world, `{"key":\n\n${bad}\r\n{"__proto__":{}}\nnull\n${good}`);
  assert.deepEqual(
    results.map((r) => [r.key, r.status, r.problem?.code]),
    [
      ['', 400, 'body.notJson'],
      ['line-0002', 422, 'body.invalid'],
      ['', 400, 'body.forbiddenKey'],
      ['', 422, 'body.invalid'],
      ['line-0001', 201, undefined],
    ],
  );
});

test('bytes that are no text stop the batch with a clear answer', async () => {
  const results = await post(makeWorld(), new Uint8Array([0x7b, 0xff, 0x7d, 0x0a]));
  assert.deepEqual(
    results.map((r) => [r.status, r.problem?.code]),
    [[400, 'body.notText']],
  );
});

test('a line without end stops the batch with a clear answer', async () => {
  const results = await post(makeWorld(), `${JSON.stringify(create(1))}\n"${'x'.repeat(3_000_000)}`);
  assert.deepEqual(
    results.map((r) => [r.status, r.problem?.code]),
    [
      [201, undefined],
      [413, 'body.tooLarge'],
    ],
  );
});
