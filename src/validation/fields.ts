import { communeProvince, isKnownIcd10 } from '../codes/core.ts';
import { citizenIdFacts, hasNumberForm, insuranceKind, personalKind } from '../identity/index.ts';
import {
  age,
  bmi,
  isBefore,
  isPartialDate,
  isPossible,
  plausibleRange,
  possibleRange,
} from '../measures/index.ts';
import type { Range } from '../measures/index.ts';
import type { Leaf } from '../schema/index.ts';
import { isBag, own, wordsOf } from './context.ts';
import type { Bag, Context } from './context.ts';
import { birthsRule, livingChildrenRule, pregnanciesRule } from './obstetric.ts';

/** One value under judgement: `row` is the group it stands in, `name` the last key of `path`. */
export interface Place {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
  readonly row: Bag;
  readonly leaf: Leaf;
}
type Rule = (context: Context, place: Place) => void;

/** Age in years at the visit that a place belongs to, else today; a range where it is not known exactly. */
function yearsAt({ at, birth, today }: Context, path: string): Range | undefined {
  const [part, row, group, round] = path.split('.');
  const seen =
    group === 'rounds'
      ? `${part}.${row}.rounds.${round}.measuredOn`
      : `${part}.${row}${part === 'screenings' ? '.specialist' : ''}.examinedOn`;
  const examined = at(seen);
  const days = age(birth, isPartialDate(examined) ? examined : today)?.days;
  return days && [days[0] / 365.25, days[1] / 365.25];
}

/** Judges a number by the limits of a measure. */
function judgeNumber(context: Context, path: string, name: string, value: unknown): void {
  const possible = possibleRange(name);
  const plausible = plausibleRange(name, yearsAt(context, path));
  const params = ([min, max]: Range) => ({ min, max });
  if (possible && !isPossible(name, value)) context.add(path, 'number.impossible', params(possible));
  else if (plausible && ((value as number) < plausible[0] || (value as number) > plausible[1]))
    context.add(path, 'number.implausible', params(plausible));
}

const number: Rule = (context, { path, name, value, leaf }) => {
  if (typeof value !== 'number' || leaf.kind !== 'number') return;
  judgeNumber(context, path, possibleRange(name) ? name : leaf.unit, value);
  if (leaf.integer && !Number.isInteger(value)) context.add(path, 'number.notWhole');
};

const date: Rule = ({ add, birth, today }, { path, value, leaf }) => {
  if (typeof value !== 'string') return;
  if (!isPartialDate(value)) add(path, 'date.invalid');
  else if (birth && isBefore(value, birth)) add(path, 'date.beforeBirth');
  else if (today && leaf.kind === 'date' && !leaf.future && isBefore(today, value)) add(path, 'date.future');
};

const boxes: Rule = ({ add }, { path, value }) => {
  if (!Array.isArray(value)) return;
  const has = (box: string) => value.includes(box);
  if ((has('no') && value.some((box) => box !== 'no')) || (has('normal') && has('caesarean')))
    add(path, 'boxes.exclusive');
};

const bloodPressure: Rule = (context, { path, value }) => {
  const { systolic, diastolic } = isBag(value) ? value : {};
  if (typeof systolic !== 'number') return;
  judgeNumber(context, path, 'systolic', systolic);
  if (typeof diastolic !== 'number') return context.add(path, 'bloodPressure.noDiastolic');
  judgeNumber(context, path, 'diastolic', diastolic);
  if (diastolic >= systolic) context.add(path, 'bloodPressure.order');
};

const vision: Rule = ({ add }, { path, value }) => {
  const read = /^([-−–]?)(\d+(?:[.,]\d+)?)(?:\/(\d+))?$/.exec(
    typeof value === 'string' ? value.replace(/\s/g, '') : '',
  );
  if (!read) return; // "ĐNT 3 m", "ST (+)": words for eyes that read no line
  const seen = Number(read[2]!.replace(',', '.'));
  // A bare whole number up to 10 is the line of the chart.
  const of = Number(read[3] ?? (Number.isInteger(seen) ? 10 : 1));
  if ((read[1] && seen) || seen > of) add(path, 'vision.outOfRange');
};

const identifier: Rule = ({ add, at, sex, birth }, { path, value, row }) => {
  if (typeof value !== 'string') return;
  const digits = value.replace(/[\s.-]/g, '');
  const kindOf = path.endsWith('.insurance.number') ? insuranceKind : personalKind;
  const kind = typeof row['kind'] === 'string' ? row['kind'] : kindOf(digits);
  if (!hasNumberForm(kind, digits)) return add(path, 'identifier.length');
  if (kind === 'oldId') add(path, 'identifier.oldCard');
  const facts = kind === 'citizenId' && citizenIdFacts(digits);
  if (!facts) return;
  if ((sex === 'male' || sex === 'female') && facts.sex !== sex) add(path, 'identifier.sexMismatch');
  const born = birth ?? at('administrative.birthDate');
  if (isPartialDate(born) && Number(born.slice(0, 4)) !== facts.birthYear)
    add(path, 'identifier.birthYearMismatch');
};

