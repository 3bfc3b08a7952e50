import { assert } from '@open-wc/testing';
import { loadGrowthTables } from '../../src/measures/index.ts';
import type { CsvCell } from '../csv.ts';
import { ResultsDay } from './results-day.ts';
import { readAll } from './results-model.ts';
import { viAll } from './results-words.ts';
import { classDay } from './testing.ts';

/** The rows by heading, of a class in which everything happens. */
async function sheet(): Promise<{ readonly [heading: string]: CsvCell }[]> {
  const lists = classDay(6);
  const { members } = await readAll(lists, 'l1', false, new AbortController().signal, () => {});
  const day = new ResultsDay({
    ...{ members, year: '2026-2027', round: 'round1', settings: undefined, words: viAll },
    rules: { stations: ['measure'], needsConsent: true },
    tables: await loadGrowthTables(),
  });
  const [head, ...rows] = day.values;
  return rows.map((row) => {
    assert.lengthOf(row, head!.length, 'as many cells as headings');
    return Object.fromEntries(row.map((cell, at) => [String(head![at]), cell]));
  });
}

it('gives a line for everybody, numbers as numbers, in the units of the headings', async () => {
  const rows = await sheet();
  assert.lengthOf(rows, 6);
  const { 'Điều cần lưu ý': found, ...first } = rows[0]!;
  assert.include(String(found), 'Mắt của em nhìn xa chưa rõ khi không đeo kính.');
  assert.deepEqual(
    Object.entries(first).filter(([, cell]) => cell !== undefined),
    [
      ['STT', 1],
      ['Học sinh', 'Nguyễn Văn Mẫu 1'],
      ['Ngày sinh', '14/03/2017'],
      ['Giới', 'Nam'],
      ['Lớp', '3A'],
      ['Ngày kiểm tra', '20/11/2026'],
      ['Cân nặng (kg)', 29],
      ['Chiều cao (cm)', 133.2],
      ['BMI (kg/m²)', 16.35],
      // From WHO's tables for 116 months and 6 days, worked out apart.
      ['Z-score cân nặng theo tuổi', -0.25],
      ['Z-score chiều cao theo tuổi', -0.47],
      ['Z-score BMI theo tuổi', 0.02],
      ['Dinh dưỡng', 'Bình thường'],
      ['Huyết áp tâm thu (mmHg)', 94],
      ['Huyết áp tâm trương (mmHg)', 60],
      ['Thị lực mắt phải không kính', '5/10'],
      ['Thị lực mắt trái không kính', '6/10'],
      ['Số răng sâu chưa điều trị', 2],
      ['Cột sống', 'Vẹo phải; góc xoay thân 8°'],
    ],
  );
});

it('gives nothing of a pupil whose family refused but that', async () => {
  const refused = (await sheet())[1]!;
  assert.deepEqual(
    Object.values(refused).filter((cell) => cell !== undefined),
    [2, 'Nguyễn Văn Mẫu 2', '14/03/2017', 'Nữ', '3A', 'Gia đình không đồng ý khám: không có thông báo.'],
  );
});

it('says of what is missing why, and gives what could not be read as it was written', async () => {
  const [, , absent, examined, unread, declined] = await sheet();
  assert.equal(absent!['Điều cần lưu ý'], 'Vắng');
  assert.include(String(examined!['Kết luận của nơi khám']), 'Cận thị hai mắt');
  assert.include(String(examined!['Mắt']), 'Cận');
  assert.equal(unread!['Chiều cao (cm)'], 'hơn mét ba');
  assert.isUndefined(unread!['BMI (kg/m²)']);
  assert.equal(declined!['Số răng sâu chưa điều trị'], 'từ chối');
});
