import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConsentEvent } from '../schema/index.ts';
import { agePolicies, foldConsents } from './index.ts';
import type { AnyConsent, FoldOptions } from './index.ts';
import { at, event, seal, shown, stored } from './test-events.ts';

const noon = at('12:00');
const self = { role: 'self', name: 'Nguyễn Văn Mẫu' } as const;
const mother = { role: 'representative', name: 'Trần Thị Ví Dụ' } as const;
const father = { role: 'representative', name: 'Lê Văn Mẫu' } as const;
const child = { role: 'child', name: 'Lê Ví Dụ' } as const;
const ten = { birthDate: '2016-05-01', birthDateFrom: 'document' } as const;

const yes = event('yes-0001');
const withdrawn = event('with-0001', { kind: 'withdrawal', decidedAt: at('09:00') }, yes);
const denied = event('deny-0001', { decision: 'denied' });
const by = (id: string, who: ConsentEvent['decidedBy'], changes: Partial<ConsentEvent> = {}) =>
  event(id, { subject: ten, decidedBy: who, ...changes });
const yesOf = {
  mother: by('moth-0001', [mother]),
  father: by('fath-0001', [father]),
  child: by('chil-0001', [child]),
};

// `state`, then the deciders who are missing.
const stateOf = (events: AnyConsent[], when = noon, topic = 'research'): string => {
  const standing = foldConsents(events, when).find(
    ({ purpose, recipient }) => `${purpose}${recipient ? ` ${recipient}` : ''}` === topic,
  );
  return standing ? [standing.state, ...standing.missing].join(' ') : 'nothing';
};

test('what one person said about one purpose', () => {
  const open = (changes: Partial<ConsentEvent>) => [event('open-0001', { decision: undefined, ...changes })];
  const table: [what: string, events: AnyConsent[], state: string, when?: string][] = [
    ['nothing', [], 'nothing'],
    ['a yes', [yes], 'granted'],
    ['a yes that is not made yet', [yes], 'proposed self', at('07:59')],
    ['a no', [denied], 'denied self'],
    ['later', [event('late-0001', { decision: 'deferred' })], 'deferred self'],
    [
      'later, with an end that is past',
      [event('late-0001', { decision: 'deferred', validTo: '2026-10-31' })],
      'lapsed self',
    ],
    ['asked, no answer', open({}), 'proposed self'],
    ['asked, no answer in time', open({ validTo: '2026-10-31' }), 'lapsed self'],
    ['told', [event('told-0001', { kind: 'notice', decision: 'informed' })], 'informed'],
    ['told, worded as a yes', [event('told-0001', { kind: 'notice', decision: 'granted' })], 'informed'],
    ['informed is no yes', [event('info-0001', { decision: 'informed' })], 'proposed self'],
    ['withdrawn', [yes, withdrawn], 'withdrawn self'],
    [
      'withdrawn by an instant in the future',
      [yes, event('with-0002', { kind: 'withdrawal', decidedAt: at('23:00') }, yes)],
      'withdrawn self',
    ],
    [
      'restricted',
      [yes, event('rest-0001', { kind: 'restriction', decidedAt: at('09:00') }, yes)],
      'restricted self',
    ],
    [
      'objected',
      [yes, event('obje-0001', { kind: 'objection', decidedAt: at('09:00') }, yes)],
      'objected self',
    ],
    [
      'withdrawn and objected',
      [withdrawn, yes, event('obje-0001', { kind: 'objection', decidedAt: at('09:00') }, yes)],
      'withdrawn self',
    ],
    [
      'a no after the yes',
      [yes, event('deny-0002', { decision: 'denied', decidedAt: at('09:00') }, yes)],
      'denied self',
    ],
    ['a yes after the no', [denied, event('yes-0002', { decidedAt: at('09:00') }, denied)], 'granted'],
    [
      'later after the yes changes nothing',
      [yes, event('late-0002', { decision: 'deferred', decidedAt: at('09:00') }, yes)],
      'granted',
    ],
    [
      'told after the yes changes nothing',
      [yes, event('told-0002', { kind: 'notice', decidedAt: at('09:00') }, yes)],
      'granted',
    ],
    [
      'a yes after the withdrawal',
      [yes, withdrawn, event('yes-0002', { decidedAt: at('10:00') }, withdrawn)],
      'granted',
    ],
    [
      'a request about data says nothing',
      [yes, event('req-00001', { kind: 'request', decidedAt: at('09:00') }, yes)],
      'granted',
    ],
  ];
  for (const [what, events, expected, when] of table) assert.equal(stateOf(events, when), expected, what);
});

