import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MemberList, MemberState } from '../../src/client/index.ts';
import { defaultPurposes, overridePurpose } from '../../src/consent/index.ts';
import type { Session } from '../context.ts';
import { FakeVault } from '../sync/testing.ts';
import { deep, drawn } from '../testing.ts';
import { Roster } from './roster.ts';
import type { RosterRows } from './roster-rows.ts';
import { FakeLists, listOf, provide, pupils } from './testing.ts';

Roster.define();

const controller = { name: 'Trạm Y tế Ví Dụ' };
const settings = { controller, processors: [], recipients: [] };

async function roster(value: MemberList, states = new Map<string, MemberState>()): Promise<Roster> {
  const element = await fixture<Roster>(
    html`<hssk-roster now="2026-11-20" stations="measure" .value=${value} .states=${states}></hssk-roster>`,
  );
  await drawn(element);
  await sized(element);
  return element;
}

async function inSession(session: Session, list = ''): Promise<Roster> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  provide(host, session);
  const element = document.createElement('hssk-roster');
  element.now = '2026-11-20';
  element.list = list;
  host.append(element);
  await drawn(element);
  if (list) await waitUntil(() => rowsOf(element).length > 0, 'the list is open');
  return element;
}

const part = (element: Roster) => deep<RosterRows>(element.shadowRoot!, 'hssk-roster-rows')!;
const grid = (element: Roster) => deep(element.shadowRoot!, '[role=grid]')!;
const rowsOf = (element: Roster) => [
  ...(deep(element.shadowRoot!, '.body')?.querySelectorAll<HTMLElement>('[role=row]') ?? []),
];
const namesOf = (element: Roster) => rowsOf(element).map((row) => row.querySelector('b')!.textContent);
const at = (element: Roster, selector: string) => deep(element.shadowRoot!, selector)!;
const text = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();
const done: MemberState = { stations: { measure: 'all' } };

/** The rows have measured their room. */
const sized = (element: Roster) =>
  waitUntil(() => {
    const body = deep(element.shadowRoot!, '.body');
    return !body || (rowsOf(element).length > 0 && rowsOf(element)[0]!.offsetHeight > 0);
  });

async function search(element: Roster, query: string) {
  const input = at(element, 'input[type=search]') as HTMLInputElement;
  input.value = query;
  input.dispatchEvent(new InputEvent('input'));
  await drawn(element);
}

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

