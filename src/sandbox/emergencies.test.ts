import assert from 'node:assert/strict';
import test from 'node:test';
import { ConflictError, RefusedError } from '../client/index.ts';
import type { HttpError } from '../client/index.ts';
import { verifyEvents } from '../consent/index.ts';
import { deed } from './test-consents.ts';
import { stores } from './test-stores.ts';
import { all, makeWorld, person, rejection, start } from './test-world.ts';
import type { World } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const elsewhere = 'doctor:BV-02:minh';
const reviewer = 'reviewer:SYT:ban';
const hour = 3_600_000;
const because = { basis: 'unconscious', reason: 'Tai nạn giao thông' } as const;
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: HttpError) => error.code,
  );

async function setup(options: Parameters<typeof makeWorld>[0] = {}): Promise<World & { pid: string }> {
  const world = makeWorld(options);
  const { pid } = await world.client(nurse).records.create(person(1));
  return { ...world, pid };
}

test('emergency access opens reading and adding to one user for four hours', async () => {
  const { client, clock, pid } = await setup();
  const { emergency, records, examinations } = client(elsewhere);
  const opened = await emergency.open(pid, because);
  assert.equal(Date.parse(opened.until), start + 4 * hour);
  assert.equal((await records.load(pid)).version, 1);
  await examinations.append(pid, { capturedOn: '2026-11-21', examination: { examinedOn: '2026-11-21' } });
  const change = records.patch(pid, { administrative: { email: 'a@example.com' } }, { ifMatch: '"2"' });
  const refused = await rejection<HttpError>(change);
  assert.ok(refused instanceof RefusedError);
  assert.equal(refused.code, 'access.needed');
  assert.equal(await codeOf(client('doctor:BV-02:khoa').records.load(pid)), 'access.needed');
  clock.now += 4 * hour - 1;
  assert.equal(await codeOf(records.load(pid)), 'ok');
  clock.now += 1;
  for (const call of [
    () => records.load(pid),
    () => examinations.append(pid, { capturedOn: '2026-11-21', examination: { examinedOn: '2026-11-21' } }),
  ])
    assert.equal(await codeOf(call()), 'access.needed');
});

test('how long an emergency lasts is a setting', async () => {
  const { client, clock, pid } = await setup({ emergencyMs: hour });
  await client(elsewhere).emergency.open(pid, because);
  clock.now += hour;
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'access.needed');
});

for (const { name, open } of stores)
  test(`${name}: an emergency is closed before its time, reviewed once, and the person sees all of it`, async () => {
    const { store, close } = await open();
    try {
      const { client, clock, pid } = await setup({ store });
      const { emergency, records } = client(elsewhere);
      const access = await emergency.open(pid, because);
      await records.load(pid);
      const reviews = () => all(client(reviewer).emergency.list());
      const [waiting] = await reviews();
      assert.deepEqual(waiting, { ...access, ...because, user: 'minh', facility: 'BV-02' });
      // No name, number or birth date of the person is in it.
      assert.doesNotMatch(JSON.stringify(waiting), /Đào|1990|00119/);
      const found = { outcome: 'misuse', words: 'Người bệnh không cấp cứu' } as const;
      const judge = () => client(reviewer).emergency.review(pid, access.id, found);
      const early = await rejection<ConflictError>(judge());
      assert.ok(early instanceof ConflictError);
      assert.equal(early.code, 'emergency.open');

      clock.now += 60_000;
      assert.equal(
        await codeOf(client('doctor:BV-02:khoa').emergency.close(pid, access.id)),
        'emergency.notFound',
      );
      const closed = await emergency.close(pid, access.id);
      assert.equal(closed.until, new Date(clock.now).toISOString());
      assert.equal(await codeOf(records.load(pid)), 'access.needed');
      assert.deepEqual(await emergency.close(pid, access.id), closed);

      clock.now += 60_000;
      const reviewed = await judge();
      assert.deepEqual(
        [reviewed.reviewer, reviewed.outcome, reviewed.words],
        ['ban', ...Object.values(found)],
      );
      assert.equal(await codeOf(judge()), 'emergency.reviewed');
      assert.deepEqual(await reviews(), []);
      assert.deepEqual(await all(client(reviewer).emergency.list({ state: 'reviewed' })), [reviewed]);

      const citizen = client(`citizen:VNeID:${pid}`);
      const log = (await all(citizen.records.accessLog(pid))).filter(({ ground }) => ground !== 'refused');
      assert.deepEqual(
        log.map(({ user, facility, action, ground, reason }) => [user, facility, action, ground, reason]),
        [
          ['ban', 'SYT', 'emergency.review', 'review', 'misuse: Người bệnh không cấp cứu'],
          ['minh', 'BV-02', 'emergency.close', 'emergency', undefined],
          ['minh', 'BV-02', 'record.load', 'emergency', undefined],
          ['minh', 'BV-02', 'emergency.open', 'emergency', 'unconscious: Tai nạn giao thông'],
          ['lan', 'TYT-01', 'record.create', 'facility', undefined],
        ],
      );
      assert.deepEqual(
        log.map(({ at }) => Date.parse(at) - start),
        [120_000, 60_000, 0, 0, 0],
      );
      const events = await all(citizen.consents.list(pid));
      assert.deepEqual(
        events.map(({ event: { id, kind, reason, supersedes, override } }) => [
          id === access.id,
          kind,
          reason,
          supersedes,
          override?.outcome,
          override?.until,
        ]),
        [
          [true, 'emergencyOverride', because.reason, undefined, undefined, access.until],
          [false, 'emergencyOverride', because.reason, [access.id], undefined, closed.until],
          [false, 'emergencyOverride', found.words, [access.id], 'misuse', closed.until],
        ],
      );
      assert.deepEqual(verifyEvents(events), []);
    } finally {
      await close();
    }
  });

