import assert from 'node:assert/strict';
import test from 'node:test';
import { createClient } from './client.ts';
import { ConflictError, HealthRecordError, HttpError, InvalidResponseError, RefusedError } from './errors.ts';
import { cut, json, loaded, problem, receipt, record, rejection, setup } from './test-script.ts';
import type { Step } from './test-script.ts';

test('a call is sent as the contract says', async () => {
  const { client, sent } = setup([json(receipt)]);
  await client.records.patch('p/1', { notes: { a: 'x' } }, { ifMatch: '"1"', idempotencyKey: 'key-00001' });
  const { request, body } = sent[0]!;
  assert.equal(request.method, 'PATCH');
  assert.equal(request.url, 'http://central.test/api/v1/records/p%2F1');
  assert.equal(body, '{"notes":{"a":"x"}}');
  assert.deepEqual(Object.fromEntries(request.headers), {
    accept: 'application/json',
    'accept-language': 'vi',
    authorization: 'Bearer t1',
    'content-type': 'application/merge-patch+json',
    'idempotency-key': 'key-00001',
    'if-match': '"1"',
  });
});

test('nothing that is looked for stands in an address', async () => {
  const { client, sent } = setup([json({ candidates: [] })]);
  await client.persons.lookup({ fullName: 'Nguyễn Thị Đào', birthDate: '1990', commune: '00004' });
  assert.equal(sent[0]!.request.url, 'http://central.test/api/v1/persons/lookup');
  assert.equal(sent[0]!.request.method, 'POST');
});

test('metadata is asked without a token', async () => {
  const limits = { bodyBytes: 1, batchLines: 1, batchBytes: 1 };
  const { client, sent } = setup([
    json({ api: 'v1', schemaVersions: [1], abilities: [], limits, time: '2026-11-21T01:00:00Z' }),
  ]);
  await client.metadata();
  assert.equal(sent[0]!.request.headers.get('authorization'), null);
});

test('the ETag is given back as it must be sent, weakened or not, or made of the version', async () => {
  for (const [headers, etag] of [
    [{ etag: '"7"' }, '"7"'],
    [{ etag: 'W/"7"' }, '"7"'],
    [{}, '"2"'],
  ] as const) {
    const { client } = setup([json(loaded, 200, headers)]);
    assert.equal((await client.records.load('p1')).etag, etag);
  }
});

test('each answer of a server becomes the error that says what to do', async () => {
  const issues = [{ path: 'administrative.fullName', code: 'required.missing', level: 'error' as const }];
  type Row = [
    status: number,
    body: { code: string },
    type: new (...args: never[]) => HttpError,
    code: string,
  ];
  const rows: Row[] = [
    [409, { code: 'person.exists' }, ConflictError, 'person.exists'],
    [412, { code: 'record.changed' }, ConflictError, 'record.changed'],
    [403, { code: 'access.needed' }, RefusedError, 'access.needed'],
    [422, { code: 'record.refused' }, RefusedError, 'record.refused'],
    [404, { code: 'record.notFound' }, HttpError, 'record.notFound'],
    [400, { code: 'Nguyễn Thị Đào 001190990001' }, HttpError, 'http.400'],
  ];
  for (const [status, body, type, code] of rows) {
    const { client } = setup([problem(status, { ...body, issues, version: 7, pid: 'p9' })]);
    const error = await rejection<HttpError>(client.records.load('p1'));
    assert.equal(error.constructor, type);
    assert.deepEqual([error.name, error.status, error.code], [type.name, status, code]);
    assert.deepEqual(error.problem?.issues, issues);
    if (error instanceof RefusedError) assert.deepEqual(error.issues, issues);
    if (error instanceof ConflictError)
      assert.deepEqual([error.current, error.pid], [{ etag: '"7"', version: 7 }, 'p9']);
  }
});

test('an error page that is no problem document is no definite answer', async () => {
  for (const status of [403, 409, 412, 422])
    for (const page of [
      () => new Response('<html>Hotel Wi-Fi</html>', { status }),
      json({ code: 'x.y' }, status),
    ]) {
      const { client } = setup([page]);
      const error = await rejection<HttpError>(client.records.load('p1'));
      assert.equal(error.constructor, HttpError);
      assert.equal(error.code, `http.${status}`);
    }
});

