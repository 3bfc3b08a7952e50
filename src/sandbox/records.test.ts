import assert from 'node:assert/strict';
import test from 'node:test';
import type { ConflictError, HttpError, RefusedError } from '../client/index.ts';
import { all, makeWorld, person, rejection, start } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const iso = (ms: number) => new Date(ms).toISOString();

test('a record that was created is read back equal, with its version as ETag', async () => {
  const { client } = makeWorld();
  const notes = { 'administrative.fullName': "<script>alert(1)</script>\n'; drop table x; -- 👩‍👩‍👧 Đ\u0300" };
  const record = person(1, { notes, unread: { 'administrative.email': 'không rõ' } });
  const made = await client(nurse).records.create(record);
  const loaded = await client(nurse).records.load(made.pid);
  assert.deepEqual(loaded.record, record);
  assert.deepEqual(
    { version: loaded.version, etag: loaded.etag, by: loaded.by, facility: loaded.facility, at: loaded.at },
    { version: 1, etag: '"1"', by: 'lan', facility: 'TYT-01', at: iso(start) },
  );
});

test('the answer to a new record says where it stands, also when it is given again', async () => {
  const { sandbox } = makeWorld({ basePath: '/central' });
  const headers = {
    authorization: `Bearer demo:${nurse}`,
    'content-type': 'application/json',
    'idempotency-key': 'key-00001',
  };
  for (const replay of [null, 'true']) {
    const body = JSON.stringify(person(1));
    const response = await sandbox.fetch(
      new Request('http://central.test/central/v1/records', { method: 'POST', headers, body }),
    );
    const { pid } = (await response.json()) as { pid: string };
    const of = (name: string) => response.headers.get(name);
    assert.deepEqual(
      [response.status, of('location'), of('etag'), of('idempotent-replay')],
      [201, `/central/v1/records/${pid}`, '"1"', replay],
    );
  }
});

test('the pid is no number of the person and does not repeat', async () => {
  const { client } = makeWorld();
  const pids = [];
  for (const n of [1, 2, 3]) pids.push((await client(nurse).records.create(person(n))).pid);
  assert.equal(new Set(pids).size, 3);
  for (const pid of pids) assert.match(pid, /^[0-9a-v]{20}$/);
});

test('a patch sets what it names, removes what is null, and keeps the rest', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const { pid } = await records.create(
    person(1, { history: { allergies: { drug: 'Penicillin', food: 'Tôm' }, surgeries: 'Không' } }),
  );
  const receipt = await records.patch(
    pid,
    { history: { allergies: { drug: null, other: 'Phấn' } } },
    { ifMatch: '"1"' },
  );
  assert.equal(receipt.version, 2);
  const { record, action } = await records.load(pid);
  assert.deepEqual(record.history, { allergies: { food: 'Tôm', other: 'Phấn' }, surgeries: 'Không' });
  assert.equal(action, 'record.patch');
});

test('a patch of an older version is refused with the version that stands, and changes nothing', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const { pid } = await records.create(person(1));
  await records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"1"' });
  const error = await rejection<ConflictError>(
    records.patch(pid, { administrative: { email: 'b@example.com' } }, { ifMatch: '"1"' }),
  );
  assert.equal(error.name, 'ConflictError');
  assert.equal(error.code, 'record.changed');
  assert.deepEqual(error.current, { version: 2, etag: '"2"' });
  assert.equal((await records.load(pid)).record.administrative.email, 'a@example.com');
});

test('a refused patch names the version that stands in its ETag too', async () => {
  const { client, sandbox } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  const headers = {
    authorization: `Bearer demo:${nurse}`,
    'content-type': 'application/merge-patch+json',
    'idempotency-key': 'key-00001',
    'if-match': '"9"',
  };
  const url = `http://central.test/v1/records/${pid}`;
  const response = await sandbox.fetch(new Request(url, { method: 'PATCH', headers, body: '{}' }));
  assert.deepEqual([response.status, response.headers.get('etag')], [412, '"1"']);
});

