import type { Lists } from '../client/index.ts';
import { unsavedIn } from './list-drafts.ts';
import { readStates, stateOf } from './list-states.ts';
import type { RowStore } from './rows.ts';

/** State of each, and the stations at which something of it is not submitted. */
type Seen = ReadonlyMap<string, readonly [state: string, unsaved: string]>;

/** Tells whose state has changed, whoever changed it: this window, another one, or what sends. */
export const createListWatch =
  (rows: RowStore): Lists['watch'] =>
  (list, listener) => {
    let seen: Seen | undefined;
    let isOver = false;
    let isAsked = false;
    let isLooking = false;
    let looks = 0;

    const tell = (members: readonly string[] | undefined, isTyping = false): void => {
      try {
        listener(members, isTyping);
      } catch (error) {
        reportError(error);
      }
    };

    async function look(): Promise<void> {
      looks++;
      const now: Seen | undefined = await rows
        .read(async (view) => {
          const all = (await view.get('list', list)) ? await readStates(view, list) : [];
          const unsaved = await unsavedIn(view, list);
          return new Map(
            Array.from(all, ([id, kept]) => [
              id,
              [JSON.stringify(stateOf(kept)), String(unsaved.get(id))] as const,
            ]),
          );
        })
        // A store that is locked is looked at again when it changes.
        .catch(() => undefined);
      if (isOver || !now) return;
      const before = seen;
      seen = now;
      if (!before) {
        // What changed before the first look was over is not known.
        if (isAsked || looks > 1) tell(undefined);
        return;
      }
      const differs = (at: 0 | 1): string[] =>
        [...now].filter(([id, state]) => before.get(id)?.[at] !== state[at]).map(([id]) => id);
      const changed = differs(0);
      const typed = differs(1).filter((id) => !changed.includes(id));
      if (before.size !== now.size) return tell(undefined);
      if (changed.length) tell(changed);
      if (typed.length) tell(typed, true);
    }

    /** One look at a time; what changes meanwhile is looked at after it. */
    async function heed(): Promise<void> {
      isAsked = true;
      if (isLooking) return;
      isLooking = true;
      while (isAsked && !isOver) {
        isAsked = false;
        await look();
      }
      isLooking = false;
    }

    const stop = rows.watch(() => void heed());
    void heed();
    return () => {
      isOver = true;
      stop();
    };
  };
