import { assert } from '@open-wc/testing';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { decided } from '../sandbox/test-consents.ts';
import { setAt } from '../schema/index.ts';
import { closeAll, makeWorld } from './test-outbox.ts';
import type { Device, World } from './test-outbox.ts';
import { createSeeker } from './seeking.ts';
import { until } from './test-vault.ts';
import { measured, pupil, recordOf, schoolClass, weight } from './test-school.ts';

// What a class list lacks is no matter of these tests.
const newWorld = () =>
  makeWorld((now) => createSandbox({ store: createMemoryStore(), now, check: () => [] }));
afterEach(closeAll);

const list = 'list-3A';
const { id } = pupil(1);
const person = recordOf(pupil(1));
const no = decided('research', 'denied');

/** The office enters a slip of the pupil; nobody is measured there. */
async function office(world: World, whose = person): Promise<Device> {
  const device = await world.device({ user: `${world.user}-office` });
  await device.lists.put(schoolClass(2));
  const { consentsOf } = await device.lists.member(list, id);
  assert.isObject(consentsOf);
  const target = { ...(consentsOf as { capture: string }), person: whose };
  assert.equal(await device.consents.append(target, no), 'queued');
  return device;
}

/** The yard measures the pupil on another device. */
async function yard(world: World): Promise<string> {
  const device = await world.device({ user: `${world.user}-yard` });
  await device.lists.put(schoolClass(2));
  const given = await device.lists.member(list, id);
  await device.lists.submit(list, id, measured(person, weight, 25.5), {}, given);
  await device.outbox.sync.send();
  const [only] = await world.other.persons.lookup({
    identifier: { kind: 'temporary', number: person.administrative.identifiers!['list']!.number! },
  });
  return only!.pid;
}

async function standing(world: World, pid: string): Promise<readonly string[]> {
  const found = [];
  for await (const { event } of world.other.consents.list(pid)) found.push(event.id);
  return found;
}
const lookups = ({ seen }: World): number => seen.filter(({ path }) => /lookup/.test(path)).length;
const waiting = async ({ outbox }: Device): Promise<number> => (await outbox.sync.status()).waiting;

it('an answer of a pupil whom another device measures finds the record that is made there', async () => {
  const world = newWorld();
  const device = await office(world);
  const [item] = await device.outbox.sync.items('waiting');
  assert.equal(item!.name, person.administrative.fullName);
  await device.outbox.sync.send();
  assert.equal(await waiting(device), 1, 'nobody has made a record yet');
  const pid = await yard(world);
  await device.outbox.sync.send();
  assert.deepEqual([await waiting(device), await standing(world, pid)], [0, [no.id]]);
  // What is opened next on this device is that record, and what is answered next goes to it at once.
  const { consentsOf, record } = await device.lists.member(list, id);
  assert.equal(consentsOf, pid);
  assert.equal(record!.administrative.fullName, person.administrative.fullName);
  const again = decided('research', 'denied', {}, no);
  await device.consents.append(consentsOf!, again);
  assert.deepEqual(await standing(world, pid), [no.id, again.id]);
});

it('waits where the record that has the number is somebody else by name', async () => {
  const world = newWorld();
  const device = await office(world, setAt(person, 'administrative.fullName', 'Trần Thị Ví Dụ'));
  const pid = await yard(world);
  await device.outbox.sync.send();
  assert.deepEqual([await waiting(device), await standing(world, pid)], [1, []]);
});

it('does not ask for whom this device writes itself', async () => {
  const world = newWorld();
  world.net = world.offline;
  const device = await office(world);
  const given = await device.lists.member(list, id);
  await device.lists.submit(list, id, measured(person, weight, 25.5), {}, given);
  world.net = undefined;
  await device.outbox.sync.send();
  await until(async () => (await waiting(device)) === 0);
  assert.equal(lookups(world), 0);
});

it('asks again after a while, less and less often, and at once when a person wants it', async () => {
  const world = newWorld();
  const { outbox, client } = await office(world);
  outbox.sync.pause();
  const { clock } = world;
  const seeker = createSeeker({ queue: outbox.queue, client, now: () => clock.now });
  const { signal } = new AbortController();
  const minutes: number[] = [];
  for (let n = 0; n < 8; n++) {
    const before = lookups(world);
    assert.deepEqual(await seeker.seek(signal), { found: false });
    assert.isAbove(lookups(world), before);
    assert.isFalse(await seeker.isDue());
    minutes.push((seeker.nextAt! - clock.now) / 60_000);
    clock.now = seeker.nextAt!;
    assert.isTrue(await seeker.isDue());
  }
  assert.deepEqual(minutes, [10, 20, 40, 80, 160, 320, 360, 360]);
  clock.now -= 1;
  assert.isFalse(await seeker.isDue());
  seeker.hasten();
  assert.isTrue(await seeker.isDue());
});

it('gives up for this time where the server falls silent, and has lost nobody', async () => {
  const world = newWorld();
  const device = await office(world);
  const pid = await yard(world);
  world.net = async (next, { path }) => (/lookup/.test(path) ? world.offline() : next());
  await device.outbox.sync.send();
  assert.equal((await device.outbox.sync.status()).reach, 'unreached');
  world.net = undefined;
  await device.outbox.sync.send();
  assert.deepEqual(await standing(world, pid), [no.id]);
});

it('what is written here while it was looked for goes out by itself, with the answer behind it', async () => {
  const world = newWorld();
  const device = await office(world);
  await yard(world);
  const [sought] = await device.outbox.queue.sought();
  world.net = world.offline;
  const given = await device.lists.member(list, id);
  await device.lists.submit(list, id, measured(person, weight, 25.5), {}, given);
  await device.outbox.queue.belongs(sought!.group, 'another');
  const items = await device.outbox.sync.items('waiting');
  assert.deepEqual(
    await Promise.all(items.map(async (item) => (await device.outbox.queue.get(item.id)).pid)),
    [undefined, undefined],
  );
});

it('reads the answers that wait once, however often something else is sent', async () => {
  const world = newWorld();
  const { outbox, client } = await office(world);
  outbox.sync.pause();
  let readings = 0;
  const { queue } = outbox;
  const counted = { ...queue, sought: () => (readings++, queue.sought()) };
  const seeker = createSeeker({ queue: counted, client, now: () => world.clock.now });
  const { signal } = new AbortController();
  for (let n = 0; n < 5; n++) {
    await seeker.isDue();
    await seeker.seek(signal);
  }
  assert.equal(readings, 1);
});
