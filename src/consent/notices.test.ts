import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  agreementWords,
  checkNotice,
  checkPurpose,
  checkSettings,
  defaultNotices,
  defaultPurposes,
  noticeEvidence,
  noticeFor,
  noticeText,
  overridePurpose,
  renderNotice,
} from './index.ts';
import type { ConsentSettings, Notice, Purpose } from './index.ts';
import { hashOfText } from './test-events.ts';

const settings: ConsentSettings = {
  controller: {
    name: 'Trạm Y tế xã Ví Dụ',
    address: 'Xã Ví Dụ',
    contact: '000 123 456',
    protectionContact: 'Bà Trần Thị Mẫu, 000 111 222, mau@example.com',
  },
  processors: [{ name: 'Công ty Phần mềm Mẫu', country: 'VN' }],
  recipients: [
    { name: 'Bộ Y tế', type: 'authority' },
    { name: 'Bệnh viện {controller} Ví Dụ', country: 'SG' },
  ],
};
const some = (...codes: string[]): Purpose[] =>
  codes.map((code) => defaultPurposes.find((one) => one.code === code)!);
const told = some('record', 'sending');
const asked = some('screening', 'research');
const nameOf = ({ id, version, language }: Notice): string => `${id} ${version} ${language}`;

// What the law asks to be said, in the words that say it: L91 art. 9.2, ND356 art. 6.4, 7.1, 10.3, 23.7.
const elements: Record<string, Record<Notice['language'], RegExp>> = {
  controller: { vi: /kiểm soát dữ liệu|Nơi giữ sổ/, en: /controller|kept by/ },
  processors: { vi: /Phần mềm Mẫu/, en: /Phần mềm Mẫu/ },
  data: { vi: /Kết quả khám/, en: /Findings/ },
  sensitive: { vi: /dữ liệu (cá nhân )?nhạy cảm/, en: /sensitive (personal )?data/ },
  purposes: { vi: /Khám sức khỏe (tại|ở) trường/, en: /Health check at school/ },
  recipients: { vi: /Bộ Y tế/, en: /Bộ Y tế/ },
  period: { vi: /Giữ đến khi/, en: /Kept until/ },
  rights: { vi: /được xem|Xem, nhận bản sao/, en: /see your book|To read it/ },
  obligations: { vi: /Cung cấp thông tin đúng|nói đúng sự thật/, en: /true and complete|Tell the truth/ },
  withdrawal: { vi: /rút lại bất cứ lúc nào|được đổi ý/, en: /withdraw at any time|change your mind/ },
  consequences: { vi: /không biết/, en: /may not know/ },
  complaint: { vi: /khiếu nại|tổng đài bảo vệ trẻ em/, en: /complain|helpline for children/ },
  automated: { vi: /[Mm]áy tính/, en: /computer/ },
  contact: { vi: /000 111 222/, en: /000 111 222/ },
  where: { vi: /Việt Nam/, en: /Viet Nam/ },
};

test('every version in every language says each thing that must be said', () => {
  assert.equal(defaultNotices.length, 4);
  for (const notice of defaultNotices) {
    assert.deepEqual(checkNotice(notice), [], nameOf(notice));
    const text = noticeText(renderNotice(notice, settings, [...told, ...asked, ...some('automated')]));
    for (const [element, says] of Object.entries(elements)) {
      assert.match(text, says[notice.language], `${nameOf(notice)}: ${element}`);
    }
    // Only a name of the host's own may keep its braces.
    assert.doesNotMatch(text.replace('Bệnh viện {controller} Ví Dụ', ''), /[{}<>]|undefined/, nameOf(notice));
  }
});

const parts = (
  'controller processors data sensitive purposes recipients period automated rights obligations ' +
  'withdrawal consequences complaint'
).split(' ');

