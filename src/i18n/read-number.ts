import { readLine, valueStart, type Found, type ReadContext, type Reading } from './reading.ts';
import { fold } from './text.ts';

export type NumberUnit =
  | 'g'
  | 'kg'
  | 'cm'
  | '°C'
  | 'perMinute'
  | 'glasses'
  | 'doses'
  | 'times'
  | 'children'
  | 'month'
  | 'mm'
  | 'm'
  | 'degree'
  | 'teeth';

export interface NumberContext extends ReadContext {
  /** Unit of the field; without one kg/m² (BMI). */
  unit?: NumberUnit;
  /** Only whole numbers. */
  integer?: boolean;
  /** "không" is 0. */
  count?: boolean;
}

/** Spellings of each unit, folded, with what one of them is in the smallest unit of its kind; 0 = Fahrenheit. */
type Scale = readonly (readonly [spelling: string, factor: number])[];
const MASS: Scale = [
  ['kgs?|kilogam|kilo|ky|ki|can', 1000],
  ['grams?|gam|gr|g', 1],
  ['lang', 100],
];
const LENGTH: Scale = [
  ['cm|centimet|xentimet|phan', 10],
  ['mm', 1],
  ['met|m', 1000],
];
const SCALES: Record<NumberUnit, Scale> = {
  g: MASS,
  kg: MASS,
  cm: LENGTH,
  mm: LENGTH,
  m: LENGTH,
  '°C': [
    ['(?:°|do|o) ?c|°|do|o|c', 1],
    ['(?:°|do|o)? ?f', 0],
  ],
  perMinute: [["(?:lan|l|nhip|n|chu ky|ck)? ?(?:/|tren|moi) ?(?:1 ?)?(?:phut|ph|p|')|lan|nhip|bpm|l", 1]],
  glasses: [['(?:(?:ly|coc|chen) ?)?(?:/|moi|mot) ?(?:1 ?)?ngay|ly[ /]coc|ly|coc|chen', 1]],
  doses: [['mui|lieu|lan', 1]],
  times: [['lan', 1]],
  children: [['con|chau|nguoi|dua|be', 1]],
  month: [
    ['thang', 4],
    ['tuan', 1],
  ],
  degree: [['°|do|o', 1]],
  teeth: [['rang|cai|chiec', 1]],
};
const BMI: Scale = [['kg ?/ ?m ?[2²]', 1]];
const OWN: { readonly [unit: string]: number } = { kg: 1000, cm: 10, m: 1000, month: 4 };

