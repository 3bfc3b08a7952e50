import { assert } from '@open-wc/testing';
import type { Conflict, LoadedRecord } from '../client/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import { baseOf, closeAll, makeWorld, states } from './test-outbox.ts';
import type { Device, World } from './test-outbox.ts';
import { codeOf } from './test-vault.ts';

const newWorld = () => makeWorld((now) => createSandbox({ store: createMemoryStore(), now }));
afterEach(closeAll);

const allergies = (more: Record<string, string>) => ({ history: { allergies: more } });

/** A record that this device changes from version 1 while someone else has changed it. */
async function overtaken(
  { records, outbox }: Device,
  world: World,
  mine: Record<string, string>,
  theirs: Record<string, string>,
): Promise<{ pid: string; id: string; code: string }> {
  const { pid } = await world.other.records.create(person(1));
  const base = await records.load(pid);
  await world.other.records.patch(pid, { history: { allergies: theirs } }, { ifMatch: base.etag });
  const code = await codeOf(records.submit({ ...base.record, ...allergies(mine) }, base, 'change-1'));
  const { id } = (await outbox.queue.list(['conflict', 'done']))[0]!;
  return { pid, id, code };
}

it('disjoint changes merge by themselves and are shown afterwards', async () => {
  const world = newWorld();
  const device = await world.device();
  const { pid, code } = await overtaken(device, world, { drug: 'của tôi' }, { food: 'của họ' });
  assert.equal(code, 'done');
  const [item] = await device.outbox.sync.items('done');
  assert.deepEqual(item!.merged, ['history.allergies.food']);
  const { record } = await world.other.records.load(pid);
  assert.deepEqual(record.history?.allergies, { drug: 'của tôi', food: 'của họ' });
});

for (const side of ['mine', 'theirs'] as const)
  it(`two values at one place wait for a person, who chooses ${side}`, async () => {
    const world = newWorld();
    const device = await world.device();
    const { sync } = device.outbox;
    const { pid, id, code } = await overtaken(device, world, { drug: 'của tôi' }, { drug: 'của họ' });
    assert.equal(code, 'record.changed');
    const stands = () => world.other.records.load(pid).then(({ record }) => record.history?.allergies?.drug);
    assert.equal(await stands(), 'của họ');
    const shown = await device.records.load(pid);
    assert.deepEqual([shown['pending'], shown.record.history?.allergies?.drug], ['conflict', 'của tôi']);
    const conflict = (await sync.conflict(id)) as Conflict & { kind: 'record' };
    assert.deepEqual(
      conflict.conflicts.map(({ path }) => path),
      ['history.allergies.drug'],
    );
    const choices = { 'history.allergies.drug': side, 'history.surgeries': 'mine' as const };
    const stale = sync.decide(id, { kind: 'record', etag: '"1"', choices });
    assert.equal(await codeOf(stale), 'draft.elsewhere');
    await sync.decide(id, { kind: 'record', etag: conflict.theirs.etag, choices });
    assert.equal(await stands(), side === 'mine' ? 'của tôi' : 'của họ');
    assert.deepEqual([...(await sync.items('attention')), ...(await sync.items('waiting'))], []);
  });

it('what a merge brought from others is not overwritten by a screen that never showed it', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const loaded = await records.load(pid);
  world.net = world.offline;
  const mine = { ...loaded.record, ...allergies({ drug: 'của tôi' }) };
  const base = baseOf(await records.submit(mine, loaded, 'change-1'));
  await world.other.records.patch(pid, allergies({ food: 'của họ' }), { ifMatch: loaded.etag });
  world.net = undefined;
  await outbox.sync.send();
  assert.equal((await outbox.sync.status()).sent, 1);
  const later = { ...loaded.record, ...allergies({ drug: 'của tôi', food: 'tôi viết sau' }) };
  assert.equal(await codeOf(records.submit(later, base, 'change-1')), 'record.changed');
  const { record } = await world.other.records.load(pid);
  assert.deepEqual(record.history?.allergies, { drug: 'của tôi', food: 'của họ' });
});

it('a change of a record that was made elsewhere leaves no link behind, one made here leaves two', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  const links = () => outbox.vault.rows.read(async (view) => view.count('link'));
  const { pid } = await world.other.records.create(person(1));
  const base = await records.load(pid);
  await outbox.sync.send();
  await records.submit(person(2), undefined, 'capture-2');
  const before = await links();
  await records.submit({ ...base.record, ...allergies({ drug: 'mới' }) }, base, 'change-1');
  assert.equal(await links(), before);
  await records.submit(person(3), undefined, 'capture-3');
  assert.equal(await links(), before + 2);
});

