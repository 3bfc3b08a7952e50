import type { HealthRecord, Identifier } from '../schema/index.ts';
import type { ConsentTarget, Submission } from './ports.ts';
import type { GroupKind } from './wire.ts';

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
