import { assert } from '@open-wc/testing';
import { zipSync, strToU8 } from 'fflate';
import { findColumns } from './list-columns.ts';
import { readListFile, readPasted } from './list-file.ts';
import type { Cell, Sheet } from './list-file.ts';
import type { ListLine } from './people-list.ts';
import { linesOfSheet } from './sheet-lines.ts';

const today = '2026-11-20';

function read(rows: readonly (readonly Cell[])[]): readonly ListLine[] {
  const sheet: Sheet = { name: '', rows };
  const columns = findColumns(rows);
  assert.isDefined(columns, 'headings found');
  return linesOfSheet(sheet, undefined, today).lines;
}
const people = (rows: readonly (readonly Cell[])[]) => read(rows).flatMap(({ person }) => person ?? []);
const outcomes = (lines: readonly ListLine[]) => lines.map(({ outcome }) => outcome).join(' ');
const codes = (line: ListLine | undefined) => line?.remarks.map(({ code }) => code);

describe('class lists as schools keep them', () => {
  it('headings below a title, in any order, with totals and signatures at the end', () => {
    const lines = read([
      ['TRƯỜNG TIỂU HỌC VÍ DỤ', null, null],
      ['DANH SÁCH HỌC SINH LỚP 3A2', null, null],
      [null, null, null],
      ['Giới tính', 'Họ và tên học sinh', 'Ngày, tháng, năm sinh', 'STT', 'Mã định danh', 'SĐT phụ huynh'],
      ['Nữ', 'Nguyễn Thị Mẫu', '14/03/2017', 1, '001317990417', '0912 000 678'],
      ['Nam', 'Trần Văn Ví Dụ', '2017', 2, null, null],
      ['Tổng cộng: 2 học sinh', null, null],
      [null, 'Người lập biểu', null],
    ]);
    assert.equal(outcomes(lines), 'other other other other taken taken other other');
    assert.deepInclude(lines[4]!.person, {
      line: 5,
      fullName: 'Nguyễn Thị Mẫu',
      birthDate: '2017-03-14',
      sex: 'female',
      phone: '0912000678',
      identifier: { kind: 'citizenId', number: '001317990417' },
    });
    assert.equal(lines[5]!.person!.birthDate, '2017');
  });

  it('the name in two columns under one heading, and a tick for girls', () => {
    const found = people([
      ['TT', 'Họ và tên', null, 'Nữ', 'Ngày sinh'],
      [1, 'Lê Thị', 'Mẫu', 'x', '01/02/2016'],
      [2, 'Phạm', 'Thử', null, '03/04/2016'],
    ]);
    assert.deepEqual(
      found.map(({ fullName, sex }) => [fullName, sex]),
      [
        ['Lê Thị Mẫu', 'female'],
        ['Phạm Thử', 'male'],
      ],
    );
  });

  it('two lines of headings: birth dates of boys and girls apart', () => {
    const found = people([
      ['STT', 'Họ và tên', 'Năm sinh', null, 'Lớp'],
      [null, null, 'Nam', 'Nữ', null],
      [1, 'Vàng A Mẫu', '05/06/2015', null, '5A'],
      [2, 'Giàng Thị Mẫu', null, '07/08/2015', '5A'],
    ]);
    assert.deepEqual(
      found.map(({ birthDate, sex, className }) => [birthDate, sex, className]),
      [
        ['2015-06-05', 'male', '5A'],
        ['2015-08-07', 'female', '5A'],
      ],
    );
  });

  it('two lines of headings: day, month and year apart, boys and girls ticked', () => {
    const found = people([
      ['Họ đệm', 'Tên', 'Ngày sinh', null, null, 'Giới tính', null],
      [null, null, 'Ngày', 'Tháng', 'Năm', 'Nam', 'Nữ'],
      ['Hồ Văn', 'Mẫu', 9, 1, 2014, 'x', null],
      ['Hồ Thị', 'Mẫu', null, null, 2014, null, 'x'],
    ]);
    assert.deepEqual(
      found.map(({ fullName, birthDate, sex }) => [fullName, birthDate, sex]),
      [
        ['Hồ Văn Mẫu', '2014-01-09', 'male'],
        ['Hồ Thị Mẫu', '2014', 'female'],
      ],
    );
  });

  it('Excel dates, serial numbers, decomposed accents, numbers that lost their zeros', () => {
    const found = people([
      ['Ho va ten'.normalize('NFD'), 'Ngày sinh'.normalize('NFD'), 'Số CCCD', 'Điện thoại', 'Giới tính'],
      ['Nguyễn Văn Mẫu'.normalize('NFD'), new Date('2016-02-29T00:00:00Z'), 1216990417, 912000678, 'Nam'],
      ['Nguyễn Văn Thử', 42430, null, null, 'nữ'],
    ]);
    assert.deepInclude(found[0], {
      fullName: 'Nguyễn Văn Mẫu',
      birthDate: '2016-02-29',
      phone: '0912000678',
    });
    assert.equal(found[0]!.identifier?.number, '001216990417');
    assert.deepInclude(found[1], { birthDate: '2016-03-01', sex: 'female' });
  });

  it('what cannot be read is kept and said; what is missing too', () => {
    const lines = read([
      ['Họ tên', 'Ngày sinh', 'Giới tính', 'CCCD'],
      ['Mẫu Một', '31/02/2016', 'khác', '12345'],
      ['Mẫu Hai', '', '', ''],
      ['', '01/01/2016', 'Nam', ''],
      ['Mẫu Ba', '01/01/2030', 'Nam', ''],
      ['Mẫu Bốn', '01/01/16', 'Nam', ''],
      ['Mẫu Năm', '14/03/2018', 'Nam', '001317990417'],
    ]);
    assert.equal(outcomes(lines), 'other doubtful doubtful unnamed doubtful doubtful doubtful');
    assert.deepEqual(lines[1]!.person!.unread, { birthDate: '31/02/2016', sex: 'khác', personalId: '12345' });
    assert.sameMembers(codes(lines[1])!, ['birthDate.unread', 'sex.unread', 'number.unread']);
    assert.sameMembers(codes(lines[2])!, ['birthDate.missing', 'sex.missing']);
    assert.deepEqual(codes(lines[3]), ['name.missing']);
    assert.deepEqual(codes(lines[4]), ['birthDate.future']);
    assert.deepEqual(codes(lines[5]), ['birthDate.twoDigitYear']);
    assert.sameMembers(codes(lines[6])!, ['sex.contradicts', 'birthDate.contradicts']);
  });

  it('the same child on two lines is not taken twice; twins, namesakes and children of other classes are', () => {
    const lines = read([
      ['Họ tên', 'Ngày sinh', 'Giới tính', 'Lớp', 'Mã định danh'],
      ['Mẫu An', '01/01/2016', 'Nam', '3A', ''],
      ['MẪU AN', '1/1/2016', 'Nam', '3A', ''],
      ['Mẫu An', '01/01/2016', 'Nam', '3B', ''],
      ['Mẫu An', '01/01/2016', 'Nữ', '3A', ''],
      ['Mẫu Bình', '02/01/2016', 'Nam', '3A', '001216990418'],
      ['Mẫu Bình', '02/01/2016', 'Nam', '3A', '001216990418'],
      ['Mẫu Chi', '03/01/2016', 'Nữ', '3A', '001216990418'],
      ['Mẫu Dung', '', 'Nữ', '3A', ''],
      ['Mẫu Dung', '', 'Nữ', '3A', ''],
    ]);
    assert.equal(
      outcomes(lines),
      'other taken duplicate taken taken taken duplicate doubtful doubtful doubtful',
    );
    assert.equal(lines[2]!.remarks.at(-1)!.line, 2);
    assert.isTrue(codes(lines[7])!.includes('line.sameNumber'));
  });

  it('a list without headings says so', () => {
    assert.isUndefined(findColumns([['Nguyễn Văn Mẫu', '01/01/2016']]));
  });
});