it('an undecided conflict is not sent, and a decision about a record is none about a person', async () => {
  const world = newWorld();
  const device = await world.device();
  const { sync } = device.outbox;
  const { pid, id } = await overtaken(device, world, { drug: 'của tôi' }, { drug: 'của họ' });
  const elsewhere = await world.other.records.create(person(2));
  assert.equal(await codeOf(sync.decide(id, { kind: 'person', pid: elsewhere.pid })), 'entry.gone');
  await sync.decide(id, { kind: 'record', etag: '"2"', choices: {} });
  assert.deepEqual(states(await sync.items('attention')), ['1 conflict record.changed']);
  assert.equal((await world.other.records.load(pid)).version, 2);
  assert.equal((await world.other.records.load(elsewhere.pid)).version, 1);
});

it('the same screen again, after a lost answer, is the same change', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const base = await records.load(pid);
  world.net = world.offline;
  for (const drug of ['một', 'hai'])
    await records.submit({ ...base.record, ...allergies({ drug }) }, base, 'change-1');
  world.net = undefined;
  await outbox.sync.send();
  assert.deepEqual([(await outbox.sync.status()).sent, (await outbox.sync.status()).attention], [1, 0]);
});

it('a person who was captured elsewhere meanwhile is shown to a person, and nothing is merged by guess', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  const { sync } = outbox;
  const there = person(1, allergies({ drug: 'của họ' }));
  const { pid } = await world.other.records.create(there);
  const mine = person(1, allergies({ drug: 'của tôi', food: 'chỉ tôi' }));
  const { personal } = mine.administrative.identifiers!;
  const number = 'TMP-01234567890';
  const identifiers = { personal: personal!, paper: { kind: 'temporary' as const, number } };
  world.net = world.offline;
  const queued = await records.submit(
    { ...mine, administrative: { ...mine.administrative, identifiers } },
    undefined,
    'capture-1',
  );
  await outbox.queue.freeze(['capture-1']);
  const later = {
    ...mine,
    administrative: { ...mine.administrative, identifiers },
    capturedOn: '2026-11-21',
  };
  await records.submit(later, (queued as { base: LoadedRecord }).base, 'capture-1');
  world.net = undefined;
  await sync.send();
  assert.deepEqual(states(await sync.items('attention')), ['1 conflict person.exists']);
  assert.equal((await world.other.records.load(pid)).version, 1);
  const conflict = (await sync.conflict('capture-1')) as Conflict & { kind: 'person' };
  assert.deepEqual(
    conflict.candidates.map((each) => each.pid),
    [pid],
  );
  await sync.decide('capture-1', { kind: 'person', pid });
  const review = (await sync.conflict('capture-1')) as Conflict & { kind: 'record' };
  assert.deepEqual(
    review.conflicts.map(({ path }) => path),
    ['history.allergies.drug'],
  );
  const choices = { 'history.allergies.drug': 'theirs' as const };
  await sync.decide('capture-1', { kind: 'record', etag: review.theirs.etag, choices });
  await sync.send();
  assert.deepEqual([...(await sync.items('attention')), ...(await sync.items('waiting'))], []);
  const { record } = await world.other.records.load(pid);
  assert.deepEqual(record.history?.allergies, { drug: 'của họ', food: 'chỉ tôi' });
  assert.equal(record.administrative.identifiers?.['paper']?.number, number);
  assert.equal(record.capturedOn, '2026-11-21');
  assert.equal(world.writes().filter(({ method }) => method === 'POST').length, 1);
});

it('a temporary number of mine comes to stand beside the numbers of the same person', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const numbers = {
    personal: { kind: 'temporary' as const, number: 'TMP-01234567890' },
    second: person(1).administrative.identifiers!['personal']!,
  };
  const mine = { ...person(1), notes: { 'administrative.identifiers.personal.number': 'trên giấy' } };
  const capture = { ...mine, administrative: { ...mine.administrative, identifiers: numbers } };
  await codeOf(records.submit(capture, undefined, 'capture-1'));
  await outbox.sync.decide('capture-1', { kind: 'person', pid });
  await outbox.sync.send();
  assert.deepEqual(states(await outbox.sync.items('attention')), []);
  const { record } = await world.other.records.load(pid);
  assert.equal(record.administrative.identifiers?.['personal']?.kind, 'citizenId');
  assert.equal(record.administrative.identifiers?.['temporary']?.number, 'TMP-01234567890');
  assert.deepEqual(record.notes, { 'administrative.identifiers.temporary.number': 'trên giấy' });
});

