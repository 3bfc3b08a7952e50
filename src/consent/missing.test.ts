import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overridePurpose, defaultPurposes, whatIsMissing } from './index.ts';
import type { AnyConsent, KnownPerson, Missing, MissingQuestion } from './index.ts';
import { at, event, stored } from './test-events.ts';

const noon = at('12:00');
const settings = { controller: { name: 'Trạm Y tế Mẫu' }, processors: [], recipients: [] };
const ask = (question: Partial<MissingQuestion>): Missing =>
  whatIsMissing({ settings, events: [], person: { birthDate: '1980-02-03' }, when: noon, ...question });
const codes = (purposes: readonly { code: string }[]): string => purposes.map(({ code }) => code).join(' ');

const self = { role: 'self', name: 'Nguyễn Văn Mẫu' } as const;
const mother = { role: 'representative', name: 'Trần Thị Ví Dụ' } as const;
const father = { role: 'representative', name: 'Lê Văn Mẫu' } as const;
const child = { role: 'child', name: 'Lê Ví Dụ' } as const;

test('a new person is told of what a law asks for and asked about the rest; a request is the person’s own', () => {
  const { tell, ask: asks, blocked, deciders } = ask({});
  assert.equal(codes(tell), 'record sending');
  assert.equal(codes(asks), 'screening reminders research marketing automated');
  assert.equal(
    blocked.map(({ purpose, reason }) => `${purpose.code} ${reason}`).join(),
    codes(asks)
      .split(' ')
      .map((code) => `${code} notAsked`)
      .join(),
  );
  assert.deepEqual(deciders.record?.deciders, ['self']);
  const told = event('told-0001', { kind: 'notice', purpose: 'record' });
  assert.equal(codes(ask({ events: [told] }).tell), 'sending');
});

test('each kind of person leads to the right deciders', () => {
  const table: [what: string, person: KnownPerson, deciders: string, reason: string][] = [
    ['newborn', { birthDate: '2026-11-01' }, 'representative', 'smallChild'],
    ['6 years 364 days', { birthDate: '2019-11-02' }, 'representative', 'smallChild'],
    ['7 years', { birthDate: '2019-11-01' }, 'representative child', 'child'],
    ['15 years', { birthDate: '2011-11-01' }, 'representative child', 'child'],
    ['16 years', { birthDate: '2010-11-01' }, 'representative child', 'minor'],
    ['17 years', { birthDate: '2009-11-01' }, 'representative child', 'minor'],
    ['18 years', { birthDate: '2008-11-01' }, 'self', 'adult'],
    ['unknown', {}, 'representative child', 'unknownAge'],
    ['represented adult', { birthDate: '1950', capacity: 'lost' }, 'representative', 'representedAdult'],
  ];
  for (const [what, person, deciders, reason] of table) {
    const answers = Object.values(ask({ person }).deciders);
    assert.equal(answers.length, 9);
    for (const each of answers)
      assert.equal(`${each.deciders.join(' ')} ${each.reason}`, `${deciders} ${reason}`, what);
  }
});

