import { assert } from '@open-wc/testing';
import type { Conflict, Member } from '../client/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { getAt, setAt } from '../schema/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { caries, listNumber, measured, pupil, recordOf, schoolClass, weight } from './test-school.ts';
import { closeAll, makeWorld, states } from './test-outbox.ts';
import type { World } from './test-outbox.ts';

const newWorld = () =>
  makeWorld((now) => createSandbox({ store: createMemoryStore(), now, check: () => [] }));
afterEach(closeAll);

const list = 'list-3A';
const { id } = pupil(1);
const name = 'administrative.fullName';
/** The line as the school sent it the second time; it was said to be the same pupil, so that the id stays. */
const corrected: Member = { ...pupil(1), fullName: 'Nguyễn Văn Mẫu Bính', phone: '0900000123' };
const correctedClass = () => ({ ...schoolClass(2), members: [corrected] });

async function stands(world: World): Promise<readonly HealthRecord[]> {
  const identifier = { kind: 'temporary', number: listNumber(id) } as const;
  const found = await world.other.persons.lookup({ identifier });
  return Promise.all(found.map(async ({ pid }) => (await world.other.records.load(pid)).record));
}

it('the newer line of a pupil is shown, with what it does not say, and nobody and nothing written is lost', async () => {
  const { lists } = await newWorld().device();
  const { phone: _, ...bare } = corrected;
  await lists.put({
    ...schoolClass(2),
    members: [{ ...pupil(0) }, { ...pupil(1), guardianName: 'Lê Thị Mẫu' }],
  });
  await lists.mark(list, id, { kind: 'recheck', words: 'Đo lại' });
  await lists.put({ ...schoolClass(2), members: [bare] });
  const { list: kept, states: known } = await lists.open(list);
  assert.deepEqual(kept.members, [pupil(0), { ...bare, guardianName: 'Lê Thị Mẫu' }]);
  assert.equal(known.get(id)!.mark?.words, 'Đo lại');
});

it('who was sent under the old name is one record under the new one', async () => {
  const world = newWorld();
  const { lists } = await world.device();
  await lists.put(schoolClass(2));
  const first = await lists.member(list, id);
  await lists.submit(list, id, measured(recordOf(pupil(1)), weight, 25.5), { measure: 'all' }, first);
  await lists.put(correctedClass());
  const given = await lists.member(list, id);
  await lists.submit(list, id, setAt(given.record!, name, corrected.fullName), given.state.stations, given);
  const [only, ...more] = await stands(world);
  assert.equal(more.length, 0);
  assert.deepEqual([getAt(only, name), getAt(only, weight)], [corrected.fullName, 25.5]);
  assert.deepEqual((await lists.open(list)).states.get(id)!.stations, { measure: 'all' });
});

it('who was sent under the old name by another device is no second record: a person says that they are one', async () => {
  const world = newWorld();
  await world.other.records.create(measured(recordOf(pupil(1)), caries, 2));
  const { lists, outbox } = await world.device();
  await lists.put(correctedClass());
  const given = await lists.member(list, id);
  const mine = measured(recordOf({ ...pupil(1), fullName: corrected.fullName }), weight, 25.5);
  await lists.submit(list, id, mine, { measure: 'all' }, given).catch(() => undefined);
  const { sync } = outbox;
  assert.deepEqual(states(await sync.items('attention')), ['conflict person.exists']);
  assert.equal((await stands(world)).length, 1);
  const [item] = await sync.items('attention');
  const asked = (await sync.conflict(item!.id)) as Conflict & { readonly kind: 'person' };
  assert.equal(asked.candidates.length, 1);
  await sync.decide(item!.id, { kind: 'person', pid: asked.candidates[0]!.pid });
  // The two names are both shown, and a person says which is right.
  const open = (await sync.conflict(item!.id)) as Conflict & { readonly kind: 'record' };
  assert.deepEqual(
    open.conflicts.map(({ path }) => path),
    [name],
  );
  assert.deepEqual(
    [open.mine, open.theirs.record].map((record) => getAt(record, name)),
    [corrected.fullName, pupil(1).fullName],
  );
  await sync.decide(item!.id, { kind: 'record', etag: open.theirs.etag!, choices: { [name]: 'mine' } });
  const [only, ...more] = await stands(world);
  assert.equal(more.length, 0);
  assert.deepEqual(
    [name, weight, caries].map((path) => getAt(only, path)),
    [corrected.fullName, 25.5, 2],
  );
});
