import { assert, waitUntil } from '@open-wc/testing';
import { foldConsents, mayUse } from '../../src/consent/index.ts';
import type { ConsentEvent } from '../../src/schema/index.ts';
import { ConsentEvent as ConsentEventSchema } from '../../src/schema/index.ts';
import type { ConsentPerson } from './answers.ts';
import { receiptFile, receiptOf } from './receipt.ts';
import {
  answer,
  baby,
  cardOf,
  confirmTyped,
  grownUp,
  inside,
  now,
  page,
  pick,
  press,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  schoolChild,
  settings,
  titleOf,
  untilChoices,
  write,
} from './testing.ts';
import { viPrompt } from '../../src/i18n/consent.ts';

const purposes = purposesOf('record', 'reminders');
const mother = 'Quàng Thị Ví Dụ';

it('asks who the age says, on the day of the decision', async () => {
  const people: readonly (readonly [string | undefined, string, ConsentPerson?])[] = [
    ['2026-11-18', 'representative'],
    ['2019-11-19', 'representative'],
    ['2019-11-18', 'representative child'],
    ['2011-11-18', 'representative child'],
    ['2010-11-18', 'representative child'],
    ['2009-11-18', 'representative child'],
    ['2008-11-19', 'representative child'],
    ['2008-11-18', 'self'],
    [undefined, 'representative child'],
    ['1950', 'self'],
    ['1950', 'representative', { capacity: 'lost' }],
  ];
  for (const [birthDate, roles, more] of people) {
    const person = { name: 'Người Ví Dụ', birthDate, birthDateFrom: 'document' as const, ...more };
    const { prompt } = await promptOf({ purposes, person });
    const asked = ['self', 'representative', 'child'].filter((role) =>
      rootOf(prompt).querySelector(`#${role}`),
    );
    assert.equal(asked.join(' '), roles, `${birthDate} ${JSON.stringify(more ?? '')}`);
    prompt.remove();
  }
});

it('asks for a representative and a child where the birth date turns out to be unknown', async () => {
  const { prompt } = await promptOf({ purposes });
  assert.isNotNull(rootOf(prompt).querySelector('#self'));
  await pick(prompt, 'Không rõ ngày sinh');
  assert.isNull(rootOf(prompt).querySelector('#self'));
  assert.isNotNull(rootOf(prompt).querySelector('#representative'));
  assert.isNotNull(rootOf(prompt).querySelector('#child'));
});

it('names the law of the age in the language of the page', async () => {
  const { prompt } = await promptOf({ purposes });
  const law = (): string => inside(prompt, '#rule .help').textContent;
  assert.include(law(), 'Theo: Luật 91/2025/QH15, Điều 24;');
  assert.notInclude(law(), 'Law');
  prompt.locale = 'en';
  await waitUntil(() => law().startsWith('By: Law 91/2025/QH15 art. 24;'));
  assert.notInclude(law(), 'Luật');
});

/** A mother and her child of nine answer one purpose. */
async function both(
  ofMother: 'granted' | 'denied',
  ofChild: 'granted' | 'denied' | 'deferred' | undefined,
): Promise<ConsentEvent[]> {
  const { prompt, heard } = await promptOf({ purposes, person: schoolChild });
  await untilChoices(prompt);
  await readAll(prompt);
  await answer(prompt, 'reminders', ofMother);
  await press(prompt, '#next');
  await page(prompt, 'Trang dành cho em');
  await readAll(prompt);
  if (ofMother === 'granted') {
    assert.include(cardOf(prompt, 'reminders').textContent, 'Em không đồng ý');
    if (ofChild) await answer(prompt, 'reminders', ofChild);
  } else assert.isNull(rootOf(prompt).querySelector('[data-ask]'));
  await press(prompt, '#next');
  await confirmTyped(prompt, mother);
  assert.equal(titleOf(prompt), 'Phiếu ghi nhận lựa chọn');
  return heard[0]!;
}

it('counts only where mother and child both agreed, each on a page of their own', async () => {
  const reminders = purposes[1]!;
  for (const [ofMother, ofChild, state] of [
    ['granted', 'granted', 'granted'],
    ['granted', 'denied', 'denied'],
    ['granted', 'deferred', 'partiallyAssented'],
    ['granted', undefined, 'partiallyAssented'],
    ['denied', undefined, 'denied'],
  ] as const) {
    const events = await both(ofMother, ofChild);
    const standing = foldConsents(events, now).find(({ purpose }) => purpose === 'reminders');
    assert.equal(standing?.state, state, `${ofMother} ${ofChild}`);
    assert.equal(mayUse(events, reminders, {}, now).may, state === 'granted');
    const told = events.filter(({ kind }) => kind === 'notice');
    assert.deepEqual(
      told.map(({ decidedBy }) => decidedBy[0]!.role),
      ['representative', 'child'],
    );
    assert.notEqual(told[0]!.notice!.id, told[1]!.notice!.id);
  }
}).timeout(60_000);

it('asks only the child where the mother has agreed before', async () => {
  const events = await both('granted', undefined);
  const { prompt, heard } = await promptOf({ purposes, person: schoolChild, events });
  assert.isNull(rootOf(prompt).querySelector('#representative'));
  await press(prompt, '#next');
  await pick(prompt, 'Tự đọc được');
  await press(prompt, '#next');
  await page(prompt, 'Trang dành cho em');
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await confirmTyped(prompt, schoolChild.name);
  const all = [...events, ...heard[0]!];
  assert.isTrue(mayUse(all, purposes[1]!, {}, now).may);
});

