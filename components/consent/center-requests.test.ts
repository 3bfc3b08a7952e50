import { assert, expect, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { mayUse, verifyEvents } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import type { Client } from '../../src/client/index.ts';
import { createRecordStore } from '../../src/outbox/record-store.ts';
import { history, world } from '../../src/sandbox/test-consent-world.ts';
import {
  begin,
  cardOf,
  centerOf,
  inside,
  open,
  pick,
  press,
  rootOf,
  stateOf,
  textOf,
  woman,
  write,
} from './center-testing.ts';
import { receiptFor } from './center-words.ts';
import { viCenter, viPrompt } from '../../src/i18n/consent.ts';
import { answer, confirmTyped, purposesOf, readAll, settings, untilChoices } from './testing.ts';

const portsOf = (client: Client, user?: string) => ({
  ...createRecordStore({ client }),
  ...(user && { user, facility: 'clinic-990' }),
});
const now = '2026-11-20T02:00:00Z';
const later = '2026-11-21T02:00:00Z';
const plain = () => centerOf({ events: history(), now: later });
const requestForm = async (center: Element): Promise<void> => {
  await open(center, 'requests');
  await press(center, '#newRequest');
};

it('records a request with its dates by law, and needs words where it means nothing without', async () => {
  const { center, heard } = await centerOf({ events: history(), now, holidays: ['2026-11-23'] });
  await requestForm(center);
  await pick(center, 'Sửa chỗ sai');
  // Friday 20/11, Monday is a holiday: the second working day is Wednesday.
  assert.include(textOf(center, '[data-dates=correct]'), 'Trả lời chậm nhất 25/11/2026');
  assert.include(textOf(center, '[data-dates=correct]'), 'Làm xong chậm nhất 30/11/2026');
  await press(center, '#yes');
  assert.deepEqual(heard, []);
  assert.equal(inside(center, '#reason').getAttribute('aria-invalid'), 'true');
  await write(center, 'reason', 'Ngày sinh sai');
  await press(center, '#yes');
  const { kind, request } = heard[0]!;
  assert.equal(kind, 'request');
  assert.deepInclude(request!, {
    type: 'correct',
    answerBy: '2026-11-25',
    doneBy: '2026-11-30',
    words: 'Ngày sinh sai',
  });
  assert.include(textOf(center, '#requests .item'), 'Làm xong chậm nhất 30/11/2026');
});

it('says what cannot be erased and why, and offers the hold in its place', async () => {
  const { center, heard } = await plain();
  await requestForm(center);
  await pick(center, 'Xóa dữ liệu');
  const kept = inside(center, '.panel section').textContent;
  assert.include(kept, 'Luật 15/2023/QH15, Điều 69');
  assert.include(kept, 'Nghị định 356/2025/NĐ-CP, Điều 6.2');
  await press(center, '#instead');
  await press(center, '#yes');
  assert.equal(heard[0]?.kind, 'restriction');
  assert.equal(heard[0]?.purpose, '*');
  assert.equal(stateOf(center, 'reminders'), 'Đang tạm dừng: chỉ giữ, không dùng');
  const all = [...center.events!, heard[0]!];
  assert.isFalse(mayUse(all, purposesOf('research')[0]!, {}, later).may);
});

it('tells that a request is overdue, and where to complain', async () => {
  const events = history();
  const { center, heard } = await centerOf({ events, now });
  await requestForm(center);
  await pick(center, 'Xem dữ liệu');
  await press(center, '#yes');
  const after = await centerOf({ events: [...events, heard[0]!], now: '2026-12-02T02:00:00Z' });
  assert.include(textOf(after.center, '#requests .item'), 'Đã quá hạn');
});

it('the server takes the requests of the person', async () => {
  const there = await world();
  const decider = { role: 'self', name: woman.name } as const;
  const { center } = await centerOf({ pid: there.pid, decider }, portsOf(there.citizen()));
  for (const words of ['Xem dữ liệu', 'Nhận một bản sao', 'Xóa dữ liệu']) {
    await requestForm(center);
    await pick(center, words);
    await press(center, '#yes');
    await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  }
  assert.lengthOf(await there.stored(), 3);
});

it('names one recipient and a last day, asks for it, opens just that, and takes it back', async () => {
  const there = await world();
  const { center } = await centerOf({ pid: there.pid }, portsOf(there.nurse, 'nurse1'));
  await open(center, 'disclosures');
  await press(center, '#newDisclosure');
  await press(center, '#yes');
  assert.equal(inside(center, '#purpose').getAttribute('aria-invalid'), 'true');
  assert.isFalse(rootOf(center).querySelector('input:checked') !== null);
  await pick(center, 'Chuyển hồ sơ cho một cơ sở y tế khác');
  await pick(center, 'Bệnh viện huyện Ví Dụ');
  await press(center, [...rootOf(center).querySelectorAll('#days label')][0]!);
  await press(center, '#yes');
  const asking = inside(center, 'hssk-consent-prompt');
  await waitUntil(() => asking.shadowRoot!.querySelector('#next'));
  await untilChoices(asking as never);
  await readAll(asking as never);
  await answer(asking as never, 'disclosure', 'granted');
  await press(asking, '#next');
  await confirmTyped(asking as never, woman.name);
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  const doctor = there.client('doctor', 'doctor2', 'hospital-990');
  assert.equal((await doctor.records.load(there.pid)).pid, there.pid);
  await press(center, '#back');
  await open(center, 'disclosures');
  assert.equal(stateOf(center, 'disclosure'), 'Đang mở');
  await begin(center, 'disclosure', 'takeBack');
  await press(center, '#yes');
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  const refused = await doctor.records.load(there.pid).then(
    () => '',
    (error: { code: string }) => error.code,
  );
  assert.equal(refused, 'access.needed');
  assert.equal(stateOf(center, 'disclosure'), 'Đã lấy lại');
});

it('shows who looked, page by page, and begins anew after a cut', async () => {
  const there = await world();
  for (let n = 0; n < 25; n++) await there.nurse.records.load(there.pid);
  const decider = { role: 'self', name: woman.name } as const;
  const { center } = await centerOf({ pid: there.pid, decider }, portsOf(there.citizen()));
  await open(center, 'access');
  there.net.isDown = true;
  await press(center, '#more');
  await waitUntil(() => rootOf(center).querySelector('#access [role=alert]'));
  there.net.isDown = false;
  await press(center, '#more');
  await waitUntil(() => rootOf(center).querySelectorAll('#access li').length === 20);
  assert.include(textOf(center, '#access'), 'nurse1 (điều dưỡng), clinic-990');
  await press(center, '#more');
  await waitUntil(() => textOf(center, '#access').includes('Hết danh sách'));
  assert.isAbove(rootOf(center).querySelectorAll('#access li').length, 25);
});

it('makes receipts of every kind of entry, and says of each whether the server has it', async () => {
  const there = await world();
  await there.append(...history());
  const stored = await there.stored();
  const words = { own: viCenter, shared: viPrompt };
  const [told, yes] = stored.map((one) => ({
    event: (one as { event: ConsentEvent }).event,
    stored: one as never,
  }));
  const receipt = receiptFor(words, settings, woman.name, [told!, { event: yes!.event, stored: undefined }]);
  const [first, second] = receipt.entries.map(({ facts }) => facts.map((fact) => fact.join(': ')).join('\n'));
  assert.match(first!, /Máy chủ nhận lúc: \d\d:\d\d/);
  assert.include(second!, 'Máy chủ nhận lúc: Chưa gửi đến máy chủ');
  assert.include(second!, `Mã phiếu: ${yes!.event.id}`);
});

it('saves the evidence as data that can be checked by anybody', async () => {
  const { center } = await plain();
  await open(center, 'history');
  const made: Blob[] = [];
  const real = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  const names: string[] = [];
  URL.createObjectURL = (blob: Blob) => (made.push(blob), real.call(URL, blob));
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    names.push(this.download);
  };
  try {
    await press(center, '#history-title-json');
    await press(center, '#history-title-save');
  } finally {
    URL.createObjectURL = real;
    HTMLAnchorElement.prototype.click = click;
  }
  assert.deepEqual(names, ['bang-chung-dong-y.json', 'phieu-dong-y.html']);
  assert.deepEqual(verifyEvents(JSON.parse(await made[0]!.text())), []);
  assert.include(await made[1]!.text(), 'Nguyễn Thị Mẫu');
});

