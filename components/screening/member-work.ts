import type {
  DraftPage,
  Member,
  MemberList,
  MemberRecord,
  MemberState,
  Submission,
} from '../../src/client/index.ts';
import type { HealthRecord, RecordDraft } from '../../src/schema/index.ts';
import { recordOf } from '../../src/school/index.ts';
import { isSame, takeIn, withContent } from './merge-drafts.ts';
import { idOf, keyOf, namesOf } from './member-page.ts';
import type { Kept, Wanted, WorkHost } from './member-page.ts';
import { Typing } from './typing.ts';

const noState: MemberState = { stations: {} };

/** The person of a list who is being worked on: opened from the sealed lists, followed, kept where not saved, sent. */
export class MemberWork {
  readonly #host: WorkHost;
  #wanted: Wanted | undefined;
  #turn = 0;
  #stop: (() => void) | undefined;
  /** What the draft on screen goes on from. */
  #base: RecordDraft = {};
  /** The record as it stands now: another one than the base at the places that somebody has to decide about. */
  #latest: RecordDraft = {};
  /** What is on its way. */
  #sending: RecordDraft | undefined;
  #page: DraftPage | undefined;
  #typing: Typing | undefined;
  #change = 0;
  /** When the values on screen were typed, where they come from a page that was closed (milliseconds since 1970). */
  restoredAt: number | undefined;
  /** What the list gave of the one on screen: what is sent starts from it. Unknown once something was sent. */
  #found: MemberRecord | undefined;
  list: MemberList | undefined;
  member: Member | undefined;
  state: MemberState = noState;
  /** `opening` = on its way; `failed` = it could not be read. */
  phase: 'none' | 'opening' | 'open' | 'failed' = 'none';
  /** Who was left with values that are not saved, by page. */
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

  /** The page on screen, for who asks whether another one is the same. */
  get page(): DraftPage | undefined {
    return this.#page;
  }

  /** Opens somebody else; what is not saved of the one on screen is kept. Asked for the same one, nothing happens. */
  async want(wanted: Wanted | undefined): Promise<void> {
    const before = this.#wanted;
    const isSameOne =
      idOf(before?.member) === idOf(wanted?.member) &&
      idOf(before?.list) === idOf(wanted?.list) &&
      before?.at === wanted?.at &&
      before?.lists === wanted?.lists;
    if (isSameOne) return;
    this.keep();
    this.#wanted = wanted;
    if (!wanted) void this.#putAway();
    await this.open();
  }

