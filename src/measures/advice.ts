import { bloodPressureLimit, bloodPressureLimits } from './blood-pressure.ts';
import type { BloodPressureLimitRow } from './blood-pressure.ts';
import type { NutritionClass } from './cut-offs.ts';
import type { Range } from './dates.ts';
import type { Sex } from './growth-tables.ts';
import type { NutritionAssessment } from './nutrition.ts';

/** What staff are advised to do; the names of the follow-up in the school book. */
export type AdviceAction =
  'monitorAtSchool' | 'measureAgain' | 'referCommune' | 'referSpecialist' | 'emergency';

/** Why: stable for ever; the words are in `i18n`. */
export type AdviceCode =
  | `nutrition.${Exclude<NutritionClass, 'normal'>}`
  | 'nutrition.oedema'
  | 'nutrition.implausible'
  | 'bloodPressure.again'
  | 'bloodPressure.high'
  | 'vision.low'
  | 'vision.lowWithGlasses'
  | 'hearing.low'
  | 'spine.again'
  | 'spine.rotation'
  | 'spine.curved'
  | 'dental.caries';

/** A piece of advice, never a diagnosis. */
export interface Advice {
  readonly code: AdviceCode;
  /** Names of the values it is about (`vision.uncorrectedLeft`). */
  readonly about: readonly string[];
  readonly action: AdviceAction;
  /** What fills the sentence: limits and counts, not the child's own values. */
  readonly params?: { readonly [name: string]: number };
}

/** Acuity as written (`7/10`, `0,7`, `20/40`, "ĐNT", "BBT", "ST+") or as a decimal (0.7). */
export type Acuity = string | number | undefined;

/** What was measured in a screening, by the names of the school book. Everything may be missing. */
export interface ScreeningValues {
  readonly sex?: Sex | undefined;
  /** Completed years (`age(birthDate, measuredOn).years`). */
  readonly years?: number | Range | undefined;
  readonly nutrition?: NutritionAssessment | undefined;
  /** Swelling of both feet. */
  readonly oedema?: boolean | undefined;
  readonly bloodPressureMmHg?:
    { readonly systolic: number; readonly diastolic?: number | undefined } | undefined;
  /** How often the pressure was measured on this occasion; 1 if not given. */
  readonly bloodPressureTimes?: number | undefined;
  readonly vision?:
    { readonly [K in `${'uncorrected' | 'corrected'}${'Right' | 'Left'}`]?: Acuity } | undefined;
  /** Distance in m at which a voice is understood. */
  readonly hearing?:
    { readonly [K in `${'spoken' | 'whispered'}${'Right' | 'Left'}M`]?: number | undefined } | undefined;
  /** Rotation of the trunk in the forward bend, read from the scoliometer. */
  readonly spineRotationDegrees?: number | undefined;
  /** Boxes of the spine (`normal`, `kyphosis`, `scoliosisLeft` …). */
  readonly spine?: readonly string[] | undefined;
  /** Number of decayed teeth that are not treated. */
  readonly caries?: number | undefined;
}

/** Limits and what they lead to. A part that is `undefined` gives no advice. */
export interface AdviceSettings {
  /** `times`: how often a high pressure is measured before it counts. */
  readonly bloodPressure:
    { readonly limits: readonly BloodPressureLimitRow[]; readonly times: number } | undefined;
  /** Decimal acuity that is too low, the limit itself included, in either eye. */
  readonly vision: { readonly lowUpTo: number } | undefined;
  /** Distances in m; less is too little, in either ear. */
  readonly hearing: { readonly spokenM: number; readonly whisperedM: number } | undefined;
  /** Degrees from which on (included) one looks again, or refers. */
  readonly spine: { readonly againFrom: number; readonly referFrom: number } | undefined;
  /** Number of decayed teeth from which on one refers. */
  readonly dental: { readonly cariesFrom: number } | undefined;
  /** What each code leads to; a code that is not there gives no advice. */
  readonly actions: { readonly [K in AdviceCode]?: AdviceAction };
}

