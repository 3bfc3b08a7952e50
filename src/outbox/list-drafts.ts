import type { DraftPage, MemberDraft, OpenPage } from '../client/index.ts';
import type { Locks } from './drafts.ts';
import { undamaged } from './entry-rows.ts';
import { OutboxError } from './errors.ts';
import { newCapture } from './list-states.ts';
import type { ChangeView, ReadView, RowStore } from './rows.ts';

/** What was typed on a page, and not submitted. */
interface Typed extends MemberDraft {
  readonly page: DraftPage;
  readonly at: number;
  /** Which opening of the page wrote it last, and which change of it that was. */
  readonly holder: string;
  readonly change: number;
}

/** An open page, as the store sees it. */
interface Held {
  id: string;
  readonly holder: string;
  /** Who wrote what was found. */
  readonly before: string | undefined;
  /** The last change that is in a submission. */
  submitted: number;
}

/** Lets go of what stands in a row. */
type Release = () => Promise<void>;

/** Where typing stands that is in a submission. */
export interface Submitted {
  readonly page: OpenPage;
  readonly change: number;
}

const keyOf = ({ list, member, year, round, stations, by = '' }: DraftPage): string =>
  JSON.stringify([list, member, year, round, stations, by]);
const typedIn = (view: ReadView, list: string) => view.list<Typed>('typed', { group: list });

/** Stations at which something of people on a list was typed and not submitted, by member. */
export async function unsavedIn(
  view: ReadView,
  list: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const { value } of await typedIn(view, list)) {
    const { member, stations } = value.page;
    found.set(member, [...new Set([...(found.get(member) ?? []), ...stations])].sort());
  }
  return found;
}

/** When something was last typed and not submitted; `undefined` = there is nothing. */
export const typedAt = async (view: ReadView, list: string): Promise<number | undefined> =>
  (await typedIn(view, list)).map(({ value }) => value.at).sort((a, b) => b - a)[0];

export async function removeTyped(view: ChangeView, list: string): Promise<void> {
  for (const { id } of await typedIn(view, list)) view.remove('typed', id);
}

/** What is typed of people on lists until it is submitted: each window has its own, and goes on with that of one that is gone. */
export function createListDrafts({
  rows,
  locks,
  name,
  now,
}: {
  rows: RowStore;
  locks: Locks;
  name: string;
  now: () => number;
}) {
  const pages = new WeakMap<OpenPage, Held>();
  const open = new Set<Release>();
  /** Pages that are on the way to be left. */
  const closing = new Set<Promise<unknown>>();

  /** Takes what stands in a row for this window; `undefined` = another one has it. */
  const claim = (id: string): Promise<Release | undefined> =>
    new Promise((resolve, reject) => {
      if (!locks) return resolve(async () => {});
      const over = locks.request(`${name}-typed-${id}`, { ifAvailable: true }, (free) => {
        if (!free) return resolve(undefined);
        return new Promise<void>((release) =>
          resolve(async () => {
            release();
            await over;
          }),
        );
      });
      over.catch(reject);
    });

  /** The newest that nobody is typing, of a page. */
  async function leftOn(page: DraftPage) {
    const key = keyOf(page);
    const all = await rows.read((view) => typedIn(view, page.list));
    const ours = all.filter(({ value }) => keyOf(value.page) === key);
    for (const { id } of ours.sort((a, b) => b.value.at - a.value.at)) {
      const release = await claim(id);
      // Submitted or thrown away between the two looks, by the window that had it.
      const found = release && (await rows.read((view) => undamaged(view.get<Typed>('typed', id))));
      if (found) return { id, release, found: found.value };
      await release?.();
    }
    return undefined;
  }

  const isOurs = ({ holder, before }: Held, typed: Typed): boolean =>
    typed.holder === holder || typed.holder === before;

  return {
    async page(page: DraftPage): Promise<OpenPage> {
      await Promise.all(closing);
      const left = await leftOn(page);
      const holder = newCapture();
      const newId = (): string => `${holder} ${keyOf(page)}`;
      const id = left?.id ?? newId();
      const release = left?.release ?? (await claim(id)) ?? (async () => {});
      open.add(release);
      const held: Held = { id, holder, before: left?.found.holder, submitted: 0 };
      const found = left && { draft: left.found.draft, base: left.found.base, at: left.found.at };

      const opened: OpenPage = {
        found,
        async keep({ draft, base }, change) {
          held.id = await rows.change(async (view) => {
            const list = await view.get('list', page.list);
            const there = await undamaged(view.get<Typed>('typed', held.id));
            if (change <= held.submitted) return held.id;
            // Nothing is kept of people whose list was deleted.
            if (!list) throw new OutboxError('copy.missing');
            // Where a browser has no locks another window may have gone on with the same: each keeps its own.
            const to = there && !isOurs(held, there.value) ? newId() : held.id;
            const typed: Typed = { page, draft, base, at: now(), holder, change };
            view.put('typed', to, typed, { group: page.list });
            return to;
          });
        },
        discard: () =>
          rows.change(async (view) => {
            const there = await undamaged(view.get<Typed>('typed', held.id));
            if (there && isOurs(held, there.value)) view.remove('typed', held.id);
          }),
        close(last) {
          const leave = async (): Promise<void> => {
            await last?.catch(() => {});
            open.delete(release);
            await release();
            closing.delete(left);
          };
          const left = leave();
          closing.add(left);
        },
      };
      pages.set(opened, held);
      return opened;
    },

    /** Deletes in a change what the record that is submitted with it holds. */
    async submitIn(view: ChangeView, submitted: Submitted | undefined): Promise<void> {
      const held = submitted && pages.get(submitted.page);
      if (!held) return;
      const there = (await undamaged(view.get<Typed>('typed', held.id)))?.value;
      const isNewer = there?.holder === held.holder && there.change > submitted.change;
      if (there && isOurs(held, there) && !isNewer) view.remove('typed', held.id);
    },

    /** That change is done: what of it was still on its way to the disk is not kept. */
    submitted(submitted: Submitted | undefined): void {
      const held = submitted && pages.get(submitted.page);
      if (held) held.submitted = Math.max(held.submitted, submitted.change);
    },

    close(): void {
      for (const release of open) void release();
      open.clear();
    },
  };
}

/** What is typed of people on lists. */
export type ListDrafts = ReturnType<typeof createListDrafts>;
