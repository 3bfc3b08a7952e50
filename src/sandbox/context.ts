import type { EndpointName } from '../client/index.ts';
import type { AgePolicy, Purpose } from '../consent/index.ts';
import type { Issue, RecordDraft } from '../schema/index.ts';
import type { Caller, Ground } from './access.ts';
import type { StoreTransaction } from './store.ts';

/** How a record is judged: the room `validation`, or a host's own rules. `now` = the day that counts as today. */
export type Check = (draft: RecordDraft, options: { readonly now: string }) => readonly Issue[];

/** How consent is judged, and the key that countersigns it. */
export interface ConsentServices {
  readonly purposes: readonly Purpose[];
  readonly policies?: readonly AgePolicy[] | undefined;
  readonly key: CountersignKey;
  /** 32 bytes in lower-case hexadecimal. */
  readonly publicKey: string;
}

/** A key that countersigns events (Ed25519). `id` names it in every countersignature; `secretKey` = 32 bytes in hex. */
export interface CountersignKey {
  readonly id: string;
  readonly secretKey: string;
}

/** What the calls need from outside. */
export interface Services {
  readonly check: Check;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A new opaque id, never guessable. */
  readonly newId: () => string;
  /** How long an emergency access lasts, in milliseconds. */
  readonly emergencyMs: number;
  readonly consent: ConsentServices;
  readonly abilities: readonly EndpointName[];
  readonly limits: { readonly bodyBytes: number; readonly batchLines: number; readonly batchBytes: number };
}

/** One call inside its transaction. `body` is safe JSON, not yet judged by its schema. */
export interface Call {
  readonly name: EndpointName;
  readonly tx: StoreTransaction;
  readonly services: Services;
  readonly caller: Caller;
  /** The caller's facility and user: what idempotency keys and offline stores belong to. */
  readonly scope: string;
  /** The instant of the call, ISO in UTC. */
  readonly now: string;
  readonly pid: string;
  readonly version: string;
  readonly storeId?: string;
  readonly emergencyId?: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
}

/** What a call answers; `cursor` says where a list goes on. */
export interface Outcome {
  readonly data: unknown;
  readonly cursor?: number | undefined;
}

/** Writes down that somebody touched a record. */
export const logAccess = (
  call: Call,
  pid: string,
  ground: Ground | 'lookup',
  reason?: string,
): Promise<void> =>
  call.tx.log(pid, {
    at: call.now,
    user: call.caller.user,
    role: call.caller.role,
    facility: call.caller.facility,
    action: call.name,
    ground,
    ...(reason === undefined ? {} : { reason }),
  });
