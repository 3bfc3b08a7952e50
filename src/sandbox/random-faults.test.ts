import assert from 'node:assert/strict';
import test from 'node:test';
import { HttpError, NetworkError } from '../client/index.ts';
import type { BatchLine, BatchResult } from '../client/index.ts';
import { createMemoryStore, faultKinds, randomFaults } from './index.ts';
import type { FaultKind } from './index.ts';
import { all, makeWorld, person } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const line = (n: number): BatchLine => ({ key: `line-${n}-0000`, call: 'record.create', body: person(n) });
const number = (n: number) => ({
  identifier: {
    kind: 'citizenId' as const,
    number: person(n).administrative.identifiers!['personal']!.number!,
  },
});

// A generator of its own, so that a failure can be run again.
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('the same numbers make the same faults, as often as the rates say, each of them told', async () => {
  const run = async () => {
    const told: string[] = [];
    const rates = Object.fromEntries(faultKinds.map((kind) => [kind, 0.05]));
    const faults = randomFaults({
      random: numbers(7),
      rates,
      wait: async () => {},
      onFault: (kind, name) => told.push(`${kind} ${name}`),
    });
    const { client } = makeWorld({ faults });
    const { batches, metadata } = client(nurse, { retry: false });
    for (let n = 0; n < 400; n++) await (n % 2 ? metadata() : all(batches.send([line(1)]))).catch(() => {});
    return told;
  };
  const told = await run();
  assert.deepEqual(await run(), told);
  assert.deepEqual([...new Set(told.map((each) => each.split(' ')[0]))].sort(), [...faultKinds].sort());
  assert.ok(told.every((each) => !/cut.*metadata/.test(each)));
  const before = told.filter((each) => each.startsWith('before')).length;
  assert.ok(before > 150 && before < 210, `${before}`);
});

test('without rates nothing goes wrong; rates that cannot be are refused', async () => {
  const random = () => 0;
  const { client } = makeWorld({ faults: randomFaults({ random, rates: {} }) });
  assert.equal((await client(nurse).records.create(person(1))).version, 1);
  const thirds = { 'after.drop': 1 / 3, 'after.500': 1 / 3, 'after.late': 1 / 3 };
  randomFaults({ random, rates: thirds });
  for (const rates of [
    { 'before.drop': -0.1 },
    { 'before.drop': 0.6, 'before.503': 0.5 },
    { 'after.late': NaN },
  ])
    assert.throws(() => randomFaults({ random, rates }), RangeError);
});

test('through a storm of every fault each person is recorded once, with the answer first given', async () => {
  const struck = new Set<FaultKind>();
  const rates = Object.fromEntries(faultKinds.map((kind) => [kind, 0.06]));
  const faults = randomFaults({
    random: numbers(831),
    rates,
    wait: async () => {},
    onFault: (kind) => struck.add(kind),
  });
  const store = createMemoryStore();
  const client = makeWorld({ store, faults }).client(nurse, { retry: { attempts: 1 } });
  const calm = makeWorld({ store }).client(nurse);
  const lines = Array.from({ length: 150 }, (_, n) => line(n));
  const results = new Map<string, BatchResult>();
  let rounds = 0;
  for (let left = lines; left.length; left = lines.filter(({ key }) => !results.has(key))) {
    assert.ok(++rounds < 1000);
    try {
      for await (const result of client.batches.send(left.slice(0, 3))) results.set(result.key, result);
    } catch (error) {
      assert.ok(error instanceof NetworkError || error instanceof HttpError);
    }
  }
  assert.deepEqual([...struck].sort(), [...faultKinds].sort());
  const pids = new Set<string>();
  for (const [n, { key }] of lines.entries()) {
    const { status, receipt } = results.get(key)!;
    assert.equal(status, 201);
    assert.deepEqual(
      (await calm.persons.lookup(number(n))).map(({ pid }) => pid),
      [receipt!.pid],
    );
    assert.equal((await calm.records.load(receipt!.pid)).version, 1);
    pids.add(receipt!.pid);
  }
  assert.equal(pids.size, 150);
});
