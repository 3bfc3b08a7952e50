import { fill } from '../../src/i18n/index.ts';
import type { GrowthWords } from '../../src/i18n/screening.ts';
import { loadSchoolWords } from '../../src/i18n/school.ts';
import type { SchoolWords } from '../../src/i18n/school.ts';
import { loadStationWords } from '../../src/i18n/station.ts';
import type { StationWords } from '../../src/i18n/station.ts';
import { adviceFor, age, assessNutrition, bmi } from '../../src/measures/index.ts';
import type {
  Advice,
  AdviceSettings,
  GrowthTables,
  NutritionAssessment,
  NutritionResult,
  ScreeningValues,
  Sex,
} from '../../src/measures/index.ts';
import { bookPath } from '../../src/school/index.ts';
import type { Round, StationCode } from '../../src/school/index.ts';
import { getAt } from '../../src/schema/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { numberText } from './chart-points.ts';
import { loadGrowthWords } from './growth-words.ts';

export { loadGrowthTables } from '../../src/measures/index.ts';

/** One line of what was found: name, value, what it says; `look` = something to look at. */
export interface Line {
  readonly name: string;
  readonly value: string;
  readonly says: string;
  readonly look: boolean;
}

/** What is worked out from the values of a round, in words. Advice, never a diagnosis. */
export interface Findings {
  readonly lines: readonly Line[];
  readonly advice: readonly { readonly says: string; readonly action: string }[];
  /** The word of the book that the measures give. */
  readonly book: NutritionAssessment['book'];
}

/** Words that findings are told in. */
export interface FindingWords {
  readonly growth: GrowthWords;
  readonly school: SchoolWords;
  readonly station: StationWords;
}

/** The words of a language about what was found. */
export async function loadFindingWords(locale: string): Promise<FindingWords> {
  const [growth, school, station] = await Promise.all([
    loadGrowthWords(locale),
    loadSchoolWords(locale),
    loadStationWords(locale),
  ]);
  return { growth, school, station };
}

/** Which round is looked at on which day, and whose advice is told. */
export interface WhatIsTold {
  readonly year: string;
  readonly round: Round;
  /** Where the round has no day of its own. */
  readonly today: string;
  readonly stations: readonly StationCode[];
  readonly settings?: AdviceSettings | undefined;
}

const stationOf: { readonly [about: string]: StationCode } = {
  nutrition: 'measure',
  bloodPressure: 'measure',
  vision: 'eye',
  dental: 'dental',
  hearing: 'doctor',
  spine: 'doctor',
};

/** The values of a round by their names. */
function valuesOf(draft: RecordDraft, year: string, round: Round): ScreeningValues & { readonly row: Row } {
  const book = getAt(draft, bookPath(year));
  const row = (getAt(book, `rounds.${round}`) ?? {}) as Row;
  const found = (path: string): unknown => getAt(book, path);
  const spine = row.spine ?? (found('specialist.musculoskeletal.spine') as readonly string[] | undefined);
  return {
    row,
    oedema: row.oedema,
    bloodPressureMmHg: row.bloodPressureMmHg,
    vision: row.vision,
    hearing: found('specialist.ent') as ScreeningValues['hearing'],
    spineRotationDegrees: row.spineRotationDegrees,
    spine,
    caries: row.caries,
  };
}

type Row = Omit<ScreeningValues, 'hearing' | 'nutrition'> & {
  readonly measuredOn?: string;
  readonly weightKg?: number;
  readonly heightCm?: number;
  readonly headCm?: number;
  readonly armMm?: number;
  readonly position?: 'lying' | 'standing';
};

/** Works out what the values of a round say, and puts it into words. */
export function findingsOf(
  draft: RecordDraft,
  { year, round, today, stations, settings }: WhatIsTold,
  tables: GrowthTables,
  words: FindingWords,
): Findings {
  const { row, ...values } = valuesOf(draft, year, round);
  const person = draft.administrative;
  const known = age(person?.birthDate, row.measuredOn ?? today);
  const sex: Sex | undefined = person?.sex === 'male' || person?.sex === 'female' ? person.sex : undefined;
  const nutrition = known && sex ? assessNutrition({ ...row, sex, ageDays: known.days }, tables) : undefined;
  const all = adviceFor({ ...values, sex, years: known?.years, nutrition }, settings);
  const told = all.filter((each) => isOf(each, stations));
  return {
    lines: stations.includes('measure') || stations.includes('doctor') ? lines(row, nutrition, words) : [],
    advice: told.map(({ code, params = {}, action }) => ({
      says: fill(words.growth.advice[code], numbers(params, words)),
      action: words.growth.actions[action],
    })),
    book: nutrition?.book,
  };
}

/** A doctor is told everything, a station what it is about. */
const isOf = ({ code }: Advice, stations: readonly StationCode[]): boolean =>
  stations.includes('doctor') || stations.includes(stationOf[code.split('.')[0]!]!);

const numbers = (
  params: { readonly [name: string]: number },
  { growth }: FindingWords,
): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, numberText(growth, value)]));

function lines(row: Row, nutrition: NutritionAssessment | undefined, words: FindingWords): Line[] {
  const { growth, station, school } = words;
  const mass = bmi(row);
  const first: Line[] =
    mass === undefined
      ? []
      : [{ name: station.ui.bmi, value: `${numberText(growth, mass)} kg/m²`, says: '', look: false }];
  const results = nutrition?.results ?? [];
  const isMeasured = row.weightKg !== undefined || row.heightCm !== undefined;
  const complete = results.length > 0 && row.weightKg !== undefined && row.heightCm !== undefined;
  const book = nutrition?.book;
  const summary: Line[] =
    complete && isMeasured
      ? [
          {
            name: station.ui.book,
            value: '',
            says: book ? school.options.nutrition[book] : station.ui.undecided,
            look: book !== 'normal',
          },
        ]
      : [];
  return [...first, ...results.map((result) => lineOf(result, words)), ...summary];
}

function lineOf(result: NutritionResult, { growth, station }: FindingWords): Line {
  const { indicator, z, value, class: found, implausible, because } = result;
  const name =
    indicator === 'arm'
      ? station.ui.arm
      : indicator === 'bmi'
        ? station.ui.bmi
        : growth.indicators[indicator];
  const [least, most] = z ?? [];
  const range =
    least === undefined
      ? value === undefined
        ? ''
        : numberText(growth, value)
      : fill(station.ui.z, {
          z:
            least === most
              ? numberText(growth, least, 2)
              : `${numberText(growth, least, 2)} ${growth.ui.to} ${numberText(growth, most!, 2)}`,
        });
  const says = [
    because && growth.reasons.oedema,
    found && !because && !(implausible && found === 'normal') && growth.classes[found],
    implausible && growth.reasons.implausible,
  ];
  return {
    name,
    value: range,
    says: says.filter(Boolean).join('; '),
    look: Boolean(because || implausible || (found && found !== 'normal')),
  };
}