test('every version stays readable, and the history says who made it', async () => {
  const { client, clock } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  clock.now += 1000;
  await client('doctor:TYT-01:minh').records.patch(
    pid,
    { administrative: { email: 'a@example.com' } },
    { ifMatch: '"1"' },
  );
  const { records } = client(nurse);
  assert.deepEqual(await all(records.versions(pid, { limit: 1 })), [
    { version: 2, at: iso(start + 1000), by: 'minh', facility: 'TYT-01', action: 'record.patch' },
    { version: 1, at: iso(start), by: 'lan', facility: 'TYT-01', action: 'record.create' },
  ]);
  const first = await records.version(pid, 1);
  assert.equal(first.record.administrative.email, undefined);
  assert.equal(first.etag, '"1"');
  for (const version of [3, 0, 1.5, 1e12])
    assert.equal((await rejection<HttpError>(records.version(pid, version))).code, 'version.notFound');
});

test('a visit, a dose and a screening are appended without If-Match, with what stands beside them', async () => {
  const { client } = makeWorld();
  const { records, examinations, immunizations, screenings } = client(nurse);
  const { pid } = await records.create(person(1));
  const visit = await examinations.append(pid, {
    id: '0mwvisit1',
    capturedOn: '2026-11-21',
    examination: { examinedOn: '2026-11-21', vitals: { weightKg: 52.5 } },
    notes: { 'examinations.0mwvisit1.vitals.weightKg': 'mặc áo ấm' },
  });
  assert.deepEqual([visit.version, visit.rowId], [2, '0mwvisit1']);
  const dose = await immunizations.append(pid, {
    table: 'other',
    id: 'hpv1',
    capturedOn: '2026-11-21',
    dose: { givenOn: '2026-11-21' },
  });
  const screening = await screenings.append(pid, {
    capturedOn: '2026-11-20',
    screening: { rounds: { round1: { measuredOn: '2026-11-20' } } },
  });
  assert.deepEqual([dose.version, screening.version], [3, 4]);
  const { record } = await records.load(pid);
  assert.deepEqual(record.examinations, {
    '0mwvisit1': { examinedOn: '2026-11-21', vitals: { weightKg: 52.5 } },
  });
  assert.deepEqual(record.immunizations, { other: { hpv1: { givenOn: '2026-11-21' } } });
  assert.deepEqual(record.screenings, {
    [screening.rowId!]: { rounds: { round1: { measuredOn: '2026-11-20' } } },
  });
  assert.deepEqual(record.notes, { 'examinations.0mwvisit1.vitals.weightKg': 'mặc áo ấm' });
  // The later day is the day of capture now, so that a patch is not judged as on the day before the visit.
  assert.equal(record.capturedOn, '2026-11-21');
});

test('a row that is there already is not overwritten by an append', async () => {
  const { client } = makeWorld();
  const { records, immunizations } = client(nurse);
  const { pid } = await records.create(person(1, { immunizations: { basic: { bcg: { notGiven: true } } } }));
  const body = {
    table: 'basic' as const,
    id: 'bcg',
    capturedOn: '2026-11-20',
    dose: { givenOn: '2026-11-20' },
  };
  const error = await rejection<ConflictError>(immunizations.append(pid, body));
  assert.deepEqual([error.code, error.current?.version], ['row.exists', 1]);
  assert.deepEqual((await records.load(pid)).record.immunizations, { basic: { bcg: { notGiven: true } } });
});

test('what stands beside an appended row must belong to it', async () => {
  const { client } = makeWorld();
  const { records, examinations } = client(nurse);
  const { pid } = await records.create(person(1));
  const error = await rejection<RefusedError>(
    examinations.append(pid, {
      id: 'r1',
      capturedOn: '2026-11-20',
      examination: { examinedOn: '2026-11-20' },
      unread: { 'examinations.r10.doctor': 'x' },
    }),
  );
  assert.deepEqual(error.issues, [
    { path: 'examinations.r10.doctor', code: 'field.outsideRow', level: 'error' },
  ]);
});

