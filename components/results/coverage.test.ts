import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { CountedGroup, GroupKind } from '../../src/client/index.ts';
import { Coverage } from './coverage.ts';
import { percentOf, sorted } from './coverage-model.ts';
import { FakeLists, FakeRosters, pupil } from './testing.ts';

Coverage.define();

const now = new Date(2026, 10, 20, 14, 5).getTime();
const hour = 3_600_000;

const group = (
  kind: GroupKind,
  name: string,
  expected: number,
  captured: number,
  seenToday?: number,
): CountedGroup => ({
  ...{ group: `id-${name}`, kind, name, expected, captured, missing: expected - captured },
  ...(seenToday === undefined ? {} : { seenToday }),
});

function commune(): FakeRosters {
  const rosters = new FakeRosters();
  rosters.groupsOf = {
    commune: [group('commune', 'Xã Mẫu', 30, 12, 4)],
    'hamlet in id-Xã Mẫu': [group('hamlet', 'Thôn 10', 10, 9, 1), group('hamlet', 'Thôn 2', 20, 3, 3)],
    'household in id-Thôn 2': [group('household', '0109990001', 4, 0, 0)],
    school: [group('school', 'TH Mẫu', 40, 40, 40)],
    'class in id-TH Mẫu': [group('class', '3A', 40, 40, 40)],
  };
  rosters.peopleOf = {
    'id-Thôn 2': [
      { id: 'a', fullName: 'Trần Thị Ví Dụ', birthDate: '2016-05', pid: 'p1' },
      { id: 'b', fullName: 'Lê Văn Mẫu', birthDate: '2016-05-01' },
    ],
  };
  return rosters;
}

async function coverageOf(more: Partial<Coverage>, width = '760px'): Promise<Coverage> {
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = width;
  const coverage = document.createElement('hssk-coverage');
  Object.assign(coverage, { now, ...more });
  place.append(coverage);
  await waitUntil(() => coverage.shadowRoot?.querySelector('table, .failure, .help'));
  return coverage;
}