describe('files', () => {
  const rows = 'STT;Họ và tên;Ngày sinh;Giới tính\r\n1;"Nguyễn; Mẫu";01/01/2016;Nam\r\n';
  const utf16 = (text: string) =>
    new Uint8Array([
      0xff,
      0xfe,
      ...Array.from(text).flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);

  for (const [name, bytes] of [
    ['UTF-8', new TextEncoder().encode(rows)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${rows}`)],
    ['UTF-16', utf16(rows)],
  ] as const)
    it(`CSV in ${name}`, async () => {
      const [sheet] = await readListFile(new Blob([bytes as Uint8Array<ArrayBuffer>]));
      assert.equal(sheet!.rows[1]![1], 'Nguyễn; Mẫu');
      assert.equal(sheet!.rows[0]![1], 'Họ và tên');
    });

  it('CSV in the old Vietnamese code page', async () => {
    // "Mẫu" in Windows-1258: â and a combining tilde.
    const bytes = new Uint8Array(
      [...'Ten,Lop\n'].map((c) => c.charCodeAt(0)).concat([0x4d, 0xe2, 0xde, 0x75, 0x2c, 0x33]),
    );
    const [sheet] = await readListFile(new Blob([bytes]));
    assert.equal(sheet!.rows[1]![0], 'Mẫu');
  });

  it('what is copied out of a sheet, commas in it or not', async () => {
    const { rows: pasted } = await readPasted('Họ tên\tĐịa chỉ\nMẫu\tSố 1, thôn Ví Dụ');
    assert.deepEqual(pasted[1], ['Mẫu', 'Số 1, thôn Ví Dụ']);
  });

  it('.xlsx with merged headings and dates', async () => {
    const [sheet] = await readListFile(new Blob([workbook() as Uint8Array<ArrayBuffer>]));
    assert.equal(sheet!.name, 'Lớp 3A');
    const lines = linesOfSheet(sheet!, undefined, today).lines;
    const found = lines.flatMap(({ person }) => person ?? []);
    assert.deepEqual(
      found.map(({ fullName, birthDate }) => [fullName, birthDate]),
      [['Lê Thị Mẫu', '2016-03-01']],
    );
  });

  for (const [name, bytes, code] of [
    ['an old .xls', [0xd0, 0xcf, 0x11, 0xe0, 1, 2], 'list.oldExcel'],
    ['a broken .xlsx', [0x50, 0x4b, 3, 4, 0, 0], 'list.unreadable'],
    ['an empty file', [], 'list.empty'],
  ] as const)
    it(`${name} says what to do`, async () => {
      const error = await readListFile(new Blob([new Uint8Array(bytes)])).catch((e: unknown) => e);
      assert.propertyVal(error, 'code', code);
    });
});

/** A workbook with one sheet: a title, headings with a merged name, one person with a date cell. */
function workbook(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const files = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Lớp 3A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData><row r="1">${cell('A1', 'DANH SÁCH LỚP')}</row><row r="2">${cell('A2', 'STT')}${cell('B2', 'Họ và tên')}${cell('D2', 'Ngày sinh')}</row><row r="3"><c r="A3"><v>1</v></c>${cell('B3', 'Lê Thị')}${cell('C3', 'Mẫu')}<c r="D3" s="1"><v>42430</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
