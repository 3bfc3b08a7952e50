import type { FieldConflict } from '../client/index.ts';
import { isBag, isEmpty, isEqual, keysOf, own } from './bags.ts';
import type { Bag } from './bags.ts';
import { stillConfirmed } from './confirmations.ts';
import { inFormOrder, unitAt, visits } from './merge-units.ts';
import { leafAt, wholeForm } from '../schema/index.ts';
import type { AbsentReason, Confirmation, HealthRecord, Source } from '../schema/index.ts';

/** All that one side has written at one place. What it has not is not there. */
export interface Writing {
  readonly value?: unknown;
  readonly unread?: string;
  readonly absent?: AbsentReason;
  readonly note?: string;
  readonly confirmed?: { readonly [code: string]: Confirmation };
  readonly source?: Source;
}

/**
 * What one side has at a unit, by the dotted path of each place that says something, in the order of the form: one
 * place for a field, several for a row or an address.
 */
export type Writings = { readonly [path: string]: Writing };

/**
 * A unit that both sides changed, differently. `path` names the unit: a field, a row or an address, or the first field
 * of those that are one unit. `undefined` = that side has nothing there (removed, or never written).
 */
export interface MergeConflict extends FieldConflict {
  readonly before: Writings | undefined;
  readonly mine: Writings | undefined;
  readonly theirs: Writings | undefined;
}

/** What came of a merge, and what it was made of. */
export interface Merge {
  readonly sides: readonly [base: HealthRecord | undefined, mine: HealthRecord, theirs: HealthRecord];
  /** Everything that comes together by itself; what is in conflict stands as in `theirs` until it is settled. */
  readonly merged: HealthRecord;
  /** In the order of the form, as the two lists of paths. */
  readonly conflicts: readonly MergeConflict[];
  /** Units that only my side changed. */
  readonly fromMine: readonly string[];
  /** Units that only their side changed. */
  readonly fromTheirs: readonly string[];
}

/** Whose writing stands, by the path of each conflict. */
export type Choices = { readonly [path: string]: 'mine' | 'theirs' };

/** About the whole record: they never conflict. */
const heads = ['schemaVersion', 'capturedOn', 'capturedBy', 'facility'];
const besides: { readonly [map: string]: keyof Writing } = {
  unread: 'unread',
  absent: 'absent',
  notes: 'note',
  confirmed: 'confirmed',
  sources: 'source',
};

/** What stands at one place in base, mine and theirs. */
type Sides = readonly unknown[];
const baseSide = 0;
const mySide = 1;
const theirSide = 2;

/** One key of the record that is taken from one side as it is. */
interface Slot {
  readonly keys: readonly string[];
  readonly path: string;
  readonly part: keyof Writing;
  readonly sides: Sides;
}

const keysOfAll = (sides: Sides): Set<string> => new Set([...sides].reverse().flatMap(keysOf));
const ownOfAll = (sides: Sides, key: string): Sides => sides.map((side) => own(side, key));
const areBags = (sides: Sides): boolean => sides.every((side) => side === undefined || isBag(side));

/** Ticked boxes are a set: in which order they were ticked says nothing. */
function isSameSlot({ path, part, sides }: Slot, a: number, b: number): boolean {
  const [x, y] = [sides[a], sides[b]];
  if (Array.isArray(x) && Array.isArray(y) && part === 'value' && leafAt(path, wholeForm)?.kind === 'boxes')
    return isEqual([...new Set(x)].sort(), [...new Set(y)].sort());
  return isEqual(x, y);
}

// Visits that one side does not have (values or anything beside them) are one unit: what is left of a visit that
// one side removed and the other changed would be a visit nobody wrote.
function oneSidedRows(sides: Sides): Set<string> {
  const rows = sides.map((side) => {
    const written = visits.flatMap((list) => {
      const held = Object.entries(own(side, list) ?? {});
      return held.filter(([, row]) => !isEmpty(row)).map(([id]) => `${list}.${id}`);
    });
    const beside = Object.keys(besides).flatMap((map) => keysOf(own(side, map)));
    const within = beside.filter((path) => visits.some((list) => path.startsWith(`${list}.`)));
    return new Set([...written, ...within.map((path) => path.split('.', 2).join('.'))]);
  });
  const isOneSided = (row: string): boolean => !rows[mySide]!.has(row) || !rows[theirSide]!.has(row);
  return new Set(rows.flatMap((set) => [...set].filter(isOneSided)));
}

/** Cuts three records into units of slots; `empty` = objects that hold nothing and stand. */
function cut(sides: Sides): { found: Map<string, Slot[]>; empty: (readonly string[])[] } {
  const found = new Map<string, Slot[]>();
  const empty: (readonly string[])[] = [];
  // Places that are one unit whatever the form says: one-sided rows, values of no known field, objects facing values.
  const closed = oneSidedRows(sides);
  const add = (unit: string, slot: Slot) => void found.set(unit, [...(found.get(unit) ?? []), slot]);
  const enter = (keys: readonly string[], at: Sides): Set<string> => {
    const [before, me, them] = at.map((side) => side !== undefined);
    const isEmptied = at.slice(1).some((side) => side !== undefined && !keysOf(side).length);
    if (isEmptied && (me === them || !before)) empty.push(keys);
    return keysOfAll(at);
  };
  const walk = (keys: readonly string[], at: Sides): void => {
    const path = keys.join('.');
    const unit = closed.has(path) ? path : unitAt(path);
    if (unit !== undefined || !areBags(at)) {
      if (unit === undefined) closed.add(path);
      add(unit ?? path, { keys, path, part: 'value', sides: at });
    } else for (const key of enter(keys, at)) walk([...keys, key], ownOfAll(at, key));
  };
  const isBeside = (key: string): boolean => Object.hasOwn(besides, key) && areBags(ownOfAll(sides, key));
  const top = [...keysOfAll(sides)].filter((key) => !heads.includes(key));
  for (const key of top) if (!isBeside(key)) walk([key], ownOfAll(sides, key));
  // After the values: only then is it known where each of these belongs.
  for (const map of top.filter(isBeside)) {
    const at = ownOfAll(sides, map);
    for (const path of enter([map], at)) {
      const slot: Slot = { keys: [map, path], path, part: besides[map]!, sides: ownOfAll(at, path) };
      const around = path.split('.').map((_, at, all) => all.slice(0, at + 1).join('.'));
      add(around.find((place) => closed.has(place)) ?? unitAt(path) ?? path, slot);
    }
  }
  return { found, empty };
}