/**
 * The usual rules. Sources: vision 7/10 or less, scoliometer 5 and 7 degrees (common school practice, no Vietnamese
 * text seen); voice 5 m and whisper 0.5 m (prefilled as normal by the health-check programs in use); blood pressure
 * see `bloodPressureLimits`; dental and all actions are proposals. Spread and change what your province does otherwise.
 */
export const adviceSettings: AdviceSettings = {
  bloodPressure: { limits: bloodPressureLimits, times: 3 },
  vision: { lowUpTo: 0.7 },
  hearing: { spokenM: 5, whisperedM: 0.5 },
  spine: { againFrom: 5, referFrom: 7 },
  dental: { cariesFrom: 1 },
  actions: {
    'nutrition.severeUnderweight': 'referCommune',
    'nutrition.underweight': 'monitorAtSchool',
    'nutrition.severeStunting': 'referCommune',
    'nutrition.stunting': 'monitorAtSchool',
    'nutrition.severeWasting': 'referSpecialist',
    'nutrition.wasting': 'referCommune',
    'nutrition.severeThinness': 'referCommune',
    'nutrition.thinness': 'monitorAtSchool',
    'nutrition.riskOfOverweight': 'monitorAtSchool',
    'nutrition.overweight': 'monitorAtSchool',
    'nutrition.obesity': 'referCommune',
    'nutrition.moderateAcuteMalnutrition': 'referCommune',
    'nutrition.severeAcuteMalnutrition': 'referSpecialist',
    'nutrition.chronicEnergyDeficiency': 'monitorAtSchool',
    'nutrition.oedema': 'referSpecialist',
    'nutrition.implausible': 'measureAgain',
    'bloodPressure.again': 'measureAgain',
    'bloodPressure.high': 'referCommune',
    'vision.low': 'referSpecialist',
    'vision.lowWithGlasses': 'referSpecialist',
    'hearing.low': 'referSpecialist',
    'spine.again': 'measureAgain',
    'spine.rotation': 'referSpecialist',
    'spine.curved': 'referSpecialist',
    'dental.caries': 'referSpecialist',
  },
};

/**
 * Acuity as a decimal (1 is 10/10). Counting fingers ("ĐNT"), hand motion ("BBT") and light ("ST") are 0. `undefined`
 * for other words and for a bare whole number, which may be tenths or tens.
 */
export function decimalAcuity(acuity: Acuity): number | undefined {
  if (typeof acuity === 'number') return acuity >= 0 && acuity <= 2 ? acuity : undefined;
  const text = acuity?.normalize('NFC').trim().toLowerCase() ?? '';
  if (/^(đnt|đếm ngón tay|bbt|bóng bàn tay|st(?!\p{L})|sáng tối)/u.test(text)) return 0;
  const [, upper, lower] = /^(\d{1,2}(?:[.,]\d+)?)\s*\/\s*(\d{1,3})(?!\d)/.exec(text) ?? [];
  if (upper && lower) {
    const found = Number(upper.replace(',', '.')) / Number(lower);
    return found <= 2 ? found : undefined;
  }
  const [decimal] = /^[0-2][.,]\d+/.exec(text) ?? [];
  return decimal ? decimalAcuity(Number(decimal.replace(',', '.'))) : undefined;
}

type Found = Omit<Advice, 'action'>;

/**
 * Advice on what was measured, in the order of the school book: what to look at again and whom to refer. Advice only,
 * never a diagnosis; what is not measured or cannot be read gives none.
 */
export function adviceFor(
  values: ScreeningValues,
  settings: AdviceSettings = adviceSettings,
): readonly Advice[] {
  const found = [
    ...nutritionAdvice(values),
    ...pressureAdvice(values, settings),
    ...visionAdvice(values, settings),
    ...hearingAdvice(values, settings),
    ...spineAdvice(values, settings),
    ...dentalAdvice(values, settings),
  ];
  return found.flatMap((each) => {
    const action = settings.actions[each.code];
    return action ? { ...each, action } : [];
  });
}

