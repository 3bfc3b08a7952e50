import { assert } from '@open-wc/testing';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { getAt, setAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import {
  caries,
  leftEye,
  listNumber,
  measured,
  pupil,
  recordOf,
  schoolClass,
  weight,
} from './test-school.ts';
import { closeAll, makeWorld, problem, states } from './test-outbox.ts';
import type { World } from './test-outbox.ts';
import { codeOf } from './test-vault.ts';

// What a class list lacks is no matter of these tests.
const newWorld = () =>
  makeWorld((now) => createSandbox({ store: createMemoryStore(), now, check: () => [] }));
afterEach(closeAll);

const list = 'list-3A';
const { id } = pupil(1);
const blank = recordOf(pupil(1));

async function recordsOf(world: World, number = listNumber(id)): Promise<readonly HealthRecord[]> {
  const found = await world.other.persons.lookup({ identifier: { kind: 'temporary', number } });
  return Promise.all(found.map(async ({ pid }) => (await world.other.records.load(pid)).record));
}

it('three devices that write of one person without a network make one record, and nobody has to decide', async () => {
  const world = newWorld();
  const places = [
    [weight, 25.5],
    [leftEye, '9/10'],
    [caries, 2],
  ] as const;
  world.net = world.offline;
  const devices = [];
  for (const [at, [place, value]] of places.entries()) {
    const device = await world.device({ user: `${world.user}-${at}` });
    devices.push(device);
    await device.lists.put(schoolClass(2));
    const given = await device.lists.member(list, id);
    await device.lists.submit(list, id, measured(blank, place, value), { any: 'all' }, given);
  }
  world.net = undefined;
  for (const { outbox } of devices) await outbox.sync.send();
  for (const { outbox, lists } of devices) {
    const { waiting, attention } = await outbox.sync.status();
    assert.deepEqual([waiting, attention], [0, 0]);
    assert.equal((await lists.open(list)).states.get(id)!.queue, undefined);
  }
  const [only, ...more] = await recordsOf(world);
  assert.equal(more.length, 0);
  assert.deepEqual(
    places.map(([place]) => getAt(only, place)),
    places.map(([, value]) => value),
  );
  // What is written next goes on from what stands there now.
  const given = await devices[2]!.lists.member(list, id);
  assert.equal(getAt(given.record, weight), 25.5);
  const last = await devices[2]!.lists.submit(list, id, measured(given.record!, caries, 3), {}, given);
  assert.equal(last.state, 'stored');
  assert.deepEqual(
    (await recordsOf(world)).map((record) => [getAt(record, weight), getAt(record, caries)]),
    [[25.5, 3]],
  );
});

/** How a device ends that writes `mine` while `theirs` stands on the server. */
async function ending(mine: HealthRecord, theirs: HealthRecord): Promise<readonly string[]> {
  const world = newWorld();
  const device = await world.device();
  await world.other.records.create(theirs);
  await codeOf(device.records.submit(mine, undefined, 'capture-1'));
  const { sync } = device.outbox;
  const items = [...(await sync.items('attention')), ...(await sync.items('waiting'))];
  return items.map(({ state, problem }) => `${state} ${problem?.code}`);
}

const at = (path: string, value: unknown, record = blank): HealthRecord =>
  setAt(record, `administrative.${path}`, value);
const mine = measured(blank, weight, 25.5);
const person = ['conflict person.exists'];
const number = 'identifiers.list.number';
const own = 'TMP-261118-7F3KQ-M8XWA-C';
const citizen = (record: HealthRecord) =>
  at('identifiers.personal', { kind: 'citizenId', number: '001217990001' }, record);

const insured = (record: HealthRecord) =>
  at('identifiers.insurance', { kind: 'insuranceCard', number: 'HS4149900000001' }, record);
const unlisted = at('identifiers.list', undefined);

const rows: readonly (readonly [
  name: string,
  mine: HealthRecord,
  theirs: HealthRecord,
  readonly string[],
])[] = [
  ['agrees in all', mine, measured(blank, leftEye, '9/10'), []],
  ['has blanks of its own in the name', mine, at('fullName', '  Nguyễn   Văn Mẫu Bình '), []],
  ['has its name in another encoding', mine, at('fullName', 'Nguyễn Văn Mẫu Bình'.normalize('NFD')), []],
  ['has another name', mine, at('fullName', 'Nguyễn Văn Mẫu Chi'), person],
  ['has another case in the name', mine, at('fullName', 'NGUYỄN VĂN MẪU BÌNH'), person],
  ['has another tone in the name', mine, at('fullName', 'Nguyễn Văn Mẫu Binh'), person],
  ['has no name', at('fullName', undefined, mine), at('fullName', undefined), person],
  ['has another birth date', mine, at('birthDate', '2017-02-03'), person],
  ['has half a birth date', mine, at('birthDate', '2017-02'), person],
  ['has no birth date, as mine', at('birthDate', undefined, mine), at('birthDate', undefined), person],
  ['has another sex', mine, at('sex', 'female'), person],
  ['has no sex, as mine', at('sex', undefined, mine), at('sex', undefined), person],
  ['has a number that no list gave', at(number, own, mine), at(number, own), person],
  ['has another number of a list', insured(mine), insured(at(number, listNumber('other00000'))), person],
  [
    'has the number of the list as one of another kind',
    insured(mine),
    insured(at('identifiers.list.kind', 'other')),
    person,
  ],
  ['has the same citizen\u2019s number and none of a list', citizen(mine), citizen(unlisted), []],
  [
    'has the citizen\u2019s number, and another name',
    citizen(mine),
    citizen(at('fullName', 'Nguyễn Văn Mẫu Chi', unlisted)),
    person,
  ],
  [
    'has the citizen\u2019s number, and another birth date',
    citizen(mine),
    citizen(at('birthDate', '2017-02-03', unlisted)),
    person,
  ],
  [
    'has the citizen\u2019s number, and another sex',
    citizen(mine),
    citizen(at('sex', 'female', unlisted)),
    person,
  ],
  [
    'has the citizen\u2019s number, as mine that came from no list',
    citizen(at('identifiers.list', undefined, mine)),
    citizen(unlisted),
    person,
  ],
  [
    'has the citizen\u2019s number, and the number of another list',
    citizen(mine),
    citizen(at(number, listNumber('other00000'))),
    [],
  ],
  ['has the number of an insurance card alone', insured(mine), insured(unlisted), person],
  [
    'says when the citizen\u2019s number was issued',
    citizen(mine),
    at('identifiers.personal.issuedOn', '2025-01-02', citizen(unlisted)),
    [],
  ],
  [
    'says that it was issued on another day',
    at('identifiers.personal.issuedOn', '2025-01-03', citizen(mine)),
    at('identifiers.personal.issuedOn', '2025-01-02', citizen(unlisted)),
    ['conflict record.changed'],
  ],
  ['says something else at one place', mine, measured(blank, weight, 26), ['conflict record.changed']],
];

for (const [name, my, their, expected] of rows)
  it(`a record from a list meets one that ${name}: ${expected.length ? expected[0] : 'they are one'}`, async () => {
    assert.deepEqual(await ending(my, their), expected);
  });

it('whose other number is that of a third person waits for a person', async () => {
  const world = newWorld();
  const device = await world.device();
  await world.other.records.create(blank);
  await world.other.records.create(
    citizen(at('identifiers.list', undefined, at('fullName', 'Trần Văn Mẫu'))),
  );
  assert.equal(await codeOf(device.records.submit(citizen(mine), undefined, 'capture-1')), 'person.exists');
  assert.deepEqual(states(await device.outbox.sync.items('attention')), ['conflict person.exists']);
  assert.deepEqual(
    (await recordsOf(world)).map((record) => getAt(record, weight)),
    [undefined],
  );
});

it('whose record may not be read waits for a person, whose server falls silent goes on later', async () => {
  const world = newWorld();
  const device = await world.device();
  const { sync } = device.outbox;
  await world.other.records.create(blank);
  world.net = async (next, { method, path }) =>
    method === 'GET' && /records\//.test(path) ? Promise.reject(new TypeError('cut')) : next();
  const sent = await device.records.submit(mine, undefined, 'capture-1');
  assert.equal(sent.state, 'queued');
  assert.deepEqual(states(await sync.items('waiting')), ['waiting person.exists']);
  world.net = async (next, { method, path }) =>
    method === 'GET' && /records\//.test(path) ? problem(403, 'access.denied') : next();
  await sync.send();
  assert.deepEqual(states(await sync.items('attention')), ['conflict person.exists']);
  world.net = undefined;
  const [item] = await sync.items('attention');
  const [candidate] = ((await sync.conflict(item!.id)) as { candidates: readonly { pid: string }[] })
    .candidates;
  await sync.decide(item!.id, { kind: 'person', pid: candidate!.pid });
  assert.deepEqual(
    (await recordsOf(world)).map((record) => getAt(record, weight)),
    [25.5],
  );
});

it('what was corrected while it waited for the other record is tried anew', async () => {
  const world = newWorld();
  const device = await world.device();
  await world.other.records.create(blank);
  world.net = async (next, { method, path }) =>
    method === 'GET' && /records\//.test(path) ? Promise.reject(new TypeError('cut')) : next();
  const sent = await device.records.submit(mine, undefined, 'capture-1');
  assert.ok(sent.state === 'queued');
  world.net = undefined;
  const other = at(number, listNumber('other00000'), at('fullName', 'Nguyễn Văn Mẫu Chi', mine));
  assert.equal((await device.records.submit(other, sent.base, 'capture-1')).state, 'stored');
  assert.equal((await recordsOf(world)).length, 1);
  assert.equal((await recordsOf(world, listNumber('other00000'))).length, 1);
});
