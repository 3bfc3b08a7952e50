/** A school of made-up pupils, what each station measures of them, and what has to stand in the end. */
import type { MemberList } from '../../src/client/index.ts';
import { setAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

export const year = '2026-2027';
const book = `screenings.${year}`;
const round = `${book}.rounds.round1`;
export const stationCodes = ['measure', 'eye', 'dental', 'doctor'] as const;
export type StationCode = (typeof stationCodes)[number];

const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];
const two = (n: number): string => String(n).padStart(2, '0');

/** The list as every device has read it. */
export const listOf = (count: number): MemberList => ({
  id: 'truong-vi-du',
  kind: 'class',
  name: 'Toàn trường',
  place: 'Trường Tiểu học Ví Dụ',
  year,
  members: Array.from({ length: count }, (_, n) => ({
    id: `hs${String(n).padStart(8, '0')}`,
    fullName: `Trần Văn Mẫu ${[...String(n)].map((digit) => names[Number(digit)]).join(' ')}`,
    birthDate: `2017-${two((n % 12) + 1)}-${two((n % 28) + 1)}`,
    sex: n % 2 ? 'male' : 'female',
  })),
});

/** The number that every device makes of a line of the list. */
export const numberOf = (n: number): string => `TMP-LHS${String(n).padStart(8, '0')}`;

/** The record of a line of the list before anything is measured. */
export function blankOf(n: number): HealthRecord {
  const { fullName, birthDate, sex } = listOf(n + 1).members[n]!;
  return {
    schemaVersion: 1,
    capturedOn: '2026-11-20',
    administrative: {
      fullName,
      birthDate: birthDate!,
      sex: sex!,
      identifiers: { list: { kind: 'temporary', number: numberOf(n) } },
      currentAddress: {
        commune: { code: '04108', text: 'Xã Chiềng Sung' },
        province: { code: '14', text: 'Tỉnh Sơn La' },
      },
    },
  };
}

/** What a station writes of a pupil: every pupil has values of their own. `again` = as it was corrected. */
export function writtenAt(
  station: StationCode,
  n: number,
  again: boolean,
): readonly [path: string, value: unknown][] {
  const own = `${n}${again ? ' (sửa)' : ''}`;
  const more = again ? 1 : 0;
  const places: { readonly [code in StationCode]: readonly [string, unknown][] } = {
    measure: [
      [`${round}.weightKg`, 20 + (n % 100) / 10 + more],
      [`${round}.heightCm`, 115 + (n % 150) / 10],
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
      [`${book}.conclusion`, `kết luận ${own}`],
      [`${book}.followUp.actions`, again ? ['monitorAtSchool'] : ['none']],
    ],
  };
  return places[station];
}

export const writeAll = (
  record: HealthRecord,
  values: readonly (readonly [string, unknown])[],
): HealthRecord => values.reduce((made, [path, value]) => setAt(made, path, value), record);
