import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSettings, defaultRelations, needsGround, relationsFor, representativeTypeOf } from './index.ts';
import type { ConsentSettings, Relation } from './index.ts';

const settings: ConsentSettings = {
  controller: {
    id: 'clinic-990',
    name: 'Trạm y tế xã Ví Dụ',
    protectionContact: 'Bà Phạm Thị Mẫu, 000 990 001',
  },
  processors: [],
  recipients: [],
};
const codesOf = (isChild: boolean): string =>
  relationsFor({}, isChild)
    .map(({ code }) => code)
    .join(' ');
const of = (code: string): Relation => defaultRelations.find((relation) => relation.code === code)!;

test('parents are offered for who is not of age, whom the person chose for a grown-up, a guardian for both', () => {
  assert.equal(codesOf(true), 'mother father guardian grandparent relative carer volunteer other');
  assert.equal(codesOf(false), 'guardian chosen family carer volunteer other');
});

test('no kind of representative is claimed for a grandparent without a guardianship or a written authority', () => {
  const grandparent = of('grandparent');
  assert.equal(representativeTypeOf(grandparent, undefined), undefined);
  assert.equal(representativeTypeOf(grandparent, 'caring'), undefined);
  assert.equal(representativeTypeOf(grandparent, 'spoken'), undefined);
  assert.equal(representativeTypeOf(grandparent, 'written'), 'c');
  assert.equal(representativeTypeOf(grandparent, 'guardian'), 'c');
  assert.equal(representativeTypeOf(of('carer'), 'spoken'), 'd');
});

test('only parents and guardians are not asked for their ground', () => {
  const unasked = defaultRelations.filter((relation) => !needsGround(relation)).map(({ code }) => code);
  assert.deepEqual(unasked, ['mother', 'father', 'guardian']);
});

test('relations of a host are checked: words and note in both languages, one code each, one for every age', () => {
  const flaws = (relations: readonly Relation[]): (string | undefined)[] =>
    checkSettings({ ...settings, relations })
      .filter(({ code }) => code === 'relation')
      .map(({ of: code }) => code);
  const guardian = of('guardian');
  assert.deepEqual(flaws(defaultRelations), []);
  assert.deepEqual(flaws([guardian, guardian]), ['guardian']);
  assert.deepEqual(flaws([{ ...guardian, code: 'a b' }]), ['a b']);
  const { vi, en } = guardian.words;
  assert.deepEqual(flaws([{ ...guardian, words: { vi, en: { ...en, note: ' ' } } }]), ['guardian']);
  assert.deepEqual(flaws([{ ...guardian, words: { vi: { ...vi, title: '' }, en } }]), ['guardian']);
  assert.deepEqual(flaws([of('mother')]), [undefined], 'nobody could represent a grown-up');
  assert.deepEqual(flaws([]), [undefined]);
});
