import { assert, waitUntil } from '@open-wc/testing';
import { createClient } from '../../src/client/index.ts';
import { openOutbox } from '../../src/outbox/index.ts';
import { createMemoryStore, createSandbox } from '../../src/sandbox/index.ts';
import { check } from '../../src/validation/index.ts';
import { drawn, fieldAt, write } from '../testing.ts';
import { closeAll, device, leave, nameOn, newUser, record, said, typed } from './testing.ts';
import type { Net, Window } from './testing.ts';

const place = 'history.allergies.drug';
/** A server with a rule that no form knows. */
const serve = () =>
  createSandbox({
    store: createMemoryStore(),
    check: (draft, options) => [
      ...check(draft, options),
      ...(draft.history?.allergies?.drug === 'cấm'
        ? [{ path: place, code: 'text.tooLong', level: 'error' } as const]
        : []),
    ],
  });
const { network, page } = device({ createClient, openOutbox, serve });
const identifier = { kind: 'citizenId' as const, number: '001090990001' };

/** Sends what is on screen while there is no network. */
async function queued(net: Net, window: Window): Promise<void> {
  net.isDown = true;
  await window.form.submit();
  await drawn(window.form);
  assert.include(said(window.form), 'Đã lưu trên máy, chờ gửi');
}

/** The network is back, and what waits goes out without waiting for its time. */
async function evening(net: Net, { outbox }: Window): Promise<void> {
  net.isDown = false;
  for (const { id } of await outbox.sync.items('waiting')) await outbox.sync.retry(id);
}

const says = async (form: Window['form'], text: string): Promise<void> => {
  await waitUntil(() => said(form).includes(text), `the form says ${text}`);
};

/** The only record of the person, as others see it. */
async function central(net: Net) {
  const people = await net.other.persons.lookup({ identifier });
  assert.lengthOf(people, 1, 'there is one record of the person');
  return net.other.records.load(people[0]!.pid);
}

afterEach(closeAll);

it('says that a record which waited has been sent, and sends the next change against it', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form } = window;
  await typed(window);
  await queued(net, window);
  await evening(net, window);
  await says(form, 'Đã gửi');
  const { pid, version } = await central(net);
  assert.deepEqual([form.pid, form.base?.pid, form.base?.version], [pid, pid, version]);
  await write(form, 'history.otherIssues', 'viết thêm');
  await form.submit();
  assert.equal(form.saveState, 'sent');
  const { record, version: next } = await central(net);
  assert.deepEqual([next, record.history?.['otherIssues']], [2, 'viết thêm']);
});

it('keeps what is typed while the record before it goes out, and sends it as a change of the same person', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form, outbox } = window;
  await typed(window);
  await queued(net, window);
  await write(form, 'history.otherIssues', 'viết thêm');
  await waitUntil(() => form.saveState === 'saved');
  await evening(net, window);
  await waitUntil(() => form.base?.version === 1, 'the form goes on from what the server has');
  assert.equal(form.saveState, 'saved', 'what was typed has not been sent');
  assert.equal(form.value.history?.otherIssues, 'viết thêm');
  await form.submit();
  assert.equal(form.saveState, 'sent');
  assert.equal((await outbox.sync.status()).sent, 2);
  assert.equal((await central(net)).record.history?.['otherIssues'], 'viết thêm');
});

it('shows the issues of a late refusal at their fields, and what is corrected takes the place of what was refused', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form } = window;
  await typed(window);
  await write(form, place, 'cấm');
  await queued(net, window);
  await evening(net, window);
  await says(form, 'Máy chủ từ chối');
  await drawn(form);
  assert.exists(fieldAt(form, place).querySelector('.messages .error'));
  await write(form, place, 'được');
  await form.submit();
  assert.equal(form.saveState, 'sent');
  assert.equal(
    (await central(net)).record.history?.['allergies'] && form.value.history?.allergies?.drug,
    'được',
  );
  assert.lengthOf(await window.outbox.sync.items('attention'), 0);
});

it('does not hold an old refusal against what has been written at that place since', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form } = window;
  await typed(window);
  await write(form, place, 'cấm');
  await queued(net, window);
  await write(form, place, 'được');
  await evening(net, window);
  await says(form, 'Chưa gửi được');
  assert.isEmpty(form.issues.filter(({ path }) => path === place));
  await form.submit();
  assert.equal(form.saveState, 'sent');
});

it('lets a record that was refused twice be corrected and sent from the same screen', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form } = window;
  await typed(window);
  await write(form, place, 'cấm');
  await queued(net, window);
  net.isDown = false;
  await write(form, 'history.otherIssues', 'viết thêm');
  await form.submit();
  assert.equal(form.saveState, 'refused');
  await write(form, place, 'được');
  await form.submit();
  await drawn(form);
  assert.equal(form.saveState, 'sent', said(form));
  await central(net);
});

it('says late that the person has a record already, and that it was sent once somebody has decided', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form, outbox } = window;
  const { pid } = await net.other.records.create(
    { ...record, history: { otherIssues: 'của người khác' } },
    { idempotencyKey: 'another-person-1' },
  );
  await typed(window);
  await queued(net, window);
  await evening(net, window);
  await says(form, 'Người này đã có hồ sơ trên máy chủ.');
  const [item] = await outbox.sync.items('attention');
  await outbox.sync.decide(item!.id, { kind: 'person', pid });
  await says(form, 'Đã gửi');
  await says(form, 'tự ghép với bản trên máy chủ');
  assert.equal(form.value.history?.otherIssues, 'của người khác', 'what stands now is on screen');
  assert.equal(form.pid, pid);
});

