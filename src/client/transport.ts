import type { EndpointName } from './endpoints.ts';
import { ConflictError, HealthRecordError, HttpError, NetworkError, RefusedError } from './errors.ts';
import { Problem } from './wire.ts';

/** Sees every request by its name; may change it, answer itself, or hand it on with `next`. */
export type Intercept = (
  name: EndpointName,
  request: Request,
  next: (request: Request) => Promise<Response>,
) => Promise<Response> | Response;

/** Retries of requests that are safe to repeat: full jitter over `baseMs · 2ⁿ`, at most `maxMs`; a longer `Retry-After` ends it. */
export interface RetryOptions {
  readonly attempts?: number;
  readonly baseMs?: number;
  readonly maxMs?: number;
}

/** How a client reaches its server. Everything that is not pure can be given from outside. */
export interface TransportOptions {
  /** The bearer token, or a function that gives it and is asked once more with `refresh` after a 401. */
  readonly token: string | ((options: { readonly refresh: boolean }) => string | Promise<string>);
  readonly fetch?: ((request: Request) => Promise<Response> | Response) | undefined;
  /** Milliseconds one attempt may take; for a stream: between two pieces. Default 30,000. */
  readonly timeoutMs?: number | undefined;
  /** Retries; `false` for none. Default 3 attempts after the first. */
  readonly retry?: RetryOptions | false | undefined;
  readonly intercept?: Intercept | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** A number in [0, 1). Default from `crypto.getRandomValues`. */
  readonly random?: (() => number) | undefined;
  /** Waits between attempts; rejects when the signal is aborted. */
  readonly wait?: ((ms: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

/** One request before it has a token. */
export interface Outgoing {
  readonly name: EndpointName;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** False for a call that needs no token. */
  readonly authorized: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
}

/** Time and abort of one attempt: `touch` starts the time anew, `rest` halts it, `end` frees it, `fault` says what an error means. */
export interface Lease {
  /** The work, or a rejection as soon as time is over or the caller gives up, whether the work heeds the signal or not. */
  bound<T>(work: Promise<T>): Promise<T>;
  touch(): void;
  rest(): void;
  end(): void;
  fault(error: unknown): unknown;
}

const again = [429, 502, 503, 504];

/** A random number from the platform; unlike `randomUUID` it is there on plain http origins too. */
export const platformRandom = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

interface Span extends Lease {
  readonly signal: AbortSignal;
}

function lease(timeoutMs: number, outer: AbortSignal | undefined): Span {
  const control = new AbortController();
  const over = new Promise<never>((_, reject) => {
    control.signal.addEventListener('abort', () => reject(control.signal.reason as Error), { once: true });
  });
  // Where nothing waits for it any more nobody has to hear of it.
  over.catch(() => {});
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => control.abort(outer?.reason);
  outer?.addEventListener('abort', stop, { once: true });
  return {
    signal: control.signal,
    bound: (work) => Promise.race([work, over]),
    touch() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        late = true;
        control.abort();
      }, timeoutMs);
    },
    rest: () => clearTimeout(timer),
    end() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', stop);
    },
    fault(error) {
      if (outer?.aborted) return outer.reason;
      if (error instanceof HealthRecordError) return error;
      return late ? new NetworkError('network.timeout') : new NetworkError('network.failed', error);
    },
  };
}

/** Milliseconds to wait by a `Retry-After` header, in seconds or as an HTTP date. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

// Only a problem document is a definite answer: a proxy's or a hotel network's error page is not.
async function failure(response: Response, waitMs: number | undefined): Promise<HttpError> {
  const { status } = response;
  let problem: Problem | undefined;
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const read = Problem.safeParse(await response.json().catch(() => undefined));
    if (read.success) problem = read.data;
  }
  if (problem && (status === 409 || status === 412)) return new ConflictError(status, problem);
  if (problem && (status === 403 || status === 422)) return new RefusedError(status, problem);
  return new HttpError(status, problem, 'The server answered with an error', waitMs);
}

/** Sends requests with token, time-outs and retries. Holds the token and nothing else. */
export function createTransport(options: TransportOptions) {
  const {
    token,
    fetch = (request: Request) => globalThis.fetch(request),
    now = () => Date.now(),
    random = platformRandom,
    wait = pause,
  } = options;
  const retry = { attempts: 3, baseMs: 300, maxMs: 20_000, ...(options.retry || {}) };
  const attempts = options.retry === false ? 0 : retry.attempts;
  let held: Promise<string> | undefined;

  const ask = (refresh: boolean): Promise<string> => {
    const asked = (async () => (typeof token === 'string' ? token : token({ refresh })))().catch(
      (error: unknown) => {
        // The next request asks anew.
        if (held === asked) held = undefined;
        throw new HealthRecordError('token.unavailable', 'The host gave no token', error);
      },
    );
    held = asked;
    return asked;
  };

  // All that failed with the same token share one refresh; whoever comes later takes the new one.
  const renew = async (used: string | undefined): Promise<boolean> => {
    if (typeof token === 'string') return false;
    const stands = held;
    if (stands && (await stands) !== used) return true;
    await (held === stands || !held ? ask(true) : held);
    return true;
  };

  const next = async (request: Request): Promise<Response> => fetch(request);

  /** Sends until there is an answer that `read` accepts. `read` may keep the lease to go on reading a stream. */
  async function exchange<T>(
    out: Outgoing,
    read: (response: Response, lease: Lease) => Promise<T>,
    keepLease = false,
  ): Promise<T> {
    let renewed = false;
    for (let turn = 0; ; turn++) {
      if (out.signal?.aborted) throw out.signal.reason;
      const bearer = out.authorized ? await (held ?? ask(false)) : undefined;
      const span = lease(out.timeoutMs ?? options.timeoutMs ?? 30_000, out.signal);
      let error: unknown;
      let kept = false;
      span.touch();
      try {
        const request = new Request(out.url, {
          method: out.method,
          headers: bearer === undefined ? out.headers : { ...out.headers, authorization: `Bearer ${bearer}` },
          body: out.body ?? null,
          signal: span.signal,
          cache: 'no-store',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
        });
        const response = await span.bound(
          Promise.resolve(options.intercept ? options.intercept(out.name, request, next) : next(request)),
        );
        if (response.ok) {
          const result = await span.bound(read(response, span));
          kept = keepLease;
          return result;
        }
        error = await span.bound(failure(response, retryAfter(response.headers.get('retry-after'), now())));
      } catch (thrown) {
        error = span.fault(thrown);
      } finally {
        if (!kept) span.end();
      }
      if (error instanceof HttpError && error.status === 401 && !renewed && (await renew(bearer))) {
        renewed = true;
        turn--;
        continue;
      }
      const named = error instanceof HttpError ? error.retryAfterMs : undefined;
      const transient =
        error instanceof HttpError ? again.includes(error.status) : error instanceof NetworkError;
      if (!transient || turn >= attempts || (named !== undefined && named > retry.maxMs)) throw error;
      const jitter = random() * Math.min(retry.maxMs, retry.baseMs * 2 ** turn);
      await wait(named === undefined ? jitter : named + jitter, out.signal);
    }
  }
  return { exchange, random };
}