const words = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const all = (coverage: Coverage, selector: string): HTMLElement[] => [
  ...coverage.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const button = (coverage: Coverage, text: string): HTMLElement => {
  const found = all(coverage, 'button').find((each) => words(each).startsWith(text));
  if (!found) throw new Error(`no button ${text}`);
  return found;
};
const rows = (coverage: Coverage): string[] =>
  all(coverage, 'tbody tr:not(.drawer)').map((row) =>
    [words(row.querySelector('.name')), ...[...row.querySelectorAll('td')].map(words)].join(' | '),
  );

it('counts from the commune down to its households, with the figures and a bar each', async () => {
  const rosters = commune();
  const coverage = await coverageOf({ rosters });
  assert.deepEqual(rows(coverage), ['Xã Mẫu | 30 | 12 | 4 | 18']);
  assert.equal(words(all(coverage, '.share')[0]), '12/30 có hồ sơ (40 %)');
  assert.equal(all(coverage, '.part')[0]!.getAttribute('width'), '40');
  button(coverage, 'Xã Mẫu').click();
  await waitUntil(() => rows(coverage).length === 2);
  assert.deepEqual(rows(coverage), ['Thôn 2 | 20 | 3 | 3 | 17', 'Thôn 10 | 10 | 9 | 1 | 1']);
  assert.include(
    words(coverage.shadowRoot!.querySelector('section')),
    '30 người: 12 người đã có hồ sơ (40 %)',
  );
  button(coverage, 'Thôn 2').click();
  await waitUntil(() => rows(coverage)[0]?.startsWith('0109990001'));
  assert.equal(words(coverage.shadowRoot!.activeElement), 'Thôn 2');
  assert.lengthOf(all(coverage, 'button.name'), 0);
  button(coverage, 'Xã Mẫu').click();
  await waitUntil(() => rows(coverage).length === 2);
  assert.deepEqual(rosters.calls.at(-1), ['groups', 'hamlet', 'id-Xã Mẫu']);
});

it('goes from a school to its classes, and begins where the host says', async () => {
  const coverage = await coverageOf({ rosters: commune(), by: 'school' });
  button(coverage, 'TH Mẫu').click();
  await waitUntil(() => rows(coverage)[0] === '3A | 40 | 40 | 40 | 0');
  button(coverage, 'Xã/phường').click();
  await waitUntil(() => rows(coverage)[0]?.startsWith('Xã Mẫu'));
  assert.equal(all(coverage, '[aria-pressed=true]').map(words).join(), 'Xã/phường');
});

it('sorts by every column, numbers in names by their value', async () => {
  const coverage = await coverageOf({ rosters: commune() });
  button(coverage, 'Xã Mẫu').click();
  await waitUntil(() => rows(coverage).length === 2);
  const firsts: string[] = [];
  for (const column of ['Nhóm', 'Trong danh sách', 'Có hồ sơ', 'Có hồ sơ']) {
    button(coverage, column).click();
    await coverage.updateComplete;
    firsts.push(rows(coverage)[0]!.split(' | ')[0]!);
  }
  assert.deepEqual(firsts, ['Thôn 2', 'Thôn 2', 'Thôn 10', 'Thôn 2']);
  assert.equal(
    all(coverage, 'th[aria-sort=ascending]')
      .map((th) => words(th.querySelector('button')))
      .join(),
    'Có hồ sơ ▲',
  );
  const row = (name: string, missing?: number) => ({
    id: name,
    kind: 'class' as const,
    name,
    expected: 1,
    missing,
  });
  assert.deepEqual(
    sorted([row('1B', 2), row('1A', 2), row('0')], 'missing', true, 'vi').map(({ name }) => name),
    ['1A', '1B', '0'],
  );
});

it('never shows a share as all or nothing that is not', () => {
  for (const [part, whole, percent] of [
    [0, 0, 0],
    [0, 500, 0],
    [1, 5000, 1],
    [4999, 5000, 99],
    [5, 5, 100],
    [2, 3, 67],
  ] as const)
    assert.equal(percentOf(part, whole), percent);
});

it('shows no column for what the server does not count', async () => {
  const rosters = new FakeRosters();
  rosters.groupsOf = { commune: [group('commune', 'Xã Mẫu', 3, 1)] };
  const coverage = await coverageOf({ rosters });
  assert.deepEqual(rows(coverage), ['Xã Mẫu | 3 | 1 | 2']);
  assert.notInclude(words(coverage.shadowRoot!.querySelector('section')), 'Hôm nay đã khám');
});

it('says how old the figures are where the server does not answer', async () => {
  const rosters = new FakeRosters();
  const old = { ...group('commune', 'Xã Mẫu', 3, 1), carriedAt: now - 50 * hour };
  rosters.groupsOf = { commune: [old, { ...group('commune', 'Xã Ví Dụ', 3, 1), carriedAt: now - hour }] };
  const coverage = await coverageOf({ rosters });
  assert.include(words(all(coverage, '.notice')[0]), '12:05 18/11/2026 (hôm kia)');
});

it('has no names unless the host allows them, and then asks for those who are missing', async () => {
  const rosters = commune();
  const coverage = await coverageOf({ rosters });
  button(coverage, 'Xã Mẫu').click();
  await waitUntil(() => rows(coverage).length === 2);
  assert.lengthOf(all(coverage, '.ask'), 0);
  coverage.names = true;
  await coverage.updateComplete;
  all(coverage, '.ask')[0]!.click();
  await waitUntil(() => all(coverage, '.names').length);
  assert.deepEqual(rosters.calls.at(-1), ['people', 'id-Thôn 2', 'missing']);
  assert.deepEqual(all(coverage, '.names li').map(words), ['Lê Văn Mẫu, sinh 01/05/2016']);
  coverage.names = false;
  await coverage.updateComplete;
  assert.notInclude(words(coverage.shadowRoot!.querySelector('section')), 'Lê Văn Mẫu');
});

it('says why the server gives no names', async () => {
  const rosters = commune();
  rosters.failing.people = 'access.denied';
  const coverage = await coverageOf({ rosters, names: true });
  all(coverage, '.ask')[0]!.click();
  await waitUntil(() => all(coverage, '[role=alert]').length);
  assert.equal(
    words(all(coverage, '[role=alert]')[0]),
    'Tài khoản này chỉ được xem số đếm, không được xem tên.',
  );
});

it('prints counts and bars but neither names nor buttons', async () => {
  const coverage = await coverageOf({ rosters: commune(), names: true, theme: 'dark' });
  button(coverage, 'Xã Mẫu').click();
  await waitUntil(() => rows(coverage).length === 2);
  all(coverage, '.ask')[0]!.click();
  await waitUntil(() => all(coverage, '.names li').length);
  try {
    await emulateMedia({ media: 'print' });
    const shown = (coverage.shadowRoot!.querySelector('section') as HTMLElement).innerText;
    assert.notInclude(shown, 'Lê Văn Mẫu');
    assert.notInclude(shown, 'Xem tên');
    assert.include(shown, 'Thôn 2');
    assert.include(shown, '3/20 có hồ sơ');
    assert.equal(getComputedStyle(coverage).color, 'rgb(0, 0, 0)');
    assert.isAbove(all(coverage, '.bar')[0]!.getBoundingClientRect().height, 5);
  } finally {
    await emulateMedia({ media: 'screen' });
  }
});

const today = { stations: { measure: 'all' }, at: now - hour } as const;
function device(): FakeLists {
  const lists = new FakeLists();
  lists.lists.push({
    ...{ id: 'l1', kind: 'class', name: '3A', place: 'TH Mẫu', year: '2026-2027' },
    members: [1, 2, 3, 4, 5, 6].map((n) => pupil(n)),
  });
  lists.states.set('m1', today);
  lists.states.set('m2', { stations: { measure: 'some' }, at: now - 30 * hour });
  lists.states.set('m3', { stations: {}, mark: { kind: 'absent', at: now }, at: now });
  lists.states.set('m4', { stations: {}, consent: 'refused' });
  lists.states.set('m5', { ...today, mark: { kind: 'recheck', at: now } });
  return lists;
}

it('counts the lists of this device: who was written of today, and how far the others are', async () => {
  const lists = device();
  const coverage = await coverageOf({ lists, stations: ['measure'], needsConsent: true });
  await waitUntil(() => rows(coverage).length === 1);
  assert.deepEqual(
    all(coverage, 'thead button').map((each) => words(each).replace(/ [▼▲]$/, '')),
    [...['Nhóm', 'Trong danh sách', 'Hôm nay', 'Xong', 'Còn lại', 'Vắng', 'Từ chối', 'Đo lại']],
  );
  assert.deepEqual(rows(coverage), ['3A, TH Mẫu | 6 | 2 | 1 | 2 | 1 | 1 | 1']);
  lists.states.set('m6', today);
  lists.tell(['m6']);
  await waitUntil(() => rows(coverage)[0] === '3A, TH Mẫu | 6 | 3 | 2 | 1 | 1 | 1 | 1');
});

it('takes in a list that came to the device meanwhile, and counts none twice', async () => {
  const lists = device();
  const coverage = await coverageOf({ lists });
  await waitUntil(() => rows(coverage).length === 1);
  lists.lists.push({ ...lists.lists[0]!, id: 'list-new', name: '3B' });
  await coverage.reload();
  await waitUntil(() => rows(coverage).length === 2);
  assert.equal(lists.listeners.size, 2);
});

it('stops watching the lists when it leaves the page', async () => {
  const lists = device();
  const coverage = await coverageOf({ lists });
  await waitUntil(() => lists.listeners.size === 1);
  coverage.remove();
  assert.equal(lists.listeners.size, 0);
});

it('tells what failed and reads again at a press', async () => {
  const rosters = commune();
  rosters.failing.groups = 'copy.missing';
  const coverage = await coverageOf({ rosters });
  await waitUntil(() => all(coverage, '[role=alert]').length);
  delete rosters.failing.groups;
  button(coverage, 'Tải lại').click();
  await waitUntil(() => rows(coverage).length === 1);
  assert.lengthOf(all(coverage, '[role=alert]'), 0);
});

it('an answer that was overtaken is not shown', async () => {
  const rosters = commune();
  let letGo = (): void => {};
  const slow = new Promise<void>((resolve) => (letGo = resolve));
  const { groups } = rosters;
  rosters.groups = async function* (by, within) {
    if (by === 'hamlet') await slow;
    yield* groups.call(rosters, by, within);
  };
  const coverage = await coverageOf({ rosters });
  button(coverage, 'Thôn, tổ').click();
  button(coverage, 'Trường').click();
  await waitUntil(() => rows(coverage)[0]?.startsWith('TH Mẫu'));
  letGo();
  await new Promise((resolve) => setTimeout(resolve));
  await coverage.updateComplete;
  assert.isTrue(rows(coverage)[0]?.startsWith('TH Mẫu'));
});

it('speaks English', async () => {
  const coverage = await coverageOf({ rosters: commune(), locale: 'en' });
  await waitUntil(() => words(all(coverage, 'h3')[0]) === 'Progress of records');
  assert.equal(words(all(coverage, '.share')[0]), '12 of 30 have a record (40%)');
});

for (const [state, more, width] of [
  ['light', {}, '760px'],
  ['dark with names', { theme: 'dark', names: true }, '760px'],
  ['a phone with lists of the device', { lists: device(), names: true }, '360px'],
] as const) {
  it(`is accessible and fits: ${state}`, async () => {
    await setViewport({ width: 800, height: 900 });
    const coverage = await coverageOf({ rosters: commune(), ...(more as Partial<Coverage>) }, width);
    await waitUntil(() => rows(coverage).length);
    if (coverage.names) all(coverage, '.ask')[0]!.click();
    await coverage.updateComplete;
    assert.isAtMost(coverage.shadowRoot!.querySelector('section')!.scrollWidth, Number.parseInt(width));
    await expect(coverage).to.be.accessible();
  });
}
