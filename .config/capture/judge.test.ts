import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setAt } from '../../src/schema/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import { entriesOf, pathOf, prefixesOf, rowIds, targetOf } from './entries.ts';
import type { Seen } from './finder.ts';
import { judge } from './judge.ts';
import type { Check, PaperCase } from './paper.ts';
import { clean, lost } from './writing.ts';

const diagnoses = '4. Chẩn đoán/ Kết luận (ghi tên, mã bệnh theo ICD 10)';
const form: PaperCase = {
  id: 'test',
  title: 'invented',
  capturedOn: '2026-11-18',
  submittable: true,
  checks: [],
  paper: {
    A: { 'Họ và tên': ' Lò  Thị A ', 'Ngày sinh': '16/11/2026', 'Nhóm máu: Hệ ABO': 'C', 'Di động': '0912' },
    B: { B7: { 'Số lần có thai': '2' } },
    C: {
      C2: [
        { 'Loại vắc xin': 'Cúm 1', 'Đã chủng ngừa, ghi rõ ngày': '05/10/2025 (10h05)' },
        { 'Loại vắc xin': 'Cúm 1', 'Đã chủng ngừa, ghi rõ ngày': '2024' },
        { 'Loại vắc xin': 'COVID-19', 'Chưa chủng ngừa': true },
      ],
    },
    D: [{}, { 'Ngày khám': '18/11/2026', [diagnoses]: 'i10; X99', '2.3.1. Toàn thân': { Khác: 'gầy' } }],
  },
};
const draft: RecordDraft = {
  administrative: {
    fullName: 'Lò Thị A',
    birthDate: '2026-11-16',
    phoneMobile: '0912',
    ethnicity: { code: '03', text: 'Thái' },
    religion: { code: 'x1', text: 'Tin Lành' },
    identifiers: {
      personal: { kind: 'passport', number: 'M990B1234' },
      temporary: { kind: 'temporary', number: 'TAM-1' },
    },
  },
  history: { risk: { smoking: ['yes', 'quit'] }, reproductive: { pregnancies: 2 } },
  immunizations: {
    other: {
      influenza1: { givenOn: '2025-10-05' },
      r2: { vaccine: { text: 'COVID-19' }, notGiven: true },
      r1: { givenOn: '2024' },
    },
  },
  examinations: {
    v1: {
      examinedOn: '2026-11-18',
      vitals: { weightKg: 2.85, heightCm: 49, bloodPressureMmHg: { systolic: 138, diastolic: 88 } },
      diagnoses: { text: 'i10; X99', codes: { I10: { code: 'I10', text: '' } } },
      general: { other: 'gầy' },
    },
  },
  unread: { 'administrative.bloodAbo': 'C' },
  absent: { 'administrative.nationality': 'unknown' },
  notes: { 'immunizations.other.influenza1.givenOn': '10h05' },
};
const issue = (path: string, level: Issue['level']): Issue => ({ path, level, code: 'some.code' });
const shows = (message: string, around = ''): Seen => ({ shown: '', messages: [message], around });

type Row = Omit<Check, 'issue'>;
function said(row: Row, issues: Issue[] = [], seen?: Seen, changed = draft, of = 2): string {
  const check: Check = { issue: of, ...row };
  const found = judge(check, { form, draft: changed, issues, seen: new Map(seen ? [[check, seen]] : []) }, [
    of,
  ]);
  return found.due ? (found.ok ? 'passed' : 'failed') : 'not due';
}
const A = (label: string, level: string, more: object = {}): Row => ({ part: 'A', label, level, ...more });

