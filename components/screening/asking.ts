import { formatDate, formatNumber } from '../../src/i18n/index.ts';
import { age, plausibleRange } from '../../src/measures/index.ts';
import type { Range } from '../../src/measures/index.ts';
import { bookPath, jumps } from '../../src/school/index.ts';
import type { Jump, Round } from '../../src/school/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { Issue, RecordDraft } from '../../src/schema/index.ts';

const slipNames = ['weightKg', 'heightCm'] as const;

/**
 * What has to be asked about the values of a round: slips of the decimal comma and the slash, and jumps against the time
 * before. `capturedOn` of the draft is today.
 */
export function questionsOf(draft: RecordDraft, year: string, round: Round): readonly Issue[] {
  const row = `${bookPath(year)}.rounds.${round}`;
  const measuredOn = getAt(draft, `${row}.measuredOn`);
  const day = typeof measuredOn === 'string' ? measuredOn : draft.capturedOn;
  const days = age(draft.administrative?.birthDate, day)?.days;
  const years: Range | undefined = days && [days[0] / 365.25, days[1] / 365.25];
  const slips = [
    ...slipNames.flatMap((name) => numberSlip(draft, `${row}.${name}`, name, years)),
    ...pressureSlip(draft, `${row}.bloodPressureMmHg`, years),
  ];
  const slipped = new Set(slips.map(({ path }) => path));
  const jumped = jumps(draft, year, round).map(questionOf);
  return [...slips, ...jumped.filter(({ path }) => !slipped.has(path))].filter(
    ({ path, code }) => draft.confirmed?.[path]?.[code] === undefined,
  );
}

const isIn = (value: number, [from, to]: Range): boolean => value >= from && value <= to;
const slip = (path: string, text: string): Issue => ({
  path,
  code: 'slip.number',
  level: 'warning',
  params: { text },
});

/** A decimal comma left out: "275" where only 27.5 can be meant at this age. */
function numberSlip(draft: RecordDraft, path: string, name: string, years: Range | undefined): Issue[] {
  const value = getAt(draft, path);
  const range = years && plausibleRange(name, years);
  if (typeof value !== 'number' || !range || !Number.isInteger(value) || isIn(value, range)) return [];
  const meant = [value / 10, value / 100].filter((each) => isIn(each, range));
  return meant.length === 1 ? [slip(path, formatNumber(meant[0]!))] : [];
}

/** A slash left out: "10565" where only 105/65 can be meant. */
function pressureSlip(draft: RecordDraft, path: string, years: Range | undefined): Issue[] {
  const digits = draft.unread?.[path]?.trim() ?? '';
  const [upper, lower] = ['systolic', 'diastolic'].map((name) => plausibleRange(name, years));
  if (!/^\d{4,6}$/.test(digits) || !upper || !lower) return [];
  const meant = [2, 3].flatMap((cut) => {
    const [systolic, diastolic] = [digits.slice(0, cut), digits.slice(cut)];
    const fits = isIn(Number(systolic), upper) && isIn(Number(diastolic), lower);
    const isOrdered = Number(diastolic) < Number(systolic) && !diastolic.startsWith('0');
    return fits && isOrdered ? [`${systolic}/${diastolic}`] : [];
  });
  return meant.length === 1 ? [slip(path, meant[0]!)] : [];
}

/** What is implausible against the time before, as a question at its place. */
function questionOf({ code, place, previous }: Jump): Issue {
  const unit = place.endsWith('Kg') ? 'kg' : 'cm';
  const on = previous.measuredOn ? formatDate(previous.measuredOn) : '';
  const params = { last: `${formatNumber(previous.value)} ${unit}`, on };
  return { path: place, code: `jump.${code}`, level: 'warning', params };
}
