import { assert } from '@open-wc/testing';
import type { StoredRow } from './database.ts';
import { bucketOf } from './manifest.ts';
import { clean, codeOf, filled, flipped, newPlace, passphrase, put, seen } from './test-vault.ts';
import type { Found, Place } from './test-vault.ts';

afterEach(clean);

it('a store that nobody touched is whole', async () => {
  const { place } = await filled();
  const { listed, byState, byGroup, got, good, damaged } = await seen(place);
  assert.deepEqual(
    [listed, byState, byGroup],
    [
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ],
  );
  assert.deepEqual([got, good, damaged], ['done', 3, []]);
});

const alterations: Record<string, (row: StoredRow) => unknown> = {
  data: (row) => ({ ...row, data: flipped(row.data) }),
  'first letter of the data': (row) => ({ ...row, data: flipped(row.data, 2) }),
  'name of the algorithm': (row) => ({ ...row, data: flipped(row.data, 0) }),
  'name of the key': (row) => ({ ...row, data: flipped(row.data, 1) }),
  'data, cut off': (row) => ({ ...row, data: row.data.slice(0, 10) }),
  'data, no bytes': (row) => ({ ...row, data: 'value of a' }),
  iv: (row) => ({ ...row, iv: flipped(row.iv) }),
  state: (row) => ({ ...row, state: 'done' }),
  'state, as an object': (row) => ({ ...row, state: new String('waiting') }),
  group: (row) => ({ ...row, group: flipped(new TextEncoder().encode(row.group)).join('') }),
  'group, gone': (row) => ({ ...row, group: '' }),
  order: (row) => ({ ...row, order: 9 }),
  'order, as an object': (row) => ({ ...row, order: new Number(row.order) }),
  kind: (row) => ({ ...row, kind: 'draft' }),
  version: (row) => ({ ...row, v: row.v + 1 }),
};

for (const [part, alter] of Object.entries(alterations)) {
  it(`a row is found whose ${part} was altered`, async () => {
    const { place, found, keys } = await filled();
    await place.alter((tx) => tx.objectStore('rows').put(alter(found.rows.get(keys['a']!)!)));
    const { vault, listed, byState, byGroup, got, good, damaged } = await seen(place);
    for (const ids of [listed, byState, byGroup]) assert.deepEqual(ids, ['b', 'c']);
    assert.deepEqual([got, good, damaged], ['vault.rowDamaged', 2, [keys['a']]]);
    assert.equal(await vault.rows.read(async (view) => view.count('entry')), 3);
  });
}

it('an open window finds an altered row too and calls its watchers', async () => {
  const { place, vault, found, keys } = await filled();
  await place.alter((tx) => tx.objectStore('rows').put(alterations['data']!(found.rows.get(keys['b']!)!)));
  let calls = 0;
  vault.rows.watch(() => calls++);
  const list = await vault.rows.read((view) => view.list('entry'));
  assert.deepEqual(
    list.map(({ id }) => id),
    ['a', 'c'],
  );
  assert.deepEqual([[...vault.rows.damaged], calls], [[keys['b']], 1]);
});

it('two rows that were exchanged are both found, whichever parts change places', async () => {
  for (const parts of [
    ['iv', 'data'],
    ['iv', 'data', 'v'],
    ['iv', 'data', 'v', 'state', 'group', 'order'],
  ] as const) {
    const { place, found, keys } = await filled();
    const [a, b] = [found.rows.get(keys['a']!)!, found.rows.get(keys['b']!)!];
    const taken = (from: StoredRow) => Object.fromEntries(parts.map((part) => [part, from[part]]));
    await place.alter(async (tx) => {
      await tx.objectStore('rows').put({ ...a, ...taken(b) });
      await tx.objectStore('rows').put({ ...b, ...taken(a) });
    });
    const { listed, got, damaged } = await seen(place);
    assert.deepEqual([listed, got, damaged.length], [['c'], 'vault.rowDamaged', 2]);
  }
});

it('two rows of the same change that were exchanged are both found', async () => {
  const place = await newPlace();
  const { rows } = await place.unlocked();
  await rows.change(async (view) => {
    for (const id of ['a', 'b'])
      view.put('entry', id, `value of ${id}`, { state: 'waiting', group: 'p1', order: 1 });
  });
  const [one, two] = [...(await place.look()).rows.values()] as [StoredRow, StoredRow];
  assert.equal(one.v, two.v);
  await place.alter(async (tx) => {
    await tx.objectStore('rows').put({ ...one, key: two.key });
    await tx.objectStore('rows').put({ ...two, key: one.key });
  });
  const { listed, got, damaged } = await seen(place);
  assert.deepEqual([listed, got, damaged.length], [[], 'vault.rowDamaged', 2]);
});

