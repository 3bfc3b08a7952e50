import assert from 'node:assert/strict';
import test from 'node:test';
import type { HttpError, RefusedError } from '../client/index.ts';
import { makeWorld, rejection } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const storeId = 'k3f9-device_store-01';

test('an offline store that was put back from an old copy is found at the next contact', async () => {
  const { stores } = makeWorld().client(nurse);
  assert.deepEqual(await stores.checkpoint(storeId, 41), { highest: null });
  assert.deepEqual(await stores.checkpoint(storeId, 57), { highest: 41 });
  assert.deepEqual(await stores.checkpoint(storeId, 41), { highest: 57 });
  assert.deepEqual(await stores.checkpoint(storeId, 58), { highest: 57 });
  assert.deepEqual(await stores.checkpoint('another-device-store', 0), { highest: null });
});

test('a checkpoint whose answer was lost is told again without an alarm', async () => {
  const world = makeWorld();
  let lost = false;
  const { stores } = world.client(nurse, {
    fetch: async (request) => {
      const response = await world.sandbox.fetch(request);
      if (lost) return response;
      lost = true;
      throw new TypeError('connection reset');
    },
  });
  assert.deepEqual(await stores.checkpoint(storeId, 5), { highest: 5 });
});

test('what one user has told of a store another user or facility does not learn', async () => {
  const world = makeWorld({
    verifyToken: (token) => {
      const [facility, user] = JSON.parse(atob(token)) as [string, string];
      return { role: 'nurse', facility, user };
    },
  });
  const checkpoint = (facility: string, user: string, revision: number) =>
    world.client('', { token: btoa(JSON.stringify([facility, user])) }).stores.checkpoint(storeId, revision);
  await checkpoint('TYT-01', 'lan', 9);
  for (const [facility, user] of [
    ['TYT-01', 'hoa'],
    ['TYT-02', 'lan'],
    ['TYT-01/lan', ''],
    ['', 'TYT-01/lan'],
  ] as const)
    assert.deepEqual(await checkpoint(facility, user, 1), { highest: null }, `${facility} ${user}`);
  await checkpoint('a/b', 'c', 3);
  assert.deepEqual(await checkpoint('a', 'b/c', 1), { highest: null });
  assert.deepEqual(await checkpoint('TYT-01', 'lan', 9), { highest: 9 });
});

test('only staff have offline stores', async () => {
  const { client } = makeWorld();
  for (const who of ['reviewer:SYT:ban', 'citizen:VNeID:someone'])
    assert.equal(
      (await rejection<HttpError>(client(who).stores.checkpoint(storeId, 1))).code,
      'access.denied',
    );
  for (const who of [nurse, 'doctor:BV-02:minh', 'school:TH-03:hoa'])
    assert.deepEqual(await client(who).stores.checkpoint(storeId, 1), { highest: null });
});

test('an id that is no id and a revision that is none are refused, and leave nothing', async () => {
  const { stores } = makeWorld().client(nurse);
  for (const id of ['x'.repeat(15), 'x'.repeat(65), 'kho dữ liệu của Lan', "x'; drop table y; --"])
    assert.equal((await rejection<HttpError>(stores.checkpoint(id, 1))).code, 'store.invalid', id);
  for (const revision of [-1, 1.5, 2 ** 53, NaN, '7' as never]) {
    const error = await rejection<RefusedError>(stores.checkpoint(storeId, revision));
    assert.deepEqual([error.code, error.issues[0]?.path], ['body.invalid', 'revision']);
  }
  assert.deepEqual(await stores.checkpoint(storeId, 1), { highest: null });
});

test('the server says that it keeps checkpoints', async () => {
  assert.ok((await makeWorld().client(nurse).metadata()).abilities.includes('store.checkpoint'));
});
