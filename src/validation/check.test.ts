import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canSend, check, checkShape, issueCodes, issuesAt } from './index.ts';

const now = '2026-10-16';
const anything = { required: [] };
type Draft = Parameters<typeof check>[0];

/** The draft that `1985-02-12` at `a.b.c` makes. */
function draftOf(values: Record<string, unknown>): Draft {
  const draft: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    // Places of `unread` and its neighbours hold whole paths as keys.
    const map = /^(unread|absent|confirmed|sources)\.(.*)$/.exec(path);
    const keys = map ? [map[1]!, map[2]!] : path.split('.');
    let at = draft;
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>;
    at[keys.at(-1)!] = value;
  }
  return JSON.parse(JSON.stringify(draft)) as Draft;
}
const shown = (draft: Draft, options = {}): string[] =>
  check(draft, { now, profile: anything, ...options }).map(
    ({ path, code, level }) => `${path} ${code} ${level}`,
  );

const person = 'administrative';
const ids = 'administrative.identifiers';
const birth = 'administrative.birthDate';
const sex = 'administrative.sex';
const b7 = 'history.reproductive';
const visit = 'examinations.v1';
const vitals = 'examinations.v1.vitals';
const day = { 'examinations.v1.examinedOn': '2026-10-16' };

type Row = [values: Record<string, unknown>, ...issues: string[]];