test('a yes without what makes it one is no yes', () => {
  const without = (part: string) => ({ ...shown, parts: shown.parts.filter((one) => one !== part) });
  const table: [what: string, changes: Partial<ConsentEvent>, state: string][] = [
    ['no notice', { notice: undefined }, 'proposed self'],
    ['no sign that it is sensitive', { notice: without('sensitive') }, 'proposed self'],
    ['no rights', { notice: without('rights') }, 'proposed self'],
    ['no obligations', { notice: without('obligations') }, 'proposed self'],
    ['no controller', { notice: without('controller') }, 'proposed self'],
    ['no purposes', { notice: without('purposes') }, 'proposed self'],
    ['no data', { notice: without('data') }, 'proposed self'],
    ['from before the law', { notice: undefined, legacy: { law: 'ND13' } }, 'granted'],
    ['nobody decided', { decidedBy: [] }, 'invalidated self'],
    ['only a witness', { decidedBy: [{ role: 'witness', name: 'Phạm Ví Dụ' }] }, 'invalidated self'],
    ['someone who has no say', { decidedBy: [mother] }, 'invalidated self'],
    [
      'a rule that asks for more',
      { rule: { policy: 'own', deciders: ['self', 'representative'] } },
      'partiallyAssented representative',
    ],
  ];
  for (const [what, changes, expected] of table) {
    assert.equal(stateOf([event('yes-0001', changes)]), expected, what);
  }
  assert.equal(stateOf([event('all-00001', { purpose: '*' })], noon, '*'), 'proposed self');
  assert.deepEqual(
    foldConsents([event('all-00001', { purpose: '*' })], noon).map(({ purpose }) => purpose),
    ['*'],
  );
});

test('a term ends on its last day here', () => {
  const until = (validTo: string) => [event('yes-0001', { validTo })];
  const from = [event('yes-0001', { validFrom: '2026-11-03' })];
  const table: [events: AnyConsent[], when: string, state: string][] = [
    [until('2026-11-02'), '2026-11-02T16:59:00Z', 'granted'],
    [until('2026-11-02'), '2026-11-02T17:00:00Z', 'expired self'],
    [until('2026-11'), '2026-11-30T23:00:00+07:00', 'granted'],
    [until('2026-11'), '2026-12-01T00:00:00+07:00', 'expired self'],
    [until('2026'), '2026-12-31T23:00:00+07:00', 'granted'],
    [from, '2026-11-02T16:59:00Z', 'proposed self'],
    [from, '2026-11-02T17:00:00Z', 'granted'],
    [[yes], '2056-11-01T12:00:00+07:00', 'granted'],
  ];
  for (const [events, when, expected] of table) assert.equal(stateOf(events, when), expected, when);
  assert.equal(foldConsents(until('2026-11-02'), noon)[0]?.validTo, '2026-11-02');
  const renewed = event(
    'yes-0002',
    { decidedAt: at('10:00'), validTo: '2026-11-20' },
    until('2026-11-02')[0]!,
  );
  assert.equal(foldConsents([...until('2026-11-02'), renewed], noon)[0]?.validTo, '2026-11-20');
});

