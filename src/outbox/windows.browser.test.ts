import { assert } from '@open-wc/testing';
import fc from 'fast-check';
import type { RowStore } from './rows.ts';
import { clean, newPlace, until } from './test-vault.ts';

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

for (const hasLocks of [true, false]) {
  it(`200 changes of two windows at the same time are all there, ${hasLocks ? 'with' : 'without'} locks`, async () => {
    const place = await newPlace();
    const one = await place.unlocked();
    const two = await place.unlocked();
    const { locks } = navigator;
    if (!hasLocks) Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      const writers = [one, one, two, two].map(async ({ rows }) => {
        for (let turn = 0; turn < 50; turn++) await increment(rows);
      });
      await Promise.all(writers);
    } finally {
      Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    }
    assert.deepEqual(await valueOf(one.rows), [200, 200, 1]);
    assert.deepEqual(await valueOf(two.rows), [200, 200, 1]);
    assert.equal((await two.audit()).damaged.size, 0);
  });
}

it('two windows that write whatever they like end with what one of them wrote last, and with right counts', async () => {
  const place = await newPlace();
  const windows = [await place.unlocked(), await place.unlocked()];
  const act = fc.record({
    window: fc.nat(1),
    id: fc.constantFrom('a', 'b', 'c'),
    state: fc.constantFrom('waiting', 'done', undefined),
  });
  const check = fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
    const log: (string | undefined)[][] = [];
    await Promise.all(
      acts.map(async ({ window, id, state }) => {
        const at = await windows[window]!.rows.change(async (view) => {
          if (state) view.put('entry', id, state, { state });
          else view.remove('entry', id);
          return view.revision;
        });
        log.push([String(at).padStart(9, '0'), id, state]);
      }),
    );
    log.sort();
    assert.equal(new Set(log.map(([at]) => at)).size, acts.length, 'no two changes of the same revision');
    for (const { rows } of windows) {
      await rows.read(async (view) => {
        for (const [, id] of log) {
          const last = log.findLast(([, changed]) => changed === id)![2];
          assert.equal((await view.get('entry', id!))?.value, last);
        }
        const all = await view.list('entry');
        for (const state of ['waiting', 'done']) {
          assert.equal(view.count('entry', state), all.filter((row) => row.state === state).length);
        }
        assert.equal(view.count('entry'), all.length);
      });
    }
  });
  await fc.assert(check, { seed: 20_831, numRuns: 30, endOnFailure: true });
});

it('a reading sees one state of the store, however many changes come between', async () => {
  const place = await newPlace();
  const one = await place.unlocked();
  const two = await place.unlocked();
  const both = (rows: RowStore, value: number) =>
    rows.change(async (view) => {
      view.put('draft', 'a', value);
      view.put('draft', 'b', value);
    });
  await both(one.rows, 0);
  let isOver = false;
  const writing = (async () => {
    for (let value = 1; !isOver; value++) await both(two.rows, value);
  })();
  for (let turn = 0; turn < 20; turn++) {
    const [a, b] = await one.rows.read(async (view) => {
      const first = await view.get<number>('draft', 'a').catch(() => undefined);
      return [first?.value, (await view.get<number>('draft', 'b'))?.value];
    });
    assert.equal(a, b);
    assert.isNumber(a);
  }
  isOver = true;
  await writing;
});

it('watchers hear of changes of their own window and of others, and only while they watch', async () => {
  const place = await newPlace();
  const one = await place.unlocked();
  const two = await place.unlocked();
  const calls = { one: 0, two: 0 };
  const stop = one.rows.watch(() => calls.one++);
  two.rows.watch(() => calls.two++);
  await increment(one.rows);
  assert.equal(calls.one, 1);
  await until(() => calls.two === 1);
  stop();
  await increment(two.rows);
  assert.deepEqual(calls, { one: 1, two: 2 });
});

it('messages between windows hold no data', async () => {
  const place = await newPlace();
  const heard: unknown[] = [];
  const channel = new BroadcastChannel(`hssk-store:${place.name}`);
  channel.addEventListener('message', ({ data }) => heard.push(data));
  const vault = await place.unlocked();
  await increment(vault.rows);
  await vault.lock({ everywhere: true });
  await until(() => heard.length === 3);
  channel.close();
  assert.deepEqual(heard, ['changed', 'changed', 'lock']);
});
