import { assert, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { formLeaves, getAt, isLeaf, schoolBookForm, setAt } from '../../src/schema/index.ts';
import { placesOf, stations } from '../../src/school/index.ts';
import { controlOf, fieldAt } from '../testing.ts';
import { blockPath, fieldsOf, layout } from './form-layout.ts';
import type { ScreeningForm } from './index.ts';
import {
  book,
  focused,
  follow,
  now,
  one,
  openId,
  press,
  row,
  shown,
  stationIn,
  words,
} from './station-testing.ts';
import { FakeLists, classList, measuredBefore, pupils } from './testing.ts';

function listsWith(record = measuredBefore): FakeLists {
  const lists = new FakeLists(classList);
  lists.records.set('m1', record);
  return lists;
}
const all = (form: ScreeningForm, selector: string): HTMLElement[] => [
  ...form.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const asked = (form: ScreeningForm): string => words(one(form, '.question p'));

it('asks about a decimal comma that was left out, and changes nothing before it is answered', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  await press('275 Enter');
  await waitUntil(() => form.shadowRoot!.activeElement?.closest('.question'));
  assert.equal(asked(form), 'Có phải 27,5 kg không?');
  assert.equal(shown(form, 'weightKg'), '275');
  assert.equal(form.value.screenings?.['2026-2027']?.rounds?.['round1']?.weightKg, 275);
  await press('Enter');
  assert.equal(shown(form, 'weightKg'), '27,5');
  assert.equal(focused(form), `${row}.heightCm`);
  assert.equal(asked(form), '');
});

it('asks about a slash that was left out, and about no number that may be meant', async () => {
  const form = await stationIn(listsWith());
  await press('120 Enter');
  // 120 kg may be: it is asked about as a jump, never turned into 12,0.
  await waitUntil(() => one(form, '.question'));
  assert.notInclude(asked(form), '12 kg');
  const weight = controlOf(fieldAt(form, `${row}.weightKg`));
  weight.focus();
  weight.select();
  // 125 kg and 12,5 kg may both be meant.
  await press('1250 Enter');
  assert.notInclude(words(fieldAt(form, `${row}.weightKg`)), 'Có phải');
  controlOf(fieldAt(form, `${row}.bloodPressureMmHg`)).focus();
  await press('10565 Enter');
  await waitUntil(() => one(form, '[data-path$=bloodPressureMmHg] .question'));
  assert.equal(words(one(form, '[data-path$=bloodPressureMmHg] .question p')), 'Có phải 105/65 mmHg không?');
  await press('Enter');
  assert.deepEqual(form.value.screenings?.['2026-2027']?.rounds?.['round1']?.bloodPressureMmHg, {
    systolic: 105,
    diastolic: 65,
  });
});

it('asks at once when a height shrinks; it is corrected, or kept with a reason', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  await press('27,5 Enter 121,5 Enter');
  await waitUntil(() => form.shadowRoot!.activeElement?.closest('.question'));
  assert.include(asked(form), 'Thấp hơn lần trước (128,5 cm, 16/03/2026)');
  await form.save(true);
  assert.lengthOf(lists.sent, 0);
  assert.include(words(one(form, '.status')), 'Còn 1 câu hỏi');
  await press('Enter');
  assert.equal(focused(form), `${row}.heightCm`);
  await press('127 Enter');
  await waitUntil(() => form.shadowRoot!.activeElement?.closest('.question'));
  const [, keep, other] = all(form, '.question button');
  assert.equal(words(keep!), 'Đã đo lại, đúng 127 cm');
  other!.click();
  await waitUntil(() => one(form, '.question input'));
  one(form, '.question input').focus();
  await press('thướcmới Enter');
  assert.equal(focused(form), `${row}.bloodPressureMmHg`);
  await form.save();
  const record = lists.sent[0]![1];
  assert.equal(record.confirmed?.[`${row}.heightCm`]?.['jump.height.shrunk']?.reason, 'thướcmới');
  assert.equal(record.screenings?.['2026-2027']?.rounds?.['round1']?.heightCm, 127);
});

