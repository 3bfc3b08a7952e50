import { newEntry } from '../../src/outbox/entry.ts';
import type { Entry } from '../../src/outbox/entry.ts';
import { openOutbox } from '../../src/outbox/index.ts';
import type { Outbox } from '../../src/outbox/index.ts';
import { createClient } from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';
import { fullRecord } from '../record.ts';

const full = fullRecord();

/** A full record of a made-up person, another one for each number. */
export function captureOf(number: number): HealthRecord {
  const record = structuredClone(full) as unknown as {
    administrative: { fullName: string; identifiers: { personal: { number: string } } };
  };
  record.administrative.fullName = `Nguyễn Thị Mẫu ${number}`;
  record.administrative.identifiers.personal.number = `9901850${String(number).padStart(5, '0')}`;
  return record as unknown as HealthRecord;
}

/** Many of them, made before anything is measured. */
export const captures = (count: number): readonly HealthRecord[] =>
  Array.from({ length: count }, (_, number) => captureOf(number));

/** Name of a capture, as a form makes them. */
export const idOf = (number: number): string => `capture-${String(number).padStart(12, '0')}`;

/** Such a capture as it waits in the queue. */
export const entryOf = (number: number): Entry =>
  newEntry({
    id: idOf(number),
    call: 'record.create',
    group: `capture:${idOf(number)}`,
    at: Date.UTC(2026, 10, 18) + number,
    record: captureOf(number),
  });

/** Milliseconds that a work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A key as a host gives it. */
export const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** The store of a made-up user, still locked. The server can be reached or not. */
export function openStore(user: string, isReached = false): Promise<Outbox> {
  const client = createClient({
    baseUrl: '/central',
    token: 'bench',
    retry: false,
    ...(!isReached && { fetch: () => Promise.reject(new TypeError('No network')) }),
  });
  return openOutbox({ client, user, facility: 'TYT Mẫu' });
}