test('each rule finds what it is for, at its place', () => {
  const table: Row[] = [
    // Shape
    [{ [`${person}.fullName`]: 'a'.repeat(501) }, `${person}.fullName text.tooLong error`],
    [{ [sex]: 'x' }, `${sex} value.invalid error`],
    [{ [`${person}.nationality`]: { code: 'VN' } }, `${person}.nationality value.invalid error`],
    [{ [`unread.${sex}`]: 7 }, `${sex} value.invalid error`],
    [{ capturedOn: '16/10/2026' }, 'capturedOn date.invalid error'],
    [{ capturedOn: '2026-10' }, 'capturedOn date.invalid error'],
    // Unread
    [{ 'unread.administrative.phoneMobile': '09123' }, `${person}.phoneMobile value.unread warning`],
    [{ 'unread.examinations.v1.examinedOn': 'hôm qua' }, `${visit}.examinedOn value.unread warning`],
    // Dates
    [{ [birth]: '1985-02-30' }, `${birth} date.invalid error`],
    [{ [birth]: '2026-10-17' }, `${birth} date.future error`],
    [{ [birth]: '1912' }, `${birth} date.tooLongAgo warning`],
    [{ [birth]: '1885' }, `${birth} date.impossible error`],
    [
      { [birth]: '1985-02-12', [`${ids}.personal.issuedOn`]: '1980-08-15' },
      `${ids}.personal.issuedOn date.beforeBirth error`,
    ],
    [{ [`${ids}.personal.issuedOn`]: '2026-11' }, `${ids}.personal.issuedOn date.future error`],
    [
      { [birth]: '1985', 'immunizations.basic.bcg.givenOn': '1984' },
      'immunizations.basic.bcg.givenOn date.beforeBirth error',
    ],
    [
      { [birth]: '1985-02', 'immunizations.basic.bcg.givenOn': '1985-01-31' },
      'immunizations.basic.bcg.givenOn date.beforeBirth error',
    ],
    [
      { [birth]: '2026-05-01', 'immunizations.basic.bcg.appointmentOn': '2026-04-01' },
      'immunizations.basic.bcg.appointmentOn date.beforeBirth error',
    ],
    [{ 'immunizations.other.x1.givenOn': '2030-01-01' }, 'immunizations.other.x1.givenOn date.future error'],
    [{ capturedOn: '2026-01-01', ...day }, `${visit}.examinedOn date.future error`],
    // Boxes
    [{ 'history.risk.smoking': ['no', 'regular'] }, 'history.risk.smoking boxes.exclusive error'],
    [{ 'history.risk.alcohol': ['no', 'quit'] }, 'history.risk.alcohol boxes.exclusive error'],
    [{ 'history.risk.activity': ['yes', 'no'] }, 'history.risk.activity boxes.exclusive error'],
    [{ 'history.birth.delivery': ['normal', 'caesarean'] }, 'history.birth.delivery boxes.exclusive error'],
    // Part A
    [{ [`${person}.householdCode`]: '79270A12' }, `${person}.householdCode household.length warning`],
    [{ [`${person}.householdCode`]: '79270A1234' }, `${person}.householdCode household.length warning`],
    [
      { [sex]: 'male', [`${person}.relationToHead`]: { text: 'Vợ' } },
      `${person}.relationToHead relation.sexMismatch warning`,
    ],
    [
      { [sex]: 'female', [`${person}.relationToHead`]: { text: 'chồng' } },
      `${person}.relationToHead relation.sexMismatch warning`,
    ],
    [
      { [sex]: 'male', [`${person}.relationToHead`]: { text: 'Con dâu' } },
      `${person}.relationToHead relation.sexMismatch warning`,
    ],
    [
      { [`${person}.fullName`]: 'phan văn lực', [`${person}.motherName`]: 'Phan Văn Lực' },
      `${person}.motherName name.sameAsPerson warning`,
    ],
    [
      { [`${person}.fullName`]: 'Phan Văn Lực', [`${person}.fatherName`]: 'Phan Văn  Lực (mất)' },
      `${person}.fatherName name.sameAsPerson warning`,
    ],
    [
      { [`${ids}.personal`]: { kind: 'citizenId', number: '07908599010' } },
      `${ids}.personal.number identifier.length error`,
    ],
    [{ [`${ids}.personal`]: { number: '07908599010' } }, `${ids}.personal.number identifier.length error`],
    [
      { [`${ids}.insurance`]: { kind: 'insuranceCard', number: 'DN47912345678' } },
      `${ids}.insurance.number identifier.length error`,
    ],
    [{ [`${ids}.insurance`]: { number: '123456789' } }, `${ids}.insurance.number identifier.length error`],
    [
      { [`${ids}.personal`]: { kind: 'oldId', number: '080990142' } },
      `${ids}.personal.number identifier.oldCard warning`,
    ],
    [
      { [sex]: 'male', [`${ids}.personal`]: { kind: 'citizenId', number: '084197990606' } },
      `${ids}.personal.number identifier.sexMismatch warning`,
    ],
    [
      { [birth]: '1998', [`${ids}.personal`]: { kind: 'citizenId', number: '084197990606' } },
      `${ids}.personal.number identifier.birthYearMismatch warning`,
    ],
    [
      { [birth]: '2097-06-06', [`${ids}.insurance`]: { kind: 'citizenId', number: '084197990606' } },
      `${birth} date.future error`,
      `${ids}.insurance.number identifier.birthYearMismatch warning`,
    ],
    [
      {
        [`${person}.currentAddress`]: {
          commune: { code: '09556', text: 'Phường Hà Đông' },
          province: { code: '79', text: 'TP HCM' },
        },
      },
      `${person}.currentAddress.commune address.communeOutsideProvince error`,
    ],
    [
      {
        [`${person}.permanentAddress`]: {
          commune: { code: '04108', text: 'x' },
          province: { code: '01', text: 'x' },
        },
      },
      `${person}.permanentAddress.commune address.communeOutsideProvince error`,
    ],
    // Part B
    [{ 'history.birth.weightG': 32 }, 'history.birth.weightG number.impossible error'],
    [
      { 'history.birth.weightG': 3.25 },
      'history.birth.weightG number.impossible error',
      'history.birth.weightG number.notWhole warning',
    ],
    [{ 'history.birth.weightG': 7200 }, 'history.birth.weightG number.implausible warning'],
    [{ 'history.birth.lengthCm': 5 }, 'history.birth.lengthCm number.impossible error'],
    [
      { 'history.risk.alcoholGlassesPerDay': 3, 'history.risk.alcohol': ['no'] },
      'history.risk.alcoholGlassesPerDay alcohol.amountWithNo warning',
    ],
    [
      { 'history.risk.alcoholGlassesPerDay': -1 },
      'history.risk.alcoholGlassesPerDay number.impossible error',
    ],
    [{ 'history.surgeries': 'Cắt tử cung, 2031' }, 'history.surgeries surgery.yearInFuture warning'],
    [{ [`${b7}.births`]: -1 }, `${b7}.births number.impossible error`],
    [{ [`${b7}.births`]: 25 }, `${b7}.births number.implausible warning`],
    [{ [`${b7}.livingChildren`]: 2.5 }, `${b7}.livingChildren number.notWhole warning`],
    [
      { [b7]: { pregnancies: 5, miscarriages: 1, abortions: 0, births: 3 } },
      `${b7}.pregnancies obstetric.pregnancies warning`,
    ],
    [{ [b7]: { pregnancies: 2, births: 3 } }, `${b7}.pregnancies obstetric.pregnancies warning`],
    [
      { [b7]: { pregnancies: 0, miscarriages: 0, abortions: 0, births: 0, lastPregnancy: 'Đang mang thai' } },
      `${b7}.pregnancies obstetric.pregnancies warning`,
    ],
    [
      {
        [b7]: {
          pregnancies: 2,
          miscarriages: 0,
          abortions: 0,
          births: 1,
          lastPregnancy: 'Hiện không có thai',
        },
      },
      `${b7}.pregnancies obstetric.pregnancies warning`,
    ],
    [
      {
        [b7]: { pregnancies: 2, miscarriages: 0, abortions: 0, births: 1, contraception: 'Thuốc tránh thai' },
      },
      `${b7}.pregnancies obstetric.pregnancies warning`,
    ],
    [
      { [b7]: { births: 1, normalDeliveries: 1, caesareans: 1, difficultDeliveries: 0 } },
      `${b7}.births obstetric.births warning`,
    ],
    [
      { [b7]: { births: 3, normalDeliveries: 1, caesareans: 1, difficultDeliveries: 0 } },
      `${b7}.births obstetric.births warning`,
    ],
    [
      { [b7]: { births: 2, normalDeliveries: 2, caesareans: 0, difficultDeliveries: 1 } },
      `${b7}.births obstetric.births warning`,
    ],
    [{ [b7]: { births: 1, termBirths: 2 } }, `${b7}.births obstetric.births warning`],
    [{ [b7]: { births: 3, termBirths: 1, pretermBirths: 1 } }, `${b7}.births obstetric.births warning`],
    [{ [b7]: { births: 1, livingChildren: 3 } }, `${b7}.livingChildren obstetric.livingChildren warning`],
    [{ [sex]: 'male', [`${b7}.contraception`]: 'Vòng' }, `${b7} part.notForMen warning`],
    [{ [sex]: 'male', [`${b7}.pregnancies`]: 2 }, `${b7} part.notForMen warning`],
    [
      { [sex]: 'male', [`unread.${b7}.pregnancies`]: 'hai' },
      `${b7}.pregnancies value.unread warning`,
      `${b7} part.notForMen warning`,
    ],
    // Part C
    [
      { [sex]: 'male', 'immunizations.tetanus.tetanus1.givenOn': '2025-03-06' },
      'immunizations.tetanus part.notForMen warning',
    ],
    [
      { 'immunizations.basic.hepBBirth': { notGiven: true, givenOn: '1985-02-13' } },
      'immunizations.basic.hepBBirth.notGiven dose.notGivenWithDate error',
    ],
    [
      { 'immunizations.basic.bcg': { givenOn: '1986-04-04', appointmentOn: '1986-03-04' } },
      'immunizations.basic.bcg.appointmentOn dose.appointmentBeforeDose warning',
    ],
    [
      { 'immunizations.basic.bcg': { givenOn: '1986-04-04', appointmentOn: '1986-03' } },
      'immunizations.basic.bcg.appointmentOn dose.appointmentBeforeDose warning',
    ],
    [
      { 'immunizations.tetanus.tetanus1.gestationMonth': 12 },
      'immunizations.tetanus.tetanus1.gestationMonth number.impossible error',
    ],
    [
      { 'immunizations.tetanus.tetanus1.gestationMonth': 0 },
      'immunizations.tetanus.tetanus1.gestationMonth number.impossible error',
    ],
    [
      { 'immunizations.motherTetanusDoses': 20 },
      'immunizations.motherTetanusDoses number.implausible warning',
    ],
    // Part D
    [{ [`${vitals}.pulsePerMinute`]: 720 }, `${vitals}.pulsePerMinute number.impossible error`],
    [{ [`${vitals}.temperatureC`]: 45.2 }, `${vitals}.temperatureC number.impossible error`],
    [{ [`${vitals}.temperatureC`]: 3.68 }, `${vitals}.temperatureC number.impossible error`],
    [{ [`${vitals}.temperatureC`]: 42 }, `${vitals}.temperatureC number.implausible warning`],
    [
      { [`${vitals}.respiratoryRatePerMinute`]: 160 },
      `${vitals}.respiratoryRatePerMinute number.impossible error`,
    ],
    [{ [`${vitals}.weightKg`]: 650 }, `${vitals}.weightKg number.impossible error`],
    [{ [`${vitals}.heightCm`]: 17 }, `${vitals}.heightCm number.impossible error`],
    [{ [`${vitals}.waistCm`]: 9 }, `${vitals}.waistCm number.impossible error`],
    [{ [`${vitals}.bmi`]: 2.25 }, `${vitals}.bmi number.impossible error`],
    [
      { [birth]: '1985', ...day, [`${vitals}.heightCm`]: 65 },
      `${vitals}.heightCm number.implausible warning`,
    ],
    [
      { [birth]: '2026-03-01', ...day, [`${vitals}.weightKg`]: 78 },
      `${vitals}.weightKg number.implausible warning`,
    ],
    [
      { [birth]: '2016', [`${visit}.examinedOn`]: '2016-12-01', [`${vitals}.weightKg`]: 30 },
      `${vitals}.weightKg number.implausible warning`,
    ],
    [
      { [birth]: '1985', ...day, [`${vitals}.pulsePerMinute`]: 190 },
      `${vitals}.pulsePerMinute number.implausible warning`,
    ],
    [
      { [`${vitals}.bloodPressureMmHg`]: { systolic: 80, diastolic: 120 } },
      `${vitals}.bloodPressureMmHg bloodPressure.order error`,
    ],
    [
      { [`${vitals}.bloodPressureMmHg`]: { systolic: 90, diastolic: 90 } },
      `${vitals}.bloodPressureMmHg bloodPressure.order error`,
    ],
    [
      { [`${vitals}.bloodPressureMmHg`]: { systolic: 120 } },
      `${vitals}.bloodPressureMmHg bloodPressure.noDiastolic warning`,
    ],
    [
      { [`${vitals}.bloodPressureMmHg`]: { systolic: 12, diastolic: 8 } },
      `${vitals}.bloodPressureMmHg number.impossible error`,
      `${vitals}.bloodPressureMmHg number.implausible warning`,
    ],
    [
      { [`${vitals}.bloodPressureMmHg`]: { systolic: 270, diastolic: 120 } },
      `${vitals}.bloodPressureMmHg number.implausible warning`,
    ],
    [
      { [`${vitals}.bloodPressureMmHg`]: { systolic: 240, diastolic: 160 } },
      `${vitals}.bloodPressureMmHg number.implausible warning`,
    ],
    [
      { [vitals]: { weightKg: 650, heightCm: 17, bmi: 22.5 } },
      `${vitals}.weightKg number.impossible error`,
      `${vitals}.heightCm number.impossible error`,
      `${vitals}.bmi bmi.mismatch warning`,
    ],
    [{ [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 23.4 } }, `${vitals}.bmi bmi.mismatch warning`],
    [{ [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 25 } }, `${vitals}.bmi bmi.mismatch warning`],
    [{ [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 23.59 } }, `${vitals}.bmi bmi.mismatch warning`],
    [
      { [`${visit}.vision.uncorrectedRight`]: '12/10' },
      `${visit}.vision.uncorrectedRight vision.outOfRange warning`,
    ],
    [
      { [`${visit}.vision.uncorrectedLeft`]: '1,2' },
      `${visit}.vision.uncorrectedLeft vision.outOfRange warning`,
    ],
    [
      { [`${visit}.vision.correctedLeft`]: '-1/10' },
      `${visit}.vision.correctedLeft vision.outOfRange warning`,
    ],
    [
      { [`${visit}.diagnoses`]: { text: 'X999', codes: { X999: { text: 'X999' } } } },
      `${visit}.diagnoses.codes.X999 diagnosis.unknownCode warning`,
    ],
    [
      { [`${visit}.diagnoses`]: { text: 'I10.55', codes: { I1055: { code: 'I10.55', text: '' } } } },
      `${visit}.diagnoses.codes.I1055 diagnosis.unknownCode warning`,
    ],
    [
      {
        [sex]: 'male',
        [`${visit}.diagnoses`]: { text: 'O80', codes: { O80: { code: 'O80', text: 'Đẻ thường' } } },
      },
      `${visit}.diagnoses.codes.O80 diagnosis.deliveryOfMan error`,
    ],
    [
      {
        [sex]: 'male',
        [`${visit}.diagnoses`]: { text: 'O84.2', codes: { O842: { code: 'O84.2', text: '' } } },
      },
      `${visit}.diagnoses.codes.O842 diagnosis.deliveryOfMan error`,
    ],
    [
      { [sex]: 'female', [`${visit}.diagnoses`]: { text: '', codes: { O80: { code: 'O80.X', text: '' } } } },
      `${visit}.diagnoses.codes.O80 diagnosis.unknownCode warning`,
    ],
    // Assumptions of the reading
    [
      {
        'immunizations.basic.polio1.givenOn': '1986-04-05',
        'sources.immunizations.basic.polio1.givenOn': { from: 'typed', code: 'date.twoDigitYear' },
      },
      'immunizations.basic.polio1.givenOn date.twoDigitYear warning',
    ],
    [
      {
        [`${vitals}.heightCm`]: 165,
        [`sources.${vitals}.heightCm`]: { from: 'typed', code: 'number.unitConverted' },
      },
      `${vitals}.heightCm number.unitConverted warning`,
    ],
  ];
  const untested = new Set<string>(Object.keys(issueCodes));
  for (const [values, ...issues] of table) {
    assert.deepEqual(shown(draftOf(values)), issues, JSON.stringify(values));
    for (const issue of issues) untested.delete(issue.split(' ')[1]!);
  }
  assert.deepEqual([...untested], ['required.missing', 'required.unread']);
});

