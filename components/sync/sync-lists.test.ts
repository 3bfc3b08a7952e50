import { assert, oneEvent, waitUntil } from '@open-wc/testing';
import type { QueueItem } from '../../src/client/index.ts';
import type { SelectDraftEvent } from '../events.ts';
import { deep } from '../testing.ts';
import { inStatus, items, listsOf, statusOf, withTrouble, words } from './on-page.ts';
import { FakeSync, FakeVault, onServer, queueItem, savedDraft } from './testing.ts';

const problem = (code: string): Partial<QueueItem> => ({ state: 'refused', problem: { code, issues: [] } });

it('shows the person, what happened and what to do, by code', async () => {
  const { element } = await withTrouble(
    queueItem('a', {
      state: 'refused',
      problem: {
        code: 'record.refused',
        issues: [{ path: 'administrative.birthDate', code: 'date.future', level: 'error' }],
      },
    }),
    queueItem('b', problem('http.418')),
    queueItem('c', problem('vault.rowDamaged')),
  );
  await waitUntil(() => inStatus(element, '.issues'));
  const [refused, teapot, recovered] = items(element);
  for (const text of [
    'Nguyễn Văn Mẫu, sinh 12/03/2017',
    'Máy chủ không nhận',
    'A › Ngày sinh',
    'sau ngày lập hồ sơ',
  ])
    assert.include(refused, text);
  assert.include(teapot, 'Mã lỗi: http.418');
  assert.include(recovered, 'được cứu từ kho hỏng');
});

it('deletes only after a second step that names the person, and the focus goes to the list', async () => {
  const { element, sync } = await withTrouble(queueItem('a', problem('record.refused')), queueItem('b'));
  const lists = listsOf(element).shadowRoot!;
  inStatus(element, '[data-id="a"] .remove').focus();
  inStatus(element, '[data-id="a"] .remove').click();
  await listsOf(element).updateComplete;
  assert.include(words(inStatus(element, '.ask')), 'Nguyễn Văn Mẫu, sinh 12/03/2017');
  assert.isTrue(lists.activeElement?.classList.contains('keep'));
  inStatus(element, '.keep').click();
  await listsOf(element).updateComplete;
  assert.equal(lists.activeElement, inStatus(element, '[data-id="a"] .remove'));
  assert.deepEqual(sync.callsOf('remove'), []);
  inStatus(element, '[data-id="a"] .remove').click();
  await listsOf(element).updateComplete;
  inStatus(element, '.ask .danger').focus();
  inStatus(element, '.ask .danger').click();
  await waitUntil(() => items(element).length === 1);
  assert.deepEqual(sync.callsOf('remove'), [['a']]);
  assert.equal(lists.activeElement?.localName, 'summary');
});

it('keeps an item and says why where it could not be deleted', async () => {
  const { element, sync } = await withTrouble(queueItem('a', problem('record.refused')));
  sync.failing['remove'] = 'entry.sending';
  inStatus(element, '[data-id="a"] .remove').click();
  await listsOf(element).updateComplete;
  inStatus(element, '.ask .danger').click();
  await waitUntil(() => items(element)[0]!.includes('đang được gửi'));
});

it('never gives the focused button of one person to the next when the first goes away', async () => {
  const { element, sync } = await withTrouble(queueItem('a'), queueItem('b', { name: 'Lò Văn Mẫu' }));
  const first = inStatus(element, '[data-id="a"] .remove');
  first.focus();
  sync.lists.attention.shift();
  sync.tell({ attention: 1 });
  await waitUntil(() => items(element).length === 1);
  const { activeElement } = listsOf(element).shadowRoot!;
  assert.isFalse(first.isConnected);
  assert.equal(activeElement?.localName, 'summary');
});

it('hands a refused record back to be corrected, out of the queue, by an event that stays here', async () => {
  const { element, sync } = await withTrouble(queueItem('a', problem('record.refused')));
  let heard = 0;
  element.parentElement!.addEventListener('hssk-select', () => heard++);
  setTimeout(() => inStatus(element, '[data-id="a"] .correct').click());
  const { saved } = (await oneEvent(element, 'hssk-select')) as SelectDraftEvent;
  assert.equal(saved.id, 'a');
  assert.deepEqual(sync.callsOf('takeBack'), [['a']]);
  assert.equal(heard, 0);
  await waitUntil(() => items(element).length === 0);
});

it('tries an item again as it is', async () => {
  const { element, sync } = await withTrouble(queueItem('a', problem('access.denied')));
  inStatus(element, '[data-id="a"] .retry').click();
  await waitUntil(() => sync.callsOf('retry').length === 1);
});

it('decides a conflict where the item stands', async () => {
  const conflicted = queueItem('a', { state: 'conflict', problem: { code: 'record.changed', issues: [] } });
  const { element, sync } = await withTrouble(conflicted);
  sync.conflicts['a'] = {
    kind: 'record',
    item: conflicted,
    mine: onServer.record,
    theirs: onServer,
    conflicts: [{ path: 'administrative.sex', before: undefined, mine: 'male', theirs: 'female' }],
    merged: [],
  };
  assert.isUndefined(deep(element.shadowRoot!, '[data-id="a"] .retry'));
  inStatus(element, '[data-id="a"] .decide').click();
  await waitUntil(() => inStatus(element, 'table'));
  inStatus(element, 'input[value="theirs"]').click();
  await waitUntil(() => !inStatus<HTMLButtonElement>(element, '#decide').disabled);
  inStatus(element, '#decide').click();
  await waitUntil(() => items(element).length === 0);
  assert.deepEqual(sync.callsOf('decide'), [
    ['a', { kind: 'record', etag: '"4"', choices: { 'administrative.sex': 'theirs' } }],
  ]);
});

