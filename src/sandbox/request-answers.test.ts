import assert from 'node:assert/strict';
import test from 'node:test';
import { RefusedError } from '../client/index.ts';
import type { HttpError } from '../client/index.ts';
import { foldRequests, verifyEvents } from '../consent/index.ts';
import type { RequestOutcome } from '../consent/index.ts';
import type { ConsentEvent } from '../schema/index.ts';
import { deed } from './test-consents.ts';
import { all, makeWorld, person } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: HttpError) => error.code,
  );
// Asked on Friday the 20th, a day before the clock of the tests.
const days = { receivedAt: '2026-11-20T08:00:00+07:00', answerBy: '2026-11-24', doneBy: '2026-12-10' };
const asked = () => deed({ kind: 'request', purpose: '*', request: { type: 'erase', ...days } });

interface Given {
  readonly reason?: string;
  readonly to?: string;
  readonly more?: Partial<ConsentEvent>;
}
const answer = (to: ConsentEvent, outcome: RequestOutcome, given: Given = {}): ConsentEvent =>
  deed({
    kind: 'requestAnswer',
    purpose: '*',
    decidedAt: '2026-11-21T08:00:00+07:00',
    decidedBy: [],
    supersedes: [to.id],
    request: { type: 'erase', ...days, outcome, ...(given.to && { extendedTo: given.to }) },
    ...(given.reason && { reason: given.reason }),
    ...given.more,
  });

async function setup() {
  const world = makeWorld();
  const { pid } = await world.client(nurse).records.create(person(1));
  const citizen = world.client(`citizen:VNeID:${pid}`);
  const request = asked();
  await citizen.consents.append(pid, request);
  return { ...world, pid, citizen, request };
}

test('staff of the record’s facility answer a request, and nobody else, least of all who asked', async () => {
  const { client, pid, citizen, request } = await setup();
  const done = answer(request, 'answered');
  assert.equal(await codeOf(citizen.consents.append(pid, done)), 'access.denied');
  for (const who of ['doctor:BV-02:minh', `citizen:TYT-01:${pid}`, 'reviewer:TYT-01:ban'])
    assert.equal(await codeOf(client(who).consents.append(pid, done)), 'access.denied', who);
  assert.equal((await all(citizen.consents.list(pid))).length, 1);
  assert.equal(await codeOf(client('doctor:TYT-01:mai').consents.append(pid, done)), 'ok');
  const seen = await all(citizen.consents.list(pid));
  assert.deepEqual(verifyEvents(seen), []);
  assert.equal(foldRequests(seen, '2026-11-22T08:00:00+07:00')[0]!.state, 'answered');
  assert.equal(seen[1]!.recordedBy, 'mai');
  const log = await all(citizen.records.accessLog(pid));
  assert.ok(log.some(({ user, reason }) => user === pid && reason === 'access.denied'));
  assert.ok(log.some(({ user, reason }) => user === 'mai' && reason === 'requestAnswer *'));
});

test('an answer that is not right is refused with its code, and changes nothing', async () => {
  const { client, pid, request } = await setup();
  const { consents } = client(nurse);
  const because = 'Luật buộc giữ hồ sơ';
  const type = 'view' as const;
  const other = deed({ kind: 'notice', purpose: 'record', decision: 'informed' });
  await consents.append(pid, other);
  const rows: [what: string, code: string, event: ConsentEvent][] = [
    ['a request nobody made', 'consent.chain', answer(asked(), 'answered')],
    ['to what is no request', 'consent.chain', answer(other, 'answered')],
    [
      'of another type',
      'consent.kind',
      answer(request, 'answered', { more: { request: { type, ...days, outcome: 'answered' } } }),
    ],
    [
      'says nothing',
      'consent.kind',
      answer(request, 'answered', { more: { request: { type: 'erase', ...days } } }),
    ],
    ['says what nobody knows', 'consent.kind', answer(request, 'forgotten' as RequestOutcome)],
    [
      'to two at once',
      'consent.kind',
      answer(request, 'answered', { more: { supersedes: [request.id, other.id] } }),
    ],
    [
      'by the person',
      'consent.kind',
      answer(request, 'answered', { more: { decidedBy: [{ role: 'self', name: 'Nguyễn Thị Mẫu' }] } }),
    ],
    ['refused without a reason', 'consent.reason', answer(request, 'refused')],
    ['extended without a reason', 'consent.reason', answer(request, 'extended', { to: '2026-12-20' })],
    ['extended without a day', 'consent.kind', answer(request, 'extended', { reason: because })],
    ['a day with what is no extension', 'consent.kind', answer(request, 'answered', { to: '2026-12-20' })],
    [
      'extended beyond the law',
      'consent.extension',
      answer(request, 'extended', { to: '2026-12-31', reason: because }),
    ],
    [
      'a request that is answered already',
      'consent.kind',
      deed({ kind: 'request', purpose: '*', request: { type, ...days, outcome: 'answered' } }),
    ],
    [
      'a request that is extended already',
      'consent.kind',
      deed({ kind: 'request', purpose: '*', request: { type, ...days, extendedTo: '2026-12-20' } }),
    ],
    [
      'taken down elsewhere',
      'consent.collector',
      answer(request, 'answered', { more: { collector: { user: 'lan', facility: 'BV-02' } } }),
    ],
  ];
  for (const [what, code, event] of rows) assert.equal(await codeOf(consents.append(pid, event)), code, what);
  assert.equal((await all(consents.list(pid))).length, 2);
});

test('a request is extended once and has one end; the same answer twice is one', async () => {
  const { client, pid, request } = await setup();
  const { consents } = client(nurse);
  const longer = answer(request, 'extended', { to: '2026-12-20', reason: 'Còn chờ bên lưu trữ' });
  const first = await consents.append(pid, longer);
  assert.deepEqual(await consents.append(pid, longer), first);
  const again = answer(request, 'extended', { to: '2026-12-25', reason: 'Vẫn còn chờ' });
  assert.equal(await codeOf(consents.append(pid, again)), 'consent.extension');
  assert.equal(await codeOf(consents.append(pid, answer(request, 'answered'))), 'ok');
  for (const outcome of ['answered', 'refused', 'received'] as const) {
    const late = consents.append(pid, answer(request, outcome, { reason: 'Luật buộc giữ' }));
    assert.equal(await codeOf(late), 'consent.requestClosed', outcome);
    await assert.rejects(late, RefusedError);
  }
});

test('what was asked and answered before there was a record stands with it', async () => {
  const { client } = makeWorld();
  const { records, consents } = client(nurse);
  const request = asked();
  const { pid } = await records.create(person(2), {
    consents: [request, answer(request, 'received'), answer(asked(), 'answered')],
  });
  const kinds = (await all(consents.list(pid))).map(({ event }) => event.kind);
  assert.deepEqual(kinds, ['request', 'requestAnswer']);
});