test('a notice that lacks any one element fails its check, and the flaw is named', () => {
  for (const notice of defaultNotices) {
    const change = (
      code: string,
      to: (section: Notice['parts'][0]) => Partial<Notice['parts'][0]>,
    ): Notice => ({
      ...notice,
      parts: notice.parts.map((section) =>
        section.code === code ? { ...section, ...to(section) } : section,
      ),
    });
    for (const code of parts) {
      const without = { ...notice, parts: notice.parts.filter((section) => section.code !== code) };
      const cases = [without, change(code, () => ({ text: [' '] })), change(code, () => ({ title: '' }))];
      for (const broken of cases) assert.deepEqual(checkNotice(broken), [code], `${nameOf(notice)}: ${code}`);
    }
    const names: [code: string, name: string][] = [
      ['controller', '{controller}'],
      ['controller', '{protectionContact}'],
      ['processors', '{processors}'],
      ['data', '{data}'],
      ['sensitive', '{sensitiveData}'],
      ['purposes', '{purposes}'],
      ['recipients', '{recipients}'],
      ['period', '{period}'],
      ['period', '{country}'],
      ['withdrawal', '{protectionContact}'],
      ['complaint', '{protectionContact}'],
    ];
    for (const [code, name] of names) {
      const broken = change(code, ({ text }) => ({ text: text.map((line) => line.replace(name, 'x')) }));
      assert.deepEqual(checkNotice(broken), [code], `${nameOf(notice)}: ${name}`);
    }
    const sign = change('sensitive', ({ text }) => ({
      text: text.map((line) => line.replace(/nhạy cảm|\bsensitive\b/gi, 'x')),
    }));
    assert.deepEqual(checkNotice(sign), ['sensitive'], nameOf(notice));
    // Each of the two readings needs its own words.
    for (const only of ['consent', 'notice'] as const) {
      const half = {
        ...notice,
        parts: notice.parts.filter((section) => section.code !== 'withdrawal' || section.only !== only),
      };
      assert.deepEqual(checkNotice(half), ['withdrawal'], `${nameOf(notice)}: withdrawal, ${only}`);
      assert.deepEqual(checkNotice(half, only === 'consent' ? told : asked), [], nameOf(notice));
    }
    assert.deepEqual(checkNotice({ ...notice, parts: change('rights', () => ({ text: ['{x}'] })).parts }), [
      'unknownName',
    ]);
    for (const button of ['agree', 'decline', 'later', 'understood', 'confirm', 'back', 'close'] as const) {
      assert.deepEqual(
        checkNotice({ ...notice, buttons: { ...notice.buttons, [button]: ' ' } }),
        ['buttons'],
        button,
      );
    }
    const { agree } = notice.buttons;
    assert.deepEqual(checkNotice({ ...notice, buttons: { ...notice.buttons, decline: agree } }), ['buttons']);
    assert.deepEqual(checkNotice({ ...notice, labels: { ...notice.labels, none: '' } }), ['labels']);
  }
  assert.deepEqual(
    checkNotice(
      { ...defaultNotices[0]!, parts: defaultNotices[0]!.parts.filter(({ code }) => code !== 'automated') },
      asked,
    ),
    [],
  );
});

// Words that would make an agreement of what is only told.
const agreement: Record<Notice['language'], RegExp> = {
  vi: /đồng ý|chấp thuận|tán thành|ưng thuận|cho phép/i,
  en: /agree|consent|accept|permi(t|ssion)|allow/i,
};

test('what is only told is never worded as an agreement, its buttons neither', () => {
  for (const notice of defaultNotices) {
    const text = noticeText(renderNotice(notice, settings, told)).normalize('NFC');
    assert.doesNotMatch(text, agreement[notice.language], nameOf(notice));
    const askedText = noticeText(renderNotice(notice, settings, asked));
    assert.match(askedText, agreement[notice.language], nameOf(notice));
    // The check of a host's own texts knows the same words, however they are encoded.
    for (const word of notice.language === 'vi'
      ? ['Đồng ý', 'chấp thuận', 'cho phép']
      : ['agree', 'Consent', 'allowed']) {
      assert.match(word, agreementWords[notice.language]);
      for (const form of ['NFC', 'NFD'] as const) {
        const rights = notice.parts.map((section) =>
          section.code === 'rights' ? { ...section, text: [`… ${word.normalize(form)} …`] } : section,
        );
        assert.deepEqual(checkNotice({ ...notice, parts: rights }), ['agreementWhereTold'], word);
        const buttons = { ...notice.buttons, understood: word.normalize(form) };
        assert.deepEqual(checkNotice({ ...notice, buttons }), ['agreementWhereTold'], word);
      }
    }
  }
});