it('lists what was sent today with the places that came together by themselves', async () => {
  const sync = new FakeSync({ sent: 2 });
  const receipt = { pid: 'p', version: 1, at: new Date().toISOString() };
  sync.lists.done.push(
    queueItem('a', { state: 'done', receipt, merged: ['administrative.phoneMobile'] }),
    queueItem('b', { state: 'done', receipt: { ...receipt, at: '2020-01-01T00:00:00Z' } }),
  );
  const element = await statusOf(sync, { open: true });
  inStatus(element, '.facts li:nth-child(2) button').click();
  await waitUntil(() => listsOf(element) && items(element).length === 1);
  await waitUntil(() => items(element)[0]!.includes('A › Di động'));
  assert.equal(listsOf(element).shadowRoot!.activeElement?.localName, 'summary');
});

it('opens and discards drafts', async () => {
  const sync = new FakeSync({ drafts: 2 });
  sync.saved = [savedDraft('n1'), savedDraft('n2', '')];
  const element = await statusOf(sync, { open: true });
  inStatus(element, '.facts li:nth-child(3) button').click();
  await waitUntil(() => listsOf(element) && items(element).length === 2);
  assert.include(items(element)[1], '(chưa ghi tên)');
  setTimeout(() => inStatus(element, '[data-id="n1"] .open').click());
  const { saved } = (await oneEvent(element, 'hssk-select')) as SelectDraftEvent;
  assert.equal(saved.id, 'n1');
  inStatus(element, '[data-id="n2"] .discard').click();
  await listsOf(element).updateComplete;
  assert.deepEqual(sync.callsOf('discardDraft'), []);
  inStatus(element, '.ask .danger').click();
  await waitUntil(() => items(element).length === 1);
  assert.deepEqual(sync.callsOf('discardDraft'), [['n2']]);
});

it('reads long lists in pages, one reading at a time however fast the queue changes', async () => {
  const sync = new FakeSync({ attention: 300 });
  for (let at = 0; at < 300; at++) sync.lists.attention.push(queueItem(`i${at}`));
  const { items: read } = sync;
  let [now, most] = [0, 0];
  sync.items = async (...given) => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    now--;
    return read.apply(sync, given);
  };
  const element = await statusOf(sync, { open: true });
  await waitUntil(() => items(element).length === 20);
  for (let at = 0; at < 20; at++) {
    sync.tell({ waiting: at });
    await element.updateComplete;
    await listsOf(element).updateComplete;
  }
  inStatus(element, '.more').click();
  await waitUntil(() => items(element).length === 60);
  assert.equal(most, 1);
});

it('exports everything under a passphrase typed twice, into a file whose name tells nothing', async () => {
  const sync = new FakeSync({ waiting: 2 });
  const element = await statusOf(sync, { open: true, vault: new FakeVault('open') });
  await waitUntil(() => listsOf(element));
  inStatus(element, '[data-list="files"] > summary').click();
  await waitUntil(() => inStatus(element, '[data-form="export"]'));
  const form = inStatus<HTMLFormElement>(element, '[data-form="export"]');
  const [first, again] = form.querySelectorAll<HTMLInputElement>('input.secret');
  first!.value = 'trau mua ghe tim';
  again!.value = 'trau mua ghe tin';
  form.requestSubmit();
  await waitUntil(() => words(form).includes('không giống nhau'));
  assert.deepEqual(sync.callsOf('exportFile'), []);
  again!.value = 'trau mua ghe tim';
  const saved = new Promise<HTMLAnchorElement>((resolve) =>
    form.getRootNode().addEventListener('click', (event) => {
      if (!(event.target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      resolve(event.target);
    }),
  );
  form.requestSubmit();
  const link = await saved;
  assert.deepEqual(sync.callsOf('exportFile'), [['trau mua ghe tim', undefined]]);
  assert.match(link.download, /^ho-so-niem-phong-\d{8}-\d{4}\.hssk$/);
  assert.equal(await (await fetch(link.href)).text(), 'sealed');
  await waitUntil(() => first!.value === '' && again!.value === '');
  const { href } = link;
  element.remove();
  let isGone = false;
  await fetch(href).catch(() => (isGone = true));
  assert.isTrue(isGone, 'the file is held no longer than it can be saved');
});

it('imports a file and tells the result in numbers', async () => {
  const sync = new FakeSync();
  const element = await statusOf(sync, { open: true });
  await waitUntil(() => listsOf(element));
  inStatus(element, '[data-list="files"] > summary').click();
  await waitUntil(() => inStatus(element, '[data-form="import"]'));
  const form = inStatus<HTMLFormElement>(element, '[data-form="import"]');
  form.querySelector<HTMLInputElement>('.secret')!.value = 'trau mua ghe tim';
  form.requestSubmit();
  await waitUntil(() => words(form).includes('Chưa chọn tệp'));
  const files = new DataTransfer();
  files.items.add(new File(['sealed'], 'a.hssk'));
  form.querySelector<HTMLInputElement>('[type="file"]')!.files = files.files;
  form.querySelector<HTMLInputElement>('.secret')!.value = 'trau mua ghe tim';
  form.requestSubmit();
  await waitUntil(() => words(form.parentElement!).includes('Đã thêm 12 hồ sơ. 3 hồ sơ đã có sẵn'));
});
