import type { ConsentEvent, HealthRecord, RecordDraft, StoredConsent } from '../schema/index.ts';
import type { LoadedRecord } from './client.ts';
import type {
  AccessEntry,
  CoverageGroup,
  EmergencyAccess,
  EmergencyRequest,
  EmergencyReview,
  GroupKind,
  PersonCandidate,
  PersonQuery,
  Receipt,
  ReviewRequest,
  RosterPerson,
} from './wire.ts';

/** A draft that was put aside, by an id of its own; `base` is the record it changes, if there is one. */
export interface SavedDraft {
  readonly id: string;
  readonly draft: RecordDraft;
  readonly base?: LoadedRecord | undefined;
}

/** What became of a record that was submitted: it stands, or it waits in the queue for the network. */
export type Submission =
  | { readonly state: 'stored'; readonly receipt: Receipt }
  /** `base` is what a further change of it starts from. */
  | { readonly state: 'queued'; readonly base: LoadedRecord };

/** Where records come from and go to. Without a vault there is no `save`: the host keeps drafts itself. */
export interface RecordStore {
  load(pid: string): Promise<LoadedRecord>;
  /**
   * Creates a record, or changes `base` by what differs from it. Rejects with the client's errors; where the record
   * stays on this device the error has the `etag` that a further change of it starts from. `id` names the capture (the
   * same for every attempt to send it): after a lost answer the record is not created a second time.
   */
  submit(record: HealthRecord, base?: LoadedRecord, id?: string): Promise<Submission>;
  /** Keeps a draft; rejects with `draft.elsewhere` where another window has written it meanwhile. */
  save?(draft: SavedDraft): Promise<void>;
  drafts?(): Promise<readonly SavedDraft[]>;
  /**
   * Opens a draft for writing until `signal` aborts. Where another window has it open `onElsewhere` is told, and the
   * answer comes when that one lets go of it.
   */
  open?(
    id: string,
    options: { readonly signal: AbortSignal; readonly onElsewhere?: () => void },
  ): Promise<SavedDraft | undefined>;
  discard?(id: string): Promise<void>;
  /**
   * Tells what becomes of a record that waits on this device: `base` is that of a queued submission, or what `load` or
   * `open` gave with `pending`. Calls back with the client's error where a person has to do something, with `queued`
   * where it waits again after that, and with `stored` in the end. The answer stops it.
   */
  follow?(base: LoadedRecord, listener: (state: Submission | Error) => void): () => void;
}

/** Finds people who may have a record already. */
export interface PeopleSearch {
  lookup(query: PersonQuery): Promise<readonly PersonCandidate[]>;
}

/** A group as the server counts it now, or as it was when it was taken along. */
export type CountedGroup = CoverageGroup & {
  /** Milliseconds since 1970 of the counts, where the server could not be asked. */
  readonly carriedAt?: number | undefined;
};

/** Who is expected, and how far one has got. */
export interface Rosters {
  /**
   * Groups of a kind; `within` = only people who also belong to that group. Rejects with `copy.missing` where the server
   * does not answer and nothing was taken along.
   */
  groups(by: GroupKind, within?: string): AsyncIterable<CountedGroup>;
  people(group: string, state?: 'captured' | 'missing'): AsyncIterable<RosterPerson>;
}

/** A group whose records were taken along to where there is no network. */
export interface CarriedGroup {
  /** Its counts are those of the day it was taken along. */
  readonly group: CoverageGroup;
  /** Milliseconds since 1970 of its oldest copy, and when its copies are deleted. */
  readonly takenAt: number;
  readonly expiresAt: number;
  /** People on its list; those without a record on the server have none to take along. */
  readonly people: number;
  readonly records: number;
  /** Records that this user may not read. */
  readonly refused: number;
  /** `partly` = it was stopped or cut off before the last record; `expired` = its copies were too old and are gone. */
  readonly state: 'whole' | 'partly' | 'expired';
}

/** What was taken along. `records` = all copies on this device, those of several groups once. */
export interface Carried {
  readonly groups: readonly CarriedGroup[];
  readonly records: number;
}