it('is worked by the keyboard alone, and Escape gives the focus back', async () => {
  const { center, heard } = await plain();
  cardOf(center, 'reminders').querySelector<HTMLElement>('[data-act=withdraw]')!.focus();
  await sendKeys({ press: 'Enter' });
  await center.updateComplete;
  assert.equal(rootOf(center).activeElement?.id, 'panel');
  await sendKeys({ press: 'Escape' });
  await center.updateComplete;
  assert.equal(rootOf(center).activeElement?.textContent, 'Nhắc lịch khám và lịch tiêm');
  assert.isFalse(rootOf(center).querySelector('.panel') !== null);
  await sendKeys({ press: 'Tab' });
  while ((rootOf(center).activeElement as HTMLElement).dataset['act'] !== 'withdraw')
    await sendKeys({ press: 'Tab' });
  await sendKeys({ press: 'Enter' });
  await center.updateComplete;
  while (rootOf(center).activeElement?.id !== 'yes') await sendKeys({ press: 'Tab' });
  await sendKeys({ press: 'Enter' });
  assert.equal(heard[0]?.kind, 'withdrawal');
});

for (const width of [320, 360]) {
  it(`fits ${width} px with everything open`, async () => {
    await setViewport({ width, height: 700 });
    try {
      const { center } = await plain();
      for (const id of ['disclosures', 'requests', 'history']) await open(center, id);
      await press(center, '#newRequest');
      await pick(center, 'Xóa dữ liệu');
      await begin(center, 'reminders', 'withdraw');
      assert.isAtMost(document.documentElement.scrollWidth, width);
      for (const button of rootOf(center).querySelectorAll('button')) {
        const box = button.getBoundingClientRect();
        if (box.width) assert.isAtLeast(box.height, 43.5, button.textContent);
      }
      await expect(center).to.be.accessible();
    } finally {
      await setViewport({ width: 1280, height: 720 });
    }
  });
}
