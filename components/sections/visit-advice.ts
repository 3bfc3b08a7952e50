import type { fill, formatDate, formatNumber } from '../../src/i18n/index.ts';
import { viGrowth } from '../../src/i18n/screening.ts';
import type { GrowthWords } from '../../src/i18n/screening.ts';
import { adviceFor, age, assessNutrition, isPossible, loadGrowthTables } from '../../src/measures/index.ts';
import type { Advice, GrowthTables, NutritionIndicator, NutritionResult } from '../../src/measures/index.ts';
import { measurementsOf, weightFall } from '../../src/school/index.ts';
import type { Examination, RecordDraft } from '../../src/schema/index.ts';
import type { FormState } from '../form-state.ts';

/** What is said beside the values of a visit: z-scores, classes and advice of children. Loaded where there is an age. */

/** How the form writes: handed in, so that what loads at once is not split for it. */
export interface Writing {
  readonly fill: typeof fill;
  readonly formatDate: typeof formatDate;
  readonly formatNumber: typeof formatNumber;
}

/** Which indicators are told beside which field. */
const shownAt: { readonly [field: string]: readonly NutritionIndicator[] } = {
  'vitals.weightKg': ['weightForAge', 'weightForHeight'],
  'vitals.heightCm': ['heightForAge'],
  'vitals.bmi': ['bmiForAge', 'bmi'],
  'organs.nutrition': ['arm'],
};

/** Millimetres of an arm circumference in free text, where its unit is written: "Vòng cánh tay 12,0 cm", "MUAC 118 mm". */
export function armIn(text: unknown): number | undefined {
  const said = typeof text === 'string' ? text.normalize('NFC') : '';
  const [, number, unit] =
    /(?:v(?:òng|\.)\s*(?:giữa\s*)?cánh tay|muac)[^\d;.]{0,20}(\d{1,3}(?:[.,]\d)?)\s*(cm|mm)(?!\p{L})/iu.exec(
      said,
    ) ?? [];
  const mm = Number(number?.replace(',', '.')) * (unit?.toLowerCase() === 'cm' ? 10 : 1);
  return Number.isFinite(mm) && isPossible('armMm', mm) ? Math.round(mm) : undefined;
}

/** Degrees of a scoliometer in free text: "góc xoay thân 8 độ", "thước đo vẹo: 5,5°". */
export function rotationIn(text: unknown): number | undefined {
  const said = typeof text === 'string' ? text.normalize('NFC') : '';
  const [, number] =
    /(?:góc xoay(?: thân)?|thước đo vẹo|scoliometer)[^\d;.]{0,20}(\d{1,2}(?:[.,]\d)?)\s*(?:độ|°)/iu.exec(
      said,
    ) ?? [];
  const degrees = Number(number?.replace(',', '.'));
  return Number.isFinite(degrees) && isPossible('degree', degrees) ? degrees : undefined;
}

/** Below this age, in completed years, the rules of school health are applied. */
const childUntil = 18;

/** Fields of a visit beside which something may be said. */
const fields: readonly string[] = [
  ...Object.keys(shownAt),
  'vitals.bloodPressureMmHg',
  ...['uncorrectedRight', 'uncorrectedLeft', 'correctedRight', 'correctedLeft'].map((eye) => `vision.${eye}`),
  'organs.musculoskeletal',
];

/** What belongs beside the fields of visits (their ids), by the path of the field. */
export async function adviceOn(
  form: FormState,
  visits: readonly string[],
  writing: Writing,
): Promise<ReadonlyMap<string, string>> {
  const words =
    form.words.locale === 'en' ? (await import('../../src/i18n/en/growth.ts')).enGrowth : viGrowth;
  const means = { writing, words, tables: await loadGrowthTables() };
  const said = new Map<string, string>();
  for (const id of visits)
    for (const field of fields) {
      const visit = `examinations.${id}`;
      try {
        const text = new Visit(form, visit, means).say(field);
        if (text) said.set(`${visit}.${field}`, text);
      } catch {
        // A draft is anybody's JSON: what has another shape is told by the rules, and nothing is advised on it.
      }
    }
  return said;
}

interface Means {
  readonly writing: Writing;
  readonly words: GrowthWords;
  readonly tables: GrowthTables;
}

class Visit {
  readonly #draft: RecordDraft;
  readonly #values: Examination;
  readonly #means: Means;

