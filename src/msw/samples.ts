import type { HealthRecord } from '../schema/index.ts';

const commune = { code: '00004', text: 'Phường Ba Đình' };
const province = { code: '01', text: 'Thành phố Hà Nội' };

function person(
  administrative: HealthRecord['administrative'],
  number: string,
  rest: Partial<HealthRecord> = {},
): HealthRecord {
  return {
    schemaVersion: 1,
    capturedOn: '2026-11-02',
    administrative: {
      ethnicity: { code: '01', text: 'Kinh' },
      nationality: { code: 'VN', text: 'Việt Nam' },
      currentAddress: { line: 'Tổ 5', commune, province },
      identifiers: { personal: { kind: 'citizenId', number } },
      ...administrative,
    },
    ...rest,
  };
}

/** Made-up people: a mother, her daughter at school, an old man of whom only the year of birth is known. */
export const samplePeople = (): HealthRecord[] => [
  person(
    { fullName: 'Trần Thị Mẫu', sex: 'female', birthDate: '1990-03-19', phoneMobile: '0900000001' },
    '001190990001',
    {
      history: {
        allergies: { drug: 'Penicillin' },
        reproductive: { pregnancies: 1, births: 1, livingChildren: 1 },
      },
      examinations: {
        '0mwexample1': {
          examinedOn: '2026-11-02',
          vitals: { weightKg: 52, heightCm: 156, bloodPressureMmHg: { systolic: 112, diastolic: 70 } },
          diagnoses: { text: 'Bình thường' },
        },
      },
    },
  ),
  person(
    { fullName: 'Lê Mẫu An', sex: 'female', birthDate: '2016-09-05', motherName: 'Trần Thị Mẫu' },
    '001316990002',
    { immunizations: { basic: { bcg: { givenOn: '2016-09-06' }, measles1: { givenOn: '2017-06-20' } } } },
  ),
  person({ fullName: 'Phạm Văn Thí Dụ', sex: 'male', birthDate: '1942' }, '001042990003', {
    history: { risk: { smoking: ['yes', 'quit'] }, diseases: { hypertension: true } },
  }),
];
