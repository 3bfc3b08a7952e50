import { formLeaves, isRows, nodeAt, setAt } from '../src/schema/index.ts';
import type { HealthRecord, Leaf } from '../src/schema/index.ts';

/** The day of capture of everything here. */
export const today = '2026-11-18';

/** Values that a form with every blank filled needs to make sense; all others come from the kind of blank. */
const values: { readonly [path: string]: unknown } = {
  'administrative.fullName': 'Nguyễn Thị Mẫu',
  'administrative.sex': 'female',
  'administrative.birthDate': '1985-03-19',
  'administrative.motherName': 'Trần Thị Mẫu Mẹ',
  'administrative.fatherName': 'Nguyễn Văn Mẫu Bố',
  'administrative.identifiers.personal': {
    kind: 'citizenId',
    number: '001185000001',
    issuedOn: '2021-05-10',
    issuedPlace: 'Cục Cảnh sát QLHC về TTXH',
  },
  'administrative.identifiers.insurance': {
    kind: 'insuranceCard',
    number: 'GD4010100000001',
    issuedOn: '2020',
    issuedPlace: 'BHXH',
  },
  'history.birth.weightG': 2900,
  'history.birth.lengthCm': 49,
  'history.risk.alcoholGlassesPerDay': 1,
  'history.reproductive.pregnancies': 3,
  'history.reproductive.miscarriages': 1,
  'history.reproductive.abortions': 0,
  'history.reproductive.births': 2,
  'history.reproductive.normalDeliveries': 1,
  'history.reproductive.caesareans': 1,
  'history.reproductive.difficultDeliveries': 0,
  'history.reproductive.termBirths': 2,
  'history.reproductive.pretermBirths': 0,
  'history.reproductive.livingChildren': 2,
};

const measures: { readonly [name: string]: number } = {
  pulsePerMinute: 76,
  temperatureC: 36.8,
  respiratoryRatePerMinute: 18,
  weightKg: 52.5,
  heightCm: 156,
  bmi: 21.6,
  waistCm: 74,
};

const words: { readonly [list: string]: { code: string; text: string } } = {
  relationships: { code: 'wife', text: 'Vợ' },
  provinces: { code: '14', text: 'Tỉnh Sơn La' },
  communes: { code: '04108', text: 'Xã Chiềng Sung' },
  ethnicGroups: { code: '01', text: 'Kinh' },
  nationalities: { code: 'VN', text: 'Việt Nam' },
  religions: { code: '00', text: 'Không' },
  occupations: { code: '6', text: 'Nông dân' },
};

const line = 'Bình thường, không ghi nhận dấu hiệu bất thường khi thăm khám';

function valueOf(path: string, leaf: Leaf): unknown {
  const name = path.slice(path.lastIndexOf('.') + 1);
  switch (leaf.kind) {
    case 'text':
      return leaf.lines ? line : 'Ghi theo lời kể';
    case 'number':
      return measures[name] ?? 3;
    case 'date':
      return leaf.future ? '2027-01-05' : '2026-11-12';
    case 'box':
      // "Not yet given" would contradict the day beside it.
      return name === 'notGiven' ? undefined : true;
    case 'boxes':
    case 'choice':
      return leaf.kind === 'boxes' ? leaf.options.slice(0, 1) : leaf.options[0];
    case 'coded':
      return words[leaf.list];
    case 'phone':
      return '0386000118';
    case 'email':
      return 'mau@example.com';
    case 'vision':
      return '9/10';
    case 'bloodPressure':
      return { systolic: 120, diastolic: 80 };
    case 'diagnoses':
      return {
        text: 'Tăng huyết áp vô căn (I10)',
        codes: { I10: { code: 'I10', text: 'Tăng huyết áp vô căn' } },
      };
    default:
      return 'Quận 1';
  }
}

/** A record of a made-up person in which every blank of the form is filled, all printed vaccine rows and one visit. */
export function fullRecord(): HealthRecord {
  let record: object = { schemaVersion: 1, capturedOn: today };
  const put = (path: string, value: unknown): void => {
    record = setAt(record, path, value);
  };
  for (const { path: pattern, leaf } of formLeaves()) {
    if (pattern.startsWith('administrative.identifiers.')) continue;
    const [list, column] = pattern.split('.*.');
    if (column === undefined) put(pattern, values[pattern] ?? valueOf(pattern, leaf));
    else if (column !== 'vaccine') {
      const node = nodeAt(list!);
      const printed = node && isRows(node) ? node.printed : undefined;
      for (const id of printed ?? ['visit1']) put(`${list}.${id}.${column}`, valueOf(pattern, leaf));
    }
  }
  for (const kind of ['personal', 'insurance'])
    put(`administrative.identifiers.${kind}`, values[`administrative.identifiers.${kind}`]);
  return record as HealthRecord;
}
