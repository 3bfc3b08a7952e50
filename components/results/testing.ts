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
  readonly listeners = new Set<(members: readonly string[] | undefined, isTyping?: boolean) => void>();
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
  watch(
    _list: string,
    listener: (members: readonly string[] | undefined, isTyping?: boolean) => void,
  ): () => void {
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

const year = '2026-2027';
const state = { stations: { measure: 'all', eye: 'all', dental: 'all', doctor: 'all' } } as const;
type Book = NonNullable<HealthRecord['screenings']>[string];
type Round = NonNullable<Book['rounds']>[string];

/** The record of a pupil with a book of the school year 2026-2027. */
export function screened(
  member: Member,
  round: Round,
  more: Partial<Book> = {},
  administrative: Partial<NonNullable<HealthRecord['administrative']>> = {},
): HealthRecord {
  const { fullName, birthDate = '2017-03-14', sex = 'female' } = member;
  return {
    schemaVersion: 1,
    capturedOn: '2026-11-20',
    administrative: { fullName, birthDate, sex, ...administrative },
    screenings: {
      [year]: {
        general: {
          school: { name: 'Trường Tiểu học Ví Dụ', className: member.className ?? '3A', year },
          guardians: { g1: { name: `Trần Thị Mẫu ${member.id}`, relation: { text: 'Mẹ' } } },
        },
        rounds: { round1: { measuredOn: '2026-11-20', measuredBy: 'YS. Lê Thị Mẫu', ...round } },
        ...more,
      },
    },
  } as HealthRecord;
}

/** Nothing to look at. */
export const sound: Round = {
  ...{ weightKg: 29, heightCm: 133.2, bloodPressureMmHg: { systolic: 94, diastolic: 60 } },
  ...{ vision: { uncorrectedRight: '10/10', uncorrectedLeft: '10/10' }, spine: ['normal'], caries: 0 },
};
/** Eyes, back and teeth. */
export const ailing: Round = {
  ...{ ...sound, vision: { uncorrectedRight: '5/10', uncorrectedLeft: '6/10' } },
  ...{ spineRotationDegrees: 8, spine: ['scoliosisRight'], caries: 2 },
};

const longName = 'Công Tằng Tôn Nữ Hoàng Ngọc Phương Thảo Nguyên Khánh Linh Mẫu';
const longText =
  'Cận thị hai mắt, vẹo cột sống tư thế, sâu răng sữa nhiều vị trí; viêm mũi dị ứng tái phát theo mùa; ' +
  'cần theo dõi chiều cao, cân nặng hằng tháng và khám lại chuyên khoa mắt, chuyên khoa cơ xương khớp theo hẹn.';

/** A class as a day leaves it: `count` pupils, every third with something to look at, and those who were not examined. */
export function classDay(count = 12, id = 'l1', name = '3A'): FakeLists {
  const lists = new FakeLists();
  const members = Array.from({ length: Math.max(count, 6) }, (_, at) =>
    pupil(at + 1, { className: name, phone: '0000000001' }),
  );
  lists.lists.push({
    id,
    kind: 'class',
    name,
    place: 'Trường Tiểu học Ví Dụ',
    year,
    members: members.slice(0, count),
  });
  for (const [at, member] of members.entries()) {
    lists.states.set(member.id, state);
    lists.records.set(member.id, screened(member, at % 3 === 0 ? ailing : sound));
  }
  const [, second, third, fourth, fifth, sixth] = members as Member[];
  // A refusal, somebody who was not there, one without a book, long words, one thing measured only.
  lists.states.set(second!.id, { ...state, consent: 'refused' });
  lists.states.set(third!.id, { stations: {}, mark: { kind: 'absent', at: 1 } });
  lists.records.delete(third!.id);
  const more = {
    ...{ conclusion: longText, healthIssues: longText, recommendation: ['specialist'] as ['specialist'] },
    specialist: {
      ...{ examinedOn: '2026-11-20', facility: 'Trạm y tế xã Mẫu' },
      ...{ eye: { refraction: ['myopia'], diseases: 'Không' }, dental: { lowerJaw: 'Sâu 75, 85' } },
      pediatrics: { neuroPsychiatry: 'Kín đáo' },
    },
    followUp: {
      ...{ actions: ['referSpecialist', 'monitorAtSchool'], dueOn: '2026-12-01' },
      referredTo: 'Bệnh viện Mắt tỉnh Ví Dụ, khoa Khúc xạ trẻ em',
    },
  } as unknown as Partial<Book>;
  lists.records.set(fourth!.id, screened({ ...fourth!, fullName: longName }, ailing, more));
  lists.records.set(fifth!.id, {
    ...screened(fifth!, { weightKg: 29 }),
    unread: { [`screenings.${year}.rounds.round1.heightCm`]: 'hơn mét ba' },
  });
  if (sixth)
    lists.records.set(sixth.id, {
      ...screened(
        sixth,
        { ...sound, caries: undefined, vision: {} } as never,
        {
          parentNotice: {
            sentOn: '2026-11-18',
            channel: 'phone',
            recipient: 'Trần Thị Mẫu m6',
            acknowledgedOn: '2026-11-19',
          },
        } as Partial<Book>,
      ),
      absent: { [`screenings.${year}.rounds.round1.caries`]: 'refused' },
    });
  return lists;
}
