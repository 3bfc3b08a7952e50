import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  age,
  bmi,
  earliest,
  isBefore,
  isDay,
  isPartialDate,
  isPossible,
  latest,
  plausibleRange,
  possibleRange,
} from './index.ts';

test('BMI is weight by height squared, rounded half up to two decimals', () => {
  const table: [kg: number | undefined, cm: number | undefined, bmi: number | undefined][] = [
    [7.8, 67.5, 17.12],
    [29.6, 132, 16.99],
    [39.5, 151, 17.32],
    [58.5, 153, 24.99],
    [66.5, 168, 23.56],
    [44.5, 149.5, 19.91],
    [78.4, 176, 25.31],
    [61, 152, 26.4],
    [50.105, 100, 50.11],
    [1.005, 100, 1.01],
    [undefined, 150, undefined],
    [50, undefined, undefined],
    [650, 17, undefined],
    [60, 1.65, undefined],
    [2900, 49, undefined],
    [0, 150, undefined],
    [-50, 150, undefined],
    [NaN, 150, undefined],
  ];
  for (const [weightKg, heightCm, expected] of table)
    assert.equal(bmi({ weightKg, heightCm }), expected, `${weightKg} kg, ${heightCm} cm`);
});

test('age is completed days, months and years, a range where the birth date is partial', () => {
  const table: [born: string, on: string, days: number[] | undefined, months: number[], years: number[]][] = [
    ['2026-11-16', '2026-11-18', [2, 2], [0, 0], [0, 0]],
    ['2026-04-02', '2026-11-09', [221, 221], [7, 7], [0, 0]],
    ['2012-02-23', '2026-10-14', [5347, 5347], [175, 175], [14, 14]],
    ['1963-11-20', '2026-11-12', undefined, [755, 755], [62, 62]],
    ['1991-11-11', '2026-11-10', undefined, [419, 419], [34, 34]],
    ['1991-11-10', '2026-11-10', undefined, [420, 420], [35, 35]],
    ['1942', '2026-10-28', undefined, [1005, 1017], [83, 84]],
    ['2026-10', '2026-10-28', [0, 27], [0, 0], [0, 0]],
    ['2026-03', '2026-10-28', [211, 241], [6, 7], [0, 0]],
    ['2026-01-31', '2026-02-28', [28, 28], [0, 0], [0, 0]],
    ['2024-02-29', '2025-02-28', [365, 365], [11, 11], [0, 0]],
    ['2024-02-29', '2025-03-01', [366, 366], [12, 12], [1, 1]],
    ['1990-05-01', '2020', undefined, [356, 367], [29, 30]],
  ];
  for (const [born, on, days, months, years] of table) {
    const found = age(born, on);
    assert.deepEqual(
      found && { months: found.months, years: found.years },
      { months, years },
      `${born} on ${on}`,
    );
    if (days) assert.deepEqual(found?.days, days, `${born} on ${on}`);
  }
});

test('no age without two dates or before birth', () => {
  for (const [born, on] of [
    ['2026-11-19', '2026-11-18'],
    ['2027', '2026-11-18'],
    ['2026-02-30', '2026-11-18'],
    ['16/11/2026', '2026-11-18'],
    [undefined, '2026-11-18'],
    ['2026-11-18', undefined],
  ])
    assert.equal(age(born, on), undefined, `${born} on ${on}`);
});

test('a partial date is a year, a month or a day of the calendar', () => {
  for (const date of ['1942', '1942-03', '1942-03-19', '2024-02-29', '0099-12-31'])
    assert.ok(isPartialDate(date), date);
  for (const date of [
    '2023-02-29',
    '1942-13',
    '1942-00',
    '1942-1-1',
    '42',
    '1942-03-19T00:00',
    '',
    1942,
    null,
  ])
    assert.ok(!isPartialDate(date), String(date));
  assert.ok(isDay('2026-11-18'));
  assert.ok(!isDay('2026-11'));
});

test('a partial date lies before another only if every day of it does', () => {
  const table: [a: string, b: string, before: boolean][] = [
    ['2025', '2026', true],
    ['2026', '2026-05-01', false],
    ['2026-05-01', '2026', false],
    ['2026-04', '2026-05-01', true],
    ['2026-05', '2026-05-01', false],
    ['2026-04-30', '2026-05', true],
    ['2026-04-30', '2026-04-30', false],
    ['2026-04-29', '2026-04-30', true],
  ];
  for (const [a, b, before] of table) assert.equal(isBefore(a, b), before, `${a} before ${b}`);
  assert.deepEqual(
    ['2024', '2024-02', '2023-02', '2024-02-11'].map((date) => [earliest(date), latest(date)]),
    [
      ['2024-01-01', '2024-12-31'],
      ['2024-02-01', '2024-02-29'],
      ['2023-02-01', '2023-02-28'],
      ['2024-02-11', '2024-02-11'],
    ],
  );
});

test('limits by age: an age that is not known allows what one of its ages allows', () => {
  assert.deepEqual(possibleRange('heightCm'), [20, 275]);
  assert.equal(possibleRange('toString'), undefined);
  assert.ok(isPossible('temperatureC', 36.8) && !isPossible('temperatureC', 45.2));
  assert.ok(!isPossible('temperatureC', '36.8') && !isPossible('temperatureC', NaN));
  assert.deepEqual(plausibleRange('pulsePerMinute', [0, 0]), [70, 220]);
  assert.deepEqual(plausibleRange('pulsePerMinute', [30, 31]), [38, 160]);
  assert.deepEqual(plausibleRange('pulsePerMinute', [4.5, 5.5]), [45, 200]);
  assert.deepEqual(plausibleRange('pulsePerMinute'), [38, 220]);
  assert.equal(plausibleRange('bmi'), undefined);
});

test('dates and ages never throw', () => {
  const text = fc.oneof(
    fc.string(),
    fc.date({ noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = age(a, b);
      if (found)
        assert.ok(found.days[0] >= 0 && found.days[0] <= found.days[1] && found.years[0] <= found.years[1]);
    }),
  );
});
