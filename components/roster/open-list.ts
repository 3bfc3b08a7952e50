import type { Lists, Member, MemberList, MemberState } from '../../src/client/index.ts';
import type { States } from './model.ts';

/** More changed at once than is read person by person. */
const readWhole = 20;

/** A list of this device while it is open: its people, how far they have got, and what changes of that. */
export class OpenList {
  readonly #lists: Lists;
  readonly id: string;
  readonly #changed: () => void;
  list: MemberList | undefined;
  states: States = new Map();
  /** What kept it from being read. */
  error: unknown;
  #stop: (() => void) | undefined;
  #reading: Promise<void> | undefined;
  #stale: Set<string> | 'all' | undefined;

  constructor(lists: Lists, id: string, changed: () => void) {
    this.#lists = lists;
    this.id = id;
    this.#changed = changed;
  }

  /** Reads it and keeps it up to date until `close`. */
  open(): Promise<void> {
    this.#stop = this.#lists.watch(this.id, (members) => {
      if (members === undefined || this.#stale === 'all') this.#stale = 'all';
      else this.#stale = new Set([...(this.#stale ?? []), ...members]);
      void this.#read();
    });
    this.#stale = 'all';
    return this.#read();
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #isOpen(): boolean {
    return this.#stop !== undefined;
  }

  // However fast it changes, one reading is under way at a time.
  #read(): Promise<void> {
    this.#reading ??= this.#readStale().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readStale(): Promise<void> {
    while (this.#stale && this.#isOpen()) {
      const stale = this.#stale;
      this.#stale = undefined;
      try {
        if (stale === 'all' || stale.size > readWhole || !this.list) await this.#readAll();
        else await this.#readSome([...stale]);
        this.error = undefined;
      } catch (error) {
        this.error = error;
      }
      if (this.#isOpen()) this.#changed();
    }
  }

  async #readAll(): Promise<void> {
    const { list, states } = await this.#lists.open(this.id);
    this.list = sameMembers(this.list, list);
    this.states = states;
  }

  async #readSome(ids: readonly string[]): Promise<void> {
    const found = await Promise.all(
      ids.map(async (id) => [id, (await this.#lists.member(this.id, id)).state] as const),
    );
    this.states = new Map<string, MemberState>([...this.states, ...found]);
  }
}

/** Keeps the list open that is wanted, and no other. */
export class ListInUse {
  /** The list that is open, or on its way. */
  current: OpenList | undefined;
  readonly #changed: () => void;
  #lists: Lists | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Opens a list by its id and lets the one before go; '' = none. */
  want(lists: Lists | undefined, id: string): void {
    const wanted = lists ? id : '';
    if (this.#lists === lists && (this.current?.id ?? '') === wanted) return;
    this.close();
    this.#lists = lists;
    if (!lists || !wanted) return;
    this.current = new OpenList(lists, wanted, this.#changed);
    void this.current.open();
  }

  close(): void {
    this.current?.close();
    this.current = undefined;
    this.#lists = undefined;
  }
}

// Whoever reads the list anew gets the people that were there: rows of people who are as they were are not drawn again.
function sameMembers(before: MemberList | undefined, list: MemberList): MemberList {
  if (!before) return list;
  const known = new Map<string, Member>(before.members.map((member) => [member.id, member]));
  const members = list.members.map((member) => {
    const old = known.get(member.id);
    return old && JSON.stringify(old) === JSON.stringify(member) ? old : member;
  });
  return { ...list, members };
}
