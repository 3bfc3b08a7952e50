import { assert } from '@open-wc/testing';
import type { DraftPage, MemberDraft } from '../client/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { getAt } from '../schema/index.ts';
import type { StoredLists } from './lists.ts';
import { leftEye, measured, pupil, recordOf, schoolClass, weight } from './test-school.ts';
import { closeAll, makeWorld, passphrase, problem } from './test-outbox.ts';
import type { Device } from './test-outbox.ts';
import { codeOf, until } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const list = 'list-3A';
const { id } = pupil(1);
const base = recordOf(pupil(1));
const measure: DraftPage = {
  ...{ list, member: id, year: '2026-2027', round: 'round1' },
  ...{ stations: ['measure'], by: 'nurse-990' },
};
const typed = (kg: number, more: Partial<MemberDraft> = {}): MemberDraft => ({
  draft: measured(base, weight, kg),
  base,
  ...more,
});
const open = ({ lists }: Pick<Device, 'lists'>, page: DraftPage = measure) => lists.page!(page);
/** What a window that opens the page is given. */
const left = async (device: Pick<Device, 'lists'>, page?: DraftPage): Promise<unknown> => {
  const opened = await open(device, page);
  opened.close();
  return getAt(opened.found?.draft ?? {}, weight);
};
const unsaved = async ({ lists }: Pick<Device, 'lists'>) => (await lists.open(list)).states.get(id)?.unsaved;
const typedRows = ({ outbox }: Device) => outbox.vault.rows.read(async (view) => view.count('typed'));

async function deviceWithClass(world = newWorld()) {
  const device = await world.device();
  await device.lists.put(schoolClass(3));
  return { world, device };
}

it('what was typed is there again after the window was killed, and in no request', async () => {
  const { world, device } = await deviceWithClass();
  const page = await open(device);
  assert.isUndefined(page.found);
  await page.keep(typed(25), 1);
  await page.keep(typed(25.5), 2);
  const [seen, at] = [world.seen.length, world.clock.now];
  world.clock.now += 60_000;
  await device.kill();
  const again = await world.device();
  const { found } = await open(again);
  assert.deepEqual(found, { ...typed(25.5), at });
  await again.outbox.sync.send();
  assert.isFalse(world.seen.slice(seen).some(({ body }) => body.includes('25.5')));
  assert.equal(await typedRows(again), 1);
});

/** [what differs, the page that is opened] */
const others: readonly (readonly [string, Partial<DraftPage>])[] = [
  ['another pupil', { member: pupil(2).id }],
  ['another list', { list: 'list-3B' }],
  ['another year', { year: '2027-2028' }],
  ['the other round', { round: 'round2' }],
  ['another station', { stations: ['eye'] }],
  ['one station more', { stations: ['measure', 'eye'] }],
  ['another person', { by: 'nurse-991' }],
  ['nobody known', { by: undefined }],
];
for (const [what, page] of others)
  it(`typing is not given to ${what}`, async () => {
    const { device } = await deviceWithClass();
    await device.lists.put(schoolClass(3, 'list-3B'));
    const one = await open(device);
    await one.keep(typed(25.5), 1);
    one.close();
    assert.isUndefined(await left(device, { ...measure, ...page }));
    assert.equal(await left(device), 25.5);
  });

it('two windows on one page have each their own, and what is left is given to one of them', async () => {
  const { world, device: one } = await deviceWithClass();
  const two = await world.device();
  const first = await open(one);
  const second = await open(two);
  await first.keep(typed(25.5), 1);
  await second.keep(typed(30), 1);
  assert.isUndefined(await left(one));
  first.close();
  const [a, b] = await Promise.all([open(one), open(two)]);
  assert.sameMembers(
    [getAt(a.found?.draft ?? {}, weight), getAt(b.found?.draft ?? {}, weight)],
    [25.5, undefined],
  );
  assert.equal(await typedRows(one), 2);
});