it('asks again when a value that was kept is changed', async () => {
  const form = await stationIn(listsWith());
  await press('264 Enter');
  await waitUntil(() => one(form, '.question'));
  const [, keep] = all(form, '.question button');
  keep!.click();
  await waitUntil(() => !one(form, '.question'));
  assert.include(words(fieldAt(form, `${row}.weightKg`)), 'Đã xác nhận: Đã đo lại');
  const control = controlOf(fieldAt(form, `${row}.weightKg`));
  control.focus();
  control.select();
  await press('2,7 Enter');
  await waitUntil(() => one(form, '.question'));
});

it('writes a reason into a field by one key or one press', async () => {
  const lists = listsWith();
  const form = await stationIn(lists);
  await press('- Enter * Enter');
  assert.deepEqual([shown(form, 'weightKg'), shown(form, 'heightCm')], ['không đo', 'từ chối']);
  all(form, '.tools button')[0]!.click();
  assert.equal(focused(form), `${row}.pulsePerMinute`);
  await form.save();
  const [, record, done] = lists.sent[0]!;
  assert.deepEqual(record.absent, {
    [`${row}.weightKg`]: 'notMeasured',
    [`${row}.heightCm`]: 'refused',
    [`${row}.bloodPressureMmHg`]: 'notMeasured',
  });
  assert.equal(done['measure'], 'all');
  // What was typed before it does not come back.
  const control = controlOf(fieldAt(form, `${row}.weightKg`));
  control.focus();
  control.select();
  await press('30');
  control.select();
  await press('-');
  await waitUntil(() => shown(form, 'weightKg') === 'không đo');
});

it('goes back by Shift and Enter, and by arrows', async () => {
  const form = await stationIn(listsWith());
  await press('27,5 Enter');
  await sendKeys({ down: 'Shift' });
  await press('Enter');
  await sendKeys({ up: 'Shift' });
  assert.equal(focused(form), `${row}.weightKg`);
  await press('ArrowDown ArrowDown ArrowUp');
  assert.equal(focused(form), `${row}.heightCm`);
});

it('takes comma, point and blank for the slash of a pressure', async () => {
  const form = await stationIn(listsWith());
  for (const typed of ['105,65', '105.65', '105-65', '105/65']) {
    const control = controlOf(fieldAt(form, `${row}.bloodPressureMmHg`));
    control.focus();
    control.select();
    await press(typed);
    assert.equal(control.value, '105/65', typed);
  }
});

it('reads acuity by one key for each line, and forgives the habit of writing 9/10', async () => {
  const lists = listsWith();
  const form = await stationIn(lists, { station: 'eye' });
  follow(form);
  await press('9/108+');
  await waitUntil(() => focused(form) === `${row}.vision.correctedLeft`);
  await press('10 Enter');
  await waitUntil(() => openId(form) === 'm2');
  assert.deepEqual(lists.sent[0]![1].screenings?.['2026-2027']?.rounds?.['round1'], {
    vision: {
      uncorrectedRight: '9/10',
      uncorrectedLeft: '8/10',
      correctedRight: '10/10',
      correctedLeft: '10/10',
    },
  });
  assert.equal(lists.sent[0]![2]['eye'], 'all');
});

it('forgives the habit of writing 9/10 in the last field too', async () => {
  const form = await stationIn(listsWith(), { station: 'eye' });
  await press('Enter Enter Enter 9/10');
  assert.equal(focused(form), `${row}.vision.correctedLeft`);
  assert.equal(shown(form, 'vision.correctedLeft'), '9/10');
  assert.deepEqual(form.value.screenings?.['2026-2027']?.rounds?.['round1']?.vision, {
    correctedLeft: '9/10',
  });
});

it('reads acuity in other ways too', async () => {
  const form = await stationIn(listsWith(), { station: 'eye' });
  await press('0,8 Enter 1 Enter ĐNT Enter -');
  assert.deepEqual(form.value.screenings?.['2026-2027']?.rounds?.['round1']?.vision, {
    uncorrectedRight: '0,8',
    uncorrectedLeft: '1/10',
    correctedRight: 'ĐNT',
  });
  assert.equal(form.value.absent?.[`${row}.vision.correctedLeft`], 'notMeasured');
});

