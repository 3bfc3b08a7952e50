import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HealthRecord } from '../../src/schema/index.ts';
import { bookEntries } from './book-paper.ts';
import { isOfSchoolDay, judgeBook } from './judge-book.ts';
import type { BookLook, PrintedNotice } from './judge-book.ts';
import type { Check } from './paper.ts';
import { lostOfBook } from './school-day.ts';

const book = {
  'Phần I': {
    'Họ và tên học sinh (chữ in hoa)': 'LÒ THỊ MẪU',
    'Con thứ mấy / Tổng số con trong gia đình': '1/2',
    'Tiêm chủng': { BCG: 'Không nhớ rõ' },
  },
  'Phần II': {
    'Lần 2': { 'Cân nặng': '29,0', 'Thị lực': { 'có kính': { 'Mắt trái': '10/10' } } },
    'Theo dõi diễn biến bất thường về sức khỏe': [{ Ngày: '03/11/2025' }, { 'Ghi chú': 'Đã gọi mẹ' }],
  },
  'Phần III': {
    Mắt: { 'kết quả thị lực': 'Không kính P 5/10, T 6/10', 'tật khúc xạ': 'Cận: P -2,25D' },
    'Cơ xương khớp': { 'Bình thường': false, 'Vẹo cột sống': 'vẹo phải' },
    'Một ô lạ': 'chữ',
  },
};
const year = '2025-2026';
const at = `screenings.${year}`;
const record: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-05-18',
  administrative: {},
  screenings: {
    [year]: {
      general: { birthOrder: 1, siblings: 2, vaccinated: { bcg: 'unknown' } },
      rounds: {
        round2: {
          measuredOn: '2026-03-16',
          weightKg: 29,
          bloodPressureMmHg: { systolic: 94, diastolic: 60 },
          vision: { correctedLeft: '10/10' },
        },
      },
      incidents: { r1: { occurredOn: '2025-11-03' }, r2: { note: 'Đã gọi mẹ' } },
      specialist: {
        eye: { acuity: { uncorrectedRight: '5/10', uncorrectedLeft: '6/10' }, refraction: ['myopia'] },
        musculoskeletal: { spine: ['scoliosisRight'] },
      },
    },
  },
  notes: { [`${at}.specialist.eye.refraction`]: 'P -2,25D' },
  unread: { [`${at}.rounds.round1.pulsePerMinute`]: 'nhanh' },
  absent: { [`${at}.rounds.round1.weightKg`]: 'refused' },
};

test('every blank of the book is found on the paper, one text in several blanks and several rows apart', () => {
  const { entries, unknown } = bookEntries(book);
  assert.deepEqual(unknown, ['Phần III › Một ô lạ']);
  assert.deepEqual(
    entries.map(({ path, text, nth, round }) => [path, text, nth, round]),
    [
      ['general.birthOrder', '1', 0, undefined],
      ['general.siblings', '2', 0, undefined],
      ['general.vaccinated.bcg', 'Không nhớ rõ', 0, undefined],
      ['rounds.round2.weightKg', '29,0', 0, 'round2'],
      ['rounds.round2.vision.correctedLeft', '10/10', 1, 'round2'],
      ['incidents.{row}.occurredOn', '03/11/2025', 0, undefined],
      ['incidents.{row}.note', 'Đã gọi mẹ', 1, undefined],
      ['specialist.eye.acuity.uncorrectedRight', '5/10', 0, undefined],
      ['specialist.eye.acuity.uncorrectedLeft', '6/10', 0, undefined],
      ['specialist.eye.refraction', 'Cận: P -2,25D', 0, undefined],
      ['specialist.musculoskeletal.spine', 'vẹo phải', 0, undefined],
    ],
  );
});

test('what of the book stands nowhere in the record is told', () => {
  const known = { ...book, 'Phần III': { ...book['Phần III'], 'Một ô lạ': '' } };
  assert.deepEqual(lostOfBook(known, record, year), []);
  for (const [what, changed] of [
    ['Cân nặng', { ...record, screenings: { [year]: { ...record.screenings![year], rounds: {} } } }],
    ['Ghi chú', { ...record, screenings: { [year]: { ...record.screenings![year], incidents: {} } } }],
    ['tật khúc xạ', { ...record, notes: {} }],
  ] as const)
    assert.ok(
      lostOfBook(known, changed, year).some((each) => each.includes(`› ${what}: `)),
      what,
    );
});

const check = (level: string, row: string, label: string, more: Partial<Check> = {}): Check => ({
  issue: 5,
  part: 'screening',
  row,
  label,
  level,
  ...more,
});
const second = 'Phần II › Lần 2';
const eyes = `${second} › Thị lực › không kính`;
const look = (more: Partial<BookLook['told']> = {}, ...messages: string[]): BookLook => ({
  seen: { shown: '', messages, around: '' },
  told: { results: [], advice: [], ...more },
});
const notice: PrintedNotice = { dear: 'Kính gửi: Ông/Bà Lò Thị Mẹ Mẫu (mẹ)', found: ['Mắt nhìn chưa rõ.'] };
const to = (value: string): Check => ({
  ...{ issue: 5, part: 'record', label: null, level: 'computed' },
  ...{ measure: 'parentNoticeTo', value },
});
const low = 'Thị lực không kính từ 7/10 trở xuống: nên khám chuyên khoa mắt. Chuyển khám chuyên khoa';
const results = [
  ['BMI', '16,85 kg/m²'],
  ['BMI theo tuổi', 'Z −0,23 Bình thường'],
] as const;

