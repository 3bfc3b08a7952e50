/** A school of made-up pupils as its list has them, what each station writes of them, and the slip of their parents. */

export const year = '2026-2027';
export const today = '2026-11-20';
/** Day on the slips of the parents. */
export const slipDay = '2026-11-10';
export const place = 'Trường Tiểu học Ví Dụ';
const book = `screenings.${year}`;
const round = `${book}.rounds.round1`;
export const stationCodes = ['measure', 'eye', 'dental', 'doctor'] as const;
export type StationCode = (typeof stationCodes)[number];

/** What stands on every sheet of a station, whoever is called. */
export const names = {
  measuredBy: 'Lê Thị Mẫu',
  doctor: 'BS. Võ Văn Mẫu',
  facility: 'Trạm Y tế xã Ví Dụ',
} as const;

/** A line of the list, as the school means it. */
export interface Pupil {
  readonly fullName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly className: string;
  readonly studentCode: string;
  readonly citizenId: string | undefined;
  readonly guardian: string;
  readonly phone: string;
  readonly hamlet: string;
}

const words = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hoà', 'Khánh', 'Lan', 'Minh', 'Đức'];
const two = (n: number): string => String(n).padStart(2, '0');
const nameOf = (n: number): string => [...String(n)].map((digit) => words[Number(digit)]).join(' ');

export function pupilOf(n: number): Pupil {
  // Of a hundred, two have the same name and birthday: their sex and their numbers tell them apart.
  const likeWhom = n % 100 === 99 ? n - 1 : n;
  const sex = n % 2 ? 'male' : 'female';
  return {
    fullName: `Trần Mẫu ${nameOf(likeWhom)}`,
    birthDate: `2017-${two((likeWhom % 12) + 1)}-${two((likeWhom % 28) + 1)}`,
    sex,
    className: `3A${(Math.floor(n / 40) % 9) + 1}`,
    studentCode: `HS990${String(n).padStart(4, '0')}`,
    citizenId: n % 3 ? undefined : `001${sex === 'male' ? 2 : 3}17${990_000 + n}`,
    guardian: `Lê Thị Mẫu ${nameOf(n)}`,
    phone: `09000${String(n).padStart(5, '0')}`,
    hamlet: `Bản Ví Dụ ${n % 20}`,
  };
}

const headings = [
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Lớp',
  'Mã học sinh',
  'Số CCCD',
  'Phụ huynh',
  'Điện thoại',
  'Bản',
  'Dân tộc',
];

/**
 * The list as a device gets it: the same pupils, in a file of another kind each time (separator, order of the columns,
 * how dates and blanks are written, decomposed letters, titles, a pupil twice).
 */
export function fileOf(count: number, device: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const { fullName, birthDate, sex, className, studentCode, citizenId, guardian, phone, hamlet } =
      pupilOf(n);
    const [y, m, d] = birthDate.split('-').map(Number) as [number, number, number];
    const day = [`${two(d)}/${two(m)}/${y}`, `${d}/${m}/${y}`, `${two(d)}-${two(m)}-${y}`][device]!;
    const name = device === 2 ? ` ${fullName.replace(' ', '  ')}` : fullName;
    const isMale = sex === 'male';
    return [
      ...[name, day, isMale ? 'Nam' : 'Nữ', className, studentCode, citizenId ?? ''],
      ...[guardian, phone, hamlet, 'Thái'],
    ];
  });
  const twice = device === 2 ? lines.filter((_, n) => n % 90 === 45) : [];
  const all = [headings, ...lines, ...twice].map((cells, at) => [at ? String(at) : 'STT', ...cells]);
  if (device === 0) return all.map((cells) => cells.join(',')).join('\n');
  if (device === 2) return all.map((cells) => cells.join(';')).join('\r\n');
  const turned = all.map((cells) => [...cells].reverse().join('\t'));
  return [place.toUpperCase(), 'DANH SÁCH HỌC SINH', ...turned, `Tổng số: ${count}`]
    .join('\n')
    .normalize('NFD');
}

type Written = readonly (readonly [path: string, value: unknown])[];

/** What a station writes of a pupil: every pupil has values of their own. `again` = as it was corrected. */
export function writtenAt(station: StationCode, n: number, again: boolean): Written {
  const own = `${n}${again ? ' (sửa)' : ''}`;
  const more = again ? 1 : 0;
  const places: { readonly [code in StationCode]: Written } = {
    measure: [
      [`${round}.weightKg`, (200 + (n % 100) + 10 * more) / 10],
      [`${round}.heightCm`, (1150 + (n % 150)) / 10],
      [`${round}.bloodPressureMmHg`, { systolic: 90 + (n % 10), diastolic: 55 + (n % 7) + more }],
      [`${round}.note`, `cân đo ${own}`],
    ],
    eye: [
      [`${round}.vision.uncorrectedRight`, `${(n % 10) + 1}/10`],
      [`${round}.vision.uncorrectedLeft`, `${((n + more) % 10) + 1}/10`],
      [`${book}.specialist.eye.diseases`, `mắt ${own}`],
    ],
    dental: [
      [`${round}.caries`, (n % 8) + more],
      [`${book}.specialist.dental.diseases`, `răng ${own}`],
    ],
    doctor: [
      [`${book}.specialist.pediatrics.circulation`, `tim ${own}`],
      [`${book}.conclusion`, `kết luận ${own}`],
      [`${book}.followUp.actions`, again ? ['monitorAtSchool'] : ['none']],
    ],
  };
  return places[station];
}
