/** Splits lines into request bodies of at most `maxLines` lines and `maxBytes` bytes; a longer line goes alone. */
export async function* ndjsonChunks<T>(
  items: Iterable<T> | AsyncIterable<T>,
  maxLines: number,
  maxBytes: number,
): AsyncGenerator<{ readonly body: string; readonly items: readonly T[] }> {
  const encoder = new TextEncoder();
  let body = '';
  let bytes = 0;
  let held: T[] = [];
  for await (const item of items) {
    const line = `${JSON.stringify(item)}\n`;
    const size = encoder.encode(line).length;
    if (held.length && (held.length >= maxLines || bytes + size > maxBytes)) {
      yield { body, items: held };
      [body, bytes, held] = ['', 0, []];
    }
    body += line;
    bytes += size;
    held.push(item);
  }
  if (held.length) yield { body, items: held };
}

/** Reads pieces of a stream. A client's clock runs only while it waits for one. */
export type ReadPiece = (reader: ReadableStreamDefaultReader<Uint8Array>) => ReturnType<typeof reader.read>;

/** The lines of a stream as they come, blank ones left out. A line of more than `limit` characters is a RangeError. */
export async function* textLines(
  stream: ReadableStream<Uint8Array>,
  {
    limit = Infinity,
    read = (reader) => reader.read(),
  }: { readonly limit?: number; readonly read?: ReadPiece } = {},
): AsyncGenerator<string> {
  const reader = stream.getReader();
  // Bytes that are no text are an error: a replaced letter would be a changed record.
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let ended = false;
  try {
    while (!ended) {
      const piece = await read(reader);
      ended = piece.done;
      rest += piece.value ? decoder.decode(piece.value, { stream: true }) : decoder.decode();
      const lines = rest.split('\n');
      rest = ended ? '' : lines.pop()!;
      for (const line of lines) {
        if (line.length > limit) throw new RangeError('line too long');
        if (line.trim()) yield line;
      }
      if (rest.length > limit) throw new RangeError('line too long');
    }
  } finally {
    // Nobody waits for a stream to say that it has stopped: it may never do.
    if (!ended) reader.cancel().catch(() => {});
  }
}
