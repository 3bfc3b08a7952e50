import type {
  ConsentEvent,
  HealthRecord,
  Identifier,
  Issue,
  RecordDraft,
  StoredConsent,
} from '../schema/index.ts';
import type { LoadedRecord } from './client.ts';
import type {
  AccessEntry,
  BatchCall,
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

/** Who is expected, and how far one has got. */
export interface Rosters {
  groups(by: GroupKind, within?: string): AsyncIterable<CoverageGroup>;
  people(group: string, state?: 'captured' | 'missing'): AsyncIterable<RosterPerson>;
}

/** A person of a list that people are examined by, as the list says it. */
export interface Member {
  /** The same on every device that read the same list; opaque, nothing of the person can be read from it. */
  readonly id: string;
  readonly fullName: string;
  readonly birthDate?: string | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  /** Record of the person, once it is known. */
  readonly pid?: string | undefined;
  readonly identifiers?: readonly Identifier[] | undefined;
  readonly className?: string | undefined;
  readonly studentCode?: string | undefined;
  readonly phone?: string | undefined;
  readonly guardianName?: string | undefined;
  readonly hamlet?: string | undefined;
  readonly household?: string | undefined;
  readonly address?: string | undefined;
  readonly ethnicity?: string | undefined;
  readonly note?: string | undefined;
}

/** A list of people who are examined together: a class, a hamlet, a household, a workplace. */
export interface MemberList {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: string;
  /** School, workplace or commune that it belongs to. */
  readonly place?: string | undefined;
  /** School year, `2026-2027`. */
  readonly year?: string | undefined;
  readonly members: readonly Member[];
}

/** What this device knows of how far somebody on a list has got. */
export interface MemberState {
  /** What stands of each station: something, or all that belongs to it. A station that is missing has nothing. */
  readonly stations: { readonly [station: string]: 'some' | 'all' };
  /** Said by a person: not there on the day, or to be looked at again, and why. */
  readonly mark?:
    { readonly kind: 'absent' | 'recheck'; readonly words?: string; readonly at: number } | undefined;
  /** What the parents said of the examination; `undefined` = nobody has asked, or it is not needed. */
  readonly consent?: 'agreed' | 'refused' | 'unanswered' | undefined;
  /** Whether something of it still waits on this device, or a person has to look at it. */
  readonly queue?: 'waiting' | 'attention' | undefined;
  /** Milliseconds since 1970 when something was last written here. */
  readonly at?: number | undefined;
}

/** The record of somebody on a list as this device has it. */
export interface MemberRecord {
  /** Absent where nothing is known of a record yet. */
  readonly record?: HealthRecord | undefined;
  readonly state: MemberState;
  /** Whose consent events they are, for `Consents`: of the record, or of the capture that will make it. */
  readonly consentsOf?: ConsentTarget | undefined;
}

/** Lists that stand sealed on this device, with what was written of the people on them. */
export interface Lists {
  /** Newest first; `members` are counted and not read. */
  all(): Promise<
    readonly (Omit<MemberList, 'members'> & { readonly count: number; readonly addedAt: number })[]
  >;
  /** Keeps a list; one that is there under this id gets the members it has not, and loses none. */
  put(list: MemberList): Promise<void>;
  /** Rejects with `copy.missing` where there is none. */
  open(id: string): Promise<{
    readonly list: MemberList;
    readonly states: ReadonlyMap<string, MemberState>;
  }>;
  /** The record of one person: what waits here, else the server's, else the last that this device saw. */
  member(list: string, member: string): Promise<MemberRecord>;
  /**
   * Sends what was written of a person and keeps it readable here; starts from what `member` gave, and creates a record
   * where none is known. `stations` = what stands of each now. `from` = what `member` gave for this very record; without
   * it that is meant which was given in this window and differs least. What another window has written since comes
   * together with it. Rejects as `RecordStore.submit`; with `draft.elsewhere` where both wrote at one place.
   */
  submit(
    list: string,
    member: string,
    record: HealthRecord,
    stations: MemberState['stations'],
    from?: MemberRecord,
  ): Promise<Submission>;
  /** Marks somebody, or takes the mark away. */
  mark(
    list: string,
    member: string,
    mark: Omit<NonNullable<MemberState['mark']>, 'at'> | undefined,
  ): Promise<void>;
  /** Keeps what the parents said, so that it stands in the state; the decision itself goes to `Consents`. */
  consented?(list: string, member: string, consent: MemberState['consent']): Promise<void>;
  /** Deletes a list and what is kept of its people here; what waits to be sent stays in the queue. */
  remove(id: string): Promise<void>;
  /** Calls back with the members whose state changed (all of the list where `undefined`); the answer stops it. */
  watch(list: string, listener: (members: readonly string[] | undefined) => void): () => void;
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

/** Whose events: the person of a record by its pid, or of a capture (its `id`) that has no record yet. */
export type ConsentTarget = string | { readonly capture: string };

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
  open(pid: string, request: EmergencyRequest): Promise<EmergencyAccess>;
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

/** How far the day's work has got. */
export interface SyncStatus {
  /** Records that wait for the network, those on their way included. */
  readonly waiting: number;
  /** Records that a person has to look at: refused, in conflict, damaged. */
  readonly attention: number;
  /** Records the server has, since the store was set up. */
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
