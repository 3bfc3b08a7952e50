// Events for the tests, sealed by code of its own: nothing here comes from the room that is tested.
import { createHash } from 'node:crypto';
import type { ConsentEvent, StoredConsent } from '../schema/index.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

// Canonical JSON for what stands in events: no numbers with exponents, keys sorted by UTF-16 units.
function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}
export const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(canonical(value as Json))
    .digest('hex');

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

type Changes = Partial<Omit<ConsentEvent, 'chain'>>;

const noticeParts = (
  'controller processors data sensitive purposes recipients period rights obligations withdrawal ' +
  'consequences complaint'
).split(' ');

export const shown: NonNullable<ConsentEvent['notice']> = {
  id: 'health-record',
  version: '2026-11',
  language: 'vi',
  masterHash: hashOfText('thông báo'),
  shownHash: hashOfText('thông báo'),
  canonicalisation: 'NFC+LF',
  shownAt: '2026-11-01T07:59:00+07:00',
  parts: noticeParts,
};

/** A sealed event; by default an adult's yes to research. `previous` = the event known before it. */
export function event(id: string, changes: Changes = {}, previous: ConsentEvent | null = null): ConsentEvent {
  const open = {
    schemaVersion: 1 as const,
    id,
    kind: 'consent' as const,
    purpose: 'research',
    ...((changes.kind ?? 'consent') === 'consent' && { decision: 'granted' as const }),
    decidedAt: '2026-11-01T08:00:00+07:00',
    subject: { birthDate: '1980-02-03', birthDateFrom: 'document' as const },
    decidedBy: [{ role: 'self' as const, name: 'Nguyễn Văn Mẫu' }],
    method: 'app' as const,
    notice: shown,
    ...changes,
  };
  return seal(open as Omit<ConsentEvent, 'chain'>, previous?.chain.hash ?? null);
}

export function seal(open: Omit<ConsentEvent, 'chain'>, previous: string | null): ConsentEvent {
  return { ...open, chain: { previous, hash: sha256({ ...open, chain: { previous } }) } } as ConsentEvent;
}

/** The events as the server has them, numbered in the order given, each recorded a minute after it was decided. */
export function stored(
  events: readonly ConsentEvent[],
  changes: Partial<StoredConsent> = {},
): StoredConsent[] {
  let previous: string | null = null;
  return events.map((event, index) => {
    const recordedAt = new Date(Date.parse(event.decidedAt) + 60_000).toISOString();
    const row = { seq: index + 1, recordedAt, recordedBy: 'an', facility: '990001', ...changes };
    previous = sha256({ ...row, previous, event: event.chain.hash });
    return { ...row, event, head: previous };
  });
}

/** 2026-11-01, at an hour and minute of Viet Nam. */
export const at = (time: string): string => `2026-11-01T${time}:00+07:00`;
