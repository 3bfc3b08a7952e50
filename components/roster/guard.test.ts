import { assert } from '@open-wc/testing';
import { strToU8, zipSync } from 'fflate';
import { readListFile } from './list-file.ts';
import { linesOfSheet } from './sheet-lines.ts';
import { blobOf, workbookOf, workbookParts } from './workbook-testing.ts';

const rows = [
  ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính'],
  [1, 'Lê Thị Mẫu', '01/02/2016', 'Nữ'],
];
const parts = () => workbookParts([{ name: '3A', rows }]);
const packed = (more: Record<string, Uint8Array>) => zipSync({ ...parts(), ...more });
const sheet = 'xl/worksheets/sheet1.xml';

async function codeOf(file: Blob): Promise<unknown> {
  try {
    await readListFile(file);
    return 'read';
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

/** Bytes with a four-byte number of a part's entry in the directory, and in its own header, changed. */
function withSize(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const wanted = strToU8(name);
  for (let at = 0; at + 46 < changed.length; at++) {
    const sign = view.getUint32(at, true);
    const [nameAt, sizeAt] = sign === 0x02014b50 ? [46, 24] : sign === 0x04034b50 ? [30, 22] : [0, 0];
    if (nameAt && wanted.every((byte, n) => changed[at + nameAt + n] === byte))
      view.setUint32(at + sizeAt, size, true);
  }
  return changed;
}

describe('files that are refused', () => {
  it('a sound workbook is read', async () => {
    assert.equal(await codeOf(blobOf(workbookOf({ name: '3A', rows }))), 'read');
  });

  it('50 MB and more, before anything is read', async () => {
    const file = blobOf(strToU8('x'));
    Object.defineProperty(file, 'size', { value: 50_000_001 });
    Object.defineProperty(file, 'arrayBuffer', {
      value: () => Promise.reject(new Error('the file was read')),
    });
    assert.equal(await codeOf(file), 'list.tooLarge');
  });

  it('a real file of more than 50 MB', async () => {
    assert.equal(await codeOf(new Blob(Array<string>(51).fill('x'.repeat(1_000_000)))), 'list.tooLarge');
  });

  it('a zip bomb that says what it unfolds to', async () => {
    const bomb = new Uint8Array(40_000_000).fill(32);
    const bytes = packed({ [sheet]: bomb });
    assert.isBelow(bytes.length, 100_000);
    assert.equal(await codeOf(blobOf(bytes)), 'list.bomb');
  });

  it('a zip bomb that says it is small', async () => {
    const bytes = packed({ [sheet]: new Uint8Array(30_000_000).fill(32) });
    assert.equal(await codeOf(blobOf(withSize(bytes, sheet, 1_000))), 'list.bomb');
  });

  it('a zip bomb of many parts', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2_100 }, (_, at) => [`xl/media/${at}.xml`, strToU8('x')] as const),
    );
    assert.equal(await codeOf(blobOf(packed(many))), 'list.bomb');
  });

  it('a part that is shorter than it says', async () => {
    const bytes = withSize(packed({}), sheet, 500_000);
    assert.equal(await codeOf(blobOf(bytes)), 'list.unreadable');
  });

  it('a part that is cut off', async () => {
    const bytes = packed({});
    bytes.fill(0xff, 60, 90);
    assert.oneOf(await codeOf(blobOf(bytes)), ['list.unreadable', 'list.notTable']);
  });

  for (const name of ['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml', 'xl/activeX/activeX1.xml'])
    it(`macros: ${name}`, async () => {
      assert.equal(await codeOf(blobOf(packed({ [name]: strToU8('x') }))), 'list.macros');
    });

  it('a zip file that is no workbook', async () => {
    assert.equal(await codeOf(blobOf(zipSync({ 'a.txt': strToU8('x') }))), 'list.notTable');
  });

  it('a workbook with an entity that would unfold is not unfolded', async () => {
    const evil = strToU8(
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}"><!ENTITY c "&b;&b;&b;&b;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>`,
    );
    try {
      const [read] = await readListFile(blobOf(packed({ [sheet]: evil })));
      assert.isBelow(JSON.stringify(read).length, 200);
    } catch (error) {
      assert.oneOf((error as { code?: string }).code, ['list.unreadable', 'list.empty']);
    }
  });

  for (const [name, head, code] of [
    [
      'a web page with the name of a sheet',
      '<html><body><table><tr><td>STT</td></tr></table>',
      'list.webPage',
    ],
    ['a web page with a mark before it', '\uFEFF\n <!DOCTYPE html><table>', 'list.webPage'],
    ['a table alone', '<TABLE border=1><tr><td>STT', 'list.webPage'],
    ['script text', '<script>alert(1)</script>', 'list.webPage'],
    [
      'an Excel file of 2003 in XML',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
      'list.webPage',
    ],
    ['a mail with a table', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', 'list.webPage'],
    ['a PDF', '%PDF-1.7', 'list.notTable'],
    ['a Word text', '{\\rtf1\\ansi', 'list.notTable'],
    ['a program', 'MZ\u0000\u0000', 'list.notTable'],
    ['bytes that are no text', 'a\u0000b\u0000\u0000c', 'list.notTable'],
    ['blanks and line ends alone', ' \r\n \r\n', 'list.empty'],
    ['too many lines', 'a\n'.repeat(20_001), 'list.tooLong'],
  ] as const)
    it(name, async () => assert.equal(await codeOf(blobOf(strToU8(head))), code));

  it('an .xlsx with a password says so, an old .xls says something else', async () => {
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const name = [...'EncryptedPackage'].flatMap((sign) => [sign.charCodeAt(0), 0]);
    assert.equal(await codeOf(blobOf(Uint8Array.from([...ole, ...name]))), 'list.locked');
    assert.equal(await codeOf(blobOf(Uint8Array.from(ole))), 'list.oldExcel');
  });
});

describe('what a file would do elsewhere', () => {
  it('a formula gives its last value and no more; without one its line has no name and is said', async () => {
    const [read] = await readListFile(
      blobOf(
        workbookOf({
          name: '3A',
          rows: [
            rows[0]!,
            [1, { formula: 'WEBSERVICE("http://x.example")', value: 'Mẫu Tính' }, '01/02/2016', 'Nam'],
            [2, { formula: 'HYPERLINK("http://x.example")', value: '' }, '01/02/2016', 'Nam'],
          ],
        }),
      ),
    );
    const { lines } = linesOfSheet(read!, undefined, '2026-11-20');
    assert.equal(lines[1]!.person!.fullName, 'Mẫu Tính');
    assert.equal(lines[2]!.outcome, 'unnamed');
  });
});