test('what is right, or cannot be known to be wrong, is silent', () => {
  const newborn = { [birth]: '2026-10-14', ...day };
  const old = { [birth]: '1942', ...day };
  const dx = (code: string) => ({ text: code, codes: { [code.replace('.', '')]: { code, text: '' } } });
  const table: Record<string, unknown>[] = [
    {},
    { [`unread.${person}.email`]: ' ' },
    // A newborn, a child, an athlete, an old and ill person, a hypertensive crisis
    {
      ...newborn,
      [vitals]: {
        pulsePerMinute: 138,
        temperatureC: 36.8,
        respiratoryRatePerMinute: 46,
        weightKg: 2.85,
        heightCm: 49,
      },
      'history.birth.weightG': 2900,
      'history.birth.lengthCm': 49,
    },
    {
      ...newborn,
      [vitals]: { pulsePerMinute: 205, respiratoryRatePerMinute: 72, weightKg: 1.1, heightCm: 36 },
      'history.birth.weightG': 900,
      'history.birth.lengthCm': 34,
    },
    {
      [birth]: '2026-04-02',
      ...day,
      [vitals]: { pulsePerMinute: 124, respiratoryRatePerMinute: 34, weightKg: 7.8, heightCm: 67.5 },
    },
    {
      [birth]: '2024-07-19',
      ...day,
      [vitals]: { pulsePerMinute: 118, respiratoryRatePerMinute: 32, weightKg: 9.1, heightCm: 79 },
    },
    {
      [birth]: '2017-03-14',
      ...day,
      [vitals]: {
        pulsePerMinute: 88,
        bloodPressureMmHg: { systolic: 95, diastolic: 60 },
        respiratoryRatePerMinute: 20,
        weightKg: 29.6,
        heightCm: 132,
        bmi: 17,
        waistCm: 56,
      },
    },
    { [birth]: '2015-03-14', ...day, [vitals]: { weightKg: 72, heightCm: 158 } },
    { [birth]: '2000', ...day, [vitals]: { pulsePerMinute: 42, weightKg: 82, heightCm: 191 } },
    {
      [birth]: '1985',
      ...day,
      [vitals]: {
        pulsePerMinute: 140,
        temperatureC: 40.5,
        respiratoryRatePerMinute: 36,
        weightKg: 31,
        heightCm: 128,
      },
    },
    {
      ...old,
      [vitals]: {
        pulsePerMinute: 92,
        temperatureC: 37.1,
        bloodPressureMmHg: { systolic: 150, diastolic: 70 },
        respiratoryRatePerMinute: 24,
      },
    },
    {
      ...old,
      [vitals]: {
        bloodPressureMmHg: { systolic: 230, diastolic: 130 },
        temperatureC: 35.1,
        weightKg: 34,
        heightCm: 138,
      },
    },
    {
      [birth]: '1990',
      ...day,
      [vitals]: {
        bloodPressureMmHg: { systolic: 75, diastolic: 40 },
        weightKg: 150,
        heightCm: 171,
        waistCm: 140,
      },
    },
    { [vitals]: { weightKg: 3, heightCm: 190 } },
    // BMI as people round it
    { [vitals]: { weightKg: 58.5, heightCm: 153, bmi: 25 } },
    { [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 23.6 } },
    { [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 23.5 } },
    { [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 23.56 } },
    { [vitals]: { weightKg: 66.5, heightCm: 168, bmi: 24 } },
    { [vitals]: { weightKg: 66.5, bmi: 40 } },
    // Dates: what a partial date does not rule out; appointments may be past or future
    {
      [birth]: '1985-02-12',
      'immunizations.basic.bcg.givenOn': '1985',
      'immunizations.basic.hepBBirth.givenOn': '1985-02',
    },
    { [birth]: '1985', 'immunizations.basic.bcg.givenOn': '1985-01-01' },
    { [birth]: '1985-02-12', 'immunizations.basic.hepBBirth.givenOn': '1985-02-12' },
    { 'immunizations.basic.bcg.givenOn': '2026', 'immunizations.basic.hepBBirth.givenOn': '2026-10', ...day },
    {
      'immunizations.basic.bcg.appointmentOn': '2027-01-16',
      'immunizations.other.hpv1.appointmentOn': '2020-01',
    },
    { 'immunizations.basic.bcg': { notGiven: true, appointmentOn: '2020-10-16' } },
    { 'immunizations.basic.bcg': { givenOn: '2026-07-08', appointmentOn: '2026-07' } },
    { 'immunizations.basic.bcg': { givenOn: '2026-07-08', appointmentOn: '2026-07-08' } },
    { 'immunizations.basic.bcg.notGiven': true, 'absent.immunizations.basic.bcg.givenOn': 'unknown' },
    { 'immunizations.basic.bcg': { notGiven: false, givenOn: '2026-07-08' } },
    { [birth]: '1920-01-01' },
    // Boxes that may stand together
    { 'history.risk.smoking': ['yes', 'quit'], 'history.risk.alcohol': ['yes', 'quit'] },
    { 'history.risk.smoking': ['yes', 'regular', 'quit'], 'history.risk.activity': ['yes', 'regular'] },
    { 'history.risk.smoking': ['no'], 'history.risk.drugs': [], 'history.birth.delivery': ['caesarean'] },
    { 'history.risk.alcohol': ['no'], 'history.risk.alcoholGlassesPerDay': 0 },
    { 'history.risk.alcohol': ['yes'], 'history.risk.alcoholGlassesPerDay': 2 },
    { 'history.risk.alcoholGlassesPerDay': 0.5 },
    // Numbers of identity
    {
      [sex]: 'male',
      [birth]: '2026-04-02',
      [`${ids}.personal`]: { kind: 'citizenId', number: '066226990207' },
    },
    {
      [sex]: 'female',
      [birth]: '1997',
      [`${ids}.insurance`]: { kind: 'citizenId', number: '084 197 990 606' },
    },
    { [sex]: 'male', [birth]: '1988', [`${ids}.personal`]: { kind: 'passport', number: 'M990B1234' } },
    { [`${ids}.insurance`]: { kind: 'insuranceCard', number: 'TE1666626990207' } },
    {
      [`${ids}.insurance`]: { number: '2799001234' },
      [`${ids}.temporary`]: { kind: 'temporary', number: 'TMP-1' },
    },
    {
      [`${ids}.personal`]: { kind: 'other', number: '1' },
      [`${ids}.x`]: { kind: 'pid', number: 'toString' },
    },
    { [`${person}.householdCode`]: '1404990108' },
    { [`${person}.householdCode`]: '14 04 990108' },
    // Names and relations
    { [sex]: 'male', [`${person}.relationToHead`]: { text: 'Bố' } },
    { [sex]: 'female', [`${person}.relationToHead`]: { code: 'x', text: 'Vợ' } },
    { [sex]: 'male', [`${person}.relationToHead`]: { text: 'Bà con' } },
    { [sex]: 'female', [`${person}.relationToHead`]: { text: 'Em chồng' } },
    { [sex]: 'female', [`${person}.relationToHead`]: { text: 'Ba' } },
    { [sex]: 'male', [`${person}.relationToHead`]: { text: 'Con rể' } },
    { [`${person}.relationToHead`]: { text: 'Vợ' } },
    { [`${person}.fullName`]: 'Nguyễn Thị Hòa', [`${person}.motherName`]: 'Nguyễn Thị Hoa' },
    { [`${person}.fullName`]: 'BAEK SEONG-U (백승우)', [`${person}.email`]: 'hbun+suckhoe@example.org' },
    // Places
    {
      [`${person}.currentAddress`]: {
        commune: { code: '09556', text: '' },
        province: { code: '01', text: '' },
      },
    },
    {
      [`${person}.currentAddress`]: {
        commune: { code: '09556', text: '' },
        province: { text: 'Tỉnh Hà Tây' },
      },
    },
    {
      [`${person}.permanentAddress`]: {
        commune: { text: 'Xã Ngãi Xuyên' },
        province: { code: '86', text: '' },
      },
    },
    { [`${person}.birthRegistration`]: { text: 'Daegu, Hàn Quốc' } },
    // B7 that adds up, or is not known well enough
    {
      [b7]: {
        pregnancies: 0,
        miscarriages: 0,
        abortions: 0,
        births: 0,
        normalDeliveries: 0,
        caesareans: 0,
        difficultDeliveries: 0,
        termBirths: 0,
        pretermBirths: 0,
        livingChildren: 0,
        lastPregnancy: 'Không',
      },
    },
    {
      [b7]: {
        lastPregnancy: 'Đang mang thai, KKC 02/04/2026',
        contraception: 'Không (đang có thai; trước đó thuốc uống)',
        pregnancies: 4,
        miscarriages: 1,
        abortions: 0,
        births: 2,
        normalDeliveries: 1,
        caesareans: 1,
        difficultDeliveries: 0,
        termBirths: 2,
        pretermBirths: 0,
        livingChildren: 2,
      },
    },
    {
      [b7]: {
        lastPregnancy: '1994',
        pregnancies: 4,
        miscarriages: 1,
        abortions: 0,
        births: 3,
        normalDeliveries: 3,
        caesareans: 0,
        difficultDeliveries: 0,
        livingChildren: 3,
      },
    },
    { [b7]: { lastPregnancy: 'Hiện tại', pregnancies: 1, miscarriages: 0, abortions: 0, births: 0 } },
    { [b7]: { lastPregnancy: 'thai 12 tuần', pregnancies: 1, miscarriages: 0, abortions: 0, births: 0 } },
    {
      [b7]: {
        lastPregnancy: '5/2024, sảy thai 8 tuần',
        pregnancies: 1,
        miscarriages: 1,
        abortions: 0,
        births: 0,
      },
    },
    {
      [b7]: {
        lastPregnancy: 'thai 8 tuần, sảy 5/2024',
        pregnancies: 1,
        miscarriages: 1,
        abortions: 0,
        births: 0,
      },
    },
    {
      [b7]: { lastPregnancy: 'Hiện chưa có thai', pregnancies: 1, miscarriages: 0, abortions: 0, births: 1 },
    },
    {
      [b7]: { pregnancies: 1, miscarriages: 0, abortions: 0, births: 0 },
      [`${visit}.organs.obGyn`]: 'Tim thai 142 l/ph',
    },
    {
      [b7]: { pregnancies: 2, miscarriages: 0, abortions: 0, births: 1 },
      [`${visit}.diagnoses`]: { text: 'Thai 28 tuần' },
    },
    {
      [b7]: {
        pregnancies: 3,
        miscarriages: 0,
        abortions: 0,
        births: 2,
        gynecologicalDisease: 'Chửa ngoài tử cung 2019',
      },
      'history.otherIssues': 'thai ngoài tử cung 2019',
    },
    { [b7]: { pregnancies: 4, births: 2 } },
    {
      [b7]: { pregnancies: 4, miscarriages: 1, abortions: 0, births: 2 },
      'absent.history.reproductive.abortions': 'unknown',
      [`${b7}.abortions`]: undefined,
    },
    { [b7]: { births: 3, normalDeliveries: 2 } },
    { [b7]: { births: 2, normalDeliveries: 1, caesareans: 0, difficultDeliveries: 1 } },
    { [b7]: { births: 2, normalDeliveries: 1, caesareans: 1, difficultDeliveries: 1 } },
    { [b7]: { births: 3, pretermBirths: 1 } },
    { [b7]: { births: 3, livingChildren: 1 } },
    { [b7]: { births: 1, livingChildren: 2 }, 'history.otherIssues': '2018 sinh đôi, mổ' },
    {
      [b7]: { pregnancies: 1, miscarriages: 0, abortions: 0, births: 2 },
      'history.otherIssues': 'Sinh đôi 2018',
    },
    { [b7]: { livingChildren: 3 } },
    // Parts of women for a man: crossed out, nothing said, not given
    { [sex]: 'male', [`absent.${b7}.pregnancies`]: 'notApplicable' },
    { [sex]: 'male', [b7]: { pregnancies: 0, contraception: 'Không', lastPregnancy: 'không có' } },
    { [sex]: 'male', 'immunizations.tetanus.tetanus1': { notGiven: true } },
    { [sex]: 'male', [`${visit}.organs.obGyn`]: 'không áp dụng (nam)' },
    {
      [sex]: 'female',
      [`${b7}.contraception`]: 'Vòng',
      'immunizations.tetanus.tetanus1.givenOn': '2025-03-06',
    },
    { [`${b7}.contraception`]: 'Vòng' },
    {
      'immunizations.tetanus.tetanus1.gestationMonth': 10,
      'immunizations.tetanus.tetanus2.gestationMonth': 1,
    },
    // Free text
    { 'history.surgeries': 'Nạo VA, 2022; mất máu 2100 ml; HS số 20311; mổ lại 2026' },
    { 'history.surgeries': 'Không nhớ năm, mổ thoát vị bẹn' },
    ...['10/10', '9/10', '0', '0,8', '10', '20/20', '6/6', 'ĐNT 3m', 'ST (+)', 'BBT 0,2 m', ' 1 / 10 '].map(
      (seen) => ({ [`${visit}.vision.correctedRight`]: seen }),
    ),
    { [sex]: 'male', [`${visit}.diagnoses`]: dx('I10') },
    { [`${visit}.diagnoses`]: { text: 'Khỏe' } },
    { [sex]: 'female', [`${visit}.diagnoses`]: { text: 'O80', codes: {} } },
    // A source without an assumption, or of a value that is gone
    { [`${person}.fullName`]: 'A', [`sources.${person}.fullName`]: { from: 'citizenCardQr' } },
    { [`sources.${birth}`]: { from: 'typed', code: 'date.twoDigitYear' } },
    // What a newer version of the form brings
    { 'administrative.shoeSize': 41, 'history.risk.vaping': ['no', 'yes'], screenings: { s1: {} } },
  ];
  for (const values of table) assert.deepEqual(shown(draftOf(values)), [], JSON.stringify(values));
});

