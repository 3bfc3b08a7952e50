import assert from 'node:assert/strict';
import test from 'node:test';
import type { HttpError } from '../client/index.ts';
import { verifyDemoToken } from './access.ts';
import { all, makeWorld, person, rejection } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const elsewhere = 'doctor:BV-02:minh';

test('a demo token says role, facility and user; anything else is nobody', () => {
  assert.deepEqual(verifyDemoToken('demo:nurse:TYT-01:lan'), {
    role: 'nurse',
    facility: 'TYT-01',
    user: 'lan',
  });
  for (const token of [
    '',
    'demo',
    'demo:nurse:TYT-01',
    'demo:nurse::lan',
    'demo:nurse:TYT-01:',
    'demo:admin:TYT-01:lan',
    'demo:nurse:TYT-01:lan:more',
    'real:nurse:TYT-01:lan',
    "demo:nurse:TYT-01:x'--",
  ])
    assert.equal(verifyDemoToken(token), undefined, token);
});

test('who may do what with a record of one facility', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  await client(nurse).records.create(person(2));
  const visit = { capturedOn: '2026-11-20', examination: { examinedOn: '2026-11-20' } };
  const patch = (who: string) =>
    client(who).records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"0"' });
  // `ok` = done; `record.changed` = allowed, but the version was wrong on purpose.
  const rows: [who: string, load: string, append: string, patch: string, accessLog: string][] = [
    [nurse, 'ok', 'ok', 'record.changed', 'access.denied'],
    ['school:TYT-01:thu', 'ok', 'ok', 'record.changed', 'access.denied'],
    [elsewhere, 'access.needed', 'access.needed', 'access.needed', 'access.denied'],
    ['nurse:BV-02:an', 'access.needed', 'access.needed', 'access.needed', 'access.denied'],
    ['school:TH-03:hoa', 'record.notFound', 'record.notFound', 'record.notFound', 'access.denied'],
    ['reviewer:SYT:ban', 'ok', 'access.denied', 'access.denied', 'ok'],
    [`citizen:VNeID:${pid}`, 'ok', 'access.denied', 'access.denied', 'ok'],
    ['citizen:VNeID:someone', 'record.notFound', 'access.denied', 'access.denied', 'record.notFound'],
  ];
  for (const [who, ...expected] of rows) {
    const { records, examinations } = client(who);
    const outcomes = [];
    for (const call of [
      () => records.load(pid),
      () => examinations.append(pid, visit),
      () => patch(who),
      () => all(records.accessLog(pid)),
    ])
      outcomes.push(
        await call().then(
          () => 'ok',
          (error: HttpError) => error.code,
        ),
      );
    assert.deepEqual(outcomes, expected, who);
  }
});

test('what is closed to someone is closed by every way to read it', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  for (const [who, code] of [
    [elsewhere, 'access.needed'],
    ['school:TH-03:hoa', 'record.notFound'],
  ] as const) {
    const { records, consents } = client(who);
    for (const call of [
      () => records.load(pid),
      () => records.version(pid, 1),
      () => all(records.versions(pid)),
      () => all(consents.list(pid)),
    ])
      assert.equal((await rejection<HttpError>(call())).code, code);
  }
});

test('to a school and a citizen a record out of reach looks like one that does not exist', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  for (const who of ['school:TH-03:hoa', 'citizen:VNeID:someone']) {
    const closed = await rejection<HttpError>(client(who).records.load(pid));
    const none = await rejection<HttpError>(client(who).records.load('nothere'));
    assert.deepEqual([closed.status, closed.problem], [none.status, none.problem]);
  }
});

test('every read and write of a record stands in its access log, page by page', async () => {
  const { client } = makeWorld();
  const { records, persons, consents } = client(nurse);
  const { pid } = await records.create(person(1));
  await records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"1"' });
  await records.load(pid);
  await records.version(pid, 1);
  await all(records.versions(pid));
  await all(consents.list(pid));
  await persons.lookup({ identifier: { kind: 'citizenId', number: '001190990001' } });
  const citizen = client(`citizen:VNeID:${pid}`);
  const log = await all(citizen.records.accessLog(pid, { limit: 100 }));
  assert.deepEqual(
    log.map((entry) => entry.action),
    [
      'person.lookup',
      'consent.list',
      'record.versions',
      'record.version',
      'record.load',
      'record.patch',
      'record.create',
    ],
  );
  for (const entry of log)
    assert.deepEqual([entry.user, entry.role, entry.facility], ['lan', 'nurse', 'TYT-01']);
  // Looking into the log is looking, too.
  assert.equal((await all(citizen.records.accessLog(pid, { limit: 2 })))[0]?.action, 'accessLog.load');
});
