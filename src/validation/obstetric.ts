import { fold } from '../codes/core.ts';
import { wordsOf } from './context.ts';
import type { Bag, Context } from './context.ts';
import type { Place } from './fields.ts';

// The sums of B7. A count that is not known makes a sum open upwards: what is missing is no 0.

const denied = /\b(khong|chua|het)( \w+)? (co|mang) (thai|bau)\b/g;
const pregnantNow =
  /\b(dang|hien)( \w+){0,2} (co|mang) (thai|bau)\b|\bdang (bau|thai)\b|^(hien (tai|nay)|bay gio)$|^((co|mang) )?thai \d+ (tuan|thang)\b/;
const ended = /\b(say|pha|nao|luu|hut)\b/;
const twins = /\b(sinh (doi|ba)|song (sinh|thai)|(thai|de) doi)\b/;
const neverBorn = /\b(ngoai tu cung|thai (trung|luu)|chua trung)\b/;
const visitOfPregnant = /(?<!\b(tranh|say|pha|nao|luu) )\bthai (\d|song|may|ky|phu)|\btim thai\b|\bbctc\b/;

// A count below 0 is refused as a number; it takes part in no sum.
const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;

const folded = (values: readonly unknown[]): string => fold(values.map(wordsOf).join(' . '));

/** 1 = the words of B7 say so, 0.5 = only those of a visit do, 0 = nothing says so. */
function pregnancyNow({ at }: Context, row: Bag): 0 | 0.5 | 1 {
  const isNow = [row['lastPregnancy'], row['contraception']].some((value) => {
    const words = fold(wordsOf(value)).replace(denied, '');
    return pregnantNow.test(words.trim()) && !ended.test(words);
  });
  if (isNow) return 1;
  const visits = Object.values((at('examinations') as Bag | undefined) ?? {}).flatMap((visit) => {
    const { organs, diagnoses } = (visit ?? {}) as { organs?: Bag; diagnoses?: unknown };
    return [organs?.['obGyn'], diagnoses];
  });
  return visitOfPregnant.test(folded(visits)) ? 0.5 : 0;
}

/** Least and most that parts add up to; the most is open if one of them is not known. */
function sumOf(row: Bag, names: readonly string[]): [least: number, most: number] {
  let sum = 0;
  let known = true;
  for (const name of names) {
    const count = row[name];
    if (isCount(count)) sum += count;
    else known = false;
  }
  return [sum, known ? sum : Infinity];
}

/** Pregnancies = miscarriages + abortions + births, and the present one. */
export function pregnanciesRule(context: Context, { path, value, row }: Place): void {
  if (!isCount(value)) return;
  const now = pregnancyNow(context, row);
  let [least, most] = sumOf(row, ['miscarriages', 'abortions', 'births']);
  least += Math.floor(now);
  most += Math.ceil(now);
  const words = folded([
    row['lastPregnancy'],
    row['gynecologicalDisease'],
    context.at('history.otherIssues'),
  ]);
  if (neverBorn.test(words)) most += 2;
  // Some count the children of a twin birth.
  if (twins.test(words)) least -= 1;
  if (value < least || value > most) context.add(path, 'obstetric.pregnancies');
}

/** Births = normal + caesarean + difficult = term + preterm; a difficult birth may also be counted as caesarean. */
export function birthsRule({ add }: Context, { path, value, row }: Place): void {
  if (!isCount(value)) return;
  const [least, most] = sumOf(row, ['normalDeliveries', 'caesareans', 'difficultDeliveries']);
  const count = (name: string): number => (isCount(row[name]) ? row[name] : 0);
  const twice = Math.min(count('caesareans'), count('difficultDeliveries'));
  const [early, late] = sumOf(row, ['termBirths', 'pretermBirths']);
  if (value < least - twice || value > most || value < early || value > late) add(path, 'obstetric.births');
}

/** Living children ≤ births, unless twins are written of. */
export function livingChildrenRule({ add, at }: Context, { path, value, row }: Place): void {
  const births = row['births'];
  if (!isCount(value) || !isCount(births)) return;
  const words = folded([row['lastPregnancy'], row['gynecologicalDisease'], at('history.otherIssues')]);
  if (value > births * (twins.test(words) ? 3 : 1)) add(path, 'obstetric.livingChildren');
}
