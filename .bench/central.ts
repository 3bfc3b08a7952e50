import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';

/**
 * Answers as the central record API does to a queue that sends: every line of a batch is done. It stands outside of the
 * browser, so that its own work is not taken for the page's.
 */
export function answerAsCentral(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.endsWith('/checkpoint')) {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end('{"highest":null}');
    return;
  }
  if (request.url !== '/central/v1/batches') {
    request.resume();
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/x-ndjson');
  const at = new Date().toISOString();
  createInterface({ input: request })
    .on('line', (line) => {
      const { key } = JSON.parse(line) as { key: string };
      response.write(
        `${JSON.stringify({ key, status: 201, receipt: { pid: `pid-${key}`, version: 1, at } })}\n`,
      );
    })
    .on('close', () => response.end());
}
