import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { enGrowth } from '../../src/i18n/en/growth.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { fill, formatDate, formatNumber } from '../../src/i18n/index.ts';
import { Blank } from '../fields/index.ts';
import { FormState } from '../form-state.ts';
import { controlOf, drawn, recordForm, write } from '../testing.ts';
import { ExaminationSection } from './index.ts';
import { adviceOn, armIn, rotationIn } from './visit-advice.ts';

const visit = 'examinations.v3';
type Visits = NonNullable<RecordDraft['examinations']>;

/** A boy of 823 days, and what was measured of him before; z-scores as WHO's program gives them. */
const boy: RecordDraft = {
  administrative: { sex: 'male', birthDate: '2024-07-19' },
  examinations: {
    v1: { examinedOn: '2025-12-18', vitals: { weightKg: 8.6, heightCm: 75 } },
    v3: {
      examinedOn: '2026-10-20',
      vitals: { weightKg: 9.1, heightCm: 79 },
      organs: { nutrition: 'Vòng cánh tay 12,0 cm' },
    },
  },
};

async function section(value: RecordDraft, locale = 'vi'): Promise<ExaminationSection> {
  ExaminationSection.define();
  const found = await fixture<ExaminationSection>(
    html`<hssk-examination-section
      .value=${value}
      locale=${locale}
      now="2026-11-18"
    ></hssk-examination-section>`,
  );
  await drawn(found);
  return found;
}

const asideOf = (root: Element, field: string, at = visit): string => {
  const blank = root.shadowRoot!.querySelector(`[data-path="${at}.${field}"]`);
  return blank?.querySelector('.aside')?.textContent?.trim() ?? '';
};

/** Advice is loaded once the part stands. */
const advised = (root: Element, field: string, words: RegExp): Promise<void> =>
  waitUntil(
    () => words.test(asideOf(root, field)),
    `beside ${field}: ${words}, but it says "${asideOf(root, field)}"`,
  );

it('says z-score, class and advice beside each value of a child', async () => {
  const found = await section(boy);
  await advised(found, 'vitals.weightKg', /^Cân nặng theo tuổi: −2,92 SD/);
  assert.equal(
    asideOf(found, 'vitals.weightKg'),
    'Cân nặng theo tuổi: −2,92 SD (SDD thể nhẹ cân, mức độ vừa); ' +
      'Cân nặng theo chiều dài/chiều cao: −1,64 SD (Bình thường). ' +
      'Gợi ý, không phải chẩn đoán: Chỉ số thấp hơn ngưỡng: nên được cán bộ y tế khám và tư vấn dinh dưỡng. ' +
      'Cân nặng theo tuổi đã giảm 0,93 SD so với ngày 18/12/2025: nên được cán bộ y tế khám và theo dõi.',
  );
  assert.match(
    asideOf(found, 'vitals.heightCm'),
    /^Chiều dài\/chiều cao theo tuổi: −3,29 SD \(SDD thể thấp còi, mức độ nặng\)\. Gợi ý/,
  );
  assert.equal(
    asideOf(found, 'organs.nutrition'),
    'Vòng cánh tay 120 mm (SDD cấp tính vừa). Gợi ý, không phải chẩn đoán: Vòng cánh tay dưới ngưỡng: nên được cán bộ y tế khám.',
  );
  // BMI under five stands behind weight for height.
  assert.equal(asideOf(found, 'vitals.bmi'), 'Máy tính: 14,58');
  assert.equal(asideOf(found, 'organs.musculoskeletal'), '');
});

