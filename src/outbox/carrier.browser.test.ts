import { assert } from '@open-wc/testing';
import type { CarriedGroup } from '../client/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import { closeAll, makeWorld, problem } from './test-outbox.ts';
import type { Device } from './test-outbox.ts';
import { codeOf, until } from './test-vault.ts';

const dayMs = 86_400_000;
afterEach(closeAll);

/** A server with two classes; one person goes to both, one of the first has no record. */
async function school() {
  let sandbox!: ReturnType<typeof createSandbox>;
  const world = makeWorld((now) => (sandbox = createSandbox({ store: createMemoryStore(), now })));
  const expect = async (n: number, name: string): Promise<string> => {
    const { pid } = await world.other.records.create(person(n));
    await expected(n, name);
    return pid;
  };
  const expected = (n: number, name: string): Promise<void> => {
    const { fullName, birthDate, identifiers } = person(n).administrative;
    const identifier = identifiers!.personal as { kind: string; number: string };
    const who = { fullName: fullName!, birthDate, identifier };
    return sandbox.expect('TYT-01', [{ ...who, groups: { class: name } }]);
  };
  const a = [await expect(1, '1A'), await expect(2, '1A')] as const;
  await expected(9, '1A');
  const b = [await expect(3, '2B')] as const;
  await expected(2, '2B');
  const device = await world.device();
  const groups: { [name: string]: string } = {};
  for await (const { name, group } of device.outbox.carrier.available('class')) groups[name] = group;
  return { world, device, a, b, one: groups['1A']!, two: groups['2B']! };
}

const facts = ({ group, people, records, refused, state }: CarriedGroup): readonly unknown[] => [
  ...[group.name, people, records, refused, state],
];
const stands = async ({ outbox }: Device): Promise<readonly unknown[]> =>
  (await outbox.carrier.carried()).groups.map(facts);
const here = async ({ outbox }: Device): Promise<number> => (await outbox.carrier.carried()).records;

it('a list is taken along by one call with its id, and its records open without a network', async () => {
  const { world, device, a, one } = await school();
  const steps: string[] = [];
  const taken = await device.outbox.carrier.take(one, {
    onProgress: (done, total) => steps.push(`${done}/${total}`),
  });
  assert.deepEqual(facts(taken), ['1A', 3, 2, 0, 'whole']);
  assert.equal(taken.expiresAt - taken.takenAt, 7 * dayMs);
  assert.deepEqual([steps[0], steps.at(-1)], ['0/0', '2/2']);
  world.net = world.offline;
  for (const pid of a) assert.equal((await device.records.load(pid)).carriedAt, world.clock.now);
});

it('a list that the server does not have is no list', async () => {
  const { device } = await school();
  assert.equal(await codeOf(device.outbox.carrier.take('khong-co')), 'copy.missing');
  assert.deepEqual(await stands(device), []);
});

it('without a network nothing is taken and what was taken stays as it is', async () => {
  const { world, device, one, two } = await school();
  await device.outbox.carrier.take(one);
  world.net = world.offline;
  for (const id of [one, two]) assert.equal(await codeOf(device.outbox.carrier.take(id)), 'network.failed');
  assert.deepEqual(await stands(device), [['1A', 3, 2, 0, 'whole']]);
});

