import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAbsent, readCodedWords, readDistrict, readText, readTextOrAbsent } from './reading.ts';

const TODAY = '2026-11-18';

test('free text stays whatever it says', () => {
  assert.deepEqual(readText(' không nhớ ', false), { value: 'không nhớ' });
  assert.deepEqual(readText('-', false), { value: '-' });
  assert.deepEqual(readText('a\r\nb\r\n', true), { value: 'a\nb' });
  assert.deepEqual(readText(' \n', true), {});
});

const REASONS = {
  unknown: [
    'không nhớ',
    'Không rõ',
    'KHÔNG BIẾT',
    'chưa biết',
    'chưa rõ',
    'KN',
    'ko nhớ',
    'khong ro',
    'không nhớ rõ',
  ],
  notMeasured: ['không đo', 'không đo được', 'không cân được', 'Chưa đo'],
  notAvailableYet: [
    'chưa có',
    'chưa cấp',
    'chưa được cấp',
    'chưa XN',
    'chưa ĐKKS',
    'chưa đăng ký khai sinh',
    'chua co',
  ],
  notApplicable: ['KAD', 'kad', 'N/A', 'không áp dụng', 'khong ap dung'],
  refused: ['từ chối', 'Từ chối.', 'tu choi'],
} as const;

test('clear words are a reason in every field that is not free text', () => {
  for (const [absent, texts] of Object.entries(REASONS))
    for (const text of texts) {
      assert.deepEqual(readTextOrAbsent(text, { today: TODAY }), { absent }, text);
      assert.deepEqual(readAbsent(text), { absent }, text);
    }
});

test('a field of words keeps them, unless clear words stand alone or before a separator', () => {
  const rows = [
    ['Chưa có việc làm', { value: 'Chưa có việc làm' }],
    ['không biết chữ', { value: 'không biết chữ' }],
    ['chưa có', { absent: 'notAvailableYet' }],
    ['(không rõ)', { absent: 'unknown' }],
    ['không nhớ, hỏi mẹ', { absent: 'unknown', note: 'hỏi mẹ' }],
    ['không áp dụng (nam)', { absent: 'notApplicable', note: 'nam' }],
    ['Không', { value: 'Không' }],
    ['Hưu trí (giáo viên)', { value: 'Hưu trí (giáo viên)' }],
    ['(cũ)', { value: '(cũ)' }],
    ['- tự do', { value: '- tự do' }],
    ['Nghề nghiệp: nông dân', { value: 'nông dân' }],
    ['nghề nghiệp  nông dân', { value: 'nông dân' }],
    ['nghề nông', { value: 'nghề nông' }],
    ['Nghề nghiệp', { value: 'Nghề nghiệp' }],
    ['백승우', { value: '백승우' }],
    ['-1/10', { value: '-1/10' }],
    ['-', {}],
    ['X', {}],
    ['', {}],
  ] as const;
  for (const [text, expected] of rows)
    assert.deepEqual(readCodedWords(text, { today: TODAY, label: 'Nghề nghiệp' }), expected, text);
  assert.deepEqual(readCodedWords('Xã Diễn Thịnh', { today: TODAY, label: 'Xã/Phường' }), {
    value: 'Xã Diễn Thịnh',
  });
  assert.deepEqual(readTextOrAbsent('—', { today: TODAY, dashIsNotApplicable: true }), {
    absent: 'notApplicable',
  });
});

test('elsewhere clear words may be followed by anything, which is kept', () => {
  assert.deepEqual(readAbsent('chưa có CCCD'), { absent: 'notAvailableYet', note: 'CCCD' });
  assert.deepEqual(readAbsent('từ chối cung cấp'), { absent: 'refused', note: 'cung cấp' });
  for (const text of ['mẹ không nhớ', 'không', 'không có', 'knx', 'chưa', ''])
    assert.equal(readAbsent(text), undefined);
});

test('a district: nothing, words, or a note where there are no districts any more', () => {
  const rows = [
    ['không', {}, {}],
    ['Không có', {}, {}],
    ['-', {}, {}],
    ['x', {}, {}],
    ['không rõ', { absent: 'unknown' }, { absent: 'unknown' }],
    ['không (bỏ cấp huyện)', { note: 'bỏ cấp huyện' }, { note: 'bỏ cấp huyện' }],
    ['(cũ: quận Hà Đông)', { note: 'cũ: quận Hà Đông' }, { note: 'cũ: quận Hà Đông' }],
    ['TP Biên Hòa (cũ)', { note: 'TP Biên Hòa (cũ)' }, { note: 'TP Biên Hòa (cũ)' }],
    ['không còn cấp quận', { note: 'không còn cấp quận' }, { value: 'không còn cấp quận' }],
    ['Huyện Củ Chi', { note: 'Huyện Củ Chi' }, { value: 'Huyện Củ Chi' }],
  ] as const;
  for (const [text, now, before] of rows) {
    assert.deepEqual(readDistrict(text, { today: TODAY, label: 'Quận/Huyện', abolished: true }), now, text);
    assert.deepEqual(
      readDistrict(text, { today: TODAY, label: 'Quận/Huyện', abolished: false }),
      before,
      text,
    );
  }
});