function writingsOf(slots: readonly Slot[], side: number): Writings | undefined {
  const places = new Map<string, [part: string, value: unknown][]>();
  const write = (path: string, part: keyof Writing, value: unknown): void => {
    const inner = part === 'value' && !leafAt(path, wholeForm) ? keysOf(value) : [];
    if (inner.length) for (const key of inner) write(`${path}.${key}`, part, own(value, key));
    else if (!isEmpty(value)) places.set(path, [...(places.get(path) ?? []), [part, value]]);
  };
  for (const { path, part, sides } of slots) write(path, part, sides[side]);
  const all = inFormOrder(places.keys()).map((path) => [path, Object.fromEntries(places.get(path)!)]);
  return all.length ? (Object.fromEntries(all) as Writings) : undefined;
}

/** Version, day, writer and facility. The day and the writer are of the session that captured last. */
function headsOf([base, mine, theirs]: Sides): (readonly [head: string, value: unknown])[] {
  const only = isEqual(theirs, base) ? mine : isEqual(mine, base) ? theirs : undefined;
  const higher = (key: string): unknown => {
    const [me, them] = [own(mine, key), own(theirs, key)] as string[];
    return only ?? (them !== undefined && !(me! >= them) ? theirs : mine);
  };
  const [newer, later] = [higher('schemaVersion'), higher('capturedOn')];
  return heads.map((key) => [key, own(key === 'schemaVersion' ? newer : later, key)] as const);
}

type Tree = Map<string, unknown>;
const treeAt = (tree: Tree, keys: readonly string[]): Tree =>
  keys.reduce((at, key) => {
    if (!at.has(key)) at.set(key, new Map());
    return at.get(key) as Tree;
  }, tree);
// Object.fromEntries defines own keys; an assignment could reach the prototype.
const toBag = (tree: Tree): Bag =>
  Object.fromEntries([...tree].map(([key, value]) => [key, value instanceof Map ? toBag(value) : value]));

function mergeSides(sides: Merge['sides'], choices?: Choices): Merge {
  const { found, empty } = cut(sides);
  const tree: Tree = new Map();
  for (const [key, value] of headsOf(sides)) if (value !== undefined) tree.set(key, value);
  for (const keys of empty) treeAt(tree, keys);
  const conflicts = new Map<string, MergeConflict>();
  const fromMine: string[] = [];
  const fromTheirs: string[] = [];
  for (const [path, slots] of found) {
    const isSame = (a: number, b: number): boolean => slots.every((slot) => isSameSlot(slot, a, b));
    const [iDid, theyDid] = [!isSame(mySide, baseSide), !isSame(theirSide, baseSide)];
    let from = iDid && !theyDid ? mySide : theirSide;
    if (iDid !== theyDid) (iDid ? fromMine : fromTheirs).push(path);
    else if (iDid && !isSame(mySide, theirSide)) {
      const [before, me, them] = [baseSide, mySide, theirSide].map((side) => writingsOf(slots, side));
      // Nothing and an empty list or object are both nothing.
      if (me || them) conflicts.set(path, { path, before, mine: me, theirs: them });
      if (own(choices, path) === 'mine') from = mySide;
    }
    for (const { keys, sides: at } of slots)
      if (at[from] !== undefined) treeAt(tree, keys.slice(0, -1)).set(keys.at(-1)!, at[from]);
  }
  return {
    sides,
    merged: stillConfirmed(sides, toBag(tree) as HealthRecord),
    conflicts: inFormOrder(conflicts.keys()).map((path) => conflicts.get(path)!),
    fromMine: inFormOrder(fromMine),
    fromTheirs: inFormOrder(fromTheirs),
  };
}

/**
 * Three-way merge of two records made from `base`; without one, of two records of the same person made apart: what only
 * one of them has comes over. What is merged as one is a unit: a field with all that stands beside it (`unread`,
 * `absent`, `notes`, `confirmed`, `sources`), or one of the table of `merge-units.ts`. A unit that one side changed is taken from it;
 * one that both changed to the same stays; the rest are conflicts. A confirmed warning is asked again where what it was
 * judged by has changed beside it. Changes no input; the answer shares parts with them.
 */
export function mergeRecords(...sides: Merge['sides']): Merge {
  return mergeSides(sides);
}

/**
 * The merged record with every conflict as a person decided. Throws an `Error` where one is undecided, or where a choice
 * names no conflict (it was made for another state of the record).
 */
export function settleMerge({ sides, conflicts }: Merge, choices: Choices): HealthRecord {
  const paths = conflicts.map(({ path }) => path);
  if (!paths.every((path) => ['mine', 'theirs'].includes(own(choices, path) as string)))
    throw new Error('A conflict is not decided');
  if (Object.keys(choices).length > paths.length) throw new Error('A choice names no conflict');
  return mergeSides(sides, choices).merged;
}
