import { assert } from '@open-wc/testing';
import type { StoredRow } from './database.ts';
import { clean, codeOf, filled, flipped, put, seen } from './test-vault.ts';

afterEach(clean);

const altered = (row: StoredRow): StoredRow => ({ ...row, data: flipped(row.data) });

it('recovery keeps what opens by itself, leaves the rest as damaged, and lets it be marked', async () => {
  const { place, vault, found, keys } = await filled();
  await vault.rows.change(async (view) => view.setFacts({ sent: 7, nextOrder: 4 }));
  await vault.close();
  await place.alter(async (tx) => {
    await tx.objectStore('rows').put(altered(found.rows.get(keys['a']!)!));
    await tx.objectStore('rows').delete(keys['b']!);
    await tx.objectStore('manifest').clear();
  });
  const met: unknown[] = [];
  const again = await place.unlocked({
    onKept(kind, id, value, fields) {
      met.push([kind, id, value, fields]);
      return { ...fields, state: 'refused' };
    },
  });
  assert.deepEqual(await again.recover(), { kept: 1, lost: 2 });
  assert.deepEqual(met, [['entry', 'c', 'value of c', { state: 'waiting', group: 'p1', order: 3 }]]);
  const { row, counts, facts } = await again.rows.read(async (view) => ({
    row: await view.get('entry', 'c'),
    counts: [view.count('entry'), view.count('entry', 'refused'), view.count('entry', 'waiting')],
    facts: view.facts,
  }));
  assert.deepEqual(row, {
    kind: 'entry',
    id: 'c',
    value: 'value of c',
    state: 'refused',
    group: 'p1',
    order: 3,
  });
  assert.deepEqual([counts, facts], [[1, 1, 0], { sent: 0, nextOrder: 4 }]);
  assert.deepEqual([...again.rows.damaged], [keys['a']]);
  await again.removeDamaged(keys['a']!);
  assert.equal(await codeOf(again.removeDamaged(keys['c']!)), 'entry.gone');
  assert.deepEqual(await again.audit(), { good: 1, damaged: new Set<string>() });
  await put(again.rows, 'b', 'value of b', 'waiting', 4);
  assert.deepEqual((await seen(place)).listed, ['c', 'b']);
});

it('a damaged row that is written anew or removed is damaged no more, and is counted once', async () => {
  const { place, vault, found, keys } = await filled();
  await place.alter(async (tx) => {
    await tx.objectStore('rows').put({ ...found.rows.get(keys['a']!)!, state: 'done' });
    await tx.objectStore('rows').delete(keys['b']!);
  });
  assert.equal((await vault.audit()).damaged.size, 2);
  await put(vault.rows, 'a', 'value of a', 'retry');
  await vault.removeDamaged(keys['b']!);
  assert.equal(vault.rows.damaged.size, 0);
  const count = (state?: string) => vault.rows.read(async (view) => view.count('entry', state));
  assert.deepEqual([await count(), await count('waiting'), await count('retry')], [2, 1, 1]);
});
