import type { GrowthIndicator } from './growth.ts';

/** What nutrition is judged by: the indicators of WHO, the arm in bands of mm, and BMI of adults. */
export type NutritionIndicator = GrowthIndicator | 'arm' | 'bmi';

/** What a cut-off says of a child: words of screening, not a diagnosis. */
export type NutritionClass =
  | 'normal'
  | 'underweight'
  | 'severeUnderweight'
  | 'stunting'
  | 'severeStunting'
  | 'wasting'
  | 'severeWasting'
  | 'thinness'
  | 'severeThinness'
  | 'riskOfOverweight'
  | 'overweight'
  | 'obesity'
  | 'moderateAcuteMalnutrition'
  | 'severeAcuteMalnutrition'
  | 'chronicEnergyDeficiency';

/** One line of the table of cut-offs. Of an indicator and age the first line that fits counts. */
export interface CutOff {
  readonly indicator: NutritionIndicator;
  /** Age in months from (included) to (excluded, or included where `last` says so); a month is 30.4375 days. */
  readonly months: readonly [from: number, to: number, last?: 'included'];
  readonly class: NutritionClass;
  /** The class begins below this z-score (arm: mm, BMI: kg/m²). */
  readonly below?: number;
  /** The class begins above this z-score. */
  readonly above?: number;
  /** Whether the value itself belongs to the class; WHO's limits are strict. */
  readonly orEqual?: boolean;
  /** Where the limit comes from. */
  readonly source: string;
  /** What is not certain about it. */
  readonly doubt?: string;
}

type Line = Pick<CutOff, 'class' | 'below' | 'above'>;

const thin = (severe: NutritionClass, some: NutritionClass): readonly Line[] => [
  { class: severe, below: -3 },
  { class: some, below: -2 },
];
const fat = (obesity: number, overweight: number): readonly Line[] => [
  { class: 'obesity', above: obesity },
  { class: 'overweight', above: overweight },
];

function table(): readonly CutOff[] {
  const who2006 = 'WHO Child Growth Standards 2006';
  const who2007 = 'WHO Growth Reference 2007';
  const both = `${who2006}, ${who2007}`;
  const equal = 'some Vietnamese programs count the limit itself (≥ +2, ≥ +3)';
  const underFive = [...thin('severeWasting', 'wasting'), ...fat(3, 2)];
  const groups: readonly (readonly [Omit<CutOff, 'class'>, readonly Line[]])[] = [
    [
      { indicator: 'weightForAge', months: [0, 120, 'included'], source: both },
      thin('severeUnderweight', 'underweight'),
    ],
    [
      { indicator: 'heightForAge', months: [0, 228, 'included'], source: both },
      thin('severeStunting', 'stunting'),
    ],
    [{ indicator: 'weightForHeight', months: [0, 60], source: who2006, doubt: equal }, underFive],
    [{ indicator: 'bmiForAge', months: [0, 60], source: who2006, doubt: equal }, underFive],
    [
      { indicator: 'bmiForAge', months: [60, 228, 'included'], source: who2007, doubt: equal },
      [...thin('severeThinness', 'thinness'), ...fat(2, 1)],
    ],
    [
      {
        indicator: 'arm',
        months: [6, 60],
        source: 'WHO and UNICEF 2009: arm bands for 6 to 59 months',
        doubt: 'no Vietnamese text seen; the national register also tells severe with complications apart',
      },
      [
        { class: 'severeAcuteMalnutrition', below: 115 },
        { class: 'moderateAcuteMalnutrition', below: 125 },
      ],
    ],
    [
      {
        indicator: 'bmi',
        months: [228, Infinity],
        source: 'WHO Technical Report Series 854, 1995',
        doubt:
          'the class is of QĐ 97/QĐ-PB, the limit not seen there; overweight of adults is left to the host',
      },
      [{ class: 'chronicEnergyDeficiency', below: 18.5 }],
    ],
  ];
  return groups.flatMap(([shared, lines]) => lines.map((line) => ({ ...shared, ...line })));
}

/**
 * The cut-offs used in Viet Nam, most severe first. +1 to +2 under five is normal here, as it is usually shown in
 * Viet Nam; WHO calls it a risk of overweight: add `riskOfOverweight` lines at the end to show it.
 */
export const cutOffs: readonly CutOff[] = /* @__PURE__ */ table();