test('the default profile asks for name, sex, birth date, current commune and a number', () => {
  const all = {
    [`${person}.fullName`]: 'Con bà Lò Thị Mẩy (chưa đặt tên)',
    [sex]: 'female',
    [birth]: '2026',
    [`${person}.currentAddress.commune`]: { text: 'Xã Chiềng Sung' },
    [`${ids}.t1`]: { kind: 'temporary', number: 'TMP-1' },
  };
  const judge = (values: Record<string, unknown>) => shown(draftOf(values), { profile: undefined });
  assert.deepEqual(judge(all), []);
  const places: Record<string, string> = { [`${ids}.t1`]: `${ids}.personal.number` };
  for (const left of Object.keys(all)) {
    const place = places[left] ?? left;
    assert.deepEqual(judge({ ...all, [left]: undefined }), [`${place} required.missing error`]);
    assert.deepEqual(judge({ ...all, [left]: undefined, [`unread.${place}`]: '?' }), [
      `${place} required.unread error`,
    ]);
    assert.deepEqual(judge({ ...all, [left]: undefined, [`absent.${place}`]: 'unknown' }), [
      `${place} required.missing error`,
    ]);
  }
  assert.deepEqual(judge({ ...all, [`${person}.fullName`]: ' ' }), [
    `${person}.fullName required.missing error`,
  ]);
  // With a temporary number the unread one is only asked about; any other number will do.
  assert.deepEqual(judge({ ...all, [`unread.${ids}.personal.number`]: 'mất thẻ' }), [
    `${ids}.personal.number value.unread warning`,
  ]);
  assert.deepEqual(
    judge({
      ...all,
      [`${ids}.t1`]: undefined,
      [`${ids}.insurance`]: { kind: 'socialInsurance', number: '6812990514' },
    }),
    [],
  );
  assert.deepEqual(judge({ ...all, [`${ids}.t1`]: undefined, [`${ids}.personal.issuedPlace`]: 'CA' }), [
    `${ids}.personal.number required.missing error`,
  ]);
  assert.deepEqual(judge({ ...all, [`${ids}.t1`]: undefined, [`unread.${ids}.personal.issuedOn`]: '?' }), [
    `${ids}.personal.number required.missing error`,
    `${ids}.personal.issuedOn value.unread warning`,
  ]);
});

