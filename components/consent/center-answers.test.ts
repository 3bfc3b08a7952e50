import { assert, expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Client } from '../../src/client/index.ts';
import { foldRequests } from '../../src/consent/index.ts';
import { createRecordStore } from '../../src/outbox/record-store.ts';
import { history, world } from '../../src/sandbox/test-consent-world.ts';
import { centerOf, inside, open, pick, press, rootOf, textOf, woman, write } from './center-testing.ts';

const portsOf = (client: Client, user?: string) => ({
  ...createRecordStore({ client }),
  ...(user && { user, facility: 'clinic-990' }),
});
const self = { role: 'self', name: woman.name } as const;
const now = '2026-11-20T02:00:00Z';
const answerButton = (center: Element): HTMLElement | null =>
  rootOf(center).querySelector<HTMLElement>('[data-request] [id^=answer-]');

async function ask(center: Element, words: string): Promise<void> {
  await open(center, 'requests');
  await press(center, '#newRequest');
  await pick(center, words);
  await press(center, '#yes');
}

it('the person asks, staff extend and refuse with their reasons, and the person sees each with its days', async () => {
  const there = await world();
  const own = await centerOf({ pid: there.pid, decider: self }, portsOf(there.citizen()));
  await ask(own.center, 'Xóa dữ liệu');
  await waitUntil(() => textOf(own.center, '#said').includes('Máy chủ đã nhận'));
  assert.equal(textOf(own.center, '[data-asked]'), 'Đang chờ làm');
  assert.isNull(answerButton(own.center), 'who asks does not answer');

  const { center, heard } = await centerOf({ pid: there.pid }, portsOf(there.nurse, 'nurse1'));
  await open(center, 'requests');
  await press(center, answerButton(center)!);
  assert.isNull(rootOf(center).querySelector('.panel input:checked'));
  await press(center, '#yes');
  assert.equal(inside(center, '#outcome').getAttribute('aria-invalid'), 'true');
  await pick(center, 'Gia hạn (chỉ một lần)');
  await press(center, '#yes');
  assert.equal(inside(center, '#extendedTo').getAttribute('aria-invalid'), 'true');
  assert.equal(inside(center, '#reason').getAttribute('aria-invalid'), 'true');
  await expect(center).to.be.accessible();
  const offered = [...rootOf(center).querySelectorAll<HTMLElement>('#extendedTo label')];
  await press(center, offered.at(-1)!);
  await write(center, 'reason', 'Còn chờ bên lưu trữ trả lời');
  await press(center, '#yes');
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  const [asked] = foldRequests(await there.stored(), new Date().toISOString());
  assert.equal(asked?.state, 'extended');
  assert.equal(asked?.extendedTo, asked?.extendedAtMost);
  assert.deepEqual(heard[0]!.collector, { user: 'nurse1', facility: 'clinic-990' });
  assert.deepEqual(heard[0]!.decidedBy, []);

  await press(center, answerButton(center)!);
  const words = [...rootOf(center).querySelectorAll('#outcome label')].map((label) =>
    label.textContent.trim(),
  );
  assert.deepEqual(words, ['Đã làm xong', 'Từ chối']);
  await pick(center, 'Từ chối');
  await press(center, '#yes');
  assert.lengthOf(heard, 1, 'a refusal says why');
  await write(center, 'reason', 'Luật buộc giữ bệnh án, đã tạm dừng thay vào đó');
  await press(center, '#yes');
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  await waitUntil(() => textOf(center, '[data-asked]') === 'Bị từ chối');

  const again = await centerOf({ pid: there.pid, decider: self }, portsOf(there.citizen()));
  await open(again.center, 'requests');
  const seen = textOf(again.center, '[data-request]');
  for (const part of [
    'Bị từ chối',
    'Đã gia hạn đến',
    'Luật buộc giữ bệnh án',
    'nurse1, clinic-990',
    'có quyền khiếu nại với',
  ])
    assert.include(seen, part);
  await open(again.center, 'history');
  assert.include(textOf(again.center, '#history'), 'Còn chờ bên lưu trữ trả lời');
  assert.include(textOf(again.center, '#history'), 'Từ chối yêu cầu: Xóa dữ liệu');
  await expect(again.center).to.be.accessible();
});

it('an answer that the server does not take is not shown as given', async () => {
  const there = await world();
  const own = await centerOf({ pid: there.pid, decider: self }, portsOf(there.citizen()));
  await ask(own.center, 'Xem dữ liệu');
  await waitUntil(() => textOf(own.center, '#said').includes('Máy chủ đã nhận'));
  // The person’s own token, in an element that is set up as if staff sat before it.
  const forged = await centerOf({ pid: there.pid }, portsOf(there.citizen(), 'nurse1'));
  await open(forged.center, 'requests');
  await press(forged.center, answerButton(forged.center)!);
  await pick(forged.center, 'Đã làm xong');
  await press(forged.center, '#yes');
  await waitUntil(() => rootOf(forged.center).querySelector('#retry'));
  assert.equal(foldRequests(await there.stored(), new Date().toISOString())[0]?.state, 'open');
});

it('a hold on everything is a request too, and nothing is offered once it is done', async () => {
  const { center, heard } = await centerOf({ events: history(), now });
  await ask(center, 'Tạm dừng: giữ lại, không dùng');
  assert.include(textOf(center, '[data-request]'), 'Làm xong chậm nhất 05/12/2026');
  await press(center, answerButton(center)!);
  await pick(center, 'Đã làm xong');
  await press(center, '#cancel');
  assert.equal(rootOf(center).activeElement, answerButton(center));
  await press(center, answerButton(center)!);
  await pick(center, 'Đã làm xong');
  await press(center, '#yes');
  assert.equal(heard[1]?.kind, 'requestAnswer');
  assert.deepEqual(heard[1]?.supersedes, [heard[0]!.id]);
  assert.equal(textOf(center, '[data-asked]'), 'Đã làm xong');
  assert.include(textOf(center, '[data-request]'), 'Chưa gửi');
  assert.isNull(answerButton(center));
});

it('fits 320 px in English with the answer open', async () => {
  await setViewport({ width: 320, height: 700 });
  try {
    const { center } = await centerOf({ events: history(), now, locale: 'en' });
    await waitUntil(() => rootOf(center).textContent.includes('Requests about the data'));
    await ask(center, 'See the data');
    await press(center, answerButton(center)!);
    await pick(center, 'Extend (once only)');
    assert.isAtMost(document.documentElement.scrollWidth, 320);
    await expect(center).to.be.accessible();
  } finally {
    await setViewport({ width: 1280, height: 720 });
  }
});
