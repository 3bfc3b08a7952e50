import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  absentWords,
  formatBloodPressure,
  formatDate,
  formatGrams,
  formatNumber,
  formatPhone,
} from './format.ts';

test('values are shown as they are written on the form', () => {
  assert.deepEqual(
    ['1986-04-05', '1986-04', '1986'].map((iso) => formatDate(iso)),
    ['05/04/1986', '04/1986', '1986'],
  );
  assert.deepEqual([900, 2900, 12900, 2900.5].map(formatGrams), ['900', '2.900', '12.900', '2.900,5']);
  assert.deepEqual([36.8, 2900, 0, -0.5].map(formatNumber), ['36,8', '2900', '0', '-0,5']);
  assert.deepEqual(
    ['0912345678', '02439990417', '02513999742', '0251399974', '+821099000123'].map(formatPhone),
    ['0912 345 678', '024 3999 0417', '0251 3999 742', '0251 399 974', '+821099000123'],
  );
  assert.equal(formatBloodPressure({ systolic: 120, diastolic: 80 }), '120/80');
  assert.equal(formatBloodPressure({ systolic: 120 }), '120');
  assert.equal(absentWords('notAvailableYet'), 'chưa có');
});