test('a draft of school health alone asks for no commune, any other draft does', () => {
  const named = {
    [`${person}.fullName`]: 'Lê Mẫu',
    [sex]: 'female',
    [birth]: '2018',
    [`${ids}.t1`]: { kind: 'temporary', number: 'TMP-1' },
  };
  const weight = 'screenings.2026-2027.rounds.round1.weightKg';
  const commune = `${person}.currentAddress.commune required.missing error`;
  const table: Row[] = [
    [{ ...named, [weight]: 20 }],
    [{ ...named, 'periodicExaminations.p1.reason': 'Định kỳ' }],
    [{ ...named, [`absent.${weight}`]: 'refused' }],
    [{ ...named, [`unread.${weight}`]: '2o' }, `${weight} value.unread warning`],
    [named, commune],
    [{ ...named, 'screenings.2026-2027': {} }, commune],
    [{ ...named, [weight]: 20, 'history.surgeries': 'Không' }, commune],
    [{ ...named, [weight]: 20, 'immunizations.motherTetanusDoses': 2 }, commune],
    [{ ...named, [weight]: 20, 'examinations.v1.examinedOn': '2026-10-16' }, commune],
    [
      { ...named, [weight]: 20, 'unread.history.birth.weightG': '?' },
      commune,
      'history.birth.weightG value.unread warning',
    ],
  ];
  for (const [values, ...expected] of table)
    assert.deepEqual(shown(draftOf(values), { profile: undefined }), expected, JSON.stringify(values));
  for (const left of Object.keys(named)) {
    const found = shown(draftOf({ ...named, [left]: undefined, [weight]: 20 }), { profile: undefined });
    const place = left.startsWith(ids) ? `${ids}.personal.number` : left;
    assert.deepEqual(found, [`${place} required.missing error`], left);
  }
  // A host's own profile goes before it.
  assert.deepEqual(
    shown(draftOf({ ...named, [weight]: 20 }), { profile: { required: [`${person}.phoneMobile`] } }),
    [`${person}.phoneMobile required.missing error`],
  );
});

