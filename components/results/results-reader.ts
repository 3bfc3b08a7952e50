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
  #renewing: Promise<void> = Promise.resolve();
  readonly #changed: () => void;
  readonly #failed: (code: string | undefined) => void;

  /** `failed` is called with the code of what went wrong, and with nothing when it is tried again. */
  constructor(changed: () => void, failed: (code: string | undefined) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Whether somebody was measured in the second round of a school year. */
  hasRound2(year: string): boolean {
    return Boolean(this.members?.some(({ record }) => record?.screenings?.[year]?.rounds?.['round2']));
  }

  /** Takes what a host gives in place of a list; nothing forgets what was read. */
  take(value: ResultsValue | undefined): void {
    this.members = value?.pupils.map((pupil) => ({ ...pupil, list: value.list }));
  }

  /** Reads a list, or with `isSchool` all of its school, and goes on watching it; answers what ends that. */
  follow(lists: Lists, id: string, isSchool: boolean): readonly (() => void)[] {
    void this.read(lists, id, isSchool);
    const stop = lists.watch(id, (members, isTyping) => {
      // What is not saved yet is no result.
      if (isTyping) return;
      if (members && this.members) this.#renew(lists, id, members);
      else void this.read(lists, id, isSchool);
    });
    return [stop, () => this.#reading?.abort()];
  }

  /** Reads some people anew, one change after the other; of hundreds one is saved at a time. */
  #renew(lists: Lists, list: string, ids: readonly string[]): void {
    const { signal } = this.#reading!;
    this.#renewing = this.#renewing.then(async () => {
      try {
        const found = await Promise.all(ids.map(async (id) => [id, await lists.member(list, id)] as const));
        if (signal.aborted) return;
        const records = new Map(found);
        this.members = this.members?.map((known) => {
          const record = known.list.id === list ? records.get(known.member.id) : undefined;
          return record ? { ...record, member: known.member, list: known.list } : known;
        });
        this.#changed();
      } catch (error) {
        if (!signal.aborted) this.#failed(codeOf(error));
      }
    });
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
