import { assert, waitUntil } from '@open-wc/testing';
import { mayUse, verifyEvents } from '../../src/consent/index.ts';
import type { ConsentEvent, StoredConsent } from '../../src/schema/index.ts';
import { decided, deed } from '../../src/sandbox/test-consents.ts';
import type { Client } from '../../src/client/index.ts';
import { createRecordStore } from '../../src/outbox/record-store.ts';
import { history, world } from '../../src/sandbox/test-consent-world.ts';
import { actsOf, begin, cardOf, centerOf, inside, press, rootOf, stateOf, textOf } from './center-testing.ts';
import type { ConsentCenter } from './consent-center.ts';
import { confirmTyped, frames, promptOf, purposesOf, untilChoices } from './testing.ts';
import { timeWords } from './receipt.ts';
import * as prompt from './testing.ts';

const portsOf = (client: Client, user?: string) => ({
  ...createRecordStore({ client }),
  ...(user && { user, facility: 'clinic-990' }),
});
const now = '2026-11-21T02:00:00Z';
const plain = async (events = history()) => centerOf({ events, now });

it('shows what was agreed, by whom, when and to which text', async () => {
  const { center } = await plain();
  assert.equal(stateOf(center, 'reminders'), 'Đã đồng ý');
  assert.equal(stateOf(center, 'marketing'), 'Không đồng ý');
  assert.equal(stateOf(center, 'automated'), 'Chưa hỏi: coi như chưa đồng ý');
  assert.equal(stateOf(center, 'record'), 'Theo luật, đã được thông báo');
  assert.equal(stateOf(center, 'sending'), 'Theo luật, chưa thông báo');
  const card = cardOf(center, 'reminders').textContent;
  assert.include(card, timeWords('2026-11-20T01:00:00Z'));
  assert.include(card, 'Nguyễn Thị Mẫu (người được khám)');
  assert.include(card, 'vn-adult, bản 1');
  assert.isFalse(rootOf(center).querySelector(':not(:defined)') !== null);
});

it('says of what cannot be withdrawn why, and offers nothing there', async () => {
  const { center } = await plain();
  assert.deepEqual(actsOf(center, 'record'), []);
  assert.include(cardOf(center, 'record').textContent, 'không dựa vào sự đồng ý, nên không rút lại được');
  assert.deepEqual(actsOf(center, 'reminders'), ['withdraw', 'restrict']);
  assert.deepEqual(actsOf(center, 'marketing'), ['ask']);
});

it('withdraws at once, with the dates by law, and nothing may be used any more', async () => {
  const { center, heard } = await plain();
  await begin(center, 'reminders', 'withdraw');
  const dates = textOf(center, '[data-dates=withdraw]');
  // Saturday 21/11: two working days end on Tuesday.
  for (const day of ['24/11/2026', '06/12/2026', '11/12/2026', '21/12/2026']) assert.include(dates, day);
  assert.equal(rootOf(center).activeElement?.id, 'panel');
  await press(center, '#yes');
  const [event] = heard;
  assert.equal(event?.kind, 'withdrawal');
  assert.deepEqual(event?.supersedes, [center.events!.map((one) => one as ConsentEvent)[1]!.id]);
  const all = [...center.events!, event!];
  assert.deepEqual(verifyEvents(all), []);
  assert.isFalse(mayUse(all, purposesOf('reminders')[0]!, {}, now).may);
  assert.equal(stateOf(center, 'reminders'), 'Đã rút lại');
  assert.include(cardOf(center, 'reminders').textContent, 'Chưa gửi đến máy chủ');
  assert.include(textOf(center, '#said'), 'Có hiệu lực ngay');
});

/** Presses of the mouse on an element, those in elements inside it too. */
function pressesOn(element: Element): () => number {
  let n = 0;
  element.addEventListener('pointerdown', () => n++, { capture: true });
  return () => n;
}

it('takes no more presses to withdraw than to agree', async () => {
  const { prompt: asking, heard } = await promptOf({ purposes: purposesOf('reminders') });
  const toAgree = pressesOn(asking);
  await untilChoices(asking);
  await prompt.readAll(asking);
  await prompt.answer(asking, 'reminders', 'granted');
  await press(asking, '#next');
  await confirmTyped(asking, prompt.grownUp.name);
  await waitUntil(() => heard.length === 1);
  const { center, heard: withdrawn } = await centerOf({ events: heard[0]!, now, person: prompt.grownUp });
  const toWithdraw = pressesOn(center);
  await begin(center, 'reminders', 'withdraw');
  await press(center, '#yes');
  assert.equal(withdrawn[0]?.kind, 'withdrawal');
  assert.equal(toWithdraw(), 2);
  assert.isAtLeast(toAgree(), toWithdraw());
});

it('takes nothing from a script for what a person said', async () => {
  const { center, heard } = await plain();
  await begin(center, 'reminders', 'withdraw');
  inside(center, '#yes').click();
  inside(center, '#yes').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  await center.updateComplete;
  assert.deepEqual(heard, []);
  assert.equal(stateOf(center, 'reminders'), 'Đã đồng ý');
});