test('a value holds in the words of the README and fails with any other', () => {
  const rows: [Row, unknown][] = [
    [A('Họ và tên', 'value', { value: 'Lò Thị A' }), 'Lò Thị B'],
    [A('Ngày sinh', 'value', { value: '2026-11-16' }), '2026-11'],
    [A('Dân tộc', 'value', { value: '03' }), 'Thái'],
    [A('Tôn giáo', 'value', { value: 'Tin Lành' }), 'x1'],
    [
      A('Số CMND/CCCD', 'value', { value: { kind: 'passport', number: 'M990B1234' } }),
      { kind: 'oldId', number: 'M990B1234' },
    ],
    [A('Quốc tịch', 'value', { value: { absent: 'unknown' } }), { absent: 'refused' }],
    [A('Email', 'value', { value: null }), 'a@example.org'],
    [{ part: 'B2', label: 'Hút thuốc lá, lào', level: 'value', value: ['quit', 'yes'] }, ['yes']],
    [{ part: 'D[1]', label: 'HA', level: 'value', value: '138/88' }, '138/80'],
    [{ part: 'D[1]', label: 'Cân nặng', level: 'value', value: 2.85 }, 2.8],
    [{ part: 'D[1]', label: 'Khác', row: '2.3.1. Toàn thân', level: 'value', value: 'gầy' }, 'béo'],
    [{ part: 'D[1]', label: diagnoses, row: 'i10', level: 'value', value: 'I10' }, 'I11'],
    [
      { part: 'C2', label: 'Đã chủng ngừa, ghi rõ ngày', row: 'Cúm 1', level: 'value', value: '2025-10-05' },
      '2024',
    ],
    [
      { part: 'C2', label: 'Đã chủng ngừa, ghi rõ ngày', row: 'Cúm 1 #2', level: 'value', value: '2024' },
      '2025-10-05',
    ],
    [{ part: 'C2', label: 'Chưa chủng ngừa', row: 'COVID-19', level: 'value', value: true }, false],
    [{ part: 'C2', label: 'Chưa chủng ngừa', row: 'Cúm 1', level: 'value', value: false }, true],
  ];
  for (const [row, wrong] of rows) {
    assert.equal(said(row), 'passed', row.label ?? '');
    assert.equal(said({ ...row, value: wrong }), 'failed', `${row.label}: ${JSON.stringify(wrong)}`);
  }
  assert.equal(said(A('Nhóm máu: Hệ ABO', 'value', { value: null })), 'failed', 'unread text is not empty');
  assert.equal(said(A('Không có mục này', 'value', { value: 1 })), 'failed', 'unknown label');
});

test('without a value the text of the paper, cleaned, must stand there', () => {
  assert.equal(said(A('Họ và tên', 'value')), 'passed');
  assert.equal(
    said(A('Họ và tên', 'value'), [], undefined, setAt(draft, 'administrative.fullName', 'Lò  Thị A')),
    'failed',
  );
});

test('unread text needs the text, no value, and a warning that the page shows; an error where it is required', () => {
  const row = A('Nhóm máu: Hệ ABO', 'unread');
  const path = 'administrative.bloodAbo';
  const warned = shows('Xem lại: chưa đọc được');
  assert.equal(said(row, [issue(path, 'warning')], warned), 'passed');
  assert.equal(said(row, [issue(path, 'warning')]), 'failed', 'not shown');
  assert.equal(said(row, [], warned), 'failed', 'no issue');
  assert.equal(
    said(row, [issue(path, 'error')], shows('Lỗi: chưa đọc được')),
    'failed',
    'an error in an optional field',
  );
  assert.equal(
    said(row, [issue(path, 'warning')], warned, setAt(draft, path, 'O')),
    'failed',
    'read all the same',
  );
  assert.equal(
    said(row, [issue(path, 'warning')], warned, { ...draft, unread: { [path]: 'D' } }),
    'failed',
    'other text',
  );
  const born = 'administrative.birthDate';
  const unread = { ...setAt(draft, born, undefined), unread: { [born]: '16/11/2026' } };
  const missing = shows('Lỗi: chưa đọc được');
  assert.equal(said(A('Ngày sinh', 'unread'), [issue(born, 'error')], missing, unread), 'passed');
  assert.equal(said(A('Ngày sinh', 'unread'), [issue(born, 'warning')], missing, unread), 'failed');
});

test('a note is part of what stands beside the value, whatever its blanks and capitals', () => {
  const row: Row = {
    part: 'C2',
    label: 'Đã chủng ngừa, ghi rõ ngày',
    row: 'Cúm 1',
    level: 'note',
    value: '10H 05',
  };
  assert.equal(said(row), 'passed');
  assert.equal(said({ ...row, value: '11h05' }), 'failed');
  assert.equal(said({ ...row, row: 'Cúm 1 #2' }), 'failed');
});

