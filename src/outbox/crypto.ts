import { OutboxError } from './errors.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What opens a store: a passphrase, or a non-extractable AES-256-GCM key of the host. */
export type Secret = string | CryptoKey;

/** How the key that wraps the data key is made. */
export type Kdf =
  | { readonly name: 'PBKDF2-SHA-256'; readonly rounds: number; readonly salt: Bytes }
  | { readonly name: 'host' };

/** Ciphertext with its IV. The first two bytes of `data` name algorithm and key. */
export interface Sealed {
  readonly iv: Bytes;
  readonly data: Bytes;
}

/** The head of a store: its data key, wrapped. Nothing in it is secret, all of it is authenticated. */
export interface Header extends Sealed {
  readonly format: number;
  readonly storeId: string;
  readonly kdf: Kdf;
}

/** What a text is bound to: opening it needs the very same parts. */
export type About = readonly (string | number)[];

/** The keys of an open store. They cannot be read out. */
export interface Keys {
  readonly storeId: string;
  /** Seals a text under a fresh IV. */
  seal(about: About, text: string): Promise<Sealed>;
  /** Rejects where anything was altered. */
  open(about: About, sealed: Sealed): Promise<string>;
  /** Keyed hash, 64 hex digits. */
  hash(...parts: readonly string[]): Promise<string>;
}

export const leastRounds = 600_000;
export const mostRounds = 10_000_000;
const format = 1;
/** Algorithm 1 = AES-256-GCM with a 96-bit IV; key 1 = the first key derived from the data key. */
const envelope = [1, 1] as const;

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text);
const hexOf = (bytes: ArrayBuffer | Bytes): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export const isSame = (a: Bytes, b: Bytes): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** SHA-256 of parts that hold no NUL, 64 hex digits. */
export async function digest(...parts: readonly string[]): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', bytesOf(parts.join('\0'))));
}

async function encrypt(key: CryptoKey, about: About, content: Bytes): Promise<Sealed> {
  const iv = randomBytes(12);
  const additionalData = bytesOf(JSON.stringify([...envelope, ...about]));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, content);
  const data = new Uint8Array(envelope.length + sealed.byteLength);
  data.set(envelope);
  data.set(new Uint8Array(sealed), envelope.length);
  return { iv, data };
}

async function decrypt(key: CryptoKey, about: About, { iv, data }: Sealed): Promise<Bytes> {
  // Another algorithm or key would be another branch here; the values themselves are authenticated.
  if (data[0] !== envelope[0] || data[1] !== envelope[1]) throw new OutboxError('vault.rowDamaged');
  const additionalData = bytesOf(JSON.stringify([...envelope, ...about]));
  const sealed = data.subarray(envelope.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed));
}

