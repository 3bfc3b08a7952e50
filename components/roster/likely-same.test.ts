import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import type { Lists, Member, MemberRecord, Submission } from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { recordOf } from '../../src/school/index.ts';
import { deep, drawn } from '../testing.ts';
import { isLikelySame } from './likely-same.ts';
import { likelyRows } from './likely-rows.fixture.ts';
import type { ListImport } from './list-import.ts';
import { Roster } from './roster.ts';
import { FakeLists, provide } from './testing.ts';

Roster.define();

/** Lists in memory with the records that were written. */
class RecordLists extends FakeLists implements Lists {
  readonly records = new Map<string, HealthRecord>();
  readonly unread = new Set<string>();

  override async member(list: string, id: string): Promise<MemberRecord> {
    if (this.unread.has(id)) throw Object.assign(new Error('copy.missing'), { code: 'copy.missing' });
    return { ...(await super.member(list, id)), record: this.records.get(id) };
  }

  override submit(...[list, id, record, stations]: Parameters<Lists['submit']>): Promise<Submission> {
    this.records.set(id, record);
    return super.submit(list, id, record, stations);
  }
}

const head = 'STT,Họ và tên,Ngày sinh,Giới tính,Lớp,Mã học sinh\n';
const old = `${head}1,Lê Thị Mẫu An,01/02/2016,Nữ,3A,HS9901\n2,Trần Văn Ví Dụ,05/06/2016,Nam,3A,\n3,Hà Mẫu,03/03/2016,Nữ,3A,\n`;

async function importer(lists: RecordLists, words: string): Promise<ListImport> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  provide(host, { lists, facility: 'TYT-99' });
  const element = document.createElement('hssk-list-import');
  element.now = '2026-11-20';
  host.append(element);
  await drawn(element);
  await element.read(new File([words], 'lop-3a.csv'));
  await drawn(element);
  return element;
}

const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const at = (element: ListImport, selector: string) => deep(element.shadowRoot!, selector)!;
const lines = (element: ListImport) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.lines > li')];

async function answer(element: ListImport, line: number, to: 'same' | 'other'): Promise<void> {
  lines(element)[line]!.querySelector<HTMLElement>(`[data-answer=${to}]`)!.click();
  await drawn(element);
}

async function save(element: ListImport): Promise<void> {
  at(element, '#save').click();
  await waitUntil(() => deep(element.shadowRoot!, '#saved') ?? deep(element.shadowRoot!, '.failure'));
}

const membersOf = (lists: RecordLists): readonly Member[] => [...lists.lists.values()][0]!.members;

/** A class with results of its first pupil. */
async function examined(): Promise<RecordLists> {
  const lists = new RecordLists();
  await save(await importer(lists, old));
  const [list] = [...lists.lists.values()];
  const [first] = list!.members;
  const blank = recordOf(first!, list!, { capturedOn: '2026-11-19' }) as HealthRecord;
  await lists.submit(
    list!.id,
    first!.id,
    {
      ...blank,
      screenings: { '2026-2027': { ...blank.screenings!['2026-2027'], conclusion: 'Bình thường' } },
    },
    { doctor: 'all' },
  );
  return lists;
}

