import { assert } from '@open-wc/testing';
import { defaultRelations } from '../../src/consent/index.ts';
import type { Relation } from '../../src/consent/index.ts';
import { ConsentEvent as ConsentEventSchema } from '../../src/schema/index.ts';
import type { ConsentPrompt } from './consent-prompt.ts';
import {
  answer,
  baby,
  confirmTyped,
  inside,
  pick,
  press,
  promptOf,
  purposesOf,
  readAll,
  rootOf,
  settings,
  textOf,
  titleOf,
  write,
} from './testing.ts';

const purposes = purposesOf('reminders');
const grandmother = 'Quàng Thị Mẫu';

/** From the relation to the receipt, all agreed to. */
async function onward(prompt: ConsentPrompt): Promise<void> {
  await press(prompt, '#next');
  await pick(prompt, 'Tự đọc được');
  await press(prompt, '#next');
  await readAll(prompt);
  await press(prompt, '#next');
  await readAll(prompt);
  await answer(prompt, 'reminders', 'granted');
  await press(prompt, '#next');
  await confirmTyped(prompt, grandmother);
}

it('asks a grandmother on what ground she decides, says what that is worth, and keeps both in the event', async () => {
  const { prompt, heard } = await promptOf({ purposes, person: baby });
  await write(prompt, 'representative', grandmother);
  await pick(prompt, 'Ông, bà');
  assert.include(textOf(prompt, '#relation-note'), 'không đương nhiên là người đại diện theo pháp luật');
  assert.isFalse(rootOf(prompt).querySelector('#ground input:checked') !== null);
  await press(prompt, '#next');
  assert.include(
    textOf(prompt, 'p.error'),
    'Còn thiếu: Ghi rõ quan hệ; Dựa vào đâu để quyết định thay; Ghi rõ căn cứ; Quan hệ này được biết qua đâu',
  );
  await pick(prompt, 'Cán bộ biết rõ gia đình');
  for (const [blank, fill] of [
    ['relationWords', () => write(prompt, 'relationWords', ' Bà  ngoại ')],
    ['ground', () => pick(prompt, 'Không có, chỉ đang trông nom')],
    ['groundWords', () => write(prompt, 'groundWords', 'Bố mẹ đi làm xa')],
  ] as const) {
    await press(prompt, '#next');
    assert.equal(titleOf(prompt), 'Ai quyết định?');
    assert.equal(rootOf(prompt).activeElement?.id, blank);
    await fill();
  }
  assert.include(textOf(prompt, '.box.warning'), 'chưa đủ để đồng ý thay');
  await onward(prompt);
  const [event] = heard[0]!;
  assert.deepEqual(event!.decidedBy, [
    {
      role: 'representative',
      name: grandmother,
      relation: 'grandparent',
      relationWords: 'Bà ngoại',
      ground: 'caring',
      groundWords: 'Bố mẹ đi làm xa',
      evidence: 'known',
    },
  ]);
  assert.isTrue(ConsentEventSchema.safeParse(event).success);
  const receipt = rootOf(prompt).textContent.replace(/\s+/g, ' ');
  assert.include(receipt, `${grandmother} (Bà ngoại)`);
  assert.include(receipt, 'Không có, chỉ đang trông nom. Bố mẹ đi làm xa');
});

it('takes who has it in writing as authorised, and a parent without asking for a ground', async () => {
  const { prompt, heard } = await promptOf({ purposes, person: baby });
  await write(prompt, 'representative', grandmother);
  await pick(prompt, 'Mẹ');
  assert.isNull(rootOf(prompt).querySelector('#ground'));
  assert.include(textOf(prompt, '#relation-note'), 'Cha, mẹ là người đại diện theo pháp luật');
  await pick(prompt, 'Họ hàng hoặc người trông nom khác');
  await write(prompt, 'relationWords', 'Dì');
  await pick(prompt, 'Có giấy ủy quyền của người đại diện theo pháp luật');
  assert.isNull(rootOf(prompt).querySelector('.box.warning'));
  await write(prompt, 'groundWords', 'Giấy ngày 01/10/2026');
  await pick(prompt, 'Quyết định hoặc văn bản ủy quyền');
  await onward(prompt);
  const [decider] = heard[0]![0]!.decidedBy;
  assert.equal(decider!.representativeType, 'c');
  assert.equal(decider!.ground, 'written');
});

it('forgets words and ground where another relation is chosen, and a relation that is no longer offered', async () => {
  const { prompt } = await promptOf({ purposes, person: baby });
  await write(prompt, 'representative', grandmother);
  await pick(prompt, 'Ông, bà');
  await write(prompt, 'relationWords', 'Bà nội');
  await pick(prompt, 'Có giấy ủy quyền của người đại diện theo pháp luật');
  await pick(prompt, 'Quan hệ khác');
  assert.equal(inside<HTMLInputElement>(prompt, '#relationWords').value, '');
  assert.isNull(rootOf(prompt).querySelector('#ground input:checked'));

  const { prompt: other } = await promptOf({
    purposes,
    person: { ...baby, birthDate: '1950-01-01', birthDateFrom: 'stated' },
  });
  await pick(other, 'Không rõ ngày sinh');
  await write(other, 'representative', grandmother);
  await pick(other, 'Mẹ');
  await pick(other, 'Giấy khai sinh');
  await pick(other, 'Nghe nói lại');
  inside<HTMLDetailsElement>(other, 'details').open = true;
  await pick(other, 'Không (mất năng lực, hôn mê…)');
  await press(other, '#next');
  assert.equal(rootOf(other).activeElement?.id, 'relation', 'a grown-up is not represented by a mother');
});

it('offers the relations of the host instead of its own, and none that lack their note', async () => {
  const aunt: Relation = {
    code: 'aunt',
    for: 'both',
    right: 'appointed',
    words: {
      vi: { title: 'Dì ruột (mẫu)', note: 'Ghi chú mẫu.' },
      en: { title: 'Aunt', note: 'A note.' },
    },
  };
  const { prompt } = await promptOf({ purposes, person: baby, settings: { ...settings, relations: [aunt] } });
  const options = [...inside(prompt, '#relation').querySelectorAll('label')].map((label) =>
    label.textContent.trim(),
  );
  assert.deepEqual(options, ['Dì ruột (mẫu)']);
  const broken = {
    ...defaultRelations[0]!,
    words: { ...aunt.words, vi: { title: 'Mẹ', note: ' ' } },
  };
  const { prompt: refused } = await promptOf({
    purposes,
    person: baby,
    settings: { ...settings, relations: [broken] },
  });
  assert.equal(titleOf(refused), 'Không hỏi được');
});
