import type { Lists } from '../client/index.ts';
import { unsavedIn } from './list-drafts.ts';
import { chunks, chunkStamps, readChunk, stateOf } from './list-states.ts';
import type { ReadView, RowStore } from './rows.ts';

/** The states of a part of a list as they were seen, and when that part was last written. */
interface SeenPart {
  readonly stamp: number | undefined;
  readonly states: ReadonlyMap<string, string>;
}
/** The states by part, and the stations at which something typed is not submitted. */
interface Seen {
  readonly parts: readonly SeenPart[];
  readonly unsaved: ReadonlyMap<string, string>;
}

/** Reads what was written since: of thousands on a list one has changed, as a rule. */
async function lookAt(view: ReadView, list: string, before: Seen | undefined): Promise<Seen> {
  if (!(await view.get('list', list))) return { parts: [], unsaved: new Map() };
  const unsaved = Array.from(await unsavedIn(view, list), ([id, stations]) => [id, stations.join()] as const);
  const stamps = await chunkStamps(view, list);
  const parts = await Promise.all(
    chunks.map(async (chunk, at) => {
      const [stamp, known] = [stamps[at], before?.parts[at]];
      if (known && stamp !== undefined && known.stamp === stamp) return known;
      const states = Array.from((await readChunk(view, list, chunk)) ?? [], ([id, kept]) => {
        return [id, JSON.stringify(stateOf(kept))] as const;
      });
      return { stamp, states: new Map(states) };
    }),
  );
  return { parts, unsaved: new Map(unsaved) };
}

const sizeOf = ({ parts: seen }: Seen): number => seen.reduce((sum, { states }) => sum + states.size, 0);

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
        .read((view) => lookAt(view, list, seen))
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
      const changed = now.parts.flatMap((part, at) =>
        part === before.parts[at]
          ? []
          : [...part.states]
              .filter(([id, state]) => before.parts[at]?.states.get(id) !== state)
              .map(([id]) => id),
      );
      if (sizeOf(before) !== sizeOf(now)) return tell(undefined);
      if (changed.length) tell(changed);
      const typed = [...new Set([...before.unsaved.keys(), ...now.unsaved.keys()])].filter(
        (id) => before.unsaved.get(id) !== now.unsaved.get(id) && !changed.includes(id),
      );
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
