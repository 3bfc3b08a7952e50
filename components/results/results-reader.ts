import type { Lists } from '../../src/client/index.ts';
import { codeOf } from '../failure-words.ts';
import { readAll } from './results-model.ts';
import type { ResultMember, ResultsValue } from './results-model.ts';

/** Reads everybody of a list, again at each change of it, and tells how far it has got. */
export class ResultsReader {
  /** `undefined` until all are read. */
  members: readonly ResultMember[] | undefined;
  /** Ids of the lists of the same school and year. */
  siblings: readonly string[] = [];
  progress = { done: 0, total: 0 };
  #reading: AbortController | undefined;
  readonly #changed: () => void;
  readonly #failed: (code: string | undefined) => void;

  /** `failed` is called with the code of what went wrong, and with nothing when it is tried again. */
  constructor(changed: () => void, failed: (code: string | undefined) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Takes what a host gives in place of a list; nothing forgets what was read. */
  take(value: ResultsValue | undefined): void {
    this.members = value?.pupils.map((pupil) => ({ ...pupil, list: value.list }));
  }

  /** Reads a list, or with `isSchool` all of its school, and goes on watching it; answers what ends that. */
  follow(lists: Lists, id: string, isSchool: boolean): readonly (() => void)[] {
    void this.read(lists, id, isSchool);
    const stop = lists.watch(id, () => void this.read(lists, id, isSchool));
    return [stop, () => this.#reading?.abort()];
  }

  /** Reads everything anew; a reading that goes on is given up. */
  async read(lists: Lists, id: string, isSchool: boolean): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#failed(undefined);
    try {
      const { members, siblings } = await readAll(lists, id, isSchool, signal, (done, total) => {
        if (signal.aborted) return;
        this.progress = { done, total };
        this.#changed();
      });
      if (signal.aborted) return;
      this.siblings = siblings;
      this.members = members;
      this.#changed();
    } catch (error) {
      if (!signal.aborted) this.#failed(codeOf(error));
    }
  }
}