it('a record finds its person on the first send, and what was written under its own name goes there', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  world.net = world.offline;
  const queued = await records.submit(person(1), undefined, 'capture-1');
  assert.equal((queued as { base: LoadedRecord }).base.pid, '');
  world.net = undefined;
  await outbox.sync.send();
  const { base } = queued as { base: LoadedRecord };
  const sent = await records.submit(person(1, allergies({ drug: 'thêm' })), base, 'capture-1');
  assert.equal(sent.state, 'stored');
  const { pid } = await outbox.queue.get('capture-1');
  assert.equal((await world.other.records.load(pid!)).record.history?.allergies?.drug, 'thêm');
});

it('deleting what was sent keeps what waits; deleting what waits leaves a screen that goes on a record of its own', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  const { pid } = ((await records.submit(person(1), undefined, 'capture-1')) as { receipt: { pid: string } })
    .receipt;
  world.net = world.offline;
  await records.submit(person(1, allergies({ drug: 'sau' })), undefined, 'capture-1');
  await outbox.sync.remove('capture-1');
  const gone = await records.submit(person(2), undefined, 'capture-2');
  await outbox.sync.remove('capture-2');
  world.net = undefined;
  const { base } = gone as { base: LoadedRecord };
  assert.equal((await records.submit(person(2), base, 'capture-2')).state, 'stored');
  await outbox.sync.send();
  assert.equal((await world.other.records.load(pid)).record.history?.allergies?.drug, 'sau');
  assert.equal((await outbox.sync.status()).waiting, 0);
});

it('an appended row goes out once, and one that stands already is done', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const body = { id: 'visit-0001', capturedOn: '2026-11-20', examination: { examinedOn: '2026-11-20' } };
  await world.other.examinations.append(pid, body as never);
  for (const id of ['append-1', 'append-1', 'append-2'])
    await outbox.queue.append(
      'examination.append',
      pid,
      id === 'append-2' ? { ...body, examination: {} } : body,
      { id },
    );
  await outbox.sync.send();
  assert.deepEqual(
    (await outbox.sync.items('done')).map(({ id }) => id),
    ['append-1'],
  );
  assert.deepEqual(states(await outbox.sync.items('attention')), ['refused row.exists']);
  assert.equal((await world.other.records.load(pid)).version, 2);
});

it('a row asked for again under its name is the same row, before it was sent and after', async () => {
  const world = newWorld();
  const { outbox } = await world.device();
  const { pid } = await world.other.records.create(person(1));
  const visit = (note: string) => ({
    id: 'visit-0001',
    capturedOn: '2026-11-20',
    examination: { examinedOn: '2026-11-20' },
    notes: { 'examinations.visit-0001.examinedOn': note },
  });
  const append = (note: string) =>
    outbox.queue.append('examination.append', pid, visit(note), { id: 'append-1' });
  await append('một');
  assert.deepEqual((await append('hai')).body, visit('một'));
  await outbox.sync.send();
  assert.equal((await append('ba')).state, 'done');
  await outbox.sync.send();
  assert.equal(world.writes().length, 1);
  const { record } = await world.other.records.load(pid);
  assert.deepEqual(record.notes, visit('một').notes);
});

it('what is taken back has its latest writing, and is sent once', async () => {
  const world = newWorld();
  const { records, outbox } = await world.device();
  world.net = world.offline;
  const { base } = (await records.submit(person(1), undefined, 'capture-1')) as { base: LoadedRecord };
  await outbox.queue.freeze(['capture-1']);
  await records.submit(person(1, allergies({ drug: 'sau' })), base, 'capture-1');
  await outbox.queue.hasten('sending');
  const taken = await outbox.sync.takeBack('capture-1');
  assert.deepEqual(states([...(await outbox.sync.items('waiting'))]), []);
  world.net = undefined;
  await records.submit(taken.draft as never, taken.base, taken.id);
  assert.equal((await outbox.sync.status()).sent, 1);
});
