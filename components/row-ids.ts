import { newRowId } from '../src/schema/index.ts';

/** A new row's id: made here, at the edge, because time and chance are passed into the schema. */
export const makeRowId = (): string => newRowId(Date.now(), crypto.getRandomValues(new Uint8Array(8)));

/**
 * The rows of a list in the order they were first shown: a row does not jump while its date is typed. Rows that are
 * only on screen (added, still empty) are part of it.
 */
export class RowOrder {
  #ids: string[] = [];

  /** Takes over the rows of a draft in their proper order; drops what was only on screen. */
  reset(ids: readonly string[]): void {
    this.#ids = [...ids];
  }

  /** The rows now: known ones in place, unknown ones of the draft behind them. */
  rows(inDraft: readonly string[]): readonly string[] {
    const known = new Set(this.#ids);
    this.#ids.push(...inDraft.filter((id) => !known.has(id)));
    return this.#ids;
  }

  add(): string {
    const id = makeRowId();
    this.#ids.push(id);
    return id;
  }

  remove(id: string): void {
    this.#ids = this.#ids.filter((each) => each !== id);
  }
}
