import assert from 'node:assert/strict';
import test from 'node:test';
import { formLeaves, isLeaf, isRows, recordForm, screeningsForm } from '../schema/index.ts';
import type { Group, Leaf, Rows } from '../schema/index.ts';
import { issueCodes } from '../validation/index.ts';
import { en } from './en.ts';
import { enSchool } from './en/school.ts';
import { fill, helpOf, labelOf, loadWords, messageOf, optionOf, vi } from './index.ts';
import type { Words } from './index.ts';
import { viSchool } from './school.ts';

const languages = [vi, en];

/** Every path of the form: groups and rows as well as leaves. */
function pathsOf(node: Leaf | Rows | Group, path = ''): string[] {
  if (isLeaf(node)) return [path];
  if (isRows(node)) {
    const ids = 'number' in node.rows ? (node.printed ?? []) : ['*'];
    return ids.flatMap((id) => pathsOf(node.rows, `${path}.${id}`));
  }
  return Object.entries(node).flatMap(([key, child]) => pathsOf(child, path ? `${path}.${key}` : key));
}

test('every path of the form has a label in both languages', () => {
  const paths = pathsOf(recordForm);
  assert.ok(paths.length > 150);
  for (const words of languages) {
    const missing = paths.filter((path) => !labelOf(words, path));
    assert.deepEqual(missing, [], words.locale);
  }
});

test('no label stands for a place that the form does not have', () => {
  const known = new Set(formLeaves().map(({ path }) => path.replaceAll('.*', '')));
  const walk = (tree: object, path: string): string[] =>
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? key === '_'
          ? []
          : [`${path}${key}`]
        : walk(value as object, `${path}${key}.`),
    );
  for (const words of languages) {
    assert.deepEqual(
      walk(words.labels, '').filter((path) => !known.has(path)),
      [],
    );
  }
});

test('every printed vaccine row has its name and every option its words', () => {
  const rows = [
    recordForm.immunizations.basic,
    recordForm.immunizations.other,
    recordForm.immunizations.tetanus,
  ];
  for (const words of languages) {
    const names: { readonly [id: string]: string } = words.vaccines;
    for (const { printed } of rows) for (const id of printed) assert.ok(names[id], id);
    for (const { path, leaf } of formLeaves()) {
      if (leaf.kind !== 'choice' && leaf.kind !== 'boxes') continue;
      const field = path.slice(path.lastIndexOf('.') + 1);
      const group = (words.options as { readonly [field: string]: { readonly [code: string]: string } })[
        field
      ];
      assert.deepEqual(Object.keys(group ?? {}).sort(), [...leaf.options].sort(), path);
      for (const code of leaf.options) assert.equal(optionOf(words, field, code), group?.[code]);
    }
  }
});

test('school health: every path has a label and every option its words, in both languages', () => {
  for (const words of [viSchool, enSchool]) {
    const all = words as unknown as Words;
    assert.deepEqual(
      pathsOf(screeningsForm).filter((path) => !labelOf(all, path)),
      [],
    );
    const used = new Set<string>();
    for (const { path, leaf } of formLeaves(screeningsForm)) {
      if (leaf.kind !== 'choice' && leaf.kind !== 'boxes') continue;
      const field = path.slice(path.lastIndexOf('.') + 1);
      used.add(field);
      const group = (words.options as { readonly [field: string]: object })[field] ?? {};
      assert.deepEqual(Object.keys(group).sort(), [...leaf.options].sort(), path);
    }
    assert.deepEqual(Object.keys(words.options).sort(), [...used].sort());
    assert.deepEqual(Object.keys(words.rounds), [...screeningsForm.screenings.rows.rounds.printed]);
  }
});

test('every issue code has a sentence in both languages, with the limits filled in', () => {
  for (const words of languages) {
    for (const [code, level] of Object.entries(issueCodes)) {
      assert.ok(Object.hasOwn(words.messages, code), `${words.locale} ${code}`);
      assert.doesNotMatch(
        messageOf(words, { code, level, params: { min: 1.5, max: 9, kind: 'date' } }),
        /[{}]/,
      );
    }
    assert.deepEqual(Object.keys(words.messages).sort(), Object.keys(issueCodes).sort());
  }
  assert.match(
    messageOf(vi, { code: 'number.impossible', level: 'error', params: { min: 1.5, max: 9 } }),
    /1,5 đến 9/,
  );
});

test('an unknown code gets the general sentence of its level', () => {
  assert.equal(messageOf(vi, { code: 'host.rule', level: 'error' }), vi.messages['value.invalid']);
  assert.equal(messageOf(vi, { code: '__proto__', level: 'warning' }), vi.messages['value.unread']);
});

test('labels and help are found by pattern, and names from outside find nothing', () => {
  assert.equal(labelOf(vi, 'immunizations.tetanus.*.givenOn'), 'Đã tiêm, ghi rõ ngày');
  assert.equal(labelOf(vi, 'history.risk'), '2. Yếu tố nguy cơ đối với sức khỏe cá nhân');
  assert.equal(labelOf(vi, 'history.constructor'), undefined);
  assert.equal(labelOf(vi, '__proto__.x'), undefined);
  assert.equal(helpOf(vi, 'examinations.*.vitals.bloodPressureMmHg'), 'ví dụ 120/80');
  assert.equal(helpOf(vi, 'examinations.*.advice'), undefined);
});

test('the second language comes on demand and an unknown one leaves Vietnamese', async () => {
  assert.equal((await loadWords('en'))?.locale, 'en');
  assert.equal(await loadWords('vi'), undefined);
  assert.equal(await loadWords('fr'), undefined);
});

test('words are filled in by name, and braces of a value are left alone', () => {
  assert.equal(fill('{a} và {b}', { a: '{b}', b: 2 }), '{b} và 2');
  assert.equal(fill('{c}', {}), '{c}');
});
