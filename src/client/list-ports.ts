import type { HealthRecord, Identifier, RecordDraft } from '../schema/index.ts';
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
  /** Stations at which something was typed on this device and not submitted. */
  readonly unsaved?: readonly string[] | undefined;
}

/** The record of somebody on a list as this device has it. */
export interface MemberRecord {
  /** Absent where nothing is known of a record yet. */
  readonly record?: HealthRecord | undefined;
  readonly state: MemberState;
  /** Whose consent events they are, for `Consents`: of the record, or of the capture that will make it. */
  readonly consentsOf?: ConsentTarget | undefined;
}

/** What is on the screen while somebody is written: what is typed on two of them is never mixed. */
export interface DraftPage {
  readonly list: string;
  readonly member: string;
  /** School year and round, as `2026-2027` and `round1`. */
  readonly year: string;
  readonly round: string;
  readonly stations: readonly string[];
  /** Who types, where it is known. */
  readonly by?: string | undefined;
}

/** What was typed of somebody and not submitted, and the record that it was typed on. */
export interface MemberDraft {
  readonly draft: RecordDraft;
  readonly base: RecordDraft;
}

/** A page that one window types on until it closes it. What is kept there is sealed, and never sent by itself. */
export interface OpenPage {
  /** What a window that is gone has left on this page, and when it was typed (milliseconds since 1970). */
  readonly found: (MemberDraft & { readonly at: number }) | undefined;
  /**
   * Keeps what stands there in place of what was kept before. `change` counts what the person has changed: what is in a
   * submission of a later change is not kept any more. Rejects with `vault.locked`, `vault.full`, …
   */
  keep(draft: MemberDraft, change: number): Promise<void>;
  discard(): Promise<void>;
  /** Leaves it to whoever opens the page next, with what is kept; they wait for the last keeping, if it is given. */
  close(last?: Promise<unknown>): void;
}

/** Lists that stand sealed on this device, with what was written of the people on them. */
export interface Lists {
  /** Newest first; `members` are counted and not read. */
  all(): Promise<
    readonly (Omit<MemberList, 'members'> & { readonly count: number; readonly addedAt: number })[]
  >;
  /**
   * Keeps a list; one that is there under this id gets the members it has not, and loses none. Of a member who is there
   * already the newer line counts, where it says something.
   */
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
   * together with it. `held` = the page whose typing it holds, up to a change: it is deleted there in the same moment.
   * Rejects as `RecordStore.submit`; with `draft.elsewhere` where both wrote at one place.
   */
  submit(
    list: string,
    member: string,
    record: HealthRecord,
    stations: MemberState['stations'],
    from?: MemberRecord,
    held?: { readonly page: OpenPage; readonly change: number },
  ): Promise<Submission>;
  /** Opens a page for typing. What another window is typing on such a page stays there, and is not given. */
  page?(page: DraftPage): Promise<OpenPage>;
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
  /**
   * Calls back with the members whose state changed (all of the list where `undefined`); the answer stops it. `isTyping` =
   * nothing but `unsaved` changed.
   */
  watch(
    list: string,
    listener: (members: readonly string[] | undefined, isTyping?: boolean) => void,
  ): () => void;
}
