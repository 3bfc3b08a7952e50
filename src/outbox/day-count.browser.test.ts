import { assert } from '@open-wc/testing';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import { closeAll, makeWorld } from './test-outbox.ts';
import type { Device } from './test-outbox.ts';
import { until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const noon = (day: number, hour = 12, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();
const counts = async ({ outbox }: Device): Promise<readonly [number, number]> => {
  const { sent, sentToday } = await outbox.sync.status();
  return [sentToday, sent];
};
const send = async ({ records }: Device, n: number): Promise<void> => {
  const { state } = await records.submit(person(n), undefined, `capture-${n}`);
  assert.equal(state, 'stored');
};

it('what was sent is counted by the day, and midnight begins another one', async () => {
  const world = newWorld();
  world.clock.now = noon(21, 23, 58);
  const device = await world.device();
  assert.deepEqual(await counts(device), [0, 0]);
  await send(device, 1);
  await send(device, 2);
  assert.deepEqual(await counts(device), [2, 2]);
  world.clock.now = noon(22, 0, 2);
  assert.deepEqual(await counts(device), [0, 2]);
  await send(device, 3);
  assert.deepEqual(await counts(device), [1, 3]);
});

it('the count of the day stays when what was sent is deleted from the device, and when the store is opened again', async () => {
  const world = newWorld();
  world.clock.now = noon(21, 8);
  const device = await world.device({ graceMs: 60_000 });
  await send(device, 1);
  await send(device, 2);
  world.clock.now = noon(21, 10);
  await device.outbox.sync.send();
  await until(async () => (await device.outbox.sync.items('done')).length === 0);
  assert.deepEqual(await counts(device), [2, 2]);
  await device.kill();
  assert.deepEqual(await counts(await world.device()), [2, 2]);
});

it('a clock that was wrong for a while takes nothing from the count of the right day', async () => {
  const world = newWorld();
  world.clock.now = noon(21);
  const device = await world.device();
  await send(device, 1);
  for (const [n, wrong] of [noon(21) + 400 * 86_400_000, noon(20), noon(23), noon(22)].entries()) {
    world.clock.now = wrong;
    await send(device, 10 + n);
    assert.equal((await counts(device))[0], 1);
  }
  world.clock.now = noon(21, 18);
  assert.deepEqual(await counts(device), [1, 5]);
  await send(device, 2);
  assert.deepEqual(await counts(device), [2, 6]);
});

it('days long past are not kept, the present one always is', async () => {
  const world = newWorld();
  const device = await world.device();
  for (let day = 50; day >= 30; day--) {
    world.clock.now = noon(day);
    await send(device, day);
    assert.equal((await counts(device))[0], 1, `${day}`);
  }
  const { sentOn } = await device.outbox.vault.rows.read(async (view) => view.facts);
  assert.lengthOf(Object.keys(sentOn!), 14);
});

it('a request that is answered twice is counted once', async () => {
  const world = newWorld();
  const device = await world.device();
  world.net = async (next) => {
    await next();
    throw new TypeError('cut off after the server had stored it');
  };
  assert.equal((await device.records.submit(person(1), undefined, 'capture-1')).state, 'queued');
  world.net = undefined;
  await device.outbox.sync.retry('capture-1');
  await until(async () => (await counts(device))[0] === 1);
  assert.deepEqual(await counts(device), [1, 1]);
});
