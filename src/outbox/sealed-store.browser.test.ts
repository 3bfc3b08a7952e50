import { assert } from '@open-wc/testing';
import fc from 'fast-check';
import type { ChangeView, RowFields, RowKind, RowQuery, RowStore } from './rows.ts';
import { clean, codeOf, newPlace, passphrase } from './test-vault.ts';

afterEach(clean);

const increment = (rows: RowStore) =>
  rows.change(async (view) => {
    const row = await view.get<number>('draft', 'n');
    view.put('draft', 'n', (row?.value ?? 0) + 1);
    view.setFacts({ sent: view.facts.sent + 1 });
  });

const valueOf = (rows: RowStore) =>
  rows.read(async (view) => [
    (await view.get<number>('draft', 'n'))?.value,
    view.facts.sent,
    view.count('draft'),
  ]);

it('a row is read as it was written, with its fields and without them', async () => {
  const { rows } = await (await newPlace()).unlocked();
  const value = { name: 'Trần Thị Mẫu', list: [1, null, { deep: 'ế\u0301 \ud83d' }], empty: '' };
  await rows.change(async (view) => {
    view.put('entry', 'a', value, { state: 'waiting', group: 'p1', order: 0 });
    view.put('record', 'a', 'same id, another kind');
  });
  await rows.read(async (view) => {
    const row = await view.get('entry', 'a');
    assert.deepEqual(row, { kind: 'entry', id: 'a', value, state: 'waiting', group: 'p1', order: 0 });
    assert.deepEqual(await view.get('record', 'a'), {
      kind: 'record',
      id: 'a',
      value: 'same id, another kind',
    });
    assert.equal(await view.get('entry', 'b'), undefined);
    assert.deepEqual(await view.list('record'), [
      { kind: 'record', id: 'a', value: 'same id, another kind' },
    ]);
  });
});

it('what is written is the value at the time of put, and nothing after the end', async () => {
  const { rows } = await (await newPlace()).unlocked();
  const value = { name: 'before' };
  let late: ChangeView | undefined;
  await rows.change(async (view) => {
    late = view;
    view.put('draft', 'a', value);
    value.name = 'after';
  });
  assert.deepEqual((await rows.read((view) => view.get('draft', 'a')))?.value, { name: 'before' });
  assert.throws(() => late!.put('draft', 'b', 1), 'over');
  assert.throws(() => late!.setFacts({ sent: 9 }), 'over');
  assert.include(await codeOf(late!.get('draft', 'a')), 'over');
});

it('a change whose work fails, or whose value cannot be written, leaves everything as it was', async () => {
  const { rows, revision } = await (await newPlace()).unlocked();
  const failing = rows.change(async (view) => {
    view.put('draft', 'a', 1);
    throw new Error('stop');
  });
  assert.include(await codeOf(failing), 'stop');
  for (const order of [-1, 1.5, NaN, Infinity]) {
    assert.include(
      await codeOf(rows.change(async (view) => view.put('draft', 'a', 1, { order }))),
      'RangeError',
    );
  }
  assert.include(await codeOf(rows.change(async (view) => view.put('draft', 'a', 1n))), 'TypeError');
  assert.equal(await revision(), 1);
  await rows.change(async () => 'nothing');
  assert.equal(await revision(), 1);
  await increment(rows);
  assert.equal(await revision(), 2);
});

type Model = Map<string, { id: string; value: number } & RowFields>;

const modelList = (model: Model, { state, group, after, newestFirst, limit }: RowQuery) => {
  const order = (row: RowFields) => row.order ?? -1;
  const found = [...model.values()].filter(
    (row) =>
      (state === undefined || row.state === state) &&
      (group === undefined || row.group === group) &&
      (after === undefined || (newestFirst ? order(row) < after : order(row) > after)),
  );
  return found.sort((a, b) => (newestFirst ? order(b) - order(a) : order(a) - order(b))).slice(0, limit);
};