it('what is stopped on its way says that it is not whole, and is whole when it was taken again', async () => {
  const { world, device, one } = await school();
  const control = new AbortController();
  let loads = 0;
  world.net = async (next, { path }) => {
    if (/^\/v1\/records\//.test(path) && ++loads === 2) control.abort();
    return next();
  };
  const taking = device.outbox.carrier.take(one, { signal: control.signal });
  assert.equal((await taking.catch((error: unknown) => error)) as unknown, control.signal.reason);
  const [[name, people, records, , state]] = (await stands(device)) as [unknown[]];
  assert.deepEqual([name, people, state], ['1A', 3, 'partly']);
  assert.isBelow(records as number, 2);
  assert.equal(records, await here(device));
  world.net = undefined;
  await device.outbox.carrier.take(one);
  assert.deepEqual(await stands(device), [['1A', 3, 2, 0, 'whole']]);
});

it('taking again that is cut off makes a whole list no younger than its oldest copy', async () => {
  const { world, device, one } = await school();
  const { takenAt } = await device.outbox.carrier.take(one);
  world.clock.now += 3 * dayMs;
  world.net = async (next, { path }) =>
    /^\/v1\/records\//.test(path) ? problem(503, 'server.busy') : next();
  assert.equal(await codeOf(device.outbox.carrier.take(one)), 'server.busy');
  const [kept] = (await device.outbox.carrier.carried()).groups;
  assert.deepEqual([kept!.takenAt, kept!.state, kept!.records], [takenAt, 'whole', 2]);
  world.net = undefined;
  await device.outbox.carrier.take(one);
  const [again] = (await device.outbox.carrier.carried()).groups;
  assert.equal(again!.takenAt, world.clock.now);
});

it('records that may not be read are counted apart, and the list is whole without them', async () => {
  const { world, device, a, one } = await school();
  world.net = async (next, { path }) => (path.endsWith(a[1]) ? problem(403, 'access.denied') : next());
  assert.deepEqual(facts(await device.outbox.carrier.take(one)), ['1A', 3, 1, 1, 'whole']);
});

it('copies that are too old are gone, their list says so and can be taken again, and is forgotten in the end', async () => {
  const { world, device, a, one } = await school();
  await device.outbox.carrier.take(one);
  world.clock.now += 7 * dayMs + 1;
  await device.outbox.sync.send();
  await until(async () => (await here(device)) === 0);
  assert.deepEqual(await stands(device), [['1A', 3, 0, 0, 'expired']]);
  world.net = world.offline;
  assert.equal(await codeOf(device.records.load(a[0])), 'copy.missing');
  world.net = undefined;
  await device.outbox.carrier.take(one);
  assert.deepEqual(await stands(device), [['1A', 3, 2, 0, 'whole']]);
  world.clock.now += 28 * dayMs + 1;
  await device.outbox.sync.send();
  await until(async () => (await stands(device)).length === 0);
});

it('a clock that was set back by more than the age of a copy makes it no fresh one', async () => {
  const { world, device, one } = await school();
  await device.outbox.carrier.take(one);
  world.clock.now -= 8 * dayMs;
  assert.deepEqual(await stands(device), [['1A', 3, 0, 0, 'expired']]);
});

it('letting go of a list deletes what no other list needs, and nothing that waits to be sent', async () => {
  const { world, device, a, b, one, two } = await school();
  await device.outbox.carrier.take(one);
  await device.outbox.carrier.take(two);
  assert.equal(await here(device), 3);
  world.net = world.offline;
  const base = await device.records.load(a[0]);
  await device.records.submit({ ...base.record, history: { otherIssues: 'viết ở bản' } }, base, 'capture-1');
  await device.outbox.carrier.letGo(one);
  assert.deepEqual(await stands(device), [['2B', 2, 2, 0, 'whole']]);
  assert.equal(await here(device), 2);
  for (const pid of [a[1], b[0]]) assert.isDefined((await device.records.load(pid)).carriedAt);
  assert.equal((await device.records.load(a[0])).record.history?.otherIssues, 'viết ở bản');
  assert.equal((await device.outbox.sync.status()).waiting, 1);
  await device.outbox.carrier.letGo();
  assert.deepEqual([await stands(device), await here(device)], [[], 0]);
  assert.equal((await device.outbox.sync.status()).waiting, 1);
});

it('without a network counts are those of what was taken along, of the group within, and say how old they are', async () => {
  let sandbox!: ReturnType<typeof createSandbox>;
  const world = makeWorld((now) => (sandbox = createSandbox({ store: createMemoryStore(), now })));
  await world.other.records.create(person(1));
  const schools = [
    [1, 'TH Mẫu', '1A'],
    [2, 'TH Mẫu', '1A'],
    [3, 'TH Mẫu', '2B'],
    [4, 'THCS Mẫu', '6C'],
  ] as const;
  for (const [n, name, className] of schools) {
    const { fullName, birthDate, identifiers } = person(n).administrative;
    const identifier = identifiers!.personal as { kind: string; number: string };
    const groups = { school: name, class: className };
    await sandbox.expect('TYT-01', [{ fullName: fullName!, birthDate, identifier, groups }]);
  }
  const { outbox } = await world.device();
  const { rosters } = outbox.copies;
  const read = async (by: 'school' | 'class', within?: string) => {
    const rows = [];
    for await (const row of rosters.groups(by, within)) rows.push(row);
    return rows;
  };
  const [first, second] = await read('school');
  assert.equal(first!.seenToday, 1);
  assert.isUndefined(first!.carriedAt);
  await outbox.carrier.take(first!);
  for (const one of await read('class')) await outbox.carrier.take(one);
  const takenAt = world.clock.now;
  world.clock.now += dayMs;
  world.net = world.offline;
  assert.deepEqual(
    (await read('class', first!.group)).map((row) => [
      ...[row.name, row.expected, row.captured, row.missing, row.seenToday, row.carriedAt],
    ]),
    [
      ['1A', 2, 1, 1, undefined, takenAt],
      ['2B', 1, 0, 1, undefined, takenAt],
    ],
  );
  assert.lengthOf(await read('class'), 3);
  assert.equal(await codeOf(read('class', second!.group)), 'copy.missing');
});