test('measures of school health are judged by their own limits, at the age of their own day', () => {
  const round = 'screenings.2025-2026.rounds.round1';
  const of = (place: string, value: unknown, more: Record<string, unknown> = {}) =>
    shown(draftOf({ [birth]: '2016-09-01', [`${round}.measuredOn`]: '2026-09-15', [place]: value, ...more }));
  const specialist = 'screenings.2025-2026.specialist';
  const table: readonly (readonly [place: string, fine: number, rare: number, impossible: number])[] = [
    [`${round}.headCm`, 60, 61, 91],
    [`${round}.headCm`, 40, 39, 11],
    [`${round}.armMm`, 420, 421, 701],
    [`${round}.armMm`, 100, 99, 29],
    [`${round}.spineRotationDegrees`, 30, 31, 91],
    [`${round}.caries`, 20, 21, 53],
    [`${specialist}.ent.spokenLeftM`, 10, 11, 51],
    [`${specialist}.ent.whisperedRightM`, 0, 10.5, -1],
  ];
  for (const [place, fine, rare, impossible] of table) {
    assert.deepEqual(of(place, fine), [], `${place} ${fine}`);
    assert.deepEqual(of(place, rare), [`${place} number.implausible warning`], `${place} ${rare}`);
    assert.deepEqual(of(place, impossible), [`${place} number.impossible error`], `${place} ${impossible}`);
  }
  // 7 kg is what a child of four weeks may have; on the day of capture it is ten years old.
  const baby = { [`${round}.measuredOn`]: '2016-09-20' };
  assert.deepEqual(of(`${round}.weightKg`, 5, baby), []);
  assert.deepEqual(of(`${round}.weightKg`, 5), [`${round}.weightKg number.implausible warning`]);
  const visited = { 'periodicExaminations.p1.examinedOn': '2016-09-20' };
  assert.deepEqual(of('periodicExaminations.p1.physique.weightKg', 5, visited), []);
});