it('lists and counts answer like a plain list does, before a change is written and after', async () => {
  const { rows } = await (await newPlace()).unlocked();
  const model: Model = new Map();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const states = [undefined, 'waiting', 'done'];
  // An order of its own for each id: rows of the same order come as they like.
  const step = fc.record({
    id: fc.constantFrom(...ids),
    value: fc.option(fc.nat(99), { nil: undefined }),
    state: fc.constantFrom(...states),
    group: fc.constantFrom(undefined, 'p1', 'p2'),
    hasOrder: fc.boolean(),
  });
  const query = fc.record(
    {
      by: fc.constantFrom({}, { state: 'waiting' }, { state: 'done' }, { group: 'p1' }, { group: 'p3' }),
      limit: fc.integer({ min: 1, max: 7 }),
      after: fc.integer({ min: 0, max: 6 }),
      newestFirst: fc.boolean(),
    },
    { requiredKeys: ['by'] },
  );
  const plain = (found: readonly { id: string; value: number; order?: number | undefined }[]) =>
    found.map(({ id, value, order }) => [id, value, order]);
  const check = fc.asyncProperty(fc.array(step, { maxLength: 4 }), query, async (steps, { by, ...rest }) => {
    const asked: RowQuery = { ...by, ...rest };
    const look = async (view: ChangeView | Parameters<Parameters<RowStore['read']>[0]>[0]) => {
      const all = await view.list<number>('entry');
      const isOrdered = all.every(
        (row, index) => index === 0 || (all[index - 1]!.order ?? -1) <= (row.order ?? -1),
      );
      assert.ok(isOrdered);
      const unordered = (await view.list<number>('entry', { ...by, limit: undefined })).filter(
        ({ order }) => order === undefined,
      );
      // Without an order there is no telling who comes first among them.
      if (unordered.length < 2) {
        assert.deepEqual(plain(await view.list<number>('entry', asked)), plain(modelList(model, asked)));
      }
      assert.equal(view.count('entry'), model.size);
      for (const state of ['waiting', 'done', '']) {
        const expected = [...model.values()].filter((row) => (row.state ?? '') === state).length;
        assert.equal(view.count('entry', state), expected, `count of ${state}`);
      }
      assert.deepEqual(await view.list('draft'), []);
    };
    await rows.change(async (view) => {
      for (const { id, value, state, group, hasOrder } of steps) {
        await view.get('entry', id);
        if (value === undefined) {
          view.remove('entry', id);
          model.delete(id);
        } else {
          const fields = { state, group, order: hasOrder ? ids.indexOf(id) + 1 : undefined };
          view.put('entry', id, value, fields);
          model.set(id, { id, value, ...fields });
        }
      }
      await look(view);
    });
    await rows.read(look);
  });
  await fc.assert(check, { seed: 20_831, numRuns: 60, endOnFailure: true });
});

it('a count after a change of a row that was not read is refused rather than wrong', async () => {
  const { rows } = await (await newPlace()).unlocked();
  await increment(rows);
  const blind = rows.change(async (view) => {
    view.put('draft', 'n', 5);
    return view.count('draft');
  });
  assert.include(await codeOf(blind), 'count()');
});

it('rows that failed take no place in a list with a limit', async () => {
  const place = await newPlace();
  const { rows } = await place.unlocked();
  await rows.change(async (view) => {
    for (let order = 1; order <= 9; order++)
      view.put('entry', `e${order}`, order, { state: 'waiting', order });
  });
  const { rows: stored } = await place.look();
  const first = [...stored.values()].sort((a, b) => a.order - b.order).slice(0, 5);
  await place.alter((tx) => {
    for (const row of first) void tx.objectStore('rows').put({ ...row, v: row.v + 1 });
  });
  const list = await rows.read((view) => view.list<number>('entry', { state: 'waiting', limit: 2 }));
  assert.deepEqual(
    list.map(({ value }) => value),
    [6, 7],
  );
  assert.equal(rows.damaged.size, 5);
});