test('a record with errors is refused with the place of each, one with warnings is taken', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const bad = person(1, {
    administrative: { fullName: '', email: 'không' },
    examinations: { r1: { doctor: 'x' } },
  });
  const error = await rejection<RefusedError>(records.create(bad));
  assert.equal(error.name, 'RefusedError');
  assert.equal(error.code, 'record.refused');
  assert.deepEqual(
    error.issues.filter((issue) => issue.level === 'error').map(({ path, code }) => [path, code]),
    [
      ['administrative.fullName', 'required.missing'],
      ['examinations.r1.examinedOn', 'required.missing'],
    ],
  );
  const receipt = await records.create(person(2, { unread: { 'administrative.email': 'xyz' } }));
  assert.deepEqual(
    receipt.warnings?.map(({ path, code }) => [path, code]),
    [['administrative.email', 'value.unread']],
  );
});

test('a pupil of whom only a class list is known may be sent without a commune, and nobody else', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const { currentAddress, ...administrative } = person(1).administrative;
  assert.ok(currentAddress);
  const screenings = { '2026-2027': { rounds: { round1: { weightKg: 50 } } } };
  const pupil = { schemaVersion: 1, capturedOn: '2026-11-20', administrative };
  const { pid } = await records.create({ ...pupil, screenings });
  assert.deepEqual((await records.load(pid)).record, { ...pupil, screenings });
  const refusal = await rejection<RefusedError>(
    records.patch(pid, { history: { surgeries: 'Không' } }, { ifMatch: '"1"' }),
  );
  assert.deepEqual(
    refusal.issues.map(({ path, code }) => `${path} ${code}`),
    ['administrative.currentAddress.commune required.missing'],
  );
});

test('the wrong shape is named at its path in the record, in an appended row too', async () => {
  const { client } = makeWorld();
  const { records, examinations, screenings } = client(nurse);
  const { pid } = await records.create(person(1));
  const round = { rounds: { round1: { weightKg: '20' } } } as never;
  const refused = await rejection<RefusedError>(
    screenings.append(pid, { id: '2026-2027', capturedOn: '2026-11-20', screening: round }),
  );
  const place = 'screenings.2026-2027.rounds.round1.weightKg';
  assert.deepEqual(refused.issues, [{ path: place, code: 'value.invalid', level: 'error' }]);
  const wrong = { vitals: { weightKg: '52' } } as never;
  const error = await rejection<RefusedError>(
    examinations.append(pid, { id: 'r1', capturedOn: '2026-11-20', examination: wrong }),
  );
  assert.deepEqual(
    [error.code, error.issues],
    ['body.invalid', [{ path: 'examinations.r1.vitals.weightKg', code: 'value.invalid', level: 'error' }]],
  );
});

test('a record is judged as on its day of capture, which may lie one day ahead at most', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const captured = (n: number, capturedOn: string) => records.create(person(n, { capturedOn }));
  assert.equal((await captured(1, '2026-11-22')).version, 1);
  for (const day of ['2026-11-23', '2030-01-01']) {
    const error = await rejection<RefusedError>(captured(2, day));
    assert.deepEqual(error.issues[0], { path: 'capturedOn', code: 'date.future', level: 'error' });
  }
  const future = person(3, { capturedOn: '2025-01-10', examinations: { r1: { examinedOn: '2025-01-11' } } });
  assert.equal((await rejection<RefusedError>(records.create(future))).issues[0]?.code, 'date.future');
});

