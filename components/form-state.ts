import type { CodeList } from '../src/codes/index.ts';
import { addWords, fill, helpOf, labelOf, viCore } from '../src/i18n/index.ts';
import type { Reading, SomeWords, Words } from '../src/i18n/index.ts';
import { getAt, placeAt, setAt } from '../src/schema/index.ts';
import type { AbsentReason, Confirmation, Group, Issue, Leaf, RecordDraft } from '../src/schema/index.ts';
import { beside, parentOf, withReading, withoutRow } from './draft-writing.ts';

/** All that is known of one place of the form. */
export interface Place {
  readonly value: unknown;
  readonly absent?: AbsentReason | undefined;
  readonly unread?: string | undefined;
  readonly note?: string | undefined;
  readonly issues: readonly Issue[];
  readonly confirmed: { readonly [code: string]: Confirmation };
}

/** Who wants to know when a place changes. A field can also be gone to. */
export interface Watcher {
  /** `byPerson` is false when a draft, the words or the mode were set from outside. */
  placeChanged(path: string, byPerson: boolean): void;
  goTo?(): void;
  /** What takes the focus. */
  readonly anchor?: HTMLElement | null;
}

export type Mode = 'enter' | 'edit' | 'view';

interface Known {
  readonly leaf: Leaf | undefined;
  readonly pattern: string;
}

interface PatternWords {
  readonly label: string;
  readonly help: string | undefined;
}

const none: readonly Issue[] = [];

/**
 * The draft on screen and what is said about it: one object for a form, shared by its fields. Fields watch their own
 * path, so that a keystroke updates one field. It neither judges nor stores: `onChange` tells its owner that a person
 * changed something.
 */
export class FormState {
  #draft: RecordDraft = {};
  #watchers = new Map<string, readonly Watcher[]>();
  #issues = new Map<string, Issue[]>();
  #pending = new Set<Promise<unknown>>();
  #places = new Map<string, Known>();
  #patterns = new Map<string, PatternWords>();
  #vi = viCore as SomeWords;
  #taught = new Set<SomeWords>([viCore]);
  #knowsAll = false;
  /** The words in use. In Vietnamese they are those that the elements on screen brought along. */
  words = this.#vi as Words;
  /** The ICD-10 list of the host. */
  icd10: CodeList | undefined;
  /** The day of capture, `YYYY-MM-DD`. */
  today = '';
  mode: Mode = 'enter';
  /** Whether what is missing is shown at its field: from the first attempt to send on. */
  reveal = false;
  onChange: ((path: string) => void) | undefined;
  readonly #root: Group | undefined;

  /** `root` = the form whose places these are; that of QĐ 831 where nothing is given. */
  constructor(root?: Group) {
    this.#root = root;
  }

  get draft(): RecordDraft {
    return this.#draft;
  }

  /** How many drafts were put on screen: a list starts anew with each. */
  loads = 0;

