import assert from 'node:assert/strict';
import test from 'node:test';
import { BatchInterruptedError, NetworkError } from './errors.ts';
import type { HttpError, RefusedError } from './errors.ts';
import { cut, json, problem, receipt, record, rejection, setup } from './test-script.ts';
import type { Step } from './test-script.ts';
import type { BatchLine, BatchResult } from './wire.ts';

const line = (n: number): BatchLine => ({ key: `line-000${n}`, call: 'record.create', body: record });
const result = (n: number): BatchResult => ({ key: `line-000${n}`, status: 201, receipt });

/** A streamed answer that gives each piece when it is asked for, and then ends or breaks. */
function streamed(pieces: string[], end: 'close' | 'error' = 'close'): Step {
  return () =>
    new Response(
      new ReadableStream<Uint8Array>(
        {
          pull(control) {
            const piece = pieces.shift();
            if (piece !== undefined) control.enqueue(new TextEncoder().encode(piece));
            else if (end === 'close') control.close();
            else control.error(new TypeError('terminated'));
          },
        },
        { highWaterMark: 0 },
      ),
    );
}
const text = (...results: BatchResult[]) => results.map((r) => `${JSON.stringify(r)}\n`).join('');

async function drain(results: AsyncIterable<BatchResult>) {
  const keys: string[] = [];
  try {
    for await (const { key } of results) keys.push(key);
    return { keys, error: undefined };
  } catch (error) {
    return { keys, error };
  }
}

test('a batch goes out in requests of bounded size, and its answers come one by one', async () => {
  const pieces = [text(result(1)).slice(0, 20), text(result(1)).slice(20) + text(result(2))];
  const { client, sent } = setup([streamed(pieces), streamed([text(result(3))])], { batch: { lines: 2 } });
  const results = client.batches.send([line(1), line(2), line(3)]);
  assert.equal((await results.next()).value?.key, 'line-0001');
  assert.deepEqual(await drain(results), { keys: ['line-0002', 'line-0003'], error: undefined });
  assert.deepEqual(
    sent.map((s) => s.body.split('\n').length - 1),
    [2, 1],
  );
  assert.equal(sent[0]!.request.headers.get('content-type'), 'application/x-ndjson');
  assert.equal(sent[0]!.request.headers.get('idempotency-key'), null);
});

test('a batch whose answer is cut says which lines to send again', async () => {
  const half = text(result(2)).slice(0, 15);
  const rows: [step: Step, unanswered: string[]][] = [
    [streamed([text(result(1)), half], 'error'), ['line-0002']],
    [streamed([text(result(1))]), ['line-0002']],
    [streamed([text(result(1)), half]), ['line-0002']],
    [streamed([]), ['line-0001', 'line-0002']],
  ];
  for (const [step, unanswered] of rows) {
    const { client } = setup([step]);
    const { keys, error } = await drain(client.batches.send([line(1), line(2)]));
    assert.deepEqual(keys, unanswered.length === 1 ? ['line-0001'] : []);
    assert.ok(error instanceof BatchInterruptedError);
    assert.ok(error instanceof NetworkError);
    assert.deepEqual([error.code, error.unanswered], ['network.interrupted', unanswered]);
  }
});

test('a batch that never got through is sent again by itself', async () => {
  const { client, sent } = setup([cut, json({}, 503), streamed([text(result(1))])]);
  assert.deepEqual((await drain(client.batches.send([line(1)]))).keys, ['line-0001']);
  assert.equal(new Set(sent.map((s) => s.body)).size, 1);
});

test('a batch cut behind its last answer has lost nothing, and goes on', async () => {
  const { client } = setup([streamed([text(result(1))], 'error'), streamed([text(result(2))])], {
    batch: { lines: 1 },
  });
  assert.deepEqual(await drain(client.batches.send([line(1), line(2)])), {
    keys: ['line-0001', 'line-0002'],
    error: undefined,
  });
});

test('a line too long is refused where it is the one that is open, never where it may be one of several', async () => {
  const unread: BatchResult = { key: '', status: 413, problem: { code: 'body.tooLarge' } };
  const alone = setup([streamed([text(result(1), unread)])]);
  const results: BatchResult[] = [];
  for await (const each of alone.client.batches.send([line(1), line(2)])) results.push(each);
  assert.deepEqual(results, [result(1), { ...unread, key: 'line-0002' }]);
  for (const answers of [[unread, result(2)], [unread]]) {
    const { client } = setup([streamed([text(...answers)])]);
    const { error } = await drain(client.batches.send([line(1), line(2), line(3)]));
    const { unanswered } = error as BatchInterruptedError;
    assert.ok(unanswered.includes('line-0001') && unanswered.includes('line-0003'));
  }
  // What this client sends is text and JSON: whatever says it is not was damaged on the way.
  const damaged: BatchResult[] = [
    { key: '', status: 400, problem: { code: 'body.notJson' } },
    { key: '', status: 201, receipt },
  ];
  for (const answer of damaged) {
    const { client } = setup([streamed([text(answer)])]);
    const { error } = await drain(client.batches.send([line(1)]));
    assert.deepEqual((error as BatchInterruptedError).unanswered, ['line-0001']);
  }
});