it('asks who says it where several may, and nobody is chosen', async () => {
  const child = { name: 'Lò Văn Ví Dụ', birthDate: '2017-03-12', birthDateFrom: 'record' } as const;
  const subject = { birthDate: child.birthDate, birthDateFrom: 'record' } as const;
  const mother = { role: 'representative', name: 'Quàng Thị Ví Dụ' } as const;
  const yes = decided('reminders', 'granted', {
    subject,
    decidedBy: [mother, { role: 'child', name: child.name }],
  });
  const { center, heard } = await centerOf({ events: [yes], now, person: child });
  assert.equal(stateOf(center, 'reminders'), 'Đã đồng ý');
  await begin(center, 'reminders', 'withdraw');
  assert.isFalse(rootOf(center).querySelector('input:checked') !== null);
  await press(center, '#yes');
  assert.deepEqual(heard, []);
  assert.equal(inside(center, '#speaker').getAttribute('aria-invalid'), 'true');
  await press(
    center,
    [...rootOf(center).querySelectorAll('label.option')].find((one) =>
      one.textContent.includes('Em nhỏ'.toLowerCase()),
    )!,
  );
  await press(center, '#yes');
  assert.deepEqual(heard[0]?.decidedBy, [{ role: 'child', name: child.name }]);
  assert.equal(stateOf(center, 'reminders'), 'Đã rút lại');
  assert.include(cardOf(center, 'reminders').textContent, `Chỉ ${child.name}`);
});

it('asks the person at the own device nothing, and writes no staff into it', async () => {
  const decider = { role: 'self', name: 'Nguyễn Thị Mẫu' } as const;
  const { center, heard } = await centerOf({ events: history(), now, decider });
  await begin(center, 'research', 'restrict');
  assert.isFalse(rootOf(center).querySelector('#speaker') !== null);
  await press(center, '#yes');
  assert.deepEqual(heard[0]?.decidedBy, [decider]);
  assert.isUndefined(heard[0]?.collector);
  assert.equal(stateOf(center, 'research'), 'Đang tạm dừng: chỉ giữ, không dùng');
});

it('tells an altered event, counts nothing as agreed and says what to do', async () => {
  const events = history();
  const altered = events.map((event) =>
    event.purpose === 'marketing' ? { ...event, decision: 'granted' as const } : event,
  );
  const { center } = await centerOf({ events: altered, now });
  const box = textOf(center, '#evidence');
  assert.include(box, 'Lần ghi thứ 4: nội dung bị sửa');
  assert.include(box, 'Bà Phạm Thị Mẫu, 000 990 001');
  assert.equal(stateOf(center, 'reminders'), 'Không rõ: coi như chưa đồng ý');
  assert.deepEqual(actsOf(center, 'reminders'), []);
});

it('tells that an entry in the middle is gone', async () => {
  const { center } = await centerOf({
    events: history().filter(({ purpose }) => purpose !== 'research'),
    now,
  });
  assert.include(textOf(center, '#evidence'), 'có lần ghi bị mất');
});

it('asks again about what was refused or withdrawn, and the yes counts at once', async () => {
  const events = history();
  const { center, heard } = await centerOf({ events, now });
  await begin(center, 'marketing', 'ask');
  const asking = inside(center, 'hssk-consent-prompt');
  await waitUntil(() => asking.shadowRoot!.querySelector('#next'));
  await prompt.untilChoices(asking as never);
  await prompt.readAll(asking as never);
  await prompt.answer(asking as never, 'marketing', 'granted');
  await press(asking, '#next');
  await confirmTyped(asking as never, 'Nguyễn Thị Mẫu');
  await waitUntil(() => heard.length === 1);
  await press(center, '#back');
  assert.equal(stateOf(center, 'marketing'), 'Đã đồng ý');
});

it('shows the notice word for word where the recorded hash is met', async () => {
  const { prompt: asking, heard } = await promptOf({ purposes: purposesOf('reminders', 'research') });
  await untilChoices(asking);
  await prompt.readAll(asking);
  await prompt.answer(asking, 'reminders', 'granted');
  await prompt.answer(asking, 'research', 'denied');
  await press(asking, '#next');
  await confirmTyped(asking, prompt.grownUp.name);
  await waitUntil(() => heard.length === 1);
  const { center } = await centerOf({ events: heard[0]!, now, person: prompt.grownUp });
  const text = async (shown: ConsentCenter): Promise<string> => {
    const details = cardOf(shown, 'reminders').querySelector<HTMLDetailsElement>('[data-text]')!;
    details.open = true;
    await waitUntil(() => details.querySelector('.shown'));
    return details.textContent;
  };
  const exact = await text(center);
  assert.include(exact, 'Đúng nguyên văn');
  assert.include(exact, 'nhạy cảm');
  assert.include(exact, heard[0]![0]!.notice!.masterHash);
  const other = await centerOf({
    events: heard[0]!,
    now,
    person: prompt.grownUp,
    settings: { ...prompt.settings, country: 'LA' },
  });
  assert.include(await text(other.center), 'không dựng lại được từng chữ');
});

