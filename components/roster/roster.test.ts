import { assert, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MemberState } from '../../src/client/index.ts';
import { deep, drawn } from '../testing.ts';
import { roster, part, grid, rowsOf, namesOf, at, text, done, search } from './roster-testing.ts';
import { listOf, pupils } from './testing.ts';

describe('a list on screen', () => {
  it('draws a part of 2,000 rows and says how many there are', async () => {
    const element = await roster(listOf(pupils(2000)));
    assert.isBelow(rowsOf(element).length, 60);
    assert.equal(grid(element).getAttribute('aria-rowcount'), '2001');
    assert.equal(rowsOf(element)[0]!.getAttribute('aria-rowindex'), '2');
  });

  it('keys go through all rows, and Enter opens the row they are at', async () => {
    const element = await roster(listOf(pupils(2000)));
    const opened: string[] = [];
    element.addEventListener('hssk-select', (event) => {
      opened.push(event.member.id);
    });
    grid(element).focus();
    const active = () => {
      const id = grid(element).getAttribute('aria-activedescendant');
      return (id && grid(element).querySelector(`#${id}`)?.getAttribute('aria-rowindex')) ?? undefined;
    };
    for (const [key, row] of [
      ['ArrowDown', '3'],
      ['ArrowDown', '4'],
      ['ArrowUp', '3'],
      ['End', '2001'],
      ['ArrowDown', '2001'],
      ['Home', '2'],
      ['ArrowUp', '2'],
    ] as const) {
      await sendKeys({ press: key });
      await drawn(element);
      assert.equal(active(), row, key);
    }
    await sendKeys({ press: 'PageDown' });
    await drawn(element);
    assert.isAbove(Number(active()), 4);
    await sendKeys({ press: 'PageUp' });
    await drawn(element);
    assert.equal(active(), '2');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    assert.deepEqual(opened, ['m2000']);
    const row = grid(element).querySelector('[aria-selected=true]')!;
    const [seen, box] = [row.getBoundingClientRect(), grid(element).getBoundingClientRect()];
    assert.isAtMost(seen.bottom, box.bottom + 1, 'the last row is in sight');
  });

  it('scrolling draws what comes into sight', async () => {
    const element = await roster(listOf(pupils(2000)));
    grid(element).scrollTop = 40_000;
    await waitUntil(() => rowsOf(element).some((row) => Number(row.ariaRowIndex) > 500));
    const box = grid(element).getBoundingClientRect();
    const seen = rowsOf(element).filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top < box.bottom && bottom > box.top;
    });
    const first = seen[0]!.getBoundingClientRect();
    assert.isAtMost(first.top, box.top + 60);
    assert.isAtLeast(seen.at(-1)!.getBoundingClientRect().bottom, box.bottom - 2);
  });

  it('the next person redraws two rows of 2,000 and no other', async () => {
    const states = new Map([['m2', done]]);
    const element = await roster(listOf(pupils(2000)), states);
    element.next();
    await drawn(element);
    assert.equal(element.member, 'm1');
    const touched = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const row = (target instanceof Element ? target : target.parentElement)?.closest('.body [role=row]');
        if (row) touched.add(row.getAttribute('aria-rowindex')!);
      }
    });
    const body = at(element, '.body');
    observer.observe(body, { subtree: true, childList: true, attributes: true, characterData: true });
    const rows = rowsOf(element);
    element.states = new Map([...states, ['m1', done]]);
    element.next();
    await drawn(element);
    for (const record of observer.takeRecords()) {
      const { target } = record;
      const row = (target instanceof Element ? target : target.parentElement)?.closest('.body [role=row]');
      if (row) touched.add(row.getAttribute('aria-rowindex')!);
    }
    assert.equal(element.member, 'm3');
    assert.sameMembers([...touched], ['2', '4']);
    assert.deepEqual(rowsOf(element), rows, 'the rows are the same elements');
  });

  it('the next person lets no other row be worked out anew', async () => {
    const read = new Set<string>();
    const members = pupils(2000).map((member) => ({
      ...member,
      get className() {
        read.add(member.id);
        return '3A';
      },
    }));
    const states = new Map([['m2', done]]);
    const element = await roster(listOf(members), states);
    const rows = part(element);
    rows.selected = 'm1';
    await drawn(rows);
    read.clear();
    rows.states = new Map([...states, ['m1', done]]);
    rows.selected = 'm3';
    await drawn(rows);
    assert.sameMembers([...read], ['m1', 'm3']);
  });

  it('finds by name, class and code, with and without accents', async () => {
    const members = [
      { id: 'a', fullName: 'Đặng Thị Mẫu Ánh', className: '3A2', studentCode: 'HS0042' },
      { id: 'b', fullName: 'Đàng Văn Ví Dụ'.normalize('NFD'), className: '3A10' },
      { id: 'c', fullName: 'Nguyễn Hoà Mẫu', className: '4B' },
    ];
    const element = await roster(listOf(members));
    for (const [query, ids] of [
      ['dang', 'ab'],
      ['ĐẶNG', 'ab'],
      ['anh 3a2', 'a'],
      ['hs0042', 'a'],
      ['hòa', 'c'],
      ['3a', 'ab'],
      ['uyen', ''],
      ['', 'abc'],
    ] as const) {
      await search(element, query);
      const found = namesOf(element).map((name) => members.find(({ fullName }) => fullName === name)!.id);
      assert.equal(found.join(''), ids, query);
    }
  });

  it('counts each status, filters by it, and names it beside its sign', async () => {
    const states = new Map<string, MemberState>([
      ['m1', done],
      ['m2', { stations: { measure: 'some' } }],
      ['m3', { stations: {}, mark: { kind: 'absent', words: 'ốm', at: 1 } }],
      ['m4', { stations: { measure: 'all' }, mark: { kind: 'recheck', at: 1 } }],
    ]);
    const element = await roster(listOf(pupils(6)), states);
    const chip = (shown: string) => at(element, `[data-shown=${shown}]`);
    for (const [shown, words, count] of [
      ['todo', 'Chưa khám', '2'],
      ['begun', 'Đang khám', '1'],
      ['done', 'Đã xong', '1'],
      ['absent', 'Vắng mặt', '1'],
      ['recheck', 'Cần khám lại', '1'],
      ['here', 'Cần khám', '6'],
    ] as const) {
      assert.include(text(chip(shown)), words);
      assert.equal(text(chip(shown).querySelector('b')!), count, shown);
      chip(shown).click();
      await drawn(element);
      assert.lengthOf(rowsOf(element), Number(count), shown);
      assert.equal(chip(shown).getAttribute('aria-pressed'), 'true');
      if (shown !== 'here') assert.include(text(rowsOf(element)[0]!), words);
    }
    assert.include(text(at(element, '.progress')), 'Cả danh sách: 1 trên 6 đã xong');
    const bar = at(element, 'progress') as HTMLProgressElement;
    assert.deepEqual([bar.value, bar.max], [1, 6]);
    chip('absent').click();
    await drawn(element);
    assert.include(text(rowsOf(element)[0]!), 'ốm');
  });

  it('shows the progress of the class that is chosen, and of the day', async () => {
    const at20 = new Date(2026, 10, 20, 9).getTime();
    const states = new Map<string, MemberState>([
      ['m1', { ...done, at: at20 }],
      ['m2', { ...done, at: at20 - 86_400_000 }],
    ]);
    const element = await roster(listOf(pupils(10)), states);
    const choice = at(element, 'select') as HTMLSelectElement;
    choice.value = '3A1';
    choice.dispatchEvent(new Event('change'));
    await drawn(element);
    assert.lengthOf(rowsOf(element), 5);
    assert.include(text(at(element, '.progress')), 'Lớp 3A1: 2 trên 5 đã xong');
    assert.include(text(at(element, '.progress')), 'Hôm nay máy này ghi cho 1 người');
  });

  it('next goes on in order, leaves out who is done or absent, and begins again at the top', async () => {
    const states = new Map<string, MemberState>([
      ['m2', done],
      ['m3', { stations: {}, mark: { kind: 'absent', at: 1 } }],
      ['m4', { stations: {}, mark: { kind: 'recheck', at: 1 } }],
    ]);
    const element = await roster(listOf(pupils(5)), states);
    const order = [element.next()?.id, element.next()?.id, element.next()?.id];
    assert.deepEqual(order, ['m1', 'm5', 'm1']);
    element.states = new Map([...states, ['m1', done], ['m5', done]]);
    await drawn(element);
    assert.equal(element.next()?.id, 'm4', 'who needs a recheck comes last');
    element.states = new Map([...element.states, ['m4', done]]);
    await drawn(element);
    assert.isUndefined(element.next());
    await drawn(element);
    assert.include(text(element.shadowRoot!.querySelector('.panel')!), 'Không còn ai chưa xong');
  });

  for (const key of ['F8', 'Alt+n'])
    it(`${key} goes to the next person from anywhere in the roster`, async () => {
      const element = await roster(listOf(pupils(5)));
      at(element, 'input[type=search]').focus();
      await sendKeys({ press: key });
      assert.equal(element.member, 'm1');
    });

  it('a status of several stations is done when all of them are', async () => {
    const states = new Map([['m1', done]]);
    const element = await roster(listOf(pupils(3)), states);
    element.stations = 'measure eye';
    await drawn(element);
    assert.include(text(rowsOf(element)[0]!), 'Đang khám');
    assert.include(text(rowsOf(element)[0]!), 'Mắt: chưa');
    element.stations = 'measure';
    await drawn(element);
    assert.include(text(rowsOf(element)[0]!), 'Đã xong');
  });

  it('without a role for names it shows numbers and no name, and opens nobody', async () => {
    const element = await roster(listOf(pupils(5)));
    element.names = 'none';
    await drawn(element);
    assert.notInclude(element.shadowRoot!.innerHTML, 'Mẫu 1');
    assert.isUndefined(deep(element.shadowRoot!, '[role=grid]'));
    assert.include(text(at(element, '.progress')), '0 trên 5');
    assert.isUndefined(element.next());
  });
});
