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