/** What may not follow a number: a letter or sign stuck to it, a second half, a range, a product, a fraction, another period. */
const UNSURE =
  /^(?:[^\s,;:.(?![-]|\s*(?:[-~>→+*x:]+|den\s|toi\s|hoac\s)?\s*\p{N}|[.,]\d|\s*\/|\s*ruoi|\s+(?:moi|mot|hang|tren)\s)/u;

const NUMBER = /^-?\d+(?:[.,]\d+)*/;

/** The value of a digit group; a point before three digits is a thousands separator in grams only. */
function toNumber(digits: string, grams: boolean): number {
  const plain =
    grams && /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(digits) ? digits.replaceAll('.', '') : digits;
  return /^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(plain) ? +plain.replace(',', '.') : NaN;
}

/** The unit at the start of a folded text, and what one of it is. */
function findUnit(text: string, scale: Scale, guard: string): { length: number; factor: number } | undefined {
  for (const [spelling, factor] of scale) {
    const match = new RegExp(`^\\s*(?:${spelling})${guard}`, 'u').exec(text);
    if (match) return { length: match[0].length, factor };
  }
  return undefined;
}

function find(line: string, ctx: NumberContext): Found<number> {
  const scale = ctx.unit ? SCALES[ctx.unit] : BMI;
  const own = OWN[ctx.unit ?? ''] ?? 1;
  const parts = scale === MASS || scale === LENGTH || ctx.unit === '°C';
  let f = fold(line);
  if (ctx.count) {
    const zero = new RegExp(
      `^(?:khong|ko|k)(?: co)?(?!\\p{L})(?=\\s*(?:(?:${scale[0]![0]})(?!\\p{L}))?\\s*(?:$|[^\\p{L}\\p{N}\\s]))`,
      'u',
    );
    f = f.replace(zero, (said) => '0'.padStart(said.length)); // places stay where they are
  }
  const start = valueStart(f, ctx.label, ctx.unit === '°C' ? 't to t°' : ctx.unit === 'month' ? 'thang' : '');
  const digits = start < 0 ? null : NUMBER.exec(f.slice(start));
  if (!digits) return undefined;

  let end = start + digits[0].length;
  const unit = findUnit(f.slice(end), scale, parts ? '(?!\\p{L})' : '(?!\\p{L}|\\s*\\p{N})');
  const factor = unit?.factor ?? own;
  let value = toNumber(digits[0], factor === 1 && scale === MASS);
  if (unit) {
    end += unit.length;
    // "1m52", "2kg9", "38 độ 5", "2 kg rưỡi"; "2kg900g", "1m5cm" say the unit of the second part.
    const more = parts && /^\s*(?:(\d{1,3})(?!\d)|ruoi)/.exec(f.slice(end));
    if (more && Number.isInteger(value)) {
      let after = end + more[0].length;
      const second = findUnit(f.slice(after), scale, '(?![\\p{L}\\p{N}])');
      after += second?.length ?? 0;
      if (!/^\s*[\p{L}\p{N}]/u.test(f.slice(after))) {
        const smaller = second && second.factor && second.factor < factor;
        value += smaller ? (+more[1]! * second.factor) / factor : more[1] ? +`0.${more[1]}` : 0.5;
        end = after;
      }
    }
  }
  if (UNSURE.test(f.slice(end))) return undefined;
  const asks = factor !== own;
  if (asks) value = factor ? (value * factor) / own : ((value - 32) * 5) / 9;
  const step = !asks ? 1e6 : ctx.integer || ctx.unit === 'g' ? 1 : 1000;
  value = Math[asks && ctx.unit === 'month' ? 'floor' : 'round'](value * step) / step;
  if (!(Math.abs(value) < 1e9) || (ctx.integer && !Number.isInteger(value))) return undefined;
  return { value: value + 0, rest: line.slice(end), asks: asks ? 'number.unitConverted' : undefined };
}

/**
 * A number in the unit of the field. Point and comma are decimal signs; the field's own unit is dropped, another
 * one converted with a warning that asks, a bare number never. A range or a number with a blank in it is unread.
 */
export const readNumber = (text: string, ctx: NumberContext): Reading<number> =>
  readLine(text, ctx, {}, (line) => find(line, ctx));

/** Blood pressure in mmHg, "120/80"; the upper number alone is read without the lower one. */
export function readBloodPressure(
  text: string,
  ctx: ReadContext,
): Reading<{ systolic: number; diastolic?: number }> {
  return readLine(text, ctx, {}, (line) => {
    const f = fold(line);
    const start = valueStart(f, ctx.label, 'ha huyet ap');
    const match =
      start < 0
        ? null
        : /^(\d{1,3})(?!\d)(?:\s*\/\s*(\d{1,3})(?!\d))?(?:\s*(mm ?hg|cm ?hg)(?!\p{L}))?/u.exec(
            f.slice(start),
          );
    if (!match) return undefined;
    const end = start + match[0].length;
    // Two full readings may stand side by side without a separator.
    if (UNSURE.test(match[2] ? f.slice(end).replace(/^\s+(?=\d)/, ', ') : f.slice(end))) return undefined;
    const other = match[3]?.startsWith('cm');
    const [systolic, diastolic] = [match[1], match[2]].map((part) =>
      part ? +part * (other ? 10 : 1) : undefined,
    );
    return {
      value: { systolic: systolic!, ...(diastolic !== undefined && { diastolic }) },
      rest: line.slice(end),
      asks: other ? 'number.unitConverted' : undefined,
    };
  });
}