test('only clinical staff open an emergency, with a reason, and on a record that exists', async () => {
  const { client, pid } = await setup();
  const body = { basis: 'lifeThreat' as const, reason: 'Sốc phản vệ' };
  for (const who of ['school:TH-03:hoa', reviewer, `citizen:VNeID:${pid}`])
    assert.equal(await codeOf(client(who).emergency.open(pid, body)), 'access.denied');
  assert.equal(await codeOf(client(elsewhere).emergency.open('none', body)), 'record.notFound');
  for (const wrong of [
    { ...body, reason: '' },
    { ...body, reason: 'x' },
    { reason: body.reason },
    { ...body, basis: 'curious' },
  ])
    assert.equal(await codeOf(client(elsewhere).emergency.open(pid, wrong as typeof body)), 'body.invalid');
  assert.deepEqual(await all(client(reviewer).emergency.list()), []);
  assert.deepEqual(await all(client(nurse).consents.list(pid)), []);
});

test('only a reviewer sees and judges emergencies, with words', async () => {
  const { client, clock, pid } = await setup();
  const { id } = await client(elsewhere).emergency.open(pid, because);
  clock.now += 5 * hour;
  const found = { outcome: 'justified', words: 'Đúng là cấp cứu' } as const;
  for (const who of [nurse, elsewhere, 'school:TH-03:hoa', `citizen:VNeID:${pid}`]) {
    assert.equal(await codeOf(client(who).emergency.review(pid, id, found)), 'access.denied', who);
    assert.equal(await codeOf(all(client(who).emergency.list())), 'access.denied', who);
  }
  for (const wrong of [{ ...found, words: '' }, { words: found.words }, { ...found, outcome: 'maybe' }])
    assert.equal(
      await codeOf(client(reviewer).emergency.review(pid, id, wrong as typeof found)),
      'body.invalid',
    );
  for (const other of ['none-0001', 'x', "x'--"])
    assert.equal(await codeOf(client(reviewer).emergency.review(pid, other, found)), 'emergency.notFound');
  const { records } = client(nurse);
  const elses = await records.create(person(2));
  assert.equal(await codeOf(client(reviewer).emergency.review(elses.pid, id, found)), 'emergency.notFound');
  assert.equal((await all(client(reviewer).emergency.list()))[0]?.outcome, undefined);
});

test('an emergency opens a record that is only to be kept, and never counts as a consent', async () => {
  const { client, clock, pid } = await setup();
  await client(elsewhere).emergency.open(pid, because);
  clock.now += 5 * hour;
  assert.equal(await codeOf(client(elsewhere).records.load(pid)), 'access.needed');
  const restriction = deed({ kind: 'restriction', purpose: 'record' });
  await client(`citizen:VNeID:${pid}`).consents.append(pid, restriction);
  assert.equal(await codeOf(client(nurse).records.load(pid)), 'access.restricted');
  await client(nurse).emergency.open(pid, because);
  assert.equal(await codeOf(client(nurse).records.load(pid)), 'ok');
});