/** A store in which entry `a` was changed once more after `old` was copied. */
async function changedLater() {
  const { place, vault, found: old, keys } = await filled();
  await put(vault.rows, 'a', 'value of a', 'waiting', 1);
  await vault.close();
  return { place, old, key: keys['a']!, number: bucketOf(keys['a']!) };
}

it('a row that was put back with its old ciphertext is found', async () => {
  const { place, old, key } = await changedLater();
  await place.alter((tx) => tx.objectStore('rows').put(old.rows.get(key)));
  const { listed, got, damaged } = await seen(place);
  assert.deepEqual([listed, got, damaged], [['b', 'c'], 'vault.rowDamaged', [key]]);
});

it('a row and a part of the list that were put back under the newest version are found', async () => {
  const { place, old, key, number } = await changedLater();
  const now = await place.look();
  const { v } = now.rows.get(key)!;
  await place.alter((tx) => tx.objectStore('rows').put({ ...old.rows.get(key), v }));
  assert.deepEqual((await seen(place)).damaged, [key]);
  await place.alter(async (tx) => {
    await tx.objectStore('rows').put(now.rows.get(key));
    await tx.objectStore('buckets').put({ ...old.buckets.get(number), v }, number);
  });
  assert.deepEqual((await seen(place)).damaged, [key]);
  await place.alter((tx) => tx.objectStore('rows').put(old.rows.get(key)));
  assert.deepEqual((await seen(place)).damaged, [key]);
});

it('a part of the list that was put back is found', async () => {
  const { place, old, key, number } = await changedLater();
  await place.alter((tx) => tx.objectStore('buckets').put(old.buckets.get(number), number));
  const { vault, listed, got, damaged } = await seen(place);
  assert.deepEqual([listed, got, damaged], [['b', 'c'], 'vault.rowDamaged', [key]]);
  assert.equal(await codeOf(put(vault.rows, 'a', 'value of a')), 'vault.damaged');
  assert.deepEqual([vault.state, vault.problem], ['unusable', 'vault.damaged']);
});

it('a row that was put back together with its part of the list is found', async () => {
  const { place, old, key, number } = await changedLater();
  await place.alter(async (tx) => {
    await tx.objectStore('rows').put(old.rows.get(key));
    await tx.objectStore('buckets').put(old.buckets.get(number), number);
  });
  const { listed, got, damaged } = await seen(place);
  assert.deepEqual([listed, got, damaged], [['b', 'c'], 'vault.rowDamaged', [key]]);
});

it('a part of the list under the number of another is found', async () => {
  const { place, found, keys } = await filled();
  const [a, b] = [bucketOf(keys['a']!), bucketOf(keys['b']!)];
  await place.alter((tx) =>
    tx.objectStore('buckets').put({ ...found.buckets.get(b), v: found.buckets.get(a)!.v }, a),
  );
  assert.deepEqual((await seen(place)).damaged, [keys['a']]);
});

it('a row that was deleted is missed when it is asked for, and by the audit', async () => {
  const { place, keys } = await filled();
  await place.alter((tx) => tx.objectStore('rows').delete(keys['a']!));
  const { got, good, damaged } = await seen(place);
  assert.deepEqual([got, good, damaged], ['vault.rowDamaged', 2, [keys['a']]]);
});

it('a row that was deleted together with its part of the list is missed', async () => {
  const { place, keys } = await filled();
  await place.alter(async (tx) => {
    await tx.objectStore('rows').delete(keys['a']!);
    await tx.objectStore('buckets').delete(bucketOf(keys['a']!));
  });
  const { got, good, damaged } = await seen(place);
  assert.deepEqual([got, good, damaged], ['vault.rowDamaged', 2, [`bucket ${bucketOf(keys['a']!)}`]]);
});

it('a row that was removed and put back again is found', async () => {
  const { place, vault, found, keys } = await filled();
  await vault.rows.change(async (view) => view.remove('entry', 'a'));
  await place.alter((tx) => tx.objectStore('rows').put(found.rows.get(keys['a']!)));
  const { listed, got, damaged } = await seen(place);
  assert.deepEqual([listed, got, damaged], [['b', 'c'], 'vault.rowDamaged', [keys['a']]]);
});

