import assert from 'node:assert/strict';
import test from 'node:test';
import { isDue, newEntry, reopened, resumed, retryDelay, settled } from './entry.ts';
import type { Answer, Entry } from './entry.ts';

const now = Date.parse('2026-11-21T01:00:00Z');
const record = { schemaVersion: 1, administrative: { fullName: 'Nguyễn Thị Mẫu' } } as never;
const request = { key: 'capture-1', pid: undefined, ifMatch: undefined, body: '{}' };

const sending = (given: Partial<Entry> = {}): Entry => ({
  ...newEntry({ id: 'capture-1', call: 'record.create', group: 'capture:capture-1', at: now, record }),
  ...{ state: 'sending', request, attempts: 1 },
  ...given,
});
const patch: Partial<Entry> = { call: 'record.patch', pid: 'p1' };
const row: Partial<Entry> = { call: 'examination.append', pid: 'p1', record: undefined, body: {} };
const consent: Partial<Entry> = { call: 'consent.append', pid: 'p1', record: undefined, body: {} };
const unsure = { unsure: { request, record, isMerged: false } };
const merged = { unsure: { request, record, isMerged: true } };

const receipt = { pid: 'p1', version: 3, at: '2026-11-21T01:00:00Z' };
const done: Answer = { kind: 'done', receipt };
const lost: Answer = { kind: 'lost' };
const says = (status: number, code: string): Answer => ({
  kind: 'problem',
  status,
  problem: { code, issues: [{ path: 'capturedOn', code: 'date.future', level: 'error' }] },
});

/** State, key or not, series, stale, code of the problem: what an answer makes of an entry on its way. */
const shown = ({ state, request, series, isStale, problem, retryAt }: Entry): string =>
  [
    state,
    request ? 'same request' : `series ${series}`,
    isStale ? 'stale' : '',
    problem?.code ?? '',
    retryAt === undefined ? '' : `in ${retryAt - now}`,
  ]
    .filter(Boolean)
    .join(', ');

const table: readonly [string, Partial<Entry>, Answer, string][] = [
  ['done', {}, done, 'done, same request'],
  ['a stored consent', consent, { kind: 'done', receipt: undefined }, 'done, same request'],
  ['no answer', {}, lost, 'retry, same request, in 1000'],
  ['not sent this time', { attempts: 3 }, { kind: 'unsent' }, 'retry, same request'],
  ['401', {}, says(401, 'token.invalid'), 'retry, same request, token.invalid, in 1000'],
  ['408', {}, says(408, 'timeout'), 'retry, same request, timeout, in 1000'],
  ['425', {}, says(425, 'tooEarly'), 'retry, same request, tooEarly, in 1000'],
  ['429', {}, says(429, 'server.busy'), 'retry, same request, server.busy, in 1000'],
  ['500', {}, says(500, 'server.failed'), 'retry, same request, server.failed, in 1000'],
  ['503', {}, says(503, 'server.busy'), 'retry, same request, server.busy, in 1000'],
  ['400', {}, says(400, 'body.notJson'), 'refused, series 1, body.notJson'],
  ['403', {}, says(403, 'access.needed'), 'refused, series 1, access.needed'],
  ['404', patch, says(404, 'record.notFound'), 'refused, series 1, record.notFound'],
  ['413', {}, says(413, 'body.tooLarge'), 'refused, series 1, body.tooLarge'],
  ['422', {}, says(422, 'record.refused'), 'refused, series 1, record.refused'],
  ['a known person', {}, says(409, 'person.exists'), 'conflict, series 1, person.exists'],
  ['a known person in a change', patch, says(409, 'person.exists'), 'refused, series 1, person.exists'],
  ['a changed record', patch, says(412, 'record.changed'), 'waiting, series 1, stale, record.changed'],
  ['a row that is there', row, says(409, 'row.exists'), 'waiting, series 1, stale, row.exists'],
  ['a changed record, for a creation', {}, says(412, 'record.changed'), 'refused, series 1, record.changed'],
  [
    'a key that was used, for a change',
    patch,
    says(422, 'idempotencyKey.reused'),
    'waiting, series 1, stale, idempotencyKey.reused',
  ],
  [
    'a key that was used, for a creation',
    {},
    says(422, 'idempotencyKey.reused'),
    'refused, series 1, idempotencyKey.reused',
  ],
  [
    'a key that was used, for a consent',
    consent,
    says(422, 'idempotencyKey.reused'),
    'refused, series 1, idempotencyKey.reused',
  ],
  [
    'overtaken for the fourth time',
    { ...patch, series: 3 },
    says(412, 'record.changed'),
    'retry, series 4, stale, record.changed, in 1000',
  ],
  ['what was corrected had been done', unsure, done, 'waiting, series 1'],
  ['what was corrected had been done, merged', merged, done, 'waiting, series 1, stale'],
  ['what was corrected is unanswered still', unsure, lost, 'retry, same request, in 1000'],
  [
    'what was corrected meets an expired login',
    unsure,
    says(401, 'token.invalid'),
    'retry, same request, token.invalid, in 1000',
  ],
  [
    'what was corrected meets a busy server',
    unsure,
    says(503, 'server.busy'),
    'retry, same request, server.busy, in 1000',
  ],
  ['what was corrected makes the server fail', unsure, says(500, 'server.failed'), 'waiting, series 1'],
  ['what was corrected had been refused', unsure, says(422, 'record.refused'), 'waiting, series 1'],
];

