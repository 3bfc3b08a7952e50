import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  absentWords,
  formatBloodPressure,
  formatDate,
  formatGrams,
  formatNumber,
  formatPhone,
} from './format.ts';
import { readChoice, readBoxes } from './read-choice.ts';
import { readEmail, readPhone } from './read-contact.ts';
import { readDate } from './read-date.ts';
import { readBloodPressure, readNumber } from './read-number.ts';
import { readCodedWords, readDistrict, type ReadContext, type Reading } from './reading.ts';
import { cleanText, compose, fold, narrow, tidyNote } from './text.ts';

const TODAY = '2026-11-18';
const SEX = ['Nam', 'Nữ'].map((word) => ({ code: word, words: [word] }));
const SMOKING = ['Không', 'Có', 'Hút thường xuyên', 'Đã bỏ'].map((word) => ({ code: word, words: [word] }));
const RH = [
  { code: 'Rh+', words: ['Rh+', '+', '(+)', 'dương'] },
  { code: 'Rh-', words: ['Rh-', '(-)', 'âm'] },
];

interface Kind {
  read: (text: string, ctx: ReadContext) => Reading<unknown>;
  show: (value: never) => string;
  /** Some values of this kind, and words that may go because they repeat the label, name the unit or say the value. */
  values: fc.Arbitrary<unknown>;
  words: string;
}

const number = (unit: 'g' | 'kg' | 'cm' | '°C' | 'perMinute' | 'glasses' | 'month', words: string): Kind => ({
  read: (text, ctx) => readNumber(text, { ...ctx, unit, count: unit === 'glasses' }),
  show: unit === 'g' ? formatGrams : formatNumber,
  values: fc.integer({ min: 0, max: 400_000 }).map((n) => n / 100),
  words,
});
const text = (value: string): string => value;
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(4, 7, 10).map((length) => date.toISOString().slice(0, length)));
const phone = fc.oneof(
  fc
    .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.stringMatching(/^\d{8}$/))
    .map((p) => p.join('')),
  fc
    .tuple(fc.constantFrom('024', '0251'), fc.stringMatching(/^\d{7,8}$/))
    .map((p) => p.join('').slice(0, 11)),
  fc.stringMatching(/^\+(?:82|1|44)[1-9]\d{8}$/),
);

const KINDS: Readonly<Record<string, Kind>> = {
  date: { read: readDate, show: (iso) => formatDate(iso), values: day, words: 'ngay thang nam t th sn sinh' },
  grams: number('g', 'g gr gam kg ky lang ruoi'),
  kilograms: number('kg', 'g gr gam kg ky lang ruoi'),
  centimetres: number('cm', 'cm m met mm ruoi'),
  degrees: number('°C', 'c do oc o f t ruoi °c ° °f'),
  pulse: number('perMinute', 'l lan phut p ph nhip'),
  glasses: number('glasses', 'ly coc ngay moi mot chen khong ko k co ruoi'),
  months: number('month', 'thang tuan ruoi'),
  bloodPressure: {
    read: readBloodPressure,
    show: formatBloodPressure,
    values: fc
      .tuple(fc.integer({ min: 1, max: 300 }), fc.option(fc.integer({ min: 1, max: 300 })))
      .map(([systolic, diastolic]) => ({ systolic, ...(diastolic && { diastolic }) })),
    words: 'ha huyet ap mmhg cmhg mm hg',
  },
  phone: { read: readPhone, show: formatPhone, values: phone, words: 'dt sdt khong ko k co' },
  email: {
    read: readEmail,
    show: text,
    values: fc.constantFrom('a@example.com', 'hbun+suckhoe@example.org', 'kn.ko@mail.example.net'),
    words: 'khong ko k co email',
  },
  sex: {
    read: (written, ctx) => readChoice(written, { ...ctx, options: SEX }),
    show: text,
    values: fc.constantFrom('Nam', 'Nữ'),
    words: 'nam nu',
  },
  rh: {
    read: (written, ctx) => readChoice(written, { ...ctx, options: RH }),
    show: text,
    values: fc.constantFrom('Rh+', 'Rh-'),
    words: 'rh duong am',
  },
  boxes: {
    read: (written, ctx) => readBoxes(written, { ...ctx, options: SMOKING }),
    show: (codes: string[]) => codes.join(', '),
    values: fc.uniqueArray(fc.constantFrom('Không', 'Có', 'Đã bỏ'), { minLength: 1 }),
    words: 'khong co hut thuong xuyen da bo va',
  },
  words: {
    read: readCodedWords,
    show: text,
    values: fc.constantFrom('Tày', 'Hưu trí (giáo viên)'),
    words: '',
  },
  district: {
    read: (written, ctx) => readDistrict(written, { ...ctx, abolished: false }),
    show: text,
    values: fc.constantFrom('Huyện Tủa Chùa', 'TP Thủ Đức'),
    words: 'khong ko k co',
  },
  noDistrict: {
    read: (written, ctx) => readDistrict(written, { ...ctx, abolished: true }),
    show: text,
    values: fc.constant(undefined),
    words: 'khong ko k co',
  },
};

