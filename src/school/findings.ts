import {
  adviceFor,
  adviceSettings,
  age,
  assessNutrition,
  bloodPressureLimit,
  cutOffs as allCutOffs,
  daysPerMonth,
  decimalAcuity,
  isPossible,
} from '../measures/index.ts';
import type {
  Advice,
  AdviceSettings,
  CutOff,
  GrowthTables,
  NutritionAssessment,
  NutritionIndicator,
  NutritionResult,
  Range,
  ScreeningValues,
} from '../measures/index.ts';
import type { RecordDraft, SchoolBook } from '../schema/index.ts';
import { bookPath } from './stations.ts';
import type { Round } from './stations.ts';

/** What can be said about a pupil, one result for each. */
export type FindingCode =
  | NutritionIndicator
  | 'oedema'
  | 'bloodPressure'
  | 'vision'
  | 'visionWithGlasses'
  | 'hearing'
  | 'spine'
  | 'caries';

/** One result, without words. Never a diagnosis. */
export interface Finding {
  readonly code: FindingCode;
  /**
   * `advice` = something is advised; `none` = measured, and nothing is; `open` = measured, and it could not be judged (age
   * or sex not known, oedema, an acuity in words).
   */
  readonly level: 'none' | 'advice' | 'open';
  /** Who found it: the school's own staff in a round, or the specialist examination of the year. */
  readonly part: Round | 'specialist';
  /** Places of the record that it was found from. */
  readonly places: readonly string[];
  /** What stands at these places, by the last name of each. */
  readonly values: { readonly [name: string]: unknown };
  /** Z-score and class of the nutrition indicators. */
  readonly nutrition?: NutritionResult | undefined;
  readonly advice: readonly Advice[];
  /** Where the limits come from. */
  readonly source: string;
}

/** `tables` from `loadGrowthTables()`; limits and cut-offs of your own in place of the usual ones. */
export interface FindingOptions {
  readonly tables: GrowthTables;
  readonly settings?: AdviceSettings | undefined;
  readonly cutOffs?: readonly CutOff[] | undefined;
}

type RoundValues = NonNullable<SchoolBook['rounds']>[string];

const who = 'WHO Child Growth Standards 2006, WHO Growth Reference 2007';
const sources: { readonly [code in FindingCode]?: string } = {
  bloodPressure:
    'American Academy of Pediatrics 2017 (doi 10.1542/peds.2017-1904): P90 at the 5th height percentile',
  vision: 'common school practice, no Vietnamese text seen: 7/10 or less',
  visionWithGlasses: 'common school practice, no Vietnamese text seen: 7/10 or less',
  hearing: 'prefilled as normal by the health-check programs in use: voice 5 m, whisper 0.5 m',
  spine: 'common school practice, no Vietnamese text seen: scoliometer 5 and 7 degrees',
  caries: 'a proposal of this package',
  oedema: 'WHO and UNICEF 2009: swelling of both feet',
};

/** What each indicator of nutrition is worked out from. */
const inputs: {
  readonly [indicator in NutritionIndicator]: readonly ('weightKg' | 'heightCm' | 'headCm' | 'armMm')[];
} = {
  weightForAge: ['weightKg'],
  heightForAge: ['heightCm'],
  bmiForAge: ['weightKg', 'heightCm'],
  weightForHeight: ['weightKg', 'heightCm'],
  headForAge: ['headCm'],
  arm: ['armMm'],
  bmi: ['weightKg', 'heightCm'],
};
/** What is asked of everybody who was measured, also where the age is not known. */
const always: readonly NutritionIndicator[] = ['weightForAge', 'heightForAge', 'bmiForAge'];

/** What a round says of nutrition, all indicators together; `undefined` where age or sex is not known. */
export function nutritionOf(
  record: RecordDraft,
  year: string,
  round: Round,
  { tables, cutOffs }: FindingOptions,
): NutritionAssessment | undefined {
  const values = record.screenings?.[year]?.rounds?.[round];
  const { sex, birthDate } = record.administrative ?? {};
  const days = age(birthDate, values?.measuredOn)?.days;
  return values && sex && days && assessNutrition({ ...values, sex, ageDays: days }, tables, cutOffs);
}

/**
 * What was found of a pupil in a round, and by the specialists of that school year: one result per indicator that was
 * measured, in the order of the book. Advice only; what is not measured gives none.
 */
export function findings(
  record: RecordDraft,
  year: string,
  round: Round,
  options: FindingOptions,
): readonly Finding[] {
  const book = record.screenings?.[year];
  const values: RoundValues = book?.rounds?.[round] ?? {};
  const specialist = book?.specialist ?? {};
  const { sex, birthDate } = record.administrative ?? {};
  const at = age(birthDate, values.measuredOn);
  const nutrition = nutritionOf(record, year, round, options);
  const inRound = new Part(`${bookPath(year)}.rounds.${round}`, round, options, {
    ...values,
    hearing: undefined,
    sex,
    years: at?.years,
    nutrition,
  });
  const inSpecialist = new Part(`${bookPath(year)}.specialist`, 'specialist', options, {
    vision: specialist.eye?.acuity,
    hearing: specialist.ent,
    spine: specialist.musculoskeletal?.spine,
  });
  return [
    ...inRound.nutrition(at?.days, values),
    ...inRound.pressure(),
    ...inRound.vision('vision'),
    ...inRound.spine('spine'),
    ...inRound.caries(),
    ...inSpecialist.vision('eye.acuity'),
    ...inSpecialist.hearing(),
    ...inSpecialist.spine('musculoskeletal.spine'),
  ];
}

