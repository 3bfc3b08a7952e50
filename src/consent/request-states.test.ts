import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ConsentEvent, StoredConsent } from '../schema/index.ts';
import { answerFlaw, foldRequests, outcomesFor } from './index.ts';
import type { AnyConsent, RequestOutcome, RequestStanding } from './index.ts';
import { event, stored } from './test-events.ts';

const day = (n: number, time = '09:00'): string => `2026-11-${String(n).padStart(2, '0')}T${time}:00+07:00`;
// Wednesday 4 November; to view: answered by the 6th, done by the 14th, extended to the 24th at most.
const days = { receivedAt: day(4), answerBy: '2026-11-06', doneBy: '2026-11-14' };
const ask = (id = 'request-1', more: Partial<ConsentEvent> = {}): ConsentEvent =>
  event(id, {
    kind: 'request',
    purpose: '*',
    notice: undefined,
    decidedAt: day(4),
    request: { type: 'view', ...days },
    ...more,
  });

interface Given {
  readonly on: number;
  readonly reason?: string;
  readonly to?: string;
  readonly previous?: ConsentEvent;
}
const answer = (id: string, outcome: RequestOutcome, { on, reason, to, previous }: Given): ConsentEvent =>
  event(
    id,
    {
      kind: 'requestAnswer',
      purpose: '*',
      notice: undefined,
      decidedBy: [],
      decidedAt: day(on),
      supersedes: ['request-1'],
      collector: { user: 'lan', facility: '990001' },
      request: { type: 'view', ...days, outcome, ...(to && { extendedTo: to }) },
      ...(reason !== undefined && { reason }),
    },
    previous ?? null,
  );
const because = 'Hồ sơ giấy còn ở cơ sở khác';
const only = (events: readonly AnyConsent[], on: number): RequestStanding => {
  const found = foldRequests(events, day(on));
  assert.equal(found.length, 1);
  return found[0]!;
};

test('a request is open, extended, overdue, answered or refused by its days and what was said to it', () => {
  const asked = ask();
  const longer = answer('answer-1', 'extended', { on: 10, reason: because, to: '2026-11-20' });
  const no = answer('answer-2', 'refused', { on: 12, reason: 'Luật buộc giữ' });
  const done = answer('answer-3', 'answered', { on: 13, reason: 'Đã in và đưa tận tay' });
  const here = answer('answer-4', 'received', { on: 5 });
  const rows: [what: string, answers: ConsentEvent[], on: number, state: string, late: boolean][] = [
    ['nothing was said', [], 6, 'open', false],
    ['the first answer is late', [], 7, 'open', true],
    ['on the last day', [], 14, 'open', true],
    ['a day after', [], 15, 'overdue', true],
    ['it was only said to be here', [here], 14, 'open', false],
    ['said to be here, and not done', [here], 15, 'overdue', false],
    ['extended', [longer], 20, 'extended', true],
    ['extended and over', [longer], 21, 'overdue', true],
    ['refused', [no], 30, 'refused', true],
    ['done', [done], 30, 'answered', true],
    ['done after an extension', [here, longer, done], 30, 'answered', false],
    [
      'said what nobody knows',
      [answer('answer-5', 'forgotten' as RequestOutcome, { on: 5 })],
      14,
      'open',
      true,
    ],
    ['an answer of tomorrow is none', [done], 12, 'open', true],
  ];
  for (const [what, answers, on, state, isAnswerLate] of rows) {
    const standing = only(stored([asked, ...answers]), on);
    assert.deepEqual([standing.state, standing.isAnswerLate], [state, isAnswerLate], what);
  }
  const standing = only(stored([asked, here, longer]), 12);
  assert.deepEqual(standing, {
    id: 'request-1',
    type: 'view',
    state: 'extended',
    ...days,
    extendedAtMost: '2026-11-24',
    extendedTo: '2026-11-20',
    firstAnswerAt: new Date(day(5)).toISOString(),
    isAnswerLate: false,
    since: day(10),
    reason: because,
    events: ['request-1', 'answer-1'],
    isSent: true,
  });
});

