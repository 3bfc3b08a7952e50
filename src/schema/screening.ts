import { administrativeForm, examinationForm, historyForm, immunizationsForm } from './form.ts';
import {
  boxes,
  choice,
  coded,
  date,
  decimal,
  lines,
  box,
  named,
  phone,
  planned,
  text,
  vision,
  whole,
} from './leaves.ts';

/**
 * School health as data, in two forms that share their parts: the follow-up book of TTLT 13/2016/TTLT-BYT-BGDĐT
 * (Mẫu 01, grades 1 to 12) and the periodic examination of who is 6 to under 18 (Mẫu 02 of TT 25/2026/TT-BYT, group
 * `Minor` of QĐ 2062/QĐ-BYT). The papers themselves were not to be had: names and order follow the published forms of
 * those who work with them.
 */

/** Years of birth order and the like are whole numbers of children. */
const children = /* @__PURE__ */ whole('children');

/** What is measured in one round. BMI is worked out; a written one stands beside it. */
const physique = {
  weightKg: /* @__PURE__ */ decimal('kg'),
  heightCm: /* @__PURE__ */ decimal('cm'),
  /** Under two years lying, from then on standing; the other way is corrected by 0.7 cm. */
  position: /* @__PURE__ */ choice('standing', 'lying'),
  bmi: /* @__PURE__ */ decimal('kg/m²'),
  headCm: /* @__PURE__ */ decimal('cm'),
  /** Mid-upper arm circumference. */
  armMm: /* @__PURE__ */ whole('mm'),
  oedema: box,
  bloodPressureMmHg: { kind: 'bloodPressure' },
  pulsePerMinute: /* @__PURE__ */ whole('perMinute'),
} as const;

/** "Thị lực không kính / có kính", right and left. */
const acuity = {
  uncorrectedRight: vision,
  uncorrectedLeft: vision,
  correctedRight: vision,
  correctedLeft: vision,
} as const;

/** "Tai trái / Tai phải: Nói thường … m; Nói thầm … m". */
const hearing = {
  spokenLeftM: /* @__PURE__ */ decimal('m'),
  whisperedLeftM: /* @__PURE__ */ decimal('m'),
  spokenRightM: /* @__PURE__ */ decimal('m'),
  whisperedRightM: /* @__PURE__ */ decimal('m'),
} as const;

const refraction = /* @__PURE__ */ boxes('none', 'myopia', 'hyperopia', 'astigmatism');
const spine = /* @__PURE__ */ boxes('normal', 'kyphosis', 'lordosis', 'scoliosisLeft', 'scoliosisRight');
const known = /* @__PURE__ */ choice('yes', 'no', 'unknown');

/** "Tiêm chủng: Có / Không / Không nhớ rõ". */
const vaccinated = {
  bcg: known,
  dpt: known,
  measles: known,
  polio: known,
  japaneseEncephalitis: known,
  hepB: known,
  other: known,
  otherName: text,
} as const;

const guardian = {
  name: named,
  relation: /* @__PURE__ */ coded('relationships'),
  occupation: named,
  phone,
  address: lines,
} as const;

const school = {
  name: text,
  commune: /* @__PURE__ */ coded('communes'),
  province: /* @__PURE__ */ coded('provinces'),
  className: text,
  /** `2025-2026`. */
  year: text,
  level: /* @__PURE__ */ choice('preschool', 'primary', 'lowerSecondary', 'upperSecondary'),
} as const;

/** "Nhi khoa". */
const pediatrics = {
  circulation: lines,
  respiration: lines,
  digestion: lines,
  kidneyUrology: lines,
  neuroPsychiatry: lines,
  other: lines,
} as const;

const eye = { acuity, refraction, diseases: lines } as const;
const makeEnt = () => ({ ...hearing, diseases: lines }) as const;
const ent = /* @__PURE__ */ makeEnt();
const dental = { upperJaw: lines, lowerJaw: lines, diseases: lines } as const;

/** What was found leads to: staff decide, nothing is computed. */
const followUp = {
  actions: /* @__PURE__ */ boxes(
    'none',
    'monitorAtSchool',
    'measureAgain',
    'referCommune',
    'referSpecialist',
    'emergency',
  ),
  referredTo: text,
  dueOn: planned,
  outcome: lines,
} as const;

