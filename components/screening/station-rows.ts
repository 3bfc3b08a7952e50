import type { FormState } from '../form-state.ts';
import { RowOrder } from '../row-ids.ts';
import type { RowActs } from './form-view.ts';

/** Rows that are added by hand (guardians, incidents): those of the draft, and those that are only on screen yet. */
export class StationRows implements RowActs {
  readonly #state: () => FormState;
  /** Draws anew; resolves when it is done. */
  readonly #redraw: () => Promise<unknown>;
  #orders = new Map<string, RowOrder>();
  #loads = -1;
  #shown = '';

  constructor(state: () => FormState, redraw: () => Promise<unknown>) {
    this.#state = state;
    this.#redraw = redraw;
  }

  ids(path: string): readonly string[] {
    const state = this.#state();
    if (state.loads !== this.#loads) {
      this.#loads = state.loads;
      this.#orders = new Map();
    }
    let order = this.#orders.get(path);
    if (!order) this.#orders.set(path, (order = new RowOrder()));
    const inDraft = state.rowIds(path);
    // A list begins with a row to write in.
    if (!order.rows(inDraft).length && state.mode !== 'view') order.add();
    return order.rows(inDraft);
  }

  /** Whether rows have come or gone since the last call. */
  haveChanged(paths: readonly string[]): boolean {
    const state = this.#state();
    const shown = JSON.stringify([state.loads, paths.map((path) => state.rowIds(path))]);
    if (shown === this.#shown) return false;
    this.#shown = shown;
    return true;
  }

  add(path: string, first: string): void {
    const id = this.#orders.get(path)?.add();
    void this.#redraw().then(() => this.#state().goTo(`${path}.${id}.${first}`));
  }

  remove(path: string, id: string): void {
    this.#orders.get(path)?.remove(id);
    this.#state().remove(`${path}.${id}`);
    void this.#redraw();
  }
}
