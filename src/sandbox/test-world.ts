import { createClient } from '../client/index.ts';
import type { Client, ClientOptions } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { createMemoryStore, createSandbox } from './index.ts';
import type { Sandbox, SandboxOptions } from './index.ts';

/** 21 November 2026, 8 o'clock in Hà Nội. */
export const start = Date.parse('2026-11-21T01:00:00Z');

/** A sandbox with a clock that a test sets, and clients of it that need no network. */
export interface World {
  readonly sandbox: Sandbox;
  readonly clock: { now: number };
  /** `who` = role:facility:user of the demo token. */
  client(who: string, options?: Partial<ClientOptions>): Client;
}

/** A world on a memory store, or on what is given. Errors of the server itself fail the test that made them. */
export function makeWorld(options: Partial<SandboxOptions> = {}): World {
  const clock = { now: start };
  const sandbox = createSandbox({
    store: createMemoryStore(),
    now: () => clock.now,
    onError: failHard,
    ...options,
  });
  return {
    sandbox,
    clock,
    client: (who, more) =>
      createClient({
        baseUrl: 'http://central.test',
        token: `demo:${who}`,
        fetch: (request) => sandbox.fetch(request),
        wait: async () => {},
        ...more,
      }),
  };
}

function failHard(error: unknown): void {
  process.exitCode = 1;
  process.stderr.write(`server error: ${String(error)}\n`);
}

/** A made-up woman whose record may be sent; each `n` another one. */
export function person(n: number, more: Partial<HealthRecord> = {}): HealthRecord {
  const { administrative, ...rest } = more;
  return {
    schemaVersion: 1,
    capturedOn: '2026-11-20',
    ...rest,
    administrative: {
      fullName: `Nguyễn Thị Mẫu ${n}`,
      sex: 'female',
      birthDate: '1990-03-19',
      identifiers: { personal: { kind: 'citizenId', number: `001190990${String(n).padStart(3, '0')}` } },
      currentAddress: {
        line: 'Tổ 5',
        commune: { code: '00004', text: 'Phường Ba Đình' },
        province: { code: '01', text: 'Thành phố Hà Nội' },
      },
      ...administrative,
    },
  };
}

/** All items of a list that comes in pages. */
export async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

/** What a promise rejects with. */
export async function rejection<T extends Error = Error>(promise: Promise<unknown>): Promise<T> {
  try {
    await promise;
  } catch (error) {
    return error as T;
  }
  throw new Error('nothing was thrown');
}
