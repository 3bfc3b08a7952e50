import type { MemberList } from '../client/index.ts';
import { isEqual } from './bags.ts';
import { dropLostAnswers } from './consent-rows.ts';
import { removeTyped, typedAt } from './list-drafts.ts';
import * as states from './list-states.ts';
import type { ChangeView, RowStore } from './rows.ts';

/** A list without its people, as its row keeps it. */
export type Head = Omit<MemberList, 'members'> & { readonly count: number; readonly addedAt: number };

/** Deletes a list and all that is kept of its people. */
export async function deleteIn(view: ChangeView, list: string): Promise<void> {
  for (const chunk of states.chunks) {
    const group = states.knownGroup(list, chunk);
    for (const { id } of await view.list('member', { group })) view.remove('member', id);
    view.remove('states', group);
  }
  await removeTyped(view, list);
  view.remove('members', list);
  view.remove('list', list);
}

/** What is done for the lists of a store when nobody asks for it. */
export function createUpkeep({
  aside,
  now,
  maxAgeMs,
}: {
  aside: RowStore;
  now: () => number;
  maxAgeMs: number;
}) {
  return {
    /** Deletes lists in which nothing was written for too long, and of which nothing waits. */
    async purge(): Promise<void> {
      const all = await aside.read((view) => view.list<Head>('list'));
      for (const { id } of all)
        await aside.change(async (view) => {
          const head = (await view.get<Head>('list', id))?.value;
          const isFresh = (time: number): boolean => Math.abs(now() - time) <= maxAgeMs;
          if (!head || isFresh(head.addedAt)) return;
          const kept = [...(await states.readStates(view, id)).values()];
          const typed = await typedAt(view, id);
          const isUsed =
            (typed !== undefined && isFresh(typed)) ||
            kept.some(({ at, mark, open }) => {
              const times = [at, mark?.at].filter((time) => time !== undefined);
              return open || times.some(isFresh);
            });
          if (!isUsed) await deleteIn(view, id);
        });
    },

    /** Brings the states up to the queue, as after a repair of the store, which changes entries unseen. */
    async recover(): Promise<void> {
      await aside.change(async (view) => {
        await dropLostAnswers(view);
        for (const { id } of await view.list<Head>('list')) {
          const open = await states.openEntries(view, id);
          const all = await states.readStates(view, id);
          for (const chunk of states.chunks) {
            const some = [...all].filter(([member]) => states.chunkOf(member) === chunk);
            const next = some.map(([member, kept]) => [member, { ...kept, open: open.get(member) }] as const);
            if (!isEqual(some, next)) states.writeChunk(view, id, chunk, new Map(next));
          }
        }
      });
    },
  };
}
