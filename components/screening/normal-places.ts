import { adviceSettings } from '../../src/measures/index.ts';
import type { AdviceSettings } from '../../src/measures/index.ts';
import type { FormState } from '../form-state.ts';

/**
 * Boxes of the book that say that nothing was found. What is decided (`followUp.actions`), assessed (`nutrition`) or written
 * in words has none, and stays empty.
 */
const normal: { readonly [name: string]: string } = { spine: 'normal', refraction: 'none' };

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('.'));

/** Fills the places on screen that are empty and have a box for "nothing found", and takes it back. */
export class NormalPlaces {
  readonly #state: () => FormState;
  readonly #settings: () => AdviceSettings | undefined;
  /** What was filled last. */
  #filled: readonly string[] = [];
  #load = -1;

  constructor(state: () => FormState, settings: () => AdviceSettings | undefined) {
    this.#state = state;
    this.#settings = settings;
  }

  /** Whether what was filled last can be taken back: it stands there, of the pupil on screen. */
  get canUndo(): boolean {
    return this.#standing.length > 0;
  }

  get #standing(): readonly string[] {
    const state = this.#state();
    return state.loads === this.#load ? this.#filled.filter((path) => isNormal(state, path)) : [];
  }

  /** Fills those of the places that are empty; gives how many. What stands there is left alone. */
  fill(paths: readonly string[]): number {
    const state = this.#state();
    this.#load = state.loads;
    this.#filled = paths.filter((path) => {
      const { value, absent, unread } = state.place(path);
      const isEmpty = (value ?? absent ?? unread) === undefined;
      return Object.hasOwn(normal, nameOf(path)) && isEmpty && !this.#isFound(path, paths);
    });
    for (const path of this.#filled) state.put(path, { value: [normal[nameOf(path)]] });
    return this.#filled.length;
  }

  /** Empties what was filled and not changed since; gives how many. */
  undo(): number {
    const paths = this.#standing;
    this.#filled = [];
    for (const path of paths) this.#state().put(path, {});
    return paths.length;
  }

  /** Whether something else on screen says that there is a finding: that is for a person to bring together. */
  #isFound(path: string, all: readonly string[]): boolean {
    const state = this.#state();
    const name = nameOf(path);
    const isOther = all.some((each) => nameOf(each) === name && hasFinding(state, each));
    if (name === 'refraction') return isOther || state.value(`${parentOf(path)}.diseases`) !== undefined;
    const limit = (this.#settings() ?? adviceSettings).spine?.againFrom ?? Infinity;
    const turned = all.some((each) => {
      const value = nameOf(each) === 'spineRotationDegrees' ? state.value(each) : undefined;
      return typeof value === 'number' && value >= limit;
    });
    return isOther || turned;
  }
}

const codesAt = (state: FormState, path: string): readonly unknown[] => {
  const value = state.value(path);
  return Array.isArray(value) ? value : [];
};
const isNormal = (state: FormState, path: string): boolean => {
  const codes = codesAt(state, path);
  return codes.length === 1 && codes[0] === normal[nameOf(path)];
};
const hasFinding = (state: FormState, path: string): boolean =>
  codesAt(state, path).some((code) => code !== normal[nameOf(path)]);
