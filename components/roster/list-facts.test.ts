import { assert } from '@open-wc/testing';
import { guessFacts } from './list-facts.ts';
import type { SheetImport } from './import-model.ts';

const none = { name: '', place: '', year: '', kind: 'class', className: '' } as const;
const facts = (rows: readonly (readonly string[])[], before: Partial<typeof none> = {}) =>
  guessFacts(
    [],
    [{ sheet: { rows } } as unknown as SheetImport],
    'ds.xlsx',
    { ...none, ...before },
    '2026-11-20',
  );

for (const [title, year] of [
  ['NĂM HỌC 2025 - 2026', '2025-2026'],
  ['Danh sách học sinh lớp 3A năm học: 2027–2028', '2027-2028'],
  ['Năm học 2025/2026'.normalize('NFD'), '2025-2026'],
  // No school year: the one of the day is put forward.
  ['Năm học 2025 - 2027', '2026-2027'],
  ['Sinh năm 2017 - 2018', '2026-2027'],
  ['', '2026-2027'],
] as const)
  it(`the title "${title}" puts the school year ${year} forward`, () => {
    assert.equal(facts([['TRƯỜNG TIỂU HỌC VÍ DỤ'], ['', title]]).year, year);
  });

it('what was written for the file before goes first', () => {
  const before = { year: '2026-2027', place: 'Trường Mẫu' } as never;
  assert.include(facts([['Trường Tiểu  học Ví Dụ'], ['Năm học 2025-2026']], before), before);
  assert.equal(facts([['Trường Tiểu  học Ví Dụ']]).place, 'Trường Tiểu học Ví Dụ');
});
