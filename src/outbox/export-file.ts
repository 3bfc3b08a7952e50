import * as z from 'zod/mini';
import { BatchCall, MergePatch, Pid, RecordAnswer } from '../client/index.ts';
import type { SavedDraft } from '../client/index.ts';
import { HealthRecord, Issue } from '../schema/index.ts';
import { checkHeader, leastRounds, makeKeys, openKeys } from './crypto.ts';
import type { Header, Sealed } from './crypto.ts';
import type { Drafts } from './drafts.ts';
import type { Entry } from './entry.ts';
import { OutboxError } from './errors.ts';
import type { Queue } from './queue.ts';

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

const optional = z.optional;
const text = /* @__PURE__ */ z.string();
const count = /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.minimum(0));
const etag = /* @__PURE__ */ optional(text);
const Loaded = /* @__PURE__ */ z.intersection(RecordAnswer, /* @__PURE__ */ z.looseObject({ etag: text }));
const Sent = /* @__PURE__ */ z.looseObject({
  key: text,
  pid: /* @__PURE__ */ optional(Pid),
  ifMatch: etag,
  body: text,
});

/** What another device has sealed may come from another version of this program, or from other hands. */
const CargoShape = /* @__PURE__ */ z.looseObject({
  entries: /* @__PURE__ */ z.array(
    /* @__PURE__ */ z
      .looseObject({
        id: /* @__PURE__ */ z.string().check(/* @__PURE__ */ z.regex(/^[\x21-\x7e]{8,128}$/)),
        call: BatchCall,
        group: text,
        after: /* @__PURE__ */ optional(text),
        member: /* @__PURE__ */ optional(/* @__PURE__ */ z.looseObject({ list: text, id: text })),
        at: /* @__PURE__ */ z.number(),
        pid: /* @__PURE__ */ optional(Pid),
        record: /* @__PURE__ */ optional(HealthRecord),
        base: /* @__PURE__ */ optional(/* @__PURE__ */ z.looseObject({ record: HealthRecord, etag })),
        writes: count,
        theirs: /* @__PURE__ */ optional(Loaded),
        choices: /* @__PURE__ */ optional(
          /* @__PURE__ */ z.record(text, /* @__PURE__ */ z.enum(['mine', 'theirs'])),
        ),
        body: /* @__PURE__ */ optional(MergePatch),
        name: text,
        birthDate: /* @__PURE__ */ optional(text),
        state: /* @__PURE__ */ z.enum(['waiting', 'sending', 'retry', 'conflict', 'refused']),
        series: count,
        request: /* @__PURE__ */ optional(Sent),
        unsure: /* @__PURE__ */ optional(
          /* @__PURE__ */ z.looseObject({
            request: Sent,
            record: HealthRecord,
            isMerged: /* @__PURE__ */ z.boolean(),
          }),
        ),
        attempts: count,
        retryAt: /* @__PURE__ */ optional(/* @__PURE__ */ z.number()),
        isStale: /* @__PURE__ */ z.boolean(),
        problem: /* @__PURE__ */ optional(
          /* @__PURE__ */ z.looseObject({ code: text, issues: /* @__PURE__ */ z.array(Issue) }),
        ),
        merged: /* @__PURE__ */ z.array(text),
      })
      .check(
        /* @__PURE__ */ z.refine(
          ({ call, group, pid, request, record, body }) =>
            // Each write is of one record, and is addressed to it.
            (!group.startsWith('pid:') || group === `pid:${pid}`) &&
            (request?.pid === undefined || request.pid === pid) &&
            (call.startsWith('record.') ? record !== undefined : body !== undefined),
        ),
      ),
  ),
  drafts: /* @__PURE__ */ z.array(
    /* @__PURE__ */ z.looseObject({
      id: text,
      draft: /* @__PURE__ */ z.looseObject({}),
      base: /* @__PURE__ */ optional(
        /* @__PURE__ */ z.looseObject({ pid: text, etag: text, record: HealthRecord }),
      ),
    }),
  ),
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
    const cargo: unknown = JSON.parse(await keys.open(about, sealed));
    CargoShape.parse(cargo);
    // As it was sealed, to the byte: what the schema gives has its keys in another order.
    return cargo as Cargo;
  } catch {
    throw new OutboxError('file.unreadable');
  }
}

/** What waits in a store as files: all of it, or one item with the others of its record. */
export function createFiles({
  queue,
  drafts,
  rounds = leastRounds,
}: {
  readonly queue: Queue;
  readonly drafts: Drafts;
  readonly rounds?: number | undefined;
}) {
  return {
    async exported(passphrase: string, id?: string): Promise<Blob> {
      const entries = await queue.carried(id);
      return exportFile(
        passphrase,
        { entries, drafts: id === undefined ? await drafts.list(10_000) : [] },
        rounds,
      );
    },
    /** Takes in what a file holds; `known` = how much of it was here already. */
    async taken(file: Blob, passphrase: string): Promise<{ readonly added: number; readonly known: number }> {
      const { entries, drafts: saved } = await importFile(file, passphrase, Math.min(rounds, leastRounds));
      const known = (await queue.adopt(entries)) + (await drafts.adopt(saved));
      return { added: entries.length + saved.length - known, known };
    },
  };
}
