import { assert, expect, waitUntil } from '@open-wc/testing';
import { deep } from '../testing.ts';
import { FakeCarrier, aClass, carriedGroup } from './fake-carrier.ts';
import type { SyncStatusElement } from './index.ts';
import { inStatus, statusOf, words } from './on-page.ts';
import { FakeSync } from './testing.ts';

/** The open view with what is taken along unfolded. */
async function panelOf(carrier: FakeCarrier): Promise<SyncStatusElement> {
  const element = await statusOf(new FakeSync(), { open: true, carrier });
  await waitUntil(() => deep(element.shadowRoot!, '[data-list=carry] > summary'));
  inStatus(element, '[data-list=carry] > summary').click();
  await waitUntil(() => deep(element.shadowRoot!, '#pick'));
  return element;
}

const groupsOf = (element: SyncStatusElement): string[] =>
  [...inStatus(element, 'hssk-carry-panel').shadowRoot!.querySelectorAll('.carried > li')].map(words);
const saidOf = (element: SyncStatusElement): string =>
  words(inStatus(element, 'hssk-carry-panel').shadowRoot!.querySelector('[role=status].hidden')!);
const focused = (element: SyncStatusElement): Element | null =>
  inStatus(element, 'hssk-carry-panel').shadowRoot!.activeElement;

it('says how many records of which list are carried, how old they are and until when they last', async () => {
  const element = await panelOf(
    new FakeCarrier([
      carriedGroup('a', { name: 'Lớp 1A', refused: 2 }),
      carriedGroup('b', { name: 'Lớp 2B', daysAgo: 3 }),
    ]),
  );
  assert.include(words(inStatus(element, '[data-list=carry] > summary')), '50 hồ sơ');
  const [fresh, old] = groupsOf(element);
  for (const text of ['Lớp 1A (lớp)', '28 người', '25 hồ sơ', '3 người chưa có hồ sơ', 'lấy 1 giờ trước'])
    assert.include(fresh, text);
  assert.include(fresh, '2 hồ sơ không được phép xem');
  assert.include(fresh, 'dùng được đến');
  assert.notInclude(fresh, 'Bản cũ');
  assert.include(old, 'Bản cũ');
  await expect(element).to.be.accessible();
});

const warnings = [
  ['expired', carriedGroup('a', { state: 'expired', daysAgo: 9, records: 0 }), 'đã quá hạn', 'Đã quá hạn'],
  ['past its time', carriedGroup('a', { daysAgo: 7.1 }), 'đã quá hạn', 'Đã quá hạn'],
  ['partly', carriedGroup('a', { state: 'partly', records: 9 }), 'chưa lấy đủ', 'mới có 9 trên 25 hồ sơ'],
  ['soon', carriedGroup('a', { daysAgo: 6.5 }), 'sắp hết hạn', 'Sắp hết hạn'],
] as const;
for (const [state, group, closed, open] of warnings) {
  it(`warns without being opened, and says at the list what is the matter: ${state}`, async () => {
    const carrier = new FakeCarrier([carriedGroup('b', { name: 'Lớp 2B' }), group]);
    const element = await statusOf(new FakeSync(), { carrier });
    await waitUntil(() => deep(element.shadowRoot!, '.notice'));
    assert.include(words(inStatus(element, '.notice')), `1 danh sách mang theo ${closed}`);
    element.open = true;
    await waitUntil(() => words(inStatus(element, '[data-list=carry] > summary')).includes(closed));
    element.open = false;
    await element.updateComplete;
    inStatus(element, '.notice .look').click();
    await waitUntil(() => groupsOf(element).length === 2);
    assert.isTrue(deep(element.shadowRoot!, '[data-list=carry] > summary')!.matches(':focus'));
    assert.include(groupsOf(element)[1], open);
    assert.notInclude(groupsOf(element)[0], open);
  });
}

it('says nothing of copies on the line while they are good', async () => {
  const element = await statusOf(new FakeSync(), { carrier: new FakeCarrier([carriedGroup('a')]) });
  await waitUntil(() => deep(element.shadowRoot!, '[data-list=carry]'));
  assert.isFalse(!!deep(element.shadowRoot!, '.notice'));
});

it('takes a list again with progress, and the focus comes back to its button', async () => {
  const carrier = new FakeCarrier([carriedGroup('a', { daysAgo: 3 })]);
  const element = await panelOf(carrier);
  inStatus(element, '.again').click();
  await waitUntil(() => focused(element)?.id === 'stop');
  carrier.step(7, 25);
  await waitUntil(() => words(inStatus(element, '.taking')).includes('7 trên 25'));
  await expect(element).to.be.accessible();
  carrier.step(25, 25);
  await waitUntil(() => groupsOf(element)[0]?.includes('lấy 1 giờ trước'));
  await waitUntil(() => focused(element)?.classList.contains('again'));
  assert.equal(saidOf(element), 'Đã lấy 25 hồ sơ: Lớp 1A.');
  assert.deepEqual(carrier.calls, [['take', 'a']]);
});

