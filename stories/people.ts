import { setAt } from '../src/schema/index.ts';
import type { HealthRecord, RecordDraft } from '../src/schema/index.ts';

/** The day on which every story happens. */
export const today = '2026-11-18';

const address = {
  line: 'Bản Nà Lốc',
  commune: { code: '04108', text: 'Xã Chiềng Sung' },
  province: { code: '14', text: 'Tỉnh Sơn La' },
};
const common = {
  ethnicity: { code: '03', text: 'Thái' },
  nationality: { code: 'VN', text: 'Việt Nam' },
  permanentAddress: address,
  currentAddress: address,
};

/** An invented woman with two children, seen twice. Nothing in her record is wrong. */
export const woman: HealthRecord = {
  schemaVersion: 1,
  capturedOn: today,
  administrative: {
    ...common,
    householdCode: '1404990118',
    fullName: 'Lò Thị Mẫu',
    relationToHead: { text: 'Vợ' },
    sex: 'female',
    bloodAbo: 'B',
    bloodRh: '+',
    birthDate: '1992-03-19',
    birthRegistration: { code: '14', text: 'Tỉnh Sơn La' },
    religion: { text: 'Không' },
    occupation: { text: 'Làm ruộng' },
    identifiers: {
      personal: {
        kind: 'citizenId',
        number: '014192990118',
        issuedOn: '2022-05-06',
        issuedPlace: 'Cục Cảnh sát QLHC về TTXH',
      },
      insurance: { kind: 'insuranceCard', number: 'DT2141499000118' },
    },
    permanentAddress: { ...address, district: 'Huyện Mai Sơn' },
    phoneMobile: '0900000118',
    motherName: 'Quàng Thị Ví',
    fatherName: 'Lò Văn Dụ',
  },
  history: {
    birth: { delivery: ['normal'], weightG: 2900, lengthCm: 49 },
    risk: {
      smoking: ['no'],
      alcohol: ['yes'],
      alcoholGlassesPerDay: 0.5,
      drugs: ['no'],
      activity: ['yes', 'regular'],
      exposure: 'Thuốc trừ sâu',
      exposureDuration: '3 tháng/năm',
      toilet: 'twoVault',
    },
    allergies: { drug: 'Penicillin: nổi mề đay năm 2015', food: 'Tôm' },
    diseases: { stomach: true, hypertension: true, other: 'Thiếu máu nhẹ' },
    surgeries: 'Mổ ruột thừa năm 2011',
    familyAllergies: { food: { description: 'Cua', affected: 'Mẹ' } },
    familyDiseases: { hypertension: { present: true, affected: 'Bố' }, asthma: { affected: 'Không ai' } },
    reproductive: {
      contraception: 'Đặt vòng 2021',
      lastPregnancy: 'Con trai 2020, đẻ thường, khỏe',
      pregnancies: 3,
      miscarriages: 1,
      abortions: 0,
      births: 2,
      normalDeliveries: 2,
      caesareans: 0,
      difficultDeliveries: 0,
      termBirths: 2,
      pretermBirths: 0,
      livingChildren: 2,
    },
    otherIssues: 'Ngại khám xa nhà; nhờ y tế bản gọi trước khi hẹn.',
  },
  immunizations: {
    motherTetanusDoses: 2,
    other: { hpv1: { notGiven: true } },
    tetanus: {
      tetanus1: { givenOn: '2017-02-10', gestationMonth: 5, reaction: 'không' },
      tetanus2: { givenOn: '2017-03-12', gestationMonth: 6, reaction: 'đau tại chỗ tiêm 1 ngày' },
    },
  },
  examinations: {
    '0mb000000first': {
      examinedOn: '2026-05-20',
      vitals: { weightKg: 49.5, heightCm: 153, bloodPressureMmHg: { systolic: 128, diastolic: 82 } },
      diagnoses: { text: 'Theo dõi tăng huyết áp' },
      doctor: 'BS. Hà Thí Dụ',
    },
    '0mi00000second': {
      examinedOn: '2026-11-18',
      presentIllness: 'Đau đầu buổi sáng 2 tuần nay, không nôn.',
      vitals: {
        pulsePerMinute: 78,
        temperatureC: 36.8,
        bloodPressureMmHg: { systolic: 146, diastolic: 92 },
        respiratoryRatePerMinute: 18,
        weightKg: 50.2,
        heightCm: 153,
        bmi: 21.4,
        waistCm: 74,
      },
      vision: { uncorrectedRight: '10/10', uncorrectedLeft: '9/10' },
      general: { skinMucosa: 'Niêm mạc hơi nhợt' },
      organs: { cardiovascular: 'Tim đều, T1 T2 rõ', respiratory: 'Phổi không ran', dental: 'Sâu răng 36' },
      labs: { hematology: 'Hb 108 g/l' },
      diagnoses: {
        text: 'I10 Tăng huyết áp vô căn; thiếu máu nhẹ',
        codes: { I10: { code: 'I10', text: 'Tăng huyết áp vô căn' } },
      },
      advice: 'Ăn nhạt, uống viên sắt, tái khám sau 2 tuần.',
      doctor: 'BS. Hà Thí Dụ',
    },
  },
  notes: { 'history.birth.weightG': 'theo lời mẹ kể' },
  absent: { 'administrative.phoneLandline': 'notApplicable' },
};