  /** Puts another draft on screen. No change is reported: nobody typed it. */
  load(draft: RecordDraft): void {
    if (draft === this.#draft) return;
    this.#draft = draft;
    this.loads++;
    this.#notifyAll();
  }

  /** Sets words, mode or day and lets every field show it. */
  configure(settings: Partial<Pick<FormState, 'words' | 'mode' | 'today' | 'reveal'>>): void {
    Object.assign(this, settings);
    if (settings.words) this.#patterns.clear();
    this.#notifyAll();
  }

  /** What is shown at a place (or rests on it) is no longer what it was. */
  refresh(path: string): void {
    this.#notify(path, path, false);
  }

  /** Takes over the Vietnamese words of an element. */
  teach(words: SomeWords): void {
    // The record form brings all words; its sections need not make every field draw again.
    if (this.#knowsAll || this.#taught.has(words)) return;
    this.#taught.add(words);
    this.#knowsAll = 'labels' in words && 'messages' in words;
    const isVietnamese = this.words === this.#vi;
    this.#vi = addWords(this.#vi, words);
    if (isVietnamese) this.configure({ words: this.#vi as Words });
  }

  /** Changes the language: other words, or back to Vietnamese. */
  speak(words: Words | undefined): void {
    const next = words ?? (this.#vi as Words);
    if (next !== this.words) this.configure({ words: next });
  }

  /** What the form says about a path: its leaf, and its pattern for words. Remembered, as fields ask at every drawing. */
  #known(path: string): Known {
    let known = this.#places.get(path);
    if (!known) this.#places.set(path, (known = placeAt(path, this.#root)));
    return known;
  }

  /** The words of a pattern: all cells of a column share them. */
  #wordsOf(path: string): PatternWords {
    const { pattern } = this.#known(path);
    let words = this.#patterns.get(pattern);
    if (!words) {
      words = { label: labelOf(this.words, pattern) ?? '', help: helpOf(this.words, pattern) };
      this.#patterns.set(pattern, words);
    }
    return words;
  }

  leaf(path: string): Leaf | undefined {
    return this.#known(path).leaf;
  }

  label(path: string): string {
    return this.#wordsOf(path).label;
  }

  help(path: string): string | undefined {
    return this.#wordsOf(path).help;
  }

  say(key: keyof Words['ui'], values: { readonly [name: string]: string | number } = {}): string {
    return fill(this.words.ui[key], values);
  }

  /** Ids of the rows of a list in the draft; a row of which nothing could be read is a row too. */
  rowIds(path: string): string[] {
    const { unread, absent, notes } = this.#draft;
    const ids = new Set(Object.keys((this.value(path) as object | undefined) ?? {}));
    for (const key of [unread, absent, notes].flatMap((map) => Object.keys(map ?? {}))) {
      if (key.startsWith(`${path}.`)) ids.add(key.slice(path.length + 1).split('.')[0]!);
    }
    return [...ids];
  }

  value(path: string): unknown {
    return getAt(this.#draft, path);
  }

  place(path: string): Place {
    const draft = this.#draft;
    return {
      value: getAt(draft, path),
      absent: draft.absent?.[path],
      unread: draft.unread?.[path],
      note: draft.notes?.[path],
      issues: this.#visible(this.#issues.get(path) ?? none),
      confirmed: draft.confirmed?.[path] ?? {},
    };
  }

  /** What a person wrote at a place, as it was read. An empty reading empties the place. */
  put(path: string, reading: Reading<unknown>, written = ''): void {
    const draft = withReading(this.#draft, { path, leaf: this.leaf(path), written }, reading);
    this.#change(path, draft);
  }

  /** Adds a value that the form itself gives (a temporary number); rows on screen stay as they are. */
  give(path: string, value: unknown): void {
    this.#draft = setAt(this.#draft, path, value);
    this.#notifyUp(path, false);
  }

  /** Takes over what others wrote at these places; what else is on screen, and what is being typed, stays as it is. */
  take(draft: RecordDraft, paths: readonly string[]): void {
    this.#draft = draft;
    for (const path of paths) this.#notifyUp(path, false);
  }

  /** Keeps a warning's value with the reason a person gave. */
  confirm(path: string, code: string, confirmation: Confirmation): void {
    const before = this.#draft.confirmed?.[path];
    this.#change(path, beside(this.#draft, 'confirmed', path, { ...before, [code]: confirmation }));
  }

  /** Removes a row and all that stands beside it. */
  remove(path: string): void {
    this.#change(path, withoutRow(this.#draft, path));
  }

  /** Issues by path as the judge found them; only the places whose issues changed are told. */
  setIssues(issues: readonly Issue[]): void {
    const next = new Map<string, Issue[]>();
    for (const issue of issues) {
      const list = next.get(issue.path);
      if (list) list.push(issue);
      else next.set(issue.path, [issue]);
    }
    const before = this.#issues;
    this.#issues = next;
    for (const path of new Set([...before.keys(), ...next.keys()])) {
      if (JSON.stringify(before.get(path)) !== JSON.stringify(next.get(path))) this.#notifyUp(path, false);
    }
  }

  get issues(): readonly Issue[] {
    return [...this.#issues.values()].flat();
  }

  /** What a person is shown now: what is merely missing waits for the first attempt to send. */
  get shownIssues(): readonly Issue[] {
    return this.#visible(this.issues);
  }

  #visible(issues: readonly Issue[]): readonly Issue[] {
    return this.reveal ? issues : issues.filter(({ code }) => code !== 'required.missing');
  }

  /** Issues at a path or below it. */
  issuesBelow(path: string): readonly Issue[] {
    return this.issues.filter((issue) => issue.path === path || issue.path.startsWith(`${path}.`));
  }

  /** Work that a reading still waits for (a code list on its way); `settled` ends when all of it is done. */
  wait(work: Promise<unknown>): void {
    this.#pending.add(work);
    const done = () => this.#pending.delete(work);
    work.then(done, done);
  }

  async settled(): Promise<void> {
    while (this.#pending.size) await Promise.allSettled([...this.#pending]);
  }

  /** Tells of changes at a path and below it; the empty path stands for words, mode and whole drafts. */
  watch(path: string, watcher: Watcher): void {
    const known = this.#watchers.get(path) ?? [];
    if (!known.includes(watcher)) this.#watchers.set(path, [...known, watcher]);
  }

  unwatch(path: string, watcher: Watcher): void {
    const known = this.#watchers.get(path) ?? [];
    this.#watchers.set(
      path,
      known.filter((each) => each !== watcher),
    );
  }

  /** Brings the field of a path on screen and into focus; `false` where no field shows it (yet). */
  goTo(path: string): boolean {
    const field = this.#fieldAt(path);
    field?.goTo?.();
    return field !== undefined;
  }

  /** The first control on screen of these paths; where they show none, of the whole form. */
  anchorOf(paths: readonly string[]): HTMLElement | undefined {
    const fields = [paths.map((path) => this.#fieldAt(path)), ...this.#watchers.values()].flat();
    const isShown = (field?: Watcher): boolean => !!field?.anchor?.getClientRects().length;
    return fields.find(isShown)?.anchor ?? undefined;
  }

  #fieldAt(path: string): Watcher | undefined {
    for (let at = path; at; at = parentOf(at)) {
      const field = this.#watchers.get(at)?.find((watcher) => watcher.goTo);
      if (field) return field;
    }
    return undefined;
  }

  #change(path: string, draft: RecordDraft): void {
    this.#draft = draft;
    this.#notifyUp(path, true);
    this.onChange?.(path);
  }

  #notify(path: string, changed: string, byPerson: boolean): void {
    for (const watcher of this.#watchers.get(path) ?? []) watcher.placeChanged(changed, byPerson);
  }

  /** A change inside a place is a change of the places around it. */
  #notifyUp(path: string, byPerson: boolean): void {
    for (let at = path; at; at = parentOf(at)) this.#notify(at, path, byPerson);
  }

  #notifyAll(): void {
    for (const path of this.#watchers.keys()) this.#notify(path, path, false);
  }
}
