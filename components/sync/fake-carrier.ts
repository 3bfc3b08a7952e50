import type { Carried, CarriedGroup, Carrier, CoverageGroup, TakeOptions } from '../../src/client/index.ts';
import { failure } from './testing.ts';

const dayMs = 86_400_000;

export const aClass = (group: string, name: string, captured = 25): CoverageGroup => ({
  ...{ group, name, captured },
  kind: 'class',
  expected: captured + 3,
  missing: 3,
});

/** A group that was taken along an hour and a half ago and runs out after seven days; what is named differs. */
export function carriedGroup(
  group: string,
  {
    name = 'Lớp 1A',
    daysAgo = 1.5 / 24,
    ...more
  }: Partial<CarriedGroup> & { name?: string; daysAgo?: number } = {},
): CarriedGroup {
  const takenAt = Date.now() - daysAgo * dayMs;
  const records = more.records ?? 25;
  return {
    group: aClass(group, name),
    takenAt,
    expiresAt: takenAt + 7 * dayMs,
    people: 28,
    records,
    refused: 0,
    state: 'whole',
    ...more,
  };
}

/** What takes along at the edge: it waits at each record until a test lets it go on. */
export class FakeCarrier implements Carrier {
  state: Carried;
  readonly offered: CoverageGroup[];
  /** Codes to reject the next call of a name with. */
  readonly failing: { [call: string]: string } = {};
  readonly calls: unknown[][] = [];
  readonly listeners = new Set<() => void>();
  /** Lets the taking that is under way get so far; at its total it ends. */
  step: (done: number, total: number) => void = () => {};

  constructor(groups: readonly CarriedGroup[] = [], offered: readonly CoverageGroup[] = []) {
    this.offered = [...offered];
    this.state = { groups, records: groups.reduce((sum, { records }) => sum + records, 0) };
  }

  #check(call: string): void {
    const code = this.failing[call];
    if (code) throw failure(code);
  }

  #become(groups: readonly CarriedGroup[]): void {
    this.state = { groups, records: groups.reduce((sum, { records }) => sum + records, 0) };
    for (const listener of this.listeners) listener();
  }

  async carried(): Promise<Carried> {
    this.#check('carried');
    return this.state;
  }
  async *available(by: string): AsyncIterable<CoverageGroup> {
    this.calls.push(['available', by]);
    this.#check('available');
    yield* this.offered;
  }
  async take(group: CoverageGroup | string, { signal, onProgress }: TakeOptions = {}): Promise<CarriedGroup> {
    const wanted = group as CoverageGroup;
    this.calls.push(['take', wanted.group]);
    this.#check('take');
    onProgress?.(0, 0);
    const got = await new Promise<number>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      this.step = (done, total) => {
        onProgress?.(done, total);
        if (done === total) resolve(total);
      };
    });
    const taken = carriedGroup(wanted.group, { name: wanted.name, records: got });
    const others = this.state.groups.filter((each) => each.group.group !== wanted.group);
    this.#become([...others, taken]);
    return taken;
  }
  async letGo(group?: string): Promise<void> {
    this.calls.push(['letGo', group]);
    this.#check('letGo');
    this.#become(this.state.groups.filter((each) => each.group.group !== group));
  }
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
