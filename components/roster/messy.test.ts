import { assert } from '@open-wc/testing';
import { readListFile } from './list-file.ts';
import { messyLists } from './messy-testing.ts';
import { linesOfSheet } from './sheet-lines.ts';
import { blobOf } from './workbook-testing.ts';

const letters = { taken: 't', doubtful: 'd', duplicate: '2', unnamed: 'u', other: 'o' } as const;
const bytesOf = (file: Uint8Array | string): Uint8Array =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

describe('class lists as schools really send them', () => {
  it('are twenty and more', () => assert.isAtLeast(messyLists.length, 20));

  for (const { name, rule, file, lines, people } of messyLists)
    it(`${name}: ${rule}`, async () => {
      const sheets = await readListFile(blobOf(bytesOf(file)));
      const read = sheets.map((sheet) => linesOfSheet(sheet, undefined, '2026-11-20').lines);
      assert.equal(
        read.map((each) => each.map(({ outcome }) => letters[outcome]).join('')).join(' '),
        lines,
        read
          .flat()
          .map(({ outcome, text }) => `${outcome}: ${text}`)
          .join('\n'),
      );
      read.forEach((each, at) => {
        assert.lengthOf(each, sheets[at]!.rows.length, 'every line of the file is accounted for');
        assert.deepEqual(
          each.map(({ line }) => line),
          each.map((_, n) => n + 1),
        );
      });
      const taken = read
        .flat()
        .filter(({ outcome }) => outcome === 'taken' || outcome === 'doubtful')
        .map(({ person }) => person!);
      assert.deepEqual(
        taken.map((person) => [person.fullName, person.birthDate, person.sex]),
        people.map(([fullName, birthDate, sex]) => [fullName, birthDate, sex]),
      );
      assert.deepEqual(
        taken.map(({ className }) => className),
        people.map(([, , , className]) => className),
      );
    });
});

describe('old encodings', () => {
  const names = ['Hoàng Hoà Mẫu', 'Hoàng Toán', 'Đoàn Hoàng', 'Hoàng Xoài'];
  const read = async (bytes: Uint8Array) => {
    const [sheet] = await readListFile(blobOf(bytes));
    return [sheet!.encoding, sheet!.rows.map(([name]) => name)];
  };

  it('letters of Unicode that look like an old encoding stay as they are', async () => {
    assert.deepEqual(await read(new TextEncoder().encode(names.join('\n'))), [undefined, names]);
    const old = ['NguyÔn V¨n MÉu', '§Æng ThÞ MÉu', 'Lª V¨n MÉu', 'Nguyễn Thị Mẫu'];
    assert.deepEqual(await read(new TextEncoder().encode(old.join('\n'))), [undefined, old]);
  });

  it('Windows-1258 is not taken for VNI', async () => {
    const bytes = Uint8Array.from(names.slice(1).join('\n').replace('Đ', '\u00d0'), (sign) =>
      sign.charCodeAt(0),
    );
    assert.deepEqual(await read(bytes), [undefined, names.slice(1)]);
  });
});
