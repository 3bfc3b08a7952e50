import { getAt, setAt } from '../../src/schema/index.ts';
import type { RecordDraft } from '../../src/schema/index.ts';
import { beside } from '../draft-writing.ts';

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether the same stands in both, in whatever order. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isBag(a) || !isBag(b)) return a === b || JSON.stringify(a) === JSON.stringify(b);
  const keys = Object.keys(a);
  return (
    a === b ||
    (keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key])))
  );
}

/** A draft in which what others wrote stands too. */
export interface Merged {
  readonly draft: RecordDraft;
  /** The places that changed by it. */
  readonly paths: readonly string[];
  /** Places that both wrote, to different values: a person says which is right. What was written here stands there. */
  readonly late: readonly string[];
  /** What the draft goes on from: theirs, but at the places that are not decided yet. */
  readonly base: RecordDraft;
}

// Their keys are paths themselves: what changes there changes that place.
const besideNames = ['unread', 'absent', 'notes', 'confirmed', 'sources'];
/** What stands at a place: a value, or one of these. */
const instead = ['absent', 'unread'] as const;

const contentAt = (record: RecordDraft, path: string): readonly unknown[] => [
  getAt(record, path),
  ...instead.map((name) => record[name]?.[path]),
];

/** A draft with what stands at a place of another one. */
export function withContent(draft: RecordDraft, path: string, from: RecordDraft): RecordDraft {
  const value = setAt(draft, path, getAt(from, path));
  return instead.reduce((next, name) => beside(next, name, path, from[name]?.[path]), value);
}

/**
 * What others wrote since `before`, taken into what is on screen. Where a person here wrote the same place, what was
 * written here stays and the place is `late`; unless they wrote what this screen has just submitted (`own`).
 */
export function takeIn(
  before: RecordDraft,
  mine: RecordDraft,
  theirs: RecordDraft,
  own?: RecordDraft,
): Merged {
  const paths: string[] = [];
  const found = new Set<string>();
  const draft = merged(before, mine, theirs, []) as RecordDraft | undefined;
  const late = [...found];
  const base = late.reduce((next, path) => withContent(next, path, before), theirs);
  return { draft: draft ?? {}, paths, late, base };

  function merged(before: unknown, mine: unknown, theirs: unknown, at: readonly string[]): unknown {
    if (isSame(before, theirs) || isSame(mine, theirs)) return mine;
    const all = [before, mine, theirs];
    if (all.every((each) => each === undefined || isBag(each)) && !all.some(isOneValue)) {
      const bags = all.map((each) => (isBag(each) ? each : {}));
      const keys = [...new Set(bags.flatMap((bag) => Object.keys(bag)))];
      const entries = keys.flatMap((key) => {
        const [a, b, c] = bags.map((bag) => (Object.hasOwn(bag, key) ? bag[key] : undefined));
        const value = merged(a, b, c, [...at, key]);
        return value === undefined ? [] : [[key, value] as const];
      });
      return entries.length ? Object.fromEntries(entries) : undefined;
    }
    const [name = '', place = ''] = at;
    const isBeside = besideNames.includes(name);
    const path = isBeside ? place : at.join('.');
    const isContent = !isBeside || instead.some((each) => each === name);
    if (!isSame(before, mine) || (isContent && isWritten(path))) {
      if (isContent) note(path);
      return mine;
    }
    paths.push(path);
    return theirs;
  }

  /** Whether a person here wrote at a place, in whatever way. */
  function isWritten(path: string): boolean {
    return !isSame(contentAt(before, path), contentAt(mine, path));
  }

  function note(path: string): void {
    const isOwn = own && isSame(contentAt(own, path), contentAt(theirs, path));
    if (!isOwn && !isSame(contentAt(mine, path), contentAt(theirs, path))) found.add(path);
  }
}

// The two numbers of a pressure are one value, so are a code and its words.
const isOneValue = (value: unknown): boolean =>
  isBag(value) && ['systolic', 'text', 'reason', 'from'].some((key) => Object.hasOwn(value, key));
