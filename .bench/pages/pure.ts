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
import { assessNutrition, growthIndicators, loadGrowthTables, zScore } from '../../src/measures/index.ts';
import type { GrowthMeasured } from '../../src/measures/index.ts';
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
  /** The growth tables read to their last number. */
  readonly growthTables: number;
  /** Every z-score of 1,000 children. */
  readonly zScores: number;
  /** 1,000 children judged with cut-offs and summary. */
  readonly nutrition: number;
}

/** Children from birth to 228 months, made up, spread over the curves. */
const children: readonly GrowthMeasured[] = Array.from({ length: 1000 }, (_, at) => {
  const ageDays = Math.round((at * 6939) / 999);
  const heightCm = Math.round((50 + 22 * Math.sqrt(ageDays / 365) + (at % 17)) * 10) / 10;
  return {
    sex: at % 2 ? 'male' : 'female',
    ageDays,
    heightCm,
    weightKg: Math.round((12 + (at % 9)) * (heightCm / 100) ** 2 * 10) / 10,
    headCm: 34 + (at % 16),
  };
});

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

export async function measurePure(): Promise<PureTimes> {
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
  const tables = await loadGrowthTables();
  const scores = (): void => {
    for (const child of children) for (const indicator of growthIndicators) zScore(indicator, child, tables);
  };
  // The first round decodes the tables.
  const growthTables = once(scores);
  return {
    growthTables,
    zScores: timeOf(scores, 2),
    nutrition: timeOf(() => children.forEach((child) => assessNutrition(child, tables)), 1),
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
