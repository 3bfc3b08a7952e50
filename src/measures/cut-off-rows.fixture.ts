const [who2006, who2007] = ['WHO Child Growth Standards 2006', 'WHO Growth Reference 2007'];
const [both, arm, adult] = [
  `${who2006}, ${who2007}`,
  'WHO and UNICEF 2009: arm bands for 6 to 59 months',
  'WHO Technical Report Series 854, 1995',
];

/** The cut-offs as the papers give them: indicator, months from and to (`+` = that month too), class, limit, source. */
export const cutOffRows: readonly (readonly [string, number, number | string, string, string, string])[] = [
  ['weightForAge', 0, '120+', 'severeUnderweight', '< -3', both],
  ['weightForAge', 0, '120+', 'underweight', '< -2', both],
  ['heightForAge', 0, '228+', 'severeStunting', '< -3', both],
  ['heightForAge', 0, '228+', 'stunting', '< -2', both],
  ['weightForHeight', 0, 60, 'severeWasting', '< -3', who2006],
  ['weightForHeight', 0, 60, 'wasting', '< -2', who2006],
  ['weightForHeight', 0, 60, 'obesity', '> 3', who2006],
  ['weightForHeight', 0, 60, 'overweight', '> 2', who2006],
  ['bmiForAge', 0, 60, 'severeWasting', '< -3', who2006],
  ['bmiForAge', 0, 60, 'wasting', '< -2', who2006],
  ['bmiForAge', 0, 60, 'obesity', '> 3', who2006],
  ['bmiForAge', 0, 60, 'overweight', '> 2', who2006],
  ['bmiForAge', 60, '228+', 'severeThinness', '< -3', who2007],
  ['bmiForAge', 60, '228+', 'thinness', '< -2', who2007],
  ['bmiForAge', 60, '228+', 'obesity', '> 2', who2007],
  ['bmiForAge', 60, '228+', 'overweight', '> 1', who2007],
  ['arm', 6, 60, 'severeAcuteMalnutrition', '< 115', arm],
  ['arm', 6, 60, 'moderateAcuteMalnutrition', '< 125', arm],
  ['bmi', 228, Infinity, 'chronicEnergyDeficiency', '< 18.5', adult],
];