describe('a list that was corrected', () => {
  it('is likely of the same people by each of these rules', () => {
    for (const [rule, a, b, expected] of likelyRows) {
      assert.equal(isLikelySame(a as Member, b as Member), expected, rule);
      assert.equal(isLikelySame(b as Member, a as Member), expected, `${rule}, the other way round`);
    }
  });

  it('asks of each line that is likely somebody who is here, and adds nothing before that is said', async () => {
    const lists = await examined();
    const element = await importer(
      lists,
      old.replace('Mẫu An', 'Mẫu Anh').replace('03/03/2016', '30/03/2016'),
    );
    assert.include(text(lines(element)[1]!), 'Đã có trên máy này: Lê Thị Mẫu An, 01/02/2016, 3A, HS9901.');
    assert.include(text(lines(element)[1]!), 'Người này đã có kết quả.');
    assert.include(text(lines(element)[3]!), 'Người này chưa ghi gì.');
    assert.isNull(lines(element)[2]!.querySelector('.likely'));
    at(element, '#save').click();
    await drawn(element);
    assert.include(text(at(element, '#open-lines')), 'Còn 2 dòng chưa chọn');
    assert.equal(element.shadowRoot!.activeElement!.className, 'doubtful');
    assert.lengthOf(membersOf(lists), 3);
    await answer(element, 0, 'same');
    await answer(element, 1, 'other');
    assert.isNull(element.shadowRoot!.querySelector('#open-lines'));
    await save(element);
    assert.deepEqual(
      membersOf(lists).map(({ fullName, birthDate }) => `${fullName} ${birthDate}`),
      ['Lê Thị Mẫu Anh 2016-02-01', 'Trần Văn Ví Dụ 2016-06-05', 'Hà Mẫu 2016-03-03', 'Hà Mẫu 2016-03-30'],
    );
  });

  it('the same person keeps id and values, and the record is corrected where it said what the list had said', async () => {
    const lists = await examined();
    const [before] = membersOf(lists);
    const record = lists.records.get(before!.id)!;
    lists.records.set(before!.id, {
      ...record,
      administrative: { ...record.administrative, caregiverName: 'Lê Thị Mẫu' },
    });
    const element = await importer(lists, old.replace('Mẫu An,01/02/2016', 'Mẫu Anh,02/02/2016'));
    await answer(element, 1, 'same');
    await save(element);
    const [after, ...others] = membersOf(lists);
    assert.deepEqual({ ...after }, { ...before, fullName: 'Lê Thị Mẫu Anh', birthDate: '2016-02-02' });
    assert.lengthOf(others, 2);
    const { administrative, screenings } = lists.records.get(before!.id)!;
    const { fullName, birthDate, identifiers, caregiverName } = administrative;
    assert.deepEqual(
      { fullName, birthDate, identifiers, caregiverName },
      {
        fullName: 'Lê Thị Mẫu Anh',
        birthDate: '2016-02-02',
        identifiers: record.administrative.identifiers,
        caregiverName: 'Lê Thị Mẫu',
      },
    );
    assert.equal(screenings!['2026-2027']!.conclusion, 'Bình thường');
    // Read once more, the same file asks nothing: the line says what stands here.
    const again = await importer(lists, old.replace('Mẫu An,01/02/2016', 'Mẫu Anh,02/02/2016'));
    assert.isNull(again.shadowRoot!.querySelector('.likely'));
    await save(again);
    assert.include(text(at(again, '#saved')), 'thêm 0 người mới, 3 người đã có');
    assert.lengthOf(membersOf(lists), 3);
  });

  it('somebody of whom nothing was written is corrected on the list, and no record is made', async () => {
    const lists = await examined();
    const element = await importer(lists, old.replace('Trần Văn Ví Dụ,05/06', 'Trần Văn Ví Dụ,06/05'));
    await answer(element, 2, 'same');
    await save(element);
    assert.equal(membersOf(lists)[1]!.birthDate, '2016-05-06');
    assert.equal(lists.records.size, 1);
  });

  it('whose record cannot be read now stays as it was, is told, and is asked about again', async () => {
    const lists = await examined();
    const [before] = membersOf(lists);
    lists.unread.add(before!.id);
    const corrected = old.replace('Mẫu An', 'Mẫu Anh');
    const element = await importer(lists, corrected);
    await answer(element, 1, 'same');
    await save(element);
    assert.include(text(at(element, '#saved')), '1 người chưa sửa được');
    assert.deepEqual(membersOf(lists)[0], before);
    lists.unread.clear();
    const again = await importer(lists, corrected);
    await answer(again, 1, 'same');
    await save(again);
    assert.equal(membersOf(lists)[0]!.fullName, 'Lê Thị Mẫu Anh');
    assert.equal(lists.records.get(before!.id)!.administrative.fullName, 'Lê Thị Mẫu Anh');
  });

  it('who moved to another class on a list of its own is the same person on both', async () => {
    const lists = await examined();
    const [before] = membersOf(lists);
    const element = await importer(lists, `${head}1,Lê Thị Mẫu An,01/02/2016,Nữ,3B,HS9901\n`);
    await answer(element, 1, 'same');
    await save(element);
    const all = [...lists.lists.values()].map(({ members }) => members.find(({ id }) => id === before!.id));
    assert.deepEqual(
      all.map((member) => member?.className),
      ['3B', '3B'],
    );
    const { className } = lists.records.get(before!.id)!.screenings!['2026-2027']!.general!.school!;
    assert.equal(className, '3B');
  });

  it('nobody is two lines: who was said to be one is not asked of the other', async () => {
    const lists = await examined();
    const element = await importer(
      lists,
      `${head}1,Lê Thị Mẫu Anh,01/02/2016,Nữ,3A,\n2,Lê Thị Mẫu Ann,01/02/2016,Nữ,3A,\n`,
    );
    assert.lengthOf(element.shadowRoot!.querySelectorAll('.likely'), 2);
    await answer(element, 2, 'same');
    assert.lengthOf(element.shadowRoot!.querySelectorAll('.likely'), 1);
    await save(element);
    assert.deepEqual(
      membersOf(lists).map(({ fullName }) => fullName),
      ['Lê Thị Mẫu Ann', 'Trần Văn Ví Dụ', 'Hà Mẫu', 'Lê Thị Mẫu Anh'],
    );
  });
});
