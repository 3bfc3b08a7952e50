import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeList, findDiagnoses, isKnownIcd10 } from './index.ts';

/** What is expected: code, as written, words; several after each other. */
const table: readonly (readonly [line: string, ...found: string[]])[] = [
  ['I10', 'I10', 'I10', ''],
  ['E11.9 Đái tháo đường týp 2', 'E11.9', 'E11.9', 'Đái tháo đường týp 2'],
  ['vàng da sinh lý theo dõi (P59.9)', 'P59.9', 'P59.9', 'vàng da sinh lý theo dõi'],
  ['theo dõi thiếu máu D50.9', 'D50.9', 'D50.9', 'theo dõi thiếu máu'],
  ['M41.1 Vẹo cột sống', 'M41.1', 'M41.1', 'Vẹo cột sống'],
  ['i10, E11.9', 'I10', 'i10', '', 'E11.9', 'E11.9', ''],
  ['I10;E11.9\nK29.5', 'I10', 'I10', '', 'E11.9', 'E11.9', '', 'K29.5', 'K29.5', ''],
  ['khỏe; I10 Tăng huyết áp (nguyên phát); nghỉ', 'I10', 'I10', 'Tăng huyết áp (nguyên phát)'],
  ['I10 THA E11.9 ĐTĐ', 'I10', 'I10', 'THA', 'E11.9', 'E11.9', 'ĐTĐ'],
  ['THA (I10), ĐTĐ (E11.9)', 'I10', 'I10', 'THA', 'E11.9', 'E11.9', 'ĐTĐ'],
  ['THA I10 độ 2, ĐTĐ E11.9 mới', 'I10', 'I10', 'THA độ 2', 'E11.9', 'E11.9', 'ĐTĐ mới'],
  ['THA (I10, E11.9)', 'I10', 'I10', 'THA', 'E11.9', 'E11.9', ''],
  ['1. I10 THA', 'I10', 'I10', 'THA'],
  ['1.I10 THA', 'I10', 'I10', 'THA'],
  ['Tăng huyết áp, mã ICD-10: I10', 'I10', 'I10', 'Tăng huyết áp'],
  ['G01* Viêm màng não', 'G01', 'G01', 'Viêm màng não'],
  ['L89 Loét tì đè', 'L89', 'L89', 'Loét tì đè'],
  // The point: written, a comma, a blank, none.
  ['I10.55 Tăng huyết áp', 'I10.55', 'I10.55', 'Tăng huyết áp'],
  ['X999', 'X999', 'X999', ''],
  ['e11,9 ĐTĐ', 'E11.9', 'e11,9', 'ĐTĐ'],
  ['K02,1 Sâu ngà răng', 'K02.1', 'K02,1', 'Sâu ngà răng'],
  ['I10,5 năm nay', 'I10', 'I10', '5 năm nay'],
  ['I10,12/2024', 'I10', 'I10', '12/2024'],
  ['E11 9 Đái tháo đường', 'E11.9', 'E11 9', 'Đái tháo đường'],
  ['K29 5', 'K29.5', 'K29 5', ''],
  ['K29 5 viêm', 'K29', 'K29', '5 viêm'],
  ['I10 2 năm', 'I10', 'I10', '2 năm'],
  ['E11 9 năm', 'E11', 'E11', '9 năm'],
  ['E11 9.5', 'E11', 'E11', '9.5'],
  ['H52 2 mắt', 'H52', 'H52', '2 mắt'],
  ['I10 2024', 'I10', 'I10', '2024'],
  ['Ｉ１０．９ ＴＨＡ', 'I10.9', 'Ｉ１０．９', 'ＴＨＡ'],
  // Not codes.
  ['T1 T2'],
  ['HbA1c 7,2'],
  ['Khỏe'],
  ['năm 2024, 120/80'],
  ['phòng B2'],
  ['phòng A12'],
  ['giường số K12'],
  ['thiếu vitamin B12'],
  ['gãy T12-L1'],
  ['xẹp đốt sống T12'],
  ['PCV13, covid19, lúc 8h30'],
  ['tiêm lô AB12345'],
  // Nearly the same, but codes.
  ['dự phòng Z29.1', 'Z29.1', 'Z29.1', 'dự phòng'],
  ['tiêm phòng Z23', 'Z23', 'Z23', 'tiêm phòng'],
  ['xẹp đốt sống M48.5', 'M48.5', 'M48.5', 'xẹp đốt sống'],
];

test('codes are found with the words that belong to them', () => {
  for (const [line, ...found] of table) {
    const flat = findDiagnoses(line).flatMap(({ code, written, text }) => [code, written, text]);
    assert.deepEqual(flat, found, line);
  }
});

test('the list of the host decides about a blank for the point', () => {
  const list = codeList('icd10', () => [{ code: 'K29.5', text: 'Viêm dạ dày mạn' }]);
  assert.equal(findDiagnoses('K29 5 viêm', list)[0]?.code, 'K29.5');
  assert.equal(findDiagnoses('E11 9 viêm', list)[0]?.code, 'E11');
});

test('any text is read, and what is found stands in it', () => {
  const part = fc.constantFrom(
    'E11',
    'i10',
    '.9',
    ',9',
    ' 9',
    ';',
    '\n',
    '(',
    ')',
    ' năm',
    'mã ',
    'Ｋ２９',
    '*',
    '-',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(part, fc.string())).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (line) => {
      let at = 0;
      for (const { code, written } of findDiagnoses(line)) {
        assert.match(code, /^[A-Z]\d\d(?:\d|\.\d{1,2})?$/);
        at = line.indexOf(written, at) + written.length;
        assert.ok(at >= written.length, 'in order');
      }
    }),
  );
});

test('a code is known by the built-in codes or by the list given', () => {
  for (const code of ['A00', 'A00.9', 'E11.9', 'I10', 'H52.1', 'B18.1', 'Z01.2'])
    assert.ok(isKnownIcd10(code), code);
  for (const code of ['H52', 'B18', 'I10.55', 'X999', 'E78.5', 'e11.9', ''])
    assert.ok(!isKnownIcd10(code), code);
  const list = codeList('icd10', () => [{ code: 'E78.5', text: 'Tăng lipid máu' }]);
  assert.ok(isKnownIcd10('E78.5', list));
  assert.ok(!isKnownIcd10('I10', list));
});
