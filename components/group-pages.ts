import type { CoverageGroup, GroupKind } from '../src/client/index.ts';
import { codeOf } from './failure-words.ts';

const pageSize = 20;

/** Groups of the server of one kind, read page by page as a person asks for more. */
export class GroupPages {
  /** By what they are listed; '' = they are not. */
  by: GroupKind | '' = '';
  /** Those read so far; `undefined` until the first page is there. */
  found: readonly CoverageGroup[] | undefined;
  isMore = false;
  #pages: AsyncIterator<CoverageGroup> | undefined;
  readonly #changed: () => void;
  readonly #failed: (code: string) => void;

  /** `changed` is called when there is something else to show, `failed` with the code of what went wrong. */
  constructor(changed: () => void, failed: (code: string) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Reads another kind, from the start. */
  pick(by: GroupKind, groups: AsyncIterable<CoverageGroup> | undefined): void {
    this.by = by;
    this.found = undefined;
    this.isMore = false;
    this.#pages = groups?.[Symbol.asyncIterator]();
    this.#changed();
    void this.more();
  }

  /** Reads the next page; what another choice has overtaken is of no account. */
  async more(): Promise<void> {
    const pages = this.#pages;
    if (!pages) return;
    const found = [...(this.found ?? [])];
    try {
      for (let read = 0; read < pageSize; read++) {
        const { done, value } = await pages.next();
        if (this.#pages !== pages) return;
        this.isMore = !done;
        if (done) break;
        found.push(value);
      }
      this.found = found;
    } catch (error) {
      if (this.#pages !== pages) return;
      this.#pages = undefined;
      this.isMore = false;
      this.#failed(codeOf(error));
    }
    this.#changed();
  }

  /** Shows and reads none any more. */
  close(): void {
    this.by = '';
    this.found = undefined;
    this.isMore = false;
    this.#pages = undefined;
    this.#changed();
  }
}
