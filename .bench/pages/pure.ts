import { createSearch, icd10List } from '../../src/codes/index.ts';
import type { Icd10Row } from '../../src/codes/index.ts';
import {
  readBloodPressure,
  readChoice,
  readCodedWords,
  readDate,
  readDistrict,
  readNumber,
  readPhone,
  readText,
} from '../../src/i18n/index.ts';
import type { ReadContext } from '../../src/i18n/index.ts';
import { check } from '../../src/validation/index.ts';
import { fullRecord, today } from '../record.ts';

/** Times in ms of what needs no screen; the same code runs in Node and in the browser. */
export interface PureTimes {
  readonly checkFirst: number;
  readonly check: number;
  readonly issues: number;
  /** One text read. */
  readonly reading: number;
  readonly searchIndex: number;
  /** The slowest query. */
  readonly search: number;
  readonly slowest: string;
  readonly entries: number;
}

/** Median over batches; a batch is long enough for a coarse clock. */
function timeOf(work: () => unknown, batch: number, batches = 25): number {
  const times: number[] = [];
  for (let round = 0; round < batches + 5; round++) {
    const start = performance.now();
    for (let times = 0; times < batch; times++) work();
    // The first rounds warm up.
    if (round >= 5) times.push((performance.now() - start) / batch);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const parts = [
  [
    'Viêm',
    'Tăng',
    'Bệnh',
    'U ác của',
    'Gãy',
    'Nhiễm trùng',
    'Rối loạn',
    'Di chứng',
    'Dị tật bẩm sinh',
    'Tổn thương',
  ],
  [
    'phổi',
    'huyết áp',
    'đái tháo đường',
    'dạ dày',
    'gan',
    'thận',
    'xương đùi',
    'tuyến giáp',
    'thần kinh',
    'động mạch vành',
    'da',
    'ruột thừa',
  ],
  [
    'cấp tính',
    'mạn tính',
    'vô căn',
    'không đặc hiệu',
    'khác',
    'do vi khuẩn',
    'do rượu',
    'ở trẻ sơ sinh',
    'có biến chứng',
    'bên trái',
    'sau phẫu thuật',
  ],
  ['', ', giai đoạn đầu', ', lần khám đầu', ', chưa xác định rõ ở phần khác', ', kèm theo suy chức năng'],
];

/** As many entries as the full list of TT 06/2026/TT-BYT, made up: that list is the host's to give. */
function diseases(count: number): Icd10Row[] {
  return Array.from({ length: count }, (_, at) => {
    const category =
      String.fromCharCode(65 + (Math.floor(at / 1000) % 26)) +
      String(Math.floor(at / 10) % 100).padStart(2, '0');
    let left = at;
    const text = parts
      .map((words) => {
        const word = words[left % words.length]!;
        left = Math.floor(left / words.length) + at;
        return word;
      })
      .join(' ');
    return {
      code: `${category}.${at % 10}`,
      text,
      english: `Disease ${at} of a made-up list${at % 4 ? '' : ', unspecified'}`,
    };
  });
}

const queries = [
  'tang huyet ap',
  'đái tháo đường vô căn',
  'viem',
  'a',
  'I10',
  'J18.9',
  'hoá',
  'gay xuong dui trai',
  'không có bệnh này',
  'unspecified',
];

const context: ReadContext = { today, label: 'Cân nặng' };
const readings: readonly (() => unknown)[] = [
  ...['19/03/1942', '3/1942', '1942', '16.11.2026 (10h05)', 'khoảng 1950', 'không nhớ'].map(
    (text) => () => readDate(text, context),
  ),
  ...['2.900', '49', '52,5 kg', '1m56', 'không đo', '36,8 độ'].map(
    (text) => () => readNumber(text, { ...context, unit: 'g' }),
  ),
  ...['120/80', '12/8', '120', 'chưa đo'].map((text) => () => readBloodPressure(text, context)),
  ...['0386 000 118', '+84 386 000 118', '0386000118 (mẹ)', 'không có'].map(
    (text) => () => readPhone(text, context),
  ),
  ...['Kinh', 'chưa rõ', 'Việt Nam (mẹ khai)'].map((text) => () => readCodedWords(text, context)),
  ...['Nữ', 'nu', 'chưa XN'].map(
    (text) => () =>
      readChoice(text, {
        ...context,
        options: [
          { code: 'male', words: ['Nam'] },
          { code: 'female', words: ['Nữ'] },
        ],
      }),
  ),
  () => readDistrict('Mai Sơn', { ...context, abolished: true }),
  () => readText('Bình thường, không ghi nhận dấu hiệu bất thường khi thăm khám', true),
];

export function measurePure(): PureTimes {
  const record = fullRecord();
  const once = (work: () => unknown): number => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const judge = () => check(record, { now: today });
  const checkFirst = once(judge);
  const search = createSearch(icd10List(diseases(15_844)));
  const searchIndex = once(() => search('first query'));
  const times = queries.map((query) => [timeOf(() => search(query, { limit: 8 }), 1, 15), query] as const);
  const [slowestTime, slowest] = times.reduce((worst, each) => (each[0] > worst[0] ? each : worst));
  return {
    checkFirst,
    check: timeOf(judge, 10),
    issues: judge().length,
    reading: timeOf(() => readings.forEach((read) => read()), 20) / readings.length,
    searchIndex,
    search: slowestTime,
    slowest,
    entries: 15_844,
  };
}