test('warnings, errors and their absence are looked for at the place, and must be shown', () => {
  const path = 'administrative.phoneMobile';
  const warned = shows('Xem lại: xem lại số');
  assert.equal(said(A('Di động', 'warning'), [issue(path, 'warning')], warned), 'passed');
  assert.equal(said(A('Di động', 'warning'), [issue(path, 'warning')]), 'failed', 'not shown');
  assert.equal(
    said(A('Di động', 'warning'), [issue('administrative.phoneLandline', 'warning')], warned),
    'failed',
  );
  assert.equal(
    said(A('Di động', 'warning'), [issue(path, 'warning'), issue(path, 'error')], warned),
    'failed',
  );
  assert.equal(said(A('Di động', 'error'), [issue(path, 'error')], shows('Lỗi: sai số này')), 'passed');
  assert.equal(said(A('Di động', 'error'), [issue(path, 'error')], warned), 'failed', 'shown as a warning');
  assert.equal(said(A('Di động', 'error'), [issue(path, 'warning')], warned), 'failed');
  assert.equal(said(A('Di động', 'none')), 'passed');
  assert.equal(said(A('Di động', 'none'), [issue(path, 'warning')]), 'failed');
  const code: Row = { part: 'D[1]', label: diagnoses, row: 'X99', level: 'warning' };
  assert.equal(said(code, [issue('examinations.v1.diagnoses.codes.X99', 'warning')], warned), 'passed');
  assert.equal(said(code, [issue('examinations.v1.diagnoses.codes.I10', 'warning')], warned), 'failed');
});

test('without a label the whole part, or the row, is looked through', () => {
  const whole: Row = { part: 'B7', label: null, level: 'warning' };
  assert.equal(said(whole, [issue('history.reproductive', 'warning')]), 'passed');
  assert.equal(said(whole, [issue('history.reproductive.births', 'warning')]), 'passed');
  assert.equal(said(whole, [issue('history.risk.smoking', 'warning')]), 'failed');
  assert.equal(
    said({ ...whole, level: 'none' }, [issue('history.reproductive.births', 'warning')]),
    'failed',
  );
  const row: Row = { part: 'C2', label: null, row: 'Cúm 1 #2', level: 'error' };
  assert.equal(said(row, [issue('immunizations.other.r1.givenOn', 'error')]), 'passed');
  assert.equal(said(row, [issue('immunizations.other.influenza1.givenOn', 'error')]), 'failed');
  assert.equal(
    said({ part: 'D[1]', label: null, level: 'none' }, [issue('examinations.v1.labs', 'error')]),
    'failed',
  );
  assert.equal(
    said({ part: 'B5', label: null, level: 'none' }, [issue('history.risk.other', 'warning')]),
    'passed',
  );
});

test('what is computed is read from the page', () => {
  const bmi: Row = { part: 'D[1]', label: 'BMI', level: 'computed', measure: 'bmi', value: 11.87 };
  assert.equal(said(bmi, [], shows('', 'BMI Máy tính: 11,87')), 'passed');
  assert.equal(said(bmi, [], shows('', 'BMI Máy tính: 11,9')), 'failed');
  assert.equal(said(bmi), 'failed', 'not shown');
  assert.equal(said({ ...bmi, value: 12 }, [], shows('', 'BMI Máy tính: 11,87')), 'failed');
  const age = (measure: string, value: unknown): Row => A('Ngày sinh', 'computed', { measure, value });
  assert.equal(said(age('ageDays', 2), [], shows('', '2 ngày tuổi')), 'passed');
  assert.equal(said(age('ageDays', 2), [], shows('', '3 ngày tuổi')), 'failed');
  assert.equal(said(age('ageYears', [83, 84]), [], shows('', '83 hoặc 84 tuổi')), 'passed');
  assert.equal(said(age('ageYears', [83, 84]), [], shows('', '84 tuổi')), 'failed');
  assert.equal(said(age('ageMonths', 0), [], shows('', '2 ngày tuổi')), 'passed', 'not shown: worked out');
  assert.equal(said(age('ageMonths', 1), [], shows('', '2 ngày tuổi')), 'failed');
  const number: Row = A('Số CMND/CCCD', 'computed', { measure: 'temporaryIdentifier', value: true });
  assert.equal(said(number, [], shows('', 'Mã tạm: TAM-1')), 'passed');
  assert.equal(said(number), 'failed', 'not shown');
  assert.equal(said({ ...number, value: false }, [], shows('', 'Mã tạm: TAM-1')), 'failed');
});

