import assert from 'node:assert/strict';
import test from 'node:test';
import { NetworkError } from './errors.ts';
import type { HttpError } from './errors.ts';
import { cut, json, loaded, problem, receipt, record, rejection, setup } from './test-script.ts';
import type { Step } from './test-script.ts';

test('a key that was not given is made, and stays the same over all attempts, like the body', async () => {
  const { client, sent, waits } = setup([
    cut,
    json({}, 503),
    problem(429, { code: 'server.busy' }),
    json(receipt),
  ]);
  assert.deepEqual(await client.records.create(record), receipt);
  assert.equal(new Set(sent.map((s) => s.request.headers.get('idempotency-key'))).size, 1);
  assert.match(sent[0]!.request.headers.get('idempotency-key')!, /^[0-9a-z]{24}$/);
  assert.equal(new Set(sent.map((s) => s.body)).size, 1);
  // Half of 300, 600 and 1,200 ms: the random number is 0.5.
  assert.deepEqual(waits, [150, 300, 600]);
});

test('keys made one after another differ', () => {
  const { client } = setup([], { random: undefined });
  const keys = Array.from({ length: 50 }, () => client.newKey());
  assert.equal(new Set(keys).size, 50);
  for (const key of keys) assert.match(key, /^[0-9a-z]{24}$/);
});

test('what is not to be repeated is not repeated', async () => {
  for (const status of [400, 403, 404, 409, 412, 413, 422, 500, 501]) {
    const { client, sent } = setup([problem(status, { code: 'x.y' })]);
    assert.equal((await rejection<HttpError>(client.records.load('p1'))).status, status);
    assert.equal(sent.length, 1);
  }
});

test('after the last attempt the last error is thrown', async () => {
  const lost = setup([cut, cut, cut, cut]);
  const error = await rejection(lost.client.records.load('p1'));
  assert.ok(error instanceof NetworkError);
  assert.equal(error.code, 'network.failed');
  assert.ok(error.cause instanceof TypeError);
  assert.equal(lost.sent.length, 4);
  const busy = setup([json({}, 503), json({}, 503)], { retry: { attempts: 1 } });
  assert.equal((await rejection<HttpError>(busy.client.records.load('p1'))).status, 503);
  const never = setup([cut], { retry: false });
  assert.equal((await rejection(never.client.records.load('p1'))).code, 'network.failed');
});

test('Retry-After is honoured in seconds and as a date; one too long is left to the caller', async () => {
  const rows: [header: string, wait: number | undefined][] = [
    ['2', 2150],
    ['Sat, 21 Nov 2026 01:00:05 GMT', 5150],
    ['Sat, 21 Nov 2026 00:00:00 GMT', 150],
    ['soon', 150],
    ['3600', undefined],
  ];
  for (const [header, wait] of rows) {
    const { client, waits } = setup([json({}, 503, { 'retry-after': header }), json(loaded)]);
    if (wait === undefined) {
      assert.equal((await rejection<HttpError>(client.records.load('p1'))).retryAfterMs, 3_600_000);
    } else {
      await client.records.load('p1');
      assert.deepEqual(waits, [wait], header);
    }
  }
});

test('an answer that does not come in time is a time-out, also in the middle of its body', async () => {
  const silent: Step = (request) =>
    new Promise((_, reject) =>
      request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
    );
  const stuck: Step = (request) =>
    new Response(
      new ReadableStream({
        start(control) {
          control.enqueue(new TextEncoder().encode('{"pid":'));
          request.signal.addEventListener('abort', () => control.error(request.signal.reason));
        },
      }),
    );
  // A step (or an interceptor) that does not heed the signal is bound by it all the same.
  const deaf: Step = () => new Promise(() => {});
  const endless: Step = () => new Response(new ReadableStream({ start() {} }));
  for (const step of [silent, stuck, deaf, endless]) {
    const { client } = setup([step], { retry: false });
    const error = await rejection(client.records.load('p1', { timeoutMs: 5 }));
    assert.ok(error instanceof NetworkError);
    assert.equal(error.code, 'network.timeout');
  }
});

test('a call that is aborted rejects with the reason, before, during and between attempts', async () => {
  const reason = new Error('the person went away');
  const before = setup([]);
  assert.equal(
    await rejection(before.client.records.load('p1', { signal: AbortSignal.abort(reason) })),
    reason,
  );
  assert.equal(before.sent.length, 0);
  const during = new AbortController();
  const silent: Step = (request) =>
    new Promise((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      during.abort(reason);
    });
  const stopped = setup([silent]);
  assert.equal(await rejection(stopped.client.records.load('p1', { signal: during.signal })), reason);
  assert.deepEqual(stopped.waits, []);
  const between = new AbortController();
  const busy = setup([json({}, 503)], {
    wait: undefined,
    random: () => 0.999,
    retry: { baseMs: 60_000, maxMs: 60_000 },
  });
  const waiting = rejection(busy.client.records.load('p1', { signal: between.signal }));
  setImmediate(() => between.abort(reason));
  assert.equal(await waiting, reason);
});

