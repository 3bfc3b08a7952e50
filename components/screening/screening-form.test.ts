import { assert, waitUntil } from '@open-wc/testing';
import { ConflictError, RefusedError } from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { setAt } from '../../src/schema/index.ts';
import { controlOf, fieldAt } from '../testing.ts';
import { ScreeningForm } from './index.ts';
import { FakeLists, classList, measuredBefore, pupils } from './testing.ts';
import {
  book,
  focused,
  follow,
  now,
  one,
  openId,
  press,
  row,
  shown,
  stationIn,
  words,
} from './station-testing.ts';

function listsWith(record: HealthRecord | undefined = measuredBefore): FakeLists {
  const lists = new FakeLists(classList);
  if (record) lists.records.set('m1', record);
  return lists;
}

it('saves a measuring station and opens the next pupil within 12 keys besides the digits', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  follow(form);
  assert.equal(focused(form), `${row}.weightKg`);
  const { digits, others } = await press('27,5 Enter 131,5 Enter 105/65 Enter 88 Enter');
  await waitUntil(() => openId(form) === 'm2' && one(form, 'h2').textContent!.includes('Quàng'));
  await waitUntil(() => focused(form) === `${row}.weightKg`);
  assert.equal(digits, 14);
  assert.isAtMost(others, 12);
  for (const name of ['weightKg', 'heightCm', 'bloodPressureMmHg', 'pulsePerMinute'])
    assert.equal(shown(form, name), '', name);
  const [[member, record, stations] = []] = lists.sent;
  assert.equal(member, 'm1');
  assert.deepEqual(record?.screenings?.['2026-2027']?.rounds?.['round1'], {
    weightKg: 27.5,
    heightCm: 131.5,
    bloodPressureMmHg: { systolic: 105, diastolic: 65 },
    pulsePerMinute: 88,
    measuredOn: now,
  });
  assert.deepEqual(record?.screenings?.['2025-2026'], measuredBefore.screenings?.['2025-2026']);
  assert.deepEqual([record?.capturedOn, record?.capturedBy], [now, 'nurse-990']);
  assert.equal(stations?.['measure'], 'all');
  assert.include(words(one(form, '.status')), 'Lò Thị Ví Dụ: Đã lưu trên máy, chờ gửi');
});

it('makes the record of a pupil of whom only the list is known', async () => {
  const lists = new FakeLists(classList);
  const form = await stationIn(lists);
  await press('27,5 Enter 131,5 Enter');
  await form.save();
  const record = lists.sent[0]![1];
  assert.equal(record.administrative?.fullName, 'Lò Thị Ví Dụ');
  assert.match(record.administrative?.identifiers?.['temporary']?.number ?? '', /^TMP-/);
  assert.equal(form.saveState, 'waiting');
});

it('says what became of it: sent, refused with the issues at their fields, not saved', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  lists.result = 'stored';
  await press('27,5');
  assert.equal(words(one(form, '.status')), 'Chưa lưu');
  await form.save();
  await form.updateComplete;
  assert.equal(words(one(form, '.status')), 'Đã gửi');
  await press('Enter 131');
  const issues = [{ path: `${row}.heightCm`, code: 'number.impossible', level: 'error' as const }];
  lists.refusal = new RefusedError(422, {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'record.refused',
    issues,
  });
  await form.save(true);
  await form.updateComplete;
  assert.equal(form.saveState, 'refused');
  assert.equal(form.shadowRoot!.activeElement, one(form, '#summary'));
  assert.equal(openId(form), 'm1');
  lists.refusal = Object.assign(new Error('full'), { code: 'vault.full' });
  form.issues = [];
  await form.save(true);
  await form.updateComplete;
  assert.equal(form.saveState, 'notSaved');
  assert.equal(shown(form, 'heightCm'), '131');
});

