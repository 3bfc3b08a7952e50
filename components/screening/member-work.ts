import type {
  Lists,
  Member,
  MemberList,
  MemberRecord,
  MemberState,
  Submission,
} from '../../src/client/index.ts';
import type { HealthRecord, RecordDraft } from '../../src/schema/index.ts';
import { recordOf } from '../../src/school/index.ts';
import { takeIn } from './merge-drafts.ts';
import type { Merged } from './merge-drafts.ts';

/** Who is worked on: the list and the person of it, or their ids. */
export interface Wanted {
  readonly lists: Lists;
  readonly list: MemberList | string;
  readonly member: Member | string;
}

/** Values of a person that are not saved yet. */
export interface Kept {
  readonly member: Member;
  readonly draft: RecordDraft;
  /** What they were written on. */
  readonly base: RecordDraft;
}

/** The form around it. */
export interface WorkHost {
  today(): string;
  draft(): RecordDraft;
  /** Whether something on screen is not saved. */
  isDirty(): boolean;
  /** Puts a person on screen. `isDirty` = with values that were kept. */
  shown(draft: RecordDraft, isDirty: boolean): void;
  /** Takes over what others wrote. */
  tookIn(merged: Merged): void;
  /** Something else is to be drawn. */
  changed(): void;
}

const noState: MemberState = { stations: {} };

/** The person of a list who is being worked on: opened from the sealed lists, followed, kept where not saved, sent. */
export class MemberWork {
  readonly #host: WorkHost;
  #wanted: Wanted | undefined;
  #turn = 0;
  #stop: (() => void) | undefined;
  #base: RecordDraft = {};
  /** What the list gave of the one on screen: what is sent starts from it. Unknown once something was sent. */
  #found: MemberRecord | undefined;
  list: MemberList | undefined;
  member: Member | undefined;
  state: MemberState = noState;
  /** `opening` = on its way; `failed` = it could not be read. */
  phase: 'none' | 'opening' | 'open' | 'failed' = 'none';
  readonly kept = new Map<string, Kept>();

  constructor(host: WorkHost) {
    this.#host = host;
  }

  /** Whether somebody stands on screen: also the one before while the next is on the way. */
  get isShown(): boolean {
    return this.phase === 'open' || (this.phase === 'opening' && this.member !== undefined);
  }

  /** Another number whenever somebody else is opened. */
  get turn(): number {
    return this.#turn;
  }

  /** Whether the parents do not want the examination. */
  get isRefused(): boolean {
    return this.state.consent === 'refused';
  }

  /** Opens somebody else; what is not saved of the one on screen is kept. Asked for the same one, nothing happens. */
  async want(wanted: Wanted | undefined): Promise<void> {
    const before = this.#wanted;
    const isSame =
      idOf(before?.member) === idOf(wanted?.member) &&
      idOf(before?.list) === idOf(wanted?.list) &&
      before?.lists === wanted?.lists;
    if (isSame) return;
    this.keep();
    this.#wanted = wanted;
    await this.open();
  }

  /** Puts the values on screen aside under their person. */
  keep(): void {
    const { member } = this;
    if (!member || this.phase !== 'open' || !this.#host.isDirty()) return;
    this.kept.set(member.id, { member, draft: this.#host.draft(), base: this.#base });
  }

  /** What was kept of somebody is saved by now. */
  saved({ id }: Member): void {
    this.kept.delete(id);
  }

  async open(): Promise<void> {
    const turn = ++this.#turn;
    const wanted = this.#wanted;
    this.leave();
    // Until the next one is there, the one before stays on screen, out of reach.
    this.phase = wanted ? 'opening' : 'none';
    if (!wanted) [this.member, this.state] = [undefined, noState];
    this.#host.changed();
    if (!wanted) return;
    try {
      const [list, member] = await namesOf(wanted, this.list);
      const found = await wanted.lists.member(list.id, member.id);
      if (turn !== this.#turn) return;
      [this.list, this.member, this.state, this.phase] = [list, member, found.state, 'open'];
      this.#found = found;
      this.#base = found.record ?? recordOf(member, list, { capturedOn: this.#host.today() });
      const kept = this.kept.get(member.id);
      this.kept.delete(member.id);
      const draft = kept ? takeIn(kept.base, kept.draft, this.#base).draft : this.#base;
      this.#host.shown(draft, kept !== undefined);
      this.follow();
    } catch {
      if (turn !== this.#turn) return;
      this.phase = 'failed';
    }
    this.#host.changed();
  }

  /** Hears of what others write of the person. */
  follow(): void {
    this.leave();
    const { lists } = this.#wanted ?? {};
    if (!lists || !this.list || this.phase !== 'open') return;
    this.#stop = lists.watch(this.list.id, (members) => {
      if (!members || (this.member && members.includes(this.member.id))) void this.#refresh();
    });
  }

  leave(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  async #refresh(): Promise<void> {
    const [turn, wanted, list, member] = [this.#turn, this.#wanted, this.list, this.member];
    if (!wanted || !list || !member) return;
    // What cannot be read now is read with the next change.
    const found = await wanted.lists.member(list.id, member.id).catch(() => undefined);
    if (!found || turn !== this.#turn) return;
    this.state = found.state;
    this.#found = found;
    const { record } = found;
    if (record) {
      const merged = takeIn(this.#base, this.#host.draft(), record);
      this.#base = record;
      if (merged.paths.length) this.#host.tookIn(merged);
    }
    this.#host.changed();
  }

  /** Sends the record of the one on screen. Rejects as `Lists.submit`. */
  async submit(record: HealthRecord, stations: MemberState['stations']): Promise<Submission | undefined> {
    const { list, member } = this;
    if (!this.#wanted || !list || !member) return undefined;
    const turn = this.#turn;
    const sent = await this.#wanted.lists.submit(list.id, member.id, record, stations, this.#found);
    if (turn === this.#turn) [this.#base, this.#found] = [record, undefined];
    return sent;
  }

  /** Marks the one on screen, or takes the mark away. */
  async mark(
    mark: { readonly kind: 'absent' | 'recheck'; readonly words?: string } | undefined,
  ): Promise<void> {
    const { list, member } = this;
    if (this.#wanted && list && member) await this.#wanted.lists.mark(list.id, member.id, mark);
  }
}

const idOf = (one: { readonly id: string } | string | undefined): string | undefined =>
  typeof one === 'object' ? one.id : one;

/** List and person in full; a list that was read for the person before is not read again. */
async function namesOf(
  { lists, list, member }: Wanted,
  known: MemberList | undefined,
): Promise<[MemberList, Member]> {
  const isKnown =
    known?.id === list && (typeof member !== 'string' || known.members.some(({ id }) => id === member));
  const whole = isKnown ? known : typeof list === 'string' ? (await lists.open(list)).list : list;
  const found = typeof member === 'string' ? whole.members.find(({ id }) => id === member) : member;
  if (!found) throw new Error('The list has nobody of this id.');
  return [whole, found];
}