/** An invented girl of seven months in the middle of her basic immunisation. Nothing in her record is wrong. */
export const child: HealthRecord = {
  schemaVersion: 1,
  capturedOn: today,
  administrative: {
    ...common,
    fullName: 'Lò Mẫu An',
    relationToHead: { text: 'Cháu' },
    sex: 'female',
    birthDate: '2026-04-12',
    identifiers: { insurance: { kind: 'insuranceCard', number: 'TE1141499000218' } },
    motherName: 'Lò Thị Mẫu',
    fatherName: 'Quàng Văn Thử',
    caregiverName: 'Quàng Thị Ví',
    caregiverRelation: { text: 'Bà ngoại' },
    guardianPhoneMobile: '0900000118',
  },
  history: { birth: { delivery: ['caesarean'], preterm: true, weightG: 2350, lengthCm: 46 } },
  immunizations: {
    basic: {
      bcg: { givenOn: '2026-04-15', reaction: 'sẹo nhỏ' },
      hepBBirth: { givenOn: '2026-04-12', reaction: 'không' },
      dptHepBHib1: { givenOn: '2026-06-20', reaction: 'sốt 38,5 °C, 1 ngày' },
      dptHepBHib2: { givenOn: '2026-07-22' },
      dptHepBHib3: { notGiven: true, appointmentOn: '2026-11-25' },
      polio1: { givenOn: '2026-06-20' },
      polio2: { givenOn: '2026-07-22' },
      measles1: { appointmentOn: '2027-01-15' },
    },
    other: { '0mf00rotavirus': { vaccine: { text: 'Rota 1 (Rotarix)' }, givenOn: '2026-06-20' } },
  },
  examinations: {
    '0mi000000child': {
      examinedOn: today,
      vitals: { weightKg: 7.1, heightCm: 65.5, temperatureC: 36.9 },
      diagnoses: { text: 'Bình thường' },
    },
  },
  absent: { 'administrative.identifiers.personal.number': 'notAvailableYet' },
};

/** An invented man in whose record B7 was filled by mistake. */
export const man: HealthRecord = {
  schemaVersion: 1,
  capturedOn: today,
  administrative: {
    ...common,
    fullName: 'Quàng Văn Thử',
    sex: 'male',
    birthDate: '1988',
    identifiers: { personal: { kind: 'citizenId', number: '014088990318' } },
  },
  history: {
    risk: { smoking: ['yes', 'quit'], alcohol: ['yes'], alcoholGlassesPerDay: 2 },
    reproductive: { pregnancies: 1, contraception: 'Bao cao su' },
  },
  notes: { 'history.risk.smoking': 'bỏ từ 2019' },
};

/** What can go wrong in each part: impossible and unusual values, contradictions, text that cannot be read. */
export const faulty: RecordDraft = [
  ['administrative.sex', 'male'],
  ['administrative.birthDate', '2062-03-19'],
  ['administrative.householdCode', '14049'],
  ['administrative.identifiers.personal.number', '01419299011'],
  ['administrative.currentAddress.province', { code: '01', text: 'Thành phố Hà Nội' }],
  ['history.birth.weightG', 32],
  ['history.risk.smoking', ['no', 'regular']],
  ['history.risk.alcohol', ['no']],
  ['history.surgeries', 'Mổ ruột thừa năm 2031'],
  ['history.reproductive.livingChildren', 9],
  ['immunizations.basic.bcg', { notGiven: true, givenOn: '2026-04-15', appointmentOn: '2026-04-01' }],
  ['immunizations.basic.polio1', { givenOn: '2028-01-01' }],
  ['examinations.0mi00000second.vitals.bloodPressureMmHg', { systolic: 80, diastolic: 120 }],
  ['examinations.0mi00000second.vitals.bmi', 31],
  ['examinations.0mi00000second.vitals.heightCm', 15.3],
  ['examinations.0mi00000second.vision.uncorrectedRight', '12/10'],
  [
    'unread',
    {
      'administrative.phoneMobile': 'hỏi hàng xóm',
      'history.birth.lengthCm': 'khoảng hai gang',
      'immunizations.basic.polio2.givenOn': 'đầu tháng 7',
      'examinations.0mi00000second.vitals.temperatureC': 'hơi sốt',
    },
  ],
].reduce<RecordDraft>((draft, [path, value]) => setAt(draft, path as string, value), woman);
