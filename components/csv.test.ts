import { assert } from '@open-wc/testing';
import { toCsv } from './csv.ts';
import { download } from './download.ts';

const lines = (text: string): string[] => text.replace('\uFEFF', '').trimEnd().split('\r\n');

/** Cells as a program reads them that parts by any of these signs and keeps to the quotes, or does not. */
function cellsBy(text: string, sign: string, keepsQuotes: boolean): string[] {
  const bare = text.replace('\uFEFF', '');
  if (!keepsQuotes)
    return bare
      .split(new RegExp(`[${sign}\\r\\n]`))
      .map((cell) => cell.replace(/^[\s\u0000-\u001f"']*?(?=[^\s"\u0000-\u001f]|$)/, ''));
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const letter of bare) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === sign || letter === '\n')) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell].map((each) => each.trim());
}

const hostile = [
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  ' =HYPERLINK("http://example.com")',
  '\t=1',
  '\r=1',
  '"=1',
  '\u00a0=1',
  '＝1+1',
  'Nguyễn; =1+1',
  'Nguyễn,=1+1',
  'Nguyễn\t+1',
  'Nguyễn\n@x',
  'Nguyễn";"=1',
  'a|=1',
  '\0=1',
];

it('lets no text start a formula, whatever the reader parts cells by', () => {
  for (const separator of [';', ',', '\t'] as const) {
    for (const cell of hostile) {
      const text = toCsv([['Mẫu', cell, 'x']], { separator });
      for (const sign of [';', ',', '\t'])
        for (const keeps of [true, false])
          for (const found of cellsBy(text, sign, keeps))
            assert.notMatch(found, /^[\s"]*[=+\-@＝＋－＠]/u, JSON.stringify([separator, sign, cell, found]));
    }
  }
});

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
  '﹦',
  '﹢',
  ' =',
  '\u200b=',
  '\ufeff@',
  '\u00a0+',
])
  it(`a cell that begins with ${JSON.stringify(start)} can start no formula`, () => {
    assert.match(toCsv([[`${start}1+1`]]), /^\uFEFF"?'/);
  });

it('text that only holds such a sign stays as it is', () => {
  for (const plain of ['Nguyễn Văn Mẫu', '3A-2', 'a=b', '0912'])
    assert.equal(toCsv([[plain]]), `\uFEFF"${plain}"\r\n`);
});

it('quotes, separators and line ends stay inside their cell', () => {
  assert.equal(toCsv([['a "b"', 'c;d', 'e\nf', 'g,h']]), '\uFEFF"a ""b""";"c;d";"e\nf";"g,h"\r\n');
});

it('keeps text as it is, with quotes and lines', () => {
  assert.deepEqual(lines(toCsv([['Ngô "Ví Dụ"', 'a;b', '0900000001', undefined, '']])), [
    '"Ngô ""Ví Dụ""";"a;b";"0900000001";;',
  ]);
  assert.include(toCsv([['một\nhai']]), '"một\nhai"');
  assert.equal(lines(toCsv([['mắt phải 5/10 - kém, -2']]))[0], `"mắt phải 5/10 - kém, '-2"`);
});

it('writes numbers with the decimal sign that goes with the separator', () => {
  assert.deepEqual(lines(toCsv([[1.5, -0.24, 0, NaN]])), ['1,5;-0,24;0;']);
  assert.deepEqual(lines(toCsv([[1.5, -0.24]], { separator: ',' })), ['1.5,-0.24']);
  assert.deepEqual(lines(toCsv([[1.5, 2]], { separator: '\t' })), ['1,5\t2']);
});

it('begins with the mark by which Excel reads the accents, and ends each line', () => {
  assert.equal(toCsv([['a'], ['b']]), '\uFEFF"a"\r\n"b"\r\n');
});

it('offers the text under its name and leaves nothing on the page', async () => {
  const clicked: HTMLAnchorElement[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    clicked.push(this);
  };
  try {
    download('ket-qua.csv', '\uFEFF"Mẫu"\r\n');
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  assert.equal(clicked[0]!.download, 'ket-qua.csv');
  assert.isFalse(clicked[0]!.isConnected);
  const answer = await fetch(clicked[0]!.href);
  assert.equal(answer.headers.get('content-type'), 'text/csv;charset=utf-8');
  assert.deepEqual([...new Uint8Array(await answer.arrayBuffer())].slice(0, 3), [0xef, 0xbb, 0xbf]);
});
