import * as z from 'zod/mini';
import type { SavedDraft } from '../client/index.ts';
import { checkHeader, leastRounds, makeKeys, openKeys } from './crypto.ts';
import type { Header, Sealed } from './crypto.ts';
import type { Entry } from './entry.ts';
import { OutboxError } from './errors.ts';

/** What a file carries from one device to another (or to the server by other hands). */
export interface Cargo {
  readonly entries: readonly Entry[];
  readonly drafts: readonly SavedDraft[];
}

const format = 'hssk-outbox';
const about = [format, 1] as const;
const least = 12;

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

const File = /* @__PURE__ */ z.looseObject({
  format: /* @__PURE__ */ z.literal(format),
  version: /* @__PURE__ */ z.literal(1),
  header: /* @__PURE__ */ z.looseObject({
    format: /* @__PURE__ */ z.number(),
    storeId: /* @__PURE__ */ z.string(),
    rounds: /* @__PURE__ */ z.number(),
    salt: /* @__PURE__ */ z.string(),
    iv: /* @__PURE__ */ z.string(),
    data: /* @__PURE__ */ z.string(),
  }),
  iv: /* @__PURE__ */ z.string(),
  data: /* @__PURE__ */ z.string(),
});

/** Seals everything under a passphrase of its own. Rejects with `vault.shortPassphrase`. */
export async function exportFile(passphrase: string, cargo: Cargo, rounds = leastRounds): Promise<Blob> {
  if ([...passphrase].length < least) throw new OutboxError('vault.shortPassphrase');
  const { header, keys } = await makeKeys(passphrase, rounds);
  const { iv, data } = await keys.seal(about, JSON.stringify(cargo));
  const { kdf } = header;
  if (kdf.name === 'host') throw new TypeError('A file is sealed by a passphrase');
  const head = { ...header, kdf: undefined, rounds: kdf.rounds, salt: base64(kdf.salt) };
  const file: z.infer<typeof File> = {
    format,
    version: 1,
    header: { ...head, iv: base64(header.iv), data: base64(header.data) },
    iv: base64(iv),
    data: base64(data),
  };
  return new Blob([JSON.stringify(file)], { type: 'application/json' });
}

/** Opens such a file. Rejects with `file.unreadable` or `file.wrongPassphrase`. */
export async function importFile(file: Blob, passphrase: string, floor = leastRounds): Promise<Cargo> {
  let header: Header;
  let sealed: Sealed;
  try {
    const { header: head, iv, data } = File.parse(JSON.parse(await file.text()));
    const kdf = { name: 'PBKDF2-SHA-256', rounds: head.rounds, salt: bytes(head.salt) } as const;
    const { format: made, storeId } = head;
    header = checkHeader({ format: made, storeId, kdf, iv: bytes(head.iv), data: bytes(head.data) }, floor);
    sealed = { iv: bytes(iv), data: bytes(data) };
  } catch (error) {
    throw new OutboxError('file.unreadable', error instanceof OutboxError ? error : undefined);
  }
  const keys = await openKeys(header, passphrase).catch((error: unknown) => {
    throw new OutboxError('file.wrongPassphrase', error);
  });
  try {
    return JSON.parse(await keys.open(about, sealed)) as Cargo;
  } catch {
    throw new OutboxError('file.unreadable');
  }
}