test('an extension counts once, before the term is over, with its reason and within the law', () => {
  const asked = ask();
  const extended = (more: Partial<Given>) =>
    answer('answer-1', 'extended', { on: 10, reason: because, to: '2026-11-24', ...more });
  const rows: [what: string, event: ConsentEvent, counts: boolean][] = [
    ['the whole term', extended({}), true],
    ['a day too long', extended({ to: '2026-11-25' }), false],
    ['no longer than before', extended({ to: '2026-11-14' }), false],
    ['a month for a day', extended({ to: '2026-12' }), false],
    ['no day', { ...extended({}), request: { type: 'view', ...days, outcome: 'extended' } }, false],
    ['no reason', extended({ reason: ' ' }), false],
    ['after the term', extended({ on: 15 }), false],
  ];
  for (const [what, one, counts] of rows) {
    assert.equal(answerFlaw(only([asked], 10), one) === undefined, counts, what);
    if (one.request?.extendedTo === undefined) continue;
    assert.equal(only(stored([asked, one]), 16).state, counts ? 'extended' : 'overdue', what);
  }
  const first = extended({ to: '2026-11-17' });
  const again = answer('answer-2', 'extended', { on: 11, reason: because, to: '2026-11-24' });
  assert.equal(only(stored([asked, first, again]), 16).extendedTo, '2026-11-17');
  assert.equal(answerFlaw(only(stored([asked, first]), 12), again), 'extension');
});

test('a refusal says why, and only doing it after all follows it', () => {
  const asked = ask();
  const silent = answer('answer-1', 'refused', { on: 5, reason: '' });
  assert.equal(answerFlaw(only([asked], 5), silent), 'reason');
  assert.equal(only(stored([asked, silent]), 5).state, 'open');
  const no = answer('answer-2', 'refused', { on: 5, reason: because });
  const refused = only(stored([asked, no]), 6);
  assert.deepEqual(outcomesFor(refused, day(6)), ['answered']);
  assert.equal(answerFlaw(refused, answer('answer-3', 'received', { on: 6 })), 'closed');
  const done = answer('answer-4', 'answered', { on: 7 });
  assert.equal(answerFlaw(refused, done), undefined);
  const closed = only(stored([asked, no, done]), 8);
  assert.equal(closed.state, 'answered');
  assert.deepEqual(outcomesFor(closed, day(8)), []);
  assert.equal(answerFlaw(closed, done), 'closed');
});

test('of an answer and a refusal that know nothing of each other the refusal counts, whichever clock is ahead', () => {
  const asked = ask();
  for (const [first, second] of [
    [5, 7],
    [7, 5],
    [6, 6],
  ] as const) {
    const no = answer('answer-1', 'refused', { on: first, reason: because, previous: asked });
    const done = answer('answer-2', 'answered', { on: second, previous: asked });
    assert.equal(only([...stored([asked]), no, done], 8).state, 'refused');
    const knowing = answer('answer-2', 'answered', { on: 7, previous: no });
    assert.equal(only([...stored([asked]), no, knowing], 8).state, 'answered');
  }
});

test('no device makes the days of a request longer than the law', () => {
  const long = ask('request-1', {
    request: { type: 'view', ...days, receivedAt: day(20), doneBy: '2027-11-14' },
  });
  const standing = only(stored([long]), 15);
  assert.deepEqual([standing.receivedAt, standing.doneBy, standing.state], [day(4), '2026-11-14', 'overdue']);
  // Where others have to act too the law gives longer.
  const others = ask('request-1', { request: { type: 'view', ...days, doneBy: '2026-11-19' } });
  assert.equal(only(stored([others]), 19).state, 'open');
});

test('a withdrawal, a hold and an objection have their term and their answer too', () => {
  const kinds = { withdrawal: 'withdraw', restriction: 'restrict', objection: 'object' } as const;
  for (const [kind, type] of Object.entries(kinds)) {
    const asked = event('request-1', { kind: kind as 'withdrawal', decidedAt: day(4), notice: undefined });
    const { doneBy, extendedAtMost, ...standing } = only(stored([asked]), 5);
    assert.deepEqual([standing.type, doneBy, extendedAtMost], [type, '2026-11-19', '2026-12-04']);
    const done = answer('answer-1', 'answered', { on: 6 });
    assert.equal(only(stored([asked, done]), 7).state, 'answered');
  }
});