/** The key a passphrase gives. Vietnamese keyboards write composed or decomposed letters: both give the same key. */
async function passphraseKey(passphrase: string, { rounds, salt }: { rounds: number; salt: Bytes }) {
  const text = bytesOf(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  text.fill(0);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Throws a TypeError unless the key is a secret AES-256-GCM key that encrypts, decrypts and cannot be read out. */
function checkHostKey(key: CryptoKey): CryptoKey {
  const { name, length } = key.algorithm as AesKeyAlgorithm;
  const isUsable = key.usages.includes('encrypt') && key.usages.includes('decrypt');
  if (key.extractable || name !== 'AES-GCM' || length !== 256 || !isUsable) {
    throw new TypeError('The key has to be AES-GCM, 256 bits, for encrypt and decrypt, and not extractable');
  }
  return key;
}

function aboutHeader({ storeId, kdf }: { storeId: string; kdf: Kdf }): About {
  const parameters = kdf.name === 'host' ? [] : [kdf.rounds, hexOf(kdf.salt)];
  return ['header', format, storeId, kdf.name, ...parameters];
}

/** Wraps a data key under a secret, with a new salt. */
async function wrap(storeId: string, raw: Bytes, secret: Secret, rounds: number): Promise<Header> {
  const kdf: Kdf =
    typeof secret === 'string' ? { name: 'PBKDF2-SHA-256', rounds, salt: randomBytes(16) } : { name: 'host' };
  const key =
    kdf.name === 'host' ? checkHostKey(secret as CryptoKey) : await passphraseKey(secret as string, kdf);
  return { format, storeId, kdf, ...(await encrypt(key, aboutHeader({ storeId, kdf }), raw)) };
}

async function unwrap(header: Header, secret: Secret): Promise<Bytes> {
  const { kdf } = header;
  if ((kdf.name === 'host') === (typeof secret === 'string')) throw new OutboxError('vault.wrongPassphrase');
  const key =
    kdf.name === 'host' ? checkHostKey(secret as CryptoKey) : await passphraseKey(secret as string, kdf);
  try {
    return await decrypt(key, aboutHeader(header), header);
  } catch (error) {
    throw new OutboxError('vault.wrongPassphrase', error);
  }
}

async function keysFrom(storeId: string, raw: Bytes): Promise<Keys> {
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const derive = (purpose: string, kind: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(storeId), info: bytesOf(`hssk ${purpose}`) },
      base,
      kind,
      false,
      usages,
    );
  const sealing = await derive('seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);
  const hashing = await derive('hash', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']);
  return {
    storeId,
    seal: (about, text) => encrypt(sealing, [storeId, ...about], bytesOf(text)),
    open: async (about, sealed) =>
      new TextDecoder().decode(await decrypt(sealing, [storeId, ...about], sealed)),
    hash: async (...parts) => hexOf(await crypto.subtle.sign('HMAC', hashing, bytesOf(parts.join('\0')))),
  };
}

const isBytes = (value: unknown): value is Bytes => value instanceof Uint8Array;

/**
 * Checks a header as it comes from the database: `vault.damaged` where it cannot be one of ours (or its rounds are
 * outside `floor` … 10,000,000, so that nobody can weaken or stall it), `vault.newer` for a later format.
 */
export function checkHeader(found: unknown, floor: number): Header {
  const { format: made, storeId, kdf, iv, data } = (found ?? {}) as { [part in keyof Header]?: unknown };
  if (typeof made === 'number' && made > format) throw new OutboxError('vault.newer');
  const { name, rounds, salt } = (kdf ?? {}) as { [part in 'name' | 'rounds' | 'salt']?: unknown };
  const isPassphrase =
    name === 'PBKDF2-SHA-256' &&
    Number.isInteger(rounds) &&
    (rounds as number) >= floor &&
    (rounds as number) <= mostRounds &&
    isBytes(salt);
  const isWhole = made === format && typeof storeId === 'string' && isBytes(iv) && isBytes(data);
  if (!isWhole || !(isPassphrase || name === 'host')) throw new OutboxError('vault.damaged');
  return found as Header;
}

/** A new store: a random data key, wrapped under the secret. */
export async function makeKeys(secret: Secret, rounds: number): Promise<{ header: Header; keys: Keys }> {
  const storeId = hexOf(randomBytes(16));
  const raw = randomBytes(32);
  try {
    return { header: await wrap(storeId, raw, secret, rounds), keys: await keysFrom(storeId, raw) };
  } finally {
    raw.fill(0);
  }
}

/** The keys of a store. Rejects with `vault.wrongPassphrase`. */
export async function openKeys(header: Header, secret: Secret): Promise<Keys> {
  const raw = await unwrap(header, secret);
  try {
    return await keysFrom(header.storeId, raw);
  } finally {
    raw.fill(0);
  }
}

/** The same data key under another secret. Rejects with `vault.wrongPassphrase`. */
export async function rewrap(header: Header, from: Secret, to: Secret, rounds: number): Promise<Header> {
  const raw = await unwrap(header, from);
  try {
    return await wrap(header.storeId, raw, to, rounds);
  } finally {
    raw.fill(0);
  }
}