/** How far taking along has got; `total` is 0 while the lists are read. */
export interface TakeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Takes records along to where there is no network. */
export interface Carrier {
  carried(): Promise<Carried>;
  /** Groups of the server that can be taken along; rejects with the client's errors. */
  available(by: GroupKind): AsyncIterable<CoverageGroup>;
  /**
   * Takes a group (or its id) along, or takes it again: its list and the records on it. Rejects with the client's
   * errors, and with the signal's reason; what was taken until then stays.
   */
  take(group: CoverageGroup | string, options?: TakeOptions): Promise<CarriedGroup>;
  /** Deletes the copies of a group that no other group needs; without an id all copies. */
  letGo(group?: string): Promise<void>;
  /** Calls back after each change of the store; the answer stops it. */
  watch(listener: () => void): () => void;
}

/**
 * Whose events: the person of a record by its pid, or of a capture (its `id`) that has no record yet. `person` = who that is,
 * as the record would say it (numbers, name, birth date, sex): where another device makes the record, it is found by them.
 */
export type ConsentTarget = string | { readonly capture: string; readonly person?: RecordDraft | undefined };

/** The consent events of a person, as far as they are known here, ready for the fold. */
export interface ConsentHistory {
  /**
   * What the server has ordered (`StoredConsent`), then what waits on this device (`ConsentEvent`), each in its order. Of
   * what the server refused only that stands here which takes back or restricts.
   */
  readonly events: readonly (StoredConsent | ConsentEvent)[];
  /** Milliseconds since 1970 when the server gave them; absent where it gave them just now. */
  readonly carriedAt?: number | undefined;
}

/** Consent events of a person. */
export interface Consents {
  /** Rejects with `copy.missing` or `copy.tooOld` where the server does not answer and nothing was taken along. */
  list(target: ConsentTarget): Promise<ConsentHistory>;
  /**
   * Puts an event to a person: `queued` = it is safe on this device and goes out by itself, after the record where that
   * is not there yet. The event goes by its `id`, however often it is appended. Rejects with the client's errors.
   */
  append(target: ConsentTarget, event: ConsentEvent): Promise<StoredConsent | 'queued'>;
  /** Public keys of the server's countersignatures (32 bytes in hex) by their id. Rejects with the client's errors. */
  keys?(): Promise<Readonly<Record<string, string>>>;
  /** Who looked at the record, newest first. */
  accessLog(pid: string): AsyncIterable<AccessEntry>;
}

/** Opening a record without the usual right; it needs the server, which has to know at once. */
export interface Emergencies {
  /**
   * `idempotencyKey` stays the same for every attempt at the same access: one whose answer was lost is opened and logged
   * once. Without it each call is an access of its own.
   */
  open(
    pid: string,
    request: EmergencyRequest,
    options?: { readonly idempotencyKey?: string | undefined },
  ): Promise<EmergencyAccess>;
  close(access: Pick<EmergencyAccess, 'pid' | 'id'>): Promise<EmergencyAccess>;
  /** Those that nobody has reviewed yet, oldest first. */
  reviews(): AsyncIterable<EmergencyReview>;
  review(access: Pick<EmergencyAccess, 'pid' | 'id'>, found: ReviewRequest): Promise<EmergencyReview>;
}

/** The sealed store of this device, as people meet it. */
export interface Vault {
  /** `empty` = nobody has set it up yet; `unusable` = it cannot work here (see `problem`). */
  readonly state: 'empty' | 'locked' | 'open' | 'unusable';
  /** Code of what is wrong: `vault.insecureOrigin`, `vault.unavailable`, `vault.damaged`, `vault.lost`, `vault.full`, … */
  readonly problem: string | undefined;
  /** Fewest characters of a passphrase. */
  readonly minPassphrase: number;
  setUp(passphrase: string): Promise<void>;
  /** Rejects with `vault.wrongPassphrase`. */
  unlock(passphrase: string): Promise<void>;
  lock(): Promise<void>;
  changePassphrase(from: string, to: string): Promise<void>;
  /** Saves what can still be trusted of a damaged store; each record waits for a person to look at it. */
  recover(): Promise<{ readonly kept: number; readonly lost: number }>;
  /** Deletes everything on this device. */
  wipe(): Promise<void>;
  /** Tells that someone is at work, so that the store does not lock itself. */
  touch(): void;
  /** Calls back before the store locks itself, so that what is being typed can be saved; the answer stops it. */
  beforeLock(listener: () => Promise<void>): () => void;
  /** Calls back after each change of `state` or `problem`; the answer stops it. */
  watch(listener: () => void): () => void;
}
