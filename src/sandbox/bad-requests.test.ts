import assert from 'node:assert/strict';
import test from 'node:test';
import type { Problem } from '../client/index.ts';
import { stores } from './test-stores.ts';
import { makeWorld, person } from './test-world.ts';

type Row = [
  name: string,
  request: { method?: string; path: string; headers?: Record<string, string>; body?: BodyInit },
  status: number,
  code: string,
];

const token = { authorization: 'Bearer demo:nurse:TYT-01:lan' };
const json = { ...token, 'content-type': 'application/json', 'idempotency-key': 'bad-request-1' };
const create = (body: BodyInit, headers: Record<string, string> = json) => ({
  method: 'POST',
  path: '/v1/records',
  headers,
  body,
});
const patch = (body: string, headers: Record<string, string> = {}) => ({
  method: 'PATCH',
  path: '/v1/records/PID',
  headers: { ...json, 'if-match': '"1"', ...headers },
  body,
});
const get = (path: string, headers: Record<string, string> = token) => ({ path, headers });
const without = (name: string) => Object.fromEntries(Object.entries(json).filter(([key]) => key !== name));
const whole = (more: object) => JSON.stringify({ ...person(9), ...more });
const deep = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

const rows: Row[] = [
  ['no token', get('/v1/records/PID', {}), 401, 'token.required'],
  ['no bearer', get('/v1/records/PID', { authorization: 'Basic abc' }), 401, 'token.required'],
  ['an unknown token', get('/v1/records/PID', { authorization: 'Bearer abc' }), 401, 'token.invalid'],
  ['an unknown address', get('/v1/people'), 404, 'route.unknown'],
  ['a method that is not there', { ...get('/v1/records/PID'), method: 'DELETE' }, 404, 'route.unknown'],
  ['no JSON', create('{"a":'), 400, 'body.notJson'],
  ['an empty body', create(''), 400, 'body.notJson'],
  ['a number too large', create('{"a":1e999}'), 400, 'body.notJson'],
  ['no UTF-8', create(new Uint8Array([0x7b, 0xff, 0x7d])), 400, 'body.notText'],
  ['a character cut at the end', create(new Uint8Array([0x22, 0xe1, 0xba])), 400, 'body.notText'],
  ['10 MB', create(`{"a":"${'x'.repeat(10_000_000)}"}`), 413, 'body.tooLarge'],
  ['nested too deeply', create(deep(50)), 400, 'body.tooDeep'],
  ['nested without end', create(deep(100_000)), 400, 'body.tooDeep'],
  ['brackets without end', create('['.repeat(1_000_000)), 400, 'body.notJson'],
  ['no content type', create('{}', without('content-type')), 415, 'body.wrongType'],
  [
    'a form',
    create('a=1', { ...json, 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'body.wrongType',
  ],
  ['no idempotency key', create(whole({}), without('idempotency-key')), 400, 'idempotencyKey.required'],
  [
    'a short idempotency key',
    create(whole({}), { ...json, 'idempotency-key': 'x' }),
    400,
    'idempotencyKey.required',
  ],
  ['null', create('null'), 422, 'body.invalid'],
  ['a list', create('[]'), 422, 'body.invalid'],
  ['a text', create('"x"'), 422, 'body.invalid'],
  ['nothing of a record', create('{}'), 422, 'body.invalid'],
  ['an unknown field', create(whole({ admin: true })), 422, 'body.invalid'],
  [
    'an unknown field deep down',
    create(whole({ history: { allergies: { cat: 'x' } } })),
    422,
    'body.invalid',
  ],
  ['a wrong type', create(whole({ history: { allergies: { drug: 1 } } })), 422, 'body.invalid'],
  ['a list for a group', create(whole({ history: [] })), 422, 'body.invalid'],
  ['null for a value', create(whole({ history: { surgeries: null } })), 422, 'body.invalid'],
  ['too long a text', create(whole({ history: { surgeries: 'x'.repeat(20_001) } })), 422, 'body.invalid'],
  ['a row id with a point', create(whole({ examinations: { 'a.b': {} } })), 422, 'body.invalid'],
  ['a prototype key', create('{"__proto__":{"admin":true}}'), 400, 'body.forbiddenKey'],
  [
    'a prototype key in a record',
    create(whole({}).replace('{', '{"__proto__":{"a":1},')),
    400,
    'body.forbiddenKey',
  ],
  ['a constructor', create(whole({ history: { constructor: { prototype: 1 } } })), 400, 'body.forbiddenKey'],
  ['a NUL', create(whole({ history: { surgeries: 'a\0b' } })), 400, 'body.forbiddenText'],
  ['a NUL in a key', create(whole({ notes: { 'a\0b': 'x' } })), 400, 'body.forbiddenText'],
  [
    'half a character',
    create(whole({ history: { surgeries: 'a' } }).replace('"a"', '"\\ud83d"')),
    400,
    'body.forbiddenText',
  ],
  ['a capture in the future', create(whole({ capturedOn: '2126-01-01' })), 422, 'record.refused'],
  ['a capture in a year only', create(whole({ capturedOn: '2026' })), 422, 'record.refused'],
  ['a day that is none', create(whole({ capturedOn: '2026-02-31' })), 422, 'record.refused'],
  ['a known citizen number', create(JSON.stringify(person(1))), 409, 'person.exists'],
  ['a patch without If-Match', { ...patch('{}'), headers: json }, 428, 'ifMatch.required'],
  ['a patch of any version', patch('{}', { 'if-match': '*' }), 412, 'record.changed'],
  ['a patch of a weak version', patch('{}', { 'if-match': 'W/"1"' }), 412, 'record.changed'],
  ['a patch that is a list', patch('[1]'), 422, 'body.invalid'],
  ['a patch that removes everything', patch('{"administrative":null}'), 422, 'body.invalid'],
  ['a patch of the prototype', patch('{"administrative":{"__proto__":{"a":1}}}'), 400, 'body.forbiddenKey'],
  ['a patch that breaks a rule', patch('{"administrative":{"sex":null}}'), 422, 'record.refused'],
  ['a patch of nobody', { ...patch('{}'), path: '/v1/records/none' }, 404, 'record.notFound'],
  ['SQL for a pid', get("/v1/records/x'%20or%20'1'%3D'1"), 404, 'record.notFound'],
  ['a script for a pid', get('/v1/records/%3Cscript%3E'), 404, 'record.notFound'],
  ['NUL for a pid', get('/v1/records/%00'), 404, 'record.notFound'],
  ['a broken escape for a pid', get('/v1/records/%E0%A4%A'), 404, 'record.notFound'],
  ['a prototype key for a pid', get('/v1/records/__proto__'), 404, 'record.notFound'],
  ['a very long pid', get(`/v1/records/${'x'.repeat(5000)}`), 404, 'record.notFound'],
  ['SQL for a version', get('/v1/records/PID/versions/1;drop'), 404, 'version.notFound'],
  ['a version too large', get('/v1/records/PID/versions/99999999999'), 404, 'version.notFound'],
  ['a limit of text', get('/v1/records/PID/versions?limit=all'), 400, 'query.invalid'],
  ['a limit of nothing', get('/v1/records/PID/versions?limit=0'), 400, 'query.invalid'],
  ['a limit too large', get('/v1/records/PID/versions?limit=201'), 400, 'query.invalid'],
  ['SQL for a cursor', get('/v1/records/PID/versions?cursor=1%20or%201'), 400, 'query.invalid'],
  ['a cursor too large', get('/v1/records/PID/versions?cursor=99999999999'), 400, 'query.invalid'],
  ['a name in an address', get('/v1/rosters?fullName=An'), 400, 'query.invalid'],
  ['SQL for a group', get("/v1/rosters?group=x';--"), 404, 'group.notFound'],
  ['no group', get('/v1/rosters'), 404, 'group.notFound'],
  ['a look-up for everybody', { ...create('{}'), path: '/v1/persons/lookup' }, 422, 'body.invalid'],
  [
    'a look-up by name only',
    { ...create('{"fullName":"An"}'), path: '/v1/persons/lookup' },
    422,
    'body.invalid',
  ],
  [
    'a look-up with more than it takes',
    { ...create('{"identifier":{"kind":"citizenId","number":"1"},"all":true}'), path: '/v1/persons/lookup' },
    422,
    'body.invalid',
  ],
  [
    'a dose for no table',
    {
      ...create('{"table":"__x","capturedOn":"2026-11-20","dose":{}}'),
      path: '/v1/records/PID/immunizations',
    },
    422,
    'body.invalid',
  ],
  [
    'an unknown field around a visit',
    {
      ...create('{"capturedOn":"2026-11-20","examination":{},"by":"me"}'),
      path: '/v1/records/PID/examinations',
    },
    422,
    'body.invalid',
  ],
  [
    'an unknown field in a visit',
    {
      ...create('{"capturedOn":"2026-11-20","examination":{"price":1}}'),
      path: '/v1/records/PID/examinations',
    },
    422,
    'body.invalid',
  ],
  [
    'a consent without a decision',
    { ...create('{"purpose":"disclosure"}'), path: '/v1/records/PID/consents' },
    422,
    'body.invalid',
  ],
  ['a batch that is JSON', { ...create('{}'), path: '/v1/batches' }, 415, 'body.wrongType'],
];

for (const { name, open } of stores)
  test(`${name}: a bad request gets a clear problem, never a 500, and changes nothing`, async () => {
    const { store, close } = await open();
    try {
      const { sandbox, client } = makeWorld({ store });
      const { records } = client('nurse:TYT-01:lan');
      const { pid } = await records.create(person(1));
      for (const [what, { path, method = 'GET', headers = {}, body }, status, code] of rows) {
        const request = new Request(`http://central.test${path.replace('PID', pid)}`, {
          method,
          headers,
          ...(body === undefined ? {} : { body }),
        });
        const response = await sandbox.fetch(request);
        assert.equal(response.headers.get('content-type'), 'application/problem+json', what);
        const problem = (await response.json()) as Problem;
        assert.deepEqual([response.status, problem.status, problem.code], [status, status, code], what);
        assert.match(problem.title ?? '', /^\p{Lu}[^{}<>"]{5,90}$/u, what);
        assert.equal(response.headers.get('cache-control'), 'no-store', what);
      }
      const { version, record } = await records.load(pid);
      assert.deepEqual([version, record], [1, person(1)]);
      const known = await store.transaction((tx) =>
        tx.findByPerson('nguyen thi dao 9', '1990-03-19', undefined),
      );
      assert.deepEqual(known, []);
      assert.equal(({} as Record<string, unknown>)['admin'], undefined);
    } finally {
      await close();
    }
  });

test('a problem speaks Vietnamese, or English to those who ask for it', async () => {
  const { sandbox } = makeWorld();
  const title = async (language?: string) => {
    const headers: Record<string, string> = language ? { 'accept-language': language } : {};
    const response = await sandbox.fetch(new Request('http://central.test/v1/records/x', { headers }));
    return ((await response.json()) as Problem).title;
  };
  assert.equal(await title(), 'Cần đăng nhập');
  assert.equal(await title('vi-VN,vi;q=0.9,en;q=0.8'), 'Cần đăng nhập');
  assert.equal(await title('en-GB,en;q=0.9'), 'A token is required');
});

test('what the server itself cannot do is a 500 that says nothing, and is told to its owner', async () => {
  const told: unknown[] = [];
  const { sandbox } = makeWorld({
    verifyToken: () => {
      throw new Error('secret of Nguyễn Thị Đào');
    },
    onError: (error) => told.push(error),
  });
  const response = await sandbox.fetch(new Request('http://central.test/v1/records/x', { headers: token }));
  const text = await response.text();
  assert.equal(response.status, 500);
  assert.doesNotMatch(text, /secret|Đào/);
  assert.equal((JSON.parse(text) as Problem).code, 'server.failed');
  assert.equal(told.length, 1);
});

test('pages of other origins may call only where they are named', async () => {
  const preflight = async (cors: string[] | undefined, origin: string) => {
    const { sandbox } = makeWorld(cors ? { cors } : {});
    const response = await sandbox.fetch(
      new Request('http://central.test/v1/records', {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'if-match',
        },
      }),
    );
    return response.headers.get('access-control-allow-origin');
  };
  assert.equal(
    await preflight(['https://his.example.org'], 'https://his.example.org'),
    'https://his.example.org',
  );
  assert.equal(await preflight(['https://his.example.org'], 'https://evil.example.org'), null);
  assert.equal(await preflight(undefined, 'https://his.example.org'), null);
});
