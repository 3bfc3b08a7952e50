import { fill, formatBloodPressure, formatNumber } from '../../src/i18n/index.ts';
import type { ResultsWords } from '../../src/i18n/results.ts';
import type { SchoolWords } from '../../src/i18n/school.ts';
import type { GrowthWords } from '../../src/i18n/screening.ts';
import type { SyncWords } from '../../src/i18n/sync.ts';
import { bmi } from '../../src/measures/index.ts';
import type { RecordDraft, SchoolBook } from '../../src/schema/index.ts';
import { bookPath } from '../../src/school/index.ts';
import type { Finding, FindingCode, Round } from '../../src/school/index.ts';

/** Everything that results are said with, in one language. */
export interface AllWords {
  readonly results: ResultsWords;
  readonly school: SchoolWords;
  readonly growth: GrowthWords;
  /** Why a value is missing. */
  readonly absent: SyncWords['absent'];
}

/** One thing that was measured or examined, ready to be read. */
export interface ResultLine {
  readonly label: string;
  readonly value: string;
  readonly level: Finding['level'] | undefined;
}

/** What stands of a pupil in a round and in the specialist examination, and what does not. */
export interface ResultLines {
  readonly round: readonly ResultLine[];
  readonly specialist: readonly ResultLine[];
  /** Labels of what was not measured, with the reason where one is written. */
  readonly missing: readonly string[];
}

type Measure = keyof ResultsWords['measures'];

/** A number with the decimal sign of the language. */
export const numberWords = (locale: string, value: number): string =>
  locale === 'vi' ? formatNumber(value) : String(value);

/** The values of one part of a book as lines. What could not be read is given as it was written. */
class Reader {
  readonly #record: RecordDraft;
  readonly #under: string;
  readonly #words: AllWords;
  readonly #findings: readonly Finding[];

  constructor(record: RecordDraft, under: string, words: AllWords, findings: readonly Finding[]) {
    this.#record = record;
    this.#under = under;
    this.#words = words;
    this.#findings = findings;
  }

