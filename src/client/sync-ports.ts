import type { HealthRecord, Issue } from '../schema/index.ts';
import type { LoadedRecord } from './client.ts';
import type { SavedDraft } from './ports.ts';
import type { BatchCall, PersonCandidate, Receipt } from './wire.ts';

/** How far the day's work has got. */
export interface SyncStatus {
  /** Writes that wait for the network, those on their way included. */
  readonly waiting: number;
  /** Writes that a person has to look at: refused, in conflict, damaged. */
  readonly attention: number;
  /** How many of both are answers of people (consent events) and no records. */
  readonly consents?: { readonly waiting: number; readonly attention: number } | undefined;
  /** What was typed of people on lists and not submitted, page by page. */
  readonly unsaved?: number | undefined;
  /** Records and answers the server has, since the store was set up. */
  readonly sent: number;
  /** Those it got on the present day, by the clock of this device. */
  readonly sentToday: number;
  readonly drafts: number;
  /** Rows of the store that were altered, exchanged or are gone: they are not shown. */
  readonly damaged: number;
  /** Milliseconds since 1970 of the last receipt. */
  readonly lastSentAt: number | undefined;
  /** Whether our own server answered last time. */
  readonly reach: 'unknown' | 'reached' | 'unreached';
  /**
   * `elsewhere` = another tab is sending; `restored` = the server knows a newer state of this store, so an old copy of
   * it was put back: a person has to say that sending may go on.
   */
  readonly activity: 'idle' | 'sending' | 'paused' | 'loginNeeded' | 'restored' | 'elsewhere';
  /** Milliseconds since 1970 of the next attempt. */
  readonly nextTryAt: number | undefined;
  /** Of the sending that is under way. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly storage: {
    readonly usedBytes: number | undefined;
    readonly quotaBytes: number | undefined;
    /** Whether the browser has promised not to throw the store away. */
    readonly isPersistent: boolean;
  };
}

/** Why a record did not get through: the server's code, and the issues at their fields. */
export interface QueueProblem {
  readonly code: string;
  readonly issues: readonly Issue[];
}

/** A write in the queue, with just enough of the person to recognise them. */
export interface QueueItem {
  readonly id: string;
  readonly call: BatchCall;
  readonly state: 'waiting' | 'sending' | 'retry' | 'conflict' | 'refused' | 'done';
  readonly name: string;
  readonly birthDate: string | undefined;
  /** Milliseconds since 1970 when it was put into the queue. */
  readonly at: number;
  readonly attempts: number;
  readonly retryAt: number | undefined;
  readonly problem: QueueProblem | undefined;
  readonly receipt: Receipt | undefined;
  /** Places where both sides had changed the record and which came together by themselves. */
  readonly merged: readonly string[];
}

/** One field that two people changed to different values. `undefined` = empty. */
export interface FieldConflict {
  /** Dotted path of a field, or of a row where one side removed it. */
  readonly path: string;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What a person has to decide. */
export type Conflict =
  | {
      readonly kind: 'record';
      readonly item: QueueItem;
      readonly mine: HealthRecord;
      readonly theirs: LoadedRecord;
      readonly conflicts: readonly FieldConflict[];
      /** Places that come together by themselves. */
      readonly merged: readonly string[];
    }
  | {
      /** Someone with the same number has a record already. */
      readonly kind: 'person';
      readonly item: QueueItem;
      readonly mine: HealthRecord;
      readonly candidates: readonly PersonCandidate[];
    };

/** What the person decided: whose value at each path, or which candidate is the same person. */
export type Decision =
  | {
      readonly kind: 'record';
      readonly etag: string;
      readonly choices: { readonly [path: string]: 'mine' | 'theirs' };
    }
  | { readonly kind: 'person'; readonly pid: string };

/** The queue as people meet it. */
export interface Sync {
  status(): Promise<SyncStatus>;
  /** Calls back after each change; the answer stops it. */
  watch(listener: (status: SyncStatus) => void): () => void;
  /** Sends what waits, now. */
  send(): Promise<void>;
  pause(): void;
  resume(): void;
  /** After `restored`: the person has looked, sending may go on. */
  acknowledge(): Promise<void>;
  /** Items of a state, oldest first (`done`: newest first). */
  items(state: 'waiting' | 'attention' | 'done', limit?: number): Promise<readonly QueueItem[]>;
  drafts(): Promise<readonly SavedDraft[]>;
  discardDraft(id: string): Promise<void>;
  /** What to decide; rejects with `NetworkError` where the server has to be asked and does not answer. */
  conflict(id: string): Promise<Conflict>;
  decide(id: string, decision: Decision): Promise<void>;
  /** Tries a refused item again as it is. */
  retry(id: string): Promise<void>;
  /** Takes an item out of the queue to correct it: it is a draft again, under the same id. */
  takeBack(id: string): Promise<SavedDraft>;
  /** Deletes one item for good. */
  remove(id: string): Promise<void>;
  /** Everything that the server does not have yet, sealed with a passphrase of its own; or one item. */
  exportFile(passphrase: string, id?: string): Promise<Blob>;
  /** Puts the items of such a file into this queue; what is here already stays as it is. */
  importFile(file: Blob, passphrase: string): Promise<{ readonly added: number; readonly known: number }>;
}
