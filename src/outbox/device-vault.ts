import type { Vault } from '../client/index.ts';
import type { SetTimer } from './idle.ts';
import type { Audit, OnKept } from './repair.ts';
import type { RowStore } from './rows.ts';

/** Whose store it is, and how it guards itself. */
export interface VaultOptions {
  readonly user: string;
  readonly facility: string;
  /** Keeps stores of one user apart that have nothing to do with each other, such as test and live. */
  readonly scope?: string | undefined;
  /** Milliseconds without anyone at work after which it locks itself. Default 15 minutes. */
  readonly idleMs?: number | undefined;
  /** Fewest characters of a passphrase. Default 12. */
  readonly minPassphrase?: number | undefined;
  /** Rounds of PBKDF2, default 600,000, at most 10,000,000. Fewer than the default are for tests alone. */
  readonly rounds?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  readonly setTimer?: SetTimer | undefined;
  /** What rows are found by that `recover()` has saved. */
  readonly onKept?: OnKept | undefined;
}

/** How much room there is on this device. */
export interface StorageState {
  readonly usedBytes: number | undefined;
  readonly quotaBytes: number | undefined;
  /** Whether the browser has promised not to throw the store away. */
  readonly isPersistent: boolean;
}

/** The sealed store of one user at one facility. */
export interface DeviceVault extends Vault {
  /** Its rows; everything rejects with `vault.locked` while it is locked. Watchers stay over a lock. */
  readonly rows: RowStore;
  /** The same rows for what runs by itself: it does not count as someone at work. */
  readonly backgroundRows: RowStore;
  /** Name of its database; says nothing of anyone. */
  readonly name: string;
  /** Random name of this very store, while it is open. */
  readonly storeId: string | undefined;
  /** Sets it up with a non-extractable AES-256-GCM key of the host instead of a passphrase. */
  setUpWithKey(key: CryptoKey): Promise<void>;
  /** Rejects with `vault.wrongPassphrase` where it is not the key. */
  unlockWithKey(key: CryptoKey): Promise<void>;
  changeKey(from: CryptoKey, to: CryptoKey): Promise<void>;
  /** Locks this tab, or every tab of this user. Lets the listeners of `beforeLock` and running changes finish first. */
  lock(options?: { readonly everywhere?: boolean | undefined }): Promise<void>;
  /** Calls before the keys are dropped, as to save what is being typed; the answer stops it. */
  beforeLock(listener: () => Promise<void>): () => void;
  /** Grows with every change. */
  revision(): Promise<number>;
  /** Makes the revision greater than `above`. */
  raiseRevision(above: number): Promise<void>;
  /** Reads every row and finds what is altered, exchanged, put back or gone. */
  audit(): Promise<Audit>;
  /** Deletes a row that is in `rows.damaged`. */
  removeDamaged(key: string): Promise<void>;
  storage(): Promise<StorageState>;
  /** Locks it and lets go of the database. */
  close(): Promise<void>;
}