it('follows what is typed, in the person, the visit and the visits before', async () => {
  const form = await recordForm(boy);
  const part = form.shadowRoot!.querySelector('hssk-examination-section')!;
  const weight = 'vitals.weightKg';
  await advised(part, weight, /−2,92 SD/);
  await write(form, `${visit}.vitals.weightKg`, '8,9');
  await advised(part, weight, /^Cân nặng theo tuổi: −3,1 SD/);
  await write(form, `${visit}.vitals.heightCm`, '');
  await advised(part, weight, /^(?!.*Cân nặng theo chiều dài)Cân nặng/);
  await write(form, `${visit}.examinedOn`, '');
  await advised(part, weight, /^$/);
  await write(form, `${visit}.examinedOn`, '20/10/2026');
  await advised(part, weight, /./);
  await write(form, 'administrative.birthDate', 'không nhớ');
  await advised(part, weight, /^$/);
});

it('draws no field within the keystroke for what is advised, and afterwards only those where it says another thing', async () => {
  const form = await recordForm(boy);
  const part = form.shadowRoot!.querySelector('hssk-examination-section')!;
  await advised(part, 'vitals.weightKg', /−2,92 SD/);
  const { update } = Blank.prototype;
  const paths = new Set<string>();
  Blank.prototype.update = function (this: Blank): void {
    paths.add(this.path.replace(`${visit}.`, ''));
    update.call(this);
  };
  await write(form, `${visit}.vitals.weightKg`, '8,9');
  assert.sameMembers([...paths], ['vitals.weightKg', 'vitals.bmi']);
  await advised(part, 'vitals.weightKg', /−3,1 SD/);
  Blank.prototype.update = update;
  assert.sameMembers([...paths], ['vitals.weightKg', 'vitals.bmi']);
});

/** [rule, birth date, what stands in the visit, field, what is said beside it] */
const rows: readonly (readonly [string, string, Visits[string], string, RegExp])[] = [
  [
    'an eye at 7/10 of a pupil',
    '2017-01-01',
    { vision: { uncorrectedRight: '10/10', uncorrectedLeft: '7/10' } },
    'vision.uncorrectedLeft',
    /^Gợi ý, không phải chẩn đoán: Thị lực không kính từ 7\/10 trở xuống: nên khám chuyên khoa mắt\.$/,
  ],
  [
    'the other eye is not meant',
    '2017-01-01',
    { vision: { uncorrectedRight: '10/10', uncorrectedLeft: '7/10' } },
    'vision.uncorrectedRight',
    /^$/,
  ],
  [
    'an eye with glasses',
    '2017-01-01',
    { vision: { correctedRight: '5/10' } },
    'vision.correctedRight',
    /nên khám lại kính\.$/,
  ],
  [
    'an eye of who is grown up',
    '1960',
    { vision: { uncorrectedRight: '3/10' } },
    'vision.uncorrectedRight',
    /^$/,
  ],
  [
    'a spine of eight degrees',
    '2017-01-01',
    { organs: { musculoskeletal: 'Vẹo phải, góc xoay thân 8 độ' } },
    'organs.musculoskeletal',
    /^Góc xoay thân 8 độ\. Gợi ý, không phải chẩn đoán: Góc xoay thân từ 7 độ: nên khám cột sống\.$/,
  ],
  [
    'a spine of four degrees',
    '2017-01-01',
    { organs: { musculoskeletal: 'Góc xoay thân: 4°' } },
    'organs.musculoskeletal',
    /^Góc xoay thân 4 độ\.$/,
  ],
  [
    'a spine without degrees',
    '2017-01-01',
    { organs: { musculoskeletal: 'Bình thường, 2 vai đều' } },
    'organs.musculoskeletal',
    /^$/,
  ],
  [
    'the pressure of a child',
    '2016-01-01',
    { vitals: { bloodPressureMmHg: { systolic: 120, diastolic: 60 } } },
    'vitals.bloodPressureMmHg',
    /^Gợi ý, không phải chẩn đoán: Huyết áp bằng hoặc trên ngưỡng sàng lọc \(108\/72 mmHg\)/,
  ],
  [
    'the pressure of who is grown up',
    '1960',
    { vitals: { bloodPressureMmHg: { systolic: 190, diastolic: 100 } } },
    'vitals.bloodPressureMmHg',
    /^$/,
  ],
  [
    'BMI of who is grown up and thin',
    '1960',
    { vitals: { weightKg: 42, heightCm: 160 } },
    'vitals.bmi',
    /^Thiếu năng lượng trường diễn\. Gợi ý/,
  ],
  ['BMI of who is grown up', '1960', { vitals: { weightKg: 52, heightCm: 160 } }, 'vitals.bmi', /^$/],
  [
    'BMI of a pupil',
    '2016-10-20',
    { vitals: { weightKg: 33, heightCm: 138 } },
    'vitals.bmi',
    /^BMI theo tuổi: 0,47 SD \(Bình thường\)\.$/,
  ],
  [
    'a birth month gives a range',
    '2016-10',
    { vitals: { heightCm: 138 } },
    'vitals.heightCm',
    /^Chiều dài\/chiều cao theo tuổi: (−?0,\d+) đến 0,\d+ SD \(Bình thường\)\.$/,
  ],
];

