import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ndjsonChunks, textLines } from './ndjson.ts';

async function list<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const stream = (pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(control) {
      for (const piece of pieces) control.enqueue(piece);
      control.close();
    },
  });

test('bodies hold no more lines and bytes than asked, and every line once', async () => {
  const chunks = await list(ndjsonChunks(['a', 'b', 'c', 'd', 'e'], 2, 1000));
  assert.deepEqual(
    chunks.map((c) => c.body),
    ['"a"\n"b"\n', '"c"\n"d"\n', '"e"\n'],
  );
  assert.deepEqual(
    chunks.map((c) => c.items),
    [['a', 'b'], ['c', 'd'], ['e']],
  );
  // "ế" is three bytes: with quotes and line end six.
  assert.deepEqual(
    (await list(ndjsonChunks(['ế', 'ế', 'ế'], 9, 12))).map((c) => c.items.length),
    [2, 1],
  );
  assert.deepEqual(
    (await list(ndjsonChunks(['x'.repeat(50), 'a'], 9, 12))).map((c) => c.items.length),
    [1, 1],
  );
  assert.deepEqual(await list(ndjsonChunks([], 9, 12)), []);
});

test('lines are taken from a source only as they are needed', async () => {
  let taken = 0;
  async function* source(): AsyncGenerator<number> {
    while (true) yield taken++;
  }
  const chunks = ndjsonChunks(source(), 3, 1000);
  await chunks.next();
  assert.equal(taken, 4);
  await chunks.return(undefined);
});

test('a text comes out as the same lines however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.array(fc.nat({ max: 40 })),
      fc.boolean(),
      async (texts, cuts, lastEnd) => {
        const lines = texts.map((text) => JSON.stringify(text));
        const bytes = new TextEncoder().encode(lines.join('\n') + (lastEnd && lines.length ? '\n' : ''));
        const pieces = [];
        let from = 0;
        for (const cut of cuts) pieces.push(bytes.subarray(from, (from += cut)));
        pieces.push(bytes.subarray(from));
        assert.deepEqual(await list(textLines(stream(pieces))), lines);
      },
    ),
  );
});

test('a line longer than allowed is an error as soon as it is too long', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read = (...pieces: string[]) => list(textLines(stream(pieces.map(bytes)), { limit: 3 }));
  assert.deepEqual(await read('abc\nde'), ['abc', 'de']);
  await assert.rejects(read('ab\nabcd\n'), RangeError);
  await assert.rejects(read('abcd'), RangeError);
  await assert.rejects(read('ab', 'cd', 'ef'), RangeError);
});

test('bytes that are no text are an error', async () => {
  await assert.rejects(list(textLines(stream([new Uint8Array([0x22, 0xff, 0x22, 0x0a])]))), TypeError);
  await assert.rejects(list(textLines(stream([new Uint8Array([0x22, 0xe1, 0xba])]))), TypeError);
});