test('purposes: basis and mode fit, every word is there, and what is told is not worded as agreed', () => {
  const codes = 'record sending disclosure insurer screening reminders research marketing automated';
  assert.equal(defaultPurposes.map(({ code }) => code).join(' '), codes);
  const modes = defaultPurposes.map(({ mode }) => mode[0]).join('');
  assert.equal(modes, 'nnrrccccc');
  for (const purpose of defaultPurposes) {
    assert.deepEqual(checkPurpose(purpose), [], purpose.code);
    assert.equal(purpose.isOptional, purpose.mode !== 'notice', purpose.code);
    assert.ok(purpose.words.vi.child && purpose.words.en.child, purpose.code);
  }
  const record = some('record')[0]!;
  const change = (vi: object): Purpose => ({
    ...record,
    words: { ...record.words, vi: { ...record.words.vi, ...vi } },
  });
  const table: [what: string, purpose: Purpose, flaws: string][] = [
    ['told as agreed', change({ summary: 'Ông/bà đồng ý lập hồ sơ.' }), 'agreementWhereTold'],
    [
      'the same, decomposed',
      change({ summary: 'Ông/bà đồng ý lập hồ sơ.'.normalize('NFD') }),
      'agreementWhereTold',
    ],
    ['in the child’s words', change({ child: { title: 'Em', summary: 'Em đồng ý.' } }), 'agreementWhereTold'],
    ['a word missing', change({ ifRefused: ' ' }), 'words'],
    ['no law named', { ...record, basis: { code: 'law_19_1_dd' } }, 'reference'],
    ['told, but by consent', { ...record, basis: { code: 'consent_9', reference: 'x' } }, 'basis'],
    [
      'turned into a question, basis and all',
      { ...record, mode: 'consent', basis: { code: 'consent_9' } },
      '',
    ],
    [
      'a question turned into a notice',
      { ...some('research')[0]!, mode: 'notice', basis: { code: 'law_19_1_dd', reference: 'x' } },
      'agreementWhereTold',
    ],
  ];
  for (const [what, purpose, flaws] of table) assert.equal(checkPurpose(purpose).join(), flaws, what);
});

test('settings are judged before anybody is shown them', () => {
  assert.deepEqual(checkSettings(settings), []);
  const { protectionContact: _, contact: __, ...nameless } = settings.controller;
  const adults = defaultNotices.filter(({ audience }) => audience === 'adult');
  const table: [what: string, settings: ConsentSettings, flaws: string][] = [
    ['nobody to ask', { ...settings, controller: nameless }, 'contact'],
    ['no name', { ...settings, controller: { ...settings.controller, name: ' ' } }, 'controller'],
    ['no hours', { ...settings, emergencyHours: 0 }, 'emergencyHours'],
    ['a week', { ...settings, emergencyHours: 168 }, 'emergencyHours'],
    ['four hours', { ...settings, emergencyHours: 4 }, ''],
    ['no words for children', { ...settings, notices: adults }, 'noticeMissing child'],
    [
      'no Vietnamese',
      { ...settings, notices: defaultNotices.filter(({ language }) => language === 'en') },
      'noticeMissing adult,noticeMissing child',
    ],
    [
      'a purpose',
      { ...settings, purposes: overridePurpose(defaultPurposes, 'record', { mode: 'consent' }) },
      'basis record',
    ],
  ];
  for (const [what, given, expected] of table) {
    const found = checkSettings(given).map(({ code, of }) => (of ? `${code} ${of}` : code));
    assert.equal(found.join(), expected, what);
  }
});

