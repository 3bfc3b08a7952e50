import assert from 'node:assert/strict';
import test from 'node:test';
import { ConflictError } from '../client/index.ts';
import type { BatchLine, Problem } from '../client/index.ts';
import { disclosed } from './test-consents.ts';
import { all, makeWorld, person, rejection } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const capturedOn = '2026-11-20';
const visit = { capturedOn, examination: { examinedOn: capturedOn } };
const create = (n: number): BatchLine => ({ key: `create-${n}-000`, call: 'record.create', body: person(n) });

test('a refused line says which record stands there, or which version', async () => {
  const world = makeWorld();
  const { records, batches } = world.client(nurse);
  const { pid } = await records.create(person(1));
  await records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"1"' });
  const other = await records.create(person(2));
  const patch = (key: string, of: string, ifMatch: string, body: object): BatchLine => ({
    key,
    call: 'record.patch',
    pid: of,
    ifMatch,
    body: body as BatchLine['body'],
  });
  const number = person(1).administrative.identifiers;
  const lines = [
    create(1),
    patch('changed-01', pid, '"1"', { administrative: { email: null } }),
    patch('number-001', other.pid, '"1"', { administrative: { identifiers: number } }),
  ];
  const told = async (who: string) =>
    (await all(world.client(who).batches.send(lines))).map(({ status, problem }) => [
      status,
      problem?.code,
      problem?.pid,
      problem?.version,
    ]);
  assert.deepEqual(await told(nurse), [
    [409, 'person.exists', pid, undefined],
    [412, 'record.changed', undefined, 2],
    [409, 'person.exists', pid, undefined],
  ]);
  // Elsewhere nobody learns whose number it is, nor at which version a record stands.
  assert.deepEqual(await told('doctor:BV-02:minh'), [
    [409, 'person.exists', undefined, undefined],
    [403, 'access.needed', undefined, undefined],
    [403, 'access.needed', undefined, undefined],
  ]);
  await world.client(nurse).consents.append(pid, disclosed('BV-02'));
  const [first] = await all(world.client('doctor:BV-02:minh').batches.send([create(1)]));
  assert.equal(first?.problem?.pid, pid);
  assert.deepEqual(await all(batches.send([lines[1]!])).then(([result]) => result?.problem?.version), 2);
});

test('a row that is refused because it stands there can be compared with what stands', async () => {
  const world = makeWorld();
  const { records, examinations, batches } = world.client(nurse);
  const { pid } = await records.create(person(1));
  const body = {
    id: '0mwvisit1',
    capturedOn,
    examination: { examinedOn: capturedOn, vitals: { weightKg: 52.5 }, diagnoses: { text: 'Viêm họng' } },
    notes: { 'examinations.0mwvisit1.vitals.weightKg': 'mặc áo ấm' },
  };
  await examinations.append(pid, body);
  const error = await rejection<ConflictError>(examinations.append(pid, body));
  assert.ok(error instanceof ConflictError);
  const place = [{ path: 'examinations.0mwvisit1', code: 'row.exists', level: 'error' }];
  assert.deepEqual([error.code, error.current?.version, error.problem?.issues], ['row.exists', 2, place]);
  const line: BatchLine = { key: 'visit-0001', call: 'examination.append', pid, body };
  const [result] = await all(batches.send([line]));
  assert.deepEqual([result?.problem?.version, result?.problem?.issues], [2, place]);
  const { record } = await records.load(pid);
  assert.deepEqual(record.examinations, { '0mwvisit1': body.examination });
  assert.deepEqual(record.notes, body.notes);
});

test('a key that was used for something else is a problem document, alone and in a batch', async () => {
  const world = makeWorld();
  const { pid } = await world.client(nurse).records.create(person(1), { idempotencyKey: 'create-2-000' });
  const response = await world.sandbox.fetch(
    new Request('http://central.test/v1/records', {
      method: 'POST',
      headers: {
        authorization: `Bearer demo:${nurse}`,
        'content-type': 'application/json',
        'idempotency-key': 'create-2-000',
      },
      body: JSON.stringify(person(2)),
    }),
  );
  assert.deepEqual(
    [response.status, response.headers.get('content-type')],
    [422, 'application/problem+json'],
  );
  assert.equal(((await response.json()) as Problem).code, 'idempotencyKey.reused');
  const visited: BatchLine = { key: 'create-2-000', call: 'examination.append', pid, body: visit };
  for (const line of [create(2), visited]) {
    const [result] = await all(world.client(nurse).batches.send([line]));
    assert.deepEqual(
      [result?.key, result?.status, result?.problem?.code],
      [line.key, 422, 'idempotencyKey.reused'],
    );
  }
});
