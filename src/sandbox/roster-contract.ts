import assert from 'node:assert/strict';
import type { GroupKind } from '../client/index.ts';
import { at, key, record } from './contract-rows.ts';
import type { Store } from './store.ts';

/** The part of the store's contract that is about expected people. */
export const rosterContract: Readonly<
  Record<string, (store: Store, id: (name: string) => string) => Promise<void>>
> = {
  'expected people are listed and counted by group, with and without a record': async (store, id) => {
    const facility = id('S');
    await store.transaction((tx) => tx.save(record(id('p')), key()));
    let n = 0;
    const expect = (name: string, groups: { [K in GroupKind]?: string }, pid?: string) =>
      store.transaction((tx) =>
        tx.addExpected(
          facility,
          id(name),
          { fullName: name, birthDate: '2016', sex: 'female', groups },
          { foldedName: id(name), number: name === 'a' ? id('77') : '' },
          () => id(`g${n++}`),
          pid,
        ),
      );
    await expect('a', { school: 'X', class: '1A' });
    await expect('b', { school: 'X', class: '1B' });
    await expect('c', { school: 'X', class: '1A' }, id('p'));
    const since = '2026-01-01T00:00:00.000Z';
    const coverage = (kind: GroupKind, within?: string, cursor?: number, limit = 9) =>
      store.transaction((tx) => tx.coverage(facility, kind, within, since, cursor, limit));
    const classes = await coverage('class');
    assert.deepEqual(
      classes.map(({ kind, name, expected, captured }) => [kind, name, expected, captured]),
      [
        ['class', '1A', 2, 1],
        ['class', '1B', 1, 0],
      ],
    );
    const [school] = await coverage('school');
    assert.deepEqual([school!.expected, school!.captured], [3, 1]);
    assert.equal(await store.transaction((tx) => tx.groupFacility(school!.group)), facility);
    assert.equal(await store.transaction((tx) => tx.groupFacility(id('none'))), undefined);
    assert.deepEqual(await coverage('school', classes[0]!.group), [{ ...school, expected: 2, captured: 1 }]);
    assert.deepEqual(await coverage('class', undefined, classes[0]!.n, 9), [classes[1]]);
    assert.deepEqual(await coverage('class', undefined, undefined, 1), [classes[0]]);
    assert.deepEqual(
      await store.transaction((tx) => tx.coverage(id('T'), 'class', undefined, since, undefined, 9)),
      [],
    );
    const everywhere = await store.transaction((tx) =>
      tx.coverage(undefined, 'class', undefined, since, undefined, 200),
    );
    assert.equal(everywhere.filter((g) => g.group === classes[0]!.group).length, 1);

    const roster = (state?: 'captured' | 'missing', cursor?: number, limit = 9) =>
      store.transaction((tx) => tx.roster(school!.group, state, cursor, limit));
    const all = await roster();
    assert.deepEqual(
      all.map(({ n: _, ...person }) => person),
      [
        { id: id('a'), fullName: 'a', birthDate: '2016', sex: 'female' },
        { id: id('b'), fullName: 'b', birthDate: '2016', sex: 'female' },
        { id: id('c'), fullName: 'c', birthDate: '2016', sex: 'female', pid: id('p') },
      ],
    );
    assert.deepEqual(await roster('captured'), [all[2]]);
    assert.deepEqual(await roster('missing'), [all[0], all[1]]);
    assert.deepEqual(await roster(undefined, all[0]!.n, 1), [all[1]]);

    const find = (name: string, date: string, ...numbers: string[]) =>
      store.transaction((tx) => tx.findExpected(id(name), date, numbers));
    assert.deepEqual(await find('b', '2016-05-01'), [id('b')]);
    assert.deepEqual(await find('b', '2017'), []);
    assert.deepEqual(await find('c', '2016'), []);
    assert.deepEqual(await find('z', '2016', id('77'), id('78')), [id('a')]);
    await store.transaction((tx) => tx.linkExpected(id('b'), id('p')));
    assert.deepEqual(
      (await roster('missing')).map((p) => p.id),
      [id('a')],
    );
    assert.deepEqual(await find('b', '2016'), []);
  },
  'seen today counts each person whose record the facility of the group wrote since': async (store, id) => {
    const facility = id('S');
    const versions = [
      record(id('p')),
      { ...record(id('p'), 2), facility },
      { ...record(id('p'), 3), facility },
      { ...record(id('q')), facility: id('T') },
    ];
    for (const [index, version] of versions.entries())
      await store.transaction((tx) => tx.save(version, key({ foldedName: id(`name ${index}`) })));
    for (const [name, pid] of [
      ['a', id('p')],
      ['b', id('q')],
      ['c', undefined],
    ] as const)
      await store.transaction((tx) =>
        tx.addExpected(
          facility,
          id(name),
          { fullName: name, groups: { class: '1A' } },
          { foldedName: id(name), number: '' },
          () => id('g'),
          pid,
        ),
      );
    for (const [since, seen] of [
      ['2026-11-20T00:00:00.000Z', 1],
      [at, 1],
      ['2026-11-20T08:00:00.001Z', 0],
    ] as const) {
      const groups = await store.transaction((tx) => tx.coverage(facility, 'class', undefined, since, 0, 9));
      assert.deepEqual(
        groups.map(({ expected, captured, seenToday }) => [expected, captured, seenToday]),
        [[3, 2, seen]],
      );
    }
  },
};