test('an answer that is no contract, or a page, leaves a batch open: its lines are to be sent again', async () => {
  for (const answer of ['<!doctype html><title>Wi-Fi</title>', '{"key":"line-0001"}\n', '{"key":']) {
    const { client } = setup([streamed([answer])]);
    const { keys, error } = await drain(client.batches.send([line(1)]));
    assert.ok(error instanceof BatchInterruptedError);
    assert.deepEqual([keys, error.unanswered], [[], ['line-0001']]);
    assert.equal((error.cause as Error).name, 'InvalidResponseError');
  }
});

test('a batch whose token has expired goes out again as it was, with a new token', async () => {
  const expired = problem(401, { code: 'token.invalid' });
  const { client, sent } = setup(
    [streamed([text(result(1))]), expired, streamed([text(result(2))]), expired, expired],
    { batch: { lines: 1 }, token: ({ refresh }) => `t${refresh ? sent.length : 0}` },
  );
  const { keys, error } = await drain(client.batches.send([1, 2, 3].map(line)));
  assert.deepEqual(keys, ['line-0001', 'line-0002']);
  assert.deepEqual([(error as HttpError).status, (error as HttpError).code], [401, 'token.invalid']);
  assert.deepEqual(
    sent.map(({ request }) => request.headers.get('authorization')),
    ['Bearer t0', 'Bearer t0', 'Bearer t2', 'Bearer t2', 'Bearer t4'],
  );
  assert.deepEqual(
    sent.map(({ body }) => (JSON.parse(body) as BatchLine).key),
    ['line-0001', 'line-0002', 'line-0002', 'line-0003', 'line-0003'],
  );
});

test('a 401 of a single line is handed on like any answer', async () => {
  const expired: BatchResult = { key: 'line-0002', status: 401, problem: { code: 'token.invalid' } };
  const { client, sent } = setup([streamed([text(result(1), expired)])]);
  const results: BatchResult[] = [];
  for await (const each of client.batches.send([line(1), line(2)])) results.push(each);
  assert.deepEqual([results, sent.length], [[result(1), expired], 1]);
});

test('a batch is refused as a whole when its answer is', async () => {
  const { client } = setup([problem(403, { code: 'access.denied' })]);
  const { error } = await drain(client.batches.send([line(1)]));
  assert.equal((error as RefusedError).code, 'access.denied');
});

test('who stops listening to a batch stops the stream', async () => {
  let cancelled = false;
  const { client } = setup([
    () =>
      new Response(
        new ReadableStream<Uint8Array>({
          start: (control) => control.enqueue(new TextEncoder().encode(text(result(1)))),
          cancel: () => {
            cancelled = true;
          },
        }),
      ),
  ]);
  for await (const { key } of client.batches.send([line(1), line(2)])) {
    assert.equal(key, 'line-0001');
    break;
  }
  assert.equal(cancelled, true);
});

test('the time of a batch runs while it waits for an answer, not while an answer is worked on', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let signal: AbortSignal | undefined;
  const silent: Step = (request) => {
    signal = request.signal;
    return new Response(
      new ReadableStream<Uint8Array>({
        start(control) {
          control.enqueue(new TextEncoder().encode(text(result(1))));
          request.signal.addEventListener('abort', () => control.error(request.signal.reason));
        },
      }),
    );
  };
  const { client } = setup([silent]);
  const results = client.batches.send([line(1), line(2)], { timeoutMs: 1000 });
  assert.equal((await results.next()).value?.key, 'line-0001');
  t.mock.timers.tick(5000);
  assert.equal(signal?.aborted, false);
  const waiting = results.next();
  t.mock.timers.tick(1000);
  const error = await rejection<BatchInterruptedError>(waiting);
  assert.deepEqual(error.unanswered, ['line-0002']);
  assert.equal((error.cause as NetworkError).code, 'network.timeout');
});

/** An answer that gives one result and then nothing for ever, and heeds neither signal nor cancel. */
const deaf: Step = () =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (control) => control.enqueue(new TextEncoder().encode(text(result(1)))),
      cancel: () => new Promise(() => {}),
    }),
  );

test('the time of a batch holds also when its stream heeds neither signal nor cancel', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { client } = setup([deaf]);
  const results = client.batches.send([line(1), line(2)], { timeoutMs: 1000 });
  assert.equal((await results.next()).value?.key, 'line-0001');
  const waiting = rejection<BatchInterruptedError>(results.next());
  t.mock.timers.tick(1000);
  const error = await waiting;
  assert.deepEqual(
    [error.unanswered, (error.cause as NetworkError).code],
    [['line-0002'], 'network.timeout'],
  );
});

test('who gives up a batch is heard also when its stream heeds neither signal nor cancel', async () => {
  const { client } = setup([deaf]);
  const control = new AbortController();
  const results = client.batches.send([line(1), line(2)], { signal: control.signal });
  assert.equal((await results.next()).value?.key, 'line-0001');
  const waiting = rejection(results.next());
  const reason = new Error('enough');
  control.abort(reason);
  assert.equal(await waiting, reason);
});