describe('lists of this device', () => {
  it('are shown, opened and followed; what changes is read person by person', async () => {
    const lists = new FakeLists(listOf(pupils(30)));
    const element = await inSession({ lists });
    await waitUntil(() => deep(element.shadowRoot!, '.open'));
    assert.include(text(deep(element.shadowRoot!, 'li')!), '30 người');
    at(element, '.open').click();
    await waitUntil(() => rowsOf(element).length > 0);
    lists.calls.length = 0;
    lists.set('list-1', 'm1', done);
    await waitUntil(() => text(rowsOf(element)[0]!).includes('Đã xong'));
    assert.deepEqual(lists.calls, ['member']);
  });

  it('another list or another store is opened when it is set, and the one before is let go', async () => {
    const lists = new FakeLists(
      listOf(pupils(3)),
      listOf([{ id: 'x', fullName: 'Ví Dụ Khác' }], { id: 'list-2' }),
    );
    const element = await inSession({ lists }, 'list-1');
    element.list = 'list-2';
    await waitUntil(() => namesOf(element).join() === 'Ví Dụ Khác');
    assert.equal(lists.watchers, 1);
    element.remove();
    assert.equal(lists.watchers, 0);
  });

  it('a store that is locked takes the names from the screen, and opening it brings them back', async () => {
    const vault = new FakeVault('open');
    const element = await inSession({ lists: new FakeLists(listOf(pupils(3))), vault }, 'list-1');
    vault.become('locked');
    await waitUntil(() => !element.shadowRoot!.innerHTML.includes('hssk-roster-rows'));
    await drawn(element);
    assert.notInclude(text(element.shadowRoot!.querySelector('.panel')!), 'Mẫu');
    assert.isUndefined(element.next());
    vault.become('open');
    await waitUntil(() => rowsOf(element).length === 3);
  });

  it('a list that is not there says so and offers the others', async () => {
    const element = await inSession({ lists: new FakeLists(listOf(pupils(3))) });
    element.list = 'gone';
    await waitUntil(() => deep(element.shadowRoot!, '.failure'));
    await waitUntil(() => deep(element.shadowRoot!, '.open'));
  });

  it('marks of absence carry a reason and can be taken away', async () => {
    const lists = new FakeLists(listOf(pupils(3)));
    const element = await inSession({ lists }, 'list-1');
    rowsOf(element)[1]!.click();
    await drawn(element);
    at(element, '#absent').click();
    await drawn(element);
    await sendKeys({ type: 'về quê' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => text(rowsOf(element)[1]!).includes('Vắng mặt'));
    assert.deepInclude(lists.states.get('list-1')!.get('m2')!.mark, { kind: 'absent', words: 'về quê' });
    assert.include(text(rowsOf(element)[1]!), 'về quê');
    at(element, '#unmark').click();
    await waitUntil(() => text(rowsOf(element)[1]!).includes('Chưa khám'));
  });

  it('a list is deleted only after it was asked for twice', async () => {
    const lists = new FakeLists(listOf(pupils(3)));
    const element = await inSession({ lists });
    await waitUntil(() => deep(element.shadowRoot!, '.remove'));
    at(element, '.remove').click();
    await drawn(element);
    assert.equal(lists.lists.size, 1);
    at(element, '.ask .danger').click();
    await waitUntil(() => lists.lists.size === 0);
  });

  it('without consent a pupil is not on the list of a station and cannot be opened, and is still in the class', async () => {
    const lists = new FakeLists(listOf(pupils(4)));
    lists.set('list-1', 'm1', { consent: 'agreed' });
    lists.set('list-1', 'm2', { consent: 'refused' });
    lists.set('list-1', 'm3', { consent: 'agreed' });
    const element = await inSession({ lists, consent: settings }, 'list-1');
    assert.deepEqual(
      rowsOf(element).map((row) => row.querySelector('small')!.textContent.includes('sinh')),
      [true, true],
    );
    const selected: string[] = [];
    element.addEventListener('hssk-select', (event) => {
      selected.push(event.member.id);
    });
    at(element, '[data-shown=all]').click();
    await drawn(element);
    assert.lengthOf(rowsOf(element), 4);
    assert.include(text(rowsOf(element)[1]!), 'Không đồng ý');
    assert.include(text(rowsOf(element)[3]!), 'Chưa có ý kiến');
    rowsOf(element)[1]!.click();
    await drawn(element);
    assert.include(text(at(element, '.chosen')), 'Cha mẹ không đồng ý khám');
    rowsOf(element)[3]!.click();
    await drawn(element);
    assert.include(text(at(element, '.chosen')), 'Chưa có ý kiến của cha mẹ');
    assert.deepEqual(selected, []);
    element.member = '';
    await drawn(element);
    assert.deepEqual([element.next()?.id, element.next()?.id, element.next()?.id], ['m1', 'm3', 'm1']);
    lists.set('list-1', 'm3', { consent: 'refused' });
    at(element, '[data-shown=here]').click();
    await waitUntil(() => rowsOf(element).length === 1);
  });

  it('where a law is the basis nobody has to answer first', async () => {
    const lists = new FakeLists(listOf(pupils(4)));
    const purposes = overridePurpose(defaultPurposes, 'screening', {
      mode: 'notice',
      basis: { code: 'law_19_1_dd' },
    });
    const element = await inSession({ lists, consent: { ...settings, purposes } }, 'list-1');
    assert.lengthOf(rowsOf(element), 4);
  });
});