it('goes on where the server has to be told whether it is the same person: what was written is safe in the queue', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  follow(form);
  await press('27,5');
  lists.refusal = new ConflictError(409, { code: 'person.exists', status: 409, title: '' });
  await form.save(true);
  await waitUntil(() => openId(form) === 'm2');
  await waitUntil(() => words(one(form, '.status')) === 'Lò Thị Ví Dụ: Chưa gửi được, cần xem lại');
  assert.isFalse(form.isDirty);
  form.member = 'm1';
  await waitUntil(() => words(one(form, 'h2')).includes('Lò'));
  await press('28');
  lists.refusal = new ConflictError(412, { code: 'record.changed', status: 412, title: '' });
  await form.save();
  await form.updateComplete;
  assert.equal(form.saveState, 'refused');
  assert.include(words(one(form, '.status')), 'Quyết định');
  assert.isFalse(form.isDirty);
});

it('leads to the first error and sends nothing until it is corrected', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  await press('27,5 Enter Enter 60/90 Enter Enter');
  await waitUntil(() => form.shadowRoot!.activeElement?.id === 'summary');
  assert.include(words(one(form, '#summary')), 'Huyết áp');
  assert.lengthOf(lists.sent, 0);
  one(form, '#summary button').click();
  assert.equal(focused(form), `${row}.bloodPressureMmHg`);
  controlOf(fieldAt(form, `${row}.bloodPressureMmHg`)).select();
  await press('90/60 Enter Enter');
  await waitUntil(() => lists.sent.length === 1);
});

it('takes in what another station wrote without touching what is typed or moving the focus', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  await press('27,5 Enter 131');
  const control = form.shadowRoot!.activeElement as HTMLInputElement;
  let theirs = setAt(measuredBefore, `${row}.vision.uncorrectedRight`, '6/10');
  theirs = setAt(theirs, `${row}.pulsePerMinute`, 90);
  theirs = setAt(theirs, `${row}.weightKg`, 40);
  theirs = setAt(theirs, 'absent', { [`${row}.bloodPressureMmHg`]: 'refused' });
  lists.write('m1', theirs);
  await waitUntil(() => shown(form, 'pulsePerMinute') === '90');
  assert.equal(shown(form, 'bloodPressureMmHg'), 'từ chối');
  assert.equal(form.shadowRoot!.activeElement, control);
  assert.equal(control.value, '131');
  assert.equal(control.selectionStart, 3);
  await press(',5');
  assert.equal(shown(form, 'heightCm'), '131,5');
  assert.equal(shown(form, 'weightKg'), '27,5');
  assert.equal(form.notice, '');
  // Both wrote the weight: nothing is sent before somebody says which is right.
  await form.save(true);
  assert.lengthOf(lists.sent, 0);
  assert.include(words(one(form, '.late')), 'Cân nặng: đã lưu 40 kg, đang ghi 27,5 kg.');
  assert.equal(words(form.shadowRoot!.activeElement), 'Lấy 40 kg');
  one(form, '.late button:last-of-type').click();
  await form.updateComplete;
  assert.isFalse(one(form, '.late') !== null);
  await form.save();
  const sent = lists.sent[0]![1].screenings!['2026-2027']!.rounds!['round1']!;
  assert.deepEqual(
    [sent.weightKg, sent.heightCm, sent.pulsePerMinute, sent.vision],
    [27.5, 131.5, 90, { uncorrectedRight: '6/10' }],
  );
});

it('asks nothing about what it has sent itself while more was typed', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  let sent: HealthRecord | undefined;
  lists.submit = async (_list, _member, record) => {
    sent = record;
    await held;
    return { state: 'stored', receipt: { pid: 'p', version: 1, at: '2026-09-15T01:00:00Z' } };
  };
  await press('27,5');
  const saving = form.save();
  await waitUntil(() => sent);
  await press('5');
  // The list tells of the writing before the server has answered.
  lists.write('m1', setAt(sent!, `${row}.pulsePerMinute`, 90));
  await waitUntil(() => shown(form, 'pulsePerMinute') === '90');
  assert.isFalse(one(form, '.late') !== null);
  release();
  await saving;
  assert.equal(shown(form, 'weightKg'), '27,55');
  assert.equal(form.saveState, 'unsaved');
});