test('the day of a visit that holds anything is required', () => {
  const profile = { required: ['examinations.*.examinedOn'] };
  assert.deepEqual(
    shown(draftOf({ [`${visit}.advice`]: 'Uống thuốc', 'examinations.v2': {} }), { profile }),
    [`${visit}.examinedOn required.missing error`],
  );
  assert.deepEqual(shown(draftOf({ [`unread.${visit}.examinedOn`]: 'hôm qua' }), { profile }), [
    `${visit}.examinedOn required.unread error`,
  ]);
});

test('a host asks for what it needs by its own profile', () => {
  const profile = { required: ['administrative.phoneMobile', 'history.risk.smoking'] };
  assert.deepEqual(shown(draftOf({ 'history.risk.smoking': [] }), { profile }), [
    `${person}.phoneMobile required.missing error`,
    'history.risk.smoking required.missing error',
  ]);
});

test('today is the day of capture, without one the day given', () => {
  assert.deepEqual(shown(draftOf({ ...day, capturedOn: '2026-10-16' }), { now: '2020-01-01' }), []);
  assert.deepEqual(shown(draftOf(day), { now: '2026-10-15' }), [`${visit}.examinedOn date.future error`]);
  assert.deepEqual(shown({}, { now: '' }), ['capturedOn required.missing error']);
});