it('types into the field in use by the number pad, which leaves the focus there', async () => {
  const lists = listsWith();
  const form = await stationIn(lists, { pad: 'on' });
  follow(form);
  const key = (text: string): HTMLElement => all(form, '.pad button').find((each) => words(each) === text)!;
  const tap = (keys: string): void => {
    for (const each of keys.split(' ').flatMap((part) => (part === 'Tiếp' ? [part] : [...part])))
      key(each).click();
  };
  assert.equal(controlOf(fieldAt(form, `${row}.weightKg`)).inputMode, 'none');
  tap('28⌫7,5 Tiếp 131,5');
  assert.equal(focused(form), `${row}.heightCm`);
  assert.deepEqual([shown(form, 'weightKg'), shown(form, 'heightCm')], ['27,5', '131,5']);
  tap('Tiếp 105/65 Tiếp 88 Tiếp');
  await waitUntil(() => openId(form) === 'm2' && focused(form) === `${row}.weightKg`);
  assert.equal(shown(form, 'pulsePerMinute'), '');
  form.station = 'eye';
  await waitUntil(() => focused(form) === `${row}.vision.uncorrectedRight`);
  await form.updateComplete;
  tap('9');
  key('10').click();
  assert.deepEqual(form.value.screenings?.['2026-2027']?.rounds?.['round1']?.vision, {
    uncorrectedRight: '9/10',
    uncorrectedLeft: '10/10',
  });
});

it('ticks boxes by their number', async () => {
  const form = await stationIn(listsWith(), { station: 'doctor' });
  await press('3 Enter 1 4');
  const round = form.value.screenings?.['2026-2027']?.rounds?.['round1'];
  assert.deepEqual([round?.spineRotationDegrees, round?.spine], [3, ['normal', 'scoliosisLeft']]);
});

const spine = `${row}.spine`;
const back = `${book}.specialist.musculoskeletal.spine`;
const altN = async (): Promise<void> => {
  await sendKeys({ down: 'Alt' });
  await sendKeys({ press: 'KeyN' });
  await sendKeys({ up: 'Alt' });
};

/** [what stands, places that one key fills as normal] */
const normals: readonly (readonly [string, { readonly [path: string]: unknown }, readonly string[]])[] = [
  ['nothing', {}, [spine, back]],
  ['one of them', { [spine]: ['normal'] }, [back]],
  ['a finding at one of them', { [spine]: ['kyphosis'] }, []],
  ['a rotation that is small', { [`${row}.spineRotationDegrees`]: 4 }, [spine, back]],
  ['a rotation that is looked at again', { [`${row}.spineRotationDegrees`]: 5 }, []],
];
for (const [what, stands, filled] of normals)
  it(`one key fills what is empty and has a box for normal, and takes it back: where ${what} stands`, async () => {
    const record = Object.entries(stands).reduce(
      (next, [path, value]) => setAt(next, path, value),
      measuredBefore,
    );
    const form = await stationIn(listsWith(record), { station: 'doctor' });
    const places = (): readonly unknown[] => [spine, back].map((path) => getAt(form.value, path));
    const before = places();
    await altN();
    await form.updateComplete;
    const expected = [spine, back].map((path) => (filled.includes(path) ? ['normal'] : getAt(record, path)));
    assert.deepEqual(places(), expected);
    const { pediatrics, ent } = form.value.screenings?.['2026-2027']?.specialist ?? {};
    assert.deepEqual(
      [pediatrics, ent, form.value.screenings?.['2026-2027']?.followUp],
      [undefined, undefined, undefined],
    );
    const said = filled.length ? `Đã điền bình thường ${filled.length} mục` : 'Không còn mục trống nào';
    assert.include(words(one(form, '.status')), said);
    if (!filled.length) return;
    assert.include(words(one(form, '#normal')), 'Bỏ điền bình thường');
    await altN();
    assert.deepEqual(places(), before);
    await form.updateComplete;
    assert.include(words(one(form, '#normal')), 'Các mục còn lại: bình thường');
  });

