import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBloodPressure, readNumber, type NumberContext } from './read-number.ts';

type Row = readonly [text: string, value: number, more?: { note?: string; asks?: true }];

function expectNumbers(ctx: Omit<NumberContext, 'today'>, rows: readonly Row[]): void {
  for (const [text, value, { note, asks } = {}] of rows) {
    const expected = { value, ...(note && { note }), ...(asks && { asks: 'number.unitConverted' }) };
    assert.deepEqual(readNumber(text, { today: '2026-11-18', ...ctx }), expected, text);
  }
}

function expectUnread(ctx: Omit<NumberContext, 'today'>, texts: readonly string[]): void {
  for (const text of texts)
    assert.deepEqual(readNumber(text, { today: '2026-11-18', ...ctx }), { unread: text }, text);
}

const asks = true;

test('grams: a point before three digits is a thousands separator, kilograms are converted and ask', () => {
  expectNumbers({ unit: 'g', label: 'Cân nặng lúc đẻ' }, [
    ['2.900', 2900],
    ['2300', 2300],
    ['2900g', 2900],
    ['2.900 gr', 2900],
    ['CNLĐ 2900 gam', 2900],
    ['0', 0],
    ['2,9', 2.9],
    ['2,900', 2.9],
    ['0.900', 0.9],
    ['3,1 kg', 3100, { asks }],
    ['3.100 kg', 3100, { asks }],
    ['2kg9', 2900, { asks }],
    ['2kg50g', 2050, { asks }],
    ['2 ký 9 lạng', 2900, { asks }],
    ['2 kg rưỡi', 2500, { asks }],
    ['2900 (cân lại)', 2900, { note: 'cân lại' }],
  ]);
  expectUnread({ unit: 'g' }, ['2 900', '2900-3000', 'gần 3000', '29OO', '12345678 kg']);
});

test('kilograms: point and comma are decimal signs, the own unit goes, grams and pounds ask', () => {
  expectNumbers({ unit: 'kg', label: 'Cân nặng' }, [
    ['2,85', 2.85],
    ['59.8', 59.8],
    ['59.800', 59.8],
    ['１２，５', 12.5],
    ['79,0', 79],
    ['CN 12kg', 12],
    ['Cân nặng: 12 ký', 12],
    ['nặng 12 kg.', 12],
    ['12kg5', 12.5],
    ['2kg9', 2.9],
    ['2850 g', 2.85, { asks }],
    ['2.850 g', 2.85, { asks }],
    ['12kg (cả áo)', 12, { note: 'cả áo' }],
    ['12 kg, mặc áo', 12, { note: 'mặc áo' }],
    ['80, 84', 80, { note: '84' }],
    ['80?', 80, { note: '?' }],
    ['((80))', 80],
    ['-5', -5],
  ]);
  expectUnread({ unit: 'kg', label: 'Cân nặng' }, [
    ...[
      '50-52',
      '50 - 52',
      '50 đến 52',
      '50~52',
      '5 0',
      '12kg 5 tháng',
      '12 rưỡi',
      '12,5 kg rưỡi',
      '(; 12)',
      '1.234,5',
      '1/2',
      '2½',
      '2 ½',
      '4x3',
      '4 x 3',
    ],
    ...[
      'khoảng 50',
      '>50',
      '~50',
      '.5',
      ', 5',
      '1e5',
      '7O',
      '1234567890',
      'năm mươi',
      'không',
      'không có',
      'Cao 50',
    ],
  ]);
});

test('centimetres: metres and millimetres are converted and ask', () => {
  expectNumbers({ unit: 'cm', label: 'Cao' }, [
    ['49', 49],
    ['67,5 cm', 67.5],
    ['chiều cao 152', 152],
    ['1m52', 152, { asks }],
    ['1,52 m', 152, { asks }],
    ['1 mét 52', 152, { asks }],
    ['1m5', 150, { asks }],
    ['1m5cm', 105, { asks }],
    ['490 mm', 49, { asks }],
    ['1,52', 1.52],
  ]);
});

test('temperature: degrees in every spelling, Fahrenheit asks', () => {
  expectNumbers({ unit: '°C', label: 'Nhiệt độ' }, [
    ['36,8', 36.8],
    ['37°C', 37],
    ['37oC', 37],
    ['37º', 37],
    ['37 độ C', 37],
    ['T° 37', 37],
    ['38 độ 5', 38.5],
    ['38 độ rưỡi', 38.5],
    ['98,6 °F', 37, { asks }],
  ]);
});

test('per minute: usual spellings go, another period stays unread', () => {
  expectNumbers({ unit: 'perMinute', integer: true, label: 'Mạch' }, [
    ['Mạch 88', 88],
    ['mạch: 88', 88],
    ['M 80 l/p', 80],
    ['80 l/ph', 80],
    ['80 lần/phút', 80],
    ['80 lần / 1 phút', 80],
    ['80/phút', 80],
    ['80 l/p, đều', 80, { note: 'đều' }],
    ['80 lần 1; 84 lần 2', 80, { note: 'lần 1; 84 lần 2' }],
    ['80 đều', 80, { note: 'đều' }],
  ]);
  expectUnread({ unit: 'perMinute', integer: true, label: 'Mạch' }, [
    ...['80 lần/30 giây', '80 lần / 30 giây', '80 / 84', 'mạch ,5', '80/84', 'nhịp tim 80', '72,5', 'đều'],
  ]);
  expectUnread({ unit: 'perMinute' }, ['20 lần/phút rưỡi']);
});

