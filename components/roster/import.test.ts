import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { strToU8, zipSync } from 'fflate';
import { deep, drawn } from '../testing.ts';
import { ListImport } from './list-import.ts';
import { Roster } from './roster.ts';
import { FakeLists, provide } from './testing.ts';
import { blobOf, workbookOf, workbookParts } from './workbook-testing.ts';

Roster.define();

const head = 'STT,Họ và tên,Ngày sinh,Giới tính,Lớp\n';
const sample = `${head}1,Lê Thị Mẫu,01/02/2016,Nữ,3A\n2,Trần Văn Ví Dụ,31/02/2016,Nam,3A\n3,,05/05/2016,Nam,3A\n4,Lê Thị Mẫu,01/02/2016,Nữ,3A\n5,=1+1,01/02/2016,Nam,3A\nTổng số: 4\n`;

async function importer(lists = new FakeLists()): Promise<readonly [ListImport, FakeLists, string[]]> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  provide(host, { lists, facility: 'TYT-99' });
  const element = document.createElement('hssk-list-import');
  element.now = '2026-11-20';
  const left: string[] = [];
  element.leave = (id) => left.push(id ?? '');
  host.append(element);
  await drawn(element);
  return [element, lists, left];
}

const at = (element: ListImport, selector: string) => deep(element.shadowRoot!, selector)!;
const all = (element: ListImport, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const lines = (element: ListImport) => all(element, '.lines > li');
const file = (words: string, name = 'lop-3a.csv') => new File([words], name);

async function read(element: ListImport, from: File): Promise<void> {
  await element.read(from);
  await drawn(element);
}

function type(element: ListImport, selector: string, value: string): void {
  const input = at(element, selector) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new InputEvent('input'));
  input.dispatchEvent(new Event('change'));
}

async function save(element: ListImport): Promise<void> {
  at(element, '#save').click();
  await waitUntil(() => deep(element.shadowRoot!, '#saved') ?? deep(element.shadowRoot!, '.failure'));
}