it('the revision can be raised above what a server knows, and never goes back', async () => {
  const place = await newPlace();
  const vault = await place.unlocked();
  await vault.raiseRevision(500);
  assert.equal(await vault.revision(), 501);
  await vault.raiseRevision(20);
  assert.equal(await vault.revision(), 501);
  await increment(vault.rows);
  assert.equal(await vault.revision(), 502);
  assert.equal(await codeOf(vault.raiseRevision(NaN)), 'RangeError: A revision is a whole number from 0');
  await vault.close();
  assert.deepEqual(await valueOf((await place.unlocked()).rows), [1, 1, 1]);
});

it('counts need no row and no part of the list: one ciphertext is opened for them', async () => {
  const place = await newPlace();
  const first = await place.unlocked();
  await first.rows.change(async (view) => {
    for (let order = 1; order <= 300; order++)
      view.put('entry', `e${order}`, order, { state: 'waiting', order });
  });
  await first.close();
  const vault = await place.unlocked();
  await vault.lock();
  const { decrypt } = SubtleCrypto.prototype;
  let opened = 0;
  SubtleCrypto.prototype.decrypt = function (...parts) {
    opened += 1;
    return decrypt.apply(this, parts);
  };
  try {
    await vault.unlock(passphrase);
    const status = () =>
      vault.rows.read(async (view) => [view.count('entry', 'waiting'), view.count('draft')]);
    assert.deepEqual(await status(), [300, 0]);
    // The data key, and the head of the list.
    assert.equal(opened, 2);
    await status();
    assert.equal(opened, 2);
  } finally {
    SubtleCrypto.prototype.decrypt = decrypt;
  }
});

it('every ciphertext has an IV of its own, the same value written twice included', async () => {
  const place = await newPlace();
  const { rows } = await place.unlocked();
  const ivs: string[] = [];
  for (let turn = 0; turn < 5; turn++) {
    await rows.change(async (view) => view.put('draft', 'a', 'the same'));
    const { top, buckets, rows: stored } = await place.look();
    ivs.push(...[top!, ...buckets.values(), ...stored.values()].map(({ iv }) => iv.join()));
  }
  assert.equal(new Set(ivs).size, 15);
});

const canaries = [
  'Nguyễn Văn Mẫu',
  'Mẫu',
  '001090990001',
  '0000990123',
  'E11.9',
  'Đái tháo đường',
  'entry-canary-831',
];

/** Every byte of a database, as text read in one-byte and in two-byte letters. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    const bytes = new Uint8Array(value as ArrayBuffer);
    const even = bytes.slice(0, bytes.length - (bytes.length % 2));
    return [new TextDecoder().decode(bytes), new TextDecoder('utf-16le').decode(even)].join(' ');
  }
  if (value instanceof Map) return [...value].map(textOf).join(' ');
  if (typeof value === 'object' && value)
    return Object.entries(value)
      .map(([key, part]) => `${key} ${textOf(part)}`)
      .join(' ');
  return Array.isArray(value) ? value.map(textOf).join(' ') : String(value);
}

it('nothing of a person can be read in the database, unlocked or locked', async () => {
  const place = await newPlace();
  const vault = await place.unlocked();
  const kinds: RowKind[] = ['draft', 'entry', 'link', 'record', 'roster'];
  await vault.rows.change(async (view) => {
    for (const [order, kind] of kinds.entries()) {
      view.put(
        kind,
        'entry-canary-831',
        { text: canaries.join(' '), parts: canaries },
        { state: 'waiting', group: '001090990001', order },
      );
    }
  });
  const search = async () => {
    const text = textOf(await place.look());
    // What may be read: the search itself finds it.
    for (const plain of ['waiting', 'roster', 'PBKDF2-SHA-256']) assert.include(text, plain);
    for (const canary of canaries) {
      assert.notInclude(text, canary);
      assert.notInclude(text, JSON.stringify(canary).slice(1, -1));
    }
    assert.notInclude(text, passphrase);
  };
  await search();
  await vault.lock();
  await search();
  const { rows } = await place.look();
  assert.equal(new Set([...rows.values()].map(({ group }) => group)).size, kinds.length);
});
