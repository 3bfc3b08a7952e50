import assert from 'node:assert/strict';
import test from 'node:test';
import { newTemporaryId } from '../identity/index.ts';
import { createMemoryStore, createSandbox } from '../sandbox/index.ts';
import { decided } from '../sandbox/test-consents.ts';
import { person } from '../sandbox/test-world.ts';
import { createClient } from '../client/index.ts';
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

test('without a store of this device there are no lists, and the lists of the server all the same', () => {
  const { ports } = setup();
  assert.equal(ports.lists, undefined);
  assert.ok(ports.rosters);
});

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

test('a record whose answer was lost is not created twice, and what was written since is kept', async () => {
  const { sandbox } = setup();
  let lost = 0;
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:lan',
    retry: false,
    fetch: async (request) => {
      const answer = await sandbox.fetch(request);
      if (request.method !== 'POST' || lost++) return answer;
      throw new TypeError('cut off after the server had stored it');
    },
  });
  const { records } = createRecordStore({ client });
  const number = newTemporaryId(Date.parse('2026-11-18T00:00:00Z'), new Uint8Array(10));
  const identifiers = { temporary: { kind: 'temporary' as const, number } };
  const first = { ...person(7), administrative: { ...person(7).administrative, identifiers } };
  await assert.rejects(records.submit(first, undefined, 'capture-0001'), { code: 'network.failed' });
  const second = { ...first, history: { otherIssues: 'ghi thêm' } };
  const sent = await records.submit(second, undefined, 'capture-0001');
  assert.ok(sent.state === 'stored');
  const { record, version } = await records.load(sent.receipt.pid);
  assert.equal(version, 2);
  assert.equal(record.history?.otherIssues, 'ghi thêm');
  const again = await records.submit(second, undefined, 'capture-0001');
  assert.ok(again.state === 'stored');
  assert.deepEqual([again.receipt.pid, again.receipt.version], [sent.receipt.pid, 2]);
});

test('what a transient problem leaves open is repeated as it was, whatever is written meanwhile', async () => {
  for (const status of [401, 408, 425, 429, 500, 503]) {
    const { sandbox } = setup();
    const bodies: string[] = [];
    const client = createClient({
      baseUrl: 'http://central.test',
      token: 'demo:nurse:TYT-01:lan',
      retry: false,
      fetch: async (request) => {
        if (request.method !== 'POST') return sandbox.fetch(request);
        bodies.push(await request.clone().text());
        const answer = await sandbox.fetch(request);
        if (bodies.length > 1) return answer;
        const headers = { 'content-type': 'application/problem+json' };
        return new Response('{"code":"server.failed"}', { status, headers });
      },
    });
    const { records } = createRecordStore({ client });
    await assert.rejects(records.submit(person(1), undefined, 'capture-0001'), { code: 'server.failed' });
    const more = { ...person(1), history: { otherIssues: 'ghi thêm' } };
    const sent = await records.submit(more, undefined, 'capture-0001');
    assert.ok(sent.state === 'stored');
    assert.deepEqual(
      [bodies.length, bodies[0] === bodies[1], sent.receipt.version],
      [2, true, 2],
      `${status}`,
    );
  }
});

test('a screen that created a record writes nothing over what someone else has changed since', async () => {
  const { ports, sandbox } = setup();
  const first = await ports.records.submit(person(1), undefined, 'capture-0001');
  assert.ok(first.state === 'stored');
  const { pid } = first.receipt;
  const other = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:other',
    fetch: (request) => sandbox.fetch(request),
  });
  await other.records.patch(pid, { history: { surgeries: 'mổ ruột thừa' } }, { ifMatch: '"1"' });
  const more = { ...person(1), history: { otherIssues: 'ghi thêm' } };
  await assert.rejects(ports.records.submit(more, undefined, 'capture-0001'), { code: 'record.changed' });
  assert.deepEqual((await other.records.load(pid)).record.history, { surgeries: 'mổ ruột thừa' });
});

test('a refused record is corrected and sent under the same id', async () => {
  const { ports } = setup();
  const wrong = { ...person(8), history: { birth: { weightG: 1 } } };
  await assert.rejects(ports.records.submit(wrong, undefined, 'capture-0002'), { name: 'RefusedError' });
  const sent = await ports.records.submit(person(8), undefined, 'capture-0002');
  assert.equal(sent.state, 'stored');
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
  const event = decided('research', 'denied');
  const stored = await ports.consents.append(pid, event);
  assert.deepEqual(await ports.consents.list(pid), { events: [stored] });
  // Staff do not read the log; the port passes the refusal on.
  await assert.rejects(ports.consents.accessLog(pid)[Symbol.asyncIterator]().next(), {
    code: 'access.denied',
  });
});

test('what is decided before there is a record goes along with it, once, whatever is lost on the way', async () => {
  const sandbox = createSandbox({ store: createMemoryStore() });
  let lost = 2;
  const client = createClient({
    baseUrl: 'http://central.test',
    token: 'demo:nurse:TYT-01:lan',
    retry: false,
    fetch: async (request) => {
      const answer = await sandbox.fetch(request);
      if (request.method !== 'POST' || lost-- <= 0) return answer;
      throw new TypeError('cut off after the server had stored it');
    },
  });
  const { records, consents } = createRecordStore({ client });
  const capture = 'capture-0009';
  const first = decided('research', 'denied');
  const second = decided('reminders', 'granted', {}, first);
  assert.equal(await consents.append({ capture }, first), 'queued');
  assert.equal(await consents.append({ capture }, first), 'queued');
  assert.deepEqual(await consents.list({ capture }), { events: [first] });
  await assert.rejects(records.submit(person(1), undefined, capture), { code: 'network.failed' });
  // It may stand already: what comes now is put to it when that is known.
  assert.equal(await consents.append({ capture }, second), 'queued');
  await assert.rejects(records.submit(person(1), undefined, capture), { code: 'network.failed' });
  const sent = await records.submit(person(1), undefined, capture);
  assert.ok(sent.state === 'stored');
  const { events } = await consents.list(sent.receipt.pid);
  assert.deepEqual(
    events.map((each) => ('event' in each ? (each.event as { id: string }).id : undefined)),
    [first.id, second.id],
  );
  assert.deepEqual(await consents.list({ capture }), { events });
  const third = decided('marketing', 'denied', {}, second);
  const stored = await consents.append({ capture }, third);
  assert.ok(stored !== 'queued' && stored.seq === 3);
});

test('an emergency is opened, closed and reviewed through its port', async () => {
  const sandbox = createSandbox({ store: createMemoryStore() });
  const portsOf = (who: string) =>
    createRecordStore({
      client: createClient({
        baseUrl: 'http://central.test',
        token: `demo:${who}`,
        fetch: (request) => sandbox.fetch(request),
      }),
    });
  const made = await portsOf('nurse:TYT-01:lan').records.submit(person(1));
  assert.ok(made.state === 'stored');
  const doctor = portsOf('doctor:BV-02:minh');
  const access = await doctor.emergencies.open(made.receipt.pid, { basis: 'other', reason: 'Mất trí nhớ' });
  await doctor.emergencies.close(access);
  await assert.rejects(doctor.records.load(made.receipt.pid), {
    name: 'RefusedError',
    code: 'access.needed',
  });
  const { emergencies } = portsOf('reviewer:SYT:ban');
  await emergencies.review(access, { outcome: 'justified', words: 'Đúng quy định' });
  for await (const each of emergencies.reviews()) assert.fail(each.id);
});