test('who answered is not asked again, except where something is missing or over', () => {
  const research = defaultPurposes.filter(({ code }) => code === 'research');
  const ten = { birthDate: '2016-05-01' };
  const of = (id: string, person: object, changes: object, previous: Parameters<typeof event>[2] = null) =>
    event(id, { subject: { ...person, birthDateFrom: 'document' }, ...changes }, previous);
  const adult = { birthDate: '1980-02-03' };
  const both = of('both-0001', { birthDate: '2008-11-10' }, { decidedBy: [mother, child] });
  const yes = of('yes-0001', adult, { decidedBy: [self] });
  const no = of('deny-0001', ten, { decision: 'denied', decidedBy: [father] });
  const table: [
    what: string,
    person: KnownPerson,
    events: AnyConsent[],
    asked: boolean,
    blocked: string,
    when?: string,
  ][] = [
    ['a yes', adult, [yes], false, ''],
    ['a no', adult, [of('deny-0002', adult, { decision: 'denied' })], false, 'denied'],
    [
      'withdrawn',
      adult,
      [yes, of('with-0001', adult, { kind: 'withdrawal', decidedAt: at('09:00') }, yes)],
      false,
      'withdrawn',
    ],
    ['restricted', adult, [of('rest-0001', adult, { kind: 'restriction' })], false, 'restricted'],
    ['later, the same day', adult, [of('late-0001', adult, { decision: 'deferred' })], false, 'deferred'],
    [
      'later, the next day',
      adult,
      [of('late-0001', adult, { decision: 'deferred' })],
      true,
      'deferred',
      '2026-11-02T00:00:00+07:00',
    ],
    ['no answer', adult, [of('open-0001', adult, { decision: undefined })], true, 'proposed'],
    ['over', adult, [of('yes-0002', adult, { validTo: '2026-10-31' })], true, 'expired'],
    ['the mother alone', ten, [of('moth-0001', ten, { decidedBy: [mother] })], true, 'partiallyAssented'],
    [
      'two parents who disagree',
      ten,
      [of('moth-0002', ten, { decidedBy: [mother, child] }), no],
      false,
      'denied',
    ],
    ['grown up', { birthDate: '2008-11-10' }, [both], true, 'invalidated', '2026-11-10T08:00:00+07:00'],
    ['not grown up yet', { birthDate: '2008-11-10' }, [both], false, '', '2026-11-09T08:00:00+07:00'],
    [
      'withdrawn by a child grown up',
      { birthDate: '2008-11-10' },
      [
        both,
        of(
          'with-0002',
          { birthDate: '2008-11-10' },
          { kind: 'withdrawal', decidedAt: '2026-11-11T08:00:00+07:00' },
          both,
        ),
      ],
      false,
      'withdrawn',
      '2026-11-12T08:00:00+07:00',
    ],
    ['broken', adult, [{ ...yes, reason: 'x' }], false, 'broken'],
  ];
  for (const [what, person, events, isAsked, reason, when] of table) {
    const found = ask({ person, events, purposes: research, when: when ?? noon });
    assert.equal(found.ask.length, isAsked ? 1 : 0, what);
    assert.equal(found.blocked.map((one) => one.reason).join(), reason, what);
    const state = found.blocked[0]?.standing?.state;
    if (reason) assert.equal(state, reason, what);
  }
});

test('a host’s purposes and policies are the ones that count', () => {
  const purposes = overridePurpose(defaultPurposes, 'record', {
    mode: 'consent',
    basis: { code: 'consent_9' },
  });
  const own = { ...settings, purposes };
  assert.equal(codes(ask({ settings: own }).ask).split(' ')[0], 'record');
  assert.equal(codes(ask({ settings: own }).tell), 'sending');
  assert.equal(codes(ask({ settings: own, purposes: purposes.slice(0, 1) }).ask), 'record');
  const rules = [{ act: '*', from: 0, capacity: ['full'], deciders: ['child'], reason: 'child' }] as const;
  const policies = [{ id: 'own', from: '2026-01-01', source: { vi: 'x', en: 'x' }, rules }];
  const yes = event('chil-0001', { decidedBy: [child] });
  const research = defaultPurposes.filter(({ code }) => code === 'research');
  const found = ask({ settings: { ...settings, policies }, events: [yes], purposes: research });
  assert.deepEqual([found.ask.length, found.deciders.research?.policy], [0, 'own']);
});

test('who agreed to a text that changed in what matters is asked again, and the yes goes on', () => {
  const base = {
    id: 'health-record',
    language: 'vi',
    audience: 'adult',
    parts: [],
    labels: {},
    buttons: {},
  } as never as object;
  const version = (name: string, from: string, isMaterial?: boolean) =>
    ({ ...base, version: name, from, ...(isMaterial && { isMaterial }) }) as never;
  const yes = stored([event('yes-0001')]);
  const research = defaultPurposes.filter(({ code }) => code === 'research');
  const old = version('2026-11', '2026-10-01');
  const asks = (notices: never[], when = '2026-12-02T08:00:00+07:00') => {
    const found = ask({ settings: { ...settings, notices }, events: yes, purposes: research, when });
    return [found.ask.length, found.blocked.length];
  };
  assert.deepEqual(asks([old]), [0, 0]);
  assert.deepEqual(asks([old, version('2026-12', '2026-12-01')]), [0, 0]);
  assert.deepEqual(asks([old, version('2026-12', '2026-12-01', true)]), [1, 0]);
  assert.deepEqual(asks([old, version('2026-12', '2026-12-01', true)], '2026-11-30T08:00:00+07:00'), [0, 0]);
  assert.deepEqual(
    asks([old, version('2026-12', '2026-12-01', true), version('2027-01', '2026-12-02')]),
    [1, 0],
  );
});
