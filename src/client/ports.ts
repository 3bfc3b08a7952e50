import type { HealthRecord, RecordDraft } from '../schema/index.ts';
import type { LoadedRecord } from './client.ts';
import type {
  ConsentEvent,
  CoverageGroup,
  GroupKind,
  PersonCandidate,
  PersonQuery,
  Receipt,
  RosterPerson,
  StoredConsent,
} from './wire.ts';

/** A draft that was put aside, by an id of its own; `base` is the record it changes, if there is one. */
export interface SavedDraft {
  readonly id: string;
  readonly draft: RecordDraft;
  readonly base?: LoadedRecord | undefined;
}

/** What became of a record that was submitted: it stands, or it waits in the queue for the network. */
export type Submission =
  { readonly state: 'stored'; readonly receipt: Receipt } | { readonly state: 'queued'; readonly id: string };

/** Where records come from and go to. Without a vault there is no `save`: the host keeps drafts itself. */
export interface RecordStore {
  load(pid: string): Promise<LoadedRecord>;
  /**
   * Creates a record, or changes `base` by what differs from it. Rejects with the client's errors. `id` names the
   * capture (the same for every attempt to send it): after a lost answer the record is not created a second time.
   */
  submit(record: HealthRecord, base?: LoadedRecord, id?: string): Promise<Submission>;
  save?(draft: SavedDraft): Promise<void>;
  drafts?(): Promise<readonly SavedDraft[]>;
  discard?(id: string): Promise<void>;
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

/** Consent events of a person. */
export interface Consents {
  list(pid: string): AsyncIterable<StoredConsent>;
  append(pid: string, event: ConsentEvent): Promise<StoredConsent>;
}