it('rows of another store of the same user are found', async () => {
  const { place } = await filled();
  const { found: other, keys } = await filled();
  await place.alter((tx) => tx.objectStore('rows').put(other.rows.get(keys['a']!)));
  const { listed, damaged } = await seen(place);
  assert.deepEqual([listed, damaged], [['a', 'b', 'c'], [keys['a']]]);
});

const headAttacks: Record<string, (place: Place, old: Found) => Promise<void>> = {
  'was deleted': (place) => place.alter((tx) => tx.objectStore('manifest').delete('top')),
  'was put back': (place, old) => place.alter((tx) => tx.objectStore('manifest').put(old.top, 'top')),
  'was put back under the newest revision': async (place, old) => {
    const { rev } = (await place.look()).top!;
    await place.alter((tx) => tx.objectStore('manifest').put({ ...old.top, rev }, 'top'));
  },
  'was altered': async (place) => {
    const { top } = await place.look();
    await place.alter((tx) => tx.objectStore('manifest').put({ ...top, data: flipped(top!.data) }, 'top'));
  },
};

for (const [what, attack] of Object.entries(headAttacks)) {
  it(`a head of the list that ${what} closes an open store until it is recovered`, async () => {
    const { place, vault, found } = await filled();
    await put(vault.rows, 'a', 'value of a');
    await attack(place, found);
    assert.equal(await codeOf(vault.rows.read(async (view) => view.facts)), 'vault.damaged');
    assert.equal(await codeOf(put(vault.rows, 'd', 'value of d')), 'vault.damaged');
    assert.deepEqual([vault.state, vault.problem], ['unusable', 'vault.damaged']);
    assert.deepEqual(await vault.recover(), { kept: 3, lost: 0 });
    assert.deepEqual([vault.state, vault.problem], ['open', undefined]);
    assert.deepEqual((await seen(place)).listed, ['a', 'b', 'c']);
  });

  if (what === 'was put back') continue;
  it(`a store whose head of the list ${what} opens only to be recovered`, async () => {
    const { place, vault, found } = await filled();
    await put(vault.rows, 'a', 'value of a');
    await vault.close();
    await attack(place, found);
    const again = await place.unlocked();
    assert.deepEqual([again.state, again.problem], ['unusable', 'vault.damaged']);
    assert.equal(await codeOf(again.rows.read((view) => view.list('entry'))), 'vault.damaged');
    assert.equal(await codeOf(again.audit()), 'vault.damaged');
    assert.deepEqual(await again.recover(), { kept: 3, lost: 0 });
    assert.deepEqual((await seen(place)).damaged, []);
  });
}

it('a head of the list that was put back shows in a new window by the rows written since', async () => {
  const { place, old, key } = await changedLater();
  await place.alter((tx) => tx.objectStore('manifest').put(old.top, 'top'));
  assert.deepEqual((await seen(place)).damaged, [key]);
});

it('a store whose header is gone is damaged, not empty, and nothing overwrites it', async () => {
  const { place, vault } = await filled();
  await vault.close();
  await place.alter((tx) => tx.objectStore('header').clear());
  const again = await place.open();
  assert.deepEqual([again.state, again.problem], ['unusable', 'vault.damaged']);
  assert.equal(await codeOf(again.setUp(passphrase)), 'vault.damaged');
  assert.equal(await codeOf(again.unlock(passphrase)), 'vault.damaged');
  assert.equal(await codeOf(again.recover()), 'vault.damaged');
  assert.equal((await place.look()).rows.size, 3);
});

it('a header with weak or endless rounds is not even tried', async () => {
  const { place, vault, found } = await filled();
  await vault.close();
  const header = found.header as { kdf: object };
  for (const rounds of [999, 0, 10_000_001, 1.5, Infinity, '1000']) {
    await place.alter((tx) =>
      tx.objectStore('header').put({ ...header, kdf: { ...header.kdf, rounds } }, 'header'),
    );
    assert.equal((await place.open()).problem, 'vault.damaged', String(rounds));
  }
  await place.alter((tx) => tx.objectStore('header').put(header, 'header'));
  assert.equal((await place.open({ rounds: undefined })).problem, 'vault.damaged');
  await place.alter((tx) => tx.objectStore('header').put({ ...header, format: 2 }, 'header'));
  assert.equal((await place.open()).problem, 'vault.newer');
});