describe('a list is read in', () => {
  it('shows every line of the file with what becomes of it and why', async () => {
    const [element] = await importer();
    await read(element, file(sample));
    assert.deepEqual(
      lines(element).map((line) => line.className),
      ['other', 'taken', 'doubtful', 'unnamed', 'duplicate', 'doubtful', 'other'],
    );
    const words = lines(element).map(text);
    assert.include(words[2], 'Không đọc được ngày sinh');
    assert.include(words[3], 'không có họ tên: không lấy');
    assert.include(words[4], 'Trùng với dòng 2');
    assert.include(words[5], 'ký tự lạ');
    assert.include(text(at(element, 'section:nth-of-type(2)')), '7 dòng: 2 lấy, 5 không lấy.');
    assert.include(text(at(element, '#save')), 'Thêm 2 người');
  });

  it('takes or leaves a doubtful line, and keeps what could not be read as a note', async () => {
    const [element, lists] = await importer();
    await read(element, file(sample));
    const boxes = all(element, '.lines input') as HTMLInputElement[];
    assert.deepEqual(
      boxes.map(({ checked }) => checked),
      [true, true, false, false],
    );
    boxes[0]!.click();
    await drawn(element);
    await save(element);
    const [list] = [...lists.lists.values()];
    assert.deepEqual(
      list!.members.map(({ fullName, note, className }) => [fullName, note, className]),
      [['Trần Văn Ví Dụ', 'Ngày sinh: 31/02/2016', '3A']],
    );
    assert.include(text(at(element, '#saved')), 'Bỏ qua 6 dòng');
  });

  it('filters the report and jumps to a line', async () => {
    const [element] = await importer();
    const many = Array.from({ length: 180 }, (_, n) => `${n},Mẫu Số ${n},01/02/2016,Nam,3A\n`).join('');
    await read(element, file(`${head}${many},,01/01/2016,Nam,\n`));
    assert.lengthOf(lines(element), 50);
    at(element, '[data-outcome=unnamed]').click();
    await drawn(element);
    assert.deepEqual(
      lines(element).map(({ className }) => className),
      ['unnamed'],
    );
    (at(element, '[name=line]') as HTMLInputElement).value = '120';
    at(element, '.jump button').click();
    await drawn(element);
    assert.include(text(element.shadowRoot!.activeElement!), 'Dòng 120');
  });

  it('a column that was read wrongly is corrected, and the lines are read anew', async () => {
    const [element] = await importer();
    await read(element, file('Stt,Cháu tên gì,Sinh,Giới tính\n1,Lê Mẫu,01/02/2016,Nữ\n'));
    assert.include(text(element.shadowRoot!.querySelector('.notice')!), 'Không thấy dòng tiêu đề');
    assert.isTrue((at(element, '#save') as HTMLButtonElement).disabled);
    type(element, '.from input', '2');
    await drawn(element);
    const choices = all(element, '.mapping select') as HTMLSelectElement[];
    for (const [column, field] of [
      [1, 'fullName'],
      [2, 'birthDate'],
      [3, 'sex'],
    ] as const) {
      choices[column]!.value = field;
      choices[column]!.dispatchEvent(new Event('change'));
      await drawn(element);
    }
    assert.include(text(at(element, '#save')), 'Thêm 1 người');
    assert.include(text(lines(element)[1]!), 'Lấy');
  });

  it('asks once for name, place, year and kind, and puts forward what the file says', async () => {
    const [element, lists, left] = await importer();
    await read(element, file(`Trường Tiểu học Ví Dụ,,,,\n${sample}`));
    assert.equal((at(element, '#fact-name') as HTMLInputElement).value, 'Lớp 3A');
    assert.equal((at(element, '#fact-place') as HTMLInputElement).value, 'Trường Tiểu học Ví Dụ');
    assert.equal((at(element, '#fact-year') as HTMLInputElement).value, '2026-2027');
    type(element, '#fact-name', ' ');
    await save(element);
    assert.include(text(at(element, '.failure')), 'ghi tên danh sách');
    type(element, '#fact-name', 'Khối 3');
    type(element, '#fact-year', '26/27');
    at(element, '#save').click();
    await waitUntil(() => text(at(element, '.failure')).includes('2026-2027'));
    type(element, '#fact-year', '2026-2027');
    at(element, '#save').click();
    await waitUntil(() => deep(element.shadowRoot!, '#saved'));
    const [list] = [...lists.lists.values()];
    assert.deepInclude(list, { name: 'Khối 3', year: '2026-2027', kind: 'class' });
    at(element, '#open').click();
    assert.deepEqual(left, [list!.id]);
  });

  it('the same list put again adds only who is new, and says so', async () => {
    const lists = new FakeLists();
    const [first] = await importer(lists);
    await read(first, file(sample));
    await save(first);
    const [second] = await importer(lists);
    await read(second, file(`${sample}6,Hà Thị Mẫu,03/03/2016,Nữ,3A\n`));
    await save(second);
    assert.include(text(at(second, '#saved')), 'thêm 1 người mới, 2 người đã có từ trước');
    assert.equal(lists.lists.size, 1);
    assert.lengthOf([...lists.lists.values()][0]!.members, 3);
  });

  it('the same person on two sheets is taken once', async () => {
    const [element] = await importer();
    const heading = ['STT', 'Họ và tên', 'Ngày sinh', 'Mã HS'];
    await read(
      element,
      new File(
        [
          workbookOf(
            { name: '3A', rows: [heading, [1, 'Lê Mẫu An', '01/02/2016', '9901']] },
            {
              name: 'Bán trú',
              rows: [heading, [1, 'Lê Mẫu An', '01/02/2016', '9901'], [2, 'Hà Mẫu', '', '']],
            },
          ),
        ],
        'a.xlsx',
      ),
    );
    assert.deepEqual(
      lines(element).map(({ className }) => className),
      ['other', 'doubtful', 'other', 'duplicate', 'doubtful'],
    );
    assert.include(text(lines(element)[3]!), 'dòng 2 (3A)');
  });

  it('what the store refuses is said, and nothing is lost from the screen', async () => {
    const lists = new FakeLists();
    const [element] = await importer(lists);
    await read(element, file(sample));
    lists.failure = Object.assign(new Error('full'), { code: 'vault.full' });
    await save(element);
    assert.lengthOf(lines(element), 7);
  });

  it('a paste is read like a file', async () => {
    const [element] = await importer();
    (at(element, 'textarea') as HTMLTextAreaElement).value =
      'Họ tên\tNgày sinh\tPhái\nMẫu Dán\t01/02/2016\tNam';
    at(element, 'details form button').click();
    await waitUntil(() => lines(element).length === 2);
  });

  it('a file is dropped', async () => {
    const [element] = await importer();
    const data = new DataTransfer();
    data.items.add(file(sample));
    at(element, '.source').dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
    await waitUntil(() => lines(element).length === 7);
  });

  for (const [name, bytes, vi, en] of [
    ['macros', zipSync({ ...workbookParts([]), 'xl/vbaProject.bin': strToU8('x') }), 'macro', 'macros'],
    ['a web page', strToU8('<html><table>'), 'trang web', 'web page'],
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'đời cũ', 'old Excel'],
  ] as const)
    it(`says in both languages why a file with ${name} is not read`, async () => {
      const [element] = await importer();
      await element.read(blobOf(bytes));
      await drawn(element);
      assert.include(text(at(element, '#refused')), vi);
      element.locale = 'en';
      await waitUntil(() => text(at(element, '#refused')).includes(en));
      assert.isUndefined(deep(element.shadowRoot!, '.lines'));
    });

  it('script in a cell stands on screen as its letters', async () => {
    const [element] = await importer();
    await read(element, file(`${head}1,<img src=x onerror=alert(1)>,01/02/2016,Nam,3A\n`));
    assert.include(text(lines(element)[1]!), '<img src=x onerror=alert(1)>');
    assert.isNull(element.shadowRoot!.querySelector('img'));
  });
});
