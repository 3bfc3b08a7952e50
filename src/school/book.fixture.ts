/** A school book with something in every field that another form may want, and what has to come of it. Imports nothing. */

const general = {
  school: {
    name: 'Trường Ví Dụ',
    commune: { code: '00004', text: 'Phường Ba Đình' },
    province: { code: '01', text: 'Hà Nội' },
    className: '5A',
    year: '2026-2027',
    level: 'primary',
  },
  guardians: {
    g1: {
      name: 'Trần Mẫu',
      relation: { text: 'Mẹ' },
      occupation: 'Nông dân',
      phone: '0900000123',
      address: 'Thôn Mẫu',
    },
  },
  birthOrder: 1,
  siblings: 2,
  birth: { birthKinds: ['preterm', 'postterm'], other: 'Nhẹ cân' },
  diseases: { diseaseKinds: ['asthma'], other: 'Viêm da' },
  treatment: { now: 'yes', details: 'Thuốc xịt' },
  vaccinated: {
    bcg: 'yes',
    dpt: 'yes',
    measles: 'no',
    polio: 'yes',
    japaneseEncephalitis: 'unknown',
    hepB: 'yes',
    other: 'yes',
    otherName: 'Cúm',
  },
};

const round1 = {
  measuredOn: '2026-11-18',
  weightKg: 33,
  heightCm: 138,
  position: 'standing',
  bmi: 17.33,
  headCm: 52,
  armMm: 205,
  oedema: false,
  bloodPressureMmHg: { systolic: 100, diastolic: 60 },
  pulsePerMinute: 84,
  nutrition: 'normal',
  nutritionReason: 'Theo biểu đồ',
  vision: {
    uncorrectedRight: '10/10',
    uncorrectedLeft: '8/10',
    correctedRight: '10/10',
    correctedLeft: '9/10',
  },
  spineRotationDegrees: 2,
  spine: ['normal'],
  caries: 1,
  note: 'Ghi chú',
  measuredBy: 'Lê Mẫu',
};

const specialist = {
  examinedOn: '2026-12-02',
  facility: 'TYT Ví Dụ',
  pediatrics: {
    circulation: 'Tim đều',
    respiration: 'Phổi rõ',
    digestion: 'Bụng mềm',
    kidneyUrology: 'Không phù',
    neuroPsychiatry: 'Tỉnh táo',
    other: 'Hạch nhỏ',
  },
  eye: {
    acuity: {
      uncorrectedRight: '9/10',
      uncorrectedLeft: '6/10',
      correctedRight: '10/10',
      correctedLeft: '8/10',
    },
    refraction: ['myopia'],
    diseases: 'Cận thị nhẹ',
  },
  ent: {
    spokenLeftM: 5,
    whisperedLeftM: 0.5,
    spokenRightM: 4,
    whisperedRightM: 0.4,
    diseases: 'Viêm mũi',
  },
  dental: { upperJaw: '16 sâu', lowerJaw: 'Đủ', diseases: 'Sâu răng' },
  musculoskeletal: { spine: ['kyphosis'], other: 'Bàn chân bẹt' },
  doctor: 'BS. Võ Mẫu',
};

const followUp = {
  actions: ['referSpecialist'],
  referredTo: 'Bệnh viện Ví Dụ',
  dueOn: '2026-12-18',
  outcome: 'Đã khám',
};

export const fullBook = {
  general,
  rounds: { round1, round2: { measuredOn: '2027-04-02', weightKg: 35 } },
  incidents: { i1: { occurredOn: '2026-10-01', diagnosis: 'Ngã' } },
  specialist,
  conclusion: 'Sức khỏe tốt, cận thị',
  healthIssues: 'Cận thị',
  recommendation: ['specialist'],
  followUp,
  parentNotice: { sentOn: '2026-12-03' },
};

const roundVitals = {
  pulsePerMinute: 84,
  bloodPressureMmHg: { systolic: 100, diastolic: 60 },
  weightKg: 33,
  heightCm: 138,
  bmi: 17.33,
};
const organs = {
  cardiovascular: 'Tim đều',
  respiratory: 'Phổi rõ',
  digestive: 'Bụng mềm',
  urinary: 'Không phù',
  other: 'Hạch nhỏ',
  eye: 'Cận thị nhẹ',
  ent: 'Viêm mũi',
  dental: 'Sâu răng',
  musculoskeletal: 'Bàn chân bẹt',
};

/** Part D of QĐ 831: the round, and the specialists who came on another day. */
export const examinations = {
  round1: { examinedOn: '2026-11-18', vitals: roundVitals, vision: round1.vision },
  round2: { examinedOn: '2027-04-02', vitals: { weightKg: 35 } },
  specialist: {
    examinedOn: '2026-12-02',
    vision: specialist.eye.acuity,
    organs,
    diagnoses: { text: 'Sức khỏe tốt, cận thị' },
    doctor: 'BS. Võ Mẫu',
  },
};

const shared = {
  school: general.school,
  guardian: general.guardians.g1,
  history: {
    // Born late has no box on the other paper.
    birth: { isNormal: 'no', perinatalKinds: ['preterm'] },
    treatment: general.treatment,
    vaccinated: general.vaccinated,
  },
  healthIssues: 'Cận thị',
  followUp,
};

/** The periodic examination (TT 25/2026). */
export const periodic = {
  round1: {
    ...shared,
    examinedOn: '2026-11-18',
    physique: { ...roundVitals, position: 'standing', headCm: 52, armMm: 205, oedema: false },
    eye: { acuity: round1.vision },
    musculoskeletal: { spine: ['normal'] },
  },
  specialist: {
    ...shared,
    examinedOn: '2026-12-02',
    pediatrics: specialist.pediatrics,
    eye: specialist.eye,
    ent: specialist.ent,
    dental: specialist.dental,
    musculoskeletal: specialist.musculoskeletal,
  },
};
