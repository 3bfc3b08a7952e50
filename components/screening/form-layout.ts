import type { StationCode } from '../../src/school/index.ts';

/** Blanks that stand together: `at` is their place in the school book (`{round}` the round of the day). */
export interface Block {
  readonly at: string;
  /** Names with their columns of twelve: `name:columns name:columns …`. */
  readonly fields: string;
  /** Rows that are added as needed; their words are `rowWords` with a number. */
  readonly rowWords?: 'incident' | 'guardian';
  /** Whether the printed name of the place stands above. */
  readonly named?: true;
  /** Whether they are written for every pupil; others open on demand. */
  readonly core?: true;
}

const round = 'rounds.{round}';

/** What each station shows, in the order in which it is written: every place of the book once. */
export const layout: { readonly [station in StationCode]: readonly Block[] } = {
  general: [
    {
      at: 'general.school',
      fields: 'name:6 className:3 year:3 level:12 commune:6 province:6',
      named: true,
      core: true,
    },
    {
      at: 'general.guardians',
      fields: 'name:6 relation:3 phone:3 occupation:4 address:8',
      named: true,
      core: true,
      rowWords: 'guardian',
    },
    { at: 'general', fields: 'birthOrder:3 siblings:3', core: true },
    { at: 'general.birth', fields: 'birthKinds:12 other:12', core: true },
    { at: 'general.diseases', fields: 'diseaseKinds:12 other:12', core: true },
    { at: 'general.treatment', fields: 'now:4 details:8', named: true, core: true },
    {
      at: 'general.vaccinated',
      fields: 'bcg:6 dpt:6 measles:6 polio:6 japaneseEncephalitis:6 hepB:6 other:6 otherName:6',
      named: true,
      core: true,
    },
  ],
  measure: [
    { at: round, fields: 'weightKg:3 heightCm:3 bloodPressureMmHg:3 pulsePerMinute:3', core: true },
    {
      at: round,
      fields:
        'position:4 oedema:4 armMm:4 headCm:4 bmi:4 measuredOn:4 nutrition:12 nutritionReason:12 note:8 measuredBy:4',
    },
  ],
  eye: [
    {
      at: `${round}.vision`,
      fields: 'uncorrectedRight:3 uncorrectedLeft:3 correctedRight:3 correctedLeft:3',
      named: true,
      core: true,
    },
    {
      at: 'specialist.eye.acuity',
      fields: 'uncorrectedRight:3 uncorrectedLeft:3 correctedRight:3 correctedLeft:3',
      named: true,
    },
    { at: 'specialist.eye', fields: 'refraction:12 diseases:12', named: true },
  ],
  dental: [
    { at: round, fields: 'caries:4', core: true },
    { at: 'specialist.dental', fields: 'upperJaw:6 lowerJaw:6 diseases:12', named: true, core: true },
  ],
  doctor: [
    { at: round, fields: 'spineRotationDegrees:4 spine:8', core: true },
    {
      at: 'specialist.ent',
      fields: 'spokenLeftM:3 whisperedLeftM:3 spokenRightM:3 whisperedRightM:3 diseases:12',
      named: true,
      core: true,
    },
    {
      at: 'specialist.pediatrics',
      fields: 'circulation:6 respiration:6 digestion:6 kidneyUrology:6 neuroPsychiatry:6 other:6',
      named: true,
      core: true,
    },
    { at: 'specialist.musculoskeletal', fields: 'spine:8 other:4', named: true, core: true },
    { at: '', fields: 'conclusion:6 healthIssues:6 recommendation:12', core: true },
    { at: 'followUp', fields: 'actions:12 referredTo:5 dueOn:3 outcome:4', named: true, core: true },
    {
      at: 'parentNotice',
      fields: 'sentOn:3 channel:6 recipient:3 acknowledgedOn:3',
      named: true,
    },
    { at: 'specialist', fields: 'examinedOn:3 facility:5 doctor:4', named: true },
    {
      at: 'incidents',
      fields: 'occurredOn:3 diagnosis:5 treatment:4 referredTo:5 note:7',
      named: true,
      rowWords: 'incident',
    },
  ],
};

/** The place of a block in the record. */
export const blockPath = ({ at }: Block, book: string, of: string): string =>
  at ? `${book}.${at.replace('{round}', of)}` : book;

/** Names of the fields of a block. */
export const fieldsOf = ({ fields }: Block): readonly string[] =>
  fields.split(' ').map((entry) => entry.split(':')[0]!);
