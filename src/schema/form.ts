import {
  box,
  boxes,
  choice,
  coded,
  date,
  decimal,
  lines,
  named,
  phone,
  planned,
  text,
  times,
  vision,
  whole,
} from './leaves.ts';

/**
 * The form of QĐ 831/QĐ-BYT as data: every printed row is one leaf. Schemas, screens, labels and checks are
 * all made from this table, so a field exists in one place only. It knows neither words nor zod.
 */

const address = {
  line: lines,
  commune: coded('communes'),
  district: { kind: 'district' },
  province: coded('provinces'),
} as const;

const identifier = { number: { kind: 'identifier' }, issuedOn: date, issuedPlace: named } as const;

/** Part A, "PHẦN THÔNG TIN HÀNH CHÍNH". */
export const administrativeForm = {
  householdCode: named,
  fullName: text,
  relationToHead: coded('relationships'),
  sex: choice('male', 'female'),
  bloodAbo: choice('O', 'A', 'B', 'AB'),
  bloodRh: choice('+', '-'),
  birthDate: date,
  birthRegistration: coded('provinces'),
  ethnicity: coded('ethnicGroups'),
  nationality: coded('nationalities'),
  religion: coded('religions'),
  occupation: coded('occupations'),
  identifiers: { rows: identifier, printed: ['personal', 'insurance'] },
  permanentAddress: address,
  currentAddress: address,
  phoneLandline: phone,
  phoneMobile: phone,
  email: { kind: 'email' },
  motherName: named,
  fatherName: named,
  caregiverName: named,
  caregiverRelation: coded('relationships'),
  guardianPhoneLandline: phone,
  guardianPhoneMobile: phone,
} as const;

const familyAllergy = { description: lines, affected: text } as const;
const familyDisease = { present: box, affected: text } as const;

/** Part B, "NHÓM THÔNG TIN TIỀN SỬ VÀ CÁC YẾU TỐ LIÊN QUAN SỨC KHỎE", B1 to B8 in the order of the paper. */
export const historyForm = {
  birth: {
    delivery: boxes('normal', 'caesarean'),
    preterm: box,
    asphyxia: box,
    weightG: whole('g'),
    lengthCm: decimal('cm'),
    defects: lines,
    other: lines,
  },
  risk: {
    smoking: boxes('no', 'yes', 'regular', 'quit'),
    alcohol: boxes('no', 'yes', 'quit'),
    alcoholGlassesPerDay: decimal('glasses'),
    drugs: boxes('no', 'yes', 'regular', 'quit'),
    activity: boxes('no', 'yes', 'regular'),
    exposure: lines,
    exposureDuration: text,
    toilet: choice('flush', 'twoVault', 'bucket', 'none'),
    other: lines,
  },
  allergies: { drug: lines, chemical: lines, food: lines, other: lines },
  diseases: {
    cardiovascular: box,
    hypertension: box,
    diabetes: box,
    stomach: box,
    chronicLung: box,
    asthma: box,
    goitre: box,
    hepatitis: box,
    congenitalHeart: box,
    mental: box,
    autism: box,
    epilepsy: box,
    cancer: lines,
    tuberculosis: lines,
    other: lines,
  },
  disabilities: {
    hearing: lines,
    vision: lines,
    hand: lines,
    leg: lines,
    scoliosis: lines,
    cleft: lines,
    other: lines,
  },
  surgeries: lines,
  familyAllergies: {
    drug: familyAllergy,
    chemical: familyAllergy,
    food: familyAllergy,
    other: familyAllergy,
  },
  familyDiseases: {
    cardiovascular: familyDisease,
    asthma: familyDisease,
    hypertension: familyDisease,
    diabetes: familyDisease,
    mental: familyDisease,
    epilepsy: familyDisease,
    cancer: lines,
    tuberculosis: lines,
    other: lines,
  },
  reproductive: {
    contraception: lines,
    lastPregnancy: lines,
    pregnancies: times,
    miscarriages: times,
    abortions: times,
    births: times,
    normalDeliveries: times,
    caesareans: times,
    difficultDeliveries: times,
    termBirths: times,
    pretermBirths: times,
    livingChildren: whole('children'),
    gynecologicalDisease: lines,
  },
  otherIssues: lines,
} as const;

/** One dose of tables C1 and C2. `vaccine` is only written for rows that are not printed. */
const dose = {
  vaccine: coded('vaccines'),
  notGiven: box,
  givenOn: date,
  reaction: lines,
  appointmentOn: planned,
} as const;

/** Part C, "TIÊM CHỦNG": `basic` = C1, `other` = C2, `tetanus` = C3. */
export const immunizationsForm = {
  basic: {
    rows: dose,
    printed: [
      'bcg',
      'hepBBirth',
      'dptHepBHib1',
      'dptHepBHib2',
      'dptHepBHib3',
      'polio1',
      'polio2',
      'polio3',
      'measles1',
      'measles2',
      'dpt4',
      'japaneseEncephalitis1',
      'japaneseEncephalitis2',
      'japaneseEncephalitis3',
    ],
  },
  motherTetanusDoses: whole('doses'),
  other: {
    rows: dose,
    printed: [
      'cholera1',
      'cholera2',
      'mumps1',
      'mumps2',
      'mumps3',
      'influenza1',
      'influenza2',
      'influenza3',
      'typhoid',
      'hpv1',
      'hpv2',
      'hpv3',
      'pneumococcal',
    ],
  },
  tetanus: {
    rows: { ...dose, gestationMonth: whole('month') },
    printed: ['tetanus1', 'tetanus2', 'tetanus3', 'tetanus4', 'tetanus5'],
  },
} as const;

/** Part D, "KHÁM LÂM SÀNG VÀ CẬN LÂM SÀNG": one visit. */
export const examinationForm = {
  examinedOn: date,
  presentIllness: lines,
  vitals: {
    pulsePerMinute: whole('perMinute'),
    temperatureC: decimal('°C'),
    bloodPressureMmHg: { kind: 'bloodPressure' },
    respiratoryRatePerMinute: whole('perMinute'),
    weightKg: decimal('kg'),
    heightCm: decimal('cm'),
    bmi: decimal('kg/m²'),
    waistCm: decimal('cm'),
  },
  vision: {
    uncorrectedRight: vision,
    uncorrectedLeft: vision,
    correctedRight: vision,
    correctedLeft: vision,
  },
  general: { skinMucosa: lines, other: lines },
  organs: {
    cardiovascular: lines,
    respiratory: lines,
    digestive: lines,
    urinary: lines,
    musculoskeletal: lines,
    endocrine: lines,
    neurological: lines,
    mental: lines,
    surgical: lines,
    obGyn: lines,
    ent: lines,
    dental: lines,
    eye: lines,
    dermatology: lines,
    nutrition: lines,
    motor: lines,
    other: lines,
    development: lines,
  },
  labs: { hematology: lines, bloodChemistry: lines, urineChemistry: lines, abdominalUltrasound: lines },
  diagnoses: { kind: 'diagnoses' },
  advice: lines,
  doctor: text,
} as const;

/** The whole form: A, B, C once per person, D once per visit. */
export const recordForm = {
  administrative: administrativeForm,
  history: historyForm,
  immunizations: immunizationsForm,
  examinations: { rows: examinationForm },
} as const;

/** Name of one of the four parts. */
export type Part = keyof typeof recordForm;
