/**
 * The school book on paper as this test knows it: every printed blank, at which station and where on screen a person looks
 * for it, and where its text must stand in the book. Labels are copied from the paper, not from the product.
 */
import { isWritten } from './entries.ts';
import type { Text } from './paper.ts';

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type Station = 'general' | 'measure' | 'eye' | 'dental' | 'doctor';
export type Round = 'round1' | 'round2';
export const roundNames: { readonly [name: string]: Round } = { 'Lần 1': 'round1', 'Lần 2': 'round2' };

/** Where one blank of the paper, or a part of it, goes. */
interface Place {
  readonly station: Station;
  /** Legends above it on screen. */
  readonly at: readonly string[];
  readonly label: string;
  /** Of several blanks with this label there: which. */
  readonly nth: number;
  /** Below the book; `{row}` = id of the n-th row of `list`. */
  readonly path: string;
  /** What of the text goes here, in the words of the screen. */
  readonly take: (text: Text) => Text | undefined;
  /** Stands there already, as the class list gave it. */
  readonly isListed?: true;
}

/** What is written in one blank of the book. */
export interface BookEntry extends Omit<Place, 'take'> {
  /** Its name on the paper, from the part to the label. */
  readonly name: string;
  readonly text: Text;
  readonly round: Round | undefined;
  /** The list that it is a row of, and which. */
  readonly rowOf: { readonly list: string; readonly nth: number } | undefined;
}

const whole = (text: Text): Text => text;
const part =
  (pattern: RegExp) =>
  (text: Text): string | undefined =>
    typeof text === 'string' ? pattern.exec(text)?.[1] : undefined;

const place = (
  station: Station,
  at: string | undefined,
  label: string,
  path: string,
  more: Partial<Place> = {},
): Place => ({ station, at: at === undefined ? [] : [at], label, path, nth: 0, take: whole, ...more });

const school = 'Trường, lớp';
const guardian = 'Cha, mẹ hoặc người giám hộ';
const guardians = 'general.guardians.{row}';
const vaccines = 'Tiêm chủng';
const pediatrics = 'Nhi khoa';
const ent = 'Tai-Mũi-Họng';
const teeth = 'Răng-Hàm-Mặt';
const bones = 'Cơ xương khớp';
const acuity = 'Kết quả thị lực';
const listed = { isListed: true } as const;

/** A box of the paper that is an option on screen. */
const box = (words: string): Partial<Place> => ({ take: (text) => (text === true ? words : undefined) });
/** "Không kính P 5/10, T 6/10": right and left eye, without glasses unless it says otherwise. */
const eye = (way: 'không' | 'có', side: string): Partial<Place> => ({
  take: part(new RegExp(`${way} kính[^;]*?(?<!\\p{L})${side}\\.?\\s*:?\\s*([\\d/]+)`, 'iu')),
});