test('keys the form does not know are refused in our version and kept from a newer one', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const extra = { history: { allergies: { drug: 'x', pollen: 'Phấn' } }, genome: { kept: [1, { a: null }] } };
  const error = await rejection<RefusedError>(records.create(person(1, extra)));
  assert.deepEqual(
    error.issues.map(({ path, code }) => [path, code]),
    [
      ['history.allergies.pollen', 'field.unknown'],
      ['genome', 'field.unknown'],
    ],
  );
  const newer = person(2, { ...extra, schemaVersion: 2 });
  const { pid } = await records.create(newer);
  assert.deepEqual((await records.load(pid)).record, newer);
});

test('the same key and body give the first answer again; another body under it is refused', async () => {
  const { client } = makeWorld();
  const { records, examinations } = client(nurse);
  const idempotencyKey = 'same-key-0001';
  const first = await records.create(person(1), { idempotencyKey });
  assert.deepEqual(await records.create(person(1), { idempotencyKey }), first);
  const error = await rejection<RefusedError>(records.create(person(2), { idempotencyKey }));
  assert.equal(error.code, 'idempotencyKey.reused');
  const visit = { capturedOn: '2026-11-20', examination: { examinedOn: '2026-11-20' } };
  const once = await examinations.append(first.pid, visit, { idempotencyKey: 'same-key-0002' });
  assert.deepEqual(await examinations.append(first.pid, visit, { idempotencyKey: 'same-key-0002' }), once);
  assert.equal((await records.load(first.pid)).version, 2);
  // Keys belong to a user of a facility: another one's is not touched.
  assert.equal((await client('nurse:TYT-01:hoa').records.create(person(3), { idempotencyKey })).version, 1);
});

test('a refused request leaves its key free for the corrected one', async () => {
  const { client } = makeWorld();
  const { records } = client(nurse);
  const idempotencyKey = 'same-key-0001';
  await rejection(records.create(person(1, { administrative: { fullName: '' } }), { idempotencyKey }));
  assert.equal((await records.create(person(1), { idempotencyKey })).version, 1);
});

test('an answer that was lost after the write is not written twice', async () => {
  const { client, sandbox } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  let lost = 0;
  const { examinations, records } = client(nurse, {
    fetch: async (request) => {
      const response = await sandbox.fetch(request);
      if (request.method === 'GET' || lost++ >= 2) return response;
      throw new TypeError('connection reset');
    },
  });
  const receipt = await examinations.append(pid, {
    capturedOn: '2026-11-20',
    examination: { examinedOn: '2026-11-20' },
  });
  assert.deepEqual([lost, receipt.version], [3, 2]);
  assert.equal((await records.load(pid)).version, 2);
});

test('a fault before a call is answered instead of it, and the client tries again', async () => {
  let faults = 0;
  const { client } = makeWorld({
    faults: {
      before: (name) =>
        name === 'record.create' && faults++ < 2 ? new Response('', { status: 503 }) : undefined,
    },
  });
  assert.equal((await client(nurse).records.create(person(1))).version, 1);
  assert.equal(faults, 3);
});

test('a second record for a citizen number is refused; its pid is told only to who may see it', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(person(1));
  const twin = person(1, { administrative: { fullName: 'Người Khác' } });
  const here = await rejection<ConflictError>(client(nurse).records.create(twin));
  assert.deepEqual([here.code, here.status, here.pid], ['person.exists', 409, pid]);
  const elsewhere = await rejection<ConflictError>(client('nurse:BV-02:an').records.create(twin));
  assert.deepEqual([elsewhere.code, elsewhere.pid], ['person.exists', undefined]);
  const other = await client(nurse).records.create(person(2));
  const patch = { administrative: { identifiers: { personal: { number: '001 190 990 001' } } } };
  const change = client(nurse).records.patch(other.pid, patch, { ifMatch: '"1"' });
  assert.equal((await rejection<ConflictError>(change)).code, 'person.exists');
  assert.equal((await client(nurse).records.load(other.pid)).version, 1);
});
