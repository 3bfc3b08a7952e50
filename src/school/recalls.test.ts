import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadGrowthTables } from '../measures/index.ts';
import type { GrowthTables } from '../measures/index.ts';
import { recalls } from './index.ts';
import { dueRows, orderRows, recallRows } from './recall-rows.fixture.ts';
import { boy, recordWith, shortened, year } from './test-record.ts';

let tables: GrowthTables;
before(async () => {
  tables = await loadGrowthTables();
});
const options = (today: string) => ({ year, round: 'round1', tables, today }) as const;

test('each rule of who is looked at again', () => {
  for (const [rule, places, status, reasons, action] of recallRows) {
    const pupil = { record: recordWith(places, { ...boy, capturedOn: '2026-11-18' }), status };
    const [found] = recalls([pupil], options('2026-11-20'));
    const told = found?.reasons.map(({ kind, code, places: at }) =>
      [kind, code, ...at.map(shortened)].join(' '),
    );
    assert.deepEqual(told ?? [], reasons, rule);
    assert.equal(found?.action, action, rule);
  }
});

test('who was marked is looked at again also without a record, others are not', () => {
  const found = recalls([{}, { status: 'recheck' }], options('2026-11-20'));
  const reasons = [{ kind: 'mark', code: 'recheck', action: 'measureAgain', places: [] }];
  assert.deepEqual(found, [
    { index: 1, action: 'measureAgain', reasons, dueOn: undefined, isOverdue: false },
  ]);
});

const due = (action: string, dueOn: string | undefined) => ({
  record: recordWith({ 'B.followUp.actions': [action], ...(dueOn && { 'B.followUp.dueOn': dueOn }) }, boy),
});

test('each rule of when somebody is overdue', () => {
  for (const [rule, dueOn, today, expected] of dueRows) {
    const [found] = recalls([due('referCommune', dueOn)], options(today));
    assert.equal(found?.isOverdue, expected, rule);
    assert.equal(found?.dueOn, dueOn, rule);
  }
});

test('each rule of the order', () => {
  for (const [rule, pupils, expected] of orderRows) {
    const given = pupils.map((words) => {
      const [action = '', dueOn] = words.split(' ');
      return due(action, dueOn);
    });
    assert.deepEqual(
      recalls(given, options('2026-11-20')).map(({ index }) => index),
      expected,
      rule,
    );
  }
});