it('where a browser has no locks no window writes over the typing of another', async () => {
  const world = newWorld();
  const one = await world.device({ locks: undefined });
  const two = await world.device({ locks: undefined });
  await one.lists.put(schoolClass(3));
  await (await open(one)).keep(typed(25.5), 1);
  const [a, b] = [await open(one), await open(two)];
  await a.keep(typed(26), 1);
  await b.keep(typed(27), 1);
  await a.keep(typed(26.5), 2);
  const kept = await one.outbox.vault.rows.read((view) => view.list<MemberDraft>('typed'));
  assert.sameMembers(
    kept.map(({ value }) => getAt(value.draft, weight)),
    [26.5, 27],
  );
});

/** [what is kept beside the submission of change 2, whether something is left] */
const races: readonly (readonly [string, readonly ('keep 2' | 'keep 3' | 'submit')[], number | undefined])[] =
  [
    ['before it', ['keep 2', 'submit'], undefined],
    ['more before it', ['keep 3', 'submit'], 3],
    ['late, from before it', ['submit', 'keep 2'], undefined],
    ['more after it', ['submit', 'keep 3'], 3],
    ['both around it', ['keep 2', 'submit', 'keep 3'], 3],
  ];
for (const isFound of [false, true])
  for (const [what, order, expected] of races)
    it(`a submission takes along what it holds and no more: ${what}${isFound ? ', of what was found' : ''}`, async () => {
      const { world, device } = await deviceWithClass();
      world.net = world.offline;
      if (isFound) {
        const before = await open(device);
        await before.keep(typed(9), 9);
        before.close();
      }
      const page = await open(device);
      // All at once: none of them waits for another.
      await Promise.all(
        order.map((step) =>
          step === 'submit'
            ? device.lists.submit(list, id, typed(2).draft as typeof base, {}, undefined, { page, change: 2 })
            : page.keep(typed(Number(step.at(-1))), Number(step.at(-1))),
        ),
      );
      page.close();
      assert.equal(await left(device), expected);
      assert.equal((await device.outbox.sync.status()).waiting, 1);
    });

it('what was found and submitted as it was is gone; what was not accepted is kept', async () => {
  const { world, device } = await deviceWithClass();
  world.net = world.offline;
  const first = await open(device);
  await first.keep(typed(25.5), 4);
  first.close();
  const page = await open(device);
  const other = await world.device();
  const given = await other.lists.member(list, id);
  const blank = await device.lists.member(list, id);
  await other.lists.submit(list, id, measured(base, weight, 40), {}, given);
  const held = { page, change: 0 };
  const record = typed(25.5).draft as typeof base;
  assert.equal(await codeOf(device.lists.submit(list, id, record, {}, blank, held)), 'draft.elsewhere');
  assert.equal(await typedRows(device), 1);
  const now = await device.lists.member(list, id);
  await device.lists.submit(list, id, measured(now.record!, weight, 25.5), {}, now, held);
  assert.equal(await typedRows(device), 0);
  assert.equal(getAt((await device.lists.member(list, id)).record, weight), 25.5);
});

it('what the server refuses waits in the queue, and is not typed any more', async () => {
  const { world, device } = await deviceWithClass();
  const page = await open(device);
  await page.keep(typed(25.5), 1);
  world.net = async (next, { path }) => (path.endsWith('/records') ? problem(422, 'record.refused') : next());
  const record = typed(25.5).draft as typeof base;
  const sent = device.lists.submit(list, id, record, {}, undefined, { page, change: 1 });
  assert.equal(await codeOf(sent), 'record.refused');
  assert.equal(await typedRows(device), 0);
  assert.equal(getAt((await device.lists.member(list, id)).record, weight), 25.5);
});

