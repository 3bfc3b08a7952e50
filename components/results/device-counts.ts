import type { Lists, MemberList, MemberState } from '../../src/client/index.ts';
import { codeOf } from '../failure-words.ts';
import type { CoverageRow } from './coverage-model.ts';

/** How a list becomes a line. */
type RowOf = (list: MemberList, states: ReadonlyMap<string, MemberState>) => CoverageRow;

/** The lists of this device as lines, counted anew whenever something is written of their people. */
export class DeviceCounts {
  readonly #lists: Lists;
  readonly #rowOf: RowOf;
  readonly #changed: (rows: readonly CoverageRow[]) => void;
  readonly #failed: (code: string) => void;
  readonly #rows = new Map<string, CoverageRow>();
  readonly #known = new Set<string>();
  #stops: readonly (() => void)[] = [];
  #isOver = false;

  constructor(
    lists: Lists,
    rowOf: RowOf,
    changed: (rows: readonly CoverageRow[]) => void,
    failed: (code: string) => void,
  ) {
    this.#lists = lists;
    this.#rowOf = rowOf;
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Reads the lists that were not there before, and watches them. */
  async readNew(): Promise<void> {
    try {
      for (const { id } of await this.#lists.all()) {
        if (this.#isOver) return;
        if (this.#known.has(id)) continue;
        this.#known.add(id);
        await this.#read(id);
        // What would be watched from now on is not, where the element left meanwhile.
        if (this.#isOver) return;
        const again = (): void => void this.#read(id).catch((error: unknown) => this.#fail(error));
        this.#stops = [...this.#stops, this.#lists.watch(id, again)];
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  async #read(id: string): Promise<void> {
    const { list, states } = await this.#lists.open(id);
    if (this.#isOver) return;
    this.#rows.set(id, this.#rowOf(list, states));
    this.#changed([...this.#rows.values()]);
  }

  #fail(error: unknown): void {
    if (!this.#isOver) this.#failed(codeOf(error));
  }

  stop(): void {
    this.#isOver = true;
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
