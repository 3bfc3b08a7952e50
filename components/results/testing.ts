import type {
  CountedGroup,
  GroupKind,
  Lists,
  Member,
  MemberList,
  MemberRecord,
  MemberState,
  RosterPerson,
  Rosters,
  Submission,
} from '../../src/client/index.ts';
import type { HealthRecord } from '../../src/schema/index.ts';

const failure = (code: string): Error & { code: string } => Object.assign(new Error(code), { code });

/** Groups with their people by ids; what belongs together is told by `within`. */
export class FakeRosters implements Rosters {
  groupsOf: { [by: string]: readonly CountedGroup[] } = {};
  peopleOf: { [group: string]: readonly RosterPerson[] } = {};
  /** Codes to reject `groups` and `people` with. */
  failing: { groups?: string; people?: string } = {};
  readonly calls: (readonly unknown[])[] = [];

  async *groups(by: GroupKind, within?: string): AsyncGenerator<CountedGroup> {
    this.calls.push(['groups', by, within]);
    if (this.failing.groups) throw failure(this.failing.groups);
    yield* this.groupsOf[within ? `${by} in ${within}` : by] ?? [];
  }

  async *people(group: string, state?: 'captured' | 'missing'): AsyncGenerator<RosterPerson> {
    this.calls.push(['people', group, state]);
    if (this.failing.people) throw failure(this.failing.people);
    yield* (this.peopleOf[group] ?? []).filter(({ pid }) => !state || (state === 'captured') === !!pid);
  }
}

/** Lists of a device in memory, with the records of their people. */
export class FakeLists implements Lists {
  readonly lists: MemberList[] = [];
  readonly states = new Map<string, MemberState>();
  readonly records = new Map<string, HealthRecord>();
  readonly listeners = new Set<(members: readonly string[] | undefined) => void>();
  readonly calls: (readonly unknown[])[] = [];
  /** Codes to reject the calls of a name with. */
  failing: { [call: string]: string } = {};
  /** Answers of a submission, the same for all. */
  submission: Submission = { state: 'stored', receipt: { pid: 'p', version: 1, at: '' } } as never;

  #did(...call: [string, ...unknown[]]): void {
    this.calls.push(call);
    const code = this.failing[call[0]];
    if (code) throw failure(code);
  }

  callsOf(name: string): (readonly unknown[])[] {
    return this.calls.filter(([called]) => called === name).map(([, ...given]) => given);
  }

  tell(members?: readonly string[]): void {
    for (const listener of this.listeners) listener(members);
  }

  async all() {
    this.#did('all');
    return this.lists.map(({ members, ...list }) => ({ ...list, count: members.length, addedAt: 0 }));
  }
  async put(list: MemberList): Promise<void> {
    this.#did('put', list.id);
    this.lists.push(list);
  }
  async open(id: string) {
    this.#did('open', id);
    const list = this.lists.find((each) => each.id === id);
    if (!list) throw failure('copy.missing');
    return { list, states: new Map(this.states) };
  }
  async member(list: string, member: string): Promise<MemberRecord> {
    this.#did('member', list, member);
    return { record: this.records.get(member), state: this.states.get(member) ?? { stations: {} } };
  }
  async submit(
    list: string,
    member: string,
    record: HealthRecord,
    stations: MemberState['stations'],
  ): Promise<Submission> {
    this.#did('submit', list, member, record, stations);
    this.records.set(member, record);
    this.states.set(member, { ...this.states.get(member), stations });
    return this.submission;
  }
  async mark(): Promise<void> {}
  async remove(): Promise<void> {}
  watch(_list: string, listener: (members: readonly string[] | undefined) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** Somebody on a list; names nobody has. */
export const pupil = (n: number, more: Partial<Member> = {}): Member => ({
  id: `m${n}`,
  fullName: `Nguyễn Văn Mẫu ${n}`,
  birthDate: '2017-03-14',
  sex: n % 2 ? 'male' : 'female',
  className: '3A',
  ...more,
});
