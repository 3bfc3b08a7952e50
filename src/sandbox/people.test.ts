import assert from 'node:assert/strict';
import test from 'node:test';
import type { HttpError } from '../client/index.ts';
import { all, makeWorld, person, rejection } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';

test('a look-up by a number gives just enough to tell people apart', async () => {
  const { client } = makeWorld();
  const { pid } = await client(nurse).records.create(
    person(1, { administrative: { ...person(1).administrative, fullName: 'Nguyễn Thị Đào Mẫu' } }),
  );
  const candidate = {
    pid,
    name: 'N. T. Đ. Mẫu',
    birthYear: '1990',
    sex: 'female',
    commune: 'Phường Ba Đình',
    identifierEnding: '001',
  };
  const query = { identifier: { kind: 'citizenId' as const, number: '001 190.990-001' } };
  assert.deepEqual(await client(nurse).persons.lookup(query), [{ ...candidate, mayLoad: true }]);
  assert.deepEqual(await client('doctor:BV-02:minh').persons.lookup(query), [
    { ...candidate, mayLoad: false },
  ]);
  assert.deepEqual(await client('school:TH-03:hoa').persons.lookup(query), []);
  for (const who of ['reviewer:SYT:ban', `citizen:VNeID:${pid}`])
    assert.equal((await rejection<HttpError>(client(who).persons.lookup(query))).code, 'access.denied');
});

test('a look-up finds a person by any number, and by name, birth date and commune', async () => {
  const { client } = makeWorld();
  const { records, persons } = client(nurse);
  const { pid } = await records.create(
    person(1, {
      administrative: {
        fullName: 'Nguyễn Thị Hoà Đào',
        identifiers: {
          personal: { kind: 'passport', number: 'c 1234567' },
          insurance: { kind: 'insuranceCard', number: 'GD4019909900001' },
        },
        permanentAddress: { commune: { code: '00008', text: 'Phường Ngọc Hà' } },
      },
    }),
  );
  const byName = (fullName: string, birthDate = '1990-03-19', commune = '00004') => ({
    fullName,
    birthDate,
    commune,
  });
  const rows: [query: Parameters<typeof persons.lookup>[0], found: boolean][] = [
    [{ identifier: { kind: 'passport', number: 'C1234567' } }, true],
    [{ identifier: { kind: 'insuranceCard', number: 'gd 4 01 9909900001' } }, true],
    [{ identifier: { kind: 'citizenId', number: 'C1234567' } }, false],
    [{ identifier: { kind: 'passport', number: 'C123456' } }, false],
    [byName('NGUYEN THI HOA DAO'), true],
    [byName('nguyễn  thị hòa đào', '1990'), true],
    [byName('Nguye\u0302\u0303n Thị Hoà Đào', '1990-03', '00008'), true],
    [byName('Nguyễn Thị Hoà'), false],
    [byName('Nguyễn Thị Hoà Đào', '1990-03-18'), false],
    [byName('Nguyễn Thị Hoà Đào', '1990-03-19', '00009'), false],
  ];
  for (const [query, found] of rows)
    assert.deepEqual(
      (await persons.lookup(query)).map((candidate) => candidate.pid),
      found ? [pid] : [],
      JSON.stringify(query),
    );
});

const pupils = [
  { fullName: 'Lê Văn An', birthDate: '2016-05-01', groups: { school: 'TH Mẫu', class: '1A' } },
  { fullName: 'Lê Văn Bình', birthDate: '2016-06-02', groups: { school: 'TH Mẫu', class: '1A' } },
  { fullName: 'Lê Văn Cường', birthDate: '2016-07-03', groups: { school: 'TH Mẫu', class: '1B' } },
];
const pupil = (n: number, fullName: string, birthDate: string) =>
  person(n, {
    administrative: {
      fullName,
      birthDate,
      sex: 'male',
      identifiers: { personal: { kind: 'temporary', number: `T${n}` } },
    },
  });

