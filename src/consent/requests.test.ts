import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestDates } from './index.ts';

// Tết 2027 and the days around it, as a facility would give them.
const holidays = ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'];
const received = '2026-11-04T10:00:00+07:00'; // Wednesday

test('dates of a request follow decree 356/2025 art. 5', () => {
  const table: [type: Parameters<typeof requestDates>[0], done: string, through: string, most: string][] = [
    ['withdraw', '2026-11-19', '2026-11-24', '2026-12-04'],
    ['restrict', '2026-11-19', '2026-11-24', '2026-12-04'],
    ['object', '2026-11-19', '2026-11-24', '2026-12-04'],
    ['view', '2026-11-14', '2026-11-19', '2026-11-24'],
    ['correct', '2026-11-14', '2026-11-19', '2026-11-24'],
    ['copy', '2026-11-14', '2026-11-19', '2026-11-24'],
    ['erase', '2026-11-24', '2026-12-04', '2026-12-14'],
    ['protect', '2026-11-19', '2026-11-19', '2026-12-04'],
  ];
  for (const [type, doneBy, doneThroughOthersBy, extendedAtMost] of table) {
    const expected = { answerBy: '2026-11-06', doneBy, doneThroughOthersBy, extendedAtMost };
    assert.deepEqual(requestDates(type, received), expected, type);
  }
});

test('the first answer counts working days only', () => {
  const table: [receivedAt: string, answerBy: string][] = [
    ['2026-11-05T10:00:00+07:00', '2026-11-09'], // Thursday
    ['2026-11-06T10:00:00+07:00', '2026-11-10'], // Friday
    ['2026-11-07T10:00:00+07:00', '2026-11-10'], // Saturday
    ['2026-11-08T10:00:00+07:00', '2026-11-10'], // Sunday
    ['2026-11-03T17:30:00Z', '2026-11-06'], // Wednesday here
    ['2027-02-04T10:00:00+07:00', '2027-02-15'], // before Tết
    ['2026-12-31T23:59:00+07:00', '2027-01-04'],
  ];
  for (const [receivedAt, answerBy] of table) {
    assert.equal(requestDates('view', receivedAt, { holidays }).answerBy, answerBy, receivedAt);
  }
});

test('terms are data of the host', () => {
  const term = { answer: 1, perform: 3, extension: 4 };
  const all = { withdraw: term, restrict: term, object: term, view: term, correct: term, copy: term };
  const terms = { ...all, erase: term, protect: term };
  assert.deepEqual(requestDates('view', received, { terms }), {
    answerBy: '2026-11-05',
    doneBy: '2026-11-07',
    doneThroughOthersBy: '2026-11-07',
    extendedAtMost: '2026-11-11',
  });
});
