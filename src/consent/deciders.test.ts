import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoDecides } from './index.ts';

const at = '2026-11-22T09:00:00+07:00';
const both = 'representative+child';

test('who decides follows from the age on the day of the decision', () => {
  const table: [
    what: string,
    question: Omit<Parameters<typeof whoDecides>[0], 'act'>,
    deciders: string,
    reason: string,
  ][] = [
    ['born today', { birthDate: '2026-11-22', at }, 'representative', 'smallChild'],
    ['6 years 364 days', { birthDate: '2019-11-23', at }, 'representative', 'smallChild'],
    ['7th birthday', { birthDate: '2019-11-22', at }, both, 'child'],
    [
      'the evening before the 7th birthday in UTC, the birthday here',
      { birthDate: '2019-11-22', at: '2026-11-21T17:00:00Z' },
      both,
      'child',
    ],
    [
      'a minute before midnight here',
      { birthDate: '2019-11-22', at: '2026-11-21T16:59:00Z' },
      'representative',
      'smallChild',
    ],
    ['15 years', { birthDate: '2011-11-22', at }, both, 'child'],
    ['a day before the 16th birthday', { birthDate: '2010-11-23', at }, both, 'child'],
    ['16th birthday', { birthDate: '2010-11-22', at }, both, 'minor'],
    ['17 years', { birthDate: '2009-11-22', at }, both, 'minor'],
    ['a day before the 18th birthday', { birthDate: '2008-11-23', at }, both, 'minor'],
    ['18th birthday', { birthDate: '2008-11-22', at }, 'self', 'adult'],
    ['84 years', { birthDate: '1942-03-19', at }, 'self', 'adult'],
    ['29 February, on 28 February before 18', { birthDate: '2008-02-29', at: '2026-02-28' }, both, 'minor'],
    ['29 February, on 1 March', { birthDate: '2008-02-29', at: '2026-03-01' }, 'self', 'adult'],
    ['29 February, in a leap year', { birthDate: '2020-02-29', at: '2028-02-29' }, both, 'child'],
    [
      '29 February, 7th birthday in a year without one',
      { birthDate: '2020-02-29', at: '2027-03-01' },
      both,
      'child',
    ],
    [
      '29 February, the day before',
      { birthDate: '2020-02-29', at: '2027-02-28' },
      'representative',
      'smallChild',
    ],
    ['year only, 17 or 18', { birthDate: '2008', at }, both, 'doubtfulAge'],
    ['year only, 18 on its last day', { birthDate: '2008', at: '2026-12-31' }, 'self', 'adult'],
    ['month only, 18 in the whole month', { birthDate: '2008-10', at }, 'self', 'adult'],
    ['month only, the month of the 18th birthday', { birthDate: '2008-11', at }, both, 'doubtfulAge'],
    ['month only, the month of the 7th birthday', { birthDate: '2019-11', at }, both, 'doubtfulAge'],
    ['year only, 6 or 7', { birthDate: '2019', at }, both, 'doubtfulAge'],
    ['year only, an old person', { birthDate: '1942', at }, 'self', 'adult'],
    ['born this year', { birthDate: '2026', at }, 'representative', 'smallChild'],
    ['nothing known', { at }, both, 'unknownAge'],
    ['said to be unknown', { birthDate: '1980-01-01', birthDateFrom: 'unknown', at }, both, 'unknownAge'],
    ['stated', { birthDate: '1980-01-01', birthDateFrom: 'stated', at }, 'self', 'adult'],
    ['born after the day', { birthDate: '2027-01-01', at }, both, 'unknownAge'],
    ['a day that is none', { birthDate: '1980-02-30', at }, both, 'unknownAge'],
    ['no instant', { birthDate: '1980-01-01', at: 'today' }, both, 'unknownAge'],
    [
      'a represented adult',
      { birthDate: '1950-01-01', capacity: 'lost', at },
      'representative',
      'representedAdult',
    ],
    [
      'an adult who has difficulty',
      { birthDate: '1950-01-01', capacity: 'difficulty', at },
      'representative',
      'representedAdult',
    ],
    [
      'an adult of limited capacity',
      { birthDate: '1950-01-01', capacity: 'limited', at },
      'representative',
      'representedAdult',
    ],
    [
      'a child of 10 who cannot decide at all',
      { birthDate: '2016-01-01', capacity: 'lost', at },
      'representative',
      'representedChild',
    ],
    [
      'a child of 10 who has difficulty',
      { birthDate: '2016-01-01', capacity: 'difficulty', at },
      both,
      'child',
    ],
    ['before the first policy', { birthDate: '2010-01-01', at: '2024-05-01' }, both, 'child'],
  ];
  for (const [what, question, deciders, reason] of table) {
    const answer = whoDecides({ act: 'process', ...question });
    assert.equal(`${answer.deciders.join('+')} ${answer.reason}`, `${deciders} ${reason}`, what);
  }
});

test('ages differ by act', () => {
  const table: [act: Parameters<typeof whoDecides>[0]['act'], birthDate: string, deciders: string][] = [
    ['hivTest', '2011-11-23', both],
    ['hivTest', '2011-11-22', 'self'],
    ['hivTest', '2020-11-22', 'representative'],
    ['hivResult', '2010-11-22', 'self'],
    ['hivResult', '2013-11-22', both],
    ['methadone', '2014-11-22', both],
    ['methadone', '2009-01-01', both],
    ['methadone', '2008-11-22', 'self'],
    ['disclose', '2009-01-01', both],
    ['disclose', '2008-11-22', 'self'],
  ];
  for (const [act, birthDate, deciders] of table) {
    assert.equal(whoDecides({ act, birthDate, at }).deciders.join('+'), deciders, `${act} ${birthDate}`);
  }
  const lost = whoDecides({ act: 'hivTest', birthDate: '2009-01-01', capacity: 'lost', at });
  assert.deepEqual(lost.deciders, ['representative']);
});

test('the policy of the day decides, and the answer names it and the ages that are possible', () => {
  const rule = { act: '*', from: 0, capacity: ['full'], reason: 'adult' } as const;
  const policies = [
    {
      id: 'later',
      from: '2027-01-01',
      source: { vi: 'a law to come', en: 'a law to come' },
      rules: [{ ...rule, deciders: ['child'] }],
    },
    {
      id: 'now',
      from: '2026-01-01',
      source: { vi: 'a law', en: 'a law' },
      rules: [{ ...rule, deciders: ['self'] }],
    },
  ] as const;
  const ask = (day: string) => whoDecides({ act: 'process', birthDate: '2010', at: day, policies });
  assert.deepEqual(ask('2026-12-31'), { policy: 'now', deciders: ['self'], reason: 'adult', age: [16, 16] });
  assert.deepEqual(ask('2027-01-01'), {
    policy: 'later',
    deciders: ['child'],
    reason: 'adult',
    age: [16, 17],
  });
  assert.equal(ask('2025-01-01').policy, 'now');
  assert.throws(() => whoDecides({ act: 'process', at, policies: [] }), RangeError);
});

test('where no row of a policy fits, child and representative both decide', () => {
  const policies = [{ id: 'gap', from: '2026-01-01', source: { vi: 'a law', en: 'a law' }, rules: [] }];
  const { deciders } = whoDecides({ act: 'process', birthDate: '1980-01-01', at, policies });
  assert.deepEqual(deciders, ['representative', 'child']);
});