test('coverage counts who has a record and who is missing; the roster names them', async () => {
  const { client, sandbox } = makeWorld();
  const school = client('school:TH-03:hoa');
  const early = await client(nurse).records.create(pupil(1, 'LÊ VĂN CƯỜNG', '2016-07-03'));
  await sandbox.expect('TH-03', pupils);
  const { pid } = await school.records.create(pupil(2, 'Lê Văn An', '2016-05-01'));
  const classes = await all(school.coverage.list({ by: 'class', limit: 1 }));
  assert.deepEqual(
    classes.map(({ kind, name, expected, captured, missing }) => [kind, name, expected, captured, missing]),
    [
      ['class', '1A', 2, 1, 1],
      ['class', '1B', 1, 1, 0],
    ],
  );
  const [whole] = await all(school.coverage.list({ by: 'school', within: classes[0]!.group }));
  assert.deepEqual([whole?.name, whole?.expected], ['TH Mẫu', 2]);
  const group = whole!.group;
  assert.deepEqual(
    (await all(school.rosters.list({ group, limit: 1 }))).map((p) => [p.fullName, p.pid]),
    [
      ['Lê Văn An', pid],
      ['Lê Văn Bình', undefined],
      ['Lê Văn Cường', early.pid],
    ],
  );
  const missing = await all(school.rosters.list({ group, state: 'missing' }));
  assert.deepEqual(
    missing.map((p) => p.fullName),
    ['Lê Văn Bình'],
  );
});

test('a record that fits two expected people is linked to none of them', async () => {
  const { client, sandbox } = makeWorld();
  await sandbox.expect('TH-03', [pupils[0]!, pupils[0]!]);
  await client('school:TH-03:hoa').records.create(pupil(1, 'Lê Văn An', '2016-05-01'));
  const [group] = await all(client('school:TH-03:hoa').coverage.list({ by: 'class' }));
  assert.deepEqual([group?.expected, group?.captured], [2, 0]);
});

test('an expected person is recognised by number when the name was written otherwise', async () => {
  const { client, sandbox } = makeWorld();
  const identifier = { kind: 'citizenId', number: '001190990007' };
  await sandbox.expect('TYT-01', [
    { fullName: 'Đào (cô)', identifier, groups: { hamlet: 'Thôn 5', household: '0100400001' } },
  ]);
  await client(nurse).records.create(person(7));
  const [household] = await all(client(nurse).coverage.list({ by: 'household' }));
  assert.deepEqual([household?.name, household?.captured], ['0100400001', 1]);
});

test('a facility sees its own groups, a reviewer counts everywhere but no names', async () => {
  const { client, sandbox } = makeWorld();
  await sandbox.expect('TH-03', pupils);
  const [group] = await all(client('school:TH-03:hoa').coverage.list({ by: 'school' }));
  assert.deepEqual(await all(client(nurse).coverage.list({ by: 'school' })), []);
  assert.deepEqual(await all(client('reviewer:SYT:ban').coverage.list({ by: 'school' })), [group]);
  const roster = (who: string, id: string) => all(client(who).rosters.list({ group: id }));
  for (const [who, id, code] of [
    [nurse, group!.group, 'group.notFound'],
    ['school:TH-03:hoa', 'none', 'group.notFound'],
    ['reviewer:SYT:ban', group!.group, 'access.denied'],
    ['citizen:VNeID:x', group!.group, 'access.denied'],
  ] as const)
    assert.equal((await rejection<HttpError>(roster(who, id))).code, code);
  const within = all(client(nurse).coverage.list({ by: 'class', within: group!.group }));
  assert.equal((await rejection<HttpError>(within)).code, 'group.notFound');
  const unknown = all(client(nurse).coverage.list({ by: 'street' as 'class' }));
  assert.equal((await rejection<HttpError>(unknown)).code, 'query.invalid');
});

test('coverage tells who was seen on the day, by the clock of Viet Nam and by the facility of the group', async () => {
  const { client, clock, sandbox } = makeWorld();
  const school = client('school:TH-03:hoa');
  await client(nurse).records.create(pupil(1, 'Lê Văn Cường', '2016-07-03'));
  await sandbox.expect('TH-03', pupils);
  // 23:59 in Hà Nội, which is still the day before in Greenwich; a minute later it is the next day.
  clock.now = Date.parse('2026-11-21T16:59:00Z');
  const { pid } = await school.records.create(pupil(2, 'Lê Văn An', '2016-05-01'));
  const seen = async (who = school) =>
    (await all(who.coverage.list({ by: 'class' }))).map(({ captured, seenToday }) => [captured, seenToday]);
  const late = [
    [1, 1],
    [1, 0],
  ];
  assert.deepEqual(await seen(), late);
  assert.deepEqual(await seen(client('reviewer:SYT:ban')), late);
  clock.now = Date.parse('2026-11-21T17:00:00Z');
  assert.deepEqual(await seen(), [
    [1, 0],
    [1, 0],
  ]);
  const { etag } = await school.records.load(pid);
  await school.records.patch(pid, { administrative: { email: 'x@example.com' } }, { ifMatch: etag });
  assert.deepEqual(await seen(), late);
});