test('child and representative decide together, each for themselves', () => {
  const no = (id: string, who: ConsentEvent['decidedBy'], time: string, previous: ConsentEvent) =>
    event(id, { subject: ten, decision: 'denied', decidedBy: who, decidedAt: at(time) }, previous);
  const stop = by('with-0002', [child], { kind: 'withdrawal', decision: undefined, decidedAt: at('10:00') });
  const again = (id: string, who: ConsentEvent['decidedBy'], previous: ConsentEvent) =>
    event(id, { subject: ten, decidedBy: who, decidedAt: at('11:00') }, previous);
  const fathersNo = no('deny-0003', [father], '09:00', yesOf.mother);
  const childsNo = no('deny-0004', [child], '09:00', yesOf.mother);
  const { mother: m, father: f, child: c } = yesOf;
  const table: [what: string, events: AnyConsent[], state: string][] = [
    ['the mother', [m], 'partiallyAssented child'],
    ['the child', [c], 'partiallyAssented representative'],
    ['both', [m, c], 'granted'],
    ['both in one event', [by('both-0001', [mother, child])], 'granted'],
    ['both parents without the child', [m, f], 'partiallyAssented child'],
    ['a yes as an adult', [by('self-0001', [self])], 'invalidated representative child'],
    ['the child says no', [m, childsNo], 'denied representative child'],
    ['the child says no, then yes', [m, childsNo, again('chil-0002', [child], childsNo)], 'granted'],
    ['the parents disagree', [m, c, fathersNo], 'denied representative child'],
    [
      'the mother says yes again',
      [m, c, fathersNo, again('moth-0002', [mother], fathersNo)],
      'denied representative child',
    ],
    ['the father says yes after all', [m, c, fathersNo, again('fath-0002', [father], fathersNo)], 'granted'],
    [
      'his name written in another way',
      [
        m,
        c,
        fathersNo,
        again('fath-0002', [{ ...father, name: 'LÊ  VĂN MẪU '.normalize('NFD') }], fathersNo),
      ],
      'granted',
    ],
    ['the child withdraws', [m, c, stop], 'withdrawn representative child'],
    [
      'and says yes again: the mother has to as well',
      [m, c, stop, again('chil-0003', [child], stop)],
      'partiallyAssented representative',
    ],
    [
      'the mother cannot undo it',
      [m, c, stop, again('moth-0003', [mother], stop)],
      'withdrawn representative child',
    ],
    [
      'both again',
      [m, c, stop, again('chil-0003', [child], stop), again('moth-0003', [mother], stop)],
      'granted',
    ],
  ];
  for (const [what, events, expected] of table) assert.equal(stateOf(events), expected, what);
});

test('who represents by word of mouth, or only cares for the child, can say no and not yes', () => {
  const as = (ground?: string) => ({ ...mother, name: 'Lò Thị Ví Dụ', ...(ground && { ground }) });
  const yes = (id: string, ground?: string) => by(id, [as(ground)]);
  const no = event('deny-0009', {
    subject: ten,
    decision: 'denied',
    decidedBy: [as('caring')],
    decidedAt: at('09:00'),
  });
  const own: FoldOptions = { policies: agePolicies.map(({ weakGrounds: _, ...rest }) => rest) };
  const table: [what: string, events: AnyConsent[], state: string, options?: FoldOptions][] = [
    ['asked by word of mouth', [yes('gran-0001', 'spoken')], 'proposed representative child'],
    ['only cares', [yes('gran-0001', 'caring')], 'proposed representative child'],
    ['the child agrees too', [yes('gran-0001', 'caring'), yesOf.child], 'partiallyAssented representative'],
    ['both in one event', [by('both-0009', [as('caring'), child])], 'partiallyAssented representative'],
    ['authorised in writing', [yes('gran-0001', 'written'), yesOf.child], 'granted'],
    ['guardian', [yes('gran-0001', 'guardian'), yesOf.child], 'granted'],
    ['says no', [yesOf.child, no], 'denied representative child'],
    ['says no after the mother’s yes', [yesOf.mother, yesOf.child, no], 'denied representative child'],
    ['a policy that takes it as enough', [yes('gran-0001', 'caring'), yesOf.child], 'granted', own],
  ];
  for (const [what, events, expected, options] of table) {
    const [standing] = foldConsents(events, noon, options);
    assert.equal([standing!.state, ...standing!.missing].join(' '), expected, what);
  }
});

