import assert from 'node:assert/strict';
import test from 'node:test';
import {
  BatchInterruptedError,
  HttpError,
  InvalidResponseError,
  NetworkError,
  createClient,
} from '../client/index.ts';
import type { BatchLine, BatchResult, Client, EndpointName } from '../client/index.ts';
import { ConnectionDropped, createMemoryStore, createSandbox, faultKinds, randomFaults } from './index.ts';
import type { FaultKind, Faults, RandomFaultsOptions } from './index.ts';
import { serve } from './node.ts';
import { all, makeWorld, person, rejection } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const line = (n: number): BatchLine => ({ key: `line-${n}-0000`, call: 'record.create', body: person(n) });
const number = (n: number) => ({
  identifier: {
    kind: 'citizenId' as const,
    number: person(n).administrative.identifiers!['personal']!.number!,
  },
});

/** One fault of a kind at the first write, and nothing afterwards. */
function once(kind: FaultKind, more: Partial<RandomFaultsOptions> = {}): Faults {
  let struck = false;
  const faults = randomFaults({ random: () => 0.999, rates: { [kind]: 1 }, wait: async () => {}, ...more });
  const strikes = (name: EndpointName) => (name === 'record.create' || name === 'batch.send') && !struck;
  return {
    before: (name, request) => {
      if (!strikes(name) || !kind.startsWith('before')) return undefined;
      struck = true;
      return faults.before!(name, request);
    },
    after: (name, response) => {
      if (!strikes(name)) return response;
      struck = true;
      return faults.after!(name, response);
    },
  };
}

interface Met {
  readonly client: Client;
  close(): Promise<void>;
}
const ways: Readonly<Record<string, (faults: Faults) => Promise<Met>>> = {
  'in the same program': async (faults) => ({
    client: makeWorld({ faults }).client(nurse, { retry: false }),
    close: async () => {},
  }),
  'over HTTP': async (faults) => {
    const server = await serve(createSandbox({ store: createMemoryStore(), faults }));
    const token = `demo:${nurse}`;
    return { client: createClient({ baseUrl: server.url, token, retry: false }), close: server.close };
  },
};

/** What a write answers when a fault strikes: the class of its error, its status, its code. */
const outcomes: Readonly<Record<FaultKind, readonly [type: unknown, code: string] | 'done' | 'batches'>> = {
  'before.drop': [NetworkError, 'network.failed'],
  'before.portal': [InvalidResponseError, 'response.invalid'],
  'before.401': [HttpError, 'token.invalid'],
  'before.409': [HttpError, 'http.409'],
  'before.412': [HttpError, 'http.412'],
  'before.429': [HttpError, 'server.busy'],
  'before.500': [HttpError, 'http.500'],
  'before.problem': [HttpError, 'server.failed'],
  'before.503': [HttpError, 'http.503'],
  'after.drop': [NetworkError, 'network.failed'],
  'after.late': 'done',
  'after.500': [HttpError, 'http.500'],
  'after.problem': [HttpError, 'server.failed'],
  'after.504': [HttpError, 'http.504'],
  'after.notJson': [InvalidResponseError, 'response.invalid'],
  'after.truncated': [NetworkError, 'network.failed'],
  'after.cutLines': 'batches',
  'after.cutLine': 'batches',
};