function nutritionAdvice({ nutrition, oedema }: ScreeningValues): Found[] {
  const found = new Map<AdviceCode, string[]>();
  const add = (code: AdviceCode, about: string): void =>
    void found.set(code, [...(found.get(code) ?? []), about]);
  const results = nutrition?.results.filter(({ beside }) => !beside) ?? [];
  if (oedema || results.some(({ because }) => because)) add('nutrition.oedema', 'oedema');
  for (const { indicator, class: judged, implausible, because } of results) {
    if (implausible) add('nutrition.implausible', indicator);
    if (judged && judged !== 'normal' && !because) add(`nutrition.${judged}`, indicator);
  }
  return Array.from(found, ([code, about]) => ({ code, about }));
}

function pressureAdvice(values: ScreeningValues, { bloodPressure }: AdviceSettings): Found[] {
  const { bloodPressureMmHg: pressure, bloodPressureTimes = 1, years, sex } = values;
  if (!bloodPressure || !pressure || years === undefined) return [];
  const limit = bloodPressureLimit(years, sex, bloodPressure.limits);
  const { systolic, diastolic = 0 } = pressure;
  if (!limit || (systolic < limit.systolic && diastolic < limit.diastolic)) return [];
  const { times } = bloodPressure;
  return [
    {
      code: bloodPressureTimes < times ? 'bloodPressure.again' : 'bloodPressure.high',
      about: ['bloodPressureMmHg'],
      params: { ...limit, times },
    },
  ];
}

function visionAdvice(values: ScreeningValues, { vision }: AdviceSettings): Found[] {
  if (!vision) return [];
  const low = (way: 'uncorrected' | 'corrected'): string[] =>
    (['Right', 'Left'] as const).flatMap((side) => {
      const acuity = decimalAcuity(values.vision?.[`${way}${side}`]);
      return acuity !== undefined && acuity <= vision.lowUpTo ? `vision.${way}${side}` : [];
    });
  const params = { tenths: Math.round(vision.lowUpTo * 100) / 10 };
  const [bare, withGlasses] = [low('uncorrected'), low('corrected')];
  return [
    ...(bare.length ? [{ code: 'vision.low', about: bare, params } as const] : []),
    ...(withGlasses.length ? [{ code: 'vision.lowWithGlasses', about: withGlasses, params } as const] : []),
  ];
}

function hearingAdvice(values: ScreeningValues, { hearing }: AdviceSettings): Found[] {
  if (!hearing) return [];
  const about = (['spoken', 'whispered'] as const).flatMap((voice) =>
    (['Right', 'Left'] as const).flatMap((side) => {
      const metres = values.hearing?.[`${voice}${side}M`];
      return metres !== undefined && metres < hearing[`${voice}M`] ? `hearing.${voice}${side}M` : [];
    }),
  );
  return about.length ? [{ code: 'hearing.low', about, params: { ...hearing } }] : [];
}

function spineAdvice(values: ScreeningValues, { spine }: AdviceSettings): Found[] {
  if (!spine) return [];
  const { spineRotationDegrees: degrees, spine: boxes = [] } = values;
  const params = { ...spine };
  const found: Found[] = [];
  if (degrees !== undefined && degrees >= spine.againFrom) {
    const code = degrees >= spine.referFrom ? 'spine.rotation' : 'spine.again';
    found.push({ code, about: ['spineRotationDegrees'], params });
  }
  if (boxes.some((box) => box !== 'normal')) found.push({ code: 'spine.curved', about: ['spine'] });
  return found;
}

function dentalAdvice({ caries }: ScreeningValues, { dental }: AdviceSettings): Found[] {
  return dental && caries !== undefined && caries >= dental.cariesFrom
    ? [{ code: 'dental.caries', about: ['caries'], params: { ...dental } }]
    : [];
}
