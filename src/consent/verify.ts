import type { StoredConsent } from '../schema/index.ts';
import { verifyHead } from './evidence.ts';
import { readRows } from './read.ts';
import type { AnyConsent, EvidenceFlaw, Row } from './read.ts';

/** What the events are held against. */
export interface VerifyOptions {
  /** Public keys of the server (32 bytes in hex) by their id, as `GET /v1/metadata` gives them. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Head that the server named last: the only way to find that the newest events are missing. */
  readonly head?: string;
  /** Hash of the newest event of this device, where it was kept: finds that unsent events are missing at the end. */
  readonly tip?: string;
}

/**
 * Everything that is wrong with a person's events, in the order given; none = they are whole, in their order, and
 * countersigned. Never throws, whatever it is given.
 */
export function verifyEvents(events: readonly AnyConsent[], options: VerifyOptions = {}): EvidenceFlaw[] {
  const { rows, flaws } = readRows(events);
  const { keys, head, tip } = options;
  const end = { index: events.length };
  const found = [...flaws, ...orderFlaws(rows)];
  if (keys) for (const row of rows) found.push(...signatureFlaw(row, keys));
  if (head !== undefined && newest(rows)?.head !== head) {
    found.push({ code: 'removed', ...end });
  }
  if (tip !== undefined && !rows.some(({ event }) => event.chain.hash === tip)) {
    found.push({ code: 'removed', ...end });
  }
  return found.sort((a, b) => a.index - b.index);
}

function newest(rows: readonly Row[]): StoredConsent | undefined {
  return rows.flatMap(({ stored }) => stored ?? []).sort((a, b) => b.seq - a.seq)[0];
}

function orderFlaws(rows: readonly Row[]): EvidenceFlaw[] {
  const places = new Map(rows.map(({ event, index }) => [event.chain.hash, index]));
  let last = 0;
  return rows.flatMap(({ index, event, stored }) => {
    const before = event.chain.previous === null ? undefined : places.get(event.chain.previous);
    const isLate = stored ? stored.seq < last : before !== undefined && before > index;
    last = stored ? Math.max(last, stored.seq) : last;
    return isLate ? [{ code: 'reordered' as const, index, id: event.id }] : [];
  });
}

function signatureFlaw({ index, stored }: Row, keys: Readonly<Record<string, string>>): EvidenceFlaw[] {
  if (!stored) return [];
  const code = signatureState(stored, keys);
  return code ? [{ code, index, id: stored.event.id }] : [];
}

function signatureState(
  { head, countersignature }: StoredConsent,
  keys: Readonly<Record<string, string>>,
): EvidenceFlaw['code'] | undefined {
  if (!countersignature) return 'unsigned';
  const key = Object.hasOwn(keys, countersignature.key) ? keys[countersignature.key] : undefined;
  if (!key) return 'unknownKey';
  return verifyHead(head, countersignature.signature, key) ? undefined : 'countersignatureWrong';
}
