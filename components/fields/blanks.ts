import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Leaf } from '../../src/schema/index.ts';
import type { FormState, Watcher } from '../form-state.ts';
import { make } from './dom.ts';
import type { Blank, BlankClass, BlankOptions } from './blank.ts';

/** The kinds of blanks an element draws, by what the form says of a place. */
export type BlankKinds = { readonly [kind in Leaf['kind']]?: BlankClass };

interface Host extends ReactiveControllerHost, Partial<Watcher> {
  readonly renderRoot: Node;
}

/**
 * The blanks that stand directly in an element's shadow root, by path: made on first use, dropped when the element
 * draws them no more.
 */
export class Blanks implements ReactiveController {
  readonly #host: Host;
  readonly #stateOf: () => FormState;
  readonly #kinds: BlankKinds;
  readonly #watched: () => readonly string[];
  #state: FormState | undefined;
  #paths: readonly string[] = [];
  readonly #blanks = new Map<string, Blank>();

  /** The host is told of changes at `watched` too. */
  constructor(
    host: Host,
    stateOf: () => FormState,
    kinds: BlankKinds,
    watched: () => readonly string[] = () => [],
  ) {
    this.#host = host;
    this.#stateOf = stateOf;
    this.#kinds = kinds;
    this.#watched = watched;
    host.addController(this);
  }

  /** The blank of a place, by its kind in the form table; `cls` are words for the style sheet. */
  at(path: string, options: BlankOptions = {}, cls = ''): HTMLElement {
    let blank = this.#blanks.get(path);
    if (!blank) {
      const state = this.#stateOf();
      const kind = state.leaf(path)?.kind ?? 'text';
      blank = new this.#kinds[kind]!(state, path, options, `${kind} ${cls}`);
      this.#blanks.set(path, blank);
      blank.connect();
    }
    blank.row = options.row;
    return blank.node;
  }

  /** The cells of a table's row, written `name name …`; `row` are the words it begins with. */
  cells(prefix: string, list: string, row: string): HTMLElement[] {
    return list.split(' ').map((name) => {
      const cell = this.at(`${prefix}.${name}`, { row, compact: true });
      cell.setAttribute('role', 'cell');
      return cell;
    });
  }

  /** A table's row: its words, then its cells. */
  row(prefix: string, list: string, head: string): HTMLElement {
    const cells = this.cells(prefix, list, head);
    let row = cells[0]!.parentElement;
    if (!row) {
      const words = make('div', { class: 'head', role: 'rowheader' });
      row = make('div', { class: 'row', role: 'row' }, words, ...cells);
    }
    row.firstChild!.textContent = head;
    return row;
  }

  /** Blanks in a grid of twelve columns, written `name:columns name:columns …`. */
  grid(prefix: string, list: string, options: { readonly [name: string]: BlankOptions } = {}): HTMLElement {
    const nodes = list.split(' ').map((entry) => {
      const [name = '', columns] = entry.split(':');
      return this.at(`${prefix}.${name}`, options[name], `span-${columns}`);
    });
    return nodes[0]!.parentElement ?? make('div', { class: 'grid' }, ...nodes);
  }

  // Two listeners for all blanks.
  handleEvent(event: Event): void {
    const node = (event.target as Element).closest<HTMLElement>('[data-path]');
    this.#blanks.get(node?.dataset['path'] ?? '')?.handleEvent(event);
  }

  hostConnected(): void {
    for (const type of ['input', 'change']) this.#host.renderRoot.addEventListener(type, this);
    if (this.#state) this.#follow(this.#state);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  hostUpdate(): void {
    const state = this.#stateOf();
    const paths = this.#watched();
    if (state === this.#state && paths.join() === this.#paths.join()) return;
    this.#leave();
    this.#blanks.clear();
    this.#paths = paths;
    this.#follow((this.#state = state));
  }

  #follow(state: FormState): void {
    for (const path of this.#paths) state.watch(path, this.#host as Watcher);
    for (const blank of this.#blanks.values()) blank.connect();
    this.#host.placeChanged?.('', false);
  }

  #leave(): void {
    for (const path of this.#paths) this.#state?.unwatch(path, this.#host as Watcher);
    for (const blank of this.#blanks.values()) blank.disconnect();
  }

  hostUpdated(): void {
    for (const [path, blank] of this.#blanks) {
      if (this.#host.renderRoot.contains(blank.node)) continue;
      blank.disconnect();
      this.#blanks.delete(path);
    }
  }
}