test('what was decided for a child is decided anew at 7 and at 18', () => {
  const subject = (birthDate: string) => ({ subject: { birthDate, birthDateFrom: 'document' as const } });
  const at6 = event('moth-0001', { decidedBy: [mother], ...subject('2019-11-10') });
  const at17 = event('both-0001', { decidedBy: [mother, child], ...subject('2008-11-10') });
  const as18 = { ...subject('2008-11-10'), decidedAt: '2026-11-12T08:00:00+07:00' };
  const grown = event('self-0001', as18, at17);
  const ended = event('with-0003', { ...as18, kind: 'withdrawal' }, at17);
  const table: [what: string, events: AnyConsent[], day: string, state: string][] = [
    ['at 6', [at6], '2026-11-09', 'granted'],
    ['at 7', [at6], '2026-11-10', 'partiallyAssented child'],
    ['at 17', [at17], '2026-11-09', 'granted'],
    ['at 18', [at17], '2026-11-10', 'invalidated self'],
    ['at 18, an own yes', [at17, grown], '2026-11-13', 'granted'],
    ['at 18, an own withdrawal', [at17, ended], '2026-11-13', 'withdrawn self'],
    [
      'a yes as an adult, given at 17',
      [event('self-0002', subject('2008-11-10'))],
      '2026-11-13',
      'invalidated self',
    ],
  ];
  for (const [what, events, day, expected] of table) {
    assert.equal(stateOf(events, `${day}T12:00:00+07:00`), expected, what);
  }
  const no = event('deny-0009', { decidedBy: [mother], decision: 'denied', ...subject('2008-11-10') });
  const after = event('self-0003', as18, no);
  assert.equal(stateOf([no, after], '2026-11-13T12:00:00+07:00'), 'granted');
});

test('what the record knows of the person goes before what an event says', () => {
  const state = (events: AnyConsent[], person: object) => foldConsents(events, noon, { person })[0]?.state;
  assert.equal(state([yes], { birthDate: '2016-05-01' }), 'invalidated');
  assert.equal(state([yes], { birthDate: '1980-05-01', capacity: 'lost' }), 'invalidated');
  assert.equal(state([by('moth-0001', [mother])], { birthDate: '1950-05-01', capacity: 'lost' }), 'granted');
  const lost = { birthDate: '1950-05-01', birthDateFrom: 'document', capacity: 'lost' } as const;
  const forLost = event('moth-0009', { subject: lost, decidedBy: [mother] });
  assert.equal(state([forLost], { birthDate: '1950-05-01' }), 'invalidated');
  assert.equal(state([yes], {}), 'invalidated');
});

test('a represented adult is decided for by the representative', () => {
  const subject = { birthDate: '1950-01-01', birthDateFrom: 'document', capacity: 'lost' } as const;
  assert.equal(stateOf([event('repr-0001', { subject, decidedBy: [mother] })]), 'granted');
  assert.equal(stateOf([event('self-0001', { subject })]), 'invalidated representative');
});