it('keeps what it shows and fills in of one person from the next', async () => {
  const { center } = await plain();
  await begin(center, 'reminders', 'withdraw');
  await press(center, '#yes');
  center.person = { name: 'Lò Thị Ví Dụ', birthDate: '1992-03-19' };
  center.events = [];
  await center.updateComplete;
  assert.notInclude(rootOf(center).textContent, 'Nguyễn Thị Mẫu');
  assert.equal(stateOf(center, 'reminders'), 'Chưa hỏi: coi như chưa đồng ý');
});

it('holds nothing of the person in an attribute', async () => {
  const { center } = await plain();
  for (const id of ['disclosures', 'requests', 'history'])
    inside<HTMLDetailsElement>(center, `#${id}`).open = true;
  await frames();
  for (const element of rootOf(center).querySelectorAll('*'))
    for (const { name, value } of element.attributes)
      assert.notMatch(value, /Mẫu|Ví Dụ|1990|hospital-990|rút/i, `${element.localName} ${name}`);
});

it('verifies the countersignatures of a real server, and withdraws there', async () => {
  const there = await world();
  await there.append(...history());
  const { center, heard } = await centerOf({ pid: there.pid }, portsOf(there.nurse, 'nurse1'));
  assert.include(textOf(center, '#evidence'), 'Máy chủ đã ký xác nhận 5 lần ghi');
  await begin(center, 'research', 'withdraw');
  await press(center, '#yes');
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  const stored = (await there.stored()) as StoredConsent[];
  assert.equal(stored.length, 6);
  assert.equal(stored[5]!.event.id, heard[0]!.id);
  assert.deepEqual(stored[5]!.event.collector, { user: 'nurse1', facility: 'clinic-990' });
  await waitUntil(() => !cardOf(center, 'research').querySelector('.unsent'));
});

it('lets the person withdraw alone at the own device', async () => {
  const there = await world();
  await there.append(...history());
  const decider = { role: 'self', name: 'Nguyễn Thị Mẫu' } as const;
  const { center } = await centerOf({ pid: there.pid, decider }, portsOf(there.citizen()));
  await begin(center, 'reminders', 'withdraw');
  await press(center, '#yes');
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  assert.equal(((await there.stored()) as StoredConsent[]).at(-1)!.recordedBy, there.pid);
});

it('holds at once without a network, says that it is not sent, and sends it later', async () => {
  const there = await world();
  await there.append(...history());
  const { center } = await centerOf({ pid: there.pid }, portsOf(there.nurse, 'nurse1'));
  there.net.isDown = true;
  await begin(center, 'reminders', 'withdraw');
  await press(center, '#yes');
  await waitUntil(() => rootOf(center).querySelector('#retry'));
  assert.equal(stateOf(center, 'reminders'), 'Đã rút lại');
  assert.include(cardOf(center, 'reminders').textContent, 'Chưa gửi đến máy chủ');
  there.net.isDown = false;
  await press(center, '#retry');
  await waitUntil(() => !rootOf(center).querySelector('#retry'));
  assert.lengthOf(await there.stored(), 6);
});

it('says that it could not read the choices, and shows none', async () => {
  const there = await world();
  there.net.isDown = true;
  const { center } = await centerOf({ pid: there.pid }, portsOf(there.nurse));
  assert.include(textOf(center, '[role=alert]'), 'Chưa rõ thì coi như chưa đồng ý');
  assert.isFalse(rootOf(center).querySelector('[data-item]') !== null);
  there.net.isDown = false;
  await press(center, '#again');
  await waitUntil(() => rootOf(center).querySelector('[data-item]'));
});

it('lets staff end a hold of everything on the word of the person, and nobody else', async () => {
  const there = await world();
  await there.append(deed({ kind: 'restriction', purpose: '*', decidedAt: '2026-11-20T09:00:00+07:00' }));
  const own = await centerOf(
    { pid: there.pid, decider: { role: 'self', name: 'Nguyễn Thị Mẫu' } },
    portsOf(there.citizen()),
  );
  assert.notInclude(actsOf(own.center, 'reminders'), 'lift');
  const { center } = await centerOf({ pid: there.pid }, portsOf(there.nurse, 'nurse1'));
  assert.equal(stateOf(center, 'reminders'), 'Đang tạm dừng: chỉ giữ, không dùng');
  await begin(center, 'reminders', 'lift');
  await press(center, '#yes');
  await waitUntil(() => textOf(center, '#said').includes('Máy chủ đã nhận'));
  assert.notEqual(stateOf(center, 'reminders'), 'Đang tạm dừng: chỉ giữ, không dùng');
});
