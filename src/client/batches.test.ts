import assert from 'node:assert/strict';
import test from 'node:test';
import { BatchInterruptedError, NetworkError } from './errors.ts';
import type { RefusedError } from './errors.ts';
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