test('an answer that breaks the contract is refused with places, never values', async () => {
  const secret = 'Nguyễn Thị Đào';
  const bad = { ...loaded, version: secret, record: { ...record, administrative: { sex: secret } } };
  const error = await rejection<InvalidResponseError>(setup([json(bad)]).client.records.load('p1'));
  assert.ok(error instanceof InvalidResponseError);
  assert.deepEqual(error.issues, [
    { path: 'version', code: 'invalid_type' },
    { path: 'record.administrative.sex', code: 'invalid_value' },
  ]);
  assert.equal(JSON.stringify(error.issues).includes(secret), false);
  const html = await rejection<InvalidResponseError>(
    setup([() => new Response('<html>Log in</html>')]).client.records.load('p1'),
  );
  assert.deepEqual(html.issues, [{ path: '', code: 'notJson' }]);
});

test('keys from a newer server are kept', async () => {
  const newer = { ...loaded, later: { a: 1 }, record: { ...record, schemaVersion: 2, genome: { b: [2] } } };
  const answer = await setup([json(newer)]).client.records.load('p1');
  assert.deepEqual(answer['later'], { a: 1 });
  assert.deepEqual(answer.record, newer.record);
});

test('no message holds an address, an id or a value', async () => {
  const steps: Step[] = [
    cut,
    problem(404, { code: 'record.notFound', title: 'Nguyễn Thị Đào', detail: 'p-secret' }),
    json({ version: 'p-secret' }),
    problem(422, { code: 'record.refused', issues: [{ path: 'x', code: 'y', level: 'error' }] }),
  ];
  for (const step of steps) {
    const { client } = setup([step], { retry: false });
    const error = await rejection(client.records.load('p-secret'));
    assert.ok(error instanceof HealthRecordError);
    assert.match(error.message, /^[A-Z][a-z ]+ \([a-zA-Z0-9.]+\)$/);
    assert.doesNotMatch(String(error.stack?.split('\n')[0]), /secret|central|Đào/);
  }
});

test('a client without a good address is not made', () => {
  for (const baseUrl of [undefined, 'http://x.test/?pid=1', 'http://x.test/#a'])
    assert.throws(() => createClient({ baseUrl: baseUrl as string, token: 't' }), { code: 'client.baseUrl' });
});

test('pages are fetched as they are needed, from our own server whatever the link says', async () => {
  const entry = (version: number) => ({
    version,
    at: receipt.at,
    by: 'lan',
    facility: 'F',
    action: 'record.patch',
  });
  const { client, sent } = setup([
    json({ items: [entry(3), entry(2)] }, 200, {
      link: '<http://internal.test:9/x/v1/records/p1/versions?limit=2&cursor=2>; rel="next"',
    }),
    json({ items: [entry(1)] }, 200, { link: '</v1/records/p1/versions?limit=2>; rel="prev"' }),
  ]);
  const versions: number[] = [];
  for await (const { version } of client.records.versions('p1', { limit: 2 })) {
    versions.push(version);
    if (version === 3) assert.equal(sent.length, 1);
  }
  assert.deepEqual(versions, [3, 2, 1]);
  assert.deepEqual(
    sent.map((s) => s.request.url),
    [
      'http://central.test/api/v1/records/p1/versions?limit=2',
      'http://central.test/api/v1/records/p1/versions?limit=2&cursor=2',
    ],
  );
});

test('wrong uses are found by the compiler', () => {
  const { client } = setup([]);
  const calls = [
    // @ts-expect-error a patch needs the version it changes
    () => client.records.patch('p1', {}),
    // @ts-expect-error a record needs part A
    () => client.records.create({ schemaVersion: 1, capturedOn: '2026-11-20' }),
    // @ts-expect-error there is no such call
    () => client.request('record.delete', { params: { pid: 'p1' } }),
    // @ts-expect-error the path has another parameter
    () => client.request('record.load', { params: { id: 'p1' } }),
    // @ts-expect-error a batch line must name a write
    () => client.batches.send([{ key: 'line-0001', call: 'record.load', body: {} }]),
    // @ts-expect-error a name alone finds nobody
    () => client.persons.lookup({ fullName: 'An' }),
  ];
  assert.equal(calls.length, 6);
});