  /** Puts the values on screen aside under their page. */
  keep(): void {
    const { member } = this;
    const [page, typing] = [this.#page, this.#typing];
    [this.#page, this.#typing] = [undefined, undefined];
    if (!member || !page || this.phase !== 'open' || !this.#host.isDirty()) typing?.close();
    else {
      void typing?.flush();
      const draft = this.#host.draft();
      this.kept.set(keyOf(page), { member, draft, base: this.#base, page, change: this.#change, typing });
    }
  }

  /** What is on disk need not stay in the page as well: of a store that is locked nothing does. */
  async #putAway(): Promise<void> {
    for (const [key, { typing }] of [...this.kept]) {
      if (!typing) continue;
      await typing.flush();
      if (!typing.isKept || this.kept.get(key)?.typing !== typing) continue;
      this.kept.delete(key);
      typing.close();
    }
    this.#host.changed();
  }

  /** What was kept on a page is saved up to a change. */
  saved(page: DraftPage, change: number): void {
    const kept = this.kept.get(keyOf(page));
    if (!kept || kept.change > change) return;
    kept.typing?.close();
    this.kept.delete(keyOf(page));
  }

  /** A person has changed what is on screen; `change` counts up. */
  typed(change = this.#change): void {
    this.#change = change;
    this.#typing?.typed({ draft: this.#host.draft(), base: this.#base }, change);
  }

  /** Puts on disk what is typed, now. */
  readonly flush = async (): Promise<void> => {
    const all = [this.#typing, ...Array.from(this.kept.values(), ({ typing }) => typing)];
    await Promise.all(all.map((typing) => typing?.flush()));
  };

  /** Throws away what is typed and not saved, and shows what is saved. */
  async discard(): Promise<void> {
    await this.#typing?.discard();
    this.#typing?.close();
    [this.#page, this.#typing] = [undefined, undefined];
    await this.open();
  }

  async open(): Promise<void> {
    const turn = ++this.#turn;
    const wanted = this.#wanted;
    this.leave();
    // Until the next one is there, the one before stays on screen, out of reach.
    this.phase = wanted ? 'opening' : 'none';
    if (!wanted) {
      [this.member, this.state, this.#found] = [undefined, noState, undefined];
      [this.#base, this.#latest] = [{}, {}];
      this.#host.gone();
    }
    this.#host.changed();
    if (!wanted) return;
    try {
      const [list, member] = await namesOf(wanted, this.list);
      const found = await wanted.lists.member(list.id, member.id);
      if (turn !== this.#turn) return;
      const record = found.record ?? recordOf(member, list, { capturedOn: this.#host.today() });
      const here = found.state.consent === 'refused' ? undefined : this.#host.page(record);
      const page = here && { ...here, list: list.id, member: member.id };
      const kept = page && this.kept.get(keyOf(page));
      const failed = (code: string | undefined): void => this.#host.notKept(code);
      const typing = kept ? kept.typing : page && (await Typing.open(wanted.lists, page, failed));
      if (turn !== this.#turn) {
        if (!kept) typing?.close();
        return;
      }
      if (page) this.kept.delete(keyOf(page));
      [this.list, this.member, this.state, this.phase] = [list, member, found.state, 'open'];
      [this.#found, this.#page, this.#typing] = [found, page, typing];
      const left = kept ?? typing?.page.found;
      const merged = left && takeIn(left.base, left.draft, record);
      const isDirty = merged !== undefined && !isSame(merged.draft, record);
      [this.#base, this.#latest, this.#sending] = [isDirty ? merged.base : record, record, undefined];
      this.restoredAt = isDirty ? typing?.page.found?.at : undefined;
      // Somebody else has saved the same since, or all of it stands there already.
      if (left && !isDirty) void typing?.discard().catch(() => undefined);
      this.#host.shown(isDirty ? merged.draft : record, record, isDirty);
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
    this.#stop = lists.watch(this.list.id, (members, isTyping) => {
      if (isTyping) return;
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
      const merged = takeIn(this.#base, this.#host.draft(), record, this.#sending);
      [this.#base, this.#latest] = [merged.base, record];
      if (merged.paths.length) this.#host.tookIn(merged);
      if (this.#host.isDirty()) this.typed();
    }
    this.#host.changed();
  }

  /** Places that were written here and saved elsewhere, to different values: nothing is sent until somebody decides. */
  get late(): readonly string[] {
    if (this.phase !== 'open' || this.#base === this.#latest || !this.#host.isDirty()) return [];
    return takeIn(this.#base, this.#host.draft(), this.#latest).late;
  }

  /** What is saved at places that are not decided yet. */
  get latest(): RecordDraft {
    return this.#latest;
  }

  /** The value on screen is right. */
  keepMine(path: string): void {
    this.#base = withContent(this.#base, path, this.#latest);
    this.typed();
    this.#host.changed();
  }

  /** The value that was saved elsewhere is right. */
  takeTheirs(path: string): void {
    this.#base = withContent(this.#base, path, this.#latest);
    this.#host.tookIn({ draft: withContent(this.#host.draft(), path, this.#latest), paths: [path] });
    this.typed();
    this.#host.changed();
  }

  /** Sends the record of the one on screen, which holds what was typed up to a change. Rejects as `Lists.submit`. */
  async submit(
    record: HealthRecord,
    stations: MemberState['stations'],
    change: number,
  ): Promise<Submission | undefined> {
    const { list, member } = this;
    if (!this.#wanted || !list || !member) return undefined;
    const turn = this.#turn;
    const held = this.#typing && { page: this.#typing.page, change };
    this.#sending = record;
    try {
      const { lists } = this.#wanted;
      const sent = await lists.submit(list.id, member.id, record, stations, this.#found, held);
      if (turn === this.#turn) {
        [this.#base, this.#latest, this.#found, this.restoredAt] = [record, record, undefined, undefined];
      }
      return sent;
    } finally {
      if (turn === this.#turn) this.#sending = undefined;
    }
  }

  /** The host sends what is on screen: it is not typed any more. */
  handedOver(): void {
    this.restoredAt = undefined;
    void this.#typing?.discard().catch(() => undefined);
  }

  /** Marks the one on screen, or takes the mark away. */
  async mark(
    mark: { readonly kind: 'absent' | 'recheck'; readonly words?: string } | undefined,
  ): Promise<void> {
    const { list, member } = this;
    if (this.#wanted && list && member) await this.#wanted.lists.mark(list.id, member.id, mark);
  }
}
