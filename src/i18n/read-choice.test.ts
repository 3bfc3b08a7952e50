import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBoxes, readChoice, type ChoiceOption } from './read-choice.ts';

const options = (list: Readonly<Record<string, readonly string[]>>): ChoiceOption[] =>
  Object.entries(list).map(([code, words]) => ({ code, words }));
const SEX = options({ male: ['Nam'], female: ['Nữ'] });
const ABO = options({ O: ['O'], A: ['A'], B: ['B'], AB: ['AB'] });
const RH = options({ '+': ['+', '(+)', 'Rh+', 'dương', 'dương tính'], '-': ['Rh-', '(-)', 'âm', 'âm tính'] });
const TOILET = options({
  flush: ['xả nước'],
  twoVault: ['hai ngăn'],
  bucket: ['hố xí thùng', 'thùng'],
  none: ['không có hố xí', 'không có', 'không'],
});
const SMOKING = options({ no: ['Không'], yes: ['Có'], regular: ['Hút thường xuyên'], quit: ['Đã bỏ'] });
const ACTIVITY = options({
  no: ['Không'],
  yes: ['Có'],
  regular: ['Thường xuyên (tập thể dục, thể thao...)', 'Thường xuyên'],
});

const CHOICES: readonly (readonly [label: string, ChoiceOption[], text: string, expected: object])[] = [
  ['Giới tính', SEX, 'Nam', { value: 'male' }],
  ['Giới tính', SEX, 'nữ', { value: 'female' }],
  ['Giới tính', SEX, 'NU', { value: 'female' }],
  ['Giới tính', SEX, 'Giới tính: nam', { value: 'male' }],
  ['Giới tính', SEX, 'Nữ (năm 2000)', { value: 'female', note: 'năm 2000' }],
  ['Giới tính', SEX, 'nam/nữ', { unread: 'nam/nữ' }],
  ['Giới tính', SEX, 'Nam (nữ?)', { unread: 'Nam (nữ?)' }],
  ['Giới tính', SEX, 'năm', { unread: 'năm' }],
  ['Giới tính', SEX, 'Namm', { unread: 'Namm' }],
  ['Giới tính', SEX, 'Nam […]', { value: 'male', note: '[…]' }],
  ['Giới tính', SEX, 'không rõ', { absent: 'unknown' }],
  ['Giới tính', SEX, '-', {}],
  ['Nhóm máu: Hệ ABO', ABO, 'AB', { value: 'AB' }],
  ['Nhóm máu: Hệ ABO', ABO, 'nhóm máu ｏ', { value: 'O' }],
  ['Nhóm máu: Hệ ABO', ABO, 'O+', { value: 'O', note: '+' }],
  ['Nhóm máu: Hệ ABO', ABO, 'AB-', { value: 'AB', note: '-' }],
  ['Nhóm máu: Hệ ABO', ABO, 'C', { unread: 'C' }],
  ['Nhóm máu: Hệ ABO', ABO, 'A1', { unread: 'A1' }],
  ['Nhóm máu: Hệ ABO', ABO, 'O, A', { unread: 'O, A' }],
  ['Nhóm máu: Hệ ABO', ABO, 'chưa XN', { absent: 'notAvailableYet' }],
  ['Nhóm máu: Hệ ABO', ABO, 'Không biết', { absent: 'unknown' }],
  ['Hệ Rh', RH, 'Rh+', { value: '+' }],
  ['Hệ Rh', RH, 'Rh (+)', { value: '+' }],
  ['Hệ Rh', RH, '(+)', { value: '+' }],
  ['Hệ Rh', RH, 'Dương', { value: '+' }],
  ['Hệ Rh', RH, 'Rh −', { value: '-' }],
  ['Hệ Rh', RH, 'âm tính', { value: '-' }],
  ['Hệ Rh', RH, 'Rh + (2020)', { value: '+', note: '2020' }],
  ['Hệ Rh', RH, '+-', { unread: '+-' }],
  ['Hệ Rh', RH, '+/-', { unread: '+/-' }],
  ['Hệ Rh', RH, 'Rh+ (-)', { unread: 'Rh+ (-)' }],
  ['Hệ Rh', RH, '( - )', { value: '-' }],
  ['Giới tính', SEX, 'Nam ( )', { unread: 'Nam ( )' }],
  ['Hệ Rh', RH, 'Rh- ( )', { unread: 'Rh- ( )' }],
  ['Hệ Rh', RH, '-', {}],
  ['Hệ Rh', RH, '–', {}],
  ['Hệ Rh', RH, '- không', { unread: '- không' }],
  ['Loại hố xí', TOILET, 'xả nước', { value: 'flush' }],
  ['Loại hố xí', TOILET, 'hố xí hai ngăn', { value: 'twoVault' }],
  ['Loại hố xí', TOILET, 'không có hố xí', { value: 'none' }],
  ['Loại hố xí', TOILET, 'không biết', { absent: 'unknown' }],
  ['Loại hố xí', TOILET, 'xả nước (tự hoại)', { value: 'flush', note: 'tự hoại' }],
  ['Loại hố xí', TOILET, 'xả nước, hai ngăn', { unread: 'xả nước, hai ngăn' }],
  ['Loại hố xí', TOILET, 'xả nước; nhà cũ hai ngăn', { unread: 'xả nước; nhà cũ hai ngăn' }],
  ['Loại hố xí', TOILET, 'tự hoại', { unread: 'tự hoại' }],
];

