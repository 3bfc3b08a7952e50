import type { RecordDraft } from '../../src/schema/index.ts';

type Bag = { readonly [key: string]: unknown };
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A draft in which what others wrote stands too, and the places that changed by it. */
export interface Merged {
  readonly draft: RecordDraft;
  readonly paths: readonly string[];
}

// Their keys are paths themselves: what changes there changes that place.
const besideNames = ['unread', 'absent', 'notes', 'confirmed', 'sources'];

/**
 * What others wrote since `before`, taken into what is on screen: where a person here wrote the same place, theirs is
 * left for the merge when it is sent.
 */
export function takeIn(before: RecordDraft, mine: RecordDraft, theirs: RecordDraft): Merged {
  const paths: string[] = [];
  const draft = merged(before, mine, theirs, [], paths) as RecordDraft | undefined;
  return { draft: draft ?? {}, paths };
}

function merged(
  before: unknown,
  mine: unknown,
  theirs: unknown,
  at: readonly string[],
  paths: string[],
): unknown {
  if (isSame(before, theirs) || isSame(mine, theirs)) return mine;
  const all = [before, mine, theirs];
  if (all.every((each) => each === undefined || isBag(each)) && !all.some(isOneValue)) {
    const bags = all.map((each) => (isBag(each) ? each : {}));
    const keys = [...new Set(bags.flatMap((bag) => Object.keys(bag)))];
    const entries = keys.flatMap((key) => {
      const [a, b, c] = bags.map((bag) => (Object.hasOwn(bag, key) ? bag[key] : undefined));
      const value = merged(a, b, c, [...at, key], paths);
      return value === undefined ? [] : [[key, value] as const];
    });
    return entries.length ? Object.fromEntries(entries) : undefined;
  }
  if (!isSame(before, mine)) return mine;
  const isBeside = besideNames.includes(at[0] ?? '');
  paths.push(isBeside ? (at[1] ?? '') : at.join('.'));
  return theirs;
}

// The two numbers of a pressure are one value, so are a code and its words.
const isOneValue = (value: unknown): boolean =>
  isBag(value) && ['systolic', 'text', 'reason', 'from'].some((key) => Object.hasOwn(value, key));
