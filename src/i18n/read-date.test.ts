import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDate } from './read-date.ts';

const TODAY = '2026-11-18';

const DATES: readonly (readonly [text: string, value: string, note?: string])[] = [
  ['16/11/2026', '2026-11-16'],
  ['5/4/1986', '1986-04-05'],
  ['12.10.2025', '2025-10-12'],
  ['12-10-2025', '2025-10-12'],
  ['12 / 10 / 2025', '2025-10-12'],
  ['1988.05.17', '1988-05-17'],
  ['2023-02-09', '2023-02-09'],
  ['2023/2/9', '2023-02-09'],
  ['１６／１１／２０２６', '2026-11-16'],
  ['16−11−2026', '2026-11-16'],
  ['29/02/2024', '2024-02-29'],
  ['3/2025', '2025-03'],
  ['03-2025', '2025-03'],
  ['2024-10', '2024-10'],
  ['1942', '1942'],
  ['(1942)', '1942'],
  ['năm 1942', '1942'],
  ['tháng 3/2020', '2020-03'],
  ['T3/2025', '2025-03'],
  ['ngày 5 tháng 4 năm 1986', '1986-04-05'],
  ['tháng 4 năm 1986', '1986-04'],
  ['Ngày sinh: 1/2/1990', '1990-02-01'],
  ['ngày sinh 1/2/1990', '1990-02-01'],
  ['sinh năm 1942', '1942'],
  ['SN 1942', '1942'],
  ['16/11/2026.', '2026-11-16'],
  ['16/11/2026 (10h05)', '2026-11-16', '10h05'],
  ['16/11/2026 10h05', '2026-11-16', '10h05'],
  ['16/11/2026 - 10:05', '2026-11-16', '10:05'],
  ['2026-11-16T10:05:00+07:00', '2026-11-16', '10:05:00+07:00'],
  ['5/4/2020, 7/5/2020', '2020-04-05', '7/5/2020'],
  ['5/4/2020 tại trạm', '2020-04-05', 'tại trạm'],
  ['6/6/1997 ÂL', '1997-06-06', 'ÂL'],
  ['1942 (khoảng)', '1942', 'khoảng'],
  ['1942?', '1942', '?'],
];

test('dates are read day first, in any usual style and only as precise as written', () => {
  for (const [text, value, note] of DATES)
    assert.deepEqual(
      readDate(text, { today: TODAY, label: 'Ngày sinh' }),
      note ? { value, note } : { value },
      text,
    );
});

test('a two-digit year is the latest one not after the day of capture, and asks', () => {
  const rows = [
    ['5/4/86', '1986-04-05'],
    ['20/12/26', '2026-12-20'],
    ['20/12/27', '1927-12-20'],
    ['3/25', '2025-03'],
    ['năm 12', '2012'],
    ['86', '1986'],
  ] as const;
  for (const [text, value] of rows)
    assert.deepEqual(readDate(text, { today: TODAY }), { value, asks: 'date.twoDigitYear' }, text);
  assert.equal(readDate('5/4/05', { today: '1999-01-01' }).value, '1905-04-05');
});

const UNREAD = [
  '30/02/1986',
  '29/02/2023',
  '31/4/2020',
  '1/13/1986',
  '0/5/2020',
  '2023-13-01',
  '11/2O/2025',
  'O1/10/2025',
  '1O/10/2025',
  '1/1/202O',
  '0986',
  '05041986',
  '12 10 2025',
  '1942 10',
  '5/4',
  '05/04',
  '12',
  'tháng 3',
  '2010-2012',
  '2019 - 2020',
  '2019-20',
  '2010 đến nay',
  '5/4/2020 - 7/4/2020',
  '1/2/2020/5',
  'khoảng 1942',
  'mùa thu 2010',
  'mẹ: 5/4/2020',
  'có tiêm',
  'không',
  'không có',
];

test('what is no calendar date, a range, or begins with other words stays as typed', () => {
  for (const text of UNREAD)
    assert.deepEqual(readDate(text, { today: TODAY, label: 'Ngày sinh' }), { unread: text }, text);
});

test('clear words in a date are a reason and keep the rest; dashes and crosses are nothing', () => {
  const rows = [
    ['không nhớ, có tiêm', { absent: 'unknown', note: 'có tiêm' }],
    ['khong nho', { absent: 'unknown' }],
    ['Không biết ngày', { absent: 'unknown', note: 'ngày' }],
    ['Ngày sinh: KN', { absent: 'unknown' }],
    ['(không rõ)', { absent: 'unknown' }],
    ['Chưa cấp.', { absent: 'notAvailableYet' }],
    ['từ chối', { absent: 'refused' }],
    ['(mất sổ)', { note: 'mất sổ' }],
    ['- (mất sổ)', { note: 'mất sổ' }],
    ...['', '  ', '-', '–', '—', '--', 'x', 'X', '×', '/', '…', '.......', '___'].map(
      (text) => [text, {}] as const,
    ),
  ] as const;
  for (const [text, expected] of rows)
    assert.deepEqual(readDate(text, { today: TODAY, label: 'Ngày sinh' }), expected, text);
});