it('keeps what is not saved of a pupil when another is opened, and gives it back', async () => {
  const form = await stationIn(listsWith());
  follow(form);
  await press('27,5 Enter 131');
  form.member = pupils[1];
  await waitUntil(() => words(one(form, 'h2')).includes('Quàng'));
  assert.equal(shown(form, 'weightKg'), '');
  assert.equal(shown(form, 'heightCm'), '');
  assert.include(words(one(form, '.notes')), 'Còn số liệu chưa lưu của Lò Thị Ví Dụ.');
  one(form, '.notes button').click();
  await waitUntil(() => words(one(form, 'h2')).includes('Lò'));
  assert.deepEqual([shown(form, 'weightKg'), shown(form, 'heightCm')], ['27,5', '131']);
  assert.equal(form.saveState, 'unsaved');
  assert.isFalse(one(form, '.notes') !== null);
});

it('asks before the page is closed while something is not saved', async () => {
  const form = await stationIn(listsWith());
  const asks = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  assert.isFalse(asks());
  await press('27');
  await form.updateComplete;
  assert.isTrue(asks());
  await form.save();
  await form.updateComplete;
  assert.isFalse(asks());
});

it('shows why and takes no values where the parents refused', async () => {
  const lists = listsWith();
  lists.states.set('m1', { stations: {}, consent: 'refused' });
  const form = await stationIn(lists);
  assert.include(words(one(form, '[role=alert]')), 'Phụ huynh không đồng ý khám');
  assert.isFalse(one(form, 'input') !== null);
  assert.equal(form.shadowRoot!.activeElement, one(form, '#pupil'));
  follow(form);
  await form.save(true);
  await waitUntil(() => openId(form) === 'm2');
  assert.lengthOf(lists.sent, 0);
});

it('marks a pupil as absent and goes on, or to be checked again with the reason', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  follow(form);
  one(form, '#absent').click();
  await waitUntil(() => words(one(form, 'h2')).includes('Quàng'));
  one(form, '#recheck').click();
  await form.updateComplete;
  one(form, '.marking input').focus();
  await press('mạch Enter');
  await waitUntil(() => lists.marks.length === 2);
  assert.deepEqual(lists.marks, [
    ['m1', { kind: 'absent' }],
    ['m2', { kind: 'recheck', words: 'mạch' }],
  ]);
  await waitUntil(() => words(one(form, '.status')).includes('cần kiểm tra lại'));
  one(form, '#unmark').click();
  await waitUntil(() => lists.marks.length === 3);
  assert.deepEqual(lists.marks[2], ['m2', undefined]);
});

it('works by value and events without a session', async () => {
  ScreeningForm.define();
  const form = document.createElement('hssk-screening-form');
  Object.assign(form, { station: 'measure', pad: 'off', now });
  document.body.append(form);
  try {
    form.value = measuredBefore;
    await waitUntil(() => focused(form) === `${row}.weightKg`);
    const seen: string[] = [];
    let sent: HealthRecord | undefined;
    form.addEventListener('hssk-change', ({ path }) => seen.push(path));
    form.addEventListener('hssk-save', ({ draft }) =>
      seen.push(`save ${String(draft.screenings !== undefined)}`),
    );
    form.addEventListener('hssk-submit', ({ record }) => (sent = record));
    form.addEventListener('hssk-next', () => seen.push('next'));
    await press('27 Enter 131');
    one(form, '#save').click();
    one(form, '#next').click();
    await waitUntil(() => seen.includes('next'));
    assert.equal(seen.filter((each) => each === `${row}.weightKg`).length, 2);
    assert.deepEqual(seen.slice(-2), ['save true', 'next']);
    assert.equal(sent?.screenings?.['2026-2027']?.rounds?.['round1']?.heightCm, 131);
    assert.isFalse(one(form, '#absent') !== null);
  } finally {
    form.remove();
  }
});

