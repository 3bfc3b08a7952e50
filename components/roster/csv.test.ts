import { assert } from '@open-wc/testing';
import { asData, csvOf } from './csv.ts';
import { statusRows } from './export.ts';
import { viRoster } from '../../src/i18n/roster.ts';
import { pupils } from './testing.ts';

const textOf = async (file: Blob): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());

describe('files that go out', () => {
  for (const start of [
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    ' =',
    '\u200b=',
    '\ufeff@',
    '\u00a0+',
  ])
    it(`a cell that begins with ${JSON.stringify(start)} can start no formula`, async () => {
      assert.equal(asData(`${start}1+1`), `'${start}1+1`);
      const text = await textOf(csvOf([[`${start}1+1`]], ';'));
      assert.match(text, /^\uFEFF"?'/);
    });

  it('other text stays as it is, and numbers stay numbers', async () => {
    for (const plain of ['Nguyễn Văn Mẫu', '3A-2', 'a=b', '', '0912']) assert.equal(asData(plain), plain);
    assert.equal(await textOf(csvOf([[-1.5, 20, undefined]], ';')), '\uFEFF-1,5;20;\r\n');
    assert.equal(await textOf(csvOf([[-1.5]], ',')), '\uFEFF-1.5\r\n');
  });

  it('quotes, separators and line ends stay inside their cell', async () => {
    const text = await textOf(csvOf([['a "b"', 'c;d', 'e\nf', 'g,h']], ';'));
    assert.equal(text, '\uFEFF"a ""b""";"c;d";"e\nf";"g,h"\r\n');
  });

  it('what failed is who is not done or not sent', () => {
    const states = new Map([
      ['m1', { stations: { measure: 'all' as const } }],
      ['m2', { stations: { measure: 'all' as const }, queue: 'attention' as const }],
    ]);
    const question = {
      members: pupils(3),
      states,
      statusOf: (id: string) => (id === 'm3' ? ('refused' as const) : ('done' as const)),
      stations: ['measure' as const],
      words: viRoster,
    };
    const failed = statusRows(question, 'failed');
    assert.deepEqual(
      failed.map((row) => row[0]),
      ['STT', 2, 3],
    );
    assert.equal(failed[1]![8], 'phải xem lại');
    assert.include(String(failed[2]![7]), 'không đồng ý');
    assert.lengthOf(statusRows(question, 'all'), 4);
  });
});