test('two devices that knew nothing of each other: the stricter wins until a newer yes knows of it', () => {
  const early = (id: string, changes: Partial<ConsentEvent>) =>
    event(id, { decidedAt: at('08:00'), ...changes });
  const late = (id: string, changes: Partial<ConsentEvent>, previous: ConsentEvent | null = null) =>
    event(id, { decidedAt: at('10:00'), ...changes }, previous);
  const stop = early('with-0001', { kind: 'withdrawal' });
  const lateStop = late('with-0002', { kind: 'withdrawal' });
  const knowing = late('yes-0003', {}, stop);
  const table: [what: string, events: AnyConsent[], state: string][] = [
    ['both waiting, the yes is newer', [stop, late('yes-0002', {})], 'withdrawn'],
    ['both waiting, the no is newer', [lateStop, early('yes-0001', {})], 'withdrawn'],
    ['both waiting, the newer yes knew', [stop, knowing], 'granted'],
    [
      'both waiting, knew, but its clock is behind',
      [stop, event('yes-0004', { decidedAt: at('07:00') }, stop)],
      'withdrawn',
    ],
    ['the no is stored, the yes waits and is newer', [...stored([stop]), late('yes-0002', {})], 'granted'],
    [
      'the no is stored, the yes waits and is older',
      [...stored([lateStop]), early('yes-0001', {})],
      'withdrawn',
    ],
    [
      'the no is stored, the yes waits, same instant',
      [...stored([stop]), early('yes-0001', {})],
      'withdrawn',
    ],
    ['the yes is stored, the no waits and is older', [...stored([late('yes-0002', {})]), stop], 'withdrawn'],
    ['both stored, the newer yes came last', stored([stop, late('yes-0002', {})]), 'granted'],
    ['both stored, an older yes came last', stored([lateStop, early('yes-0001', {})]), 'withdrawn'],
    ['both stored, an older no came last', stored([late('yes-0002', {}), stop]), 'withdrawn'],
    [
      'a no whose clock runs ahead, recorded in between',
      stored(
        [late('with-0003', { kind: 'withdrawal', decidedAt: '2030-01-01T00:00:00Z' }), late('yes-0002', {})],
        { recordedAt: at('11:00') },
      ),
      'withdrawn',
    ],
  ];
  for (const [what, events, expected] of table) assert.equal(stateOf(events).split(' ')[0], expected, what);
  // The server's clock bounds that of a device that runs ahead, for a no and for a yes.
  const ahead = stored([event('with-0004', { kind: 'withdrawal', decidedAt: '2030-01-01T00:00:00Z' })], {
    recordedAt: at('09:00'),
  });
  assert.equal(stateOf([...ahead, late('yes-0002', {})]), 'granted');
  const early2030 = event('yes-0009', { decidedAt: '2030-01-01T00:00:00Z' });
  assert.equal(stateOf([early2030]), 'proposed self');
  assert.equal(stateOf(stored([early2030], { recordedAt: at('09:00') })), 'granted');
});

test('what is said of all purposes, or of one recipient, touches no more than that', () => {
  const all = event('with-0005', { kind: 'withdrawal', purpose: '*', decidedAt: at('09:00') }, yes);
  const own = {
    purpose: 'disclosure',
    kind: 'disclosureRequest',
    recipient: '990002',
    validTo: '2026-12-01',
  } as const;
  const request = event('disc-0001', { ...own, decision: 'granted' });
  const other = event('disc-0002', { ...own, recipient: '990003', decision: 'granted' }, request);
  const stop = (recipient?: string) =>
    event(
      'with-0006',
      { kind: 'withdrawal', purpose: 'disclosure', decidedAt: at('09:00'), ...(recipient && { recipient }) },
      other,
    );
  const table: [what: string, events: AnyConsent[], topic: string, state: string][] = [
    ['all', [yes, all], 'research', 'withdrawn self'],
    ['all, itself', [yes, all], '*', 'withdrawn self'],
    [
      'all, then a new yes',
      [yes, all, event('yes-0002', { decidedAt: at('10:00') }, all)],
      'research',
      'granted',
    ],
    [
      'another purpose',
      [yes, event('with-0007', { kind: 'withdrawal', purpose: 'marketing' }, yes)],
      'research',
      'granted',
    ],
    ['one recipient', [request, other, stop('990002')], 'disclosure 990002', 'withdrawn self'],
    ['the other recipient', [request, other, stop('990002')], 'disclosure 990003', 'granted'],
    ['every recipient', [request, other, stop()], 'disclosure 990003', 'withdrawn self'],
    [
      'a ticked purpose is no request',
      [event('yes-0001', { ...own, kind: 'consent', decision: 'granted' })],
      'disclosure 990002',
      'proposed self',
    ],
    [
      'a request is no consent',
      [event('disc-0001', { ...own, purpose: 'research', decision: 'granted' })],
      'research 990002',
      'proposed self',
    ],
    ['a request without an answer', [event('disc-0001', own)], 'disclosure 990002', 'proposed self'],
  ];
  for (const [what, events, topic, expected] of table)
    assert.equal(stateOf(events, noon, topic), expected, what);
});

