import { createClient } from './client.ts';
import type { ClientOptions } from './client.ts';
import type { HealthRecordError } from './errors.ts';

export const receipt = { pid: 'p1', version: 2, at: '2026-11-21T01:00:00Z' };
export const record = {
  schemaVersion: 1,
  capturedOn: '2026-11-20',
  administrative: { fullName: 'Nguyễn Thị Đào' },
};
export const loaded = { ...receipt, by: 'lan', facility: 'TYT-01', action: 'record.patch', record };

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
export const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  json(body, status, { 'content-type': 'application/problem+json', ...headers });
export const cut = () => Promise.reject(new TypeError('fetch failed'));

export type Step = (request: Request) => Response | Promise<Response>;

/** A client whose server answers by a script, and what was sent and waited for. */
export function setup(steps: Step[], options: Partial<ClientOptions> = {}) {
  const sent: { request: Request; body: string }[] = [];
  const waits: number[] = [];
  const client = createClient({
    baseUrl: 'http://central.test/api',
    token: 't1',
    random: () => 0.5,
    now: () => Date.parse('2026-11-21T01:00:00Z'),
    wait: async (ms) => {
      waits.push(ms);
    },
    fetch: async (request) => {
      sent.push({ request, body: await request.clone().text() });
      const step = steps.shift();
      if (!step) throw new Error('the script has ended');
      return step(request);
    },
    ...options,
  });
  return { client, sent, waits };
}

export async function rejection<T extends Error = HealthRecordError>(promise: Promise<unknown>): Promise<T> {
  try {
    await promise;
  } catch (error) {
    return error as T;
  }
  throw new Error('nothing was thrown');
}