type Row = readonly [what: string, check: Check, look: BookLook | undefined, ok: boolean];
const rows: readonly Row[] = [
  ['a day', check('value', second, 'Ngày đo', { value: '2026-03-16' }), undefined, true],
  ['another day', check('value', second, 'Ngày đo', { value: '2025-09-15' }), undefined, false],
  ['a pressure', check('value', second, 'Huyết áp', { value: '94/60' }), undefined, true],
  ['half a pressure', check('value', second, 'Huyết áp', { value: '94' }), undefined, false],
  ['a box', check('value', 'Phần I › Tiêm chủng', 'BCG', { value: 'unknown' }), undefined, true],
  ['nothing', check('value', second, 'Chiều cao', { value: null }), undefined, true],
  [
    'nothing where words stand',
    check('value', 'Phần II › Lần 1', 'Nhịp tim', { value: null }),
    undefined,
    false,
  ],
  [
    'a reason',
    check('value', 'Phần II › Lần 1', 'Cân nặng', { value: { absent: 'refused' } }),
    undefined,
    true,
  ],
  [
    'another reason',
    check('value', 'Phần II › Lần 1', 'Cân nặng', { value: { absent: 'unknown' } }),
    undefined,
    false,
  ],
  ['unread', check('unread', 'Phần II › Lần 1', 'Nhịp tim'), undefined, true],
  ['not unread', check('unread', second, 'Cân nặng'), undefined, false],
  ['a note', check('note', 'Phần III › Mắt', 'tật khúc xạ', { value: '-2,25D' }), undefined, true],
  ['no note', check('note', 'Phần III › Mắt', 'các bệnh về mắt', { value: 'x' }), undefined, false],
  ['no such blank', check('value', second, 'Vòng cổ', { value: 1 }), undefined, false],
  ['advice about it', check('warning', eyes, 'Mắt phải'), look({ advice: [low] }), true],
  [
    'advice about others',
    check('warning', eyes, 'Mắt phải'),
    look({ advice: ['Có răng sâu: nên khám.'] }),
    false,
  ],
  ['an issue', check('warning', second, 'Chỉ số BMI'), look({}, 'Xem lại: khác BMI tính được'), true],
  ['an error instead', check('warning', second, 'Chỉ số BMI'), look({}, 'Lỗi: không thể'), false],
  ['an error', check('error', second, 'Cân nặng'), look({}, 'Lỗi: không thể'), true],
  ['a station that was not played', check('warning', eyes, 'Mắt phải'), undefined, false],
  ['nothing said', check('none', second, 'Cân nặng'), look(), true],
  ['something said', check('none', eyes, 'Mắt phải'), look({ advice: [low] }), false],
  ['BMI', check('computed', second, 'Chỉ số BMI', { measure: 'bmi', value: 16.85 }), look({ results }), true],
  [
    'rounded',
    check('computed', second, 'Chỉ số BMI', { measure: 'bmi', value: 16.87 }),
    look({ results }),
    false,
  ],
  ['no BMI', check('computed', second, 'Chỉ số BMI', { measure: 'bmi', value: 16.85 }), look(), false],
  [
    'a z-score',
    check('computed', second, 'Chỉ số BMI', { measure: 'bmiForAgeZ', value: -0.23 }),
    look({ results }),
    true,
  ],
  [
    'a class',
    check('computed', second, 'Chỉ số BMI', { measure: 'bmiForAge', value: 'normal' }),
    look({ results }),
    true,
  ],
  [
    'another class',
    check('computed', second, 'Chỉ số BMI', { measure: 'bmiForAge', value: 'overweight' }),
    look({ results }),
    false,
  ],
];

test('a check of the school book holds by what the server holds or a person reads, and by nothing else', () => {
  for (const [what, each, shown, ok] of rows) {
    const looks = new Map(shown && [[each, shown]]);
    assert.equal(judgeBook(each, { record, year, looks }).ok, ok, what);
    assert.ok(isOfSchoolDay(each));
  }
});

test('a notice is for whom it addresses, and there is one only where something was found', () => {
  const judged = (wanted: string, printed?: PrintedNotice): boolean =>
    judgeBook(to(wanted), { record, year, looks: new Map(), notice: printed }).ok;
  assert.ok(isOfSchoolDay(to('')));
  assert.ok(judged('Lò Thị Mẹ Mẫu', notice));
  assert.ok(judged('Lò Thị Mẹ Mẫu', { ...notice, dear: 'Kính gửi: Ông/Bà Lò Thị Mẹ Mẫu' }));
  assert.ok(!judged('Lò Văn Bố Mẫu', notice));
  assert.ok(!judged('Lò Thị Mẹ Mẫu'));
  assert.ok(!judged('Lò Thị Mẹ Mẫu', { ...notice, found: [] }));
  assert.ok(!judged('', { ...notice, dear: 'Kính gửi: Cha mẹ hoặc người giám hộ của em' }));
});