const makeSchoolBook = () =>
  ({
    /** "Phần I": filled by the parents. */
    general: {
      school,
      guardians: { rows: guardian },
      birthOrder: children,
      siblings: children,
      birth: {
        birthKinds: /* @__PURE__ */ boxes(
          'normal',
          'preterm',
          'postterm',
          'assisted',
          'asphyxia',
          'motherIll',
        ),
        other: lines,
      },
      diseases: {
        diseaseKinds: /* @__PURE__ */ boxes('asthma', 'epilepsy', 'allergy', 'congenitalHeart'),
        other: lines,
      },
      treatment: { now: /* @__PURE__ */ choice('yes', 'no'), details: lines },
      vaccinated,
    },
    /** "Phần II": measured by school health staff, twice a year. */
    rounds: {
      rows: {
        measuredOn: date,
        ...physique,
        nutrition: /* @__PURE__ */ choice('normal', 'undernourished', 'overweightObese'),
        nutritionReason: lines,
        vision: acuity,
        /** Trunk rotation read from the scoliometer. */
        spineRotationDegrees: /* @__PURE__ */ decimal('degree'),
        spine,
        caries: /* @__PURE__ */ whole('teeth'),
        note: lines,
        measuredBy: text,
      },
      printed: ['round1', 'round2'],
    },
    /** "Theo dõi diễn biến bất thường về sức khỏe". */
    incidents: {
      rows: { occurredOn: date, diagnosis: lines, treatment: lines, referredTo: text, note: lines },
    },
    /** "Phần III": by a licensed facility. */
    specialist: {
      examinedOn: date,
      facility: text,
      pediatrics,
      eye,
      ent,
      dental,
      musculoskeletal: { spine, other: lines },
      doctor: text,
    },
    conclusion: lines,
    healthIssues: lines,
    recommendation: /* @__PURE__ */ boxes('monitor', 'specialist', 'treatment'),
    followUp,
    /** At least once a school year, and whenever something was found. */
    parentNotice: {
      sentOn: date,
      channel: /* @__PURE__ */ choice('paper', 'phone', 'message', 'meeting'),
      recipient: text,
      acknowledgedOn: date,
    },
  }) as const;
/** The school book of one school year. */
export const schoolBookForm = /* @__PURE__ */ makeSchoolBook();

const physiqueClass = /* @__PURE__ */ choice('1', '2', '3', '4', '5');
/** Of one specialty: what was found, by whom, and the class a doctor gives. Classes of children are never computed. */
const classed = <T extends object>(findings: T) =>
  ({ ...findings, class: physiqueClass, doctor: text }) as const;

const makePeriodic = () =>
  ({
    examinedOn: date,
    reason: lines,
    attendsSchool: /* @__PURE__ */ choice('yes', 'no'),
    school,
    guardian,
    visitType: /* @__PURE__ */ choice('15', '16', '99'),
    subjectGroups: /* @__PURE__ */ boxes(
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
    ),
    payer: /* @__PURE__ */ choice('1', '2', '3', '4', '5', '9'),
    history: {
      family: { has: /* @__PURE__ */ choice('yes', 'no'), diagnoses: { kind: 'diagnoses' } },
      birth: {
        isNormal: /* @__PURE__ */ choice('yes', 'no'),
        perinatalKinds: /* @__PURE__ */ boxes('preterm', 'overweight', 'assisted', 'asphyxia', 'motherIll'),
      },
      own: { has: /* @__PURE__ */ choice('yes', 'no'), diagnoses: { kind: 'diagnoses' } },
      treatment: { now: /* @__PURE__ */ choice('yes', 'no'), details: lines },
      vaccinated,
    },
    physique: {
      ...physique,
      respiratoryRatePerMinute: /* @__PURE__ */ whole('perMinute'),
      class: physiqueClass,
    },
    pediatrics: /* @__PURE__ */ classed(pediatrics),
    eye: /* @__PURE__ */ classed(eye),
    ent: /* @__PURE__ */ classed(ent),
    dental: /* @__PURE__ */ classed(dental),
    musculoskeletal: { spine, other: lines },
    labs: { rows: { name: text, value: text, unit: text, conclusion: lines } },
    diagnoses: { kind: 'diagnoses' },
    healthIssues: lines,
    class: physiqueClass,
    recommendation: lines,
    followUp,
    doctor: text,
  }) as const;
/** The periodic examination of who is 6 to under 18, one visit. */
export const periodicForm = /* @__PURE__ */ makePeriodic();

/** School health of a record: books by school year (`2025-2026`), examinations by the id of their visit. */
export const screeningsForm = {
  screenings: { rows: schoolBookForm },
  periodicExaminations: { rows: periodicForm },
} as const;

/** Everything a record can hold. */
export const wholeForm = {
  administrative: administrativeForm,
  history: historyForm,
  immunizations: immunizationsForm,
  examinations: { rows: examinationForm },
  screenings: { rows: schoolBookForm },
  periodicExaminations: { rows: periodicForm },
} as const;