it('what is thrown away is gone, and what is typed after it is kept', async () => {
  const { device } = await deviceWithClass();
  const page = await open(device);
  await page.keep(typed(25), 1);
  await page.discard();
  assert.equal(await typedRows(device), 0);
  await page.keep(typed(26), 2);
  page.close();
  assert.equal(await left(device), 26);
});

it('a store that is locked keeps nothing, and has it when it is open again', async () => {
  const { device } = await deviceWithClass();
  const { vault } = device.outbox;
  const page = await open(device);
  // As a form does it: what is typed is kept when the store says that it is about to lock itself.
  const stop = vault.beforeLock(() => page.keep(typed(25.5), 1));
  await vault.lock();
  stop();
  assert.equal(await codeOf(page.keep(typed(26), 2)), 'vault.locked');
  page.close();
  await vault.unlock(passphrase);
  assert.equal(await left(device), 25.5);
});

it('a list that is removed takes along what is typed of its people, and keeps nothing after that', async () => {
  const { device } = await deviceWithClass();
  await device.lists.put(schoolClass(3, 'list-3B'));
  const [page, other] = [await open(device), await open(device, { ...measure, list: 'list-3B' })];
  await page.keep(typed(25), 1);
  await other.keep(typed(26), 1);
  await device.lists.remove(list);
  assert.equal(await typedRows(device), 1);
  assert.equal(await codeOf(page.keep(typed(25.5), 2)), 'copy.missing');
  assert.equal(await typedRows(device), 1);
});

it('what was typed keeps a list from being deleted for its age, and goes with it when it is too old itself', async () => {
  const world = newWorld();
  const day = 86_400_000;
  const device = await world.device({ listAgeMs: 30 * day });
  await device.lists.put(schoolClass(3));
  world.clock.now += 20 * day;
  await (await open(device)).keep(typed(25), 1);
  world.clock.now += 20 * day;
  const { purge } = device.lists as StoredLists;
  await purge();
  assert.equal((await device.lists.all()).length, 1);
  world.clock.now += 11 * day;
  await purge();
  assert.deepEqual([(await device.lists.all()).length, await typedRows(device)], [0, 0]);
});

it('states name the stations that have something unsaved, and a list tells when that changes and nothing else', async () => {
  const { world, device } = await deviceWithClass();
  world.net = world.offline;
  const heard: (readonly [members: readonly string[] | undefined, isTyping: boolean | undefined])[] = [];
  device.lists.watch(list, (...told) => heard.push(told as never));
  const told = async (expected: (typeof heard)[number]): Promise<void> => {
    await until(() => heard.some((each) => JSON.stringify(each) === JSON.stringify(expected)));
    heard.length = 0;
  };
  // The first look is over once a change is told by name.
  await until(async () => {
    await device.lists.mark(list, id, { kind: 'recheck', words: String(Math.random()) });
    return heard.some(([members]) => members?.[0] === id);
  });
  heard.length = 0;
  const page = await open(device);
  const eye = await open(device, { ...measure, stations: ['eye', 'measure'] });
  await page.keep(typed(25), 1);
  await told([[id], true]);
  assert.deepEqual(await unsaved(device), ['measure']);
  await eye.keep({ draft: measured(base, leftEye, '9/10'), base }, 1);
  await told([[id], true]);
  assert.deepEqual((await device.lists.member(list, id)).state.unsaved, ['eye', 'measure']);
  const record = typed(25).draft as typeof base;
  await device.lists.submit(list, id, record, { measure: 'some' }, undefined, { page, change: 1 });
  await told([[id], false]);
  await eye.discard();
  await told([[id], true]);
  assert.isUndefined(await unsaved(device));
});

it('what was typed is there after a repair of the store, and goes on', async () => {
  const { device } = await deviceWithClass();
  const page = await open(device);
  await page.keep(typed(25), 1);
  await device.outbox.vault.recover();
  assert.deepEqual(await unsaved(device), ['measure']);
  await page.keep(typed(26), 2);
  page.close();
  assert.equal(await left(device), 26);
});
