/** Looks on while the lines of a batch are answered. */
export interface Onlooker {
  readonly begun: () => void;
  readonly line: () => void;
  readonly ended: () => void;
}

export const contentTypeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0]!.trim();

/** The same answer, with each line and its end told. */
export function counted(response: Response, { begun, line, ended }: Onlooker): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  let isOver = false;
  const over = (): void => {
    if (!isOver) ended();
    isOver = true;
  };
  begun();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(control) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            over();
            control.close();
            return;
          }
          for (const byte of value) if (byte === 10) line();
          control.enqueue(value);
        } catch (error) {
          over();
          control.error(error);
        }
      },
      cancel(reason) {
        over();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead: a line counts when it goes out.
    { highWaterMark: 0 },
  );
  return new Response(body, { status: response.status, headers: response.headers });
}
