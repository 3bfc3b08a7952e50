import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSearch, Icd10FileError, icd10List, parseIcd10File } from './index.ts';

const rows = [
  { code: 'A00', text: 'Bệnh tả', english: 'Cholera' },
  { code: 'A00.9', text: 'Bệnh tả, không xác định', english: 'Cholera, unspecified' },
];
const files: Readonly<Record<string, string>> = {
  comma:
    'code,name_vi,name_en\nA00,Bệnh tả,Cholera\nA00.9,"Bệnh tả, không xác định","Cholera, unspecified"\n',
  'semicolon, Vietnamese titles, byte-order mark, CR LF, other columns':
    '\ufeffSTT;MÃ BỆNH;TÊN BỆNH;Tên tiếng Anh\r\n1;A00;Bệnh tả;Cholera\r\n2;A009;Bệnh tả, không xác định;Cholera, unspecified\r\n',
  'CR alone':
    'code,name_vi,name_en\rA00,Bệnh tả,Cholera\rA00.9,"Bệnh tả, không xác định","Cholera, unspecified"\r',
  'tab without titles': 'A00\tBệnh tả\tCholera\na00.9\tBệnh tả, không xác định\tCholera, unspecified',
  'titles in camel case and another order':
    'nameEn,nameVi,icdCode\nCholera,Bệnh tả,A00+\n"Cholera, unspecified","Bệnh tả, không xác định",A00.9*',
  'headings and empty lines':
    'Mã ICD-10,Tên bệnh tiếng Việt,Disease name in English\nI,Chương I,\nA00-A09,Nhiễm trùng đường ruột,\n,,\n\nA00,Bệnh tả,Cholera\nA00.9,"Bệnh tả, không xác định","Cholera, unspecified"',
  'JSON of objects': JSON.stringify([
    { name: 'Bệnh tả', english: 'Cholera', code: 'A00' },
    { code: 'A00.9', english: 'Cholera, unspecified', name: 'Bệnh tả, không xác định' },
  ]),
  'JSON of lists': JSON.stringify([
    ['A00', 'Bệnh tả', 'Cholera'],
    ['A00.9', 'Bệnh tả, không xác định', 'Cholera, unspecified'],
  ]),
};

test('the list is read in every usual shape', () => {
  for (const [name, file] of Object.entries(files)) assert.deepEqual(parseIcd10File(file), rows, name);
});

test('quotes hold separators, quotes and line ends; letters are composed', () => {
  const [row] = parseIcd10File(`code,name\nA00,"Bệnh ""tả"",\ncấp"`.normalize('NFD'));
  assert.deepEqual(row, { code: 'A00', text: 'Bệnh "tả",\ncấp' });
});

test('JSON may be an object of names by code', () => {
  assert.deepEqual(parseIcd10File('{"A00":"Bệnh tả","A009":"Khác"}'), [
    { code: 'A00', text: 'Bệnh tả' },
    { code: 'A00.9', text: 'Khác' },
  ]);
});

test('a broken file is refused with the place and without its content', () => {
  for (const [file, code, line] of [
    ['', 'icd10File.empty', 0],
    ['code,name\n', 'icd10File.empty', 0],
    ['code,name\nA00,B\ufffdnh', 'icd10File.encoding', 2],
    ['{"A00":', 'icd10File.json', 0],
    ['[1]', 'icd10File.json', 1],
    ['number,word\nA00,Secret', 'icd10File.columns', 1],
    ['code,name\nA00,"Secret\nA01,x', 'icd10File.quote', 2],
    ['code,name\nA00,"Two\nlines"\nSecret,x', 'icd10File.code', 4],
    ['code,name\nA00,\n', 'icd10File.name', 2],
  ] as const) {
    assert.throws(
      () => parseIcd10File(file),
      (error: unknown) =>
        error instanceof Icd10FileError &&
        error.code === code &&
        error.line === line &&
        !error.message.includes('Secret'),
      file,
    );
  }
});

test('any text is read or refused with the one error', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.string().map((rest) => `code,name\nA00,${rest}`),
  );
  fc.assert(
    fc.property(text, (file) => {
      try {
        parseIcd10File(file);
      } catch (error) {
        assert.ok(error instanceof Icd10FileError, String(error));
      }
    }),
  );
});

test('the rows become a list to look up and search, by English names too', () => {
  const list = icd10List(rows);
  assert.ok(list.has('A00.9'));
  assert.equal(list.get('A00')?.english, 'Cholera');
  assert.deepEqual(
    createSearch(list)('unspecified').map(({ code }) => code),
    ['A00.9'],
  );
});