test('z-scores, classes and advice are read from what stands beside the field', () => {
  const at = { part: 'D[1]', label: 'Cân nặng' };
  const z = (measure: string, value: unknown): Row => ({ ...at, level: 'computed', measure, value });
  const around =
    'Cân nặng 9,1 Cân nặng theo tuổi: −2,92 SD (SDD thể nhẹ cân, mức độ vừa); ' +
    'Cân nặng theo chiều dài/chiều cao: 1,64 SD (Bình thường). Gợi ý, không phải chẩn đoán: Nên được khám.';
  const rows: [Row, string][] = [
    [z('weightForAgeZ', -2.92), 'passed'],
    [z('weightForAgeZ', 2.92), 'failed'],
    [z('weightForAgeZ', -2.9), 'failed'],
    [z('weightForAge', 'underweight'), 'passed'],
    [z('weightForAge', 'severeUnderweight'), 'failed'],
    [z('weightForHeightZ', 1.64), 'passed'],
    [z('weightForHeight', 'normal'), 'passed'],
    [z('heightForAgeZ', -2.92), 'failed'],
    [{ ...at, level: 'warning' }, 'passed'],
  ];
  for (const [row, expected] of rows)
    assert.equal(said(row, [], shows('', around), draft, 5), expected, JSON.stringify(row));
  const without = shows('', around.split(' Nên')[0]);
  assert.equal(said({ ...at, level: 'warning' }, [], without, draft, 5), 'failed');
  assert.equal(said({ ...at, level: 'warning' }, [], shows('', around)), 'failed');
});

test('other issues, unknown measures and the school book are not yet due', () => {
  assert.equal(said({ ...A('Ngày sinh', 'none'), issue: 5 } as Row), 'not due');
  assert.equal(said(A('Ngày sinh', 'computed', { measure: 'nextDose', value: 1 })), 'not due');
  assert.equal(said({ part: 'screening', label: 'BCG', level: 'value', value: 'unknown' }), 'not due');
});

test('every blank of the paper is found, and rows keep their turn', () => {
  const { entries, unknown } = entriesOf(form);
  assert.deepEqual(unknown, []);
  assert.deepEqual(
    entries.map((entry) => pathOf(entry, draft)),
    [
      'administrative.fullName',
      'administrative.birthDate',
      'administrative.bloodAbo',
      'administrative.phoneMobile',
      'history.reproductive.pregnancies',
      'immunizations.other.influenza1.givenOn',
      'immunizations.other.r1.vaccine',
      'immunizations.other.r1.givenOn',
      'immunizations.other.r2.vaccine',
      'immunizations.other.r2.notGiven',
      'examinations.v1.examinedOn',
      'examinations.v1.diagnoses',
      'examinations.v1.general.other',
    ],
  );
  assert.deepEqual(entriesOf({ ...form, paper: { A: { 'Tên lạ': 'x', 'Họ và tên': '' } } }), {
    entries: [],
    unknown: ['A › Tên lạ'],
  });
  assert.deepEqual(rowIds({ unread: { 'examinations.v9.examinedOn': 'hôm qua' } }, 'examinations'), ['v9']);
  assert.deepEqual(prefixesOf(form, { part: 'D[1]' }, draft), ['examinations.v1']);
  assert.equal(
    targetOf(form, { part: 'D[1]', label: 'Khác' }),
    undefined,
    'printed twice: needs its heading',
  );
});