test('an invalidation takes a yes away at once, and a no only when the server has it', () => {
  const voids = (id: string, target: ConsentEvent) =>
    event(
      id,
      { kind: 'invalidation', supersedes: [target.id], decidedAt: at('09:00'), reason: 'nhầm người' },
      target,
    );
  const later = (previous: ConsentEvent) =>
    event('yes-0002', { decidedAt: at('10:00'), decidedBy: [self] }, previous);
  const strangersNo = event('deny-0005', { decision: 'denied', decidedBy: [mother] });
  const table: [what: string, events: ConsentEvent[], state: string, storedState: string][] = [
    ['a yes', [yes, voids('void-0001', yes)], 'invalidated self', 'invalidated self'],
    ['a yes before another', [yes, voids('void-0001', yes), later(yes)], 'granted', 'granted'],
    ['a no', [denied, voids('void-0002', denied)], 'denied self', 'invalidated self'],
    [
      'a withdrawal brings no earlier yes back',
      [yes, withdrawn, voids('void-0003', withdrawn)],
      'withdrawn self',
      'invalidated self',
    ],
    [
      'another’s no, then a yes',
      [strangersNo, voids('void-0004', strangersNo), later(strangersNo)],
      'granted',
      'granted',
    ],
  ];
  for (const [what, events, expected, storedState] of table) {
    assert.equal(stateOf(events), expected, what);
    assert.equal(stateOf(stored(events)), storedState, `${what}, stored`);
  }
});

test('a set that is broken anywhere says nothing but that', () => {
  const foreign = { ...yes, kind: 'blanket' };
  const table: [what: string, events: unknown[]][] = [
    ['an event altered', [{ ...yes, purpose: 'marketing' }, event('yes-0002')]],
    ['one is missing', [withdrawn, event('yes-0002')]],
    ['unknown kind', [foreign, event('yes-0002')]],
    ['a newer version', [{ ...yes, schemaVersion: 2 }, event('yes-0002')]],
    [
      'a newer version, sealed',
      [seal({ ...event('yes-0003'), schemaVersion: 2 as 1 }, null), event('yes-0002')],
    ],
    ['no channel of the decree', [seal({ ...yes, method: 'spoken' as 'app' }, null), event('yes-0002')]],
    [
      'no kind of representative',
      [by('kind-0001', [{ ...mother, representativeType: 'x' as 'a' }]), event('yes-0002')],
    ],
    ['a stored row is missing', stored([yes, event('yes-0002')]).slice(1)],
  ];
  for (const [what, events] of table) {
    const standings = foldConsents(events as AnyConsent[], noon);
    assert.ok(standings.length > 0, what);
    for (const { state } of standings) assert.equal(state, 'broken', what);
  }
});

test('a standing names since when and by which events', () => {
  const [standing] = foldConsents([yesOf.mother, by('chil-0002', [child], { decidedAt: at('09:30') })], noon);
  assert.deepEqual(standing, {
    purpose: 'research',
    state: 'granted',
    since: at('09:30'),
    events: ['moth-0001', 'chil-0002'],
    missing: [],
  });
});