it('writes down who decided by what right, who helped, and where', async () => {
  const collector = { user: 'u-990', role: 'doctor', facility: 'clinic-990', device: 'd-990' };
  const { prompt, heard } = await promptOf({ purposes, person: baby, collector });
  await press(prompt, '#next');
  assert.equal(titleOf(prompt), 'Ai quyết định?');
  assert.equal(rootOf(prompt).activeElement?.id, 'representative');
  await write(prompt, 'representative', `  ${mother} `);
  await pick(prompt, 'Người giám hộ');
  await pick(prompt, 'Quyết định hoặc văn bản ủy quyền');
  await write(prompt, 'phone', '000 990 002');
  await press(prompt, '#next');
  await press(prompt, '#next');
  assert.equal(rootOf(prompt).activeElement?.id, 'reading');
  await pick(prompt, 'Không tự đọc được: cần người đọc cho nghe và một người làm chứng');
  await press(prompt, '#isInterpreted');
  await press(prompt, '#next');
  assert.equal(rootOf(prompt).activeElement?.id, 'witness');
  await write(prompt, 'witness', 'Cầm Văn Mẫu');
  await write(prompt, 'interpreter', 'Lường Thị Mẫu');
  await write(prompt, 'interpreterLanguage', 'Thái');
  await press(prompt, '#next');
  await readAll(prompt);
  await press(prompt, '#next');
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await press(prompt, '#next');
  // Somebody sees it: a fingerprint on paper is a way too.
  await pick(prompt, 'Điểm chỉ trên giấy trước người làm chứng');
  await press(prompt, '#next');
  for (const event of heard[0]!) {
    // What is only told needs no signature.
    const form = event.kind === 'notice' ? 'button' : 'fingerprint';
    assert.deepEqual(
      event.signatures?.map((signature) => [signature.form, signature.data]),
      [[form, undefined]],
    );
    assert.isTrue(ConsentEventSchema.safeParse(event).success);
    assert.deepEqual(event.decidedBy, [
      {
        role: 'representative',
        name: mother,
        relation: 'guardian',
        relationWords: 'Người giám hộ',
        representativeType: 'c',
        evidence: 'decision',
        phone: '000 990 002',
      },
      { role: 'interpreter', name: 'Lường Thị Mẫu' },
      { role: 'witness', name: 'Cầm Văn Mẫu' },
    ]);
    assert.deepEqual(event.assistance, { modes: ['readAloud', 'witness', 'interpreter'], language: 'Thái' });
    assert.deepEqual(event.collector, collector);
    assert.deepEqual(event.subject, { birthDate: baby.birthDate, birthDateFrom: 'document' });
    assert.equal(event.rule!.deciders.join(), 'representative');
    assert.equal(event.controller!.name, settings.controller.name);
  }
});

it('offers a request for each named recipient only where the host names the purpose, and ends it', async () => {
  const { prompt, heard } = await promptOf({ purposes: purposesOf('disclosure') });
  await untilChoices(prompt);
  await readAll(prompt);
  const card = cardOf(prompt, 'disclosure');
  assert.include(card.textContent, 'Bên nhận: Bệnh viện huyện Ví Dụ');
  assert.include(card.textContent, '16/02/2027');
  await answer(prompt, 'disclosure', 'granted');
  await press(prompt, '#next');
  assert.include(inside(prompt, '.list').textContent, 'Yêu cầu gửi');
  await confirmTyped(prompt, grownUp.name);
  const [event] = heard[0]!;
  assert.equal(event!.kind, 'disclosureRequest');
  assert.equal(event!.recipient, 'hospital-990');
  const [purpose] = purposesOf('disclosure');
  assert.isTrue(mayUse(heard[0]!, purpose!, { facility: 'hospital-990' }, now).may);
  assert.isFalse(mayUse(heard[0]!, purpose!, { facility: 'school-990' }, now).may);
  assert.isFalse(mayUse(heard[0]!, purpose!, { facility: 'hospital-990' }, '2027-02-18T00:00:00Z').may);
  const all = await promptOf();
  await untilChoices(all.prompt);
  assert.isNull(rootOf(all.prompt).querySelector('[data-ask=disclosure]'));
});

it('gives a receipt with every word that was shown, as text and never as markup', async () => {
  const events = await both('granted', 'denied');
  const name = '<img src=x onerror=alert(1)> & Mẫu';
  const receipt = receiptOf(
    viPrompt,
    name,
    events.map((event) => ({ event, title: '<b>Việc</b>', decision: 'Đồng ý', shown: 'Một\nHai <script>' })),
  );
  const text = await receiptFile(receipt).text();
  const parsed = new DOMParser().parseFromString(text, 'text/html');
  assert.lengthOf(parsed.querySelectorAll('img, script, b'), 0);
  assert.include(parsed.body.textContent, name);
  assert.include(parsed.body.textContent, events[0]!.notice!.shownHash);
  assert.include(parsed.body.textContent, 'Một\nHai <script>');
  assert.lengthOf(parsed.querySelectorAll('section'), events.length);
});