it('takes the second round when the first was finished more than 30 days ago, and compares with it', async () => {
  let record = setAt(measuredBefore, `${row}.measuredOn`, '2026-09-15');
  record = setAt(setAt(record, `${row}.weightKg`, 27), `${row}.heightCm`, 131);
  const form = await stationIn(listsWith(record), { now: '2027-03-10' });
  assert.equal(focused(form), `${book}.rounds.round2.weightKg`);
  assert.include(words(one(form, '.last')), 'Lần 1, 15/09/2026: 27 kg');
  assert.include(words(one(form, '.when')), 'Lần 2 · Năm học 2026-2027');
  form.now = '2026-10-10';
  await form.updateComplete;
  assert.include(words(one(form, '.when')), 'Lần 1');
});

it('shows nobody while the lists are gone, and gives back what was typed when they are there again', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  const session = form.closest('hssk-session')!;
  await press('27,5 Enter 131');
  session.session = {};
  await waitUntil(() => !one(form, 'h2'));
  assert.notInclude(form.shadowRoot!.textContent, 'Lò Thị');
  session.session = { lists, user: 'nurse-990' };
  await waitUntil(() => words(one(form, 'h2')).includes('Lò'));
  assert.deepEqual([shown(form, 'weightKg'), shown(form, 'heightCm')], ['27,5', '131']);
  assert.equal(form.saveState, 'unsaved');
});

it('opens a pupil by ids, says so where that fails, and tries again at a press', async () => {
  const lists = listsWith();
  const form = await stationIn(lists, { list: 'list-4a', member: 'm1' });
  const { member } = lists;
  lists.member = () => Promise.reject(new Error('closed'));
  form.member = 'm2';
  await waitUntil(() => words(one(form, '[role=alert]')).includes('Không mở được'));
  assert.isFalse(one(form, 'input') !== null);
  lists.member = member;
  one(form, '[role=alert] button').click();
  await waitUntil(() => words(one(form, 'h2')).includes('Quàng'));
});

it('does not show the values of one pupil at another, however quickly they are opened', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  const { member } = lists;
  const late: (() => void)[] = [];
  lists.member = async (list, id) => {
    if (id === 'm2') await new Promise<void>((done) => late.push(done));
    return member.call(lists, list, id);
  };
  form.member = pupils[1];
  await waitUntil(() => late.length === 1);
  // Nothing more is written to the one who is left.
  await press('99');
  assert.isUndefined(form.value.screenings?.['2026-2027']);
  form.member = pupils[2];
  await waitUntil(() => words(one(form, 'h2')).includes('Cầm'));
  late[0]!();
  await form.updateComplete;
  await form.check();
  assert.include(words(one(form, 'h2')), 'Cầm');
  await press('30');
  await form.save();
  assert.equal(lists.sent[0]![0], 'm3');
  assert.equal(lists.sent[0]![1].administrative?.fullName, 'Cầm Thị Mẫu');
});

it('does not leave what is being typed in the field of the next pupil', async () => {
  const form = await stationIn(listsWith());
  await press('27,5');
  form.member = pupils[1];
  await waitUntil(() => words(one(form, 'h2')).includes('Quàng'));
  await form.updateComplete;
  assert.equal(focused(form), `${row}.weightKg`);
  assert.equal(shown(form, 'weightKg'), '');
});

it('writes the day where the station measured and nobody wrote another, and who measured the pupil before', async () => {
  const other = setAt(measuredBefore, `${row}.measuredOn`, '2026-09-14');
  const lists = listsWith(other);
  const form = await stationIn(lists);
  follow(form);
  one(form, 'details').setAttribute('open', '');
  controlOf(fieldAt(form, `${row}.measuredBy`)).focus();
  await press('ban');
  controlOf(fieldAt(form, `${row}.weightKg`)).focus();
  await press('27,5');
  await form.save();
  form.member = pupils[1];
  await waitUntil(() => words(one(form, 'h2')).includes('Quàng'));
  await press('28');
  await form.save();
  const signed = lists.sent.map(([, record]) => record.screenings?.['2026-2027']?.rounds?.['round1']);
  assert.deepEqual(
    signed.map((round) => [round?.measuredOn, round?.measuredBy]),
    [
      ['2026-09-14', 'ban'],
      [now, 'ban'],
    ],
  );
});
