import { ContextProvider } from '@lit/context';
import type {
  Consents,
  ConsentTarget,
  Lists,
  Member,
  MemberList,
  MemberRecord,
  MemberState,
  Submission,
} from '../../src/client/index.ts';
import type { ConsentEvent, HealthRecord } from '../../src/schema/index.ts';
import { sessionContext } from '../context.ts';
import type { Session } from '../context.ts';

const middle = ['Văn', 'Thị', 'Hoàng Bảo', 'Minh', 'Thị Ngọc'];
const family = ['Nguyễn', 'Trần', 'Lò', 'Vàng', 'Đặng', 'Phạm', 'Hoàng'];

/** Invented pupils: names of different length, two classes, some without code or birth date. */
export function pupils(count: number, classes: readonly string[] = ['3A1', '3A2']): Member[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `m${at + 1}`,
    fullName: `${family[at % family.length]} ${middle[at % middle.length]} Mẫu ${at + 1}`,
    ...(at % 11 !== 10 && { birthDate: `2017-0${(at % 9) + 1}-1${at % 10}` }),
    sex: at % 2 ? ('female' as const) : ('male' as const),
    className: classes[Math.floor((at * classes.length) / count)]!,
    ...(at % 4 !== 3 && { studentCode: `HS${String(at + 1).padStart(4, '0')}` }),
  }));
}

export const listOf = (members: readonly Member[], more: Partial<MemberList> = {}): MemberList => ({
  id: 'list-1',
  kind: 'class',
  name: 'Lớp 3A',
  place: 'Trường Tiểu học Ví Dụ',
  year: '2026-2027',
  members,
  ...more,
});

/** Lists in memory; `set` changes a state and tells of it, as writing on this device does. */
export class FakeLists implements Lists {
  readonly lists = new Map<string, MemberList>();
  readonly states = new Map<string, Map<string, MemberState>>();
  /** What was called, in order. */
  readonly calls: string[] = [];
  failure: Error | undefined;
  readonly #listeners = new Map<string, Set<(members: readonly string[] | undefined) => void>>();

  constructor(...lists: readonly MemberList[]) {
    for (const list of lists) void this.put(list);
  }

  #throw(): void {
    if (this.failure) throw this.failure;
  }

  async all() {
    this.#throw();
    return [...this.lists.values()].map(({ members, ...list }) => ({
      ...list,
      count: members.length,
      addedAt: Date.UTC(2026, 10, 18),
    }));
  }

  put(list: MemberList): Promise<void> {
    this.calls.push('put');
    if (this.failure) return Promise.reject(this.failure);
    const known = this.lists.get(list.id);
    const ids = new Set(known?.members.map(({ id }) => id));
    const given = new Map(list.members.map((member) => [member.id, member]));
    const members = [
      ...(known?.members ?? []).map((member) => ({ ...member, ...given.get(member.id) })),
      ...list.members.filter(({ id }) => !ids.has(id)),
    ];
    this.lists.set(list.id, { ...list, members });
    this.#tell(list.id, undefined);
    return Promise.resolve();
  }

  async open(id: string) {
    this.calls.push('open');
    this.#throw();
    const list = this.lists.get(id);
    if (!list) throw Object.assign(new Error('copy.missing'), { code: 'copy.missing' });
    return { list, states: new Map(this.states.get(id)) };
  }

  async member(list: string, member: string): Promise<MemberRecord> {
    this.calls.push('member');
    this.#throw();
    return {
      state: this.states.get(list)?.get(member) ?? { stations: {} },
      consentsOf: { capture: `capture-${member}` },
    };
  }

  async submit(
    list: string,
    member: string,
    _record: HealthRecord,
    stations: MemberState['stations'],
  ): Promise<Submission> {
    this.set(list, member, { stations, queue: 'waiting', at: Date.now() });
    return { state: 'queued', base: { record: _record, etag: '"1"' } as never };
  }

  async mark(list: string, member: string, mark: Omit<NonNullable<MemberState['mark']>, 'at'> | undefined) {
    this.#throw();
    this.set(list, member, { mark: mark && { ...mark, at: Date.now() } });
  }

  async consented(list: string, member: string, consent: MemberState['consent']) {
    this.set(list, member, { consent });
  }

  async remove(id: string) {
    this.#throw();
    this.lists.delete(id);
    this.states.delete(id);
    this.#tell(id, undefined);
  }

  watch(list: string, listener: (members: readonly string[] | undefined) => void): () => void {
    const all = this.#listeners.get(list) ?? new Set();
    this.#listeners.set(list, all.add(listener));
    return () => void all.delete(listener);
  }

  get watchers(): number {
    return [...this.#listeners.values()].reduce((sum, all) => sum + all.size, 0);
  }

  /** Changes what is known of somebody. */
  set(list: string, member: string, patch: Partial<MemberState>): void {
    const states = this.states.get(list) ?? new Map<string, MemberState>();
    this.states.set(list, states);
    states.set(member, { stations: {}, ...states.get(member), ...patch });
    this.#tell(list, [member]);
  }

  #tell(list: string, members: readonly string[] | undefined): void {
    for (const listener of this.#listeners.get(list) ?? []) listener(members);
  }
}

/** Whose events: what is known of who it is does not change that. */
const keyOf = (target: ConsentTarget): string =>
  JSON.stringify(typeof target === 'string' ? target : { capture: target.capture });

/** Consent events in memory, by whom they are of. */
export class FakeConsents implements Pick<Consents, 'list' | 'append'> {
  readonly events = new Map<string, ConsentEvent[]>();
  failure: Error | undefined;

  async list(target: ConsentTarget) {
    return { events: this.events.get(keyOf(target)) ?? [] };
  }

  async append(target: ConsentTarget, event: ConsentEvent) {
    if (this.failure) throw this.failure;
    const key = keyOf(target);
    this.events.set(key, [...(this.events.get(key) ?? []), event]);
    return 'queued' as const;
  }
}

/** Puts a session around what is placed in `host`. */
export function provide(host: HTMLElement, session: Session): (session: Session) => void {
  const provider = new ContextProvider(host as never, { context: sessionContext, initialValue: session });
  return (next) => provider.setValue(next);
}
