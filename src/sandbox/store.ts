import type {
  AccessEntry,
  EmergencyReview,
  GroupKind,
  PublicKey,
  RosterPerson,
  VersionEntry,
} from '../client/index.ts';
import type { HealthRecord, StoredConsent } from '../schema/index.ts';

/** One version of a record as it is kept for ever. */
export interface StoredVersion extends VersionEntry {
  readonly record: HealthRecord;
}

/** The newest version of a record and the facility it belongs to. */
export interface StoredRecord extends StoredVersion {
  readonly pid: string;
  readonly home: string;
}

/** By what a person is found. Names are folded, numbers without blanks and signs. */
export interface PersonKey {
  readonly foldedName: string;
  readonly birthDate: string;
  readonly communes: readonly string[];
  readonly identifiers: readonly {
    readonly kind: string;
    readonly number: string;
    readonly unique: boolean;
  }[];
}

/** The answer once given under an idempotency key. */
export interface KeptAnswer {
  readonly hash: string;
  readonly status: number;
  readonly data: unknown;
}

/** A person who is expected somewhere, as a roster is filled with them. */
export interface ExpectedPerson {
  readonly fullName: string;
  readonly birthDate?: string | undefined;
  readonly sex?: RosterPerson['sex'];
  readonly identifier?: { readonly kind: string; readonly number: string } | undefined;
  /** Names of the groups the person belongs to: commune code, hamlet, household code, school, class, workplace. */
  readonly groups: { readonly [K in GroupKind]?: string };
}

/** A group of expected people with its counts. */
export interface ExpectedGroup {
  readonly n: number;
  readonly group: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly expected: number;
  readonly captured: number;
  readonly seenToday: number;
}

/** What can be done inside one transaction. Pages go on after `cursor` (a number) and hold at most `limit` rows. */
export interface StoreTransaction {
  /** Takes an idempotency key, or gives the answer kept under it. Waits for another transaction that holds the key. */
  claim(scope: string, key: string, hash: string): Promise<KeptAnswer | undefined>;
  keep(scope: string, key: string, status: number, data: unknown): Promise<void>;

  /** The newest version; `lock` keeps other writers of this record waiting until the transaction ends. */
  load(pid: string, lock?: boolean): Promise<StoredRecord | undefined>;
  /**
   * Adds a version (1 makes the record). Gives the pid of another record that holds one of the unique numbers; the
   * transaction must then be given up by throwing.
   */
  save(record: StoredRecord, person: PersonKey): Promise<string | undefined>;
  versions(pid: string, cursor: number | undefined, limit: number): Promise<VersionEntry[]>;
  version(pid: string, version: number): Promise<StoredVersion | undefined>;

  findByIdentifier(kind: string, number: string): Promise<StoredRecord[]>;
  /** Birth dates agree as far as both are known. */
  findByPerson(foldedName: string, birthDate: string, commune: string | undefined): Promise<StoredRecord[]>;

  /** Adds an event as it stands from now on. Its `seq` follows the last one; the record has to be locked. */
  addConsent(pid: string, consent: StoredConsent): Promise<void>;
  consents(pid: string, cursor: number | undefined, limit: number): Promise<StoredConsent[]>;
  lastConsent(pid: string): Promise<StoredConsent | undefined>;
  /** The event of that id among those of the record. */
  findConsent(pid: string, id: string): Promise<StoredConsent | undefined>;

  /** Keeps a public key that countersigns; once known it stays known. */
  keepKey(key: PublicKey): Promise<void>;
  keys(): Promise<PublicKey[]>;

  openEmergency(access: EmergencyReview): Promise<void>;
  emergencyOpen(pid: string, facility: string, user: string, now: string): Promise<boolean>;
  /** One access of a record; other changes of it wait until the transaction ends. */
  emergency(pid: string, id: string): Promise<EmergencyReview | undefined>;
  /** Writes down that it was closed or reviewed. */
  changeEmergency(access: EmergencyReview): Promise<void>;
  /** Accesses to all records by whether they were reviewed, oldest first. */
  emergencies(
    isReviewed: boolean,
    cursor: number | undefined,
    limit: number,
  ): Promise<(EmergencyReview & { readonly n: number })[]>;

  /** The highest revision seen of an offline store before this one; the higher of the two is kept. */
  checkpoint(scope: string, storeId: string, revision: number): Promise<number | undefined>;

  log(pid: string, entry: AccessEntry): Promise<void>;
  accessLog(
    pid: string,
    cursor: number | undefined,
    limit: number,
  ): Promise<(AccessEntry & { readonly n: number })[]>;

  /** Adds an expected person of a facility; a group is made with the given id when its kind and name are new. */
  addExpected(
    facility: string,
    id: string,
    person: ExpectedPerson,
    key: { readonly foldedName: string; readonly number: string },
    newGroupId: () => string,
    pid: string | undefined,
  ): Promise<void>;
  /** Ids of expected people without a record whom this name and birth date, or one of these numbers, fits. */
  findExpected(foldedName: string, birthDate: string, numbers: readonly string[]): Promise<string[]>;
  linkExpected(id: string, pid: string): Promise<void>;
  groupFacility(group: string): Promise<string | undefined>;
  roster(
    group: string,
    state: 'captured' | 'missing' | undefined,
    cursor: number | undefined,
    limit: number,
  ): Promise<(RosterPerson & { readonly n: number })[]>;
  /**
   * Groups of one kind, of one facility or of all; `within` = only people who also belong to that group. Seen today is
   * whose record the group's facility wrote since the instant `since`.
   */
  coverage(
    facility: string | undefined,
    kind: GroupKind,
    within: string | undefined,
    since: string,
    cursor: number | undefined,
    limit: number,
  ): Promise<ExpectedGroup[]>;
}

/** Where the sandbox keeps everything. `transaction` does all of `work` or nothing. */
export interface Store {
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Do two dates that may be a year, a month or a day agree as far as both are known? */
export const datesAgree = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
