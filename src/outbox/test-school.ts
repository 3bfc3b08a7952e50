import type { Member, MemberList } from '../client/index.ts';
import { setAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';

/** A class of made-up pupils without numbers, as every device reads it. */
export const schoolClass = (count: number, id = 'list-3A'): MemberList => ({
  id,
  kind: 'class',
  name: 'Lớp 3A',
  place: 'Trường Tiểu học Ví Dụ',
  year: '2026-2027',
  members: Array.from({ length: count }, (_, n) => pupil(n)),
});

const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khánh', 'Lan', 'Minh', 'Nga'];

/** The line of a list. */
export const pupil = (n: number): Member => ({
  id: `member${String(n).padStart(6, '0')}`,
  fullName: `Nguyễn Văn Mẫu ${[...String(n)].map((digit) => names[Number(digit)]).join(' ')}`,
  birthDate: `2017-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`,
  sex: n % 2 ? 'male' : 'female',
});

/** The number that every device gives the line of a list. */
export const listNumber = (id: string): string => `TMP-L${id.toUpperCase()}`;

/** The record of a line of a list before anything is measured. */
export const recordOf = ({ id, fullName, birthDate, sex }: Member): HealthRecord => ({
  schemaVersion: 1,
  capturedOn: '2026-11-20',
  administrative: {
    fullName,
    birthDate: birthDate!,
    sex: sex!,
    identifiers: { list: { kind: 'temporary', number: listNumber(id) } },
    currentAddress: {
      commune: { code: '04108', text: 'Xã Chiềng Sung' },
      province: { code: '14', text: 'Tỉnh Sơn La' },
    },
  },
});

const book = 'screenings.2026-2027';
export const weight = `${book}.rounds.round1.weightKg`;
export const leftEye = `${book}.rounds.round1.vision.uncorrectedLeft`;
export const caries = `${book}.rounds.round1.caries`;
export const conclusion = `${book}.conclusion`;

/** A record with something measured. */
export const measured = (record: HealthRecord, place: string, value: unknown): HealthRecord =>
  setAt(record, place, value);