test('all that fail with one token share one refresh, and each is sent once more', async () => {
  const asked: boolean[] = [];
  let good = 't1';
  const { client, sent } = setup([], {
    token: async ({ refresh }) => {
      asked.push(refresh);
      if (refresh) good = 't2';
      return good;
    },
    fetch: async (request) => {
      await Promise.resolve();
      return request.headers.get('authorization') === 'Bearer t2'
        ? json(loaded)()
        : problem(401, { code: 'token.invalid' })();
    },
  });
  await Promise.all([1, 2, 3, 4, 5].map((n) => client.records.load(`p${n}`)));
  assert.deepEqual(asked, [false, true]);
  await client.records.load('p6');
  assert.deepEqual(asked, [false, true]);
  assert.equal(sent.length, 0);
});

test('a request that fails late with the old token takes the new one without another refresh', async () => {
  const asked: boolean[] = [];
  let release: (() => void) | undefined;
  const late = new Promise<void>((resolve) => (release = resolve));
  const { client } = setup([], {
    token: ({ refresh }) => {
      asked.push(refresh);
      return refresh ? 't2' : 't1';
    },
    fetch: async (request) => {
      const fresh = request.headers.get('authorization') === 'Bearer t2';
      if (request.url.endsWith('late') && !fresh) await late;
      return fresh ? json(loaded)() : problem(401, { code: 'token.invalid' })();
    },
  });
  const slow = client.records.load('late');
  await client.records.load('p1');
  release!();
  await slow;
  assert.deepEqual(asked, [false, true]);
});

test('a second 401 after the refresh is thrown; a fixed token is not asked for again', async () => {
  const no = problem(401, { code: 'token.invalid' });
  const asked: boolean[] = [];
  const token = ({ refresh }: { refresh: boolean }) => {
    asked.push(refresh);
    return 't';
  };
  const renewed = setup([no, no], { token });
  assert.equal((await rejection<HttpError>(renewed.client.records.load('p1'))).status, 401);
  assert.deepEqual(asked, [false, true]);
  // The refresh is no attempt: the one that is left is still there for a busy server.
  const busy = setup([no, json({}, 503), json(loaded)], { token, retry: { attempts: 1 } });
  assert.equal((await busy.client.records.load('p1')).version, 2);
  const fixed = setup([no]);
  assert.equal((await rejection<HttpError>(fixed.client.records.load('p1'))).code, 'token.invalid');
});

test('a token that cannot be had is said, and asked for again the next time', async () => {
  let online = false;
  const { client } = setup([json(loaded)], {
    token: () => {
      if (!online) throw new Error('login closed');
      return 't';
    },
  });
  const error = await rejection(client.records.load('p1'));
  assert.equal(error.code, 'token.unavailable');
  assert.equal((error.cause as Error).message, 'login closed');
  online = true;
  assert.equal((await client.records.load('p1')).version, 2);
});

test('an interceptor sees every request by its name and may answer it, change it or hand it on', async () => {
  const names: string[] = [];
  const { client, sent } = setup([json(loaded)], {
    intercept: (name, request, next) => {
      names.push(name);
      if (name === 'person.lookup') return json({ candidates: [] })();
      const headers = new Headers(request.headers);
      headers.set('x-his', '1');
      return next(new Request(request, { headers }));
    },
  });
  await client.persons.lookup({ identifier: { kind: 'citizenId', number: '001190990001' } });
  await client.records.load('p1');
  assert.deepEqual(names, ['person.lookup', 'record.load']);
  assert.deepEqual(
    sent.map((s) => s.request.headers.get('x-his')),
    ['1'],
  );
});

test('clients side by side share nothing', async () => {
  const a = setup([json(loaded)], { token: () => 'a', baseUrl: 'http://a.test' });
  const b = setup([json(loaded)], { token: () => 'b', baseUrl: 'http://b.test/' });
  await Promise.all([a.client.records.load('p1'), b.client.records.load('p1')]);
  const of = ({ sent }: typeof a) => [sent[0]!.request.url, sent[0]!.request.headers.get('authorization')];
  assert.deepEqual(of(a), ['http://a.test/v1/records/p1', 'Bearer a']);
  assert.deepEqual(of(b), ['http://b.test/v1/records/p1', 'Bearer b']);
});
