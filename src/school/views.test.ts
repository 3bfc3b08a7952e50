import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examinationForm, leafAt, periodicForm, setAt } from '../schema/index.ts';
import type { RecordDraft } from '../schema/index.ts';
import { checkShape } from '../validation/index.ts';
import { toExamination, toPeriodicExamination } from './index.ts';
import { examinations, fullBook, periodic } from './book.fixture.ts';

const year = '2026-2027';
const book = `screenings.${year}`;
const full = { screenings: { [year]: fullBook } } as RecordDraft;

test('a whole book gives each visit of part D, nothing more', () => {
  assert.deepEqual(checkShape(full), []);
  for (const part of ['round1', 'round2', 'specialist'] as const)
    assert.deepEqual(toExamination(full, year, part)?.visit, examinations[part], part);
  const visits = examinations as unknown as RecordDraft['examinations'];
  assert.deepEqual(checkShape({ examinations: visits }), []);
});

test('a whole book gives the periodic examination, nothing more', () => {
  for (const part of ['round1', 'specialist'] as const)
    assert.deepEqual(toPeriodicExamination(full, year, part)?.visit, periodic[part], part);
  assert.deepEqual(checkShape({ periodicExaminations: periodic }), []);
});

test('specialists of the same day come with the round, what they measured before what the round did', () => {
  const same = setAt(full, `${book}.specialist.examinedOn`, '2026-11-18');
  const { round1, specialist } = examinations;
  assert.deepEqual(toExamination(same, year, 'round1')?.visit, {
    ...specialist,
    ...round1,
    vision: specialist.vision,
  });
  assert.deepEqual(toExamination(same, year, 'round2')?.visit, examinations.round2);
  const own = setAt(same, `${book}.specialist.eye`, undefined);
  assert.deepEqual(toExamination(own, year, 'round1')?.visit.vision, round1.vision);
  assert.deepEqual(
    toPeriodicExamination(same, year, 'round1')?.visit.musculoskeletal,
    periodic.specialist.musculoskeletal,
  );
});

test('what could not be read, is missing for a reason or has a note comes along, at a place of the other form', () => {
  const round = `${book}.rounds.round1`;
  const record: RecordDraft = {
    screenings: { [year]: {} },
    unread: { [`${round}.weightKg`]: '3o', [`${round}.caries`]: 'nhiều', 'administrative.birthDate': '?' },
    absent: { [`${round}.vision.uncorrectedLeft`]: 'refused' },
    notes: { [`${round}.heightCm`]: 'có giày', [`${round}.heightCmOf`]: 'x' },
  };
  const examination = toExamination(record, year, 'round1');
  assert.deepEqual(examination, {
    visit: {},
    unread: { 'vitals.weightKg': '3o' },
    absent: { 'vision.uncorrectedLeft': 'refused' },
    notes: { 'vitals.heightCm': 'có giày' },
  });
  const other = toPeriodicExamination(record, year, 'round1');
  assert.deepEqual(other?.absent, { 'eye.acuity.uncorrectedLeft': 'refused' });
  for (const path of [...Object.keys(examination!.unread), ...Object.keys(examination!.absent)])
    assert.ok(leafAt(path, examinationForm), path);
  for (const path of [...Object.keys(other!.unread), ...Object.keys(other!.absent)])
    assert.ok(leafAt(path, periodicForm), path);
});

test('what the specialists could not read or has a reason goes before what the round measured', () => {
  const round = { measuredOn: '2026-11-18', vision: { uncorrectedRight: '10/10', uncorrectedLeft: '9/10' } };
  const acuity = `${book}.specialist.eye.acuity`;
  const record = {
    screenings: { [year]: { rounds: { round1: round }, specialist: { examinedOn: '2026-11-18' } } },
    unread: { [`${acuity}.uncorrectedRight`]: 'mờ' },
    absent: { [`${acuity}.uncorrectedLeft`]: 'refused' },
  } as RecordDraft;
  const view = toExamination(record, year, 'round1');
  assert.deepEqual(view?.visit, { examinedOn: '2026-11-18' });
  assert.deepEqual(view?.unread, { 'vision.uncorrectedRight': 'mờ' });
  assert.deepEqual(view?.absent, { 'vision.uncorrectedLeft': 'refused' });
});

test('what stands beside a part of a group comes along, also with a history worked out', () => {
  const round = `${book}.rounds.round1`;
  const record = {
    screenings: {
      [year]: { general: { birth: { birthKinds: ['normal'] } }, rounds: { round1: { weightKg: 33 } } },
    },
    unread: { [`${round}.bloodPressureMmHg.systolic`]: '1o0' },
  } as RecordDraft;
  assert.deepEqual(toExamination(record, year, 'round1')?.unread, {
    'vitals.bloodPressureMmHg.systolic': '1o0',
  });
  const periodic = toPeriodicExamination(record, year, 'round1');
  assert.deepEqual(periodic?.unread, { 'physique.bloodPressureMmHg.systolic': '1o0' });
  assert.deepEqual(periodic?.visit, {
    physique: { weightKg: 33 },
    history: { birth: { isNormal: 'yes' } },
  });
  const bare = setAt(record, `${book}.general`, undefined);
  assert.deepEqual(toPeriodicExamination(bare, year, 'round1')?.visit, { physique: { weightKg: 33 } });
});

test('a book without a visit gives none, and the record stays as it was', () => {
  const before = JSON.stringify(full);
  assert.equal(toExamination({}, year, 'round1'), undefined);
  assert.equal(
    toExamination({ screenings: { [year]: { general: fullBook.general } } } as RecordDraft, year, 'round1'),
    undefined,
  );
  assert.equal(toPeriodicExamination({}, year, 'specialist'), undefined);
  toPeriodicExamination(full, year, 'round1');
  assert.equal(JSON.stringify(full), before);
});

test('of two guardians none is chosen, and boxes of birth that contradict each other are left to a person', () => {
  const two = setAt(full, `${book}.general.guardians.g2`, { name: 'Lê Mẫu' });
  assert.equal(toPeriodicExamination(two, year, 'round1')?.visit.guardian, undefined);
  const birth = (kinds: readonly string[]) =>
    toPeriodicExamination(setAt(full, `${book}.general.birth.birthKinds`, kinds), year, 'round1')?.visit
      .history?.birth;
  assert.deepEqual(birth(['normal']), { isNormal: 'yes' });
  assert.deepEqual(birth(['postterm']), { isNormal: 'no' });
  assert.equal(birth(['normal', 'asphyxia']), undefined);
  assert.equal(birth([]), undefined);
});
