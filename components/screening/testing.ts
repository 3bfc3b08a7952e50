import type {
  Lists,
  Member,
  MemberList,
  MemberRecord,
  MemberState,
  Submission,
} from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

/** Lists in memory, for tests and stories: what is submitted stands there at once. */
export class FakeLists implements Lists {
  readonly #list: MemberList;
  readonly records = new Map<string, HealthRecord>();
  readonly states = new Map<string, MemberState>();
  readonly sent: [member: string, record: HealthRecord, stations: MemberState['stations']][] = [];
  readonly marks: [member: string, mark: unknown][] = [];
  readonly #listeners = new Set<(members: readonly string[] | undefined) => void>();
  /** Thrown by the next submit. */
  refusal: Error | undefined;
  result: Submission['state'] = 'queued';

  constructor(list: MemberList) {
    this.#list = list;
  }

  async all() {
    const { members, ...list } = this.#list;
    return [{ ...list, count: members.length, addedAt: 0 }];
  }
  async put(): Promise<void> {}
  async remove(): Promise<void> {}
  async open() {
    return { list: this.#list, states: this.states };
  }
  async member(_list: string, member: string): Promise<MemberRecord> {
    const record = this.records.get(member);
    return { ...(record && { record }), state: this.states.get(member) ?? { stations: {} } };
  }
  async submit(
    _list: string,
    member: string,
    record: HealthRecord,
    stations: MemberState['stations'],
  ): Promise<Submission> {
    const { refusal } = this;
    this.refusal = undefined;
    if (refusal) throw refusal;
    this.sent.push([member, record, stations]);
    this.write(member, record, { stations, queue: 'waiting' });
    const at = '2026-09-15T01:00:00Z';
    if (this.result === 'stored') return { state: 'stored', receipt: { pid: 'p', version: 1, at } };
    const base = { pid: 'p', version: 1, at, by: 'n', facility: 'f', action: 'create' as const, etag: '"1"' };
    return { state: 'queued', base: { ...base, record } };
  }
  async mark(_list: string, member: string, mark: Parameters<Lists['mark']>[2]): Promise<void> {
    this.marks.push([member, mark]);
    const { mark: _old, ...state } = this.states.get(member) ?? { stations: {} };
    this.states.set(member, mark ? { ...state, mark: { ...mark, at: 1 } } : state);
    this.#tell(member);
  }
  watch(_list: string, listener: (members: readonly string[] | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What another station, or the sending, does. */
  write(member: string, record: HealthRecord, state: MemberState = { stations: {} }): void {
    this.records.set(member, record);
    this.states.set(member, { ...this.states.get(member), ...state });
    this.#tell(member);
  }

  #tell(member: string): void {
    for (const listener of this.#listeners) listener([member]);
  }
}

/** Invented pupils of a class. */
export const pupils: readonly Member[] = [
  { id: 'm1', fullName: 'Lò Thị Ví Dụ', birthDate: '2017-03-14', sex: 'female', studentCode: 'HS990001' },
  { id: 'm2', fullName: 'Quàng Văn Mẫu', birthDate: '2017-06-02', sex: 'male', studentCode: 'HS990002' },
  { id: 'm3', fullName: 'Cầm Thị Mẫu', birthDate: '2017-09', sex: 'female' },
];
export const classList: MemberList = {
  id: 'list-4a',
  kind: 'class',
  name: '4A',
  place: 'Trường Tiểu học Ví Dụ',
  year: '2026-2027',
  members: pupils,
};

const administrative = {
  fullName: 'Lò Thị Ví Dụ',
  sex: 'female' as const,
  birthDate: '2017-03-14',
  identifiers: { temporary: { kind: 'temporary' as const, number: 'TMP-990001' } },
};

/** A girl of grade 4 who was measured in both rounds of the year before. */
export const measuredBefore: HealthRecord = {
  schemaVersion: 1,
  capturedOn: '2026-03-16',
  administrative,
  screenings: {
    '2025-2026': {
      rounds: {
        round1: { measuredOn: '2025-09-15', weightKg: 24.6, heightCm: 124.5 },
        round2: {
          measuredOn: '2026-03-16',
          weightKg: 26.4,
          heightCm: 128.5,
          bloodPressureMmHg: { systolic: 98, diastolic: 62 },
          pulsePerMinute: 86,
          vision: { uncorrectedRight: '10/10', uncorrectedLeft: '9/10' },
          caries: 2,
        },
      },
    },
  },
};
