import { formatDate, formatNumber } from '../../src/i18n/index.ts';
import { age, plausibleRange } from '../../src/measures/index.ts';
import type { Range } from '../../src/measures/index.ts';
import { bookPath } from '../../src/school/index.ts';
import type { Round } from '../../src/school/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';
import { earlierOf } from './round-values.ts';

/** What is asked at a field before anybody goes on: answered by another value or by a reason. */
export const isQuestion = ({ code }: Pick<Issue, 'code'>): boolean => /^(slip|jump)\./.test(code);

const slipNames = ['weightKg', 'heightCm'] as const;
/** A child is measured with this uncertainty in cm: less is no shrinking. */
const heightError = 1;
/** Growth of a child in cm in a year, well above that of the fastest, and a part for what is measured within weeks. */
const heightPerYear = 15;
/** A slip of the decimal point is ten; nobody gains or loses so much between two rounds. */
const weightFactor = 3;

/** What has to be asked about the values of a round: slips of the decimal comma, and jumps against the time before. */
export function questionsOf(
  draft: RecordDraft,
  at: { readonly year: string; readonly round: Round; readonly now: string },
): readonly Issue[] {
  const row = `${bookPath(at.year)}.rounds.${at.round}`;
  const measuredOn = getAt(draft, `${row}.measuredOn`);
  const day = typeof measuredOn === 'string' ? measuredOn : at.now;
  const birth = getAt(draft, 'administrative.birthDate');
  const known = age(typeof birth === 'string' ? birth : undefined, day);
  const years = known && ([known.days[0] / 365.25, known.days[1] / 365.25] as const);
  const found = [
    ...slipNames.flatMap((name) => numberSlip(draft, `${row}.${name}`, name, years)),
    ...pressureSlip(draft, `${row}.bloodPressureMmHg`, years),
  ];
  const asked = new Set(found.map(({ path }) => path));
  const jumps = slipNames.flatMap((name) => jump(draft, name, { ...at, row, day }));
  return [...found, ...jumps.filter(({ path }) => !asked.has(path))].filter(
    ({ path, code }) => draft.confirmed?.[path]?.[code] === undefined,
  );
}

const isIn = (value: number, [from, to]: Range): boolean => value >= from && value <= to;

/** A decimal comma left out: "275" where only 27.5 can be meant at this age. */
function numberSlip(draft: RecordDraft, path: string, name: string, years: Range | undefined): Issue[] {
  const value = getAt(draft, path);
  const range = years && plausibleRange(name, years);
  if (typeof value !== 'number' || !range || !Number.isInteger(value) || isIn(value, range)) return [];
  const meant = [value / 10, value / 100].filter((each) => isIn(each, range));
  if (meant.length !== 1) return [];
  return [{ path, code: 'slip.number', level: 'warning', params: { text: formatNumber(meant[0]!) } }];
}

/** A slash left out: "10565" where only 105/65 can be meant. */
function pressureSlip(draft: RecordDraft, path: string, years: Range | undefined): Issue[] {
  const digits = draft.unread?.[path]?.trim() ?? '';
  if (!/^\d{4,6}$/.test(digits)) return [];
  const [upper, lower] = ['systolic', 'diastolic'].map((name) => plausibleRange(name, years));
  const meant = [2, 3].flatMap((cut) => {
    const [systolic, diastolic] = [digits.slice(0, cut), digits.slice(cut)];
    const fits =
      !diastolic.startsWith('0') &&
      isIn(Number(systolic), upper!) &&
      isIn(Number(diastolic), lower!) &&
      Number(diastolic) < Number(systolic);
    return fits ? [`${systolic}/${diastolic}`] : [];
  });
  if (meant.length !== 1) return [];
  return [{ path, code: 'slip.number', level: 'warning', params: { text: meant[0]! } }];
}

/** What cannot be against the time before. */
function jump(
  draft: RecordDraft,
  name: (typeof slipNames)[number],
  { year, round, row, day }: { year: string; round: Round; row: string; day: string },
): Issue[] {
  const path = `${row}.${name}`;
  const value = getAt(draft, path);
  const last = earlierOf(draft, { year, round, name });
  if (typeof value !== 'number' || typeof last?.value !== 'number' || !last.on || last.on > day) return [];
  const years = (Date.parse(day) - Date.parse(last.on)) / (365.25 * 86_400_000);
  const code = name === 'heightCm' ? heightJump(value, last.value, years) : weightJump(value, last.value);
  if (!code) return [];
  const unit = name === 'heightCm' ? 'cm' : 'kg';
  const params = { last: `${formatNumber(last.value)} ${unit}`, on: formatDate(last.on) };
  return [{ path, code, level: 'warning', params }];
}

function heightJump(value: number, last: number, years: number): string | undefined {
  if (value < last - heightError) return 'jump.heightLess';
  return value > last + 4 + heightPerYear * years ? 'jump.heightMore' : undefined;
}

function weightJump(value: number, last: number): string | undefined {
  if (value >= last * weightFactor) return 'jump.weightMore';
  return value <= last / weightFactor ? 'jump.weightLess' : undefined;
}