for (const [name, given, answer, expected] of table)
  test(`answer to an entry on its way: ${name}`, () => {
    assert.equal(shown(settled(sending(given), answer, now, 0)), expected);
  });

test('what did not go out is no attempt, and due at once', () => {
  const { attempts, retryAt } = settled(sending({ attempts: 3 }), { kind: 'unsent' }, now, 0);
  assert.deepEqual([attempts, retryAt], [2, undefined]);
});

test('what is done has its receipt, its pid and its time', () => {
  const entry = settled(sending(), done, now, 0);
  assert.deepEqual([entry.receipt, entry.pid, entry.doneAt], [receipt, 'p1', now]);
});

test('a refusal keeps its code and the issues at their fields, and nothing but them', () => {
  const { problem } = settled(sending(), says(422, 'record.refused'), now, 0);
  const issues = [{ path: 'capturedOn', code: 'date.future', level: 'error' }];
  assert.deepEqual(problem, { code: 'record.refused', issues });
});

test('the correction of what had been done is a change of it, under a request of its own', () => {
  const entry = settled(sending(unsure), done, now, 0);
  assert.deepEqual([entry.call, entry.pid, entry.base], ['record.patch', 'p1', { record, etag: '"3"' }]);
  assert.deepEqual([entry.unsure, entry.request], [undefined, undefined]);
  assert.equal(settled(sending(merged), done, now, 0).base?.etag, undefined);
  for (const answer of [says(500, 'server.failed'), says(422, 'record.refused')])
    assert.deepEqual((({ call, unsure }) => [call, unsure])(settled(sending(unsure), answer, now, 0)), [
      'record.create',
      undefined,
    ]);
});

test('a halted entry that is sent again repeats what is unanswered; a new wish has a new key', () => {
  assert.equal(resumed(sending({ state: 'refused' })).request, request);
  assert.deepEqual([reopened(sending()).request, reopened(sending()).series], [undefined, 1]);
  assert.equal(reopened(sending({ request: undefined })).series, 0);
});

test('a retry waits between one second and a doubling time, at most five minutes longer', () => {
  const spans = [0, 1, 3, 30].map((attempts) => [retryDelay(attempts, 0), retryDelay(attempts, 1)]);
  assert.deepEqual(spans, [
    [1_000, 3_000],
    [1_000, 5_000],
    [1_000, 17_000],
    [1_000, 301_000],
  ]);
  const { retryAt } = settled(sending({ attempts: 2 }), lost, now, 0.5);
  assert.equal(retryAt, now + 1_000 + 4_000);
});

test('a retry is due at its time, and after the clock was set back by more than any waiting', () => {
  const day = 86_400_000;
  const due = [undefined, now - 1, now, now + 1, now + 300_000, now + day, now + 365 * day].map((retryAt) =>
    isDue(sending({ retryAt }), now),
  );
  assert.deepEqual(due, [true, true, true, false, false, true, true]);
});
