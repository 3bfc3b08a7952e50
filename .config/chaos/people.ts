/** Who is captured, what was written about them on the device, and what counts as captured. */
import { setAt } from '../../src/schema/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

/** One writing of a record on the device. `isCaptured` once the page had said that it is safe. */
export interface Attempt {
  readonly record: HealthRecord;
  isCaptured: boolean;
}

/** All that happened to one person's record on the device, in order. */
export interface Deed {
  readonly n: number;
  /** Whether it is typed into the form, and not captured by the page's script. */
  readonly isTyped: boolean;
  /** What the person is found by on the server. */
  readonly fullName: string;
  readonly number: string | undefined;
  readonly attempts: Attempt[];
  /** Ids of the consent events that the page had said were safe, in order. */
  readonly decided: string[];
  /** For each place that was changed, the values the device had shown there. */
  readonly seen: Map<string, Set<unknown>>;
  /** Places where a person chose what the other side had written. */
  readonly given: Set<string>;
}

export const birthDate = '1990-03-19';
export const commune = { code: '04108', text: 'Xã Chiềng Sung' } as const;
const visit = '0mi000000visit';

/** Places that are changed later, here and elsewhere. */
export const changing = [
  'history.allergies.drug',
  'history.allergies.food',
  'history.diseases.other',
  'history.surgeries',
  'history.otherIssues',
  `examinations.${visit}.advice`,
] as const;

/** The same numbers for the same seed, each in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers nobody has: their last six digits begin with 990. */
const numberOf = (n: number, isTyped: boolean): string =>
  `${isTyped ? '014' : ['001', '002', '004', '006', '008'][Math.floor(n / 1000) % 5]}190990${String(n % 1000).padStart(3, '0')}`;

/**
 * A person. Every third has no number at all: the server takes a second record of them as gladly as the first, so that
 * one that is sent twice shows.
 */
export function newDeed(n: number, isTyped = false): Deed {
  return {
    n,
    isTyped,
    fullName: `${isTyped ? 'Trần Thị Ví Dụ' : 'Nguyễn Thị Mẫu'} ${wordsOf(n)}`,
    number: isTyped || n % 3 ? numberOf(n, isTyped) : undefined,
    attempts: [],
    decided: [],
    seen: new Map(),
    given: new Set(),
  };
}

const syllables = ['Mai', 'Lan', 'Cúc', 'Trúc', 'Sen', 'Đào', 'Mận', 'Lê', 'Bưởi', 'Cam'];
const wordsOf = (n: number): string => [...String(n)].map((digit) => syllables[Number(digit)]!).join(' ');

/** The record as it is first captured by the page's script. */
export function firstRecord({ n, fullName, number }: Deed): HealthRecord {
  const record: HealthRecord = {
    schemaVersion: 1,
    capturedOn: '2026-11-20',
    administrative: {
      fullName,
      sex: 'female',
      birthDate,
      ...(number && { identifiers: { personal: { kind: 'citizenId', number } } }),
      currentAddress: { line: `Bản ${n}`, commune, province: { code: '14', text: 'Tỉnh Sơn La' } },
    },
    history: { otherIssues: `ban đầu ${n}` },
    examinations: {
      [visit]: { examinedOn: '2026-11-20', vitals: { weightKg: 40 + (n % 300) / 10, heightCm: 150 } },
    },
  };
  return n % 2 ? setAt(record, `examinations.${visit}.advice`, `dặn dò ${n}`) : record;
}

/** Notes that the device is about to write; gives what to tick off when it is safe. */
export function wrote(deed: Deed, record: HealthRecord, path?: string, seen?: unknown): Attempt {
  const attempt: Attempt = { record, isCaptured: false };
  deed.attempts.push(attempt);
  if (path !== undefined) {
    deed.seen.set(path, (deed.seen.get(path) ?? new Set()).add(seen));
    deed.given.delete(path);
  }
  return attempt;
}

/** Whether one place holds the other, or is it. */
export const covers = (unit: string, path: string): boolean =>
  unit === path || path.startsWith(`${unit}.`) || unit.startsWith(`${path}.`);

/** Every value of a record with its path. */
export function leavesOf(value: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return value === undefined ? [] : [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path ? `${path}.${key}` : key));
}