test('the words are shown as they are, in their order, each list filled in', () => {
  const vi = noticeFor(settings, { language: 'vi', audience: 'adult', on: '2026-11-22' })!;
  const blocks = renderNotice(vi, settings, [...told, ...some('screening')]);
  const codes = blocks.map(({ code, purpose }) => (purpose ? `${code}:${purpose}` : code)).join(' ');
  assert.equal(
    codes,
    'controller processors data sensitive purposes purpose:record purpose:sending purpose:screening ' +
      'recipients period rights obligations withdrawal withdrawal consequences complaint buttons',
  );
  const textOf = (code: string): readonly string[] => blocks.find((block) => block.code === code)!.text;
  assert.deepEqual(textOf('recipients'), ['Bộ Y tế', 'Bệnh viện {controller} Ví Dụ · SG']);
  assert.equal(
    textOf('controller')[0],
    'Cơ sở kiểm soát dữ liệu: Trạm Y tế xã Ví Dụ · Xã Ví Dụ · 000 123 456',
  );
  assert.equal(textOf('data').length, 9);
  assert.deepEqual(textOf('buttons'), [
    'Đồng ý',
    'Không đồng ý',
    'Để sau',
    'Tôi đã đọc',
    'Xác nhận',
    'Quay lại',
    'Đóng',
  ]);
  const [record] = blocks.filter(({ purpose }) => purpose === 'record');
  assert.equal(record!.text[0], 'Việc làm theo luật');
  assert.match(record!.text.at(-1)!, /^Căn cứ pháp luật: Luật 15\/2023\/QH15/);
  const buttons = (purposes: Purpose[]) => renderNotice(vi, settings, purposes).at(-1)!.text.join(' ');
  assert.equal(buttons(told), 'Tôi đã đọc Xác nhận Quay lại Đóng');
  assert.equal(buttons(asked), 'Đồng ý Không đồng ý Để sau Xác nhận Quay lại Đóng');
  const none = renderNotice(vi, { ...settings, processors: [], country: 'SG' }, told);
  assert.deepEqual(none.find(({ code }) => code === 'processors')!.text, ['Không có.']);
  assert.equal(none.find(({ code }) => code === 'period')!.text.at(-1), 'Nơi lưu dữ liệu: SG');
  const child = noticeFor(settings, { language: 'vi', audience: 'child', on: '2026-11-22' })!;
  const own = renderNotice(child, settings, some('research')).find(({ code }) => code === 'purpose')!;
  assert.equal(own.title, 'Giúp các bác sĩ nghiên cứu');
});

test('the evidence of a notice covers every word shown, and that of a translation the Vietnamese too', () => {
  const [vi, en] = defaultNotices as [Notice, Notice];
  const shown = noticeEvidence(en, settings, asked);
  const text = (notice: Notice) => noticeText(renderNotice(notice, settings, asked)).normalize('NFC');
  assert.equal(shown.shownHash, hashOfText(text(en)));
  assert.equal(shown.masterHash, hashOfText(text(vi)));
  assert.equal(noticeEvidence(vi, settings, asked).shownHash, shown.masterHash);
  assert.deepEqual(
    shown.parts.join(' '),
    'controller processors data sensitive purposes recipients period rights obligations withdrawal consequences complaint',
  );
  const hashOf = (given: Notice, by = settings): string => noticeEvidence(given, by, asked).shownHash;
  const other = [
    hashOf({ ...vi, buttons: { ...vi.buttons, agree: 'Tôi đồng ý' } }),
    hashOf(vi, { ...settings, recipients: [] }),
    hashOf({ ...vi, labels: { ...vi.labels, optional: 'x' } }),
  ];
  for (const hash of other) assert.notEqual(hash, hashOf(vi));
  assert.throws(() => noticeEvidence(en, { ...settings, notices: [en] }, asked), RangeError);
});

test('the newest notice of the day is shown, in Vietnamese where the language has none', () => {
  const [vi] = defaultNotices as [Notice];
  const next: Notice = { ...vi, version: '2027-01', from: '2027-01-01' };
  const find = (language: string, on: string) =>
    noticeFor({ notices: [next, ...defaultNotices] }, { language, audience: 'adult', on })?.version;
  assert.equal(find('vi', '2026-12-31T16:59:00Z'), '2026-11');
  assert.equal(find('vi', '2026-12-31T17:00:00Z'), '2027-01');
  assert.equal(find('en', '2027-02-01'), '2026-11');
  assert.equal(find('km', '2027-02-01'), '2027-01');
  assert.equal(find('vi', '2026-10-31'), undefined);
});

test('sentences are short: at most 30 syllables for adults, 22 for children', () => {
  const isProse = (line: string): boolean => !/^\{\w+\}$/.test(line);
  for (const notice of defaultNotices.filter(({ language }) => language === 'vi')) {
    const most = notice.audience === 'child' ? 22 : 30;
    const words = defaultPurposes.flatMap(({ words: { vi } }) =>
      notice.audience === 'child'
        ? Object.values(vi.child!)
        : [vi.title, vi.summary, vi.details, vi.ifRefused],
    );
    const lines = [...notice.parts.flatMap(({ title, text }) => [title, ...text.filter(isProse)]), ...words];
    for (const sentence of lines.flatMap((line) => line.split(/(?<=[.!?;])\s/))) {
      assert.ok(sentence.split(/\s+/).length <= most, sentence);
    }
  }
});
