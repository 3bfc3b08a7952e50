import assert from 'node:assert/strict';
import test from 'node:test';
import type { ConsentEvent, HttpError } from '../client/index.ts';
import { disclosureGranted, groundFor, verifyDemoToken } from './access.ts';
import type { Action, Caller } from './access.ts';
import { createMemoryStore } from './memory-store.ts';
import { all, makeWorld, person, rejection, start } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const elsewhere = 'doctor:BV-02:minh';
const decidedAt = '2026-11-20T08:00:00+07:00';
const disclosure = (decision: ConsentEvent['decision'], more: Partial<ConsentEvent> = {}): ConsentEvent => ({
  purpose: 'disclosure',
  decision,
  decidedAt,
  ...more,
});

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

test('a person and a reviewer only ever read', async () => {
  const store = createMemoryStore();
  const ground = (role: Caller['role'], user: string, action: Action) =>
    store.transaction((tx) =>
      groundFor(tx, { role, user, facility: 'F' }, { pid: 'p', home: 'F' }, action, ''),
    );
  for (const action of ['append', 'change'] as const) {
    assert.equal(await ground('citizen', 'p', action), undefined);
    assert.equal(await ground('reviewer', 'ban', action), undefined);
    assert.equal(await ground('nurse', 'lan', action), 'facility');
  }
  assert.equal(await ground('citizen', 'p', 'read'), 'self');
  assert.equal(await ground('citizen', 'q', 'read'), undefined);
  assert.equal(await ground('reviewer', 'ban', 'read'), 'review');
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

test('consent to disclosure opens a record to the facility it names, until it is withdrawn', async () => {
  const { client, clock } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  const citizen = client(`citizen:VNeID:${pid}`);
  await citizen.consents.append(pid, disclosure('granted', { recipient: 'BV-02', noticeHash: 'abc' }));
  const { record } = await client(elsewhere).records.load(pid);
  assert.equal(record.administrative.sex, 'female');
  await client(elsewhere).records.patch(
    pid,
    { administrative: { email: 'a@example.com' } },
    { ifMatch: '"1"' },
  );
  assert.equal(
    (await rejection<HttpError>(client('nurse:BV-03:an').records.load(pid))).code,
    'access.needed',
  );
  clock.now += 60_000;
  await citizen.consents.append(pid, disclosure('withdrawn', { recipient: 'BV-02' }));
  assert.equal((await rejection<HttpError>(client(elsewhere).records.load(pid))).code, 'access.needed');
  assert.deepEqual(
    (await all(citizen.consents.list(pid, { limit: 1 }))).map((c) => [
      c.seq,
      c.recordedAt,
      c.recordedBy,
      c.event,
    ]),
    [
      [
        1,
        new Date(start).toISOString(),
        pid,
        disclosure('granted', { recipient: 'BV-02', noticeHash: 'abc' }),
      ],
      [2, new Date(start + 60_000).toISOString(), pid, disclosure('withdrawn', { recipient: 'BV-02' })],
    ],
  );
});

test('the last decision about disclosure that concerns a facility counts; none means no', () => {
  const rows: [events: ConsentEvent[], granted: boolean][] = [
    [[], false],
    [[disclosure('granted')], true],
    [[disclosure('granted', { recipient: 'B' })], true],
    [[disclosure('granted', { recipient: 'C' })], false],
    [[disclosure('granted'), disclosure('denied')], false],
    [[disclosure('denied'), disclosure('granted')], true],
    [[disclosure('granted'), disclosure('withdrawn', { recipient: 'B' })], false],
    [[disclosure('granted'), disclosure('withdrawn', { recipient: 'C' })], true],
    [[disclosure('granted'), disclosure('deferred')], true],
    [[disclosure('granted'), disclosure('denied', { purpose: 'research' })], true],
    [[disclosure('granted', { purpose: 'research' })], false],
    [[disclosure('granted', { validTo: '2026-11-21' })], true],
    [[disclosure('granted', { validTo: '2026-11-20' })], false],
    [[disclosure('granted', { validTo: '2026' })], true],
    [[disclosure('granted', { validTo: '2026-10' })], false],
  ];
  for (const [events, granted] of rows)
    assert.equal(disclosureGranted(events, 'B', '2026-11-21'), granted, JSON.stringify(events));
});

test('staff elsewhere may record the consent that opens a record, a school only for its own', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  for (const who of ['school:TH-03:hoa', 'citizen:VNeID:someone'])
    assert.equal(
      (await rejection<HttpError>(client(who).consents.append(pid, disclosure('granted')))).code,
      'record.notFound',
    );
  assert.equal(
    (await client(elsewhere).consents.append(pid, disclosure('granted', { recipient: 'BV-02' }))).seq,
    1,
  );
  assert.equal((await client(elsewhere).records.load(pid)).version, 1);
});

test('emergency access opens reading and adding for one user and one hour, and is logged with its reason', async () => {
  const { client, clock } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  const { emergency, records, examinations } = client(elsewhere);
  const opened = await emergency.open(pid, { basis: 'unconscious', reason: 'Tai nạn giao thông' });
  assert.equal(Date.parse(opened.until), start + 3_600_000);
  assert.equal((await records.load(pid)).version, 1);
  await examinations.append(pid, { capturedOn: '2026-11-21', examination: { examinedOn: '2026-11-21' } });
  const change = records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"2"' });
  assert.equal((await rejection<HttpError>(change)).code, 'access.needed');
  assert.equal(
    (await rejection<HttpError>(client('doctor:BV-02:khoa').records.load(pid))).code,
    'access.needed',
  );
  clock.now += 3_600_000;
  assert.equal((await rejection<HttpError>(records.load(pid))).code, 'access.needed');
  const log = await all(client('reviewer:SYT:ban').records.accessLog(pid));
  assert.deepEqual(
    log.map(({ user, action, ground, reason }) => [user, action, ground, reason]),
    [
      ['minh', 'examination.append', 'emergency', undefined],
      ['minh', 'record.load', 'emergency', undefined],
      ['minh', 'emergency.open', 'emergency', 'unconscious: Tai nạn giao thông'],
      ['lan', 'record.create', 'facility', undefined],
    ],
  );
});

test('only clinical staff open an emergency, with a reason, and on a record that exists', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  const body = { basis: 'lifeThreat' as const, reason: 'Sốc phản vệ' };
  for (const who of ['school:TH-03:hoa', 'reviewer:SYT:ban', `citizen:VNeID:${pid}`])
    assert.equal((await rejection<HttpError>(client(who).emergency.open(pid, body))).code, 'access.denied');
  assert.equal(
    (await rejection<HttpError>(client(elsewhere).emergency.open('none', body))).code,
    'record.notFound',
  );
  const empty = client(elsewhere).emergency.open(pid, { ...body, reason: '' });
  assert.equal((await rejection<HttpError>(empty)).code, 'body.invalid');
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
