import type { Carrier, Client, Lists, Sync } from '../client/index.ts';
import type { Copies } from './copies.ts';
import type { DeviceVault, VaultOptions } from './device-vault.ts';
import type { Drafts, Locks } from './drafts.ts';
import type { Entry } from './entry.ts';
import type { Queue } from './queue.ts';

/** What an outbox is made of. `user` and `facility` say whose store it is: nobody else can open it. */
export interface OutboxOptions extends VaultOptions {
  readonly client: Client;
  /** Milliseconds that what was sent stays on the device. Default one day. */
  readonly graceMs?: number | undefined;
  /** Milliseconds after which a copy taken along is no longer shown. Default seven days. */
  readonly maxAgeMs?: number | undefined;
  /** Milliseconds after the last writing that a list of people stays. Default thirty days. */
  readonly listAgeMs?: number | undefined;
  /** Milliseconds a submission waits for the server's answer before it says "queued". Default 8,000. */
  readonly answerMs?: number | undefined;
  /** Milliseconds after opening before every row is checked. Default 5,000. */
  readonly auditAfterMs?: number | undefined;
  /** A number in [0, 1). */
  readonly random?: (() => number) | undefined;
  /** Locks between windows. Default `navigator.locks`. */
  readonly locks?: Locks;
}

/** Work without a network: a sealed store on this device, drafts, a queue that sends itself, and copies taken along. */
export interface Outbox {
  readonly vault: DeviceVault;
  readonly sync: Sync;
  readonly drafts: Drafts;
  readonly queue: Queue;
  readonly copies: Copies;
  /** The same copies as people meet them: whole groups, how old they are, taking them again. */
  readonly carrier: Carrier;
  /** Lists of people who are examined, and what was written of them here. */
  readonly lists: Lists;
  /** Sends at once and waits a little for the answer to one entry; gives how far it has got. */
  answered(id: string): Promise<Entry | undefined>;
  /** The host has a new login: sending goes on. */
  loggedIn(): Promise<void>;
  /** Ends sending, locks the store and lets go of it; it is of no use afterwards. */
  close(): Promise<void>;
}