const diagnoses: Rule = ({ add, sex, icd10 }, { path, value }) => {
  const codes = own(value, 'codes');
  for (const [key, entry] of Object.entries(isBag(codes) ? codes : {})) {
    const place = `${path}.codes.${key}`;
    const code = own(entry, 'code') ?? key;
    // O80 to O84: delivery.
    if (sex === 'male' && /^O8[0-4]/i.test(key)) add(place, 'diagnosis.deliveryOfMan');
    else if (typeof code === 'string' && !isKnownIcd10(code, icd10)) add(place, 'diagnosis.unknownCode');
  }
};

// Words that only a woman or only a man can be to the head of the household ("bà con" is any relative).
const women = /^(vợ|mẹ|má|bà( nội| ngoại)?$|chị|(em|con|cháu) gái|con dâu|cô|dì|thím|mợ)(?!\p{L})/u;
const men = /^(chồng|bố|cha|ông( nội| ngoại)?$|anh|(em|con|cháu) trai|con rể|chú|cậu)(?!\p{L})/u;
const relation: Rule = ({ add, sex }, { path, value }) => {
  const words = wordsOf(value).normalize('NFC').trim().toLowerCase();
  if ((sex === 'male' && women.test(words)) || (sex === 'female' && men.test(words)))
    add(path, 'relation.sexMismatch');
};

// Tones stay: Hoa and Hòa are two people.
const nameOf = (value: unknown): string =>
  wordsOf(value)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(.*|\s+/g, ' ')
    .trim();
const parentName: Rule = ({ add, at }, { path, value }) => {
  if (nameOf(value) && nameOf(value) === nameOf(at('administrative.fullName')))
    add(path, 'name.sameAsPerson');
};

/** Rules by kind of field. */
const byKind: { readonly [kind in Leaf['kind']]?: Rule } = {
  number,
  date,
  boxes,
  bloodPressure,
  vision,
  identifier,
  diagnoses,
};

/** Rules by name of field, after those by kind. */
const byName: { readonly [name: string]: Rule } = {
  relationToHead: relation,
  motherName: parentName,
  fatherName: parentName,
  pregnancies: pregnanciesRule,
  births: birthsRule,
  livingChildren: livingChildrenRule,

  householdCode({ add }, { path, value }) {
    if (typeof value === 'string' && !/^\d{10}$/.test(value.replace(/[\s.-]/g, '')))
      add(path, 'household.length');
  },

  birthDate({ add, at, today }, { path }) {
    const years = age(at(path) as string, today)?.years;
    if (years && years[0] > 110) add(path, years[0] > 130 ? 'date.impossible' : 'date.tooLongAgo');
  },

  commune({ add }, { path, value, row }) {
    const [code, province] = [own(value, 'code'), own(row['province'], 'code')];
    const of = typeof code === 'string' && communeProvince(code);
    if (of && typeof province === 'string' && of !== province) add(path, 'address.communeOutsideProvince');
  },

  alcoholGlassesPerDay({ add }, { path, value, row }) {
    const { alcohol } = row;
    if (typeof value === 'number' && value > 0 && Array.isArray(alcohol) && alcohol.includes('no'))
      add(path, 'alcohol.amountWithNo');
  },

  surgeries({ add, today }, { path, value }) {
    const years = wordsOf(value).match(/(?<!\d)20\d\d(?!\d|\s*(ml|g|mg|cc)(?!\p{L}))/gu) ?? [];
    if (today && years.some((year) => year > today.slice(0, 4))) add(path, 'surgery.yearInFuture');
  },

  notGiven({ add }, { path, value, row }) {
    if (value === true && typeof row['givenOn'] === 'string') add(path, 'dose.notGivenWithDate');
  },

  appointmentOn({ add }, { path, value, row }) {
    const given = row['givenOn'];
    if (isPartialDate(value) && isPartialDate(given) && isBefore(value, given))
      add(path, 'dose.appointmentBeforeDose');
  },

  bmi({ add }, { path, value, row }) {
    const { weightKg, heightCm } = row;
    if (typeof value !== 'number' || typeof weightKg !== 'number' || typeof heightCm !== 'number') return;
    // 17 may have been written "17" or "17,0"; one digit may be rounded or cut off.
    const digits = String(value).split('.')[1]?.length ?? 0;
    const allowed = [0.5, 0.0999, 0.0199][Math.min(digits, 2)]!;
    const computed = bmi({ weightKg, heightCm });
    if (computed === undefined || Math.abs(computed - value) > allowed) add(path, 'bmi.mismatch');
  },
};

/** Judges one value of the form. */
export function judgeField(context: Context, place: Place): void {
  byKind[place.leaf.kind]?.(context, place);
  if (Object.hasOwn(byName, place.name)) byName[place.name]!(context, place);
}
