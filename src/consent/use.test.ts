import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsentEvent } from '../schema/index.ts';
import { mayUse } from './index.ts';
import type { AnyConsent, ConsentActor, Purpose } from './index.ts';
import { at, event, seal, stored } from './test-events.ts';

const noon = at('12:00');
const words = { title: 'a', summary: 'b', details: 'c', ifRefused: 'd' };
const purpose = (changes: Partial<Purpose>): Purpose => ({
  code: 'research',
  mode: 'consent',
  basis: { code: 'consent_9' },
  isOptional: true,
  dataCategories: ['health'],
  actions: ['view'],
  retention: { vi: 'x', en: 'x' },
  act: 'process',
  words: { vi: words, en: words },
  ...changes,
});
const consent = purpose({});
const byLaw = purpose({ mode: 'notice', basis: { code: 'law_19_1_dd', reference: 'Luật' } });
const objectable = { ...byLaw, mayObject: true };
const request = purpose({ code: 'disclosure', mode: 'request', act: 'disclose', allowsEmergency: true });

const yes = event('yes-0001');
const told = event('told-0001', { kind: 'notice', decision: 'informed' });
const asked = {
  kind: 'disclosureRequest',
  purpose: 'disclosure',
  decision: 'granted',
  recipient: '990002',
  validTo: '2026-11-30',
} as const;
const opened = event('disc-0001', asked);
const actor: ConsentActor = { facility: '990002', role: 'doctor', user: 'binh' };
const answer = (events: AnyConsent[], of: Purpose, who: ConsentActor = {}, when = noon): string => {
  const { may, reason, informed } = mayUse(events, of, who, when);
  return `${may ? 'yes' : 'no'} ${reason}${informed === undefined ? '' : informed ? ' told' : ' untold'}`;
};

test('consent: only a yes that stands', () => {
  const after = (kind: ConsentEvent['kind']) => [
    yes,
    event('stop-0001', { kind, decidedAt: at('09:00') }, yes),
  ];
  const table: [what: string, events: AnyConsent[], answer: string, when?: string][] = [
    ['nothing was asked', [], 'no notAsked'],
    ['a yes', [yes], 'yes granted'],
    ['only told', [told], 'no notAsked'],
    ['a no', [event('no-00001', { decision: 'denied' })], 'no denied'],
    ['later', [event('late-0001', { decision: 'deferred' })], 'no deferred'],
    ['no answer', [event('open-0001', { decision: undefined })], 'no proposed'],
    ['withdrawn', after('withdrawal'), 'no withdrawn'],
    ['restricted', after('restriction'), 'no restricted'],
    ['objected', after('objection'), 'no objected'],
    ['another purpose', [event('yes-0002', { purpose: 'marketing' })], 'no notAsked'],
    ['all purposes at once', [event('yes-0003', { purpose: '*' })], 'no proposed'],
    ['over', [event('yes-0004', { validTo: '2026-10-31' })], 'no expired'],
    ['no instant', [yes], 'no unsoundPurpose', 'now'],
    ['altered', [{ ...yes, validTo: '2027-01-01' }], 'no broken'],
  ];
  for (const [what, events, expected, when] of table)
    assert.equal(answer(events, consent, {}, when), expected, what);
  assert.equal(mayUse([yes], consent, {}, noon).event, 'yes-0001');
  // What is refused to one recipient is refused to that one.
  const one = event('with-0009', { kind: 'withdrawal', recipient: '990002', decidedAt: at('09:00') }, yes);
  assert.equal(answer([yes, one], consent, actor), 'no withdrawn');
  assert.equal(answer([yes, one], consent, { facility: '990003' }), 'yes granted');
});

test('a purpose by law is told, not asked; no event stops it, unless it leaves a right to object', () => {
  const no = (kind: ConsentEvent['kind']) => event('stop-0001', { kind, decidedAt: at('09:00') });
  const table: [what: string, events: AnyConsent[], of: Purpose, answer: string][] = [
    ['not told', [], byLaw, 'yes law untold'],
    ['told', [told], byLaw, 'yes law told'],
    [
      'told by mistake',
      [told, event('void-0001', { kind: 'invalidation', supersedes: [told.id] }, told)],
      byLaw,
      'yes law untold',
    ],
    [
      'told of another',
      [event('told-0002', { kind: 'notice', purpose: 'marketing' })],
      byLaw,
      'yes law untold',
    ],
    ['withdrawn', [no('withdrawal')], byLaw, 'yes law untold'],
    ['objected', [no('objection')], byLaw, 'yes law untold'],
    ['broken', [{ ...told, reason: 'x' }], byLaw, 'yes law untold'],
    ['may object, told', [told], objectable, 'yes law told'],
    ['may object, not told', [], objectable, 'yes law untold'],
    ['may object, objected', [told, no('objection')], objectable, 'no objected told'],
    ['may object, restricted', [no('restriction')], objectable, 'no restricted untold'],
    ['may object, broken', [{ ...told, reason: 'x' }], objectable, 'no broken'],
  ];
  for (const [what, events, of, expected] of table) assert.equal(answer(events, of), expected, what);
});

test('a purpose whose mode and basis do not fit is never usable', () => {
  const table: [what: string, of: Purpose][] = [
    ['told, but by consent', purpose({ mode: 'notice' })],
    ['asked, but by law', purpose({ basis: { code: 'law_19_1_dd' } })],
    ['a request by law', { ...request, basis: { code: 'law_19_1_dd' } }],
    ['unknown mode', purpose({ mode: 'implied' as 'notice', basis: { code: 'law_19_1_dd' } })],
    ['every purpose', purpose({ code: '*' })],
  ];
  for (const [what, of] of table)
    assert.equal(answer([yes, told, opened], of, actor), 'no unsoundPurpose', what);
});

