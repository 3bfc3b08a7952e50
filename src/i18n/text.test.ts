import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { balanced, cleanText, compose, fold, tidyNote, unbracket } from './text.ts';

const ONE_LINE: readonly (readonly [string, string])[] = [
  ['phan văn   lực ', 'phan văn lực'],
  ['  \u00a0Lò\u2003Thị\u3000Mẩy\t ', 'Lò Thị Mẩy'],
  ['nhà cuối dốc,\r\nsau nhà rông\r\n', 'nhà cuối dốc, sau nhà rông'],
  ['Hue\u0302\u0301', 'Huế'],
  ['\ufeffA\u200bB\u200e\u202aC\u2060', 'ABC'],
  ['a\u0000\u0007b\u007f', 'ab'],
  ['e\u200b\u0301', 'é'],
  ['M\u00ad­\u00b7¬i', 'M\u00ad\u00ad·¬i'],
  ['👩🏽\u200d⚕️', '👩🏽\u200d⚕️'],
  ['a\u200db\u200c', 'ab'],
  ['ក\u200cខ', 'ក\u200cខ'],
  ['a\ud800b', 'a\ufffdb'],
  ['１２ ｋｇ', '１２ ｋｇ'],
  ['\u200b \r\n', ''],
];

test('one line is cleaned as the reading rules say', () => {
  for (const [text, expected] of ONE_LINE)
    assert.equal(cleanText(text, false), expected, JSON.stringify(text));
});

const LONG: readonly (readonly [string, string])[] = [
  ['Sưng 😣\r\nđỡ\rhết\u2028xong\r\n', 'Sưng 😣\nđỡ\nhết\nxong'],
  ['\tHết  phần\tbệnh sử.', 'Hết  phần\tbệnh sử.'],
  ['a\u000bb\u0000', 'ab'],
  ['cột\tmới \\n &amp; <b>', 'cột\tmới \\n &amp; <b>'],
];

test('long text keeps its lines, tabs and blanks', () => {
  for (const [text, expected] of LONG) assert.equal(cleanText(text, true), expected, JSON.stringify(text));
});

test('cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, long) => {
      const once = cleanText(text, long);
      assert.equal(cleanText(once, long), once);
    }),
  );
});

test('folding keeps the length and drops accents, case, width and kinds of dash', () => {
  assert.equal(fold('Đẻ MỔ − ２°'), 'de mo - 2°');
  assert.equal(fold('H’Bŭn 37º˚'), 'h’bun 37°°');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
});

test('brackets: balanced, dropped only where one pair stands round everything', () => {
  assert.deepEqual(['(a) (b)', '(a', ')a(', '（a）', ''].map(balanced), [true, false, false, true, true]);
  assert.deepEqual(['(a (b))', '（ (a) )', '(a) (b)', '（nằm）', '(a', '()'].map(unbracket), [
    'a (b)',
    'a',
    '(a) (b)',
    'nằm',
    '(a',
    '',
  ]);
});

test('a note loses what separates it from the value and nothing else', () => {
  const rows = [
    [', có tiêm', 'có tiêm'],
    [' (co gối)', 'co gối'],
    [' – (co gối)', 'co gối'],
    ['; (a) (b)', '(a) (b)'],
    ['.', ''],
    [' () (a)', 'a'],
    [' (.)', ''],
    [' (…)', ''],
    ['；（）（） a', 'a'],
    [' ?', '?'],
    ['-', '-'],
    ['->nay', '->nay'],
    [' (sau 5 phút.)', 'sau 5 phút.'],
  ] as const;
  for (const [rest, note] of rows) assert.equal(tidyNote(rest), note, rest);
});

test('a value and its note stand in one line as on paper', () => {
  assert.equal(compose('150/70', 'nằm, tay trái'), '150/70 (nằm, tay trái)');
  assert.equal(compose('148/88', '(lần 1); 144/86 (lần 2)'), '148/88 (lần 1); 144/86 (lần 2)');
  assert.equal(compose('', 'học sinh'), '(học sinh)');
  assert.equal(compose('', '–'), '-; –');
  assert.equal(compose('O', '-'), 'O (-)');
  assert.equal(compose('37', 'a) b'), '37; a) b');
  assert.equal(compose('', 'a) b'), '-; a) b');
  assert.equal(compose('37'), '37');
});