  constructor(form: FormState, visit: string, means: Means) {
    this.#draft = form.draft;
    this.#values = (form.value(visit) ?? {}) as Examination;
    this.#means = means;
  }

  say(field: string): string | undefined {
    const { fill, formatNumber } = this.#means.writing;
    const { ui } = this.#means.words;
    const { sex, birthDate } = this.#draft.administrative ?? {};
    const { examinedOn, vitals, vision, organs } = this.#values;
    const at = age(birthDate, examinedOn);
    if (!at) return undefined;
    const isChild = at.years[1] < childUntil;
    const [weightKg, heightCm] = [vitals?.weightKg, vitals?.heightCm];
    const measured = { weightKg, heightCm, armMm: armIn(organs?.nutrition), ageDays: at.days };
    const nutrition = sex && assessNutrition({ ...measured, sex }, this.#means.tables);
    const spineRotationDegrees = isChild ? rotationIn(organs?.musculoskeletal) : undefined;
    const pressure = vitals?.bloodPressureMmHg;
    const advice = adviceFor({
      sex,
      years: at.years,
      nutrition,
      ...(typeof pressure?.systolic === 'number' && { bloodPressureMmHg: pressure }),
      ...(isChild && { vision }),
      spineRotationDegrees,
    });
    const indicators: readonly string[] = shownAt[field] ?? [];
    const isSpine = field === 'organs.musculoskeletal';
    const about = [field, field.replace('vitals.', ''), isSpine && 'spineRotationDegrees', ...indicators];
    const sentences = advice.filter((each) => each.about.some((one) => about.includes(one)));
    const hints = [
      ...sentences.map((each) => this.#sentence(each)),
      ...(field === 'vitals.weightKg' ? this.#fallen() : []),
    ];
    const facts = [
      ...(nutrition?.results ?? [])
        .filter(({ indicator, beside }) => indicators.includes(indicator) && !beside)
        .flatMap((result) => this.#fact(result)),
      ...(isSpine && spineRotationDegrees !== undefined
        ? [fill(ui.rotationRead, { degrees: formatNumber(spineRotationDegrees) })]
        : []),
    ];
    // One sentence may be said of several indicators.
    const hint = hints.length ? fill(ui.hint, { advice: [...new Set(hints)].join(' ') }) : '';
    return [facts.length ? `${facts.join('; ')}.` : '', hint].filter(Boolean).join(' ') || undefined;
  }

  #sentence({ code, params = {} }: Advice): string {
    const { fill, formatNumber } = this.#means.writing;
    const written = Object.entries(params).map(([name, value]) => [name, formatNumber(value)] as const);
    return fill(this.#means.words.advice[code], Object.fromEntries(written));
  }

  #signed(z: number): string {
    return this.#means.writing.formatNumber(z).replace('-', '−');
  }

  /** A z-score with its class; of the arm what was read; of adults the class alone, and only where it is not normal. */
  #fact({ indicator, z, value, class: found }: NutritionResult): string[] {
    const { fill } = this.#means.writing;
    const { ui, indicators, classes } = this.#means.words;
    const named = found ? ` (${classes[found]})` : '';
    if (indicator === 'arm') return value === undefined ? [] : [`${fill(ui.armRead, { mm: value })}${named}`];
    if (indicator === 'bmi') return found && found !== 'normal' ? [classes[found]] : [];
    if (!z) return [];
    const [least, most] = z;
    const score =
      least === most ? this.#signed(least) : `${this.#signed(least)} ${ui.to} ${this.#signed(most)}`;
    return [`${fill(ui.score, { indicator: indicators[indicator], z: score })}${named}`];
  }

  /** Where weight for age has fallen against what the record has of the year before. */
  #fallen(): string[] {
    const { writing, words, tables } = this.#means;
    const { sex, birthDate } = this.#draft.administrative ?? {};
    const now = { measuredOn: this.#values.examinedOn, weightKg: this.#values.vitals?.weightKg };
    const found =
      sex && birthDate && weightFall({ sex, birthDate }, now, measurementsOf(this.#draft), tables);
    if (!found) return [];
    const { fill, formatDate, formatNumber } = writing;
    return [fill(words.ui.fallen, { sd: formatNumber(found.sd), date: formatDate(found.since) })];
  }
}
