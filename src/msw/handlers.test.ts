import assert from 'node:assert/strict';
import test from 'node:test';
import { getResponse } from 'msw';
import { createClient } from '../client/index.ts';
import { randomFaults } from '../sandbox/index.ts';
import { check } from '../validation/index.ts';
import { handlers, samplePeople } from './index.ts';
import type { HandlerOptions } from './index.ts';

const baseUrl = 'http://his.test/central';

function setup(options: Partial<HandlerOptions> = {}, token = 'demo:nurse:TYT-01:lan') {
  const answering = handlers({ baseUrl, ...options });
  const client = createClient({
    baseUrl,
    token,
    retry: false,
    fetch: async (request) => (await getResponse(answering, request)) ?? Response.error(),
  });
  return client;
}

test('the made-up people are whole records without any issue', () => {
  for (const person of samplePeople()) assert.deepEqual(check(person, { now: person.capturedOn }), []);
});

test('the handlers answer as a central record API in which the made-up people stand', async () => {
  const client = setup();
  for (const person of samplePeople()) {
    const { kind, number } = Object.values(person.administrative.identifiers!)[0]!;
    const [found] = await client.persons.lookup({ identifier: { kind: kind!, number: number! } });
    assert.deepEqual((await client.records.load(found!.pid)).record, person);
  }
});

test('other people, another facility and faults can be given', async () => {
  const [person] = samplePeople();
  const client = setup({
    people: [person!],
    facility: 'BV-02',
    faults: { before: (name) => (name === 'metadata.load' ? new Response('', { status: 503 }) : undefined) },
  });
  const [found] = await client.persons.lookup({ identifier: { kind: 'citizenId', number: '001190990001' } });
  assert.equal(found?.mayLoad, false);
  assert.deepEqual(
    await client.persons.lookup({ identifier: { kind: 'citizenId', number: '001316990002' } }),
    [],
  );
  await assert.rejects(client.metadata(), { status: 503 });
});

test('a connection that a fault drops is a network that fails, and no answer', async () => {
  for (const kind of ['before.drop', 'after.drop'] as const) {
    const answering = handlers({ baseUrl, faults: randomFaults({ random: () => 0, rates: { [kind]: 1 } }) });
    const response = await getResponse(answering, new Request(`${baseUrl}/v1/metadata`));
    assert.equal(response?.type, 'error', kind);
  }
  const fault = new Error('a fault of the test itself');
  const broken = handlers({
    baseUrl,
    faults: {
      after: () => {
        throw fault;
      },
    },
  });
  const response = await getResponse(broken, new Request(`${baseUrl}/v1/metadata`));
  assert.equal(response?.status, 500);
});