it('says what each rule says, and nothing where none does', async () => {
  for (const [rule, birthDate, values, field, expected] of rows) {
    const form = new FormState();
    form.load({
      administrative: { sex: 'male', birthDate },
      examinations: { v3: { examinedOn: '2026-10-20', ...values } },
    });
    const said = await adviceOn(form, ['v3'], { fill, formatDate, formatNumber });
    assert.match(said.get(`${visit}.${field}`) ?? '', expected, rule);
  }
});

it('says the same in English', async () => {
  const found = await section(boy, 'en');
  await advised(found, 'vitals.weightKg', /^Weight for age: −2,92 SD/);
  assert.include(asideOf(found, 'organs.nutrition'), enGrowth.advice['nutrition.moderateAcuteMalnutrition']);
});

it('advises nothing on a draft of another shape', async () => {
  await advised(await section(boy), 'vitals.weightKg', /SD/);
  const draft = {
    administrative: { sex: 'male', birthDate: '2016-10-20' },
    examinations: {
      v3: { examinedOn: '2026-10-20', vitals: { weightKg: 33 }, vision: { correctedLeft: [] } },
    },
  } as unknown as RecordDraft;
  const found = await section(draft);
  assert.equal(asideOf(found, 'vitals.weightKg'), '');
  assert.ok(controlOf(found.shadowRoot!.querySelector(`[data-path="${visit}.vitals.weightKg"]`)!));
});

it('reads arm and trunk rotation only where the words and the unit say so', () => {
  const arms: readonly [string, number | undefined][] = [
    ['Vòng cánh tay 12,0 cm', 120],
    ['Chu vi vòng cánh tay: 118mm', 118],
    ['MUAC 11.4 cm', 114],
    ['vòng giữa cánh tay 125 mm', 125],
    ['Vòng cánh tay 12,0 cm'.normalize('NFD'), 120],
    ['Vòng cánh tay 12', undefined],
    ['Vòng bụng 56 cm', undefined],
    ['Vòng cánh tay bình thường. Cao 120 cm', undefined],
    ['Vòng cánh tay 1200 mm', undefined],
    ['Vòng cánh tay 2 cm', undefined],
  ];
  for (const [text, expected] of arms) assert.equal(armIn(text), expected, text);
  const spines: readonly [string, number | undefined][] = [
    ['góc xoay thân 8 độ', 8],
    ['Góc xoay: 5,5°', 5.5],
    ['Thước đo vẹo 7 độ', 7],
    ['GÓC XOAY THÂN 8 ĐỘ'.normalize('NFD'), 8],
    ['góc xoay thân 8', undefined],
    ['Sốt 38 độ', undefined],
    ['góc xoay thân bình thường; sốt 38 độ', undefined],
    ['góc xoay thân 95 độ', undefined],
  ];
  for (const [text, expected] of spines) assert.equal(rotationIn(text), expected, text);
  assert.equal(armIn(7), undefined);
});
