import type { LoadedRecord, MemberRecord } from '../client/index.ts';
import type { HealthRecord } from '../schema/index.ts';
import { isBag, isEqual, keysOf, own } from './bags.ts';

/** What a record on screen went on from; nothing where nothing was known. */
export interface From {
  readonly base: LoadedRecord | undefined;
  /** What was written came together with something that this screen has not seen; `base` is what stands on it. */
  readonly isApart?: boolean;
}

const leaves = (value: unknown): number =>
  isBag(value)
    ? keysOf(value).reduce((sum, key) => sum + leaves(value[key]), 0)
    : value === undefined
      ? 0
      : 1;

/** In how many places two records differ. */
function distance(a: unknown, b: unknown): number {
  if (isBag(a) && isBag(b))
    return [...new Set([...keysOf(a), ...keysOf(b)])].reduce(
      (sum, key) => sum + distance(own(a, key), own(b, key)),
      0,
    );
  return isEqual(a, b) ? 0 : Math.max(leaves(a), leaves(b));
}

/** Whether something of a record is no longer there. */
const lacks = (record: unknown, base: unknown): boolean =>
  isBag(base) && isBag(record)
    ? keysOf(base).some((key) => lacks(own(record, key), base[key]))
    : base !== undefined && record === undefined;

/** What was given of people on lists in this window, until they are written. */
export function createBases() {
  const exact = new WeakMap<MemberRecord, From>();
  const since = new Map<string, readonly From[]>();

  return {
    gave(key: string, given: MemberRecord, from: From): void {
      exact.set(given, from);
      const others = (since.get(key) ?? []).filter(
        ({ base, isApart }) => isApart || base?.etag !== from.base?.etag,
      );
      since.set(key, [from, ...others].slice(0, 8));
    },

    wrote(key: string, given: MemberRecord | undefined, from: From): void {
      if (given) exact.set(given, from);
      since.set(key, [from]);
    },

    /**
     * What a record went on from. Where nobody says it, and more than one state was given in this window, it is the one
     * that it differs least from: a newer one that another part of the page has asked for was never on the screen, and what
     * is new in it must not count as deleted.
     */
    of(key: string, given: MemberRecord | undefined, record: HealthRecord): From | undefined {
      const said = given && exact.get(given);
      if (said) return said;
      const all = since.get(key) ?? [];
      const none = all.find(({ base }) => !base);
      const known = all.filter(({ base }) => base);
      const far = new Map(known.map((from) => [from, distance(from.base!.record, record)]));
      const [nearest] = known.sort((a, b) => far.get(a)! - far.get(b)!);
      return none && (!nearest || lacks(record, nearest.base!.record)) ? none : nearest;
    },
  };
}