test('what is invalidated by the server counts no more, and a broken set says nothing', () => {
  const asked = ask();
  const done = answer('answer-1', 'answered', { on: 6, previous: asked });
  const voids = (id: string, previous: ConsentEvent) =>
    event('voids-01', { kind: 'invalidation', supersedes: [id], decidedAt: day(7) }, previous);
  assert.equal(only(stored([asked, done, voids('answer-1', done)]), 8).state, 'open');
  assert.equal(only(stored([asked, voids('request-1', asked)]), 8).state, 'invalidated');
  assert.equal(only([...stored([asked]), voids('request-1', asked)], 8).state, 'open');
  const altered = { ...done, reason: 'khác' };
  assert.equal(only([...stored([asked]), altered], 8).state, 'broken');
});

const outcomes: readonly RequestOutcome[] = ['received', 'extended', 'answered', 'refused'];
const steps = fc.array(
  fc.record({
    outcome: fc.constantFrom(...outcomes),
    on: fc.integer({ min: 4, max: 20 }),
    reason: fc.constantFrom('', because),
    to: fc.constantFrom('2026-11-16', '2026-11-24', '2026-12-30'),
    about: fc.constantFrom('request-1', 'request-2'),
    kind: fc.constantFrom('requestAnswer' as const, 'requestAnswer' as const, 'notice' as const),
    isVoid: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  { maxLength: 7 },
);
const history = fc.record({
  steps,
  kept: fc.nat(9),
  keys: fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
});

function eventsOf(given: typeof history extends fc.Arbitrary<infer T> ? T : never): {
  all: AnyConsent[];
  turned: AnyConsent[];
  plain: ConsentEvent[];
} {
  const plain = [ask('request-1'), ask('request-2')];
  given.steps.forEach(({ outcome, on, reason, to, about, kind, isVoid }, n) => {
    const made = answer(`answer-${n}`, outcome, { on, reason, ...(outcome === 'extended' && { to }) });
    const { chain: _, ...open } = made;
    const more = { kind, supersedes: [about], ...(kind === 'notice' && { decision: 'informed' as const }) };
    plain.push(event(made.id, { ...open, ...more }));
    if (isVoid)
      plain.push(event(`voids-${n}0`, { kind: 'invalidation', supersedes: [made.id], decidedAt: day(on) }));
  });
  const kept = Math.min(given.kept, plain.length);
  const sent: StoredConsent[] = stored(plain.slice(0, kept));
  const all = [...sent, ...plain.slice(kept)];
  const turned = all
    .map((one, n) => [given.keys[n % 16]!, one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
  return { all, turned, plain };
}

test('no request is answered, refused or extended without an event of that kind that says so', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(history, (given) => {
      const { all, plain } = eventsOf(given);
      for (const { id, state, extendedTo, reason } of foldRequests(all, day(22))) {
        seen.add(state);
        const says = (outcome: RequestOutcome): boolean =>
          plain.some(
            (one) =>
              one.kind === 'requestAnswer' &&
              one.supersedes?.includes(id) &&
              one.request?.outcome === outcome &&
              (outcome === 'answered' || one.reason !== '') &&
              !plain.some((other) => other.kind === 'invalidation' && other.supersedes?.includes(one.id)),
          );
        if (state === 'answered' || state === 'refused') assert.ok(says(state), `${state} without an answer`);
        if (state === 'refused') assert.ok(reason);
        if (state === 'extended' || extendedTo) assert.ok(says('extended'));
        if (extendedTo) assert.ok(extendedTo <= '2026-11-24');
        if (says('refused') && !says('answered')) assert.equal(state, 'refused');
      }
    }),
  );
  for (const state of ['extended', 'overdue', 'answered', 'refused']) assert.ok(seen.has(state), state);
});

test('the order in which events arrive changes nothing about requests', () => {
  fc.assert(
    fc.property(history, (given) => {
      const { all, turned } = eventsOf(given);
      const byId = (events: readonly AnyConsent[]) =>
        foldRequests(events, day(22)).sort((a, b) => (a.id < b.id ? -1 : 1));
      assert.deepEqual(byId(turned), byId(all));
    }),
  );
});