for (const [when, isOffline, isTyping] of [
  ['at once', false, false],
  ['later', true, false],
  ['later, while somebody goes on typing', true, true],
] as const) {
  it(`takes nothing away that others wrote to a record that is sent ${when}`, async () => {
    const net = network();
    const { pid } = await net.other.records.create(record, { idempotencyKey: 'first-writing-1' });
    const window = await page(net, newUser(), pid);
    const { form } = window;
    await waitUntil(() => nameOn(form));
    await drawn(form);
    const patch = { history: { surgeries: 'của người khác' } };
    await net.other.records.patch(pid, patch, { ifMatch: form.base!.etag });
    await write(form, 'history.otherIssues', 'viết thêm');
    if (isOffline) {
      await queued(net, window);
      if (isTyping) await write(form, 'history.otherIssues', 'viết thêm nữa');
      await evening(net, window);
    } else await form.submit();
    if (isTyping) await waitUntil(async () => (await window.outbox.sync.status()).sent === 1);
    else {
      await says(form, 'Đã gửi');
      assert.equal(form.value.history?.surgeries, 'của người khác', 'what stands now is on screen');
      await write(form, 'history.otherIssues', 'viết thêm nữa');
    }
    // Whoever listens to the queue has read the record before this answer.
    await net.client.records.load(pid);
    await form.submit();
    assert.equal(form.saveState, 'sent');
    const { history } = (await central(net)).record;
    assert.deepEqual(history, { surgeries: 'của người khác', otherIssues: 'viết thêm nữa' });
  });
}

it('says that another window has written on the record that waits', async () => {
  const net = network();
  const user = newUser();
  const { pid } = await net.other.records.create(record, { idempotencyKey: 'first-writing-1' });
  const first = await page(net, user, pid);
  await waitUntil(() => nameOn(first.form));
  await drawn(first.form);
  await write(first.form, 'history.otherIssues', 'viết thêm');
  await queued(net, first);
  const second = await page(net, user, pid);
  await says(second.form, 'chưa gửi lên máy chủ');
  await drawn(second.form);
  await write(second.form, 'history.otherIssues', 'viết ở cửa sổ khác');
  await second.form.submit();
  await evening(net, second);
  await says(first.form, 'vừa được sửa ở cửa sổ khác');
  await says(second.form, 'Đã gửi');
});

it('says it of a record that still waited after a reload', async () => {
  const net = network();
  const user = newUser();
  const { pid } = await net.other.records.create(record, { idempotencyKey: 'first-writing-1' });
  const first = await page(net, user, pid);
  await waitUntil(() => nameOn(first.form));
  await drawn(first.form);
  await write(first.form, 'history.otherIssues', 'viết thêm');
  await queued(net, first);
  await leave(first);
  const second = await page(net, user, pid);
  await says(second.form, 'chưa gửi lên máy chủ');
  assert.equal(second.form.value.history?.otherIssues, 'viết thêm');
  await evening(net, second);
  await says(second.form, 'Đã gửi');
  assert.notInclude(said(second.form), 'chưa gửi lên máy chủ');
  assert.equal(second.form.base?.version, 2);
});

it('says nothing of the person before to the next one', async () => {
  const net = network();
  const window = await page(net, newUser());
  const { form, outbox } = window;
  await typed(window);
  await write(form, place, 'cấm');
  await queued(net, window);
  form.begin({ draft: { administrative: { fullName: 'Lê Thị Ví Dụ' } } });
  await evening(net, window);
  await waitUntil(async () => (await outbox.sync.status()).attention === 1);
  // Whoever listens to the queue has read it before this answer.
  await outbox.sync.items('attention');
  await drawn(form);
  assert.deepEqual([form.saveState, said(form), form.base], ['none', '', undefined]);
});

it('writes who captured and where into a new record, and keeps it', async () => {
  const net = network();
  const user = newUser();
  const window = await page(net, user);
  const { form } = window;
  await typed(window);
  await queued(net, window);
  await write(form, 'history.otherIssues', 'viết thêm');
  await form.submit();
  await evening(net, window);
  await says(form, 'Đã gửi');
  await write(form, 'history.otherIssues', 'viết thêm nữa');
  await form.submit();
  assert.equal(form.saveState, 'sent');
  const { record: sent, version } = await central(net);
  assert.deepEqual([version, sent.capturedBy, sent.facility], [2, user, 'TYT-01']);
});

it('leaves the first writer of a record that is changed, also where it names none', async () => {
  for (const [n, first] of [{ capturedBy: 'lan' }, {}].entries()) {
    const net = network();
    const made = { ...record, ...first };
    const { pid } = await net.other.records.create(made, { idempotencyKey: `first-writing-${n}` });
    const { form } = await page(net, newUser(), pid);
    await waitUntil(() => nameOn(form));
    await drawn(form);
    await write(form, 'history.otherIssues', 'viết thêm');
    await form.submit();
    assert.equal(form.saveState, 'sent');
    const { record: changed, version } = await central(net);
    assert.deepEqual([version, changed.capturedBy, changed.facility], [2, first.capturedBy, undefined]);
  }
});

it('leaves the writer that the host names', async () => {
  const net = network();
  const { form } = await page(net, newUser());
  form.value = { ...record, capturedBy: 'lan' };
  await form.submit();
  const { record: sent } = await central(net);
  assert.deepEqual([sent.capturedBy, sent.facility], ['lan', undefined]);
});