test('nothing written may be lost', () => {
  const at = (path: string, value: unknown, more: object = {}) => ({
    path,
    value,
    absent: undefined,
    unread: undefined,
    note: undefined,
    asked: false,
    ...more,
  });
  const visit = 'examinations.v1';
  const rows: [text: string | boolean | string[], kept: object & { path: string }, isKept: boolean][] = [
    ['2.900', at('history.birth.weightG', 2900), true],
    ['2.900', at('history.birth.weightG', 2901), false],
    ['2,85 kg', at(`${visit}.vitals.weightKg`, 2.85), true],
    ['60 (đo 2 lần)', at(`${visit}.vitals.weightKg`, 60), false],
    ['60 (đo 2 lần)', at(`${visit}.vitals.weightKg`, 60, { note: 'đo 2 lần' }), true],
    ['không', at('history.reproductive.abortions', 0), true],
    ['16/11/2026 (10h05)', at(`${visit}.examinedOn`, '2026-11-16', { note: '10h05' }), true],
    ['16/11/2026 (10h05)', at(`${visit}.examinedOn`, '2026-11-16'), false],
    ['16/11/2026', at(`${visit}.examinedOn`, '2026-11'), false],
    ['5/4/86', at(`${visit}.examinedOn`, '1986-04-05', { asked: true }), true],
    ['5/4/86', at(`${visit}.examinedOn`, '1986-04-05'), false],
    ['148/88, 144/86', at(`${visit}.vitals.bloodPressureMmHg`, { systolic: 148, diastolic: 88 }), false],
    [
      '148/88, 144/86',
      at(`${visit}.vitals.bloodPressureMmHg`, { systolic: 148, diastolic: 88 }, { note: '144/86' }),
      true,
    ],
    ['+84 974 000 742', at('administrative.phoneMobile', '0974000742'), true],
    ['+84 974 000 742', at('administrative.phoneMobile', '0974000741'), false],
    ['không có', at('administrative.phoneMobile', undefined), true],
    ['không có (gọi mẹ)', at('administrative.phoneMobile', undefined), false],
    ['không nhớ, có tiêm', at(`${visit}.examinedOn`, undefined, { absent: 'unknown' }), false],
    [
      'không nhớ, có tiêm',
      at(`${visit}.examinedOn`, undefined, { absent: 'unknown', note: 'có tiêm' }),
      true,
    ],
    ['hôm qua', at(`${visit}.examinedOn`, undefined, { unread: 'hôm qua' }), true],
    ['hôm qua', at(`${visit}.examinedOn`, undefined), false],
    ['a\r\nb', at(`${visit}.advice`, 'a\nb'), true],
    ['a\r\nb', at(`${visit}.advice`, 'a b'), false],
    ['Vỹ Dạ', at('administrative.currentAddress.commune', { code: '19777', text: 'Phường Vỹ Dạ' }), true],
    ['Xã Cũ', at('administrative.currentAddress.commune', { text: 'Xã' }), false],
    [true, at('history.birth.preterm', true), true],
    [true, at('history.birth.preterm', undefined), false],
    [['Có', 'Đã bỏ'], at('history.risk.alcohol', ['yes', 'quit']), true],
    [['Có', 'Đã bỏ'], at('history.risk.alcohol', ['yes']), false],
    [['Có', 'mỗi tuần'], at('history.risk.alcohol', ['yes']), false],
    [['Có', 'mỗi tuần'], at('history.risk.alcohol', ['yes'], { note: 'mỗi tuần' }), true],
  ];
  for (const [text, kept, isKept] of rows)
    assert.equal(
      lost(text, kept as Parameters<typeof lost>[1], 'Nhãn') === undefined,
      isKept,
      `${String(text)} ${JSON.stringify(kept)}`,
    );
});

test('text is cleaned as the README says', () => {
  assert.equal(clean(' a\u00a0\u200b b\r\n', false), 'a b');
  assert.equal(clean('a\r\nb\u2028c\td ', true), 'a\nb\nc\td');
  assert.equal(clean('e\u0302\u0301 \u00ad\ufeff', true), 'ế \u00ad');
});