test('counts: units go, "không" is 0, other words and periods stay unread', () => {
  expectNumbers({ unit: 'glasses', integer: true, count: true, label: 'Số ly cốc uống/ngày' }, [
    ['2 ly', 2],
    ['2 ly/ngày', 2],
    ['2 cốc mỗi ngày', 2],
    ['uống 2 ly', 2],
    ['không', 0],
    ['Không có', 0],
    ['ko', 0],
    ['không, đã bỏ', 0, { note: 'đã bỏ' }],
    ['2 lon', 2, { note: 'lon' }],
  ]);
  expectUnread({ unit: 'glasses', integer: true, count: true }, [
    ...['2-3 ly', '2 hoặc 3', '2 ly/tuần', '2 ly mỗi tuần', 'không uống', 'hai ly', '2,5 ly'],
  ]);
  expectNumbers({ unit: 'children', integer: true, count: true, label: 'Số con hiện sống' }, [
    ['2 con', 2],
    ['không có con', 0],
    ['3 (1 trai, 2 gái)', 3, { note: '1 trai, 2 gái' }],
  ]);
  expectNumbers({ unit: 'doses', integer: true, count: true }, [['2 mũi', 2]]);
  expectNumbers({ unit: 'times', integer: true, count: true, label: 'Số lần có thai' }, [
    ['2 lần', 2],
    ['lần 3', 3],
    ['có thai 4 lần', 4],
  ]);
  expectUnread({ unit: 'doses', integer: true, count: true }, ['3+1', '2 + 1']);
});

test('months of pregnancy and BMI', () => {
  expectNumbers({ unit: 'month', integer: true, label: 'Tháng thai' }, [
    ['5', 5],
    ['5 tháng', 5],
    ['tháng thứ 5', 5],
    ['22 tuần', 5, { asks }],
    ['12', 12],
  ]);
  expectUnread({ unit: 'month', integer: true }, ['5 tháng rưỡi', '5-6']);
  expectNumbers({ label: 'BMI' }, [
    ['19,9 kg/m2', 19.9],
    ['BMI 22.5', 22.5],
  ]);
});

test('clear words in a number are a reason; a dash of a man does not apply', () => {
  const rows = [
    ['không đo', { absent: 'notMeasured' }],
    ['không đo được (co gối)', { absent: 'notMeasured', note: 'co gối' }],
    ['không cân được', { absent: 'notMeasured' }],
    ['Cân nặng không đo được', { absent: 'notMeasured' }],
    ['không rõ', { absent: 'unknown' }],
    ['KAD', { absent: 'notApplicable' }],
    ['-', {}],
    ['x', {}],
  ] as const;
  for (const [text, expected] of rows)
    assert.deepEqual(
      readNumber(text, { today: '2026-11-18', count: true, label: 'Cân nặng' }),
      expected,
      text,
    );
  const man = { today: '2026-11-18', dashIsNotApplicable: true, count: true };
  for (const dash of ['-', '–', '—']) assert.deepEqual(readNumber(dash, man), { absent: 'notApplicable' });
  assert.deepEqual(readNumber('- (nam)', man), { absent: 'notApplicable', note: 'nam' });
  assert.deepEqual(readNumber('x', man), {});
  assert.deepEqual(readNumber('2', man), { value: 2 });
});

test('blood pressure: two numbers, one alone, the first of several readings', () => {
  const both = (systolic: number, diastolic: number): object => ({ value: { systolic, diastolic } });
  const rows = [
    ['120/80', both(120, 80)],
    ['142 / 86', both(142, 86)],
    ['１２０／８０', both(120, 80)],
    ['80/120', both(80, 120)],
    ['12/8', both(12, 8)],
    ['HA: 120/80', both(120, 80)],
    ['Huyết áp 120/80 mmHg', both(120, 80)],
    ['12/8 cmHg', { ...both(120, 80), asks: 'number.unitConverted' }],
    ['120', { value: { systolic: 120 } }],
    ['120 (tâm thu)', { value: { systolic: 120 }, note: 'tâm thu' }],
    ['150/70 (nằm, tay trái)', { ...both(150, 70), note: 'nằm, tay trái' }],
    [
      '148/88 (lần 1); 144/86 (lần 2, sau 5 phút)',
      { ...both(148, 88), note: '(lần 1); 144/86 (lần 2, sau 5 phút)' },
    ],
    ['120/80 130/85', { ...both(120, 80), note: '130/85' }],
    ['không đo', { absent: 'notMeasured' }],
    ['-', {}],
    ...[
      '120-80',
      '120/8O',
      '120/',
      '120/80/60',
      '1200/80',
      '138/88 - 140/90',
      'khoảng 120/80',
      '120 80',
      'TP 120/80',
    ].map((unread) => [unread, { unread }] as const),
  ] as const;
  for (const [text, expected] of rows)
    assert.deepEqual(readBloodPressure(text, { today: '2026-11-18', label: 'HA' }), expected, text);
});

test('what is only measured at school: distance of speech, arm, trunk rotation, teeth', () => {
  expectNumbers({ unit: 'm', label: 'Nói thầm' }, [
    ['0,5', 0.5],
    ['0.5 m', 0.5],
    ['5m', 5],
    ['50 cm', 0.5, { asks }],
    ['Nói thầm 0,5 m', 0.5],
  ]);
  expectNumbers({ unit: 'mm', label: 'Vòng cánh tay' }, [
    ['145', 145],
    ['145 mm', 145],
    ['14,5 cm', 145, { asks }],
  ]);
  expectNumbers({ unit: 'degree' }, [
    ['8', 8],
    ['8°', 8],
    ['8 độ', 8],
  ]);
  expectNumbers({ unit: 'teeth', integer: true, count: true }, [
    ['2', 2],
    ['2 răng', 2],
    ['không', 0],
  ]);
  expectUnread({ unit: 'degree' }, ['7-8', 'khoảng 8']);
});