test('a confirmed warning is silent, an error never', () => {
  const path = `${person}.householdCode`;
  const warned = { [path]: '1' };
  assert.equal(shown(draftOf(warned)).length, 1);
  assert.deepEqual(
    shown(draftOf({ ...warned, [`confirmed.${path}`]: { 'household.length': { reason: 'mã cũ' } } })),
    [],
  );
  assert.equal(
    shown(draftOf({ ...warned, [`confirmed.${path}`]: { 'value.unread': { reason: '' } } })).length,
    1,
  );
  assert.equal(
    shown(draftOf({ ...warned, [`confirmed.${path}.x`]: { 'household.length': { reason: '' } } })).length,
    1,
  );
  assert.equal(
    shown(draftOf({ [birth]: '2030', [`confirmed.${birth}`]: { 'date.future': { reason: 'x' } } })).length,
    1,
  );
});

test('the diagnoses of a list that the host has loaded are known', () => {
  const draft = draftOf({
    [`${visit}.diagnoses`]: { text: 'X99.9', codes: { X999: { code: 'X99.9', text: '' } } },
  });
  const icd10 = { id: 'full', items: [], has: (code: string) => code === 'X99.9', get: () => undefined };
  assert.equal(shown(draft).length, 1);
  assert.deepEqual(shown(draft, { icd10 }), []);
});

test('limits stand in the issue, values do not', () => {
  const found = (values: Record<string, unknown>) =>
    check(draftOf(values), { now, profile: anything })[0]?.params;
  assert.deepEqual(found({ 'immunizations.tetanus.tetanus1.gestationMonth': 12 }), { min: 1, max: 10 });
  assert.deepEqual(found({ [birth]: '1985', ...day, [`${vitals}.pulsePerMinute`]: 190 }), {
    min: 38,
    max: 160,
  });
  assert.deepEqual(found({ [`${person}.fullName`]: 'a'.repeat(501) }), { max: 500 });
  assert.deepEqual(found({ [`unread.${person}.phoneMobile`]: '0912' }), { kind: 'phone' });
  assert.equal(found({ [`${ids}.personal`]: { number: '07908599010' } }), undefined);
});

test('a complete record has its version, day of capture and part A', () => {
  const codes = (value: unknown) => checkShape(value, true).map(({ path, code }) => `${path} ${code}`);
  assert.deepEqual(codes({}), [
    'schemaVersion required.missing',
    'capturedOn required.missing',
    'administrative required.missing',
  ]);
  assert.deepEqual(codes({ schemaVersion: 1, capturedOn: '2026-10-16', administrative: {} }), []);
  assert.deepEqual(codes({ schemaVersion: 'x', capturedOn: 5, administrative: [] }), [
    'schemaVersion value.invalid',
    'capturedOn date.invalid',
    'administrative value.invalid',
  ]);
  assert.deepEqual(checkShape({}), []);
});

test('errors block sending, and issues are found by their place', () => {
  const issues = check(
    draftOf({ [birth]: '2030', [`${person}.householdCode`]: '1', [`${b7}.births`]: -1, [`${b7}.x`]: 1 }),
    { now, profile: anything },
  );
  assert.equal(canSend(issues), false);
  assert.equal(canSend(issues.filter(({ level }) => level === 'warning')), true);
  assert.equal(canSend([]), true);
  assert.deepEqual(
    issuesAt(issues, person).map(({ path }) => path),
    [birth, `${person}.householdCode`],
  );
  assert.deepEqual(issuesAt(issues, `${b7}.births`).length, 1);
  assert.deepEqual(issuesAt(issues, 'history.repro'), []);
});

test('issues come in the order of the parts', () => {
  const values = {
    [`${vitals}.pulsePerMinute`]: 720,
    'history.surgeries': '2031',
    [birth]: '2030',
    capturedOn: 'x',
    'unread.future.part': 'x',
  };
  assert.deepEqual(
    check(draftOf(values), { now, profile: { required: [sex] } }).map(({ path }) => path.split('.')[0]),
    ['capturedOn', person, person, 'history', 'examinations', 'future'],
  );
});

test('any JSON is judged without throwing and without touching prototypes', () => {
  const key = fc.constantFrom(
    'administrative',
    'history',
    'immunizations',
    'examinations',
    'birthDate',
    'reproductive',
    'diagnoses',
    'codes',
    'organs',
    'vitals',
    'identifiers',
    'personal',
    'number',
    'unread',
    'confirmed',
    'sources',
    'capturedOn',
    'bloodPressureMmHg',
    'basic',
    'surgeries',
    'births',
    '__proto__',
    'constructor',
    'toString',
    '',
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'large', maxDepth: 6 },
      fc.constantFrom<unknown>(null, true, 0, -1, 1e308, 'không', '2026-10-16', 'male', '9/10', '__proto__'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(key, tie('value')), { maxLength: 5 })
        .map(
          (entries) =>
            JSON.parse(
              `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${JSON.stringify(item)}`).join(',')}}`,
            ) as unknown,
        ),
    ),
  }));
  const judge = (draft: unknown) => {
    for (const issue of check(draft as Draft, { now })) {
      assert.equal(typeof issue.path, 'string');
      assert.ok(issue.level === 'error' || issue.level === 'warning');
    }
  };
  fc.assert(fc.property(value, judge));
  fc.assert(fc.property(fc.jsonValue(), judge));
  assert.equal(Object.keys(Object.prototype).length, 0);
});
