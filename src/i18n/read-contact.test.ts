import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEmail, readPhone } from './read-contact.ts';

const CTX = { today: '2026-11-18', label: 'Di động' };

const PHONES: readonly (readonly [text: string, value: string, note?: string])[] = [
  ['0912 345 678', '0912345678'],
  ['0354.000.514', '0354000514'],
  ['0234-3999-808', '02343999808'],
  ['024 3999 0417', '02439990417'],
  ['(024) 3999 0417', '02439990417'],
  ['0251 399 974', '0251399974'],
  ['０９１２３４５６７８', '0912345678'],
  ['+84 974 000 742', '0974000742'],
  ['84 974 000 742', '0974000742'],
  ['0084 974 000 742', '0974000742'],
  ['(+84) 36 900 0123', '0369000123'],
  ['+84 (0)912 345 678', '0912345678'],
  ['(0)912 345 678', '0912345678'],
  ['+82 10-9900-0123', '+821099000123'],
  ['+44 (0)20 7946 0999', '+442079460999'],
  ['SĐT: 0912345678', '0912345678'],
  ['Di động 0912345678', '0912345678'],
  ['0912 345 678 0912 345 678', '0912345678'],
  ['0912345678 / +84 912 345 678', '0912345678'],
  ['0912 345 678 (0912345678)', '0912345678'],
  ['0251 3999 742 (phòng y tế công ty)', '02513999742', 'phòng y tế công ty'],
  ['0912345678 mẹ', '0912345678', 'mẹ'],
  ['(0912 345 678) mẹ', '0912345678', 'mẹ'],
  ['0912 345 678, 0913 000 111', '0912345678', '0913 000 111'],
  ['0912345678 - 0913000111', '0912345678', '0913000111'],
  ['0912345678 (mẹ), 0913000111 (bố)', '0912345678', '(mẹ), 0913000111 (bố)'],
  ['0251 399 974 (2 máy)', '0251399974', '2 máy'],
];

test('phones get their leading 0, foreign ones keep "+", the first of several is the value', () => {
  for (const [text, value, note] of PHONES)
    assert.deepEqual(readPhone(text, CTX), note ? { value, note } : { value }, text);
});

test('numbers with the wrong count of digits, letters or other words before them stay as typed', () => {
  const rows = [
    '39 99 01',
    '091234567',
    '0912 345 67O',
    '0912 345 678O',
    '0912 345 678 9',
    '0612 345 678',
    '1900 1234',
  ];
  for (const unread of [...rows, '36 900 0123', 'Mẹ: 0978 000 515', 'không dùng', 'gọi mẹ'])
    assert.deepEqual(readPhone(unread, CTX), { unread }, unread);
});

test('"không", "không có" is nothing; what follows is a note and never the number', () => {
  const rows = [
    ['không', {}],
    ['Không có', {}],
    ['khong co.', {}],
    ['-', {}],
    ['x', {}],
    ['Di động: không', {}],
    ['không có (học sinh)', { note: 'học sinh' }],
    [
      'Không có; gọi nhờ trưởng thôn Vi Văn Ngọ 0349 000 142',
      { note: 'gọi nhờ trưởng thôn Vi Văn Ngọ 0349 000 142' },
    ],
    ['không có điện thoại', { note: 'không có điện thoại' }],
    ['(gọi 0912 345 678)', { note: 'gọi 0912 345 678' }],
    ['(0912 345 678)', { note: '0912 345 678' }],
    ['không nhớ', { absent: 'unknown' }],
    ['chưa có', { absent: 'notAvailableYet' }],
    ['từ chối', { absent: 'refused' }],
  ] as const;
  for (const [text, expected] of rows) assert.deepEqual(readPhone(text, CTX), expected, text);
});

test('mail addresses are kept as typed; broken ones stay unread', () => {
  const rows = [
    ['hbun+suckhoe@example.org', { value: 'hbun+suckhoe@example.org' }],
    ['ph.ngocanh4a2@example.com', { value: 'ph.ngocanh4a2@example.com' }],
    ['KN.Hoa@mail.example.com', { value: 'KN.Hoa@mail.example.com' }],
    ['kn@example.com', { value: 'kn@example.com' }],
    ['ko@example.com', { value: 'ko@example.com' }],
    ['Email: a@example.com', { value: 'a@example.com' }],
    ['a＠example．com', { value: 'a@example.com' }],
    ['a@example.com (mẹ)', { value: 'a@example.com', note: 'mẹ' }],
    ['a@example.com, b@example.org', { value: 'a@example.com', note: 'b@example.org' }],
    ['không có', {}],
    ['-', {}],
    ['không biết', { absent: 'unknown' }],
    ...[
      'phanvanluc@@example,com',
      'a@example',
      'a @ example.com',
      'a..b@example.com',
      'mẹ: a@example.com',
    ].map((unread) => [unread, { unread }] as const),
  ] as const;
  for (const [text, expected] of rows)
    assert.deepEqual(readEmail(text, { ...CTX, label: 'Email' }), expected, text);
});
