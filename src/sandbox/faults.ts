import { textLines } from '../client/index.ts';
import type { EndpointName } from '../client/index.ts';
import { Refusal, problemOf } from './problem.ts';
import type { ProblemCode } from './problem.ts';

/** What goes wrong before a call is done, or after it was done and before it is answered. Either may throw `ConnectionDropped`. */
export interface Faults {
  readonly before?: (name: EndpointName, request: Request) => Promise<Response | void> | Response | void;
  readonly after?: (name: EndpointName, response: Response) => Promise<Response> | Response;
}

/** Thrown by a fault: the connection is gone. The sandbox's `fetch` rejects with it, over HTTP the socket is closed. */
export class ConnectionDropped extends TypeError {
  override name = 'ConnectionDropped';

  constructor() {
    super('The connection was dropped');
  }
}

/**
 * Faults by the moment they strike. `before.…`: nothing was done; `after.…`: it was done and stands. The numbers are
 * statuses of pages as proxies give them, without a problem document; `401`, `429` (with `Retry-After`) and `problem`
 * (500) come with one. `portal` = a log-in page with status 200. `truncated` breaks off in the middle of the body,
 * `notJson` ends there as if it were whole. `cutLines` cuts a batch behind some lines, `cutLine` inside one: what was
 * answered is done, what comes behind may be done or not.
 */
export const faultKinds = [
  'before.drop',
  'before.portal',
  'before.401',
  'before.409',
  'before.412',
  'before.429',
  'before.500',
  'before.problem',
  'before.503',
  'after.drop',
  'after.late',
  'after.500',
  'after.problem',
  'after.504',
  'after.notJson',
  'after.truncated',
  'after.cutLines',
  'after.cutLine',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How often what goes wrong. */
export interface RandomFaultsOptions {
  /** A number in [0, 1); the same numbers make the same faults. */
  readonly random: () => number;
  /**
   * Share of calls each fault strikes: of all calls for `before.…`, of those that were done for `after.…`; neither may
   * come to more than 1. `cutLines` and `cutLine` strike batches only.
   */
  readonly rates: { readonly [K in FaultKind]?: number };
  /** Waits before a late answer. Default one minute. */
  readonly wait?: () => Promise<void>;
  /** Told of every fault, for tests that must know whether there was one. */
  readonly onFault?: (kind: FaultKind, name: EndpointName) => void;
}

const page = (status: number, title: string): Response =>
  new Response(`<!doctype html><title>${title}</title><p>${title}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

function problem(code: ProblemCode, status?: number, headers: Record<string, string> = {}): Response {
  const document = { ...problemOf(new Refusal(code), false), ...(status ? { status } : {}) };
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** A body that gives its pieces one by one and ends, or breaks. */
function streamed(pieces: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(control) {
        const { done, value } = await pieces.next();
        if (done) control.close();
        else control.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    // Nothing is read ahead: what stands in front of the break arrives.
    { highWaterMark: 0 },
  );
}

// The header keeps an HTTP server from waiting for the end in order to count the bytes.
function broken(response: Response, pieces: AsyncIterator<string>): Response {
  const headers = new Headers(response.headers);
  headers.set('transfer-encoding', 'chunked');
  return new Response(streamed(pieces), { status: response.status, headers });
}

async function* firstHalf(text: string): AsyncGenerator<string> {
  yield text.slice(0, text.length / 2);
  throw new ConnectionDropped();
}

async function* cutLines(body: ReadableStream<Uint8Array>, inside: boolean, random: () => number) {
  const lines = textLines(body);
  let line = await lines.next();
  while (!line.done) {
    const next = await lines.next();
    if (next.done || random() < 0.25) {
      // A server may go on with the rest although nobody hears of it, or stop.
      if (random() < 0.5) while (!(await lines.next()).done);
      else await lines.return(undefined);
      if (inside) yield line.value.slice(0, line.value.length / 2);
      throw new ConnectionDropped();
    }
    yield `${line.value}\n`;
    line = next;
  }
  throw new ConnectionDropped();
}

const minute = () => new Promise<void>((resolve) => setTimeout(resolve, 60_000));

/** Faults at random for tests of whatever talks to a sandbox: at most one before and one after each call. */
export function randomFaults({ random, rates, wait = minute, onFault }: RandomFaultsOptions): Faults {
  const of = (moment: string) => faultKinds.filter((kind) => kind.startsWith(moment));
  for (const moment of ['before', 'after']) {
    const shares = of(moment).map((kind) => rates[kind] ?? 0);
    if (!(shares.every((share) => share >= 0) && shares.reduce((a, b) => a + b) <= 1 + 1e-9))
      throw new RangeError(`rates of ${moment} must be 0 or more and together 1 at most`);
  }

  function drawn(moment: string, name: EndpointName): FaultKind | undefined {
    let left = random();
    const kind = of(moment).find((each) => (left -= rates[each] ?? 0) < 0);
    if (!kind || (kind.startsWith('after.cut') && name !== 'batch.send')) return undefined;
    onFault?.(kind, name);
    return kind;
  }

  return {
    before(name) {
      switch (drawn('before', name)) {
        case 'before.drop':
          throw new ConnectionDropped();
        case 'before.portal':
          return page(200, 'Đăng nhập Wi-Fi');
        case 'before.401':
          return problem('token.invalid', 401, { 'www-authenticate': 'Bearer' });
        case 'before.409':
          return page(409, 'Conflict');
        case 'before.412':
          return page(412, 'Precondition Failed');
        case 'before.429':
          return problem('server.busy', 429, { 'retry-after': '1' });
        case 'before.500':
          return page(500, 'Internal Server Error');
        case 'before.problem':
          return problem('server.failed');
        case 'before.503':
          return page(503, 'Service Unavailable');
      }
    },
    async after(name, response) {
      const kind = drawn('after', name);
      if (!kind) return response;
      const { status, headers } = response;
      if (kind === 'after.cutLines' || kind === 'after.cutLine')
        return broken(response, cutLines(response.body!, kind === 'after.cutLine', random));
      // The lines of a batch are done as they are read.
      const text = await response.text();
      switch (kind) {
        case 'after.late':
          await wait();
          return new Response(text, { status, headers });
        case 'after.500':
          return page(500, 'Internal Server Error');
        case 'after.problem':
          return problem('server.failed');
        case 'after.504':
          return page(504, 'Gateway Time-out');
        case 'after.notJson':
          return new Response(text.slice(0, text.length / 2), { status, headers });
        case 'after.truncated':
          return broken(response, firstHalf(text));
        default:
          throw new ConnectionDropped();
      }
    },
  };
}