const places: { readonly [name: string]: readonly Place[] } = {
  'Phần I › Trường': [place('general', school, 'Trường', 'general.school.name', listed)],
  'Phần I › Lớp': [place('general', school, 'Lớp', 'general.school.className', listed)],
  'Phần I › Năm học': [place('general', school, 'Năm học', 'general.school.year', listed)],
  'Phần I › Xã/phường': [place('general', school, 'Xã/phường', 'general.school.commune')],
  'Phần I › Tỉnh/thành phố': [place('general', school, 'Tỉnh/thành phố', 'general.school.province')],
  'Phần I › Cấp học': [place('general', school, 'Cấp học', 'general.school.level')],
  'Phần I › Họ tên cha/mẹ hoặc người giám hộ': [
    place('general', guardian, 'Họ tên cha/mẹ hoặc người giám hộ', `${guardians}.name`),
  ],
  'Phần I › Nghề nghiệp': [place('general', guardian, 'Nghề nghiệp', `${guardians}.occupation`)],
  'Phần I › Điện thoại': [place('general', guardian, 'Điện thoại', `${guardians}.phone`)],
  'Phần I › Chỗ ở hiện tại': [place('general', guardian, 'Chỗ ở hiện tại', `${guardians}.address`)],
  // Two numbers stand in one blank of the paper.
  'Phần I › Con thứ mấy / Tổng số con trong gia đình': [
    place('general', undefined, 'Con thứ mấy', 'general.birthOrder', { take: part(/^([^/]+)\//) }),
    place('general', undefined, 'Tổng số con trong gia đình', 'general.siblings', {
      take: part(/\/([^/]+)$/),
    }),
  ],
  'Phần I › Tiền sử sản khoa': [place('general', undefined, 'Tiền sử sản khoa', 'general.birth.birthKinds')],
  'Phần I › Tiền sử bệnh/tật': [
    place('general', undefined, 'Tiền sử bệnh/tật', 'general.diseases.diseaseKinds'),
  ],
  'Phần I › Hiện tại có đang điều trị bệnh gì không': [
    place('general', 'Hiện tại có đang điều trị bệnh gì không', 'Đang điều trị', 'general.treatment.now'),
  ],
  ...vaccinated({
    BCG: 'bcg',
    'BH-HG-UV': 'dpt',
    sởi: 'measles',
    'bại liệt': 'polio',
    'VNNB B': 'japaneseEncephalitis',
    VGB: 'hepB',
  }),
  // The paper has one line for the name and no boxes.
  'Phần I › Tiêm chủng › khác': [
    place('general', vaccines, 'Tên vắc xin khác', 'general.vaccinated.otherName'),
  ],
  ...Object.fromEntries(Object.entries(roundNames).flatMap(([name, round]) => roundPlaces(name, round))),
  ...incidents({
    Ngày: 'occurredOn',
    'Chẩn đoán ban đầu': 'diagnosis',
    'Xử trí tại trường': 'treatment',
    'Chuyển đến': 'referredTo',
    'Ghi chú': 'note',
  }),
  'Phần III › Ngày khám': [
    place('doctor', 'Phần III. Khám sức khỏe theo chuyên khoa', 'Ngày khám', 'specialist.examinedOn'),
  ],
  'Phần III › CSKCB': [
    place('doctor', 'Phần III. Khám sức khỏe theo chuyên khoa', 'CSKCB', 'specialist.facility'),
  ],
  ...Object.fromEntries(
    Object.entries({
      'Tuần hoàn': 'circulation',
      'Hô hấp': 'respiration',
      'Tiêu hóa': 'digestion',
      'Thận – Tiết niệu': 'kidneyUrology',
      'Thần kinh – Tâm thần': 'neuroPsychiatry',
      'Khám lâm sàng khác': 'other',
    }).map(([label, key]) => [
      `Phần III › Nhi khoa › ${label}`,
      [place('doctor', pediatrics, label, `specialist.pediatrics.${key}`)],
    ]),
  ),
  // One blank on the paper, four on screen.
  'Phần III › Mắt › kết quả thị lực': [
    place('eye', acuity, 'Không kính: Mắt phải', 'specialist.eye.acuity.uncorrectedRight', eye('không', 'P')),
    place('eye', acuity, 'Mắt trái', 'specialist.eye.acuity.uncorrectedLeft', eye('không', 'T')),
    place('eye', acuity, 'Có kính: Mắt phải', 'specialist.eye.acuity.correctedRight', eye('có', 'P')),
    place('eye', acuity, 'Mắt trái', 'specialist.eye.acuity.correctedLeft', { nth: 1, ...eye('có', 'T') }),
  ],
  'Phần III › Mắt › tật khúc xạ': [place('eye', 'Mắt', 'Tật khúc xạ', 'specialist.eye.refraction')],
  'Phần III › Mắt › các bệnh về mắt': [place('eye', 'Mắt', 'Các bệnh về mắt', 'specialist.eye.diseases')],
  'Phần III › Tai-Mũi-Họng › Tai trái › Nói thường': [
    place('doctor', ent, 'Tai trái: Nói thường', 'specialist.ent.spokenLeftM'),
  ],
  'Phần III › Tai-Mũi-Họng › Tai trái › Nói thầm': [
    place('doctor', ent, 'Nói thầm', 'specialist.ent.whisperedLeftM'),
  ],
  'Phần III › Tai-Mũi-Họng › Tai phải › Nói thường': [
    place('doctor', ent, 'Tai phải: Nói thường', 'specialist.ent.spokenRightM'),
  ],
  'Phần III › Tai-Mũi-Họng › Tai phải › Nói thầm': [
    place('doctor', ent, 'Nói thầm', 'specialist.ent.whisperedRightM', { nth: 1 }),
  ],
  'Phần III › Tai-Mũi-Họng › Các bệnh về tai mũi họng (nếu có)': [
    place('doctor', ent, 'Các bệnh về tai mũi họng (nếu có)', 'specialist.ent.diseases'),
  ],
  'Phần III › Răng-Hàm-Mặt › Hàm trên': [place('dental', teeth, 'Hàm trên', 'specialist.dental.upperJaw')],
  'Phần III › Răng-Hàm-Mặt › Hàm dưới': [place('dental', teeth, 'Hàm dưới', 'specialist.dental.lowerJaw')],
  'Phần III › Răng-Hàm-Mặt › Các bệnh RHM': [
    place('dental', teeth, 'Các bệnh RHM', 'specialist.dental.diseases'),
  ],
  'Phần III › Cơ xương khớp › Bình thường': [spine(box('Bình thường'))],
  'Phần III › Cơ xương khớp › Cong cột sống': [spine()],
  'Phần III › Cơ xương khớp › Vẹo cột sống': [spine()],
  'Phần III › Cơ xương khớp › Các bệnh cơ xương khớp khác': [
    place('doctor', bones, 'Các bệnh cơ xương khớp khác', 'specialist.musculoskeletal.other'),
  ],
  'Phần III › Kết luận': [place('doctor', undefined, 'Kết luận', 'conclusion')],
  'Phần III › vấn đề sức khỏe cần lưu ý': [
    place('doctor', undefined, 'Vấn đề sức khỏe cần lưu ý', 'healthIssues'),
  ],
  'Phần III › đề nghị': [place('doctor', undefined, 'Đề nghị', 'recommendation')],
};

/** What the class list tells: it stands at the head of the form and is typed nowhere. */
export const onTheList = {
  name: 'Phần I › Họ và tên học sinh (chữ in hoa)',
  sex: 'Phần I › Nam / Nữ',
  birthDate: 'Phần I › Ngày tháng năm sinh',
} as const;

function spine(more: Partial<Place> = {}): Place {
  return place('doctor', bones, 'Cột sống', 'specialist.musculoskeletal.spine', more);
}

function vaccinated(keys: { readonly [label: string]: string }): { [name: string]: readonly Place[] } {
  return Object.fromEntries(
    Object.entries(keys).map(([label, key]) => [
      `Phần I › Tiêm chủng › ${label}`,
      [place('general', vaccines, label[0]!.toUpperCase() + label.slice(1), `general.vaccinated.${key}`)],
    ]),
  );
}

function incidents(keys: { readonly [label: string]: string }): { [name: string]: readonly Place[] } {
  const list = 'Theo dõi diễn biến bất thường về sức khỏe';
  return Object.fromEntries(
    Object.entries(keys).map(([label, key]) => [
      `Phần II › ${list} › ${label}`,
      [place('doctor', list, label, `incidents.{row}.${key}`)],
    ]),
  );
}

function roundPlaces(name: string, round: Round): [string, readonly Place[]][] {
  const measured = {
    'Ngày đo': 'measuredOn',
    'Chiều cao': 'heightCm',
    'Cân nặng': 'weightKg',
    'Chỉ số BMI': 'bmi',
    'Đánh giá tình trạng dinh dưỡng': 'nutrition',
    'Huyết áp': 'bloodPressureMmHg',
    'Nhịp tim': 'pulsePerMinute',
  };
  const eyes = [
    ['không kính', 'Mắt phải', 'Không kính: Mắt phải', 'uncorrectedRight', 0],
    ['không kính', 'Mắt trái', 'Mắt trái', 'uncorrectedLeft', 0],
    ['có kính', 'Mắt phải', 'Có kính: Mắt phải', 'correctedRight', 0],
    ['có kính', 'Mắt trái', 'Mắt trái', 'correctedLeft', 1],
  ] as const;
  const at = `Phần II › ${name}`;
  return [
    ...Object.entries(measured).map(([label, key]): [string, readonly Place[]] => [
      `${at} › ${label}`,
      [place('measure', undefined, label, `rounds.${round}.${key}`)],
    ]),
    ...eyes.map(([way, side, label, key, nth]): [string, readonly Place[]] => [
      `${at} › Thị lực › ${way} › ${side}`,
      [place('eye', 'Thị lực', label, `rounds.${round}.vision.${key}`, { nth })],
    ]),
  ];
}

/** Everything that stands in a book, by its name on the paper; of a list also which row. */
export function writtenIn(book: unknown): { name: string; text: Text; row?: number }[] {
  const found: { name: string; text: Text; row?: number }[] = [];
  const walk = (value: unknown, keys: readonly string[], row?: number): void => {
    const name = keys.join(' › ');
    if (isBag(value)) for (const [key, each] of Object.entries(value)) walk(each, [...keys, key], row);
    else if (Array.isArray(value) && value.some(isBag)) value.forEach((each, at) => walk(each, keys, at));
    else if (isWritten(value)) found.push({ name, text: value, ...(row !== undefined && { row }) });
  };
  walk(book, []);
  return found;
}

/** The entries of a book in the order of the stations, and what the form has no place for. */
export function bookEntries(book: unknown): { entries: BookEntry[]; unknown: string[] } {
  const entries: BookEntry[] = [];
  const unknown: string[] = [];
  const heads: readonly string[] = Object.values(onTheList);
  for (const { name, text, row } of writtenIn(book)) {
    if (heads.includes(name)) continue;
    const round = Object.entries(roundNames).find(([words]) => name.startsWith(`Phần II › ${words} ›`))?.[1];
    const taken = (places[name] ?? []).flatMap(({ take, ...where }): BookEntry[] => {
      const part = take(text);
      if (part === undefined) return [];
      const list = /^(.*)\.\{row\}/.exec(where.path)?.[1];
      const rowOf = list === undefined ? undefined : { list, nth: row ?? 0 };
      return [{ ...where, nth: where.nth + (row ?? 0), name, text: part, round, rowOf }];
    });
    if (taken.length === 0) unknown.push(name);
    entries.push(...taken);
  }
  return { entries, unknown };
}

/** Where what a check names stands in the book; nothing where the form has no such blank, or more than one for it. */
export function bookPlace(
  name: string,
): { readonly path: string; readonly round: Round | undefined } | undefined {
  const [found, ...more] = places[name] ?? [];
  if (!found || more.length) return undefined;
  return { path: found.path, round: /^rounds\.(round[12])\./.exec(found.path)?.[1] as Round | undefined };
}
