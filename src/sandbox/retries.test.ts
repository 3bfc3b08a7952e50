import assert from 'node:assert/strict';
import test from 'node:test';
import { NetworkError } from '../client/index.ts';
import type { BatchLine, BatchResult, HttpError } from '../client/index.ts';
import { verifyDemoToken } from './access.ts';
import { stores } from './test-stores.ts';
import { disclosed } from './test-consents.ts';
import { all, makeWorld, person, rejection } from './test-world.ts';
import type { World } from './test-world.ts';

const nurse = 'nurse:TYT-01:lan';
const capturedOn = '2026-11-20';
const visit = { capturedOn, examination: { examinedOn: capturedOn } };
const create = (n: number): BatchLine => ({ key: `create-${n}-000`, call: 'record.create', body: person(n) });

/** A client whose every answer is lost after the whole request was done; and what it would have been. */
function deaf(world: World, who = nurse) {
  const lost: string[] = [];
  const client = world.client(who, {
    retry: false,
    fetch: async (request) => {
      lost.push(await (await world.sandbox.fetch(request)).text());
      throw new TypeError('connection reset');
    },
  });
  return { client, lost };
}

/** One line of each kind of write a batch takes. */
const writes = (pid: string, n: number): BatchLine[] => [
  create(n),
  {
    key: 'patch-0001',
    call: 'record.patch',
    pid,
    ifMatch: '"1"',
    body: { administrative: { email: 'a@example.com' } },
  },
  { key: 'visit-0001', call: 'examination.append', pid, body: visit },
  {
    key: 'dose-00001',
    call: 'immunization.append',
    pid,
    body: { table: 'other', capturedOn, dose: { givenOn: capturedOn } },
  },
  {
    key: 'screen-001',
    call: 'screening.append',
    pid,
    body: { capturedOn, screening: { rounds: { round1: { measuredOn: capturedOn } } } },
  },
  {
    key: 'consent-01',
    call: 'consent.append',
    pid,
    body: disclosed('BV-02', { order: { b: 1, a: 2 } } as object),
  },
];

/** The line as a request of its own, under the same key. */
async function alone(world: World, { key, call, pid = '', ifMatch = '', body }: BatchLine): Promise<unknown> {
  const { request } = world.client(nurse);
  const input = { params: { pid }, ifMatch, body, idempotencyKey: key };
  return (await request(call, input as never)).data;
}