test('a request opens to the recipient it names until its last day', () => {
  const elsewhere = { ...actor, facility: '990003' };
  const table: [what: string, events: AnyConsent[], who: ConsentActor, answer: string, when?: string][] = [
    ['the recipient', [opened], actor, 'yes requested'],
    ['on the last day', [opened], actor, 'yes requested', '2026-11-30T23:59:00+07:00'],
    ['the day after', [opened], actor, 'no expired', '2026-12-01T00:00:00+07:00'],
    ['another facility', [opened], elsewhere, 'no notAsked'],
    ['nobody named', [opened], {}, 'no noRecipient'],
    ['nothing', [], actor, 'no notAsked'],
    ['without an end', [event('disc-0002', { ...asked, validTo: undefined })], actor, 'no noEnd'],
    ['without a recipient', [event('disc-0003', { ...asked, recipient: undefined })], actor, 'no proposed'],
    ['a ticked consent', [event('yes-0005', { ...asked, kind: 'consent' })], actor, 'no proposed'],
    [
      'withdrawn',
      [
        opened,
        event(
          'with-0001',
          { kind: 'withdrawal', purpose: 'disclosure', recipient: '990002', decidedAt: at('09:00') },
          opened,
        ),
      ],
      actor,
      'no withdrawn',
    ],
    [
      'by a minor alone',
      [event('disc-0004', { ...asked, subject: { birthDate: '2010-01-01', birthDateFrom: 'record' } })],
      actor,
      'no invalidated',
    ],
  ];
  for (const [what, events, who, expected, when] of table)
    assert.equal(answer(events, request, who, when), expected, what);
});

const override = { basis: 'lifeThreat', startedAt: at('11:00'), until: at('15:00') } as const;
const emergency = (changes: Partial<ConsentEvent> = {}) =>
  event('emer-0001', {
    kind: 'emergencyOverride',
    purpose: '*',
    decidedBy: [],
    decidedAt: at('11:00'),
    reason: 'Người bệnh hôn mê',
    override,
    ...changes,
  });
const server = (events: ConsentEvent[], who: object = {}) =>
  stored(events, { facility: '990002', recordedBy: 'binh', ...who });

test('an emergency access opens for who opened it, while it lasts, and grants nothing', () => {
  const review = (first: ConsentEvent) =>
    event(
      'emer-0002',
      { kind: 'emergencyOverride', purpose: '*', supersedes: [first.id], decidedAt: at('11:30') },
      first,
    );
  const open = emergency();
  const closing = event(
    'emer-0003',
    {
      ...{ kind: 'emergencyOverride', purpose: '*', decidedBy: [], decidedAt: at('11:30') },
      ...{ reason: 'Người bệnh hôn mê', supersedes: [open.id] },
      override: { ...override, until: at('11:30') },
    },
    open,
  );
  const again = event('emer-0004', { ...open, id: 'emer-0004', decidedAt: at('11:40') }, closing);
  const table: [what: string, events: AnyConsent[], answer: string, when?: string][] = [
    ['open', server([open]), 'yes emergency'],
    ['before', server([open]), 'no notAsked', at('10:59')],
    ['at its end', server([open]), 'no notAsked', at('15:00')],
    ['opened by a device for itself', [open], 'no notAsked'],
    ['another user', server([open], { recordedBy: 'chi' }), 'no notAsked'],
    ['another facility', server([open], { facility: '990003' }), 'no notAsked'],
    ['no reason', server([emergency({ reason: ' ' })]), 'no notAsked'],
    ['no window', server([emergency({ override: undefined })]), 'no notAsked'],
    ['for another purpose', server([emergency({ purpose: 'research' })]), 'no notAsked'],
    [
      'longer than a day',
      server([emergency({ override: { ...override, until: '2026-11-02T11:01:00+07:00' } })]),
      'no notAsked',
    ],
    [
      'a day',
      server([emergency({ override: { ...override, until: '2026-11-02T11:00:00+07:00' } })]),
      'yes emergency',
    ],
    ['reviewed', server([open, review(open)]), 'no notAsked'],
    ['closed early', server([open, closing]), 'no notAsked'],
    ['closed early, by a clock that is behind', server([open, closing]), 'no notAsked', at('11:29')],
    ['closed early and opened again', server([open, closing, again]), 'yes emergency'],
    [
      'reviewed in place',
      server([emergency({ override: { ...override, reviewedAt: at('11:30') } })]),
      'no notAsked',
    ],
    ['altered', [{ ...server([open])[0]!, recordedBy: 'binh2' }], 'no broken'],
    [
      'a newer version',
      [...server([open]), seal({ ...event('new-00001'), schemaVersion: 2 as 1 }, null)],
      'no broken',
    ],
  ];
  for (const [what, events, expected, when] of table)
    assert.equal(answer(events, request, actor, when), expected, what);
  assert.equal(answer(server([open]), { ...request, allowsEmergency: false }, actor), 'no notAsked');
  assert.equal(answer(server([open]), consent, actor), 'no notAsked');
  assert.equal(answer(server([open]), request, { facility: '990002' }), 'no notAsked');
});

test('what the record knows of the person is judged, not what the event says', () => {
  const may = (birthDate: string) => mayUse([yes], consent, {}, noon, { person: { birthDate } }).reason;
  assert.equal(may('1980-02-03'), 'granted');
  assert.equal(may('2016-02-03'), 'invalidated');
});