  get #values(): ResultsWords['values'] {
    return this.#words.results.values;
  }

  /** What stands at a place instead of a value: text that could not be read. */
  unread(place: string): string | undefined {
    const text = this.#record.unread?.[`${this.#under}.${place}`];
    return text === undefined ? undefined : fill(this.#values.unread, { text });
  }

  /** Why there is no value. */
  reason(place: string): string | undefined {
    const reason = this.#record.absent?.[`${this.#under}.${place}`];
    return reason && this.#words.absent[reason];
  }

  text(place: string, shown: string | undefined): string | undefined {
    return shown ?? this.unread(place);
  }

  number(place: string, value: number | undefined, unit = ''): string | undefined {
    const { locale } = this.#words.results;
    return this.text(place, value === undefined ? undefined : `${numberWords(locale, value)}${unit}`);
  }

  boxes(place: string, chosen: readonly string[] | undefined, options: object): string | undefined {
    const words = options as { readonly [option: string]: string };
    return this.text(place, chosen?.length ? chosen.map((one) => words[one] ?? one).join(', ') : undefined);
  }

  eyes(place: string, way: 'uncorrected' | 'corrected', acuity: Acuity = {}): string | undefined {
    const [right, left] = (['Right', 'Left'] as const).map((side) => {
      const name = `${way}${side}` as const;
      return this.text(`${place}.${name}`, acuity[name]);
    });
    if (right === undefined && left === undefined) return undefined;
    const side = (name: 'Right' | 'Left', value: string | undefined): string =>
      value ?? this.reason(`${place}.${way}${name}`) ?? this.#values.nothing;
    return fill(this.#values.eyes, { right: side('Right', right), left: side('Left', left) });
  }

  ears(ent: NonNullable<Specialist['ent']>): string | undefined {
    const names = ['spokenRight', 'spokenLeft', 'whisperedRight', 'whisperedLeft'] as const;
    const found = names.map((name) => this.number(`ent.${name}M`, ent[`${name}M`], ' m'));
    if (found.every((each) => each === undefined)) return undefined;
    const { nothing, ears } = this.#values;
    return fill(ears, Object.fromEntries(names.map((name, at) => [name, found[at] ?? nothing])));
  }

  /** What was said of it: the gravest of the findings. */
  level(...codes: readonly FindingCode[]): Finding['level'] | undefined {
    const levels = this.#findings.filter(({ code }) => codes.includes(code)).map(({ level }) => level);
    return (['advice', 'open', 'none'] as const).find((level) => levels.includes(level));
  }
}

type Values = NonNullable<SchoolBook['rounds']>[string];
type Specialist = NonNullable<SchoolBook['specialist']>;
type Acuity = NonNullable<Values['vision']>;

const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter((part) => part?.trim()).join('; ') || undefined;

/** What was measured and examined of a pupil, line by line, and what was not. `book` = the summary of nutrition. */
export function linesOf(
  record: RecordDraft,
  at: { readonly year: string; readonly round: Round },
  found: readonly Finding[],
  nutrition: Values['nutrition'],
  words: AllWords,
): ResultLines {
  const book: SchoolBook = record.screenings?.[at.year] ?? {};
  const labels = words.results.measures;
  const line = (
    name: Measure,
    value: string | undefined,
    level?: Finding['level'] | undefined,
  ): ResultLine[] => (value === undefined ? [] : [{ label: labels[name], value, level }]);

  const values: Values = book.rounds?.[at.round] ?? {};
  const under = `${bookPath(at.year)}.rounds.${at.round}`;
  const { options } = words.school;
  const read = new Reader(
    record,
    under,
    words,
    found.filter(({ part }) => part === at.round),
  );
  const worked = bmi(values);
  const pressure = values.bloodPressureMmHg;
  const all: readonly (readonly [Measure, string | undefined, Finding['level'] | undefined])[] = [
    ['weightKg', read.number('weightKg', values.weightKg, ' kg'), read.level('weightForAge')],
    ['heightCm', read.number('heightCm', values.heightCm, ' cm'), read.level('heightForAge')],
    [
      'bmi',
      worked === undefined ? undefined : `${numberWords(words.results.locale, worked)} kg/m²`,
      read.level('bmiForAge', 'weightForHeight', 'bmi'),
    ],
    [
      'nutrition',
      nutrition && options.nutrition[nutrition],
      nutrition && (nutrition === 'normal' ? 'none' : 'advice'),
    ],
    [
      'bloodPressure',
      read.text('bloodPressureMmHg', pressure && `${formatBloodPressure(pressure)} mmHg`),
      read.level('bloodPressure'),
    ],
    ['vision', read.eyes('vision', 'uncorrected', values.vision), read.level('vision')],
    ['visionWithGlasses', read.eyes('vision', 'corrected', values.vision), read.level('visionWithGlasses')],
    ['spine', spineWords(read, values, words), read.level('spine')],
    ['caries', cariesWords(read, values, words), read.level('caries')],
  ];
  const places: { readonly [name in Measure]?: string } = {
    weightKg: 'weightKg',
    heightCm: 'heightCm',
    bloodPressure: 'bloodPressureMmHg',
    vision: 'vision.uncorrectedRight',
    spine: 'spine',
    caries: 'caries',
  };
  const missing = all.flatMap(([name, value]) => {
    const place = places[name];
    if (value !== undefined || !place) return [];
    const reason = read.reason(place) ?? (name === 'spine' ? read.reason('spineRotationDegrees') : undefined);
    const label = lowered(labels[name]);
    return reason ? `${label} (${reason})` : label;
  });
  return {
    round: all.flatMap((each) => line(...each)),
    specialist: specialistLines(record, at.year, found, words).flatMap((each) => line(...each)),
    missing,
  };
}

const lowered = (text: string): string => text[0]!.toLowerCase() + text.slice(1);

function spineWords(read: Reader, values: Values, { school, results }: AllWords): string | undefined {
  const degrees = read.number('spineRotationDegrees', values.spineRotationDegrees);
  return joined(
    read.boxes('spine', values.spine, school.options.spine),
    degrees && fill(results.values.degrees, { n: degrees }),
  );
}

function cariesWords(read: Reader, { caries }: Values, { results }: AllWords): string | undefined {
  const { teeth, noTeeth } = results.values;
  const shown = caries === undefined ? undefined : caries ? fill(teeth, { n: caries }) : noTeeth;
  return read.text('caries', shown);
}

function specialistLines(
  record: RecordDraft,
  year: string,
  found: readonly Finding[],
  words: AllWords,
): readonly (readonly [Measure, string | undefined, Finding['level'] | undefined])[] {
  const specialist: Specialist = record.screenings?.[year]?.specialist ?? {};
  const part = found.filter((finding) => finding.part === 'specialist');
  const read = new Reader(record, `${bookPath(year)}.specialist`, words, part);
  const { eye = {}, ent = {}, dental = {}, musculoskeletal = {} } = specialist;
  const { options } = words.school;
  const acuity = (['uncorrected', 'corrected'] as const).map((way) => {
    const text = read.eyes('eye.acuity', way, eye.acuity);
    const label = words.results.measures[way === 'uncorrected' ? 'vision' : 'visionWithGlasses'];
    return text && `${lowered(label)}: ${text}`;
  });
  const jaw = (name: 'upperJaw' | 'lowerJaw'): string | undefined => {
    const text = read.text(`dental.${name}`, dental[name]);
    return text && `${lowered(words.school.labels.screenings.specialist.dental[name])}: ${text}`;
  };
  return [
    [
      'eye',
      joined(
        ...acuity,
        read.boxes('eye.refraction', eye.refraction, options.refraction),
        read.text('eye.diseases', eye.diseases),
      ),
      read.level('vision', 'visionWithGlasses'),
    ],
    ['ent', joined(read.ears(ent), read.text('ent.diseases', ent.diseases)), read.level('hearing')],
    [
      'dental',
      joined(jaw('upperJaw'), jaw('lowerJaw'), read.text('dental.diseases', dental.diseases)),
      undefined,
    ],
    [
      'musculoskeletal',
      joined(
        read.boxes('musculoskeletal.spine', musculoskeletal.spine, options.spine),
        read.text('musculoskeletal.other', musculoskeletal.other),
      ),
      read.level('spine'),
    ],
  ];
}
