import type { Issue } from '../schema/index.ts';
import type { Problem } from './wire.ts';

/** Everything the client throws. `code` is stable; the message holds no value, address or id of anyone. */
export class HealthRecordError extends Error {
  override name = 'HealthRecordError';
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(`${message} (${code})`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** No definite answer: `network.failed`, `network.timeout`, `network.interrupted`. The same request may be sent again. */
export class NetworkError extends HealthRecordError {
  override name = 'NetworkError';

  constructor(code: string, cause?: unknown) {
    super(code, 'The server did not answer', cause);
  }
}

/** A batch whose answer was cut off: `unanswered` holds the keys of the lines to send again. */
export class BatchInterruptedError extends NetworkError {
  override name = 'BatchInterruptedError';
  readonly unanswered: readonly string[];

  constructor(unanswered: readonly string[], cause?: unknown) {
    super('network.interrupted', cause);
    this.unanswered = unanswered;
  }
}

/** The server answered with an error. `retryAfterMs` where it named a time. */
export class HttpError extends HealthRecordError {
  override name = 'HttpError';
  readonly status: number;
  readonly problem: Problem | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, problem: Problem | undefined, message: string, retryAfterMs?: number) {
    // A foreign server's code goes into the message only if it looks like one.
    const code = problem && /^[a-zA-Z]+(\.[a-zA-Z]+)*$/.test(problem.code) ? problem.code : `http.${status}`;
    super(code, message);
    this.status = status;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Something else stands there already: `record.changed` (409/412, `current` = what stands), `person.exists`, `row.exists`. */
export class ConflictError extends HttpError {
  override name = 'ConflictError';
  readonly current: { readonly etag: string; readonly version: number } | undefined;
  /** The record of the person who is known already, if the caller may see it. */
  readonly pid: string | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(status, problem, 'Something else stands there already');
    const version = problem?.version;
    this.current = version === undefined ? undefined : { etag: `"${version}"`, version };
    this.pid = problem?.pid;
  }
}

/** The server will not take it: a right or consent is missing (403), or the values were judged wrong (422: `issues`). */
export class RefusedError extends HttpError {
  override name = 'RefusedError';
  readonly issues: readonly Issue[];

  constructor(status: number, problem: Problem | undefined) {
    super(status, problem, 'The server refused the request');
    this.issues = problem?.issues ?? [];
  }
}

/** The answer is not what the contract says. `issues` name the places, never the values. */
export class InvalidResponseError extends HealthRecordError {
  override name = 'InvalidResponseError';
  readonly issues: readonly { readonly path: string; readonly code: string }[];

  constructor(issues: readonly { path: string; code: string }[], cause?: unknown) {
    super('response.invalid', 'The answer does not follow the contract', cause);
    this.issues = issues;
  }
}
