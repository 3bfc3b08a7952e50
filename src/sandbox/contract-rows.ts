import type { EmergencyReview } from '../client/index.ts';
import type { StoredConsent } from '../schema/index.ts';
import { deed } from './test-consents.ts';
import type { PersonKey, StoredRecord } from './store.ts';

export const at = '2026-11-20T08:00:00.000Z';
export const entry = (n: number, action = 'record.load') => ({
  at: `2026-11-20T08:00:0${n}.000Z`,
  user: 'u',
  role: 'nurse',
  facility: 'F',
  action,
  ground: 'facility',
});

export const record = (pid: string, version = 1, email = `v${version}@example.com`): StoredRecord => ({
  pid,
  home: 'F',
  version,
  at,
  by: 'u',
  facility: 'F',
  action: version === 1 ? 'record.create' : 'record.patch',
  record: { schemaVersion: 1, capturedOn: '2026-11-20', administrative: { email } },
});

export const key = (more: Partial<PersonKey> = {}): PersonKey => ({
  foldedName: '',
  birthDate: '',
  communes: [],
  identifiers: [],
  ...more,
});
export const number = (text: string, unique = true) => ({ kind: 'citizenId', number: text, unique });

/** An event with keys and numbers in an order of their own: they have to come back as they went in. */
export const consent = (seq: number): StoredConsent => ({
  seq,
  recordedAt: at,
  recordedBy: 'u',
  facility: 'F',
  head: 'c'.repeat(64),
  event: deed({
    kind: 'notice',
    id: `contract-event-${seq}`,
    extra: { z: 1e21, a: [0.1, null, 'é'] },
  } as Parameters<typeof deed>[0]),
});

export const emergency = (id: string, pid: string): EmergencyReview => ({
  id,
  pid,
  user: 'u',
  facility: 'F',
  openedAt: '2026-11-20T08:00:00.000Z',
  until: '2026-11-20T09:00:00.000Z',
  basis: 'unconscious',
  reason: 'Tai nạn giao thông',
});