it('what was changed after it was filled as normal is not taken back, nor anything of another pupil', async () => {
  const form = await stationIn(listsWith(), { station: 'doctor' });
  one(form, '#normal').click();
  await press('Enter 2');
  assert.deepEqual(getAt(form.value, spine), ['normal', 'kyphosis']);
  await altN();
  assert.deepEqual([getAt(form.value, spine), getAt(form.value, back)], [['normal', 'kyphosis'], undefined]);
  form.member = pupils[1];
  await waitUntil(() => words(one(form, 'h2')).includes('Quàng'));
  assert.include(words(one(form, '#normal')), 'Các mục còn lại: bình thường');
});

it('refraction is filled where it is on screen and not behind a closed line; measuring has no such key', async () => {
  const place = `${book}.specialist.eye.refraction`;
  const form = await stationIn(listsWith(), { station: 'eye' });
  await altN();
  assert.isUndefined(getAt(form.value, place));
  one(form, 'details.more').setAttribute('open', '');
  await altN();
  assert.deepEqual(getAt(form.value, place), ['none']);
  form.station = 'measure';
  await waitUntil(() => focused(form) === `${row}.weightKg`);
  assert.isFalse(one(form, '#normal') !== null);
});

it('opens with the focus in the first field that is empty', async () => {
  const record = setAt(setAt(measuredBefore, `${row}.weightKg`, 27), 'absent', {
    [`${row}.heightCm`]: 'refused',
  });
  const form = await stationIn(listsWith(record));
  assert.equal(focused(form), `${row}.bloodPressureMmHg`);
});

it('shows every place of the school book once, at the station that it belongs to', () => {
  const year = '2026-2027';
  const found = stations.flatMap(({ code }) =>
    layout[code].flatMap((block) =>
      fieldsOf(block).map((name) => ({ code, path: `${blockPath(block, book, 'round1')}.${name}`, block })),
    ),
  );
  const paths = formLeaves(schoolBookForm).map(
    ({ path }) => `${book}.${path.replace('rounds.*', 'rounds.round1')}`,
  );
  const shownPaths = found.map(({ path, block }) =>
    block.rowWords ? path.replace(/(guardians|incidents)\./, '$1.*.') : path,
  );
  assert.deepEqual([...shownPaths].sort(), [...paths].sort());
  assert.isFalse(isLeaf(schoolBookForm.general));
  for (const { code, path } of found) {
    const station = stations.find((each) => each.code === code)!;
    const places = placesOf(station, year, 'round1');
    assert.isTrue(
      places.some((place) => path === place || path.startsWith(`${place}.`)),
      `${code} ${path}`,
    );
  }
  assert.equal(now.slice(0, 4), '2026');
});

it('adds and removes guardians and incidents', async () => {
  const lists = listsWith();
  const form = await stationIn(lists, { station: 'general' });
  const rows = (): HTMLElement[] => all(form, '.row');
  assert.lengthOf(rows(), 1);
  one(form, '[data-add$=guardians]').click();
  await waitUntil(() => focused(form)?.endsWith('.name') && rows().length === 2);
  await press('Mẫu');
  const path = focused(form)!;
  assert.include(JSON.stringify(form.value.screenings), 'Mẫu');
  rows()[1]!.querySelector('button')!.click();
  await waitUntil(() => rows().length === 1);
  assert.isUndefined(form.value.screenings?.['2026-2027']?.general?.guardians, path);
});

it('leaves the focus where the station was chosen, beside the form', async () => {
  const form = await stationIn(listsWith());
  const select = document.createElement('select');
  form.after(select);
  select.focus();
  form.station = 'eye';
  await waitUntil(() => one(form, '.frame:not([inert]) [data-path$=uncorrectedRight]'));
  await form.updateComplete;
  assert.equal(document.activeElement, select);
  // The next pupil is written of at once.
  form.member = 'm2';
  await waitUntil(() => focused(form) === `${row}.vision.uncorrectedRight`);
  select.remove();
});
