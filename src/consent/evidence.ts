import { sign, verify, hashes } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { ConsentEvent, StoredConsent } from '../schema/index.ts';

/** Text as it is hashed: Unicode NFC, every line ended by LF alone. */
export const canonicalText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n');

/** SHA-256 of a text in lower-case hex; the same on every origin, with or without `crypto.subtle`. */
export const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(canonicalText(text))));

// RFC 8785 writes the same bytes whatever the order of the keys. Text stays exactly as it is: it is data, not shown words.
const jsonHash = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')));

/** SHA-256 over the whole event in canonical JSON (RFC 8785), `chain.previous` included and only `chain.hash` left out. */
export function eventHash(event: ConsentEvent | UnsealedEvent, previous?: string | null): string {
  const { chain, ...rest } = event as ConsentEvent;
  const { hash: _, ...link } = chain ?? {};
  return jsonHash({ ...rest, chain: previous === undefined ? link : { previous } });
}

/** An event before it is sealed; keys of a newer version or of the host's own may stand beside the known ones. */
export type UnsealedEvent = {
  readonly [
    K in keyof ConsentEvent as string extends K ? never : K extends 'chain' ? never : K
  ]: ConsentEvent[K];
} & { readonly chain?: never; readonly [key: string]: unknown };

/**
 * The event with its place in the person's chain. `previousHash` = `chainTip` of the events known of this person,
 * `null` for the first. A sealed event is never changed again: any change breaks its hash.
 */
export function sealEvent(event: UnsealedEvent, previousHash: string | null): ConsentEvent {
  return {
    ...event,
    chain: { previous: previousHash, hash: eventHash(event, previousHash) },
  } as ConsentEvent;
}

/**
 * Hash that the next event of this person follows: that of the newest event known here, unsent ones last; `null` where
 * there is none. Sealing over it proves that the decision was made knowing what stood before.
 */
export function chainTip(events: readonly (ConsentEvent | StoredConsent)[]): string | null {
  const stored = events.filter((entry): entry is StoredConsent => 'event' in entry);
  const known = new Set(stored.map(({ event }) => event.id));
  const unsent = events.filter((entry): entry is ConsentEvent => !('event' in entry) && !known.has(entry.id));
  const followed = new Set(unsent.map(({ chain }) => chain.previous));
  const last = unsent.filter(({ chain }) => !followed.has(chain.hash)).at(-1);
  if (last) return last.chain.hash;
  return (
    stored.reduce<StoredConsent | null>((a, b) => (a && a.seq > b.seq ? a : b), null)?.event.chain.hash ??
    null
  );
}

/** What the head of a record's chain of events is made over. */
export type LedgerRow = Pick<StoredConsent, 'seq' | 'recordedAt' | 'recordedBy' | 'facility' | 'event'>;

/** The head after a row: hash over the head before it (`null` = none), its number, instant, author and event. */
export function ledgerHead(previousHead: string | null, row: LedgerRow): string {
  const { seq, recordedAt, recordedBy, facility, event } = row;
  return jsonHash({ previous: previousHead, seq, recordedAt, recordedBy, facility, event: event.chain.hash });
}

// Works where there is no crypto.subtle. Set at every call, so that the room has no effect when it is loaded.
function useSha512(): void {
  hashes.sha512 = sha512;
}

/** Countersignature over a head (hex). `secretKey` = 32 bytes in hex; only a server has one. */
export function signHead(
  head: string,
  key: { readonly id: string; readonly secretKey: string },
): NonNullable<StoredConsent['countersignature']> {
  useSha512();
  const signature = bytesToHex(sign(hexToBytes(head), hexToBytes(key.secretKey)));
  return { algorithm: 'Ed25519', key: key.id, signature };
}

/** Whether a signature (hex) over a head is that of the public key (32 bytes in hex). Never throws. */
export function verifyHead(head: string, signature: string, publicKey: string): boolean {
  useSha512();
  try {
    return verify(hexToBytes(signature), hexToBytes(head), hexToBytes(publicKey));
  } catch {
    return false;
  }
}
