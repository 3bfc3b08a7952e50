import { assert, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { Conflict, PersonCandidate } from '../../src/client/index.ts';
import type { DecideEvent, SelectDraftEvent } from '../events.ts';
import { FakeSync, invented, onServer, queueItem } from './testing.ts';
import { ConflictReview } from './index.ts';

const item = queueItem('q1', { state: 'conflict' });
const record: Conflict = {
  kind: 'record',
  item,
  mine: invented,
  theirs: onServer,
  conflicts: [
    { path: 'administrative.birthDate', before: '2017', mine: '2017-03-12', theirs: '2017-12-03' },
    { path: 'administrative.sex', before: undefined, mine: 'male', theirs: undefined },
    {
      path: 'immunizations.basic.bcg',
      before: { givenOn: '2017-03-13' },
      mine: undefined,
      theirs: { givenOn: '2017-03-14' },
    },
  ],
  merged: ['administrative.phoneMobile'],
};
const candidate: PersonCandidate = {
  pid: 'p7',
  name: 'N. V. Mẫu',
  birthYear: '2017',
  commune: 'Xã Chiềng Sung',
  identifierEnding: '118',
  mayLoad: false,
};
const person: Conflict = { kind: 'person', item, mine: invented, candidates: [candidate] };

async function reviewOf(
  conflict: Conflict,
  sync = new FakeSync(),
): Promise<{ review: ConflictReview; sync: FakeSync }> {
  ConflictReview.define();
  sync.conflicts['q1'] = conflict;
  const review = await fixture<ConflictReview>(
    html`<hssk-conflict-review item-id="q1" .sync=${sync}></hssk-conflict-review>`,
  );
  await waitUntil(() => review.shadowRoot!.querySelector('table, .person, .failure'));
  return { review, sync };
}

const inReview = <E extends HTMLElement = HTMLElement>(review: ConflictReview, selector: string): E =>
  review.shadowRoot!.querySelector<E>(selector)!;
const radios = (review: ConflictReview, side: string): HTMLInputElement[] => [
  ...review.shadowRoot!.querySelectorAll<HTMLInputElement>(`input[value="${side}"]`),
];
const wordsOf = (root: ParentNode): string => (root as HTMLElement).textContent!.replace(/\s+/g, ' ').trim();
const rows = (review: ConflictReview): string[] =>
  [...review.shadowRoot!.querySelectorAll('tbody tr')].map(wordsOf);

it('shows each place with the value before, mine and theirs, and who wrote theirs', async () => {
  const { review } = await reviewOf(record);
  const [birth, sex, bcg] = rows(review);
  for (const words of [
    'A › Ngày sinh',
    'Trước đó: 2017',
    'Bản của tôi: 12/03/2017',
    'Bản trên máy chủ: 03/12/2017',
  ])
    assert.include(birth, words);
  for (const words of ['Trước đó: (để trống)', 'Bản của tôi: Nam', 'Bản trên máy chủ: (để trống)'])
    assert.include(sex, words);
  for (const words of ['BCG', 'Bản của tôi: (đã xóa dòng này)', 'ghi rõ ngày: 14/03/2017'])
    assert.include(bcg, words);
  assert.include(wordsOf(inReview(review, 'thead')), 'BS. Hà Thí Dụ, Trạm y tế Chiềng Sung, ');
  assert.include(wordsOf(inReview(review, 'details')), 'Di động');
});

it('chooses nothing beforehand and sends nothing before everything is decided', async () => {
  const { review, sync } = await reviewOf(record);
  assert.lengthOf(review.shadowRoot!.querySelectorAll('input:checked'), 0);
  const button = inReview<HTMLButtonElement>(review, '#decide');
  radios(review, 'mine')[0]!.click();
  radios(review, 'theirs')[1]!.click();
  await review.updateComplete;
  assert.isTrue(button.disabled);
  assert.include(wordsOf(inReview(review, '.left')), 'Còn 1 chỗ chưa chọn');
  button.click();
  assert.deepEqual(sync.callsOf('decide'), []);
  radios(review, 'theirs')[2]!.click();
  await review.updateComplete;
  setTimeout(() => button.click());
  const { itemId, decision } = (await oneEvent(review, 'hssk-decide')) as DecideEvent;
  assert.equal(itemId, 'q1');
  assert.deepEqual(decision, {
    kind: 'record',
    etag: '"4"',
    choices: {
      'administrative.birthDate': 'mine',
      'administrative.sex': 'theirs',
      'immunizations.basic.bcg': 'theirs',
    },
  });
  assert.deepEqual(sync.callsOf('decide'), [['q1', decision]]);
});

it('takes all of one side only by its button', async () => {
  const { review } = await reviewOf(record);
  const [mine, theirs] = review.shadowRoot!.querySelectorAll<HTMLButtonElement>('.all button');
  theirs!.click();
  await review.updateComplete;
  assert.isTrue(radios(review, 'theirs').every(({ checked }) => checked));
  mine!.click();
  await review.updateComplete;
  assert.isTrue(radios(review, 'mine').every(({ checked }) => checked));
});

it('shows the new values and drops every choice where the server changed once more', async () => {
  const { review, sync } = await reviewOf(record);
  inReview(review, '.all button').click();
  await review.updateComplete;
  sync.failing['decide'] = 'record.changed';
  sync.conflicts['q1'] = {
    ...record,
    theirs: { ...onServer, etag: '"5"' },
    conflicts: [{ path: 'administrative.birthDate', before: '2017', mine: '2017-03-12', theirs: '2018' }],
  };
  inReview(review, '#decide').click();
  await waitUntil(() => rows(review).length === 1);
  await review.updateComplete;
  assert.include(rows(review)[0], 'Bản trên máy chủ: 2018');
  assert.lengthOf(review.shadowRoot!.querySelectorAll('input:checked'), 0);
  assert.include(wordsOf(inReview(review, '.failure')), 'hãy chọn lại từ đầu');
});

it('keeps the choices where the decision could not be sent', async () => {
  const { review, sync } = await reviewOf(record);
  inReview(review, '.all button').click();
  await review.updateComplete;
  sync.failing['decide'] = 'network.failed';
  inReview(review, '#decide').click();
  await waitUntil(() => inReview(review, '.failure'));
  assert.include(wordsOf(inReview(review, '.failure')), 'Không gặp được máy chủ');
  assert.lengthOf(review.shadowRoot!.querySelectorAll('input:checked'), 3);
});

it('asks the server again when it did not answer', async () => {
  const sync = new FakeSync();
  sync.failing['conflict'] = 'network.timeout';
  const { review } = await reviewOf(record, sync);
  delete sync.failing['conflict'];
  inReview(review, '#again').focus();
  inReview(review, '#again').click();
  await waitUntil(() => inReview(review, 'table'));
  await waitUntil(() => review.shadowRoot!.activeElement?.id === 'title');
});

it('leaves no choice of one person on the conflict of the next', async () => {
  const { review, sync } = await reviewOf(record);
  inReview(review, '.all button').click();
  await review.updateComplete;
  sync.conflicts['q2'] = { ...record, item: queueItem('q2', { name: 'Lò Văn Mẫu' }) };
  review.itemId = 'q2';
  await waitUntil(() => wordsOf(review.shadowRoot!).includes('Lò Văn Mẫu'));
  assert.lengthOf(review.shadowRoot!.querySelectorAll('input:checked'), 0);
});

it('never shows a late answer under another item', async () => {
  const sync = new FakeSync();
  const waiting: ((conflict: Conflict) => void)[] = [];
  sync.conflict = () => new Promise((resolve) => waiting.push(resolve));
  ConflictReview.define();
  const review = await fixture<ConflictReview>(
    html`<hssk-conflict-review item-id="q1" .sync=${sync}></hssk-conflict-review>`,
  );
  review.itemId = 'q2';
  await review.updateComplete;
  const next = { ...record, item: queueItem('q2', { name: 'Lò Văn Mẫu' }) };
  waiting[1]!(next);
  waiting[0]!(record);
  await waitUntil(() => inReview(review, 'table'));
  assert.include(wordsOf(inReview(review, '.who')), 'Lò Văn Mẫu');
});

it('hands the decision to a host that gave the conflict itself', async () => {
  ConflictReview.define();
  const review = await fixture<ConflictReview>(
    html`<hssk-conflict-review .conflict=${record}></hssk-conflict-review>`,
  );
  await waitUntil(() => inReview(review, 'table'));
  inReview(review, '.all button').click();
  await review.updateComplete;
  setTimeout(() => inReview(review, '#decide').click());
  const event = (await oneEvent(review, 'hssk-decide')) as DecideEvent;
  assert.equal(event.itemId, 'q1');
  assert.isFalse(event.bubbles || event.composed);
});

it('shows a candidate with what tells people apart and merges only after a second, careful question', async () => {
  const { review, sync } = await reviewOf(person);
  assert.include(
    wordsOf(inReview(review, '#candidate-0')),
    'N. V. Mẫu sinh năm 2017 · Xã Chiềng Sung · số giấy tờ kết thúc bằng 118',
  );
  inReview(review, '.same').focus();
  inReview(review, '.same').click();
  await review.updateComplete;
  assert.deepEqual(sync.callsOf('decide'), []);
  assert.isTrue(review.shadowRoot!.activeElement?.classList.contains('no'));
  inReview(review, '.no').click();
  await review.updateComplete;
  assert.isTrue(review.shadowRoot!.activeElement?.classList.contains('same'));
  inReview(review, '.same').click();
  await review.updateComplete;
  inReview(review, '.person .danger').click();
  inReview(review, '.person .danger').click();
  await waitUntil(() => sync.callsOf('decide').length);
  assert.deepEqual(sync.callsOf('decide'), [['q1', { kind: 'person', pid: 'p7' }]]);
});

it('gives the record back to be corrected where it is another person', async () => {
  const { review, sync } = await reviewOf(person);
  setTimeout(() => inReview(review, '#not-same').click());
  const event = (await oneEvent(review, 'hssk-select')) as SelectDraftEvent;
  assert.equal(event.saved.id, 'q1');
  assert.deepEqual(sync.callsOf('decide'), []);
  assert.deepEqual(sync.callsOf('takeBack'), [['q1']]);
});

it('puts nothing of a person into attributes', async () => {
  for (const conflict of [record, person]) {
    const { review } = await reviewOf(conflict);
    for (const { attributes } of review.shadowRoot!.querySelectorAll('*'))
      for (const { value } of attributes) assert.notMatch(value, /Mẫu|2017|Chiềng|118|birth/);
  }
});