for (const { name, open } of stores) {
  const over = (sentence: string, run: (world: World) => Promise<void>) =>
    test(`${name}: ${sentence}`, async () => {
      const { store, close } = await open();
      try {
        await run(makeWorld({ store }));
      } finally {
        await close();
      }
    });

  over('every write whose answer was lost gives it when sent again, in a batch and alone', async (world) => {
    const { pid } = await world.client(nurse).records.create(person(1));
    const lines = writes(pid, 2);
    const { client, lost } = deaf(world);
    assert.ok((await rejection(all(client.batches.send(lines)))) instanceof NetworkError);
    const first = lost[0]!
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as BatchResult);
    assert.deepEqual(
      first.map((result) => result.problem?.code ?? 'done'),
      lines.map(() => 'done'),
    );

    const doctor = world.client('doctor:TYT-01:minh').records;
    const standing = (await doctor.load(pid)).version;
    await doctor.patch(pid, { administrative: { email: null } }, { ifMatch: `"${standing}"` });
    assert.deepEqual(await all(world.client(nurse).batches.send(lines)), first);
    for (const [n, line] of lines.entries())
      assert.deepEqual(await alone(world, line), first[n]!.receipt ?? first[n]!.consent, line.call);

    const { record, version } = await doctor.load(pid);
    assert.deepEqual([version, record.administrative.email], [standing + 1, undefined]);
    for (const list of [record.examinations, record.immunizations?.other, record.screenings])
      assert.equal(Object.keys(list as object).length, 1);
    assert.equal((await all(world.client(nurse).consents.list(pid))).length, 1);
  });

  over('an emergency whose answer was lost is opened once', async (world) => {
    const { pid } = await world.client(nurse).records.create(person(1));
    const body = { basis: 'unconscious' as const, reason: 'Tai nạn giao thông' };
    const call = { idempotencyKey: 'emergency-1' };
    const { client, lost } = deaf(world, 'doctor:BV-02:minh');
    await rejection(client.emergency.open(pid, body, call));
    world.clock.now += 60_000;
    const again = await world.client('doctor:BV-02:minh').emergency.open(pid, body, call);
    assert.deepEqual(again, JSON.parse(lost[0]!));
  });

  over('one write over many connections at once is done once, and all get one receipt', async (world) => {
    const { pid } = await world.client(nurse).records.create(person(1));
    for (const line of writes(pid, 2)) {
      const inBatch = async () => {
        const [result] = await all(world.client(nurse).batches.send([line]));
        return result!.receipt ?? result!.consent;
      };
      const results = await Promise.all(
        [0, 1, 2, 3, 4, 5].map((n) => (n % 2 ? inBatch() : alone(world, line))),
      );
      for (const result of results) assert.deepEqual(result, results[0], line.call);
    }
    const { records, persons } = world.client(nurse);
    // The patch and three rows; a consent makes no version.
    assert.equal((await records.load(pid)).version, 5);
    const number = person(2).administrative.identifiers!['personal']!.number!;
    assert.equal((await persons.lookup({ identifier: { kind: 'citizenId', number } })).length, 1);
  });

  over('a write that is refused while its twin waits for it frees the key for the twin', async (world) => {
    const { records } = world.client(nurse);
    const bad = person(1, { administrative: { fullName: '' } });
    const call = { idempotencyKey: 'same-key-0001' };
    const codes = await Promise.all(
      [bad, bad, bad, bad].map((record) => rejection<HttpError>(records.create(record, call))),
    );
    assert.deepEqual(
      codes.map((error) => error.code),
      codes.map(() => 'record.refused'),
    );
    assert.equal((await records.create(person(1), call)).version, 1);
  });
}

test('a line may say more than its call goes by and is still the same write as a request of its own', async () => {
  const world = makeWorld();
  const receipt = await alone(world, create(1));
  const lines = [{ ...create(1), pid: 'p1', ifMatch: '"7"' }];
  const [result] = await all(world.client(nurse).batches.send(lines));
  assert.deepEqual(result?.receipt, receipt);
});

test('a line that cannot be taken at all is refused under its key and holds up no other', async () => {
  const world = makeWorld();
  const text = (n: number, surgeries: string): BatchLine => ({
    ...create(n),
    body: person(n, { history: { surgeries } }),
  });
  const prototype = JSON.parse(
    JSON.stringify(create(4)).replace('{"schema', '{"__proto__":{},"schema'),
  ) as BatchLine;
  const lines = [
    create(1),
    text(2, 'a\0b'),
    text(3, '\ud83d'),
    prototype,
    text(5, 'x'.repeat(3_000_000)),
    create(6),
  ];
  const results = await all(world.client(nurse).batches.send(lines));
  assert.deepEqual(
    results.map(({ key, status, problem }) => [key, status, problem?.code]),
    [
      ['create-1-000', 201, undefined],
      ['create-2-000', 400, 'body.forbiddenText'],
      ['create-3-000', 400, 'body.forbiddenText'],
      ['create-4-000', 400, 'body.forbiddenKey'],
      ['create-5-000', 413, 'body.tooLarge'],
      ['create-6-000', 201, undefined],
    ],
  );
});

test('a batch goes on to its end when its token expires meanwhile; the next one needs a new token', async () => {
  let good = 't1';
  const world = makeWorld({
    verifyToken: (token) => (token === good ? verifyDemoToken(`demo:${nurse}`) : undefined),
  });
  const asked: boolean[] = [];
  const client = world.client(nurse, {
    batch: { lines: 3 },
    token: ({ refresh }) => {
      asked.push(refresh);
      return refresh ? good : 't1';
    },
  });
  const results: BatchResult[] = [];
  for await (const result of client.batches.send([1, 2, 3, 4, 5].map(create))) {
    results.push(result);
    good = 't2';
  }
  assert.deepEqual(
    results.map((result) => result.status),
    [201, 201, 201, 201, 201],
  );
  assert.deepEqual(asked, [false, true]);
});