/** Pieces that staff write, put together in any order, so that every rule meets every other. */
const PIECES = [
  ...[
    'không',
    'có',
    'Không nhớ',
    'không rõ',
    'KN',
    'chưa có',
    'chưa XN',
    'không đo được',
    'KAD',
    'từ chối',
    'ko',
  ],
  ...[
    '-',
    '–',
    'x',
    '/',
    '(',
    ')',
    ';',
    ',',
    '.',
    ':',
    '…',
    '+',
    '->',
    ' ',
    ' ',
    ' ',
    '\n',
    '?',
    '~',
    '｛',
    '（',
  ],
  ...[
    '0',
    '2',
    '12',
    '86',
    '120',
    '1942',
    '2.900',
    '36,8',
    '２０',
    '5/4/86',
    '16/11/2026',
    '10h05',
    '2025-03',
    '3/2025',
  ],
  ...[
    'kg',
    'g',
    'cm',
    'm',
    'độ',
    '°C',
    'lần/phút',
    'l/p',
    'ly',
    'tháng',
    'tuần',
    'rưỡi',
    'ngày',
    'năm',
    'mmHg',
    'đến',
  ],
  ...[
    '0912 345 678',
    '+84',
    '0912345678',
    '84',
    '(0)',
    'mẹ',
    'lần 1',
    'nằm',
    'Nam',
    'Nữ',
    'Đã bỏ',
    'Rh',
    '(-)',
    'âm',
    'a@example.com',
    '@',
    'cũ',
  ],
];
const written = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((pieces) => pieces.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const note = fc.oneof(
  fc.constantFrom(
    'nằm, tay trái',
    '(lần 1); 144/86 (lần 2)',
    'a) b',
    '10h05',
    'có tiêm',
    '0349 000 142',
    '12 kg',
    '?',
  ),
  fc
    .array(fc.constantFrom('mẹ', '12', '(', ')', ' ', ';', 'x', '-', '/', 'trạm'), { maxLength: 6 })
    .map((p) => p.join('')),
);

for (const [name, kind] of Object.entries(KINDS)) {
  const ctx = { today: TODAY };
  const display = (reading: Reading<unknown>): string =>
    reading.value !== undefined
      ? kind.show(reading.value as never)
      : reading.absent
        ? absentWords(reading.absent)
        : (reading.unread ?? '');

  test(`${name}: any text is read without an error and nothing of it is lost`, () => {
    fc.assert(
      fc.property(written, (typed) => {
        const reading = kind.read(typed, ctx);
        const line = cleanText(typed, false);
        const { value, absent, unread, note = '' } = reading;
        assert.ok([value, absent, unread].filter((part) => part !== undefined).length <= 1);
        if (unread !== undefined) return assert.equal(unread, line);
        if (value === undefined && !absent && !note)
          return assert.match(
            fold(line),
            /^(?:(?:khong|ko|k)?(?: co)?[\s.,…;:()?-]*|[-_.…·/\\|\s]+|[x\s]+)$/,
          );
        assert.ok(line.includes(note), 'the note is a part of the text');
        if (absent || value === undefined || name === 'words' || name === 'district') return;
        const rest = fold(line.replace(note, ' '));
        const known = ` ${kind.words} ${fold(display(reading))} `;
        for (const word of rest.match(/[\p{L}°]+/gu) ?? [])
          assert.ok(known.includes(word), `"${word}" is lost`);
        const shown = narrow(display(reading)).replace(/\D/g, '');
        if (!reading.asks && !/[\p{L}]/u.test(rest))
          for (const digit of new Set(rest.match(/[1-9]/g)))
            assert.ok(shown.includes(digit) || /84/.test(rest), digit);
      }),
    );
  });

  test(`${name}: what is shown reads back as the same value and the same note`, () => {
    fc.assert(
      fc.property(written, (typed) => {
        const { asks: _, ...reading } = kind.read(typed, ctx);
        assert.deepEqual(kind.read(compose(display(reading), reading.note), ctx), reading);
      }),
    );
    fc.assert(
      fc.property(
        kind.values,
        note.map((raw) => tidyNote(cleanText(raw, false))),
        (value, remark) => {
          // Words take everything into the value; a sign beside a sign says two things.
          if (['words', 'district', 'rh'].includes(name)) remark = '';
          const shown = compose(value === undefined ? '' : kind.show(value as never), remark);
          assert.deepEqual(kind.read(shown, ctx), {
            ...(value !== undefined && { value }),
            ...(remark && { note: remark }),
          });
        },
      ),
    );
  });

  test(`${name}: every reason reads back with its note`, () => {
    for (const absent of ['unknown', 'notMeasured', 'notAvailableYet', 'notApplicable', 'refused'] as const)
      for (const remark of ['', 'co gối', '(a); (b)', 'a) b'])
        assert.deepEqual(kind.read(compose(absentWords(absent), remark), ctx), {
          absent,
          ...(remark && { note: remark }),
        });
  });
}