test('one of a closed list is read by its words; other or several words stay as typed', () => {
  for (const [label, list, text, expected] of CHOICES)
    assert.deepEqual(readChoice(text, { today: '2026-11-18', label, options: list }), expected, text);
});

test('a sign counts as nothing unless the list itself has it', () => {
  const signs = options({ '+': ['+'], '-': ['-'] });
  assert.deepEqual(readChoice('−', { today: '2026-11-18', options: signs }), { value: '-' });
});

test('a row of boxes takes every box that is named, in order, and keeps the rest', () => {
  const rows: readonly (readonly [ChoiceOption[], string, object])[] = [
    [SMOKING, 'Có', { value: ['yes'] }],
    [SMOKING, 'Có, Đã bỏ', { value: ['yes', 'quit'] }],
    [SMOKING, 'đã bỏ và có', { value: ['quit', 'yes'] }],
    [SMOKING, 'Không; Hút thường xuyên', { value: ['no', 'regular'] }],
    [SMOKING, 'co, da bo', { value: ['yes', 'quit'] }],
    [SMOKING, 'Có, có', { value: ['yes'] }],
    [SMOKING, 'Có (15 điếu/ngày)', { value: ['yes'], note: '15 điếu/ngày' }],
    [SMOKING, 'Không', { value: ['no'] }],
    [SMOKING, 'Không (")', { value: ['no'], note: '"' }],
    [SMOKING, 'Không - …', { value: ['no'] }],
    ...[
      '[ ] Có [x] Không',
      '( ) Có (x) Không',
      '☐ Có',
      '() Có',
      'Có ☐ Không ☑',
      'Có ( )',
      'Có()',
      'Có （ ）',
      'Có [ ]',
      'Có ☐',
      'Không ( ) Có',
    ].map((unread) => [SMOKING, unread, { unread }] as const),
    [SMOKING, 'Có, Đã bỏ ( )', { value: ['yes'], note: 'Đã bỏ ( )' }],
    [SMOKING, 'không biết', { absent: 'unknown' }],
    [SMOKING, 'hút 15 điếu', { unread: 'hút 15 điếu' }],
    [SMOKING, '-', {}],
    [ACTIVITY, 'Thường xuyên (tập thể dục, thể thao...)', { value: ['regular'] }],
    [ACTIVITY, 'Thường xuyên (đá bóng)', { value: ['regular'], note: 'đá bóng' }],
  ];
  for (const [list, text, expected] of rows)
    assert.deepEqual(readBoxes(text, { today: '2026-11-18', options: list }), expected, text);
});