const named = (names: readonly string[], values: object): { readonly [name: string]: unknown } =>
  Object.fromEntries(names.map((name) => [name, (values as Record<string, unknown>)[name]]));

/** The findings of one part of a book, from the values that stand in it. */
class Part {
  readonly #path: string;
  readonly #part: Finding['part'];
  readonly #values: ScreeningValues;
  readonly #settings: AdviceSettings;
  readonly #cutOffs: readonly CutOff[];
  readonly #advice: readonly Advice[];

  constructor(path: string, part: Finding['part'], options: FindingOptions, values: ScreeningValues) {
    this.#path = path;
    this.#part = part;
    this.#values = values;
    this.#settings = options.settings ?? adviceSettings;
    this.#cutOffs = options.cutOffs ?? allCutOffs;
    this.#advice = adviceFor(values, this.#settings);
  }

  #finding(
    code: FindingCode,
    places: readonly string[],
    values: Finding['values'],
    advice: readonly Advice[],
    isOpen: boolean,
    more?: Pick<Finding, 'nutrition' | 'source'>,
  ): Finding {
    return {
      code,
      level: advice.length ? 'advice' : isOpen ? 'open' : 'none',
      part: this.#part,
      places: places.map((place) => `${this.#path}.${place}`),
      values,
      advice,
      source: sources[code] ?? who,
      ...more,
    };
  }

  #advised(start: string): readonly Advice[] {
    return this.#advice.filter(({ code }) => code.startsWith(start));
  }

  nutrition(days: Range | undefined, values: RoundValues): Finding[] {
    const { nutrition, oedema } = this.#values;
    const found = (Object.keys(inputs) as NutritionIndicator[]).flatMap((indicator) => {
      const names = inputs[indicator];
      const result = nutrition?.results.find((each) => each.indicator === indicator);
      const isMeasured = names.every((name) => isPossible(name, values[name]));
      const rows = this.#cutOffs.filter((row) => row.indicator === indicator);
      const within = rows.filter(({ months: [from, to, last] }) =>
        (days ?? []).some((day) => {
          const months = day / daysPerMonth;
          return months >= from && (last ? months <= to : months < to);
        }),
      );
      const isAsked = days ? within.length > 0 : always.includes(indicator);
      if (result?.beside || (!result && !(isMeasured && isAsked))) return [];
      // A piece of advice may be about several indicators.
      const advice = this.#advised('nutrition.').flatMap((each) =>
        each.about.includes(indicator) ? [{ ...each, about: [indicator] }] : [],
      );
      const isOpen = result?.class === undefined && rows.length > 0;
      const row = within.find((each) => each.class === result?.class) ?? within[0];
      return this.#finding(indicator, names, named(names, values), advice, isOpen, {
        nutrition: result,
        source: row?.source ?? who,
      });
    });
    if (oedema === undefined) return found;
    const advice = this.#advised('nutrition.oedema');
    return [...found, this.#finding('oedema', ['oedema'], { oedema }, advice, false)];
  }

  pressure(): Finding[] {
    const { bloodPressureMmHg: pressure, years, sex } = this.#values;
    if (!pressure) return [];
    const limits = this.#settings.bloodPressure?.limits;
    const limit = limits && years && bloodPressureLimit(years, sex, limits);
    const place = 'bloodPressureMmHg';
    return [
      this.#finding('bloodPressure', [place], { [place]: pressure }, this.#advised('bloodPressure.'), !limit),
    ];
  }

  /** Without and with glasses; an eye that was not measured, or whose acuity is in words, leaves the result open. */
  vision(group: string): Finding[] {
    const { vision = {} } = this.#values;
    return (['uncorrected', 'corrected'] as const).flatMap((way) => {
      const names = [`${way}Right`, `${way}Left`] as const;
      if (names.every((name) => vision[name] === undefined)) return [];
      const code = way === 'uncorrected' ? 'vision' : 'visionWithGlasses';
      const advice = this.#advice.filter(
        (each) => each.code === (way === 'uncorrected' ? 'vision.low' : 'vision.lowWithGlasses'),
      );
      const isOpen = names.some((name) => decimalAcuity(vision[name]) === undefined);
      const places = names.map((name) => `${group}.${name}`);
      return this.#finding(code, places, named(names, vision), advice, isOpen);
    });
  }

  hearing(): Finding[] {
    const { hearing = {} } = this.#values;
    const names = (['spokenRightM', 'whisperedRightM', 'spokenLeftM', 'whisperedLeftM'] as const).filter(
      (name) => hearing[name] !== undefined,
    );
    if (!names.length) return [];
    const places = names.map((name) => `ent.${name}`);
    return [this.#finding('hearing', places, named(names, hearing), this.#advised('hearing.'), false)];
  }

  spine(boxes: string): Finding[] {
    const { spineRotationDegrees, spine } = this.#values;
    if (spineRotationDegrees === undefined && !spine?.length) return [];
    const values = {
      ...(spineRotationDegrees !== undefined && { spineRotationDegrees }),
      ...(spine?.length && { spine }),
    };
    const places = Object.keys(values).map((name) => (name === 'spine' ? boxes : name));
    return [this.#finding('spine', places, values, this.#advised('spine.'), false)];
  }

  caries(): Finding[] {
    const { caries } = this.#values;
    return caries === undefined
      ? []
      : [this.#finding('caries', ['caries'], { caries }, this.#advised('dental.'), false)];
  }
}
