import type { SavedDraft } from '../client/index.ts';
import { OutboxError } from './errors.ts';
import type { RowStore } from './rows.ts';

interface Kept {
  readonly saved: SavedDraft;
  /** Counts the writings, so that a window notices that another one wrote meanwhile. */
  readonly writes: number;
}

/** Locks of the browser, as far as they are needed; absent on old or insecure pages. */
export type Locks = Pick<LockManager, 'request'> | undefined;

/** What is being written, kept as it was typed, until it is in the queue. */
export function createDrafts({ rows, locks, name }: { rows: RowStore; locks: Locks; name: string }) {
  /** The writing of each draft that this window knows. */
  const seen = new Map<string, number>();

  const read = async (id: string): Promise<SavedDraft | undefined> => {
    const row = await rows.read((view) => view.get<Kept>('draft', id));
    seen.set(id, row?.value.writes ?? 0);
    return row?.value.saved;
  };

  return {
    /** Keeps a draft. Rejects with `draft.elsewhere` where another window has written it since this one read it. */
    async save(saved: SavedDraft): Promise<void> {
      const writes = await rows.change(async (view) => {
        const row = await view.get<Kept>('draft', saved.id);
        if (row && row.value.writes !== seen.get(saved.id)) throw new OutboxError('draft.elsewhere');
        const kept: Kept = { saved, writes: (row?.value.writes ?? 0) + 1 };
        view.put('draft', saved.id, kept, { order: row?.order ?? view.facts.nextOrder });
        if (!row) view.setFacts({ nextOrder: view.facts.nextOrder + 1 });
        return kept.writes;
      });
      seen.set(saved.id, writes);
    },

    /** The drafts of this device, newest first. */
    list: (limit = 100): Promise<readonly SavedDraft[]> =>
      rows.read(async (view) =>
        (await view.list<Kept>('draft', { limit, newestFirst: true })).map(({ value }) => value.saved),
      ),

    /**
     * Opens a draft for writing. Where another window has it open, `onElsewhere` is told and the answer comes when that
     * one has let go of it. The draft stays open until `signal` aborts.
     */
    async open(
      id: string,
      { signal, onElsewhere }: { readonly signal: AbortSignal; readonly onElsewhere?: () => void },
    ): Promise<SavedDraft | undefined> {
      if (!locks) return read(id);
      const released = new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        else signal.addEventListener('abort', () => resolve(), { once: true });
      });
      const lock = `${name}-draft-${id}`;
      return new Promise((resolve, reject) => {
        const hold = async (): Promise<void> => {
          resolve(await read(id));
          await released;
        };
        locks
          .request(lock, { ifAvailable: true }, async (free) => {
            if (free) return hold();
            onElsewhere?.();
            // Asked again, and waited for, outside of this answer.
            void locks.request(lock, { signal }, hold).catch(reject);
            return undefined;
          })
          .catch(reject);
      });
    },

    /**
     * Puts a draft in the place of what stands there (a record taken out of the queue). What was typed since that record
     * was put into the queue, from its version `before` on, is newer and stays.
     */
    async replace(given: SavedDraft, before?: string): Promise<SavedDraft> {
      const { saved, writes } = await rows.change(async (view) => {
        const row = await view.get<Kept>('draft', given.id);
        const there = row?.value.saved;
        const isNewer = there !== undefined && before !== undefined && there.base?.etag === before;
        const order = row?.order ?? view.facts.nextOrder;
        if (!row) view.setFacts({ nextOrder: order + 1 });
        const kept: Kept = {
          saved: isNewer ? { ...given, draft: there.draft } : given,
          writes: (row?.value.writes ?? 0) + 1,
        };
        view.put('draft', given.id, kept, { order });
        return kept;
      });
      seen.set(given.id, writes);
      return saved;
    },

    /** Takes over drafts of another store; gives how many were here already. */
    async adopt(drafts: readonly SavedDraft[]): Promise<number> {
      let known = 0;
      for (const saved of drafts) {
        const isHere = await rows.read(async (view) => (await view.get('draft', saved.id)) !== undefined);
        if (isHere) known++;
        else await this.replace(saved);
      }
      return known;
    },

    /** Deletes the draft of what is in the queue now, unless another window has written it meanwhile. */
    async submitted(id: string): Promise<void> {
      await rows.change(async (view) => {
        const row = await view.get<Kept>('draft', id);
        const known = seen.get(id);
        if (row && (known === undefined || known === row.value.writes)) view.remove('draft', id);
      });
      seen.delete(id);
    },

    async discard(id: string): Promise<void> {
      await rows.change(async (view) => view.remove('draft', id));
      seen.delete(id);
    },
  };
}

/** The drafts of a store. */
export type Drafts = ReturnType<typeof createDrafts>;