for (const [way, meet] of Object.entries(ways)) {
  for (const kind of faultKinds) {
    const outcome = outcomes[kind];
    test(`${way}, ${kind} strikes one write, which ${kind.startsWith('before') ? 'is not done' : 'is done'}`, async () => {
      const { client, close } = await meet(once(kind));
      try {
        const call = { idempotencyKey: 'same-key-0001' };
        if (typeof outcome === 'string') await client.records.create(person(1), call);
        else {
          const error = await rejection<HttpError>(client.records.create(person(1), call));
          assert.deepEqual([error.constructor, error.code], outcome);
          if (kind === 'before.429') assert.deepEqual([error.status, error.retryAfterMs], [429, 1000]);
        }
        const stands = await client.persons.lookup(number(1));
        assert.equal(stands.length, kind.startsWith('before') ? 0 : 1);
        assert.equal((await client.records.create(person(1), call)).version, 1);
      } finally {
        await close();
      }
    });

    test(`${way}, ${kind} strikes a batch, whose lines can all be sent again`, async () => {
      const { client, close } = await meet(once(kind));
      try {
        const lines = [1, 2, 3, 4].map(line);
        const answered: BatchResult[] = [];
        const error = await rejection(
          (async () => {
            for await (const result of client.batches.send(lines)) answered.push(result);
            throw new Error('all answered');
          })(),
        );
        // The random number never cuts before the last line: the three in front of it arrive.
        if (kind.startsWith('after.cut')) {
          assert.deepEqual(
            answered.map((result) => [result.key, result.status]),
            [1, 2, 3].map((n) => [line(n).key, 201]),
          );
          assert.deepEqual((error as BatchInterruptedError).unanswered, [line(4).key]);
          assert.equal((await client.persons.lookup(number(4))).length, 1);
        } else if (kind === 'after.late') assert.equal(error.message, 'all answered');
        else if (kind === 'after.notJson' || kind === 'after.truncated') {
          assert.ok(error instanceof BatchInterruptedError);
          assert.equal(answered.length + error.unanswered.length, 4);
          assert.ok(answered.length < 4);
        } else {
          assert.equal(answered.length, 0);
          const [type] = outcome as readonly [unknown, string];
          assert.equal(error.constructor, kind === 'before.portal' ? BatchInterruptedError : type);
        }
        for (const n of [1, 2, 3, 4])
          assert.equal((await client.persons.lookup(number(n))).length, kind.startsWith('before') ? 0 : 1);
        const again = await all(client.batches.send(lines));
        assert.deepEqual(
          again.map((result) => result.status),
          [201, 201, 201, 201],
        );
        for (const result of answered)
          assert.deepEqual(
            again.find(({ key }) => key === result.key),
            result,
          );
      } finally {
        await close();
      }
    });
  }

  test(`${way}, a batch cut early leaves the rest done or not, and nothing of the cut line arrives`, async () => {
    const seen = new Set<string>();
    for (const kind of ['after.cutLines', 'after.cutLine'] as const)
      for (const rest of [0, 0.9]) {
        // Fault, cut, rest.
        const draws = [0, 0.2, rest];
        const { client, close } = await meet(once(kind, { random: () => draws.shift()! }));
        try {
          const lines = [1, 2, 3, 4].map(line);
          const error = await rejection<BatchInterruptedError>(all(client.batches.send(lines)));
          assert.equal(error.unanswered.length, 4);
          const done = [];
          for (const n of [1, 2, 3, 4]) if ((await client.persons.lookup(number(n))).length) done.push(n);
          seen.add(done.join());
        } finally {
          await close();
        }
      }
    // Whether the server has the third line done when it notices is its own affair.
    assert.deepEqual(
      [...seen].map((done) => done.replace(/^1,2,3$/, '1,2')),
      ['1,2,3,4', '1,2'],
    );
  });
}

test('what stands in front of a cut arrives whole, however late it is read', async () => {
  for (const [kind, fits] of [
    ['after.cutLines', /^({.+}\n){3}$/],
    ['after.cutLine', /^({.+}\n){3}{[^}]+$/],
  ] as const) {
    const { sandbox } = makeWorld({ faults: once(kind) });
    const response = await sandbox.fetch(
      new Request('http://central.test/v1/batches', {
        method: 'POST',
        headers: { authorization: `Bearer demo:${nurse}`, 'content-type': 'application/x-ndjson' },
        body: [1, 2, 3, 4].map((n) => `${JSON.stringify(line(n))}\n`).join(''),
      }),
    );
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    const decoder = new TextDecoder();
    let text = '';
    const reader = response.body!.getReader();
    const error = await rejection(
      (async () => {
        for (let piece; !(piece = await reader.read()).done;) text += decoder.decode(piece.value);
      })(),
    );
    assert.ok(error instanceof ConnectionDropped);
    assert.match(text, fits);
  }
});

test('a connection dropped over HTTP is no error of the server: nothing is printed', async (t) => {
  const printed = t.mock.method(console, 'error', () => {});
  for (const kind of ['before.drop', 'after.drop', 'after.truncated', 'after.cutLines'] as const) {
    const { client, close } = await ways['over HTTP']!(once(kind));
    await rejection(all(client.batches.send([line(1)])));
    await close();
  }
  assert.equal(printed.mock.callCount(), 0);
});

test('a dropped connection rejects in fetch as it does in a browser', async () => {
  const { sandbox } = makeWorld({ faults: randomFaults({ random: () => 0, rates: { 'before.drop': 1 } }) });
  const error = await rejection(sandbox.fetch(new Request('http://central.test/v1/metadata')));
  assert.ok(error instanceof ConnectionDropped && error instanceof TypeError);
});

test('a late answer is given when the wait is over, and what it is the answer to stands before', async () => {
  let release = () => {};
  let struck = () => {};
  const waiting = new Promise<void>((resolve) => (struck = resolve));
  const wait = () => {
    struck();
    return new Promise<void>((resolve) => (release = resolve));
  };
  const { records, persons } = makeWorld({ faults: once('after.late', { wait }) }).client(nurse);
  let answered = false;
  const receipt = records.create(person(1)).finally(() => (answered = true));
  await waiting;
  assert.equal((await persons.lookup(number(1))).length, 1);
  assert.equal(answered, false);
  release();
  assert.equal((await receipt).version, 1);
});
