import { http } from 'msw';
import type { HttpHandler } from 'msw';
import { ConnectionDropped, createMemoryStore, createSandbox } from '../sandbox/index.ts';
import type { Sandbox, SandboxOptions } from '../sandbox/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { samplePeople } from './samples.ts';

/** Where the pretend server stands, who has a record there, and how it behaves. */
export interface HandlerOptions extends Partial<SandboxOptions> {
  /** The `baseUrl` of the client under test, absolute or relative to the page. */
  readonly baseUrl: string;
  /** Records that stand there at the beginning; default the made-up people. */
  readonly people?: readonly HealthRecord[];
  /** The facility those records belong to. Default `TYT-01`. */
  readonly facility?: string;
}

async function fill(
  sandbox: Sandbox,
  base: string,
  facility: string,
  people: readonly HealthRecord[],
): Promise<void> {
  for (const [n, person] of people.entries()) {
    const response = await sandbox.fetch(
      new Request(`http://sandbox${base}/v1/records`, {
        method: 'POST',
        headers: {
          authorization: `Bearer demo:nurse:${facility}:sample`,
          'content-type': 'application/json',
          'idempotency-key': `sample-${n}`,
        },
        body: JSON.stringify(person),
      }),
    );
    if (!response.ok) throw new Error(`sample ${n} was not taken: ${response.status}`);
  }
}

/** msw handlers that answer as a central record API, from memory: for stories and for integrators' tests. */
export function handlers(options: HandlerOptions): HttpHandler[] {
  const { baseUrl, people = samplePeople(), facility = 'TYT-01' } = options;
  const root = baseUrl.replace(/\/+$/, '');
  const basePath = new URL(root, 'http://sandbox').pathname.replace(/\/$/, '');
  // The people are written with demo tokens, whatever the host verifies later.
  const { verifyToken, faults, ...rest } = options;
  const shared = { store: createMemoryStore(), basePath, ...rest };
  const sandbox = createSandbox({
    ...shared,
    ...(verifyToken ? { verifyToken } : {}),
    ...(faults ? { faults } : {}),
  });
  let filled: Promise<void> | undefined;
  return [
    http.all(`${root}/*`, async ({ request }) => {
      await (filled ??= fill(createSandbox(shared), basePath, facility, people));
      try {
        return await sandbox.fetch(request);
      } catch (error) {
        // An error thrown here would be answered as a 500; a connection that is gone has no answer.
        if (error instanceof ConnectionDropped) return Response.error();
        throw error;
      }
    }),
  ];
}