it('stops taking at once and says so; that is no failure', async () => {
  const carrier = new FakeCarrier([carriedGroup('a')]);
  const element = await panelOf(carrier);
  inStatus(element, '.again').click();
  await waitUntil(() => deep(element.shadowRoot!, '#stop'));
  inStatus(element, '#stop').click();
  await waitUntil(() => saidOf(element).startsWith('Đã dừng'));
  assert.isFalse(!!deep(element.shadowRoot!, '.failure'));
  assert.isTrue(!!deep(element.shadowRoot!, '.again'));
});

it('stops when it is taken off the page, and goes on while only the line is shown', async () => {
  const carrier = new FakeCarrier([carriedGroup('a')]);
  const element = await panelOf(carrier);
  let isStopped = false;
  const { take } = carrier;
  carrier.take = (group, options) => {
    options?.signal?.addEventListener('abort', () => (isStopped = true));
    return take.call(carrier, group, options);
  };
  inStatus(element, '.again').click();
  await waitUntil(() => deep(element.shadowRoot!, '#stop'));
  element.open = false;
  await element.updateComplete;
  assert.isFalse(isStopped);
  element.remove();
  assert.isTrue(isStopped);
});

it('says in words that there is no network, at the list that was to be taken again', async () => {
  const carrier = new FakeCarrier([carriedGroup('a')]);
  carrier.failing['take'] = 'network.failed';
  const element = await panelOf(carrier);
  inStatus(element, '.again').click();
  await waitUntil(() => groupsOf(element)[0]?.includes('Không gặp được máy chủ'));
  assert.include(groupsOf(element)[0], 'Kiểm tra mạng rồi thử lại');
});

it('lets go of a list only after a second step that names it', async () => {
  const carrier = new FakeCarrier([carriedGroup('a'), carriedGroup('b', { name: 'Lớp 2B' })]);
  const element = await panelOf(carrier);
  inStatus(element, '[data-id="a"] .leave').click();
  await waitUntil(() => focused(element)?.classList.contains('keep'));
  assert.include(words(inStatus(element, '.ask')), 'Xóa 25 hồ sơ mang theo của Lớp 1A khỏi máy này?');
  assert.deepEqual(carrier.calls, []);
  inStatus(element, '.ask .danger').focus();
  inStatus(element, '.ask .danger').click();
  await waitUntil(() => groupsOf(element).length === 1);
  assert.deepEqual(carrier.calls, [['letGo', 'a']]);
  assert.equal(focused(element)?.localName, 'summary');
});

it('offers the lists of the server that are not here yet, by kind, page by page', async () => {
  const many = Array.from({ length: 25 }, (_, at) => aClass(`g${at}`, `Thôn ${at}`));
  const carrier = new FakeCarrier([carriedGroup('g0')], many);
  const element = await panelOf(carrier);
  const offered = (): number =>
    inStatus(element, 'hssk-carry-panel').shadowRoot!.querySelectorAll('.offered > li').length;
  inStatus(element, '#pick').click();
  await waitUntil(() => offered() === 19);
  await expect(element).to.be.accessible();
  inStatus(element, '.more').click();
  await waitUntil(() => offered() === 24);
  inStatus(element, '.offered [data-id="g3"] .take').click();
  await waitUntil(() => deep(element.shadowRoot!, '#stop'));
  carrier.step(25, 25);
  await waitUntil(() => groupsOf(element).length === 2 && offered() === 23);
  const select = inStatus<HTMLSelectElement>(element, '#by');
  select.value = 'class';
  select.dispatchEvent(new Event('change'));
  await waitUntil(() => offered() > 0);
  assert.deepEqual(
    carrier.calls.filter(([call]) => call === 'available'),
    [
      ['available', 'hamlet'],
      ['available', 'class'],
    ],
  );
});

it('says in words that the server could not be asked for its lists, and asks again', async () => {
  const carrier = new FakeCarrier([], [aClass('a', 'Lớp 1A')]);
  carrier.failing['available'] = 'network.failed';
  const element = await panelOf(carrier);
  inStatus(element, '#pick').click();
  await waitUntil(() => deep(element.shadowRoot!, '.drawer .failure'));
  assert.include(words(inStatus(element, '.drawer .failure')), 'Không gặp được máy chủ');
  delete carrier.failing['available'];
  inStatus(element, '#retry').click();
  await waitUntil(() => deep(element.shadowRoot!, '.offered .take'));
  assert.isFalse(!!deep(element.shadowRoot!, '.drawer .failure'));
});

it('leaves no watcher behind', async () => {
  const carrier = new FakeCarrier([carriedGroup('a')]);
  const element = await statusOf(new FakeSync(), { carrier });
  assert.equal(carrier.listeners.size, 1);
  element.carrier = new FakeCarrier();
  await element.updateComplete;
  assert.equal(carrier.listeners.size, 0);
  element.remove();
  assert.equal((element.carrier as FakeCarrier).listeners.size, 0);
});
