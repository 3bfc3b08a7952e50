import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { person } from '../sandbox/test-world.ts';
import { createClient } from './client.ts';
import { createRecordStore } from './record-store.ts';

function setup() {
  const sandbox = createSandbox({ store: createMemoryStore() });
  const sent: string[] = [];
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:lan',
    fetch: async (request) => {
      if (request.method === 'PATCH') sent.push(await request.clone().text());
      return sandbox.fetch(request);
    },
  });
  return { sandbox, sent, ports: createRecordStore({ client }) };
}

test('a record that is new is created, one that was loaded is changed by what differs', async () => {
  const { ports, sent } = setup();
  const first = await ports.records.submit(person(1));
  assert.ok(first.state === 'stored');
  const base = await ports.records.load(first.receipt.pid);
  const changed = { ...base.record, history: { allergies: { drug: 'Penicillin' } } };
  const second = await ports.records.submit(changed, base);
  assert.ok(second.state === 'stored');
  assert.equal(second.receipt.version, 2);
  assert.deepEqual(sent, ['{"history":{"allergies":{"drug":"Penicillin"}}}']);
  assert.deepEqual((await ports.records.load(base.pid)).record, changed);
  await assert.rejects(ports.records.submit({ ...changed, history: {} }, base), { code: 'record.changed' });
});

test('a record in which nothing changed is not sent', async () => {
  const { ports, sent } = setup();
  const first = await ports.records.submit(person(1));
  assert.ok(first.state === 'stored');
  const base = await ports.records.load(first.receipt.pid);
  const again = await ports.records.submit(structuredClone(base.record), base);
  assert.ok(again.state === 'stored');
  assert.deepEqual([again.receipt.version, sent.length], [1, 0]);
});

test('people, groups and consents are reached through their ports', async () => {
  const { ports, sandbox } = setup();
  await sandbox.expect('TYT-01', [{ fullName: 'An', birthDate: '2016', groups: { hamlet: 'Thôn 5' } }]);
  const first = await ports.records.submit(person(1));
  assert.ok(first.state === 'stored');
  const { pid } = first.receipt;
  const [found] = await ports.people.lookup({ identifier: { kind: 'citizenId', number: '001190990001' } });
  assert.equal(found?.pid, pid);
  const groups = [];
  for await (const group of ports.rosters.groups('hamlet')) groups.push(group);
  assert.deepEqual(
    groups.map((g) => [g.name, g.missing]),
    [['Thôn 5', 1]],
  );
  const people = [];
  for await (const one of ports.rosters.people(groups[0]!.group, 'missing')) people.push(one);
  assert.deepEqual(
    people.map((one) => one.fullName),
    ['An'],
  );
  await ports.consents.append(pid, {
    purpose: 'research',
    decision: 'denied',
    decidedAt: '2026-11-20T08:00:00Z',
  });
  const events = [];
  for await (const { event } of ports.consents.list(pid)) events.push(event.decision);
  assert.deepEqual(events, ['denied']);
});
